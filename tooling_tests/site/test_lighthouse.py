"""What Lighthouse says about a page on a phone."""

import subprocess
import sys

import pytest

from livedocs.qa import lighthouse
from livedocs.runtime import webserver


@pytest.mark.full
@pytest.mark.timeout(300)
def test_lighthouse_judges_a_page(site, monkeypatch, tmp_path):
    # A process with an open browser can't ask Playwright for its path.
    said = subprocess.run(
        [sys.executable, "-m", "streamlit_engines.browser"], stdout=subprocess.PIPE, text=True, check=True
    )
    monkeypatch.setattr(lighthouse, "ensure", lambda: said.stdout.removeprefix("Tests drive ").strip())
    with webserver.serve(site, webserver.compressed([])) as url:
        found = lighthouse.judge(f"{url}glossary/", tmp_path / "glossary")

    # Performance depends on what else the machine does.
    assert set(lighthouse.missed(found)) <= {"performance"}
    assert found["performance"] > 0
    assert 100_000 < found["bytes"] < lighthouse.BYTES
    assert (tmp_path / "glossary.report.html").stat().st_size > 100_000


def test_page_that_misses_a_goal():
    right = lighthouse.GOALS | {"bytes": lighthouse.BYTES}

    assert lighthouse.missed(right) == []
    assert lighthouse.missed(right | {"bytes": lighthouse.BYTES + 1}) == ["bytes"]
    assert lighthouse.missed(right | {"seo": 99}) == ["seo"]
