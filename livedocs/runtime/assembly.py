"""The folder of the runtime: made from packages and our code, and kept while it is up to date."""

import gzip
import json
import os
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from livedocs.runtime import front_end, interpreter, needs, notices
from livedocs.runtime.archives import NODE, NODE_MODULES, NPM_LOCK, PYPI_LOCK, fetch, installed, run, streamlits
from livedocs.runtime.interpreter import HERE, SNAPSHOT

RUNTIME = Path("docs/assets/run/runtime")
SITE = HERE / "site"
BUNDLES = ("editor.js", "minisearch.js")
SUMS = "SHA256SUMS"
BUILD = "build.js"
TABLES = "tables.js"
STARTED = ("pyodide.asm.js", SNAPSHOT, "snapshot.wasm", "zstd.wasm")  # what the first app loads


def assemble(root: Path) -> str:
    """Make the folder if it is missing, altered, or made from other inputs; return what was done.

    The folders in it are named after what they are made of: those that are whole stay.
    Raises `ArchiveError` if a package is missing or is not the one that its lock names.
    """
    folder, build = root / RUNTIME, _inputs(root)
    sums = _sums(folder)
    altered = {_top(name) for name, digest in sums.items() if _sum(folder / name) != digest}
    if sums and not altered and f'"{build}"' in (folder / BUILD).read_text("utf-8"):
        return "is up to date"
    about, parts = _parts(root)
    files = dict(_files(root))
    kept = {_top(name) for name in sums} & set(parts) - altered
    for path in folder.glob("*"):
        if path.is_file():
            path.unlink()
        elif path.name not in kept:
            shutil.rmtree(path)

    def make(part: str) -> None:
        if part not in kept:
            _write(folder / part, parts[part]())

    first, *rest = parts
    make(first)  # the others need it
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(make, rest))
    for version in about["versions"].values():
        version["sizes"] = _sizes(folder / about["pyodide"], folder / version["python"])
    constants = {"build": build, **about}.items()
    files[BUILD] = "".join(f"export const {name} = {json.dumps(value)};\n" for name, value in constants).encode()
    _write(folder, files)
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    lines = [f"{_sum(path)}  {path.relative_to(folder).as_posix()}\n" for path in paths]
    (folder / SUMS).write_text("".join(lines), "utf-8")
    size = sum(path.stat().st_size for path in paths)
    return f"assembled: {len(paths)} files, {size / 1e6:.1f} MB, {len(set(parts) - kept)} of {len(parts)} parts made"


def _inputs(root: Path) -> str:
    """Return a digest of all inputs; with it, a browser knows whether the running Python is this one."""
    made_by = ("archives.py", "assembly.py", "front_end.py", "needs.py", "notices.py", *interpreter.CODE)
    code = [*(HERE / name for name in made_by), *sorted(HERE.glob("*.js")), *sorted(SITE.glob("*.py"))]
    paths = [root / NPM_LOCK, root / PYPI_LOCK, *code, *sorted((root / RUNTIME.parent).glob("*.js"))]
    return _digest(*streamlits(root).values(), *(path.read_bytes() for path in paths))


def _digest(*contents: bytes | str) -> str:
    encoded = (content.encode() if isinstance(content, str) else content for content in contents)
    return sha256(b"".join(sha256(content).digest() for content in encoded)).hexdigest()[:16]


def _sums(folder: Path) -> dict[str, str]:
    """Return the digest of each file by its name, as the last assembly left it."""
    try:
        lines = (folder / SUMS).read_text("utf-8").splitlines()
    except OSError:
        return {}
    return {name: digest for digest, name in (line.split("  ") for line in lines)}


def _sum(path: Path) -> str | None:
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None


def _top(name: str) -> str:
    return name.partition("/")[0]


def _write(folder: Path, files: dict[str, bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _sizes(*folders: Path) -> dict[str, tuple[int, int]]:
    """Return how many bytes each file has, and how many a server sends that packs what becomes smaller."""
    paths = [path for folder in folders for path in sorted(folder.iterdir()) if path.name in STARTED]
    contents = {path.name: path.read_bytes() for path in paths}
    sent = {name: content if name == SNAPSHOT else gzip.compress(content, 6) for name, content in contents.items()}
    return {name: (len(content), len(sent[name])) for name, content in contents.items()}


def _parts(root: Path) -> tuple[dict[str, Any], dict[str, Callable[[], dict[str, bytes]]]]:
    """Return what the page needs to know of the folders, and what makes the files of each, Pyodide's first."""
    npm = installed(root)
    code = [(HERE / name).read_bytes() for name in interpreter.CODE]
    pyodide = f"pyodide-{_digest(npm['pyodide'], npm['zstddec'], *code)}"
    parts: dict[str, Callable[[], dict[str, bytes]]] = {pyodide: partial(interpreter.pyodide, root)}
    site = {path.name: path.read_bytes() for path in sorted(SITE.glob("*.py"))}
    shown = (HERE / "front_end.py").read_bytes()
    packages = fetch(root, (root / PYPI_LOCK).read_text("utf-8"))
    versions = {}
    for version, lock in streamlits(root).items():
        (streamlit,) = fetch(root, lock)
        wheels = interpreter.required(streamlit, packages)
        python = f"python-{version}-{_digest(pyodide, lock, *(wheel.name for wheel in wheels), *site, *site.values())}"
        page = f"streamlit-{version}-{_digest(lock, shown)}"
        parts[python] = partial(interpreter.packages, root, root / RUNTIME / pyodide, site, wheels)
        parts[page] = partial(front_end.files, streamlit)
        first = [f"{page}/{name}" for name in front_end.first(streamlit)]
        versions[version] = {"python": python, "page": f"{page}/index.html", "frontEnd": first}
    return {"pyodide": pyodide, "versions": versions}, parts


def _files(root: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the name and content of each file outside of these folders, except the one that names them."""
    esbuild = (NODE, str(NODE_MODULES / "esbuild/bin/esbuild"), "--bundle", "--format=esm", "--minify")
    yield from ((name, run(root, "bundle", *esbuild, given=(HERE / name).read_bytes())) for name in BUNDLES)
    yield TABLES, needs.exported().encode()
    yield notices.NAME, notices.notices(root)
