"""Records: what each proof showed on an engine and a version of Streamlit, one committed file for both.

`results/<engine>/<version>.json` says of each proof whether its claim held there, whatever the marks of the test say,
and which exceptions and warnings the apps showed. `make record` writes the files for the versions that are installed
and in the page, `make versions` those of AppTest for all versions. Everything that names versions reads them.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.metadata import version as installed_version
from pathlib import Path

from packaging.version import VERSION_PATTERN, Version

from livedocs.model import sources
from livedocs.model.errors import AuthorError
from livedocs.model.proofs import ENGINES, Module, Proof, mark_of
from livedocs.model.snippets import Snippet
from livedocs.model.uses import needed
from livedocs.runtime import abilities, stlite
from livedocs.versions.made_of import made_of

RESULTS = Path("results")
COMMAND = "make versions"
RECORD = "make record"
_VERSION = re.compile(VERSION_PATTERN, re.VERBOSE | re.IGNORECASE)


@dataclass(frozen=True)
class Result:
    """What a proof showed: whether its claim held, and each exception and warning, in order.

    `held` is `None` if the engine cannot show it. `of` is the hash of the snippet and the test that showed it.
    """

    held: bool | None
    of: str
    seen: tuple[str, ...] = ()


Key = tuple[str, str]  # the topic and the name of the test
Results = dict[Key, Result]
Records = dict[str, dict[str, Results]]  # by engine and version


def running(engine: str) -> str:
    """Return the version of Streamlit that an engine runs here: the one in the page or in stlite, or the installed one.

    The installed one is the one that the site documents.
    """
    return {"live": abilities.STREAMLIT, "stlite": stlite.STREAMLIT}.get(engine) or _installed()


def runnable(engine: str) -> list[str]:
    """Return the versions that an engine can run here; none if `make versions` installs any for it."""
    if engine == "live":
        return abilities.VERSIONS
    return [] if engine == "apptest" else [running(engine)]


@cache
def _installed() -> str:
    return installed_version("streamlit")


def runs(root: Path, engine: str, module: Module, proof: Proof) -> bool:
    """Tell whether an engine runs a proof, and so has a record of it.

    A server runs all of them: the claims that only AppTest can show must fail there.
    Older versions in the page run those that need a browser: AppTest knows about the others.
    """
    if engine == "apptest":
        return proof.headless
    if engine == "live" and abilities.VERSIONS[0] != abilities.STREAMLIT and proof.headless:
        return False
    if engine == "stlite":
        return stlite.tries(root, module, proof)
    return engine == "server" or abilities.runs_live(root, module, proof)


def depends(root: Path, module: Module, proof: Proof) -> str:
    """Return a hash of what a result depends on: the files of the snippet, the test, and what the test uses.

    Neither the claim's words nor the marks of the test are part of it: they change no outcome.
    """
    parts = [f"{path}\n{text}" for path, text in Snippet(root, proof.snippet).files.items()]
    text = "".join(f"{part}\0" for part in (*parts, *_tested(module, proof)))
    return hashlib.sha256(text.encode()).hexdigest()[:10]


@lru_cache(maxsize=4096)
def _tested(module: Module, proof: Proof) -> tuple[str, ...]:
    test = copy(proof.node)
    test.decorator_list = [decorator for decorator in test.decorator_list if not mark_of(decorator)]
    statements = [*needed(module, [test]), *proof.node.body[1:]]  # the first is the claim
    return tuple(map(module.source_of, statements))


def path_of(version: str, engine: str = ENGINES[0]) -> Path:
    """Return the file with an engine's results on a version, relative to the project."""
    return RESULTS / engine / f"{version}.json"


