"""Each mistake in a proof or its marks stops the build with the line, what is wrong, and what to do."""

import pytest

PAGE, TEST = "docs/page.md", "tests/test_page.py"
CLAIM = "Up to 1.62 a claim."
SKIPPED = "a skipped proof proves nothing: say with since, until, or engines where it holds"
NO_ASSERT = "test_app has no assert: compare what the user sees with what the claim says"


def changed(old, new):
    """Change the test."""
    return "replace", TEST, old, new


def decorated(*lines):
    """Put lines above the test, from line 4 on."""
    return changed("def test_app", "".join(f"{line}\n" for line in ("import pytest\n\n", *lines)) + "def test_app")


def appended(code):
    """Add lines after the test, from line 8 on."""
    return changed('== "hello"\n', f'== "hello"\n\n\n{code}\n')


PROOFS = [
    (8, f"test_more proves what {PAGE} does not claim: ==Another claim.==", ("proof", "Another claim.")),
    (8, "line 1 already defines test_app: rename one of them", ("proof", "Another claim.", "test_app")),
    (8, f"line 1 already proves this claim: {CLAIM}", ("proof", CLAIM.replace(" a ", "\n    a "))),
    *(
        (1, "test_app has no docstring: write its claim there", changed(f'    """{CLAIM}"""\n', docstring))
        for docstring in ["", '    """ """\n', f'    f"""{CLAIM}"""\n']
    ),
    *(
        (
            1,
            f'test_app runs {count} snippets: call run("<topic>/<snippet>") for exactly one',
            changed('run("page/app.py")', runs),
        )
        for runs, count in [("run", 0), ('run("page/app.py"), run("page/more.py")', 2)]
    ),
    *(
        (
            4,
            f'write the path as text, as in run("<topic>/<snippet>"), not {call}',
            changed("\n\n    assert", f"\n    other = {call}\n\n    assert"),
        )
        for call in ["run(f'page/{name}')", "run(NAME)", "run()", "run('page/app.py', 1)", "run(1)"]
    ),
    *(
        (line, f"{name} is not a proof: write a test as a function outside of any class", appended(code))
        for line, name, code in [
            (8, "TestMore", "class TestMore:\n    def test_more(self, run):\n        pass"),
            (8, "test_more", "async def test_more(run):\n    pass"),
            (9, "test_more", "if True:\n    def test_more(run):\n        pass"),
        ]
    ),
    *(
        (line, f"this is not Python ({what}): correct it", ("write", TEST, code))
        for line, what, code in [
            (2, "'(' was never closed", "def test_app(run):\n    run(\n"),
            (3, "inconsistent use of tabs and spaces in indentation", "def test_app(run):\n\ta()\n        b()\n"),
        ]
    ),
    *(
        (1, NO_ASSERT, changed('assert app.text[0].value == "hello"\n', f'app.text[0].value == "hello"{more}\n'))
        for more in ["", "\n    while True:\n        break", "\n    helper(app)\n\n\ndef helper(app):\n    helper(app)"]
    ),
    (4, SKIPPED, decorated("@pytest.mark.skip")),
    (4, SKIPPED, decorated('@pytest.mark.skipif(True, reason="x")')),
    (4, SKIPPED, decorated("@pytest.mark.xfail")),
    (3, SKIPPED, changed("    app =", "    pytest.skip()\n    app =")),
]
FORMS = {
    'since("1.65"), with a minor version': [
        "since",
        "since()",
        "since(1.64)",
        "since('1.64.0')",
        "since('1')",
        "since(NEWEST)",
        "since('1.64', '1.65')",
        "since(version='1.64')",
    ],
    'engines("server", reason="..."), with some of apptest, server, live, stlite': [
        "engines('server')",
        "engines('server', reason='')",
        "engines('server', reason=REASON)",
        "engines('server', because='of tabs')",
        "engines('sever', reason='tabs')",
        "engines(reason='tabs')",
        "engines('apptest', 'server', 'live', reason='tabs')",
    ],
    'fails_on("stlite", reason="..."), with some of apptest, server, live, stlite': [
        "fails_on('stlite')",
        "fails_on('1.62', reason='it is old')",
    ],
    'apptest_since("1.44", reason="...")': ["apptest_since('1.44')", "apptest_since('1', reason='it is old')"],
}
MISPLACED = [
    (4, 'pytestmark = pytest.mark.until("1.62")'),
    (4, 'pytestmark = [pytest.mark.until("1.62")]'),
    (5, "from pytest import mark", 'old = mark.until("1.62")'),
    (4, '@pytest.mark.until("1.62")', "def helper():", "    pass", ""),
    (4, '@pytest.mark.parametrize("a", [pytest.param(1, marks=pytest.mark.until("1.62"))])'),
]
MARKS = [
    *(
        (4, f"write the mark as @pytest.mark.{form}, not @pytest.mark.{mark}", decorated(f"@pytest.mark.{mark}"))
        for form, marks in FORMS.items()
        for mark in marks
    ),
    *(
        (
            line,
            "write the mark above the test that it belongs to, as in @pytest.mark.until(...)",
            decorated(*lines),
        )
        for line, *lines in MISPLACED
    ),
    (
        5,
        "test_app already has the mark since: leave one of them",
        decorated('@pytest.mark.since("1.60")', '@pytest.mark.since("1.61")'),
    ),
    (
        6,
        "no Streamlit is since 1.63 and until 1.62: correct the versions",
        decorated('@pytest.mark.since("1.63")', '@pytest.mark.until("1.62")'),
    ),
    (
        5,
        'test_app holds until 1.61, but its claim does not say so: begin it with "Up to 1.61"',
        decorated('@pytest.mark.until("1.61")'),
    ),
]
RIGHT = {
    "one snippet run twice": [changed("\n\n    assert", '\n    other = run("page/app.py")\n\n    assert')],
    "a helper that asserts": [
        changed("    assert app.text[0].value", "    check(app)\n\n\ndef check(app):\n    assert app.text[0].value")
    ],
    "pytest.raises": [
        changed("    assert app.text[0].value ==", "    with pytest.raises(KeyError):\n        app.text ==")
    ],
    "a loop that waits": [
        changed("    assert app.text[0].value ==", "    while app.run().text[0].value !="),
        changed('"hello"\n', '"hello":\n        pass\n'),
    ],
}


@pytest.fixture
def project(project):
    """Return the project with a claim that may have any mark."""
    for file in (PAGE, TEST):
        project.replace(file, "A claim.", CLAIM)
    return project


@pytest.mark.parametrize(
    ("line", "message", "edits"),
    [pytest.param(line, message, edits, id=message[:80]) for line, message, *edits in (*PROOFS, *MARKS)],
)
def test_a_mistake(project, line, message, edits):
    project.edit(*edits)

    assert project.mistake() == f"{TEST}:{line}: {message}"


@pytest.mark.parametrize("edits", RIGHT.values(), ids=RIGHT)
def test_no_mistake(project, edits):
    project.edit(*edits)

    project.build()
