"""A snippet: a complete app under `snippets/`, one file or a folder with an entrypoint."""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

SNIPPETS = PurePosixPath("snippets")
ENTRYPOINT = "streamlit_app.py"


@dataclass(frozen=True)
class Snippet:
    """An app of the project at `root`, named by its path below `snippets/`."""

    root: Path
    name: str

    @property
    def topic(self) -> str:
        """The topic it belongs to: its first folder."""
        return self.name.split("/")[0]

    @property
    def stem(self) -> str:
        """The last part of its name, without `.py`: what anchors and copied tests are named after."""
        return PurePosixPath(self.name).stem

    @property
    def path(self) -> Path:
        """The file or folder."""
        return self.root / SNIPPETS / self.name

    @property
    def entrypoint(self) -> PurePosixPath:
        """What `streamlit run` is given, below `snippets/`."""
        name = PurePosixPath(self.name)
        return name / ENTRYPOINT if self.path.is_dir() else name

    @property
    def files(self) -> dict[PurePosixPath, str]:
        """Each file's path below `snippets/` and its text, the entrypoint first.

        Raises `OSError` or `UnicodeDecodeError` for a file that is missing or not text.
        """
        found = sorted(
            (PurePosixPath(path.relative_to(self.root / SNIPPETS).as_posix()) for path in self._walk()),
            key=lambda path: (path != self.entrypoint, len(path.parts), path),
        )
        return {path: (self.root / SNIPPETS / path).read_text("utf-8") for path in found}

    @property
    def command(self) -> str:
        """What runs it locally."""
        return f"streamlit run {SNIPPETS / self.entrypoint}"

    def _walk(self) -> list[Path]:
        if not self.path.is_dir():
            return [self.path]
        return [path for path in self.path.rglob("*") if path.is_file() and "__pycache__" not in path.parts]


def snippets_of(root: Path, topic: str) -> list[str]:
    """Return the names of a topic's snippets: what lies in `snippets/<topic>/`, sorted."""
    folder = root / SNIPPETS / topic
    if not folder.is_dir():
        return []
    return sorted(
        f"{topic}/{path.name}"
        for path in folder.iterdir()
        if (path.is_dir() and path.name != "__pycache__") or path.suffix == ".py"
    )
