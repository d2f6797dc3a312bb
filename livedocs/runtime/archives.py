"""The archives that the runtime is made of, from npm and PyPI, each with the hash that its lock demands."""

import json
import re
import subprocess
import sys
from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256, sha512
from pathlib import Path

NPM_LOCK = Path("package-lock.json")
PYPI_LOCK = Path("livedocs/runtime/requirements.txt")
CACHE = Path(".cache/runtime")
NPM = ("@stlite/browser", "pyodide")
# Wheels for the Python of Pyodide: pure ones.
PYTHON = ("--only-binary=:all:", "--platform=any", "--implementation=py", "--python-version=3.13")


class ArchiveError(Exception):
    """An archive that cannot be had, or is not what its lock says: one line, with what to do."""


@dataclass(frozen=True)
class Archive:
    """An archive that a lock names: `hashes` are the digests it may have."""

    name: str
    version: str
    hashes: tuple[str, ...]

    @property
    def pattern(self) -> str:
        """What its file in the cache is called."""
        if self.name in NPM:
            return f"{self.name.lstrip('@').replace('/', '-')}-{self.version}.tgz"
        return f"{self.name.replace('-', '_')}-{self.version}-*.whl"

    def check(self, file: Path) -> None:
        """Raise `ArchiveError` unless a file has one of the hashes."""
        content = file.read_bytes()
        digests = {f"sha256:{sha256(content).hexdigest()}", f"sha512-{b64encode(sha512(content).digest()).decode()}"}
        if digests.isdisjoint(self.hashes):
            lock = NPM_LOCK if self.name in NPM else PYPI_LOCK
            raise ArchiveError(
                f"{CACHE / file.name} is not the one that {lock} names: delete it, and it is fetched again"
            )


def locked(root: Path) -> list[Archive]:
    """Return the archives that the locks name."""
    packages = json.loads((root / NPM_LOCK).read_text("utf-8"))["packages"]
    entries = {name: packages[f"node_modules/{name}"] for name in NPM}
    pinned = re.compile(r"^(\S+)==(\S+) \\\n((?: +--hash=\S+(?: \\)?\n)+)", re.MULTILINE)
    wheels = pinned.findall((root / PYPI_LOCK).read_text("utf-8"))
    return [
        *(Archive(name, entry["version"], (entry["integrity"],)) for name, entry in entries.items()),
        *(Archive(name, version, tuple(re.findall(r"--hash=(\S+)", hashes))) for name, version, hashes in wheels),
    ]


def fetch(root: Path) -> dict[str, Path]:
    """Return each archive's file in the cache by the archive's name, fetched if it is not there, and checked."""
    cache = root / CACHE
    cache.mkdir(parents=True, exist_ok=True)
    archives = locked(root)
    missing = [archive for archive in archives if not list(cache.glob(archive.pattern))]
    if npm := [f"{archive.name}@{archive.version}" for archive in missing if archive.name in NPM]:
        _run(root, str(Path(sys.executable).with_name("npm")), "pack", "--silent", f"--pack-destination={CACHE}", *npm)
    if any(archive.name not in NPM for archive in missing):
        pip = (sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes", *PYTHON)
        _run(root, *pip, f"--dest={CACHE}", f"--requirement={PYPI_LOCK}")
    files = {}
    for archive in archives:
        (file,) = cache.glob(archive.pattern)
        archive.check(file)
        files[archive.name] = file
    return files


def _run(root: Path, *command: str) -> None:
    try:
        subprocess.run(command, cwd=root, check=True, capture_output=True, text=True)
    except (OSError, subprocess.CalledProcessError) as error:
        said = (getattr(error, "stderr", None) or str(error)).strip().splitlines()[-1]
        raise ArchiveError(f"cannot fetch what the live snippets need: {said}") from error
