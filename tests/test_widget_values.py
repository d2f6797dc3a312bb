from datetime import date

import pytest


def test_nothing_chosen(run):
    """Until the user selects something, the key of `st.selectbox(..., index=None)` holds `None`, and the key of
    `st.multiselect` without `default` holds an empty list.
    """
    app = run("widget_values/value_types.py")
    assert [text.value for text in app.text[:2]] == ["size: None", "colors: []"]

    app.selectbox[0].set_value("S").run()
    app.multiselect[0].set_value(["red", "blue"]).run()
    assert [text.value for text in app.text[:2]] == ["size: 'S'", "colors: ['red', 'blue']"]

    app.selectbox[0].set_value("M").run()

    assert app.text[0].value == "size: 'M'"


def test_number_types(run):
    """With only a label and a key, `st.number_input` returns a `float`; with `step=1`, it returns an `int`."""
    app = run("widget_values/value_types.py")
    assert app.number_input[0].step == 1
    assert [text.value for text in app.text[2:]] == ["count: 0", "price: 0.0"]

    app.number_input[0].set_value(3).run()
    app.number_input[1].set_value(4).run()

    assert [text.value for text in app.text[2:]] == ["count: 3", "price: 4.0"]


def test_date_types(run):
    """`st.date_input` returns a `datetime.date` if its default is a date, and a tuple of dates if its default is a
    tuple.
    """
    app = run("widget_values/date_types.py")

    assert [text.value for text in app.text] == [
        "day: datetime.date(2026, 5, 1)",
        "days: (datetime.date(2026, 5, 1), datetime.date(2026, 5, 8))",
    ]


@pytest.mark.since("1.53")
def test_unknown_option(run):
    """Unless it accepts new options, `st.selectbox` replaces a value under its key with its default, without an
    error, if no option has the same text.
    """
    app = run("widget_values/unknown_option.py")

    assert not app.exception
    assert app.selectbox[0].value == "S"
    assert [text.value for text in app.text] == ["above: XL", "below: S"]


@pytest.mark.since("1.45")
@pytest.mark.until("1.52")
def test_unknown_option_stayed(run):
    """From 1.45 to 1.52, `st.selectbox` kept a value under its key that wasn't an option."""
    app = run("widget_values/unknown_option.py")

    assert not app.exception
    assert [text.value for text in app.text] == ["above: XL", "below: XL"]


@pytest.mark.until("1.44")
def test_unknown_option_raised(run):
    """In 1.44 and earlier, `st.selectbox` raised `ValueError` for a value under its key that wasn't an option."""
    app = run("widget_values/unknown_option.py")

    assert app.exception[0].proto.type == "ValueError"
    assert app.exception[0].message == "XL is not in iterable"
    assert not app.selectbox


@pytest.mark.since("1.54")
def test_unknown_option_of_radio(run):
    """`st.radio` replaces a value under its key with its default, without an error, if no option has the same text."""
    app = run("widget_values/unknown_option_of_radio.py")

    assert not app.exception
    assert app.radio[0].options == ["S", "M"]
    assert app.radio[0].value == "S"
    assert [text.value for text in app.text] == ["above: L", "below: S"]


@pytest.mark.until("1.53")
def test_unknown_option_of_radio_raised(run):
    """In 1.53 and earlier, `st.radio` raised `ValueError` for a value under its key that wasn't an option."""
    app = run("widget_values/unknown_option_of_radio.py")

    assert app.exception[0].proto.type == "ValueError"
    assert app.exception[0].message == "L is not in iterable"
    assert not app.radio


@pytest.mark.since("1.53")
def test_unknown_option_of_multiselect(run):
    """Unless it accepts new options, `st.multiselect` drops the values under its key that aren't options and
    keeps the others.
    """
    app = run("widget_values/unknown_options.py")

    assert not app.exception
    assert app.multiselect[0].value == ["red", "blue"]
    assert [text.value for text in app.text] == ["above: ['red', 'blue', 'green']", "below: ['red', 'blue']"]


@pytest.mark.since("1.45")
@pytest.mark.until("1.52")
def test_unknown_option_of_multiselect_stayed(run):
    """From 1.45 to 1.52, `st.multiselect` kept values under its key that weren't options."""
    app = run("widget_values/unknown_options.py")

    assert not app.exception
    assert [text.value for text in app.text] == ["above: ['red', 'blue', 'green']", "below: ['red', 'blue', 'green']"]


