"""The Python of a page: Pyodide, and for each version of Streamlit what it imports, and the memory after that."""

import base64
import json
import re
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile, ZipInfo

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from livedocs.runtime.archives import NODE, NODE_MODULES, ArchiveError, about, read, run

HERE = Path(__file__).parent
# What decides, besides packages and our modules, what is made here.
CODE = ("interpreter.py", "precompile.mjs", "precompile.py", "snapshot.mjs", "snapshot.py")
LIBRARY = "python_stdlib.zip"
ARCHIVE = "site.zip"
SNAPSHOT = "snapshot.bin.zst"
ZSTD = "zstddec/dist/zstddec.mjs"
DATA = (11, 12)  # sections of WebAssembly: what is put into memory, and how many pieces it has
PYODIDE = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm")
# Of the wheels, what no app in a page imports: the front end, which is served as files, demos, and what has other uses.
UNUSED = re.compile(r"^streamlit/(static|hello|assets|\.agents|testing)/|\.dist-info/(?!METADATA$)|\.(pyi|so)$")


def pyodide(root: Path) -> dict[str, bytes]:
    """Return the files of a Python without packages, which is the same for each version of Streamlit."""
    files = {name: read(root, f"pyodide/{name}") for name in PYODIDE}
    # Pyodide wants to know of packages it can load: it needs to load none.
    lock = {"info": json.loads(read(root, "pyodide/pyodide-lock.json"))["info"], "packages": {}}
    return {
        **files,
        LIBRARY: _precompiled(root, LIBRARY, read(root, f"pyodide/{LIBRARY}")),
        "pyodide-lock.json": json.dumps(lock).encode(),
        "snapshot.wasm": _without_data(files["pyodide.asm.wasm"]),
        "zstd.wasm": _zstd(root),
    }


def packages(root: Path, python: Path, site: dict[str, bytes], wheels: Iterable[Path]) -> dict[str, bytes]:
    """Return an archive of modules to import from, and the memory of that Python once it has imported from it."""
    archive = _precompiled(root, ARCHIVE, _archive(site, wheels))
    with TemporaryDirectory() as folder:
        path = Path(folder, ARCHIVE)
        path.write_bytes(archive)
        # Python notes as it starts whether it can wait for a promise, which a browser may be able to.
        snapshot = (NODE, "--experimental-wasm-jspi", str(HERE / "snapshot.mjs"), str(python), str(path))
        return {ARCHIVE: archive, SNAPSHOT: run(root, "start", *snapshot)}


def required(wheel: Path, others: Iterable[Path]) -> list[Path]:
    """Return a wheel and those of the others that it requires, and that these require."""
    by_name = {canonicalize_name(about(other).name): other for other in others}
    found = [wheel]
    for one in found:  # which grows
        for requirement in map(Requirement, about(one).requires or ()):
            other = by_name.get(canonicalize_name(requirement.name))
            if other and other not in found and "extra" not in str(requirement.marker):
                found.append(other)
    return found


def _archive(site: dict[str, bytes], wheels: Iterable[Path]) -> bytes:
    """Return one archive with our modules and those of all wheels: the same bytes whenever it is made."""
    content = site | {"google/": b""}  # a namespace package, which is found by its folder
    for wheel in map(ZipFile, wheels):
        content |= {name: wheel.read(name) for name in wheel.namelist() if not UNUSED.search(name)}
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name in sorted(content):
            archive.writestr(ZipInfo(name), content[name])
    return buffer.getvalue()


def _precompiled(root: Path, name: str, archive: bytes) -> bytes:
    """Return an archive with bytecode for modules, made by the Python in the npm package."""
    with TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(archive)
        run(root, "compile", NODE, str(HERE / "precompile.mjs"), str(NODE_MODULES / "pyodide"), str(path))
        return path.read_bytes()


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
