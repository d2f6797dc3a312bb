"""Snippets are text of this project, in a file or in a folder with an entrypoint."""

from livedocs.model.snippets import Snippet, snippets_of


def test_a_folder_shows_its_entrypoint_first(folder):
    folder.write("snippets/page/app/pages/one.py", "")
    folder.write("snippets/page/app/__pycache__/one.pyc", b"\xff")
    folder.build()

    snippet = Snippet(folder.root, "page/app")
    assert list(map(str, snippet.files)) == ["page/app/streamlit_app.py", "page/app/data.csv", "page/app/pages/one.py"]
    assert snippet.command == "streamlit run streamlit_app.py"


def test_a_topic_s_snippets(folder):
    folder.write("snippets/page/more.py", "")
    folder.write("snippets/page/__pycache__/more.pyc", "")
    folder.write("snippets/page/notes.txt", "")

    assert snippets_of(folder.root, "page") == ["page/app", "page/more.py"]
    assert snippets_of(folder.root, "unknown") == []
