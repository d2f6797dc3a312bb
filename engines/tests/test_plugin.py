"""Engines, and the outcome of a test on an engine that its mark doesn't name."""

import ast
import sys
import zipfile
from pathlib import Path

import pytest
import streamlit.testing.v1  # noqa: F401 (otherwise each inner run imports it again)
import streamlit_engines

pytest_plugins = ["pytester"]

APP = 'import streamlit as st\n\nst.text_input("Name", key="name")\n'
ON_PAPER = """
import pytest

def pytest_streamlit_engines():
    return ["paper"]

@pytest.fixture
def run_paper():
    return "an app on {}".format

def pytest_runtest_logreport(report):
    for name, value in report.user_properties:
        print("OUTCOME", report.when, name, value, report.outcome, getattr(report, "wasxfail", ""))
"""
TEST = """
import pytest

@pytest.mark.engines("server", reason="as a browser does")
def test_it(run):
    app = run("app.py")
    {}
"""


@pytest.fixture
def project(pytester):
    """Return a folder with an app."""
    pytester.makefile(".py", app=APP)
    pytester.makeconftest(ON_PAPER)
    return pytester


def test_a_plugin_adds_an_engine(project):
    project.makepyfile('def test_it(run):\n    assert run("paper") == "an app on paper"\n')

    project.runpytest_inprocess("--engine=paper").assert_outcomes(passed=1)


def test_an_unknown_engine(project):
    project.makepyfile("def test_it(run): pass\n")
    ended = project.runpytest_inprocess("--engine=live")

    assert ended.ret == pytest.ExitCode.USAGE_ERROR
    ended.stderr.fnmatch_lines(["ERROR: --engine=live: choose one of apptest, paper, server"])


@pytest.mark.parametrize(
    ("line", "outcome", "counts"),
    [
        ("pass", "holds failed", {"failed": 1}),  # the mark is wrong
        ("assert not app.text_input", "fails skipped as a browser does", {"xfailed": 1}),
        ("app.text[0]", "fails skipped as a browser does", {"xfailed": 1}),
        ("app.reload()", "cannot skipped cannot be shown on apptest: as a browser does", {"xfailed": 1}),
        ("app.text_input[0].type_keys('a')", "cannot skipped cannot be shown on apptest: *", {"xfailed": 1}),
        ("app.text_imput", "fails failed", {"failed": 1}),  # a typo
        ("app.text_input[0].set_valeu('a')", "fails failed", {"failed": 1}),
        ("app.text_input[0].set_value()", "fails failed", {"failed": 1}),
    ],
)
def test_on_an_engine_that_the_mark_does_not_name(project, line, outcome, counts):
    project.makepyfile(TEST.format(line))
    ended = project.runpytest_inprocess("-s")

    ended.assert_outcomes(**counts)
    ended.stdout.fnmatch_lines([f"*OUTCOME call engine_outcome {outcome}*"])


def test_a_fixture_that_the_engine_does_not_have(project):
    project.makepyfile('import pytest\n\n@pytest.mark.engines("apptest", reason="it")\ndef test_it(app_test): pass\n')
    ended = project.runpytest_inprocess("-s", "--engine=paper")

    ended.assert_outcomes(xfailed=1)
    ended.stdout.fnmatch_lines(["*OUTCOME setup engine_outcome cannot skipped cannot be shown on paper: it"])


def test_a_mark_without_a_reason(project):
    project.makepyfile('import pytest\n\n@pytest.mark.engines("server")\ndef test_it(run): pass\n')
    ended = project.runpytest_inprocess()

    ended.stderr.fnmatch_lines(['ERROR: *::test_it: write the mark as engines("server", reason="...")'])


def test_it_imports_what_it_depends_on_and_nothing_else():
    package = Path(streamlit_engines.__file__).parent
    imported = set()
    for path in package.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                imported.add(node.module.partition(".")[0])

    assert imported - sys.stdlib_module_names == {"playwright", "pytest", "streamlit", "streamlit_engines"}


def test_the_wheel_has_all_that_it_needs(tmp_path):
    wheel = pytest.importorskip("flit_core.wheel")
    name = wheel.make_wheel_in(Path(__file__).parents[1] / "pyproject.toml", tmp_path).file
    with zipfile.ZipFile(name) as archive:
        archive.extractall(tmp_path / "installed")
    package = Path(streamlit_engines.__file__).parent

    for path in package.iterdir():
        if path.is_file():
            assert (tmp_path / "installed/streamlit_engines" / path.name).read_bytes() == path.read_bytes()
    (metadata,) = (tmp_path / "installed").glob("*.dist-info")
    entry = "streamlit_engines.plugin=streamlit_engines.plugin"  # with another name, `-p` would register it twice
    assert entry in (metadata / "entry_points.txt").read_text()
