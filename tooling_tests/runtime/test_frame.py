"""Apps in frames, driven in Chromium: each is a session of an app in the one Python of the site."""

from contextlib import ExitStack
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.timeout(240)  # Python in WebAssembly takes a while to start

COUNTER = """
import streamlit as st

if st.button("Add"):
    st.session_state.count = st.session_state.get("count", 0) + 1
st.text(f"count: {st.session_state.get('count', 0)}")
"""

SHARED = """
import streamlit as st
import shared

if st.button("Add"):
    shared.counts["all"] += 1
    st.session_state.mine = st.session_state.get("mine", 0) + 1
st.text(f"mine: {st.session_state.get('mine', 0)}, all: {shared.counts['all']}")
"""

SESSIONS = """
from streamlit.runtime import get_instance

if st.button("Count"):
    st.text(f"sessions: {get_instance()._session_mgr.num_active_sessions()}")
"""


@pytest.mark.parametrize("kind", ["shared", pytest.param("dedicated", marks=pytest.mark.full)])
def test_two_sessions(request, kind):
    """Frames of the same app share its modules, and with a shared worker also frames in different pages."""
    if kind == "shared":
        pages = [request.getfixturevalue("open_page")() for _ in range(2)]
    else:
        pages = [request.getfixturevalue("open_context")("delete window.SharedWorker")] * 2
    files = {"streamlit_app.py": SHARED, "shared.py": "counts = {'all': 0}\n"}
    first, second = (page.show(files, "two sessions") for page in pages)
    first.click("Add")
    assert first.shows("mine: 1, all: 1")
    first.click("Add")
    assert first.shows("mine: 2, all: 2")
    second.click("Add")

    assert second.shows("mine: 1, all: 3")


def test_two_apps(docs):
    """Apps do not see each other's modules, folders, caches and import path, whichever was imported first and last."""
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

    def files(name):
        return {
            "streamlit_app.py": main,
            "helper.py": f"NAME = {name!r}",
            "late.py": f"NAME = {name!r}",
            "name.txt": name,
        }

    one, two = (docs.show(files(name), name) for name in ("one", "two"))
    assert one.shows("one False one 1 True")
    assert two.shows("two False two 1 True")
    one.click("Late")
    assert one.shows("one one one 2 True")
    two.click("Late")

    assert two.shows("two two two 2 True")


def test_pages_of_another_app(docs):
    """Streamlit notes once for a process whether an app has a folder of pages: here it is noted for each app."""
    other = "import streamlit as st\nst.text('Other')"
    main = "import streamlit as st\nst.navigation(['other.py']).run()"
    docs.show({"streamlit_app.py": main, "other.py": other}, "navigates")
    app = docs.show({"streamlit_app.py": "import streamlit", "pages/other.py": other}, "has pages")

    app.frame.get_by_test_id("stSidebarNav").wait_for(state="attached")


def test_output(docs):
    """What an app prints and logs is told to its frames alone, also what Streamlit logs once for a process."""
    main = """
import streamlit as st

print("printed")
st.session_state.name = "Ada"
st.text_input("Name", "Bob", key="name")
"""
    one, two = (docs.show(main, name) for name in ("one prints", "two prints"))
    for app in (one, two):
        app.wait("output")
        assert app.heard("output")[0].startswith('printed\nThe widget with key "name" was created with a default value')
        assert len(app.heard("output")) == 1


def test_runs_that_take_turns(docs):
    """A script that waits lets others run in between, and goes on as if it had been alone."""
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
    """A link leads to another page of the app, and nowhere else: neither the docs page nor its history changes."""
    main = "import streamlit as st\nst.text('Main')\nst.page_link('pages/other.py', label='Go')"
    address, history = docs.page.url, docs.page.evaluate("history.length")
    app = docs.show({"streamlit_app.py": main, "pages/other.py": "import streamlit as st\nst.text('Other')"}, "pages")
    app.frame.get_by_test_id("stPageLink-NavLink").click()
    assert app.shows("Other")

    assert docs.page.url == address
    assert docs.page.evaluate("history.length") == history
    app.tell("restart()")
    assert app.shows("Main")
    assert app.frame.locator("body").evaluate("() => location.pathname") == "/assets/run/frame.html"


