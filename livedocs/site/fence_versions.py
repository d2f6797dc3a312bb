"""The `versions` fence: where each claim holds, what changed in which release, and what was measured.

``` versions
changes
```
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from html import escape
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

from livedocs.model.navigation import address, navigation
from livedocs.model.page import Page
from livedocs.model.proofs import Proof, load, tests_of
from livedocs.model.snippets import Snippet
from livedocs.site.context import Context
from livedocs.site.fence_snippet import anchor, inline
from livedocs.site.stop import fence, part_of
from livedocs.versions import results, where
from livedocs.versions.where import Held, Shown

_CHANGED = ' class="changed"'
_SAYS = {True: "holds", False: "does not hold", None: "not measured"}


@dataclass(frozen=True)
class Claim:
    """A claim of a topic, and what records say of it; `page` is the address of its page from this one."""

    topic: str
    page: str
    proof: Proof
    shown: Shown

    @property
    def held(self) -> Held:
        """Whether it holds on each version; `None` where no run tells."""
        return self.shown.held

    @property
    def link(self) -> str:
        """The sentence, which leads to where it stands."""
        return f'<a href="{self.page}#{self.proof.name}">{inline(self.proof.claim)}</a>'

    @cached_property
    def changes(self) -> list[tuple[str, str]]:
        """Each version on which the outcome is another than before, after the last version that was measured."""
        told = [version for version, holds in self.held.items() if holds is not None]
        return [(old, new) for old, new in pairwise(told) if self.held[old] != self.held[new]]


@fence
def formatter(name: str, _options: dict[str, Any], context: Context) -> str:
    """Return the HTML of the part that the fence names."""
    part = part_of(_PARTS, name, "versions")(context.page.root, _claims_for(context.page))
    return f'<section class="versions-{name}" data-search-exclude>{part}</section>'  # the claims are found elsewhere


def titles(root: Path) -> dict[str, str]:
    """Return the title of each topic, in the order of the navigation."""
    named = {path.stem: title for path, title in navigation(root).items()}
    return {topic: title for topic, title in named.items() if (root / tests_of(topic)).exists()}


def claims(root: Path) -> list[Claim]:
    """Return all claims, in the order of the navigation and then of the tests."""
    records = results.records(root)
    return [
        Claim(topic, address(topic, "versions"), proof, where.shown(root, topic, proof, records))
        for topic in titles(root)
        for proof in load(root, topic).proofs
    ]


@lru_cache(maxsize=1)
def _claims_for(page: Page) -> list[Claim]:
    """Return all claims, once for all fences of a page."""
    return claims(page.root)


def _changes(root: Path, every: list[Claim]) -> str:
    """Return what changed, the newest release first, and the choice of versions, which a script shows."""
    options, releases = [], []
    for version in reversed(versions_of(every)):
        told = sum(claim.held[version] is not None for claim in every)
        options.append(f'<option data-measured="{told}">{where.minor_of(version)}</option>')
        items = [_change(root, claim, *change) for claim in every for change in claim.changes if change[1] == version]
        if items:
            name = where.minor_of(version)
            releases.append(f'<div data-release="{name}"><h3>{name}</h3><ul>{"".join(items)}</ul></div>')
    return (
        f'<div class="versions-choice" data-claims="{len(every)}" hidden>'
        f'<label>From <select><option value="">any version</option>{"".join(options[1:])}</select></label>'
        f"<label>to <select>{''.join(options[:-1])}</select></label></div>"
        f"<output></output>{''.join(releases) or '<p>Nothing that was measured.</p>'}"
    )


def _change(root: Path, claim: Claim, old: str, new: str) -> str:
    """Return the item of a claim whose outcome changed after `old`, in `new` or in between."""
    kind, word = ("gained", "Holds now") if claim.held[new] else ("lost", "No longer holds")
    known = list(claim.held)
    between = known[known.index(old) + 1 : known.index(new)]
    gap = f" (not measured on {_range(between)})" if between else ""
    snippet = Snippet(root, claim.proof.snippet)
    return (
        f'<li class="{kind}"><b>{word}</b>{gap} {claim.link} '
        f'<a class="snippet" href="{claim.page}#{anchor(snippet)}"><code>{escape(snippet.name)}</code></a></li>'
    )


def _table(root: Path, every: list[Claim]) -> str:
    """Return all claims, a folded table for each topic, and a filter that a script shows."""
    known = versions_of(every)
    names = titles(root)
    ends = "".join(f"<span>{where.minor_of(version)}</span>" for version in (known[0], known[-1])) if known else ""
    column = f'<th scope="col">Holds on Streamlit<span class="versions-ends">{ends}</span></th>'
    topics = []
    for topic, group in groupby(every, key=lambda claim: claim.topic):
        rows = [
            f"<tr{_CHANGED if claim.changes else ''}><td>{claim.link}</td><td>{_where(claim)}</td></tr>"
            for claim in group
        ]
        summary = f"<summary>{escape(names[topic])} <small>{len(rows)}</small></summary>"
        head = f'<thead><tr><th scope="col">Claim</th>{column}</tr></thead>'
        table = f'<table class="versions-claims">{head}<tbody>{"".join(rows)}</tbody></table>'
        topics.append(f'<details class="versions-topic">{summary}{table}</details>')
    legend = "".join(f"<span>{_mark(holds=holds)} {word}</span>" for holds, word in _SAYS.items())
    return (
        '<div class="versions-choice" hidden><label>Filter <input type="search"></label>'
        '<label><input type="checkbox"> Only what changed</label></div><output></output>'
        f'<p class="versions-legend">{legend}</p>{"".join(topics)}'
    )


def _where(claim: Claim) -> str:
    """Return where a claim holds, and a bar if it does not always: one in each row would be heavy and say no more."""
    return (where.label(claim.held) or _SAYS[None]) + (_strip(claim.held) if False in claim.held.values() else "")


def _strip(held: dict[str, bool | None]) -> str:
    """Return a bar over the versions: high where the claim holds, a line where it does not, nothing if no run tells."""
    runs = [(holds, list(group)) for holds, group in groupby(held, key=held.get)]
    says = ", ".join(f"{_range(run)} {_SAYS[holds]}" for holds, run in runs)
    bars, start = "", 0
    for holds, run in runs:
        bars += _bar(start, len(run), holds=holds)
        start += len(run)
    return f'<svg viewBox="0 0 {start} 8" preserveAspectRatio="none" role="img"><title>{says}</title>{bars}</svg>'


def _mark(*, holds: bool | None) -> str:
    """Return what stands for an outcome, for the legend."""
    return f'<svg viewBox="0 0 1 8" preserveAspectRatio="none" aria-hidden="true">{_bar(0, 1, holds=holds)}</svg>'


def _bar(start: int, length: int, *, holds: bool | None) -> str:
    if holds is None:
        return ""
    kind, top, height = ("holds", 0, 8) if holds else ("fails", 3, 2)
    return f'<path class="{kind}" d="M{start} {top}h{length}v{height}h-{length}z"/>'


def _measured(_root: Path, every: list[Claim]) -> str:
    """Return on which versions there are records, and how many claims were looked at on each."""
    rows = []
    for version in reversed(versions_of(every)):
        told = [claim.held[version] for claim in every]
        rows.append(f"<tr><td>{version}</td><td>{len(told) - told.count(None)}</td><td>{told.count(True)}</td></tr>")
    in_browser = [claim for claim in every if not claim.proof.headless]
    proved = {
        engine: sum(bool(claim.shown.by_engine.get(engine, {}).get(results.running(engine))) for claim in in_browser)
        for engine in ("server", "live")
    }
    return (
        f"<p>{len(every) - len(in_browser)} of {len(every)} claims are proved without a browser, and so on each "
        "version, unless its AppTest cannot show them yet. "
        f"The other {len(in_browser)} need a browser, which runs the version that this site documents: "
        f"{proved['server']} of them are proved with {results.running('server')}, "
        f"and {proved['live']} in the page with {results.running('live')}.</p>"
        '<table class="versions-numbers"><thead><tr><th scope="col">Streamlit</th><th scope="col">Claims measured</th>'
        f'<th scope="col">Claims that hold</th></tr></thead><tbody>{"".join(rows)}</tbody></table>'
    )


def versions_of(claims: Iterable[Claim]) -> list[str]:
    """Return all versions that have records, the oldest first."""
    return next((list(claim.held) for claim in claims), [])


def _range(versions: Iterable[str]) -> str:
    """Name versions that follow each other."""
    names = [where.minor_of(version) for version in versions]
    return names[0] if len(names) == 1 else f"{names[0]} – {names[-1]}"


_PARTS = {"changes": _changes, "table": _table, "measured": _measured}
