"""The engine `stlite`: in Chromium, the page that a reader copies to host an app."""

import re
from itertools import count
from pathlib import Path
from urllib.parse import urljoin

from playwright.sync_api import Browser, ConsoleMessage
from streamlit_engines.driver import LIMIT, App

from livedocs.model.snippets import Snippet
from livedocs.runtime import stlite
from livedocs.runtime.stlite import ROOT
from livedocs.runtime.webserver import Request, serve

START = 55_000  # milliseconds, for Python and its packages on a busy machine: less than a test has
HERE = Path(__file__).parent
PAGE = "docs/assets/run/stlite_page.js"
WORKER = """if (window !== top)
  window.Worker = function (url, options) {
    return top.python(frameElement, String(url), options);
  };"""
TIME = re.compile(r"^\d{4}-\d\d-\d\d [\d:,]+ ")  # what stlite puts before each message of the log


class Stlite:
    """A browser profile with one document, whose frames are the pages of stlite."""

    def __init__(self, browser: Browser, mirror: str) -> None:
        """Open the document at the URL of a mirror of jsDelivr."""
        self._mirror, self._numbers = mirror, count(1)
        self._pages: dict[str, str] = {}  # by path
        self._log: list[str] = []
        context = browser.new_context(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
        context.set_default_timeout(LIMIT)
        context.add_init_script(WORKER)
        self._host = context.new_page()
        self._host.on("console", self._note)
        self._serving = serve(HERE, self._answer)
        python = f"{mirror}{stlite.paths()[1]}/pyodide.mjs"
        self._url = self._serving.__enter__()
        self._host.goto(f"{self._url}stlite_host.html?mirror={python}")
        self._host.wait_for_function("window.show")

    def open(self, name: str, page: str | None = None) -> App:
        """Open a snippet's app in another frame, which has a separate Python, as each tab has."""
        if page:
            raise NotImplementedError("a static host has no file at the URL of an app's page")
        snippet = Snippet(ROOT, name)
        folder = snippet.entrypoint.parent
        files = {path.relative_to(folder).as_posix(): text for path, text in snippet.files.items()}
        version = stlite.version()
        html = self._host.evaluate(
            "([page, ...app]) => import(page).then(({ stlitePage }) => stlitePage(...app))",
            ["/stlite_page.js", version, snippet.entrypoint.name, files],
        )
        path = f"/{next(self._numbers)}/"
        self._pages[path] = html.replace(stlite.CDN, self._mirror)
        self._host.evaluate("url => show(url)", urljoin(self._url, path))
        frame = self._host.frames[-1]
        frame.wait_for_selector("[data-testid=stApp]", state="attached", timeout=START)
        return App(frame, START)

    def log(self) -> list[str]:
        """Return what Streamlit has logged, which stlite writes into the browser's console."""
        self._host.wait_for_timeout(100)
        return [TIME.sub("", line) for text in self._log for line in text.splitlines()]

    def close(self) -> None:
        """End the apps."""
        self._host.evaluate("clear()")
        self._log.clear()

    def _note(self, message: ConsoleMessage) -> None:
        if message.type != "debug":
            self._log.append(message.text)

    def _answer(self, request: Request) -> bool:
        path = request.path.partition("?")[0]
        if path == "/stlite_page.js":
            request.answer((ROOT / PAGE).read_bytes(), "text/javascript")
        elif path in self._pages:
            request.answer(self._pages[path].encode())
        else:
            return False
        return True
