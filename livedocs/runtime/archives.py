"""What the runtime is made of: npm packages, which `npm ci` has checked, and wheels, which pip checks with a lock."""

import json
import re
import subprocess
import sys
from hashlib import sha256
from importlib.metadata import Distribution, PathDistribution
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import Path as ZipPath
from zipfile import ZipFile

NPM_LOCK = Path("package-lock.json")
NODE_MODULES = Path("node_modules")
NODE = str(Path(sys.executable).with_name("node"))
PYPI_LOCK = Path("livedocs/runtime/requirements.txt")
SITE_LOCK = Path("requirements.txt")
OLDER_LOCK = Path("livedocs/runtime/older.txt")
CACHE = Path(".cache/runtime")
# Wheels for the Python of Pyodide: pure ones.
PYTHON = ("--only-binary=:all:", "--platform=any", "--implementation=py", "--python-version=3.13")
LINE = 1000  # characters: a bundle's line may have a megabyte


class ArchiveError(Exception):
    """A part of the runtime is missing, or is not the one that its lock names: one line, with what to do."""


def streamlits(root: Path) -> dict[str, str]:
    """Return the versions of Streamlit that the page runs, the newest first, and what a lock says of each."""
    texts = [(root / lock).read_text("utf-8") for lock in (SITE_LOCK, OLDER_LOCK)]
    found = re.findall(r"^streamlit(?:\[\w+\])?==([\d.]+)((?: \\\n +--hash=\S+)+)", "\n".join(texts), re.MULTILINE)
    return {version: f"streamlit=={version}{hashes}\n" for version, hashes in found}


def fetch(root: Path, lock: str) -> list[Path]:
    """Return the files of the wheels that a lock names, from a folder of the cache that belongs to this very lock.

    Raises `ArchiveError` if pip cannot download them, or if they do not have the hashes of the lock.
    """
    cache = root / CACHE / sha256(lock.encode()).hexdigest()[:16]
    if not cache.exists():
        cache.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=cache.parent) as folder:  # the cache has either all wheels or none
            Path(folder, "lock.txt").write_text(lock, "utf-8")
            pip = (sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes", *PYTHON)
            run(root, "fetch", *pip, f"--dest={folder}/wheels", f"--requirement={folder}/lock.txt")
            Path(folder, "wheels").rename(cache)
    return sorted(cache.iterdir())


def about(wheel: Path) -> Distribution:
    """Return what a wheel says of itself."""
    archive = ZipFile(wheel)
    metadata = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
    return PathDistribution(ZipPath(archive, metadata.removesuffix("METADATA")))


def installed(root: Path) -> dict[str, str]:
    """Return the version of each npm package by its name. Raises `ArchiveError` if `node_modules/` has another one."""
    demanded = _packages(root / NPM_LOCK)
    try:
        there = _packages(root / NODE_MODULES / ".package-lock.json")
    except OSError:
        there = {}
    for path, entry in demanded.items():
        # Optional packages are for this platform or for another.
        if not entry.get("optional") and there.get(path, {}).get("integrity") != entry["integrity"]:
            raise ArchiveError(f"{path} is not the one that {NPM_LOCK} names: run `.venv/bin/npm ci`")
    return {path.removeprefix(f"{NODE_MODULES}/"): entry["version"] for path, entry in demanded.items()}


def read(root: Path, name: str) -> bytes:
    """Return the content of a file of an npm package. Raises `ArchiveError` if it is missing."""
    path = NODE_MODULES / name
    try:
        return (root / path).read_bytes()
    except OSError:
        raise ArchiveError(f"{path} is missing: run `.venv/bin/npm ci`") from None


def run(root: Path, verb: str, *command: str, given: bytes = b"") -> bytes:
    """Run a command with an input and return its output. Raises `ArchiveError` if it fails; `verb` says what for."""
    try:
        return subprocess.run(command, cwd=root, check=True, capture_output=True, input=given).stdout
    except (OSError, subprocess.CalledProcessError) as error:
        said = (getattr(error, "stderr", b"").decode() or str(error)).strip().splitlines()
        said = [line for line in said if len(line) < LINE] or ["it says nothing"]  # Node prints the line of the error
        # pip, esbuild, and Python in Node
        error_lines = [line for line in said if re.match(r"(\S* )?\[?ERROR|\w+Error: ", line)]
        raise ArchiveError(f"cannot {verb} what runs the apps: {(error_lines or said)[-1]}") from error


def _packages(lock: Path) -> dict[str, dict]:
    packages = json.loads(lock.read_text("utf-8"))["packages"]
    return {path: entry for path, entry in packages.items() if path}
