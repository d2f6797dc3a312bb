"""Changed code that needs what the page doesn't have: the block says so before it runs."""

import pytest
from playwright.sync_api import expect

from tooling_tests.site.blocks import Block

pytestmark = pytest.mark.timeout(240)  # Python in WebAssembly starts slowly

CODE = "import streamlit as st\nimport pandas\nst.text('not shown')\n"
SAYS = "This code doesn't run in the page because it needs pandas. Run it on your machine:"
COMMAND = "pip install streamlit pandas && streamlit run count.py"


def test_code_that_needs_a_package(block):
    notice = block.element.locator(".live-needs")
    expect(notice).to_be_empty()
    block.run(CODE)
    expect(notice.locator("p")).to_have_text(SAYS)
    expect(notice).to_be_in_viewport()
    block.press("Start")  # the app is the one before

    block.click("Run anyway")
    expect(block.app().get_by_text("No module named 'pandas'").first).to_be_visible(timeout=10_000)
    expect(notice).to_be_empty()
    assert block.page.evaluate("localStorage.getItem('live basic_usage/count.py')") is not None
    expect(block.editor).to_contain_text("import pandas")

    block.run(f"{CODE}# the reader knows\n")
    expect(notice).to_be_empty()
    block.run(f"{CODE}import numpy\n")
    expect(notice.locator("p")).to_contain_text("it needs pandas and numpy.")

    block.run("import streamlit as st\nst.write(['here'])\nst.text('here')\n")
    expect(notice).to_be_empty()
    block.shows("here")
    block.run(f"import sqlite3\n{CODE}")
    expect(notice.locator("p")).to_contain_text("it needs sqlite3 and pandas.")
    block.click("Reset")
    expect(notice).to_be_empty()


def test_code_from_before_that_needs_a_package(served, new_page):
    page = new_page(f"{served.url}basic_usage/", permissions=["clipboard-read", "clipboard-write"])
    block = Block(page, "basic_usage/count.py")
    block.type(CODE)
    page.reload()
    block.click("Run")

    expect(block.element.locator(".live-needs p")).to_have_text(SAYS)
    assert block.element.locator("iframe").count() == 0
    block.element.locator(".live-needs").get_by_role("button", name="Copy").click()
    assert page.evaluate("navigator.clipboard.readText()") == COMMAND
    block.click("Run anyway")
    block.wait()


def test_a_page_without_the_check_runs_all_code(reader, server):
    server.broken[r"run/needs\.js"] = 404
    block = reader()
    block.type(CODE)
    block.start()

    expect(block.app().get_by_text("No module named 'pandas'").first).to_be_visible(timeout=10_000)
