"""The page of symptoms: its fences, and its entries as words for the search.

``` finder
box
```

An entry is a link with the fix, then other words for the same symptom:

[The counter is one click behind](common_mistakes.md#one-click-behind)
:   Change the value in a callback.
:   Also: value updates one click late; old value is shown

A fence that holds `errors` lists the errors of `docs/errors.md`, and `box` is the box of the search.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from livedocs.model.navigation import ERRORS, SYMPTOMS, address
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
_FIX = re.compile(r"^:   (?!Also: )(.+)$", re.MULTILINE)
_ALSO = re.compile(r"^:   Also: (.+)$", re.MULTILINE)
_FENCE = re.compile(r"^``` .*?^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Entry:
    """A section on an error: the group that it is listed in, and as Markdown its title and the fix."""

    group: str
    anchor: str
    title: str
    fix: str


@dataclass(frozen=True)
class Symptom:
    """An entry of the page of symptoms: where it leads, its title and fix in Markdown, and other words for it."""

    at: str
    title: str
    fix: str
    also: list[str]


@fence
def formatter(name: str, _options: dict[str, Any], context: Context) -> str:
    """Return the HTML of the part that the fence names."""
    return part_of(_PARTS, name, "finder")(context.page.root)


def symptoms(root: Path) -> list[Symptom]:
    """Return the entries of the page of symptoms."""
    if not (root / _SYMPTOMS).exists():
        return []
    return [
        Symptom(
            f"{address(found['page'])}#{found['anchor']}",
            found["title"],
            " ".join(_FIX.findall(found["said"])),
            [words for line in _ALSO.findall(found["said"]) for words in line.split("; ")],
        )
        for found in SYMPTOM.finditer((root / _SYMPTOMS).read_text("utf-8"))
    ]


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
            found.append(_entry(group, sections[link[1]]))
    return found


def _entry(group: str, section: re.Match[str]) -> Entry:
    # The section proves its claims; the list only says what to do.
    prose = _FENCE.sub("", section["body"]).splitlines()
    fix = " ".join(line for line in prose if line and "==" not in line)
    return Entry(group, section["anchor"], section["title"], fix)


def _errors(root: Path) -> str:
    """Return a list of the entries for each group."""
    page = address(ERRORS, SYMPTOMS)
    groups: dict[str, list[tuple[str, str, str]]] = {}
    for entry in entries(root):
        shown = f"{page}#{entry.anchor}", inline(entry.title), _linked(entry.fix)
        groups.setdefault(entry.group, []).append(shown)
    return parts.errors(groups.items())


def _linked(text: str) -> str:
    """Return prose with its code and its links, those to pages as addresses seen from the page of symptoms."""
    html = re.sub(r"\]\((\w+)\.md", lambda link: f"]({address(link[1], SYMPTOMS)}", inline(text))
    return re.sub(r"\[([^]]+)\]\(([^)]+)\)", r'<a href="\2">\1</a>', html)


_PARTS = {"box": lambda _: parts.box(), "errors": _errors}
