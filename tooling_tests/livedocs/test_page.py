"""Fences and claims are read wherever Markdown allows them, and nothing else is taken for one."""

import re

import pytest


def test_the_project_that_the_other_tests_break_is_right(project):
    html = project.build()

    assert '<span class="claim" id="test_app">A claim.' in html
    assert 'data-snippet="page/app.py"' in html


@pytest.mark.parametrize(
    "text",
    [
        "`a == b` and ``c ` == d``",
        "``` python\nassert a == b == c\n```",
        "~~~ python\na == b\n~~~",
        "- item\n\n    ``` python\n    a == b\n    ```",
        "???\n\n> ```\n> a == b\n> ```",
        "```` markdown\n==No claim.==\n\n``` snippet\npage/unknown.py\n```\n````",
    ],
)
def test_what_is_no_claim(project, text):
    project.page(text)

    assert project.build().count('class="claim"') == 1


@pytest.mark.parametrize(
    ("text", "claim", "html"),
    [
        ("==Another claim.==", "Another claim.", "Another claim."),
        ("Before, ==another claim==, after.", "another claim", "another claim"),
        ("==It has `a == b`.==", "It has `a == b`.", "It has <code>a == b</code>."),
        ("==`==` and ``a ` b``==", "`==` and ``a ` b``", "<code>==</code> and <code>a ` b</code>"),
        ("==A\nclaim.==", "A claim.", "A\nclaim."),
        ("- ==A\n  claim.==", "A claim.", "A\n  claim."),
        ("> ==A\n> claim.==", "A claim.", "A\nclaim."),
        ("!!! note\n\n    ==A\n    claim.==", "A claim.", "A\nclaim."),
        ("| a |\n|---|\n| ==In `x == y`.== |", "In `x == y`.", "In <code>x == y</code>."),
        ("==One \\` backtick.==", "One \\\\` backtick.", "One ` backtick."),
    ],
)
def test_where_a_claim_may_stand(project, text, claim, html):
    project.replace("docs/page.md", "==A claim.==", "==The first claim.==")
    project.replace("tests/test_page.py", "A claim.", "The first claim.")
    project.page(text)
    project.proof(claim)

    assert re.search(r'<span class="claim" id="test_more">(.*?)<a ', project.build(), re.DOTALL)[1] == html


@pytest.mark.parametrize(
    "text",
    [
        "!!! note\n\n    ``` snippet\n    page/more.py\n    ```",
        "- item\n\n    ``` snippet\n    page/more.py\n    ```",
        "- item\n    - item\n\n        ``` snippet\n        page/more.py\n        ```",
        "> ``` snippet\n> page/more.py\n> ```",
        "> - item\n>\n>     ``` snippet\n>     page/more.py\n>     ```",
        "~~~~ snippet\npage/more.py\n~~~~",
        "```snippet\n\n  page/more.py  \n\n```",
        '``` snippet hl_lines="1 2-3"\npage/more.py\n```',
    ],
)
def test_where_a_fence_may_stand(project, text):
    project.write("snippets/page/more.py", (project.root / "snippets/page/app.py").read_bytes())
    project.page(f"==Another claim.==\n\n{text}")
    project.proof("Another claim.", snippet="page/more.py")
    html = project.build()

    assert html.count('<div class="live" data-snippet="page/more.py">') == 1
    assert "```" not in html


def test_a_fence_may_stand_at_the_top_of_a_page_and_next_to_another(project):
    project.replace("docs/page.md", "# Page\n", "```\nA == B\n```\n~~~\nC == D\n~~~\n# Page\n")

    html = project.build()

    assert "A == B" in html
    assert "C == D" in html
    assert "~~~" not in html


def test_a_claim_after_a_fence_keeps_its_words(project):
    project.page("Words, ==another claim,== words.")
    project.proof("another claim,")

    assert '<p>Words, <span class="claim" id="test_more">another claim,<a' in project.build()


@pytest.mark.parametrize("text", ["{}", "### {}", "| a | b |\n| --- | --- |\n| {} | x |", "**{}**", "1. {}"])
def test_a_claim_in_a_heading_a_table_or_bold_is_one(project, text):
    project.page(text.format("==Another claim.=="))
    project.proof("Another claim.")

    assert '<span class="claim" id="test_more">Another claim.' in project.build()
