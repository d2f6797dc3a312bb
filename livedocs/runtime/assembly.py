"""The folder of the runtime: made from packages and our own code, and left alone while it is as it should be."""

import base64
import json
import re
import shutil
import sys
import zipfile
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from livedocs.runtime import notices
from livedocs.runtime.abilities import STLITE, STREAMLIT
from livedocs.runtime.archives import NODE_MODULES, NPM_LOCK, PYPI_LOCK, ArchiveError, fetch, installed, read, run

RUNTIME = Path("docs/assets/run/runtime")
SITE = Path(__file__).with_name("site")
BUNDLES = [Path(__file__).with_name(name) for name in ("editor.js", "minisearch.js")]
PRECOMPILE = Path(__file__).with_name("precompile.mjs")
SNAPSHOT = Path(__file__).with_name("snapshot.mjs")
SUMS = "SHA256SUMS"
BUILD = "build.js"
FRONT_END = "@stlite/browser/build"
# Beside maps, types and wheels: fonts that have a better format in the same rule, and a reader of Parquet, which
# `frame.html` allows neither to be requested nor to be compiled.
UNUSED = (".map", ".ts", ".woff", ".ttf", ".wasm", ".whl")
ZSTD = "zstddec/dist/zstddec.mjs"
DATA = (11, 12)  # sections of WebAssembly: what is put into memory, and how many pieces it has
PYODIDE = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip")


def assemble(root: Path) -> str:
    """Make the folder if it is missing, of other inputs, or altered; return what was done."""
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
    """Return what stands for all inputs; by it a browser sees that a Python it runs already is another."""
    code = [
        Path(__file__),
        Path(notices.__file__),
        *BUNDLES,
        *(path.with_suffix(suffix) for path in (PRECOMPILE, SNAPSHOT) for suffix in (".mjs", ".py")),
        *sorted(SITE.glob("*.py")),
        *sorted((root / RUNTIME.parent).glob("*.js")),
    ]
    paths = [root / NPM_LOCK, root / PYPI_LOCK, *code]
    inputs = [STREAMLIT, STLITE, *(path.read_text("utf-8") for path in paths)]
    return _digest(*(text.encode() for text in inputs))


def _digest(*contents: bytes) -> str:
    return sha256(b"".join(sha256(content).digest() for content in contents)).hexdigest()[:16]


def _is_whole(folder: Path, build: str) -> bool:
    try:
        sums = dict(reversed(line.split("  ")) for line in (folder / SUMS).read_text("utf-8").splitlines())
        return f'"{build}"' in (folder / BUILD).read_text("utf-8") and all(
            sha256((folder / name).read_bytes()).hexdigest() == digest for name, digest in sums.items()
        )
    except OSError:
        return False


def _files(root: Path, build: str) -> Iterator[tuple[str, bytes]]:
    """Yield the name and content of each file in the folder."""
    versions = installed(root)
    bundled = _bundled(root, versions["@stlite/browser"])
    front_end = dict(_front_end(root))
    yield from front_end.items()
    wheels = [zipfile.ZipFile(path) for path in [*fetch(root), *bundled]]
    site = _site(wheels)
    compiled = _precompiled(root, {"site.zip": site, "python_stdlib.zip": read(root, "pyodide/python_stdlib.zip")})
    python = {name: read(root, f"pyodide/{name}") for name in PYODIDE} | compiled
    # Pyodide wants to know of packages it can load: it needs to load none.
    lock = {"info": json.loads(read(root, "pyodide/pyodide-lock.json"))["info"], "packages": {}}
    python["pyodide-lock.json"] = json.dumps(lock).encode()
    python["snapshot.bin.zst"] = _snapshot(root, python)
    python["snapshot.wasm"] = _without_data(python["pyodide.asm.wasm"])
    python["zstd.wasm"] = _zstd(root)
    folder = f"python-{_digest(*python.values())}"
    yield from ((f"{folder}/{name}", content) for name, content in python.items())
    for source in BUNDLES:
        yield source.name, _bundle(root, source)
    yield notices.NAME, notices.notices(root, wheels)
    about = {"build": build, "python": folder, "frontEnd": ["stlite/stlite.css", *_imported(front_end)]}
    yield BUILD, "".join(f"export const {name} = {json.dumps(value)};\n" for name, value in about.items()).encode()


