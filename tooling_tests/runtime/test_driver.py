"""How the driver works in a frame of the page, and what snippets without a proof in the page do there.

`engines/tests/test_same_as_apptest.py` compares the driver with AppTest.
"""

from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest
from streamlit_engines.driver import App, page_name

from livedocs.model.proofs import load
from livedocs.model.snippets import SNIPPETS, Snippet, snippets_of
from livedocs.runtime.abilities import why_not

ROOT = Path(__file__).parents[2]


def open_app(docs, files, name, entrypoint="streamlit_app.py"):
    """Show an app in the page; return the page's app and the driver's app."""
    shown = docs.show(files, name, entrypoint)
    frame = docs.page.locator("body > iframe").last.element_handle().content_frame()
    return shown, App(frame)


def open_snippet(docs, name):
    """Show a snippet in the page; return the same as `open_app`."""
    snippet = Snippet(ROOT, name)
    folder = snippet.entrypoint.parent
    files = {path.relative_to(folder).as_posix(): text for path, text in snippet.files.items()}
    return open_app(docs, files, name, snippet.entrypoint.name)


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


def test_page_of_an_app(docs):
    """An app can start at one of its pages."""
    files = {
        "streamlit_app.py": "import streamlit as st\nst.text('Main')",
        "pages/2_the_other.py": "import streamlit as st\nst.text('Other')",
    }
    shown, _ = open_app(docs, files, "starts at a page")
    frame = docs.page.locator("body > iframe").last.element_handle().content_frame()
    shown.tell("heard.length = 0")
    shown.tell("restart(it)", page_name("pages/2_the_other.py"))
    shown.wait("step", "ready")
    app = App(frame)

    assert app.text.values == ["Other"]
    assert app.switch_page("streamlit_app.py").run().text.values == ["Main"]
    assert app.switch_page("pages/2_the_other.py").run().text.values == ["Other"]
    shown.tell("restart()")
    assert shown.shows("Main")


def test_app_ends_with_its_sessions(docs):
    """An app that is opened immediately after its last session has ended runs in another process."""
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
    and need != "iframes"  # the browser blocks them, and the app waits
}
# `--engine=live` leaves these out, because none of their proofs runs there.
UNPROVED = [
    name
    for name, proofs in PROOFS.items()
    if not why_not(Snippet(ROOT, name), proofs) and not any("live" in proof.engines for proof in proofs)
]


ENDS = {  # the last error of an app, and what it lacks
    "ModuleNotFoundError: No module named 'altair'": ["altair"],
    "ModuleNotFoundError: No module named 'numpy'": ["NumPy", "pandas"],
    "OSError: [Errno 138] emscripten does not support processes.": ["processes"],
    "NotImplementedError: This Python build lacks multiprocessing.synchronize, usually due to named semaphores being "
    "unavailable on this platform.": ["processes"],
    "ModuleNotFoundError: No module named 'pandas'": ["pandas"],
    "ModuleNotFoundError: No module named 'sqlite3'": ["sqlite3"],
}


def sampled(names):
    """Leave all but a few to `make full`."""
    return [pytest.param(name, marks=[pytest.mark.full] * (number % 15 > 0)) for number, name in enumerate(names)]


@pytest.mark.parametrize("name", sampled(LACKING))
def test_snippet_without_a_run_tab(docs, name):
    """It fails in the page for the reason that the block shows."""
    shown, app = open_snippet(docs, name)
    for field in [*app.text_input, *app.chat_input][:1]:
        field.set_value("new").run()
    if not app.exception:
        app.button[0].click().run()
    ends = f"{app.exception[0].proto.type}: {app.exception[0].message}"

    assert any(need in LACKING[name] for need in ENDS.get(ends, [ends]))
    assert shown.heard("error") == []


@pytest.mark.timeout(120)
@pytest.mark.parametrize("name", sampled(UNPROVED))
def test_snippet_that_no_proof_runs_in_the_page(docs, name):
    """It shows the same buttons and kinds of exceptions as with AppTest, where paths differ."""
    shown, app = open_snippet(docs, name)
    there = AppTest.from_file(str(ROOT / SNIPPETS / Snippet(ROOT, name).entrypoint)).run()
    st.cache_data.clear()  # the tests of this process share it
    st.cache_resource.clear()

    assert [error.proto.type for error in app.exception] == [error.proto.type for error in there.exception]
    assert [element.label for element in app.button] == [element.label for element in there.button]
    assert shown.heard("error") == []
