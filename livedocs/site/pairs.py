"""The versions of Streamlit that the page can run, and the two of them that show what a change did."""

from pathlib import Path

from packaging.version import Version

from livedocs.model.proofs import Module, Proof, minor
from livedocs.model.snippets import Snippet
from livedocs.runtime import abilities
from livedocs.versions.where import Held, minor_of

VERSIONS = sorted(abilities.VERSIONS, key=Version)
Change = tuple[str, str]  # the last version before it, and the first one after it


def anchor(root: Path, module: Module, proof: Proof, held: Held, change: Change) -> str:
    """Return where the proof's snippet runs on both sides of a change; `docs/assets/run/choose.js` reads it.

    It is empty if the page can't show the change: it doesn't run the snippet, or no version on one of the sides.
    """
    pair = _pair(held, change)
    if not pair or not abilities.runs_live(root, module, proof):
        return ""
    return "-".join([f"{Snippet(root, proof.snippet).stem}-run", *map(minor_of, pair)])


def names(pair: str) -> str:
    """Return the versions that an anchor names, as text."""
    return " and ".join(pair.split("-")[-2:])


def _pair(held: Held, change: Change) -> Change | None:
    """Return the versions of the page that are nearest to a change, if the claim differs there as at the change."""
    old, new = change
    before = [version for version in VERSIONS if minor(version) <= minor(old)]
    after = [version for version in VERSIONS if minor(version) >= minor(new)]
    if not before or not after:
        return None
    known = {minor(version): holds for version, holds in held.items()}
    pair = before[-1], after[0]
    return pair if [known.get(minor(version)) for version in pair] == [held[old], held[new]] else None
