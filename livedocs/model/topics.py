"""The topics: each has a page, a folder of snippets, and a module of proofs with the same name."""

from pathlib import Path

from livedocs.model.proofs import TESTS, Module, load


def modules_of(root: Path) -> dict[str, Module]:
    """Return the test modules of all topics."""
    topics = sorted(path.stem.removeprefix("test_") for path in (root / TESTS).glob("test_*.py"))
    return {topic: load(root, topic) for topic in topics}
