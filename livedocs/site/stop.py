"""How an author's mistake ends the build, whichever part of the site finds it."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from mkdocs.exceptions import BuildError
from pymdownx.superfences import SuperFencesException

from livedocs.model.errors import AuthorError

_P = ParamSpec("_P")
_T = TypeVar("_T")


class BuildStoppedError(SuperFencesException, BuildError):
    """An `AuthorError` that ends the build.

    MkDocs prints a `BuildError` as one line, without a traceback.
    SuperFences turns a fence into plain text on any exception but its own.
    """


def stops_build(function: Callable[_P, _T]) -> Callable[_P, _T]:
    """Let an `AuthorError` of a function that Markdown calls end the build."""

    @wraps(function)
    def call(*args: _P.args, **kwargs: _P.kwargs) -> _T:
        try:
            return function(*args, **kwargs)
        except AuthorError as error:
            raise BuildStoppedError(str(error)) from error

    return call
