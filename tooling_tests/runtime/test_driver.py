"""The driver reads and does in the page, with its older Streamlit, what AppTest does.

The rest of the driver's tests run under `streamlit run`: see engines/tests.
"""

import datetime as dt
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest
from streamlit_engines.driver import App, page_name

from livedocs.model.proofs import load
from livedocs.model.snippets import SNIPPETS, Snippet, snippets_of
from livedocs.runtime.abilities import why_not

ROOT = Path(__file__).parents[2]
MAIN = """
import datetime as dt
import streamlit as st

st.title("A `title`")
st.header("A header")
st.subheader("A subheader")
st.text("A text,\\nof *two* lines")
st.caption("A caption")
st.markdown("**Bold** and `code`\\n\\nA paragraph")
st.code("a = 1\\nb = 2")
st.error("An `error`")
st.warning("A warning")
st.info("An info")
st.success("A success")
st.metric("Metric", 5)
st.progress(25, "Progress")
with st.expander("More"):
    st.text("behind")
for tab in st.tabs(["Map", "List"]):
    tab.text("in a tab")
values = {
    "button": st.button("Button", key="a button"),
    "off": st.button("Off", disabled=True),
    "text_input": st.text_input("Text `input`", "text", key="text_input"),
    "disabled": st.text_input("Disabled", disabled=True),
    "text_area": st.text_area("Text area", "two\\nlines"),
    "number_input": st.number_input("Number", 0, 10, 3, step=2),
    "float": st.number_input("Float", -1.0, 1.0, 0.5),
    "checkbox": st.checkbox("Checkbox", value=True),
    "toggle": st.toggle("Toggle"),
    "radio": st.radio("Radio", ["one", "`two`", "three"]),
    "none": st.radio("None", ["one", "two"], index=None),
    "selectbox": st.selectbox("Selectbox", ["one", "two", "twofold"]),
    "multiselect": st.multiselect("Multiselect", ["one", "two", "three"], ["one"]),
    "slider": st.slider("Slider", 0, 10, 5),
    "range": st.slider("Range", 0.0, 1.0, (0.2, 0.4), step=0.1),
    "date": st.date_input("Date", dt.date(2026, 5, 1)),
    "dates": st.date_input("Dates", (dt.date(2026, 5, 1), dt.date(2026, 5, 8))),
    "open": st.date_input("Open", (dt.date(2026, 5, 1),)),
    "time": st.time_input("Time", dt.time(8, 45)),
}
with st.form("form"):
    values["first"], values["second"] = st.text_input("First"), st.checkbox("Second")
    values["sent"] = st.form_submit_button("Send")
values["side"] = st.sidebar.text_input("Side")
st.sidebar.text("at the side")
st.session_state.runs = st.session_state.get("runs", 0) + 1
for name, value in values.items():
    st.text(f"{name}: {value!r}")
st.exception(ValueError("a *plain* message"))
st.exception(st.errors.StreamlitAPIException("a `marked` message\\n\\nof two paragraphs"))
"""
WIDGET = ("label", "disabled", "value")
KINDS = {
    **dict.fromkeys(("text", "caption", "markdown", "title", "header", "subheader", "code"), ("value",)),
    **dict.fromkeys(("error", "warning", "info", "success"), ("value",)),
    **dict.fromkeys(("expander", "tabs"), ("label",)),
    **dict.fromkeys(("button", "text_input", "text_area", "checkbox", "toggle", "selectbox", "multiselect"), WIDGET),
    **dict.fromkeys(("date_input", "time_input"), WIDGET),
    **dict.fromkeys(("number_input", "slider"), (*WIDGET, "min", "max", "step")),
    "metric": ("label", "value"),
    "progress": ("value", "text"),
    "radio": (*WIDGET, "options"),
    "exception": ("value", "message"),
}
ACTIONS = {
    "click": lambda app: app.button("a button").click(),
    "type": lambda app: app.text_input("text_input").set_value("other"),
    "type lines": lambda app: app.text_area[0].input("other\nlines"),
    "number": lambda app: app.number_input[0].set_value(6),
    "uncheck": lambda app: app.checkbox[0].uncheck(),
    "radio": lambda app: app.radio[0].set_value("three"),
    "selectbox": lambda app: app.selectbox[0].select("two"),
    "select": lambda app: app.multiselect[0].select("three"),
    "several": lambda app: app.multiselect[0].set_value(["three", "two"]),
    "slide up": lambda app: app.slider[0].set_value(9),
    "slide a range": lambda app: app.slider[1].set_value((0.1, 0.4)),
    "start of a range": lambda app: app.date_input[1].set_value((dt.date(2026, 5, 8),)),
    "end of a range": lambda app: app.date_input[2].set_value((dt.date(2026, 5, 1), dt.date(2026, 5, 8))),
    "time": lambda app: app.time_input[0].set_value(dt.time(17, 5)),
    "form": lambda app: [app.text_input[2].set_value("a"), app.checkbox[1].check(), app.button[2].click()][-1],
    "rerun": lambda app: app,
}


