"""The parts of Markdown that more than one module reads: fences, headings, and code."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from livedocs.model.errors import AuthorError

_FENCE = re.compile(r"(?P<indent>[ >]*)(?P<fence>`{3,}|~{3,})[ \t]*(?P<info>[^`]*?)[ \t]*")
HEADING = re.compile(r"(?P<level>#{1,6})[ \t]*(?P<text>[^#].*?)[ \t#]*(?P<attributes>\{:?[^{}]*\})?[ \t]*")
# Neither a code span nor a claim continues in the next paragraph.
HERE = r"(?!\n[ >]*\n)"
# Atomic, as a span can end in one place only: a regex that tries others takes exponential time.
CODE_SPAN = rf"(?>(?<![\\`])(?P<tick>`+)(?!`)(?:{HERE}.)+?(?<!`)(?P=tick)(?!`))"


@dataclass(frozen=True)
class Block:
    """A fence: the indices of its first and last line, and its body, stripped and without blank lines."""

    first: int
    last: int
    indent: str
    info: str
    body: tuple[str, ...]

    def shows(self, name: str, source: str) -> bool:
        """Tell whether it is a fence of this name that holds this text."""
        return self.info.lstrip("{. ").startswith(name) and self.body == _stripped(source.split("\n"))


def fenced(path: Path, lines: list[str], above: int) -> Iterator[Block]:
    """Yield the fences of a page whose file has `above` lines before `lines`; raise `AuthorError` for an open one."""
    after = 0
    for first, line in enumerate(lines):
        header = _FENCE.fullmatch(line)
        if first < after or header is None:
            continue
        closing = re.compile(rf"[ >]{{{len(header['indent'])}}}{header['fence']}[ \t]*")
        last = next((n for n in range(first + 1, len(lines)) if closing.fullmatch(lines[n])), None)
        if last is None:
            hint = f"this fence is never closed: end it with {header['fence']}, indented like this line"
            raise AuthorError(path, above + first + 1, hint)
        yield Block(first, last, header["indent"], header["info"], _stripped(lines[first + 1 : last]))
        after = last + 1


def _stripped(lines: list[str]) -> tuple[str, ...]:
    return tuple(text for line in lines if (text := line.strip(" >\t")))
