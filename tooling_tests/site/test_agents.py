"""What the built site has for coding agents: each page names its Markdown, and what links name is there."""

import re
from pathlib import Path

import pytest

from livedocs.site.plain import Library

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def sources():
    """Return the pages as they are written."""
    return Library(ROOT).sources


def html_of(site, path):
    """Return the HTML of a page."""
    return (site / ("" if path.stem == "index" else path.with_suffix("")) / "index.html").read_text("utf-8")


def test_every_page_names_its_markdown(site, sources):
    for path, source in sources.items():
        (address,) = re.findall(r'<link rel="alternate" type="text/markdown" href="([^"]*)">', html_of(site, path))
        assert address == ("" if path.stem == "index" else "../") + str(path)
        title = (site / path).read_text("utf-8").partition("\n")[0].replace("`", "")
        assert title == source.page.lines[0].replace("`", "")


def test_what_links_can_name_is_in_the_html(site, sources):
    """So each link of the Markdown leads to what the link of the HTML leads to."""
    for path, source in sources.items():
        ids = re.findall(r' id="([^"]*)"', html_of(site, path))
        # Markdown has no numbers for headings of the same words, but links need them.
        assert source.anchors - set(ids) == set(), path


def test_published_index_has_whole_addresses(served):
    links = re.findall(r"^- \[.*?\]\((\S+?)\)", (served.folder / "llms.txt").read_text("utf-8"), re.MULTILINE)

    assert len(links) > 10
    for link in links:
        assert link.startswith(served.url)
        assert (served.folder / link.removeprefix(served.url)).is_file(), link


def test_skill_can_be_downloaded(plain, open_page):
    page = open_page(f"{plain.url}agents/")
    with page.expect_download() as download:
        page.locator(".agents a").first.click()

    assert download.value.suggested_filename == "streamlit-session-state.zip"
