"""A pytest plugin that runs tests of apps with AppTest or, with `--engine=server`, under `streamlit run` in Chromium.

It provides the fixtures `run`, `app_test`, and `server_log`, the mark `engines`, and a hook for more engines.
"""

import inspect
import os
import sys
import threading
import tomllib
from collections.abc import Callable, Generator, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from streamlit_engines import hooks
from streamlit_engines.copies import Copies, Copy
from streamlit_engines.outcomes import FAILS, OUTCOME, missing_in_apptest, outcome_of

if TYPE_CHECKING:  # AppTest doesn't need Playwright
    from playwright.sync_api import Browser

    from streamlit_engines.server import Users

Report = Generator[None, pytest.TestReport, pytest.TestReport]
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
    parser.addini(
        "streamlit_app_root", "the folder that tests copy and that the apps run in (default: the entrypoint's)"
    )
    parser.addini(
        "streamlit_app_ignore", "names in that folder that are not copied, such as data or *.mp4", type="args"
    )


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
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo) -> Report:
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
    """Exit even if the script of an app never ends: the process would wait for its thread."""
    if any(thread.name == "ScriptRunner.scriptThread" for thread in threading.enumerate()):
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(config.stash[_SESSION].exitstatus)


@pytest.fixture
def streamlit_apps() -> Path | None:
    """Return the folder of apps that have nothing to do with each other, if there is one: override this fixture.

    An app that `run` finds there is the file or the folder that it was given: nothing around it is copied.
    """
    return None


@pytest.fixture
def streamlit_copy(request: pytest.FixtureRequest, streamlit_apps: Path | None, tmp_path: Path) -> Callable[..., Copy]:
    """Return a function that copies an app into `tmp_path`: see `Copies.one`."""
    root, ignored = (request.config.getini(f"streamlit_app_{name}") for name in ("root", "ignore"))
    rootdir = request.config.rootpath
    root = (rootdir / root).resolve() if root else None
    return Copies(tmp_path, (request.path.parent, rootdir), root=root, ignored=ignored, apart=streamlit_apps).one


@pytest.fixture(scope="session")
def streamlit_browser(request: pytest.FixtureRequest) -> "Iterator[Browser]":
    """Start the one browser of all tests that want one."""
    from streamlit_engines.browser import launch  # noqa: PLC0415 (AppTest doesn't need Playwright)

    # Playwright cannot be started twice: pytest-playwright starts it in a fixture.
    started = request.getfixturevalue("playwright") if request.config.pluginmanager.has_plugin("playwright") else None
    with launch(started) as browser:
        yield browser


@pytest.fixture(scope="session")
def streamlit_users(streamlit_browser: "Browser") -> "Users":
    """Return the browsers of the users of apps under `streamlit run`."""
    from streamlit_engines.server import Users  # noqa: PLC0415 (AppTest doesn't need Playwright)

    return Users(streamlit_browser)


@pytest.fixture
def run(request: pytest.FixtureRequest) -> Callable:
    """Return the function `run(path, page=None, *, root=None, files=None, timeout=None)`, which runs an app.

    It looks for the entrypoint or folder in the test's folder, then in pytest's rootdir, and returns after the app's
    first run, which starts at `page`, a file of the app, if you pass one. Each call is a separate session, and in a
    browser also a separate user. `timeout` limits each run, in seconds.
    """
    return request.getfixturevalue(f"run_{request.config.getoption('--engine')}")


@pytest.fixture
def server_log(request: pytest.FixtureRequest) -> Callable[[], list[str]]:
    """Return a function that gives the messages the server has logged so far."""
    return request.getfixturevalue(f"server_log_{request.config.getoption('--engine')}")


@pytest.fixture
def app_test(
    request: pytest.FixtureRequest, streamlit_copy: Callable[..., Copy], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable]:
    """Return a function that makes the AppTest of an app, not yet run, with the options of `run`."""
    if request.config.getoption("--engine") != "apptest":
        raise NotImplementedError("`app_test` is AppTest: mark the test with engines('apptest', reason='...')")

    def make(path: str, *, timeout: float | None = None, **options: Any) -> Any:
        from streamlit.testing.v1 import AppTest  # noqa: PLC0415 (tests that only use a browser don't need it)
        from streamlit.testing.v1.local_script_runner import LocalScriptRunner  # noqa: PLC0415 (as above)

        monkeypatch.setattr(LocalScriptRunner, "join", _join_briefly, raising=False)
        copy = streamlit_copy(path, **options)
        monkeypatch.chdir(copy.root)
        for folder in dict.fromkeys((copy.root, copy.entrypoint.parent)):
            monkeypatch.syspath_prepend(folder)  # as `streamlit run` does; AppTest itself since 1.61
        app = AppTest.from_file(str(copy.entrypoint), default_timeout=timeout or 30)  # up to 1.32 it hangs with a Path
        secrets = copy.root / ".streamlit/secrets.toml"
        if secrets.exists():  # AppTest looks for them where pytest was started
            app.secrets = tomllib.loads(secrets.read_text("utf-8"))
        return app

    # AppTest keeps one process: a helper module that one app imported would be another's.
    before = set(sys.modules)
    yield make
    for name in set(sys.modules) - before:
        if (getattr(sys.modules[name], "__file__", None) or "").startswith(str(tmp_path)):
            del sys.modules[name]


@pytest.fixture
def run_apptest(app_test: Callable) -> Callable:
    """Run apps with AppTest."""

    def start(path: str, page: str | None = None, **options: Any) -> Any:
        app = app_test(path, **options)
        return (app.switch_page(page) if page else app).run()

    return start


def _join_briefly(runner: Any) -> None:
    """Give up on a script that never ends: AppTest would wait for it even after its timeout and the test's."""
    thread = runner._script_thread  # noqa: SLF001 (AppTest has no public way)
    if thread:
        thread.join(_GRACE)


@pytest.fixture
def server_log_apptest(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable]:
    """Return a function that gives what Streamlit has logged."""
    from streamlit_engines import fixtures  # noqa: PLC0415 (which imports Streamlit)

    yield from inspect.unwrap(fixtures.server_log)(caplog, monkeypatch)


@pytest.fixture
def run_server(streamlit_users: "Users", streamlit_copy: Callable[..., Copy]) -> Iterator[Callable]:
    """Run apps under `streamlit run`."""

    def start(path: str, page: str | None = None, *, timeout: float | None = None, **options: Any) -> Any:
        copy = streamlit_copy(path, **options)
        return streamlit_users.open(copy.entrypoint, page, timeout, root=copy.root, log=copy.log)

    yield start
    streamlit_users.close()


@pytest.fixture
def server_log_server(streamlit_users: "Users") -> Callable[[], list[str]]:
    """Return a function that gives what the server of the app has logged."""
    return streamlit_users.log
