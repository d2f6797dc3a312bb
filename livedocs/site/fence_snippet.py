"""The `snippet` fence: a snippet's code, its proof and how to run it, for SuperFences.

``` snippet hl_lines="3-5"
widget_resets/hidden_widget.py
```
"""

import re
from html import escape
from pathlib import PurePath, PurePosixPath
from typing import Any

from livedocs.model.navigation import address
from livedocs.model.proofs import Proof
from livedocs.model.snippets import SNIPPETS, Snippet
from livedocs.runtime import abilities, stlite
from livedocs.site import badge, code
from livedocs.site.context import Context
from livedocs.site.pairs import VERSIONS
from livedocs.site.parts import parts
from livedocs.site.standalone import in_parts
from livedocs.site.stop import fence
from livedocs.versions import where

LANGUAGES = {".py": "python", ".toml": "toml", ".json": "json", ".csv": "text", ".sql": "sql"}
PLUGIN = "pytest-streamlit-engines"  # as `engines/pyproject.toml` names it


def validator(_language: str, inputs: dict[str, str], options: dict[str, str], *_: Any) -> bool:
    """Take every option: `livedocs.model.page` has checked them, and here an unknown one would hide the fence."""
    options.update(inputs)
    return True


@fence
def formatter(name: str, options: dict[str, str], context: Context) -> str:
    """Return the snippet block's HTML: a tab per file, then the test, then where it all comes from."""
    snippet, module, tabs = context.page.snippets[name], context.module, []
    folder = snippet.path.is_dir()
    for path, text in snippet.files.items():
        file = path.relative_to(snippet.entrypoint.parent).as_posix()
        name = _tab(snippet, file if folder else "Code")
        entry = path == snippet.entrypoint
        shown = _highlight([text], path, f"{name}-source", hl_lines=options.get("hl_lines", "") if entry else "")
        tabs.append((name, file, f'<div data-file="{escape(file)}">{shown}</div>'))
    proofs = [proof for proof in module.proofs if proof.snippet == snippet.name]
    lacks = abilities.why_not(snippet, proofs)
    if not lacks:
        tabs.append((f"{snippet.stem}-run", "Run", _run(snippet, proofs)))
    test_parts, lines = in_parts(module, snippet)
    anchors = {line: f"{snippet.stem}-{proof}" for proof, line in lines.items()}
    test = _highlight(test_parts, PurePosixPath("test.py"), f"{snippet.stem}-test-source", anchors=anchors)
    tested, proved = badge.summary(snippet.root, snippet.topic, proofs)
    hint = _hint(snippet, proofs, context, proved)
    tabs.append((f"{snippet.stem}-test", "Test", f"{hint}{test}"))
    command = _highlight([snippet.command], PurePosixPath("command.txt"), f"{snippet.stem}-command")
    return parts.snippet(snippet.name, tabs, command, lacks, tested, proved)


def anchor(snippet: Snippet) -> str:
    """Return where on its page a snippet is: its first tab."""
    return _tab(snippet, snippet.entrypoint.name if snippet.path.is_dir() else "Code")


def _tab(snippet: Snippet, label: str) -> str:
    return f"{snippet.stem}-{re.sub(r'[^A-Za-z0-9_]+', '-', label).lower()}"


def _hint(snippet: Snippet, proofs: list[Proof], context: Context, proved: str) -> str:
    """Return how to run the copied test, what to install if AppTest can't run it, what has run it, and where it is."""
    beside = escape(str(PurePosixPath(snippet.name).relative_to(snippet.topic)))
    where = f"{'the folder ' if snippet.path.is_dir() else ''}<code>{beside}</code>"
    file = f"test_{snippet.stem}.py"
    reasons = dict.fromkeys(proof.reason for proof in proofs if not proof.headless)
    options, plugin = "", ""
    if reasons:
        options = "--engine=server "
        link = f'<a href="{address("testing", snippet.topic)}#in-a-browser">plugin</a>'
        source = f'"{PLUGIN} @ git+{context.repo_url}#subdirectory=engines"' if context.repo_url else "./engines"
        install = f"<code>pip install {escape(source, quote=False)}</code>"
        plugin = f" It needs a browser ({inline('; '.join(reasons))}): install the {link} with {install}."
    run = f"<code>pytest {options}{file}</code>"
    line = min(proof.line for proof in proofs)
    sources = [(SNIPPETS / snippet.name, ""), (context.module.path, f"#L{line}")]
    source = " and ".join(_link(context.repo_url, *file) for file in sources)
    save = f"Save it as <code>{file}</code> next to {where}, then run {run}.{plugin}"
    return f'<p class="live-hint">{save}<br>{proved}. Source: {source}.</p>'


def _highlight(parts: list[str], path: PurePosixPath, name: str, **options: Any) -> str:
    return code.block(parts, LANGUAGES.get(path.suffix, "text"), name, **options)


def _run(snippet: Snippet, proofs: list[Proof]) -> str:
    """Return the versions to choose from, and which claims don't hold, or can't be seen, on which of them."""
    holding = {version: [proof for proof in proofs if proof.holds_on(version)] for version in reversed(VERSIONS)}
    options = [(version, where.minor_of(version), _how_many(held, proofs)) for version, held in holding.items()]
    not_held, not_seen = [], []
    for proof in proofs:
        said = proof.name, inline(proof.claim), _where_it_holds(proof)
        there = [version for version, held in holding.items() if proof in held]
        if len(there) < len(holding):
            not_held.append((*said, [version for version in holding if version not in there]))
        if "live" not in proof.engines:
            not_seen.append((*said, there))
    in_stlite = [proof for proof in proofs if proof.fails_reason]
    fails = [(proof.name, inline(proof.claim), proof.fails_reason, list[str]()) for proof in in_stlite]
    return parts.run(abilities.STREAMLIT, options, not_held, not_seen, _stlite(snippet, proofs), fails)


def _stlite(snippet: Snippet, proofs: list[Proof]) -> dict[str, str] | None:
    """Return what the Run tab says of stlite, if a claim about the snippet holds with it."""
    if not any(stlite.runs(proof) for proof in proofs):
        return None
    streamlit, page = where.minor_of(stlite.STREAMLIT), address("stlite", snippet.topic)
    return {"version": stlite.version(), "streamlit": streamlit, "page": page}


def _how_many(held: list[Proof], proofs: list[Proof]) -> str:
    """Say how many of the claims hold on a version, unless all do."""
    if len(held) == len(proofs):
        return ""
    return f", {len(held)} of {len(proofs)} claims hold" if held else ", claims don't hold"


def _where_it_holds(proof: Proof) -> str:
    if "live" in proof.engines:
        return proof.versions
    places = {"server": "in Chromium", "apptest": "with AppTest", "stlite": "in stlite"}
    return f"proved {next(place for engine, place in places.items() if engine in proof.engines)}"


def inline(text: str) -> str:
    """Return a claim or a reason with its code as such: the rest of its Markdown is words."""
    return re.sub(r"(`+) ?(.+?) ?\1", r"<code>\2</code>", escape(text, quote=False))


def _link(repo_url: str, path: PurePath, anchor: str = "") -> str:
    """Link to a file in the repository; without one, say where the file is."""
    if not repo_url:
        return f"<code>{escape(path.as_posix())}</code>"
    url = f"{repo_url}/blob/HEAD/{path.as_posix()}{anchor}"
    return f'<a href="{escape(url)}" title="{escape(path.as_posix())}"><code>{escape(path.name)}</code></a>'
