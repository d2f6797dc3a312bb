"""The Run tab: apps are edited, restarted, and shown next to each other, and fit into their page."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tooling_tests.site.blocks import Block

pytestmark = pytest.mark.timeout(240)  # Python in WebAssembly starts slowly

ROOT = Path(__file__).parents[2]
COUNT = "basic_usage/count.py"
SHARED = "common_mistakes/shared_list"


def test_edited_code_runs_in_the_same_session(block):
    block.works()
    block.page.evaluate("frame = document.querySelector('.live iframe').contentWindow; frame.kept = true")
    block.click("Edit")
    code = block.element.locator("[data-file] pre > code").text_content()
    block.run(code.replace("Add one", "Add 1"))
    block.press("Add 1")

    block.shows("1")
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


def test_typed_code_stays_until_reset(block):
    block.run("import streamlit as st\nst.text('typed')\nst.text(1 / 0)\n")
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
    block.works()
    page.reload()
    block.click("Run")
    assert not block.element.locator(".live-editing").is_visible()


def test_restart_starts_a_new_session_even_after_a_syntax_error(block):
    block.run("import streamlit as st\nst.text('Hello'\n")
    block.app().get_by_text("SyntaxError").first.wait_for()
    block.click("Reset")
    block.works()
    block.click("Restart")
    block.wait()

    block.shows("None")


def test_two_sessions_share_modules_but_no_state(run_block):
    block = run_block(SHARED)
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
    block.shows("list: ['milk']", 0)  # of its last run


def test_a_separate_tab_is_another_session(block):
    block.works()
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


def test_an_app_of_several_files_has_all_of_them(run_block):
    block = run_block("multipage/pages_folder")
    address = block.page.url
    links = block.app().get_by_test_id("stSidebarNavLink")
    for number in range(links.count()):
        links.nth(number).dispatch_event("click")
        expect(links.nth(number)).to_have_attribute("aria-current", "page")
        expect(block.app().get_by_test_id("stException")).to_have_count(0)

    assert links.count() > 1
    assert block.page.url == address


def test_files_are_edited_by_name(run_block):
    block = run_block(SHARED)
    block.click("Edit")
    names = block.element.get_by_label("File")
    for name in names.locator("option").all_text_contents():
        names.select_option(name)
        code = block.element.locator(f"[data-file='{name}'] pre > code").text_content()
        expect(block.editor).to_contain_text(code.splitlines()[0])
    names.select_option(index=1)
    block.run(block.editor.inner_text() + "\nraise ValueError('here')\n")

    block.app().get_by_text("ValueError").first.wait_for()
    block.click("Reset")
    expect(block.app().get_by_test_id("stException")).to_have_count(0)


def test_the_app_has_the_palette_of_the_page(block):
    text = block.app().get_by_test_id("stText")
    expect(text).to_have_css("color", "rgb(47, 45, 43)")
    block.page.emulate_media(color_scheme="dark")
    block.page.wait_for_function("document.body.dataset.mdColorScheme === 'slate'")

    expect(text).to_have_css("color", "rgb(237, 235, 232)")


@pytest.mark.usefixtures("python")
def test_a_start_changes_neither_focus_nor_scroll_position(served, open_block):
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
    block.run("import streamlit as st\nst.dialog('Ask')(lambda: st.text_input('Name'))()\n")
    block.app().get_by_text("Ask").wait_for()
    block.page.wait_for_timeout(300)

    assert block.editor.evaluate("editor => editor.matches(':focus')")
    block.element.locator("iframe").scroll_into_view_if_needed()
    block.app().get_by_label("Name").click()
    block.page.keyboard.type("Ada")
    expect(block.app().get_by_label("Name")).to_have_value("Ada")


def test_axe_finds_nothing_in_a_block_that_runs(block):
    block.run("print('printed')\nimport streamlit as st\nst.text('Hello')\n")
    block.element.get_by_label("Server log").wait_for()
    block.click("Second session")
    block.wait()
    block.page.evaluate((ROOT / "node_modules/axe-core/axe.min.js").read_text("utf-8"))

    for palette in ("light", "dark"):
        block.page.emulate_media(color_scheme=palette)
        block.page.wait_for_timeout(300)  # the theme's colors take 125 ms to change
        # The frames show Streamlit.
        found = block.page.evaluate("""
          axe.run({include: [".live:has(iframe)"], exclude: ["iframe"]}, {iframes: false}).then(({violations}) =>
            violations.flatMap(({id, nodes}) => nodes.map(({target}) => `${id} at ${target}`)))""")
        assert found == []


def test_a_visit_sends_requests_only_to_the_site(served, new_page):
    page = new_page(script="delete window.SharedWorker")  # Playwright doesn't see its requests
    asked, complaints = [], []
    page.context.on("request", lambda request: asked.append(request.url))
    page.context.on("console", lambda message: message.type == "error" and complaints.append(message.text))
    page.goto(f"{served.url}basic_usage/")
    block = Block(page, COUNT)
    block.click("Run")
    block.works()
    block.click("Edit")
    page.get_by_role("link", name="Callbacks", exact=True).first.click()
    page.get_by_role("heading", name="Callbacks", level=1).wait_for()

    hosts = {urlsplit(url).netloc for url in asked if not url.startswith(("data:", "blob:"))}
    assert hosts == {urlsplit(served.url).netloc}
    assert any("pyodide" in url for url in asked)
    assert complaints == []
