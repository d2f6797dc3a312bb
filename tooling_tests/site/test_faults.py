"""What may go wrong for a reader who runs an app: each time a clear message or a working app, and the code stays."""

import ast
import os
import re
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import expect

from livedocs.runtime.webserver import serve

pytestmark = pytest.mark.timeout(300)  # Python in WebAssembly takes a while to start, here again and again

COUNT = "basic_usage/count.py"
full = pytest.mark.full
# A browser from before there were module workers takes them for classic ones.
NO_MODULE_WORKERS = """
for (const name of ["Worker", "SharedWorker"]) {
  const Original = window[name]
  window[name] = class extends Original { constructor(url, options) { super(url, {...options, type: "classic"}) } }
}
"""
# Python that starts from the snapshot has the seed of its hashes from there.
START_SHOWN = "import sys, streamlit as st\nst.text('plain' if sys.flags.hash_randomization else 'snapshot')\n"
NO_STORAGE = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('', 'SecurityError') }})"
# Chromium may lose the event that says that a shared worker cannot be loaded.
NO_EVENT = "Object.defineProperty(SharedWorker.prototype, 'onerror', {set() {}})"
# What a shared worker asks for is beyond Playwright's reach.
NO_SHARED_WORKER = "delete window.SharedWorker"


class Faults:
    """What goes wrong with the files whose paths match: `broken` says how, `changed` how another deployment has them.

    A broken file is a page with this status, "cut" in the middle, or "closed" without an answer.
    """

    def __init__(self):
        """Begin without faults."""
        self.broken, self.changed, self.cache = {}, {}, "no-store"

    def __call__(self, request):
        """Answer a request for such a file."""
        request.extra = {"Cache-Control": self.cache}
        how, change = (
            next((value for path, value in rules.items() if re.search(path, request.path)), None)
            for rules in (self.broken, self.changed)
        )
        if how == "closed":
            request.close_connection = True
        elif how in {200, 404}:
            request.answer(b"<!doctype html><title>404</title><p>This page is not here.", status=how)
        elif how or change:
            path = Path(request.translate_path(request.path))
            content = change(path.read_bytes()) if change else path.read_bytes()
            sent = content[: len(content) // 2] if how == "cut" else content
            request.answer(sent, request.guess_type(path), length=len(content))
            request.close_connection = True
        return bool(how or change)


@pytest.fixture(scope="module")
def server(site):
    """Serve the site, with faults."""
    faults = Faults()
    with serve(site, faults) as faults.url:
        yield faults


@pytest.fixture
def reader(server, streamlit_browser, block_of):
    """Return a function that gives a new reader, with a browser of the kind that the script makes it, on a page."""
    contexts = []

    def reader(script="", snippet=COUNT):
        contexts.append(streamlit_browser.new_context())
        contexts[-1].add_init_script(script)
        page = contexts[-1].new_page()
        page.goto(f"{server.url}{snippet.partition('/')[0]}/")
        return block_of(page, snippet)

    yield reader
    server.broken.clear()
    server.changed.clear()
    server.cache = "no-store"
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
        ("delete window.SharedWorker; delete window.Worker", "This browser doesn't have web workers"),
        pytest.param(NO_MODULE_WORKERS, "worker.js", marks=full),
        pytest.param(NO_MODULE_WORKERS + NO_SHARED_WORKER, "worker.js", marks=full),
        pytest.param(NO_MODULE_WORKERS + NO_EVENT, "worker.js", marks=full),
    ],
    ids=["workers", "module workers", "module workers alone", "module workers and their errors"],
)
def test_a_browser_that_lacks_what_it_takes(reader, script, message):
    block = reader(script)
    block.click("Run")

    block.says(message)
    assert_readable(block)


# A worker has its own WebAssembly, and a frame does without.
NO_WEBASSEMBLY = "if (window === top) { window.kept = WebAssembly; delete window.WebAssembly }"


@pytest.mark.parametrize(
    ("script", "broken", "message"),
    [
        (NO_WEBASSEMBLY, {}, "This browser doesn't have WebAssembly"),
        ("", {".": "closed"}, "Are you offline?"),
        pytest.param("", {r"run/app\.js": 404}, "couldn't be loaded", marks=full),
        pytest.param("", {r"runtime/build\.js": 404}, "couldn't be loaded", marks=full),
    ],
    ids=["no WebAssembly", "offline", "no app.js", "no build.js"],
)
def test_restart_tries_again_where_the_app_could_not_be_loaded(reader, server, script, broken, message):
    block = reader(script)
    server.broken |= broken
    block.click("Run")
    block.says(message)
    block.click("Restart")
    block.says(message)
    assert_readable(block)
    block.element.locator("label[for$='-run']").click()
    server.broken.clear()
    block.page.evaluate("window.WebAssembly ??= kept")
    block.click("Try again" if broken else "Restart")

    assert_works(block)


