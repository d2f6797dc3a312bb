"""`make versions`: what runs, what is written, and what is printed."""

import asyncio
import json
import re
import shutil
import signal
import subprocess
import sys
import time
from importlib.metadata import version
from pathlib import Path

import pytest

from livedocs.versions import matrix, results
from livedocs.versions.environment import NotMeasuredError

ROOT = Path(__file__).parents[2]
STREAMLIT = version("streamlit")
installs = pytest.mark.timeout(180)  # a busy machine takes its time
ASLEEP = '''\
import time
from pathlib import Path


def test_app(run):
    """A claim."""
    Path(__file__).with_name("begun").touch()
    time.sleep(40)
    assert run("page/app.py")
'''


@pytest.fixture
def measured(project):
    """Return the project with the real settings of pytest."""
    shutil.copy(ROOT / "pyproject.toml", project.root)
    return project


@pytest.fixture
def index(monkeypatch):
    """Return a function that sets the answers of the package index."""

    def say(**packages):
        answers = {name.replace("_", "-"): f"{name}\nAvailable versions: {line}" for name, line in packages.items()}
        code = f"import sys; sys.exit(print({answers!r}[sys.argv[1]]))"
        monkeypatch.setattr(matrix, "_INDEX", (sys.executable, "-c", code))

    return say


@pytest.fixture
def fake(project, monkeypatch):
    """Return a function that runs the command without proofs, and returns its status and the proofs that would run.

    `fake.outcomes` has the outcome on a version; by default, all proofs hold.
    """
    monkeypatch.chdir(project.root)
    outcomes, ran = {}, {}

    async def measure(_root, version, keys):
        await asyncio.sleep(0)
        ran[version] = sorted(name for _, name in keys)
        return {key: {"held": True, "why": "", "seen": []} | outcomes.get(version, {}) for key in keys}

    def run(*words):
        ran.clear()
        monkeypatch.setattr(sys, "argv", ["versions", *words])
        return matrix.main(), dict(ran)

    monkeypatch.setattr(matrix, "measure", measure)
    run.outcomes = outcomes
    return run


@installs
@pytest.mark.full
def test_a_version_is_measured_and_a_version_that_does_not_exist_is_named(measured):
    """Nothing runs twice, and a check finds a difference and writes nothing."""
    ended = measured.run("livedocs.versions.matrix", STREAMLIT, "1.28.99")

    assert ended.returncode == 1
    assert f"] {STREAMLIT}: 1 proofs run\n" in ended.stdout
    assert "] 1.28.99: NOT MEASURED\n  " in ended.stdout
    assert "no version of streamlit==1.28.99" in ended.stdout
    assert ended.stdout.endswith("\nNot measured: 1.28.99\n")
    assert results.versions(measured.root) == [STREAMLIT]
    assert results.read(measured.root, STREAMLIT)["page", "test_app"].held
    measured.build()

    ended = measured.run("livedocs.versions.matrix", STREAMLIT)
    assert (ended.returncode, ended.stdout) == (0, f"[1/1] {STREAMLIT}: up to date\n")

    measured.record("test_app", version=STREAMLIT)
    before = (measured.root / results.path_of(STREAMLIT)).read_text()
    ended = measured.run("livedocs.versions.matrix", "--check", "--spread")

    assert ended.returncode == 1
    assert f"] {STREAMLIT}: 1 proofs run\n  page::test_app: did not hold, now holds\n" in ended.stdout
    assert (measured.root / results.path_of(STREAMLIT)).read_text() == before


@installs
@pytest.mark.parametrize("number", [signal.SIGINT, pytest.param(signal.SIGTERM, marks=pytest.mark.full)])
def test_an_interrupt_ends_everything_immediately_and_keeps_what_has_ended(measured, number):
    measured.record(version="1.66.1")
    before = (measured.root / results.path_of("1.66.1")).read_text()
    measured.write("tests/test_page.py", ASLEEP)
    command = [sys.executable, "-B", "-m", "livedocs.versions.matrix", STREAMLIT]
    options = {"cwd": measured.root, "env": measured.environment, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, **options) as running:
        while not (measured.root / "tests/begun").exists():
            assert running.poll() is None
            time.sleep(0.1)
        began = time.monotonic()
        running.send_signal(number)
        _, errors = running.communicate()

    assert time.monotonic() - began < 10
    assert (running.returncode, errors) == (1, "cut short: what has ended is kept\n")
    assert results.versions(measured.root) == ["1.66.1"]
    assert (measured.root / results.path_of("1.66.1")).read_text() == before
    commands = [path.read_bytes() for path in Path("/proc").glob("[0-9]*/cmdline") if path.exists()]
    assert not [words for words in commands if str(measured.root).encode() in words]


