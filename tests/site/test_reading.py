"""A reader with a keyboard only, without JavaScript, or with a sheet of paper."""


def test_keyboard_reaches_everything_and_shows_where_it_is(served, open_page):
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


def test_arrow_keys_change_the_tab(served, open_page):
    live = open_page(served.url).locator(".live").first
    live.locator("input").first.focus()
    live.page.keyboard.press("ArrowRight")

    assert live.get_by_role("button", name="Run").is_visible()
    assert live.locator("iframe").count() == 0  # a key that only passes by runs nothing

    live.page.keyboard.press("ArrowRight")

    assert live.locator(".live-hint").is_visible()


def test_pages_work_without_javascript(served, open_page):
    live = open_page(served.url, java_script_enabled=False).locator(".live").first

    assert live.locator("pre").first.is_visible()
    assert not live.locator(".live-hint").is_visible()
    assert not live.get_by_text("Run", exact=True).is_visible()

    live.get_by_text("Test", exact=True).click()

    assert live.locator(".live-hint").is_visible()


def test_paper_gets_code_and_test_but_no_controls(served, open_page):
    ink = "getComputedStyle(document.querySelector('article p')).color"
    on_screen = open_page(served.url).evaluate(ink)
    page = open_page(served.url, palette="dark")
    page.emulate_media(media="print")
    controls = page.locator(".md-code__nav, .md-header, .md-footer, .md-sidebar, .headerlink, .live-run")

    shown = page.locator(".live").first.locator(".tabbed-labels > label:visible")

    assert shown.all_inner_texts() == ["Code", "Test"]
    assert page.locator(".live").first.locator(".tabbed-block:visible").count() == 2
    assert not any(control.is_visible() for control in controls.all())
    assert page.evaluate(ink) == on_screen
