"""The error for an author whose page, snippets, and proofs do not fit together."""

from pathlib import PurePath


class AuthorError(Exception):
    """An author's mistake: `path:line: message`."""

    def __init__(self, path: PurePath | str, line: int, message: str) -> None:
        """Say where (`path`, relative to the project, and 1-based `line`), what is wrong, and what to do."""
        super().__init__(f"{path}:{line}: {message}")
