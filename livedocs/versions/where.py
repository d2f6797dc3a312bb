"""Where a claim holds: what the results say of it, version by version, and how that is put into words."""

from collections.abc import Container, Mapping
from itertools import groupby
from pathlib import Path

from livedocs.model.proofs import Proof, load, minor
from livedocs.runtime import abilities
from livedocs.versions.results import Results


def held(root: Path, topic: str, proof: Proof, every: Mapping[str, Results]) -> dict[str, bool | None]:
    """Return for each version of `every`, whether a claim holds there; `None` if no run tells.

    A browser proves with the newest Streamlit alone, and with the one in the page.
    """
    if proof.headless:
        key, all_show = (topic, proof.name), proof.apptest_since is None
        return {
            version: known[key].held if key in known and (all_show or proof.shown_by_apptest(version)) else None
            for version, known in every.items()
        }
    known = list(every)
    ran = set(known[-1:]) | ({abilities.STREAMLIT} if abilities.runs_live(root, load(root, topic), proof) else set())
    return {version: proof.holds_on(version) if version in ran else None for version in known}


def ranges(held: Mapping[str, bool | None], outcomes: Container[bool | None]) -> list[tuple[str, str]]:
    """Return the first and the last minor version of each unbroken row of versions with one of these outcomes."""
    rows = groupby(held, key=lambda version: held[version] in outcomes)
    found = [list(row) for wanted, row in rows if wanted]
    return [(minor_of(row[0]), minor_of(row[-1])) for row in found]


def minor_of(version: str) -> str:
    """Return a version without its patch, as it is shown: `1.67`."""
    return ".".join(map(str, minor(version)))


def span(held: Mapping[str, bool | None]) -> tuple[str, str] | None:
    """Return the first and the last minor version on which a claim holds; `None` if it holds on none."""
    found = ranges(held, {True})
    return (found[0][0], found[-1][1]) if found else None


def label(held: Mapping[str, bool | None]) -> str:
    """Say where a claim holds: `1.28 – 1.67`, `since 1.59` if it did not before, `until 1.62` if it does no more.

    What no run tells is left out: `1.62, 1.67`.
    """
    found = ranges(held, {True})
    if len(found) == 1 and False in held.values() and found[0][0] != found[0][1]:
        outcomes = list(held.values())
        if outcomes[-1]:
            return f"since {found[0][0]}"
        if outcomes[0]:
            return f"until {found[0][1]}"
    return ", ".join(first if first == last else f"{first} – {last}" for first, last in found)
