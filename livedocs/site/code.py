"""Code as HTML with few elements: a page has thousands of tokens, and phones are slow with elements."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

from pygments import highlight
from pygments.filter import simplefilter
from pygments.formatters import HtmlFormatter
from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pygments.token import Keyword, Name, Operator, Punctuation, String, Text, Whitespace, _TokenType

# Neighbors that look alike on the site become one element, and text in the default color gets no element.
ALIKE = {
    Keyword.Constant: Text,
    Name: Text,
    Name.Function.Magic: Text,
    Operator: Text,
    Operator.Word: Keyword,
    Punctuation: Text,
    String.Affix: Text,
    String.Interpol: String.Double,
    String.Single: String.Double,
    Whitespace: Text,
}


@simplefilter
def _merge(
    _self: object, _lexer: Lexer | None, stream: Iterable[tuple[_TokenType, str]], _options: dict[str, Any]
) -> Iterator[tuple[_TokenType, str]]:
    for kind, text in stream:
        yield ALIKE.get(kind, kind), text


def block(parts: Iterable[str], language: str, name: str, hl_lines: str = "", anchors: Mapping[int, str] = {}) -> str:
    """Return code as the theme's own fences show it, with a copy button; `anchors` are ids for lines.

    No string of a part continues in the next part.
    """
    lines = "".join(_highlighted(part, language, hl_lines) for part in parts).split("\n")
    for line, anchor in anchors.items():
        lines[line - 1] = f'<span id="{anchor}">{lines[line - 1]}</span>'
    code = "\n".join(lines)
    return (
        f'<div id="{name}" class="language-{language} highlight"><pre id="__code-{name}"><span class="md-code__nav">'
        '<button type="button" class="md-code__button" title="Copy to clipboard" aria-label="Copy to clipboard" '
        f'data-md-type="copy" data-clipboard-target="#__code-{name} > code"></button></span>'
        f"<code>{code}</code></pre></div>"
    )


@lru_cache(maxsize=4096)
def _highlighted(text: str, language: str, hl_lines: str) -> str:
    return highlight(text, _lexer(language), HtmlFormatter(nowrap=True, hl_lines=_numbers(hl_lines)))


@cache
def _lexer(language: str) -> Lexer:
    lexer = get_lexer_by_name(language, stripnl=False)
    lexer.add_filter(_merge())
    return lexer


def _numbers(ranges: str) -> list[int]:
    """Return the lines that `3 5-7` names."""
    ends = (part.partition("-") for part in ranges.split())
    return [line for first, _, last in ends for line in range(int(first), int(last or first) + 1)]
