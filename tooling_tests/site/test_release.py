"""What search engines, those who unfold a link, and those who follow a dead one get of the deployed site."""

import re
import struct

import pytest
from playwright.sync_api import expect


@pytest.mark.parametrize("missing", ["widget/", "widgets/state/old.html"])
def test_missing_page_leads_on(served, open_page, missing):
    """A host answers with `404.html` at any depth: its styles and its links work all the same."""
    page = open_page()
    text = (served.folder / "404.html").read_text()
    page.route(served.url + missing, lambda route: route.fulfill(status=404, content_type="text/html", body=text))
    page.goto(served.url + missing)

    assert page.locator("article h1").inner_text() == "There is no such page"
    links = page.locator("article ul a")
    urls = links.evaluate_all("links => links.map(link => link.href.replace(/\\/\\.$/, '/'))")
    assert sorted(urls) == sorted(served.topics)
    links.filter(has_text="Callbacks").click()
    expect(page.locator("article h1")).to_contain_text("Callbacks")
    assert page.url == served.url + "callbacks/"


def test_robots_find_every_page(served):
    robots = (served.folder / "robots.txt").read_text()
    assert robots == f"User-agent: *\nAllow: /\nSitemap: {served.url}sitemap.xml\n"

    places = re.findall("<loc>(.*)</loc>", (served.folder / "sitemap.xml").read_text())
    assert sorted(places) == sorted(served.topics)


def test_site_without_an_address_has_no_sitemap_in_robots(site):
    assert (site / "robots.txt").read_text() == "User-agent: *\nAllow: /\n"


def test_link_to_a_page_unfolds(served):
    """Its address is the one that is to be shown, and the picture is there."""
    for url in served.topics:
        text = (served.folder / url.removeprefix(served.url) / "index.html").read_text()
        found = dict(re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)"', text))
        assert f'<link rel="canonical" href="{url}">' in text
        assert found["og:url"] == url
        assert found["og:title"] in re.search(r"<title>(.*)</title>", text)[1]
        assert found["og:description"] == found["description"]
        image = (served.folder / found["og:image"].removeprefix(served.url)).read_bytes()
        size = struct.unpack(">II", image[16:24])  # in the head of a PNG
        assert size == (int(found["og:image:width"]), int(found["og:image:height"])) == (1200, 630)
