"""Everyone can use every page: what axe finds, the keyboard alone, no JavaScript, a phone, paper."""

from pathlib import Path

import pytest

AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
# All rules that are on by default, best practices among them, and the one on the size of targets.
# The theme makes what scrolls focusable after the next frame.
RUN_AXE = """async () => {
  await new Promise(requestAnimationFrame)
  await new Promise(requestAnimationFrame)
  const found = await axe.run({resultTypes: ["violations"], rules: {"target-size": {enabled: true}}})
  return found.violations.flatMap(rule => rule.nodes.map(node =>
    `${rule.id} at ${location} ${node.target}: ${node.failureSummary.replaceAll("\\n", " ")}`))
}"""
OPEN_TEST_TABS = """document.querySelectorAll(".live input:last-of-type").forEach(tab => tab.click())"""


@pytest.mark.parametrize(
    ("palette", "width", "tests"), [("light", 1440, False), ("dark", 1440, True), ("dark", 390, False)]
)
def test_axe_finds_nothing(served, open_page, palette, width, tests):
    page = open_page(palette=palette, width=width)
    page.add_init_script(path=AXE)
    found = []
    for url in served.pages:
        page.goto(url)
        assert page.evaluate("getComputedStyle(document.body).colorScheme") == palette
        if tests:
            page.evaluate(OPEN_TEST_TABS)
        found += page.evaluate(RUN_AXE)

    assert "\n".join(found) == ""


def test_no_page_is_wider_than_a_phone(served, open_page):
    page = open_page(width=390)
    wider = []
    for url in served.pages:
        page.goto(url)
        page.evaluate(OPEN_TEST_TABS)
        wider += [(url, width) for width in [page.evaluate("document.scrollingElement.scrollWidth")] if width > 390]

    assert wider == []


def test_keyboard_reaches_everything_and_shows_where_it_is(served, open_page):
    page = open_page(served.topics[0])
    page.locator("h1").click()
    seen = {}
    wanted = {"claim-proof", "headerlink", "md-code__button", "radio"}
    for _ in range(60):
        page.keyboard.press("Tab")
        kind, outline = page.evaluate("""() => {
          const at = document.activeElement
          const marked = at.type === "radio" ? at.parentElement.querySelector(".tabbed-labels") : at
          return [at.type === "radio" ? "radio" : at.className.split(" ")[0], getComputedStyle(marked).outlineStyle]
        }""")
        seen.setdefault(kind, outline)
        if wanted <= set(seen):
            break

    assert {kind: seen.get(kind) for kind in wanted} == dict.fromkeys(wanted, "solid")


def test_arrow_keys_change_the_tab(served, open_page):
    page = open_page(served.topics[0])
    live = page.locator(".live").first
    live.locator("input").first.focus()
    page.keyboard.press("ArrowRight")

    assert live.locator(".tabbed-block:visible .live-hint").count() == 1


def test_pages_work_without_javascript(served, open_page):
    page = open_page(served.topics[0], java_script_enabled=False)
    live = page.locator(".live").first

    assert live.locator("pre").first.is_visible()
    assert not live.locator("pre", has_text="AppTest").is_visible()

    live.get_by_text("Test", exact=True).click()

    assert live.locator("pre", has_text="AppTest").is_visible()


def test_paper_gets_code_and_test_but_no_controls(served, open_page):
    page = open_page(served.topics[0], palette="dark")
    page.emulate_media(media="print")
    live = page.locator(".live").first

    assert live.locator(".tabbed-block:visible").count() == live.locator(".tabbed-block").count()
    assert (
        not page.locator(".md-code__nav, .md-header, .md-footer, .md-sidebar, .headerlink")
        .locator("visible=true")
        .count()
    )
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") in {
        "rgba(0, 0, 0, 0)",
        "rgb(255, 255, 255)",
    }
