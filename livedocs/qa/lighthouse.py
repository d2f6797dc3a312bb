"""Let Lighthouse judge every page of the site, or those named, as a phone gets it from GitHub Pages."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from streamlit_engines.browser import ARGUMENTS, ensure

from livedocs.runtime.webserver import compressed, serve

ROOT = Path(__file__).parents[2]
REPORTS = ROOT / ".cache" / "lighthouse"
GOALS = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
BYTES = 300_000  # before anything runs


def judge(url: str, report: Path) -> dict[str, int]:
    """Return the scores of the page at a URL, out of 100, and how many `bytes` are sent.

    Lighthouse writes its reports, and adds `.report.html` and `.report.json` to their path.
    """
    report.parent.mkdir(parents=True, exist_ok=True)
    command = [str(Path(sys.executable).with_name("node")), str(ROOT / "node_modules/lighthouse/cli/index.js"), url]
    command += ["--quiet", "--no-enable-error-reporting", f"--only-categories={','.join(GOALS)}"]
    command += ["--output=html", "--output=json", f"--output-path={report}", "--disable-full-page-screenshot"]
    command += [f"--chrome-flags=--headless=new {' '.join(ARGUMENTS)}"]
    subprocess.run(command, env=os.environ | {"CHROME_PATH": ensure()}, check=True)
    result = json.loads(Path(f"{report}.report.json").read_text("utf-8"))
    found = {name: round(100 * (result["categories"][name]["score"] or 0)) for name in GOALS}
    requests = result["audits"]["network-requests"]["details"]["items"]
    return found | {"bytes": sum(part["transferSize"] for part in requests if part["url"].startswith("http"))}


def missed(found: dict[str, int]) -> list[str]:
    """Return the goals that a page misses."""
    return [name for name, goal in GOALS.items() if found[name] < goal] + ["bytes"] * (found["bytes"] > BYTES)


def pages(site: Path) -> list[str]:
    """Return the path of each page below the URL of the site, including the page for missing ones."""
    found = sorted(path.relative_to(site) for path in site.rglob("*.html"))
    return [path.as_posix().removesuffix("index.html") or "./" for path in found if "assets" not in path.parts]


def file_name(page: str) -> str:
    """Return what files on a page are called."""
    return re.sub("[^a-z0-9]+", "-", page).strip("-") or "index"


def main() -> int:
    """Do what the command line says; return 1 if a page misses a goal."""
    wanted, met = sys.argv[1:], True
    with TemporaryDirectory() as folder, serve(Path(folder), compressed([])) as url:
        site = Path(folder, "site")
        build = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
        subprocess.run(build, cwd=ROOT, env=os.environ | {"SITE_URL": f"{url}site/"}, check=True)
        for page in wanted or pages(site):
            report = REPORTS / file_name(page)
            found = judge(f"{url}site/{page}", report)
            scores = ", ".join(f"{name} {number}" for name, number in found.items())
            print(f"{page}: {scores}  {report.relative_to(ROOT)}.report.html", flush=True)
            if goals := missed(found):
                met = False
                print(f"    misses {', '.join(goals)}")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
