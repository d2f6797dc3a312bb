"""The folder of the runtime: made from archives and our own Python, and left alone while it is as it should be."""

import json
import shutil
import tarfile
import zipfile
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from livedocs.runtime.archives import fetch, locked

RUNTIME = Path("docs/assets/live/runtime")
SITE = Path(__file__).with_name("site")
SUMS = "SHA256SUMS"
PYODIDE = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip")


def assemble(root: Path) -> str:
    """Make the folder if it is missing, of other inputs, or altered; return what was done."""
    folder = root / RUNTIME
    build = _digest(root)
    if _is_whole(folder, build):
        return "is up to date"
    files = dict(_files(fetch(root), build))
    shutil.rmtree(folder, ignore_errors=True)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    sums = "".join(f"{sha256(content).hexdigest()}  {name}\n" for name, content in sorted(files.items()))
    (folder / SUMS).write_text(sums, "utf-8")
    return f"assembled: {len(files)} files, {sum(map(len, files.values())) / 1e6:.1f} MB"


def _digest(root: Path) -> str:
    """Return what stands for all inputs; by it a browser sees that a Python it runs already is another."""
    code = [Path(__file__), *sorted(SITE.glob("*.py")), *sorted((root / RUNTIME.parent).glob("*.js"))]
    inputs = [repr(archive) for archive in locked(root)] + [path.read_text("utf-8") for path in code]
    return sha256("\0".join(inputs).encode()).hexdigest()[:16]


def _is_whole(folder: Path, build: str) -> bool:
    try:
        sums = dict(reversed(line.split("  ")) for line in (folder / SUMS).read_text("utf-8").splitlines())
        return (folder / "build.js").read_bytes() == _build(build) and all(
            sha256((folder / name).read_bytes()).hexdigest() == digest for name, digest in sums.items()
        )
    except OSError:
        return False


def _files(archives: dict[str, Path], build: str) -> Iterator[tuple[str, bytes]]:
    """Yield the name and content of each file in the folder."""
    wheels = [zipfile.ZipFile(path) for path in archives.values() if path.suffix == ".whl"]
    for name, content in _npm(archives["@stlite/browser"], "build/"):
        if name.startswith("wheels/"):
            wheels.append(zipfile.ZipFile(BytesIO(content)))
        elif not name.endswith((".map", ".d.ts")):
            yield f"stlite/{name}", content
    pyodide = dict(_npm(archives["pyodide"]))
    for name in PYODIDE:
        yield f"pyodide/{name}", pyodide[name]
    # Pyodide wants to know of packages it can load: it needs to load none.
    lock = {"info": json.loads(pyodide["pyodide-lock.json"])["info"], "packages": {}}
    yield "pyodide/pyodide-lock.json", json.dumps(lock).encode()
    yield "site.zip", _site(wheels)
    yield "build.js", _build(build)


def _npm(archive: Path, below: str = "") -> Iterator[tuple[str, bytes]]:
    prefix = f"package/{below}"
    with tarfile.open(archive) as tar:
        for member in tar:
            if member.isfile() and member.name.startswith(prefix):
                yield member.name.removeprefix(prefix), tar.extractfile(member).read()


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


def _build(digest: str) -> bytes:
    return f'export default "{digest}";\n'.encode()
