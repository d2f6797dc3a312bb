"""What happens on a click: proofs open, pages change, code is copied, the palette stays, nobody else is asked."""

import re
from urllib.parse import urlsplit

import pytest


@pytest.fixture(params=["served", "plain"])
def anyhow(request):
    """The site served with and without instant navigation."""
    return request.getfixturevalue(request.param)


def last_proof(page):
    """Return the last claim's link to its proof and what that names."""
    link = page.locator(".claim-proof").last
    return link, page.locator(f"[id='{urlsplit(link.get_attribute('href')).fragment}']")


def in_view(line):
    """Is the line on the screen and not behind the header?"""
    line.wait_for(state="visible")
    return line.evaluate("""async line => {
      await new Promise(resolve => setTimeout(resolve, 300))
      const {top, bottom} = line.getBoundingClientRect()
      return top >= document.querySelector(".md-header").offsetHeight && bottom <= innerHeight
    }""")


def test_proof_link_opens_the_test(anyhow, open_page):
    page = open_page(anyhow.topics[-1])
    link, line = last_proof(page)

    assert not line.is_visible()

    link.click()

    assert in_view(line)
    assert line.text_content().startswith("def test_")


def test_address_of_a_proof_opens_the_test(anyhow, open_page):
    page = open_page(anyhow.topics[-1])
    link, _ = last_proof(page)
    page = open_page(anyhow.topics[-1] + link.get_attribute("href")[link.get_attribute("href").index("#") :])

    assert in_view(last_proof(page)[1])


def test_back_and_forward_open_the_test_again(anyhow, open_page):
    page = open_page(anyhow.topics[-1])
    link, line = last_proof(page)
    link.click()
    line.wait_for(state="visible")
    page.go_back()
    page.wait_for_function("!location.hash")
    page.locator(".live", has=line).locator("label").first.click()

    assert not line.is_visible()

    page.go_forward()
    page.wait_for_function("location.hash")

    assert in_view(line)


def test_link_from_another_page_opens_the_test(served, open_page):
    page = open_page(served.topics[-1])
    address = page.url + "#" + urlsplit(last_proof(page)[0].get_attribute("href")).fragment
    page.goto(served.topics[0])
    page.evaluate(
        """address => {
      window.marker = true
      document.querySelector("article p a").href = address
    }""",
        address,
    )
    page.locator("article p a").first.click()
    page.wait_for_url(address)

    assert in_view(last_proof(page)[1])
    assert page.evaluate("window.marker")


def test_pages_change_without_a_reload(served, open_page):
    page = open_page(served.topics[0])
    page.evaluate("window.marker = true")
    first = page.title()
    link = page.locator(".md-nav--primary > ul > li:not(.md-nav__item--active) > a").last
    address = link.evaluate("link => link.href")
    link.click()
    page.wait_for_url(address)
    page.wait_for_function("first => document.title !== first", arg=first)

    assert page.evaluate("window.marker")


def test_permanent_link_marks_its_claim(served, open_page):
    page = open_page(served.topics[0])
    claim = page.locator(".claim").last
    permanent = claim.locator(".headerlink")

    assert permanent.evaluate("link => getComputedStyle(link).opacity") == "0"

    claim.hover()

    assert permanent.evaluate("link => getComputedStyle(link).opacity") == "1"

    permanent.click()
    page.locator(".claim:target").wait_for()

    assert page.url.endswith("#" + claim.get_attribute("id"))
    assert claim.evaluate("claim => getComputedStyle(claim).backgroundColor") != "rgba(0, 0, 0, 0)"


def test_copy_buttons_copy_the_text(plain, blocks, open_page):
    page = open_page()
    for url in plain.topics:
        page.goto(url)
        for number, block in enumerate(block for block in blocks if block.url == url):
            live = page.locator(".live").nth(number)
            texts = {**block.files, "Test": block.test}
            for label, text in texts.items():
                live.get_by_text(label, exact=True).click()
                live.locator(".tabbed-block:visible .md-code__button").click()

                assert page.evaluate("navigator.clipboard.readText()") == text.rstrip()

            live.locator(".live-footer .md-code__button").click()

            assert page.evaluate("navigator.clipboard.readText()").startswith("streamlit run snippets/")


def test_palette_changes_and_stays(served, browser):
    context = browser.new_context(color_scheme="light")
    page = context.new_page()
    page.goto(served.topics[0])
    background = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(background)
    page.get_by_title("Switch to light mode").click()

    assert page.evaluate(background) == light

    page.get_by_title("Switch to dark mode").click()
    dark = page.evaluate(background)

    assert dark != light

    page.goto(served.topics[-1])

    assert page.evaluate(background) == dark
    context.close()


def test_search_suggests_and_finds(served, open_page):
    page = open_page(served.topics[0])
    page.keyboard.press("/")
    page.keyboard.type("sess", delay=30)
    page.locator(".md-search-result__link").first.wait_for()

    assert page.locator(".md-search__suggest").inner_text().startswith("session")

    page.locator(".md-search-result__link").first.click()
    page.locator(".md-content mark", has_text=re.compile("sess", re.IGNORECASE)).first.wait_for()


def test_nothing_is_asked_of_others_and_nothing_fails(served, browser):
    context = browser.new_context()
    page = context.new_page()
    others, failed = [], []
    page.on("request", lambda request: request.url.startswith((served.url, "data:")) or others.append(request.url))
    page.on("response", lambda response: response.ok or failed.append((page.url, response.url)))
    page.on("console", lambda message: message.type in {"error", "warning"} and failed.append((page.url, message.text)))
    page.on("pageerror", lambda error: failed.append((page.url, str(error))))
    for url in served.pages:
        page.goto(url, wait_until="networkidle")
    context.close()

    assert others == []
    assert failed == []
