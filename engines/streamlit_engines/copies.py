"""The copies of apps that tests run: an app can write files or be edited, and the original stays as it is."""

import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import filter as matching
from pathlib import Path

ENTRYPOINT = "streamlit_app.py"
ENTRYPOINTS = ("app.py", "main.py", "Home.py")  # of a folder that has none of that name
IGNORED = (
    *(".git", ".hg", ".svn", ".tox", ".nox", ".venv", "venv", "node_modules", "__pycache__"),
    *(".pytest_cache", ".mypy_cache", ".ruff_cache", ".ipynb_checkpoints"),
)
LIMIT = 200_000_000  # bytes, as each test copies them


@dataclass(frozen=True)
class Copy:
    """An app that a test runs: its entrypoint, its working directory, and where its server logs."""

    entrypoint: Path
    root: Path
    log: Path


class Copies:
    """What one test has copied into its `tmp_path`: each app once."""

    def __init__(
        self,
        tmp: Path,
        places: tuple[Path, ...],
        *,
        root: Path | None = None,
        ignored: Sequence[str] = (),
        apart: Path | None = None,
    ) -> None:
        """Take the folder for the copies and the ones where apps are looked for.

        `root` is the folder to copy if it isn't the entrypoint's, and `ignored` are globs for what to leave out.
        `apart` holds apps that have nothing to do with each other.
        """
        self._tmp, self._places, self._root, self._ignored = tmp, places, root, (*IGNORED, *ignored)
        self._apart = apart and apart.resolve()
        self._made: dict[Path, Path] = {}

    def one(self, name: str, root: str | None = None, files: Mapping[str, str | bytes] | None = None) -> Copy:
        """Copy an app, given by its entrypoint or folder, with the whole folder it belongs to; add `files` to the copy.

        The folder is `root`, or the one that the project's settings name, or the one of the entrypoint; the app runs
        in it. Raises `FileNotFoundError` if the app doesn't exist, and `ValueError` if the folder can't be used.
        """
        if self._apart and root is None and (self._apart / name).resolve().is_relative_to(self._apart):
            entrypoint = self._copy_alone(self._apart, name)
            folder = entrypoint.parent
        else:
            original = self._find(name)
            named = (self._places[0] / root).resolve() if root is not None else self._root
            if named is None or (root is None and not original.is_relative_to(named)):
                named = original.parent
            if not original.is_relative_to(named):
                raise ValueError(f"{original} is not in root={root!r}, which is {named}")
            folder = self._copy(named)
            entrypoint = folder / original.relative_to(named)
        for file, content in (files or {}).items():
            path = folder / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return Copy(entrypoint, folder, self._tmp / f"{folder.name}.log")

    def _copy_alone(self, folder: Path, name: str) -> Path:
        original, copy = folder / name, self._tmp / name
        if not original.exists():
            raise FileNotFoundError(f"no app {name!r}: looked for {original}")
        if not copy.exists():
            copy.parent.mkdir(parents=True, exist_ok=True)
            if original.is_dir():
                shutil.copytree(original, copy, ignore=shutil.ignore_patterns(*IGNORED))
            else:
                shutil.copyfile(original, copy)
        return _entrypoint(copy) if copy.is_dir() else copy

    def _find(self, name: str) -> Path:
        looked = list(dict.fromkeys((place / name).resolve() for place in self._places))
        for path in looked:
            if path.is_file():
                return path
            if path.is_dir():
                return _entrypoint(path)
        raise FileNotFoundError(f"no app {str(name)!r}: looked for {' and '.join(map(str, looked))}")

    def _copy(self, folder: Path) -> Path:
        if folder.is_relative_to(self._tmp):  # the test has written it
            return folder
        if folder not in self._made:
            copy = self._tmp / folder.name
            while copy.exists():
                copy = copy.with_name(f"{copy.name}_")
            shutil.copytree(folder, copy, ignore=self._ignore(folder))
            self._made[folder] = copy
        return self._made[folder]

    def _ignore(self, root: Path) -> Callable[[str, list[str]], set[str]]:
        size = 0

        def ignore(folder: str, names: list[str]) -> set[str]:
            nonlocal size
            ignored = {name for pattern in self._ignored for name in matching(names, pattern)}
            for name in {*names} - ignored:
                path = Path(folder, name)
                if path.is_file():
                    size += path.stat().st_size
                elif not path.is_dir() or self._tmp.is_relative_to(path.resolve()) or _is_of_no_use(path):
                    ignored.add(name)  # sockets, links to nothing, and what has the copies in it
            if size > LIMIT:
                raise ValueError(
                    f"{root} holds more than {LIMIT // 1_000_000} MB, which each test would copy: "
                    "set streamlit_app_ignore to what the app doesn't need, or name a smaller folder as root"
                )
            return ignored

        return ignore


def _is_of_no_use(folder: Path) -> bool:
    """Tell whether a folder is a virtual environment, or a link that leads back to where it is."""
    return (folder / "pyvenv.cfg").exists() or folder.parent.resolve().is_relative_to(folder.resolve())


def _entrypoint(folder: Path) -> Path:
    if (folder / ENTRYPOINT).is_file():
        return folder / ENTRYPOINT
    found = [name for name in ENTRYPOINTS if (folder / name).is_file()]
    if len(found) == 1:
        return folder / found[0]
    what = " and ".join(found) if found else f"no {', '.join((ENTRYPOINT, *ENTRYPOINTS))}"
    raise FileNotFoundError(f"no app in {folder}: it has {what}; name the file, as in run('{folder.name}/shop.py')")
