"""Records that do not agree with the tests and their marks stop the build."""

from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

from livedocs.model.errors import AuthorError
from livedocs.model.proofs import ENGINES, Module, Proof, minor
from livedocs.versions import results

_ON = {"apptest": "", "server": " on a server", "live": " in the page", "stlite": " in stlite"}


def check(root: Path, topic: str, module: Module) -> None:
    """Raise `AuthorError` for a topic whose records are not those that its tests and their marks ask for.

    Each engine that has records at all needs an up-to-date one of each proof on the version that it runs here, except
    stlite: it takes long, so it is measured when there is time.
    On other versions, what is missing or out of date counts as not measured, and only contradictions stop the build.
    """
    _check_marks(root, module)
    for engine in ENGINES:
        every = results.every(root, engine)
        if every:
            wanted = results.hashes(root, {topic: module}, engine)
            if engine != "stlite":
                _check_missing(root, engine, wanted, {(topic, proof.name): proof for proof in module.proofs})
            for (version, found), newer in zip_longest(every.items(), [*every][1:]):
                for proof in module.proofs:
                    key = topic, proof.name
                    if key not in found or key not in wanted or found[key].of != wanted[key]:
                        continue
                    if problem := contradiction(proof, engine, version, newer, held=bool(found[key].held)):
                        raise AuthorError(module.path, proof.line, problem)


def contradiction(proof: Proof, engine: str, version: str, newer: str | None = None, *, held: bool) -> str | None:
    """Say how the marks of a proof and what it showed contradict each other; `newer` is the next version measured."""
    if engine == "apptest" and newer and not proof.shown_by_apptest(version) and not proof.shown_by_apptest(newer):
        return None  # what older ones show comes and goes: the last that cannot show it has to fail
    shown = engine in proof.engines and (engine != "apptest" or proof.shown_by_apptest(version))
    if held == (shown and proof.holds_on(version)):
        return None
    on = f"with Streamlit {version}{_ON[engine]} the test {'passes' if held else 'fails'}"
    if engine not in proof.engines:
        return f"{on}, and its mark says that only {' and '.join(proof.engines)} can show it: correct the mark engines"
    if not shown:
        return f"{on}, and its mark says that AppTest can show it since {proof.apptest_since}: correct the version"
    hint = "correct the marks since and until" if held else "mark it with since, until"
    hint += "" if held else " or apptest_since" if engine == "apptest" else " or engines"
    return f"{on}, and its marks say that the claim holds on {proof.versions}: {hint}"


def unchecked(root: Path, topic: str, module: Module) -> Iterator[str]:
    """Say of each bound of versions that no run has confirmed yet, where it is: `path:line: what is missing`.

    A bound is confirmed by the first version on which the claim holds and the last on which it does not, or the other
    way round. Claims that only a browser can show have no records of them.
    """
    known = results.versions(root)
    wanted = results.hashes(root, {topic: module})
    for proof in module.proofs:
        for mark, bound, step in (("since", proof.since, -1), ("until", proof.until, 1)):
            if not bound or not proof.headless:
                continue
            near = [(minor(bound)[0], minor(bound)[1] + ahead) for ahead in (0, step)]
            missing = [
                results.path_of(version).as_posix()
                for version in known
                if minor(version) in near
                and proof.shown_by_apptest(version)
                and results.outdated(root, version, {(topic, proof.name): wanted[topic, proof.name]})
            ]
            if missing:
                where = f"{module.path.as_posix()}:{proof.line}"
                yield f"{where}: {mark} {bound} is not checked yet: {' and '.join(missing)} lacks {proof.name}"


def _check_marks(root: Path, module: Module) -> None:
    known = results.versions(root)
    for proof in module.proofs:
        shown = proof.shown_by_apptest if proof.headless else proof.holds_on
        if known and not any(proof.holds_on(version) and shown(version) for version in known):
            hint = f"{proof.name} holds on no version with results, {known[0]} to {known[-1]}: correct its marks"
            raise AuthorError(module.path, proof.line, hint)


def _check_missing(root: Path, engine: str, wanted: dict[results.Key, str], proofs: dict[results.Key, Proof]) -> None:
    version = results.running(engine)
    path = results.path_of(version, engine).as_posix()
    known = results.read(root, version, engine)
    every = results.read(root, version, engine, stale=True)
    for key in results.outdated(root, version, wanted, engine):
        proof = proofs[key]
        if key not in every:
            hint = f"{path} has no record of {proof.name}"
        elif key not in known:
            hint = f"{path} is older than what runs the proofs"
        else:
            hint = f"{path} is older than {proof.name} or its snippet"
        raise AuthorError(proof.path, proof.line, f"{hint}: run `{results.RECORD}`")
