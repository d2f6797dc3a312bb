"""Measure the build beside plain fences, how it grows, and how soon an edit shows."""

import argparse
import itertools
import os
import resource
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from statistics import median, median_low
from tempfile import TemporaryDirectory
from typing import NamedTuple

from mkdocs.commands.build import build
from mkdocs.config import load_config
from streamlit_engines.server import free_port

from livedocs.qa.bench import trees
from livedocs.qa.bench.__main__ import ROOT, number_of_rounds, print_table, spread

GOALS = {"build": 1.2, "growth": 1.15, "edit": 2.0}
TIMES = (1, 4, 16)
SAMPLE = 4  # topics that are multiplied
LIMIT = 300  # seconds
ABOUT = """\
Seconds of processor time, and those on the clock: the median of {rounds}, the least and the most. The sides take turns.
"Plain fences" builds the same pages with MkDocs and the same theme, without our extensions: claims are mere sentences,
and a block is a fence for each file, test and command. It lists no versions, errors or files for agents.
Growth: {topics} topics, then 4 and 16 times as many. 1 is linear.
"""


class Cost(NamedTuple):
    """Seconds that something took, of processors and on the clock."""

    processor: float
    clock: float


def cost(call: Callable) -> Cost:
    """Return what a call costs that starts processes and waits for them."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    call()
    clock, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return Cost(after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime, clock)


def run(*words: str | Path, folder: Path = ROOT) -> None:
    """Run `python -m` with these words."""
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # pytest would rewrite the asserts of all proofs in each round
    command = [sys.executable, "-m", *words]
    ended = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if ended.returncode:
        sys.exit(ended.stdout + ended.stderr)


def without_extensions(docs: Path, site: Path) -> None:
    """Build plain pages with the project's configuration, but for our extensions."""
    config = load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(docs), site_dir=str(site))
    config.markdown_extensions = [name for name in config.markdown_extensions if not name.startswith("livedocs.")]
    config.mdx_configs["pymdownx.superfences"] = {}
    build(config)


def beside_plain_fences(rounds: int, folder: Path) -> tuple[list[Cost], list[Cost]]:
    """Return the costs of our builds, and of those with plain fences."""
    trees.plain(ROOT, folder / "plain")
    sides = (
        lambda: run("mkdocs", "build", "--quiet", "--site-dir", folder / "site"),
        lambda: run("livedocs.qa.bench.build", "--plain", folder / "plain", folder / "plain_site"),
    )
    return by_turns(rounds, sides)


def by_turns(rounds: int, sides: tuple[Callable, Callable]) -> tuple[list[Cost], list[Cost]]:
    """Return the costs of both sides, which take turns to be first."""
    costs: tuple[list[Cost], list[Cost]] = [], []
    for number in range(rounds):
        for turn in ((0, 1), (1, 0))[number % 2]:
            costs[turn].append(cost(sides[turn]))
    return costs


def growing(rounds: int, folder: Path) -> list[tuple[int, Cost]]:
    """Return for each size how many snippets there are, and the median cost of a build."""
    found = []
    for times in TIMES:
        tree = folder / str(times)
        snippets = trees.multiply(ROOT, tree, trees.topics(ROOT, SAMPLE), times)
        command = partial(run, "mkdocs", "build", "--quiet", folder=tree)
        found.append((snippets, median_low(cost(command) for _ in range(rounds))))
    return found


def edits(rounds: int, folder: Path) -> list[float]:
    """Return the seconds from the save of a page or a snippet until it is served."""
    trees.copy(ROOT, folder)
    port = free_port()
    command = [sys.executable, "-m", "livedocs.site.serve", str(port)]
    environment = os.environ | {"PYTHONPATH": str(folder)}
    page = folder / "docs" / "callbacks.md"
    snippet = min((folder / "snippets" / "callbacks").glob("*.py"))
    seconds = []
    with subprocess.Popen(command, cwd=folder, env=environment, stderr=subprocess.DEVNULL) as server:
        try:
            address = f"http://127.0.0.1:{port}/callbacks/"
            wait_for(address, "<h1")
            for number, path in zip(range(2 * rounds), itertools.cycle((page, snippet)), strict=False):
                mark = f"Edited{number}"
                line = f"\n{mark}\n" if path == page else f"\n# {mark}\n"
                path.write_text(path.read_text("utf-8") + line, "utf-8")
                start = time.perf_counter()
                wait_for(address, mark)
                seconds.append(time.perf_counter() - start)
        finally:
            server.terminate()
    return seconds


