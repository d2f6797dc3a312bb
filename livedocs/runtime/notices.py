"""Whose work the site ships, and under which licenses: `NOTICES.txt`, to which the foot of each page leads."""

import json
import re
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import Any

from livedocs.runtime.archives import NODE_MODULES, NPM_LOCK, PYPI_LOCK, about, fetch, read, streamlits

NAME = "NOTICES.txt"
INTRODUCTION = """\
This site is made with the work of others. What follows names each package of which it ships a part,
its license, where it comes from, and the license's text where the package has it.
"""
# The wheel of Streamlit doesn't have them.
FRONT_END = """\
The front end of Streamlit {version} contains many packages. Streamlit names them, with the text of each license:
https://github.com/streamlit/streamlit/blob/{version}/NOTICES
"""
# What the pages themselves have: the theme's styles, scripts and icons, and the search.
THEME = ("mkdocs", "mkdocs-material")
# What tests use, and what Pyodide needs outside of a browser.
NOT_SHIPPED = {"@stlite/browser", "ws", "@types/emscripten"}
_LICENSE = re.compile(r"(^|/)(LICEN[CS]E|COPYING|NOTICE)[^/]*$", re.IGNORECASE)
RULE = "\n" + "=" * 100 + "\n"


def notices(root: Path) -> bytes:
    """Return the text, the same whenever it is made of the same packages."""
    locks = [(root / PYPI_LOCK).read_text("utf-8"), *streamlits(root).values()]
    wheels = [about(wheel) for lock in locks for wheel in fetch(root, lock)]
    entries = [*_from_npm(root), *map(_from_python, [*wheels, *map(distribution, THEME)])]
    python = "Python's standard library\nPSF-2.0, https://docs.python.org/3/license.html\n"
    return RULE.join([INTRODUCTION, *sorted(entries, key=str.lower), python]).encode()


def _from_npm(root: Path) -> Iterator[str]:
    for path, entry in json.loads((root / NPM_LOCK).read_text("utf-8"))["packages"].items():
        name = path.removeprefix(f"{NODE_MODULES}/")
        if name and name not in NOT_SHIPPED and not entry.get("dev") and not entry.get("optional"):
            package = json.loads(read(root, f"{name}/package.json"))
            source = package.get("repository") or package.get("homepage") or f"https://www.npmjs.com/package/{name}"
            source = source["url"] if isinstance(source, dict) else source
            source = re.sub("^github:", "https://github.com/", source)  # npm's short form
            texts = (file.read_text("utf-8") for file in sorted((root / path).iterdir()) if _LICENSE.search(file.name))
            yield _entry(name, entry["version"], entry["license"], source, texts)


def _from_python(found: Distribution) -> str:
    """Return the entry of a Python package: its license is an expression, a text or a classifier."""
    metadata: Any = found.metadata  # a `Message`, of which mypy knows a part
    classes = [name.split(" :: ")[-1] for name in metadata.get_all("Classifier") or [] if name.startswith("License ::")]
    license_ = metadata.get("License-Expression") or metadata.get("License") or ", ".join(classes)
    urls = dict(line.split(", ", 1) for line in metadata.get_all("Project-URL") or [])
    named = (urls[name] for name in ("Source", "Source Code", "Repository", "Homepage") if name in urls)
    source = next(named, metadata.get("Home-page") or f"https://pypi.org/project/{metadata['Name']}/")
    files = sorted(file for file in found.files or [] if ".dist-info/" in str(file) and _LICENSE.search(str(file)))
    texts = [file.read_text("utf-8") for file in files]
    if metadata["Name"] == "streamlit":
        texts.append(FRONT_END.format(version=metadata["Version"]))
    return _entry(metadata["Name"], metadata["Version"], license_, source, texts)


def _entry(name: str, version: str, license_: str, source: str, texts: Iterable[str]) -> str:
    return "\n\n".join([f"{name} {version}\n{license_}, {source}", *(text.strip() for text in texts)]) + "\n"
