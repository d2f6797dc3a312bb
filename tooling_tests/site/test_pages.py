"""Every page, looked at once: who is asked for what, what axe finds, whether a phone shows all of it."""

import gzip
from pathlib import Path
from types import SimpleNamespace

import pytest

ROOT = Path(__file__).parents[2]
SITE = ROOT / "site"
AXE = ROOT / "node_modules/axe-core/axe.min.js"
FOUND = (path for path in SITE.rglob("*.html") if "assets" not in path.parts)
PAGES = sorted(path.relative_to(SITE).as_posix() for path in FOUND) or ["index.html"]

# axe takes its time over each token of code: one of each colour will do.
FEWER_TOKENS = """() => {
  const seen = new Set()
  for (const token of document.querySelectorAll("pre span")) {
    const kind = `${token.className} in ${token.parentElement.closest("[class]").className}`
    if (seen.has(kind)) token.replaceWith(...token.childNodes)
    seen.add(kind)
  }
}"""
# All rules that are on by default, best practices among them, and the one on the size of targets.
# What scrolls is made focusable after the next frame, that of a block once it is drawn.
RUN_AXE = """async () => {
  for (const live of document.querySelectorAll(".live")) live.style.contentVisibility = "visible"
  await new Promise(requestAnimationFrame)
  await new Promise(requestAnimationFrame)
  const found = await axe.run({resultTypes: ["violations"], rules: {"target-size": {enabled: true}}})
  return found.violations.flatMap(rule => rule.nodes.map(node =>
    `${rule.id} at ${node.target}: ${node.failureSummary.replaceAll("\\n", " ")}`))
}"""


@pytest.fixture(scope="module", params=PAGES)
def visit(request, served, streamlit_browser):
    """Open a page as a new visitor and note what is asked for and what goes wrong."""
    context = streamlit_browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    asked, failed = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("response", lambda response: response.ok or failed.append(f"{response.status} {response.url}"))
    page.on("console", lambda message: message.type in {"error", "warning"} and failed.append(message.text))
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.goto(served.url + request.param.removesuffix("index.html"))
    page.evaluate(FEWER_TOKENS)
    page.evaluate(AXE.read_text("utf-8"))
    yield SimpleNamespace(page=page, asked=asked, failed=failed)
    context.close()


@pytest.mark.parametrize(
    ("palette", "width", "tab"),
    [
        ("light", 1440, "first-of-type"),
        ("dark", 1440, "last-of-type"),
        ("dark", 390, "first-of-type"),
        ("light", 390, "is([id$=-run])"),
    ],
)
def test_axe_finds_nothing(visit, palette, width, tab):
    visit.page.emulate_media(color_scheme=palette)
    visit.page.set_viewport_size({"width": width, "height": 900})
    visit.page.evaluate(f"document.querySelectorAll('.live input:{tab}').forEach(tab => tab.click())")

    visit.page.wait_for_function("palette => getComputedStyle(document.body).colorScheme === palette", arg=palette)

    assert "\n".join(visit.page.evaluate(RUN_AXE)) == ""


@pytest.mark.parametrize("tab", ["first-of-type", "last-of-type", "is([id$=-run])"])
def test_phone_shows_all_of_it(visit, tab):
    visit.page.set_viewport_size({"width": 320, "height": 900})
    visit.page.evaluate(f"document.querySelectorAll('.live input:{tab}').forEach(tab => tab.click())")

    assert visit.page.evaluate("document.scrollingElement.scrollWidth") == 320


def test_page_is_light_before_anything_runs(visit, served):
    paths = {url.removeprefix(served.url).partition("?")[0] for url in visit.asked if url.startswith(served.url)}
    files = [served.folder / path / ("index.html" if path.endswith("/") or not path else "") for path in paths]

    assert sum(len(gzip.compress(file.read_bytes())) for file in files) < 300_000


# Last, as a page may ask for more while the others look at it.
def test_nobody_else_is_asked(visit, served):
    assert [url for url in visit.asked if not url.startswith((served.url, "data:"))] == []


def test_nothing_fails(visit):
    assert visit.failed == []
