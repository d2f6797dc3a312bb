"""Where a claim holds, as the page shows it: a badge after each claim, and below the title a picker of versions.

Both are made for the newest version; `docs/assets/head.js` changes them for the one that a reader picks.
"""

from collections.abc import Mapping
from html import escape
from pathlib import Path

from livedocs.model.proofs import Proof
from livedocs.runtime import abilities
from livedocs.versions import results, where

Held = Mapping[str, bool | None]


def attributes(held: Held) -> str:
    """Return what a claim's element says of versions: `data-held`, and `data-unknown` where no run tells.

    `data-now` is there if the claim does not hold with the newest Streamlit, or if that is unknown.
    """
    if not held:
        return ""
    now = {True: "", False: "no more" if True in held.values() else "not yet", None: "unknown"}[[*held.values()][-1]]
    found = {"held": _joined(held, {True}), "unknown": _joined(held, {None}), "now": now}
    return "".join(f' data-{name}="{value}"' for name, value in found.items() if value)


def badge(proof: Proof, held: Held) -> str:
    """Return the badge: the versions, and as its title how they are known; nothing without results."""
    if not held:
        return ""
    label = where.label(held) or ("on no version" if False in held.values() else "not measured")
    title = escape(_title(proof, held))
    return f'<small class="claim-versions" title="{title}" data-search-exclude>{label}</small>'


def picker(root: Path) -> str:
    """Return the choice of a minor version, the newest first, and room for how the page differs on it."""
    minors = dict.fromkeys(where.minor_of(version) for version in reversed(results.versions(root)))
    options = "".join(
        f'<option value="{version}">{version}{"" if number else " (newest)"}</option>'
        for number, version in enumerate(minors)
    )
    return (
        '<div class="version-picker" data-search-exclude><label>Streamlit '
        f'<select aria-label="Streamlit version" autocomplete="off">{options}</select></label> <output></output></div>'
    )


def _title(proof: Proof, held: Held) -> str:
    if not proof.headless:
        places = {[*held][-1]: "in Chromium", abilities.STREAMLIT: "in the page"}
        ran = [f"{places[version]} with {where.minor_of(version)}" for version, holds in held.items() if holds]
        return f"Proved {' and '.join(reversed(ran))}"
    if set(held.values()) == {None}:
        return "No run has shown yet where it holds"
    holds, ran = _joined(held, {True}, to=" to ", by=" and "), _joined(held, {True, False}, to=" to ", by=" and ")
    title = f"Holds with {f'Streamlit {holds}' if holds else 'no Streamlit'}: run on each"
    title += "" if ran == holds else f" of {ran}"
    return title + (f"; older versions not measured: {proof.apptest_reason}" if proof.apptest_since else "")


def _joined(held: Held, outcomes: set[bool | None], to: str = "-", by: str = " ") -> str:
    return by.join(first if first == last else first + to + last for first, last in where.ranges(held, outcomes))
