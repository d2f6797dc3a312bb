"""The marks of a proof agree with what its records say, or the build stops."""

import pytest

from livedocs.model.proofs import load
from livedocs.versions import agree, results

VERSIONS = ("1.40.2", "1.41.0", "1.42.0")
TEST = "tests/test_page.py"
ON_A_SERVER = 'engines("server", reason="AppTest has no tabs")'


def marked(project, held_on, marks):
    """Mark the test, and record on which of three versions it passed; the newest one is installed."""
    reasons = {"apptest_since": ', reason="it hangs"'}
    for path in ("docs/page.md", TEST):
        project.replace(path, "A claim.", f"Up to {marks.get('until', '1.41')} a claim.")
    project.mark(*(f'{mark}("{bound}"{reasons.get(mark, "")})' for mark, bound in marks.items()))
    project.documents(VERSIONS[-1])
    for known in VERSIONS:
        project.record(*([] if known.rpartition(".")[0] in held_on else ["test_app"]), version=known)


@pytest.mark.parametrize(
    ("held_on", "marks", "version", "problem"),
    [
        (("1.41", "1.42"), {"since": "1.40"}, "1.40.2", "fails"),
        (("1.41", "1.42"), {"since": "1.42"}, "1.41.0", "passes"),
        (("1.40", "1.41"), {"until": "1.40"}, "1.41.0", "passes"),
        (("1.40", "1.41"), {"until": "1.42"}, "1.42.0", "fails"),
        (("1.41",), {"since": "1.41", "until": "1.42"}, "1.42.0", "fails"),
        (("1.41", "1.42"), {}, "1.40.2", "fails"),
        (("1.41", "1.42"), {"apptest_since": "1.40"}, "1.40.2", "fails"),
        (("1.41", "1.42"), {"apptest_since": "1.42"}, "1.41.0", "passes"),
        (("1.42",), {"since": "1.41", "apptest_since": "1.41"}, "1.41.0", "fails"),
    ],
)
def test_a_bound_that_is_one_version_off(project, held_on, marks, version, problem):
    """The build names the test and the first version that contradicts its marks."""
    marked(project, held_on, marks)

    message = project.mistake()
    assert message.startswith(f"{TEST}:{4 + len(marks)}: with Streamlit {version} the test {problem}, and its mark")
    assert message.endswith(("correct the version", "correct the marks since and until", "until or apptest_since"))


@pytest.mark.parametrize(
    ("held_on", "marks"),
    [
        (("1.41",), {"since": "1.41", "until": "1.41"}),
        (("1.40", "1.41"), {"until": "1.41"}),
        (("1.40", "1.42"), {"apptest_since": "1.42"}),  # an older AppTest may pass at times
        (("1.42",), {"since": "1.41", "apptest_since": "1.42"}),
    ],
)
def test_right_bounds(project, held_on, marks):
    marked(project, held_on, marks)

    project.build()
    assert list(agree.unchecked(project.root, "page", load(project.root, "page"))) == []


def test_a_bound_that_no_run_has_confirmed_yet(project, caplog):
    caplog.set_level("INFO")
    marked(project, ("1.40", "1.41"), {"until": "1.41"})
    project.build()
    assert "is not checked yet" not in caplog.text

    project.replace("snippets/page/app.py", "hello", "good morning")
    project.record("test_app", version="1.42.0")
    project.build()
    assert f"{TEST}:5: until 1.41 is not checked yet: results/apptest/1.41.0.json lacks test_app" in caplog.text


@pytest.mark.parametrize(
    ("marks", "lost"),
    [
        (['since("1.68")'], ["test_app"]),
        (['apptest_since("1.68", reason="of this")'], ["test_app"]),
        ([ON_A_SERVER, 'since("1.68")'], []),
    ],
)
def test_a_version_without_records(project, marks, lost):
    project.mark(*marks)
    project.record(*lost, version="1.66.0")
    project.record(*lost)

    hint = "test_app holds on no version with results, 1.66.0 to 1.67.0: correct its marks"
    assert project.mistake() == f"{TEST}:{4 + len(marks)}: {hint}"


@pytest.mark.parametrize(
    ("engine", "marks", "lost", "problem"),
    [
        ("server", [], ["test_app"], "on a server the test fails, and its marks say that the claim holds on any"),
        ("live", [], ["test_app"], "in the page the test fails, and its marks say that the claim holds on any"),
        (
            "server",
            ['engines("apptest", reason="x")'],
            [],
            "on a server the test passes, and its mark says that only apptest can show it: correct the mark",
        ),
    ],
)
def test_a_browser_that_contradicts_the_marks(project, engine, marks, lost, problem):
    project.mark(*marks)
    project.record(*lost, engine=engine)

    version = results.running(engine)
    assert project.mistake().startswith(f"{TEST}:{4 + len(marks)}: with Streamlit {version} {problem}")