def _bundled(root: Path, version: str) -> list[BytesIO]:
    """Return the wheels that stlite brings, if its and their versions are those that the site speaks of."""
    names = re.findall(r"wheels/([\w.-]+\.whl)", read(root, f"{FRONT_END}/stlite.js").decode())
    streamlit = next(name.split("-")[1] for name in names if name.startswith("streamlit-"))
    if (version, streamlit) != (STLITE, STREAMLIT):
        raise ArchiveError(
            f"{NPM_LOCK} has stlite {version} with Streamlit {streamlit}, but livedocs/runtime/abilities.py says "
            f"{STLITE} with {STREAMLIT}: make them the same"
        )
    return [BytesIO(read(root, f"{FRONT_END}/wheels/{name}")) for name in names]


def _front_end(root: Path) -> Iterator[tuple[str, bytes]]:
    """Yield what a frame loads, if none of it is missing."""
    folder = root / NODE_MODULES / FRONT_END
    paths = [path for path in folder.rglob("*") if path.suffix not in UNUSED and path.is_file()]
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    imported = {name.decode() for content in files.values() for name in re.findall(rb'"\./([\w.-]+\.js)"', content)}
    for name in {"stlite.css", *imported} - files.keys():
        read(root, f"{FRONT_END}/{name}")  # tells which one
    for name, content in files.items():
        yield f"stlite/{name}", content


def _imported(front_end: dict[str, bytes]) -> list[str]:
    """Return the names of stlite's module and of those that it imports as it is loaded, and they in turn."""
    names = ["stlite/stlite.js"]
    for name in names:
        imported = re.findall(rb'(?:from|import) ?"\./([\w.-]+\.js)"', front_end[name])
        paths = dict.fromkeys(f"stlite/{module.decode()}" for module in imported)
        names += [path for path in paths if path not in names]
    return names


def _bundle(root: Path, source: Path) -> bytes:
    """Return a module and what it imports as one module."""
    esbuild = (str(Path(sys.executable).with_name("node")), str(NODE_MODULES / "esbuild/bin/esbuild"))
    return run(root, "bundle", *esbuild, "--bundle", "--format=esm", "--minify", given=source.read_bytes())


def _site(wheels: list[zipfile.ZipFile]) -> bytes:
    """Return one archive with all of Python's packages, to import from: the same bytes whenever it is made."""
    content = {path.name: path.read_bytes() for path in SITE.glob("*.py")}
    content["google/"] = b""  # a namespace package, which is found by its folder
    for wheel in wheels:
        content |= {name: wheel.read(name) for name in wheel.namelist()}
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
        node = str(Path(sys.executable).with_name("node"))
        run(root, "compile", node, str(PRECOMPILE), str(NODE_MODULES / "pyodide"), *map(str, paths))
        return {path.name: path.read_bytes() for path in paths}


def _snapshot(root: Path, python: dict[str, bytes]) -> bytes:
    """Return the memory of a Python that has imported what an app needs: made of the very files that a page loads."""
    with TemporaryDirectory() as folder:
        for name, content in python.items():
            Path(folder, name).write_bytes(content)
        # Python notes as it starts whether it can wait for a promise, which a browser may be able to.
        node = (str(Path(sys.executable).with_name("node")), "--experimental-wasm-jspi")
        return run(root, "start", *node, str(SNAPSHOT), folder)


def _zstd(root: Path) -> bytes:
    """Return the WebAssembly that zstddec's module has as text: the module would keep its memory for good."""
    found = re.search(rb'"(AGFzbQ[\w+/]+=*)"', read(root, ZSTD))
    if not found:
        raise ArchiveError(f"{NODE_MODULES / ZSTD} has no WebAssembly: see how this version of it brings its own")
    return base64.b64decode(found[1])


def _without_data(module: bytes) -> bytes:
    """Return WebAssembly without what it puts into memory: two fifths of Pyodide's, which the snapshot has too."""
    kept, at = module[:8], 8  # the magic number and the version come before the sections
    while at < len(module):
        start, length, shift, more = at, 0, 0, True
        while more:
            at += 1
            length |= (module[at] & 0x7F) << shift
            shift, more = shift + 7, module[at] & 0x80
        at += 1 + length
        if module[start] not in DATA:
            kept += module[start:at]
    return kept
