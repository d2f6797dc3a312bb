"""Records match the tests and the snippets, or the build stops; readers see what the records say."""

import json
import re
import resource
from pathlib import Path

import pytest

from livedocs.model.proofs import ENGINES, minor
from livedocs.runtime import abilities
from livedocs.versions import made_of, results

ROOT = Path(__file__).parents[2]
TEST, RESULT = "tests/test_page.py", "results/apptest/1.67.0.json"
IN_A_BROWSER = 'engines("server", "live", reason="AppTest has no tabs")'
ON_A_SERVER = 'engines("server", reason="AppTest has no tabs")'
NOT_WRITTEN = "`make record` and `make versions` have not written this: delete the file and run one of them again"


def badge(project):
    """Build the site; return the title and the words of the claim's badge."""
    return re.search(r'class="claim-versions" title="(.*?)">(.*?)<', project.build()).groups()


@pytest.mark.parametrize(
    ("engine", "path", "old", "new"),
    [
        *((engine, "snippets/page/app.py", "hello", "good morning") for engine in ENGINES[:-1]),
        ("apptest", TEST, "== EXPECTED", "== EXPECTED * 1"),
        ("server", TEST, 'EXPECTED = "hello"', 'EXPECTED = "hello" + ""'),
    ],
)
def test_a_changed_snippet_or_test_needs_a_new_record(project, engine, path, old, new):
    project.write(TEST, 'EXPECTED = "hello"\n\n\n' + project.text(TEST).replace('"hello"', "EXPECTED"))
    project.record(engine=engine)
    project.build()
    project.replace(path, old, new)

    file = results.path_of(results.running(engine), engine)
    assert project.mistake() == f"{TEST}:4: {file} is older than test_app or its snippet: run `make record`"


@pytest.mark.parametrize("engine", ENGINES[:-1])
def test_a_new_test_needs_a_record_only_on_the_versions_that_run_here(project, engine, monkeypatch):
    """An engine without any records needs none. On other versions, the claim counts as not measured."""
    for other in ("1.60.0", "1.61.0"):
        project.record(version=other)
    project.record(engine=engine)
    project.record()
    project.claim("Another claim.")
    for needed in dict.fromkeys(["apptest", engine]):
        file = results.path_of(results.running(needed), needed)
        assert project.mistake() == f"{TEST}:8: {file} has no record of test_more: run `make record`"
        project.record(engine=needed)
    assert re.search(r'id="test_more"(?: data-held="[^"]*")? data-unknown="1\.60', project.build())

    project.replace("snippets/page/app.py", "hello", "good morning")
    monkeypatch.setenv("DRAFT", "true")
    assert badge(project) == ("No run has shown yet where it holds", "not measured")


@pytest.mark.parametrize("engine", ENGINES[:-1])
def test_a_changed_engine_makes_all_its_records_stale(project, engine, monkeypatch):
    project.record(engine=engine)
    monkeypatch.setattr(results, "made_of", lambda _: "changed")
    file = results.path_of(results.running(engine), engine)

    assert project.mistake() == f"{TEST}:1: {file} is older than what runs the proofs: run `make record`"


def test_stlite_may_have_no_record_of_a_test(project):
    project.record(engine="stlite")
    project.replace("snippets/page/app.py", "hello", "good morning")

    assert "A claim." in project.build()


MADE_OF = {
    "engines/streamlit_engines/plugin.py": '"""Doc."""\nimport os\n\nuse = 1\n',
    "engines/streamlit_engines/driver.py": "from playwright import sync_api\n\n\ndef click(): ...\n",
    "engines/streamlit_engines/server.py": "from streamlit_engines.driver import click\n",
    "engines/streamlit_engines/observe.js": "run()",
    "livedocs/versions/recorder.py": "",
    "livedocs/versions/marks.py": "",
    "livedocs/runtime/engine.py": "",
    "livedocs/runtime/requirements.txt": "",
    "livedocs/runtime/stlite.py": "",
    "livedocs/runtime/stlite_engine.py": "",
    "livedocs/runtime/site/nodata.py": "",
    "docs/assets/live/block.js": "",
    "package-lock.json": json.dumps(
        {"packages": {f"node_modules/{name}": {"integrity": "x"} for name in ("@stlite/browser", "pyodide", "zstddec")}}
    ),
}


def test_what_makes_the_records_of_an_engine_stale(tmp_path):
    """Comments and docstrings don't, and the records of AppTest don't depend on what only a browser needs."""

    def hashes(files):
        for name, content in files.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(content)
        made_of.made_of.cache_clear()
        return [made_of.made_of(engine, tmp_path) for engine in ENGINES]

    def stale(path, text):
        before, after = hashes(MADE_OF), hashes({path: text})
        return [engine for engine, old, new in zip(ENGINES, before, after, strict=True) if old != new]

    plugin, server = (f"engines/streamlit_engines/{name}.py" for name in ("plugin", "server"))
    assert stale(plugin, '"""Other."""\nimport os  # why\n\nuse = (1)') == []
    assert stale(plugin, "import os\n\nuse = 2") == list(ENGINES)
    assert stale("livedocs/versions/recorder.py", "pass") == list(ENGINES)
    assert stale(server, "from streamlit_engines.driver import App") == ["server", "live", "stlite"]
    assert stale("engines/streamlit_engines/observe.js", "run(1)") == ["server", "live", "stlite"]
    assert stale("docs/assets/live/block.js", "run()") == ["live"]
    assert stale("livedocs/runtime/stlite_engine.py", "pass") == ["stlite"]
    assert stale("livedocs/runtime/requirements.txt", "anyio") == ["live", "stlite"]
    assert stale("package-lock.json", MADE_OF["package-lock.json"].replace("x", "y")) == ["live", "stlite"]
    with pytest.raises(FileNotFoundError, match="matches no file"):
        made_of.made_of("live", tmp_path / "docs")


