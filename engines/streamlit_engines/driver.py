"""An app in a browser, behind the interface of AppTest.

`app.text_input("name").set_value("Ada").run()` and `app.text[0].value` mean what a user does and sees in Chromium:
an action waits for the rerun that it starts, and fails without one. What a proof has not needed yet is an error.
"""

import datetime as dt
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path, PurePosixPath
from types import SimpleNamespace
from typing import Any, Self

from playwright.sync_api import FilePayload, Frame, Locator, Page, expect

OBSERVER = Path(__file__).with_name("observe.js").read_text("utf-8")
LIMIT = 10_000  # milliseconds, for an action, and for the rerun that it starts
ROW = 35  # pixels, the height of a row of a grid, and of its head
PATIENCE = 1000  # milliseconds, for another rerun where the browser may start one or more


class Block:
    """A part of the page: the elements in it, by kind."""

    def __init__(self, elements: list["Element"], kinds: list[str]) -> None:
        """Hold elements, and the names of all kinds there are."""
        self._elements, self._kinds = elements, kinds

    def __getattr__(self, kind: str) -> "Elements":
        """Return the elements of a kind, as the last run left them."""
        if kind.startswith("_"):
            raise AttributeError(kind)
        if kind not in self._kinds:
            raise NotImplementedError(
                f"the driver has no `app.{kind}`: add the kind to engines/streamlit_engines/observe.js"
            )
        return Elements(element for element in self._elements if element.kind == kind)


class App(Block):
    """A session of an app, which `document` shows: a tab or a frame in it."""

    def __init__(self, document: Page | Frame, limit: int = LIMIT) -> None:
        """Wait until the first run is over, for `limit` milliseconds at most."""
        super().__init__([], [])
        self._document = document
        self._keyboard = (document if isinstance(document, Page) else document.page).keyboard
        self._todo: list[tuple[Callable[[], None], int]] = []
        document.evaluate(OBSERVER)
        self._settle(runs=0, limit=limit)

    @property
    def main(self) -> Block:
        """The main part of the page."""
        return self._block("main")

    @property
    def sidebar(self) -> Block:
        """The sidebar, without the navigation."""
        return self._block("sidebar")

    def get(self, kind: str) -> "Elements":
        """Return the elements of a kind for which AppTest has no property, such as `dialog`."""
        return getattr(self, kind)

    def run(self) -> Self:
        """Do what was asked for since the last run, and wait for the rerun; without any, rerun as the R key does."""
        todo, self._todo = self._todo or [(self._press_r, 1)], []
        self._document.evaluate("livedocsObserver.begin()")
        for do, _ in todo:
            do()
        self._leave()
        reruns = sum(reruns for _, reruns in todo)
        self._settle(runs=min(reruns, 1), patience=PATIENCE if reruns > 1 else 0)
        return self

    def switch_page(self, path: str) -> Self:
        """Follow the navigation's link to the page of a file."""
        self._todo.append((lambda: self._follow(page_name(path)), 1))
        return self

    def dismiss(self) -> Self:
        """Close the dialog as a user does, with the Escape key: a rerun follows if the dialog asks for one."""
        self._todo.append((lambda: self._keyboard.press("Escape"), 1))
        return self

    def _block(self, name: str) -> Block:
        return Block([element for element in self._elements if element.block == name], self._kinds)

    def _settle(self, runs: int = 1, patience: int = 0, limit: int = LIMIT) -> None:
        seen = self._document.evaluate(
            "options => livedocsObserver.settle(options)", {"runs": runs, "patience": patience, "limit": limit}
        )
        self._kinds = seen["kinds"]
        self._elements = [Element(self, **element) for element in seen["elements"]]

    def _leave(self) -> None:
        """Leave the field that was typed into, as a user does in the end: only then it has its value."""
        typed = "input[type=text]:not([role=combobox]), input[type=number], textarea, [role=spinbutton]"
        for field in (typed, "[data-testid=stDateInputCalendarButton]"):  # which follows a date's last digit
            if self._document.evaluate("field => document.activeElement?.matches(field)", field):
                self._keyboard.press("Tab")

    def _press_r(self) -> None:
        self._document.evaluate("document.activeElement?.blur(), window.focus()")
        self._keyboard.press("r")

    def _follow(self, name: str) -> None:
        self._turn_sidebar(opened=True)
        for link in self._document.get_by_test_id("stSidebarNavLink").all():
            segment = link.get_attribute("href").rpartition("/")[2]  # empty for the page that the app starts with
            if name == (segment or link.inner_text().replace(" ", "_")):
                link.click()
                return
        raise NotImplementedError(f"the navigation has no link to {name}: see App._follow in {__name__}")

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


