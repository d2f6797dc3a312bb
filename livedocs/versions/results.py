"""Results: what each headless proof showed on a version of Streamlit, one committed file per version.

`results/<version>.json` says of each proof whether its test passed there, whatever the marks of the test say, and which
exceptions and warnings the apps showed. `make versions` writes the files; everything that names versions reads them.
"""

import hashlib
import json
import os
import re
from collections.abc import Mapping
from contextlib import suppress
from copy import copy
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from packaging.version import VERSION_PATTERN, Version

from livedocs.model import sources
from livedocs.model.errors import AuthorError
from livedocs.model.proofs import Module, Proof, mark_of
from livedocs.model.snippets import Snippet
from livedocs.model.uses import needed

RESULTS = Path("results")
COMMAND = "make versions"
_VERSION = re.compile(VERSION_PATTERN, re.VERBOSE | re.IGNORECASE)


@dataclass(frozen=True)
class Result:
    """What a proof showed: whether its test passed, and each exception and warning, in order.

    `of` stands for the snippet and the test that showed it.
    """

    held: bool
    of: str
    seen: tuple[str, ...] = ()


Key = tuple[str, str]  # the topic and the name of the test
Results = dict[Key, Result]


def depends(root: Path, module: Module, proof: Proof) -> str:
    """Return a hash of what a result depends on: the files of the snippet, the test, and what the test uses.

    Neither the claim's words nor the marks of the test are part of it: they change no outcome.
    """
    digest = hashlib.sha256()
    parts = [f"{path}\n{text}" for path, text in Snippet(root, proof.snippet).files.items()]
    test = copy(proof.node)
    test.decorator_list = [decorator for decorator in test.decorator_list if not mark_of(decorator)]
    parts += [module.source_of(node) for node in needed(module, [test])]
    parts += [module.source_of(statement) for statement in proof.node.body[1:]]  # the first is the claim
    for part in parts:
        digest.update(part.encode() + b"\0")
    return digest.hexdigest()[:10]


def path_of(version: str) -> Path:
    """Return where a version's results are, relative to the project."""
    return RESULTS / f"{version}.json"


def write(root: Path, version: str, results: Results) -> None:
    """Write a version's results, a line for each, in the order of their names."""
    topics: dict[str, list[str]] = {}
    for (topic, name), result in sorted(results.items()):
        fields = {"held": result.held, "of": result.of} | ({"seen": result.seen} if result.seen else {})
        topics.setdefault(topic, []).append(f"  {json.dumps(name)}: {json.dumps(fields, ensure_ascii=False)}")
    parts = [f" {json.dumps(topic)}: {{\n{_joined(lines)}\n }}" for topic, lines in topics.items()]
    body = f'"streamlit": "{version}",\n"claims": {{\n{_joined(parts)}\n}}'
    path = root / path_of(version)
    path.parent.mkdir(exist_ok=True)
    new = path.with_name(f"{path.name}.new")  # a file half written takes the place of none
    try:
        new.write_text(f'{{\n"sha256": "{_checksum(body)}",\n{body}\n}}\n', "utf-8")
        new.replace(path)
    except OSError as error:
        new.unlink(missing_ok=True)
        hint = f"cannot write this ({error.strerror}): make room for it, and run `{COMMAND}` again"
        raise AuthorError(path_of(version), 1, hint) from error


def read(root: Path, version: str) -> Results:
    """Return a version's results; none if it has none yet.

    Raises `AuthorError` for a file that `write` has not written so.
    """
    path = root / path_of(version)
    return _read(path, path_of(version), path.lstat().st_mtime_ns) if path.exists() or path.is_symlink() else {}


def by_topic(root: Path, version: str) -> dict[str, dict[str, Result]]:
    """Return a version's results, those of each topic by the names of their tests; `read` says what it raises."""
    path = root / path_of(version)
    return _by_topic(path, path_of(version), path.lstat().st_mtime_ns)


def every(root: Path) -> dict[str, Results]:
    """Return the results of all versions, the oldest first; `read` says what it raises."""
    return _every(root, _files(root))


def versions(root: Path) -> list[str]:
    """Return the versions that have results, the oldest first."""
    return [version for version, _ in _files(root)]


def hashes(root: Path, modules: Mapping[str, Module]) -> dict[Key, str]:
    """Return the headless proofs, each with the hash that an up-to-date result of it has."""
    return {
        (topic, proof.name): depends(root, module, proof)
        for topic, module in modules.items()
        for proof in module.proofs
        if proof.headless
    }


def outdated(root: Path, version: str, wanted: Mapping[Key, str]) -> dict[Key, str]:
    """Return those of the hashes whose result on a version is missing or of another snippet or test."""
    known = read(root, version)
    return {key: of for key, of in wanted.items() if key not in known or known[key].of != of}


@sources.once
def _read(file: Path, path: Path, _mtime: int) -> Results:
    hint = f"this is not what `{COMMAND}` wrote: delete the file and run it again"
    try:
        text = file.read_text("utf-8")
        found = json.loads(text)
        checksum, body = found["sha256"], text.partition(",\n")[2].removesuffix("\n}\n")
        streamlit, claims = found["streamlit"], found["claims"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise AuthorError(path, getattr(error, "lineno", 1), hint) from error
    if checksum != _checksum(body) or path != path_of(streamlit):
        raise AuthorError(path, 1, hint)
    return {
        (topic, name): Result(fields["held"], fields["of"], tuple(fields.get("seen", ())))
        for topic, results in claims.items()
        for name, fields in results.items()
    }


@sources.once
def _by_topic(file: Path, path: Path, mtime: int) -> dict[str, dict[str, Result]]:
    topics: dict[str, dict[str, Result]] = {}
    for (topic, name), result in _read(file, path, mtime).items():
        topics.setdefault(topic, {})[name] = result
    return topics


def _files(root: Path) -> tuple[tuple[str, int], ...]:
    """Return the versions that have a file, the oldest first, each with when that was written."""
    written: dict[str, int] = {}
    with suppress(FileNotFoundError), os.scandir(root / RESULTS) as found:
        files = [entry for entry in found if entry.name.endswith(".json")]
        written = {file.name[:-5]: file.stat(follow_symlinks=False).st_mtime_ns for file in files}
    return _in_order(frozenset(written.items()))


@lru_cache(maxsize=8)
def _in_order(files: frozenset[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    for version, _ in files:
        if not _VERSION.fullmatch(version):
            raise AuthorError(path_of(version), 1, f"{version} is no version of Streamlit: delete the file or move it")
    return tuple(sorted(files, key=lambda file: Version(file[0])))


@lru_cache(maxsize=8)
def _every(root: Path, files: tuple[tuple[str, int], ...]) -> dict[str, Results]:
    return {version: _read(root / path_of(version), path_of(version), mtime) for version, mtime in files}


def _joined(lines: list[str]) -> str:
    return ",\n".join(lines)


def _checksum(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()
