"""Records fit the tests, their snippets and their marks, or the build stops; what readers see is what records say."""

import json
import re
from pathlib import Path

import pytest

from livedocs.model.proofs import ENGINES, load, minor
from livedocs.runtime import abilities
from livedocs.versions import agree, made_of, results

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
IN_A_BROWSER = '@pytest.mark.engines("server", "live", reason="AppTest has no tabs")'
ON_A_SERVER = IN_A_BROWSER.replace(', "live"', "")


def mark(project, *marks):
    project.replace("tests/test_page.py", "def test_app", "\n".join(["import pytest\n\n", *marks, "def test_app"]))


def seen(project):
    """Build the site; return the title and the words of the claim's badge."""
    return re.search(r'class="claim-versions" title="(.*?)">(.*?)<', project.build()).groups()


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("snippets/page/app.py", "hello", "good morning"),
        ("tests/test_page.py", '== "hello"', '== "hello" + ""'),
        ("tests/test_page.py", 'EXPECTED = "hello"', 'EXPECTED = "hello" + ""'),
    ],
)
def test_a_changed_snippet_or_test_needs_a_new_record(project, engine, path, old, new):
    text = (project.root / "tests/test_page.py").read_text()
    if old.startswith("EXPECTED"):
        text = text.replace('"hello"', "EXPECTED")
    project.write("tests/test_page.py", f'EXPECTED = "hello"\n\n\n{text}')
    version = results.running(engine)
    project.record(version=version, engine=engine)
    project.build()
    project.replace(path, old, new)

    file = f"results/{engine}/{version}.json"
    assert project.mistake() == f"tests/test_page.py:4: {file} is older than test_app or its snippet: run `make record`"


@pytest.mark.parametrize("engine", ENGINES)
def test_a_new_test_needs_a_record_on_the_versions_that_run_here_alone(project, engine, monkeypatch):
    """An engine without any records is left alone. On other versions the claim counts as not measured."""
    for other in ("1.60.0", "1.61.0"):
        project.record(version=other)
    project.record(version=results.running(engine), engine=engine)
    project.record()
    project.page("==Another claim.==")
    project.proof("Another claim.")

    file = f"results/{engine}/{results.running(engine)}.json"
    hint = f"tests/test_page.py:8: {file} has no record of test_more: run `make record`"
    assert project.mistake() == (hint if engine == "apptest" else hint.replace(file, "results/apptest/1.67.0.json"))

    project.record()
    if engine != "apptest":
        assert project.mistake() == hint
        project.record(version=results.running(engine), engine=engine)
    html = project.build()
    assert re.search(r'id="test_more"(?: data-held="[^"]*")? data-unknown="1\.60', html)

    project.replace("snippets/page/app.py", "hello", "good morning")
    monkeypatch.setenv("DRAFT", "true")
    assert seen(project) == ("No run has shown yet where it holds", "not measured")


@pytest.mark.parametrize("engine", ENGINES)
def test_a_changed_engine_makes_all_of_its_records_old(project, engine, monkeypatch):
    project.record(version=results.running(engine), engine=engine)
    monkeypatch.setattr(results, "made_of", lambda _: "changed")
    file = results.path_of(results.running(engine), engine)

    assert project.mistake() == f"tests/test_page.py:1: {file} is older than what runs the proofs: run `make record`"


