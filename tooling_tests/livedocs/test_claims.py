"""Readers see what a page marks as a claim, with the versions on which it holds."""

import re

import pytest

from livedocs.model.proofs import ENGINES, load
from livedocs.versions import results

VERSIONS = ("1.28.2", "1.29.0", "1.30.0", "1.62.0", "1.63.0", "1.67.0")


def shown(project, held, *marks):
    """Build with records, `#` for each version on which the claim holds; return what its element says."""
    project.mark(*marks)
    for version, outcome in zip(VERSIONS, held, strict=True):
        project.record(*([] if outcome == "#" else ["test_app"]), version=version)
    (proof,) = load(project.root, "page").proofs
    for engine in ENGINES[1:]:
        holds = engine in proof.engines and proof.holds_on(results.running(engine))
        project.record(*([] if holds else ["test_app"]), engine=engine)
    attributes, rest = re.search(r'id="test_app"(.*?)>A claim\.(.*?)</span>', project.build()).groups()
    return attributes, re.search(r'<small class="claim-versions" title="(.*?)">(.*?)<', rest).groups()


@pytest.mark.parametrize(
    ("marks", "held", "data", "badge"),
    [
        ([], "######", ' data-held="1.28-1.67"', ("Holds with Streamlit 1.28 to 1.67: run on each", "")),
        (
            ['since("1.30")'],
            "..####",
            ' data-held="1.30-1.67"',
            ("Holds with Streamlit 1.30 to 1.67: run on each of 1.28 to 1.67", "since 1.30"),
        ),
        (
            ['apptest_since("1.30", reason="an older one has none")'],
            "..####",
            ' data-held="1.30-1.67" data-unknown="1.28-1.29"',
            (
                "Holds with Streamlit 1.30 to 1.67: run on each; older versions not measured: an older one has none",
                "",
            ),
        ),
        (
            ['engines("server", "live", reason="AppTest has no tabs")'],
            "......",
            ' data-held="1.62 1.67" data-unknown="1.28-1.30 1.63"',
            ("Proved in Chromium with 1.67 and in the page with 1.67 and in stlite with 1.62", "tested on 1.62, 1.67"),
        ),
        (
            ['engines("server", reason="AppTest has no tabs")'],
            "......",
            ' data-held="1.67" data-unknown="1.28-1.63"',
            ("Proved in Chromium with 1.67", "tested on 1.67"),
        ),
    ],
)
def test_a_claim_says_where_it_holds_and_how_that_is_known(project, marks, held, data, badge):
    assert shown(project, held, *marks) == (data, badge)


def test_a_claim_that_no_longer_holds(project):
    for path in ("docs/page.md", "tests/test_page.py"):
        project.replace(path, "A claim.", "A claim. Up to 1.30.")
    project.mark('until("1.30")')
    project.record(version="1.30.0")
    project.record("test_app", version="1.62.0")
    for engine in ENGINES:
        project.record("test_app", engine=engine)
    html = project.build()

    assert ' data-held="1.30" data-now="no more">' in html
    assert ">until 1.30</small>" in html


def test_a_draft_has_claims_without_records(project, monkeypatch):
    monkeypatch.setenv("DRAFT", "true")
    results.write(project.root, "1.67.0", {})
    html = project.build()

    assert ' data-unknown="1.67" data-now="unknown">' in html
    assert ">not measured</small>" in html


def test_the_picker_has_the_versions_that_have_records(project):
    html = project.build()
    assert '<span class="claim" id="test_app">A claim.' in html
    assert "claim-versions" not in html
    assert "version-picker" not in html

    for version in VERSIONS:
        project.record(version=version)
    title, _, rest = project.build().partition("</h1>")
    assert "Page" in title
    assert rest.lstrip().startswith('<div class="version-picker">')
    options = re.findall(r"<option .*?>(.*?)</option>", rest.partition("</select>")[0])
    assert options == ["1.67 (newest)", "1.63", "1.62", "1.30", "1.29", "1.28"]


