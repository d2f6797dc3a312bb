"""The page of symptoms: its fences, and what its list gives the search.

``` finder
box
```

An entry of the list is a link and what to do, then other words for the same:

[The counter is one click behind](common_mistakes.md#one-click-behind)
:   Change the value in a callback.
:   Also: value updates one click late; old value is shown

A fence that holds `errors` lists the errors of `docs/errors.md` with all wordings that proofs have shown.
"""

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from livedocs.model.navigation import ERRORS, SYMPTOMS, address
from livedocs.site import fence_seen
from livedocs.site.context import Context
from livedocs.site.fence_snippet import inline
from livedocs.site.parts import parts
from livedocs.site.stop import FenceError, fence, part_of

_ERRORS, _SYMPTOMS = Path("docs", f"{ERRORS}.md"), Path("docs", f"{SYMPTOMS}.md")
_SECTION = re.compile(
    r"^###? (?P<title>[^\n]+) \{ #(?P<anchor>[\w-]+) \}\n(?P<body>.*?)(?=^##|\Z)", re.MULTILINE | re.DOTALL
)
SYMPTOM = re.compile(
    r"^\[(?P<title>.+)\]\((?P<page>\w+)\.md#(?P<anchor>[\w-]+)\)\n(?P<said>(?::   .+\n)+)", re.MULTILINE
)
_FENCE = re.compile(r"^``` (?P<name>\w+)[^\n]*\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Entry:
    """A section on an error: the group it is listed in, and as Markdown its title, the fix, and the wordings."""

    group: str
    anchor: str
    title: str
    fix: str
    wordings: tuple[str, ...]


@fence
def formatter(name: str, _options: dict[str, Any], context: Context) -> str:
    """Return the HTML of the part that the fence names."""
    return part_of(_PARTS, name, "finder")(context.page.root)


def also(root: Path, topic: str) -> dict[str, str]:
    """Return what the list of symptoms says of a page's sections, by their anchors: so the search finds them."""
    said: dict[str, list[str]] = {}
    if (root / _SYMPTOMS).exists():
        for symptom in SYMPTOM.finditer((root / _SYMPTOMS).read_text("utf-8")):
            if symptom["page"] == topic:
                words = [symptom["title"], *re.findall(r"^:   Also: (.+)$", symptom["said"], re.MULTILINE)]
                said.setdefault(symptom["anchor"], []).append("; ".join(words))
    return {anchor: "; ".join(words) for anchor, words in said.items()}


def entries(root: Path) -> list[Entry]:
    """Return the sections of the page of errors, in the order of its list."""
    text = (root / _ERRORS).read_text("utf-8")
    sections = {section["anchor"]: section for section in _SECTION.finditer(text)}
    found = []
    group = ""
    for line in re.split(r"^## (?!In short)", text, maxsplit=1, flags=re.MULTILINE)[0].splitlines():
        if line.endswith(":"):
            group = line.removesuffix(":")
        if link := re.fullmatch(r"- \[.*\]\(#([\w-]+)\)", line):
            if link[1] not in sections:
                raise FenceError(f"{_ERRORS} lists #{link[1]}, but no section has this anchor: correct the list")
            found.append(_entry(root, group, sections[link[1]]))
    # A proof may show a line of the log that another section is about.
    titles = {entry.title.split("`")[1] for entry in found}
    return [
        replace(entry, wordings=tuple(text for text in entry.wordings if _is_own(text, entry, titles)))
        for entry in found
    ]


def _is_own(text: str, entry: Entry, titles: set[str]) -> bool:
    return entry.title.split("`")[1] in text or not any(title in text for title in titles)


def _entry(root: Path, group: str, section: re.Match[str]) -> Entry:
    fences = [(found["name"], found["body"]) for found in _FENCE.finditer(section["body"])]
    names = [name for kind, body in fences if kind == "seen" for name in body.split()]
    rows = fence_seen.rows(fence_seen.shown(root, names))
    texts = [f"{span} {kind}: {' '.join(message)}" for span, kind, message in rows]
    texts += [" ".join(body.split()) for kind, body in fences if kind == "text"]
    # The section proves its claims; the list only says what to do.
    said = [line for line in _FENCE.sub("", section["body"]).splitlines() if line and "==" not in line]
    return Entry(group, section["anchor"], section["title"], " ".join(said), tuple(dict.fromkeys(texts)))


def _errors(root: Path) -> str:
    """Return a list of the entries for each group."""
    page = address(ERRORS, SYMPTOMS)
    groups: dict[str, list[tuple[str, str, str, str]]] = {}
    for entry in entries(root):
        shown = f"{page}#{entry.anchor}", inline(entry.title), _linked(entry.fix), "\n".join(entry.wordings)
        groups.setdefault(entry.group, []).append(shown)
    return parts.errors(groups.items())


def _linked(text: str) -> str:
    """Return prose with its code and its links, those to pages as addresses seen from the page of symptoms."""
    html = re.sub(r"\]\((\w+)\.md", lambda link: f"]({address(link[1], SYMPTOMS)}", inline(text))
    return re.sub(r"\[([^]]+)\]\(([^)]+)\)", r'<a href="\2">\1</a>', html)


_PARTS = {"box": lambda _: parts.box(), "errors": _errors}
