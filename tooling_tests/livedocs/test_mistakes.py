"""Each mistake of an author ends the build with the file, the line, what is wrong, and what to do."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from livedocs.model.errors import AuthorError
from livedocs.model.snippets import Snippet

PAGE, APP, TEST = "docs/page.md", "snippets/page/app.py", "tests/test_page.py"
FENCE = "``` snippet\npage/app.py\n```"
CONFLICT = "<<<<<<< HEAD\n# ours\n=======\n# theirs\n>>>>>>> other\n"
SETTLE = "this is an unresolved merge conflict: resolve it, and delete the lines <<<<<<<, ======= and >>>>>>>"
NAME = "letters a to z, digits, `_` and `-` make its name"
LINES = 'it takes lines of the entrypoint to highlight, like hl_lines="3 5-7"'


def fence(header):
    """Write another header of the fence in line 7."""
    return "replace", PAGE, "``` snippet", f"``` {header}"


def text(words):
    """Add to the page, from line 11 on."""
    return "page", words


def claim(words="Another claim.", **more):
    """Add a claim in line 11, and its proof in line 8."""
    return text(f"=={words}=="), ("proof", words, *more.values())


def path(new):
    """Name another snippet in the fence in line 7."""
    return "replace", PAGE, "page/app.py", new


def heading(old, new):
    """Change a heading."""
    return "replace", PAGE, old, new


def test(old, new):
    """Change the proof."""
    return "replace", TEST, old, new


test.__test__ = False


def marked(*lines, claim="Up to 1.62 a claim."):
    """Put lines above the test, from line 4 on."""
    return (
        test("def test_app", "".join(f"{line}\n" for line in ("import pytest\n\n", *lines)) + "def test_app"),
        test("A claim.", claim),
        ("replace", PAGE, "A claim.", claim),
    )


def written(form, *marks):
    """Return a row for each mark above the test that does not have the right form."""
    return [(f"{TEST}:4: write the mark as @pytest.mark.{form}, not @{mark}", *marked(f"@{mark}")) for mark in marks]


def appended(code):
    """Add lines to the tests, from line 8 on."""
    return test('== "hello"\n', f'== "hello"\n\n\n{code}\n')


def open_fence(line, mark):
    return f"{PAGE}:{line}: this fence is never closed: end it with {mark}, indented like this line"


def stray(line=11):
    return f"{PAGE}:{line}: `==` without its partner: mark a claim as ==sentence==, code as `a == b`"


FENCES = [
    (f"{PAGE}:7: unknown option `lines`: a snippet fence takes hl_lines", fence('snippet lines="3"')),
    *(
        (f'{PAGE}:7: cannot read `{rest}`: write ``` snippet, then options as key="value"', fence(header))
        for header, rest in [
            ("snippet hl_lines=3", "hl_lines=3"),
            ("snippet hl_lines='3'", "hl_lines='3'"),
            ("snippet hl_lines", "hl_lines"),
            ("{.snippet}", "{.snippet}"),
            (".snippet", ".snippet"),
        ]
    ),
    *(
        (f'{PAGE}:7: bad value hl_lines="{wrong}": {what}', fence(f'snippet hl_lines="{lines}"'))
        for lines, wrong, what in [
            ("all", "all", LINES),
            ("0", "0", LINES),
            ("3 4", "4", "page/app.py has the lines 1-3"),
            ("2-4", "2-4", "page/app.py has the lines 1-3"),
            ("3-2", "3-2", "page/app.py has the lines 1-3"),
        ]
    ),
    *(
        (f"{PAGE}:7: a snippet fence holds one line, the path of a snippet, not {count}", path(body))
        for body, count in [("", 0), ("\n\n", 0), ("page/app.py\npage/app.py", 2), ("import streamlit\n\nst.text()", 2)]
    ),
    *(
        (open_fence(7, "```"), ("replace", PAGE, "page/app.py\n```\n", f"page/app.py\n{closing}\n"))
        for closing in ["", "````", "``", "~~~", "    ```", "``` python"]
    ),
    (open_fence(11, "```"), text("``` python\nx = 1\n")),
    (open_fence(11, "~~~"), text("~~~\nx = 1\n```\n")),
    (open_fence(11, "````"), text("````\nx = 1\n```\n")),
    (open_fence(13, "```"), text("!!! note\n\n    ```\n    x\n```")),
    *(
        (f"{PAGE}:7: unknown fence `{header.strip('{.}')}`: did you mean `{meant}`?", fence(header))
        for header, meant in [
            ("snipet", "snippet"),
            ("Snippet", "snippet"),
            ("snipp", "snippet"),
            ("{.snippets}", "snippet"),
            ("version", "versions"),
        ]
    ),
    *(
        (
            f"{PAGE}:{line}: SuperFences cannot read this fence: check its options, and the indentation of each line",
            edit,
        )
        for line, edit in [
            (11, text("``` python title=app.py\nx\n```")),
            (17, text("``` python\nx\n```\n\n- item\n\n    ```\n  x\n    ```")),
            (11, text("> ```\nx\n> ```")),
            (9, ("replace", PAGE, FENCE, "- item\n\n    ``` snippet\n  page/app.py\n    ```")),
        ]
    ),
    *(
        (f"{PAGE}:{line}: Markdown does not show this: check its indentation", *edits)
        for line, *edits in [
            (7, ("replace", PAGE, FENCE, "    ``` snippet\n    page/app.py\n    ```")),
            (11, text("    ==Another claim.=="), ("proof", "Another claim.")),
            (12, text("<!--\n==Another claim.==\n-->"), ("proof", "Another claim.")),
        ]
    ),
]
CLAIMS = [
    *((stray(), text(words)) for words in ["a == b", "==half a claim", "a claim that ends==", "== blanks inside =="]),
    (stray(), text("==A claim\n\nof two paragraphs.==")),
    (stray(), text("> ==A claim\n>\n> of two paragraphs.==")),
    # With a regex that tries every way to read the spans, this takes longer than anybody waits.
    (stray(), text("==A claim has " + "`a` and " * 60 + "no end.")),
    (f"{PAGE}:11: no proof: write a test in {TEST} with this docstring: Another claim.", text("==Another claim.==")),
    (
        f"{PAGE}:13: no proof: write a test in {TEST} with this docstring: Another claim.",
        text("One ` here.\n\n==Another claim.==\n\nOne ` there."),
    ),
    (f"{TEST}:8: test_more proves what {PAGE} does not claim: ==Another claim.==", ("proof", "Another claim.")),
    (f"{PAGE}:11: line 5 already claims this: A claim.", text("==A\nclaim.==")),
    *(
        (
            "docs/more.md:3: this page has no proofs: write tests/test_more.py",
            ("write", "docs/more.md", f"# M\n\n{more}\n"),
        )
        for more in ["==A claim.==", "``` snippet\nmore/app.py\n```"]
    ),
    *(
        (
            f"{PAGE}:{5 + front.count(chr(10))}: no proof: write a test in {TEST} with this docstring: A false claim.",
            ("replace", PAGE, "# Page\n", f"{front}# Page\n"),
            ("replace", PAGE, "==A claim.==", "==A false claim.=="),
        )
        for front in ["---\ntitle: Page\n---\n", "---\ntitle: Page\ntags:\n  - a\n---\n\n\n", "\n\n", "Title: Page\n\n"]
    ),
]
_RULE = "a page begins with `## In short` and ends with `## See also`"
HEADINGS = [
    (f"{PAGE}:{line}: {what} belongs: {_RULE}", heading(old, new))
    for old, new, line, what in [
        ("## In short\n", "", 10, "`## A section` is where `## In short`"),
        ("## In short", "##In brief", 3, "`## In brief` is where `## In short`"),
        ("## See also\n", "", 11, "`## A section` is where `## See also`"),
        ("## See also", "## See also\n\n## More", 15, "`## More` is where `## See also`"),
    ]
] + [
    (
        f"{PAGE}:14: `## A section` is where `## See also` belongs: {_RULE}",
        heading("# Page", "---\ntitle: Page\n---\n# Page"),
        heading("## See also\n", "The end.\n\n\n"),
    ),
    (f"{PAGE}:1: the page ends where `## In short` belongs: {_RULE}", ("write", PAGE, "# Page\n")),
]
CELLS = [
    (
        f"{PAGE}:15: no test has this name: write `test_ap` in {TEST}, or correct the name",
        heading("## A section", "## A section\n\n| |\n| --- |\n| ==kept=={ #test_ap } |"),
    ),
]
SNIPPETS = [
    *(
        (f"{PAGE}:7: {message}", path(name))
        for name, message in [
            ("page/ap.py", "no snippet snippets/page/ap.py: did you mean `page/app.py`?"),
            ("paeg/app.py", "no snippet snippets/paeg/app.py: did you mean `page/app.py`?"),
            ("app.py", "no snippet snippets/app.py: did you mean `page/app.py`?"),
            ("page/zzzzzzzz", "no snippet snippets/page/zzzzzzzz: create it, or name one of snippets/page/"),
            ("../docs/page.md", "`../docs/page.md` is outside snippets/: move the snippet there"),
            ("page/../page/app.py", "`page/../page/app.py` is outside snippets/: move the snippet there"),
            ("/etc/hostname", "`/etc/hostname` is outside snippets/: move the snippet there"),
            ("./page/app.py", "write `./page/app.py` as `page/app.py`"),
            ("page//app.py", "write `page//app.py` as `page/app.py`"),
            ("page", "`page` has no streamlit_app.py to start from"),
        ]
    ),
    *(
        (f"{TEST}:8: {message}", *claim(name="test_more", snippet=name))
        for name, message in [
            ("page/ap.py", "no snippet snippets/page/ap.py: did you mean `page/app.py`?"),
            ("../app.py", "`../app.py` is outside snippets/: move the snippet there"),
        ]
    ),
    (f"{PAGE}:11: `page/app.py` is already shown in line 7: link to it, or give this another name", text(FENCE)),
    (
        f"{PAGE}:11: `page/app.py` is already shown in line 7: link to it, or give this another name",
        ("write", "snippets/page/app/streamlit_app.py", ""),
        text("``` snippet\npage/app\n```"),
    ),
    (
        f"{PAGE}:11: no test runs `page/more.py`: write one in {TEST}",
        ("write", "snippets/page/more.py", ""),
        text("``` snippet\npage/more.py\n```"),
    ),
    (
        f"snippets/page/more.py:1: {PAGE} does not show this snippet: add a snippet fence, or delete it",
        ("write", "snippets/page/more.py", ""),
    ),
    (
        f"{TEST}:8: test_more runs `page/more.py`, which {PAGE} does not show: add a snippet fence",
        ("write", "snippets/page/more.py", ""),
        *claim(name="test_more", snippet="page/more.py"),
    ),
    *(
        (f"{orphan}:1: no page shows this: write docs/more.md, or move it", ("write", file, ""))
        for orphan, file in [
            ("tests/test_more.py", "tests/test_more.py"),
            ("snippets/more", "snippets/more/app.py"),
            ("snippets/more.py", "snippets/more.py"),
        ]
    ),
    *(
        (
            "tests/test_more.py:1: no page shows this: write docs/more.md, or move it",
            ("write", "docs/a.md", "# Left out" if config else ""),
            ("replace", "mkdocs.yml", "nav:\n", f"nav:\n{config}\n"),
            ("write", "tests/test_more.py", ""),
        )
        for config in ["exclude_docs: a.md", "draft_docs: a.md", ""]
    ),
    (  # Markdown does not read an empty page: another page sees it.
        f"{TEST}:1: no page shows this: write {PAGE}, or move it",
        ("write", PAGE, "\n"),
        ("write", "docs/other.md", "# Other\n"),
    ),
    *(
        (
            f"snippets/page/{name}:1: rename this snippet: {NAME}",
            ("move", APP, f"snippets/page/{name}"),
            path(f"page/{name}"),
            test("page/app.py", f"page/{name}"),
        )
        for name in ["my app.py", "äpp.py", "a.b.py", "a&b.py"]
    ),
    (f"docs/my page.md:1: rename this page: {NAME}", ("move", PAGE, "docs/my page.md")),
    (f"{PAGE}:7: no snippet {APP}: it is a link to a file that does not exist", ("link", APP, "gone.py")),
    (f"{APP}:1: this is a link to a file outside snippets/: move the file there", ("link", APP, "/etc/hostname")),
]
FOLDERS = [
    (
        f"{APP[:-3]}/data.csv:1: this is not UTF-8 text (invalid start byte): save the file as UTF-8",
        ("write", "snippets/page/app/data.csv", b"\xff"),
    ),
    (
        "snippets/page/app/host:1: this is a link to a file outside snippets/: move the file there",
        ("link", "snippets/page/app/host", "/etc/hostname"),
    ),
    (
        f"{PAGE}:7: `page/app` has no streamlit_app.py to start from",
        ("move", "snippets/page/app/streamlit_app.py", "snippets/page/app/main.py"),
    ),
    (f"{PAGE}:7: write `page/app/` as `page/app`", ("replace", PAGE, "page/app", "page/app/")),
]
FILES = [
    *((f"{file}:{line}: {SETTLE}", ("append", file, CONFLICT)) for file, line in [(PAGE, 14), (APP, 4), (TEST, 6)]),
    *(
        (
            f"{file}:{line}: this has the control character U+{code}, which a page cannot show: write it as an escape",
            ("append", file, f"\n# {sign}\n"),
        )
        for file, line, sign, code in [
            (APP, 5, "\x02", "0002"),
            (APP, 5, "\0", "0000"),
            (PAGE, 15, "\x1b", "001B"),
            (TEST, 7, "\0", "0000"),
        ]
    ),
    (
        f"{APP}:2: this is not UTF-8 text (invalid continuation byte): save the file as UTF-8",
        ("write", APP, b"import streamlit as st\n# caf\xe9\n"),
    ),
]
PROOFS = [
    (f"{TEST}:8: line 1 already defines test_app: rename one of them", ("proof", "Another claim.", "test_app")),
    (f"{TEST}:8: line 1 already proves this claim: A claim.", ("proof", "A\n    claim.")),
    *(
        (f"{TEST}:1: test_app has no docstring: write its claim there", test('    """A claim."""\n', docstring))
        for docstring in ["", '    """"""\n', '    """ """\n', '    f"""A claim."""\n']
    ),
    *(
        (
            f'{TEST}:1: test_app runs {count} snippets: call run("<topic>/<snippet>") for exactly one',
            test('run("page/app.py")', runs),
        )
        for runs, count in [("run", 0), ('run("page/app.py"), run("page/more.py")', 2)]
    ),
    *(
        (
            f'{TEST}:4: write the path as text, as in run("<topic>/<snippet>"), not {call.replace(chr(34), chr(39))}',
            test("\n\n    assert", f"\n    other = {call}\n\n    assert"),
        )
        for call in ['run(f"page/{name}")', "run(NAME)", "run()", 'run("page/app.py", 1)', "run(1)"]
    ),
    *(
        (f"{TEST}:{line}: {name} is not a proof: write a test as a function outside of any class", appended(code))
        for code, line, name in [
            ("class TestMore:\n    def test_more(self, run):\n        pass", 8, "TestMore"),
            ("async def test_more(run):\n    pass", 8, "test_more"),
            ("if True:\n    def test_more(run):\n        pass", 9, "test_more"),
        ]
    ),
    *(
        (f"{TEST}:{line}: this is not Python ({what}): correct it", ("write", TEST, code))
        for code, line, what in [
            ("def test_app(run):\n    run(\n", 2, "'(' was never closed"),
            ("def test_app(run):\n\trun()\n        run()\n", 3, "inconsistent use of tabs and spaces in indentation"),
        ]
    ),
    *(
        (
            f"{TEST}:1: test_app has no assert: compare what the user sees with what the claim says",
            test('assert app.text[0].value == "hello"\n', f'app.text[0].value == "hello"{more}\n'),
        )
        for more in ["", "\n    while True:\n        break", "\n    helper(app)\n\n\ndef helper(app):\n    helper(app)"]
    ),
    *(
        (f"{TEST}:{line}: a skipped proof proves nothing: say with since, until, or engines where it holds", edit)
        for line, edit in [
            (2, test("def test_app", "import pytest\n@pytest.mark.skip\ndef test_app")),
            (2, test("def test_app", 'import pytest\n@pytest.mark.skipif(True, reason="x")\ndef test_app')),
            (2, test("def test_app", "import pytest\n@pytest.mark.xfail\ndef test_app")),
            (3, test("    app =", "    pytest.skip()\n    app =")),
        ]
    ),
]
MARKS = [
    *written(
        'since("1.65"), with a minor version',
        "pytest.mark.since",
        "pytest.mark.since()",
        "pytest.mark.since(1.64)",
        "pytest.mark.since('1.64.0')",
        "pytest.mark.since('1')",
        "pytest.mark.since('v1.64')",
        "pytest.mark.since(NEWEST)",
        "pytest.mark.since('1.64', '1.65')",
        "pytest.mark.since(version='1.64')",
    ),
    *written(
        'engines("server", reason="..."), with some of apptest, server, live',
        "pytest.mark.engines",
        "pytest.mark.engines('server')",
        "pytest.mark.engines('server', reason='')",
        "pytest.mark.engines('server', reason=REASON)",
        "pytest.mark.engines('server', because='of tabs')",
        "pytest.mark.engines(SERVER, reason='tabs')",
        "pytest.mark.engines('sever', reason='tabs')",
        "pytest.mark.engines(reason='tabs')",
        "pytest.mark.engines('apptest', 'server', 'live', reason='tabs')",
    ),
    *written(
        'apptest_since("1.44", reason="...")',
        "pytest.mark.apptest_since('1.44')",
        "pytest.mark.apptest_since('1', reason='it is old')",
    ),
    *(
        (
            f"{TEST}:{line}: write the mark above the test that it belongs to, as in @pytest.mark.until(...)",
            *marked(*code),
        )
        for line, *code in [
            (4, 'pytestmark = pytest.mark.until("1.62")'),
            (4, 'pytestmark = [pytest.mark.until("1.62")]'),
            (5, "from pytest import mark", 'old = mark.until("1.62")'),
            (4, '@pytest.mark.until("1.62")', "def helper():", "    pass", ""),
            (4, '@pytest.mark.parametrize("a", [pytest.param(1, marks=pytest.mark.until("1.62"))])'),
        ]
    ),
    (
        f"{TEST}:5: test_app already has the mark since: leave one of them",
        *marked('@pytest.mark.since("1.60")', '@pytest.mark.since("1.61")'),
    ),
    (
        f"{TEST}:6: no Streamlit is since 1.63 and until 1.62: correct the versions",
        *marked('@pytest.mark.since("1.63")', '@pytest.mark.until("1.62")'),
    ),
    (
        f'{TEST}:5: test_app holds until 1.62, but its claim does not say so: begin it with "Up to 1.62"',
        *marked('@pytest.mark.until("1.62")', claim="A claim."),
    ),
]
RIGHT = {
    "one snippet run twice": [test("\n\n    assert", '\n    other = run("page/app.py")\n\n    assert')],
    "a helper that asserts": [
        test("    assert app.text[0].value", "    check(app)\n\n\ndef check(app):\n    assert app.text[0].value")
    ],
    "pytest.raises": [
        test("    assert app.text[0].value ==", "    with pytest.raises(KeyError):\n        app.text ==")
    ],
    "a loop that waits": [
        test("    assert app.text[0].value ==", "    while app.run().text[0].value !="),
        test('"hello"\n', '"hello":\n        pass\n'),
    ],
    "other headings and fences": [
        text("``` markdown\n## No heading\n```"),
        heading("## See also", "### A section\n\n#### A part\n\n## See also"),
    ],
    "a page without claims": [("write", "docs/more.md", "# More\n\n## Anything\n")],
    "files that are no snippets": [
        ("write", file, "")
        for file in [
            "tooling_tests/site/test_links.py",
            "tests/helper.py",
            "snippets/ruff.toml",
            "snippets/__pycache__/x.pyc",
            "snippets/.ruff_cache/CACHEDIR.TAG",
            "snippets/page/__pycache__/x.pyc",
            "snippets/page/.app.py.swp",
        ]
    ]
    + [("link", "snippets/page/.#app.py", "user@host.1234")],
    "languages": [
        text("\n\n".join(f"``` {name}\nx\n```" for name in ["python", "console", "lisp", "toml", "diff", ""]))
    ],
}


def edit(project, edits):
    for name, *arguments in edits:
        getattr(project, name)(*arguments)


@pytest.mark.parametrize(
    ("message", "edits"),
    [
        pytest.param(message, edits, id=message[:80])
        for table in (FENCES, CLAIMS, HEADINGS, CELLS, SNIPPETS, FILES, PROOFS, MARKS)
        for message, *edits in table
    ],
)
def test_a_mistake(project, message, edits):
    edit(project, edits)

    assert project.mistake() == message


@pytest.mark.parametrize(("message", "edits"), [pytest.param(row[0], row[1:], id=row[0][:80]) for row in FOLDERS])
def test_a_mistake_in_an_app_of_several_files(folder, message, edits):
    edit(folder, edits)

    assert folder.mistake() == message


@pytest.mark.parametrize("edits", RIGHT.values(), ids=RIGHT)
def test_no_mistake(project, edits):
    edit(project, edits)

    project.build()


@pytest.fixture
def two_pages(project):
    """Return a project of two pages."""
    for file in (PAGE, TEST, APP):
        project.write(file.replace("page", "more"), (project.root / file).read_text().replace("page/", "more/"))
    return project


def test_a_snippet_of_another_page(two_pages):
    hint = "`more/app.py` belongs to another page: link to docs/more.md instead"
    edit(two_pages, claim(name="test_more", snippet="more/app.py"))
    assert two_pages.mistake() == f"{TEST}:8: {hint}"

    two_pages.replace(PAGE, "==Another claim.==", "``` snippet\nmore/app.py\n```")
    two_pages.write(TEST, (two_pages.root / TEST).read_text().partition("\n\n\ndef test_more")[0] + "\n")
    assert two_pages.mistake() == f"{PAGE}:11: {hint}"


def test_a_mistake_of_a_later_build(project):
    project.build()
    project.write("tests/test_more.py", "")

    assert project.mistake() == "tests/test_more.py:1: no page shows this: write docs/more.md, or move it"


def test_a_page_in_a_folder(project):
    project.move(PAGE, "docs/deep/page.md")
    project.replace("docs/deep/page.md", "==A claim.==", "==A false claim.==")

    assert project.mistake().startswith("docs/deep/page.md:5: no proof")


def test_the_start_page_has_headings_of_its_own(project):
    for file in (PAGE, TEST, APP):
        project.write(file.replace("page", "index"), (project.root / file).read_text().replace("page/", "index/"))
    project.replace("docs/index.md", "## A section", "## Where to go")

    project.build()


@pytest.mark.parametrize("file", [PAGE, APP, TEST])
def test_a_byte_order_mark_or_windows_line_ends(project, file):
    expected = project.build()
    content = (project.root / file).read_bytes().replace(b"\n", b"\r\n")
    project.write(file, b"\xef\xbb\xbf" + content)
    assert project.build() == expected

    project.write(PAGE, (project.root / PAGE).read_bytes() + b"==\n")
    assert project.mistake() == stray(line=14)


@pytest.mark.parametrize("sign", ["\u2028", "\x0c", "\x85"])
def test_signs_that_end_a_line_elsewhere(project, sign):
    """Lines are counted as editors and Python do, and a copied test is whole."""
    project.replace(TEST, "def test_app", f"SIGN = '{sign}'\n\n\ndef test_app")
    project.replace(TEST, '"hello"', '"hello" + SIGN * 0')
    assert '<span class="claim" id="test_app"' in project.build()
    project.page(f"Before{sign} it.\n\n==Unproved.==")

    assert project.mistake().startswith(f"{PAGE}:13: no proof: ")


def test_the_command_says_it_in_one_line(project):
    project.replace(PAGE, "==A claim.==", "==A false claim.==")
    ended = project.run("mkdocs", "build", "--strict", "--quiet")

    assert ended.returncode == 1
    assert ended.stderr.splitlines() == [
        "ERROR   -  Error reading page 'page.md':",
        f"ERROR   -  {PAGE}:5: no proof: write a test in {TEST} with this docstring: A false claim.",
    ]


@pytest.fixture
def not_root():
    """Give up root's right to read every file."""
    if root := os.geteuid() == 0:
        os.seteuid(65534)
    yield
    if root:
        os.seteuid(0)


def test_a_file_that_may_not_be_read(not_root):  # noqa: ARG001
    with TemporaryDirectory() as root:  # tmp_path is root's
        app = Path(root, APP)
        app.parent.mkdir(parents=True)
        app.touch(mode=0)

        with pytest.raises(AuthorError) as raised:
            _ = Snippet(Path(root), "page/app.py").files

    assert str(raised.value) == f"{APP}:1: cannot read this file (Permission denied): correct its permissions"
