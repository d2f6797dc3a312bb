"""What a page says, read from its source with the line of each part: claims and `live` fences."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from livedocs.errors import AuthorError
from livedocs.proofs import one_line

_FENCE = re.compile(r"^(?P<indent>[ >]*)(?P<fence>`{3,}|~{3,})[ \t]*(?P<info>[^`]*?)[ \t]*$")
_LIVE = re.compile(r"live(?:[ \t]+|$)")
_OPTION = re.compile(r'(?P<key>\w+)="(?P<value>[^"]*)"(?:[ \t]+|$)')
_CODE_SPAN = r"(?P<tick>`+)(?!`).+?(?<!`)(?P=tick)(?!`)"
_CLAIM = re.compile(rf"==(?=\S)(?P<claim>(?:{_CODE_SPAN}|(?!==|\n[ \t]*\n)[^`])+?)(?<=\S)==", re.DOTALL)
_TOKEN = re.compile(rf"(?P<claimed>{_CLAIM.pattern})|{_CODE_SPAN.replace('tick', 'other')}|(?P<stray>==)", re.DOTALL)
_LINES = re.compile(r"\d+(?:-\d+)?(?:[ \t]+\d+(?:-\d+)?)*")

OPTIONS = {
    "hl_lines": (_LINES, 'lines of the entrypoint to highlight, like hl_lines="3 5-7"'),
}


@dataclass(frozen=True)
class Claim:
    """A marked sentence; `start` and `end` are offsets in the page's text, its marks included."""

    text: str
    line: int
    start: int
    end: int


@dataclass(frozen=True)
class Fence:
    """A `live` fence: the name of its snippet, its options, the line of its header."""

    snippet: str
    options: dict[str, str]
    line: int


@dataclass(frozen=True)
class Heading:
    """A heading of level 2 and its line."""

    text: str
    line: int


@dataclass(frozen=True)
class Page:
    """A page's text as Markdown gets it, and what stands in it; `path` is relative to the project.

    Line numbers are the file's, front matter counted.
    """

    root: Path
    path: Path
    lines: list[str]
    claims: list[Claim]
    fences: list[Fence]
    headings: list[Heading]

    @property
    def topic(self) -> str:
        """What the page, its snippets and its tests are called."""
        return self.path.stem


def read(root: Path, path: Path, lines: list[str]) -> Page:
    """Find the claims and `live` fences of a page whose Markdown, front matter removed, is `lines`."""
    above = len((root / path).read_text("utf-8").rstrip().splitlines()) - len("\n".join(lines).rstrip().splitlines())
    prose, fences = [], []
    for first, last in _split(path, lines, above):
        if first is None:
            prose.append(lines[last])
            continue
        prose += [" " * len(line) for line in lines[first : last + 1]]  # offsets stay the page's
        if (header := _FENCE.match(lines[first])) and _LIVE.match(header["info"]):
            fences.append(_fence(path, above + first + 1, header, lines[first + 1 : last]))
    headings = [
        Heading(line.removeprefix("## ").strip(), above + number)
        for number, line in enumerate(prose, start=1)
        if line.startswith("## ")
    ]
    return Page(root, path, lines, list(_claims(path, "\n".join(prose), above)), fences, headings)


def _split(path: Path, lines: list[str], above: int) -> Iterator[tuple[int | None, int]]:
    """Yield `(None, i)` for a line of prose and `(first, last)` for a fence."""
    number = 0
    while number < len(lines):
        header = _FENCE.match(lines[number])
        if header is None:
            yield None, number
            number += 1
            continue
        closing = re.compile(rf"[ >]*{header['fence']}[ \t]*")
        last = next((n for n in range(number + 1, len(lines)) if closing.fullmatch(lines[n])), None)
        if last is None:
            raise AuthorError(path, above + number + 1, f"this fence is never closed: end it with {header['fence']}")
        yield number, last
        number = last + 1


def _fence(path: Path, line: int, header: re.Match[str], body: list[str]) -> Fence:
    options, rest = {}, _LIVE.sub("", header["info"], count=1)
    while rest:
        option = _OPTION.match(rest)
        if option is None:
            raise AuthorError(path, line, f'cannot read `{rest}`: write options as key="value", the value in quotes')
        key, value = option["key"], option["value"]
        if key not in OPTIONS:
            raise AuthorError(path, line, f"unknown option `{key}`: a live fence takes {', '.join(OPTIONS)}")
        pattern, what = OPTIONS[key]
        if not pattern.fullmatch(value):
            raise AuthorError(path, line, f'bad value {key}="{value}": it takes {what}')
        options[key] = value
        rest = rest[option.end() :]
    named = [text for text in (raw.strip(" >\t") for raw in body) if text]
    if len(named) != 1:
        raise AuthorError(path, line, f"a live fence holds one line, the path of a snippet, not {len(named)}")
    return Fence(named[0], options, line)


def _claims(path: Path, prose: str, above: int) -> Iterator[Claim]:
    for token in _TOKEN.finditer(prose):
        line = above + prose.count("\n", 0, token.start()) + 1
        if token["stray"]:
            raise AuthorError(path, line, "`==` without its partner: mark a claim as ==sentence==, code as `a == b`")
        if token["claimed"]:
            yield Claim(one_line(token["claim"]), line, token.start(), token.end())
