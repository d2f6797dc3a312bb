"""Whose work the site ships, and under which licences: `NOTICES.txt`, to which the foot of each page leads."""

import json
import re
from collections.abc import Iterable, Iterator
from email.message import Message
from email.parser import Parser
from importlib.metadata import distribution
from pathlib import Path
from zipfile import ZipFile

from livedocs.runtime.archives import NODE_MODULES, NPM_LOCK, read

NAME = "NOTICES.txt"
INTRODUCTION = """\
This site is made with the work of others. What follows names each package of which it ships a part,
its licence, where it comes from, and the licence's text where the package has it.
"""
# What the pages themselves have: the theme's styles, scripts and icons, and the search.
THEME = ("mkdocs", "mkdocs-material")
# Pyodide needs these where it runs outside of a browser.
NOT_SHIPPED = {"ws", "@types/emscripten"}
_LICENCE = re.compile(r"(^|/)(LICEN[CS]E|COPYING|NOTICE)[^/]*$", re.IGNORECASE)
RULE = "\n" + "=" * 100 + "\n"


def notices(root: Path, wheels: Iterable[ZipFile]) -> bytes:
    """Return the text, the same whenever it is made of the same packages."""
    entries = [*_from_npm(root), *map(_from_wheel, wheels), *map(_installed, THEME)]
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
            texts = (file.read_text("utf-8") for file in sorted((root / path).iterdir()) if _LICENCE.search(file.name))
            yield _entry(name, entry["version"], entry["license"], source, texts)


def _from_wheel(wheel: ZipFile) -> str:
    names = sorted(name for name in wheel.namelist() if ".dist-info/" in name)
    metadata = next(name for name in names if name.endswith(".dist-info/METADATA"))
    texts = (wheel.read(name).decode() for name in names if _LICENCE.search(name))
    return _described(Parser().parsestr(wheel.read(metadata).decode()), texts)


def _installed(name: str) -> str:
    found = distribution(name)
    files = sorted(file for file in found.files or [] if ".dist-info/" in str(file) and _LICENCE.search(str(file)))
    return _described(found.metadata, (file.read_text("utf-8") for file in files))


def _described(metadata: Message, texts: Iterable[str]) -> str:
    """Return the entry of a Python package: its licence is an expression, a text or a classifier."""
    classes = [name.split(" :: ")[-1] for name in metadata.get_all("Classifier", []) if name.startswith("License ::")]
    licence = metadata.get("License-Expression") or metadata.get("License") or ", ".join(classes)
    urls = dict(line.split(", ", 1) for line in metadata.get_all("Project-URL", []))
    named = (urls[name] for name in ("Source", "Source Code", "Repository", "Homepage") if name in urls)
    source = next(named, metadata.get("Home-page") or f"https://pypi.org/project/{metadata['Name']}/")
    return _entry(metadata["Name"], metadata["Version"], licence, source, texts)


def _entry(name: str, version: str, licence: str, source: str, texts: Iterable[str]) -> str:
    return "\n\n".join([f"{name} {version}\n{licence}, {source}", *(text.strip() for text in texts)]) + "\n"
