"""What the runtime is made of: npm packages, which `npm ci` has checked, and wheels with the hashes of their lock."""

import json
import re
import subprocess
import sys
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

NPM_LOCK = Path("package-lock.json")
NODE_MODULES = Path("node_modules")
PYPI_LOCK = Path("livedocs/runtime/requirements.txt")
CACHE = Path(".cache/runtime")
# Wheels for the Python of Pyodide: pure ones.
PYTHON = ("--only-binary=:all:", "--platform=any", "--implementation=py", "--python-version=3.13")


class ArchiveError(Exception):
    """What the runtime is made of cannot be had, or is not what its lock says: one line, with what to do."""


@dataclass(frozen=True)
class Wheel:
    """A wheel that the lock names: `hashes` are the digests it may have."""

    name: str
    version: str
    hashes: tuple[str, ...]
    lock: Path

    @property
    def pattern(self) -> str:
        """What its file in the cache is called."""
        return f"{self.name.replace('-', '_')}-{self.version}-*.whl"

    def check(self, file: Path) -> None:
        """Raise `ArchiveError` unless a file has one of the hashes."""
        if f"sha256:{sha256(file.read_bytes()).hexdigest()}" not in self.hashes:
            raise ArchiveError(
                f"{CACHE / file.name} is not the one that {self.lock} names: delete it, and it is fetched again"
            )


def locked(root: Path, lock: Path = PYPI_LOCK) -> list[Wheel]:
    """Return the wheels that a lock names."""
    pinned = re.compile(r"^(\S+)==(\S+) \\\n((?: +--hash=\S+(?: \\)?\n)+)", re.MULTILINE)
    wheels = pinned.findall((root / lock).read_text("utf-8"))
    return [Wheel(name, version, tuple(re.findall(r"--hash=(\S+)", hashes)), lock) for name, version, hashes in wheels]


def fetch(root: Path, lock: Path = PYPI_LOCK) -> list[Path]:
    """Return the wheels' files in the cache, fetched if they are not there, and checked."""
    cache = root / CACHE
    cache.mkdir(parents=True, exist_ok=True)
    wheels = locked(root, lock)
    if not all(list(cache.glob(wheel.pattern)) for wheel in wheels):
        pip = (sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes", *PYTHON)
        run(root, "fetch", *pip, f"--dest={CACHE}", f"--requirement={lock}")
    files = []
    for wheel in wheels:
        (file,) = cache.glob(wheel.pattern)
        wheel.check(file)
        files.append(file)
    return files


def installed(root: Path) -> dict[str, str]:
    """Return the version of each npm package by its name, as the lock has it and so has `node_modules/`."""
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
    """Return the content of a file of an npm package."""
    path = NODE_MODULES / name
    try:
        return (root / path).read_bytes()
    except OSError:
        raise ArchiveError(f"{path} is missing: run `.venv/bin/npm ci`") from None


def run(root: Path, verb: str, *command: str, given: bytes = b"") -> bytes:
    """Run a command, give it its input and return its output; `verb` says what for."""
    try:
        return subprocess.run(command, cwd=root, check=True, capture_output=True, input=given).stdout
    except (OSError, subprocess.CalledProcessError) as error:
        said = (getattr(error, "stderr", b"").decode() or str(error)).strip().splitlines()
        # pip, esbuild, Python in Node; the latter says what the line was too, which may be a megabyte long
        error_lines = [line for line in said if re.match(r"(\S* )?\[?ERROR|\w+Error: ", line)]
        said = (error_lines or said)[-1]
        raise ArchiveError(f"cannot {verb} what the live snippets need: {said}") from error


def _packages(lock: Path) -> dict[str, dict]:
    packages = json.loads(lock.read_text("utf-8"))["packages"]
    return {path: entry for path, entry in packages.items() if path}
