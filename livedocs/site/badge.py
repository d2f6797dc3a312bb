"""Where a claim holds, as the page shows it: a badge after each claim, and below the title a picker of versions.

Both are made for the documented version; `docs/assets/head.js` changes them for the one that a reader picks.
"""

from collections.abc import Iterable
from html import escape
from pathlib import Path

from packaging.version import Version

from livedocs.model.proofs import Proof, minor
from livedocs.site import pairs
from livedocs.site.parts import parts
from livedocs.versions import results, where
from livedocs.versions.where import Held, Shown

_PLACES = {"server": "in Chromium", "live": "in the page", "stlite": "in stlite"}
_ENGINES = {"apptest": "AppTest", "server": "Chromium", "live": "in the page", "stlite": "stlite"}


def attributes(held: Held) -> str:
    """Return what a claim's element says of versions: `data-held`, and `data-unknown` where it wasn't run.

    `data-now` is there if the claim does not hold with the documented Streamlit, or if that is unknown.
    """
    if not held:
        return ""
    documented = minor(where.documented())
    *before, holds = [held[version] for version in held if minor(version) <= documented]
    now = {True: "", False: "no more" if True in before else "not yet", None: "unknown"}[holds]
    holding, unknown = (where.joined(held, {outcome}, "-", " ") for outcome in (True, None))
    found = {"held": holding, "unknown": unknown, "now": now}
    return "".join(f' data-{name}="{value}"' for name, value in found.items() if value)


def badge(proof: Proof, shown: Shown, pair: str = "") -> str:
    """Return the versions that limit the claim, and as their title how they are known; nothing without records.

    `pair` is the anchor of the app on both sides of the last change, if the page can run it there.

    It is empty if AppTest has shown the claim on every version that it could: `docs/assets/head.js` fills it where
    that isn't measured.
    """
    if not shown.held:
        return ""
    label = "" if proof.headless and {True} <= set(shown.held.values()) <= {True, None} else where.label(shown.held)
    title = _title(proof, shown)
    if pair:
        title = escape(f"{title}. Compare {pairs.names(pair)} in this page")
        return f'<a class="claim-versions" title="{title}" href="#{pair}">{label}</a>'
    title = escape(title)
    return f'<small class="claim-versions" title="{title}">{label}</small>'


def picker(versions: list[str]) -> str:
    """Return the choice of a minor version, the newest first, and room for how the page differs on it.

    The documented one is selected, so `docs/assets/head.js` knows it.
    """
    documented, newest = minor(where.documented()), versions[-1]
    options = []
    for version in reversed(versions):
        about = " (newest)" if version == newest else " (this site)"
        options.append((where.minor_of(version), about if minor(version) == documented else ""))
    return parts.picker(options)


def summary(root: Path, topic: str, proofs: Iterable[Proof]) -> tuple[str, str]:
    """Say on which Streamlit claims are proved: in short (`tested on 1.67`), and with each engine.

    The second is like `Proved with Streamlit 1.67.0 (AppTest, Chromium)`. Of each engine, it names the version
    that it runs here, or else the newest one on which one of the claims holds.
    """
    records = results.records(root)
    claims = [where.shown(root, topic, proof, records).by_engine for proof in proofs]
    ran: dict[str, list[str]] = {}
    for engine, name in _ENGINES.items():
        versions = [version for claim in claims for version, holds in claim.get(engine, {}).items() if holds]
        if versions:
            here = results.running(engine)
            ran.setdefault(here if here in versions else max(versions, key=Version), []).append(name)
    if not ran:
        return "not tested yet", "Not measured yet"
    told = " and ".join(f"{version} ({', '.join(engines)})" for version, engines in ran.items())
    return f"tested on {where.minor_of(max(ran, key=Version))}", f"Proved with Streamlit {told}"


def _title(proof: Proof, shown: Shown) -> str:
    held = shown.held
    if set(held.values()) == {None}:
        return "No run has shown yet where it holds"
    if not proof.headless:
        places = []
        for engine, held_there in shown.by_engine.items():
            versions = [where.minor_of(version) for version, holds in held_there.items() if holds]
            places += [f"{_PLACES[engine]} with {' and '.join(versions)}"] if versions else []
        return f"Proved {' and '.join(places) or 'on no version'}"
    holds, ran = (where.joined(held, outcomes, " to ", " and ") for outcomes in ({True}, {True, False}))
    title = f"Holds with {f'Streamlit {holds}' if holds else 'no Streamlit'}: run on each"
    title += "" if ran == holds else f" of {ran}"
    return title + (f"; older versions not measured: {proof.apptest_reason}" if proof.apptest_since else "")