CELLS = """| | Value |
| --- | --- |
| Hidden | ==lost=={ #test_more } |
| Shown | ==kept=={ #test_more }, ==`a`=={#test_app} |"""


def test_cells_are_short_forms_of_claims(project):
    """The first cell has the anchor of a claim that no sentence states; each shows its claim on hover."""
    project.page(CELLS)
    project.proof("It is `a | b` *here*.")
    lost, kept, code = re.findall(r'<span class="claim"[^>]* data-proof=.*?</span>', project.build(), re.DOTALL)

    assert 'id="test_more"' in lost
    assert "id=" not in kept + code
    assert 'title="It is a &#124; b &#42;here&#42;."' in kept
    assert 'href="#app-test_more"' in kept
    assert "<code>a</code>" in code


def test_the_claim_of_a_cell_can_be_a_sentence_of_the_page(project):
    project.page(CELLS)
    project.claim("More.")

    assert re.findall(r'id="test_more"( data-proof)?', project.build()) == [""]


@pytest.mark.parametrize(
    "text",
    [
        "`a == b` and ``c ` == d``",
        "``` python\nassert a == b == c\n```",
        "~~~ python\na == b\n~~~\n```\nA == B\n```",
        "- item\n\n    ``` python\n    a == b\n    ```",
        "???\n\n> ```\n> a == b\n> ```",
        "```` markdown\n==No claim.==\n\n``` snippet\npage/unknown.py\n```\n````",
    ],
)
def test_text_that_is_no_claim(project, text):
    project.page(text)
    html = project.build()

    assert html.count('class="claim"') == 1
    assert "~~~" not in html


@pytest.mark.parametrize(
    ("text", "claim", "html"),
    [
        ("Before, ==another claim==, after.", "another claim", "another claim"),
        ("==It has `a == b`.==", "It has `a == b`.", "It has <code>a == b</code>."),
        ("==`==` and ``a ` b``==", "`==` and ``a ` b``", "<code>==</code> and <code>a ` b</code>"),
        ("- ==A\n  claim.==", "A claim.", "A\n  claim."),
        ("> ==A\n> claim.==", "A claim.", "A\nclaim."),
        ("!!! note\n\n    ==A\n    claim.==", "A claim.", "A\nclaim."),
        ("| a |\n|---|\n| ==In `x == y`.== |", "In `x == y`.", "In <code>x == y</code>."),
        ("==One \\` backtick.==", "One \\\\` backtick.", "One ` backtick."),
        ("### ==More.==", "More.", "More."),
        ("**==More.==**", "More.", "More."),
        ("1. ==More.==", "More.", "More."),
    ],
)
def test_places_of_a_claim(project, text, claim, html):
    project.replace("docs/page.md", "==A claim.==", "==The first claim.==")
    project.replace("tests/test_page.py", "A claim.", "The first claim.")
    project.page(text)
    project.proof(claim)

    assert re.search(r'<span class="claim" id="test_more">(.*?)<a ', project.build(), re.DOTALL)[1] == html


@pytest.mark.parametrize(
    "text",
    [
        "!!! note\n\n    ``` snippet\n    page/more.py\n    ```",
        "- item\n    - item\n\n        ``` snippet\n        page/more.py\n        ```",
        "> - item\n>\n>     ``` snippet\n>     page/more.py\n>     ```",
        "~~~~ snippet\npage/more.py\n~~~~",
        "```snippet\n\n  page/more.py  \n\n```",
        '``` snippet hl_lines="1 2-3"\npage/more.py\n```',
    ],
)
def test_places_of_a_fence(project, text):
    project.write("snippets/page/more.py", (project.root / "snippets/page/app.py").read_bytes())
    project.page(f"==Another claim.==\n\n{text}")
    project.proof("Another claim.", snippet="page/more.py")
    html = project.build()

    assert html.count('<div class="live" data-snippet="page/more.py">') == 1
    assert "```" not in html
