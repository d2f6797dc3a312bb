"""A reader with only a keyboard, without JavaScript, with a printed page, or at the URL of a missing page."""

import pytest
from playwright.sync_api import expect
from pygments.token import STANDARD_TYPES, Operator

from livedocs.site.code import ALIKE

# The color of each kind of token in a block; code without an element has the kind "".
COLORS = """kinds => Object.fromEntries(kinds.map(kind => {
  const token = document.createElement("span")
  token.className = kind
  document.querySelector(".live pre > code").append(token)
  return [kind, getComputedStyle(token).color]
}))"""


def test_the_keyboard_reaches_everything_and_the_focus_is_visible(served, open_page):
    page = open_page(served.url)
    page.locator("h1").click()
    seen = {}
    wanted = {"claim-proof", "headerlink", "md-code__button", "tab"}
    for _ in range(60):
        page.keyboard.press("Tab")
        kind, outline = page.evaluate("""() => {
          const at = document.activeElement
          const tabs = at.parentElement.querySelector(":scope > .tabbed-labels")
          return [tabs ? "tab" : at.className.split(" ")[0], getComputedStyle(tabs ?? at).outlineStyle]
        }""")
        seen.setdefault(kind, outline)
        if wanted <= set(seen):
            break

    assert {kind: seen.get(kind) for kind in wanted} == dict.fromkeys(wanted, "solid")


def test_the_search_returns_the_focus(served, open_page):
    page = open_page(served.url)
    link = page.locator(".claim-proof").first
    link.focus()
    page.keyboard.press("/")

    expect(page.get_by_label("Describe your problem, or paste an error")).to_be_focused()

    page.keyboard.press("Escape")

    expect(link).to_be_focused()


def test_a_phone_shows_the_whole_name_and_the_keyboard_opens_its_navigation(served, open_page):
    page = open_page(served.url, width=390)
    name = page.locator(".md-header .md-ellipsis").first
    assert name.evaluate("name => name.scrollWidth <= name.clientWidth && name.scrollHeight <= name.clientHeight")

    opener = page.get_by_title("Navigation", exact=True)
    sidebar = page.locator(".md-sidebar--primary")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")

    expect(opener).to_be_focused()
    expect(sidebar).to_be_hidden()

    page.keyboard.press("Enter")
    section = sidebar.locator("label.md-nav__link", has_text="Recipes")
    link = sidebar.get_by_role("link", name="Recipes: lists")

    expect(section).to_be_visible()
    expect(link).to_be_hidden()

    section.press("Space")

    expect(link).to_be_visible()
    expect(section).to_be_hidden()  # its list covers it

    link.focus()
    page.keyboard.press("Escape")

    expect(opener).to_be_focused()
    expect(sidebar).to_be_hidden()


def test_arrow_keys_change_the_tab(served, open_page):
    live = open_page(served.url).locator(".live").first
    live.locator("input").first.focus()
    live.page.keyboard.press("ArrowRight")

    assert live.get_by_role("button", name="Run").is_visible()
    assert live.locator("iframe").count() == 0  # passing by runs nothing

    live.page.keyboard.press("Tab")

    expect(live.get_by_role("button", name="Run")).to_be_focused()

    live.page.keyboard.press("Shift+Tab")
    live.page.keyboard.press("ArrowRight")

    assert live.locator(".live-hint").is_visible()


def test_keyboard_leaves_the_editor(served, open_page):
    live = open_page(served.url).locator(".live").first
    live.locator("input[id$='-run']").press("Space")
    live.get_by_role("button", name="Edit").press("Enter")
    editor = live.get_by_role("textbox")

    expect(editor).to_be_focused()

    live.page.keyboard.press("Escape")
    live.page.keyboard.press("Tab")

    expect(live.get_by_role("button", name="Run the code")).to_be_focused()


def test_pages_work_without_javascript(served, open_page):
    live = open_page(served.url, java_script_enabled=False).locator(".live").first

    assert live.locator("pre").first.is_visible()
    assert not live.locator(".live-hint").is_visible()
    assert not live.get_by_text("Run", exact=True).is_visible()

    live.get_by_text("Test", exact=True).click()

    assert live.locator(".live-hint").is_visible()


def test_a_printed_page_has_code_and_test_but_no_controls(served, open_page):
    ink = "getComputedStyle(document.querySelector('article p')).color"
    on_screen = open_page(served.url).evaluate(ink)
    page = open_page(served.url, palette="dark")
    page.emulate_media(media="print")
    controls = page.locator(".md-code__nav, .md-header, .md-footer, .md-sidebar, .headerlink, .live-run")

    shown = page.locator(".live").first.locator(".tabbed-labels > label:visible")

    assert shown.all_inner_texts() == ["count_runs.py", "Test"]
    assert page.locator(".live").first.locator(".tabbed-block:visible").count() == 2
    assert not any(control.is_visible() for control in controls.all())
    assert page.evaluate(ink) == on_screen


@pytest.mark.parametrize("missing", ["widget/", "widgets/state/old.html"])
def test_a_missing_page_links_to_all_pages(served, open_page, missing):
    """A host answers with `404.html` at any depth, where its styles and links have to work."""
    page = open_page()
    text = (served.folder / "404.html").read_text()
    page.route(served.url + missing, lambda route: route.fulfill(status=404, content_type="text/html", body=text))
    page.goto(served.url + missing)

    assert page.locator("article h1").inner_text() == "Page not found"
    links = page.locator("article ul a")
    urls = links.evaluate_all("links => links.map(link => link.href.replace(/\\/\\.$/, '/'))")
    assert sorted(urls) == sorted(served.topics)
    links.filter(has_text="Callbacks").click()
    expect(page.locator("article h1")).to_contain_text("Callbacks")
    assert page.url == served.url + "callbacks/"


@pytest.mark.parametrize(("reach", "width"), [("hover", 1440), ("focus", 390)])
def test_the_tip_of_a_term_is_visible_and_fits(served, open_page, reach, width):
    page = open_page(served.url, width=width)
    page.keyboard.press("Tab")  # a reader with a keyboard
    for term in page.locator(".term").all():
        getattr(term, reach)()
        page.wait_for_function("term => getComputedStyle(term, '::after').opacity === '1'", arg=term.element_handle())

        assert page.evaluate("document.scrollingElement.scrollWidth") == width


def test_code_without_an_element_has_the_same_color(plain, open_page):
    pairs = [(STANDARD_TYPES[kind], STANDARD_TYPES[other]) for kind, other in ALIKE.items() if kind != Operator.Word]
    colors = open_page(f"{plain.url}callbacks/").evaluate(COLORS, [kind for pair in pairs for kind in pair])

    assert [(one, other) for one, other in pairs if colors[one] != colors[other]] == []


def test_the_theme_changes_no_code_of_a_block(plain, open_page):
    """The theme gives an id to all code that it finds; `docs/assets/head.js` hides blocks from its query."""
    page = open_page(f"{plain.url}testing/")
    seen = page.locator("article pre[id^=__code_]")
    seen.first.wait_for()

    assert seen.count() == page.locator("article pre:not(.live *)").count()
    assert page.locator(".live pre").count() > 0
