"""stlite, as its pages load it from jsDelivr: which one is locked, and a mirror that needs no network.

The mirror has what stlite installs when an app starts, as wheels of the versions that our runtime contains. Packages
without a pure wheel, such as NumPy and pandas, are empty in it. Streamlit finds our page's stand-ins for them,
and an app that imports one of them can't be tried here.
"""

import json
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from livedocs.model.proofs import Module, Proof
from livedocs.runtime.abilities import runs_live
from livedocs.runtime.archives import NODE_MODULES, NPM_LOCK, PYPI_LOCK, ArchiveError, fetch
from livedocs.runtime.webserver import Request, serve

if TYPE_CHECKING:  # the build of the site needs no browser
    from playwright.sync_api import BrowserContext, Route

ROOT = Path(__file__).parents[2]
STREAMLIT = "1.62.0"  # in the locked stlite
CDN = "https://cdn.jsdelivr.net/"
PACKAGE = "@stlite/browser"
LOCK = Path("livedocs/runtime/stlite.txt")
EMPTY = ("altair-6.0.0", "fastparquet-2024.11.0", "numpy-2.2.5", "pandas-2.3.3", "pillow-11.3.0", "ssl-1.0.0")
APPS = ("/home/pyodide/", "/lib/python3.13/site-packages/stlite_lib/")  # what finds no NumPy in the mirror
NOT_FOR = re.compile(r"^APPS = .+$", re.MULTILINE)
ANY_ORIGIN = {"Access-Control-Allow-Origin": "*"}


@cache
def version(package: str = PACKAGE) -> str:
    """Return the locked version of stlite, or of another npm package."""
    return json.loads((ROOT / NPM_LOCK).read_text("utf-8"))["packages"][f"{NODE_MODULES}/{package}"]["version"]


def runs(proof: Proof) -> bool:
    """Tell whether a claim holds in stlite, according to its marks."""
    return "stlite" in proof.engines and proof.holds_on(STREAMLIT)


def tries(root: Path, module: Module, proof: Proof) -> bool:
    """Tell whether the engine `stlite` runs a proof: it is about stlite, or it runs in the page."""
    return ("stlite" in proof.engines and "live" not in proof.engines) or runs_live(root, module, proof)


def paths() -> tuple[str, str]:
    """Return where jsDelivr has stlite and Pyodide."""
    return f"npm/{PACKAGE}@{version()}/build", f"pyodide/v{version('pyodide')}/full"


@contextmanager
def mirror() -> Iterator[str]:
    """Serve the files that a page of stlite asks jsDelivr for, and yield the URL that stands for `CDN`."""

    def hook(request: Request) -> bool:
        request.extra = ANY_ORIGIN
        return False

    with TemporaryDirectory(ignore_cleanup_errors=True) as folder, serve(Path(folder), hook) as url:
        write(Path(folder))
        yield url


def redirect(context: "BrowserContext", url: str) -> None:
    """Let the pages of a browser profile load from a mirror what they ask jsDelivr for."""

    def answer(route: "Route") -> None:
        route.fulfill(status=302, headers={"Location": route.request.url.replace(CDN, url, 1)} | ANY_ORIGIN)

    context.route(f"{CDN}**", answer)


def write(folder: Path) -> None:
    """Write the mirror into a folder. Raises `ArchiveError` if stlite has another Streamlit than this module says."""
    build, python = (folder / path for path in paths())
    build.parent.mkdir(parents=True)
    build.symlink_to((ROOT / NODE_MODULES / PACKAGE / "build").resolve())
    found = [path.name.split("-")[1] for path in build.glob("wheels/streamlit-*.whl")]
    if found != [STREAMLIT]:
        raise ArchiveError(f"{PACKAGE} has Streamlit {', '.join(found)}: write that into {Path(__file__).name}")
    python.mkdir(parents=True)
    given = [path for path in (ROOT / NODE_MODULES / "pyodide").resolve().iterdir() if path.is_file()]
    wheels = [path for lock in (PYPI_LOCK, LOCK) for path in fetch(ROOT, (ROOT / lock).read_text("utf-8"))]
    for path in given + wheels:
        (python / path.name).symlink_to(path)
    site = ROOT / "livedocs/runtime/site"
    for name in EMPTY:
        with zipfile.ZipFile(python / f"{name}-py3-none-any.whl", "w") as wheel:
            wheel.writestr(f"{name}.dist-info/METADATA", "Name: {}\nVersion: {}\n".format(*name.split("-")))
            if name.startswith("ssl"):  # which is imported as Streamlit starts
                wheel.writestr("ssl.py", f"import nodata\n{(site / 'ssl.py').read_text('utf-8')}")
                wheel.writestr("nodata.py", NOT_FOR.sub(f"APPS = {APPS}", (site / "nodata.py").read_text("utf-8")))
    lock = python / "pyodide-lock.json"
    packages = {entry["name"]: entry for entry in map(_locked, python.glob("*.whl"))}
    packages["anyio"]["depends"] = ["ssl", "idna", "typing-extensions"]
    text = json.dumps(json.loads(lock.read_text("utf-8")) | {"packages": packages})
    lock.unlink()  # it is a link
    lock.write_text(text, "utf-8")


def _locked(file: Path) -> dict[str, Any]:
    name, number = file.name.split("-")[:2]
    paths = {path.split("/")[0].removesuffix(".py") for path in zipfile.ZipFile(file).namelist()}
    entry = {"name": name.replace("_", "-"), "version": number, "file_name": file.name, "install_dir": "site"}
    entry |= {"sha256": sha256(file.read_bytes()).hexdigest(), "package_type": "package"}
    return entry | {"imports": [path for path in paths if ".dist-info" not in path], "depends": []}
