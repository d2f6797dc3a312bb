"""Measure the apps of the site beside stlite as its documentation mounts it, round by round, and print the medians."""

import argparse
import os
import subprocess
import sys
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from livedocs.model.snippets import Snippet
from livedocs.qa.bench import baseline
from livedocs.qa.bench.host import serve
from livedocs.qa.bench.rounds import APPS, NEXT_APP, NEXT_PAGE, PAGE, Figures, Ours, Stlite, measure

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / ".cache" / "bench"
TIMES = ("first app, cold", "first app, warm", "second app", "fifth app", "next page's app", "click to rerun")
TRAFFIC = ("requests", "megabytes", "requests, warm")
GOALS = {"first app, cold": 0.4, "first app, warm": 0.3, "second app": 0.1, "next page's app": 0.15, "megabytes": 1.1}
STEPS = ("frame", "python", "streamlit", "app", "run")
ABOUT = """\
Times are milliseconds: the median of {rounds}, the least and the most. From the click on Run until the app's first
button is in view; for a rerun, from a click in the app until its text is there. Each round has a new profile of the
browser; "warm" is the same profile with the browser started anew. The sides take turns, on one machine, over loopback.
Traffic is from the opening of the page until its first app is there. Both sides are sent the same: gzip for text and
WebAssembly, `Cache-Control: max-age=600`, HTTP/1.1, as GitHub Pages does but for the version of HTTP.
In favour of stlite: its script is there before the click; numpy, pandas, altair, pillow and fastparquet, which it
installs, are empty packages; all packages come from its own origin; its next page is loaded before the click.
Its options: {options}.
"""


def main() -> None:
    """Do what the command line says."""
    parser = argparse.ArgumentParser(prog="python -m livedocs.qa.bench", description=__doc__)
    parser.add_argument("rounds", type=number_of_rounds, nargs="?", default=3, help="how many (default: 3)")
    parser.add_argument("--cold", action="store_true", help="the first app alone, with nothing in any cache")
    parser.add_argument("--shared-worker", action="store_true", help="stlite with its option `sharedWorker`")
    parser.add_argument("--strict", action="store_true", help="fail if a goal is missed")
    arguments = parser.parse_args()
    ours, stlite = _measure(arguments.rounds, whole=not arguments.cold, shared=arguments.shared_worker)
    options = "entrypoint, files, pyodideUrl" + ", sharedWorker" * arguments.shared_worker
    print(ABOUT.format(rounds=arguments.rounds, options=options))
    missed = report(ours, stlite)
    sys.exit(1 if missed and arguments.strict else 0)


def number_of_rounds(text: str) -> int:
    """Return a number that is more than 0."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of rounds: give 1 or more")
    return int(text)


def _measure(rounds: int, *, whole: bool, shared: bool) -> tuple[list[Figures], list[Figures]]:
    """Return the figures of each round, ours and stlite's."""
    pages = {PAGE: [Snippet(ROOT, name) for name in APPS], NEXT_PAGE: [Snippet(ROOT, NEXT_APP)]}
    baseline.assemble(ROOT, FOLDER / "stlite", pages)
    with ExitStack() as stack:
        hosts = [stack.enter_context(serve(FOLDER / name)) for name in ("ours", "stlite")]
        # Instant navigation wants the site built for its address.
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", FOLDER / "ours"]
        subprocess.run(command, cwd=ROOT, env=os.environ | {"SITE_URL": hosts[0].address}, check=True)
        for host in hosts:
            host.compress()
        sides = Ours(hosts[0]), Stlite(hosts[1], "?sharedWorker" if shared else "")
        figures: tuple[list[Figures], list[Figures]] = [], []
        for number in range(rounds):
            for turn in ((0, 1), (1, 0))[number % 2]:
                print(f"round {number + 1} of {rounds}: {sides[turn].name}", file=sys.stderr)
                figures[turn].append(measure(sides[turn], whole=whole))
    return figures


def report(ours: list[Figures], stlite: list[Figures]) -> list[str]:
    """Print what was measured; return the names of the goals that were missed."""
    missed = []
    rows = [("", "ours", "", "stlite", "", "ratio", "goal")]
    for name in (*TIMES, *TRAFFIC):
        if name not in ours[0]:
            continue
        form = "{:.1f}" if name == "megabytes" else "{:.0f}"
        sides = [[side[name] for side in figures] for figures in (ours, stlite)]
        cells = [cell for values in sides for cell in spread(values, form)]
        middle = [median(values) for values in sides]
        ratio = middle[0] / middle[1] if middle[1] else None
        goal = GOALS.get(name)
        if goal is not None and ratio > goal:
            missed.append(name)
        verdict = "" if goal is None else f"<= {goal}: {'missed' if name in missed else 'met'}"
        rows.append((name, *cells, "" if ratio is None else f"{ratio:.2f}", verdict))
    print_table(rows)
    print("\nOurs, step by step")
    rows = [("", *STEPS)]
    for name in TIMES:
        if any(f"{name}: {step}" in ours[0] for step in STEPS):
            rows.append((name, *(f"{median(side.get(f'{name}: {step}', 0) for side in ours):.0f}" for step in STEPS)))
    print_table(rows)
    print(f"\nGoals missed: {', '.join(missed) or 'none'}")
    return missed


def spread(values: list[float], form: str) -> tuple[str, str]:
    """Return the median, and the least and the most."""
    least, most = form.format(min(values)), form.format(max(values))
    return form.format(median(values)), "" if least == most else f"{least}-{most}"


def print_table(rows: Iterable[tuple[str, ...]]) -> None:
    """Print rows with the first cells to the left and the others to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for first, *rest in rows:
        cells = [first.ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True))]
        print("  ".join(cells).rstrip())


if __name__ == "__main__":
    main()
