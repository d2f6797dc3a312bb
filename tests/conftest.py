"""The fixtures the proofs ask for: `run` starts a snippet, `server_log` reads the server's log; and a browser.

A proof whose marks exclude the Streamlit that runs is expected to fail.
"""

import sys
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from livedocs.fixtures import server_log  # noqa: F401 (a fixture)
from livedocs.proofs import MARKS, holds_on
from livedocs.snippets import SNIPPETS, Snippet

ROOT = Path(__file__).parents[1]

# Each AppTest looks through all installed packages for components: most of the time that it takes.
with suppress(ImportError):  # older versions do not
    from streamlit.components.v2 import manifest_scanner

    manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)


def pytest_addoption(parser):
    """Let the mutants run the same proofs on changed snippets."""
    parser.addoption(
        "--project", type=Path, default=ROOT, help="the folder that holds snippets/ (default: this project)"
    )


def streamlit_version(config):  # noqa: ARG001 (another engine will have another Streamlit)
    """Return the version of the Streamlit that runs the snippets."""
    return version("streamlit")


def pytest_collection_modifyitems(config, items):
    """Expect a proof to fail where its marks say that its claim does not hold: a wrong mark fails."""
    running = streamlit_version(config)
    for item in items:
        marks = {mark: item.get_closest_marker(mark) for mark in MARKS}
        if not holds_on(running, **{mark: found and found.args[0] for mark, found in marks.items()}):
            reason = f"the claim does not hold on Streamlit {running}"
            item.add_marker(pytest.mark.xfail(reason=reason, raises=(AssertionError, LookupError), strict=True))


@pytest.fixture(scope="session")
def browser():
    """Start the one browser of all tests that want one: Playwright allows no more."""
    from livedocs.browser import launch  # noqa: PLC0415 (proofs alone need no Playwright)

    with launch() as browser:
        yield browser


@pytest.fixture
def run(request):
    """Run a snippet, named by its path below `snippets/`; each call is a session of its own.

    It begins at the file `page` of the app if one is given.
    """
    root = request.config.getoption("--project").resolve()

    def start(name, page=None):
        app = AppTest.from_file(root / SNIPPETS / Snippet(root, name).entrypoint, default_timeout=30)
        return (app.switch_page(page) if page else app).run()

    # AppTest keeps one process: a helper module that one snippet imported would be another's.
    before = set(sys.modules)
    yield start
    for name in set(sys.modules) - before:
        if (getattr(sys.modules[name], "__file__", None) or "").startswith(str(root / SNIPPETS)):
            del sys.modules[name]
