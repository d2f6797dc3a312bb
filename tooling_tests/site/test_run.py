"""The Run tab: apps run in the page, are edited, restarted, and shown beside each other."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from livedocs.runtime import abilities

pytestmark = pytest.mark.timeout(240)  # Python in WebAssembly takes a while to start

full = pytest.mark.full
ROOT = Path(__file__).parents[2]
COUNT = "basic_usage/count.py"
OTHER = "basic_usage/update.py"
SHARED = "common_mistakes/shared_list"
PAGES = "multipage/pages_folder"


@pytest.fixture(scope="module", autouse=True)
def python(served, context_of):
    """Keep Python running: it is shared by all pages of the context that the tests use."""
    page = context_of().new_page()
    page.goto(served.url)
    page.locator("label[for$='-run']").first.click()
    page.locator(".live[data-live=ready]").first.wait_for(timeout=60_000)
    yield page
    page.close()


@pytest.fixture(autouse=True)
def forget(python):
    """Let no test find what another has typed."""
    yield
    python.evaluate("localStorage.clear()")


@pytest.fixture
def block(served, open_block):
    """Return the block of a counter, which runs."""
    block = open_block(served, COUNT)
    block.click("Run")
    return block.wait()


READ_BLOCKS = """html => {
  const page = new DOMParser().parseFromString(html, "text/html")
  const blocks = Array.from(page.querySelectorAll(".live"))
  const one = (block) => !block.querySelector(".live-run") !== !block.querySelector(".live-lacks")
  const claims = Array.from(page.querySelectorAll(".live-truth li a"), (link) => link.hash)
  const unknown = claims.filter((hash) => !page.querySelector(`.claim${hash}`))
  return [blocks.filter((block) => !one(block)).length, claims, unknown]
}"""


def test_every_snippet_runs_or_says_why_not_and_names_the_claims_that_do_not_hold(site, open_page):
    page = open_page()
    pages = [page.evaluate(READ_BLOCKS, file.read_text("utf-8")) for file in site.rglob("index.html")]

    assert {wrong for wrong, _, _ in pages} == {0}
    assert any(claims for _, claims, _ in pages)
    assert not any(unknown for _, _, unknown in pages)


def test_the_block_says_which_streamlit_runs_or_what_is_missing(served, open_block):
    runs, lacks = open_block(served, COUNT), open_block(served, "threads/alone.py")

    version = f"Runs here with Streamlit {abilities.STREAMLIT} (stlite {abilities.STLITE})."
    assert version in runs.element.locator(".live-run").text_content()
    expect(lacks.element.locator(".live-lacks")).to_have_text(
        re.compile(r"^Doesn't run in the page because it needs threads\. Run it on your machine:$")
    )
    assert lacks.element.get_by_text("streamlit run alone.py").is_visible()


def test_nothing_is_loaded_before_a_click_whatever_the_address(served, open_page):
    page = open_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    for address in ("", "#count-run", "?run=count", "#count-run?code=1"):
        page.goto(f"{served.url}basic_usage/{address}")
        page.reload()
        page.wait_for_timeout(500)
        assert page.locator("iframe").count() == 0

    assert not [url for url in asked if "/run/" in url and "/run/block." not in url]


@pytest.fixture
def visitor(served, streamlit_browser, block_of):
    """Return a function that gives a block to someone who has run no app yet, and a list of what is asked for."""
    contexts = []

    def visit(script=""):
        context = streamlit_browser.new_context()
        contexts.append(context)
        context.add_init_script(f"delete window.SharedWorker; {script}")  # what that asks for Playwright does not see
        asked = []
        context.on("request", lambda request: asked.append(request.url))
        page = context.new_page()
        page.goto(f"{served.url}basic_usage/")
        return block_of(page, COUNT), asked

    yield visit
    for context in contexts:
        context.close()


@pytest.mark.parametrize("sign", ["pointer", *(pytest.param(sign, marks=full) for sign in ("finger", "keyboard"))])
def test_a_sign_of_interest_loads_what_an_app_needs(visitor, sign):
    block, asked = visitor()
    tab, button = block.element.locator("label[for$='-run']"), block.element.locator(".live-primary")
    if sign == "pointer":
        tab.hover()
    elif sign == "finger":
        tab.dispatch_event("touchstart")
    else:
        block.element.locator("input[id$='-run']").evaluate("tab => tab.click()")
        button.focus()
    for part in ("/snapshot.bin.zst", "/snapshot.wasm", "/frame.html", "/stlite.css", "/stlite/index-"):
        while not [url for url in asked if part in url]:
            block.page.wait_for_event("request")
    assert block.page.locator("iframe").count() == 0
    block.click("Run")
    block.wait()

    block.press("Start")
    block.shows("0")


@full
@pytest.mark.parametrize(
    "script", ["", "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"], ids=["", "save"]
)
def test_a_pointer_that_passes_by_and_one_that_saves_data_load_nothing(visitor, script):
    block, asked = visitor(script)
    tab = block.element.locator("label[for$='-run']")
    tab.scroll_into_view_if_needed()
    if script:
        tab.hover()
    else:
        over = (
            "for (const node of [tab, tab.parentNode]) node.dispatchEvent(new Event('pointerover', { bubbles: true }))"
        )
        tab.evaluate(f"tab => {{ {over} }}")
    block.page.wait_for_timeout(1000)

    assert not [url for url in asked if "/run/" in url and "/run/block." not in url]


def test_steps_are_named_while_it_starts(served, open_block):
    block = open_block(served, COUNT)
    block.page.evaluate("""() => {
      window.said = []
      new MutationObserver(() => {
        const text = document.querySelector(".live-status")?.textContent
        if (text && said.at(-1) !== text) said.push(text)
      }).observe(document.querySelector(".md-content"), {subtree: true, childList: true})
    }""")
    block.click("Run")
    block.wait()

    assert block.page.evaluate("said") == ["Opening the app's frame …", "Starting the app …", "Running the script …"]
    assert block.element.locator("progress").count() == 0


def test_a_start_can_be_cancelled(served, open_block):
    block = open_block(served, COUNT)
    block.click("Run")
    block.click("Cancel")

    assert block.page.locator(".live iframe").count() == 0
    assert block.button("Run").is_visible()

    block.click("Run")
    block.wait()
    block.press("Start")
    block.shows("0")


def test_a_click_on_the_tab_runs_the_app_and_edited_code_runs_without_a_new_start(block):
    block.press("Start")
    block.shows("0")
    block.page.evaluate("frame = document.querySelector('.live iframe').contentWindow; frame.kept = true")
    block.click("Edit")
    code = block.element.locator("[data-file] pre > code").text_content()
    block.type(code.replace("Add one", "Add 1"))
    block.editor.press("Control+Enter")
    block.press("Add 1")

    block.shows("1")  # the session goes on
    assert block.page.evaluate("frame.kept")
    assert block.element.locator(".live-edited").is_visible()
    assert "Add one" in block.element.locator("[data-file] pre > code").text_content()  # the tested code stays


def test_the_same_code_runs_again_and_its_server_log_is_shown(block):
    block.type("import streamlit as st, time\nprint('printed')\nst.text(time.monotonic())\n")
    block.click("Run the code")
    text = block.app().get_by_test_id("stText").get_by_text(".")
    first = text.text_content()
    block.editor.press("Control+Enter")

    expect(text).not_to_have_text(first)
    expect(block.element.get_by_label("Server log")).to_have_text("printed\nprinted\n")


def test_what_was_typed_survives_and_reset_brings_the_tested_code_back(block):
    block.type("import streamlit as st\nst.text('typed')\nst.text(1 / 0)\n")
    block.editor.press("Control+Enter")
    block.app().get_by_text("ZeroDivisionError").wait_for()
    page = block.page
    page.get_by_role("link", name="Callbacks", exact=True).first.click()
    page.get_by_role("heading", name="Callbacks", level=1).wait_for()
    page.go_back()
    page.get_by_role("heading", name="Basic usage", level=1).wait_for()
    for visit in (lambda: None, page.reload):
        visit()
        expect(block.element).to_have_attribute("data-live", "")
        block.click("Run")
        expect(block.editor).to_contain_text("st.text('typed')")
        block.wait()
        block.shows("typed")
    block.click("Reset")

    expect(block.editor).to_contain_text("Add one")
    assert not block.element.locator(".live-edited").is_visible()
    block.press("Start")
    block.shows("0")
    page.reload()
    block.click("Run")
    assert not block.element.locator(".live-editing").is_visible()


def test_restart_begins_a_new_session_also_after_a_syntax_error(block):
    block.type("import streamlit as st\nst.text('Hello'\n")
    block.editor.press("Control+Enter")
    block.app().get_by_text("SyntaxError").first.wait_for()
    block.click("Reset")
    block.press("Start")
    block.shows("0")
    block.click("Restart")
    block.wait()

    block.shows("None")


def test_two_sessions_share_modules_and_no_state(served, open_block):
    block = open_block(served, SHARED)
    block.click("Run")
    block.wait()
    block.click("Second session")
    block.wait()
    for number, item in enumerate(["milk", "tea"]):
        field = block.app(number).get_by_test_id("stTextInput").locator("input")
        assert field.input_value() == ""
        field.fill(item)
        field.press("Enter")
        block.press("Add", number)
        block.app(number).get_by_text(item).wait_for()

    block.shows("list: ['milk', 'tea']", 1)
    assert block.button("Second session").is_disabled()
    block.element.locator(".live-session").nth(1).get_by_role("button", name="Close").click()
    assert block.button("Second session").is_enabled()
    block.shows("list: ['milk']", 0)  # as its last run has left it


def test_a_tab_of_its_own_is_one_more_session(block):
    block.press("Start")
    block.shows("0")
    with block.page.context.expect_page() as opened:
        block.click("New tab")
    tab = opened.value
    app = tab.frame_locator("body > iframe")

    app.get_by_text("None", exact=True).wait_for(timeout=30_000)
    assert tab.title() == COUNT
    assert urlsplit(tab.url).query == urlsplit(tab.url).fragment == ""
    tab.reload()
    app.get_by_text("None", exact=True).wait_for(timeout=30_000)
    block.page.close()
    tab.reload()
    tab.get_by_text("The page that opened this tab is closed.").wait_for()
    tab.close()


def test_an_app_of_several_files_has_them_all(served, open_block):
    block = open_block(served, PAGES)
    block.click("Run")
    block.wait()
    address = block.page.url
    links = block.app().get_by_test_id("stSidebarNavLink")
    for number in range(links.count()):
        links.nth(number).dispatch_event("click")
        expect(links.nth(number)).to_have_attribute("aria-current", "page")
        expect(block.app().get_by_test_id("stException")).to_have_count(0)

    assert links.count() > 1
    assert block.page.url == address


def test_files_are_edited_by_name(served, open_block):
    block = open_block(served, SHARED)
    block.click("Run")
    block.wait()
    block.click("Edit")
    names = block.element.get_by_label("File")
    for name in names.locator("option").all_text_contents():
        names.select_option(name)
        code = block.element.locator(f"[data-file='{name}'] pre > code").text_content()
        expect(block.editor).to_contain_text(code.splitlines()[0])
    names.select_option(index=1)
    block.type(block.editor.inner_text() + "\nraise ValueError('here')\n")
    block.editor.press("Control+Enter")

    block.app().get_by_text("ValueError").first.wait_for()
    block.click("Reset")
    expect(block.app().get_by_test_id("stException")).to_have_count(0)


def test_the_app_has_the_palette_of_the_page(served, open_block):
    block = open_block(served, COUNT)
    block.click("Run")
    block.wait()
    text = block.app().get_by_test_id("stText")
    expect(text).to_have_css("color", "rgb(49, 51, 63)")
    block.page.emulate_media(color_scheme="dark")
    block.page.wait_for_function("document.body.dataset.mdColorScheme === 'slate'")

    expect(text).to_have_css("color", "rgb(250, 250, 250)")


def test_a_start_takes_neither_focus_nor_scroll(served, open_block):
    block = open_block(served, COUNT)
    page = block.page
    block.click("Run")
    page.evaluate("scrollTo(0, 200)")
    page.get_by_label("Search", exact=True).first.focus()
    block.wait()
    page.wait_for_timeout(500)

    assert page.evaluate("scrollY") == 200
    assert page.evaluate("document.activeElement.tagName") == "INPUT"


def test_a_dialog_takes_no_focus_from_the_page(block):
    block.type("import streamlit as st\nst.dialog('Ask')(lambda: st.text_input('Name'))()\n")
    block.editor.press("Control+Enter")
    block.app().get_by_text("Ask").wait_for()
    block.page.wait_for_timeout(300)

    assert block.editor.evaluate("editor => editor.matches(':focus')")
    block.element.locator("iframe").scroll_into_view_if_needed()
    block.app().get_by_label("Name").click()
    block.page.keyboard.type("Ada")
    expect(block.app().get_by_label("Name")).to_have_value("Ada")


def test_axe_finds_nothing_in_a_block_that_runs(block):
    block.type("print('printed')\nimport streamlit as st\nst.text('Hello')\n")
    block.editor.press("Control+Enter")
    block.element.get_by_label("Server log").wait_for()
    block.click("Second session")
    block.wait()
    block.page.evaluate((ROOT / "node_modules/axe-core/axe.min.js").read_text("utf-8"))

    for palette in ("light", "dark"):
        block.page.emulate_media(color_scheme=palette)
        block.page.wait_for_timeout(300)  # the theme's colors take 125 ms to change
        # What is in the frames is Streamlit's.
        found = block.page.evaluate("""
          axe.run({include: [".live:has(iframe)"], exclude: ["iframe"]}, {iframes: false}).then(({violations}) =>
            violations.flatMap(({id, nodes}) => nodes.map(({target}) => `${id} at ${target}`)))""")
        assert found == []


def test_a_visit_asks_the_site_alone(served, streamlit_browser):
    context = streamlit_browser.new_context()
    # What a shared worker asks for, Playwright does not see.
    context.add_init_script("delete window.SharedWorker")
    asked, complaints = [], []
    context.on("request", lambda request: asked.append(request.url))
    context.on("console", lambda message: message.type == "error" and complaints.append(message.text))
    page = context.new_page()
    page.goto(f"{served.url}basic_usage/")
    page.locator(f".live[data-snippet='{COUNT}'] label[for$='-run']").click()
    page.locator(".live[data-live=ready]").wait_for(timeout=60_000)
    page.get_by_role("button", name="Edit").first.click()
    page.frame_locator(".live iframe").get_by_role("button", name="Start").click()
    page.frame_locator(".live iframe").get_by_text("0", exact=True).wait_for()
    page.get_by_role("link", name="Callbacks", exact=True).first.click()
    page.get_by_role("heading", name="Callbacks", level=1).wait_for()
    context.close()

    assert {urlsplit(url).netloc for url in asked if not url.startswith(("data:", "blob:"))} == {
        urlsplit(served.url).netloc
    }
    assert any("pyodide" in url for url in asked)
    assert complaints == []
