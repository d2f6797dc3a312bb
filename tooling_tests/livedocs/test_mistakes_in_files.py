"""Each mistake in snippets, and in files that can't be read, stops the build with what is wrong and what to do."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from livedocs.model.errors import AuthorError
from livedocs.model.snippets import Snippet

PAGE, APP, TEST = "docs/page.md", "snippets/page/app.py", "tests/test_page.py"
NAME = "letters a to z, digits, `_` and `-` make its name"
CONFLICT = "<<<<<<< HEAD\n# ours\n=======\n# theirs\n>>>>>>> other\n"
SETTLE = "this is an unresolved merge conflict: resolve it, and delete the lines <<<<<<<, ======= and >>>>>>>"
OUTSIDE = "this is a link to a file outside snippets/: move the file there"
SHOWN = "`page/app.py` is already shown in line 7: link to it, or give this another name"
NO_PAGE = "no page shows this: write docs/more.md, or move it"


def path(new):
    """Name another snippet in the fence in line 7."""
    return "replace", PAGE, "page/app.py", new


def fence(name):
    """Show another snippet, in line 11."""
    return "page", f"``` snippet\n{name}\n```"


def empty(file):
    """Write an empty file."""
    return "write", file, ""


NAMES = {
    "page/ap.py": "no snippet snippets/page/ap.py: did you mean `page/app.py`?",
    "paeg/app.py": "no snippet snippets/paeg/app.py: did you mean `page/app.py`?",
    "page/zzzzzzzz": "no snippet snippets/page/zzzzzzzz: create it, or name one of snippets/page/",
    "../docs/page.md": "`../docs/page.md` is outside snippets/: move the snippet there",
    "page/../page/app.py": "`page/../page/app.py` is outside snippets/: move the snippet there",
    "/etc/hostname": "`/etc/hostname` is outside snippets/: move the snippet there",
    "./page/app.py": "write `./page/app.py` as `page/app.py`",
    "page//app.py": "write `page//app.py` as `page/app.py`",
    "page": "`page` has no streamlit_app.py to start from",
}
SNIPPETS = [
    *((f"{PAGE}:7: {message}", path(name)) for name, message in NAMES.items()),
    *(
        (f"{TEST}:8: {NAMES[name]}", ("page", "==Another claim.=="), ("proof", "Another claim.", "test_more", name))
        for name in ("page/ap.py", "../docs/page.md")
    ),
    (f"{PAGE}:11: {SHOWN}", fence("page/app.py")),
    (f"{PAGE}:11: {SHOWN}", empty("snippets/page/app/streamlit_app.py"), fence("page/app")),
    (
        f"{PAGE}:11: no test runs `page/more.py`: write one in {TEST}",
        empty("snippets/page/more.py"),
        fence("page/more.py"),
    ),
    (
        f"snippets/page/more.py:1: {PAGE} does not show this snippet: add a snippet fence, or delete it",
        empty("snippets/page/more.py"),
    ),
    (
        f"{TEST}:8: test_more runs `page/more.py`, which {PAGE} does not show: add a snippet fence",
        empty("snippets/page/more.py"),
        ("page", "==Another claim.=="),
        ("proof", "Another claim.", "test_more", "page/more.py"),
    ),
    (f"tests/test_more.py:1: {NO_PAGE}", empty("tests/test_more.py")),
    (f"snippets/more:1: {NO_PAGE}", empty("snippets/more/app.py")),
    (f"snippets/more.py:1: {NO_PAGE}", empty("snippets/more.py")),
    *(
        (
            f"tests/test_more.py:1: {NO_PAGE}",
            ("write", "docs/a.md", "# Left out" if config else ""),
            ("replace", "mkdocs.yml", "nav:\n", f"nav:\n{config}\n"),
            empty("tests/test_more.py"),
        )
        for config in ["exclude_docs: a.md", "draft_docs: a.md", ""]
    ),
    (  # Markdown doesn't read an empty page: another page finds it.
        f"{TEST}:1: no page shows this: write {PAGE}, or move it",
        ("write", PAGE, "\n"),
        ("write", "docs/other.md", "# Other\n"),
    ),
    *(
        (
            f"snippets/page/{name}:1: rename this snippet: {NAME}",
            ("move", APP, f"snippets/page/{name}"),
            path(f"page/{name}"),
            ("replace", TEST, "page/app.py", f"page/{name}"),
        )
        for name in ["my app.py", "äpp.py", "a.b.py"]
    ),
    (f"docs/my page.md:1: rename this page: {NAME}", ("move", PAGE, "docs/my page.md")),
    (f"{PAGE}:7: no snippet {APP}: it is a link to a file that does not exist", ("link", APP, "gone.py")),
    (f"{APP}:1: {OUTSIDE}", ("link", APP, "/etc/hostname")),
]
FILES = [
    *((f"{file}:{line}: {SETTLE}", ("append", file, CONFLICT)) for file, line in [(PAGE, 14), (APP, 4), (TEST, 6)]),
    *(
        (
            f"{file}:{line}: this has the control character U+{code}, which a page cannot show: write it as an escape",
            ("append", file, f"\n# {sign}\n"),
        )
        for file, line, sign, code in [(APP, 5, "\0", "0000"), (PAGE, 15, "\x1b", "001B"), (TEST, 7, "\0", "0000")]
    ),
    (
        f"{APP}:2: this is not UTF-8 text (invalid continuation byte): save the file as UTF-8",
        ("write", APP, b"import streamlit as st\n# caf\xe9\n"),
    ),
]
FOLDERS = [
    (
        "snippets/page/app/data.csv:1: this is not UTF-8 text (invalid start byte): save the file as UTF-8",
        ("write", "snippets/page/app/data.csv", b"\xff"),
    ),
    (f"snippets/page/app/host:1: {OUTSIDE}", ("link", "snippets/page/app/host", "/etc/hostname")),
    (
        f"{PAGE}:7: `page/app` has no streamlit_app.py to start from",
        ("move", "snippets/page/app/streamlit_app.py", "snippets/page/app/main.py"),
    ),
    (f"{PAGE}:7: write `page/app/` as `page/app`", ("replace", PAGE, "page/app", "page/app/")),
]
NOT_SNIPPETS = (
    "tooling_tests/site/test_links.py",
    "tests/helper.py",
    "snippets/ruff.toml",
    "snippets/__pycache__/x.pyc",
    "snippets/.ruff_cache/CACHEDIR.TAG",
    "snippets/page/__pycache__/x.pyc",
    "snippets/page/.app.py.swp",
    "results/apptest/1.67.0.json.orig",
    "results/apptest/.1.67.0.json.swp",
)


@pytest.mark.parametrize(
    ("fixture", "message", "edits"),
    [
        pytest.param(fixture, message, edits, id=message[:80])
        for fixture, rows in {"project": SNIPPETS + FILES, "folder": FOLDERS}.items()
        for message, *edits in rows
    ],
)
def test_a_mistake(request, fixture, message, edits):
    project = request.getfixturevalue(fixture)
    project.edit(*edits)

    assert project.mistake() == message


def test_files_that_are_no_snippets(project):
    project.record()
    project.edit(*map(empty, NOT_SNIPPETS))
    project.link("snippets/page/.#app.py", "user@host.1234")

    project.build()


def test_a_snippet_of_another_page(project):
    hint = "`more/app.py` belongs to another page: link to docs/more.md instead"
    project.copy("more")
    test = project.text(TEST)
    project.page("==Another claim.==")
    project.proof("Another claim.", snippet="more/app.py")
    assert project.mistake() == f"{TEST}:8: {hint}"

    project.replace(PAGE, "==Another claim.==", "``` snippet\nmore/app.py\n```")
    project.write(TEST, test)
    assert project.mistake() == f"{PAGE}:11: {hint}"


def test_a_mistake_in_a_later_build(project):
    project.build()
    project.write("tests/test_more.py", "")

    assert project.mistake() == f"tests/test_more.py:1: {NO_PAGE}"


@pytest.mark.parametrize("file", [PAGE, APP, TEST])
def test_a_byte_order_mark_and_windows_line_endings(project, file):
    expected = project.build()
    content = (project.root / file).read_bytes().replace(b"\n", b"\r\n")
    project.write(file, b"\xef\xbb\xbf" + content)
    assert project.build() == expected

    project.write(PAGE, (project.root / PAGE).read_bytes() + b"==\n")
    assert project.mistake().startswith(f"{PAGE}:14: `==` without its partner")


@pytest.mark.parametrize("sign", ["\u2028", "\x0c", "\x85"])
def test_characters_that_end_a_line_only_elsewhere(project, sign):
    """Lines are counted as editors and Python count them, and a copied test is complete."""
    project.replace(TEST, "def test_app", f"SIGN = '{sign}'\n\n\ndef test_app")
    project.replace(TEST, '"hello"', '"hello" + SIGN * 0')
    assert '<span class="claim" id="test_app"' in project.build()

    project.page(f"Before{sign} it.\n\n==Unproved.==")
    assert project.mistake().startswith(f"{PAGE}:13: no proof: ")


@pytest.fixture
def not_root():
    """Give up root's right to read every file."""
    if root := os.geteuid() == 0:
        os.seteuid(65534)
    yield
    if root:
        os.seteuid(0)


@pytest.mark.usefixtures("not_root")
def test_a_file_without_permission_to_read():
    with TemporaryDirectory() as root:  # tmp_path belongs to root
        app = Path(root, APP)
        app.parent.mkdir(parents=True)
        app.touch(mode=0)

        with pytest.raises(AuthorError) as raised:
            _ = Snippet(Path(root), "page/app.py").files

    assert str(raised.value) == f"{APP}:1: cannot read this file (Permission denied): correct its permissions"
