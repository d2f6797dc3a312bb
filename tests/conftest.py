"""What proofs have beyond `livedocs.engines.plugin`: the engine `live`, marks of versions, and the built site.

A proof whose marks exclude the Streamlit that runs is expected to fail; one that the engine `live` cannot run is
deselected.
"""

from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path

import pytest

from livedocs import live
from livedocs.proofs import MARKS, TESTS, holds_on, load
from livedocs.snippets import SNIPPETS, Snippet

ROOT = Path(__file__).parents[1]
SITE = ROOT / "site"

# Each AppTest looks through all installed packages for components: most of the time that it takes.
with suppress(ImportError):  # older versions do not
    from streamlit.components.v2 import manifest_scanner

    manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)

# How a proof fails where its claim does not hold.
FAILURES = [AssertionError, LookupError]
with suppress(ImportError):  # older versions have none
    from streamlit.testing.v1.errors import AppTestError

    FAILURES.append(AppTestError)


def pytest_addoption(parser):
    """Let the mutants run the same proofs on changed snippets."""
    parser.addoption(
        "--project", type=Path, default=ROOT, help="the folder that holds snippets/ (default: this project)"
    )


def streamlit_version(config):
    """Return the version of the Streamlit that runs the snippets."""
    return live.STREAMLIT if config.getoption("--engine") == "live" else version("streamlit")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config, items):
    """Expect a proof to fail where its marks say that its claim does not hold: a wrong mark fails."""
    if config.getoption("record", None):
        return
    running = streamlit_version(config)
    for item in items:
        if item.get_closest_marker("xfail"):  # the engine cannot show it
            continue
        marks = {mark: item.get_closest_marker(mark) for mark in MARKS}
        if not holds_on(running, **{mark: found and found.args[0] for mark, found in marks.items()}):
            reason = f"the claim does not hold on Streamlit {running}"
            item.add_marker(pytest.mark.xfail(reason=reason, raises=tuple(FAILURES), strict=True))
    if config.getoption("--engine") == "live":
        runs = {item: _runs_live(item) for item in items}
        config.hook.pytest_deselected(items=[item for item in items if not runs[item]])
        items[:] = [item for item in items if runs[item]]


def _runs_live(item):
    if item.path.parent != ROOT / TESTS:
        return True
    module = load(ROOT, item.path.stem.removeprefix("test_"))
    proof = next(proof for proof in module.proofs if proof.name == item.name)
    proofs = [other for other in module.proofs if other.snippet == proof.snippet]
    return "live" in proof.engines and not live.why_not(Snippet(ROOT, proof.snippet), proofs)


@pytest.fixture
def apps(request):
    """Return the folder of the snippets."""
    return request.config.getoption("--project").resolve() / SNIPPETS


@pytest.fixture(scope="session")
def site():
    """Return the folder of the built site, if it is up to date."""
    built = [path.stat().st_mtime for path in SITE.rglob("*.html")]
    sources = [ROOT / "mkdocs.yml", *(ROOT / TESTS).glob("test_*.py")]
    for folder in ("docs", "skill", "snippets", "livedocs", "results"):
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


@pytest.fixture
def run_live(live_site):
    """Run snippets in the built site."""
    yield live_site.open
    live_site.close()


@pytest.fixture
def server_log_live(live_site):
    """Return a function that gives what the server of the app in the page has logged."""
    return live_site.log
