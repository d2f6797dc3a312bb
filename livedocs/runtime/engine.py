"""The engine `live`: the built site in Chromium; the Run tab of a snippet's block shows its app."""

from typing import Any
from urllib.parse import urljoin

from playwright.sync_api import Browser, Frame, Locator, Page
from playwright.sync_api import TimeoutError as TimedOut
from streamlit_engines.driver import LIMIT, App, page_name

from livedocs.model.navigation import address
from livedocs.runtime import abilities

START = 50_000  # milliseconds, for Python in WebAssembly on a busy machine: less than a test has
# Only blocks near the screen are rendered, and may become higher: the target of a scroll then moves again.
SCROLL = """async (node) => {
  for (let before, step = 0; step < 20; step++) {
    node.scrollIntoView({ block: "center" });
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    const { top } = node.getBoundingClientRect();
    if (top === before) return;
    before = top;
  }
}"""
RESTART = """(block, page) => new Promise((resolve) => {
  const app = block.apps.at(-1);
  app.addEventListener("step", ({ detail }) => detail.step === "ready" && resolve());
  app.restart(page);
})"""
# As a reader does, whichever tab is open.
CHOOSE = """(select, version) => {
  select.value = version;
  select.dispatchEvent(new Event("change"));
}"""
OUTPUT = 300  # milliseconds, after which the page knows what the server has printed (see `Terminal` in terminal.py)


class Live:
    """A browser profile with the pages of the site. They stay open, and with them the one Python that they share."""

    def __init__(self, browser: Browser, site: str) -> None:
        """Take a browser and the address of the site."""
        self._site = site
        self._context = browser.new_context(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
        self._context.set_default_timeout(LIMIT)
        self._pages: dict[str, Page] = {}  # by topic
        self._block: Locator | None = None  # what the test runs
        self._alone: list[Page] = []

    def open(self, name: str, page: str | None = None) -> App:
        """Open a session of a snippet's app, at one of its pages if one is named."""
        topic = name.partition("/")[0]
        if topic not in self._pages:
            self._pages[topic] = self._context.new_page()
            self._pages[topic].goto(urljoin(self._site, address(topic)))
        self._pages[topic].bring_to_front()  # Chromium renders a background tab about once a second
        self._block = self._pages[topic].locator(f'.live[data-snippet="{name}"]')
        frame = self._open_session(self._block)
        app = App(frame, START)
        if page:
            self._block.evaluate(RESTART, page_name(page))
            app = App(frame, START)
        return app

    def log(self) -> list[str]:
        """Return the lines of the block's server log."""
        if self._block is None:
            raise RuntimeError("no app runs whose server could have logged anything")
        self._block.page.wait_for_timeout(OUTPUT)
        return "".join(self._block.locator(".live-log pre").all_text_contents()).splitlines()

    def close(self) -> None:
        """End the app and its sessions."""
        while self._alone:
            self._alone.pop().close()
        if self._block:
            self._block.evaluate("block => block.apps.length && block.querySelector('.live-primary').click()")
            self._block = None

    def _open_session(self, block: Locator) -> Frame:
        """Click Run, or Second session, or for a third one New tab."""
        sessions = block.locator(".live-session").count()
        if sessions == 0:
            block.locator(".live-streamlit select").first.evaluate(CHOOSE, abilities.STREAMLIT)
            tab = block.locator(".tabbed-labels").get_by_text("Run", exact=True)
            tab.evaluate(SCROLL)
            tab.click()
        elif sessions == 1:
            block.get_by_role("button", name="Second session").click()
        else:
            with self._context.expect_page() as opened:
                block.get_by_role("button", name="New tab").first.click()
            self._alone.append(opened.value)
            return self._frame(opened.value.locator("body > iframe"))
        frame = self._frame(block.locator(".live-session iframe").nth(sessions))
        over = "block => ['ready', 'error'].includes(block.dataset.live)"
        try:
            block.page.wait_for_function(over, arg=block.element_handle(), timeout=START)
        except TimedOut as error:
            said = block.locator(".live-status").last.inner_text()
            raise RuntimeError(f"no app after {START // 1000} seconds: {said}") from error
        if block.get_attribute("data-live") == "error":
            raise RuntimeError(block.locator(".live-fault").inner_text())
        return frame

    @staticmethod
    def _frame(iframe: Locator) -> Frame:
        frame: Any = iframe.element_handle().content_frame()
        frame.wait_for_selector("[data-testid=stApp]", state="attached", timeout=START)
        return frame
