"""Trees to measure: the same pages with plain fences, and some topics again and again under other names."""

import re
import shutil
from pathlib import Path, PurePosixPath

from livedocs.model import page as pages
from livedocs.model.proofs import TESTS, Module, load, tests_of
from livedocs.model.snippets import SNIPPETS, Snippet
from livedocs.model.topics import modules_of
from livedocs.site.fence_snippet import LANGUAGES
from livedocs.site.standalone import standalone
from livedocs.versions import results


def plain(root: Path, folder: Path) -> None:
    """Write all pages of a project to a folder with the same claims as mere sentences, and plain fences.

    These show all that the blocks show, but which versions a claim holds on; other fences of ours are left out.
    """
    folder.mkdir(parents=True)
    for path in (root / "docs").iterdir():
        if path.suffix == ".md":
            (folder / path.name).write_text(_plain(root, path), "utf-8")
        else:
            (folder / path.name).symlink_to(path)


def _plain(root: Path, path: Path) -> str:
    lines = path.read_text("utf-8").split("\n")
    page = pages.read(root, path.relative_to(root), lines)
    text = "\n".join(lines)
    for claim in reversed(page.claims):
        text = text[: claim.start] + text[claim.start + 2 : claim.end - 2] + text[claim.end :]
    lines = text.split("\n")
    for first, last, header in reversed(list(pages.fenced(page.path, lines, 0))):
        name = header["info"].split(" ")[0]
        if name in pages.OURS:
            shown = _shown(Snippet(root, lines[first + 1].strip(" >\t"))) if name == "live" else []
            lines[first : last + 1] = [header["indent"] + line for line in shown]
    return "\n".join(lines)


def _shown(snippet: Snippet) -> list[str]:
    """Return what a block shows, in a fence for each part."""
    module = load(snippet.root, snippet.topic)
    parts = [(LANGUAGES.get(path.suffix, "text"), text) for path, text in snippet.files.items()]
    parts += [("python", standalone(module, snippet)[0]), ("text", snippet.command)]
    return [
        line for language, text in parts for line in (f"````{language}", *text.rstrip("\n").split("\n"), "````", "")
    ]


def topics(root: Path, count: int) -> list[str]:
    """Return some topics, evenly spread over those whose pages have no other fence than `live`."""
    found = []
    for path in sorted((root / "docs").glob("*.md")):
        lines = path.read_text("utf-8").split("\n")
        names = {header["info"].split(" ")[0] for _, _, header in pages.fenced(Path(path.name), lines, 0)}
        if path.stem != "index" and "live" in names and not names & {*pages.OURS} - {"live"}:
            found.append(path.stem)
    return found[:: -(-len(found) // count)]


def multiply(root: Path, folder: Path, names: list[str], times: int) -> int:
    """Make a project of these topics, each so many times, with results; return how many snippets it has.

    Each copy says in comments which it is: what is alike is highlighted once.
    """
    for name in ("docs", "skill"):
        (folder / name).mkdir(parents=True)
    (folder / "docs" / "assets").symlink_to(root / "docs" / "assets")
    (folder / "mkdocs.yml").write_text(
        f"INHERIT: {root}/mkdocs.yml\nnav:\ntheme:\n  custom_dir: {root}/livedocs/theme\n", "utf-8"
    )
    origins = {f"{name}_{number}": name for number in range(times) for name in names}
    for topic, origin in origins.items():
        for path in (Path("docs", f"{origin}.md"), tests_of(origin)):
            text = (root / path).read_text("utf-8")
            new = folder / path.with_name(path.name.replace(origin, topic))
            new.parent.mkdir(exist_ok=True)
            for snippet in (path.name for path in (root / SNIPPETS / origin).iterdir()):
                text = text.replace(f"{origin}/{snippet}", f"{topic}/{snippet}")
            new.write_text(re.sub(r"^(def test_.*:)$", rf"\1  # {topic}", text, flags=re.MULTILINE), "utf-8")
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(root / SNIPPETS / origin, folder / SNIPPETS / topic, ignore=ignored)
        for path in (folder / SNIPPETS / topic).rglob("*.py"):
            path.write_text(f"{path.read_text('utf-8')}# {topic}\n", "utf-8")
    modules = modules_of(folder)
    _record(root, folder, modules, origins)
    return sum(len({proof.snippet for proof in module.proofs}) for module in modules.values())


def _record(root: Path, folder: Path, modules: dict[str, Module], origins: dict[str, str]) -> None:
    """Write the results of the originals as those of the copies."""
    hashes = results.hashes(folder, modules)
    for version, known in results.every(root).items():
        found = {
            (topic, name): results.Result(known[origins[topic], name].held, of, known[origins[topic], name].seen)
            for (topic, name), of in hashes.items()
            if (origins[topic], name) in known
        }
        results.write(folder, version, found)


def copy(root: Path, folder: Path) -> None:
    """Copy what is watched while a project is served, and the tooling."""
    ignored = shutil.ignore_patterns("__pycache__")
    for name in ("docs", "skill", str(SNIPPETS), str(TESTS), str(results.RESULTS), "livedocs"):
        shutil.copytree(root / PurePosixPath(name), folder / name, ignore=ignored)
    shutil.copy(root / "mkdocs.yml", folder)
