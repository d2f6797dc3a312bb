"""Which app `run` finds, and which of its files it copies."""

import pytest
from streamlit_engines.copies import Copies

FILES = (
    *("app.py", "helper.py", "data/teas.csv", "pages/1_About.py", ".streamlit/secrets.toml", ".env"),
    *(".git/HEAD", ".venv/pyvenv.cfg", "my env/pyvenv.cfg", "node_modules/x.js", "__pycache__/app.pyc"),
    *("tests/app.py", "home/Home.py", "two/app.py", "two/main.py", "named/streamlit_app.py", "named/app.py"),
    *("src/main.py", "none/shop.py"),
)


@pytest.fixture
def project(tmp_path):
    """Return a folder with a project."""
    for name in FILES:
        file = tmp_path / "shop" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name)
    return tmp_path / "shop"


@pytest.fixture
def copies(tmp_path, project):
    """Return a function that makes the copies of a test in `tests/`."""
    return lambda **options: Copies(tmp_path / "tmp", (project / "tests", project), **options)


def files(folder):
    """Return the names of all files in a folder."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("name", "entrypoint"),
    [
        ("app.py", "tests/app.py"),  # next to the test
        ("../app.py", "shop/app.py"),
        ("src/main.py", "src/main.py"),  # in pytest's rootdir
        ("none/shop.py", "none/shop.py"),
        ("../home/Home.py", "home/Home.py"),
        ("../home", "home/Home.py"),
        ("named", "named/streamlit_app.py"),
        ("../", "shop/app.py"),
    ],
)
def test_an_app_is_found_and_copied_into_the_folder_of_the_test(copies, tmp_path, name, entrypoint):
    copy = copies().one(name)

    assert copy.entrypoint.relative_to(tmp_path / "tmp").as_posix() == entrypoint
    assert copy.entrypoint.read_text() == entrypoint.removeprefix("shop/")
    assert copy.root == copy.entrypoint.parent
    assert copy.root not in copy.log.parents


def test_an_app_is_copied_from_anywhere(copies, project, tmp_path):
    assert copies().one(str(project / "app.py")).entrypoint == tmp_path / "tmp/shop/app.py"


def test_the_copy_has_all_that_belongs_to_the_app(copies, project):
    before = files(project)
    copy = copies(ignored=["two", "*.csv"]).one("../app.py", files={".streamlit/secrets.toml": "new", "a/b": b"bytes"})

    assert files(copy.root) == {name for name in FILES if "." in name[1:] and name not in SKIPPED} | {".env", "a/b"}
    assert (copy.root / ".streamlit/secrets.toml").read_text() == "new"
    assert files(project) == before
    assert (project / ".streamlit/secrets.toml").read_text() == ".streamlit/secrets.toml"


SKIPPED = {"data/teas.csv", "two/app.py", "two/main.py", ".venv/pyvenv.cfg", "my env/pyvenv.cfg"}
SKIPPED |= {"node_modules/x.js", "__pycache__/app.pyc", ".git/HEAD"}


def test_a_root_is_copied_and_is_where_the_app_runs(copies, project, tmp_path):
    by_call, by_setting = copies().one("src/main.py", root=".."), copies(root=project).one("src/main.py")
    elsewhere = copies(root=project / "home").one("src/main.py")

    assert by_call.root.name == "shop"
    assert by_call.entrypoint == by_call.root / "src/main.py"
    assert by_setting.root == tmp_path / "tmp/shop_"
    assert elsewhere.root.name == "src"


def test_an_app_is_copied_once(copies):
    made = copies()

    assert made.one("../app.py") == made.one("..") != copies().one("../app.py")


def test_an_app_that_the_test_has_written_stays_where_it_is(copies, tmp_path):
    (tmp_path / "tmp").mkdir()
    (tmp_path / "tmp/new.py").write_text("")

    assert copies().one(str(tmp_path / "tmp/new.py")).entrypoint == tmp_path / "tmp/new.py"


def test_copies_within_the_project(project):
    (project / "tmp/a").mkdir(parents=True)
    (project / "tmp-current").symlink_to(project / "tmp")
    (project / "pages/loop").symlink_to(project)
    copy = Copies(project / "tmp/a", (project,)).one("app.py")

    assert files(copy.root) >= {"app.py", "pages/1_About.py"}
    assert not any((copy.root / name).exists() for name in ("tmp", "tmp-current", "pages/loop"))


def test_one_of_several_apps_in_a_folder_is_copied(copies, project):
    made = copies(apart=project)

    assert files(made.one("src/main.py").root) == {"main.py"}
    assert files(made.one("named").root) == {"streamlit_app.py", "app.py"}
    with pytest.raises(FileNotFoundError, match=r"no app 'gone.py': looked for .*/shop/gone.py"):
        made.one("gone.py")


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (("gone.py",), r"no app 'gone.py': looked for .*/shop/tests/gone.py and .*/shop/gone.py"),
        (("two",), r"no app in .*/two: it has app.py and main.py; name the file"),
        (("../none",), r"no app in .*/none: it has no streamlit_app.py, app.py, main.py, Home.py; name the file"),
        (("../app.py", "../src"), r"shop/app.py is not in root='../src', which is .*/shop/src"),
    ],
)
def test_an_app_that_is_not_found(copies, call, message):
    with pytest.raises((FileNotFoundError, ValueError), match=message):
        copies().one(*call)


def test_a_huge_folder(copies, project):
    with (project / "film.mp4").open("wb") as film:
        film.truncate(300_000_000)

    assert copies(ignored=["*.mp4"]).one("../app.py")
    with pytest.raises(ValueError, match=r"/shop holds more than 200 MB, .*: set streamlit_app_ignore"):
        copies().one("../app.py")
