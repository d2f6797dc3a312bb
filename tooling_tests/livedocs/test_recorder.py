"""What the recorder notes of a proof, whatever the proof's marks say."""

import json
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
APP = """\
import logging

import streamlit as st

logging.getLogger("streamlit.more").warning("logged")
st.warning("careful")
st.button("Again")
raise ValueError(f"{object()} in {__file__}")
"""
TESTS = '''\
import pytest


def test_seen(run, server_log):
    """A."""
    app = run("page/app.py")
    app.button[0].click().run()
    assert app.exception


@pytest.mark.until("1.28")
def test_lost(run):
    """B."""
    assert run("page/app.py").text[0].value == "hello"


@pytest.mark.engines("apptest", reason="it is so")
def test_apptest(app_test):
    """C."""
    app_test("page/app.py")


@pytest.mark.engines("server", reason="AppTest has no tabs")
def test_browser(run):
    """D."""
    assert run("page/app.py").url
'''


@pytest.fixture
def notes(project):
    """Return what is noted of some proofs."""
    shutil.copy(ROOT / "pyproject.toml", project.root)
    project.write("snippets/page/app.py", APP)
    project.write("tests/test_page.py", TESTS)
    options = (
        "-q",
        "-p",
        "no:cacheprovider",
        "-p",
        "livedocs.versions.recorder",
        "--record=notes.json",
        "-W",
        "ignore",
    )
    ended = project.run("pytest", *options, "tests/test_page.py")
    assert ended.returncode == 0
    return json.loads((project.root / "notes.json").read_text())


def test_it_notes_what_users_see_and_the_log(notes):
    seen = notes["page::test_seen"]["seen"]
    seen[:] = [
        text for text in seen if not text.startswith("log:") or text == "log: logged"
    ]  # the others are Streamlit's

    assert notes == {
        "page::test_seen": {
            "held": True,
            "why": "",
            "seen": [
                "log: logged",
                "ValueError: <object object at 0x…> in /page/app.py",
                "warning: careful",
            ],
        },
        "page::test_lost": {
            "held": False,
            "why": "IndexError: list index out of range",
            "seen": ["ValueError: <object object at 0x…> in /page/app.py", "warning: careful"],
        },
        "page::test_apptest": {"held": True, "why": "", "seen": []},
    }
