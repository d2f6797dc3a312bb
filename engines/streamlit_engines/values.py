"""The values of widgets, from what the browser's part of Streamlit and the server tell each other."""

import ast
import datetime as dt
import re
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Self

from streamlit.runtime.state.common import TESTING_KEY

from streamlit_engines.errors import UnsupportedError

_DATE = re.compile(r"\d{4}-\d\d-\d\d\b")
_EPOCH = dt.datetime(1970, 1, 1)  # noqa: DTZ001 (what a slider sends has no time zone)


class Label(str):
    """The label of an option: all that a browser has of the option's value.

    It is the value if the options are strings without a `format_func`. Comparing it with anything but a label of the
    widget raises `UnsupportedError`, because the options then aren't strings and AppTest would give another answer.
    """

    __slots__ = ("labels",)
    labels: frozenset[str] | None  # of the widget; None where it accepts any

    def __new__(cls, text: str, labels: frozenset[str] | None) -> Self:
        """Keep the labels of all options with the text of this one."""
        label = super().__new__(cls, text)
        label.labels = labels
        return label

    def __eq__(self, other: object) -> bool:
        """Compare the text with another label of the widget."""
        if other is None or (isinstance(other, str) and (self.labels is None or other in self.labels)):
            return str.__eq__(self, other) if other is not None else False
        raise UnsupportedError(_label_only(f"{other!r} isn't one of its labels"))

    def __ne__(self, other: object) -> bool:
        """Compare as `==` does."""
        return not self == other

    __hash__ = str.__hash__


def check_label(value: Any) -> None:
    """Raise `UnsupportedError` for the label of an option that may be a number, a date or another value."""
    for label in value if isinstance(value, (list, tuple)) else [value]:
        if isinstance(label, Label) and looks_like_a_value(label):
            raise UnsupportedError(_label_only(f"the browser shows {str.__str__(label)!r}"))


def looks_like_a_value(label: str) -> bool:
    """Return whether a label may be what `str` makes of a number, a date or another value."""
    if _DATE.match(label):
        return True
    with suppress(ValueError, SyntaxError):
        ast.literal_eval(label)
        return True
    return False


def _label_only(why: str) -> str:
    return (
        f"a browser knows the labels of options but not their values, and {why}: "
        "compare `.index` or `.indices`, or show the value in the app"
    )


class State:
    """What AppTest's elements ask the session state for: the values of widgets, by the ids of their elements."""

    def __init__(self, protos: dict[str, tuple[str, Any]], states: Any, sent: Any, drafts: dict[str, Any]) -> None:
        """Take kinds and messages by id, the states of all widgets, what was sent for the last run, and drafts."""
        self._protos = protos
        self._states = {state.id: state for state in states.widgets}
        self._sent = {state.id: state for state in sent.widgets}
        self._drafts = drafts

    def __getitem__(self, key: str) -> Any:
        """Return the value of a widget; raise `KeyError` for what is none."""
        if key == TESTING_KEY:
            return _Testing(self)
        kind, proto = self._protos[key]
        if key in self._drafts:
            return self._drafts[key]
        if kind not in _VALUES:
            raise KeyError(key)
        return _VALUES[kind](proto, self._states.get(key))

    def triggered(self, key: str) -> Any:
        """Return the value that a button, a menu or a chat input has in the run after its use."""
        kind, proto = self._protos[key]
        state = self._sent.get(key)
        which = state.WhichOneof("value") if state else None
        if kind == "menu_button":
            text = state.string_trigger_value.data if state and which == "string_trigger_value" else None
            return {"value": text and Label(text, frozenset(proto.options)), "options": list(proto.options)}
        if kind == "chat_input":
            if state is None or which is None or key in self._drafts:
                return self._drafts.get(key)
            if proto.accept_file or getattr(proto, "accept_audio", False):
                raise UnsupportedError("a browser sends the files to the server: show them in the app")
            return state.chat_input_value.data if which == "chat_input_value" else state.string_trigger_value.data
        if kind in {"button", "download_button"}:
            return bool(state and state.trigger_value)
        return str  # the `format_func` that makes labels of labels


class _Testing:
    def __init__(self, state: State) -> None:
        self._state = state

    def __getitem__(self, key: str) -> Any:
        return self._state.triggered(key)


def labels_of(proto: Any) -> list[str]:
    """Return the labels of a widget's options."""
    return [getattr(option, "content", option) for option in proto.options]