def open_app(docs, files, name, entrypoint="streamlit_app.py"):
    """Show an app in the page; return it as the page has it, and as the driver has it."""
    shown = docs.show(files, name, entrypoint)
    frame = docs.page.locator("body > iframe").last.element_handle().content_frame()
    return shown, App(frame)


def open_snippet(docs, name):
    """Show a snippet in the page; return the same two."""
    snippet = Snippet(ROOT, name)
    folder = snippet.entrypoint.parent
    files = {path.relative_to(folder).as_posix(): text for path, text in snippet.files.items()}
    return open_app(docs, files, name, snippet.entrypoint.name)


def seen(app):
    """Return all that can be read."""
    parts = {"app": app, "main": app.main, "sidebar": app.sidebar}
    return {
        (name, kind): [{prop: getattr(element, prop) for prop in props} for element in getattr(part, kind)]
        for name, part in parts.items()
        for kind, props in KINDS.items()
    }


def test_what_is_shown(docs):
    _, app = open_app(docs, MAIN, "shown")
    headless = AppTest.from_string(MAIN).run()
    here, there = seen(app), seen(headless)

    assert {key: there[key] for key in there if there[key] != here[key]} == {
        key: here[key] for key in here if there[key] != here[key]
    }
    assert all(here["app", kind] for kind in KINDS)
    assert [exception.proto.type for exception in app.exception] == [
        exception.proto.type for exception in headless.exception
    ]


@pytest.fixture(scope="module")
def headless():
    """Return what AppTest shows after each action."""
    shown = {}
    for name, act in ACTIONS.items():
        app = AppTest.from_string(MAIN).run()
        act(app).run()
        shown[name] = app.text.values
    return shown


@pytest.mark.timeout(120)
def test_what_is_done(docs, headless):
    shown, app = open_app(docs, MAIN, "done")
    first = app.text.values
    ended = {}
    for name, act in ACTIONS.items():
        act(app).run()
        ended[name] = app.text.values
        app = restarted(docs, shown)

    assert {name: texts for name, texts in ended.items() if texts != headless[name]} == {
        name: texts for name, texts in headless.items() if texts != ended[name]
    }
    assert [name for name, texts in ended.items() if texts == first] == ["rerun"]


def restarted(docs, shown):
    """Begin a new session in the frame."""
    frame = docs.page.locator("body > iframe").last.element_handle().content_frame()
    root = frame.query_selector("[data-testid=stApp]")
    shown.tell("restart()")
    frame.wait_for_function("root => !root.isConnected", arg=root)
    frame.wait_for_selector("[data-testid=stApp]", state="attached")
    return App(frame)


def test_feedback(docs):
    main = """
import streamlit as st

st.text([st.feedback("thumbs", key="thumbs"), st.feedback("stars", key="stars")])
clicked = st.download_button("Download", "green", "tea.txt")
st.text(clicked)
"""
    _, app = open_app(docs, main, "feedback")
    headless = AppTest.from_string(main).run()
    for each in (app, headless):
        each.feedback("thumbs").set_value(0).run()
        each.feedback("stars").set_value(3).run()
        assert [feedback.value for feedback in each.feedback] == [0, 3]
        assert each.text.values == ["[0, 3]", "False"]

        each.feedback("thumbs").set_value(1).run()
        each.download_button[0].click().run()
        assert each.text.values == ["[1, 3]", "True"]


def test_list_that_opens_below_the_edge_of_the_window(docs):
    _, app = open_app(docs, 'import streamlit as st\nst.text(st.selectbox("Size", ["small", "large"]))', "edge")
    field = app.selectbox[0].locator.bounding_box()
    docs.page.evaluate(
        """bottom => {
            const { frame } = apps.at(-1);
            frame.style.marginBlock = "2000px";
            scrollTo(0, frame.getBoundingClientRect().top + scrollY - innerHeight + bottom);
        }""",
        field["y"] - app._document.frame_element().bounding_box()["y"] + field["height"],  # noqa: SLF001 (its iframe)
    )
    app.selectbox[0].select("large").run()

    assert app.text[0].value == "large"


def test_dialog(docs):
    """A dialog can be dismissed; a rerun follows if it asks for one."""
    main = """
import streamlit as st

@st.dialog("Dialog", on_dismiss="rerun")
def ask():
    st.text("inside")
    st.button("Stay")

if st.button("Open"):
    ask()
"""
    _, app = open_app(docs, main, "dialog")
    app.button[0].click().run()
    assert app.text.values == ["inside"]
    headless = AppTest.from_string(main).run().button[0].click().run()
    assert [dialog.proto.dialog.title for dialog in app.get("dialog")] == ["Dialog"]
    assert [dialog.proto.dialog.title for dialog in headless.get("dialog")] == ["Dialog"]

    docs.page.evaluate("apps.at(-1).frame.style.marginBottom = '2000px', scrollTo(0, 1900)")
    app.button[1].click().run()
    assert app.text.values == ["inside"]

    app.dismiss().run()
    assert not app.text
    assert not app.get("dialog")


