"""Apps in frames: each frame is a session of an app in the site's one Python."""

import pytest

pytestmark = pytest.mark.timeout(240)  # Python in WebAssembly starts slowly

SHARED = """
import streamlit as st
import shared

if st.button("Add"):
    shared.counts["all"] += 1
    st.session_state.mine = st.session_state.get("mine", 0) + 1
st.text(f"mine: {st.session_state.get('mine', 0)}, all: {shared.counts['all']}")
"""
FILES = {"streamlit_app.py": SHARED, "shared.py": "counts = {'all': 0}\n"}
SESSIONS = """
from streamlit.runtime import get_instance

if st.button("Count"):
    st.text(f"sessions: {get_instance()._session_mgr.num_active_sessions()}")
"""


@pytest.mark.parametrize("kind", ["shared", pytest.param("dedicated", marks=pytest.mark.full)])
def test_two_sessions(request, kind):
    """Frames of an app share its modules, with a shared worker even in different pages."""
    if kind == "shared":
        pages = [request.getfixturevalue("open_page")() for _ in range(2)]
    else:
        pages = [request.getfixturevalue("open_context")("delete window.SharedWorker")] * 2
    first, second = (page.show(FILES, "two sessions") for page in pages)
    first.click("Add")
    assert first.shows("mine: 1, all: 1")
    first.click("Add")
    assert first.shows("mine: 2, all: 2")
    second.click("Add")

    assert second.shows("mine: 1, all: 3")


def test_two_apps(docs):
    """Apps have separate modules, folders, caches, and import paths, whatever was imported first or last."""
    main = """
import sys
from pathlib import Path
import streamlit as st

@st.cache_resource
def made():
    return []

made().append(1)
late = st.button("Late") and __import__("late").NAME
import helper
st.text(f"{helper.NAME} {late} {Path('name.txt').read_text()} {len(made())} {sys.path[0] == str(Path.cwd())}")
"""

    modules = dict.fromkeys(["helper.py", "late.py"], "from pathlib import Path\nNAME = Path('name.txt').read_text()")
    files = {"streamlit_app.py": main, **modules}
    one, two = (docs.show(files | {"name.txt": name}, name) for name in ("one", "two"))
    assert one.shows("one False one 1 True")
    assert two.shows("two False two 1 True")
    one.click("Late")
    assert one.shows("one one one 2 True")
    two.click("Late")

    assert two.shows("two two two 2 True")


def test_pages_of_another_app(docs):
    """Streamlit stores once for each process whether an app has a folder of pages; here it is stored for each app."""
    other = "import streamlit as st\nst.text('Other')"
    main = "import streamlit as st\nst.navigation(['other.py']).run()"
    docs.show({"streamlit_app.py": main, "other.py": other}, "navigates")
    app = docs.show({"streamlit_app.py": "import streamlit", "pages/other.py": other}, "has pages")

    app.frame.get_by_test_id("stSidebarNav").wait_for(state="attached")


def test_output(docs):
    """Only the frames of an app get what it prints and logs, even what Streamlit logs once for each process."""
    main = """
import streamlit as st

print("printed")
st.session_state.name = "Ada"
st.text_input("Name", "Bob", key="name")
"""
    one, two = (docs.show(main, name) for name in ("one prints", "two prints"))
    docs.page.wait_for_timeout(500)
    for app in (one, two):
        output = "".join(app.heard("output"))
        assert output.startswith('printed\nThe widget with key "name" was created with a default value')
        assert output.count("printed") == output.count("created with a default value") == 1


def test_runs_that_take_turns(docs):
    """While a script waits, others run, and none of them notices."""
    main = """
import time
import streamlit as st

if st.button("Go"):
    time.sleep(1)
    import helper
    st.text(f"{helper.NAME} {helper.where()}")
"""
    helper = "from pathlib import Path\nNAME = {0!r}\ndef where():\n    return Path.cwd().name\n"
    apps = [
        docs.show({"streamlit_app.py": main, "helper.py": helper.format(name)}, f"turn-{name}") for name in ("a", "b")
    ]
    for app in apps:
        app.click("Go")

    assert apps[0].shows("a turn-a")
    assert apps[1].shows("b turn-b")


def test_pages(docs):
    """A link leads to another page of the app, and neither the docs page nor its history changes."""
    main = "import streamlit as st\nst.text('Main')\nst.page_link('pages/other.py', label='Go')"
    address, history = docs.page.url, docs.page.evaluate("history.length")
    app = docs.show({"streamlit_app.py": main, "pages/other.py": "import streamlit as st\nst.text('Other')"}, "pages")
    app.frame.get_by_test_id("stPageLink-NavLink").click()
    assert app.shows("Other")

    assert docs.page.url == address
    assert docs.page.evaluate("history.length") == history
    app.tell("restart()")
    assert app.shows("Main")
    assert app.frame.locator("body").evaluate("() => location.pathname").endswith("/index.html")


def test_update(docs):
    """A changed file reruns the app in all its sessions, which keep their state, and its modules are imported again."""
    files = FILES | {
        "streamlit_app.py": f"{SHARED}import helper\nst.text(helper.NAME)\n",
        "helper.py": "NAME = 'old'\n",
    }
    first, second = (docs.show(files, "update") for _ in range(2))
    first.click("Add")
    assert first.shows("mine: 1, all: 1")
    first.tell("update(it)", {"helper.py": "NAME = 'new'\n"})

    assert first.shows("new")
    assert first.shows("mine: 1, all: 0")
    assert second.shows("new")
    assert first.heard("step").count("app") == 1


def test_restart(docs):
    """A restart ends the session and starts another: the state is lost, but not the modules."""
    app = docs.show(FILES | {"streamlit_app.py": SHARED + SESSIONS}, "restart")
    app.click("Add")
    assert app.shows("mine: 1, all: 1")
    app.tell("restart()")
    assert app.shows("mine: 0, all: 1")
    app.click("Count")

    assert app.shows("sessions: 1")


@pytest.mark.parametrize("leave", ["close()", "frame.remove()"])
def test_end_of_session(docs, leave):
    """A frame that is closed or removed from the page ends its session, and the last one ends the app."""
    main = """
import streamlit as st
import shared

shared.runs.append(1)
st.text(f"runs: {len(shared.runs)}")
"""
    files = {"streamlit_app.py": main + SESSIONS, "shared.py": "runs = []\n"}
    stays, leaves = (docs.show(files, leave) for _ in range(2))
    stays.click("Count")
    assert stays.shows("sessions: 2")
    leaves.tell(leave)
    docs.page.wait_for_timeout(500)
    stays.click("Count")
    assert stays.shows("sessions: 1")
    stays.tell(leave)
    docs.page.wait_for_timeout(500)
    docs.page.evaluate("apps.length = 0")

    assert docs.show(files, leave).shows("runs: 1")
