"""A pytest plugin: the engine `live`, which runs a proof in the Run tab of the built site.

It deselects the proofs of snippets that have no Run tab.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from livedocs.model.proofs import TESTS, load
from livedocs.model.snippets import SNIPPETS
from livedocs.runtime import abilities

ROOT = Path(__file__).parents[2]
SITE = ROOT / "site"


def pytest_streamlit_engines() -> Sequence[str]:
    """Add the engine of this plugin."""
    return ("live",)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Say which of the page's versions of Streamlit runs."""
    hint = "with --engine=live, the Streamlit that the page runs, as in 1.50 (default: the documented one)"
    parser.addoption("--streamlit", metavar="VERSION", help=hint)


def pytest_configure(config: pytest.Config) -> None:
    """Choose that version. Raises `pytest.UsageError` if the page does not have it."""
    if wanted := config.getoption("--streamlit"):
        if config.getoption("--engine") != "live":
            raise pytest.UsageError("--streamlit needs --engine=live: the other engines run the installed Streamlit")
        try:
            abilities.choose(wanted)
        except LookupError as error:
            raise pytest.UsageError(str(error)) from error


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the proofs of snippets that cannot run in the page."""
    if config.getoption("--engine") == "live":
        runs = {item: _runs_live(item) for item in items}
        config.hook.pytest_deselected(items=[item for item in items if not runs[item]])
        items[:] = [item for item in items if runs[item]]


def _runs_live(item: pytest.Item) -> bool:
    if item.path.parent != ROOT / TESTS:
        return True
    module = load(ROOT, item.path.stem.removeprefix("test_"))
    proof = next(proof for proof in module.proofs if proof.name == item.name)
    return abilities.runs_live(ROOT, module, proof)


@pytest.fixture(scope="session")
def site() -> Path:
    """Return the folder of the built site, if it is up to date."""
    built = [path.stat().st_mtime for path in SITE.rglob("*.html")]
    sources = [ROOT / "mkdocs.yml", *(ROOT / TESTS).glob("test_*.py")]
    for folder in ("docs", "skill", SNIPPETS, "livedocs", "results"):
        sources += [path for path in (ROOT / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    newer = [str(path.relative_to(ROOT)) for path in sources if path.stat().st_mtime > min(built, default=0)]
    if newer:
        what = f"older than {newer[0]}" if built else "not there"
        pytest.fail(f"site/ is {what}: run `make build`", pytrace=False)
    return SITE


@pytest.fixture(scope="session")
def live_site(streamlit_browser: Any, site: Path) -> Iterator:
    """Open the built site in a new browser profile."""
    from livedocs.runtime.engine import Live  # noqa: PLC0415 (proofs without a browser need no Playwright)
    from livedocs.runtime.webserver import serve  # noqa: PLC0415

    with serve(site) as address:
        yield Live(streamlit_browser, address)


@pytest.fixture
def run_live(live_site: Any) -> Iterator[Callable]:
    """Run snippets in the built site."""
    yield live_site.open
    live_site.close()


@pytest.fixture
def server_log_live(live_site: Any) -> Callable[[], list[str]]:
    """Return a function that gives what the server of the app in the page has logged."""
    return live_site.log
