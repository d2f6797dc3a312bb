"""Find the version of Streamlit that a lock file, or a file of requirements, pins: read as its own tool reads it."""

import codecs
import io
import json
import platform
import re
import tokenize
import tomllib
from collections.abc import Iterator, Sequence
from configparser import ConfigParser
from configparser import Error as ConfigParserError
from dataclasses import dataclass
from os.path import normpath
from pathlib import Path
from typing import Any

import yaml
from packaging.markers import Marker
from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name, parse_wheel_filename
from packaging.version import Version

LOCKS = ("uv.lock", "poetry.lock", "pdm.lock", "pylock.toml", "Pipfile.lock")
_OURS = ("streamlit", "streamlit-nightly")
_PYTHON = ("python", "requires-python", "requires_python", "python-versions")
_NAME_IT = "name a version, as in STREAMLIT="
_WIDE = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_LINE = re.compile(r"(?:[^#\n]*\\\n)*[^\n]+")  # a backslash continues it
_INCLUDE = re.compile(r"(?:-[rc]|--(?:requirement|constraint)(?=[\s=]))[\s=]*(?P<file>\S.*)")
_CONDA = re.compile(
    r"(?P<name>[\w.-]+)\s*(?P<operator>={0,2})\s*(?P<version>\d+(?:\.\d+)*(?:(?:a|b|rc|\.dev)\d+)?)(?P<any>\.?\*)?"
    r"(?:[=\s]\s*\w+)?"  # the build
)
_LISTS = re.compile("dependenc|require|Pipfile")  # the keys, or the file, below which requirements are


class UnpinnedError(RuntimeError):
    """A file names no single version of Streamlit: why, and what to do."""


@dataclass(frozen=True)
class Mention:
    """What a place in a file asks for, and for which Python."""

    where: str
    asks: SpecifierSet
    when: str = ""  # the marker, or what Python it is for
    applies: bool = True  # to the Python that runs this
    locked: bool = False  # by a tool, maybe along with other versions for other Pythons


def pinned(file: Path, known: Sequence[str]) -> tuple[str, str]:
    """Return the version that a file pins, `1.50` for the newest patch of 1.50, and where the file says so.

    `known` are the versions to suggest, the oldest first. Raises `UnpinnedError` if the file pins none.
    """
    mentions = list(_mentions(file))
    locks = [str(file.with_name(name)) for name in LOCKS if name != file.name and file.with_name(name).is_file()]
    instead = f"use {' or '.join(locks)}, next to it, or {_NAME_IT}" if locks else _NAME_IT
    if not mentions:
        raise UnpinnedError(f"{file} doesn't mention Streamlit: {instead}1.50.0")
    several = len({mention.asks for mention in mentions}) > 1
    chosen = [mention for mention in mentions if mention.applies or not several]
    python = f"this is Python {platform.python_version()}"
    if not chosen:
        asked = " and ".join(f"{mention.asks} if {mention.when}" for mention in mentions)
        raise UnpinnedError(f"{file} asks for {asked}, and {python}: {_NAME_IT}1.50.0")
    if all(mention.locked for mention in chosen):
        chosen = [max(chosen, key=lambda mention: Version(str(mention.asks).removeprefix("==")))]
    asks = SpecifierSet(",".join(str(mention.asks) for mention in chosen))
    places = dict.fromkeys(mention.where for mention in chosen)
    where, verb = " and ".join(places), "s" if len(places) == 1 else ""
    version = _exact(asks)
    fitting = [other for other in known if asks.contains(other)]
    if version is None:
        newest = f"{fitting[-1]}, the newest with results that fits" if fitting else "1.50.0"
        instead = instead if locks else f"use your lock file, or {_NAME_IT}"
        hint = f"{asks or 'any version'}, which names no single version: {instead}{newest}"
        raise UnpinnedError(f"{where} allow{verb} {hint}")
    if version.count(".") > 1 and not asks.contains(version, prereleases=True):
        raise UnpinnedError(f"{where} ask{verb} for {asks}, which no version fits: {_NAME_IT}{version}")
    others = [mention for mention in mentions if mention.asks not in {taken.asks for taken in chosen}]
    left = [f"{other.asks} is for {other.when or 'another Python'}" for other in others]
    return version, f"{where} ({', '.join([python, *left])})" if left else where


