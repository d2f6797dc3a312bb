"""What else may go wrong for an author: each time the build or the command says where, and what to do."""

import re
import resource
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE, SNIPPET, TEST, RESULT = (
    "docs/page.md",
    "snippets/page/app.py",
    "tests/test_page.py",
    "results/apptest/1.67.0.json",
)
CONFLICT = "<<<<<<< HEAD\n# ours\n=======\n# theirs\n>>>>>>> other\n"
SETTLE = "a merge has left a conflict here: settle it, and delete the lines <<<<<<<, ======= and >>>>>>>"
NAME = "letters a to z, digits, `_` and `-` make its name"


@pytest.mark.parametrize("path", [PAGE, SNIPPET, TEST])
def test_a_merge_conflict(project, path):
    project.write(path, (project.root / path).read_text() + ("\n" if path == PAGE else "") + CONFLICT)

    found = project.mistake()
    assert re.sub(r":\d+:", ":", found, count=1) == f"{path}: {SETTLE}"
    assert (project.root / path).read_text().split("\n")[int(found.split(":")[1]) - 1] == "<<<<<<< HEAD"


@pytest.mark.parametrize(
    "content",
    [
        lambda text: f"<<<<<<< HEAD\n{text}=======\n{text}>>>>>>> other\n".encode(),
        lambda _: b"",
        lambda _: b"\xff\xfe",
        lambda text: text.replace("test_app", "test_other").encode(),
    ],
    ids=["merge conflict", "empty", "not UTF-8", "another test"],
)
def test_results_that_are_not_what_was_written(project, content):
    project.record()
    project.write(RESULT, content((project.root / RESULT).read_text()))

    hint = "`make record` and `make versions` have not written this: delete the file and run one of them again"
    assert re.fullmatch(rf"{RESULT}:\d+: {hint}", project.mistake())


def test_results_that_link_to_nothing_or_are_a_folder(project):
    hint = "`make record` and `make versions` have not written this: delete the file and run one of them again"
    (project.root / "results/apptest").mkdir()
    (project.root / "results/apptest/1.66.0.json").symlink_to("nowhere")
    assert project.mistake() == f"results/apptest/1.66.0.json:1: {hint}"

    (project.root / "results/apptest/1.66.0.json").unlink()
    (project.root / "results/apptest/1.66.0.json").mkdir()
    assert project.mistake() == f"results/apptest/1.66.0.json:1: {hint}"


def test_results_of_no_version(project):
    project.record()
    project.write("results/apptest/notes.json", "{}")

    assert (
        project.mistake()
        == "results/apptest/notes.json:1: notes is no version of Streamlit: delete the file or move it"
    )


def test_what_an_editor_leaves_beside_results_and_snippets(project):
    project.record()
    for path in ("results/apptest/1.67.0.json.orig", "results/apptest/.1.67.0.json.swp", "snippets/page/.app.py.swp"):
        project.write(path, "x")
    (project.root / "snippets/page/.#app.py").symlink_to("user@host.1234")

    project.build()


def test_results_that_find_no_room(project):
    """The ones there were stay as they are."""
    project.record("test_app")
    before = (project.root / RESULT).read_text()
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, limit[1]))
    try:
        with pytest.raises(Exception, match="cannot write") as raised:
            project.record()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)

    hint = "cannot write this (File too large): make room for it, and run the command again"
    assert str(raised.value) == f"{RESULT}:1: {hint}"
    assert (project.root / RESULT).read_text() == before
    assert [path.name for path in (project.root / "results/apptest").iterdir()] == ["1.67.0.json"]


@pytest.mark.parametrize(
    ("header", "meant"),
    [
        ("snipet", "snippet"),
        ("Snippet", "snippet"),
        ("snipp", "snippet"),
        ("{.snippets}", "snippet"),
        ("version", "versions"),
    ],
)
def test_a_fence_that_is_almost_ours(project, header, meant):
    project.replace(PAGE, "``` snippet", f"``` {header}")

    name = header.strip("{.}")
    assert project.mistake() == f"docs/page.md:7: unknown fence `{name}`: did you mean `{meant}`?"


@pytest.mark.parametrize("language", ["python", "console", "lisp", "toml", "diff", ""])
def test_a_fence_of_a_language(project, language):
    project.page(f"``` {language}\nx\n```")

    project.build()


