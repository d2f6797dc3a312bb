"""The `seen` fence: the exceptions and warnings that proofs show, with the versions that word them so, for SuperFences.

``` seen
widgets::test_assign_below_the_widget_raises
```
"""

import re
from collections.abc import Mapping
from contextlib import suppress
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from typing import Any

from livedocs.model.navigation import ERRORS, address
from livedocs.model.page import Page
from livedocs.model.proofs import Proof, load
from livedocs.site.context import Context
from livedocs.site.fence_snippet import inline
from livedocs.site.parts import parts
from livedocs.site.stop import FenceError, fence
from livedocs.versions import results, where

# As `livedocs.versions.recorder` writes it; since 1.41 Streamlit includes the module of a class.
_TEXT = re.compile(r"(?:(?P<module>\w+(?:\.\w+)*)\.)?(?P<kind>\w+): (?P<message>.*)", re.DOTALL)
_LINK = re.compile(r"\[([^]]+)\]\([^)]+\)")
_KINDS = {"log": "In the server's log", "warning": "A warning in the app"}  # these aren't classes
# A Streamlit that is too old for the app, and what AppTest leaves in the log, have nothing to do with what is proved.
_ASIDE = re.compile(
    r"AttributeError: module 'streamlit' has no attribute|TypeError: .* got an unexpected keyword argument"
    r"|log: Thread 'MainThread': missing ScriptRunContext"
)
_MODULES = {"CachedWidgetWarning": "streamlit.elements.lib.policies"}  # a warning comes without its module


@fence
def formatter(source: str, _options: dict[str, Any], context: Context) -> str:
    """Return the texts as HTML, and the bases of their classes."""
    page, names = context.page, source.split()
    if texts := shown(page.root, names):
        return _block(page, names, texts)
    if context.draft:
        return f'<p class="seen">No results yet: <code>{results.RECORD}</code> writes them.</p>'
    shows_nothing = f"no Streamlit shows an exception or a warning in {' and '.join(names)}"
    raise FenceError(f"{shows_nothing}: name proofs that end in one, or run `{results.RECORD}`")


def shown(root: Path, names: list[str]) -> dict[str, dict[str, bool]]:
    """Return what proofs, named `topic::test`, show: for each text whether a version does; both the oldest first.

    A text that only an AppTest shows that is too old for the proof isn't what users see, so it is left out.
    Raises `FenceError` for a name without a proof, and for a proof that AppTest cannot run.
    """
    named = [(name.partition("::")[0], proof_of(root, name)) for name in names]
    proofs = {(topic, proof.name): proof for topic, proof in named}
    wanted = results.hashes(root, {topic: load(root, topic) for topic, _ in proofs})
    texts: dict[str, dict[str, bool]] = {}
    users_see = set()
    every = results.every(root)
    for version, known in every.items():
        for key, proof in proofs.items():
            if key in known and known[key].of == wanted[key]:
                for text in known[key].seen:
                    texts.setdefault(text, dict.fromkeys(every, False))[version] = True
                users_see |= {*map(likeness, known[key].seen)} if proof.shown_by_apptest(version) else set()
    return {text: versions for text, versions in texts.items() if likeness(text) in users_see}


def proof_of(root: Path, name: str) -> Proof:
    """Return the proof that is named `topic::test`; raise `FenceError` as `shown` does."""
    topic, _, test = name.partition("::")
    try:
        proofs = {proof.name: proof for proof in load(root, topic).proofs}
    except FileNotFoundError:
        raise FenceError(f"no proof `{name}`: write <topic>::<test>, as in widgets::test_...") from None
    if test not in proofs:
        close = get_close_matches(test, proofs, n=1)
        raise FenceError(f"no proof `{name}`" + (f": did you mean `{topic}::{close[0]}`?" if close else ""))
    if not proofs[test].headless:
        raise FenceError(f"`{name}` runs only in a browser, so no version has a result of it: quote the text instead")
    return proofs[test]


def likeness(text: str) -> str:
    """Return a text without what differs between apps or is not seen.

    That is quoted names, numbers, the module of a class, where links lead, and how lines are broken.
    """
    bare = " ".join(_LINK.sub(r"\1", re.sub(r"^(\w+\.)+(?=\w+: )", "", text)).split())
    return re.sub(r"([`\"])[^`\"]*\1|(')[^'\s]*'|\d+(\.\d+)?", r"\1\2", bare)


def rows(texts: Mapping[str, dict[str, bool]]) -> list[tuple[str, str, list[str]]]:
    """Return for each text that is `shown` once its versions, its kind and its paragraphs; the oldest first."""
    alike: dict[str, tuple[str, dict[str, bool]]] = {}
    for text, versions in texts.items():
        if _ASIDE.match(text) and not all(map(_ASIDE.match, texts)):
            continue
        if _parts(text)[2]:
            first, known = alike.get(likeness(text), (text, versions))
            alike[likeness(text)] = first, {version: versions[version] or known[version] for version in versions}
    found = []
    for text, versions in sorted(alike.values(), key=lambda row: [*row[1].values()].index(True)):
        _, kind, message = _parts(text)
        found.append((where.joined(versions, {True}), _KINDS.get(kind, kind), _paragraphs(message)))
    return found


def classes(texts: Mapping[str, dict[str, bool]]) -> list[str]:
    """Return a line on each class of those that the newest Streamlit has `shown`, as Markdown."""
    found = {}
    for text in (text for text, versions in texts.items() if [*versions.values()][-1]):
        module, kind, message = _parts(text)
        if message and kind not in _KINDS and kind != "StreamlitAPIException":  # the base of the others
            found[kind] = module or _MODULES.get(kind, "builtins")
    return [line for kind, module in found.items() if (line := _bases(module, kind))]


def _block(page: Page, names: list[str], texts: Mapping[str, dict[str, bool]]) -> str:
    shown = ((span, kind, "<br>".join(map(inline, message))) for span, kind, message in rows(texts))
    lines = [inline(line) for line in classes(texts)]
    lines += [_claim(page, name) for name in names if not name.startswith(f"{ERRORS}::")]
    return parts.seen(shown, lines)


def _parts(text: str) -> tuple[str | None, str, str]:
    """Return the module of a class, its name or another kind, and the message."""
    if found := _TEXT.fullmatch(text):
        return found["module"], found["kind"], found["message"]
    raise FenceError(f"cannot read the result `{text}`: run `{results.COMMAND}` again")


def _paragraphs(text: str) -> list[str]:
    """Return a message as the app shows it, which reads it as Markdown: so it is found as it is copied from there."""
    paragraphs = re.split(r"\n\s*\n|\n(?=\s*\* )", _LINK.sub(r"\1", text.strip()))
    return [" ".join(paragraph.split()) for paragraph in paragraphs]


def _bases(module: str, kind: str) -> str | None:
    """Return a class with its bases; `None` if this Streamlit no longer has the class."""
    with suppress(ModuleNotFoundError, AttributeError):
        bases = [base.__name__ for base in getattr(import_module(module), kind).__mro__[1:]]
        last = "StreamlitAPIException" if "StreamlitAPIException" in bases else "Exception"
        qualified = kind if module == "builtins" else f"{module}.{kind}"
        named = ", ".join(f"`{base}`" for base in bases[: bases.index(last) + 1])
        return f"Class: `{qualified}`, derived from {named}"
    return None


def _claim(page: Page, name: str) -> str:
    topic, _, test = name.partition("::")
    return f'<a href="{address(topic, page.topic)}#{test}">{inline(proof_of(page.root, name).claim)}</a>'