def test_other_words_and_marks_make_no_record_stale(project):
    project.record()
    project.replace("docs/page.md", "A claim.", "A claim,\nreworded.")
    project.replace(TEST, "A claim.", "A claim, reworded.")
    project.mark('since("1.28")')

    project.build()


def test_a_streamlit_that_no_browser_has_run(project):
    """It has no proof in a browser, and AppTest has no record of a proof that needs one."""
    project.mark(IN_A_BROWSER)
    project.record(engine="server")
    for version in ("1.67.0", "1.68.0"):
        project.record(version=version)

    assert badge(project) == ("Proved in Chromium with 1.67", "tested on 1.67")
    assert results.read(project.root, "1.67.0") == {}
    picker, _, _ = project.build().partition("</select>")
    assert re.findall(r"<option (.*?)</option>", picker) == [
        'value="1.68">1.68',
        'value="1.67" selected>1.67 (this site)',
    ]


def test_the_same_streamlit_on_a_server_and_in_the_page(project, monkeypatch):
    """Both are named, and a proof that the page doesn't run isn't proved there."""
    monkeypatch.setattr(abilities, "STREAMLIT", "1.67.0")
    project.mark(ON_A_SERVER)
    project.record(engine="server")
    assert badge(project) == ("Proved in Chromium with 1.67", "tested on 1.67")

    project.replace(TEST, ON_A_SERVER, IN_A_BROWSER)
    project.record(engine="live")
    assert badge(project) == ("Proved in Chromium with 1.67 and in the page with 1.67", "tested on 1.67")
    assert '"Proved with Streamlit 1.67.0 (Chromium, in the page)"' in project.build()


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace('"held": true', '"held": false'),
        lambda text: text.replace("test_app", "test_other"),
        lambda text: json.dumps(json.loads(text), sort_keys=True),
        lambda text: text[:-3],
        lambda text: f"<<<<<<< HEAD\n{text}=======\n{text}>>>>>>> other\n",
        lambda _: "",
        lambda _: b"\xff\xfe",
    ],
    ids=["outcome", "test", "format", "cut", "merge conflict", "empty", "not UTF-8"],
)
def test_an_edited_file_is_found(project, change):
    project.record()
    project.write(RESULT, change(project.text(RESULT)))

    assert re.fullmatch(rf"{RESULT}:\d+: {NOT_WRITTEN}", project.mistake())


def test_a_file_that_is_not_where_it_was_written_is_found(project):
    project.record(engine="server")
    project.move("results/server/1.67.0.json", "results/server/1.66.1.json")
    assert project.mistake() == f"results/server/1.66.1.json:1: {NOT_WRITTEN}"

    project.record()
    project.link(RESULT, "nowhere")
    assert project.mistake() == f"{RESULT}:1: {NOT_WRITTEN}"
    (project.root / RESULT).unlink()
    (project.root / RESULT).mkdir()
    assert project.mistake() == f"{RESULT}:1: {NOT_WRITTEN}"
    (project.root / RESULT).rmdir()

    project.write("results/apptest/notes.json", "{}")
    hint = "notes isn't a version of Streamlit: delete the file or move it"
    assert project.mistake() == f"results/apptest/notes.json:1: {hint}"


def test_a_full_disk_keeps_the_old_records(project):
    project.record("test_app")
    before = project.text(RESULT)
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, limit[1]))
    try:
        with pytest.raises(Exception, match="cannot write") as raised:
            project.record()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)

    hint = "cannot write this (File too large): make room for it, and run the command again"
    assert str(raised.value) == f"{RESULT}:1: {hint}"
    assert project.text(RESULT) == before
    assert [path.name for path in (project.root / RESULT).parent.iterdir()] == ["1.67.0.json"]


def test_every_minor_version_has_results():
    """None is missing from the first with AppTest to the installed one, and engines have records, but maybe stlite.

    After a change to what runs the proofs, `make record` and `make versions` have to measure all of them again.
    """
    known = results.versions(ROOT)

    newest = minor(results.running("apptest"))[1]
    assert [minor(name) for name in known][: newest - 27] == [(1, number) for number in range(28, newest + 1)]
    assert [version for version in known if not results.read(ROOT, version)] == []
    assert [engine for engine in ENGINES[:-1] if not results.read(ROOT, results.running(engine), engine)] == []
