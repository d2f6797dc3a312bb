"""The folder of the runtime: made from packages and our code, and kept while it is up to date."""

import base64
import gzip
import json
import re
import shutil
import zipfile
from collections.abc import Iterable, Iterator
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from livedocs.runtime import front_end, notices
from livedocs.runtime.archives import (
    NODE,
    NODE_MODULES,
    NPM_LOCK,
    PYPI_LOCK,
    ArchiveError,
    fetch,
    installed,
    read,
    run,
    streamlits,
)

RUNTIME = Path("docs/assets/run/runtime")
HERE = Path(__file__).parent
SITE = HERE / "site"
BUNDLES = ("editor.js", "minisearch.js")
SUMS = "SHA256SUMS"
BUILD = "build.js"
ZSTD = "zstddec/dist/zstddec.mjs"
DATA = (11, 12)  # sections of WebAssembly: what is put into memory, and how many pieces it has
PYODIDE = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm")
LOADED = ("pyodide.mjs", "pyodide.asm.js", "snapshot.wasm")  # what the page loads of Python, whatever the version
# Of the wheels, what no app in a page imports: the front end, which is served as files, demos, and what has other uses.
UNUSED = re.compile(r"^streamlit/(static|hello|assets|\.agents|testing)/|\.dist-info/(?!METADATA$)|\.(pyi|so)$")


def assemble(root: Path) -> str:
    """Make the folder if it is missing, altered, or made from other inputs; return what was done.

    Raises `ArchiveError` if a part is missing or is not the one that its lock names.
    """
    folder = root / RUNTIME
    build = _inputs(root)
    if _is_whole(folder, build):
        return "is up to date"
    files = dict(_files(root, build))
    shutil.rmtree(folder, ignore_errors=True)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    sums = "".join(f"{sha256(content).hexdigest()}  {name}\n" for name, content in sorted(files.items()))
    (folder / SUMS).write_text(sums, "utf-8")
    return f"assembled: {len(files)} files, {sum(map(len, files.values())) / 1e6:.1f} MB"


def _inputs(root: Path) -> str:
    """Return a digest of all inputs; with it, a browser knows whether the running Python is this one."""
    ours = ("a*.py", "front_end.py", "notices.py", "precompile.py", "snapshot.py", "*.js", "*.mjs", "site/*.py")
    code = [path for pattern in ours for path in sorted(HERE.glob(pattern))]
    paths = [root / NPM_LOCK, root / PYPI_LOCK, *code, *sorted((root / RUNTIME.parent).glob("*.js"))]
    return _digest(*map(str.encode, streamlits(root).values()), *(path.read_bytes() for path in paths))


def _digest(*contents: bytes) -> str:
    return sha256(b"".join(sha256(content).digest() for content in contents)).hexdigest()[:16]


def _is_whole(folder: Path, build: str) -> bool:
    try:
        sums = [line.split("  ") for line in (folder / SUMS).read_text("utf-8").splitlines()]
        return f'"{build}"' in (folder / BUILD).read_text("utf-8") and all(
            sha256((folder / name).read_bytes()).hexdigest() == digest for digest, name in sums
        )
    except OSError:
        return False


def _files(root: Path, build: str) -> Iterator[tuple[str, bytes]]:
    """Yield the name and content of each file in the folder."""
    installed(root)
    esbuild = (NODE, str(NODE_MODULES / "esbuild/bin/esbuild"), "--bundle", "--format=esm", "--minify")
    yield from ((name, run(root, "bundle", *esbuild, given=(HERE / name).read_bytes())) for name in BUNDLES)
    pyodide = dict(_pyodide(root))
    about: dict[str, Any] = {"build": build, "pyodide": f"pyodide-{_digest(*pyodide.values())}", "versions": {}}
    about["size"] = _megabytes(pyodide[name] for name in LOADED)
    yield from ((f"{about['pyodide']}/{name}", content) for name, content in pyodide.items())
    packages = [*map(zipfile.ZipFile, fetch(root, (root / PYPI_LOCK).read_text("utf-8")))]
    wheels = []
    for version, lock in streamlits(root).items():
        wheels += [zipfile.ZipFile(path) for path in fetch(root, lock)]
        python = _python(root, pyodide, [*packages, wheels[-1]])
        folder = f"python-{version}-{_digest(*python.values())}"
        yield from ((f"{folder}/{name}", content) for name, content in python.items())
        shown = dict(front_end.files(wheels[-1]))
        page = f"streamlit-{version}"
        yield from ((f"{page}/{name}", content) for name, content in shown.items())
        first = front_end.first(shown)
        about["versions"][version] = {
            "python": folder,
            "page": f"{page}/index.html",
            "frontEnd": [f"{page}/{name}" for name in first],
            "size": _megabytes([python["snapshot.bin.zst"], *(shown[name] for name in first)]),
        }
    yield notices.NAME, notices.notices(root, [*packages, wheels[0]])
    yield BUILD, "".join(f"export const {name} = {json.dumps(value)};\n" for name, value in about.items()).encode()