@pytest.mark.parametrize(
    "path",
    [
        r"run/frame\.html",
        r"site\.zip|snapshot",
        *(
            pytest.param(path, marks=full)
            for path in (
                r"run/frame\.js",
                r"stlite/stlite\.js",
                r"run/worker\.js",
                r"pyodide\.mjs",
                r"pyodide\.asm\.js",
                r"pyodide\.asm\.wasm|snapshot",
                r"python_stdlib\.zip|snapshot",
            )
        ),
    ],
)
def test_an_asset_that_is_missing_or_a_page_or_blocked(reader, server, path):
    server.broken[path] = 404
    block = reader()
    block.click("Run")
    block.says("can't start")
    assert_readable(block)
    block.element.locator("label[for$='-run']").click()
    ways = [200, "cut", "closed"]
    if path == r"run/frame\.html":
        ways.remove("cut")  # it fits into one packet; a browser tells nobody of a page that ends in the middle
    for how in ways:
        server.broken[path] = how
        block.click("Try again")
        block.says("can't start")
    server.broken.clear()
    block.click("Try again")
    assert_works(block)


@pytest.mark.parametrize(
    ("path", "change"),
    [
        (r"snapshot\.bin", None),
        pytest.param(r"snapshot\.bin", lambda good: good[:5_000_000] + bytes(100) + good[5_000_100:], marks=full),
        pytest.param(r"snapshot\.bin", lambda good: good[:-1000], marks=full),
        pytest.param("zstd", lambda good: good[:20_000], marks=full),
        pytest.param(r"snapshot\.wasm", None, marks=full),
    ],
    ids=["missing", "corrupt", "cut short", "not to be unpacked", "without its WebAssembly"],
)
def test_a_snapshot_that_is_of_no_use(reader, server, path, change):
    """Python starts without it."""
    if change:
        server.changed[path] = change
    else:
        server.broken[path] = 404
    block = reader()
    block.type(START_SHOWN)
    block.click("Run")

    block.wait()
    block.shows("plain")


@full
@pytest.mark.parametrize(
    "lost", [b"", b"delete WebAssembly.Suspending; delete WebAssembly.promising;"], ids=["", "old"]
)
def test_a_browser_that_cannot_wait_in_the_middle(reader, server, lost):
    """The snapshot is made where WebAssembly can wait for a promise, and starts where it cannot as well."""
    server.changed["run/worker"] = lambda good: good + lost
    block = reader()
    block.type(START_SHOWN + "import time\nhidden = time.sleep\nhidden(0.1)\nst.text('slept')\n")
    block.click("Run")

    block.wait()
    block.shows("snapshot")
    block.shows("slept")


@full
def test_archives_that_are_missing(reader, server):
    """The snapshot has what an app needs; what it imports beyond that is there as soon as the archives are."""
    server.broken["stdlib|site.zip"] = 404
    block = reader()
    block.type(START_SHOWN)
    block.click("Run")
    block.wait()
    block.shows("snapshot")
    block.type("import streamlit as st\nimport wave\nst.text(wave.__name__)\n")
    block.editor.press("Control+Enter")
    block.app().get_by_text("[Errno 29] I/O error").first.wait_for()
    server.broken.clear()
    block.click("Restart")

    block.wait()
    block.shows("wave")


@full
def test_start_from_the_snapshot_is_each_reader_s_own(reader):
    """Nobody has another's random numbers, and the clock is right."""
    code = (
        "import random, secrets, tempfile, time, uuid\nimport streamlit as st\n"
        "for text in random.random(), uuid.uuid4(), secrets.token_hex(), tempfile.mktemp(), time.time():\n"
        "    st.text(text)\n"
    )
    seen = []
    for _ in range(2):
        block = reader()
        block.type(code)
        block.click("Run")
        block.wait()
        *texts, clock = block.app().get_by_test_id("stText").all_inner_texts()
        assert abs(float(clock) - block.page.evaluate("Date.now() / 1000")) < 60
        seen += texts

    assert len(set(seen)) == 8


@full
def test_no_editor(reader, server):
    server.broken[r"runtime/editor\.js"] = 404
    block = reader()
    block.type("import streamlit as st\nst.text('typed')\n")
    block.click("Run")
    block.wait()

    block.shows("typed")


CLOSES = "import js\njs.self.close()\n"
CRASHES = "import os\nos.abort()\n"