class Elements(list["Element"]):
    """Elements of one kind, in the order of the page; a call finds one by its key."""

    def __call__(self, key: str) -> "Element":
        """Return the widget with this key; raise `KeyError` as AppTest does."""
        name = re.sub(r"[^a-zA-Z0-9_-]", "-", key)
        for element in self:
            if element.css_key == name:
                return element
        raise KeyError(key)

    @property
    def values(self) -> list[Any]:
        """What each of them holds."""
        return [element.value for element in self]


class Element:
    """An element as one run left it, and what a user can do with it."""

    def __init__(self, app: App, **seen: Any) -> None:
        """Take what the observer saw."""
        self._app = app
        self.kind, self.block, self.css_key, self._in_form = (
            seen[name] for name in ("kind", "block", "key", "in_form")
        )
        self._selector = seen["selector"]
        self._properties = seen["properties"]
        if "value" in self._properties:
            value = self._properties["value"]
            self._properties["value"] = _VALUES.get(self.kind, lambda same: same)(value)
        if self.kind == "exception":
            self._properties["message"] = self.value
            self._properties["proto"] = SimpleNamespace(type=self._properties["type"])
        if self.kind == "dialog":
            self._properties["proto"] = SimpleNamespace(dialog=SimpleNamespace(title=self._properties["title"]))

    def __getattr__(self, name: str) -> Any:
        """Return what can be read from an element."""
        if name.startswith("_"):
            raise AttributeError(name)
        if name not in self._properties:
            raise NotImplementedError(
                f"the driver has no `{self.kind}.{name}`: add it in engines/streamlit_engines/observe.js"
            )
        return self._properties[name]

    def __repr__(self) -> str:
        """Say what it is."""
        return f"<{self.kind} {self._properties}>"

    @property
    def locator(self) -> Locator:
        """Where it stands in the document."""
        return self._app._document.locator(self._selector)  # noqa: SLF001

    def run(self) -> App:
        """Do what was asked for, and wait for the rerun."""
        return self._app.run()

    def click(self) -> Self:
        """Click a button, a tab or the head of an expander."""
        return self._later(lambda: self.locator.locator(_CLICKED.get(self.kind, "button")).click(), reruns=1)

    def check(self) -> Self:
        """Check a checkbox or turn a toggle on."""
        return self.set_value(True)

    def uncheck(self) -> Self:
        """Uncheck a checkbox or turn a toggle off."""
        return self.set_value(False)

    def input(self, value: str) -> Self:
        """Type into a text input."""
        return self.set_value(value)

    def select(self, value: Any) -> Self:
        """Choose an option, in addition to those chosen in a multiselect."""
        return self.set_value([*self.value, value] if isinstance(self.value, list) else value)

    def select_index(self, index: int) -> Self:
        """Choose an option of a selectbox by its place."""
        return self._later(lambda: _choose_nth(self, index), reruns=0 if self._in_form else 1)

    def unselect(self, value: Any) -> Self:
        """Take an option of a multiselect away."""
        return self.set_value([kept for kept in self.value if kept != value])

    def type_keys(self, text: str) -> Self:
        """Type into a field key by key, after what stands in it; it may refuse what `set_value` would put there."""
        return self._later(lambda: _type_keys(self, text), reruns=0 if self._in_form else 1)

    def press(self, key: str) -> Self:
        """Press a key in a field, such as `Enter`."""
        return self._later(lambda: self.locator.locator("input, textarea").press(key), reruns=1)

    def upload(self, filename: str, content: bytes, mime_type: str = "application/octet-stream") -> Self:
        """Choose a file for a file uploader, or one to send with a message."""
        file = {"name": filename, "mimeType": mime_type, "buffer": content}
        return self._later(lambda: _upload(self, file), reruns=self.kind == "file_uploader")

    def clear(self) -> Self:
        """Take the file out of a file uploader."""
        return self._later(lambda: self.locator.get_by_test_id("stFileChipDeleteBtn").click(), reruns=1)

    def edit(self, row: int, column: str, value: str) -> Self:
        """Type a value into a cell of a data editor; the first row is 0."""
        return self._later(lambda: _edit(self, row, column, value), reruns=not self._in_form)

    def add_row(self) -> Self:
        """Add an empty row to a data editor."""
        return self._later(lambda: _add_row(self), reruns=not self._in_form)

    def delete_row(self, row: int) -> Self:
        """Delete a row of a data editor."""
        return self._later(lambda: _delete_row(self, row), reruns=not self._in_form)

    def select_row(self, row: int) -> Self:
        """Click the box before a row of a dataframe or a data editor."""
        return self._later(lambda: _select_row(self, row), reruns=not self._in_form)

    def set_value(self, value: Any) -> Self:
        """Give a widget a value, the way a user would."""
        if self.kind not in _SETTERS:
            raise NotImplementedError(f"the driver cannot set a {self.kind}: add it to _SETTERS in {__name__}")
        if value == self.value and self.kind != "chat_input":
            raise ValueError(f"the {self.kind} has the value {value!r} already: no user can change it to that")
        reruns = 2 if self.kind == "multiselect" else 1  # one more when its list closes
        return self._later(lambda: _SETTERS[self.kind](self, value), reruns=0 if self._in_form else reruns)

    def _later(self, do: Callable[[], None], *, reruns: int) -> Self:
        """Note what is to be done, and how many reruns it may start."""

        def act() -> None:
            self._app._turn_sidebar(opened=self.block == "sidebar")  # noqa: SLF001
            if self.block == "event":
                self._app._scroll_to_frame()  # noqa: SLF001
            do()

        self._app._todo.append((act, reruns))  # noqa: SLF001
        return self

    def _between(self) -> None:
        """Wait for the rerun between two clicks."""
        if not self._in_form:
            self._app._settle()  # noqa: SLF001


