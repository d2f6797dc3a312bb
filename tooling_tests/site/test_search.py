"""The site's search and the finder know the words of readers: what they ask leads to the section that answers."""

import re
import tomllib
from pathlib import Path

import pytest
from playwright.sync_api import expect

QUERIES = tomllib.loads(Path(__file__).with_name("queries.toml").read_text("utf-8"))["query"]
# The search shows of each page what fits best, and hides the rest.
BEST = """items => items.map(item => {
  const score = link => Number(link.firstElementChild.dataset.mdScore)
  const links = [...item.querySelectorAll(":scope > a")]
  return links.reduce((best, link) => score(link) > score(best) ? link : best).href
})"""


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
    texts = [query["text"] for query in QUERIES]
    gone = [
        answer
        for query in QUERIES
        for answer in query["answers"]
        if f'id="{answer.partition("#")[2]}"' not in (site / answer.partition("#")[0] / "index.html").read_text("utf-8")
    ]

    assert len(set(texts)) == len(texts) >= 60
    assert gone == []


@pytest.mark.timeout(240)
def test_search_leads_to_the_answer(plain, open_page):
    page = open_page(plain.url)
    page.locator(".md-search__input").focus()
    box, results = page.locator(".md-search__input"), page.locator(".md-search-result__item")
    found = []
    for query in QUERIES:
        box.fill("")
        box.press("Shift")
        expect(results).to_have_count(0)
        box.fill(query["text"])
        box.press("Shift")
        expect(page.locator(".md-search-result__meta")).to_have_text(re.compile(r"matching document"))
        found.append([section(href, plain) for href in results.evaluate_all(BEST)])

    assert_answered(found)


@pytest.mark.timeout(120)
def test_finder_leads_to_the_answer(plain, open_page):
    page = open_page(f"{plain.url}symptoms/")
    found = []
    for query in QUERIES:
        page.locator(".finder textarea").fill(query["text"])
        expect(page.locator(".finder dl")).to_have_attribute("aria-busy", "false")
        links = page.locator(".finder dt > a").evaluate_all("links => links.map(link => link.href)")
        found.append([section(href, plain) for href in links])

    assert_answered(found)


@pytest.mark.parametrize(
    "text",
    [
        'File "/app/a.py", line 3, in <module> st.session_state.x = 1',
        "title:session +missing -state ~2 ^boost",
        '"unfinished',
        "*",
        "the",
    ],
)
def test_search_takes_any_text(plain, open_page, text):
    """Nothing that is pasted is a query in another language to the search, and no error."""
    page = open_page(plain.url)
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.locator(".md-search__input").focus()
    page.locator(".md-search__input").fill(text)
    page.locator(".md-search__input").press("Shift")
    expect(page.locator(".md-search-result__meta")).to_have_text(re.compile("matching document|Type to start"))

    assert said == []