@pytest.mark.parametrize(
    ("code", "script"),
    [
        (CRASHES, ""),
        pytest.param(CRASHES, NO_SHARED_WORKER, marks=full),
        pytest.param(CLOSES, "", marks=full),
        pytest.param(CLOSES, NO_SHARED_WORKER, marks=full),
    ],
    ids=["crashes-shared", "crashes-dedicated", "closes-shared", "closes-dedicated"],
)
def test_a_worker_that_dies(reader, code, script):
    block = reader(script)
    block.click("Run")
    block.wait()
    block.type(f"import streamlit as st\nif st.button('Die'):\n    exec({code!r})\nst.text('alive')\n")
    block.editor.press("Control+Enter")
    block.press("Die")

    block.says("Python isn't responding")
    block.click("Restart")
    block.says("Python isn't responding")
    assert "'alive'" in block.editor.inner_text()
    block.click("Restart Python")
    block.wait()
    block.shows("alive")


@full
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


@full
def test_offline_after_the_first_start(reader, server):
    block = reader()
    block.click("Run")
    block.wait()
    block.app().get_by_role("button", name="Start").wait_for()
    server.broken["."] = "closed"
    block.press("Start")
    block.shows("0")
    block.click("Restart")
    block.wait()
    block.shows("None")
    block.click("Second session")

    block.says("can't start")
    block.shows("None")
    server.broken.clear()
    block.click("Try again")
    block.wait()
    block.shows("None", 1)


@full
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
    page.goto(page.url.replace("basic_usage", "callbacks"))
    page.go_back()
    if block.element.get_attribute("data-live") != "ready":  # the browser may have kept the page as it was
        block.click("Run")
        block.wait()
    block.press("Start")

    block.shows("0")


CHECKBOX = """import streamlit as st
if st.button("More"):
    st.checkbox("Tick")
st.text("here")
"""
# Python tells which deployment it is of.
BUILD = "import js\nimport streamlit as st\nst.button('Again')\nst.text(js.location.search.partition('&')[0])\n"
ANOTHER = partial(re.sub, rb'build = "\w+"', b'build = "another"')
FULL = "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }"
CLOCK = "const now = Date.now; window.jump = 0; Date.now = () => now() + jump"
NASTY = """\
import streamlit as st

TEXT = \"\"\"</script><!-- ]]> `x` ``` ~~~ ${x} {{ x }} {% x %} &amp; &lt;b&gt; ==a== [x](y) *b* $& $1 ' " | \\\\
\ttab \u00a0 \u2028 \u2029 \u202e \u200f \ufeff 🎈 äöü 中 e\u0301 \"\"\"
LONG = "%s"
st.text(sum(map(ord, TEXT + LONG)))
""".replace("%s", "<&>" * 2000)
SUM = str(sum(ord(sign) for line in ast.parse(NASTY).body[1:3] for sign in line.value.value))


def run(block, code):
    """Run typed code in an app that may be there already."""
    block.type(code)
    block.editor.press("Control+Enter")


@pytest.mark.parametrize("how", [404, pytest.param("cut", marks=full), pytest.param("closed", marks=full)])
def test_a_part_of_the_front_end_that_does_not_arrive(reader, server, how):
    block = reader()
    block.click("Run")
    block.wait()
    run(block, CHECKBOX)
    block.shows("here")
    server.broken["stlite/Checkbox"] = how
    block.press("More")
    block.says("Part of the app's front end couldn't be loaded")
    assert_readable(block)
    block.element.locator("label[for$='-run']").click()
    server.broken.clear()
    block.click("Try again")
    block.wait()
    block.press("More")

    expect(block.app().get_by_text("Tick")).to_be_visible(timeout=10_000)


@full
def test_a_deployment_during_a_visit(reader, server, block_of):
    """A page that is open keeps its Python, a new one has its own, and both go on."""
    old = reader()
    old.click("Run")
    old.wait()
    run(old, BUILD)
    shown = old.app().get_by_test_id("stText").filter(has_text="?")
    before = shown.inner_text()
    server.changed[r"runtime/build\.js"] = ANOTHER
    old.click("Second session")
    old.wait()
    old.shows(before, 1)
    page = old.page.context.new_page()
    page.goto(old.page.url)
    new = block_of(page, COUNT)
    new.click("Run")
    new.wait()
    run(new, BUILD)
    new.shows("?build=another")
    for block, build in ((old, before), (new, "?build=another")):
        block.press("Again")
        block.shows(build)


