"""`make serve` shows what you edit, prints mistakes, and leaves nothing behind."""

import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def eventually(condition):
    """Wait until a condition is true, and return its value."""
    end = time.monotonic() + 50
    while not (value := condition()):
        assert time.monotonic() < end
        time.sleep(0.1)
    return value


class Served:
    """A project that is being served, its output in a file."""

    def __init__(self, project, port):
        """Start the project's own copy of the tooling."""
        self.address = f"http://127.0.0.1:{port}/"
        self.output = project.root / "output.txt"
        self.folder = project.root / "temporary"
        self.folder.mkdir()
        environment = project.environment | {"PYTHONPATH": str(project.root), "TMPDIR": str(self.folder)}
        command = [sys.executable, "-m", "livedocs.site.serve", str(port)]
        with self.output.open("wb") as output:
            self.process = subprocess.Popen(
                command, cwd=project.root, env=environment, stdout=output, stderr=subprocess.STDOUT
            )

    def page(self):
        """Return the page, or nothing if it isn't available."""
        try:
            with urllib.request.urlopen(f"{self.address}page/", timeout=5) as response:  # noqa: S310
                return response.read().decode()
        except OSError:
            return ""

    def shows(self, text):
        """Wait until the page shows a text."""
        eventually(lambda: text in self.page())

    def says(self, text):
        """Wait until a text is in the output."""
        eventually(lambda: text in self.output.read_text())

    def ends(self, by):
        """End it with a signal: it prints no traceback, frees its port, and leaves no files."""
        self.process.send_signal(by)
        assert self.process.wait(timeout=30) == 0
        assert "Traceback" not in self.output.read_text()
        assert self.page() == ""
        assert not list(self.folder.iterdir())


@pytest.fixture
def serve(project):
    """Return a context manager that serves the project with a copy of the tooling."""
    for part in ("livedocs", "engines/streamlit_engines"):  # records are compared with the engines next to the tooling
        ignored = shutil.ignore_patterns("theme")
        shutil.copytree(ROOT / part, project.root / part, ignore=ignored, dirs_exist_ok=True)
    for lock in ("requirements.txt", "package-lock.json"):  # which name the versions of Streamlit in the page
        shutil.copy(ROOT / lock, project.root)

    @contextmanager
    def start():
        served = Served(project, free_port())
        try:
            yield served
        finally:
            served.process.terminate()
            served.process.wait()

    return start


def test_edits_are_shown(project, serve):
    project.record()
    with serve() as served:
        served.says(f"The site: {served.address}")
        served.shows("A claim.")

        project.replace("docs/page.md", "# Page", "# Another title")
        served.shows("Another title")

        project.replace("snippets/page/app.py", '"hello"', '"hello" "again"')
        served.shows("again")

        project.replace("tests/test_page.py", '== "hello"', '== "helloagain"')
        served.shows("helloagain")

        project.replace("livedocs/site/parts.html", 'class="claim" id', 'class="claim new" id')
        served.shows('class="claim new"')

        project.record("test_app")
        served.shows("on no version")

        project.replace("docs/page.md", "==A claim.==", "==A false claim.==")
        served.says("docs/page.md:5: no proof")
        project.replace("docs/page.md", "==A false claim.==", "==A claim.== It is true.")
        served.shows("It is true.")

        served.ends(signal.SIGINT)


@pytest.mark.parametrize(
    ("mistake", "message"),
    [
        (("livedocs/site/claims.py", "import re\n", "import re re\n"), "SyntaxError: invalid syntax"),
        pytest.param(("mkdocs.yml", "nav:", "nav: 1"), "Config value 'nav'", marks=pytest.mark.full),
    ],
)
def test_a_mistake_at_the_start_is_printed_until_it_is_fixed(project, serve, mistake, message):
    path, right, wrong = mistake
    project.replace(path, right, wrong)
    with serve() as served:
        served.says(message)

        project.replace(path, wrong, right)
        served.shows("A claim.")


@pytest.mark.full
@pytest.mark.parametrize("by", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it(serve, by):
    with serve() as served:
        served.shows("A claim.")
        served.ends(by)


@pytest.mark.parametrize(("port", "why"), [("", "in use"), ("x", "invalid literal"), ("70000", "must be 0-65535")])
def test_a_port_that_is_not_available(project, port, why):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = port or str(server.getsockname()[1])
        ended = project.run("livedocs.site.serve", port)

    assert (ended.returncode, ended.stdout) == (1, "")
    said = rf"Port {port} is not available \(.*{why}.*\): choose another, as in `make serve PORT=8001`\n"
    assert re.fullmatch(said, ended.stderr)