def _exact(asks: SpecifierSet) -> str | None:
    """Return the version that `==` or `===` names: as for pip, `==1.45` means 1.45.0, and `==1.45.*` any 1.45."""
    versions = [one.version for one in asks if one.operator in {"==", "==="}]
    for version in sorted(versions, key=lambda version: version.endswith("*")):
        if "." in (release := version.removesuffix(".*")):
            return f"{release}.0" if release == version and version.count(".") == 1 else release
    return None


def _mentions(file: Path) -> Iterator[Mention]:
    if file.suffix == ".py":
        raise UnpinnedError(f"{file} is a program, which isn't run here: {_NAME_IT}1.50.0")
    text, data = _text(file), None
    try:
        if file.name == "Pipfile.lock":
            data = json.loads(text)
        elif file.suffix in {".yml", ".yaml"}:
            data = yaml.safe_load(text)
        elif file.suffix == ".cfg":
            parser = ConfigParser(interpolation=None)
            parser.read_string(text)
            data = {name: {key: value.splitlines() for key, value in parser[name].items()} for name in parser}
        elif file.suffix == ".toml" or file.name == "Pipfile" or re.fullmatch(r"(?!requirements).*\.lock", file.name):
            data = tomllib.loads(text)
    except (ValueError, yaml.YAMLError, ConfigParserError) as error:
        raise UnpinnedError(f"{file} can't be read: {' '.join(str(error).split())}") from error
    if not isinstance(data, dict):
        yield from _requirements(text, file, set())
        return
    packages = data.get("package") or data.get("packages")
    if isinstance(packages, list):
        for package in packages:
            yield from _locked(package, f"{file} (package {package.get('name')})")
    else:
        yield from _listed(data, [], file)


def _text(file: Path) -> str:
    """Return the text of a file, in the encoding that pip finds."""
    try:
        data = file.read_bytes()
        wide = _WIDE.get(data[:2])
        text = file.read_text(wide or tokenize.detect_encoding(io.BytesIO(data).readline)[0])
    except (UnicodeError, SyntaxError):
        text = "\0"
    if "\0" in text:
        raise UnpinnedError(f"{file} isn't text in UTF-8, or in UTF-16 with a byte order mark: save it as UTF-8")
    return text


def _requirements(text: str, file: Path, seen: set[Path]) -> Iterator[Mention]:
    seen.add(file.resolve())
    for match in _LINE.finditer(text):
        number = text.count("\n", 0, match.start()) + 1
        yield from _line(match[0], f"{file} line {number}", file, seen)


def _line(text: str, where: str, file: Path, seen: set[Path]) -> Iterator[Mention]:
    """Read a line for pip: what it asks for, or the file that it includes, unless `seen` has that already."""
    line = re.sub(r"(^|\s)#.*", "", text.replace("\\\n", "")).strip()
    include = _INCLUDE.fullmatch(line)
    if include and "://" not in line:
        path = Path(normpath(file.parent / include["file"].strip("\"'")))
        if not path.is_file():
            raise UnpinnedError(f"{where} includes {path}, which doesn't exist: correct the line")
        yield from _requirements(_text(path), path, seen) if path.resolve() not in seen else ()
    elif not line.startswith("-"):
        yield from _mention(re.split(r"\s--?\w", line)[0].strip(), where)


