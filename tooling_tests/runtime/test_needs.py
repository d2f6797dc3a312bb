"""The Python in the page can do everything except what `livedocs.runtime.abilities` lists."""

import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from livedocs.runtime.abilities import NEEDS, PACKAGES
from livedocs.runtime.assembly import RUNTIME, SITE

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.timeout(240)  # Python in WebAssembly takes a while to start

# Each code has its own run, because snippets use the same keys.
APP = """
import json
import time
import streamlit as st

said = st.session_state.setdefault("said", {})
for name, code in CODES.items():
    if name not in said:
        st.session_state.clear()
        st.session_state.said = said
        try:
            said[name] = exec(code, {"__name__": "__main__"})
        except BaseException as error:
            said[name] = f"{type(error).__name__}: {error}"
        time.sleep(0.01)  # a script that never waits is ended
        st.rerun()
st.text("said " + json.dumps(said))
"""
THREAD = "RuntimeError: can't start new thread"
COROUTINE = """
import asyncio
import streamlit as st
async def store():
    st.session_state.stored = True
"""
# Code that fails, for each of `NEEDS`, and its error.
FAILS = {
    "_thread.start_new_thread": ("import _thread; _thread.start_new_thread(print, ())", THREAD),
    "asyncio.run": (f"{COROUTINE}asyncio.run(store()); assert 'stored' in st.session_state", "AssertionError"),
    "concurrent.futures": ("from concurrent.futures import *; ThreadPoolExecutor().submit(print)", THREAD),
    "multiprocessing": ("import multiprocessing; multiprocessing.Process(target=print).start()", "not implemented"),
    "os.fork": ("import os; os.fork()", "not implemented"),
    "ssl": ("import ssl; ssl.create_default_context()", "has no attribute 'create_default_context'"),
    "subprocess": ("import subprocess; subprocess.run(['true'])", "does not support processes"),
    "threading.Thread": ("import threading; threading.Thread(target=print).start()", THREAD),
    "threading.Timer": ("import threading; threading.Timer(1, print).start()", THREAD),
    "streamlit.login": ("import streamlit as st; st.login()", "Error"),
    "streamlit.v2": (
        "import streamlit as st; st.components.v2.component('a', html='a')()",
        "type object 'Runtime' has no attribute 'exists'",
    ),
    "zoneinfo": ("import zoneinfo; zoneinfo.ZoneInfo('Europe/Rome')", "loadPackage('tzdata')"),
    "streamlit.write_stream": ("import streamlit as st; assert st.write_stream(iter('a')) == 'a'", "AssertionError"),
    **{
        name: (f"import {name}", f"ModuleNotFoundError: No module named '{name}'")
        for name in ("curses", "dbm", "fcntl", "lzma", "resource", "sqlite3", "tkinter")
    },
    **{
        f"streamlit.{call.split('(')[0]}": (f"import streamlit as st; st.{call}", f"No module named '{package}'")
        for call, package in {
            "altair_chart({})": "altair",
            "area_chart([1])": "altair",
            "bar_chart([1])": "altair",
            "data_editor([1])": "pandas",
            "dataframe([1])": "numpy",
            "image(b'1')": "numpy",
            "line_chart([1])": "altair",
            "map({'lat': [1.0], 'lon': [2.0]})": "numpy",
            "plotly_chart({})": "plotly",
            "pydeck_chart()": "pandas",
            "scatter_chart([1])": "altair",
            "table([1])": "numpy",
        }.items()
    },
}
WRITTEN = (
    "{'a': 1}",
    "{a: a for a in 'a'}",
    "(a for a in 'a')",
    "['a']",
    "[a for a in 'a']",
    "st.session_state",
    "st.query_params",
)


def test_everything_in_the_list_fails_in_the_page(docs):
    codes = {name: code for name, (code, _) in FAILS.items()}
    codes |= {value: f"import streamlit as st; st.write({value})" for value in WRITTEN}
    app = docs.show(f"CODES = {codes!r}\n{APP}", "fails")
    text = app.frame.get_by_test_id("stText").filter(has_text="said {")
    text.wait_for(timeout=60_000)
    ends = json.loads(text.inner_text().removeprefix("said "))

    assert {name: (how.lower() in (ends[name] or "").lower()) or ends[name] for name, (_, how) in FAILS.items()} == (
        dict.fromkeys(NEEDS.keys() - {"streamlit.write.data"}, True)
    )
    assert {ends[value] for value in WRITTEN} == {"ModuleNotFoundError: No module named 'numpy'"}


def test_the_listed_packages_are_in_the_runtime():
    (path,) = (ROOT / RUNTIME).glob("python-*/site.zip")
    with ZipFile(path) as site:
        tops = {name.split("/")[0].removesuffix(".pyc") for name in site.namelist() if ".dist-info/" not in name}

    assert tops - {path.stem for path in SITE.glob("*.py")} == PACKAGES
