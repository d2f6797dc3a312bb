"""The fixtures that proofs ask for, in the form a reader copies: the Test tab shows this source."""

# mypy: disallow-untyped-defs=False, check-untyped-defs=False

import logging
from contextlib import suppress

import pytest
from streamlit.testing.v1 import AppTest


@pytest.fixture
def run(monkeypatch, tmp_path):
    """Run an app from the folder of this file; each call is a separate session."""
    monkeypatch.chdir(tmp_path)  # what the app writes goes with the test

    def start(path, page=None):
        app = AppTest.from_file(path, default_timeout=10)
        return (app.switch_page(page) if page else app).run()

    return start


@pytest.fixture
def app_test():
    """Return the AppTest of an app from the folder of this file, before its first run."""
    return AppTest.from_file


@pytest.fixture
def server_log(caplog, monkeypatch):
    """Return a function that gives the messages the server has logged so far."""
    # Streamlit's loggers do not propagate, and it logs some warnings once per process.
    with suppress(ImportError):  # older ones show them in the app
        monkeypatch.setattr("streamlit.elements.lib.policies._shown_default_value_warning", False)
    loggers = [logging.getLogger(name) for name in logging.root.manager.loggerDict if name.startswith("streamlit")]
    for logger in loggers:
        logger.addHandler(caplog.handler)
    yield lambda: list(caplog.messages)
    for logger in loggers:
        logger.removeHandler(caplog.handler)
