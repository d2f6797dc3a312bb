"""A run of proofs notes what they show, `make record` writes it, and later runs are compared with the records."""

import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from livedocs.model.proofs import modules_of
from livedocs.versions import results

pytestmark = pytest.mark.timeout(180)  # other processes run the proofs

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
    assert server_log is not None


@pytest.mark.until("1.28")
def test_lost(run):
    """B until 1.28."""
    assert run("page/app.py").text[0].value == "hello"


@pytest.mark.engines("apptest", reason="it is so")
def test_apptest(app_test):
    """C."""
    assert app_test("page/app.py") is not None


@pytest.mark.engines("server", reason="AppTest has no tabs")
def test_browser(run):
    """D."""
    assert run("page/app.py").url
'''
SEEN = ["ValueError: <object object at 0x…> in /page/app.py", "warning: careful"]


@pytest.fixture
def proofs(project):
    """Return the project with proofs of all kinds, ready to run as they do in the real one."""
    shutil.copy(ROOT / "pyproject.toml", project.root)
    project.write("snippets/page/app.py", APP)
    project.write("tests/test_page.py", TESTS)
    return project


def record(project, *words):
    """Run `make record`."""
    return project.run("livedocs.versions.record", *words)


def held(project, engine):
    """Return the records of an engine."""
    found = results.read(project.root, results.running(engine), engine)
    return {name.removeprefix("test_"): result.held for (_, name), result in found.items()}


def test_records_of_apptest(proofs):
    """They have what users see, and the log if the proof reads it. Nothing runs twice."""
    ended = record(proofs, "--engine=apptest")

    assert ended.returncode == 0
    assert ended.stdout.startswith("apptest: 0 recorded, 3 to run with Streamlit ")
    assert "2 hold, 1 do not hold in " in ended.stdout
    assert held(proofs, "apptest") == {"seen": True, "lost": False, "apptest": True}
    found = {name: result.seen for (_, name), result in results.read(proofs.root, results.running("apptest")).items()}
    logged = [text for text in found["test_seen"] if text == "log: logged" or not text.startswith("log:")]
    assert logged == ["log: logged", *SEEN]
    assert list(found["test_lost"]) == SEEN
    assert found["test_apptest"] == ()

    ended = record(proofs, "--engine=apptest")
    assert (ended.returncode, ended.stdout.partition(" with")[0]) == (0, "apptest: 3 recorded, 0 to run")
    assert record(proofs, "more").stderr == "no topic more: name one of page\n"


def test_records_of_a_server(proofs):
    """Two processes run them; `null` is for what the engine can't show. The record of an older version is removed."""
    proofs.record(engine="server", version="1.60.0")
    ended = record(proofs, "--engine=server", "page")

    assert ended.returncode == 0, ended.stdout
    assert held(proofs, "server") == {"seen": True, "lost": False, "apptest": None, "browser": True}
    assert results.versions(proofs.root, "server") == [results.running("server")]


def test_an_outcome_that_contradicts_the_marks_is_not_written(proofs):
    proofs.replace("tests/test_page.py", '@pytest.mark.until("1.28")\n', "")
    ended = record(proofs, "--engine=apptest")

    assert ended.returncode == 1
    says = f"tests/test_page.py:12: with Streamlit {results.running('apptest')} the test fails, and its marks say that "
    assert says in ended.stdout
    assert "\n  IndexError: list index out of range" in ended.stdout
    assert held(proofs, "apptest") == {"seen": True, "apptest": True}


@pytest.mark.parametrize("number", [signal.SIGINT, pytest.param(signal.SIGTERM, marks=pytest.mark.full)])
def test_an_interrupted_run_keeps_what_has_ended(proofs, number):
    asleep = '    import time; from pathlib import Path; Path("begun").touch(); time.sleep(40)\n    assert app_test('
    proofs.replace("tests/test_page.py", "    assert app_test(", asleep)
    command = [sys.executable, "-B", "-m", "livedocs.versions.record", "--engine=apptest", "--engine=server"]
    options = {"cwd": proofs.root, "env": proofs.environment, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, **options) as running:
        while not list(proofs.root.rglob("begun")):
            assert running.poll() is None
            time.sleep(0.1)
        running.send_signal(number)
        printed, _ = running.communicate(timeout=60)

    assert running.returncode == 1
    assert printed.endswith("apptest: 1 proofs have not run: run `make record` again\n")
    assert held(proofs, "apptest") == {"seen": True, "lost": False}


WITHOUT_AN_APP = {
    '    app = run("page/app.py")\n    app.button[0].click().run()\n': '    assert run or run("page/app.py")\n',
    "    assert app.exception\n    assert server_log is not None\n": "",
    'assert run("page/app.py").text[0].value == "hello"': 'assert not run and run("page/app.py")',
    'assert app_test("page/app.py") is not None': 'assert app_test or app_test("page/app.py")',
    'assert run("page/app.py").url': 'assert not run and run("page/app.py")',
}


@pytest.fixture
def selected(proofs):
    """Return a function that runs the proofs of AppTest, and returns the outcomes, the header, and the output.

    The outcomes are those of the other tests, without an app, which is slow.
    """
    for old, new in WITHOUT_AN_APP.items():
        proofs.replace("tests/test_page.py", old, new)

    def run(*words, edit=None):
        wanted = results.hashes(proofs.root, modules_of(proofs.root))
        known = {"test_seen": True, "test_lost": False, "test_apptest": True} | (edit or {})
        found = {key: results.Result(known[key[1]], of) for key, of in wanted.items() if known[key[1]] is not None}
        results.write(proofs.root, results.running("apptest"), found)
        ended = proofs.run("pytest", "-p", "no:cacheprovider", "-n0", "--rootdir=.", *words, "tests/test_page.py")
        lines = ended.stdout.splitlines()
        header = next((line for line in lines if line.startswith("apptest: ")), "")
        return lines[-1].strip("= ").partition(" in ")[0], header, ended.stdout

    return run


@pytest.mark.parametrize(
    ("words", "edit", "outcome", "header"),
    [
        (["--stale"], {}, "4 deselected", "3 recorded, 0 new or stale"),
        (
            ["--stale", "--spot-check=1", "--spot-seed=6"],
            {"test_seen": None},
            "1 passed, 2 deselected, 1 xfailed",
            "2 recorded, 1 new or stale, 1 sampled (seed 6)",
        ),
        (
            ["--spot-check=40", "--spot-seed=6"],
            {},
            "2 passed, 1 deselected, 1 xfailed",
            "3 recorded, 0 new or stale, 3 s",
        ),
    ],
)
def test_proofs_are_selected_by_their_records(selected, words, edit, outcome, header):
    found = selected(*words, edit=edit)

    assert found[0] == outcome
    assert found[1].startswith(f"apptest: {header}")


def test_a_proof_that_contradicts_its_record(selected):
    assert selected("--agree")[0] == "2 passed, 2 xfailed"

    outcome, _, printed = selected("--agree", edit={"test_seen": False, "test_lost": True})
    path = results.path_of(results.running("apptest")).as_posix()
    assert outcome == "2 failed, 1 passed, 1 xfailed"
    assert f"{path} says that the claim does not hold, and the proof passes" in printed
    assert f"{path} says that the claim holds, and the proof fails" in printed
