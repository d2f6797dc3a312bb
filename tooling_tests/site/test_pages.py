"""Every page for a new visitor: what it loads, whether it moves, what axe finds, and whether it fits."""

import gzip
import time
from pathlib import Path

import pytest

from livedocs.model.navigation import navigation
from tooling_tests.site.faults import in_pieces

ROOT = Path(__file__).parents[2]
AXE = ROOT / "node_modules/axe-core/axe.min.js"
PAGES = ["404.html", *("" if path.stem == "index" else f"{path.stem}/" for path in navigation(ROOT))]
TABS = ["first-of-type", "last-of-type", "is([id$=-run])"]
# Palette, width, and tab of each block. `make test` takes one of them for each page, `make full` all.
LOOKS = [("light", 1440, TABS[0]), ("dark", 1440, TABS[1]), ("dark", 390, TABS[0]), ("light", 390, TABS[2])]
# Each page with the looks that axe judges.
VISITS = [
    pytest.param(page, looks, id=f"{page or 'home'} {len(looks)}", marks=[pytest.mark.full] * (len(looks) > 1))
    for number, page in enumerate(PAGES)
    for looks in ([LOOKS[number % 4]], LOOKS[: number % 4] + LOOKS[number % 4 + 1 :])
]
# Limits, on a phone.
BYTES = 300_000  # compressed, before anything runs
NOTICED = 0.01  # of a layout shift
LISTS_ALL_CLAIMS = "versions/"
BLOCKING = 4  # files before a page shows anything: two styles of the theme, our style, our script
ELEMENTS = 8000  # once its scripts have run

# All layout shifts since the page began to load, even before the observer.
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
# axe is slow with the tokens of code: one token of each color is enough.
FEWER_TOKENS = """() => {
  const seen = new Set()
  for (const token of document.querySelectorAll("pre span")) {
    const kind = `${token.className} in ${token.parentElement.closest("[class]").className}`
    if (seen.has(kind)) token.replaceWith(...token.childNodes)
    seen.add(kind)
  }
}"""
# All rules that are on by default, best practices included, and the rule about the size of targets.
# Whatever scrolls becomes focusable after the next frame, in a block once it is rendered.
RUN_AXE = """async () => {
  for (const live of document.querySelectorAll(".live")) live.style.contentVisibility = "visible"
  await new Promise(requestAnimationFrame)
  await new Promise(requestAnimationFrame)
  const found = await axe.run({resultTypes: ["violations"], rules: {"target-size": {enabled: true}}})
  return found.violations.flatMap(rule => rule.nodes.map(node =>
    `${rule.id} at ${node.target}: ${node.failureSummary.replaceAll("\\n", " ")}`))
}"""


def look(page, width, tab):
    """Give the window a width in pixels, and open a tab of each block."""
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate(f"document.querySelectorAll('.live input:{tab}').forEach(tab => tab.click())")


@pytest.mark.parametrize(("path", "looks"), VISITS)
def test_page(path, looks, served, streamlit_browser):
    asked, failed, found = [], [], {}
    long = path.startswith(LISTS_ALL_CLAIMS)
    with streamlit_browser.new_context(reduced_motion="reduce", viewport={"width": 412, "height": 823}) as context:
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("response", lambda response: response.ok or failed.append(f"{response.status} {response.url}"))
        page.on("console", lambda message: message.type in {"error", "warning"} and failed.append(message.text))
        page.on("pageerror", lambda error: failed.append(str(error)))
        page.goto(served.url + path, wait_until="networkidle")
        found["moves"] = [move for move in page.evaluate(SHIFTS) if float(move.split()[0]) >= NOTICED]
        found["waits for files"] = page.evaluate(BLOCKED)[BLOCKING:]
        found["has elements"] = max(page.locator("*").count() - ELEMENTS - 3_000 * long, 0)
        files = {served.file(url) for url in asked if url.startswith(served.url)}
        found["is heavy"] = max(sum(len(gzip.compress(file.read_bytes())) for file in files) - BYTES - 40_000 * long, 0)

        page.evaluate(FEWER_TOKENS)
        page.evaluate(AXE.read_text("utf-8"))
        for palette, width, tab in looks:
            page.emulate_media(color_scheme=palette)
            look(page, width, tab)
            page.wait_for_function("palette => getComputedStyle(document.body).colorScheme === palette", arg=palette)
            found[f"{palette}, {width} pixels"] = page.evaluate(RUN_AXE)
        for tab in TABS:
            look(page, 320, tab)
            found[f"is wider than a phone, {tab}"] = page.evaluate("document.scrollingElement.scrollWidth") - 320

    found["fails"] = failed
    found["asks others"] = [url for url in asked if not url.startswith((served.url, "data:"))]
    assert {what: which for what, which in found.items() if which} == {}


def test_nothing_moves_while_a_page_arrives(site, new_page):
    """The connection is slow, and the first table of the page is incomplete for a while."""
    cuts = [b'<div class="md-header__topic">', b"</tr>\n<tr>"]
    with in_pieces(site, cuts, lambda: time.sleep(0.5)) as (url, made):
        moved = new_page(f"{url}caching/", viewport={"width": 412, "height": 823}).evaluate(SHIFTS)

    assert made == cuts
    assert moved == []
