"""Each mistake on a page stops the build with the file, the line, what is wrong, and what to do."""

import pytest

PAGE, TEST = "docs/page.md", "tests/test_page.py"
FENCE = "``` snippet\npage/app.py\n```"
LINES = 'it takes lines of the entrypoint to highlight, like hl_lines="3 5-7"'
STRAY = "`==` without its partner: mark a claim as ==sentence==, code as `a == b`"
NO_PROOF = f"no proof: write a test in {TEST} with this docstring:"
RULE = "a page begins with `## In short` and ends with `## See also`"
UNREADABLE = "SuperFences cannot read this fence: check its options, and the indentation of each line"
INDENTED = "Markdown does not show this: check its indentation"


def changed(old, new):
    """Change the page."""
    return "replace", PAGE, old, new


def header(new):
    """Write another header of the fence in line 7."""
    return changed("``` snippet", f"``` {new}")


def body(new):
    """Write something else into the fence in line 7."""
    return changed("page/app.py", new)


def text(words):
    """Add text to the page, from line 11 on."""
    return "page", words


def unclosed(mark):
    return f"this fence is never closed: end it with {mark}, indented like this line"


FENCES = [
    (7, "unknown option `lines`: a snippet fence takes hl_lines", header('snippet lines="3"')),
    *(
        (7, f'cannot read `{rest}`: write ``` snippet, then options as key="value"', header(start + rest))
        for start, rest in [("snippet ", "hl_lines=3"), ("snippet ", "hl_lines"), ("", "{.snippet}"), ("", ".snippet")]
    ),
    *(
        (7, f'bad value hl_lines="{wrong}": {what}', header(f'snippet hl_lines="{lines}"'))
        for lines, wrong, what in [
            ("all", "all", LINES),
            ("0", "0", LINES),
            ("3 4", "4", "page/app.py has the lines 1-3"),
            ("2-4", "2-4", "page/app.py has the lines 1-3"),
            ("3-2", "3-2", "page/app.py has the lines 1-3"),
        ]
    ),
    *(
        (7, f"a snippet fence holds one line, the path of a snippet, not {count}", body(lines))
        for lines, count in [("\n\n", 0), ("page/app.py\npage/app.py", 2)]
    ),
    *(
        (7, unclosed("```"), changed("page/app.py\n```\n", f"page/app.py\n{closing}\n"))
        for closing in ["", "````", "``", "~~~", "    ```", "``` python"]
    ),
    (11, unclosed("~~~"), text("~~~\nx = 1\n```\n")),
    (11, unclosed("````"), text("````\nx = 1\n```\n")),
    (13, unclosed("```"), text("!!! note\n\n    ```\n    x\n```")),
    *(
        (7, f"unknown fence `{name.strip('{.}')}`: did you mean `{meant}`?", header(name))
        for name, meant in [("Snippet", "snippet"), ("{.snippets}", "snippet"), ("version", "versions")]
    ),
    (11, UNREADABLE, text("``` python title=app.py\nx\n```")),
    (17, UNREADABLE, text("``` python\nx\n```\n\n- item\n\n    ```\n  x\n    ```")),
    (11, UNREADABLE, text("> ```\nx\n> ```")),
    (9, UNREADABLE, changed(FENCE, "- item\n\n    ``` snippet\n  page/app.py\n    ```")),
    (7, INDENTED, changed(FENCE, "    ``` snippet\n    page/app.py\n    ```")),
    (11, INDENTED, text("    ==Another claim.=="), ("proof", "Another claim.")),
    (12, INDENTED, text("<!--\n==Another claim.==\n-->"), ("proof", "Another claim.")),
]
CLAIMS = [
    *((11, STRAY, text(words)) for words in ["a == b", "==half a claim", "a claim that ends==", "== blanks inside =="]),
    (11, STRAY, text("==A claim\n\nof two paragraphs.==")),
    (11, STRAY, text("> ==A claim\n>\n> of two paragraphs.==")),
    # This takes forever with a regex that tries every way to read the spans.
    (11, STRAY, text("==A claim has " + "`a` and " * 60 + "no end.")),
    (13, f"{NO_PROOF} Another claim.", text("One ` here.\n\n==Another claim.==\n\nOne ` there.")),
    (11, "line 5 already claims this: A claim.", text("==A\nclaim.==")),
    *(
        (
            5 + front.count("\n"),
            f"{NO_PROOF} A false claim.",
            changed("# Page\n", f"{front}# Page\n"),
            changed("==A claim.==", "==A false claim.=="),
        )
        for front in ["---\ntitle: Page\ntags:\n  - a\n---\n\n\n", "\n\n", "Title: Page\n\n"]
    ),
    (
        15,
        f"no test has this name: write `test_ap` in {TEST}, or correct the name",
        changed("## A section", "## A section\n\n| |\n| --- |\n| ==kept=={ #test_ap } |"),
    ),
]
HEADINGS = [
    (3, f"`## In brief` is where `## In short` belongs: {RULE}", changed("## In short", "##In brief")),
    (11, f"`## A section` is where `## See also` belongs: {RULE}", changed("## See also\n", "")),
    (15, f"`## More` is where `## See also` belongs: {RULE}", changed("## See also", "## See also\n\n## More")),
    (
        14,
        f"`## A section` is where `## See also` belongs: {RULE}",
        changed("# Page", "---\ntitle: Page\n---\n# Page"),
        changed("## See also\n", "The end.\n\n\n"),
    ),
    (1, f"the page ends where `## In short` belongs: {RULE}", ("write", PAGE, "# Page\n")),
]
RIGHT = {
    "other headings and fences": [
        text("``` markdown\n## No heading\n```"),
        changed("## See also", "### A section\n\n#### A part\n\n## See also"),
    ],
    "a page without claims": [("write", "docs/more.md", "# More\n\n## Anything\n")],
    "languages": [
        text("\n\n".join(f"``` {name}\nx\n```" for name in ["python", "console", "lisp", "toml", "diff", ""]))
    ],
    "a start page with its own headings": [
        ("copy", "index"),
        ("replace", "docs/index.md", "## A section", "## Where to go"),
        ("replace", "docs/index.md", "## In short", "## Other"),
    ],
}


