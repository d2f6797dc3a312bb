"""Break every snippet in many ways and see whether its proofs notice: `python -m livedocs.qa.mutants [snippet ...]`.

A mutant is a snippet with one change, one of `livedocs.qa.mutations`. It is killed when a test of the snippet fails
on it or does not end in time; one that survives shows what no test looks at.
One process imports Streamlit, collects the tests, and forks for each mutant, or with `--engine=server`, which runs the
snippets that a browser alone can prove, for all mutants of a snippet.
"""

import argparse
import gc
import importlib
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory, mkdtemp

import pytest
from streamlit.components.v2 import manifest_scanner

from livedocs.model.errors import AuthorError
from livedocs.model.proofs import Proof, load, tests_of
from livedocs.model.snippets import SNIPPETS, Snippet, snippets_of
from livedocs.qa.forks import CORES, in_forks
from livedocs.qa.mutations import Mutation, mutations, unbroken

FLOOR = 95
# On a mutant a test has these seconds and ten times what it takes on the snippet.
PATIENCE = 3


@dataclass(frozen=True)
class Mutant:
    """A snippet with one change in one of its files."""

    snippet: Snippet
    path: PurePosixPath
    mutation: Mutation

    def __str__(self) -> str:
        """Say where the change is, what it is, and the line as it is then."""
        return f"{SNIPPETS / self.path}:{self.mutation.line}: {self.mutation.what}\n    {self.mutation.changed}"


class Mutants:
    """A pytest plugin that runs each snippet's tests on the snippet, then on its mutants."""

    def __init__(self, proofs: dict[Snippet, list[Proof]], folder: Path, engine: str) -> None:
        """Take the snippets to break with their proofs, a folder for the broken ones, and what runs them."""
        self.folder, self.engine = folder, engine
        self.proofs = proofs
        self.tests: dict[Snippet, list[pytest.Item]] = {}
        self.problems: list[str] = []
        self.failed: list[str] = []
        self.taken: Counter[str] = Counter()
        self.patience: dict[str, float] = {}
        self.mutants: dict[Mutant, list[str] | None] = {}

    @pytest.hookimpl(trylast=True)
    def pytest_configure(self, config: pytest.Config) -> None:
        """Keep pytest from telling how each mutant fares."""
        config.pluginmanager.unregister(name="terminalreporter")

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Note a test module that cannot be imported."""
        if report.failed:
            self.problems.append(report.longreprtext)

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Find each snippet's tests."""
        for snippet, proofs in self.proofs.items():
            named = {(snippet.root / proof.path, proof.name) for proof in proofs}
            self.tests[snippet] = [item for item in session.items if (item.path, item.originalname) in named]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note, in a fork, how long a test takes, and if it fails."""
        self.taken[report.nodeid] += report.duration
        if report.failed:
            crash = getattr(report.longrepr, "reprcrash", None) or report.longreprtext
            self.failed.append(f"{report.nodeid} fails on the unbroken snippet: {crash}")

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self) -> bool:
        """Run the tests on the snippets, and if all is well, on the mutants."""
        limits = {} if self.problems else self._run_snippets()
        if not self.problems:
            self._run_mutants(limits)
        return True

    def _run_snippets(self) -> dict[Snippet, float]:
        """Run the tests on each unbroken snippet, import what that imports, return its mutants' time limit."""
        manifest_scanner.scan_component_manifests()  # which tests/conftest.py caches
        limits = {}
        calls = ((snippet, partial(self._run_unbroken, snippet), 300) for snippet in self.tests)
        for snippet, result, seconds in in_forks(calls):
            failed, modules, taken = result or ([f"The tests of {snippet.name} do not end."], [], {})
            self.problems += failed
            self.patience |= {test: PATIENCE + 10 * seconds for test, seconds in taken.items()}
            limits[snippet] = PATIENCE + 10 * seconds
            for name in modules:
                with suppress(ImportError):
                    importlib.import_module(name)
        return limits

    def _run_unbroken(self, snippet: Snippet) -> tuple[list[str], list[str], dict[str, float]]:
        return self._run(snippet), list(sys.modules), dict(self.taken)

    def _run_mutants(self, limits: dict[Snippet, float]) -> None:
        """Run the tests on each mutant; say snippet by snippet how many of its mutants are killed."""
        gc.freeze()  # else the collector of each fork copies the memory that it shares
        waiting = [(snippet, list(_mutants(snippet))) for snippet in self.tests]
        self.mutants = {mutant: [] for _, mutants in waiting for mutant in mutants}
        # `waiting` gets shorter while the calls are made.
        if self.engine == "apptest":
            calls = (
                ([mutant], partial(self._run_all, snippet, [mutant]), limits[snippet])
                for snippet, mutants in tuple(waiting)
                for mutant in mutants
            )
        else:  # each fork starts a browser
            calls = (
                (mutants, partial(self._run_all, snippet, mutants), len(mutants) * limits[snippet])
                for snippet, mutants in tuple(waiting)
            )
        ended = set()
        for group, failed, _ in in_forks(calls):
            self.mutants |= zip(group, failed or [None] * len(group), strict=True)
            ended |= {*group}
            while waiting and ended.issuperset(waiting[0][1]):
                snippet, mutants = waiting.pop(0)
                killed = sum(self.mutants[mutant] != [] for mutant in mutants)
                print(f"{snippet.name}: {killed} of {len(mutants)} mutants killed", flush=True)

    def _run_all(self, snippet: Snippet, mutants: list[Mutant]) -> list[list[str]]:
        """Run, in a fork, the tests on mutants of a snippet; return the first failure for each."""
        failed = [self._run(snippet, mutant) for mutant in mutants]
        if self.engine != "apptest" and (control := self._run(snippet)):
            raise RuntimeError(f"after its mutants, the unbroken {snippet.name} fails: {control}")
        return failed

    def _run(self, snippet: Snippet, mutant: Mutant | None = None) -> list[str]:
        """Run, in a fork, the tests on a snippet or on its mutant; return the failures, of a mutant the first."""
        self.failed = []
        tempfile.tempdir = mkdtemp(dir=self.folder)  # also for what the tests and snippets leave
        project = Path(tempfile.tempdir)
        files = {path: unbroken(text) if path.suffix == ".py" else text for path, text in snippet.files.items()}
        if mutant:
            files[mutant.path] = mutant.mutation.source
        for path, text in files.items():
            file = project / SNIPPETS / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
        for stream in (1, 2):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
        # In the browser one mutant follows the other: what the session has, such as the browser, stays.
        last = None if self.engine == "apptest" else self.tests[snippet][0].session
        for item, following in pairwise([*self.tests[snippet], last]):
            item.config.option.project = project
            if mutant:
                item.add_marker(pytest.mark.timeout(self.patience[item.nodeid]), append=False)
            item.ihook.pytest_runtest_protocol(item=item, nextitem=following)
            if self.failed and mutant:
                break
        return self.failed


