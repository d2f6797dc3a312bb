"""A pytest plugin for the proofs: the marks `since` and `until`, and the snippets as the apps that `run` opens.

A proof whose marks exclude the Streamlit that runs is expected to fail.
"""

from collections.abc import Generator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from livedocs.model.proofs import MARKS, holds_on
from livedocs.model.snippets import SNIPPETS
from livedocs.versions import results

pytest_plugins = ["livedocs.versions.selection"]

# Each AppTest looks through all installed packages for components: most of the time that it takes.
with suppress(ImportError):  # older versions do not
    from streamlit.components.v2 import manifest_scanner

    manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)

# How a proof fails where its claim does not hold.
FAILURES: list[type[BaseException]] = [AssertionError, LookupError]
with suppress(ImportError):  # older versions have none
    from streamlit.testing.v1.errors import AppTestError

    FAILURES.append(AppTestError)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the mutants run the same proofs on changed snippets."""
    parser.addoption("--project", type=Path, help="the folder that holds snippets/ (default: pytest's rootdir)")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Expect a proof to fail where its marks say that its claim does not hold: a wrong mark fails."""
    if config.getoption("notes", None):
        return
    running = results.running(config.getoption("--engine"))
    for item in items:
        if item.get_closest_marker("xfail"):  # the engine cannot show it
            continue
        marks = {mark: item.get_closest_marker(mark) for mark in MARKS}
        if not holds_on(running, **{mark: found and found.args[0] for mark, found in marks.items()}):
            reason = f"the claim does not hold on Streamlit {running}"
            item.add_marker(pytest.mark.xfail(reason=reason, raises=tuple(FAILURES), strict=True))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo) -> Generator[None, Any, Any]:
    """Leave out the traceback of an expected failure: pytest parses the whole module for it, and does not show it."""
    option = item.config.option
    mark = item.get_closest_marker("xfail")
    if not (mark and call.excinfo and isinstance(call.excinfo.value, mark.kwargs.get("raises", ()))):
        return (yield)
    if option.runxfail or option.xfail_tb:
        return (yield)
    style, option.tbstyle = option.tbstyle, "line"
    try:
        return (yield)
    finally:
        option.tbstyle = style


@pytest.fixture
def streamlit_apps(request: pytest.FixtureRequest) -> Path:
    """Return the folder of the snippets."""
    return (request.config.getoption("--project") or request.config.rootpath).resolve() / SNIPPETS