def test_page_of_an_app(docs):
    """An app can begin at one of its pages."""
    files = {
        "streamlit_app.py": "import streamlit as st\nst.text('Main')",
        "pages/2_the_other.py": "import streamlit as st\nst.text('Other')",
    }
    shown, _ = open_app(docs, files, "begins at a page")
    frame = docs.page.locator("body > iframe").last.element_handle().content_frame()
    root = frame.query_selector("[data-testid=stApp]")
    shown.tell("restart(it)", page_name("pages/2_the_other.py"))
    frame.wait_for_function("root => !root.isConnected", arg=root)
    app = App(frame)

    assert app.text.values == ["Other"]
    assert app.switch_page("streamlit_app.py").run().text.values == ["Main"]
    assert app.switch_page("pages/2_the_other.py").run().text.values == ["Other"]
    shown.tell("restart()")
    assert shown.shows("Main")


def test_app_ends_with_its_sessions(docs):
    """What is opened right after the end of an app's last session is another process."""
    files = {
        "streamlit_app.py": "import streamlit as st\nimport noted\nnoted.runs.append(1)\nst.text(len(noted.runs))",
        "noted.py": "runs = []",
    }
    for _ in range(5):
        shown, app = open_app(docs, files, "ends")
        assert app.text.values == ["1"]
        shown.tell("close()")
        docs.page.evaluate("apps.length = 0")


PROOFS = {
    name: [proof for proof in load(ROOT, topic).proofs if proof.snippet == name]
    for topic in snippets_of(ROOT)
    for name in snippets_of(ROOT, topic)
}
LACKING = {
    name: need
    for name, proofs in PROOFS.items()
    if (need := why_not(Snippet(ROOT, name), proofs))
    and "coroutines" not in need  # there `asyncio.run` ends as it should, but what it runs has no session state
}
# Those that `--engine=live` leaves out, as no proof of theirs can be had there.
UNPROVED = [
    name
    for name, proofs in PROOFS.items()
    if not why_not(Snippet(ROOT, name), proofs) and not any("live" in proof.engines for proof in proofs)
]


ENDS = {  # with what an app ends, by what it lacks
    "RuntimeError: can't start new thread": ["threads"],
    "ModuleNotFoundError: No module named 'altair'": ["altair"],
    "ModuleNotFoundError: No module named 'numpy'": ["NumPy", "pandas"],
    "OSError: [Errno 138] emscripten does not support processes.": ["processes"],
    "NotImplementedError: This Python build lacks multiprocessing.synchronize, usually due to named semaphores being "
    "unavailable on this platform.": ["processes"],
    "ModuleNotFoundError: No module named 'pandas'": ["pandas"],
    "ModuleNotFoundError: No module named 'sqlite3'": ["sqlite3"],
    "TypeError: 'str' object is not callable": ["Streamlit 1.63 or newer", "Streamlit 1.64 or newer"],
    "TypeError: TextWidgetsMixin.text_input() got an unexpected keyword argument 'required'": [
        "Streamlit 1.65 or newer"
    ],
    "TypeError: fragment() got an unexpected keyword argument 'key'": ["Streamlit 1.63 or newer"],
    "streamlit.errors.StreamlitValueError: Invalid `scope` value. Supported values: 'app', 'fragment'.": [
        "Streamlit 1.63 or newer"
    ],
}


@pytest.mark.parametrize("name", LACKING)
def test_snippet_without_a_run_tab(docs, name):
    """It fails in the page, for the reason that is given."""
    shown, app = open_snippet(docs, name)
    for field in [*app.text_input, *app.chat_input][:1]:
        field.set_value("new").run()
    if not app.exception:
        app.button[0].click().run()
    ends = f"{app.exception[0].proto.type}: {app.exception[0].message}"

    assert LACKING[name].split(",")[0] in ENDS.get(ends, [ends])
    assert shown.heard("error") == []


@pytest.mark.timeout(120)
@pytest.mark.parametrize("name", UNPROVED)
def test_snippet_that_no_proof_runs_in_the_page(docs, name):
    """It shows the same buttons and kinds of exceptions there as with AppTest, whose paths are others."""
    shown, app = open_snippet(docs, name)
    there = AppTest.from_file(str(ROOT / SNIPPETS / Snippet(ROOT, name).entrypoint)).run()
    st.cache_data.clear()  # which the tests of this process share
    st.cache_resource.clear()

    assert [error.proto.type for error in app.exception] == [error.proto.type for error in there.exception]
    assert [element.label for element in app.button] == [element.label for element in there.button]
    assert shown.heard("error") == []
