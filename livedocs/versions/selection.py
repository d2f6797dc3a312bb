"""A pytest plugin: run the proofs whose record is out of date, or a sample of the others, and compare with records.

`--stale` selects the proofs that have no record on this engine, or one of another snippet, test, or engine.
`--spot-check=40` selects a random sample of those that have one, the same one for the same commit.
With these, or with `--agree`, a proof that shows something else than its record fails, whatever its marks say.
"""

import subprocess
from collections.abc import Collection
from functools import cached_property
from pathlib import Path
from random import Random
from typing import Any

import pytest

from livedocs.model.proofs import TESTS, modules_of
from livedocs.versions import results
from livedocs.versions.results import Key


def pytest_addoption(parser: pytest.Parser) -> None:
    """Say what is selected and compared."""
    group = parser.getgroup("records", "records of what each proof showed")
    group.addoption("--stale", action="store_true", help="run the proofs whose record is missing or out of date")
    group.addoption("--spot-check", type=int, metavar="N", help="run N proofs of those that have a record")
    group.addoption("--spot-seed", metavar="SEED", help="what the sample depends on (default: the commit)")
    group.addoption("--agree", action="store_true", help="run all proofs, and compare them with their records")


def pytest_configure(config: pytest.Config) -> None:
    """Take part if asked to."""
    options = config.option
    if options.stale or options.spot_check is not None or options.agree:
        options.spot_seed = options.spot_seed or _commit(config.rootpath)  # workers get it from here
        config.pluginmanager.register(Selection(config), "livedocs_selection")


class Selection:
    """What is known of the proofs on this engine, and which of them run."""

    def __init__(self, config: pytest.Config) -> None:
        """Take what is asked for."""
        self.root, self.options, self.engine = config.rootpath, config.option, config.getoption("--engine")
        self.version = results.running(self.engine)
        self.path = results.path_of(self.version, self.engine).as_posix()

    @cached_property
    def wanted(self) -> dict[Key, str]:
        """All proofs that this engine runs, with the hash that an up-to-date record has."""
        return results.hashes(self.root, modules_of(self.root), self.engine)

    @cached_property
    def stale(self) -> Collection[Key]:
        """Those without an up-to-date record."""
        return results.outdated(self.root, self.version, self.wanted, self.engine)

    @cached_property
    def sample(self) -> set[Key]:
        """Some of the others, if they are asked for."""
        recorded = sorted(self.wanted.keys() - self.stale)
        return set(Random(self.options.spot_seed).sample(recorded, min(self.options.spot_check or 0, len(recorded))))  # noqa: S311 (to be repeated)

    def pytest_report_header(self) -> str:
        """Say how many proofs there are of each kind."""
        recorded = len(self.wanted) - len(self.stale)
        sampled = f", {len(self.sample)} sampled (seed {self.options.spot_seed})" if self.options.spot_check else ""
        return f"{self.engine}: {recorded} recorded, {len(self.stale)} new or stale{sampled}"

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, config: pytest.Config, items: list[pytest.Item]) -> None:
        """Leave out the proofs that are not selected."""
        if self.options.agree:
            return
        chosen = self.sample | (set(self.stale) if self.options.stale else set())
        left_out = [item for item in items if (key := self._key(item)) and key not in chosen]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in set(left_out)]

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo) -> Any:
        """Let a proof fail that does not show what its record says."""
        passed = call.excinfo is None
        report = yield
        key = self._key(item)
        decides = call.when == "call" or call.excinfo
        if decides and key in self.wanted and key not in self.stale:
            held = results.read(self.root, self.version, self.engine)[key].held
            if bool(held) != passed:
                said = "holds" if held else "does not hold"
                now = "passes" if passed else "fails"
                problem = f"{self.path} says that the claim {said}, and the proof {now}"
                if report.failed and report.longrepr:
                    report.sections.append(("Record", problem))
                else:
                    report.outcome, report.longrepr = "failed", problem
                    vars(report).pop("wasxfail", None)
        return report

    def _key(self, item: pytest.Item) -> Key | None:
        return (item.path.stem.removeprefix("test_"), item.name) if item.path.parent == self.root / TESTS else None


def _commit(root: Path) -> str:
    command = ["git", "rev-parse", "--short=12", "HEAD"]
    asked = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    return asked.stdout.strip() or "no commit"