def test_update(docs):
    """A changed file runs the app again in all its sessions, which keep their state; modules are imported anew."""
    files = {"streamlit_app.py": COUNTER + "import helper\nst.text(helper.NAME)\n", "helper.py": "NAME = 'old'\n"}
    first, second = (docs.show(files, "update") for _ in range(2))
    first.click("Add")
    assert first.shows("count: 1")
    first.tell("update(it)", {"helper.py": "NAME = 'new'\n"})

    assert first.shows("new")
    assert first.shows("count: 1")
    assert second.shows("new")
    assert first.heard("step").count("app") == 1


def test_restart(docs):
    """A restart ends the session and begins another: the state is gone, the modules are not."""
    app = docs.show({"streamlit_app.py": SHARED + SESSIONS, "shared.py": "counts = {'all': 0}\n"}, "restart")
    app.click("Add")
    assert app.shows("mine: 1, all: 1")
    app.tell("restart()")
    assert app.shows("mine: 0, all: 1")
    app.click("Count")

    assert app.shows("sessions: 1")


@pytest.mark.parametrize("leave", ["close()", "frame.remove()"])
def test_end_of_session(docs, leave):
    """A frame that is closed, or just taken out of the page, ends its session; with the last one the app ends."""
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


def test_palette(docs):
    """The palette changes without another run, and an app can begin in the dark; the background is the page's."""
    app = docs.show("import streamlit as st\nst.text('Hello')", "palette")
    dark = docs.show("import streamlit as st\nst.text('Hello')", "dark", palette="dark")
    expect(dark.frame.get_by_test_id("stText")).to_have_css("color", "rgb(250, 250, 250)")
    text = app.frame.get_by_test_id("stText")
    background = app.frame.get_by_test_id("stApp")
    expect(text).to_have_css("color", "rgb(49, 51, 63)")
    app.tell("palette = 'dark'")
    expect(text).to_have_css("color", "rgb(250, 250, 250)")

    assert app.heard("run").count("running") == 1
    expect(background).to_have_css("background-color", "rgba(0, 0, 0, 0)")
    assert background.evaluate("() => document.documentElement.style.colorScheme") == "dark"


def test_height(docs):
    """The height is that of the app: it fits without a scrollbar, grows and shrinks."""
    app = docs.show(
        "import streamlit as st\nif st.checkbox('More'):\n    for i in range(20):\n        st.text(i)", "height"
    )
    docs.page.wait_for_timeout(200)
    small = app.heard("height")[-1]
    app.frame.get_by_text("More").click()
    assert app.shows("19")
    docs.page.wait_for_timeout(200)
    large = app.heard("height")[-1]
    assert small < 100
    assert large > 700
    app.tell("frame.style.height = it", f"{large}px")
    main = app.frame.get_by_test_id("stMain")
    assert main.evaluate("it => it.scrollHeight - it.clientHeight") <= 0
    app.tell("frame.style.height = it", f"{large - 2}px")
    assert main.evaluate("it => it.scrollHeight - it.clientHeight") > 0
    app.frame.get_by_text("More").click()
    app.frame.get_by_text("19", exact=True).wait_for(state="detached")
    docs.page.wait_for_timeout(200)

    assert app.heard("height")[-1] == small


def test_a_dialog(docs):
    """A dialog gets room to open in a frame that is as high as its app, grows, and gives the room back."""
    app = docs.show(
        """
import streamlit as st

@st.dialog("Dialog")
def dialog():
    if st.button("Done"):
        st.rerun()
    if st.checkbox("More"):
        for number in range(10):
            st.text_input(f"Field {number}")

if st.button("Open"):
    dialog()
""",
        "dialog",
    )
    app.click("Open")
    app.wait("height", 360)
    app.frame.get_by_text("More").click()
    app.frame.get_by_text("Field 9").wait_for()
    docs.page.wait_for_timeout(200)
    assert app.heard("height")[-1] > 1000
    app.tell("heard.length = 0")
    app.click("Done")

    app.wait("height", 72)


# All that the server says of a run arrives at once, as on a busy machine: Streamlit's page draws nothing in between.
AT_ONCE = """
const { set, ...rest } = Object.getOwnPropertyDescriptor(MessagePort.prototype, "onmessage")
Object.defineProperty(MessagePort.prototype, "onmessage", { ...rest, set(listener) {
  const held = []
  const release = () => { for (const event of held.splice(0)) listener.call(this, event) }
  set.call(this, (event) => {
    if (event.data?.type !== "websocket:message") listener.call(this, event)
    else if (held.push(event) === 1) setTimeout(release, 2000)
  })
} })
"""


