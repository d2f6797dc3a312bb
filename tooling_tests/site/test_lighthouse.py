"""What Lighthouse says of a page, as a phone gets it."""

import subprocess
import sys

import pytest

from livedocs.qa import lighthouse
from livedocs.runtime import webserver


@pytest.fixture(scope="module")
def compressed(site):
    """Serve `site/` as GitHub Pages does, and return its URL."""
    with webserver.serve(site, webserver.compressed([])) as url:
        yield url


@pytest.mark.full
@pytest.mark.timeout(300)
def test_lighthouse_judges_a_page(compressed, monkeypatch, tmp_path):
    # It asks Playwright for the browser, which a process with an open one cannot.
    said = subprocess.run(
        [sys.executable, "-m", "streamlit_engines.browser"], stdout=subprocess.PIPE, text=True, check=True
    )
    monkeypatch.setenv("CHROMIUM", said.stdout.removeprefix("Tests drive ").strip())
    found = lighthouse.judge(f"{compressed}glossary/", tmp_path / "glossary")

    # Performance hangs on what else the machine does.
    assert set(lighthouse.missed(found)) <= {"performance"}
    assert found["performance"] > 0
    assert 100_000 < found["bytes"] < lighthouse.BYTES
    assert (tmp_path / "glossary.report.html").stat().st_size > 100_000


def test_page_that_misses_a_goal():
    right = lighthouse.GOALS | {"bytes": lighthouse.BYTES}

    assert lighthouse.missed(right) == []
    assert lighthouse.missed(right | {"bytes": lighthouse.BYTES + 1}) == ["bytes"]
    assert lighthouse.missed(right | {"seo": 99}) == ["seo"]