@pytest.mark.parametrize(
    ("path", "sign", "code"),
    [(SNIPPET, "\x02", "0002"), (SNIPPET, "\0", "0000"), (PAGE, "\x1b", "001B"), (TEST, "\0", "0000")],
)
def test_a_control_character(project, path, sign, code):
    text = (project.root / path).read_text()
    project.write(path, f"{text}\n# {sign}\n")

    line = text.count("\n") + 2
    hint = f"this has the control character U+{code}, which cannot be shown: write it as an escape"
    assert project.mistake() == f"{path}:{line}: {hint}"


def test_a_file_that_is_not_utf_8_names_the_line(project):
    project.write(SNIPPET, b"import streamlit as st\n# caf\xe9\n")

    hint = "this is not UTF-8 text (invalid continuation byte): save it as such"
    assert project.mistake() == f"{SNIPPET}:2: {hint}"


@pytest.mark.parametrize("path", [PAGE, SNIPPET, TEST])
def test_a_byte_order_mark_or_windows_line_ends(project, path):
    expected = project.build()
    content = (project.root / path).read_bytes().replace(b"\n", b"\r\n")
    project.write(path, b"\xef\xbb\xbf" + content)

    assert project.build() == expected


@pytest.mark.parametrize("sign", ["\u2028", "\x0c", "\x85"])
def test_signs_that_end_a_line_elsewhere(project, sign):
    """Lines are counted as editors and Python do, and a copied test is whole."""
    project.replace(TEST, "def test_app", f"SIGN = '{sign}'\n\n\ndef test_app")
    project.replace(TEST, '"hello"', '"hello" + SIGN * 0')
    assert "    assert app.text[0].value ==" in re.sub("<.*?>", "", project.build())
    project.page(f"Before{sign} it.\n\n==Unproved.==")

    assert project.mistake().startswith("docs/page.md:13: no proof: ")


@pytest.mark.parametrize("name", ["my app.py", "äpp.py", "a.b.py", "a&b.py"])
def test_a_name_of_other_letters(project, name):
    (project.root / SNIPPET).rename(project.root / "snippets/page" / name)
    for path in (PAGE, TEST):
        project.replace(path, "page/app.py", f"page/{name}")

    assert project.mistake() == f"snippets/page/{name}:1: rename this snippet: {NAME}"


def test_a_page_s_name_of_other_letters(project):
    (project.root / PAGE).rename(project.root / "docs/my page.md")

    assert project.mistake() == f"docs/my page.md:1: rename this page: {NAME}"


def test_a_snippet_that_links_to_nothing(project):
    (project.root / SNIPPET).unlink()
    (project.root / SNIPPET).symlink_to("gone.py")

    assert project.mistake() == "docs/page.md:7: no snippet snippets/page/app.py: it links to what is not there"


def test_an_empty_page_has_no_proofs(project):
    """Markdown looks at none: another page sees it."""
    project.write(PAGE, "\n")
    project.write("docs/other.md", "# Other\n")

    assert project.mistake() == "tests/test_page.py:1: no page shows this: write docs/page.md, or move it"


@pytest.mark.parametrize(
    ("mark", "lost"),
    [
        ('since("1.99")', ["test_app"]),
        ('since("1.68")', ["test_app"]),
        ('apptest_since("1.68", reason="of this")', ["test_app"]),
        ('engines("server", reason="of this")\n@pytest.mark.since("1.68")', []),
    ],
)
def test_a_version_that_there_is_not(project, mark, lost):
    project.write(TEST, f"import pytest\n\n\n@pytest.mark.{mark}\n{(project.root / TEST).read_text()}")
    project.record(*lost, version="1.66.0")
    project.record(*lost)

    hint = "test_app holds on no version with results, 1.66.0 to 1.67.0: correct its marks"
    assert project.mistake() == f"tests/test_page.py:{5 + mark.count('@')}: {hint}"


