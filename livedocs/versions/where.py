"""Where a claim holds: what the records say of it, version by version, and how that is put into words."""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import Path

from livedocs.model.proofs import ENGINES, Proof, load, minor
from livedocs.versions import results
from livedocs.versions.results import Records

Held = dict[str, bool | None]


def documented() -> str:
    """Return the version of Streamlit that the site describes: the one that is installed, whatever else has records."""
    return results.running("server")


def versions(records: Records) -> list[str]:
    """Return a version for each minor version that any engine has records of, the oldest first.

    It is the one that AppTest has run, if there is one. The documented one is among them if there are any records.
    """
    known = {minor(version): version for engine in reversed(ENGINES) for version in records[engine]}
    if known:
        known.setdefault(minor(documented()), documented())
    return [known[number] for number in sorted(known)]


@dataclass(frozen=True)
class Shown:
    """What records say of a claim: on each of the `versions`, and on those that each engine has run it on.

    `None` means that it wasn't run.
    """

    held: Held
    by_engine: dict[str, Held]


def shown(root: Path, topic: str, proof: Proof, records: Records) -> Shown:
    """Return what records say of a claim. Those that are out of date say nothing.

    Nor do those of engines that the proof does not name, and of an AppTest that is too old to show it.
    """
    of, key = results.depends(root, load(root, topic), proof), (topic, proof.name)
    by_engine = {
        engine: {
            version: known[key].held
            for version, known in records[engine].items()
            if key in known and known[key].of == of and (engine != "apptest" or proof.shown_by_apptest(version))
        }
        for engine in proof.engines
    }
    told: dict[tuple[int, int], bool] = {}
    for version, holds in (pair for held in by_engine.values() for pair in held.items()):
        if holds is not None:
            told[minor(version)] = told.get(minor(version), True) and holds
    return Shown({version: told.get(minor(version)) for version in versions(records)}, by_engine)


def ranges(held: Mapping[str, bool | None], outcomes: Container[bool | None]) -> list[tuple[str, str]]:
    """Return the first and the last minor version of each unbroken row of versions with one of these outcomes."""
    rows = groupby(held, key=lambda version: held[version] in outcomes)
    found = [list(row) for wanted, row in rows if wanted]
    return [(minor_of(row[0]), minor_of(row[-1])) for row in found]


def joined(held: Mapping[str, bool | None], outcomes: Container[bool | None], to: str = " – ", by: str = ", ") -> str:
    """Return the `ranges` as text: `1.28 – 1.35, 1.40`."""
    return by.join(first if first == last else first + to + last for first, last in ranges(held, outcomes))


def changes(held: Mapping[str, bool | None]) -> list[tuple[str, str]]:
    """Return each version on which the outcome is another than before, after the last version that was measured."""
    told = [version for version, holds in held.items() if holds is not None]
    return [(old, new) for old, new in pairwise(told) if held[old] != held[new]]


def minor_of(version: str) -> str:
    """Return a version without its patch, as it is shown: `1.67`."""
    return ".".join(map(str, minor(version)))


def label(held: Mapping[str, bool | None]) -> str:
    """Say where a claim holds: `1.28 – 1.67`, `since 1.59` if it did not before, `until 1.62` if it no longer does.

    If some of the versions weren't run, it is `tested on 1.62, 1.67`.
    """
    outcomes = list(held.values())
    if True not in outcomes:
        return "on no version" if False in outcomes else "not measured"
    found = ranges(held, {True})
    first, last = outcomes.index(True), len(outcomes) - outcomes[::-1].index(True)
    if outcomes[:first][-1:] == [False] and last == len(outcomes) and len(found) == 1:
        return f"since {found[0][0]}"
    if outcomes[last:][:1] == [False] and first == 0 and len(found) == 1:
        return f"until {found[0][1]}"
    tested = "" if None not in outcomes and len(outcomes) > 1 else "tested on "
    return tested + joined(held, {True})
