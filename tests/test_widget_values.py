from datetime import date

import pytest


def test_nothing_chosen(run):
    """While nothing is chosen, `st.selectbox(..., index=None)` has `None` under its key and `st.multiselect`
    an empty list.
    """
    app = run("widget_values/value_types.py")
    assert [text.value for text in app.text[:2]] == ["size: None", "colours: []"]

    app.selectbox[0].set_value("S").run()
    app.multiselect[0].set_value(["red", "blue"]).run()
    assert [text.value for text in app.text[:2]] == ["size: 'S'", "colours: ['red', 'blue']"]

    app.selectbox[0].set_value("M").run()

    assert app.text[0].value == "size: 'M'"


def test_number_types(run):
    """`st.number_input` with a label and a key alone gives a `float`, with `step=1` an `int`."""
    app = run("widget_values/value_types.py")
    assert app.number_input[0].step == 1
    assert [text.value for text in app.text[2:]] == ["count: 0", "price: 0.0"]

    app.number_input[0].set_value(3).run()
    app.number_input[1].set_value(4).run()

    assert [text.value for text in app.text[2:]] == ["count: 3", "price: 4.0"]


def test_date_types(run):
    """`st.date_input` gives a `datetime.date`, or a tuple of dates when its default is a tuple."""
    app = run("widget_values/date_types.py")

    assert [text.value for text in app.text] == [
        "day: datetime.date(2026, 5, 1)",
        "days: (datetime.date(2026, 5, 1), datetime.date(2026, 5, 8))",
    ]


@pytest.mark.since("1.53")
def test_unknown_option(run):
    """Unless new options are accepted, `st.selectbox` replaces a value under its key that is no option
    by its default, without an error.
    """
    app = run("widget_values/unknown_option.py")

    assert not app.exception
    assert app.selectbox[0].value == "S"
    assert [text.value for text in app.text] == ["above: XL", "below: S"]


@pytest.mark.since("1.45")
@pytest.mark.until("1.52")
def test_unknown_option_stayed(run):
    """From 1.45 to 1.52 `st.selectbox` leaves a value under its key that is no option."""
    app = run("widget_values/unknown_option.py")

    assert not app.exception
    assert [text.value for text in app.text] == ["above: XL", "below: XL"]


@pytest.mark.until("1.44")
def test_unknown_option_raised(run):
    """Up to 1.44 `st.selectbox` raises `ValueError` for a value under its key that is no option."""
    app = run("widget_values/unknown_option.py")

    assert app.exception[0].proto.type == "ValueError"
    assert app.exception[0].message == "XL is not in iterable"
    assert not app.selectbox


@pytest.mark.since("1.54")
def test_unknown_option_of_radio(run):
    """`st.radio` replaces a value under its key that is no option by its default, without an error."""
    app = run("widget_values/unknown_option_of_radio.py")

    assert not app.exception
    assert app.radio[0].options == ["S", "M"]
    assert app.radio[0].value == "S"
    assert [text.value for text in app.text] == ["above: L", "below: S"]


@pytest.mark.until("1.53")
def test_unknown_option_of_radio_raised(run):
    """Up to 1.53 `st.radio` raises `ValueError` for a value under its key that is no option."""
    app = run("widget_values/unknown_option_of_radio.py")

    assert app.exception[0].proto.type == "ValueError"
    assert app.exception[0].message == "L is not in iterable"
    assert not app.radio


@pytest.mark.since("1.53")
def test_unknown_option_of_multiselect(run):
    """Unless new options are accepted, `st.multiselect` drops the values under its key that are no options
    and keeps the rest.
    """
    app = run("widget_values/unknown_options.py")

    assert not app.exception
    assert app.multiselect[0].value == ["red", "blue"]
    assert [text.value for text in app.text] == ["above: ['red', 'blue', 'green']", "below: ['red', 'blue']"]


@pytest.mark.since("1.45")
@pytest.mark.until("1.52")
def test_unknown_option_of_multiselect_stayed(run):
    """From 1.45 to 1.52 `st.multiselect` leaves values under its key that are no options."""
    app = run("widget_values/unknown_options.py")

    assert not app.exception
    assert [text.value for text in app.text] == ["above: ['red', 'blue', 'green']", "below: ['red', 'blue', 'green']"]


@pytest.mark.until("1.44")
def test_unknown_option_of_multiselect_raised(run):
    """Up to 1.44 `st.multiselect` raises `StreamlitAPIException` for a value under its key that is no option."""
    app = run("widget_values/unknown_options.py")

    assert app.exception[0].proto.type.split(".")[-1] == "StreamlitAPIException"
    assert "default value" in app.exception[0].message
    assert not app.multiselect


