"""The glossary, and the links to it that hold its definitions."""

import re

import pytest

from livedocs.site.glossary import NAME, entries


@pytest.fixture(scope="module")
def glossary(site):
    """Return the entries, and the text they stand in."""
    text = (site.parent / "docs" / NAME).read_text("utf-8")
    return entries(text), text


def test_each_term_has_a_definition_of_one_sentence(glossary):
    found, text = glossary
    definitions = {entry["term"]: entry["definition"] for entry in found}

    assert [*definitions] == re.findall(r"^### (.+?)(?: \{.*)?$", text, re.MULTILINE)
    assert {term: said for term, said in definitions.items() if not re.fullmatch(r"[A-Z].*[^.]\.", said)} == {}
    assert {term: said for term, said in definitions.items() if re.search(r"[.?!] [A-Z]|\]\(", said)} == {}


def test_pages_link_to_tips_and_to_each_once(glossary, site):
    tips = {entry["anchor"] for entry in glossary[0] if entry["tip"]}
    pages = {page: page.read_text("utf-8") for page in site.glob("*/index.html")}
    links = {page: re.findall(r'class="term"[^>]* href="[^"]*/#([\w-]+)"', html) for page, html in pages.items()}

    assert {"callback", "rerun", "session"} < {anchor for found in links.values() for anchor in found} <= tips
    assert [page for page, found in links.items() if len(set(found)) != len(found)] == []


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("reach", ["hover", "focus"])
def test_tip_is_seen_and_fits(served, open_page, width, reach):
    page = open_page(served.url, width=width)
    page.keyboard.press("Tab")  # a reader with a keyboard
    for term in page.locator(".term").all():
        getattr(term, reach)()
        page.wait_for_function("term => getComputedStyle(term, '::after').opacity === '1'", arg=term.element_handle())

        assert page.evaluate("document.scrollingElement.scrollWidth") == width
