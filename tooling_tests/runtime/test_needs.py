"""The Python in the page can do everything except what `livedocs.runtime.needs` lists; the page and the build agree."""

import json
import sys
from pathlib import Path, PurePosixPath
from zipfile import ZipFile

import pytest

from livedocs.model.snippets import ENTRYPOINT, SNIPPETS, Snippet
from livedocs.runtime.abilities import VERSIONS
from livedocs.runtime.archives import NODE, run
from livedocs.runtime.assembly import RUNTIME, SITE, assemble
from livedocs.runtime.needs import INSTALLS, NEEDS, PACKAGES, lacks

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.timeout(240)  # Python in WebAssembly takes a while to start

# Each code has its own run, because snippets use the same keys.
APP = """
import json
import streamlit as st

said = st.session_state.setdefault("said", {})
for name, code in CODES.items():
    if name not in said:
        st.session_state.clear()
        st.session_state.said = said
        try:
            said[name] = exec(code, {"__name__": "__main__", "__file__": __file__})
        except BaseException as error:
            said[name] = f"{type(error).__name__}: {error}"
        st.rerun()
st.text("said " + json.dumps(said))
"""
PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
ASYNC = "import asyncio; asyncio.run(asyncio."
# Code that fails, for names in `NEEDS`, and its error. Importing the other names fails.
FAILS = {
    "antigravity": ("import antigravity", "ImportError"),
    "asyncio.create_subprocess_exec": (f"{ASYNC}create_subprocess_exec('true'))", "NotImplementedError"),
    "asyncio.create_subprocess_shell": (f"{ASYNC}create_subprocess_shell('true'))", "NotImplementedError"),
    "asyncio.open_connection": (f"{ASYNC}open_connection('localhost', 80))", "NotImplementedError"),
    "asyncio.start_server": (f"{ASYNC}start_server(print, 'localhost', 80))", "Error"),
    "builtins.breakpoint": ("breakpoint()", "I/O error"),
    "builtins.input": ("input()", "I/O error"),
    "concurrent.futures.ProcessPoolExecutor": (
        "from concurrent.futures import *; ProcessPoolExecutor().submit(print)",
        "lacks multiprocessing",
    ),
    "concurrent.futures.process": (
        "import concurrent.futures.process as it; it.ProcessPoolExecutor().submit(print)",
        "lacks multiprocessing",
    ),
    "ftplib": ("import ftplib; ftplib.FTP_TLS('localhost')", "Error"),
    "getpass.getpass": ("import getpass; getpass.getpass()", "I/O error"),
    "hashlib.pbkdf2_hmac": ("import hashlib; hashlib.pbkdf2_hmac", "no attribute"),
    "hashlib.scrypt": ("import hashlib; hashlib.scrypt", "no attribute"),
    "http.client": ("import http.client; http.client.HTTPSConnection('localhost').request('GET', '/')", "no attribute"),
    "imaplib": ("import imaplib; imaplib.IMAP4_SSL('localhost')", "Error"),
    "multiprocessing": ("import multiprocessing; multiprocessing.Process(target=print).start()", "not implemented"),
    "os.fork": ("import os; os.fork()", "not implemented"),
    "os.popen": ("import os; os.popen('true')", "does not support processes"),
    "os.system": ("import os; assert os.system('true') == 0", "AssertionError"),
    "poplib": ("import poplib; poplib.POP3_SSL('localhost')", "Error"),
    "shelve": ("import shelve; shelve.open('a')", "No module named 'dbm'"),
    "smtplib": ("import smtplib; smtplib.SMTP_SSL('localhost')", "no attribute"),
    "socket.create_connection": ("import socket; socket.create_connection(('localhost', 9)).recv(1)", "Error"),
    "socket.socket": ("import socket; socket.socket().recv(1)", "Error"),
    "ssl": ("import ssl; ssl.create_default_context()", "no attribute 'create_default_context'"),
    "streamlit.altair_chart": ("import streamlit as st; st.altair_chart({})", "Error"),
    "streamlit.login": ("import streamlit as st; st.login()", "Authlib"),
    "streamlit.pdf": ("import streamlit as st; st.pdf('a')", "streamlit-pdf"),
    "streamlit.plotly_chart": ("import streamlit as st; st.plotly_chart({})", "No module named 'plotly'"),
    "streamlit.pydeck_chart": ("import pydeck", "No module named 'pydeck'"),  # what it shows is made with that
    "streamlit.pyplot": ("import streamlit as st; st.pyplot(object())", "requires matplotlib"),
    "subprocess": ("import subprocess; subprocess.run(['true'])", "does not support processes"),
    "urllib.request": ("import urllib.request as it; it.urlopen('https://localhost')", "no attribute"),
    "webbrowser": ("import webbrowser; webbrowser.open('https://localhost')", "ImportError"),
    "xmlrpc.client": ("import xmlrpc.client as it; it.ServerProxy('https://localhost').a()", "no attribute"),
    "zoneinfo": ("import zoneinfo; zoneinfo.ZoneInfo('Europe/Rome')", "loadPackage('tzdata')"),
    **{
        f"streamlit.{call.split('(')[0]}": (f"import streamlit as st; st.{call}", "No module named 'pandas'")
        for call in (
            *("area_chart([1])", "bar_chart([1])", "data_editor([1])", "dataframe([1])", "line_chart([1])"),
            *("map({'lat': [1.0], 'lon': [2.0]})", "scatter_chart([1])", "table([1])"),
            "vega_lite_chart({'data': {'values': [{'a': 1}]}, 'mark': 'bar'})",
        )
    },
}
# What the frame refuses, without an error in Python: other sites, and scripts in HTML.
REFUSED = {"streamlit.components.v1", "streamlit.iframe", "streamlit.v1"}
# Code that works, although Streamlit asks NumPy, pandas, or Pillow about it on a server, or Python needs threads.
RUNS = (
    "st.write({'a': 1}, ['a'], (a for a in 'a'), st.session_state, st.query_params, {1}, (1, 2))",
    "st.json([1]); st.metric('a', 1, chart_data=[1, 2]); st.progress(0.5); st.graphviz_chart('digraph { a -> b }')",
    "assert st.write_stream(iter(['a', 1, {'b': 2}])) == ['a', '1', {'b': 2}] or True",
    f"import base64; st.image(base64.b64decode('{PNG}')); st.image(b'GIF89a', output_format='PNG')",
    "st.image('https://localhost/a.png'); st.audio(b'a'); st.video(b'a'); st.logo('https://localhost/a.png')",
    "st.cache_data(ttl='1.5 days')(lambda: 1)(); st.fragment(run_every='1h23s')(lambda: st.text('a'))()",
    "st.components.v2.component('a', html='a', js='export default () => {}')()",
    "import threading; thread = threading.Thread(target=print); thread.start(); thread.join()",
    "from concurrent.futures import *; assert ThreadPoolExecutor().submit(len, 'ab').result() == 2",
    "import asyncio; assert asyncio.run(asyncio.to_thread(len, 'ab')) == 2",
    "import urllib.parse, http.server, socket; socket.gethostname()",
)