def write(root: Path, version: str, results: Results, engine: str = ENGINES[0]) -> None:
    """Write an engine's results on a version, a line for each, in the order of their names.

    Raises `AuthorError` if the file cannot be written; the old one stays then.
    """
    topics: dict[str, list[str]] = {}
    for (topic, name), result in sorted(results.items()):
        fields = {"held": result.held, "of": result.of} | ({"seen": result.seen} if result.seen else {})
        topics.setdefault(topic, []).append(f"  {json.dumps(name)}: {json.dumps(fields, ensure_ascii=False)}")
    parts = [f" {json.dumps(topic)}: {{\n{_joined(lines)}\n }}" for topic, lines in topics.items()]
    head = f'"engine": "{engine}",\n"streamlit": "{version}",\n"made_of": "{made_of(engine)}"'
    body = f'{head},\n"claims": {{\n{_joined(parts)}\n}}'
    path = root / path_of(version, engine)
    new = path.with_name(f"{path.name}.new")  # a file half written takes the place of none
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new.write_text(f'{{\n"sha256": "{_checksum(body)}",\n{body}\n}}\n', "utf-8")
        new.replace(path)
    except OSError as error:
        new.unlink(missing_ok=True)
        hint = f"cannot write this ({error.strerror}): make room for it, and run the command again"
        raise AuthorError(path_of(version, engine), 1, hint) from error


def read(root: Path, version: str, engine: str = ENGINES[0], *, stale: bool = False) -> Results:
    """Return an engine's results on a version; none if it has none yet.

    If the engine has changed since, they are left out, unless `stale` ones are wanted, too.
    Raises `AuthorError` for a file that `write` has not written so.
    """
    path = path_of(version, engine)
    try:
        made, found = _read(root / path, path)
    except FileNotFoundError:
        return {}
    return found if stale or made == made_of(engine) else {}


def every(root: Path, engine: str = ENGINES[0]) -> dict[str, Results]:
    """Return an engine's results on all versions, the oldest first; `read` says what is left out and raised."""
    return {version: read(root, version, engine) for version in versions(root, engine)}


def records(root: Path) -> Records:
    """Return `every` result of each engine."""
    return {engine: every(root, engine) for engine in ENGINES}


def versions(root: Path, engine: str = ENGINES[0]) -> list[str]:
    """Return the versions for which an engine has a file, the oldest first.

    Raises `AuthorError` for a file that is named after none.
    """
    found = [path.stem for path in (root / RESULTS / engine).glob("*.json")]
    for version in found:
        if not _VERSION.fullmatch(version):
            hint = f"{version} isn't a version of Streamlit: delete the file or move it"
            raise AuthorError(path_of(version, engine), 1, hint)
    return sorted(found, key=Version)


def hashes(root: Path, modules: Mapping[str, Module], engine: str = ENGINES[0]) -> dict[Key, str]:
    """Return the proofs that an engine runs, each with the hash that an up-to-date result of it has."""
    return {
        (topic, proof.name): depends(root, module, proof)
        for topic, module in modules.items()
        for proof in module.proofs
        if runs(root, engine, module, proof)
    }


def fresh(root: Path, version: str, wanted: Mapping[Key, str], engine: str = ENGINES[0]) -> Results:
    """Return the results that have one of these hashes: they are up to date."""
    return {key: result for key, result in read(root, version, engine).items() if wanted.get(key) == result.of}


def outdated(root: Path, version: str, wanted: Mapping[Key, str], engine: str = ENGINES[0]) -> dict[Key, str]:
    """Return the hashes whose result is missing or was made by another snippet, test, or engine."""
    known = fresh(root, version, wanted, engine)
    return {key: of for key, of in wanted.items() if key not in known}


@sources.once
def _read(file: Path, path: Path) -> tuple[str, Results]:
    """Return the hash of the engine that a file is from, and its results."""
    hint = f"`{RECORD}` and `{COMMAND}` have not written this: delete the file and run one of them again"
    try:
        text = file.read_text("utf-8")
        found = json.loads(text)
        checksum, body = found["sha256"], text.partition(",\n")[2].removesuffix("\n}\n")
        engine, streamlit, made, claims = (found[name] for name in ("engine", "streamlit", "made_of", "claims"))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise AuthorError(path, getattr(error, "lineno", 1), hint) from error
    if checksum != _checksum(body) or path != path_of(streamlit, engine):
        raise AuthorError(path, 1, hint)
    results = {
        (topic, name): Result(fields["held"], fields["of"], tuple(fields.get("seen", ())))
        for topic, named in claims.items()
        for name, fields in named.items()
    }
    return made, results


def _joined(lines: list[str]) -> str:
    return ",\n".join(lines)


def _checksum(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()