@pytest.mark.full
def test_a_run_that_is_drawn_when_it_is_over(open_context):
    docs = open_context(AT_ONCE)
    app = docs.show("import streamlit as st\nst.text('short')", "short")

    assert app.heard("step")[-1] == "ready"
    assert app.heard("run") == ["initial", "notRunning"]
    assert app.shows("short")


# Python is hardly ever at rest: what the page asks for arrives while something runs.
CLOCK = """
from time import monotonic
import streamlit as st

def work():
    start = monotonic()
    while monotonic() < start + 0.2:
        pass

@st.fragment(run_every=0.3)
def clock():
    st.text("tick")
    work()

st.checkbox("above")
work()
clock()
st.checkbox("below")
"""


@pytest.mark.full
def test_a_fragment_that_reruns_right_after_the_script(docs):
    """The page hears of both runs: what is below the fragment stays there."""
    app = docs.show(CLOCK, "clock")
    for _ in range(10):
        app.frame.get_by_text("above").click()
        docs.page.wait_for_timeout(1200)

        assert app.frame.get_by_test_id("stCheckbox").count() == 2


@pytest.mark.full
def test_endless_loop(docs):
    """A loop that does not end fails after a while, and the other apps go on."""
    main = """
import streamlit as st

if st.button("Loop"):
    while True:
        pass
"""
    loops, other = docs.show(main, "loops"), docs.show(COUNTER, "other")
    loops.click("Loop")
    exception = loops.frame.get_by_test_id("stException")
    exception.wait_for()
    assert "TimeoutError: The script ran for 10 seconds without a pause" in exception.inner_text()
    other.click("Add")

    assert other.shows("count: 1")


@pytest.mark.full
@pytest.mark.parametrize("script", ["", "delete window.SharedWorker"], ids=["shared", "dedicated"])
def test_silence(open_context, script):
    """What does not end and is no loop silences Python: the page hears of it, and starts its apps in another Python."""
    docs = open_context(script)
    main = "import streamlit as st\nif st.button('Sum'):\n    sum(iter(int, 1))\nst.text('Hi')"
    hangs, other = docs.show(main, "hangs"), docs.show(COUNTER, "other")
    hangs.click("Sum")
    other.wait("silent")
    docs.page.evaluate("for (const app of apps) app.heard = []")
    with ExitStack() as ended:
        for worker in docs.page.workers:  # Playwright hears of dedicated ones alone
            ended.enter_context(worker.expect_event("close"))
        docs.page.evaluate("restartPython()")
    for app in (hangs, other):
        app.wait("step", "ready")
    other.click("Add")

    assert hangs.shows("Hi")
    assert other.shows("count: 1")
    # What hung has ended: a dedicated worker is terminated, a shared one lives as long as the document that owns it.
    assert len(docs.page.workers) + docs.page.locator("html > iframe").count() == 1


def test_requests(open_context, site):
    """Everything comes from the site, and all of it is there."""
    docs = open_context("delete window.SharedWorker")  # whose requests Playwright does not see
    asked, said = [], []
    missed = []
    docs.page.context.on("request", lambda request: asked.append(request.url))
    docs.page.context.on("response", lambda response: response.ok or missed.append(response.url))
    docs.page.context.on("console", lambda message: said.append(message.text))
    docs.show(COUNTER, "requests")
    assert not [url for url in asked if ".zip" in url]
    importing = docs.show("import wave\nimport streamlit as st\nst.text(wave.__name__)", "imports")

    assert importing.shows("wave")
    assert [url for url in asked if ".zip" in url]
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(site).netloc}
    assert missed == []
    assert not [text for text in said if "Content Security Policy" in text]


def test_policy(docs):
    """A frame's policy lets it run no code but the site's and fetch nothing: it talks to Python alone."""
    body = docs.show(COUNTER, "policy").frame.locator("body")

    def refused(code):
        later = f"done => setTimeout(() => {{ try {{ {code}.then(done, done) }} catch (error) {{ done(error) }} }})"
        return body.evaluate(f"() => new Promise({later}).then(String)")

    assert "Content Security Policy" in refused("eval('1')")
    assert refused("fetch('/')") == "TypeError: Failed to fetch"
