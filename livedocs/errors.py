"""What an author is told when a page, a snippet and its proofs do not fit together."""

from pathlib import Path

from mkdocs.exceptions import BuildError
from pymdownx.superfences import SuperFencesException


class AuthorError(SuperFencesException, BuildError):
    """`path:line: message`, which ends the build.

    MkDocs prints a `BuildError` as one line, without a traceback.
    SuperFences turns a fence into plain text on any exception but its own.
    """

    def __init__(self, path: Path | str, line: int, message: str) -> None:
        """Say where (`path`, relative to the project, and 1-based `line`), what is wrong, what to do."""
        super().__init__(f"{path}:{line}: {message}")