@pytest.mark.until("1.44")
def test_unknown_option_of_multiselect_raised(run):
    """In 1.44 and earlier, `st.multiselect` raised `StreamlitAPIException` for a value under its key that
    wasn't an option.
    """
    app = run("widget_values/unknown_options.py")

    assert app.exception[0].proto.type.split(".")[-1] == "StreamlitAPIException"
    assert "default value" in app.exception[0].message
    assert not app.multiselect


@pytest.mark.since("1.53")
def test_number_out_of_range(run):
    """`st.number_input` replaces a value under its key that is above `max_value` with its default, without an error."""
    app = run("widget_values/number_out_of_range.py")

    assert not app.exception
    assert (app.number_input[0].value, app.number_input[0].max) == (1, 100)
    assert [text.value for text in app.text] == ["above: 500", "below: 1"]


@pytest.mark.since("1.44")
@pytest.mark.until("1.52")
def test_number_out_of_range_raised(run):
    """From 1.44 to 1.52, `st.number_input` raised `StreamlitValueAboveMaxError` if the value under its key was
    above `max_value`.
    """
    app = run("widget_values/number_out_of_range.py")

    assert app.exception[0].proto.type == "streamlit.errors.StreamlitValueAboveMaxError"
    assert app.exception[0].message == "The `value` 500 is greater than the `max_value` 100.0."
    assert not app.number_input


@pytest.mark.until("1.43")
def test_number_out_of_range_accepted(run):
    """In 1.43 and earlier, `st.number_input` accepted a value under its key that was above `max_value`."""
    app = run("widget_values/number_out_of_range.py")

    assert not app.exception
    assert (app.number_input[0].value, app.number_input[0].max) == (500, 100)
    assert [text.value for text in app.text] == ["above: 500", "below: 500"]


@pytest.mark.since("1.44")
def test_slider_out_of_range(run):
    """`st.slider` raises `StreamlitValueAboveMaxError` if the value under its key is above `max_value`."""
    app = run("widget_values/slider_out_of_range.py")

    assert app.exception[0].proto.type == "streamlit.errors.StreamlitValueAboveMaxError"
    assert app.exception[0].message == "The `value` 20 is greater than the `max_value` 10."
    assert not app.slider


@pytest.mark.until("1.43")
def test_slider_out_of_range_accepted(run):
    """In 1.43 and earlier, `st.slider` accepted a value under its key that was above `max_value`."""
    app = run("widget_values/slider_out_of_range.py")

    assert not app.exception
    assert (app.slider[0].value, app.slider[0].max) == (20, 10)


def test_wrong_type(run):
    """A number under the key of `st.text_input` raises a `TypeError` without the name of the key."""
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
    """Users can't type more than `max_chars` characters into `st.text_input`: further keys have no effect."""
    app = run("widget_values/max_chars.py")
    app.text_input[0].type_keys("abcd").run()

    assert app.text_input[0].value == "abc"
    assert app.text[0].value == "Code: abc"


@pytest.mark.engines("server", "live", reason="AppTest sends it")
def test_number_typed_above_the_maximum(run):
    """If a user types a number above `max_value` into `st.number_input`, the number stays in the field but
    isn't sent: the script keeps the previous value.
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
    """With `accept_new_options=True`, the text that a user types into `st.selectbox` becomes its value when
    they press Enter.
    """
    app = run("widget_values/new_option.py")
    assert app.text[0].value == "Size: S"
    app.selectbox[0].type_keys("XL")
    app.selectbox[0].press("Enter").run()

    assert app.selectbox[0].value == "XL"
    assert app.text[0].value == "Size: XL"


def test_half_a_range(run):
    """After the user has picked the first day of a new range, `st.date_input` returns a tuple with only that
    day, and `first, last = ...` raises `ValueError`.
    """
    app = run("widget_values/half_range.py")
    assert app.text[0].value == "nights: 7"
    app.date_input[0].set_value((date(2026, 5, 4),)).run()

    assert app.exception[0].proto.type == "ValueError"
    assert app.exception[0].message == "not enough values to unpack (expected 2, got 1)"
    assert not app.text


def test_half_a_range_fixed(run):
    """If the script stops while the tuple has fewer than two days, it continues when the user has picked the
    second day.
    """
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
    """`st.number_input` raises `StreamlitMixedNumericTypesError` if its default is a `float` and its limits are
    `int`.
    """
    app = run("widget_values/mixed_numbers.py")

    assert app.exception[0].proto.type.split(".")[-1] == "StreamlitMixedNumericTypesError"
    assert app.exception[0].message == (
        "All numerical arguments must be of the same type.\n`value` has float type.\n"
        "`min_value` has int type.\n`max_value` has int type."
    )
    assert not app.number_input


def test_mixed_numbers_fixed(run):
    """`st.number_input` accepts a default of 2.5 if its limits are `1.0` and `10.0`."""
    app = run("widget_values/mixed_numbers_fixed.py")

    assert not app.exception
    assert (app.number_input[0].min, app.number_input[0].max) == (1, 10)
    assert app.text[0].value == "price: 2.5"


@pytest.mark.since("1.39")
def test_too_many_selected(run):
    """`st.multiselect` raises `StreamlitSelectionCountExceedsMaxError` if the list under its key is longer than
    `max_selections`.
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
    """If you assign `None` to the key of `st.text_input`, `st.number_input`, `st.selectbox`, or
    `st.date_input`, the field becomes empty, whatever its default.
    """
    app = run("widget_values/none_in_field.py")
    assert app.text[0].value == "Ann, 1, S, 2026-05-01"
    assert app.number_input[0].max == 9
    app.button[0].click().run()

    assert not app.exception
    assert app.text[0].value == "None, None, None, None"


