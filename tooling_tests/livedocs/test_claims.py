"""What a page marks and fences is what its readers see."""

import re

import pytest

from livedocs.model.proofs import load
from livedocs.versions import results

VERSIONS = ("1.28.2", "1.29.0", "1.30.0", "1.62.0", "1.63.0", "1.67.0")
# What AppTest cannot show and the page can.
IN_A_BROWSER = '@pytest.mark.engines("server", "live", reason="AppTest has no tabs")'


def shown(project, held, mark=""):
    """Build with results, `#` for each version on which the claim holds; return what its element says."""
    if mark:
        project.replace("tests/test_page.py", "def test_app", f"{mark}\ndef test_app")
    for version, outcome in zip(VERSIONS, held, strict=True):
        project.record(*([] if outcome == "#" else ["test_app"]), version=version)
    (proof,) = load(project.root, "page").proofs
    for engine in ("server", "live"):
        version = results.running(engine)
        lost = [] if engine in proof.engines and proof.holds_on(version) else ["test_app"]
        project.record(*lost, version=version, engine=engine)
    return re.search(r'<span class="claim" id="test_app"(.*?)>A claim\.(.*?)</span>', project.build()).groups()


@pytest.mark.parametrize(
    ("mark", "held", "data", "badge"),
    [
        ("", "######", ' data-held="1.28-1.67"', ("Holds with Streamlit 1.28 to 1.67: run on each", "")),
        (
            '@pytest.mark.since("1.30")',
            "..####",
            ' data-held="1.30-1.67"',
            ("Holds with Streamlit 1.30 to 1.67: run on each of 1.28 to 1.67", "since 1.30"),
        ),
        (
            '@pytest.mark.apptest_since("1.30", reason="an older one has none")',
            "..####",
            ' data-held="1.30-1.67" data-unknown="1.28-1.29"',
            (
                "Holds with Streamlit 1.30 to 1.67: run on each; older versions not measured: an older one has none",
                "",
            ),
        ),
        (
            IN_A_BROWSER,
            "......",
            ' data-held="1.62 1.67" data-unknown="1.28-1.30 1.63"',
            ("Proved in Chromium with 1.67 and in the page with 1.62", "tested on 1.62, 1.67"),
        ),
        (
            IN_A_BROWSER.replace(', "live"', ""),
            "......",
            ' data-held="1.67" data-unknown="1.28-1.63"',
            ("Proved in Chromium with 1.67", "tested on 1.67"),
        ),
    ],
)
def test_a_claim_says_where_it_holds_and_how_that_is_known(project, mark, held, data, badge):
    attributes, rest = shown(project, held, mark)

    assert attributes == data
    assert re.search(r'<small class="claim-versions" title="(.*?)">(.*?)<', rest).groups() == badge


def test_a_claim_that_holds_no_more(project):
    for path in ("docs/page.md", "tests/test_page.py"):
        project.replace(path, "A claim.", "A claim. Up to 1.30.")
    attributes, rest = shown(project, "###...", '@pytest.mark.until("1.30")')

    assert attributes == ' data-held="1.28-1.30" data-now="no more"'
    assert ">until 1.30</small>" in rest


def test_a_draft_claim_without_results(project, monkeypatch):
    monkeypatch.setenv("DRAFT", "true")
    results.write(project.root, "1.67.0", {})

    assert ' data-unknown="1.67" data-now="unknown">' in project.build()
    assert ">not measured</small>" in project.build()


def test_the_picker_has_the_versions_that_have_results(project):
    shown(project, "######")
    html = (project.root / "site/page/index.html").read_text()
    title, _, rest = html.partition("</h1>")

    assert "Page" in title
    assert rest.lstrip().startswith('<div class="version-picker">')
    assert re.findall(r'<option value="([^"]*)"(?: selected)?>(.*?)</option>', rest) == [
        ("1.67", "1.67 (newest)"),
        *((version, version) for version in ("1.63", "1.62", "1.30", "1.29", "1.28")),
    ]


def test_without_results_nothing_speaks_of_versions(project):
    html = project.build()

    assert '<span class="claim" id="test_app">A claim.' in html
    assert "claim-versions" not in html
    assert "<select" not in html


CELLS = """| | Value |
| --- | --- |
| Hidden | ==lost=={ #test_more } |
| Shown | ==kept=={ #test_more }, ==`a`=={#test_app} |"""


def test_cells_are_short_forms_of_claims(project):
    """The first cell has the anchor of a claim that no sentence states; each says on hover what it is short for."""
    project.page(CELLS)
    project.proof("It is `a | b` *here*.")
    lost, kept, code = re.findall(r'<span class="claim"[^>]* data-proof=.*?</span>', project.build(), re.DOTALL)

    assert 'id="test_more"' in lost
    assert "id=" not in kept + code
    assert 'title="It is a &#124; b &#42;here&#42;."' in kept
    assert 'href="#app-test_more"' in kept
    assert "<code>a</code>" in code


def test_the_claim_of_a_cell_may_be_a_sentence_of_the_page(project):
    project.page(f"{CELLS}\n\n==More.==")
    project.proof("More.")

    assert re.findall(r'id="test_more"( data-proof)?', project.build()) == [""]
