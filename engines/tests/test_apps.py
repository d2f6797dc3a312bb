"""Apps with folders, pages, helpers, and secrets run on both engines."""

import pytest

APPS = {
    "src/main.py": """
import streamlit as st
from pathlib import Path
from src.names import greet
from helper import WHO

visits = Path("visits.txt")
visits.write_text(f"{visits.read_text()}x")
st.text(greet(WHO))
st.text(st.secrets["word"])
st.text(st.secrets.db.user)
st.text(len(visits.read_text()))
st.text(st.get_option("theme.primaryColor"))
""",
    "src/pages/2_About.py": 'import streamlit as st\nst.title("About")\nst.text(st.session_state.get("seen"))\n',
    "src/helper.py": 'WHO = "Ada"\n',
    "src/names.py": 'def greet(name):\n    return f"Hello {name}"\n',
    ".streamlit/secrets.toml": 'word = "tea"\n[db]\nuser = "root"\n',
    ".streamlit/config.toml": '[theme]\nprimaryColor = "#ff0000"\n',
    "visits.txt": "",
    "other.py": 'import streamlit as st\nst.text("another app")\n',
}


@pytest.fixture(params=["apptest", "server"])
def run(request):
    """Return the function that runs an app, on each engine."""
    return request.getfixturevalue(f"run_{request.param}")


@pytest.fixture
def project(tmp_path_factory):
    """Return a folder with apps, outside the folder of the test."""
    folder = tmp_path_factory.mktemp("project")
    for name, text in APPS.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


@pytest.mark.parametrize("time", [1, pytest.param(2, marks=pytest.mark.full)])
def test_an_app_has_its_files_and_leaves_nothing(run, project, time, request):  # noqa: ARG001 (a second run is the same)
    before = sorted(project.rglob("*"))
    app = run(str(project / "src/main.py"), root=str(project))
    *texts, color = [text.value for text in app.text]

    assert not app.exception
    assert texts == ["Hello Ada", "tea", "root", "1"]
    if "server" in request.node.name:  # AppTest has the settings of the first app in a process
        assert color == "#ff0000"
    assert sorted(project.rglob("*")) == before
    assert (project / "visits.txt").read_text() == ""


def test_a_page_and_another_app(run, project):
    first = run(str(project / "src/main.py"), "pages/2_About.py")
    other = run(str(project / "other.py"))

    assert (first.title[0].value, first.text[0].value) == ("About", "None")
    assert other.text[0].value == "another app"


def test_files_for_one_test(run, project):
    app = run(str(project / "src/main.py"), root=str(project), files={".streamlit/secrets.toml": 'word = "milk"'})

    assert app.text[1].value == "milk"