def test_only_changed_proofs_run_again(fake, project, monkeypatch):
    project.page("==Another claim.==\n\n``` snippet\npage/other.py\n```")
    project.write("snippets/page/other.py", "other = 1")
    project.proof("Another claim.", snippet="page/other.py")
    both = ["test_app", "test_more"]

    assert fake("1.50.0", "1.51.0") == (0, {"1.50.0": both, "1.51.0": both})
    assert fake("1.50.0", "1.51.0", "1.52.2") == (0, {"1.52.2": both})

    project.replace("tests/test_page.py", "Another claim.", "Another claim, reworded.")
    project.mark('since("1.50")', test="test_more")
    assert fake("1.50.0") == (0, {})

    project.replace("snippets/page/other.py", "other", "another")
    assert fake("1.50.0") == (0, {"1.50.0": ["test_more"]})

    project.replace("tests/test_page.py", "def test_more", "def test_new")
    assert fake("1.50.0") == (0, {"1.50.0": ["test_new"]})
    assert {name for _, name in results.read(project.root, "1.50.0")} == {"test_app", "test_new"}

    monkeypatch.setattr(results, "made_of", lambda _: "changed")
    assert fake("1.50.0") == (0, {"1.50.0": ["test_app", "test_new"]})
    assert fake("1.50.0") == (0, {})

    fake("1.50.1")
    assert results.versions(project.root) == ["1.50.1", "1.51.0", "1.52.2"]  # a newer patch replaces an older one


def test_differences_are_printed(fake, project, capsys):
    fake("1.50.0", "1.51.0")
    fake.outcomes |= {"1.50.0": {"held": False}, "1.51.0": {"seen": ["ValueError: no"]}}
    project.replace("snippets/page/app.py", "hello", "hello!")
    problem = "with Streamlit 1.50.0 the test fails, and its marks say that the claim holds on any Streamlit"
    assert fake("--check", "1.50.0")[0] == 1
    assert f"page::test_app: {problem}" in capsys.readouterr().out  # the result is of another snippet

    assert fake("1.50.0", "1.51.0")[0] == 0
    assert re.sub(r"\[.*?\] ", "", capsys.readouterr().out) == (
        "1.50.0: 1 proofs run\n  page::test_app: held, now does not hold\n"
        "1.51.0: 1 proofs run\n  page::test_app: showed [], now ['ValueError: no']\n"
    )


def test_edited_records_stop_it(fake, project, capsys):
    project.write("results/apptest/1.50.0.json", "{}")

    assert fake("1.50.0", "1.51.0") == (1, {"1.51.0": ["test_app"]})
    assert "1.50.0: NOT MEASURED\n  results/apptest/1.50.0.json:1: `make record`" in capsys.readouterr().out


def test_all_versions_are_the_newest_patches_since_1_28_and_the_nightly(fake, index, project, capsys):
    index(
        streamlit="1.50.1, 1.50.0, 1.49.0, 1.28.2, 1.27.2", streamlit_nightly="1.50.2.dev20261121, 1.50.2.dev20261120"
    )
    fake.outcomes["1.50.2.dev20261121"] = {"held": False}
    status, ran = fake()

    assert (status, list(ran)) == (0, ["1.28.2", "1.49.0", "1.50.1", "1.50.2.dev20261121"])
    assert results.versions(project.root) == ["1.28.2", "1.49.0", "1.50.1"]
    assert "1.50.2.dev20261121: 1 proofs run\n  page::test_app: held, now does not hold\n" in capsys.readouterr().out
    log = json.loads((project.root / ".cache/versions/nightly.json").read_text())
    assert not log["page::test_app"]["held"]


def test_without_a_nightly_the_others_run(fake, index, capsys):
    index(streamlit="1.50.0")

    assert fake() == (0, {"1.50.0": ["test_app"]})
    assert capsys.readouterr().out.startswith("No nightly: the index has no streamlit-nightly (")
    assert fake("nightly")[0].startswith("the index has no streamlit-nightly (")


def test_names_of_versions(index):
    index(streamlit="1.50.1, 1.50.0, 1.49.0")
    names = ["1.50", "1.49.0", "v1.50.0", "1.99", "1.51.0rc1"]

    assert matrix.wanted(names) == ["1.50.1", "1.49.0", "1.50.0", "1.99", "1.51.0rc1"]
    for name in ("1.27.2", "1", "1.40.*", "newest", ""):
        with pytest.raises(NotMeasuredError, match=r"name (one like|a version)"):
            matrix.wanted([name])


def test_the_spread(fake, monkeypatch):
    monkeypatch.setattr(results.abilities, "STREAMLIT", "1.62.0")
    known = [f"1.{number}.1" for number in range(28, 68)]

    assert matrix.spread(known) == ["1.28.1", "1.41.1", "1.54.1", "1.62.1", "1.67.1"]
    assert matrix.spread(known[-2:]) == ["1.66.1", "1.67.1"]
    assert fake("--check", "--spread") == ("no results: run `make versions`", {})
