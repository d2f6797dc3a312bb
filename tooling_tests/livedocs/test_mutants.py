"""Mutants of a tiny project: strong proofs kill them all, weak ones let some survive."""

import re
import shutil
from pathlib import Path

import pytest

from livedocs.qa.mutants import main

ROOT = Path(__file__).parents[2]
COUNTER = """\
import streamlit as st

if "count" not in st.session_state:
    st.session_state.count = 0
if st.button("Add one"):
    st.session_state.count += 1
st.text(st.session_state.count)
"""
PROOF = '''\
def test_counter(run, tmp_path):
    """A counter counts."""
    assert tmp_path.is_dir()
    app = run("page/app.py")
    app.button[0].click().run()
    app.button[0].click().run()

    assert app.text[0].value == "2"
'''


@pytest.fixture
def mutants(project, tmp_path_factory, monkeypatch):
    """Return a function that runs the command and returns its status, output and errors."""
    shutil.copy(ROOT / "pyproject.toml", project.root)
    project.write("snippets/page/app.py", COUNTER)
    project.write("tests/test_page.py", PROOF)

    temporary = tmp_path_factory.mktemp("temporary")
    monkeypatch.setenv("TMPDIR", str(temporary))

    def run(*arguments):
        before = sorted(project.root.rglob("*"))
        ended = project.run("livedocs.qa.mutants", *arguments)
        assert sorted(project.root.rglob("*")) == before
        assert not list(temporary.iterdir())
        return ended.returncode, re.sub(r"\d+ s, \d+ ms .*", "...", ended.stdout), ended.stderr

    return run


def test_what_only_a_browser_proves_is_left_out(mutants, project):
    project.write("snippets/page/more.py", "")
    with (project.root / "tests/test_page.py").open("a") as module:
        mark = '@pytest.mark.engines("server", reason="AppTest has no tabs")'
        module.write(f'\n\nimport pytest\n\n\n{mark}\ndef test_more(run):\n    """More."""\n    run("page/more.py")\n')

    status, output, _ = mutants()
    assert status == 0
    assert output.startswith("page/more.py: left out, as apptest cannot prove it\npage/app.py: ")


def test_a_strong_proof_kills_every_mutant(mutants):
    status, output, errors = mutants()

    assert (status, errors) == (0, "")
    assert (
        output
        == """\
page/app.py: 13 of 13 mutants killed

page: 13 of 13 mutants killed (100.0 %)
all: 13 of 13 mutants killed (100.0 %), 0 of them for not ending in time; ...
"""
    )


def test_a_weak_proof_lets_mutants_survive(project, mutants):
    project.replace("tests/test_page.py", "    app.button[0].click().run()\n" * 2, "")
    project.replace("tests/test_page.py", 'app.text[0].value == "2"', "app.text")
    status, output, errors = mutants("page")

    assert (status, errors) == (1, "")
    assert (
        output
        == """\
page/app.py: 4 of 13 mutants killed

snippets/page/app.py:3: dropped the guard 'count' not in st.session_state
    if True:
snippets/page/app.py:3: changed 'count'
    if 'countX' not in st.session_state:
snippets/page/app.py:4: changed 0
    st.session_state.count = 1
snippets/page/app.py:5: deleted if st.button('Add one'):
    pass
snippets/page/app.py:5: negated st.button('Add one')
    if not st.button('Add one'):
snippets/page/app.py:5: dropped the guard st.button('Add one')
    if True:
snippets/page/app.py:6: deleted st.session_state.count += 1
    pass
snippets/page/app.py:6: changed the operator of st.session_state.count += 1
    st.session_state.count -= 1
snippets/page/app.py:6: changed 1
    st.session_state.count += 2
page: 4 of 13 mutants killed (30.8 %)
all: 4 of 13 mutants killed (30.8 %), 0 of them for not ending in time; ...
"""
    )


def test_helper_modules_are_broken_too_and_mutants_that_do_not_end_are_killed(project, mutants):
    (project.root / "snippets/page/app.py").unlink()
    project.write(
        "snippets/page/app/streamlit_app.py",
        "import counting\nimport streamlit as st\n\nst.text(counting.up_to(3))\n",
    )
    project.write(
        "snippets/page/app/counting.py",
        """\
def up_to(last):
    number = 0
    while number < last:
        number += 1
    return number
""",
    )
    project.write(
        "tests/test_page.py",
        '''\
def test_app(run):
    """It counts."""
    assert run("page/app").text[0].value == "3"


def test_nothing(run):
    """It runs."""
    assert not run("page/app").exception
''',
    )
    status, output, errors = mutants("snippets/page/app/", "--floor", "91")

    assert (status, errors) == (0, "")
    assert (
        output
        == """\
page/app: 11 of 12 mutants killed

snippets/page/app/counting.py:2: changed 0
    number = 1
page: 11 of 12 mutants killed (91.7 %)
all: 11 of 12 mutants killed (91.7 %), 2 of them for not ending in time; ...
"""
    )


def test_a_test_that_fails_on_the_unbroken_snippet_ends_it(project, mutants):
    project.proof("Another claim.")
    project.replace("snippets/page/app.py", "count = 0", "count = 1")
    status, output, errors = mutants()

    assert (status, output) == (1, "")
    assert errors.splitlines()[0] == (
        "tests/test_page.py::test_counter fails on the unbroken snippet: "
        f"{project.root}/tests/test_page.py:8: AssertionError: assert '3' == '2'"
    )
    assert "test_more" not in errors
    assert "Traceback" not in errors


def test_a_test_module_that_cannot_be_imported_ends_it(project, mutants):
    project.write("tests/test_page.py", f"import unknown_module\n\n\n{PROOF}")
    status, output, errors = mutants()

    assert (status, output) == (1, "")
    assert "ModuleNotFoundError: No module named 'unknown_module'" in errors


def test_a_test_that_holds_no_more_is_not_run(project, mutants):
    old = (
        PROOF.replace("test_counter", "test_old")
        .replace("A counter counts", "Up to 1.0 it does not")
        .replace('"2"', '"1"')
    )
    project.write("tests/test_page.py", f'import pytest\n\n\n{PROOF}\n\n@pytest.mark.until("1.0")\n{old}')
    status, output, errors = mutants()

    assert (status, errors) == (0, "")
    assert "page: 13 of 13 mutants killed" in output


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("page/ap.py", "snippets/page/ap.py:1: no such snippet: name a topic, or one like page/app.py"),
        (
            "page/more.py",
            "snippets/page/more.py:1: no test that still holds runs this: write one in tests/test_page.py",
        ),
    ],
)
def test_a_wrong_name(project, monkeypatch, name, message):
    project.write("snippets/page/more.py", "")
    monkeypatch.chdir(project.root)
    monkeypatch.setattr("sys.argv", ["mutants", name])

    assert main() == message