@pytest.mark.parametrize(
    "line",
    ["@pytest.mark.skip", '@pytest.mark.skipif(True, reason="x")', "@pytest.mark.xfail", "    pytest.skip()"],
)
def test_a_proof_that_is_left_out(project, line):
    before, after = ("", f"{line}\n") if line.startswith(" ") else (f"{line}\n", "")
    text = (project.root / TEST).read_text().replace("    app =", f"{after}    app =")
    project.write(TEST, f"import pytest\n\n\n{before}{text}")

    where = 6 if after else 4
    hint = "a proof that is left out proves nothing: say with since, until or engines where it holds"
    assert project.mistake() == f"tests/test_page.py:{where}: {hint}"


@pytest.mark.parametrize("text", ["{}", "### {}", "| a | b |\n| --- | --- |\n| {} | x |", "**{}**", "1. {}"])
def test_a_claim_in_a_heading_a_table_or_bold_is_one(project, text):
    project.page(text.format("==Another claim.=="))
    project.proof("Another claim.")

    assert '<span class="claim" id="test_more">Another claim.' in project.build()


@pytest.mark.parametrize(
    ("nav", "says"),
    [
        ("  - Page: page.md\n  - Gone: gone.md\n", "A reference to 'gone.md' is included in the 'nav' configuration"),
        ("  - Page: other.md\n", 'exist in the docs directory, but are not included in the "nav"'),
    ],
)
def test_a_navigation_that_does_not_fit(project, nav, says):
    project.write("docs/other.md", "# Other\n")
    project.replace("mkdocs.yml", "nav:\n", f"nav:\n{nav}")
    ended = project.run("mkdocs", "build", "--strict")

    assert ended.returncode == 1
    assert says in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize(
    ("old", "new", "says", "where"),
    [
        (
            '    assert app.text[0].value == "hello"\n',
            "    while True:\n        pass\n",
            "Timeout (>2.0s)",
            r"tests/test_page\.py:[67]: in test_app",
        ),
        (
            "def test_app(run)",
            "@pytest.mark.snice('1.60')\ndef test_app(run)",
            "'snice' not found in `markers`",
            "ERROR tests/test_page.py",
        ),
        ("def test_app(run)", "def test_app(rnu)", "fixture 'rnu' not found", r"tests/test_page\.py, line 2"),
    ],
    ids=["hangs", "unknown mark", "unknown fixture"],
)
def test_a_proof_that_cannot_end_or_start(project, old, new, says, where):
    """Pytest names the test, the file and the line."""
    project.replace(TEST, old, new)
    project.write(TEST, f"import pytest\n{(project.root / TEST).read_text()}")
    shutil.copy(ROOT / "pyproject.toml", project.root)
    ended = project.run("pytest", "-q", "-p", "no:cacheprovider", "--rootdir=.", "--timeout=2", TEST)

    assert ended.returncode
    assert says in ended.stdout
    assert re.search(where, ended.stdout), ended.stdout


def test_an_app_that_hangs(project):
    """The proof ends with its time, in the line that waits for the app."""
    project.write(SNIPPET, "while True:\n    pass\n")
    shutil.copy(ROOT / "pyproject.toml", project.root)
    ended = project.run("pytest", "-q", "-p", "no:cacheprovider", "--rootdir=.", "--timeout=2", TEST)

    assert "Timeout (>2.0s)" in ended.stdout
    assert "tests/test_page.py:3: in test_app" in ended.stdout
    assert ended.returncode == 1


@pytest.mark.timeout(180)  # a server and a browser start, and the driver gives up
def test_an_app_that_hangs_on_a_server(project):
    """The proof ends with the line that waits for the rerun, and the next one has a server again."""
    project.write(SNIPPET, "import streamlit as st\n\nif st.button('Hang'):\n    while True:\n        pass\n")
    shutil.copy(ROOT / "pyproject.toml", project.root)
    name = SNIPPET.removeprefix("snippets/")
    opens = f'    app = run("{name}")\n    app.button[0]'
    project.write(TEST, f"def test_hangs(run):\n{opens}.click().run()\n\n\ndef test_next(run):\n{opens}\n")
    ended = project.run("pytest", "-q", "-p", "no:cacheprovider", "--rootdir=.", "--engine=server", TEST)

    assert f"{TEST}:3: in test_hangs" in ended.stdout
    assert "no rerun has ended" in ended.stdout
    assert "1 failed, 1 passed" in ended.stdout
