"""Whatever happens after an app has started, its reader gets a clear message or a working app, and the code stays."""

import re
from functools import partial

import pytest
from playwright.sync_api import expect

from tooling_tests.site.blocks import Block

pytestmark = pytest.mark.timeout(300)  # Python in WebAssembly starts slowly, here again and again

full = pytest.mark.full
COUNT = "basic_usage/count.py"
NO_SHARED_WORKER = "delete window.SharedWorker"
NO_STORAGE = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('', 'SecurityError') }})"
FULL_STORAGE = "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }"
CLOCK = "const now = Date.now; window.jump = 0; Date.now = () => now() + jump"
CLOSES = "import js\njs.self.close()\n"
CRASHES = "import os\nos.abort()\n"
# Shows the deployment that its Python belongs to.
BUILD = "import js\nimport streamlit as st\nst.button('Again')\nst.text(js.location.search.partition('&')[0])\n"
ANOTHER = partial(re.sub, rb'build = "\w+"', b'build = "another"')
NASTY = """\
import streamlit as st

TEXT = \"\"\"</script><!-- ]]> `x` ``` ~~~ ${x} {{ x }} {% x %} &amp; &lt;b&gt; ==a== [x](y) *b* $& $1 ' " | \\\\
 \u00a0 \u2028 \u2029 \u202e \u200f \ufeff 🎈 äöü 中 e\u0301 \"\"\"
st.text(sum(map(ord, TEXT)))
"""


@full
def test_a_start_from_the_snapshot_has_its_own_random_numbers_and_the_time(reader):
    code = (
        "import random, secrets, tempfile, time, uuid\nimport streamlit as st\n"
        "for text in random.random(), uuid.uuid4(), secrets.token_hex(), tempfile.mktemp(), time.time():\n"
        "    st.text(text)\n"
    )
    seen = []
    for _ in range(2):
        block = reader()
        block.type(code)
        block.start()
        *texts, clock = block.app().get_by_test_id("stText").all_inner_texts()
        assert abs(float(clock) - block.page.evaluate("Date.now() / 1000")) < 60
        seen += texts

    assert len(set(seen)) == 8


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
    block = reader(script).start()
    block.run(f"import streamlit as st\nif st.button('Die'):\n    exec({code!r})\nst.text('alive')\n")
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
    block = reader().start()
    block.run(code)
    block.page.wait_for_timeout(2000)
    block.click("Reset")
    block.press("Start")

    expect(block.app().get_by_test_id("stText").first).to_have_text("0", timeout=60_000)


@full
def test_offline_after_the_first_start(reader, server):
    block = reader().start()
    block.app().get_by_role("button", name="Start").wait_for()
    server.broken["."] = "closed"
    block.works()
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
def test_leaving_the_page_during_the_start_and_going_back(reader, script):
    block = reader(script)
    page = block.page
    for wait in (300, 3000):
        block.click("Run")
        page.wait_for_timeout(wait)
        page.goto(page.url.replace("basic_usage", "callbacks"))
        page.go_back()
        expect(block.element).to_have_attribute("data-live", "")
    block.click("Run")
    block.works()
    page.goto(page.url.replace("basic_usage", "callbacks"))
    page.go_back()
    if block.element.get_attribute("data-live") != "ready":  # the browser may have kept the page
        block.click("Run")

    block.works()


@full
def test_a_deployment_during_a_visit(reader, server):
    """An open page keeps its Python, a new page has another Python, and both continue."""
    old = reader().start()
    old.run(BUILD)
    shown = old.app().get_by_test_id("stText").filter(has_text="?")
    before = shown.inner_text()
    server.changed[r"runtime/build\.js"] = ANOTHER
    old.click("Second session")
    old.wait()
    old.shows(before, 1)
    page = old.page.context.new_page()
    page.goto(old.page.url)
    new = Block(page, COUNT).start()
    new.run(BUILD)
    new.shows("?build=another")
    for block, build in ((old, before), (new, "?build=another")):
        block.press("Again")
        block.shows(build)


@full
def test_a_cache_of_an_old_deployment(reader, server):
    """New files work with the old files that the browser has kept."""
    server.cache = "max-age=600"
    block = reader().start()
    address = block.page.url
    block.page.goto("about:blank")
    server.changed[r"runtime/build\.js"] = ANOTHER
    for pattern in (r"run/block\.js", r"run/app\.js", r"run/frame\.js", r"run/worker\.js"):
        server.changed[pattern] = lambda content: b"// another\n" + content
    block.page.goto(address)
    block.click("Run")

    block.works()


@pytest.mark.parametrize("script", [NO_STORAGE, pytest.param(FULL_STORAGE, marks=full)], ids=["denied", "full"])
def test_typed_code_that_cannot_be_stored(served, new_page, script):
    """It stays during visits to other pages, until a reload."""
    page = new_page(f"{served.url}basic_usage/", script)
    problems = []
    page.on("pageerror", lambda error: problems.append(error))  # noqa: PLW0108 (Playwright marks it)
    block = Block(page, COUNT)
    block.type("# typed\n")
    for name in ("Callbacks", "Basic usage"):
        page.get_by_role("link", name=name, exact=True).first.click()
        page.get_by_role("heading", name=name, level=1).wait_for()

    block.tab()
    expect(block.editor).to_contain_text("# typed")
    assert problems == []


def test_damaged_storage(reader):
    block = reader()
    for stored in ("{", "5", "null", "[]", '{"gone.py": "x"}', '{"count.py": 5}'):
        block.page.evaluate("([key, text]) => localStorage.setItem(key, text)", [f"live {COUNT}", stored])
        block.page.reload()
        block.tab()
        expect(block.button("Run")).to_be_visible()
    block.click("Run")

    block.works()


@full
def test_a_clock_that_jumps(reader):
    """Python isn't reported as dead: what counts is how often it was asked, not when."""
    block = reader(CLOCK).start()
    block.run("import streamlit as st\nif st.button('Work'):\n    sum(range(2 * 10**7))\n    st.text('done')\n")
    block.press("Work")
    for _ in range(6):
        block.page.evaluate("jump += 3_600_000")
        block.page.wait_for_timeout(500)
        assert not block.element.locator(".live-fault").count()

    expect(block.app().get_by_text("done")).to_be_visible(timeout=60_000)


@full
def test_unusual_characters_in_typed_code(reader):
    block = reader()
    block.type(NASTY)
    block.start()

    block.shows(str(sum(map(ord, NASTY.split('"""')[1].replace("\\\\", "\\")))))
