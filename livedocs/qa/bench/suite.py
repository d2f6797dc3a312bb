"""Measure the headless suite beside a loop that does the same with AppTest alone, and how it grows.

It is the pytest plugin that leaves out the proofs which the loop cannot do, too.
"""

import argparse
import os
import shutil
from functools import cache, partial
from pathlib import Path
from statistics import median_low
from tempfile import TemporaryDirectory

import pytest

from livedocs.model.proofs import TESTS, Proof
from livedocs.model.snippets import SNIPPETS
from livedocs.model.topics import modules_of
from livedocs.qa.bench import trees
from livedocs.qa.bench.__main__ import ROOT, number_of_rounds, print_table
from livedocs.qa.bench.build import TIMES, Cost, by_turns, cost, growth, row, run

GOAL = 1.25
SAMPLE = 1  # topics that are multiplied
QUIET = ("pytest", "-q", "-q", "-p", "no:cacheprovider")
ABOUT = """\
Seconds of processor time, and those on the clock: the median of {rounds}, the least and the most. The sides take turns,
each in a process of its own, its start included.
{count} proofs: those that ask for `run` alone, hold on all engines and versions, and whose app is one file.
"AppTest alone" calls the same functions one after the other: a copy of the app in a folder of its own, and its AppTest.
"""


def sample(root: Path) -> dict[str, list[str]]:
    """Return the names of the proofs that need no more than AppTest, by their topics."""
    modules = modules_of(root)
    return {topic: [proof.name for proof in module.proofs if _is_simple(proof)] for topic, module in modules.items()}


def _is_simple(proof: Proof) -> bool:
    asked = [argument.arg for argument in proof.node.args.args]
    return asked == ["run"] and not proof.node.decorator_list and proof.snippet.endswith(".py")


def alone(root: Path, folder: Path) -> None:
    """Do what these proofs do, with AppTest alone."""
    from streamlit.components.v2 import manifest_scanner  # noqa: PLC0415 (pytest imports it later, too)
    from streamlit.testing.v1 import AppTest  # noqa: PLC0415 (as above)

    manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)  # as the suite does
    for topic, names in sample(root).items():
        path = root / TESTS / f"test_{topic}.py"
        module: dict = {"__name__": path.stem}
        exec(compile(path.read_text("utf-8"), path, "exec"), module)  # noqa: S102 (our own)
        for name in names:
            own = folder / topic / name
            own.mkdir(parents=True)
            os.chdir(own)

            def start(app: str, own: Path = own) -> AppTest:
                copy = own / Path(app).name
                if not copy.exists():
                    shutil.copyfile(root / SNIPPETS / app, copy)
                return AppTest.from_file(str(copy), default_timeout=30).run()

            module[name](start)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep those proofs."""
    names = sample(ROOT)
    items[:] = [item for item in items if item.name in names[item.path.stem.removeprefix("test_")]]


def proofs(folder: Path) -> list[str]:
    """Return the paths of the modules with proofs."""
    return [str(path.relative_to(folder)) for path in sorted((folder / TESTS).glob("test_*.py"))]


def beside_apptest(rounds: int) -> tuple[list[Cost], list[Cost]]:
    """Return the costs of pytest with these proofs, and of the loop."""
    suite = partial(run, *QUIET, "-p", "livedocs.qa.bench.suite", *proofs(ROOT))
    suite("--collect-only")  # the first start compiles the proofs
    sides = suite, partial(run, "livedocs.qa.bench.suite", "--alone")
    return by_turns(rounds, sides)


def growing(rounds: int, folder: Path) -> list[tuple[int, Cost]]:
    """Return for each size how many snippets there are, and the median cost of proving all claims on them."""
    found = []
    for times in TIMES:
        tree = folder / str(times)
        snippets = trees.multiply(ROOT, tree, trees.topics(ROOT, SAMPLE), times)
        shutil.copy(ROOT / "pyproject.toml", tree)
        shutil.copy(ROOT / TESTS / "conftest.py", tree / TESTS)
        suite = partial(run, *QUIET, *proofs(tree), folder=tree)
        suite("--collect-only")  # as above
        found.append((snippets, median_low(cost(suite) for _ in range(rounds))))
    return found


def main() -> None:
    """Do what the command line says."""
    parser = argparse.ArgumentParser(prog="python -m livedocs.qa.bench.suite", description=__doc__)
    parser.add_argument("rounds", type=number_of_rounds, nargs="?", default=3, help="how many (default: 3)")
    parser.add_argument("--only", choices=("alone", "growth"), help="one of the two")
    parser.add_argument("--alone", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.alone:
        with TemporaryDirectory() as folder:
            alone(ROOT, Path(folder))
            os.chdir(ROOT)
        return
    print(ABOUT.format(rounds=arguments.rounds, count=sum(map(len, sample(ROOT).values()))))
    if arguments.only in (None, "alone"):
        head = ("", "pytest", "", "AppTest alone", "", "clock", "clock", "ratio", "goal")
        print_table([head, row("suite", *beside_apptest(arguments.rounds), GOAL)])
    if arguments.only in (None, "growth"):
        print()
        with TemporaryDirectory() as folder:
            print_table(growth(growing(arguments.rounds, Path(folder))))


if __name__ == "__main__":
    main()
