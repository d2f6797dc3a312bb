"""What a page says: fences and claims are read where they stand, mistakes are told by their line."""

import re

import pytest


def test_the_project_that_the_other_tests_break_is_right(project):
    html = project.build()

    assert '<span class="claim" id="test_app">A claim.' in html
    assert 'data-snippet="page/app.py"' in html


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ('snippet lines="3"', "unknown option `lines`: a snippet fence takes hl_lines"),
        ("snippet hl_lines=3", 'cannot read `hl_lines=3`: write ``` snippet, then options as key="value"'),
        ("snippet hl_lines='3'", "cannot read `hl_lines='3'`: write ``` snippet, then options as key=\"value\""),
        ("snippet hl_lines", 'cannot read `hl_lines`: write ``` snippet, then options as key="value"'),
        ("{.snippet}", 'cannot read `{.snippet}`: write ``` snippet, then options as key="value"'),
        (".snippet", 'cannot read `.snippet`: write ``` snippet, then options as key="value"'),
        (
            'snippet hl_lines="all"',
            'bad value hl_lines="all": it takes lines of the entrypoint to highlight, like hl_lines="3 5-7"',
        ),
        (
            'snippet hl_lines="0"',
            'bad value hl_lines="0": it takes lines of the entrypoint to highlight, like hl_lines="3 5-7"',
        ),
        ('snippet hl_lines="3 4"', 'bad value hl_lines="4": page/app.py has the lines 1-3'),
        ('snippet hl_lines="2-4"', 'bad value hl_lines="2-4": page/app.py has the lines 1-3'),
        ('snippet hl_lines="3-2"', 'bad value hl_lines="3-2": page/app.py has the lines 1-3'),
    ],
)
def test_a_wrong_option(project, header, message):
    project.replace("docs/page.md", "``` snippet", f"``` {header}")

    assert project.mistake() == f"docs/page.md:7: {message}"


@pytest.mark.parametrize(
    ("body", "count"), [("", 0), ("\n", 0), ("page/app.py\npage/app.py\n", 2), ("import streamlit\n\nst.text()\n", 2)]
)
def test_a_fence_that_does_not_hold_one_line(project, body, count):
    project.replace("docs/page.md", "page/app.py\n", body)

    assert project.mistake() == f"docs/page.md:7: a snippet fence holds one line, the path of a snippet, not {count}"


@pytest.mark.parametrize("closing", ["", "````", "``", "~~~", "    ```", "``` python"])
def test_a_snippet_fence_that_is_never_closed(project, closing):
    project.replace("docs/page.md", "page/app.py\n```\n", f"page/app.py\n{closing}\n")

    assert project.mistake() == "docs/page.md:7: this fence is never closed: end it with ```, indented as here"


@pytest.mark.parametrize(
    "fence", ["``` python\nx = 1\n", "~~~\nx = 1\n```\n", "````\nx = 1\n```\n", "!!! note\n\n    ```\n    x\n```"]
)
def test_another_fence_that_is_never_closed(project, fence):
    project.page(fence)

    line = 13 if fence.startswith("!") else 11
    mark = fence.split()[2 if fence.startswith("!") else 0]
    assert project.mistake() == f"docs/page.md:{line}: this fence is never closed: end it with {mark}, indented as here"


@pytest.mark.parametrize("text", ["a == b", "==half a claim", "a claim that ends==", "== blanks inside =="])
def test_a_stray_mark(project, text):
    project.page(text)

    message = "`==` without its partner: mark a claim as ==sentence==, code as `a == b`"
    assert project.mistake() == f"docs/page.md:11: {message}"


def test_a_claim_does_not_go_on_in_the_next_paragraph(project):
    project.page("==A claim\n\nof two paragraphs.==")

    assert project.mistake().startswith("docs/page.md:11: `==` without its partner")


def test_a_claim_in_a_quotation_does_not_go_on_in_its_next_paragraph(project):
    project.page("> ==A claim\n>\n> of two paragraphs.==")

    assert project.mistake().startswith("docs/page.md:11: `==` without its partner")


def test_a_lone_backtick_hides_no_claim(project):
    project.page("One ` here.\n\n==Another claim.==\n\nOne ` there.")

    assert project.mistake().startswith("docs/page.md:13: no proof:")


@pytest.mark.parametrize(
    "front",
    ["---\ntitle: Page\n---\n", "---\ntitle: Page\ntags:\n  - a\n---\n\n\n", "\n\n", "Title: Page\n\n"],
)
def test_lines_are_counted_from_the_top_of_the_file(project, front):
    project.replace("docs/page.md", "# Page\n", f"{front}# Page\n")
    project.replace("docs/page.md", "==A claim.==", "==A false claim.==")

    assert project.mistake().startswith(f"docs/page.md:{5 + front.count(chr(10))}: no proof:")


def test_a_file_with_carriage_returns(project):
    page = project.root / "docs/page.md"
    project.write("docs/page.md", page.read_bytes().replace(b"\n", b"\r\n"))

    assert project.build().count('class="live"') == 1

    project.write("docs/page.md", page.read_bytes() + b"\r\n==\r\n")

    assert project.mistake().startswith("docs/page.md:15: `==`")


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
