"""What users do to widgets, for the values that tests set."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from playwright.sync_api import FilePayload, expect
from playwright.sync_api import TimeoutError as TimedOut

from streamlit_engines import dates
from streamlit_engines.errors import WAY_OUT, NotPossibleError, UnsupportedError
from streamlit_engines.values import labels_of

if TYPE_CHECKING:
    from streamlit_engines.elements import Element

TRIGGERS = {"button", "chat_input", "download_button", "menu_button"}  # have a value for one run
SHORT = 2000  # milliseconds, for what opens at once
OPENINGS = 3  # tries, for a list of options
SHOWN = 8  # options that an error names


def same(value: Any, other: Any) -> bool:
    """Return whether setting a value changes nothing."""
    try:
        return bool(value == other)
    except UnsupportedError:  # a label and another kind of value
        return False


def check(element: "Element", value: Any, before: Any) -> str:
    """Raise `NotPossibleError` for a value that no user can give a widget; return why it may not be accepted."""
    proto = element._node.proto  # noqa: SLF001
    if not element.in_form and element.kind not in TRIGGERS and same(value, before):
        raise NotPossibleError(f"the {element.kind} already has the value {value!r}, so a user can't change it to that")
    if hasattr(proto, "options"):
        for each in value if isinstance(value, (list, tuple)) else [value]:
            if each is not None and (proto.options or element.kind != "slider"):
                _index(element, each)
    if getattr(proto, "max_chars", 0) and isinstance(value, str) and len(value) > proto.max_chars:
        raise NotPossibleError(f"the {element.kind} allows {proto.max_chars} characters, and not {value!r}")
    if element.kind in {"number_input", "date_input"} and value is not None:
        low, high = element.min, element.max
        for each in value if isinstance(value, (list, tuple)) else [value]:
            if (low is not None and each < low) or (high is not None and each > high):
                return f"the {element.kind} allows values from {low} to {high}, and not {each!r}"
    return ""


def _index(element: "Element", value: Any) -> int | None:
    """Return the place of an option; None for a new one where users may add some."""
    proto = element._node.proto  # noqa: SLF001
    labels = labels_of(proto)
    text = str.__str__(value) if isinstance(value, str) else str(value)
    if text in labels:
        return labels.index(text)
    if getattr(proto, "accept_new_options", False):
        return None
    named = ", ".join(map(repr, labels[:SHOWN])) + (", ..." if len(labels) > SHOWN else "")
    raise NotPossibleError(f"the {element.kind} has no option {value!r}. Its options: {named or 'none'}")


def _one_by_one(element: "Element", actions: list[Callable[[], object]]) -> None:
    for number, do in enumerate(actions):
        if number:
            element._between()  # noqa: SLF001
        do()


def _click(element: "Element", _: Any) -> None:
    element.locator.locator("button").first.click()


def click_head(element: "Element") -> None:
    """Click a tab, the head of an expander, or the button of a popover."""
    locator = element.locator
    (locator if element.kind == "tab" else locator.locator("summary, button").first).click()


def _check_box(element: "Element", value: bool) -> None:  # noqa: FBT001 (a value like others)
    if element.locator.locator("input").is_checked() != value:
        element.locator.locator("label").first.click()


def _type(element: "Element", value: Any) -> None:
    element.locator.locator("input:not([type=file]), textarea").first.fill("" if value is None else str(value))


def type_keys(element: "Element", text: str) -> None:
    """Type into a field after what is in it."""
    field = element.locator.locator("input, textarea").first
    field.press("End")
    field.press_sequentially(text)


def _send(element: "Element", value: str) -> None:
    _type(element, value)
    element.locator.locator("textarea").press("Enter")


def upload(element: "Element", files: list[tuple[str, str, bytes, str]]) -> None:
    """Choose files; the first of the four texts is AppTest's and means nothing here."""
    payload = [FilePayload(name=name, mimeType=mime, buffer=content) for _, name, content, mime in files]
    element.locator.locator("input[type=file]").first.set_input_files(payload)
    if element.kind == "chat_input":
        # Until the file has arrived, the front end sends no message.
        element.locator.locator("[data-testid=stChatInputSubmitButton]:enabled").wait_for()


def remove_files(element: "Element") -> int:
    """Take all files out of a file uploader, and return how many there were."""
    chips = element.locator.get_by_test_id("stFileChipDeleteBtn")
    count = chips.count()
    _one_by_one(element, [chips.first.click] * count)
    return count


def _set_files(element: "Element", files: list[tuple[str, str, bytes, str]] | None) -> None:
    if remove_files(element) and files:
        element._between()  # noqa: SLF001
    if files:
        upload(element, files)


def _radio(element: "Element", value: Any) -> None:
    if value is None:
        raise NotPossibleError("a user can't clear a radio")
    index = _index(element, value)
    element.locator.locator("label:has(input)").nth(index or 0).click()


def _press_buttons(element: "Element", value: Any) -> None:
    wanted = value if isinstance(value, list) else [] if value is None else [value]
    indices = {_index(element, each) for each in wanted}
    buttons = element.locator.locator("[data-variant], [role=radio], button")
    pressed = [
        button.get_attribute("aria-checked") == "true"
        or button.get_attribute("aria-pressed") == "true"
        or "Active" in (button.get_attribute("data-testid") or "")
        for button in buttons.all()
    ]
    single = not isinstance(value, list)
    clicks = [number for number, is_on in enumerate(pressed) if is_on != (number in indices)]
    if single and indices:  # the click releases the other button
        clicks = [number for number in clicks if number in indices]
    _one_by_one(element, [buttons.nth(index).click for index in clicks])