def ends(docs, name, codes):
    """Run codes in an app, and return how each ends: with an error, or without one."""
    app = docs.show(f"CODES = {codes!r}\n{APP}", name)
    text = app.frame.get_by_test_id("stText").filter(has_text="said {")
    text.wait_for(timeout=120_000)
    return json.loads(text.inner_text().removeprefix("said "))


def test_everything_in_the_list_fails_in_the_page(docs):
    fails = {name: FAILS.get(name, (f"import {name}", "No module named")) for name in NEEDS.keys() - REFUSED}
    ended = ends(docs, "fails", {name: code for name, (code, _) in fails.items()})

    assert FAILS.keys() <= NEEDS.keys()
    assert {name: said for name, said in ended.items() if fails[name][1].lower() not in (said or "").lower()} == {}


def test_everything_else_works(docs):
    modules = [name for name in sys.stdlib_module_names if name not in NEEDS and not name.startswith("_")]
    codes = {code: f"import streamlit as st\n{code}" for code in (*RUNS, *(f"import {name}" for name in modules))}

    assert {code: said for code, said in ends(docs, "runs", codes).items() if said} == {}


def test_the_listed_packages_are_in_the_runtime():
    tops = {}
    for path in (ROOT / RUNTIME).glob("python-*/site.zip"):
        names = [name for name in ZipFile(path).namelist() if ".dist-info/" not in name]
        tops[path.parent.name.split("-")[1]] = {name.split("/")[0].removesuffix(".pyc") for name in names}

    assert tops[VERSIONS[0]] - {path.stem for path in SITE.glob("*.py")} <= PACKAGES
    assert set.union(*tops.values()) > PACKAGES


