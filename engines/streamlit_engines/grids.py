"""What users do to the grids of dataframes and data editors."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from streamlit_engines.elements import Element

ROW = 35  # pixels, the height of a row of a grid, and of its head


def heads(element: "Element") -> list[str]:
    """Return the heads of the columns of a grid."""
    return [text or "" for text in element.locator.locator("[role=columnheader]").all_text_contents()]


def edit(element: "Element", row: int, column: str, value: str) -> None:
    """Type a value into a cell of a grid."""
    keyboard, document = element._app._keyboard, element._app._document  # noqa: SLF001
    right = heads(element).index(column)
    element.locator.locator("canvas").first.focus()
    for key in ("Control+Home", *["ArrowDown"] * row, *["ArrowRight"] * right, "Enter"):
        keyboard.press(key)
    field = document.locator(".gdg-clip-region").locator("input, textarea")
    field.fill(value)
    field.press("Enter")
    field.wait_for(state="detached")


def add_row(element: "Element") -> None:
    """Click the button that adds a row to a grid."""
    element.locator.get_by_test_id("stDataFrame").hover()  # shows the button
    element.locator.get_by_role("button", name="Add row").click()


def select_row(element: "Element", row: int) -> None:
    """Click the box before a row of a grid."""
    element.locator.locator(".dvn-scroller").click(position={"x": ROW / 2, "y": (row + 1.5) * ROW})


def delete_row(element: "Element", row: int) -> None:
    """Select a row of a grid, and press Delete."""
    select_row(element, row)
    element._app._keyboard.press("Delete")  # noqa: SLF001