def _megabytes(files: Iterable[bytes]) -> float:
    """Return how much a page loads for files, which web servers compress."""
    return round(sum(len(gzip.compress(content)) for content in files) / 1e6, 1)


def _pyodide(root: Path) -> Iterator[tuple[str, bytes]]:
    """Yield what Python is without packages, which is the same for each version of Streamlit."""
    yield from ((name, read(root, f"pyodide/{name}")) for name in PYODIDE)
    library = "python_stdlib.zip"
    yield from _precompiled(root, {library: read(root, f"pyodide/{library}")}).items()
    # Pyodide wants to know of packages it can load: it needs to load none.
    lock = {"info": json.loads(read(root, "pyodide/pyodide-lock.json"))["info"], "packages": {}}
    yield "pyodide-lock.json", json.dumps(lock).encode()
    yield "snapshot.wasm", _without_data(read(root, "pyodide/pyodide.asm.wasm"))
    yield "zstd.wasm", _zstd(root)


def _python(root: Path, pyodide: dict[str, bytes], wheels: list[zipfile.ZipFile]) -> dict[str, bytes]:
    """Return what Python has of packages: the archive that it imports from, and its memory once it has imported."""
    python = _precompiled(root, {"site.zip": _site(wheels)})
    return python | {"snapshot.bin.zst": _snapshot(root, pyodide | python)}


def _site(wheels: list[zipfile.ZipFile]) -> bytes:
    """Return one archive with all of Python's packages, to import from: the same bytes whenever it is made."""
    content = {path.name: path.read_bytes() for path in SITE.glob("*.py")}
    content["google/"] = b""  # a namespace package, which is found by its folder
    for wheel in wheels:
        content |= {name: wheel.read(name) for name in wheel.namelist() if not UNUSED.search(name)}
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as site:
        for name in sorted(content):
            site.writestr(zipfile.ZipInfo(name), content[name], zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _precompiled(root: Path, archives: dict[str, bytes]) -> dict[str, bytes]:
    """Return the archives with bytecode for modules, made by the Python in the npm package."""
    with TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in archives]
        for path in paths:
            path.write_bytes(archives[path.name])
        run(root, "compile", NODE, str(HERE / "precompile.mjs"), str(NODE_MODULES / "pyodide"), *map(str, paths))
        return {path.name: path.read_bytes() for path in paths}


def _snapshot(root: Path, python: dict[str, bytes]) -> bytes:
    """Return the memory of a Python that has imported what an app needs: made of the very files that a page loads."""
    with TemporaryDirectory() as folder:
        for name, content in python.items():
            Path(folder, name).write_bytes(content)
        # Python notes as it starts whether it can wait for a promise, which a browser may be able to.
        return run(root, "start", NODE, "--experimental-wasm-jspi", str(HERE / "snapshot.mjs"), folder)


def _zstd(root: Path) -> bytes:
    """Return the WebAssembly that zstddec's module has as text: the module would keep its memory for good."""
    found = re.search(rb'"(AGFzbQ[\w+/]+=*)"', read(root, ZSTD))
    if not found:
        raise ArchiveError(f"{NODE_MODULES / ZSTD} has no WebAssembly: find where this version keeps it")
    return base64.b64decode(found[1])


def _without_data(module: bytes) -> bytes:
    """Return WebAssembly without what it puts into memory: two fifths of Pyodide's, which the snapshot has too."""
    kept, at = module[:8], 8  # the magic number and the version come before the sections
    while at < len(module):
        start, length, shift = at, 0, 0
        while shift == 0 or module[at] & 0x80:  # the length has seven bits in each byte, the lowest first
            at += 1
            length |= (module[at] & 0x7F) << shift
            shift += 7
        at += 1 + length
        if module[start] not in DATA:
            kept += module[start:at]
    return kept
