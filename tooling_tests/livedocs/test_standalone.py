"""A copied test has what it needs, and runs next to its snippet."""

import pytest

from livedocs.model.proofs import load
from livedocs.model.snippets import Snippet
from livedocs.site.standalone import standalone

TEST = '''

def test_app(run):
    """A claim."""
    app = run("app.py")

    assert app.text[0].value == "hello"
'''
# What the tests of one snippet use: H, count, OFFSET, today, and some of the imports.
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


def test_a_test_comes_with_its_fixture(project):
    source, lines = copied(project)

    assert source.startswith("import pytest\nfrom streamlit.testing.v1 import AppTest\n\n\n@pytest.fixture\ndef run(")
    assert source.endswith(TEST)
    assert "server_log" not in source
    assert source.splitlines()[lines["test_app"] - 1] == "def test_app(run):"


def test_only_what_the_tests_of_the_snippet_need_is_copied(project):
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
    ("marks", "copied_marks"),
    [
        (['since("1.62")', 'filterwarnings("ignore")'], '@pytest.mark.filterwarnings("ignore")\n'),
        (
            ['since(\n    "1.0"\n)', 'until("1.62")  # then it was fixed'],
            '@pytest.mark.xfail(reason="this holds on Streamlit 1.0 to 1.62")\n',
        ),
    ],
)
def test_marks_of_versions_are_not_copied(project, marks, copied_marks):
    project.replace("tests/test_page.py", "A claim.", "Up to 1.62 a claim.")
    project.mark(*marks)
    source, lines = copied(project)

    assert source.endswith("\n\n\n" + copied_marks + TEST.lstrip().replace("A claim.", "Up to 1.62 a claim."))
    assert source.splitlines()[lines["test_app"] - 1] == copied_marks.strip()


def test_a_test_that_needs_a_browser_is_copied_with_its_mark_and_without_fixtures(project):
    mark = 'engines(\n    "server", reason="a (good) reason"\n)'
    project.mark(mark)

    assert copied(project) == (f"import pytest\n\n\n@pytest.mark.{mark}\n{TEST.lstrip()}", {"test_app": 4})


def test_a_test_that_only_apptest_passes_is_copied_without_its_mark(project):
    project.replace("tests/test_page.py", 'run("page/app.py")', 'app_test("page/app.py").run()')
    project.replace("tests/test_page.py", "(run)", "(app_test)")
    project.mark('engines("apptest", reason="a (good) reason")')
    source, _ = copied(project)

    assert "engines" not in source
    assert "def app_test():" in source
    assert source.endswith(TEST.replace("(run)", "(app_test)").replace('run("app.py")', 'app_test("app.py").run()'))


def test_a_test_names_the_entrypoint_of_a_folder_and_with_the_plugin_the_folder(folder):
    assert 'app = run("app/streamlit_app.py")\n' in copied(folder, "page/app")[0]

    folder.mark('engines("server", reason="why")')
    assert 'app = run("app")\n' in copied(folder, "page/app")[0]
