"""The Run tab loads an app only for readers who want to run it."""

import re

import pytest
from playwright.sync_api import expect

from livedocs.runtime import abilities
from tooling_tests.site.blocks import Block

pytestmark = pytest.mark.timeout(240)  # Python in WebAssembly starts slowly

full = pytest.mark.full
COUNT = "basic_usage/count.py"


READ_BLOCKS = """html => {
  const page = new DOMParser().parseFromString(html, "text/html")
  const blocks = Array.from(page.querySelectorAll(".live"))
  const one = (block) => !block.querySelector(".live-run") !== !block.querySelector(".live-lacks")
  const lists = Array.from(page.querySelectorAll(".live-run > template"), ({ content }) => content)
  const claims = lists.flatMap((list) => Array.from(list.querySelectorAll("a"), (link) => link.hash))
  const unknown = claims.filter((hash) => !page.querySelector(`.claim${hash}`))
  return [blocks.filter((block) => !one(block)).length, claims, unknown]
}"""


def test_every_snippet_runs_or_says_why_not_and_lists_the_claims_that_do_not_hold(site, open_page):
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


def loaded(urls):
    """Return the files of the runtime, without the scripts of the Run tab."""
    return [url for url in urls if re.search(r"/run/(?!(block|choose|parts|session)\.)", url)]


@pytest.mark.parametrize("address", ["#count-run", *(pytest.param(more, marks=full) for more in ("", "?run=count"))])
def test_nothing_is_loaded_before_a_click(served, open_page, address):
    page = open_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{served.url}basic_usage/{address}")
    page.reload()
    page.wait_for_timeout(500)

    assert page.locator("iframe").count() == 0
    assert loaded(asked) == []


@pytest.fixture
def visitor(served, new_page):
    """Return a function that returns a block for someone who has run no app yet, and a list of requests."""

    def visit(script=""):
        page = new_page(script=f"delete window.SharedWorker; {script}")  # Playwright doesn't see its requests
        asked = []
        page.context.on("request", lambda request: asked.append(request.url))
        page.goto(f"{served.url}basic_usage/")
        return Block(page, COUNT), asked

    return visit


@pytest.mark.parametrize("sign", ["pointer", *(pytest.param(sign, marks=full) for sign in ("finger", "keyboard"))])
def test_a_sign_of_interest_loads_what_an_app_needs(visitor, sign):
    block, asked = visitor()
    tab, button = block.element.locator("label[for$='-run']"), block.element.locator(".live-primary")
    if sign == "pointer":
        tab.hover()
    elif sign == "finger":
        tab.dispatch_event("touchstart")
    else:
        block.tab()
        button.focus()
    for part in ("/snapshot.bin.zst", "/snapshot.wasm", "/frame.html", "/stlite.css", "/stlite/index-"):
        while not [url for url in asked if part in url]:
            block.page.wait_for_event("request")
    assert block.page.locator("iframe").count() == 0
    block.click("Run")

    block.works()


@full
@pytest.mark.parametrize(
    "script", ["", "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"], ids=["", "save"]
)
def test_a_passing_pointer_and_a_reader_who_saves_data_load_nothing(visitor, script):
    block, asked = visitor(script)
    tab = block.element.locator("label[for$='-run']")
    tab.scroll_into_view_if_needed()
    if script:
        tab.hover()
    else:
        over = "node.dispatchEvent(new Event('pointerover', { bubbles: true }))"
        tab.evaluate(f"tab => {{ for (const node of [tab, tab.parentNode]) {over} }}")
    block.page.wait_for_timeout(1000)

    assert loaded(asked) == []


@pytest.mark.usefixtures("python")
def test_steps_of_the_start(served, open_block):
    block = open_block(served, COUNT)
    block.page.evaluate("""() => {
      window.said = []
      new MutationObserver(() => {
        const text = document.querySelector(".live-status")?.textContent
        if (text && said.at(-1) !== text) said.push(text)
      }).observe(document.querySelector(".md-content"), {subtree: true, childList: true})
    }""")
    block.start()

    assert block.page.evaluate("said") == ["Opening the app's frame …", "Starting the app …", "Running the script …"]
    assert block.element.locator("progress").count() == 0


@pytest.mark.usefixtures("python")
def test_a_start_can_be_canceled(served, open_block):
    block = open_block(served, COUNT)
    block.page.route("**/frame.html*", lambda _: None)  # no answer, so that the start lasts
    block.click("Run")
    block.click("Cancel")
    assert block.page.locator(".live iframe").count() == 0
    assert block.button("Run").is_visible()

    block.page.unroute("**/frame.html*")
    block.click("Run")
    block.works()