def test_what_an_engine_is_made_of(tmp_path):
    """Comments and docstrings change nothing; what only a browser needs is no part of AppTest."""
    files = {
        "engines/streamlit_engines/plugin.py": '"""Doc."""\nimport os\n\nuse = 1\n',
        "engines/streamlit_engines/driver.py": "from playwright import sync_api\n\n\ndef click(): ...\n",
        "engines/streamlit_engines/server.py": "from streamlit_engines.driver import click\n",
        "engines/streamlit_engines/observe.js": "run()",
        "livedocs/versions/recorder.py": "",
        "livedocs/versions/marks.py": "",
        "livedocs/runtime/engine.py": "",
        "docs/assets/live/block.js": "",
        "package-lock.json": json.dumps(
            {
                "packages": {
                    f"node_modules/{name}": {"integrity": "x"} for name in ("@stlite/browser", "pyodide", "zstddec")
                }
            }
        ),
    }

    def changed(path, text):
        """Return the engines that are other ones after this change."""
        hashes = []
        for written in (files, files | {path: text}):
            for name, content in written.items():
                (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
                (tmp_path / name).write_text(content)
            made_of.made_of.cache_clear()
            hashes.append([made_of.made_of(engine, tmp_path) for engine in ENGINES])
        return [engine for engine, old, new in zip(ENGINES, *hashes, strict=True) if old != new]

    assert changed("engines/streamlit_engines/plugin.py", '"""Other."""\nimport os  # why\n\nuse = (1)') == []
    assert changed("engines/streamlit_engines/plugin.py", "import os\n\nuse = 2") == list(ENGINES)
    assert changed("livedocs/versions/recorder.py", "pass") == list(ENGINES)
    assert changed("engines/streamlit_engines/server.py", "from streamlit_engines.driver import App") == [
        "server",
        "live",
    ]
    assert changed("engines/streamlit_engines/observe.js", "run(1)") == ["server", "live"]
    assert changed("docs/assets/live/block.js", "run()") == ["live"]
    assert changed("package-lock.json", files["package-lock.json"].replace("x", "y")) == ["live"]
    with pytest.raises(FileNotFoundError, match="matches no file"):
        made_of.made_of("live", tmp_path / "docs")


def test_words_and_marks_change_no_result(project):
    project.record()
    project.replace("docs/page.md", "A claim.", "A claim,\nreworded.")
    project.write("tests/test_page.py", MARKED.format(marks='@pytest.mark.since("1.28")').replace("Up to 1.41 a", "A"))
    project.replace("tests/test_page.py", "claim.", "claim, reworded.")

    project.build()


def test_a_proof_in_a_browser_has_no_result_of_apptest(project):
    mark(project, ON_A_SERVER)
    project.record()
    project.record(engine="server")

    assert seen(project) == ("Proved in Chromium with 1.67", "tested on 1.67")
    assert results.read(project.root, "1.67.0") == {}


def test_results_of_a_streamlit_that_no_browser_has_run(project):
    mark(project, IN_A_BROWSER)
    project.record(engine="server")
    for version in ("1.67.0", "1.68.0"):
        project.record(version=version)

    assert seen(project) == ("Proved in Chromium with 1.67", "tested on 1.67")
    picker = re.findall(r"<option (.*?)</option>", project.build())
    assert picker == ['value="1.68">1.68', 'value="1.67" selected>1.67 (this site)']


def test_one_streamlit_on_a_server_and_in_the_page(project, monkeypatch):
    """Both places are told apart, and a proof that the page does not run was not proved there."""
    monkeypatch.setattr(abilities, "STREAMLIT", "1.67.0")
    mark(project, ON_A_SERVER)
    project.record(engine="server")
    assert seen(project) == ("Proved in Chromium with 1.67", "tested on 1.67")

    project.replace("tests/test_page.py", '"server"', '"server", "live"')
    project.record(engine="live")
    assert seen(project) == ("Proved in Chromium with 1.67 and in the page with 1.67", "tested on 1.67")
    assert '"Proved with Streamlit 1.67.0 (Chromium, in the page)"' in project.build()


def _hold(file):
    file.write_text(file.read_text().replace('"held": false', '"held": true'))


def _rename(file):
    file.rename(file.with_name("1.66.1.json"))


def _cut(file):
    file.write_text(file.read_text()[:-3])


def _sort(file):
    file.write_text(json.dumps(json.loads(file.read_text()), sort_keys=True))


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("edit", [_hold, _rename, _cut, _sort])
def test_an_edited_file_is_found(project, edit, engine):
    project.record("test_app", engine=engine)
    edit(project.root / f"results/{engine}/1.67.0.json")

    (file,) = (project.root / "results" / engine).iterdir()
    path, _, message = project.mistake().split(":", 2)
    assert path == f"results/{engine}/{file.name}"
    assert message == (
        " `make record` and `make versions` have not written this: delete the file and run one of them again"
    )


def marked(project, held_on, *marks, until="1.41"):
    """Mark the test, and record on which of three versions it passed; the newest one is installed."""
    project.write("tests/test_page.py", MARKED.format(marks="\n".join(marks)).replace("1.41 a", f"{until} a"))
    project.replace("docs/page.md", "A claim.", f"Up to {until} a claim.")
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
    reasons = {"apptest_since": ', reason="it hangs"'}
    lines = [f'@pytest.mark.{mark}("{bound}"{reasons.get(mark, "")})' for mark, bound in marks.items()]
    marked(project, held_on, *lines, until=marks.get("until", "1.41"))

    line = 4 + max(1, len(lines))
    message = project.mistake()
    assert message.startswith(f"tests/test_page.py:{line}: with Streamlit {version} the test {problem}, and its mark")
    assert message.endswith(("correct the version", "correct the marks since and until", "until or apptest_since"))


@pytest.mark.parametrize(
    ("held_on", "marks"),
    [
        (("1.41",), ('@pytest.mark.since("1.41")', '@pytest.mark.until("1.41")')),
        (("1.40", "1.41"), ('@pytest.mark.until("1.41")',)),
        (("1.42",), ('@pytest.mark.apptest_since("1.42", reason="it hangs")',)),
        (("1.42",), ('@pytest.mark.since("1.41")', '@pytest.mark.apptest_since("1.42", reason="it hangs")')),
    ],
)
def test_right_bounds(project, held_on, marks):
    marked(project, held_on, *marks)

    project.build()
    assert list(agree.unchecked(project.root, "page", load(project.root, "page"))) == []


def test_a_bound_that_no_run_has_confirmed_yet(project, caplog):
    marked(project, ("1.40", "1.41"), '@pytest.mark.until("1.41")')
    project.replace("snippets/page/app.py", "hello", "good morning")
    project.record(version="1.41.0")
    project.record("test_app", version="1.42.0")
    project.build()
    assert "is not checked yet" not in caplog.text

    project.replace("snippets/page/app.py", "good morning", "hello")
    project.record("test_app", version="1.42.0")
    caplog.set_level("INFO")
    project.build()
    assert (
        "tests/test_page.py:5: until 1.41 is not checked yet: results/apptest/1.41.0.json lacks test_app" in caplog.text
    )


@pytest.mark.parametrize(
    ("engine", "marks", "lost", "problem"),
    [
        (
            "server",
            [],
            ["test_app"],
            "1.67.0 on a server the test fails, and its marks say that the claim holds on any",
        ),
        ("live", [], ["test_app"], "1.62.0 in the page the test fails, and its marks say that the claim holds on any"),
        (
            "server",
            ['@pytest.mark.engines("apptest", reason="x")'],
            [],
            "1.67.0 on a server the test passes, and its mark says that only apptest can show it: correct the mark",
        ),
    ],
)
def test_a_browser_that_shows_something_else_than_the_marks_say(project, engine, marks, lost, problem):
    mark(project, *marks)
    key = {("page", "test_app"): results.depends(project.root, *(m := load(project.root, "page"), m.proofs[0]))}
    found = {key_: results.Result(not lost, of) for key_, of in key.items()}
    results.write(project.root, results.running(engine), found, engine)

    message = project.mistake()
    assert message.startswith(f"tests/test_page.py:{4 + len(marks)}: with Streamlit {problem}")


def test_every_minor_version_has_results():
    """From the first with AppTest to the one that is installed, none is left out; and each engine has records.

    After a change to what runs the proofs, `make record` and `make versions` have to measure all of them again.
    """
    known = results.versions(ROOT)

    newest = minor(results.running("apptest"))[1]
    assert [minor(name) for name in known][: newest - 27] == [(1, number) for number in range(28, newest + 1)]
    assert [version for version in known if not results.read(ROOT, version)] == []
    assert [engine for engine in ENGINES if not results.read(ROOT, results.running(engine), engine)] == []