def wait_for(address: str, text: str) -> None:
    """Wait until a page shows a text."""
    end = time.monotonic() + LIMIT
    while time.monotonic() < end:
        with suppress(OSError), urllib.request.urlopen(address, timeout=LIMIT) as answer:  # noqa: S310 (our own)
            if text in answer.read().decode():
                return
        time.sleep(0.05)
    raise TimeoutError(f"{address} does not show {text}")


def row(name: str, costs: list[Cost], others: list[Cost], goal: float) -> tuple[str, ...]:
    """Return the row of a table that compares costs."""
    ratio = median(cost.processor for cost in costs) / median(cost.processor for cost in others)
    cells = [cell for side in (costs, others) for cell in spread([cost.processor for cost in side], "{:.1f}")]
    clocks = [f"{median(cost.clock for cost in side):.1f}" for side in (costs, others)]
    return name, *cells, *clocks, f"{ratio:.2f}", f"<= {goal}: {'met' if ratio <= goal else 'missed'}"


def growth(found: list[tuple[int, Cost]]) -> list[tuple[str, ...]]:
    """Return the rows of a table: what one more snippet costs among many, beside what it costs among few."""
    rows = []
    for (few, less), (many, more) in itertools.pairwise(found):
        each = (more.processor - less.processor) / (many - few)
        rows.append((many, more, each))
    first = rows[0][2]
    table = [("snippets", "processor", "clock", "ms for one more", "ratio", "goal")]
    table.append((str(found[0][0]), f"{found[0][1].processor:.1f}", f"{found[0][1].clock:.1f}", "", "", ""))
    for many, more, each in rows:
        ratio = each / first
        verdict = f"<= {GOALS['growth']}: {'met' if ratio <= GOALS['growth'] else 'missed'}"
        last = (f"{ratio:.2f}", verdict) if many == rows[-1][0] else ("", "")
        table.append((str(many), f"{more.processor:.1f}", f"{more.clock:.1f}", f"{each * 1000:.0f}", *last))
    return table


def main() -> None:
    """Do what the command line says."""
    parser = argparse.ArgumentParser(prog="python -m livedocs.qa.bench.build", description=__doc__)
    parser.add_argument("rounds", type=number_of_rounds, nargs="?", default=3, help="how many (default: 3)")
    parser.add_argument("--only", choices=("plain", "growth", "edits"), help="one of the three")
    parser.add_argument("--plain", type=Path, nargs=2, metavar=("DOCS", "SITE"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.plain:
        without_extensions(*arguments.plain)
        return
    os.environ["DRAFT"] = "true"  # results are looked at all the same, where there are some
    print(ABOUT.format(rounds=arguments.rounds, topics=SAMPLE))
    with TemporaryDirectory() as name:
        folder = Path(name)
        if arguments.only in (None, "plain"):
            head = ("", "ours", "", "plain fences", "", "clock", "clock", "ratio", "goal")
            print_table([head, row("build", *beside_plain_fences(arguments.rounds, folder), GOALS["build"])])
        if arguments.only in (None, "growth"):
            print()
            print_table(growth(growing(arguments.rounds, folder / "growth")))
        if arguments.only in (None, "edits"):
            seconds = edits(arguments.rounds, folder / "served")
            verdict = "met" if median(seconds) <= GOALS["edit"] else "missed"
            least_and_most = " ".join(spread(seconds, "{:.1f}"))
            print(f"\nFrom a save to the page, seconds on the clock: {least_and_most}  <= {GOALS['edit']}: {verdict}")


if __name__ == "__main__":
    main()
