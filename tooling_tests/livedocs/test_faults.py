"""What else may go wrong for an author: each time the build or the command says where, and what to do."""

import re
import resource

import pytest

PAGE, SNIPPET, TEST, RESULT = (
    "docs/page.md",
    "snippets/page/app.py",
    "tests/test_page.py",
    "results/apptest/1.67.0.json",
)


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
    (project.root / "results/apptest").mkdir(parents=True)
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
        == "results/apptest/notes.json:1: notes isn't a version of Streamlit: delete the file or move it"
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
