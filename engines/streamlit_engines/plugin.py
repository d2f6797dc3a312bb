"""A pytest plugin that runs tests of apps with AppTest or, with `--engine=server`, under `streamlit run` in Chromium.

`pytest -p streamlit_engines.plugin --engine=server` gives the fixtures `run`, `app_test` and `server_log`, and the mark
`engines`.
"""

import inspect
import os
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from streamlit_engines import ENGINES, ENTRYPOINT, fixtures

# What a proof raises where its claim does not hold; the last two for what AppTest or the driver has not.
FAILS = (AssertionError, pytest.fail.Exception, LookupError, AttributeError, NotImplementedError)
_GRACE = 5  # seconds, for the thread of a script that has ended
_SESSION = pytest.StashKey[pytest.Session]()
_MARK = "engines(name, ..., reason): the test holds on these engines alone, for this reason: strictly"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Choose what runs the apps."""
    parser.addoption(
        "--engine", choices=ENGINES, default=ENGINES[0], help=f"what runs the apps (default: {ENGINES[0]})"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Make the mark known."""
    config.addinivalue_line("markers", _MARK)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Expect a test to fail on the engines that its mark does not name."""
    engine = config.getoption("--engine")
    for item in items:
        mark = item.get_closest_marker("engines")
        if mark and engine not in mark.args:
            item.add_marker(pytest.mark.xfail(reason=mark.kwargs["reason"], raises=FAILS, strict=True))


def pytest_sessionstart(session: pytest.Session) -> None:
    """Keep what knows how the tests have ended."""
    session.config.stash[_SESSION] = session


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave, also where the script of an app runs for ever: the process would wait for its thread."""
    if any(thread.name == "ScriptRunner.scriptThread" for thread in threading.enumerate()):
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(config.stash[_SESSION].exitstatus)


@pytest.fixture
def apps(request: pytest.FixtureRequest) -> Path:
    """Return the folder that holds the apps: the one of the test, unless overridden."""
    return request.path.parent


@pytest.fixture
def copied(apps: Path, tmp_path: Path) -> Callable[[str], Path]:
    """Return a function that copies an app, which may be changed or write files, and returns its entrypoint.

    An app is a file, or a folder with a `streamlit_app.py`.
    """

    def copy(name: str) -> Path:
        copy = tmp_path / name
        if not copy.exists():
            copy.parent.mkdir(parents=True, exist_ok=True)
            if (apps / name).is_dir():
                shutil.copytree(apps / name, copy, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copyfile(apps / name, copy)
        return copy / ENTRYPOINT if copy.is_dir() else copy

    return copy


@pytest.fixture(scope="session")
def browser() -> Iterator:
    """Start the one browser of all tests that want one: Playwright allows no more."""
    from streamlit_engines.browser import launch  # noqa: PLC0415 (proofs alone need no Playwright)

    with launch() as browser:
        yield browser


@pytest.fixture(scope="session")
def users(browser):  # noqa: ANN001, ANN201 (see above)
    """Return the browsers of the users of apps under `streamlit run`."""
    from streamlit_engines.server import Users  # noqa: PLC0415 (proofs alone need no Playwright)

    return Users(browser)


@pytest.fixture
def run(request: pytest.FixtureRequest) -> Callable:
    """Run an app; each call is a session of its own, on an engine with browsers of a new user.

    It begins at the file `page` of the app if one is given.
    """
    return request.getfixturevalue(f"run_{request.config.getoption('--engine')}")


@pytest.fixture
def server_log(request: pytest.FixtureRequest) -> Callable[[], list[str]]:
    """Return a function that gives the messages the server has logged so far."""
    return request.getfixturevalue(f"server_log_{request.config.getoption('--engine')}")


@pytest.fixture
def app_test(
    request: pytest.FixtureRequest, copied: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable]:
    """Return a function that makes the AppTest of an app, not yet run, in the folder of its app."""
    if request.config.getoption("--engine") != "apptest":
        raise NotImplementedError("this is AppTest alone: mark the test with engines('apptest', reason=...)")

    def make(name):  # noqa: ANN001, ANN202 (see above)
        from streamlit.testing.v1 import AppTest  # noqa: PLC0415 (tests in a browser alone need none)
        from streamlit.testing.v1.local_script_runner import LocalScriptRunner  # noqa: PLC0415 (as above)

        monkeypatch.setattr(LocalScriptRunner, "join", _join_briefly, raising=False)
        entrypoint = copied(name)
        monkeypatch.chdir(entrypoint.parent)
        monkeypatch.syspath_prepend(entrypoint.parent)  # as `streamlit run` does; AppTest itself since 1.61
        return AppTest.from_file(str(entrypoint), default_timeout=30)  # up to 1.32 it hangs with a Path

    # AppTest keeps one process: a helper module that one app imported would be another's.
    before = set(sys.modules)
    yield make
    for name in set(sys.modules) - before:
        if (getattr(sys.modules[name], "__file__", None) or "").startswith(str(tmp_path)):
            del sys.modules[name]


@pytest.fixture
def run_apptest(app_test: Callable) -> Callable:
    """Run apps with AppTest."""

    def start(name, page=None):  # noqa: ANN001, ANN202 (see above)
        app = app_test(name)
        return (app.switch_page(page) if page else app).run()

    return start


def _join_briefly(runner: Any) -> None:
    """Give up a script that runs for ever: AppTest would wait for it, whatever its own time or that of the test."""
    thread = runner._script_thread  # noqa: SLF001 (there is no other way)
    if thread:
        thread.join(_GRACE)


server_log_apptest = pytest.fixture(inspect.unwrap(fixtures.server_log), name="server_log_apptest")


@pytest.fixture
def run_server(users, copied: Callable) -> Iterator[Callable]:  # noqa: ANN001 (see above)
    """Run apps under `streamlit run`."""
    yield lambda name, page=None: users.open(copied(name), page)
    users.close()


@pytest.fixture
def server_log_server(users) -> Callable[[], list[str]]:  # noqa: ANN001 (see above)
    """Return a function that gives what the server of the app has logged."""
    return users.log