def page_name(path: str) -> str:
    """Return how the address and the navigation name a page, as Streamlit's `page_icon_and_name` finds it."""
    return re.sub(r"^\d+[_ -]*", "", PurePosixPath(path).stem)


def _click_label(element: Element, _: Any) -> None:
    element.locator.locator("label").click()


def _type(element: Element, value: Any) -> None:
    element.locator.locator("input:not([type=file]), textarea").fill("" if value is None else str(value))


def _type_keys(element: Element, text: str) -> None:
    field = element.locator.locator("input, textarea")
    field.press("End")
    field.press_sequentially(text)


def _send(element: Element, value: str) -> None:
    _type(element, value)
    element.locator.locator("textarea").press("Enter")


def _upload(element: Element, file: FilePayload) -> None:
    element.locator.locator("input[type=file]").set_input_files(file)
    if element.kind == "chat_input":
        # Until the file has arrived, the front end sends no message.
        element.locator.locator("[data-testid=stChatInputSubmitButton]:enabled").wait_for()


def _click_option(element: Element, value: Any) -> None:
    element.locator.locator("label").filter(has_text=re.compile(rf"^{re.escape(str(value))}$")).click()


def _rate(element: Element, value: int) -> None:
    buttons = element.locator.locator("button")
    buttons.nth(1 - value if buttons.count() == 2 else value).click()  # noqa: PLR2004 (thumbs: up, which means 1, comes first)


def _choose(element: Element, value: Any) -> None:
    _opened(element).get_by_role("option", name=str(value), exact=True).click()


def _choose_nth(element: Element, index: int) -> None:
    _opened(element).get_by_role("option").nth(index).click()


def _opened(element: Element) -> Page | Frame:
    # The list opens over the app, below its frame's edge too, where no scrolling reaches it.
    element.locator.evaluate("node => node.scrollIntoView({ block: 'center' })")
    element.locator.locator("input").click()
    return element._app._document  # noqa: SLF001


