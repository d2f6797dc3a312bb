"""The page of stlite that a reader copies runs the app, from a disk and from a static host."""

from pathlib import Path

import pytest

from livedocs.runtime import stlite
from livedocs.runtime.webserver import serve
from livedocs.versions.where import minor_of

ROOT = Path(__file__).parents[2]
START = 100_000  # milliseconds, for Python and its packages on a busy machine
ODD = """
import streamlit as st

st.text('</script> <!-- `${1}` "\u00e4\\\\n"')
"""


@pytest.fixture(scope="module")
def mirror():
    with stlite.mirror() as url:
        yield url


@pytest.fixture
def copied(plain, open_block):
    """Return a function that copies a snippet's page, with other code if there is some."""

    def copied(snippet, code=None):
        block = open_block(plain, snippet)
        block.tab()
        if code:
            block.type(code)
        block.click("Copy as stlite page")
        block.element.get_by_text("Copied: save it as index.html.").wait_for()
        block.page.evaluate("localStorage.clear()")
        return block.page.evaluate("navigator.clipboard.readText()")

    return copied


@pytest.fixture
def show(new_page, mirror, tmp_path):
    """Return a function that saves such a page and opens it, from the disk or from a static host."""

    def show(html, host=""):
        (tmp_path / "index.html").write_text(html, "utf-8")
        page = new_page()
        stlite.redirect(page.context, mirror)
        page.goto(f"{host or f'{tmp_path.as_uri()}/'}index.html")
        page.get_by_test_id("stMainBlockContainer").wait_for(timeout=START)
        return page

    return show


@pytest.mark.timeout(300)
def test_app_runs_from_a_disk(copied, show):
    page = show(copied("basic_usage/count.py"))
    page.get_by_role("button", name="Start").click()
    page.get_by_test_id("stText").get_by_text("0", exact=True).wait_for()


@pytest.mark.full
@pytest.mark.timeout(300)
def test_pages_of_an_app(copied, show, tmp_path):
    with serve(tmp_path) as host:
        page = show(copied("multipage/plain_key"), host)
        page.get_by_role("button", name="Tea, please").click()
        page.get_by_role("link", name="your order").click()
        page.get_by_text("order: tea").wait_for()


@pytest.mark.full
@pytest.mark.timeout(300)
def test_edits_travel_as_they_are(copied, show):
    page = show(copied("basic_usage/count.py", ODD))

    assert page.get_by_test_id("stText").inner_text() == '</script> <!-- `${1}` "\u00e4\\n"'


@pytest.mark.full
def test_the_page_about_stlite_names_the_locked_one():
    text = (ROOT / "docs/stlite.md").read_text("utf-8")

    assert f"`{stlite.PACKAGE}` {stlite.version()}, which has Streamlit {minor_of(stlite.STREAMLIT)}" in text
