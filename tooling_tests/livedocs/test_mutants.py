"""Mutants of a tiny project: strong proofs kill all of them, weak proofs let some survive, and survivors are listed."""

import shutil
import tomllib
from pathlib import Path

import pytest

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
SURVIVORS = "livedocs/qa/survivors.toml"


@pytest.fixture
def mutants(project, tmp_path_factory, monkeypatch):
    """Return a function that runs the command and returns its status, its lines, and its errors."""
    shutil.copy(ROOT / "pyproject.toml", project.root)
    project.write("snippets/page/app.py", COUNTER)
    project.write("tests/test_page.py", PROOF)
    (project.root / SURVIVORS).parent.mkdir(parents=True, exist_ok=True)
    temporary = tmp_path_factory.mktemp("temporary")
    monkeypatch.setenv("TMPDIR", str(temporary))

    def run(*arguments):
        before = sorted({*project.root.rglob("*"), project.root / SURVIVORS})
        ended = project.run("livedocs.qa.mutants", *arguments)
        assert sorted({*project.root.rglob("*"), project.root / SURVIVORS}) == before
        assert not list(temporary.iterdir())
        return ended.returncode, ended.stdout.strip().splitlines(), ended.stderr

    return run


def summary(killed, count, late=0):
    """Return the last lines of a run."""
    said = f"{killed} of {count} mutants killed ({100 * killed / count:.1f} %)"
    return [f"page: {said}", f"all: {said}, {late} of them without an answer in time"]


def test_strong_proof_kills_every_mutant(mutants, project):
    """Proofs that need a browser, and proofs that no longer hold, are left out."""
    project.write("snippets/page/more.py", "")
    old = PROOF.replace("test_counter", "test_old").replace("A counter", "In 1.0, no counter").replace('"2"', '"1"')
    project.append("tests/test_page.py", f"\n\n{old}")
    project.mark('until("1.0")', test="test_old")
    project.proof("More.", snippet="page/more.py")
    project.mark('engines("server", reason="AppTest has no tabs")', test="test_more")

    left_out = "page/more.py: left out, because apptest cannot prove it"
    assert mutants() == (0, [left_out, "", *summary(13, 13)], "")


def test_survivors_are_accepted_for_a_reason_until_a_proof_kills_them(project, mutants):
    project.replace("tests/test_page.py", "    app.button[0].click().run()\n" * 2, "    app.button[0].click().run()\n")
    project.replace("tests/test_page.py", '== "2"', '== "1"')
    status, lines, errors = mutants("page")

    assert (status, lines[-2:]) == (1, summary(10, 13))
    assert lines[:-2] == [
        "snippets/page/app.py:3: dropped the guard 'count' not in st.session_state",
        "    if True:",
        "snippets/page/app.py:3: changed 'count'",
        "    if 'countX' not in st.session_state:",
        "snippets/page/app.py:5: negated st.button('Add one')",
        "    if not st.button('Add one'):",
    ]
    assert errors == ("3 new survivors: strengthen a proof, shorten a snippet, or accept them with --accept WHY\n")

    assert mutants("page", "--accept", "One click.") == (0, summary(10, 13), "")
    listed = tomllib.loads((project.root / SURVIVORS).read_text())
    gone = "page/app.py: changed 'count' -> if 'countX' not in st.session_state:"
    assert len(listed["apptest"]) == 3
    assert listed["apptest"][gone] == "One click."
    # Even if all survivors are accepted, 95 % of all mutants have to be killed.
    assert mutants()[::2] == (1, "fewer than 95 % of all mutants are killed\n")

    project.write("tests/test_page.py", PROOF)
    with (project.root / SURVIVORS).open("a") as listed:
        listed.write('"page/renamed.py: changed 0 -> 1" = "Its snippet is gone."\n')
    status, lines, errors = mutants("page", "--accept", "Two clicks.")
    assert (status, lines[-2:], errors) == (0, summary(13, 13), "")
    assert f"{SURVIVORS}: a proof kills this mutant, or it is gone: {gone}" in lines
    assert tomllib.loads((project.root / SURVIVORS).read_text()) == {"apptest": {}}


@pytest.mark.full
def test_mutants_of_helper_modules_that_do_not_end_or_crash_are_killed(project, mutants):
    project.move("snippets/page/app.py", "snippets/page/app/streamlit_app.py")
    entrypoint = "import counting\nimport streamlit as st\n\nst.text(counting.up_to(3))\n"
    project.write("snippets/page/app/streamlit_app.py", entrypoint)
    loop = "    while number < last:\n        number += 1\n"
    crash = "    if number != 3:\n        os._exit(3)\n"
    project.write(
        "snippets/page/app/counting.py",
        f"import os\n\n\ndef up_to(last):\n    number = 0\n{loop}{crash}    return number\n",
    )
    project.write(
        "tests/test_page.py",
        'def test_app(run):\n    """It counts."""\n    assert run("page/app").text[0].value == "3"\n',
    )
    status, lines, _ = mutants("snippets/page/app/")

    assert status == 1
    assert lines == [
        "snippets/page/app/counting.py:5: changed 0",
        "    number = 1",
        "snippets/page/app/counting.py:8: deleted if number != 3:",
        "    pass",
        "snippets/page/app/counting.py:9: deleted os._exit(3)",
        "    pass",
        "snippets/page/app/counting.py:9: changed 3",
        "    os._exit(4)",
        *summary(14, 18, late=10),
    ]


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (
            ("snippets/page/app.py", "\n\n", '\n\nst.text("1")\n'),
            "tests/test_page.py::test_counter fails on the unbroken snippet: {root}/tests/test_page.py:8: Assert",
        ),
        (
            ("snippets/page/app.py", "\n\n", "\n\n__import__('os')._exit(1)\n"),
            "The tests of page/app.py do not end, or their process dies.",
        ),
        (
            ("tests/test_page.py", "def test_counter", "import unknown_module\n\n\ndef test_counter"),
            "ModuleNotFoundError: No module named 'unknown_module'",
        ),
    ],
    ids=["fails", "dies", "is not imported"],
)
def test_a_proof_that_does_not_pass_ends_the_run(project, mutants, edit, message):
    project.replace(*edit)
    status, lines, errors = mutants()

    assert (status, lines) == (1, [])
    assert message.format(root=project.root) in errors


def test_a_wrong_name(mutants):
    message = "no proof that holds runs this: name a topic, or a snippet like page/app.py"
    assert mutants("page/ap.py") == (1, [], f"snippets/page/ap.py:1: {message}\n")
