"""The `versions` fence: where each claim holds, what changed in which release, and what was measured.

``` versions
changes
```
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, groupby
from pathlib import Path
from typing import Any

from livedocs.model.navigation import address, navigation
from livedocs.model.page import Page
from livedocs.model.proofs import Proof, load, tests_of
from livedocs.model.snippets import Snippet
from livedocs.site import pairs
from livedocs.site.context import Context
from livedocs.site.fence_snippet import anchor, inline
from livedocs.site.parts import parts
from livedocs.site.stop import fence, part_of
from livedocs.versions import results, where
from livedocs.versions.where import Held, Shown

SAYS = {True: "holds", False: "does not hold", None: "not measured"}


@dataclass(frozen=True)
class Claim:
    """A claim of a topic, and what records say of it; `page` is the address of its page from this one."""

    topic: str
    page: str
    proof: Proof
    shown: Shown

    @property
    def held(self) -> Held:
        """Whether it holds on each version; `None` where it wasn't run."""
        return self.shown.held

    @property
    def link(self) -> str:
        """The sentence, linked to its place on the page."""
        return f'<a href="{self.page}#{self.proof.name}">{inline(self.proof.claim)}</a>'

    @cached_property
    def changes(self) -> list[tuple[str, str]]:
        """Each version on which the outcome is another than before, after the last version that was measured."""
        return where.changes(self.held)

    @property
    def label(self) -> str:
        """Where it holds, in words."""
        return where.label(self.held)

    @property
    def runs(self) -> list[tuple[bool | None, int, int, str]]:
        """Rows of versions with the same outcome: that, the first one's index, their number, and their names."""
        rows = [(holds, list(row)) for holds, row in groupby(self.held, key=self.held.get)]
        starts = accumulate((len(row) for _, row in rows), initial=0)
        return [(holds, start, len(row), _range(row)) for (holds, row), start in zip(rows, starts, strict=False)]


@fence
def formatter(name: str, _options: dict[str, Any], context: Context) -> str:
    """Return the HTML of the part that the fence names."""
    html = part_of(_PARTS, name, "versions")(context.page.root, _claims_for(context.page))
    return f'<section class="versions-{name}">{html}</section>'


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
    measured, releases = [], []
    for version in reversed(versions_of(every)):
        name = where.minor_of(version)
        measured.append((name, sum(claim.held[version] is not None for claim in every)))
        items = [_change(root, claim, *change) for claim in every for change in claim.changes if change[1] == version]
        releases += [(name, items)] if items else []
    return parts.changes(len(every), measured, releases)


def _change(root: Path, claim: Claim, old: str, new: str) -> tuple[Claim, bool, str, str, str, str, str]:
    """Return what is shown of a claim whose outcome changed after `old`, in `new` or in between."""
    known, snippet = list(claim.held), Snippet(root, claim.proof.snippet)
    between = known[known.index(old) + 1 : known.index(new)]
    pair = pairs.anchor(root, load(root, claim.topic), claim.proof, claim.held, (old, new))
    return claim, bool(claim.held[new]), _range(between), snippet.name, anchor(snippet), pair, pairs.names(pair)


def _table(root: Path, every: list[Claim]) -> str:
    """Return all claims, a folded table for each topic, and a filter that a script shows."""
    known, names = versions_of(every), titles(root)
    ends = [where.minor_of(version) for version in (known[0], known[-1])] if known else []
    topics = [(names[topic], list(group)) for topic, group in groupby(every, key=lambda claim: claim.topic)]
    return parts.table(topics, ends, SAYS)


def _measured(_root: Path, every: list[Claim]) -> str:
    """Return on which versions there are records, and how many claims were looked at on each."""
    in_browser = [claim for claim in every if not claim.proof.headless]
    proved = {}
    for engine in ("server", "live"):
        version = results.running(engine)
        proved[engine] = sum(bool(claim.shown.by_engine.get(engine, {}).get(version)) for claim in in_browser), version
    return parts.measured(len(every), len(in_browser), proved, numbers(every))


def numbers(claims: Collection[Claim]) -> Iterator[tuple[str, int, int]]:
    """Yield each version, the newest first, with how many claims were looked at there, and how many hold."""
    for version in reversed(versions_of(claims)):
        told = [claim.held[version] for claim in claims]
        yield version, len(told) - told.count(None), told.count(True)


def versions_of(claims: Iterable[Claim]) -> list[str]:
    """Return all versions that have records, the oldest first."""
    return next((list(claim.held) for claim in claims), [])


def _range(versions: Iterable[str]) -> str:
    """Name versions that follow each other."""
    names = [where.minor_of(version) for version in versions]
    return " – ".join(dict.fromkeys([*names[:1], *names[-1:]]))


_PARTS = {"changes": _changes, "table": _table, "measured": _measured}
