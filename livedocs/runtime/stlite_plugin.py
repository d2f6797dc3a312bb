"""A pytest plugin: the engine `stlite`, which runs a proof in the page that a reader copies to host an app."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest
from streamlit_engines.errors import NoRerunError
from streamlit_engines.outcomes import FAILS

from livedocs.model.proofs import FAILS_ON, TESTS, load
from livedocs.runtime import stlite
from livedocs.runtime.stlite import ROOT


def pytest_streamlit_engines() -> Sequence[str]:
    """Add the engine of this plugin."""
    return ("stlite",)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Expect a proof to fail where its mark says so; on `stlite`, run the proofs that it can run."""
    engine = config.getoption("--engine")
    for item in items:
        mark = item.get_closest_marker(FAILS_ON)
        if mark and engine in mark.args:
            raises = (*FAILS, NoRerunError, NotImplementedError)
            item.add_marker(pytest.mark.xfail(reason=mark.kwargs["reason"], raises=raises, strict=True))
    if engine != "stlite":
        return
    left_out = [item for item in items if item.path.parent == ROOT / TESTS and not _runs(item)]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in set(left_out)]
    for item in items:
        mark = item.get_closest_marker("engines")
        if mark and "live" in mark.args:  # what holds in the page is expected to hold in stlite
            item.own_markers.remove(mark)


def _runs(item: pytest.Item) -> bool:
    module = load(ROOT, item.path.stem.removeprefix("test_"))
    return stlite.tries(ROOT, module, next(proof for proof in module.proofs if proof.name == item.name))


@pytest.fixture(scope="session")
def stlite_pages(streamlit_browser: Any) -> Iterator:
    """Open a browser profile in which Python and its packages stay loaded from test to test."""
    from livedocs.runtime.stlite_engine import Stlite  # noqa: PLC0415 (proofs without a browser need no Playwright)

    with stlite.mirror() as url:
        yield Stlite(streamlit_browser, url)


@pytest.fixture
def run_stlite(stlite_pages: Any) -> Iterator[Callable]:
    """Run snippets with stlite."""
    yield stlite_pages.open
    stlite_pages.close()


@pytest.fixture
def server_log_stlite(stlite_pages: Any) -> Callable[[], list[str]]:
    """Return a function that gives what Streamlit has logged in the browser's console."""
    return stlite_pages.log
