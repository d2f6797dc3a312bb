"""The fixtures the proofs ask for: `run` starts a snippet, `server_log` reads the server's log; and a browser.

Where the snippet runs is up to the engine: `apptest` in this process, `server` under `streamlit run` and `live` in
the built site, both in Chromium.
A proof whose marks exclude the Streamlit that runs is expected to fail; one whose snippet the engine cannot run is
deselected.
"""

import inspect
import shutil
import sys
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from livedocs import fixtures, live
from livedocs.proofs import MARKS, TESTS, holds_on, load
from livedocs.snippets import SNIPPETS, Snippet

ROOT = Path(__file__).parents[1]
SITE = ROOT / "site"

# Each AppTest looks through all installed packages for components: most of the time that it takes.
with suppress(ImportError):  # older versions do not
    from streamlit.components.v2 import manifest_scanner

    manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)


def pytest_addoption(parser):
    """Choose what runs the snippets; the mutants run the same proofs on changed ones."""
    parser.addoption(
        "--project", type=Path, default=ROOT, help="the folder that holds snippets/ (default: this project)"
    )
    parser.addoption(
        "--engine", choices=["apptest", "server", "live"], default="apptest", help="what runs the snippets (default: apptest)"
    )


def streamlit_version(config):
    """Return the version of the Streamlit that runs the snippets."""
    return live.STREAMLIT if config.getoption("--engine") == "live" else version("streamlit")


def pytest_collection_modifyitems(config, items):
    """Expect a proof to fail where its marks say that its claim does not hold: a wrong mark fails."""
    running = streamlit_version(config)
    for item in items:
        marks = {mark: item.get_closest_marker(mark) for mark in MARKS}
        if not holds_on(running, **{mark: found and found.args[0] for mark, found in marks.items()}):
            reason = f"the claim does not hold on Streamlit {running}"
            item.add_marker(pytest.mark.xfail(reason=reason, raises=(AssertionError, LookupError), strict=True))
    if config.getoption("--engine") == "live":
        cannot = [item for item in items if not _runs_live(item)]
        config.hook.pytest_deselected(items=cannot)
        items[:] = [item for item in items if item not in cannot]


def _runs_live(item):
    if item.path.parent != ROOT / TESTS:
        return True
    module = load(ROOT, item.path.stem.removeprefix("test_"))
    snippet = next(proof.snippet for proof in module.proofs if proof.name == item.name)
    proofs = [proof for proof in module.proofs if proof.snippet == snippet]
    return not live.why_not(Snippet(ROOT, snippet), proofs)


@pytest.fixture(scope="session")
def browser():
    """Start the one browser of all tests that want one: Playwright allows no more."""
    from livedocs.browser import launch  # noqa: PLC0415 (proofs alone need no Playwright)

    with launch() as browser:
        yield browser


@pytest.fixture(scope="session")
def site():
    """Return the folder of the built site, if it is up to date."""
    built = [path.stat().st_mtime for path in SITE.rglob("*.html")]
    sources = [ROOT / "mkdocs.yml", *(ROOT / TESTS).glob("test_*.py")]
    for folder in ("docs", "snippets", "livedocs"):
        sources += [path for path in (ROOT / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    newer = [str(path.relative_to(ROOT)) for path in sources if path.stat().st_mtime > min(built, default=0)]
    if newer:
        what = f"older than {newer[0]}" if built else "not there"
        pytest.fail(f"site/ is {what}: run `make build`", pytrace=False)
    return SITE


@pytest.fixture(scope="session")
def live_site(browser, site):
    """Open the built site in a browser profile of its own."""
    from livedocs.browser import serve  # noqa: PLC0415 (proofs alone need no Playwright)
    from livedocs.engines.live import Live  # noqa: PLC0415

    with serve(site) as address:
        yield Live(browser, address)


@pytest.fixture(scope="session")
def users(browser):
    """Return the browsers of the users of apps under `streamlit run`."""
    from livedocs.engines.server import Users  # noqa: PLC0415 (proofs alone need no Playwright)

    return Users(browser)


@pytest.fixture
def run(request):
    """Run a snippet, named by its path below `snippets/`; each call is a session of its own.

    It begins at the file `page` of the app if one is given.
    """
    return request.getfixturevalue(f"run_{request.config.getoption('--engine')}")


@pytest.fixture
def server_log(request):
    """Return a function that gives the messages the server has logged so far."""
    return request.getfixturevalue(f"server_log_{request.config.getoption('--engine')}")


@pytest.fixture
def copied(request, tmp_path):
    """Return a function that copies a snippet, which may write files beside it, and returns its entrypoint."""
    root = request.config.getoption("--project").resolve()

    def copy(name):
        snippet = Snippet(root, name)
        for path in snippet.files if not (tmp_path / snippet.entrypoint).exists() else ():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(root / SNIPPETS / path, tmp_path / path)
        return tmp_path / snippet.entrypoint

    return copy


@pytest.fixture
def run_apptest(copied, tmp_path, monkeypatch):
    """Run snippets with AppTest."""

    def start(name, page=None):
        entrypoint = copied(name)
        monkeypatch.chdir(entrypoint.parent)
        app = AppTest.from_file(entrypoint, default_timeout=30)
        return (app.switch_page(page) if page else app).run()

    # AppTest keeps one process: a helper module that one snippet imported would be another's.
    before = set(sys.modules)
    yield start
    for name in set(sys.modules) - before:
        if (getattr(sys.modules[name], "__file__", None) or "").startswith(str(tmp_path)):
            del sys.modules[name]


@pytest.fixture
def run_server(users, copied):
    """Run snippets under `streamlit run`."""
    yield lambda name, page=None: users.open(copied(name), page)
    users.close()


@pytest.fixture
def server_log_server(users):
    """Return a function that gives what the server of the app has logged."""
    return users.log


server_log_apptest = pytest.fixture(inspect.unwrap(fixtures.server_log), name="server_log_apptest")


@pytest.fixture
def run_live(live_site):
    """Run snippets in the built site."""
    yield live_site.open
    live_site.close()


@pytest.fixture
def server_log_live(live_site):
    """Return a function that gives what the server of the app in the page has logged."""
    return live_site.log
