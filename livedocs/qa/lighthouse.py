"""Let Lighthouse judge every page of the site, or those named, as a phone would get it from GitHub Pages."""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from streamlit_engines.browser import ARGUMENTS, ensure

from livedocs.qa.bench.host import serve

ROOT = Path(__file__).parents[2]
LIGHTHOUSE = ROOT / "node_modules/lighthouse/cli/index.js"
GOALS = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
BYTES = 300_000  # with the heads of all answers, before anything runs
SLOW = 1000  # the benchmark below which Lighthouse warns itself
CAUSES = 3  # so many elements or files of each audit that fails are named
OPTIONS = (
    "--output=json",
    "--quiet",
    "--no-enable-error-reporting",
    "--disable-full-page-screenshot",
    f"--only-categories={','.join(GOALS)}",
    f"--chrome-flags=--headless=new {' '.join(ARGUMENTS)}",
)


@dataclass(frozen=True)
class Report:
    """What Lighthouse says of a page: its own JSON, and what we read in it."""

    page: str
    json: dict[str, Any]

    @cached_property
    def scores(self) -> dict[str, int]:
        """Each category's score out of 100."""
        return {name: round(100 * (self.json["categories"][name]["score"] or 0)) for name in GOALS}

    @cached_property
    def bytes(self) -> int:
        """What went over the wire."""
        requests = self.json["audits"]["network-requests"]["details"]["items"]
        return sum(request["transferSize"] for request in requests if request["url"].startswith("http"))

    @property
    def shift(self) -> float:
        """How far the layout moved."""
        return self._metric("cumulative-layout-shift")

    @property
    def benchmark(self) -> float:
        """How fast the machine was."""
        return self.json["environment"]["benchmarkIndex"]

    def missed(self) -> list[str]:
        """Return the goals that the page misses."""
        scores = [name for name, goal in GOALS.items() if self.scores[name] < goal]
        return scores + ["bytes"] * (self.bytes > BYTES) + ["layout shift"] * (self.shift > 0)

    def causes(self) -> Iterator[str]:
        """Yield the audits that cost something, with the elements or files they name."""
        if error := self.json.get("runtimeError"):
            yield error["message"]
        failed = {
            part["id"]
            for name in GOALS
            if name in self.missed()
            for part in self.json["categories"][name]["auditRefs"]
            if self._costs(part)
        }
        if self.shift > 0:
            failed.add("cls-culprits-insight")
        for id_ in sorted(failed):
            audit = self.json["audits"][id_]
            where = list(dict.fromkeys(_places(audit.get("details"))))
            yield "; ".join([f"{id_}: {audit.get('displayValue') or audit['title']}", *where[:CAUSES]])

    def __str__(self) -> str:
        """Return the line of the page."""
        scores = " ".join(f"{score:5}" for score in self.scores.values())
        paint, blocked = self._metric("largest-contentful-paint"), self._metric("total-blocking-time")
        figures = f"{self.bytes / 1000:6.0f} kB  CLS {self.shift:.3f}  LCP {paint:5.0f} ms  TBT {blocked:4.0f} ms"
        return f"{self.page:20} {scores} {figures}"

    def _metric(self, id_: str) -> float:
        return self.json["audits"][id_].get("numericValue") or 0

    def _costs(self, part: dict[str, Any]) -> bool:
        score = self.json["audits"][part["id"]]["score"]
        return bool(part["weight"]) and score is not None and score < 1


def _places(details: object) -> Iterator[str]:
    """Yield the elements and files in an audit's details, which are tables of many kinds."""
    if isinstance(details, dict):
        if details.get("type") == "node":
            yield f"{details['selector']} {details['snippet']}"
        elif isinstance(url := details.get("url") or details.get("href"), str):
            yield url
        for value in details.values():
            yield from _places(value)
    elif isinstance(details, list):
        for value in details:
            yield from _places(value)


def judge(address: str, page: str) -> Report:
    """Return the report of a page; where only its speed misses the goal, the median of three."""
    reports = [_run(address, page)]
    if reports[0].missed() == ["performance"]:
        reports += [_run(address, page), _run(address, page)]
    return sorted(reports, key=lambda report: report.scores["performance"])[len(reports) // 2]


def _run(address: str, page: str) -> Report:
    node = Path(sys.executable).with_name("node")
    result = subprocess.run(
        [node, LIGHTHOUSE, address + page, *OPTIONS],
        env=os.environ | {"CHROME_PATH": ensure()},
        stdout=subprocess.PIPE,
        check=True,
    )
    return Report(page, json.loads(result.stdout))


def pages(site: Path) -> list[str]:
    """Return the address below the site's of each page, the missing page's too."""
    found = sorted(path.relative_to(site) for path in site.rglob("*.html"))
    return [path.as_posix().removesuffix("index.html") or "./" for path in found if "assets" not in path.parts]


def show(reports: Iterable[Report]) -> bool:
    """Print a line for each page, and why it misses a goal; return whether all goals are met."""
    print(f"{'':20} {' '.join(f'{name[:5]:>5}' for name in GOALS)}")
    met, slowest = True, SLOW
    for report in reports:
        print(report, flush=True)
        if missed := report.missed():
            met = False
            print(f"    missed: {', '.join(missed)}", *report.causes(), sep="\n      ", flush=True)
        slowest = min(slowest, report.benchmark)
    if slowest < SLOW:
        print(f"This machine is slow or busy (benchmarkIndex {slowest:.0f}): performance is worse than it would be.")
    return met


def main() -> None:
    """Do what the command line says."""
    parser = argparse.ArgumentParser(prog="python -m livedocs.qa.lighthouse", description=__doc__)
    parser.add_argument("pages", nargs="*", help="as in the address, such as `callbacks/` (default: all)")
    arguments = parser.parse_args()
    with TemporaryDirectory() as folder, serve(Path(folder)) as host:
        site, address = Path(folder, "site"), f"{host.address}site/"
        subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", site],
            cwd=ROOT,
            env=os.environ | {"SITE_URL": address},
            check=True,
        )
        host.compress()
        found = pages(site)
        if unknown := set(arguments.pages) - set(found):
            parser.error(f"no page {', '.join(sorted(unknown))}, only: {', '.join(found)}")
        met = show(judge(address, page) for page in arguments.pages or found)
    sys.exit(0 if met else 1)


if __name__ == "__main__":
    main()
