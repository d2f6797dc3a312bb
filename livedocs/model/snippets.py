"""A snippet: a complete app under `snippets/`, one file or a folder with an entrypoint."""

import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from livedocs.model import sources
from livedocs.model.errors import AuthorError

SNIPPETS = PurePosixPath("snippets")
ENTRYPOINT = "streamlit_app.py"  # of an app that is a folder


@dataclass(frozen=True)
class Snippet:
    """An app of the project at `root`, named by its path below `snippets/`."""

    root: Path
    name: str

    @property
    def topic(self) -> str:
        """The topic it belongs to: its first folder."""
        return self.name.split("/")[0]

    @cached_property
    def stem(self) -> str:
        """The last part of its name, without `.py`: what anchors and copied tests are named after."""
        return PurePosixPath(self.name).stem

    @cached_property
    def path(self) -> Path:
        """The file or folder."""
        return self.root / SNIPPETS / self.name

    @cached_property
    def entrypoint(self) -> PurePosixPath:
        """What `streamlit run` is given, below `snippets/`."""
        name = PurePosixPath(self.name)
        return name / ENTRYPOINT if self.path.is_dir() else name

    @cached_property
    def files(self) -> dict[PurePosixPath, str]:
        """Each file's path below `snippets/` and its text, the entrypoint first.

        Raises `AuthorError` for a file that cannot be shown.
        """
        found = sorted(
            (PurePosixPath(path.relative_to(self.root / SNIPPETS).as_posix()) for path in self._walk()),
            key=lambda path: (path != self.entrypoint, len(path.parts), path),
        )
        return {path: _read(self.root, path) for path in found}

    @property
    def command(self) -> str:
        """What runs a copy of it."""
        return f"streamlit run {self.entrypoint.name}"

    def _walk(self) -> list[Path]:
        if not self.path.is_dir():
            return [self.path]
        return [path for path in self.path.rglob("*") if path.is_file() and "__pycache__" not in path.parts]


def line_count(text: str) -> int:
    """Return how many lines a file has, even if its last line doesn't end with a newline."""
    return text.count("\n") + (not text.endswith("\n"))


def snippets_of(root: Path, topic: str = "") -> list[str]:
    """Return the names of a topic's snippets, sorted: the apps in `snippets/<topic>/`."""
    return sorted(
        (PurePosixPath(topic) / path.name).as_posix()
        for path in (root / SNIPPETS / topic).glob("*")
        if not path.name.startswith((".", "__")) and (path.suffix == ".py" or path.is_dir())
    )


def _read(root: Path, path: PurePosixPath) -> str:
    file, where = root / SNIPPETS / path, SNIPPETS / path
    if not os.path.realpath(file).startswith(os.path.realpath(root / SNIPPETS) + os.sep):
        raise AuthorError(where, 1, f"this is a link to a file outside {SNIPPETS}/: move the file there")
    return sources.read(file, where)
