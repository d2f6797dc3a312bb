"""A copied test has what it needs and runs beside its snippet."""

from pathlib import Path

from livedocs.model.proofs import load
from livedocs.model.snippets import Snippet, snippets_of
from livedocs.site.standalone import standalone

ROOT = Path(__file__).parents[2]


def test_copied_for_a_snippet_a_test_names_the_file_beside_it(project):
    source, lines = standalone(load(project.root, "page"), Snippet(project.root, "page/app.py"))

    assert source.startswith(
        """\
import pytest
from streamlit.testing.v1 import AppTest


@pytest.fixture
def run(monkeypatch, tmp_path):
"""
    )
    assert source.endswith(
        '''


def test_app(run):
    """A claim."""
    app = run("app.py")

    assert app.text[0].value == "hello"
'''
    )
    assert "server_log" not in source
    assert source.splitlines()[lines["test_app"] - 1] == "def test_app(run):"


def test_copied_for_a_folder_a_test_names_the_entrypoint(project):
    project.write("snippets/page/app/streamlit_app.py", "")
    project.replace("tests/test_page.py", "page/app.py", "page/app")
    source, _ = standalone(load(project.root, "page"), Snippet(project.root, "page/app"))

    assert 'app = run("app/streamlit_app.py")\n' in source


def test_copied_is_what_the_tests_of_the_snippet_need_and_nothing_else(project):
    project.write("snippets/page/other.py", "")
    project.write(
        "tests/test_page.py",
        '''\
import datetime as dt
import json
import os.path
from math import (
    inf,
    pi,
    tau,
)

import pytest
import streamlit.errors

LIMIT = 3
HELLO, BYE = "hello", "bye"
UNUSED = json.dumps(os.path.join(str(pi)))
MESSAGE = (
    "hello "
    "you"
)


def count(app):
    return len(app.text) - OFFSET


OFFSET = 1


def other_helper():
    return UNUSED


@pytest.fixture
def today():
    return dt.date.today()


@pytest.mark.parametrize("number", [1, LIMIT])
@pytest.mark.filterwarnings(
    "ignore"
)
def test_first(run, today, number, server_log):
    """A claim about page/app.py."""
    app = run("page/app.py")
    again = run(
        "page/app.py"
    )
    assert app.text[0].value == "page/app.py" + HELLO
    assert count(again) < inf + tau
    assert server_log() == [MESSAGE]


def test_between(run):
    """Another claim."""
    assert run("page/other.py").text[0].value == other_helper()


def test_last(run):
    """A third claim."""
    with pytest.raises(streamlit.errors.Error):
        run("page/app.py")
''',
    )
    source, lines = standalone(load(project.root, "page"), Snippet(project.root, "page/app.py"))

    assert source.startswith(
        """\
import datetime as dt
import logging
from contextlib import suppress
from math import inf, tau

import pytest
import streamlit.errors
from streamlit.testing.v1 import AppTest


@pytest.fixture
def run(monkeypatch, tmp_path):
"""
    )
    assert source.endswith(
        '''\
LIMIT = 3


HELLO, BYE = "hello", "bye"


MESSAGE = (
    "hello "
    "you"
)


def count(app):
    return len(app.text) - OFFSET


OFFSET = 1


@pytest.fixture
def today():
    return dt.date.today()


@pytest.mark.parametrize("number", [1, LIMIT])
@pytest.mark.filterwarnings(
    "ignore"
)
def test_first(run, today, number, server_log):
    """A claim about page/app.py."""
    app = run("app.py")
    again = run(
        "app.py"
    )
    assert app.text[0].value == "page/app.py" + HELLO
    assert count(again) < inf + tau
    assert server_log() == [MESSAGE]


def test_last(run):
    """A third claim."""
    with pytest.raises(streamlit.errors.Error):
        run("app.py")
'''
    )
    assert "def server_log(caplog, monkeypatch):" in source
    other, _ = standalone(load(project.root, "page"), Snippet(project.root, "page/other.py"))
    assert other.startswith("import json\nimport os.path\nfrom math import pi\n\nimport pytest\n")
    at = source.splitlines()
    assert at[lines["test_first"] - 1] == '@pytest.mark.parametrize("number", [1, LIMIT])'
    assert at[lines["test_last"] - 1] == "def test_last(run):"


def test_copied_is_a_test_without_the_marks_of_versions(project):
    project.write(
        "tests/test_page.py",
        '''\
import pytest


@pytest.mark.since("1.62")
@pytest.mark.filterwarnings("ignore")
def test_new(run):
    """A claim."""
    assert run("page/app.py").text


@pytest.mark.since(
    "1.0"
)
@pytest.mark.until("1.62")  # then it was mended
def test_old(run):
    """Up to 1.62 another claim."""
    assert not run("page/app.py").text
''',
    )
    source, lines = standalone(load(project.root, "page"), Snippet(project.root, "page/app.py"))

    assert source.endswith(
        '''


@pytest.mark.filterwarnings("ignore")
def test_new(run):
    """A claim."""
    assert run("app.py").text


@pytest.mark.xfail(reason="this holds on Streamlit 1.0 to 1.62")
def test_old(run):
    """Up to 1.62 another claim."""
    assert not run("app.py").text
'''
    )
    assert source.splitlines()[lines["test_new"] - 1] == '@pytest.mark.filterwarnings("ignore")'
    assert source.splitlines()[lines["test_old"] - 1].startswith("@pytest.mark.xfail")


def test_every_copied_test_has_the_imports_that_it_needs_and_no_others(project):
    for page in ROOT.glob("docs/*.md"):
        for name in snippets_of(ROOT, page.stem):
            snippet = Snippet(ROOT, name)
            source, _ = standalone(load(ROOT, page.stem), snippet)
            project.write(f"copies/{page.stem}/test_{snippet.stem}.py", source)
    linted = project.run("ruff", "check", "--isolated", "--select=F,I", "--quiet", "copies")

    assert (linted.returncode, linted.stdout) == (0, "")


def engines(project, name):
    mark = f'@pytest.mark.engines(\n    "{name}", reason="a (good) reason"\n)\n'
    project.replace("tests/test_page.py", "def test_app", f"import pytest\n\n\n{mark}def test_app")


def test_copied_what_apptest_cannot_prove_comes_with_its_mark_and_without_fixtures(project):
    engines(project, "server")
    source, lines = standalone(load(project.root, "page"), Snippet(project.root, "page/app.py"))

    assert (
        source
        == '''\
import pytest


@pytest.mark.engines(
    "server", reason="a (good) reason"
)
def test_app(run):
    """A claim."""
    app = run("app.py")

    assert app.text[0].value == "hello"
'''
    )
    assert lines == {"test_app": 4}


def test_copied_what_apptest_proves_alone_comes_without_its_mark(project):
    project.replace("tests/test_page.py", 'run("page/app.py")', 'app_test("page/app.py").run()')
    project.replace("tests/test_page.py", "(run)", "(app_test)")
    engines(project, "apptest")
    source, _ = standalone(load(project.root, "page"), Snippet(project.root, "page/app.py"))

    assert "engines" not in source
    assert "def app_test():" in source
    assert "\n\n\ndef test_app(app_test):\n" in source
    assert 'app = app_test("app.py").run()\n' in source


def test_copied_for_the_plugin_a_test_names_the_folder(project):
    project.write("snippets/page/app/streamlit_app.py", "")
    project.replace("tests/test_page.py", "page/app.py", "page/app")
    engines(project, "server")
    source, _ = standalone(load(project.root, "page"), Snippet(project.root, "page/app"))

    assert 'app = run("app")\n' in source