def _listed(data: Any, keys: list[str], file: Path) -> Iterator[Mention]:
    """Read all lists of requirements in a pyproject.toml, setup.cfg, or environment.yml, and tables of versions."""
    where = f"{file} ({', '.join(keys)})"
    wanted = _LISTS.search(" ".join([file.name, *keys]))
    for name, value in data.items() if isinstance(data, dict) else [("", item) for item in data]:
        key = str(name)
        if key and wanted and canonicalize_name(key) in _OURS:
            for want in value if isinstance(value, list) else [value]:
                yield from _versioned(key, want if isinstance(want, dict) else {"version": want}, where)
        elif isinstance(value, dict | list):
            yield from _listed(value, [*keys, key] if key else keys, file)
        elif wanted and isinstance(value, str) and key in {"", "file"}:
            # Setuptools names files, and conda a channel before `::`.
            line = f"-r {value}" if "file" in (key, *keys[-1:]) else value.rpartition("::")[2]
            yield from _line(line, where, file, set())


def _locked(package: dict[str, Any], where: str) -> Iterator[Mention]:
    """Read a package in the lock of uv, Poetry, PDM, or conda, or in a pylock.toml."""
    if canonicalize_name(package.get("name", "")) in _OURS and "version" in package:
        found = package.get("resolution-markers") or package.get("markers") or package.get("marker") or ""
        several = found.values() if isinstance(found, dict) else found if isinstance(found, list) else []
        marker = " or ".join(f"({marker})" for marker in several) if several else found
        fields = package | {"version": f"=={package['version']}", "markers": marker}
        yield from _versioned(package["name"], fields, where, locked=True)


def _versioned(name: str, fields: dict[str, Any], where: str, *, locked: bool = False) -> Iterator[Mention]:
    """Read a version as Poetry and Pipenv write it, `^1.42` or `*`, with its Python version and marker."""
    marker = f" ; {fields['markers']}" if fields.get("markers") else ""
    python = next((fields[key] for key in _PYTHON if key in fields), "")
    yield from _mention(f"{name}{_plain(fields.get('version', '*'))}{marker}", where, python, locked=locked)


def _mention(text: str, where: str, python: str = "", *, locked: bool = False) -> Iterator[Mention]:
    """Read `streamlit==1.50.0; python_version > "3.9"`, or what conda writes: `streamlit=1.50.0=py_0`."""
    unreadable = f"{where} has `{text}`, which can't be read: {_NAME_IT}1.50.0"
    try:
        found = Requirement(text)
    except InvalidRequirement as error:
        match = _CONDA.fullmatch(text)
        if match is None and re.match(r"streamlit(-nightly)?\s*[\[=<>~!^;|]", text, re.IGNORECASE):
            raise UnpinnedError(unreadable) from error
        if match is None:
            return
        fuzzy = ".*" if match["operator"] == "=" or match["any"] else ""
        found = Requirement(f"{match['name']}=={match['version']}{fuzzy}")
    if canonicalize_name(found.name) not in _OURS:
        return
    try:
        if found.url:
            wheel = found.url.partition("#")[0].rpartition("/")[2]
            found.specifier = SpecifierSet(f"=={parse_wheel_filename(wheel)[1]}")
        for one in found.specifier:
            Version(one.version.removesuffix(".*"))  # `===` takes any text
        holds = not found.marker or Marker(str(found.marker)).evaluate({"extra": ""}, context="lock_file")
        pythons = [SpecifierSet(_plain(one)) for one in python.split("||")]
        fits = any(one.contains(platform.python_version(), prereleases=True) for one in pythons)
    except ValueError as error:  # of which all errors of `packaging` are
        raise UnpinnedError(unreadable) from error
    when = str(found.marker or "") or (f"Python {python}" if python else "")
    yield Mention(where, found.specifier, when, holds and fits, locked)


def _plain(versions: str) -> str:
    """Return a specifier of Poetry or Pipenv as pip writes it: `>=1.42.2,<2` for `^1.42.2`, `==1.42.*` for `~1.42`."""
    versions = re.sub(r"\^\s*((\d+)[\d.]*)", lambda caret: f">={caret[1]},<{int(caret[2]) + 1}", versions.strip("*() "))
    versions = re.sub(r"~\s*(\d+\.\d+)(?!\.)", r"==\1.*", versions)
    return re.sub(r"(^|,)\s*(~?)=?(?=\s*\d)", r"\1\2==", versions).replace("~==", "~=")
