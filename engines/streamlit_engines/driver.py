"""An app in a browser, behind the interface of AppTest.

`app.text_input("name").set_value("Ada").run()` and `app.text[0].value` mean what a user does and sees in Chromium:
an action waits for the rerun that it starts, and fails without one. What an element holds is what the browser has
received for it, read by AppTest's own classes. What a browser cannot know is an error that says so.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Frame, Locator, Page
from streamlit.testing.v1.element_tree import ElementTree

from streamlit_engines.elements import Block, Element, Elements, find, wrap
from streamlit_engines.errors import WAY_OUT, NoRerunError, NotPossibleError, UnsupportedError
from streamlit_engines.tree import Node, grow

OBSERVER = Path(__file__).with_name("observe.js").read_text("utf-8")
LIMIT = 10_000  # milliseconds, for an action, and for the rerun that it starts
SIDEBAR, EVENT = 1, 2  # the parts of the tree, in Streamlit's `RootContainer`
PATIENCE = 1000  # milliseconds, for another rerun where the browser may start one or more
NOT_HERE = {
    "session_state": "show what your test needs with `st.write`, and reach it through the app's widgets",
    "secrets": "write them into `.streamlit/secrets.toml` in the app's folder",
    "user": "the user isn't logged in",
    "context": "use the browser's cookies, headers, and locale: `app.page.context`",
}


class App:
    """A session of an app, which `document` shows: a tab or a frame in it.

    `page` is Playwright's, for what the driver does not have. `default_timeout` is how many seconds `run` waits.
    """

    def __init__(self, document: Page | Frame, limit: int = LIMIT) -> None:
        """Wait until the first run is over, for `limit` milliseconds at most."""
        self._document = document
        self.page = document if isinstance(document, Page) else document.page
        self.default_timeout: float = LIMIT / 1000
        self._keyboard = self.page.keyboard
        self._todo: list[tuple[Callable[[], object], int]] = []
        self._doubts: list[str] = []  # why a field may not accept a value
        document.evaluate(OBSERVER)
        self._settle(runs=0, limit=limit)

    def __getattr__(self, name: str) -> Any:
        """Return the elements of a kind, as the last run left them."""
        if name.startswith("_"):
            raise AttributeError(name)
        if name in NOT_HERE:
            raise UnsupportedError(f"a browser has no access to `app.{name}`: {NOT_HERE[name]}. {WAY_OUT}")
        return find(self, self._tree, name)

    def __len__(self) -> int:
        """Count the parts of the page, as AppTest does."""
        return len(self._tree)

    def __iter__(self) -> Iterator[Element]:
        """Go through all elements and blocks."""
        return (wrap(self, node) for node in self._tree)

    def __getitem__(self, number: int) -> Element:
        """Return a part of the page."""
        return wrap(self, self._tree[number])

    def __repr__(self) -> str:
        """Show the tree, as AppTest does."""
        return repr(self._tree)

    @property
    def main(self) -> Block:
        """The main part of the page."""
        return wrap(self, self._tree.main)

    @property
    def sidebar(self) -> Block:
        """The sidebar, without the navigation."""
        return wrap(self, self._tree.sidebar)

    @property
    def query_params(self) -> dict[str, Any]:
        """The query parameters in the address bar: a string each, or a list of those with the same name."""
        query = self._document.evaluate("location.search")
        found = parse_qs(urlsplit(query).query, keep_blank_values=True)
        return _QueryParams({name: values[0] if len(values) == 1 else values for name, values in found.items()})

    def get(self, kind: str) -> Elements:
        """Return the elements of a kind for which AppTest has no property, such as `dialog`."""
        return find(self, self._tree, kind, get=True)

    def get_by_key(self, key: str) -> Element:
        """Return the only element with this key."""
        return wrap(self, self._tree.get_by_key(key))

    def run(self, *, timeout: float | None = None) -> Self:
        """Do what was asked for since the last run, and wait for the rerun; without any, rerun as the R key does.

        Raises `NoRerunError` when no rerun has ended after `timeout` seconds, by default `default_timeout`.
        """
        limit = round(1000 * (self.default_timeout if timeout is None else timeout))
        todo, self._todo = self._todo or [(self._press_r, 1)], []
        self._document.evaluate("livedocsObserver.begin()")
        for do, _ in todo:
            do()
        self._leave()
        reruns = sum(reruns for _, reruns in todo)
        self._settle(runs=min(reruns, 1), patience=PATIENCE if reruns > 1 else 0, limit=limit)
        return self

    def switch_page(self, path: str) -> Self:
        """Follow the navigation's link to the page of a file."""
        self._todo.append((lambda: self._follow(page_name(path)), 1))
        return self

    def dismiss(self) -> Self:
        """Close the dialog as a user does, with the Escape key: a rerun follows if the dialog asks for one."""
        self._todo.append((lambda: self._keyboard.press("Escape"), 1))
        return self

    def _settle(self, runs: int = 1, patience: int = 0, limit: int = LIMIT) -> None:
        seen = self._document.evaluate(
            "options => livedocsObserver.settle(options)", {"runs": runs, "patience": patience, "limit": limit}
        )
        doubts, self._doubts = self._doubts, []
        if "places" not in seen:
            raise NoRerunError(_why_none(seen, limit / 1000, doubts))
        self._seen: dict[str, Any] = seen
        self._grown: ElementTree | None = None

    @property
    def _tree(self) -> ElementTree:
        if self._grown is None:
            self._grown = grow(self._seen)
        return self._grown

    def _current(self, node: Node) -> Node:
        """Return the same widget as the last run left it."""
        if node.root is self._tree or not getattr(node.proto, "id", ""):
            return node
        return next((other for other in self._tree if getattr(other, "id", None) == node.id), node)

    def _locate(self, node: Node) -> Locator:
        """Return where an element is, after opening what it is in."""
        target = {
            "id": getattr(node.proto, "id", "") if not hasattr(node, "children") else "",
            "path": node.driver_path,
        }
        for _ in range(10):
            found = self._document.evaluate("target => livedocsObserver.locate(target)", target)
            if "selector" in found:
                return self._document.locator(found["selector"])
            if "closed" not in found:
                break
            self._document.locator(found["closed"]).click()
            self._document.wait_for_timeout(100)  # until it has opened
        what = "is not in the page any more" if "gone" in found else "is not shown by the browser now"
        raise NotPossibleError(f"the {node.type} {what}. {WAY_OUT}")

    def _note(self, node: Node, do: Callable[[], object], reruns: int) -> None:
        """Note what is to be done, and how many reruns it may start."""
        part = node.driver_path[0]

        def act() -> None:
            self._turn_sidebar(opened=part == SIDEBAR)
            if part == EVENT:
                self._scroll_to_frame()
            do()

        self._todo.append((act, int(reruns)))

    def _leave(self) -> None:
        """Leave the field that was typed into, as a user does in the end: only then it has its value."""
        typed = "input:is([type=text], [type=number]):not([role=combobox]), textarea, [role=spinbutton]"
        for field, key in {
            "input[type=password]:not([data-testid=stForm] *)": "Enter",  # it does not take what one leaves behind
            typed: "Tab",
            "[data-testid$=CalendarButton]": "Tab",  # follows a date's last digit
        }.items():
            if self._document.evaluate("field => document.activeElement?.matches(field)", field):
                self._keyboard.press(key)

    def _press_r(self) -> None:
        self._document.evaluate("document.activeElement?.blur(), window.focus()")
        self._keyboard.press("r")

    def _follow(self, name: str) -> None:
        self._turn_sidebar(opened=True)
        links = self._document.get_by_test_id("stSidebarNavLink").all()
        for link in links:
            segment = (link.get_attribute("href") or "").rpartition("/")[2]  # empty for the page the app starts with
            if name == (segment or link.inner_text().replace(" ", "_")):
                link.click()
                return
        names = ", ".join(repr(link.inner_text()) for link in links) or "none"
        raise UnsupportedError(f"the navigation has no link to {name!r}, only {names}: open its URL instead. {WAY_OUT}")

    def _turn_sidebar(self, *, opened: bool) -> None:
        """Open the sidebar, or close it where it covers the page."""
        sidebar = self._document.get_by_test_id("stSidebar")
        if not sidebar.count():
            return
        collapsed = sidebar.get_attribute("data-collapsed")  # 1.62 has aria-expanded
        if (collapsed == "false" if collapsed else sidebar.get_attribute("aria-expanded") == "true") == opened:
            return
        if opened:
            self._document.get_by_test_id("stExpandSidebarButton").click()
        elif self._document.evaluate("matchMedia('(max-width: 768px)').matches"):
            sidebar.hover()  # shows the button
            self._document.get_by_test_id("stSidebarCollapseButton").click()

    def _scroll_to_frame(self) -> None:
        """Scroll to the frame: Chromium does not, for what has a fixed place in it, as a dialog has."""
        if isinstance(self._document, Frame):
            self._document.frame_element().scroll_into_view_if_needed()


