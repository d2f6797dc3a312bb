"""What a page says, read from its source with the line of each part: claims and `snippet` fences."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path

from livedocs.model import sources
from livedocs.model.errors import AuthorError
from livedocs.model.proofs import one_line
from livedocs.model.snippets import Snippet, line_count

_FENCE = re.compile(r"(?P<indent>[ >]*)(?P<fence>`{3,}|~{3,})[ \t]*(?P<info>[^`]*?)[ \t]*")
_SNIPPET = re.compile(r"\{?[ \t]*\.?snippet(?![\w#.+-])")  # whatever SuperFences takes for `snippet`
_OPTION = re.compile(r'(?P<key>\w+)="(?P<value>[^"]*)"(?:[ \t]+|$)')
_HEADING = re.compile(r"##(?!#)[ \t]*(?P<text>.*?)[ \t#]*")
# Neither a code span nor a claim goes on in the next paragraph.
_HERE = r"(?!\n[ >]*\n)"
CODE_SPAN = rf"(?<![\\`])(?P<tick>`+)(?!`)(?:{_HERE}.)+?(?<!`)(?P=tick)(?!`)"
_CLAIM = rf"==(?=\S)(?P<claim>(?:{CODE_SPAN}|{_HERE}(?!==)(?:[^`]|(?<=\\)`))+?)(?<=\S)=="
_TOKEN = re.compile(rf"{_CLAIM}|{CODE_SPAN.replace('tick', 'other')}|(?P<stray>==)", re.DOTALL)
_LINES = re.compile(r"[1-9]\d*(?:-[1-9]\d*)?(?:[ \t]+[1-9]\d*(?:-[1-9]\d*)?)*")

SUMMARY = 160  # characters, what search engines show
OURS = ("snippet", "versions", "seen", "agents", "finder")  # the fences that `mkdocs.yml` adds
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
    """A `snippet` fence: the name of its snippet, its options, the line of its header."""

    snippet: str
    options: dict[str, str]
    line: int


@dataclass(frozen=True)
class Heading:
    """A heading of level 2 and its line."""

    text: str
    line: int


@dataclass(frozen=True, eq=False)
class Page:
    """What stands in a page; `path` is relative to the project, `end` is the page's last line.

    Line numbers are the file's, front matter counted; `starts` are those of all its fences.
    """

    root: Path
    path: Path
    end: int
    starts: list[int]
    claims: list[Claim]
    fences: list[Fence]
    headings: list[Heading]

    @property
    def topic(self) -> str:
        """What the page, its snippets and its tests are called."""
        return self.path.stem

    @cached_property
    def snippets(self) -> dict[str, Snippet]:
        """The snippets that it shows, by their names."""
        return {fence.snippet: Snippet(self.root, fence.snippet) for fence in self.fences}


def read(root: Path, path: Path, lines: list[str]) -> Page:
    """Find the claims and `snippet` fences of a page whose Markdown, front matter removed, is `lines`."""
    end = line_count(sources.read(root / path, path).rstrip())
    above = end - line_count("\n".join(lines).rstrip())
    prose, starts, fences = list(lines), [], []
    for first, last, header in fenced(path, lines, above):
        prose[first : last + 1] = [" " * len(line) for line in lines[first : last + 1]]
        starts.append(above + first + 1)
        _check_name(path, starts[-1], header["info"])
        if _SNIPPET.match(header["info"]):
            fences.append(_fence(path, starts[-1], header["info"], lines[first + 1 : last]))
    headings = [
        Heading(heading["text"], above + number)
        for number, line in enumerate(prose, start=1)
        if (heading := _HEADING.fullmatch(line))
    ]
    return Page(root, path, end, starts, list(_claims(path, "\n".join(prose), above)), fences, headings)


def summary(lines: list[str]) -> str:
    """Return the first sentence below the title, and those after it that are short enough."""
    text = "\n".join(lines).partition("\n\n")[2].lstrip().partition("\n\n")[0]
    text = " ".join(re.sub(r"==|\]\([^)]*\)(\{[^{}]*\})?|\[", "", text).split()).removesuffix(":")
    first, *more = re.split(r"(?<=\.) ", text)
    for sentence in more:
        if len(f"{first} {sentence}") > SUMMARY:
            break
        first += f" {sentence}"
    return first


def fenced(path: Path, lines: list[str], above: int) -> Iterator[tuple[int, int, re.Match[str]]]:
    """Yield the first and last line of each fence, and its header."""
    after = 0
    for first, line in enumerate(lines):
        header = _FENCE.fullmatch(line)
        if first < after or header is None:
            continue
        closing = re.compile(rf"[ >]{{{len(header['indent'])}}}{header['fence']}[ \t]*")
        last = next((n for n in range(first + 1, len(lines)) if closing.fullmatch(lines[n])), None)
        if last is None:
            hint = f"this fence is never closed: end it with {header['fence']}, indented as here"
            raise AuthorError(path, above + first + 1, hint)
        yield first, last, header
        after = last + 1


def _check_name(path: Path, line: int, info: str) -> None:
    """Find a name that is almost one of ours: SuperFences would take it for a language."""
    name = re.match(r"[\w-]*", info.lstrip("{. \t"))[0]
    if name not in OURS and (close := get_close_matches(name.lower(), OURS, n=1, cutoff=0.75)):
        raise AuthorError(path, line, f"unknown fence `{name}`: did you mean `{close[0]}`?")


def _fence(path: Path, line: int, info: str, body: list[str]) -> Fence:
    options, rest = {}, info.removeprefix("snippet").lstrip()
    while rest:
        option = _OPTION.match(rest)
        if option is None:
            raise AuthorError(path, line, f'cannot read `{rest}`: write ``` snippet, then options as key="value"')
        key, value = option["key"], option["value"]
        if key not in OPTIONS:
            raise AuthorError(path, line, f"unknown option `{key}`: a snippet fence takes {', '.join(OPTIONS)}")
        pattern, what = OPTIONS[key]
        if not pattern.fullmatch(value):
            raise AuthorError(path, line, f'bad value {key}="{value}": it takes {what}')
        options[key] = value
        rest = rest[option.end() :]
    named = [text for text in (raw.strip(" >\t") for raw in body) if text]
    if len(named) != 1:
        raise AuthorError(path, line, f"a snippet fence holds one line, the path of a snippet, not {len(named)}")
    return Fence(named[0], options, line)


def _claims(path: Path, prose: str, above: int) -> Iterator[Claim]:
    for token in _TOKEN.finditer(prose):
        line = above + prose.count("\n", 0, token.start()) + 1
        if token["stray"]:
            raise AuthorError(path, line, "`==` without its partner: mark a claim as ==sentence==, code as `a == b`")
        if token["claim"]:
            text = re.sub(r"\n[ >]+", "\n", token["claim"])  # in a block quote
            yield Claim(one_line(text), line, token.start(), token.end())
