"""What may go wrong for a reader who runs an app: each time a clear message or a working app, and the code stays."""

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from re import search
from threading import Thread

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.timeout(300)  # Python in WebAssembly takes a while to start, here again and again

COUNT = "basic_usage/count.py"
NOT_FOUND = b"<!doctype html><title>404</title><p>This page is not here."
# A browser from before there were module workers takes them for classic ones.
NO_MODULE_WORKERS = """
for (const name of ["Worker", "SharedWorker"]) {
  const Original = window[name]
  window[name] = class extends Original { constructor(url, options) { super(url, {...options, type: "classic"}) } }
}
"""
NO_STORAGE = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('', 'SecurityError') }})"
# What a shared worker asks for is beyond Playwright's reach.
NO_SHARED_WORKER = "delete window.SharedWorker"


class _Faulty(SimpleHTTPRequestHandler):
    """Serves the site, but for the paths that `broken` names: with a page, with an error, or not at all."""

    def do_GET(self):
        how = next((how for path, how in self.server.broken.items() if search(path, self.path)), None)
        if how is None:
            super().do_GET()
        elif how == "closed":
            self.close_connection = True
        else:
            self.send_response(how)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(NOT_FOUND)

    def end_headers(self):
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def server(site):
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Faulty, directory=site)) as server:
        server.broken = {}
        Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def reader(server, browser, block_of):
    """Return a function that gives a new reader, with a browser of the kind that the script makes it, on a page."""
    contexts = []

    def reader(script="", snippet=COUNT):
        contexts.append(browser.new_context())
        contexts[-1].add_init_script(script)
        page = contexts[-1].new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/{snippet.partition('/')[0]}/")
        return block_of(page, snippet)

    yield reader
    server.broken.clear()
    for context in contexts:
        context.close()


def assert_readable(block):
    """The code is there and can be copied, whatever has failed."""
    block.element.locator("label").first.click()
    assert block.element.locator("[data-file] pre > code").first.is_visible()
    assert block.element.locator(".md-code__button").first.is_visible()


def assert_works(block):
    block.wait()
    block.press("Start")
    block.shows("0")


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("delete window.WebAssembly", "This browser has no WebAssembly"),
        ("delete window.SharedWorker; delete window.Worker", "This browser has no web workers"),
        (NO_MODULE_WORKERS, "worker.js"),
        (NO_MODULE_WORKERS + NO_SHARED_WORKER, "worker.js"),
    ],
    ids=["WebAssembly", "workers", "module workers", "module workers alone"],
)
def test_a_browser_that_lacks_what_it_takes(reader, script, message):
    block = reader(script)
    block.click("Run")

    block.says(message)
    assert_readable(block)


@pytest.mark.parametrize(
    "path",
    [
        r"live/frame\.html",
        r"live/frame\.js",
        r"stlite/stlite\.js",
        r"live/worker\.js",
        r"pyodide\.mjs",
        r"pyodide\.asm\.js",
        r"pyodide\.asm\.wasm",
        r"python_stdlib\.zip",
        r"site\.zip",
    ],
)
def test_an_asset_that_is_missing_or_a_page_or_blocked(reader, server, path):
    server.broken[path] = 404
    block = reader()
    block.click("Run")
    block.says("cannot start")
    assert_readable(block)
    block.element.locator("label[for$='-run']").click()
    for how in (200, "closed"):
        server.broken[path] = how
        block.click("Try again")
        block.says("cannot start")
    server.broken.clear()
    block.click("Try again")
    assert_works(block)


@pytest.mark.parametrize("path", [r"live/live\.js", r"runtime/build\.js"])
def test_no_runtime(reader, server, path):
    server.broken[path] = 404
    block = reader()
    block.click("Run")

    block.says("cannot be loaded")
    server.broken.clear()
    block.click("Reload the page")
    block.page.wait_for_load_state()
    block.click("Run")
    assert_works(block)


def test_no_editor(reader, server):
    server.broken[r"runtime/editor\.js"] = 404
    block = reader()
    block.type("import streamlit as st\nst.text('typed')\n")
    block.click("Run")
    block.wait()

    block.shows("typed")