def _choose_many(element: Element, values: list) -> None:
    clicks = [
        *(partial(_remove, element, value) for value in element.value if value not in values),
        *(partial(_choose, element, value) for value in values if value not in element.value),
    ]
    for number, click in enumerate(clicks):
        if number:
            element._between()  # noqa: SLF001
        click()
    # A list that closes before the field shows a choice takes the choice back.
    expect(element.locator.locator("[data-tag-index]")).to_have_count(len(values), timeout=LIMIT)
    element._app._keyboard.press("Escape")  # noqa: SLF001 (or the list closes in the midst of what is done next)


def _remove(element: Element, value: Any) -> None:
    element.locator.get_by_role("button", name=f"Remove {value}", exact=True).click()


def _slide(element: Element, value: Any) -> None:
    before, after = (values if isinstance(values, (list, tuple)) else [values] for values in (element.value, value))
    for thumb, (old, new) in enumerate(zip(before, after, strict=True)):
        if new != old:
            field = element.locator.locator("input[type=range]").nth(thumb)
            up = new > old
            field.fill(str(new - element.step if up else new + element.step))  # moves the thumb, and is no change yet
            field.press("ArrowRight" if up else "ArrowLeft")


def _type_date(element: Element, value: dt.date | tuple[dt.date, ...]) -> None:
    fields = element.locator.locator("[data-rac][role=group]")
    dates = value if isinstance(value, (list, tuple)) else [value]
    if len(dates) < fields.count():
        _pick_first_day(element, dates[0])
        return
    for number, date in enumerate(dates):
        _type_segments(fields.nth(number), year=f"{date:%Y}", month=f"{date:%m}", day=f"{date:%d}")


def _pick_first_day(element: Element, date: dt.date) -> None:
    """Begin a range in the calendar, in the month that it shows: half a range that is typed is not sent."""
    element.locator.get_by_role("spinbutton").first.press("Alt+ArrowDown")
    day = re.compile(rf"{date:%B} {date.day}, {date.year}( selected)?$")
    element._app._document.get_by_role("button", name=day).press("Enter")  # noqa: SLF001
    element._app._keyboard.press("Escape")  # noqa: SLF001


def _type_time(element: Element, value: dt.time) -> None:
    _type_segments(element.locator, hour=f"{value:%H}", minute=f"{value:%M}")


def _type_segments(field: Locator, **segments: str) -> None:
    for name, digits in segments.items():
        field.locator(f"[role=spinbutton][data-type={name}]").press_sequentially(digits)


def _edit(element: Element, row: int, column: str, value: str) -> None:
    keyboard = element._app._keyboard  # noqa: SLF001
    element.locator.locator("canvas").first.focus()
    right = element.columns.index(column)
    for key in ("Control+Home", *["ArrowDown"] * row, *["ArrowRight"] * right, "Enter"):
        keyboard.press(key)
    field = element._app._document.locator(".gdg-clip-region").locator("input, textarea")  # noqa: SLF001
    field.fill(value)
    field.press("Enter")
    field.wait_for(state="detached")


def _add_row(element: Element) -> None:
    element.locator.hover()  # shows the button
    element.locator.get_by_role("button", name="Add row").click()


def _select_row(element: Element, row: int) -> None:
    element.locator.locator(".dvn-scroller").click(position={"x": ROW / 2, "y": (row + 1.5) * ROW})


def _delete_row(element: Element, row: int) -> None:
    _select_row(element, row)
    element._app._keyboard.press("Delete")  # noqa: SLF001


def _dates(fields: list[dict[str, int | None]]) -> tuple[dt.date, ...]:
    return tuple(dt.date(**date) for date in fields if all(date.values()))


_CLICKED = {"expander": "summary", "tabs": "xpath=."}
_SETTERS: dict[str, Callable[[Element, Any], None]] = {
    "checkbox": _click_label,
    "toggle": _click_label,
    "text_input": _type,
    "text_area": _type,
    "number_input": _type,
    "chat_input": _send,
    "radio": _click_option,
    "selectbox": _choose,
    "multiselect": _choose_many,
    "feedback": _rate,
    "slider": _slide,
    "date_input": _type_date,
    "time_input": _type_time,
}
_VALUES: dict[str, Callable[[Any], Any]] = {
    "date_input": lambda dates: _dates(dates) if len(dates) > 1 else next(iter(_dates(dates)), None),
    "time_input": lambda time: dt.time(**time),
    "slider": lambda values: tuple(values) if isinstance(values, list) else values,
}
