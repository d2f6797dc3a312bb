"""What a page asks of a phone before anything runs: bytes, files, elements, and that nothing moves."""

import subprocess
import sys

import pytest
from pygments.token import STANDARD_TYPES, Operator

from livedocs.qa import lighthouse
from livedocs.runtime import webserver
from livedocs.site.code import ALIKE

# Of each kind of token in a block's code, and of code without an element, which is the kind "".
COLOURS = """kinds => Object.fromEntries(kinds.map(kind => {
  const token = document.createElement("span")
  token.className = kind
  document.querySelector(".live pre > code").append(token)
  return [kind, getComputedStyle(token).color]
}))"""


@pytest.fixture(scope="module")
def compressed(site):
    """Serve `site/` as GitHub Pages does, and return its URL."""
    with webserver.serve(site, webserver.compressed([])) as url:
        yield url


def test_code_without_an_element_looks_as_it_would_with_one(plain, open_page):
    pairs = [(STANDARD_TYPES[kind], STANDARD_TYPES[other]) for kind, other in ALIKE.items() if kind != Operator.Word]
    colours = open_page(f"{plain.url}callbacks/").evaluate(COLOURS, [kind for pair in pairs for kind in pair])

    assert [(one, other) for one, other in pairs if colours[one] != colours[other]] == []


def test_the_theme_sees_to_no_code_of_a_block(plain, open_page):
    """It gives what it sees to an id of its own: `docs/assets/head.js` knows how it asks for code."""
    page = open_page(f"{plain.url}testing/")
    seen = page.locator("article pre[id^=__code_]")
    seen.first.wait_for()

    assert seen.count() == page.locator("article pre:not(.live *)").count()
    assert page.locator(".live pre").count() > 0


@pytest.mark.full
@pytest.mark.timeout(300)
def test_lighthouse_judges_a_page(compressed, monkeypatch, tmp_path):
    # It asks Playwright for the browser, which a process with an open one cannot.
    said = subprocess.run(
        [sys.executable, "-m", "streamlit_engines.browser"], stdout=subprocess.PIPE, text=True, check=True
    )
    monkeypatch.setenv("CHROMIUM", said.stdout.removeprefix("Tests drive ").strip())
    judgment = lighthouse.judge(f"{compressed}glossary/", tmp_path / "glossary")

    # Performance hangs on what else the machine does.
    assert [missed for missed in judgment.missed() if missed != "performance"] == []
    assert judgment.scores["performance"] > 0
    assert 100_000 < judgment.bytes < lighthouse.BYTES
    assert (tmp_path / "glossary.report.html").stat().st_size > 100_000


def test_page_that_misses_a_goal():
    right = lighthouse.Judgment(lighthouse.GOALS, lighthouse.BYTES, 2000)

    assert right.missed() == []
    assert right._replace(bytes=lighthouse.BYTES + 1).missed() == ["bytes"]
    assert right._replace(scores=lighthouse.GOALS | {"seo": 99}).missed() == ["seo"]
