"""Whatever fails while an app loads, its reader gets a clear message or a working app, and the code stays."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.timeout(300)  # Python in WebAssembly starts slowly, here again and again

full = pytest.mark.full
# A browser without module workers runs them as classic workers.
NO_MODULE_WORKERS = """
for (const name of ["Worker", "SharedWorker"]) {
  const Original = window[name]
  window[name] = class extends Original { constructor(url, options) { super(url, {...options, type: "classic"}) } }
}
"""
NO_SHARED_WORKER = "delete window.SharedWorker"
# Chromium sometimes loses the event for a shared worker that can't be loaded.
NO_EVENT = "Object.defineProperty(SharedWorker.prototype, 'onerror', {set() {}})"
# Workers have their own WebAssembly, and frames don't need it.
NO_WEBASSEMBLY = "if (window === top) { window.kept = WebAssembly; delete window.WebAssembly }"
# Python that starts from the snapshot uses the hash seed of the snapshot.
START_SHOWN = "import sys, streamlit as st\nst.text('plain' if sys.flags.hash_randomization else 'snapshot')\n"
CHECKBOX = "import streamlit as st\nif st.button('More'):\n    st.checkbox('Tick')\nst.text('here')\n"
LACKS = "This browser doesn't have"


def assert_readable(block):
    """The code can be read and copied, whatever failed."""
    block.element.locator("label").first.click()
    assert block.element.locator("[data-file] pre > code").first.is_visible()
    assert block.element.locator(".md-code__button").first.is_visible()
    block.element.locator("label[for$='-run']").click()


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("delete window.SharedWorker; delete window.Worker", f"{LACKS} web workers"),
        pytest.param(NO_MODULE_WORKERS, "worker.js", marks=full),
        pytest.param(NO_MODULE_WORKERS + NO_SHARED_WORKER, "worker.js", marks=full),
        pytest.param(NO_MODULE_WORKERS + NO_EVENT, "worker.js", marks=full),
    ],
    ids=["workers", "module workers", "dedicated module workers", "module workers and their errors"],
)
def test_a_browser_without_a_feature(reader, script, message):
    block = reader(script)
    block.click("Run")

    block.says(message)
    assert_readable(block)


@pytest.mark.parametrize(
    ("script", "broken", "message"),
    [
        (NO_WEBASSEMBLY, {}, f"{LACKS} WebAssembly"),
        ("", {".": "closed"}, "Are you offline?"),
        pytest.param("", {r"run/app\.js": 404}, "couldn't be loaded", marks=full),
        pytest.param("", {r"runtime/build\.js": 404}, "couldn't be loaded", marks=full),
    ],
    ids=["no WebAssembly", "offline", "no app.js", "no build.js"],
)
def test_restart_tries_to_load_the_app_again(reader, server, script, broken, message):
    block = reader(script)
    server.broken |= broken
    block.click("Run")
    block.says(message)
    block.click("Restart")
    block.says(message)
    assert_readable(block)
    server.broken.clear()
    if script:
        block.page.evaluate("window.WebAssembly = kept")
    block.click("Try again" if broken else "Restart")

    block.works()


@pytest.mark.parametrize(
    "path",
    [
        r"streamlit-.*/index\.html",
        pytest.param(r"site\.zip|snapshot", marks=full),
        pytest.param(r"run/frame\.js", marks=full),
        pytest.param(r"static/js/index\.", marks=full),
        pytest.param(r"run/worker\.js", marks=full),
        pytest.param(r"pyodide\.mjs", marks=full),
        pytest.param(r"pyodide\.asm\.js", marks=full),
        pytest.param(r"pyodide\.asm\.wasm|snapshot", marks=full),
        pytest.param(r"python_stdlib\.zip|snapshot", marks=full),
    ],
)
def test_an_asset_that_is_missing_or_replaced_or_blocked(reader, server, path):
    server.broken[path] = 404
    block = reader()
    block.click("Run")
    block.says("can't start")
    assert_readable(block)
    ways = [200, "cut", "closed"]
    if path == r"streamlit-.*/index\.html":
        ways.remove("cut")  # one packet holds all of it, and no browser reports a page that ends early
    for how in ways:
        server.broken[path] = how
        block.click("Try again")
        block.says("can't start")
    server.broken.clear()
    block.click("Try again")
    block.works()


@pytest.mark.parametrize(
    ("path", "change"),
    [
        (r"snapshot\.bin", None),
        pytest.param(r"snapshot\.bin", lambda good: good[:5_000_000] + bytes(100) + good[5_000_100:], marks=full),
        pytest.param(r"snapshot\.bin", lambda good: good[:-1000], marks=full),
        pytest.param("zstd", lambda good: good[:20_000], marks=full),
        pytest.param(r"snapshot\.wasm", None, marks=full),
    ],
    ids=["missing", "corrupt", "cut", "not unpacked", "without its WebAssembly"],
)
def test_python_starts_without_a_usable_snapshot(reader, server, path, change):
    if change:
        server.changed[path] = change
    else:
        server.broken[path] = 404
    block = reader()
    block.type(START_SHOWN)
    block.start()

    block.shows("plain")


@full
@pytest.mark.parametrize(
    "lost", [b"", b"delete WebAssembly.Suspending; delete WebAssembly.promising;"], ids=["", "old"]
)
def test_a_snapshot_in_a_browser_without_stack_switching(reader, server, lost):
    """The snapshot is made where WebAssembly can wait for a promise, and also starts where it can't."""
    server.changed["run/worker"] = lambda good: good + lost
    block = reader()
    block.type(START_SHOWN + "import time\nhidden = time.sleep\nhidden(0.1)\nst.text('slept')\n")
    block.start()

    block.shows("snapshot")
    block.shows("slept")


@full
def test_archives_that_are_missing(reader, server):
    """The snapshot has what an app needs; its other imports work as soon as the archives are there."""
    server.broken["stdlib|site.zip"] = 404
    block = reader()
    block.type(START_SHOWN)
    block.start()
    block.shows("snapshot")
    block.run("import streamlit as st\nimport wave\nst.text(wave.__name__)\n")
    block.app().get_by_text("[Errno 29] I/O error").first.wait_for()
    server.broken.clear()
    block.click("Restart")
    block.wait()

    block.shows("wave")


@full
def test_no_editor(reader, server):
    server.broken[r"runtime/editor\.js"] = 404
    block = reader()
    block.type("import streamlit as st\nst.text('typed')\n")
    block.start()

    block.shows("typed")


@pytest.mark.parametrize("how", [404, pytest.param("cut", marks=full), pytest.param("closed", marks=full)])
def test_a_missing_part_of_the_front_end(reader, server, how):
    block = reader().start()
    block.run(CHECKBOX)
    block.shows("here")
    server.broken["static/js/Checkbox"] = how
    block.press("More")
    block.says("Part of the app's front end couldn't be loaded")
    assert_readable(block)
    server.broken.clear()
    block.click("Try again")
    block.wait()
    block.press("More")

    expect(block.app().get_by_text("Tick")).to_be_visible(timeout=10_000)