def test_none_in_checkbox(run):
    """`None` under the key of `st.checkbox` raises a `TypeError` without the name of the key."""
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
    """`st.text_input` returns a text under its key that is longer than `max_chars` in full in the run that
    assigns it.
    """
    app = run("widget_values/long_text.py")

    assert not app.exception
    assert app.text_input[0].value == "abcdef"
    assert app.text[0].value == "code: abcdef"


def test_float_as_count(run):
    """`st.number_input` with `step=1` returns a `float` under its key unchanged in the run that assigns it."""
    app = run("widget_values/float_as_count.py")

    assert not app.exception
    assert app.number_input[0].step == 1
    assert app.text[0].value == "count: 1.5"


@pytest.mark.since("1.54")
def test_date_out_of_range(run):
    """`st.date_input` replaces a date under its key that is after `max_value` with its default, without an error."""
    app = run("widget_values/date_out_of_range.py")

    assert not app.exception
    assert app.date_input[0].value == date(2026, 5, 1)
    assert [text.value for text in app.text] == ["above: 2026-06-30", "below: 2026-05-01"]


def types(app, *commands):
    shown = dict(text.value.split(": ") for text in app.text)
    return {shown[command] for command in commands}


@pytest.mark.since("1.52")
def test_text_types(run):
    """By default, `st.text_input`, `st.text_area`, and `st.color_picker` return a `str`."""
    app = run("widget_values/types_of_all.py")

    assert types(app, "text_input", "text_area", "color_picker") == {"str"}


@pytest.mark.since("1.52")
def test_slider_type(run):
    """`st.slider` with only a label returns an `int`."""
    app = run("widget_values/types_of_all.py")

    assert types(app, "slider") == {"int"}


@pytest.mark.since("1.52")
def test_bool_types(run):
    """`st.checkbox`, `st.toggle`, and `st.button` return a `bool`."""
    app = run("widget_values/types_of_all.py")

    assert types(app, "checkbox", "toggle", "button") == {"bool"}


@pytest.mark.since("1.52")
def test_date_and_time_types(run):
    """By default, `st.date_input` returns a `datetime.date`, `st.time_input` a `datetime.time`, and
    `st.datetime_input` a `datetime.datetime`.
    """
    app = run("widget_values/types_of_all.py")

    assert types(app, "date_input") == {"date"}
    assert types(app, "time_input") == {"time"}
    assert types(app, "datetime_input") == {"datetime"}


@pytest.mark.since("1.52")
def test_choice_types(run):
    """By default, `st.selectbox`, `st.radio`, and `st.select_slider` return one of their options, and
    `st.multiselect` returns a list.
    """
    app = run("widget_values/types_of_all.py")

    assert types(app, "selectbox", "radio", "select_slider") == {"str"}
    assert types(app, "multiselect") == {"list"}
    assert app.select_slider[0].value == "S"


