"""A tiny project that keeps every rule, so that a test can break one."""

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
# All as in the real one, but for the navigation and, as it takes its time, the theme.
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

    def write(self, path, text):
        """Write a file, given as text or bytes."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())

    def append(self, path, text):
        """Add text to the end of a file."""
        self.write(path, (self.root / path).read_text() + text)

    def move(self, path, to):
        """Give a file another path."""
        (self.root / to).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).rename(self.root / to)

    def link(self, path, to):
        """Put a symbolic link in place of a file."""
        (self.root / path).unlink(missing_ok=True)
        (self.root / path).symlink_to(to)

    def replace(self, path, old, new):
        """Change what a file says in one place."""
        text = (self.root / path).read_text()
        assert text.count(old) == 1, f"{path} holds {old!r} {text.count(old)} times"
        self.write(path, text.replace(old, new))

    def page(self, text):
        """Put text between the fence, which ends in line 9, and the next heading: it starts in line 11."""
        self.replace("docs/page.md", "\n## A section", f"\n{text}\n\n## A section")

    def proof(self, claim, name="test_more", snippet="page/app.py"):
        """Add a test."""
        file = self.root / "tests/test_page.py"
        with file.open("a") as module:
            module.write(f'\n\ndef {name}(run):\n    """{claim}"""\n    assert run("{snippet}").text[0].value\n')

    def record(self, *lost, version="", engine="apptest"):
        """Write an engine's results on a version: all tests passed but for those that are named.

        The version is the installed one by default.
        """
        wanted = results.hashes(self.root, modules_of(self.root), engine)
        found = {key: results.Result(key[1] not in lost, of) for key, of in wanted.items()}
        results.write(self.root, version or results.running("server"), found, engine)

    def build(self):
        """Build the site as `mkdocs build --strict` does; return the page's HTML."""
        build(load_config(str(self.root / "mkdocs.yml"), strict=True, site_dir=str(self.root / "site")))
        return (self.root / "site/page/index.html").read_text()

    def mistake(self):
        """Return the one message with which the build stops."""
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
    """Return a project of one page that builds; `project.documents(version)` says for which Streamlit."""
    monkeypatch.delenv("DRAFT", raising=False)
    made = Project(tmp_path)
    made.documents = lambda version: monkeypatch.setattr(results, "_installed", lambda: version)
    return made


@pytest.fixture
def folder(project):
    """Return the project with an app of several files in place of its app of one."""
    project.move("snippets/page/app.py", "snippets/page/app/streamlit_app.py")
    project.write("snippets/page/app/data.csv", "a,b\n")
    for path in ("docs/page.md", "tests/test_page.py"):
        project.replace(path, "page/app.py", "page/app")
    return project


@pytest.fixture(autouse=True)
def _no_running_loop():
    """Let `asyncio.run` work in a process with an open browser: Playwright's loop counts as running all the time."""
    running = asyncio._get_running_loop()  # noqa: SLF001 (there is no other way)
    asyncio._set_running_loop(None)  # noqa: SLF001
    yield
    asyncio._set_running_loop(running)  # noqa: SLF001