@full
def test_an_old_cache_and_a_new_page(reader, server):
    """What the browser has kept of the old deployment goes together with what is new."""
    server.cache = "max-age=600"
    block = reader()
    block.click("Run")
    block.wait()
    block.page.goto("about:blank")
    server.changed[r"runtime/build\.js"] = ANOTHER
    for pattern in (r"run/block\.js", r"run/app\.js", r"run/frame\.js", r"run/worker\.js"):
        server.changed[pattern] = lambda content: b"// another\n" + content
    block.page.goto(f"{server.url}basic_usage/")
    block.click("Run")

    assert_works(block)


@pytest.mark.parametrize("script", [NO_STORAGE, FULL], ids=["denied", "full"])
def test_no_room_for_what_is_typed(served, streamlit_browser, block_of, script):
    """It outlives the visit of another page, if not a reload."""
    context = streamlit_browser.new_context()
    context.add_init_script(script)
    page = context.new_page()
    problems = []
    page.on("pageerror", lambda error: problems.append(error))  # noqa: PLW0108 (Playwright marks it)
    page.goto(f"{served.url}basic_usage/")
    block = block_of(page, COUNT)
    block.type("# typed\n")
    for name in ("Callbacks", "Basic usage"):
        page.get_by_role("link", name=name, exact=True).first.click()
        page.get_by_role("heading", name=name, level=1).wait_for()

    block.element.locator("input[id$='-run']").evaluate("tab => tab.click()")
    expect(block.editor).to_contain_text("# typed")
    assert not problems
    context.close()


def test_what_was_stored_is_damaged(reader):
    block = reader()
    for stored in ("{", "5", "null", "[]", '{"gone.py": "x"}', '{"count.py": 5}'):
        block.page.evaluate("([key, text]) => localStorage.setItem(key, text)", [f"live {COUNT}", stored])
        block.page.reload()
        block.element.locator("input[id$='-run']").evaluate("tab => tab.click()")  # shows the tab, and runs nothing
        expect(block.button("Run")).to_be_visible()
    block.click("Run")

    assert_works(block)


@full
def test_a_clock_that_is_set_forth(reader):
    """Python is not taken for dead: what counts is how often it was asked, not when."""
    block = reader(CLOCK)
    block.click("Run")
    block.wait()
    run(block, "import streamlit as st\nif st.button('Work'):\n    sum(range(2 * 10**7))\n    st.text('done')\n")
    block.press("Work")
    for _ in range(6):
        block.page.evaluate("jump += 3_600_000")
        block.page.wait_for_timeout(500)
        assert not block.element.locator(".live-fault").count()

    expect(block.app().get_by_text("done")).to_be_visible(timeout=60_000)


@pytest.fixture(scope="module")
def odd(site, tmp_path_factory):
    """Build a site of snippets such as no author writes, with the theme, and serve it."""
    root = tmp_path_factory.mktemp("odd")
    files = {
        "mkdocs.yml": f"INHERIT: {site.parent}/mkdocs.yml\nnav:\n  - Start: index.md\n  - Odd: odd.md\n",
        "docs/index.md": "# Start\n",
        "docs/odd.md": (
            "# Odd\n\n## In short\n\n==The claim.==\n\n``` snippet\nodd/nasty.py\n```\n\n## A section\n\n## See also\n"
        ),
        "tests/test_odd.py": 'def test_nasty(run):\n    """The claim."""\n    assert run("odd/nasty.py").text\n',
        "snippets/odd/nasty.py": NASTY,
    }
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text.encode())
    for folder in ("results", "skill"):
        (root / folder).mkdir()
    for folder in ("livedocs", "engines", "docs/assets"):
        (root / folder).symlink_to(site.parent / folder)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(root / "site")]
    subprocess.run(command, cwd=root, env=os.environ | {"PYTHONPATH": str(site.parent)}, check=True)
    with serve(root / "site") as address:
        yield f"{address}odd/"


def test_code_that_no_author_writes(odd, streamlit_browser, block_of):
    """It is shown, copied, run and edited as it is."""
    context = streamlit_browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(odd)
    block = block_of(page, "odd/nasty.py")
    assert block.element.locator("[data-file] pre > code").first.evaluate("code => code.textContent") == NASTY
    block.element.locator("[data-file]").first.hover()
    block.element.locator("[data-file] .md-code__button[data-md-type=copy], [data-file] .md-clipboard").first.click()
    page.wait_for_timeout(300)
    assert page.evaluate("navigator.clipboard.readText()").rstrip("\n") == NASTY.rstrip("\n")
    block.click("Run")
    block.wait()
    block.shows(SUM)
    block.click("Edit")
    block.editor.press("Control+End")
    page.keyboard.insert_text("st.text('typed')\n")
    block.editor.press("Control+Enter")
    block.shows("typed")
    block.shows(SUM)
    context.close()
