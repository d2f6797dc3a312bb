"""A pytest plugin that notes how each proof ends on this Streamlit: `-p livedocs.versions.recorder --record=FILE`.

It is no judge: the marks of versions do not count, and it ends well whatever the proofs do.
"""

import json
import logging
import re
from contextlib import suppress
from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Say where the notes go."""
    parser.addoption("--record", type=Path, required=True, help="the JSON file to write")


def pytest_configure(config: pytest.Config) -> None:
    """Take the notes of this run."""
    config.pluginmanager.register(Recorder(config.getoption("--record")), "livedocs_notes")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the proofs that AppTest cannot run; expect nothing of the others."""
    headless, others = [], []
    for item in items:
        mark = item.get_closest_marker("engines")
        if not mark or "apptest" in mark.args:
            item.own_markers = [mark for mark in item.own_markers if mark.name != "xfail"]
            headless.append(item)
        else:
            others.append(item)
    config.hook.pytest_deselected(items=others)
    items[:] = headless


class Recorder(logging.Handler):
    """Notes for each test whether it passed, why not, and what its apps showed or logged."""

    def __init__(self, file: Path) -> None:
        """Take the file to write at the end."""
        super().__init__(logging.WARNING)
        self.file, self.notes, self.seen, self.folder = file, {}, [], None

    def emit(self, record: logging.LogRecord) -> None:
        """Note a message of Streamlit's log."""
        self.see(f"log: {record.getMessage()}")

    def see(self, text: str) -> None:
        """Note a text once, without what differs from run to run."""
        text = re.sub(r"\b0x[0-9a-f]{6,}", "0x…", text.replace(str(self.folder), ""))
        text = re.sub(r"(?<=ThreadPoolExecutor-)\d+", "0", text)  # those of a process are counted
        if text not in self.seen:
            self.seen.append(text)

    @pytest.fixture(autouse=True)
    def watched(self, request, tmp_path, monkeypatch):  # noqa: ANN001, ANN201 (pytest's own types)
        """Look at the app after each of its runs, and at the log if the proof does."""
        from streamlit.testing.v1 import AppTest  # noqa: PLC0415 (the Streamlit that runs)
        from streamlit.testing.v1.local_script_runner import LocalScriptRunner  # noqa: PLC0415 (as above)

        self.seen, self.folder = [], tmp_path
        run = AppTest._run  # noqa: SLF001 (the one place that all runs go through)

        def run_and_look(app, *args, **kwargs):  # noqa: ANN001, ANN002, ANN003, ANN202
            ran = run(app, *args, **kwargs)
            for exception in app.exception:
                self.see(f"{exception.proto.type}: {exception.message}")
            for warning in app.warning:
                self.see(f"warning: {warning.value}")
            return ran

        run_script = LocalScriptRunner.run

        def run_and_stop(runner, *args, **kwargs):  # noqa: ANN001, ANN002, ANN003, ANN202
            try:
                return run_script(runner, *args, **kwargs)
            finally:
                runner.request_stop()  # or a script that reruns for ever disturbs the tests that follow
                runner.join()

        monkeypatch.setattr(AppTest, "_run", run_and_look)
        monkeypatch.setattr(LocalScriptRunner, "run", run_and_stop)
        # The pages of one app must not decide for those of the next: `pages/` from 1.44 to 1.55, `st.navigation`
        # from 1.36 to 1.43.
        with suppress(ImportError, AttributeError):
            from streamlit.runtime import pages_manager  # noqa: PLC0415 (as above)

            monkeypatch.setattr(pages_manager.PagesManager, "uses_pages_directory", None, raising=False)
            monkeypatch.setattr(pages_manager.PagesManager, "DefaultStrategy", pages_manager.PagesStrategyV1)
        # A default beside an assigned value is warned about once in a process; the module is another since 1.36.
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
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo):  # noqa: ANN201
        """Note how a test ended; one whose fixtures fail has failed, too."""
        report = yield
        if call.when == "call" or report.failed:
            why = call.excinfo.exconly(tryshort=True)[:500] if call.excinfo else ""
            topic = item.path.stem.removeprefix("test_")
            self.notes[f"{topic}::{item.name}"] = {"held": report.passed, "why": why, "seen": self.seen}
        return report

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Write the notes."""
        self.file.write_text(json.dumps(self.notes, indent=1), "utf-8")
        session.exitstatus = 0
