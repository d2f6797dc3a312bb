"""A round: what a reader does, on either side, and how long it takes."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import ClassVar

from playwright.sync_api import BrowserContext, FrameLocator, Locator, Page
from streamlit_engines.browser import launch_profile

from livedocs.qa.bench.host import Host
from livedocs.runtime.engine import SCROLL

PAGE, NEXT_PAGE = "basic_usage", "callbacks"
APPS = tuple(f"{PAGE}/{name}.py" for name in ("count", "kept", "setdefault", "get", "which_except"))
NEXT_APP = f"{NEXT_PAGE}/add_one.py"
OBSERVE = Path(__file__).with_name("observe.js").read_text("utf-8")
PATIENCE = 120_000  # milliseconds
CLICKS = 5
# A click on "Add one" of the first app, until the page shows what follows.
CLICK = """(button, text) => new Promise((resolve) => {
  const start = performance.now();
  const shown = () => [...document.querySelectorAll("[data-testid=stText]")].some((node) => node.textContent === text);
  new MutationObserver((_, observer) => {
    if (!shown()) return;
    observer.disconnect();
    resolve(performance.now() - start);
  }).observe(document, { subtree: true, childList: true, characterData: true });
  button.click();
})"""

Figures = dict[str, float]


@dataclass
class Side:
    """Pages with apps, where they are served."""

    host: Host
    query: str = ""
    name: ClassVar[str]

    def open(self, context: BrowserContext) -> Page:
        """Open the first page, and wait until it has loaded what it loads."""
        page = context.new_page()
        self._goto(page, PAGE)
        return page

    def _goto(self, page: Page, name: str) -> None:
        page.goto(f"{self.host.address}{name}/{self.query}", wait_until="networkidle")

    def turn(self, page: Page) -> None:
        """Go to the next page, as a reader does."""
        raise NotImplementedError

    def app(self, block: Locator) -> Locator | FrameLocator:
        """Return where a block's app is."""
        raise NotImplementedError


class Stlite(Side):
    """stlite as its documentation mounts it."""

    name = "stlite"

    def turn(self, page: Page) -> None:
        """Load the next page."""
        self._goto(page, NEXT_PAGE)

    def app(self, block: Locator) -> Locator:
        """Return the element that it is mounted in."""
        return block.locator(".app")


class Ours(Side):
    """The site."""

    name = "ours"

    def turn(self, page: Page) -> None:
        """Click on the link to the next page, which the theme then puts into this one."""
        page.evaluate("window.stayed = true")
        page.locator(f".md-sidebar--primary a[href$='/{NEXT_PAGE}/']").first.click()
        page.wait_for_url(f"**/{NEXT_PAGE}/")
        page.locator(f"[data-snippet='{NEXT_APP}'] .live-bar").wait_for(state="attached")
        page.wait_for_timeout(500)
        if not page.evaluate("window.stayed"):
            raise RuntimeError("The page was loaded anew: instant navigation does not work")

    def app(self, block: Locator) -> FrameLocator:
        """Return the frame."""
        return block.frame_locator(".live-app > iframe")


def measure(side: Side, *, whole: bool = True) -> Figures:
    """Do a round with a new profile of the browser, or its first app alone; return milliseconds, bytes, requests."""
    figures: Figures = {}
    with TemporaryDirectory(prefix="bench", ignore_cleanup_errors=True) as profile:
        with _browser(Path(profile)) as context:
            side.host.forget()
            page = side.open(context)
            figures |= _run(side, page, APPS[0], "first app, cold")
            figures |= {"requests": side.host.requests, "megabytes": side.host.sent / 1e6}
            if not whole:
                return figures
            figures["click to rerun"] = _click(side, page)
            figures |= _run(side, page, APPS[1], "second app")
            for app in APPS[2:4]:
                _block(page, app).locator("label", has_text="Run").click()
            for app in APPS[2:4]:
                side.app(_block(page, app)).get_by_test_id("stButton").first.wait_for()
            figures |= _run(side, page, APPS[4], "fifth app")
            side.turn(page)
            figures |= _run(side, page, NEXT_APP, "next page's app")
        with _browser(Path(profile)) as context:
            side.host.forget()
            figures |= _run(side, side.open(context), APPS[0], "first app, warm")
            figures["requests, warm"] = side.host.requests
    return figures


@contextmanager
def _browser(profile: Path) -> Iterator[BrowserContext]:
    with launch_profile(profile) as context:
        context.add_init_script(OBSERVE)
        context.set_default_timeout(PATIENCE)
        yield context


def _block(page: Page, app: str) -> Locator:
    return page.locator(f".live[data-snippet='{app}']")


def _run(side: Side, page: Page, app: str, name: str) -> Figures:
    """Run an app; return how long it took until its first widget was in view, and each step on the way."""
    block = _block(page, app)
    label = block.locator("label", has_text="Run")
    label.evaluate(SCROLL)
    label.click()
    seen = _seen(side, page, app)
    start = label.evaluate("label => label.clicked")
    steps = block.evaluate("block => block.steps ?? []")
    figures = {name: seen - start}
    changes = [*(change for change in steps if change[0] != "ready"), ("seen", seen)]
    for (step, begin), (_, end) in pairwise(changes):
        figures[f"{name}: {step}"] = figures.get(f"{name}: {step}", 0) + end - begin
    return figures


def _seen(side: Side, page: Page, app: str) -> float:
    widget = side.app(_block(page, app)).get_by_test_id("stButton").first
    widget.wait_for()
    page.wait_for_timeout(100)  # until what observes it has been told
    seen = widget.evaluate("widget => widget.seen")
    if seen is None:
        raise RuntimeError(f"{app} is not in view")
    return seen


def _click(side: Side, page: Page) -> float:
    """Return how long a rerun takes: the median of some."""
    app = side.app(_block(page, APPS[0]))
    app.get_by_role("button", name="Start").click()
    app.get_by_text("0", exact=True).wait_for()
    add = app.get_by_role("button", name="Add one")
    return median(add.evaluate(CLICK, str(number)) for number in range(1, CLICKS + 1))