def _rate(element: "Element", value: int | None) -> None:
    buttons = element.locator.locator("button")
    value = element._node.value if value is None else value  # noqa: SLF001 (a second click takes it back)
    buttons.nth(1 - value if buttons.count() == 2 else value).click()  # noqa: PLR2004 (thumbs: up, which means 1, comes first)


def _choose(element: "Element", value: Any) -> None:
    if value is None:
        button = element.locator.get_by_role("button", name=re.compile("clear", re.IGNORECASE))
        button.first.click()
        return
    _pick(element, value)


def _pick(element: "Element", value: Any) -> None:
    # The list opens over the app, below its frame's edge too, where no scrolling reaches it.
    element.locator.evaluate("node => node.scrollIntoView({ block: 'center' })")
    field = element.locator.locator("input").first
    field.click()
    index = _index(element, value)
    document = element._app._document  # noqa: SLF001
    if index is None:
        field.fill(value)
        document.get_by_role("listbox").wait_for()
        field.press("Enter")
        return
    count = len(labels_of(element._node.proto))  # noqa: SLF001
    for _ in range(OPENINGS):  # a list closes while the page scrolls
        if document.evaluate("([index, count]) => livedocsObserver.scrollToOption(index, count)", [index, count]):
            document.locator(f'[role=option][data-key="{index}"]').click()
            return
        field.press("ArrowDown")
    raise UnsupportedError(f"the list of the {element.kind} doesn't show {value!r}. {WAY_OUT}")


def _choose_many(element: "Element", values: list[Any]) -> None:
    texts = [str(value) for value in values]
    tags = element.locator.locator("[data-tag-index]")
    shown = tags.all_inner_texts()
    clicks: list[Callable[[], object]] = [
        lambda text=text: element.locator.get_by_role("button", name=f"Remove {text}", exact=True).click()  # type: ignore[misc]
        for text in shown
        if text not in texts
    ]
    clicks += [
        lambda value=value: _pick(element, value)  # type: ignore[misc]
        for text, value in zip(texts, values, strict=True)
        if text not in shown
    ]
    _one_by_one(element, clicks)
    # A list that closes before the field shows a choice takes the choice back.
    expect(tags).to_have_count(len(values))
    element._app._keyboard.press("Escape")  # noqa: SLF001 (or the list closes in the midst of what is done next)


def _slide(element: "Element", value: Any) -> None:
    if element._node.proto.options:  # noqa: SLF001 (a slide of options sends their labels)
        new = [_index(element, each) or 0 for each in (value if isinstance(value, (list, tuple)) else [value])]
    else:
        new = list(element._node._widget_state.double_array_value.data)  # noqa: SLF001
    thumbs = element.locator.locator("input[type=range]")
    old = [float(thumb.input_value()) for thumb in thumbs.all()]
    moves = [(number, to, to > at) for number, (at, to) in enumerate(zip(old, new, strict=True)) if to != at]
    moves.sort(reverse=any(up for *_, up in moves))  # no thumb passes the other
    for count, (number, to, up) in enumerate(moves):
        if count:
            element._between()  # noqa: SLF001
        thumb = thumbs.nth(number)
        step = float(thumb.get_attribute("step") or 1)
        near = to - step if up else to + step
        thumb.fill(str(int(near) if near.is_integer() else near))  # moves the thumb without changing the value
        thumb.press("ArrowRight" if up else "ArrowLeft")


def _pick_color(element: "Element", value: str) -> None:
    element.locator.locator("button, [data-testid=stColorPickerBlock]").first.click()
    field = element._app._document.locator("[data-testid=stColorPickerPopover] input").first  # noqa: SLF001
    field.fill(value)
    field.press("Enter")
    element._app._keyboard.press("Escape")  # noqa: SLF001


def _turn_page(element: "Element", value: int) -> None:
    button = element.locator.get_by_role("button", name=f"Page {value}", exact=True)
    try:
        button.click(timeout=SHORT)
    except TimedOut:
        raise UnsupportedError(f"the pagination doesn't show a button for page {value}. {WAY_OUT}") from None


def _choose_from_menu(element: "Element", value: Any) -> None:
    index = _index(element, value)
    element.locator.locator("button").first.click()
    element._app._document.get_by_role("menuitem").nth(index or 0).click()  # noqa: SLF001


SETTERS: dict[str, Callable[["Element", Any], None]] = {
    "button": _click,
    "button_group": _press_buttons,
    "chat_input": _send,
    "checkbox": _check_box,
    "color_picker": _pick_color,
    "date_input": dates.type_date,
    "date_time_input": dates.type_datetime,
    "download_button": _click,
    "feedback": _rate,
    "file_uploader": _set_files,
    "menu_button": _choose_from_menu,
    "multiselect": _choose_many,
    "number_input": _type,
    "pagination": _turn_page,
    "radio": _radio,
    "select_slider": _slide,
    "selectbox": _choose,
    "slider": _slide,
    "text_area": _type,
    "text_input": _type,
    "time_input": dates.type_time,
    "toggle": _check_box,
}
