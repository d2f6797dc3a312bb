"""The baseline: pages that mount apps with stlite as it is, and beside it Pyodide with the packages it asks for."""

import json
import shutil
import zipfile
from collections.abc import Iterable
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from livedocs.model.snippets import Snippet
from livedocs.runtime.archives import NODE_MODULES, fetch, read
from livedocs.runtime.assembly import FRONT_END, PYODIDE, SITE

LOCK = Path("livedocs/qa/bench/requirements.txt")
PAGE = Path(__file__).with_name("baseline.html")
# What stlite installs though our apps never import it: empty here, which spares it megabytes.
EMPTY = {"altair": "6.0.0", "fastparquet": "2024.11.0", "numpy": "2.2.5", "pandas": "2.3.3", "pillow": "11.3.0"}


def assemble(root: Path, folder: Path, pages: dict[str, Iterable[Snippet]]) -> None:
    """Make a folder of pages by name, each with these apps."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(root / NODE_MODULES / FRONT_END, folder / "stlite", ignore=shutil.ignore_patterns("*.map"))
    wheels = {path.name: path.read_bytes() for path in [*fetch(root), *fetch(root, LOCK)]}
    wheels |= dict(_wheel(name, version) for name, version in EMPTY.items())
    wheels |= dict([_wheel("ssl", "1.0.0", (SITE / "ssl.py").read_bytes())])
    lock = {
        "info": json.loads(read(root, "pyodide/pyodide-lock.json"))["info"],
        "packages": {entry["name"]: entry for name, content in wheels.items() for entry in [_entry(name, content)]},
    }
    lock["packages"]["anyio"]["depends"] += ["ssl", "idna", "typing-extensions"]
    files = {f"pyodide/{name}": read(root, f"pyodide/{name}") for name in PYODIDE}
    files |= {f"pyodide/{name}": content for name, content in wheels.items()}
    files["pyodide/pyodide-lock.json"] = json.dumps(lock).encode()
    for page, snippets in pages.items():
        files[f"{page}/index.html"] = _page(snippets).encode()
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _page(snippets: Iterable[Snippet]) -> str:
    apps = {
        snippet.name: {
            "entrypoint": snippet.entrypoint.name,
            "files": {str(path.relative_to(snippet.entrypoint.parent)): text for path, text in snippet.files.items()},
        }
        for snippet in snippets
    }
    return PAGE.read_text("utf-8").replace("APPS", json.dumps(apps).replace("<", r"\u003c"))


def _wheel(name: str, version: str, module: bytes | None = None) -> tuple[str, bytes]:
    """Return a wheel with one module or none: its file name and content."""
    about = f"{name}-{version}.dist-info/"
    content = {
        f"{about}METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{about}WHEEL": "Wheel-Version: 1.0\nGenerator: livedocs\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{about}RECORD": "",
    }
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as wheel:
        for path, text in content.items():
            wheel.writestr(path, text)
        if module is not None:
            wheel.writestr(f"{name}.py", module)
    return f"{name}-{version}-py3-none-any.whl", buffer.getvalue()


def _entry(file_name: str, content: bytes) -> dict:
    """Return what Pyodide's lock says of a wheel."""
    name, version = file_name.split("-")[:2]
    with zipfile.ZipFile(BytesIO(content)) as wheel:
        imports = {path.split("/")[0].removesuffix(".py") for path in wheel.namelist() if ".dist-info" not in path}
    return {
        "name": name.replace("_", "-"),
        "version": version,
        "file_name": file_name,
        "install_dir": "site",
        "sha256": sha256(content).hexdigest(),
        "package_type": "package",
        "imports": sorted(imports),
        "depends": [],
        "unvendored_tests": False,
    }
