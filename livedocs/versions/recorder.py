"""A pytest plugin that notes how each proof ends: `-p livedocs.versions.recorder --notes=FILE`.

It does not judge: the marks of versions and engines do not count. Each note is a line of JSON, written when the proof
ends, so that nothing is lost when a run is cut short. With pytest-xdist, only the controller writes.
"""

import json
import logging
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from streamlit_engines.outcomes import FAILS, OUTCOME

from livedocs.versions.marks import FAILURES

_NOTE = "livedocs_note"  # what a test's process reports to the process that writes
_HELD: dict[object, bool | None] = {"holds": True, "fails": False, "cannot": None, None: False}
_WORDS: dict[object, tuple[str, str, str]] = {
    True: ("hold", ".", "HOLDS"),
    False: ("do not hold", "-", "DOES NOT HOLD"),
    None: ("cannot be shown", "?", "CANNOT BE SHOWN"),
    "error": ("could not run", "E", "COULD NOT RUN"),
}


def pytest_addoption(parser: pytest.Parser) -> None:
    """Say where the notes go."""
    parser.addoption("--notes", type=Path, required=True, help="the file for the notes, which are added at its end")


def pytest_configure(config: pytest.Config) -> None:
    """Take the notes of this run."""
    config.pluginmanager.register(Recorder(config), "livedocs_notes")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Expect nothing of the proofs."""
    for item in items:
        item.own_markers = [mark for mark in item.own_markers if mark.name != "xfail"]


class Recorder(logging.Handler):
    """Notes for each test whether it passed, why not, and what its apps showed or logged."""

    def __init__(self, config: pytest.Config) -> None:
        """Take the file to write, and the engine."""
        super().__init__(logging.WARNING)
        self.engine, self.file = config.getoption("--engine"), config.getoption("--notes")
        self.writes = not hasattr(config, "workerinput")
        self.seen: list[str] = []
        self.folder: Path | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Note a message of Streamlit's log."""
        self.see(f"log: {record.getMessage()}")

    def see(self, text: str) -> None:
        """Note a text once, without what differs from run to run."""
        text = re.sub(r"\b0x[0-9a-f]{6,}", "0x…", text.replace(str(self.folder), ""))
        text = re.sub(r"(?<=ThreadPoolExecutor-)\d+", "0", text)  # their numbers are counted per process
        if text not in self.seen:
            self.seen.append(text)

    @pytest.fixture(autouse=True)
    def watched(
        self, request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> Iterator[None]:
        """Look at the app after each of its runs, and at the log if the proof does."""
        self.seen, self.folder = [], tmp_path
        if self.engine != "apptest":
            yield
            return
        from streamlit.testing.v1 import AppTest  # noqa: PLC0415 (the Streamlit that runs)
        from streamlit.testing.v1.local_script_runner import LocalScriptRunner  # noqa: PLC0415 (as above)

        run = AppTest._run  # noqa: SLF001 (the one place that all runs go through)

        def run_and_look(app: AppTest, *args: Any, **kwargs: Any) -> AppTest:
            ran = run(app, *args, **kwargs)
            for exception in app.exception:
                self.see(f"{exception.proto.type}: {exception.message}")
            for warning in app.warning:
                self.see(f"warning: {warning.value}")
            return ran

        run_script = LocalScriptRunner.run

        def run_and_stop(runner: LocalScriptRunner, *args: Any, **kwargs: Any) -> Any:
            try:
                return run_script(runner, *args, **kwargs)
            finally:
                runner.request_stop()  # or a script that reruns endlessly disturbs the next tests
                runner.join()

        monkeypatch.setattr(AppTest, "_run", run_and_look)
        monkeypatch.setattr(LocalScriptRunner, "run", run_and_stop)
        # The pages of one app must not affect the next app's: `pages/` from 1.44 to 1.55, `st.navigation`
        # from 1.36 to 1.43.
        with suppress(ImportError, AttributeError, KeyError):
            from streamlit.runtime import pages_manager  # noqa: PLC0415 (as above)

            monkeypatch.setattr(pages_manager.PagesManager, "uses_pages_directory", None, raising=False)
            monkeypatch.setattr(pages_manager.PagesManager, "DefaultStrategy", vars(pages_manager)["PagesStrategyV1"])
        # Streamlit warns about a default with an assigned value once in a process; 1.36 moved the module.
        for module in ("elements.utils", "elements.lib.policies"):
            with suppress(ImportError, AttributeError):
                monkeypatch.setattr(f"streamlit.{module}._shown_default_value_warning", False)
        loggers = []
        if "server_log" in request.fixturenames:
            loggers = [logging.getLogger(name) for name in logging.root.manager.loggerDict if "streamlit" in name]
        for logger in loggers:
            logger.addHandler(self)
        yield
        for logger in loggers:
            logger.removeHandler(self)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, call: pytest.CallInfo) -> Any:
        """Put into the report what is known only where the test ran."""
        report = yield
        if call.when == "call" or report.failed:
            error = call.excinfo
            known = not error or error.errisinstance((*FAILS, *FAILURES, NotImplementedError))
            why = error.exconly(tryshort=True)[:500] if error else ""
            report.user_properties.append((_NOTE, {"why": why, "seen": list(self.seen), "ran": known}))
        return report

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note how a test ended; one whose fixtures fail has failed, too.

        `ran` is false if a fixture failed, or the test failed with an error that says nothing about the claim.
        """
        if self.writes and (note := _note(report)):
            path, _, name = report.nodeid.partition("::")
            with self.file.open("a", encoding="utf-8") as file:
                file.write(json.dumps([Path(path).stem.removeprefix("test_"), name, note]) + "\n")

    def pytest_report_teststatus(self, report: pytest.TestReport) -> tuple[str, str, str] | None:
        """Count proofs by their outcomes: that a claim does not hold is not a failure here."""
        note = _note(report)
        return note and _WORDS[note["held"] if note["ran"] else "error"]


def _note(report: pytest.TestReport) -> Any:
    """Return the note that a report carries, if it is on the part of a test that decides."""
    told: dict[str, Any] = dict(report.user_properties)
    if note := told.get(_NOTE):
        return note | {"held": _HELD[told.get(OUTCOME)], "ran": note["ran"] and OUTCOME in told}
    return None
