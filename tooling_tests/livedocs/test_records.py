"""What readers see of versions is what records say: of the engine, the version, and the proof that they name."""

import re

from livedocs.runtime import abilities
from livedocs.versions import results

ENGINES = '@pytest.mark.engines("server", "live", reason="AppTest has no tabs")'
ON_A_SERVER = '@pytest.mark.engines("server", reason="AppTest has no tabs")'


def title(project):
    """Build the site; return the title of the claim's badge."""
    return re.search(r'class="claim-versions" title="(.*?)"', project.build())[1]


def test_results_of_a_streamlit_that_no_browser_has_run(project):
    project.replace("tests/test_page.py", "def test_app", f"{ENGINES}\ndef test_app")
    for version in ("1.67.0", "1.68.0"):
        results.write(project.root, version, {})

    assert "with 1.68" not in title(project)


def test_one_streamlit_on_a_server_and_in_the_page(project, monkeypatch):
    """A proof that the page does not run was not proved there."""
    monkeypatch.setattr(abilities, "STREAMLIT", "1.67.0")
    project.replace("tests/test_page.py", "def test_app", f"{ON_A_SERVER}\ndef test_app")
    results.write(project.root, "1.67.0", {})

    assert "in the page" not in title(project)
