"""The frame of an app: its palette, its height, what it hears of runs, its requests, and its policy."""

from contextlib import ExitStack
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.timeout(240)  # Python in WebAssembly starts slowly

COUNTER = """
import streamlit as st

if st.button("Add"):
    st.session_state.count = st.session_state.get("count", 0) + 1
st.text(f"count: {st.session_state.get('count', 0)}")
"""


def test_palette(docs):
    """The palette changes without a rerun, and an app can start with the dark one; the page's background shows."""
    app = docs.show("import streamlit as st\nst.text('Hello')", "palette")
    dark = docs.show("import streamlit as st\nst.text('Hello')", "dark", palette="dark")
    expect(dark.frame.get_by_test_id("stText")).to_have_css("color", "rgb(237, 235, 232)")
    text = app.frame.get_by_test_id("stText")
    background = app.frame.get_by_test_id("stApp")
    expect(text).to_have_css("color", "rgb(47, 45, 43)")
    app.tell("palette = 'dark'")
    expect(text).to_have_css("color", "rgb(237, 235, 232)")

    assert app.heard("run").count("running") == 1
    expect(background).to_have_css("background-color", "rgba(0, 0, 0, 0)")
    assert background.evaluate("() => document.documentElement.style.colorScheme") == "dark"


def test_height(docs):
    """The frame is as high as the app: it needs no scrollbar, grows, and shrinks."""
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
    """The frame grows for a dialog, and shrinks again."""
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


# All messages of a run arrive at the same time, as on a busy machine, and Streamlit's page renders once.
AT_ONCE = """
const { set, ...rest } = Object.getOwnPropertyDescriptor(MessagePort.prototype, "onmessage")
Object.defineProperty(MessagePort.prototype, "onmessage", { ...rest, set(listener) {
  const held = []
  const release = () => { for (const event of held.splice(0)) listener.call(this, event) }
  set.call(this, (event) => {
    if (!(event.data instanceof ArrayBuffer)) listener.call(this, event)
    else if (held.push(event) === 1) setTimeout(release, 2000)
  })
} })
"""


@pytest.mark.full
def test_a_run_that_is_rendered_when_it_has_ended(open_context):
    docs = open_context(AT_ONCE)
    app = docs.show("import streamlit as st\nst.text('short')", "short")

    assert app.heard("step")[-1] == "ready"
    assert app.heard("run") == ["initial", "notRunning"]
    assert app.shows("short")


# Python is almost always busy: requests of the page arrive while something runs.
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
    """The page hears of both runs, and elements below the fragment stay."""
    app = docs.show(CLOCK, "clock")
    for _ in range(10):
        app.frame.get_by_text("above").click()
        docs.page.wait_for_timeout(1200)

        assert app.frame.get_by_test_id("stCheckbox").count() == 2


@pytest.mark.full
def test_endless_loop(docs):
    """While a loop never ends, other apps go on; it ends with its app."""
    main = """
import streamlit as st
import counter

if st.button("Loop"):
    while True:
        counter.rounds += 1
"""
    files = {"streamlit_app.py": main, "counter.py": "rounds = 0"}
    other, loops = docs.show(COUNTER, "other"), docs.show(files, "loops")
    loops.click("Loop")
    other.click("Add")
    assert other.shows("count: 1")
    loops.tell("close()")
    for count in range(2, 12):
        other.click("Add")
        assert other.shows(f"count: {count}")


@pytest.mark.full
@pytest.mark.parametrize("script", ["", "delete window.SharedWorker"], ids=["shared", "dedicated"])
def test_silence(open_context, script):
    """An endless call that is no loop blocks Python: the page hears of it, and starts its apps in another Python."""
    docs = open_context(script)
    main = "import streamlit as st\nif st.button('Sum'):\n    sum(iter(int, 1))\nst.text('Hi')"
    hangs, other = docs.show(main, "hangs"), docs.show(COUNTER, "other")
    hangs.click("Sum")
    other.wait("silent")
    docs.page.evaluate("for (const app of apps) app.heard = []")
    with ExitStack() as ended:
        for worker in docs.page.workers:  # Playwright knows only dedicated workers
            ended.enter_context(worker.expect_event("close"))
        docs.page.evaluate("restartPython()")
    for app in (hangs, other):
        app.wait("step", "ready")
    other.click("Add")

    assert hangs.shows("Hi")
    assert other.shows("count: 1")
    # The blocked Python has ended: a dedicated worker is terminated, a shared worker ends with its document.
    assert len(docs.page.workers) + docs.page.locator("html > iframe").count() == 1


@pytest.mark.full
def test_requests(open_context, site):
    """Everything comes from the site, and nothing is missing."""
    docs = open_context("delete window.SharedWorker")  # Playwright doesn't see its requests
    asked, said, missed = [], [], []
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
    """A frame's policy allows only the site's code and no requests: a frame talks only to Python."""
    body = docs.show(COUNTER, "policy").frame.locator("body")

    def refused(code):
        later = f"done => setTimeout(() => {{ try {{ {code}.then(done, done) }} catch (error) {{ done(error) }} }})"
        return body.evaluate(f"() => new Promise({later}).then(String)")

    assert "Content Security Policy" in refused("eval('1')")
    assert refused("fetch('/')") == "TypeError: Failed to fetch"
