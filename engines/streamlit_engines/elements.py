"""The elements of an app in a browser: AppTest's own to read, and what a user does to them."""

import difflib
import inspect
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, Self, SupportsIndex, overload

from playwright.sync_api import Locator
from streamlit.proto.Block_pb2 import Block as BlockProto
from streamlit.proto.Element_pb2 import Element as ElementProto
from streamlit.testing.v1 import element_tree

from streamlit_engines import actions, grids
from streamlit_engines.errors import WAY_OUT, NotPossibleError, UnsupportedError
from streamlit_engines.values import check_label

if TYPE_CHECKING:
    from streamlit_engines.driver import App

Node = Any  # an element or a block of AppTest's
# Kinds that AppTest knows only by the name of their message.
KINDS = {field.name for proto in (ElementProto, BlockProto) for field in proto.DESCRIPTOR.oneofs_by_name["type"].fields}
# What the AppTest of an older Streamlit has not.
OLDER: dict[str, Callable[[Node], list[Node]]] = {
    "data_editor": lambda block: [table for table in block.dataframe if table.proto.editing_mode],
}


class Elements(list["Element"]):
    """Elements of one kind, in the order of the app; a call finds one by its key."""

    def __call__(self, key: str) -> "Element":
        """Return the first with this key; raise `KeyError` as AppTest does."""
        for element in self:
            if element.key == key:
                return element
        raise KeyError(key)

    @overload
    def __getitem__(self, index: SupportsIndex) -> "Element": ...
    @overload
    def __getitem__(self, index: slice) -> "Elements": ...
    def __getitem__(self, index: SupportsIndex | slice) -> "Element | Elements":
        """Return an element, or the elements of a slice."""
        found = super().__getitem__(index)
        return Elements(found) if isinstance(found, list) else found

    @property
    def len(self) -> int:
        """How many there are."""
        return len(self)

    @property
    def values(self) -> list[Any]:
        """What each of them holds."""
        return [element.value for element in self]


class Element:
    """An element as one run left it, and what a user can do with it."""

    def __init__(self, app: "App", node: Node) -> None:
        """Take AppTest's element or block."""
        self._app, self._node = app, node

    def __getattr__(self, name: str) -> Any:
        """Return what AppTest has under this name: a property, or a method that a user can follow."""
        if name.startswith("_"):
            raise AttributeError(name)
        if name == "divider" and getattr(self._node.proto, name, None):
            raise UnsupportedError(f"the browser replaces the color of a divider with the theme's. {WAY_OUT}")
        if not hasattr(self._node, name):
            raise AttributeError(unknown(name, f"{self.kind} of this Streamlit", _names(self._node)))
        value = getattr(self._node, name)
        return partial(self._act, name) if inspect.isroutine(value) else wrap(self._app, value)

    def __eq__(self, other: object) -> bool:
        """Return whether both are the same element of the same run."""
        return isinstance(other, Element) and other._node is self._node

    def __hash__(self) -> int:
        """Hash it by what makes it equal."""
        return id(self._node)

    def __repr__(self) -> str:
        """Say what it is, as AppTest does."""
        return repr(self._node)

    @property
    def kind(self) -> str:
        """AppTest's name for what it is, such as `text_input`."""
        return str(self._node.type)

    @property
    def key(self) -> str | None:
        """The key that the script gave it."""
        return getattr(self._node, "key", None)

    @property
    def value(self) -> Any:
        """What AppTest has as its value; raise `UnsupportedError` where a browser cannot know it."""
        if not hasattr(type(self._node), "value"):
            raise AttributeError(unknown("value", self.kind, _names(self._node)))
        value = self._node.value
        check_label(value)
        return value

    @property
    def locator(self) -> Locator:
        """Where it is in the page, for Playwright; what it is in, such as a popover, is opened."""
        return self._app._locate(self._node)  # noqa: SLF001 (driver and elements are one)

    @property
    def in_form(self) -> bool:
        """Whether the script learns of a change when the form is submitted."""
        return bool(getattr(self._node.proto, "form_id", "")) and self.kind not in {"button", "download_button"}

    def run(self, *, timeout: float | None = None) -> "App":
        """Do what was asked for, and wait for the rerun, for `timeout` seconds at most."""
        return self._app.run(timeout=timeout)

    def type_keys(self, text: str) -> Self:
        """Type into a field key by key, after its text; it may reject what `set_value` would put there."""
        return self._later(lambda: actions.type_keys(self, text), reruns=0 if self.in_form else 1)

    def press(self, key: str) -> Self:
        """Press a key in a field, such as `Enter`."""
        return self._later(lambda: self.locator.locator("input, textarea").first.press(key), reruns=1)

    def edit(self, row: int, column: str, value: str) -> Self:
        """Type a value into a cell of a data editor; the first row is 0."""
        return self._later(lambda: grids.edit(self, row, column, value), reruns=not self.in_form)

    def add_row(self) -> Self:
        """Add an empty row to a data editor."""
        return self._later(lambda: grids.add_row(self), reruns=not self.in_form)

    def delete_row(self, row: int) -> Self:
        """Delete a row of a data editor."""
        return self._later(lambda: grids.delete_row(self, row), reruns=not self.in_form)

    def select_row(self, row: int) -> Self:
        """Click the box before a row of a dataframe or a data editor."""
        return self._later(lambda: grids.select_row(self, row), reruns=not self.in_form)

    def clear(self) -> Self:
        """Take the files out of a file uploader."""
        return self._later(lambda: actions.remove_files(self), reruns=1)

    def upload(self, filename: str, content: bytes, mime_type: str = "application/octet-stream") -> Self:
        """Choose a file for a file uploader, or one to send with a message."""
        file = [("", filename, content, mime_type)]
        return self._later(lambda: actions.upload(self, file), reruns=self.kind == "file_uploader" and not self.in_form)

    def _act(self, name: str, *args: Any, **kwargs: Any) -> Self:
        """Let AppTest find out what its method does, and note what a user does for it."""
        if self.kind not in actions.SETTERS:
            raise UnsupportedError(f"the driver has no `{name}` for a {self.kind}. {WAY_OUT}")
        self._node = self._app._current(self._node)  # noqa: SLF001
        before, had = self._staged, self._plain_value()
        if hasattr(type(self._node), name):
            getattr(self._node, name)(*args, **kwargs)
        elif name == "set_value":
            self._stage(args[0])
        staged = self._staged
        if staged is before and name != "click":  # AppTest, too, has found nothing to change
            return self
        try:
            self._app._doubts += filter(None, [actions.check(self, staged, had)])  # noqa: SLF001
            # One more when the list closes, or for another file.
            reruns = 2 if self.kind in {"multiselect", "file_uploader"} else 1
            do = partial(actions.SETTERS[self.kind], self, staged)
            return self._later(do, reruns=0 if self.in_form else reruns)
        except NotPossibleError:
            self._stage(before)
            raise

    @property
    def _staged(self) -> Any:
        name = "_value" if self.kind == "chat_input" or "_files" not in vars(self._node) else "_files"
        return vars(self._node).get(name)

    def _stage(self, value: Any) -> None:
        self._node.__dict__["_value"] = value

    def _plain_value(self) -> Any:
        try:
            return self._node.value
        except (UnsupportedError, KeyError):
            return actions  # equals nothing

    def _later(self, do: Callable[[], object], *, reruns: int) -> Self:
        """Note what is to be done, and how many reruns it may start."""
        if getattr(self._node.proto, "disabled", False):
            name = f" {self.key!r}" if self.key else ""
            raise NotPossibleError(f"the {self.kind}{name} is disabled, so a user can't use it")
        self._app._note(self._node, do, reruns)  # noqa: SLF001
        return self

    def _between(self) -> None:
        """Wait for the rerun between two clicks."""
        if not self.in_form:
            self._app._settle()  # noqa: SLF001