@pytest.mark.since("1.53")
def test_number_out_of_range(run):
    """`st.number_input` replaces a value under its key that is above `max_value` by its default,
    without an error.
    """
    app = run("widget_values/number_out_of_range.py")

    assert not app.exception
    assert (app.number_input[0].value, app.number_input[0].max) == (1, 100)
    assert [text.value for text in app.text] == ["above: 500", "below: 1"]


@pytest.mark.since("1.44")
@pytest.mark.until("1.52")
def test_number_out_of_range_raised(run):
    """From 1.44 to 1.52 `st.number_input` raises `StreamlitValueAboveMaxError` for a value under its key
    that is above `max_value`.
    """
    app = run("widget_values/number_out_of_range.py")

    assert app.exception[0].proto.type == "streamlit.errors.StreamlitValueAboveMaxError"
    assert app.exception[0].message == "The `value` 500 is greater than the `max_value` 100.0."
    assert not app.number_input


@pytest.mark.until("1.43")
def test_number_out_of_range_accepted(run):
    """Up to 1.43 `st.number_input` takes a value under its key that is above `max_value`."""
    app = run("widget_values/number_out_of_range.py")

    assert not app.exception
    assert (app.number_input[0].value, app.number_input[0].max) == (500, 100)
    assert [text.value for text in app.text] == ["above: 500", "below: 500"]


@pytest.mark.since("1.44")
def test_slider_out_of_range(run):
    """`st.slider` raises `StreamlitValueAboveMaxError` for a value under its key that is above `max_value`."""
    app = run("widget_values/slider_out_of_range.py")

    assert app.exception[0].proto.type == "streamlit.errors.StreamlitValueAboveMaxError"
    assert app.exception[0].message == "The `value` 20 is greater than the `max_value` 10."
    assert not app.slider


@pytest.mark.until("1.43")
def test_slider_out_of_range_accepted(run):
    """Up to 1.43 `st.slider` takes a value under its key that is above `max_value`."""
    app = run("widget_values/slider_out_of_range.py")

    assert not app.exception
    assert (app.slider[0].value, app.slider[0].max) == (20, 10)


def test_wrong_type(run):
    """A number under the key of `st.text_input` raises a bare `TypeError`."""
    app = run("widget_values/wrong_type.py")

    assert app.exception[0].proto.type == "TypeError"
    assert app.exception[0].message in (
        "bad argument type for built-in operation",
        # The words of protobuf without its compiled part, as in the page:
        """Cannot set TextInput.value to 42: 42 has type <class 'int'>, but expected one of: \
(<class 'bytes'>, <class 'str'>)""",
    )
    assert app.text[0].value == "above: 42"
    assert not app.text_input


@pytest.mark.engines("server", "live", reason="AppTest has no keyboard")
def test_typing_ends_at_max_chars(run):
    """A user cannot type more than `max_chars` characters into `st.text_input`: the keys after that do nothing."""
    app = run("widget_values/max_chars.py")
    app.text_input[0].type_keys("abcd").run()

    assert app.text_input[0].value == "abc"
    assert app.text[0].value == "Code: abc"


@pytest.mark.engines("server", "live", reason="AppTest sends it")
def test_number_typed_above_the_maximum(run):
    """A number above `max_value` that a user types into `st.number_input` stays in the field and is not sent:
    the script goes on with the one before.
    """
    app = run("widget_values/typed_too_high.py")
    app.number_input[0].set_value(50)
    app.button[0].click().run()
    assert app.number_input[0].value == 50
    assert app.text[0].value == "Seats: 2"

    app.number_input[0].set_value(10).run()
    assert app.text[0].value == "Seats: 10"


@pytest.mark.since("1.45")
@pytest.mark.engines("server", "live", reason="AppTest has no keyboard")
def test_new_option(run):
    """With `accept_new_options=True` what a user types into `st.selectbox` becomes its value on Enter."""
    app = run("widget_values/new_option.py")
    assert app.text[0].value == "Size: S"
    app.selectbox[0].type_keys("XL")
    app.selectbox[0].press("Enter").run()

    assert app.selectbox[0].value == "XL"
    assert app.text[0].value == "Size: XL"


