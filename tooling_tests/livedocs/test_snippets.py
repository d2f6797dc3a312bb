"""Snippets are text of this project, in a file or in a folder with an entrypoint."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from livedocs.model.errors import AuthorError
from livedocs.model.snippets import Snippet, snippets_of


@pytest.fixture
def folder(project):
    """Return the project with an app of several files in place of its app of one."""
    (project.root / "snippets/page/app.py").unlink()
    project.write("snippets/page/app/streamlit_app.py", 'import streamlit as st\n\nst.text("hello")\n')
    project.write("snippets/page/app/data.csv", "a,b\n")
    for path in ("docs/page.md", "tests/test_page.py"):
        project.replace(path, "page/app.py", "page/app")
    return project


def test_a_file_that_is_not_text(project):
    project.write("snippets/page/app.py", b'"\xff"')

    hint = "this is not UTF-8 text (invalid start byte): save it as such"
    assert project.mistake() == f"snippets/page/app.py:1: {hint}"


def test_one_file_of_several_that_is_not_text(folder):
    folder.write("snippets/page/app/data.csv", b"\xff")

    hint = "this is not UTF-8 text (invalid start byte): save it as such"
    assert folder.mistake() == f"snippets/page/app/data.csv:1: {hint}"


@pytest.fixture
def not_root():
    """Let go of root's right to read every file."""
    if root := os.geteuid() == 0:
        os.seteuid(65534)
    yield
    if root:
        os.seteuid(0)


def test_a_file_that_may_not_be_read(not_root):  # noqa: ARG001
    with TemporaryDirectory() as root:  # tmp_path is root's
        app = Path(root, "snippets/page/app.py")
        app.parent.mkdir(parents=True)
        app.touch(mode=0)

        with pytest.raises(AuthorError) as raised:
            _ = Snippet(Path(root), "page/app.py").files

    hint = "cannot read this (Permission denied): let its owner read it"
    assert str(raised.value) == f"snippets/page/app.py:1: {hint}"


def test_a_link_out_of_the_project(project):
    (project.root / "snippets/page/app.py").unlink()
    (project.root / "snippets/page/app.py").symlink_to("/etc/hostname")

    hint = "this links to a file outside snippets/: move it there"
    assert project.mistake() == f"snippets/page/app.py:1: {hint}"


def test_a_link_out_of_the_project_in_a_folder(folder):
    (folder.root / "snippets/page/app/hostname").symlink_to("/etc/hostname")

    hint = "this links to a file outside snippets/: move it there"
    assert folder.mistake() == f"snippets/page/app/hostname:1: {hint}"


def test_a_folder_without_entrypoint(folder):
    (folder.root / "snippets/page/app/streamlit_app.py").rename(folder.root / "snippets/page/app/main.py")

    assert folder.mistake() == "docs/page.md:7: `page/app` has no streamlit_app.py to start from"


def test_a_folder_written_with_a_slash(folder):
    folder.replace("docs/page.md", "page/app", "page/app/")

    assert folder.mistake() == "docs/page.md:7: write `page/app/` as `page/app`"


def test_a_folder_shows_its_entrypoint_first(folder):
    folder.write("snippets/page/app/pages/one.py", "")
    folder.write("snippets/page/app/__pycache__/one.pyc", b"\xff")
    folder.build()

    snippet = Snippet(folder.root, "page/app")
    assert list(map(str, snippet.files)) == [
        "page/app/streamlit_app.py",
        "page/app/data.csv",
        "page/app/pages/one.py",
    ]
    assert snippet.command == "streamlit run snippets/page/app/streamlit_app.py"


def test_a_topic_s_snippets(folder):
    folder.write("snippets/page/more.py", "")
    folder.write("snippets/page/__pycache__/more.pyc", "")
    folder.write("snippets/page/notes.txt", "")

    assert snippets_of(folder.root, "page") == ["page/app", "page/more.py"]
    assert snippets_of(folder.root, "unknown") == []