class Block(Element):
    """A part of the app with the elements in it, such as the sidebar, a tab or a message."""

    def __getattr__(self, name: str) -> Any:
        """Return the elements of a kind, or what AppTest has as a property."""
        if name.startswith("_"):
            raise AttributeError(name)
        return find(self._app, self._node, name)

    def __len__(self) -> int:
        """Count what is in it."""
        return len(self._node)

    def __bool__(self) -> bool:
        """Be true without elements, too."""
        return True

    def __iter__(self) -> Iterator[Element]:
        """Go through it, and all that is in it."""
        return (wrap(self._app, node) for node in self._node)

    def __getitem__(self, number: int) -> Element:
        """Return what is in it at a place."""
        return wrap(self._app, self._node[number])

    def get(self, kind: str) -> Elements:
        """Return the elements of a kind for which AppTest has no property, such as `dialog`."""
        return find(self._app, self._node, kind, get=True)

    def get_by_key(self, key: str) -> Element:
        """Return the only element with this key."""
        return wrap(self._app, self._node.get_by_key(key))

    def click(self) -> Self:
        """Click a tab, the head of an expander, or the button of a popover."""
        return self._later(lambda: actions.click_head(self), reruns=1)


class Table(Element):
    """A dataframe or a data editor."""

    @property
    def columns(self) -> list[str]:
        """The heads of its columns."""
        return grids.heads(self)


def wrap(app: "App", value: Any) -> Any:
    """Return what AppTest has, with the driver's element for each of AppTest's."""
    if isinstance(value, element_tree.Block):
        return Block(app, value)
    if isinstance(value, element_tree.Element):
        return (Table if "data" in value.type and "frame" in value.type else Element)(app, value)
    if isinstance(value, list) and value and all(map(_is_node, value)):
        return Elements(wrap(app, node) for node in value)
    return value


def find(app: "App", node: Node, name: str, *, get: bool = False) -> Any:
    """Return what a block has under a name; raise `AttributeError` with the names that are like it."""
    if name in OLDER and not hasattr(node, name):
        found = OLDER[name](node)
    elif not get and hasattr(node, name):
        found = getattr(node, name)
        if inspect.isroutine(found):
            return found
    elif get or name in KINDS:
        found = node.get(name)
    else:
        raise AttributeError(unknown(name, "AppTest of this Streamlit", {*_names(node), *KINDS}))
    if isinstance(found, (list, tuple)) or type(found).__name__.endswith("List"):
        return Elements(wrap(app, each) for each in found)
    return wrap(app, found)


def unknown(name: str, where: str, names: set[str]) -> str:
    """Return the message for a name that does not exist."""
    like = difflib.get_close_matches(name, names, n=3, cutoff=0.7)
    guess = f"did you mean {' or '.join(f'`{each}`' for each in like)}?" if like else WAY_OUT
    return f"no `{name}` in the {where}: {guess}"


def _is_node(value: Any) -> bool:
    return isinstance(value, (element_tree.Element, element_tree.Block))


def _names(node: Node) -> set[str]:
    proto = getattr(node, "proto", None)
    names = {*dir(node), *dir(Block if isinstance(node, element_tree.Block) else Element)}
    if proto is not None:
        names |= {field.name for field in proto.DESCRIPTOR.fields}
    return {name for name in names if not name.startswith("_")}
