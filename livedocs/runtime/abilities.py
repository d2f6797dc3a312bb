"""The versions of Streamlit in the page, and which snippets it can run.

The files decide that. Only a run can tell what a value is, as in `st.write(value)`.
"""

from collections.abc import Iterable
from pathlib import Path

from livedocs.model.proofs import Module, Proof, minor
from livedocs.model.snippets import Snippet
from livedocs.runtime import needs
from livedocs.runtime.archives import streamlits

VERSIONS = list(streamlits(Path(__file__).parents[2]))  # of Streamlit, the documented one first
STREAMLIT = VERSIONS[0]  # the one that runs; see `choose`


def choose(version: str) -> None:
    """Let `STREAMLIT` be another one of `VERSIONS`, named by its minor version or in full.

    Raises `LookupError` if the page doesn't have it.
    """
    global STREAMLIT  # noqa: PLW0603 (one for each process, like the installed version)
    found = [known for known in VERSIONS if f"{known}.".startswith(f"{version}.")]
    if not found:
        raise LookupError(f"the page doesn't have Streamlit {version}: name one of {', '.join(VERSIONS)}")
    STREAMLIT = found[0]


def not_held(proofs: Iterable[Proof]) -> list[Proof]:
    """Return the proofs whose claims do not hold with the Streamlit in the page."""
    return [proof for proof in proofs if not proof.holds_on(STREAMLIT)]


def runs_live(root: Path, module: Module, proof: Proof) -> bool:
    """Tell whether the engine `live` runs a proof: its mark allows it, and its snippet runs in the page."""
    proofs = [other for other in module.proofs if other.snippet == proof.snippet]
    return "live" in proof.engines and not why_not(Snippet(root, proof.snippet), proofs)


def why_not(snippet: Snippet, proofs: Iterable[Proof]) -> str | None:
    """Return what a snippet needs that the page does not have, or `None` if it runs there."""
    proofs = [proof for proof in proofs if proof.snippet == snippet.name]
    if proofs and len(not_held(proofs)) == len(proofs):
        newer = [proof.since for proof in proofs if proof.since and minor(proof.since) > minor(STREAMLIT)]
        return f"Streamlit {min(newer, key=minor)} or newer" if newer else proofs[-1].versions
    folder = snippet.entrypoint.parent
    lacking = needs.lacks({path.relative_to(folder): text for path, text in snippet.files.items()})
    return needs.listed(lacking) if lacking else None
