"""Each app runs under its own `streamlit run`, and nothing of it stays."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from streamlit_engines.server import Server, Users

ROOT = Path(__file__).parents[2]
APP = """
import streamlit as st

st.session_state.setdefault("runs", 0)
st.session_state.runs += 1
st.text(f"runs: {st.session_state.runs}")
st.button("Again")
st.text(st.context.cookies.get("seen"))
"""
CLOCK = """
import streamlit as st


@st.fragment(run_every=2)
def clock():
    st.caption("tick")


if st.button("Click"):
    st.text("clicked")
clock()
"""
LATE = """livedocsSockets.forEach((socket) => {
  const send = socket.send.bind(socket);
  socket.send = (message) => setTimeout(send, 500, message);
})"""
# A proof that runs until it is stopped.
ENDLESS = '''
def test_endless(run):
    """An endless proof."""
    app = run("app.py")
    print("RUNNING", app.server.port, flush=True)
    while True:
        app.run()
'''


@pytest.fixture
def app(tmp_path):
    """Write an app and return its path."""
    path = tmp_path / "app.py"
    path.write_text(APP)
    return path


@pytest.fixture
def users(streamlit_browser):
    """Return users, whose tabs and server are closed after the test."""
    users = Users(streamlit_browser)
    yield users
    users.close()


def servers_on(port):
    """Return the processes that listen on a port, as Linux lists them."""
    lines = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    listening = {line[9] for line in lines if line[3] == "0A" and int(line[1].split(":")[1], 16) == port}
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            sockets = {str(file.readlink()) for file in (process / "fd").iterdir()}
        except OSError:
            continue
        if sockets & {f"socket:[{inode}]" for inode in listening}:
            found.append(int(process.name))
    return found


@pytest.mark.skipif(not Path("/proc/net/tcp").exists(), reason="sees processes as Linux shows them")
@pytest.mark.parametrize(
    "end", [signal.SIGINT, *(pytest.param(end, marks=pytest.mark.full) for end in (signal.SIGTERM, signal.SIGKILL))]
)
def test_no_server_is_left_behind(app, end):
    (app.parent / "test_app.py").write_text(ENDLESS)
    words = [sys.executable, "-m", "pytest", "-s", "-p", "streamlit_engines.plugin", "-p", "no:cacheprovider"]
    running = subprocess.Popen(
        [*words, "--engine=server", "test_app.py"],
        cwd=app.parent,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    with running:
        said = next((line for line in running.stdout if "RUNNING" in line), "RUNNING 0")
        port = int(said.split("RUNNING")[1])
        assert len(servers_on(port)) == 1

        if end == signal.SIGINT:
            os.killpg(running.pid, end)  # as Ctrl-C does
        else:
            running.send_signal(end)
        running.stdout.read()

    deadline = time.monotonic() + 10
    while servers_on(port) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert servers_on(port) == []


def test_users_have_separate_sessions_and_cookies(app, users):
    ada = users.open(app)
    ada.button[0].click().run()
    ada.page.context.add_cookies([{"name": "seen", "value": "yes", "url": ada.server.address}])
    bob = users.open(app)

    assert [text.value for text in ada.reload().text] == ["runs: 1", "yes"]
    assert [text.value for text in bob.reload().text] == ["runs: 1", "None"]


def test_the_next_app_finds_nothing_of_the_previous_app(app, users):
    ada = users.open(app)
    port = ada.server.port
    ada.page.context.add_cookies([{"name": "seen", "value": "yes", "url": ada.server.address}])
    ada.new_tab()
    ada.page.goto("about:blank")
    users.close()
    app.write_text(APP + 'st.text("next")')
    ada = users.open(app)

    assert [text.value for text in ada.text] == ["runs: 1", "None", "next"]
    assert len(ada.page.context.pages) == 1
    assert ada.server.port == port


def test_a_server_that_does_not_start_says_why(app):
    with pytest.raises(RuntimeError, match=r"(?s)`streamlit run gone.py` didn't start:.*File does not exist: gone.py"):
        Server(app.with_name("gone.py"), app.with_name("log"))


def test_a_port_that_is_taken(app):
    server = Server(app, app.with_name("log"))
    with pytest.raises(RuntimeError, match=f"port {server.port} is in use"):
        Server(app, app.with_name("log"), server.port)
    server.kill()


def test_an_edit_that_changes_nothing(app):
    server = Server(app, app.with_name("log"))
    with pytest.raises(ValueError, match=r"app.py has no 'nothing' to replace"):
        server.edit("nothing", "something")
    server.kill()


def test_a_fragment_that_reruns_before_a_click(app, users):
    """The driver doesn't take its rerun for the rerun of the click, however late that is."""
    app.write_text(CLOCK)
    tab = users.open(app)
    tab.wait_for_rerun()
    tab.page.wait_for_timeout(2500)
    tab.page.evaluate(LATE)
    tab.button[0].click().run()

    assert tab.text[0].value == "clicked"


def test_the_log_has_what_the_server_prints(app, users):
    app.write_text('import logging\nimport streamlit\nprint("printed")\nlogging.warning("warned")\n')
    users.open(app)

    assert users.log()[-2:] == ["printed", "WARNING:root:warned"]


def test_dialog_tabs_and_expander(app, users):
    """Elements in them are read and clicked."""
    app.write_text("""
import streamlit as st

@st.dialog("Ask")
def ask():
    st.text_input("Name", key="name")
    st.text(f"in the dialog: {st.session_state.name}")

if st.button("Ask"):
    ask()
for tab in st.tabs(["Map", "List"], key="tabs", on_change="rerun"):
    tab.text("in a tab")
st.expander("More", key="more", on_change="rerun").text("behind")
st.text(f"{st.session_state.tabs}, {st.session_state.more}")
""")
    ada = users.open(app)
    assert [text.value for text in ada.text] == ["in a tab", "in a tab", "behind", "Map, False"]

    ada.tabs[1].click().run()
    ada.expander[0].click().run()
    assert ada.text[-1].value == "List, True"

    ada.button[0].click().run()
    ada.text_input("name").set_value("Ada").run()
    assert ada.text[-1].value == "in the dialog: Ada"
    assert "in the dialog: Ada" not in [text.value for text in ada.main.text]


def test_tables(app, users):
    """Streamlit in the page can't render tables."""
    app.write_text("""
import streamlit as st

teas = {"tea": ["green", "black", "white"], "price": [8, 6, 9]}
edited = st.data_editor(teas, num_rows="dynamic")
rows = st.dataframe(teas, on_select="rerun").selection.rows
st.text(edited["tea"])
st.text(edited["price"])
st.text(rows)
""")
    ada = users.open(app)
    editor, table = ada.data_editor[0], ada.dataframe[1]
    assert editor.columns == table.columns == ["tea", "price"]

    editor.edit(2, "price", "7").run()
    editor.delete_row(0).run()
    editor.add_row().run()
    editor.edit(2, "tea", "mint").run()
    table.select_row(2).run()
    table.select_row(0).run()
    assert [text.value for text in ada.text] == ["['black', 'white', 'mint']", "[6.0, 7.0, None]", "[0, 2]"]
