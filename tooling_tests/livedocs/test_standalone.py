"""A copied test has what it needs and runs next to its snippet."""

from pathlib import Path

import pytest

from livedocs.model.proofs import load
from livedocs.model.snippets import Snippet, snippets_of
from livedocs.site.standalone import standalone

ROOT = Path(__file__).parents[2]
TEST = '''

def test_app(run):
    """A claim."""
    app = run("app.py")

    assert app.text[0].value == "hello"
'''
# What the tests of one snippet use comes with them: H, count, OFFSET, today, and a part of the imports.
NEEDED = '''\
H, BYE = "hello", "bye"


def count(app):
    return len(app.text) - OFFSET


OFFSET = 1


@pytest.fixture
def today():
    return dt.date.today()


@pytest.mark.parametrize("number", [1, tau])
def test_first(run, today, number, server_log):
    """A claim about page/app.py."""
    app = run("page/app.py")
    again = run(
        "page/app.py"
    )
    assert app.text[0].value == "page/app.py" + H
    assert count(again) < inf
'''
NOT_NEEDED = '''\
UNUSED = json.dumps(os.path.join(str(pi)))


def helper():
    return UNUSED


def test_between(run):
    """Another claim."""
    assert run("page/other.py").text[0].value == helper()
'''
LAST = '''\
def test_last(run):
    """A third claim."""
    with pytest.raises(streamlit.errors.Error):
        run("page/app.py")
'''
IGNORE = '@pytest.mark.filterwarnings("ignore")\n'
IMPORTS = """\
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

"""


def copied(project, name="page/app.py"):
    """Return the copied tests of a snippet, and where each begins."""
    return standalone(load(project.root, "page"), Snippet(project.root, name))


def engines(project, name):
    """Mark the test with the one engine that it passes on."""
    mark = f'@pytest.mark.engines(\n    "{name}", reason="a (good) reason"\n)\n'
    project.replace("tests/test_page.py", "def test_app", f"import pytest\n\n\n{mark}def test_app")


def test_copied_for_a_snippet_a_test_comes_with_its_fixture(project):
    source, lines = copied(project)

    assert source.startswith("import pytest\nfrom streamlit.testing.v1 import AppTest\n\n\n@pytest.fixture\ndef run(")
    assert source.endswith(TEST)
    assert "server_log" not in source
    assert source.splitlines()[lines["test_app"] - 1] == "def test_app(run):"


def test_copied_is_what_the_tests_of_the_snippet_need_and_nothing_else(project):
    project.write("snippets/page/other.py", "")
    project.write("tests/test_page.py", "\n\n".join([IMPORTS + NEEDED, NOT_NEEDED, LAST]))
    source, lines = copied(project)

    imports = "import datetime as dt\nimport logging\nfrom contextlib import suppress\nfrom math import inf, tau\n\n"
    imports += "import pytest\nimport streamlit.errors\nfrom streamlit.testing.v1 import AppTest\n"
    assert source.startswith(imports)
    assert source.endswith("\n\n" + f"{NEEDED}\n\n{LAST}".replace('run("page/', 'run("').replace('    "page/', '    "'))
    assert "def server_log(caplog, monkeypatch):" in source
    at = source.splitlines()
    assert at[lines["test_first"] - 1] == '@pytest.mark.parametrize("number", [1, tau])'
    assert at[lines["test_last"] - 1] == "def test_last(run):"
    other, _ = copied(project, "page/other.py")
    assert other.startswith("import json\nimport os.path\nfrom math import pi\n\nimport pytest\n")


@pytest.mark.parametrize(
    ("claim", "marks", "copies"),
    [
        ("A claim.", f'@pytest.mark.since("1.62")\n{IGNORE}', IGNORE),
        (
            "Up to 1.62 a claim.",
            '@pytest.mark.since(\n    "1.0"\n)\n@pytest.mark.until("1.62")  # then it was corrected\n',
            '@pytest.mark.xfail(reason="this holds on Streamlit 1.0 to 1.62")\n',
        ),
    ],
)
def test_copied_is_a_test_without_the_marks_of_versions(project, claim, marks, copies):
    project.replace("tests/test_page.py", "def test_app", f"import pytest\n\n\n{marks}def test_app")
    project.replace("tests/test_page.py", "A claim.", claim)
    source, lines = copied(project)

    assert source.endswith("\n\n\n" + copies + TEST.lstrip().replace("A claim.", claim))
    assert source.splitlines()[lines["test_app"] - 1] == copies.splitlines()[0]


def test_every_copied_test_has_the_imports_that_it_needs_and_no_others(project):
    for page in ROOT.glob("docs/*.md"):
        for name in snippets_of(ROOT, page.stem):
            snippet = Snippet(ROOT, name)
            source, _ = standalone(load(ROOT, page.stem), snippet)
            project.write(f"copies/{page.stem}/test_{snippet.stem}.py", source)
    linted = project.run("ruff", "check", "--isolated", "--select=F,I", "--quiet", "copies")

    assert (linted.returncode, linted.stdout) == (0, "")


def test_copied_what_needs_a_browser_comes_with_its_mark_and_without_fixtures(project):
    engines(project, "server")
    source, lines = copied(project)

    mark = '@pytest.mark.engines(\n    "server", reason="a (good) reason"\n)\n'
    assert source == f"import pytest\n\n\n{mark}{TEST.lstrip()}"
    assert lines == {"test_app": 4}


def test_copied_what_only_apptest_proves_comes_without_its_mark(project):
    project.replace("tests/test_page.py", 'run("page/app.py")', 'app_test("page/app.py").run()')
    project.replace("tests/test_page.py", "(run)", "(app_test)")
    engines(project, "apptest")
    source, _ = copied(project)

    assert "engines" not in source
    assert "def app_test():" in source
    assert source.endswith(TEST.replace("(run)", "(app_test)").replace('run("app.py")', 'app_test("app.py").run()'))


def test_copied_for_a_folder_a_test_names_the_entrypoint_and_for_the_plugin_the_folder(folder):
    assert 'app = run("app/streamlit_app.py")\n' in copied(folder, "page/app")[0]

    engines(folder, "server")
    assert 'app = run("app")\n' in copied(folder, "page/app")[0]
