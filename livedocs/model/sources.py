"""Texts that authors write: read as they are, or rejected with the line that is wrong."""

import re
from collections.abc import Callable
from functools import wraps
from pathlib import Path, PurePath
from typing import TypeVar

from livedocs.model.errors import AuthorError

# Neither Markdown nor HTML may contain these; Python rejects some.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: |$)", re.MULTILINE)
_T = TypeVar("_T")


def read(file: Path, path: PurePath) -> str:
    """Return the text of a file that messages call `path`, its lines ended by line feeds.

    Raises `AuthorError` for a file that cannot be read or shown, and for one with a merge conflict.
    """
    try:
        content = file.read_bytes()
        text = content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except OSError as error:
        raise AuthorError(path, 1, f"cannot read this file ({error.strerror}): correct its permissions") from error
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise AuthorError(path, line, f"this is not UTF-8 text ({error.reason}): save the file as UTF-8") from error
    if found := _CONTROL.search(text):
        hint = f"this has the control character U+{ord(found[0]):04X}, which a page cannot show: write it as an escape"
        raise AuthorError(path, line_of(text, found), hint)
    if found := _CONFLICT.search(text):
        hint = "this is an unresolved merge conflict: resolve it, and delete the lines <<<<<<<, ======= and >>>>>>>"
        raise AuthorError(path, line_of(text, found), hint)
    return text


def once(function: Callable[[Path, Path], _T]) -> Callable[[Path, Path], _T]:
    """Keep what a function of a file and its path in messages has returned, until the file changes.

    Raises `FileNotFoundError` without a file.
    """
    kept: dict[tuple[Path, Path], tuple[int, _T]] = {}

    @wraps(function)
    def call(file: Path, path: Path) -> _T:
        mtime = file.lstat().st_mtime_ns
        if kept.get((file, path), (None,))[0] != mtime:
            kept[file, path] = mtime, function(file, path)
        return kept[file, path][1]

    return call


def line_of(text: str, found: re.Match[str]) -> int:
    """Return the line in which a match starts."""
    return text.count("\n", 0, found.start()) + 1
