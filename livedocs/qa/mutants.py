"""Break every snippet in many ways and see whether its proofs notice: `python -m livedocs.qa.mutants [snippet ...]`.

A mutant is a snippet with one change, one of `livedocs.qa.mutations`. It is killed if a test of the snippet fails on
it, exceeds its time limit, or crashes. A mutant that survives shows what no test looks at: the run fails unless
`livedocs/qa/survivors.toml` lists it.
One process imports Streamlit, collects the tests, and forks: for each mutant, or with `--engine=server`, which breaks
the snippets that only a browser can prove, for all mutants of a snippet.
"""

import argparse
import gc
import importlib
import json
import os
import sys
import tempfile
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory, mkdtemp

import pytest
from streamlit.components.v2 import manifest_scanner

from livedocs.model.errors import AuthorError
from livedocs.model.proofs import Proof, modules_of, tests_of
from livedocs.model.snippets import SNIPPETS, Snippet
from livedocs.qa.forks import in_forks
from livedocs.qa.mutations import Mutation, mutations, unbroken

SURVIVORS = Path("livedocs/qa/survivors.toml")
HEAD = """\
# Mutants that no proof notices, by engine, and why each of them may survive.
# `python -m livedocs.qa.mutants TOPIC --accept WHY` adds the new survivors of a topic, and drops those that are killed.
"""
FLOOR = 95  # percent of all mutants, however many survivors are accepted
PATIENCE = 3  # seconds for the tests of a mutant, in addition to ten times what they take on the snippet
NO_ANSWER = "no answer in time"


@dataclass(frozen=True)
class Mutant:
    """A snippet with one change in one of its files."""

    snippet: Snippet
    path: PurePosixPath
    mutation: Mutation

    @property
    def key(self) -> str:
        """What identifies the mutant wherever its line moves."""
        return f"{self.path}: {self.mutation.what} -> {self.mutation.changed}"

    def __str__(self) -> str:
        """Return the place of the change, what it is, and the changed line."""
        return f"{SNIPPETS / self.path}:{self.mutation.line}: {self.mutation.what}\n    {self.mutation.changed}"


