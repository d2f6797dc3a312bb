"""What happens on a click: proofs open, pages change, code is copied, and the palette stays."""

from pathlib import PurePosixPath

import pytest


@pytest.fixture(params=["served", pytest.param("plain", marks=pytest.mark.full)])
def either(request):
    """The site with and without instant navigation."""
    return request.getfixturevalue(request.param)


def proof_in(page):
    """Return the last claim's link to its proof, the line it leads to, and the snippet of both."""
    link = page.locator(".claim-proof:not(details *)").last
    line = page.locator(f"[id='{link.get_attribute('href').partition('#')[2]}']")
    return link, line, page.locator(".live", has=line)


def assert_in_view(line):
    """Wait until the line is on the screen, below the header."""
    line.wait_for(state="visible")
    line.page.wait_for_function(
        """line => {
          const {top, bottom} = line.getBoundingClientRect()
          return top >= document.querySelector(".md-header").offsetHeight && bottom <= innerHeight
        }""",
        arg=line.element_handle(),
    )


def test_links_to_proofs_and_the_history_open_the_test(either, open_page):
    page = open_page(either.url)
    link, line, live = proof_in(page)
    assert not line.is_visible()
    link.click()
    assert_in_view(line)
    assert line.inner_text().startswith("def test_")

    # Unlike a click on the tab, the keyboard doesn't change the URL.
    live.locator("input:checked").focus()
    page.keyboard.press("ArrowLeft")
    assert not line.is_visible()
    link.click()
    assert_in_view(line)

    page.go_back()
    page.wait_for_function("!location.hash")
    live.locator("label").first.click()
    assert not line.is_visible()
    page.go_forward()
    page.wait_for_function("location.hash")
    assert_in_view(line)


def test_urls_of_a_proof_and_of_a_tab_open_it(either, open_page):
    page = open_page(either.url)
    url = proof_in(page)[0].evaluate("link => link.href")
    tab = page.locator(".live input").last.get_attribute("id")

    assert_in_view(proof_in(open_page(url))[1])
    assert not page.locator(f"#{tab}").is_checked()
    assert open_page(f"{either.url}#{tab}").locator(f"#{tab}").is_checked()


def test_anchors_and_links_to_the_page_itself_do_not_load_it_again(served, open_page):
    page = open_page(served.url)
    page.evaluate("document.querySelector('article').marked = true")
    link, line, _ = proof_in(page)
    link.click()
    assert_in_view(line)
    page.locator("article .headerlink").first.click()
    page.go_back()
    assert_in_view(line)
    assert page.evaluate("document.querySelector('article').marked")

    page.locator("header .md-logo").click()
    page.wait_for_function("scrollY === 0")


def test_pages_change_without_a_reload(served, open_page, instant):
    page = open_page(served.url)
    instant(page)
    page.evaluate("window.marker = true")
    proof = proof_in(page)[0].evaluate("link => link.href")
    title = page.title()
    link = page.locator(".md-nav--primary .md-nav__item:not(.md-nav__item--active) > a:not([href^='#'])").last
    url = link.evaluate("link => link.href")
    link.click()
    page.wait_for_url(url)
    page.wait_for_function("title => document.title !== title", arg=title)

    logo = page.locator(".md-logo").first
    logo.evaluate("(link, proof) => { link.href = proof }", proof)
    logo.click()
    page.wait_for_url(proof)
    assert_in_view(proof_in(page)[1])
    assert page.evaluate("window.marker")


def test_permanent_link_marks_its_claim(served, open_page):
    page = open_page(served.url)
    claim = page.locator(".claim").last
    permanent = claim.locator(".headerlink")

    assert permanent.evaluate("link => getComputedStyle(link).opacity") == "0"

    claim.hover()

    assert permanent.evaluate("link => getComputedStyle(link).opacity") == "1"

    permanent.click()
    page.locator(".claim:target").wait_for()

    assert page.url.endswith("#" + claim.get_attribute("id"))
    assert claim.evaluate("claim => getComputedStyle(claim).backgroundColor") != "rgba(0, 0, 0, 0)"


def test_copy_buttons_copy_the_text(blocks, open_page):
    # One block of each kind: one file or several, with and without highlighted lines.
    for block in {(len(block.files) > 1, block.highlighted): block for block in blocks}.values():
        live = open_page(block.url).locator(f"[data-snippet='{block.snippet}']")
        name = PurePosixPath(block.snippet).name
        command = f"streamlit run {name if name.endswith('.py') else 'streamlit_app.py'}"
        texts = [*block.files.values(), block.test, command]
        for number, text in enumerate(texts):
            if number < len(texts) - 1:
                live.locator("label:not([for$=-run])").nth(number).click()
            live.locator(".md-code__button").nth(number).click()
            live.page.locator(".md-dialog--active").wait_for()
            copied = live.page.evaluate("navigator.clipboard.readText()")

            assert copied == text.rstrip()


def test_the_palette_changes_and_stays(served, new_page):
    page = new_page(served.url, color_scheme="light")
    background = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(background)
    page.get_by_title("Switch to light mode").click()
    assert page.evaluate(background) == light

    page.get_by_title("Switch to dark mode").click()
    dark = page.evaluate(background)
    assert dark != light

    page.goto(served.topics[-1])
    assert page.evaluate(background) == dark
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"

    page.get_by_role("radio", name="Switch to system preference").press("Enter")
    assert page.evaluate(background) == light
    page.emulate_media(color_scheme="dark")
    page.wait_for_function("() => !('mdColorSwitching' in document.body.dataset)")
    assert page.evaluate(background) == dark
