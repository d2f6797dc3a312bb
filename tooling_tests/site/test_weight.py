"""What a page asks of a phone before anything runs: bytes, files, elements, and that nothing moves."""

import subprocess
import sys
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from pygments.token import STANDARD_TYPES, Operator

from livedocs.qa import lighthouse
from livedocs.runtime.webserver import serve
from livedocs.site.code import ALIKE

BLOCKING = 4  # files before a page shows anything: two styles of the theme, our style, our script
ELEMENTS = 8000  # on a page, once its scripts have run

# Since the page began to load; what was there before the observer, too.
SHIFTS = """() => new Promise(resolve => {
  const found = []
  const note = entries => {
    for (const { value, sources } of entries) {
      const moved = sources.map(({ node }) => node?.outerHTML?.slice(0, 80) ?? "text")
      found.push(`${value.toFixed(4)} of ${moved.join(", ")}`)
    }
  }
  const observer = new PerformanceObserver(list => note(list.getEntries()))
  observer.observe({ type: "layout-shift", buffered: true })
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => {
    note(observer.takeRecords())
    resolve(found)
  })))
})"""
BLOCKED = """() => performance.getEntriesByType("resource")
  .filter(({ renderBlockingStatus }) => renderBlockingStatus === "blocking").map(({ name }) => name)"""
# Of each kind of token in a block's code, and of code without an element, which is the kind "".
COLOURS = """kinds => Object.fromEntries(kinds.map(kind => {
  const token = document.createElement("span")
  token.className = kind
  document.querySelector(".live pre > code").append(token)
  return [kind, getComputedStyle(token).color]
}))"""


@pytest.fixture(scope="module")
def compressed(site):
    """Serve `site/` as GitHub Pages does; give its URL and the sizes of what is sent."""
    with serve(site, sent := []) as url:
        yield url, sent


@pytest.mark.timeout(300)
def test_no_page_is_heavy_or_moves(compressed, site, browser):
    url, sent = compressed
    heavy, blocked, large, moved = [], [], [], []
    for page in lighthouse.pages(site):
        sent.clear()
        with browser.new_context(viewport={"width": 412, "height": 823}, is_mobile=True, has_touch=True) as context:
            tab = context.new_page()
            tab.goto(url + page, wait_until="networkidle")
            moved += [(page, shift) for shift in tab.evaluate(SHIFTS)]
            blocking = tab.evaluate(BLOCKED)
            elements = tab.locator("*").count()
        if sum(sent) > lighthouse.BYTES:
            heavy.append((page, sum(sent)))
        if len(blocking) > BLOCKING:
            blocked.append((page, blocking))
        if elements > ELEMENTS:
            large.append((page, elements))

    assert heavy == []
    assert blocked == []
    assert large == []
    assert moved == []


def test_nothing_moves_while_a_page_comes_in(site, browser):
    """On a slow line, with the first table on a page half there."""
    cuts, made = [b'<div class="md-header__topic">', b"</tr>\n<tr>"], []

    class InPieces(SimpleHTTPRequestHandler):
        def copyfile(self, source, line):
            content = source.read()
            for cut in cuts if b"<html" in content else ():
                piece, found, content = content.partition(cut)
                made.append(found)
                line.write(piece + found)
                time.sleep(0.5)
            line.write(content)

        def log_message(self, *_):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(InPieces, directory=site)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        with browser.new_context(viewport={"width": 412, "height": 823}) as context:
            tab = context.new_page()
            tab.goto(f"http://127.0.0.1:{server.server_port}/caching/")
            moved = tab.evaluate(SHIFTS)
        server.shutdown()

    assert made == cuts
    assert moved == []


def test_code_without_an_element_looks_as_it_would_with_one(plain, open_page):
    pairs = [(STANDARD_TYPES[kind], STANDARD_TYPES[other]) for kind, other in ALIKE.items() if kind != Operator.Word]
    colours = open_page(f"{plain.url}callbacks/").evaluate(COLOURS, [kind for pair in pairs for kind in pair])

    assert [(one, other) for one, other in pairs if colours[one] != colours[other]] == []


def test_the_theme_sees_to_no_code_of_a_block(plain, open_page):
    """It gives what it sees to an id of its own: `docs/assets/head.js` knows how it asks for code."""
    page = open_page(f"{plain.url}testing/")
    seen = page.locator("article pre[id^=__code_]")
    seen.first.wait_for()

    assert seen.count() == page.locator("article pre:not(.live *)").count()
    assert page.locator(".live pre").count() > 0


@pytest.mark.timeout(300)
def test_lighthouse_judges_a_page(compressed, monkeypatch, tmp_path):
    # It asks Playwright for the browser, which a process with an open one cannot.
    said = subprocess.run(
        [sys.executable, "-m", "streamlit_engines.browser"], stdout=subprocess.PIPE, text=True, check=True
    )
    monkeypatch.setenv("CHROMIUM", said.stdout.removeprefix("Tests drive ").strip())
    judgment = lighthouse.judge(f"{compressed[0]}glossary/", tmp_path / "glossary")

    # Performance hangs on what else the machine does.
    assert [missed for missed in judgment.missed() if missed != "performance"] == []
    assert judgment.scores["performance"] > 0
    assert 100_000 < judgment.bytes < lighthouse.BYTES
    assert (tmp_path / "glossary.report.html").stat().st_size > 100_000


def test_page_that_misses_a_goal():
    right = lighthouse.Judgment(lighthouse.GOALS, lighthouse.BYTES, 2000)

    assert right.missed() == []
    assert right._replace(bytes=lighthouse.BYTES + 1).missed() == ["bytes"]
    assert right._replace(scores=lighthouse.GOALS | {"seo": 99}).missed() == ["seo"]
