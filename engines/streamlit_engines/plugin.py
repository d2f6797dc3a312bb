"""A pytest plugin that runs tests of apps with AppTest or, with `--engine=server`, under `streamlit run` in Chromium.

It provides the fixtures `run`, `app_test`, and `server_log`, the mark `engines`, and a hook for more engines.
"""

import inspect
import os
import shutil
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from streamlit_engines import ENTRYPOINT, fixtures, hooks
from streamlit_engines.outcomes import FAILS, OUTCOME, missing_in_apptest, outcome_of

_GRACE = 5  # seconds, for the thread of a script that has ended
_SESSION = pytest.StashKey[pytest.Session]()
_MARK = "engines(name, ..., reason): the test passes on these engines only, for this reason, and has to fail on others"


def pytest_addhooks(pluginmanager: pytest.PytestPluginManager) -> None:
    """Let others add engines."""
    pluginmanager.add_hookspecs(hooks)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Choose what runs the apps."""
    known = "apptest (Streamlit's AppTest), server (a browser), or one that another plugin adds"
    parser.addoption("--engine", default="apptest", help=f"what runs the apps: {known} (default: apptest)")


def pytest_streamlit_engines() -> Sequence[str]:
    """Add the engines of this plugin."""
    return ("apptest", "server")


def pytest_configure(config: pytest.Config) -> None:
    """Make the mark known, and check that there is such an engine."""
    config.addinivalue_line("markers", _MARK)
    known = sorted(name for names in config.hook.pytest_streamlit_engines(config=config) for name in names)
    if config.getoption("--engine") not in known:
        raise pytest.UsageError(f"--engine={config.getoption('--engine')}: choose one of {', '.join(known)}")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Expect a test to fail on the engines that its mark does not name."""
    engine = config.getoption("--engine")
    for item in items:
        mark = item.get_closest_marker("engines")
        if mark and not mark.kwargs.get("reason"):
            raise pytest.UsageError(f'{item.nodeid}: write the mark as engines("server", reason="...")')
        if mark and engine not in mark.args:
            raises = (*FAILS, NotImplementedError)
            item.add_marker(pytest.mark.xfail(reason=mark.kwargs["reason"], raises=raises, strict=True))


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call() -> Iterator:
    """Raise `NotImplementedError` when a test calls what AppTest does not have and a browser engine has."""
    try:
        return (yield)
    except AttributeError as error:
        if not missing_in_apptest(error):
            raise
        message = f"AppTest has no `{error.name}`: run the test with --engine=server, and mark it with engines(...)"
        raise NotImplementedError(message) from error


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo) -> Iterator:
    """Add `("engine_outcome", "holds" | "fails" | "cannot")` to the report's `user_properties`.

    "cannot" means that the engine cannot show what the test is about, so nothing follows for its statement.
    """
    report = yield
    if outcome := outcome_of(call):
        report.user_properties.append((OUTCOME, outcome))
        if outcome == "cannot" and hasattr(report, "wasxfail"):
            report.wasxfail = f"cannot be shown on {item.config.getoption('--engine')}: {report.wasxfail}"
    return report


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
def streamlit_browser() -> Iterator:
    """Start the one browser of all tests that want one: Playwright allows no more."""
    from streamlit_engines.browser import launch  # noqa: PLC0415 (AppTest alone needs no Playwright)

    with launch() as browser:
        yield browser


@pytest.fixture(scope="session")
def streamlit_users(streamlit_browser):  # noqa: ANN001, ANN201 (see above)
    """Return the browsers of the users of apps under `streamlit run`."""
    from streamlit_engines.server import Users  # noqa: PLC0415 (AppTest alone needs no Playwright)

    return Users(streamlit_browser)


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
        raise NotImplementedError("`app_test` is AppTest: mark the test with engines('apptest', reason='...')")

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
def run_server(streamlit_users, copied: Callable) -> Iterator[Callable]:  # noqa: ANN001 (see above)
    """Run apps under `streamlit run`."""
    yield lambda name, page=None: streamlit_users.open(copied(name), page)
    streamlit_users.close()


@pytest.fixture
def server_log_server(streamlit_users) -> Callable[[], list[str]]:  # noqa: ANN001 (see above)
    """Return a function that gives what the server of the app has logged."""
    return streamlit_users.log
