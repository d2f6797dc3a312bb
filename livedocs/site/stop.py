"""How an author's mistake ends the build, in every part of the site."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from markdown import Markdown
from mkdocs.exceptions import BuildError
from pymdownx.superfences import SuperFencesException  # type: ignore[import-untyped]

from livedocs.model.errors import AuthorError
from livedocs.site.context import READING, Context

_P = ParamSpec("_P")
_T = TypeVar("_T")


class BuildStoppedError(SuperFencesException, BuildError):
    """An `AuthorError` that ends the build.

    MkDocs prints a `BuildError` as one line, without a traceback.
    SuperFences turns a fence into plain text on any exception but its own.
    """


class FenceError(Exception):
    """A mistake in what a fence holds; `fence` adds the line."""


def stops_build(function: Callable[_P, _T]) -> Callable[_P, _T]:
    """Let an `AuthorError` of a function that Markdown calls end the build."""

    @wraps(function)
    def call(*args: _P.args, **kwargs: _P.kwargs) -> _T:
        try:
            return function(*args, **kwargs)
        except AuthorError as error:
            raise BuildStoppedError(str(error)) from error

    return call


def fence(show: Callable[[str, dict[str, Any], Context], str]) -> Callable[..., str]:
    """Make a formatter for SuperFences of a function that returns the HTML for a fence's text and options.

    Any exception ends the build, with the line of the fence.
    """

    @stops_build
    @wraps(show)
    def formatter(source: str, name: str, _class: str, options: dict[str, Any], md: Markdown, **_: Any) -> str:
        context, text = READING[md], source.strip()
        try:
            return show(text, options, context)
        except AuthorError:
            raise
        except Exception as error:
            problem = str(error) if isinstance(error, FenceError) else f"cannot show `{text}`: {error!r}"
            raise AuthorError(context.page.path, context.page.line_of(name, source), problem) from error

    return formatter


def part_of(parts: Mapping[str, _T], name: str, fence: str) -> _T:
    """Return the part that a fence names; raise `FenceError` for another name."""
    if name not in parts:
        raise FenceError(f"a {fence} fence holds one of {', '.join(parts)}, not `{name}`")
    return parts[name]
