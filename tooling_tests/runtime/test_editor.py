"""The editor works without inline styles and scripts, with the theme's style sheet and ours."""

from pathlib import Path

import material
import pytest

(THEME,) = Path(material.__file__).parent.glob("templates/assets/stylesheets/main.*.min.css")
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'"
PAGE = """
<!doctype html>
<html lang="en">
<title>Docs</title>
<link rel="stylesheet" href="/theme.css">
<link rel="stylesheet" href="/assets/site.css">
<script type="module" src="/page.js"></script>
<body data-md-color-scheme="default">
<article class="md-typeset"><pre><code>code</code></pre><div></div><button>Next</button></article>
"""
SCRIPT = """
import { edit } from "/assets/run/runtime/editor.js";
window.refused = [];
addEventListener("securitypolicyviolation", event => refused.push(event.violatedDirective));
window.changes = [];
window.runs = 0;
const doc = 'def f():\\n    return "text"\\n';
const onChange = text => changes.push(text);
window.editor = edit(document.querySelector("div"), { doc, label: "app.py", onChange, onRun: () => runs++ });
"""
STYLE = """element => {
  const { fontFamily, fontSize, lineHeight, color, backgroundColor } = getComputedStyle(element)
  return { fontFamily, fontSize, lineHeight, color, backgroundColor }
}"""


@pytest.fixture(scope="module")
def opened(streamlit_browser, site):
    """Open the page."""
    page = streamlit_browser.new_page()
    page.route(
        "**/editor",
        lambda route: route.fulfill(body=PAGE, content_type="text/html", headers={"Content-Security-Policy": POLICY}),
    )
    page.route("**/page.js", lambda route: route.fulfill(body=SCRIPT, content_type="text/javascript"))
    page.route("**/theme.css", lambda route: route.fulfill(path=THEME))
    page.route("**/favicon.ico", lambda route: route.fulfill(status=204))
    yield page, f"{site}editor"
    page.close()


@pytest.fixture
def page(opened):
    """Load the page again, with the focus at the end of the text."""
    page, url = opened
    page.goto(url)
    page.wait_for_function("() => window.editor")
    page.evaluate("editor.focus()")
    page.keyboard.press("Control+End")
    yield page
    assert page.evaluate("refused") == []


def text_of(page):
    return page.evaluate("editor.text")


def test_typing_indents_as_python_does_and_reports_each_change(page):
    page.keyboard.type("if f():\nx = (1)")

    assert text_of(page) == 'def f():\n    return "text"\nif f():\n    x = (1)'
    assert page.evaluate("changes.at(-1)") == text_of(page)
    assert page.evaluate("changes.length") == len("if f():\nx = (1)")


def test_the_key_that_runs_the_app_adds_no_line(page):
    before = text_of(page)
    page.keyboard.press("Control+Enter")

    assert page.evaluate("runs") == 1
    assert text_of(page) == before


@pytest.mark.parametrize(("typed", "reported"), [(True, 2), (False, 1)])
def test_undo_of_typed_text_and_of_text_that_the_page_sets(page, typed, reported):
    """Only changes of the reader are reported."""
    before = text_of(page)
    if typed:
        page.keyboard.type("x")
    else:
        page.evaluate("editor.text = 'another'")
    assert text_of(page) == (f"{before}x" if typed else "another")
    page.keyboard.press("Control+z")

    assert text_of(page) == before
    assert page.evaluate("changes")[-1] == before
    assert page.evaluate("changes.length") == reported


def test_tab_indents_and_the_keyboard_can_leave(page):
    before = text_of(page)
    button = "document.activeElement.localName === 'button'"
    page.keyboard.press("Tab")

    assert text_of(page) == before + "    "

    page.keyboard.press("Shift+Tab")

    assert text_of(page) == before
    assert not page.evaluate(button)

    page.keyboard.press("Escape")
    page.keyboard.press("Tab")

    assert page.evaluate(button)
    assert text_of(page) == before


def test_name_and_description(page):
    textbox = page.get_by_role("textbox", name="app.py", exact=True)
    said = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    descriptions = [node["description"]["value"] for node in said if node.get("description", {}).get("value")]

    assert textbox.get_attribute("aria-multiline") == "true"
    assert descriptions == ["Tab indents: press Escape, then Tab, to leave."]


def test_looks_like_a_code_block_in_both_palettes(page):
    code = page.locator("pre > code").first
    content = page.locator(".cm-content")
    seen = []
    for scheme in ("default", "slate"):
        page.evaluate("scheme => { document.body.dataset.mdColorScheme = scheme }", scheme)
        page.wait_for_timeout(300)  # the theme's colors take 125 ms to change
        wanted = code.evaluate(STYLE) | {"backgroundColor": "rgba(0, 0, 0, 0)"}
        keyword = page.locator(".cm-line span", has_text="return").evaluate(STYLE)["color"]
        variable = "getComputedStyle(document.body).getPropertyValue('--md-code-hl-keyword-color')"
        red, green, blue = bytes.fromhex(page.evaluate(variable).lstrip("#"))
        seen.append(wanted["color"])

        assert content.evaluate(STYLE) == wanted
        assert keyword == f"rgb({red}, {green}, {blue})"
    assert len(set(seen)) == 2
