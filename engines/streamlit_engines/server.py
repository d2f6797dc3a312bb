"""The engine `server`: an app under `streamlit run`, and the tabs of its users in Chromium."""

from pathlib import Path
from typing import Self
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Browser, BrowserContext, Error, Locator, Page, ViewportSize

from streamlit_engines.driver import LIMIT, App, page_name
from streamlit_engines.process import START, Server, free_port

VIEWPORT: ViewportSize = {"width": 1440, "height": 900}
# Keeps the page's WebSockets where `Tab.disconnect` finds them: going offline leaves them open.
# Connects them to `livedocsPort` once `Tab.switch_replica` has set it.
SOCKETS = """
window.livedocsSockets = [];
window.WebSocket = class extends WebSocket {
  constructor(url, ...args) {
    super(Object.assign(new URL(url), { port: window.livedocsPort ?? location.port }), ...args);
    window.livedocsSockets.push(this);
  }
};
"""
LOST = "[data-testid=stApp]:not([data-test-connection-state=CONNECTED])"


class Tab(App):
    """A browser tab that shows an app: a session, with what AppTest does not have, such as an address and a reload.

    `page` is Playwright's, for what the driver does not have.
    """

    page: Page
    server: Server

    def __init__(self, page: Page, server: Server, timeout: float | None = None) -> None:
        """Take a page that has an address of the server, and wait until its first run is over.

        `timeout` is what this and each later run may take, in seconds; by default it is the driver's.
        """
        self.page, self.server = page, server
        self.default_timeout = timeout or LIMIT / 1000
        self._load()

    @property
    def url(self) -> str:
        """What the address bar shows after the server's name, such as `/report?year=2026`."""
        url = urlsplit(self.page.url)
        return url.path + (f"?{url.query}" if url.query else "")

    def goto(self, address: str) -> Self:
        """Type an address of the app, such as `/report`, into the address bar."""
        self.page.goto(urljoin(self.server.address, address), wait_until="commit")
        return self._load()

    def reload(self) -> Self:
        """Reload the page."""
        self.page.reload(wait_until="commit")
        return self._load()

    def go_back(self) -> Self:
        """Press the browser's back button, which has to start a rerun or load a page."""
        self.page.go_back(wait_until="commit")
        return self._after()

    def go_forward(self) -> Self:
        """Press the browser's forward button, which has to start a rerun or load a page."""
        self.page.go_forward(wait_until="commit")
        return self._after()

    def click_link(self, text: str) -> Self:
        """Click a link that opens here: of the navigation, of `st.page_link`, or in a text."""
        self._link(text).click()
        return self._after()

    def open_link(self, text: str) -> "Tab":
        """Click a link that opens in a new tab, and return that tab."""
        with self.page.expect_popup() as opened:
            self._link(text).click()
        return Tab(opened.value, self.server, self.default_timeout)

    def new_tab(self, address: str | None = None) -> "Tab":
        """Open an address, by default the one shown here, in another tab of the same browser."""
        page = self.page.context.new_page()
        page.goto(urljoin(self.server.address, self.url if address is None else address), wait_until="commit")
        return Tab(page, self.server, self.default_timeout)

    def close(self) -> None:
        """Close the tab."""
        self.page.close()

    def wait_for_rerun(self, *, timeout: float | None = None) -> Self:
        """Wait for a rerun that the app itself starts, for `timeout` seconds at most."""
        self._settle(limit=self._limit(timeout))
        return self

    def restart_server(self) -> Self:
        """Let the server crash and start again; the tab connects to it by itself."""
        self.server.kill()
        self.page.wait_for_selector(LOST)
        self.server.start()
        self._settle(runs=0, limit=self._limit())
        return self

    def disconnect(self) -> Self:
        """Take the network away from the user's browser."""
        self.page.context.set_offline(True)
        self.page.evaluate("livedocsSockets.forEach(socket => socket.close())")
        self.page.wait_for_selector(LOST)
        return self

    def reconnect(self) -> Self:
        """Give the network back, and wait until the tab has connected by itself."""
        self.page.context.set_offline(False)
        self._settle(runs=0, limit=self._limit())
        return self

    def switch_replica(self) -> Self:
        """Lose the connection, and get the next one to another process that runs the app, as from a load balancer."""
        self.disconnect()
        self.page.evaluate("port => { livedocsPort = port; }", self.server.replicate().port)
        return self.reconnect()

    def clear_caches(self) -> Self:
        """Choose `Clear cache` in the main menu and confirm it; no rerun follows."""
        self.page.get_by_test_id("stMainMenu").click()
        self.page.get_by_text("Clear cache", exact=True).click()
        self.page.get_by_role("button", name="Clear caches", exact=True).click()
        return self

    def _limit(self, timeout: float | None = None) -> int:
        """Return milliseconds."""
        return round(1000 * (self.default_timeout if timeout is None else timeout))

    def _link(self, text: str) -> Locator:
        self._turn_sidebar(opened=True)
        return self.page.get_by_role("link", name=text, exact=True)

    def _load(self) -> Self:
        self.page.wait_for_selector("[data-testid=stApp]", state="attached", timeout=START * 1000)
        timeout = self.default_timeout
        super().__init__(self.page, round(max(START, timeout) * 1000))
        self.default_timeout = timeout
        return self

    def _after(self) -> Self:
        """Wait for a rerun, or for the page that has been loaded instead."""
        try:
            self._settle(limit=self._limit())
        except Error as error:
            if "livedocsObserver" not in error.message and "context was destroyed" not in error.message:
                raise
            self._load()
        return self