@pytest.mark.apptest_since("1.55", reason="an older AppTest has no feedback")
def test_no_value_yet(run):
    """By default, `st.pills`, `st.segmented_control`, `st.feedback`, `st.file_uploader`, and `st.chat_input`
    return `None` until the user enters something.
    """
    app = run("widget_values/types_of_all.py")
    assert types(app, "pills", "segmented_control", "feedback", "file_uploader", "chat_input") == {"NoneType"}

    app.feedback[0].set_value(1).run()

    assert types(app, "feedback") == {"int"}


@pytest.mark.apptest_since("1.65", reason="an older AppTest cannot clear a selection")
def test_second_click_on_an_option(run):
    """By default, when the user clicks the selected option of `st.segmented_control` or `st.pills` again, the widget
    returns `None`.
    """
    app = run("widget_values/second_click.py")
    assert [text.value for text in app.text] == ["view: Table", "tag: new"]
    for widget in range(2):
        app.button_group[widget].set_value(None).run()

    assert [text.value for text in app.text] == ["view: None", "tag: None"]


@pytest.mark.engines("server", reason="AppTest clears the selection")
def test_second_click_on_a_required_option(run):
    """With `required=True` and a default, `st.segmented_control` and `st.pills` keep the selected option when the user
    clicks it again.
    """
    app = run("widget_values/second_click_fixed.py")
    for label in ["Table", "new"]:
        app.page.get_by_text(label, exact=True).click()
    app.button[0].click().run()

    assert [text.value for text in app.text] == ["view: Table", "tag: new"]


@pytest.mark.since("1.55")
def test_unknown_option_of_more_widgets(run):
    """By default, `st.select_slider`, `st.pills`, and `st.segmented_control` also replace a value under their key
    with their default if no option has the same text.
    """
    app = run("widget_values/unknown_option_of_all.py")

    assert not app.exception
    assert [text.value for text in app.text] == [
        "selectbox: S",
        "radio: S",
        "select_slider: S",
        "pills: M",
        "segmented_control: M",
    ]


@pytest.mark.since("1.55")
def test_long_text_is_cut(run):
    """One rerun after a text that is longer than `max_chars` was assigned to its key, `st.text_input` returns only the
    first `max_chars` characters.
    """
    app = run("widget_values/long_text.py")
    assert app.text[0].value == "code: abcdef"

    app.run()

    assert app.text[0].value == "code: abc"


def test_float_becomes_whole(run):
    """One rerun after a `float` was assigned to its key, `st.number_input` with `step=1` returns a whole number."""
    app = run("widget_values/float_as_count.py")
    assert app.text[0].value == "count: 1.5"

    app.run()

    assert app.text[0].value == "count: 1"


def in_all(app):
    """Return what each command makes of `None` under its key, or the name of the error."""
    return dict(text.value.split(": ") for text in app.text)


@pytest.mark.since("1.54")
def test_none_is_accepted(run):
    """By default, if you assign `None` to the key of `st.text_area`, `st.time_input`, `st.datetime_input`,
    `st.radio`, `st.pills`, `st.segmented_control`, or `st.feedback`, the widget returns `None`, too.
    """
    app = run("widget_values/none_in_all.py")
    values = in_all(app)

    names = ["text_area", "time_input", "datetime_input", "radio", "pills", "segmented_control", "feedback"]
    names += ["text_input", "number_input", "selectbox", "date_input"]
    assert {values[name] for name in names} == {"None"}


@pytest.mark.since("1.54")
def test_none_of_a_select_slider(run):
    """`st.select_slider` returns a `None` under its key for one run, and its first option in the next run."""
    app = run("widget_values/none_select_slider.py")
    assert app.text[0].value == "size: S"
    app.button[1].click().run()
    assert app.text[0].value == "size: None"

    app.button[0].click().run()

    assert app.text[0].value == "size: S"


@pytest.mark.since("1.54")
def test_none_raises(run):
    """`None` under the key of `st.checkbox`, `st.toggle`, `st.slider`, `st.color_picker`, or `st.multiselect` raises
    a `TypeError`.
    """
    app = run("widget_values/none_in_all.py")
    values = in_all(app)

    names = ["checkbox", "toggle", "slider", "color_picker", "multiselect"]
    assert {values[name] for name in names} == {"TypeError"}


@pytest.mark.since("1.45")
def test_same_text_of_another_type(run):
    """If the value under the key of `st.selectbox` isn't an option but has the same text as an option, the
    widget returns the value unchanged in the run that assigns it, and the option in the next run.
    """
    app = run("widget_values/same_text.py")
    assert app.text[0].value == "size: '38'"

    app.run()

    assert app.text[0].value == "size: 38"
