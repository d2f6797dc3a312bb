"""Let Lighthouse judge every page of the site, or those named, as a phone gets it from GitHub Pages."""

import argparse
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from streamlit_engines.browser import ARGUMENTS, ensure

from livedocs.runtime.webserver import compressed, serve

ROOT = Path(__file__).parents[2]
REPORTS = ROOT / ".cache" / "lighthouse"
GOALS = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
BYTES = 300_000  # before anything runs
SLOW = 1000  # the benchmark index below which Lighthouse itself warns


class Judgment(NamedTuple):
    """What Lighthouse measures on a page: a score out of 100 for each category, and the bytes that are sent."""

    scores: dict[str, int]
    bytes: int
    benchmark: float  # how fast the machine was

    def missed(self) -> list[str]:
        """Return the goals that the page misses."""
        return [name for name, goal in GOALS.items() if self.scores[name] < goal] + ["bytes"] * (self.bytes > BYTES)


def judge(url: str, report: Path) -> Judgment:
    """Judge the page at a URL; write Lighthouse's reports, to which it adds `.report.html` and `.report.json`."""
    report.parent.mkdir(parents=True, exist_ok=True)
    command = [str(Path(sys.executable).with_name("node")), str(ROOT / "node_modules/lighthouse/cli/index.js"), url]
    command += ["--quiet", "--no-enable-error-reporting", f"--only-categories={','.join(GOALS)}"]
    command += ["--output=html", "--output=json", f"--output-path={report}", "--disable-full-page-screenshot"]
    command += [f"--chrome-flags=--headless=new {' '.join(ARGUMENTS)}"]
    subprocess.run(command, env=os.environ | {"CHROME_PATH": ensure()}, check=True)
    said = json.loads(Path(f"{report}.report.json").read_text("utf-8"))
    requests = said["audits"]["network-requests"]["details"]["items"]
    return Judgment(
        {name: round(100 * (said["categories"][name]["score"] or 0)) for name in GOALS},
        sum(request["transferSize"] for request in requests if request["url"].startswith("http")),
        said["environment"]["benchmarkIndex"],
    )


def pages(site: Path) -> list[str]:
    """Return the path of each page below the URL of the site, including the page for missing ones."""
    found = sorted(path.relative_to(site) for path in site.rglob("*.html"))
    return [path.as_posix().removesuffix("index.html") or "./" for path in found if "assets" not in path.parts]


def main() -> int:
    """Do what the command line says; return 1 if a page misses a goal."""
    parser = argparse.ArgumentParser(prog="python -m livedocs.qa.lighthouse", description=__doc__)
    parser.add_argument("pages", nargs="*", help="as in the URL, such as `callbacks/` (default: all)")
    wanted, met = parser.parse_args().pages, True
    with TemporaryDirectory() as folder, serve(Path(folder), compressed([])) as url:
        site = Path(folder, "site")
        build = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
        subprocess.run(build, cwd=ROOT, env=os.environ | {"SITE_URL": f"{url}site/"}, check=True)
        for page in wanted or pages(site):
            report = REPORTS / f"{re.sub('[^a-z0-9]+', '-', page).strip('-') or 'index'}"
            found = judge(f"{url}site/{page}", report)
            scores = " ".join(f"{name} {score}" for name, score in found.scores.items())
            print(f"{page}: {scores}, {found.bytes / 1000:.0f} kB  {report.relative_to(ROOT)}.report.html", flush=True)
            if missed := found.missed():
                met = False
                print(f"    misses {', '.join(missed)}" + " on a slow or busy machine" * (found.benchmark < SLOW))
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