class Users:
    """The browsers of an app's users: a profile each, which the next app's users take over, cleared but warm."""

    def __init__(self, browser: Browser) -> None:
        """Take a browser."""
        self._browser = browser
        self._contexts: list[BrowserContext] = []
        self._port = free_port()  # one for all apps: what Streamlit serves is cached by address
        self._servers: dict[Path, Server] = {}
        self._users: list[Server] = []  # which of them each user is at

    def open(
        self,
        entrypoint: Path,
        page: str | None = None,
        timeout: float | None = None,
        *,
        root: Path | None = None,
        log: Path | None = None,
    ) -> Tab:
        """Open an app as a new user, at one of its pages if one is named; the first user starts its server.

        The server runs in the folder `root`, by default the entrypoint's, and logs to the file `log`.
        """
        if entrypoint not in self._servers:
            port = None if self._servers else self._port
            self._servers[entrypoint] = Server(entrypoint, log or entrypoint.with_name("server.log"), port, root)
        server = self._servers[entrypoint]
        users = len(self._users)
        if users == len(self._contexts):
            context = self._browser.new_context(viewport=VIEWPORT, reduced_motion="reduce")
            context.set_default_timeout(LIMIT)
            context.add_init_script(SOCKETS)
            context.new_page()
            self._contexts.append(context)
        tab = self._contexts[users].pages[0]
        self._users.append(server)
        tab.goto(server.address + (page_name(page) if page else ""), wait_until="commit")
        return Tab(tab, server, timeout)

    def log(self) -> list[str]:
        """Return what the servers of the apps have logged."""
        return [line for server in self._servers.values() for line in server.log()]

    def close(self) -> None:
        """End the apps, and forget their users."""
        for context, server in zip(self._contexts, self._users, strict=False):
            context.set_offline(False)
            kept, *others = context.pages or [context.new_page()]
            if not kept.url.startswith(server.address):  # its storage can be cleared only from there
                kept.goto(f"{server.address}_stcore/health")
            for tab in others:
                tab.close()
            kept.evaluate("localStorage.clear(), sessionStorage.clear()")
            kept.goto("about:blank")  # or it would connect to the next app
            context.clear_cookies()
        self._users.clear()
        while self._servers:
            self._servers.popitem()[1].kill()
