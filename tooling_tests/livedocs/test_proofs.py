"""Marks say where a proof holds, and pytest takes them as strictly as the build does."""

import re
import shutil
from pathlib import Path

import pytest

from livedocs.model.proofs import load

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("marks", "versions", "held"),
    [
        ([], "any Streamlit", "1.9 1.61 1.62.3 1.63 1.64.0 2.0"),
        (['since("1.62")'], "Streamlit 1.62 or newer", "1.62.3 1.63 1.64.0 2.0"),
        (['until("1.62")'], "Streamlit 1.62 or older", "1.9 1.61 1.62.3"),
        (['since("1.62")', 'until("1.63")'], "Streamlit 1.62 to 1.63", "1.62.3 1.63"),
    ],
)
def test_marks_of_versions(project, marks, versions, held):
    project.replace("tests/test_page.py", "A claim.", "A claim up to 1.62 or 1.63.")
    project.mark(*marks)
    (proof,) = load(project.root, "page").proofs

    assert proof.versions == versions
    known = ["1.9", "1.61", "1.62.3", "1.63", "1.64.0", "2.0"]
    assert [version for version in known if proof.holds_on(version)] == held.split()


def test_other_marks(project):
    project.mark(
        'engines("server", "live", reason="AppTest has no tabs")',
        'apptest_since("1.44", reason="an older one has no tabs")',
    )
    (proof,) = load(project.root, "page").proofs

    assert (proof.engines, proof.reason) == (("server", "live", "stlite"), "AppTest has no tabs")
    assert (proof.apptest_since, proof.apptest_reason) == ("1.44", "an older one has no tabs")


def test_an_engine_that_shows_something_else(project):
    project.mark('fails_on("stlite", reason="stlite has no threads")')
    (proof,) = load(project.root, "page").proofs

    assert (proof.engines, proof.fails_reason) == (("apptest", "server", "live"), "stlite has no threads")


ENDS = [
    ('since("1.0")', "assert True", "PASSED"),
    ('since("1.0")', "assert False", "FAILED"),
    ('since("9.0")', "assert False", "XFAIL"),
    ('since("9.0")', "assert True", "FAILED"),
    ('until("1.0")', "assert False", "XFAIL"),
    ('until("1.0")', "assert True", "FAILED"),
    ('until("1.0")', "raise ImportError", "FAILED"),  # the claim isn't about this
    ('until("9.0")', "assert True", "PASSED"),
    ('engines("apptest", reason="of this")', "assert True", "PASSED"),
    ('engines("apptest", reason="of this")', "app.reload()", "FAILED"),
    ('engines("server", reason="of this")', "assert True", "FAILED"),
    ('engines("server", reason="of this")', "app.reload()", "XFAIL"),
    ('engines("server", reason="of this")', "assert False", "XFAIL"),
    ('engines("server", reason="of this")', "raise ImportError", "FAILED"),
]


def test_a_proof_fails_only_where_its_mark_says_so(project):
    tests = [
        f'@pytest.mark.{mark}\ndef test_{number}(run):\n    app = run("page/app.py")\n    {does}\n'
        for number, (mark, does, _) in enumerate(ENDS)
    ]
    project.write("tests/test_page.py", "\n\n".join(["import pytest\n", *tests]))
    shutil.copy(ROOT / "pyproject.toml", project.root)
    ended = project.run("pytest", "-q", "-rA", "-p", "no:cacheprovider", "--rootdir=.", "tests/test_page.py")

    found = {name: outcome for outcome, name in re.findall(r"^(\w+) tests/.*?::(test_\d+)", ended.stdout, re.MULTILINE)}
    assert found == {f"test_{number}": outcome for number, (*_, outcome) in enumerate(ENDS)}, ended.stdout
    assert re.search(r"^XFAIL .*::test_11 - .*of this", ended.stdout, re.MULTILINE), ended.stdout
