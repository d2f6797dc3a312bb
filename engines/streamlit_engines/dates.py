"""What users do to the fields of dates and times."""

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Locator

from streamlit_engines.errors import WAY_OUT, UnsupportedError

if TYPE_CHECKING:
    from streamlit_engines.elements import Element


def type_date(element: "Element", value: dt.date | tuple[dt.date, ...] | None) -> None:
    """Type a date, or the two of a range, into the segments of the field."""
    fields = element.locator.locator("[data-rac][role=group]")
    dates = list(value) if isinstance(value, (list, tuple)) else [value]
    if None in dates:
        raise UnsupportedError(f"the driver can't clear a {element.kind}. {WAY_OUT}")
    if len(dates) < fields.count():
        _pick_first_day(element, dates[0])
        return
    for number, date in enumerate(dates):
        _type_segments(fields.nth(number), **_of_date(date))


def _of_date(date: Any) -> dict[str, str]:
    return {"year": f"{date:%Y}", "month": f"{date:%m}", "day": f"{date:%d}"}


def _pick_first_day(element: "Element", date: Any) -> None:
    """Begin a range in the calendar, in the month that it shows: half a range that is typed is not sent."""
    document = element._app._document  # noqa: SLF001
    element.locator.get_by_role("spinbutton").first.press("Alt+ArrowDown")
    day = document.get_by_role("button", name=re.compile(rf"{date:%B} {date.day}, {date.year}( selected)?$"))
    day.press("Enter")
    element._app._keyboard.press("Escape")  # noqa: SLF001


def type_time(element: "Element", value: dt.time) -> None:
    """Type a time."""
    _type_segments(element.locator, hour=f"{value:%H}", minute=f"{value:%M}")


def type_datetime(element: "Element", value: dt.datetime) -> None:
    """Type a date with a time."""
    _type_segments(element.locator, **_of_date(value), hour=f"{value:%H}", minute=f"{value:%M}")


def _type_segments(field: Locator, **segments: str) -> None:
    for name, digits in segments.items():
        field.locator(f"[role=spinbutton][data-type={name}]").press_sequentially(digits)