class Mutants:
    """A pytest plugin that runs each snippet's tests on the snippet, then on its mutants."""

    def __init__(self, proofs: dict[Snippet, list[Proof]], folder: Path, engine: str) -> None:
        """Take the snippets to break with their proofs, a folder for the broken copies, and the engine."""
        self.proofs, self.folder, self.engine = proofs, folder, engine
        self.tests: dict[Snippet, list[pytest.Function]] = {}
        self.problems: list[str] = []
        self.failed: list[str] = []
        self.limits: dict[Snippet, float] = {}
        self.failures: dict[Mutant, str] = {}  # empty for survivors

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Note a test module that cannot be imported."""
        if report.failed:
            self.problems.append(report.longreprtext)

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Find each snippet's tests."""
        for snippet, proofs in self.proofs.items():
            named = {(snippet.root / proof.path, proof.name) for proof in proofs}
            found = [item for item in session.items if isinstance(item, pytest.Function)]
            self.tests[snippet] = [item for item in found if (item.path, item.originalname) in named]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note, in a fork, a test that fails."""
        if report.failed:
            crash = getattr(report.longrepr, "reprcrash", None) or report.longreprtext
            self.failed.append(f"{report.nodeid} fails on the unbroken snippet: {crash}")

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self) -> bool:
        """Run the tests on the snippets, and if they all pass, on the mutants."""
        if not self.problems:
            self._run_snippets()
        if not self.problems:
            self._run_mutants()
        return True

    def _run_snippets(self) -> None:
        """Run the tests on each unbroken snippet, import what that imports, note the time limit of its mutants."""
        manifest_scanner.scan_component_manifests()  # livedocs.versions.marks caches what it returns
        calls = ((snippet, partial(self._run_unbroken, snippet), 300) for snippet in self.tests)
        for snippet, result, seconds in in_forks(calls):
            failed, modules = result or ([f"The tests of {snippet.name} do not end, or their process dies."], [])
            self.problems += failed
            self.limits[snippet] = PATIENCE + 10 * seconds
            for name in modules:
                with suppress(ImportError):
                    importlib.import_module(name)

    def _run_unbroken(self, snippet: Snippet) -> tuple[list[str], list[str]]:
        return self._run(snippet), list(sys.modules)

    def _run_mutants(self) -> None:
        """Run the tests on each mutant."""
        gc.freeze()  # otherwise the collector of each fork copies the memory that it shares
        groups = [(snippet, list(_mutants(snippet))) for snippet in self.tests]
        self.failures = {mutant: "" for _, mutants in groups for mutant in mutants}  # in this order
        if self.engine == "apptest":  # with another engine, each fork starts a browser
            groups = [(snippet, [mutant]) for snippet, mutants in groups for mutant in mutants]
        calls = (
            ((snippet, mutants), partial(self._run_all, snippet, mutants), len(mutants) * self.limits[snippet])
            for snippet, mutants in groups
        )
        for (snippet, mutants), failed, _ in in_forks(calls):
            if failed is None and self.engine != "apptest":
                self.problems.append(f"The tests of the mutants of {snippet.name} do not end, or their process dies.")
            for mutant, failure in zip(mutants, failed or [NO_ANSWER] * len(mutants), strict=True):
                self.failures[mutant] = failure

    def _run_all(self, snippet: Snippet, mutants: list[Mutant]) -> list[str]:
        """Run, in a fork, the tests on mutants of a snippet; return the first failure for each, or nothing."""
        failed = ["".join(self._run(snippet, mutant)) for mutant in mutants]
        if self.engine != "apptest" and (control := self._run(snippet)):
            raise RuntimeError(f"after its mutants, the unbroken {snippet.name} fails: {control}")
        return failed

    def _run(self, snippet: Snippet, mutant: Mutant | None = None) -> list[str]:
        """Run, in a fork, the tests on a snippet or on its mutant; return the failures, of a mutant the first."""
        self.failed = []
        tempfile.tempdir = mkdtemp(dir=self.folder)  # also for what the tests and snippets leave behind
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
        # In the browser one mutant follows the other: session fixtures, such as the browser, stay.
        tests = self.tests[snippet]
        last = None if self.engine == "apptest" else tests[0].session
        for item, following in zip(tests, [*tests[1:], last], strict=True):
            item.config.option.project = project
            if mutant:
                item.add_marker(pytest.mark.timeout(self.limits[snippet]), append=False)
            item.ihook.pytest_runtest_protocol(item=item, nextitem=following)
            if self.failed and mutant:
                break
        return self.failed


def _mutants(snippet: Snippet) -> Iterator[Mutant]:
    for path, source in snippet.files.items():
        if path.suffix == ".py":
            yield from (Mutant(snippet, path, mutation) for mutation in mutations(source))


def _chosen(root: Path, names: list[str], engine: str) -> dict[Snippet, list[Proof]]:
    """Return the snippets called so, by topic, name, or path, with the proofs that hold; without a name, all.

    Left out are those that the engine cannot prove, and unless they are named, those that need no browser.

    Raises `AuthorError` for a name that no proof belongs to.
    """
    proofs = [proof for module in modules_of(root).values() for proof in module.proofs]
    holding = defaultdict(list)
    for proof in proofs:
        if proof.holds_on(version("streamlit")):
            holding[Snippet(root, proof.snippet)].append(proof)
    wanted = {name.removeprefix(f"{SNIPPETS}/").rstrip("/") for name in names}
    if unknown := wanted - {name for snippet in holding for name in (snippet.name, snippet.topic)}:
        hint = f"no proof that holds runs this: name a topic, or a snippet like {proofs[0].snippet}"
        raise AuthorError(SNIPPETS / min(unknown), 1, hint)
    chosen = {}
    for snippet, proved in holding.items():
        if not wanted or wanted & {snippet.name, snippet.topic}:
            held = [proof for proof in proved if engine in proof.engines]
            if held and (engine == "apptest" or names or not any(proof.headless for proof in proved)):
                chosen[snippet] = held
            elif not held:
                print(f"{snippet.name}: left out, because {engine} cannot prove it")
    return chosen


def _compared(broken: list[Mutant], survived: list[Mutant], engine: str, why: str | None) -> list[Mutant]:
    """Return the survivors that are not accepted, after accepting them if there is a reason why."""
    accepted = tomllib.loads(SURVIVORS.read_text("utf-8")) if SURVIVORS.exists() else {}
    listed = accepted.setdefault(engine, {})
    paths, keys = {str(mutant.path) for mutant in broken}, {mutant.key for mutant in survived}
    known = {key: key.split(": ")[0] for key in listed if key not in keys}
    for key in [key for key, path in known.items() if path in paths or not Path(SNIPPETS, path).exists()]:
        print(f"{SURVIVORS}: a proof kills this mutant, or it is gone: {key}")
        del listed[key]
    if why:
        accepted[engine] = dict.fromkeys(keys, why) | listed
        text = HEAD
        for name, reasons in sorted(accepted.items()):
            lines = (" = ".join(json.dumps(part, ensure_ascii=False) for part in item) for item in reasons.items())
            text += "\n".join([f"\n[{name}]", *sorted(lines), ""])
        SURVIVORS.write_text(text, "utf-8")
    return [mutant for mutant in survived if mutant.key not in accepted[engine]]


def main() -> int | str:
    """Return the exit status, or what prevents the run."""
    parser = argparse.ArgumentParser(prog="python -m livedocs.qa.mutants", description=__doc__.split("\n")[0])
    parser.add_argument("snippets", nargs="*", metavar="snippet", help="like widgets/set_above.py, or a topic")
    parser.add_argument("--engine", choices=["apptest", "server"], default="apptest", help="default: apptest")
    parser.add_argument("--accept", metavar="WHY", help=f"list the survivors in {SURVIVORS}, for this reason")
    options = parser.parse_args()
    try:
        proofs = _chosen(Path.cwd(), options.snippets, options.engine)
    except AuthorError as error:
        return str(error)
    modules = dict.fromkeys(str(tests_of(snippet.topic)) for snippet in proofs)
    with TemporaryDirectory() as folder:
        plugin = Mutants(proofs, Path(folder), options.engine)
        # Streamlit has imported anyio, a pytest plugin, whose asserts pytest would have liked to rewrite.
        quiet = ["-s", "-pno:cacheprovider", "-pno:terminalreporter", "-Wignore::pytest.PytestAssertRewriteWarning"]
        status = pytest.main([*quiet, "--tb=native", f"--engine={options.engine}", *modules], [plugin])
    if plugin.problems or status or not plugin.failures:
        return "\n".join(plugin.problems) or int(status) or "there is nothing to break"
    survived = [mutant for mutant, failure in plugin.failures.items() if not failure]
    new = _compared(list(plugin.failures), survived, options.engine, options.accept)
    print(*new, sep="\n")
    topics, left = (Counter(mutant.snippet.topic for mutant in mutants) for mutants in (plugin.failures, survived))
    count = topics.total()
    for topic, size in topics.items():
        print(f"{topic}: {_killed(size, left[topic])}")
    late = sum(failure == NO_ANSWER or "Failed: Timeout (" in failure for failure in plugin.failures.values())
    print(f"all: {_killed(count, len(survived))}, {late} of them without an answer in time")
    if new:
        return f"{len(new)} new survivors: strengthen a proof, shorten a snippet, or accept them with --accept WHY"
    few = not options.snippets and len(survived) / count > 1 - FLOOR / 100
    return f"fewer than {FLOOR} % of all mutants are killed" if few else 0


def _killed(count: int, survived: int) -> str:
    return f"{count - survived} of {count} mutants killed ({100 * (count - survived) / count:.1f} %)"


if __name__ == "__main__":
    sys.exit(main())