class _QueryParams(dict[str, Any]):
    def __setitem__(self, name: str, value: Any) -> None:
        raise UnsupportedError(
            f"a browser reads query parameters from the URL: open it with `app.goto('/?{name}={value}')`"
        )


def page_name(path: str) -> str:
    """Return how the URL and the navigation name a page, as Streamlit's `page_icon_and_name` finds it."""
    return re.sub(r"^\d+[_ -]*", "", PurePosixPath(path).stem)


def _why_none(seen: dict[str, Any], seconds: float, doubts: list[str]) -> str:
    """Return why there was no rerun, or no end of reruns."""
    if seen["missing"] and seen["restarted"]:
        why = (
            f"no rerun has ended after {seconds:g} seconds: the script called `st.rerun()` {seen['restarted']} "
            "times. An app that sleeps and reruns never ends: stop it in the test, for example with a number of rounds"
        )
    elif seen["missing"] and seen["state"] != "notRunning":
        why = f"no rerun has ended after {seconds:g} seconds: the script is still running. Try `run(timeout=...)`"
    elif seen["missing"] and doubts:
        why = f"no rerun has ended after {seconds:g} seconds: {'; '.join(doubts)}"
    elif seen["missing"]:
        why = (
            f"no rerun has ended after {seconds:g} seconds, and the script isn't running: nothing changed, "
            "the field didn't accept the value, or a form waits for its submit button"
        )
    else:
        why = (
            f"the app is still changing after {seconds:g} seconds: it changes or reruns by itself, "
            "as with `run_every` or with `time.sleep` before `st.rerun()`"
        )
    return f"{why}. {WAY_OUT}"