def test_no_storage(reader):
    block = reader(NO_STORAGE)
    block.type("import streamlit as st\nst.text('typed')\n")
    block.click("Run")
    block.wait()
    block.shows("typed")
    block.page.get_by_role("link", name="Callbacks", exact=True).first.click()
    block.page.go_back()
    block.click("Run")

    block.wait()


@pytest.mark.parametrize("script", ["", NO_SHARED_WORKER], ids=["shared", "dedicated"])
@pytest.mark.parametrize(
    "code",
    [
        "import js\njs.self.close()\n",
        "import os\nos.abort()\n",
        "sum(iter(int, 1))\n",
    ],
    ids=["closes", "crashes", "hangs"],
)
def test_a_worker_that_dies(reader, code, script):
    block = reader(script)
    block.click("Run")
    block.wait()
    block.type(f"import streamlit as st\nif st.button('Die'):\n    exec({code!r})\nst.text('alive')\n")
    block.editor.press("Control+Enter")
    block.press("Die")

    block.says("Python does not answer")
    assert "'alive'" in block.editor.inner_text()
    block.click("Stop Python and begin anew")
    block.wait()
    block.shows("alive")


def test_an_endless_loop(reader):
    block = reader()
    block.click("Run")
    block.wait()
    block.type("while True:\n    pass\n")
    block.editor.press("Control+Enter")

    block.app().get_by_text("The script has run for").first.wait_for(timeout=30_000)
    block.click("Reset")
    block.press("Start")
    block.shows("0")


@pytest.mark.parametrize(
    "code",
    [
        "import streamlit as st\nfor _ in range(10**6):\n    print('x' * 1000)\nst.text('done')\n",
        "import streamlit as st\nst.code('x' * 10**8)\n",
        "import streamlit as st\nfor number in range(10**5):\n    st.text(number)\n",
    ],
    ids=["log", "one element", "many elements"],
)
def test_a_huge_output(reader, code):
    block = reader()
    block.click("Run")
    block.wait()
    block.type(code)
    block.editor.press("Control+Enter")
    block.page.wait_for_timeout(2000)
    block.click("Reset")
    block.press("Start")

    expect(block.app().get_by_test_id("stText").first).to_have_text("0", timeout=60_000)


def test_offline_after_the_first_start(reader, server):
    block = reader()
    block.click("Run")
    block.wait()
    server.broken["."] = "closed"
    block.press("Start")
    block.shows("0")
    block.click("Restart")
    block.wait()
    block.shows("None")
    block.click("Second session")

    block.says("cannot start")
    block.shows("None")
    server.broken.clear()
    block.click("Try again")
    block.wait()
    block.shows("None", 1)


def test_ten_at_once(reader, block_of):
    page = reader().page
    names = page.locator(".live:has(.live-run)").evaluate_all("all => all.map(block => block.dataset.snippet)")
    blocks = [block_of(page, name) for name in names[:10]]
    for block in blocks:
        block.click("Run")
    for block in blocks:
        block.wait()

    assert len(blocks) == 10


@pytest.mark.parametrize("script", ["", NO_SHARED_WORKER], ids=["shared", "dedicated"])
def test_leaving_during_the_start_and_going_back(reader, script):
    block = reader(script)
    page = block.page
    for wait in (300, 3000):
        block.click("Run")
        page.wait_for_timeout(wait)
        page.goto(page.url.replace("basic_usage", "callbacks"))
        page.go_back()
        expect(block.element).to_have_attribute("data-live", "")
    block.click("Run")

    assert_works(block)


def test_going_back_to_a_page_with_an_app(reader):
    block = reader()
    page = block.page
    block.click("Run")
    assert_works(block)
    page.goto(page.url.replace("basic_usage", "callbacks"))
    page.go_back()
    if block.element.get_attribute("data-live") != "ready":  # the browser may have kept the page as it was
        block.click("Run")
        block.wait()
    block.press("Start")

    block.shows("0")