def _texts(proto: Any) -> Callable[[str], Label]:
    labels = None if getattr(proto, "accept_new_options", False) else frozenset(labels_of(proto))
    return lambda text: Label(text, labels)


def _given(proto: Any) -> Any:
    """Return what a widget begins with that the browser has not rendered yet; None for nothing."""
    if getattr(proto, "set_value", False):
        return proto.value
    fields = proto.DESCRIPTOR.fields_by_name
    return proto.default if not fields["default"].has_presence or proto.HasField("default") else None


def _scalar(*fields: str) -> Callable[[Any, Any], Any]:
    def value(proto: Any, state: Any) -> Any:
        if state is None:
            return _given(proto)
        which = state.WhichOneof("value")
        return getattr(state, which) if which in fields else None

    return value


def _list(proto: Any, state: Any, *fields: str) -> list[Any]:
    if state is None:
        return list(_given(proto) or [])
    which = state.WhichOneof("value")
    return list(getattr(state, which).data) if which in fields else []


def _number(proto: Any, state: Any) -> float | None:
    value = _scalar("double_value", "int_value")(proto, state)
    return int(value) if value is not None and proto.data_type == proto.DataType.Value("INT") else value


def _option(proto: Any, state: Any) -> Label | None:
    which = state.WhichOneof("value") if state else None
    if which == "string_value":
        return _texts(proto)(state.string_value)
    index = getattr(state, which) if which else None if state else _given(proto)
    if isinstance(index, str):
        return _texts(proto)(index)
    return None if index is None or not proto.options else _texts(proto)(labels_of(proto)[index])


def _options(proto: Any, state: Any) -> list[Label]:
    labels, label = labels_of(proto), _texts(proto)
    chosen = _list(proto, state, "string_array_value", "int_array_value", "double_array_value")
    return [label(each if isinstance(each, str) else labels[int(each)]) for each in chosen]


def _button_group(proto: Any, state: Any) -> Label | list[Label] | None:
    chosen = _options(proto, state)
    return chosen if proto.click_mode == proto.ClickMode.Value("MULTI_SELECT") else next(iter(chosen), None)


def _slider(proto: Any, state: Any) -> Any:
    single = len(proto.default) == 1
    if proto.options:
        values: list[Any] = list(_options(proto, state))
    else:
        kind = proto.DataType.Name(proto.data_type)
        values = [_SLID[kind](number) for number in _list(proto, state, "double_array_value")]
    return values[0] if single else tuple(values)


def _moment(micros: float) -> dt.datetime:
    return _EPOCH + dt.timedelta(microseconds=micros)


def _parse_moment(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text.replace("/", "-").replace(", ", "T"))


def _date(proto: Any, state: Any) -> Any:
    dates = tuple(_parse_moment(text).date() for text in _list(proto, state, "string_array_value") if text)
    return dates if proto.is_range else next(iter(dates), None)


def _time(proto: Any, state: Any) -> dt.time | None:
    text = _scalar("string_value")(proto, state)
    return dt.time.fromisoformat(text) if text else None


def _datetime(proto: Any, state: Any) -> dt.datetime | None:
    return next((_parse_moment(text) for text in _list(proto, state, "string_array_value") if text), None)


def _rating(proto: Any, state: Any) -> int | None:
    value = _scalar("string_value")(proto, state)
    return None if value in {None, ""} else int(value)


def _files(proto: Any, state: Any) -> list[Any] | None:
    if state and state.file_uploader_state_value.uploaded_file_info:
        raise UnsupportedError("a browser sends the files to the server: show them in the app")
    return [] if getattr(proto, "multiple_files", False) else None


_SLID: dict[str, Callable[[float], Any]] = {
    "INT": int,
    "FLOAT": float,
    "DATETIME": _moment,
    "DATE": lambda micros: _moment(micros).date(),
    "TIME": lambda micros: _moment(micros).time(),
}
_VALUES: dict[str, Callable[[Any, Any], Any]] = {
    "audio_input": _files,
    "button_group": _button_group,
    "camera_input": _files,
    "checkbox": _scalar("bool_value"),
    "color_picker": _scalar("string_value"),
    "date_input": _date,
    "date_time_input": _datetime,
    "feedback": _rating,
    "file_uploader": _files,
    "multiselect": _options,
    "number_input": _number,
    "pagination": _scalar("int_value"),
    "radio": _option,
    "selectbox": _option,
    "slider": _slider,
    "text_area": _scalar("string_value"),
    "text_input": _scalar("string_value"),
    "time_input": _time,
}