def asked(function, apps):
    """Return what a function of `needs.js` says of several apps."""
    script = (
        f"import {{ {function} as ask }} from {json.dumps(str(ROOT / RUNTIME.parent / 'needs.js'))};"
        "import { readFileSync } from 'node:fs';"
        "console.log(JSON.stringify(JSON.parse(readFileSync(0, 'utf-8')).map((given) => ask(...given))))"
    )
    node = (NODE, "--input-type=module", "--disable-warning=MODULE_TYPELESS_PACKAGE_JSON", "-e", script)
    return json.loads(run(ROOT, "ask", *node, given=json.dumps(apps).encode()))


# Each line that an app has after `import streamlit as st`.
CODES = (
    "import pandas as pd, numpy.random",
    "from x import (y, # a comment\n  z as w)",
    "from . import own\nfrom .own import other",
    "import constructor, toString",
    "def later():\n    import subprocess",
    "import os.path\nos.fork()",
    "from google import genai\nimport google.protobuf",
    "'import pandas' # import numpy\n'''\nimport plotly\n'''\nprint('st.table()')",
    "first = second = st.container()\nfirst.table()",
    "left, right = st.columns(2)\nright.table()",
    "left, right = st.columns(2), 3\nleft.table()",
    "with open('a') as file, st.container() as box:\n    box.line_chart()",
    "async def later():\n    async with st.container() as box:\n        box.table()",
    "(st.sidebar).columns(2)[0].container().table()",
    "st.session_state.table()\nst.secrets.map.table()",
    "print(f'{st.table()}', key=[st.map for _ in 'ab'])",
    "input('Name')\nst.text_input('Name')",
    "from streamlit import bar_chart as chart\nchart()",
    "import streamlit.testing.v1",
    "def broken(:\n    import pandas",
)


def test_the_page_finds_what_the_build_finds():
    assemble(ROOT)
    below = ROOT / SNIPPETS
    folders = {path.parent for path in below.rglob(ENTRYPOINT)}
    paths = folders | {path for path in below.rglob("*.py") if not folders & set(path.parents)}
    snippets = [Snippet(ROOT, path.relative_to(below).as_posix()) for path in sorted(paths)]
    apps = [{path.relative_to(it.entrypoint.parent): text for path, text in it.files.items()} for it in snippets]
    apps += [{PurePosixPath("app.py"): f"import streamlit as st\n{code}"} for code in CODES]
    build = [sorted(lacks(app)) for app in apps]
    page = asked("lacks", [[{str(path): text for path, text in app.items()}] for app in apps])

    differ = zip(apps, build, map(sorted, page), strict=True)
    assert [(app, *needs) for app, *needs in differ if needs[0] != needs[1]] == []
    assert len([needs for needs in build if needs]) > 30


# What people's apps use most, of what the page does not have.
REAL = {
    "import pandas as pd\nst.dataframe(pd.DataFrame())": ["pandas"],
    "import matplotlib.pyplot as plt\nst.pyplot(plt.figure())": ["matplotlib"],
    "import requests\nrequests.get('https://example.com')": ["requests"],
    "import plotly.express as px\nst.plotly_chart(px.line())": ["plotly"],
    "from PIL import Image\nst.image(Image.open('a.png'))": ["PIL"],
    "import sqlite3": ["sqlite3"],
    "from dotenv import load_dotenv": ["dotenv"],
    "from openai import OpenAI\nimport pandas": ["openai", "pandas"],
    "import urllib.request\nurllib.request.urlopen('https://example.com')": ["the network"],
    "name = input()": ["a terminal"],
    "import streamlit as s\ns.dataframe([])\nfrom streamlit import dataframe": ["pandas"],
    "st.write([], {}, st.session_state)": [],
    "import helper": ["helper"],
}


def test_what_apps_use():
    apps = [[{"app.py": f"import streamlit as st\n{code}"}] for code in REAL]

    assert asked("lacks", apps) == list(REAL.values())
    assert asked("command", [["app.py", needs] for needs in REAL.values()]) == [
        "pip install streamlit pandas && streamlit run app.py",
        "pip install streamlit matplotlib && streamlit run app.py",
        "pip install streamlit requests && streamlit run app.py",
        "pip install streamlit plotly && streamlit run app.py",
        "pip install streamlit pillow && streamlit run app.py",
        "streamlit run app.py",
        "pip install streamlit python-dotenv && streamlit run app.py",
        "pip install streamlit openai pandas && streamlit run app.py",
        *["streamlit run app.py"] * 2,
        "pip install streamlit pandas && streamlit run app.py",
        *["streamlit run app.py"] * 2,
    ]
    assert "helper" not in INSTALLS
