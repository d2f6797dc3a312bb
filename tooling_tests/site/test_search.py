"""The site's search and the finder know the words of readers: what they ask leads to the section that answers."""

import re
import tomllib
from pathlib import Path

import pytest
from playwright.sync_api import expect

QUERIES = tomllib.loads(Path(__file__).with_name("queries.toml").read_text("utf-8"))["query"]
TEXTS = [query["text"] for query in QUERIES]
# Of each text, the links that the search shows: of each page the one that fits best, as it hides the rest.
SEARCH = """async texts => {
  const [box, meta] = ["__input", "-result__meta"].map(part => document.querySelector(`.md-search${part}`))
  const score = link => Number(link.firstElementChild.dataset.mdScore)
  const best = links => links.reduce((best, link) => score(link) > score(best) ? link : best).href
  const type = async (text, said) => {
    box.value = text.replaceAll("\\n", " ")  // as a paste into one line does
    box.dispatchEvent(new KeyboardEvent("keyup"))
    while (!said.test(meta.textContent)) await new Promise(requestAnimationFrame)
  }
  const found = []
  for (const text of texts) {
    await type("", /Type to start/)
    await type(text, /matching document/)
    const items = document.querySelectorAll(".md-search-result__item")
    found.push(Array.from(items, item => best([...item.querySelectorAll(":scope > a")])))
  }
  return found
}"""
# The same of the finder, which waits a moment after each key.
FIND = """async texts => {
  const [box, list] = ["textarea", "dl"].map(part => document.querySelector(`.finder ${part}`))
  const found = []
  for (const text of texts) {
    box.value = text
    box.dispatchEvent(new Event("input"))
    while (list.ariaBusy === "true") await new Promise(done => setTimeout(done))
    found.push(Array.from(list.querySelectorAll("dt > a"), link => link.href))
  }
  return found
}"""
NO_DELAY = "const later = setTimeout; window.setTimeout = (call, _, ...rest) => later(call, 0, ...rest)"


def section(href, site):
    """Return a link without the site's address and the words to highlight."""
    path, _, anchor = href.removeprefix(site.url).partition("#")
    return f"{path.partition('?')[0]}#{anchor}".removesuffix("#")


def assert_answered(found):
    """19 of 20 queries have an answer among the first three."""
    missed = [
        f"{query['text'].strip().splitlines()[-1]}: {links[:3]}"
        for query, links in zip(QUERIES, found, strict=True)
        if not set(links[:3]) & set(query["answers"])
    ]
    assert len(missed) <= len(QUERIES) / 20, "\n".join(missed)


def test_queries_are_many_and_their_answers_are_there(site):
    gone = [
        answer
        for query in QUERIES
        for answer in query["answers"]
        if f'id="{answer.partition("#")[2]}"' not in (site / answer.partition("#")[0] / "index.html").read_text("utf-8")
    ]

    assert len(set(TEXTS)) == len(TEXTS) >= 60
    assert gone == []


@pytest.mark.timeout(240)
def test_search_leads_to_the_answer(plain, open_page):
    page = open_page(plain.url)
    page.locator(".md-search__input").focus()

    assert_answered([[section(href, plain) for href in links] for links in page.evaluate(SEARCH, TEXTS)])


@pytest.mark.timeout(120)
def test_finder_leads_to_the_answer(plain, open_page):
    page = open_page()
    page.add_init_script(NO_DELAY)
    page.goto(f"{plain.url}symptoms/")
    expect(page.locator(".finder")).to_be_visible()

    assert_answered([[section(href, plain) for href in links] for links in page.evaluate(FIND, TEXTS)])


def test_search_takes_any_text(plain, open_page):
    """A pasted text isn't parsed as a query, and raises no error."""
    page = open_page(plain.url)
    said = []
    page.on("console", lambda message: said.append(message.text))
    box, meta = page.locator(".md-search__input"), page.locator(".md-search-result__meta")
    box.focus()
    for text in [
        'File "/app/a.py", line 3, in <module> st.session_state.x = 1',
        "title:session +missing -state ~2 ^boost",
        '"unfinished',
        "*",
        "the",
    ]:
        box.fill("")
        box.press("Shift")
        expect(meta).to_have_text("Type to start searching")
        box.fill(text)
        box.press("Shift")
        expect(meta).to_have_text(re.compile("matching document|Type to start"))

    assert said == []