def test_half_a_range(run):
    """After a user has picked the first day of a new range, `st.date_input` gives a tuple of that day alone,
    and `first, last = ...` raises `ValueError`.
    """
    app = run("widget_values/half_range.py")
    assert app.text[0].value == "nights: 7"
    app.date_input[0].set_value((date(2026, 5, 4),)).run()

    assert app.exception[0].proto.type == "ValueError"
    assert app.exception[0].message == "not enough values to unpack (expected 2, got 1)"
    assert not app.text


def test_half_a_range_fixed(run):
    """An app that stops while the tuple has fewer than two days goes on when the second one is there."""
    app = run("widget_values/half_range_fixed.py")
    assert app.text[0].value == "nights: 7"
    app.date_input[0].set_value((date(2026, 5, 4),)).run()
    assert not app.exception
    assert app.info[0].value == "Pick the last day too."
    assert not app.text

    app.date_input[0].set_value((date(2026, 5, 4), date(2026, 5, 6))).run()

    assert not app.info
    assert app.text[0].value == "nights: 2"


@pytest.mark.since("1.39")
def test_mixed_numbers(run):
    """`st.number_input` raises `StreamlitMixedNumericTypesError` for a `float` between limits that are `int`."""
    app = run("widget_values/mixed_numbers.py")

    assert app.exception[0].proto.type.split(".")[-1] == "StreamlitMixedNumericTypesError"
    assert app.exception[0].message == (
        "All numerical arguments must be of the same type.\n`value` has float type.\n"
        "`min_value` has int type.\n`max_value` has int type."
    )
    assert not app.number_input


def test_mixed_numbers_fixed(run):
    """With `1.0` and `10.0` as limits `st.number_input` takes 2.5."""
    app = run("widget_values/mixed_numbers_fixed.py")

    assert not app.exception
    assert (app.number_input[0].min, app.number_input[0].max) == (1, 10)
    assert app.text[0].value == "price: 2.5"


@pytest.mark.since("1.39")
def test_too_many_selected(run):
    """`st.multiselect` raises `StreamlitSelectionCountExceedsMaxError` for more values under its key
    than `max_selections`.
    """
    app = run("widget_values/too_many_selected.py")

    assert app.exception[0].proto.type.split(".")[-1] == "StreamlitSelectionCountExceedsMaxError"
    assert app.exception[0].message == (
        "Multiselect has 3 options selected but `max_selections` is set to 2. This happened because you either gave too"
        " many options to `default` or you manipulated the widget's state through `st.session_state`. Note that the"
        " latter can happen before the line indicated in the traceback. Please select at most 2 options."
    )
    assert app.text[0].value == "chosen: ['red', 'blue', 'green']"
    assert not app.multiselect


def test_none_in_field(run):
    """`None` under the key of `st.text_input`, `st.number_input`, `st.selectbox` or `st.date_input` empties the field,
    whatever its default.
    """
    app = run("widget_values/none_in_field.py")
    assert app.text[0].value == "Ann, 1, S, 2026-05-01"
    assert app.number_input[0].max == 9
    app.button[0].click().run()

    assert not app.exception
    assert app.text[0].value == "None, None, None, None"


def test_none_in_checkbox(run):
    """`None` under the key of `st.checkbox` raises a bare `TypeError`."""
    app = run("widget_values/none_in_checkbox.py")

    assert app.exception[0].proto.type == "TypeError"
    assert app.exception[0].message in (
        "'NoneType' object cannot be interpreted as an integer",
        # The words of protobuf without its compiled part, as in the page:
        """Cannot set Checkbox.value to None: None has type <class 'NoneType'>, but expected one of: \
(<class 'bool'>, <class 'int'>)""",
    )
    assert not app.checkbox


def test_long_text(run):
    """A text under its key that is longer than `max_chars` is neither cut nor refused by `st.text_input`."""
    app = run("widget_values/long_text.py")

    assert not app.exception
    assert app.text_input[0].value == "abcdef"
    assert app.text[0].value == "code: abcdef"


def test_float_as_count(run):
    """A `float` under the key of an `st.number_input` with a whole step stays one."""
    app = run("widget_values/float_as_count.py")

    assert not app.exception
    assert app.number_input[0].step == 1
    assert app.text[0].value == "count: 1.5"


@pytest.mark.since("1.54")
def test_date_out_of_range(run):
    """`st.date_input` replaces a date under its key that is after `max_value` by its default, without an error."""
    app = run("widget_values/date_out_of_range.py")

    assert not app.exception
    assert app.date_input[0].value == date(2026, 5, 1)
    assert [text.value for text in app.text] == ["above: 2026-06-30", "below: 2026-05-01"]
