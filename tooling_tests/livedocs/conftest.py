"""A tiny project that follows every rule, so that a test can break one."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from livedocs.model.proofs import modules_of
from livedocs.site.stop import BuildStoppedError
from livedocs.versions import results

ROOT = Path(__file__).parents[2]
# The real configuration, without its navigation, and without the theme, which is slow.
CONFIG = f"""\
INHERIT: {ROOT}/mkdocs.yml
nav:
theme:
  name:
  static_templates: []
"""
RIGHT = {
    "mkdocs.yml": CONFIG,
    "livedocs/site/theme/main.html": "{{ page.content }}",
    "docs/page.md": """\
# Page

## In short

==A claim.==

``` snippet
page/app.py
```

## A section

## See also
""",
    "snippets/page/app.py": """\
import streamlit as st

st.text("hello")
""",
    "tests/test_page.py": '''\
def test_app(run):
    """A claim."""
    app = run("page/app.py")

    assert app.text[0].value == "hello"
''',
}


class Project:
    """A project of one page; `write` and `replace` change it, `build` and `mistake` build it."""

    environment = os.environ | {"PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}

    def __init__(self, root):
        """Write the files."""
        self.root = root
        (root / "skill").mkdir(parents=True)  # MkDocs watches it
        for path, text in RIGHT.items():
            self.write(path, text)

    def text(self, path):
        """Return what is in a file."""
        return (self.root / path).read_text()

    def write(self, path, text):
        """Write a file, given as text or bytes."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())

    def append(self, path, text):
        """Add text to the end of a file."""
        self.write(path, self.text(path) + text)

    def move(self, path, to):
        """Move a file."""
        (self.root / to).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).rename(self.root / to)

    def link(self, path, to):
        """Replace a file with a symbolic link."""
        (self.root / path).unlink(missing_ok=True)
        (self.root / path).symlink_to(to)

    def replace(self, path, old, new):
        """Change a text that is in a file once."""
        text = self.text(path)
        assert text.count(old) == 1, f"{path} has {old!r} {text.count(old)} times"
        self.write(path, text.replace(old, new))

    def edit(self, *edits):
        """Make several changes, each given as the name of a method and its arguments."""
        for name, *arguments in edits:
            getattr(self, name)(*arguments)

    def page(self, text):
        """Put text between the fence, which ends in line 9, and the next heading: it starts in line 11."""
        self.replace("docs/page.md", "\n## A section", f"\n{text}\n\n## A section")

    def proof(self, claim, name="test_more", snippet="page/app.py"):
        """Add a test."""
        code = f'\n\ndef {name}(run):\n    """{claim}"""\n    assert run("{snippet}").text[0].value\n'
        self.append("tests/test_page.py", code)

    def claim(self, claim, *marks, name="test_more"):
        """Add a claim to the page, and a test with marks."""
        self.page(f"=={claim}==")
        self.proof(claim, name)
        if marks:
            self.mark(*marks, test=name)

    def mark(self, *marks, test="test_app"):
        """Put marks above a test: the first one above `test_app` is in line 4."""
        if not self.text("tests/test_page.py").startswith("import pytest"):
            self.write("tests/test_page.py", "import pytest\n\n\n" + self.text("tests/test_page.py"))
        lines = "".join(f"@pytest.mark.{mark}\n" for mark in marks)
        self.replace("tests/test_page.py", f"def {test}(", f"{lines}def {test}(")

    def copy(self, topic):
        """Add the page, its test, and its snippet as another topic."""
        for path in ("docs/page.md", "tests/test_page.py", "snippets/page/app.py"):
            self.write(path.replace("page", topic), self.text(path).replace("page/", f"{topic}/"))

    def record(self, *lost, version="", engine="apptest", seen=()):
        """Write an engine's records of a version: the tests in `lost` failed, the others passed, and all showed `seen`.

        The version is by default the one that the engine runs here.
        """
        wanted = results.hashes(self.root, modules_of(self.root), engine)
        found = {key: results.Result(key[1] not in lost, of, tuple(seen)) for key, of in wanted.items()}
        results.write(self.root, version or results.running(engine), found, engine)

    def build(self):
        """Build the site as `mkdocs build --strict` does; return the page's HTML."""
        build(load_config(str(self.root / "mkdocs.yml"), strict=True, site_dir=str(self.root / "site")))
        return self.text("site/page/index.html")

    def mistake(self):
        """Return the message that stops the build."""
        with pytest.raises(Abort) as aborted:
            self.build()
        error = aborted.value.__context__
        assert isinstance(error, BuildStoppedError)
        return str(error)

    def run(self, *words):
        """Run `python -m` with these words in the project's folder, with the tooling that is being tested."""
        command = [sys.executable, "-B", "-m", *words]
        return subprocess.run(command, cwd=self.root, env=self.environment, capture_output=True, text=True, check=False)


@pytest.fixture
def project(tmp_path, monkeypatch):
    """Return a project of one page that builds; `project.documents(version)` sets the installed Streamlit."""
    monkeypatch.delenv("DRAFT", raising=False)
    made = Project(tmp_path)
    made.documents = lambda version: monkeypatch.setattr(results, "_installed", lambda: version)
    return made


@pytest.fixture
def folder(project):
    """Return the project with an app of several files instead of one."""
    project.move("snippets/page/app.py", "snippets/page/app/streamlit_app.py")
    project.write("snippets/page/app/data.csv", "a,b\n")
    for path in ("docs/page.md", "tests/test_page.py"):
        project.replace(path, "page/app.py", "page/app")
    return project


@pytest.fixture(autouse=True)
def _no_running_loop():
    """Let `asyncio.run` work in a process with an open browser, where Playwright's loop is always running."""
    running = asyncio._get_running_loop()  # noqa: SLF001 (no public way)
    asyncio._set_running_loop(None)  # noqa: SLF001
    yield
    asyncio._set_running_loop(running)  # noqa: SLF001
