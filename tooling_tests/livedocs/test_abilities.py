"""Which snippets run in the page, and what the others need."""

import pytest

from livedocs.model.proofs import load
from livedocs.model.snippets import Snippet
from livedocs.runtime import abilities
from livedocs.runtime.abilities import not_held, why_not


@pytest.fixture(autouse=True)
def streamlit(monkeypatch):
    """Let the page run this version."""
    monkeypatch.setattr(abilities, "STREAMLIT", "1.62.0")


@pytest.fixture
def needs(project):
    """Return a function that says what an app needs, given as one text or as its files."""

    def needs(code, **files):
        if not files:
            project.write("snippets/page/app.py", code)
            return why_not(Snippet(project.root, "page/app.py"), [])
        for name, text in {"streamlit_app": code, **files}.items():
            project.write(f"snippets/page/apps/{name.replace('__', '/')}.py", text)
        return why_not(Snippet(project.root, "page/apps"), [])

    return needs


@pytest.fixture
def proofs(project):
    """Return a function that adds a proof for each of several marks."""

    def proofs(*marks):
        project.write("tests/test_page.py", "")
        for number, both in enumerate(marks):
            project.claim(f"Claim {number}, up to {both!r}.", *both.split(), name=f"test_{number}")
        return load(project.root, "page").proofs

    return proofs


@pytest.mark.parametrize(
    "code",
    [
        "",
        "import json, os.path, time\nfrom datetime import date\nimport streamlit as st\nst.write('text', 1, date)",
        "import streamlit as st\nst.session_state.table = st.session_state.map.image('a')\nst.secrets.dataframe",
        "from threading import Lock\nimport threading\nthreading.Thread(target=print)",
        "import asyncio, concurrent.futures\nasyncio.run(print())",
        "import streamlit as st\nst.write([1], {}, st.session_state)\nst.write_stream('ab')\nst.image(b'a')\n{'a': 1}",
        "import streamlit as st\nst.components.v2.component('a', html='a')",
        "import urllib.parse",
        "def table(): pass\ntable()\nclass Image:\n    def image(self): pass\nImage().image()",
        "executor = object()\nexecutor.map(print)",
        '"""A docstring."""\n"text"\nlen("text")',
        "print([1], {})\nopen('a').write([1])\nimport streamlit as st\nst.write(st.session_state.items, (1, 2))",
        "import pandas\npandas.DataFrame(",
    ],
)
def test_code_that_runs(needs, code):
    assert needs(code) is None


@pytest.mark.parametrize(
    ("code", "need"),
    [
        ("def later():\n    import subprocess", "processes"),
        ("import multiprocessing.pool as pool", "processes"),
        ("import os\nos.fork()", "processes"),
        ("from sklearn.linear_model import Ridge", "sklearn"),
        ("import streamlit\nstreamlit.sidebar.table([1])", "pandas"),
        ("from streamlit import line_chart", "pandas"),
        ("import streamlit as st\nst.button('Log in', on_click=st.login)", "a login provider"),
        ("import streamlit as st\nst.columns(2)[0].container().plotly_chart({})", "plotly"),
        ("import streamlit as st\nleft, right = st.columns(2)\nright.map()", "pandas"),
        ("import streamlit as st\nwith st.container() as box:\n    box.altair_chart({})", "altair"),
        ("import urllib.request\ninput()\nbreakpoint()", "the network and a terminal"),
        ("import cgi, sqlite3\nfrom google import genai", "an older Python, sqlite3, and google.genai"),
    ],
)
def test_code_that_does_not_run(needs, code, need):
    assert needs(code) == need


def test_all_files_of_a_folder_count(needs):
    assert needs("import helper, own.deep", helper="import helper", own__deep="") is None
    assert needs("import helper", helper="import pandas") == "pandas"
    assert needs("import apps, page", helper="") == "apps and page"


@pytest.mark.parametrize(
    ("marks", "need"),
    [
        ([""], None),
        (["since('1.63')", ""], None),
        (["since('1.63')", "until('1.62')"], None),
        (["since('1.62')"], None),
        (["since('1.66')", "since('1.63')"], "Streamlit 1.63 or newer"),
        (["until('1.9')", "since('1.65')", "since('1.50') until('1.61')"], "Streamlit 1.65 or newer"),
        (["until('1.61')"], "Streamlit 1.61 or older"),
    ],
)
def test_a_snippet_of_which_no_claim_holds_needs_another_streamlit(project, proofs, marks, need):
    assert why_not(Snippet(project.root, "page/app.py"), proofs(*marks)) == need


def test_proofs_of_other_snippets_do_not_count(project, proofs):
    project.write("snippets/page/other.py", "")

    assert why_not(Snippet(project.root, "page/other.py"), proofs("since('1.65')")) is None


def test_claims_that_do_not_hold(proofs):
    all_ = proofs("", "since('1.63')", "until('1.62')", "until('1.61')", "since('1.62')")

    assert [proof.name for proof in not_held(all_)] == ["test_1", "test_3"]