@pytest.mark.parametrize(
    ("line", "message", "edits"),
    [pytest.param(line, message, edits, id=message[:80]) for line, message, *edits in (*FENCES, *CLAIMS, *HEADINGS)],
)
def test_a_mistake(project, line, message, edits):
    project.edit(*edits)

    assert project.mistake() == f"{PAGE}:{line}: {message}"


@pytest.mark.parametrize("edits", RIGHT.values(), ids=RIGHT)
def test_no_mistake(project, edits):
    project.edit(*edits)

    project.build()


@pytest.mark.parametrize("more", ["==A claim.==", "``` snippet\nmore/app.py\n```"])
def test_a_page_without_proofs(project, more):
    project.write("docs/more.md", f"# M\n\n{more}\n")

    assert project.mistake() == "docs/more.md:3: this page has no proofs: write tests/test_more.py"


def test_a_page_in_a_folder(project):
    project.move(PAGE, "docs/deep/page.md")
    project.replace("docs/deep/page.md", "==A claim.==", "==A false claim.==")

    assert project.mistake().startswith("docs/deep/page.md:5: no proof")


def test_the_command_prints_one_line(project):
    project.replace(PAGE, "==A claim.==", "==A false claim.==")
    ended = project.run("mkdocs", "build", "--strict", "--quiet")

    assert ended.returncode == 1
    assert ended.stderr.splitlines() == [
        "ERROR   -  Error reading page 'page.md':",
        f"ERROR   -  {PAGE}:5: {NO_PROOF} A false claim.",
    ]


@pytest.mark.parametrize(
    ("nav", "message"),
    [
        ("  - Page: page.md\n  - Gone: gone.md\n", "A reference to 'gone.md' is included in the 'nav' configuration"),
        ("  - Page: other.md\n", 'exist in the docs directory, but are not included in the "nav"'),
    ],
)
def test_navigation_that_does_not_match_the_pages(project, nav, message):
    project.write("docs/other.md", "# Other\n")
    project.replace("mkdocs.yml", "nav:\n", f"nav:\n{nav}")
    ended = project.run("mkdocs", "build", "--strict")

    assert ended.returncode == 1
    assert message in ended.stderr
    assert "Traceback" not in ended.stderr
