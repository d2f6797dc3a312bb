"""What a page says, read from its source with the line of each part: claims and `snippet` fences."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path

from livedocs.model import sources
from livedocs.model.errors import AuthorError
from livedocs.model.markdown import CODE_SPAN, HEADING, HERE, Block, fenced
from livedocs.model.proofs import one_line
from livedocs.model.snippets import Snippet, line_count

_SNIPPET = re.compile(r"\{?[ \t]*\.?snippet(?![\w#.+-])")  # whatever SuperFences takes for `snippet`
_OPTION = re.compile(r'(\w+)="([^"]*)"')
_CLAIM = rf"==(?=\S)(?P<claim>(?:{CODE_SPAN}|{HERE}(?!==)(?:[^`]|(?<=\\)`))+?)(?<=\S)=="
_CELL = r"(?:\{[ ]*#(?P<proof>\w+)[ ]*\})?"  # names the proof of a claim's short form
_TOKEN = re.compile(rf"{_CLAIM}{_CELL}|{CODE_SPAN.replace('tick', 'other')}|(?P<stray>==)", re.DOTALL)
_LINES = re.compile(r"[1-9]\d*(?:-[1-9]\d*)?(?:[ \t]+[1-9]\d*(?:-[1-9]\d*)?)*")

SUMMARY = 160  # characters, what search engines show
OURS = ("snippet", "versions", "seen", "agents", "finder")  # the fences that `mkdocs.yml` adds


@dataclass(frozen=True)
class Claim:
    """A marked sentence; `start` and `end` are offsets in the page's text, its marks included.

    In a table, `proof` names the test whose claim the text is short for: `==kept=={ #test_hidden_widget }`.
    """

    text: str
    line: int
    start: int
    end: int
    proof: str = ""


@dataclass(frozen=True)
class Fence:
    """A `snippet` fence: the name of its snippet, its option `hl_lines`, the line of its header."""

    snippet: str
    hl_lines: str
    line: int


@dataclass(frozen=True, eq=False)
class Page:
    """What a page has; `path` is relative to the project, `lines` are its Markdown without the front matter.

    `prose` has blanks for each fence, `headings` are those of level 2, each with its line.
    Line numbers are the file's, which has `above` lines of front matter.
    """

    root: Path
    path: Path
    lines: list[str]
    prose: str
    above: int
    blocks: list[Block]
    claims: list[Claim]
    fences: list[Fence]
    headings: list[tuple[str, int]]

    @property
    def topic(self) -> str:
        """The name that the page, its snippets, and its tests share."""
        return self.path.stem

    @property
    def end(self) -> int:
        """The last line that is not blank."""
        return self.above + line_count("\n".join(self.lines).rstrip())

    @cached_property
    def snippets(self) -> dict[str, Snippet]:
        """The snippets that it shows, by their names."""
        return {fence.snippet: Snippet(self.root, fence.snippet) for fence in self.fences}

    def line_of(self, name: str, source: str) -> int:
        """Return the line below the header of a fence of this name that holds this text; 1 without one."""
        return next((self.above + block.first + 2 for block in self.blocks if block.shows(name, source)), 1)

    @cached_property
    def summary(self) -> str:
        """The first sentence below the title, and those after it that are short enough."""
        text = "\n".join(self.lines).partition("\n\n")[2].lstrip().partition("\n\n")[0]
        text = " ".join(re.sub(r"==|\]\([^)]*\)(\{[^{}]*\})?|\[", "", text).split()).removesuffix(":")
        first, *more = re.split(r"(?<=\.) ", text)
        for sentence in more:
            if len(f"{first} {sentence}") > SUMMARY:
                break
            first += f" {sentence}"
        return first


def read(root: Path, path: Path, lines: list[str]) -> Page:
    """Find the claims and `snippet` fences of a page whose Markdown, front matter removed, is `lines`."""
    source = sources.read(root / path, path).rstrip()
    above = line_count(source) - line_count("\n".join(lines).rstrip())
    blocks, prose, fences = list(fenced(path, lines, above)), list(lines), []
    for block in blocks:
        line = above + block.first + 1
        prose[block.first : block.last + 1] = [" " * len(line) for line in lines[block.first : block.last + 1]]
        _check_name(path, line, block.info)
        if _SNIPPET.match(block.info):
            fences.append(_fence(path, line, block))
    headings = [
        (heading["text"], above + number)
        for number, line in enumerate(prose, start=1)
        if (heading := HEADING.fullmatch(line)) and heading["level"] == "##"
    ]
    text = "\n".join(prose)
    return Page(root, path, lines, text, above, blocks, list(_claims(path, text, above)), fences, headings)


def _check_name(path: Path, line: int, info: str) -> None:
    """Find a name that is almost one of ours: SuperFences would take it for a language."""
    name = re.split(r"[^\w-]", info.lstrip("{. \t"), maxsplit=1)[0]
    if name not in OURS and (close := get_close_matches(name.lower(), OURS, n=1, cutoff=0.75)):
        raise AuthorError(path, line, f"unknown fence `{name}`: did you mean `{close[0]}`?")


def _fence(path: Path, line: int, block: Block) -> Fence:
    lines, rest = "", block.info.removeprefix("snippet").lstrip()
    if rest:
        option = _OPTION.fullmatch(rest)
        if option is None:
            raise AuthorError(path, line, f'cannot read `{rest}`: write ``` snippet, then options as key="value"')
        key, lines = option.groups()
        if key != "hl_lines":
            raise AuthorError(path, line, f"unknown option `{key}`: a snippet fence takes hl_lines")
        if not _LINES.fullmatch(lines):
            hint = 'it takes lines of the entrypoint to highlight, like hl_lines="3 5-7"'
            raise AuthorError(path, line, f'bad value hl_lines="{lines}": {hint}')
    if len(block.body) != 1:
        hint = f"a snippet fence holds one line, the path of a snippet, not {len(block.body)}"
        raise AuthorError(path, line, hint)
    return Fence(block.body[0], lines, line)


def _claims(path: Path, prose: str, above: int) -> Iterator[Claim]:
    for token in _TOKEN.finditer(prose):
        line = above + prose.count("\n", 0, token.start()) + 1
        if token["stray"]:
            raise AuthorError(path, line, "`==` without its partner: mark a claim as ==sentence==, code as `a == b`")
        if token["claim"]:
            text = re.sub(r"\n[ >]+", "\n", token["claim"])  # in a block quote
            yield Claim(one_line(text), line, token.start(), token.end(), token["proof"] or "")