def _mutants(snippet: Snippet) -> Iterator[Mutant]:
    for path, source in snippet.files.items():
        if path.suffix == ".py":
            yield from (Mutant(snippet, path, mutation) for mutation in mutations(source))


def _chosen(root: Path, names: list[str], engine: str) -> dict[Snippet, list[Proof]]:
    """Return the snippets called so, by topic, name or path, with the proofs that hold; without a name, all.

    Left out are those that the engine cannot prove, and unless they are named, those that need no browser.

    Raises `AuthorError` for a snippet that no such test runs.
    """
    running = version("streamlit")
    known = [name for topic in snippets_of(root) for name in snippets_of(root, topic)]
    wanted = {name.removeprefix(f"{SNIPPETS}/").rstrip("/") for name in names} or set(snippets_of(root))
    if unknown := wanted - set(known) - set(snippets_of(root)):
        raise AuthorError(SNIPPETS / min(unknown), 1, f"no such snippet: name a topic, or one like {known[0]}")
    chosen = {}
    for name in known:
        snippet = Snippet(root, name)
        if wanted & {name, snippet.topic}:
            proofs = load(root, snippet.topic).proofs if (root / tests_of(snippet.topic)).exists() else ()
            holding = [proof for proof in proofs if proof.snippet == name and proof.holds_on(running)]
            if not holding:
                hint = f"no test that still holds runs this: write one in {tests_of(snippet.topic)}"
                raise AuthorError(SNIPPETS / name, 1, hint)
            held = [proof for proof in holding if engine in proof.engines]
            headless = any("apptest" in proof.engines for proof in holding)
            if held and (engine == "apptest" or not headless or names):
                chosen[snippet] = held
            elif not held:
                print(f"{name}: left out, as {engine} cannot prove it")
    return chosen


def main() -> int | str:
    """Return the exit status, or what prevents the run."""
    parser = argparse.ArgumentParser(prog="python -m livedocs.qa.mutants", description=__doc__.split("\n")[0])
    parser.add_argument("snippets", nargs="*", metavar="snippet", help="like widgets/set_above.py, or a topic")
    parser.add_argument("--floor", type=float, default=FLOOR, help=f"the percentage to kill (default: {FLOOR})")
    parser.add_argument("--engine", choices=["apptest", "server"], default="apptest", help="default: apptest")
    options = parser.parse_args()
    start = time.monotonic()
    try:
        proofs = _chosen(Path.cwd(), options.snippets, options.engine)
    except AuthorError as error:
        return str(error)
    modules = dict.fromkeys(str(tests_of(snippet.topic)) for snippet in proofs)
    with TemporaryDirectory() as folder:
        plugin = Mutants(proofs, Path(folder), options.engine)
        # Streamlit has imported anyio, a pytest plugin, whose asserts pytest would have liked to rewrite.
        quiet = ["-s", "-p", "no:cacheprovider", "--tb=native", "-W", "ignore::pytest.PytestAssertRewriteWarning"]
        status = pytest.main([*quiet, f"--engine={options.engine}", *modules], [plugin])
    if plugin.problems or status or not plugin.mutants:
        return "\n".join(plugin.problems) or int(status) or "there is nothing to break"
    seconds = time.monotonic() - start
    survivors = [mutant for mutant, failed in plugin.mutants.items() if failed == []]
    late = sum(failed is None or "Failed: Timeout (" in "".join(failed) for failed in plugin.mutants.values())
    print("", *survivors, sep="\n")
    topics = Counter(mutant.snippet.topic for mutant in plugin.mutants)
    survived = Counter(mutant.snippet.topic for mutant in survivors)
    for topic, count in topics.items():
        print(f"{topic}: {_killed(count, survived[topic])}")
    count = topics.total()
    print(
        f"all: {_killed(count, len(survivors))}, {late} of them for not ending in time;"
        f" {seconds:.0f} s, {1000 * seconds / count:.0f} ms a mutant on {CORES} cores"
    )
    return int(100 * (count - len(survivors)) / count < options.floor)


def _killed(count: int, survived: int) -> str:
    return f"{count - survived} of {count} mutants killed ({100 * (count - survived) / count:.1f} %)"


if __name__ == "__main__":
    sys.exit(main())
