"""Results fit the tests, their snippets and their marks, or the build stops and says where they do not."""

import json
from importlib.metadata import version
from pathlib import Path

import pytest

from livedocs.model.proofs import minor
from livedocs.versions import results

ROOT = Path(__file__).parents[2]

VERSIONS = ("1.40.2", "1.41.0", "1.42.0")
MARKED = '''\
import pytest


{marks}
def test_app(run):
    """Up to 1.41 a claim."""
    app = run("page/app.py")

    assert app.text[0].value == "hello"
'''
OLDER = "results/1.67.0.json is older than test_app or its snippet: run `make versions`"


@pytest.mark.parametrize("path", ["snippets/page/app.py", "tests/test_page.py"])
def test_a_changed_test_or_snippet_asks_for_new_results(project, path):
    project.record()
    project.build()
    project.replace(path, "hello", "good morning")

    assert project.mistake() == f"tests/test_page.py:1: {OLDER}"


def test_so_does_what_the_test_uses(project):
    project.replace("tests/test_page.py", '"hello"', "EXPECTED")
    project.write("tests/test_page.py", f'EXPECTED = "hello"\n\n\n{(project.root / "tests/test_page.py").read_text()}')
    project.record()
    project.build()
    project.replace("tests/test_page.py", 'EXPECTED = "hello"', 'EXPECTED = "hello" + ""')

    assert project.mistake() == f"tests/test_page.py:4: {OLDER}"


def test_a_new_test_needs_results(project):
    project.record()
    project.page("==Another claim.==")
    project.proof("Another claim.")

    hint = "results/1.67.0.json is older than test_more or its snippet: run `make versions`"
    assert project.mistake() == f"tests/test_page.py:8: {hint}"


def test_words_and_marks_change_no_result(project):
    project.record()
    project.replace("docs/page.md", "A claim.", "A claim,\nreworded.")
    project.write("tests/test_page.py", MARKED.format(marks='@pytest.mark.since("1.28")').replace("Up to 1.41 a", "A"))
    project.replace("tests/test_page.py", "claim.", "claim, reworded.")

    project.build()


def test_a_test_in_a_browser_has_no_results(project):
    project.replace("docs/page.md", "A claim.", "Up to 1.41 a claim.")
    project.write("tests/test_page.py", MARKED.format(marks='@pytest.mark.engines("server", reason="it has no tabs")'))
    project.record()

    project.build()
    assert "test_app" not in (project.root / "results/1.67.0.json").read_text()


def test_a_draft_builds_without(project, monkeypatch):
    project.record()
    project.replace("snippets/page/app.py", "hello", "good morning")
    monkeypatch.setenv("DRAFT", "true")

    project.build()


def _hold(file):
    file.write_text(file.read_text().replace('"held": false', '"held": true'))


def _rename(file):
    file.rename(file.with_name("1.66.1.json"))


def _cut(file):
    file.write_text(file.read_text()[:-3])


def _empty(file):
    file.write_text("[]")


def _sort(file):
    file.write_text(json.dumps(json.loads(file.read_text()), sort_keys=True))


@pytest.mark.parametrize("edit", [_hold, _rename, _cut, _empty, _sort])
def test_an_edited_file_is_found(project, edit):
    project.record("test_app")
    edit(project.root / "results/1.67.0.json")

    (file,) = (project.root / "results").iterdir()
    path, _, message = project.mistake().split(":", 2)
    assert path == f"results/{file.name}"
    assert message == " this is not what `make versions` wrote: delete the file and run it again"


def test_a_result_of_a_test_that_is_gone(project):
    project.page("==Another claim.==")
    project.proof("Another claim.")
    project.record()
    project.replace("docs/page.md", "==Another claim.==", "")
    text = (project.root / "tests/test_page.py").read_text()
    project.write("tests/test_page.py", text[: text.index("\n\n\ndef test_more")] + "\n")

    hint = "this has a result of page::test_more, which is gone: run `make versions`"
    assert project.mistake() == f"results/1.67.0.json:1: {hint}"


def test_a_result_of_a_topic_that_is_gone(project):
    project.write("tests/test_more.py", (project.root / "tests/test_page.py").read_text())
    project.record()
    (project.root / "tests/test_more.py").unlink()

    hint = "this has a result of more::test_app, which is gone: run `make versions`"
    assert project.mistake() == f"results/1.67.0.json:1: {hint}"


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
    reasons = {"apptest_since": ', reason="it hangs"'}
    lines = [f'@pytest.mark.{mark}("{bound}"{reasons.get(mark, "")})' for mark, bound in marks.items()]
    until = marks.get("until", "1.41")
    project.write("tests/test_page.py", MARKED.format(marks="\n".join(lines)).replace("1.41 a", f"{until} a"))
    project.replace("docs/page.md", "A claim.", f"Up to {until} a claim.")
    for known in VERSIONS:
        project.record(*([] if known.rpartition(".")[0] in held_on else ["test_app"]), version=known)

    line = 4 + max(1, len(lines))
    message = project.mistake()
    assert message.startswith(f"tests/test_page.py:{line}: with Streamlit {version} the test {problem}, and its mark")
    assert message.endswith(("correct the version", "correct the marks since and until", "until or apptest_since"))


@pytest.mark.parametrize(
    ("held_on", "marks"),
    [
        (("1.41",), '@pytest.mark.since("1.41")\n@pytest.mark.until("1.41")'),
        (("1.40", "1.41"), '@pytest.mark.until("1.41")'),
        (("1.42",), '@pytest.mark.apptest_since("1.42", reason="it hangs")'),
        (("1.42",), '@pytest.mark.since("1.41")\n@pytest.mark.apptest_since("1.42", reason="it hangs")'),
    ],
)
def test_right_bounds(project, held_on, marks):
    project.write("tests/test_page.py", MARKED.format(marks=marks))
    project.replace("docs/page.md", "A claim.", "Up to 1.41 a claim.")
    for known in VERSIONS:
        project.record(*([] if known.rpartition(".")[0] in held_on else ["test_app"]), version=known)

    project.build()


def test_every_minor_version_has_results():
    """From the first with AppTest to the one that is locked, none is left out."""
    known = results.versions(ROOT)
    newest = version("streamlit")

    assert [minor(name) for name in known] == [(1, number) for number in range(28, minor(newest)[1] + 1)]
    assert known[-1] == newest
