import pytest

BELOW = (
    "`st.session_state['city']` cannot be modified after the widget with that key is instantiated. "
    "Assign `st.session_state['city']` before creating the widget, or update it from an `on_change` or "
    "`on_click` callback, which runs before the widget is instantiated. If this is a read-only session state "
    "key (buttons, file and media inputs, `st.data_editor`, forms, chart or `ButtonColumn` selections), store "
    "the value under a different session state key."
)
SHORTER_BELOW = "`st.session_state.city` cannot be modified after the widget with key `city` is instantiated."


def test_key_holds_what_the_widget_returns(run):
    """`st.session_state[key]` holds what the widget with that key returns."""
    app = run("widgets/both_ways.py")
    assert [text.value for text in app.text[1:]] == ["returned: Ann", "below: Ann"]

    app.text_input[0].set_value("Bob").run()

    assert [text.value for text in app.text[1:]] == ["returned: Bob", "below: Bob"]


def test_new_value_is_there_above_the_widget(run):
    """After a user changes a widget, its new value is under the key from the first line of the rerun,
    above the widget call.
    """
    app = run("widgets/both_ways.py")
    app.text_input[0].set_value("Bob").run()

    assert app.text[0].value == "above: Bob"


def test_first_run_has_no_key_above_the_widget(run):
    """In the first run a widget's key is missing above the widget call: the call creates it."""
    app = run("widgets/both_ways.py")

    assert app.text[0].value == "above: None"
    assert app.text[2].value == "below: Ann"


def test_assign_above_the_widget(run):
    """A value assigned to a widget's key above the widget call becomes the widget's value,
    in place of what the user typed.
    """
    app = run("widgets/set_above.py")
    app.text_input[0].set_value("Bern").run()
    assert app.text[0].value == "city: Bern"

    app.button[0].click().run()

    assert app.text_input[0].value == "Rome"
    assert app.text[0].value == "city: Rome"


@pytest.mark.since("1.63")
def test_assign_below_the_widget_raises(run):
    """Assigning to a widget's key below the widget call raises `StreamlitWidgetAlreadyInstantiatedError`."""
    app = run("widgets/set_below.py")
    app.text_input[0].set_value("Bern").run()
    assert app.text[0].value == "city: Bern"

    app.button[0].click().run()

    assert app.exception[0].proto.type == "streamlit.errors.StreamlitWidgetAlreadyInstantiatedError"
    assert app.exception[0].message in (BELOW, SHORTER_BELOW)
    assert app.text_input[0].value == "Bern"
    assert not app.text


@pytest.mark.until("1.62")
def test_assign_below_the_widget_raised(run):
    """Up to 1.62 assigning to a widget's key below the widget call raises `StreamlitAPIException`."""
    app = run("widgets/set_below.py")
    app.text_input[0].set_value("Bern").run()
    assert app.text[0].value == "city: Bern"

    app.button[0].click().run()

    assert app.exception[0].proto.type.split(".")[-1] == "StreamlitAPIException"
    assert app.exception[0].message == SHORTER_BELOW
    assert app.text_input[0].value == "Bern"
    assert not app.text


@pytest.mark.since("1.65")
def test_message_for_an_assignment_below(run):
    """The error for an assignment below the widget call names the remedies."""
    app = run("widgets/set_below.py")
    app.button[0].click().run()

    assert app.exception[0].message == BELOW


@pytest.mark.until("1.64")
def test_shorter_message_for_an_assignment_below(run):
    """Up to 1.64 the error for an assignment below the widget call has a shorter message."""
    app = run("widgets/set_below.py")
    app.button[0].click().run()

    assert app.exception[0].message == SHORTER_BELOW


def test_assign_in_a_callback(run):
    """A callback may assign to a widget's key even when its button stands below the widget."""
    app = run("widgets/set_below_fixed.py")
    app.text_input[0].set_value("Bern").run()
    assert app.text[0].value == "city: Bern"

    app.button[0].click().run()

    assert app.text_input[0].value == "Rome"
    assert app.text[0].value == "city: Rome"


def test_assigning_the_same_value_below_raises(run):
    """Assigning below the widget call raises even when the widget has that value already,
    and `except StreamlitAPIException` catches it.
    """
    app = run("widgets/set_below_caught.py")

    assert not app.exception
    assert app.text[0].value == "caught"


def test_assignment_in_every_run_undoes_the_user(run):
    """An assignment that runs above the widget in every run undoes each change the user makes."""
    app = run("widgets/set_always.py")
    app.text_input[0].set_value("Bern").run()

    assert app.text_input[0].value == "Rome"
    assert app.text[0].value == "city: Rome"


def test_widget_that_is_not_drawn_loses_its_key(run):
    """By default a widget's key is still in `st.session_state` during the first complete run that does not draw
    the widget, and missing in the next.
    """
    app = run("widgets/hidden_widget.py")
    app.text_input[0].set_value("Bob").run()
    app.checkbox[0].uncheck().run()
    assert app.text[0].value == "name: Bob"

    app.button[0].click().run()

    assert app.text[0].value == "name: None"


def test_widget_drawn_again_starts_over(run):
    """By default a widget that comes back after a run without it has lost what the user typed and starts anew."""
    app = run("widgets/hidden_widget.py")
    app.text_input[0].set_value("Bob").run()
    assert app.text[0].value == "name: Bob"
    app.checkbox[0].uncheck().run()
    app.checkbox[0].check().run()

    assert app.text_input[0].value == "Ann"
    assert app.text[0].value == "name: Ann"


def test_no_key_no_entry(run):
    """A widget without a key leaves no entry in `st.session_state`, unless it is a form's submit button."""
    app = run("widgets/without_key.py")

    assert [widget.value for widget in app.text_input] == ["Ann", "Rome"]
    assert [text.value for text in app.text if not text.value.startswith("FormSubmitter")] == ["city: Rome"]


def test_submit_button_without_key(run):
    """Without a key, `st.form_submit_button` has the entry `FormSubmitter:<form>-<label>` in `st.session_state`."""
    app = run("widgets/without_key.py")
    assert app.text[0].value == "FormSubmitter:order-Send: False"

    app.button[0].click().run()

    assert app.text[0].value == "FormSubmitter:order-Send: True"


@pytest.mark.since("1.39")
def test_container_key_leaves_no_entry(run):
    """The key of `st.container` leaves no entry in `st.session_state`."""
    app = run("widgets/container_key.py")

    assert app.text[0].value == "keys: []"


@pytest.mark.since("1.39")
def test_container_and_widget_share_keys(run):
    """Containers and widgets share their keys: a widget with the key of a container raises
    `StreamlitDuplicateElementKey`.
    """
    app = run("widgets/container_key.py")

    assert app.exception[0].proto.type.split(".")[-1] == "StreamlitDuplicateElementKey"
    assert app.exception[0].message == (
        "There are multiple elements with the same `key='place'`. "
        "To fix this, please make sure that the `key` argument is unique for each element you create."
    )
    assert not app.text_input


@pytest.mark.since("1.55")
def test_keys_of_expander_and_tabs(run):
    """With `on_change="rerun"` the key of `st.expander` holds whether it is open, that of `st.tabs` the label
    of the open tab.
    """
    app = run("widgets/expander_and_tabs.py")

    assert app.expander[0].label == "Details"
    assert [tab.label for tab in app.tabs] == ["Map", "List"]
    assert [text.value for text in app.text] == ["details: False", "view: Map"]


@pytest.mark.engines("server", "live", reason="AppTest opens neither")
def test_open_expander_and_tab(run):
    """With `on_change="rerun"` opening an expander or a tab starts a rerun, which has it under the key."""
    app = run("widgets/expander_and_tabs.py")
    app.expander[0].click().run()
    assert [text.value for text in app.text] == ["details: True", "view: Map"]

    app.tabs[1].click().run()
    assert [text.value for text in app.text] == ["details: True", "view: List"]

    app.expander[0].click().run()
    assert [text.value for text in app.text] == ["details: False", "view: List"]


def test_nothing_chosen(run):
    """While nothing is chosen, `st.selectbox(..., index=None)` has `None` under its key and `st.multiselect`
    an empty list.
    """
    app = run("widgets/value_types.py")
    assert [text.value for text in app.text[:2]] == ["size: None", "colours: []"]

    app.selectbox[0].set_value("S").run()
    app.multiselect[0].set_value(["red", "blue"]).run()
    assert [text.value for text in app.text[:2]] == ["size: 'S'", "colours: ['red', 'blue']"]

    app.selectbox[0].set_value("M").run()

    assert app.text[0].value == "size: 'M'"


def test_number_types(run):
    """`st.number_input` with a label and a key alone gives a `float`, with `step=1` an `int`."""
    app = run("widgets/value_types.py")
    assert app.number_input[0].step == 1
    assert [text.value for text in app.text[2:]] == ["count: 0", "price: 0.0"]

    app.number_input[0].set_value(3).run()
    app.number_input[1].set_value(4).run()

    assert [text.value for text in app.text[2:]] == ["count: 3", "price: 4.0"]


def test_date_types(run):
    """`st.date_input` gives a `datetime.date`, or a tuple of dates when its default is a tuple."""
    app = run("widgets/date_types.py")

    assert [text.value for text in app.text] == [
        "day: datetime.date(2026, 5, 1)",
        "days: (datetime.date(2026, 5, 1), datetime.date(2026, 5, 8))",
    ]


@pytest.mark.since("1.63")
def test_empty_key(run):
    """The empty string is no key: the widget call raises `StreamlitValueError`."""
    app = run("widgets/empty_key.py")

    assert app.exception[0].proto.type == "streamlit.errors.StreamlitValueError"
    assert app.exception[0].message == "Invalid `key` value. Supported values: a non-empty string."
    assert not app.text_input


@pytest.mark.since("1.55")
@pytest.mark.until("1.62")
def test_empty_key_raised(run):
    """From 1.55 to 1.62 a widget call with the empty string as key raises `StreamlitAPIException`."""
    app = run("widgets/empty_key.py")

    assert app.exception[0].proto.type == "streamlit.errors.StreamlitAPIException"
    assert app.exception[0].message == "The `key` argument must be non-empty."
    assert not app.text_input


@pytest.mark.until("1.54")
def test_empty_key_accepted(run):
    """Up to 1.54 a widget takes the empty string as its key."""
    app = run("widgets/empty_key.py")

    assert not app.exception
    assert app.text_input("").label == "Name"


def test_disabling_keeps_the_value(run):
    """Disabling a widget with a key keeps its value and its entry."""
    app = run("widgets/disabled.py")
    app.text_input[0].set_value("Bern").run()
    assert not app.text_input[0].disabled

    app.checkbox[0].check().run()

    assert app.text_input[0].disabled
    assert app.text_input[0].value == "Bern"
    assert app.text[0].value == "city: Bern"


def test_disabled_widget_can_be_set(run):
    """A disabled widget takes a value that the script assigns to its key above the call."""
    app = run("widgets/disabled.py")
    app.checkbox[0].check().run()
    app.button[0].click().run()

    assert app.text_input[0].disabled
    assert app.text_input[0].value == "Rome"
    assert app.text[0].value == "city: Rome"


def test_delete_below_the_widget(run):
    """Deleting a widget's key below the widget call raises nothing and removes the entry for the rest of the run."""
    app = run("widgets/delete_below.py")

    assert not app.exception
    assert [text.value for text in app.text] == ["keys: ['city']", "keys: []"]
    assert app.text_input[0].label == "City"


@pytest.mark.engines("server", "live", reason="AppTest ends in `KeyError`")
def test_value_is_back_after_delete_below(run):
    """In the run after a widget's key was deleted below the widget, the key is missing above the widget
    and has, from the widget call on, what its input shows.
    """
    app = run("widgets/forget_below.py")
    app.text_input("name").set_value("Ada").run()
    assert [text.value for text in app.text] == ["above: Ada", "below: Ada"]

    app.button[0].click().run()
    assert [text.value for text in app.text] == ["above: Ada", "below: None"]

    app.run()
    assert [text.value for text in app.text] == ["above: None", "below: Ada"]
    assert app.text_input("name").value == "Ada"


@pytest.mark.engines("server", "live", reason="AppTest goes on with the default")
def test_delete_in_a_callback(run):
    """After a callback has deleted a widget's key, the script gets the widget's default for one run; the input
    shows what the user typed all along, and the next run has it again.
    """
    app = run("widgets/forget.py")
    assert [text.value for text in app.text] == ["Hello nobody"]
    app.text_input("name").set_value("Ada").run()
    app.button[0].click().run()
    assert [text.value for text in app.text] == ["Hello nobody"]
    assert app.text_input("name").value == "Ada"

    app.run()
    assert [text.value for text in app.text] == ["Hello Ada"]
    assert app.text_input("name").value == "Ada"


@pytest.mark.engines("server", "live", reason="AppTest ends in `KeyError`")
def test_clear_below_a_widget(run):
    """After `st.session_state.clear()` below a widget your own keys are gone for good; the widget's key
    is back in the next run, with what its input shows.
    """
    app = run("widgets/clear_all.py")
    assert [text.value for text in app.text] == ["name: nobody", "plan: none"]
    app.text_input("name").set_value("Ada").run()
    app.button[0].click().run()
    assert [text.value for text in app.text] == ["name: Ada", "plan: full"]

    app.button[1].click().run()
    assert [text.value for text in app.text] == ["name: None", "plan: None"]

    app.run()
    assert [text.value for text in app.text] == ["name: Ada", "plan: none"]
    assert app.text_input("name").value == "Ada"


@pytest.mark.since("1.63")
def test_ignored_change(run):
    """With `on_change="ignore"` a change starts no rerun: the new value comes under the key with the next run
    that something else starts.
    """
    app = run("widgets/ignored_change.py")
    assert [text.value for text in app.text] == ["Run 1: hello nobody"]

    app.text_input("name").set_value("Ada")
    app.button[0].click().run()
    assert [text.value for text in app.text] == ["Run 2: hello Ada"]


@pytest.mark.since("1.53")
def test_unknown_option(run):
    """Unless new options are accepted, `st.selectbox` replaces a value under its key that is no option
    by its default, without an error.
    """
    app = run("widgets/unknown_option.py")

    assert not app.exception
    assert app.selectbox[0].value == "S"
    assert [text.value for text in app.text] == ["above: XL", "below: S"]


@pytest.mark.since("1.45")
@pytest.mark.until("1.52")
def test_unknown_option_stayed(run):
    """From 1.45 to 1.52 `st.selectbox` leaves a value under its key that is no option."""
    app = run("widgets/unknown_option.py")

    assert not app.exception
    assert [text.value for text in app.text] == ["above: XL", "below: XL"]


@pytest.mark.until("1.44")
def test_unknown_option_raised(run):
    """Up to 1.44 `st.selectbox` raises `ValueError` for a value under its key that is no option."""
    app = run("widgets/unknown_option.py")

    assert app.exception[0].proto.type == "ValueError"
    assert app.exception[0].message == "XL is not in iterable"
    assert not app.selectbox


@pytest.mark.since("1.54")
def test_unknown_option_of_radio(run):
    """`st.radio` replaces a value under its key that is no option by its default, without an error."""
    app = run("widgets/unknown_option_of_radio.py")

    assert not app.exception
    assert app.radio[0].options == ["S", "M"]
    assert app.radio[0].value == "S"
    assert [text.value for text in app.text] == ["above: L", "below: S"]


@pytest.mark.until("1.53")
def test_unknown_option_of_radio_raised(run):
    """Up to 1.53 `st.radio` raises `ValueError` for a value under its key that is no option."""
    app = run("widgets/unknown_option_of_radio.py")

    assert app.exception[0].proto.type == "ValueError"
    assert app.exception[0].message == "L is not in iterable"
    assert not app.radio


@pytest.mark.since("1.53")
def test_unknown_option_of_multiselect(run):
    """Unless new options are accepted, `st.multiselect` drops the values under its key that are no options
    and keeps the rest.
    """
    app = run("widgets/unknown_options.py")

    assert not app.exception
    assert app.multiselect[0].value == ["red", "blue"]
    assert [text.value for text in app.text] == ["above: ['red', 'blue', 'green']", "below: ['red', 'blue']"]


@pytest.mark.since("1.45")
@pytest.mark.until("1.52")
def test_unknown_option_of_multiselect_stayed(run):
    """From 1.45 to 1.52 `st.multiselect` leaves values under its key that are no options."""
    app = run("widgets/unknown_options.py")

    assert not app.exception
    assert [text.value for text in app.text] == ["above: ['red', 'blue', 'green']", "below: ['red', 'blue', 'green']"]


@pytest.mark.until("1.44")
def test_unknown_option_of_multiselect_raised(run):
    """Up to 1.44 `st.multiselect` raises `StreamlitAPIException` for a value under its key that is no option."""
    app = run("widgets/unknown_options.py")

    assert app.exception[0].proto.type.split(".")[-1] == "StreamlitAPIException"
    assert "default value" in app.exception[0].message
    assert not app.multiselect


@pytest.mark.since("1.53")
def test_number_out_of_range(run):
    """`st.number_input` replaces a value under its key that is above `max_value` by its default,
    without an error.
    """
    app = run("widgets/number_out_of_range.py")

    assert not app.exception
    assert (app.number_input[0].value, app.number_input[0].max) == (1, 100)
    assert [text.value for text in app.text] == ["above: 500", "below: 1"]


@pytest.mark.since("1.44")
@pytest.mark.until("1.52")
def test_number_out_of_range_raised(run):
    """From 1.44 to 1.52 `st.number_input` raises `StreamlitValueAboveMaxError` for a value under its key
    that is above `max_value`.
    """
    app = run("widgets/number_out_of_range.py")

    assert app.exception[0].proto.type == "streamlit.errors.StreamlitValueAboveMaxError"
    assert app.exception[0].message == "The `value` 500 is greater than the `max_value` 100.0."
    assert not app.number_input


@pytest.mark.until("1.43")
def test_number_out_of_range_accepted(run):
    """Up to 1.43 `st.number_input` takes a value under its key that is above `max_value`."""
    app = run("widgets/number_out_of_range.py")

    assert not app.exception
    assert (app.number_input[0].value, app.number_input[0].max) == (500, 100)
    assert [text.value for text in app.text] == ["above: 500", "below: 500"]


@pytest.mark.since("1.44")
def test_slider_out_of_range(run):
    """`st.slider` raises `StreamlitValueAboveMaxError` for a value under its key that is above `max_value`."""
    app = run("widgets/slider_out_of_range.py")

    assert app.exception[0].proto.type == "streamlit.errors.StreamlitValueAboveMaxError"
    assert app.exception[0].message == "The `value` 20 is greater than the `max_value` 10."
    assert not app.slider


@pytest.mark.until("1.43")
def test_slider_out_of_range_accepted(run):
    """Up to 1.43 `st.slider` takes a value under its key that is above `max_value`."""
    app = run("widgets/slider_out_of_range.py")

    assert not app.exception
    assert (app.slider[0].value, app.slider[0].max) == (20, 10)


def test_wrong_type(run):
    """A number under the key of `st.text_input` raises a bare `TypeError`."""
    app = run("widgets/wrong_type.py")

    assert app.exception[0].proto.type == "TypeError"
    assert app.exception[0].message in (
        "bad argument type for built-in operation",
        # The words of protobuf without its compiled part, as in the page:
        """Cannot set TextInput.value to 42: 42 has type <class 'int'>, but expected one of: \
(<class 'bytes'>, <class 'str'>)""",
    )
    assert app.text[0].value == "above: 42"
    assert not app.text_input


@pytest.mark.since("1.59")
@pytest.mark.apptest_since("1.66", reason="an older AppTest drops the entry")
def test_persist_state_keeps_a_hidden_widget(run):
    """`persist_state="page"` and `persist_state="session"` keep the entry of a widget that its page
    does not draw, and the widget comes back with its value.
    """
    app = run("widgets/keep_persist_state.py")
    assert [widget.value for widget in app.text_input] == ["Ann", "Rome"]
    app.text_input[0].set_value("Bob").run()
    app.text_input[1].set_value("Bern").run()
    app.checkbox[0].uncheck().run()
    app.button[0].click().run()
    assert not app.text_input
    assert [text.value for text in app.text] == ["name: Bob", "city: Bern"]

    app.checkbox[0].check().run()

    assert [widget.value for widget in app.text_input] == ["Bob", "Bern"]
    assert [text.value for text in app.text] == ["name: Bob", "city: Bern"]


@pytest.mark.since("1.63")
def test_persist_state_without_key(run):
    """`persist_state` without a key raises `StreamlitMissingRequiredParameterError`."""
    app = run("widgets/persist_state_without_key.py")

    assert app.exception[0].proto.type == "streamlit.errors.StreamlitMissingRequiredParameterError"
    assert app.exception[0].message == (
        "The `key` parameter is required. When using persist_state, the widget must have a unique 'key' parameter "
        "specified so its value can be preserved across reruns and page switches."
    )
    assert not app.text_input


@pytest.mark.since("1.59")
@pytest.mark.until("1.62")
def test_persist_state_without_key_raised(run):
    """From 1.59 to 1.62 `persist_state` without a key raises `StreamlitAPIException`."""
    app = run("widgets/persist_state_without_key.py")

    assert app.exception[0].proto.type == "streamlit.errors.StreamlitAPIException"
    assert app.exception[0].message == (
        "When using persist_state, the widget must have a unique 'key' parameter "
        "specified so its value can be preserved across reruns and page switches."
    )
    assert not app.text_input


def test_copy_to_a_plain_key(run):
    """A value that `on_change` copies to a key without a widget stays while the widget is not drawn
    and can be put back into it.
    """
    app = run("widgets/keep_copy.py")
    assert app.text_input[0].value == "Ann"
    app.text_input[0].set_value("Bob").run()
    app.checkbox[0].uncheck().run()
    app.button[0].click().run()
    assert not app.text_input
    assert app.text[0].value == "name: Bob"

    app.checkbox[0].check().run()

    assert app.text_input[0].value == "Bob"
    assert app.text[0].value == "name: Bob"


def test_resave_in_every_run(run):
    """Assigning a widget's key to itself at the top of every run keeps the value while the widget is not drawn."""
    app = run("widgets/keep_resaved.py")
    assert app.text_input[0].value == "Ann"
    app.text_input[0].set_value("Bob").run()
    app.checkbox[0].uncheck().run()
    app.button[0].click().run()
    app.button[0].click().run()
    assert not app.text_input
    assert app.text[0].value == "name: Bob"

    app.checkbox[0].check().run()

    assert app.text_input[0].value == "Bob"
    assert app.text[0].value == "name: Bob"


def test_value_set_while_hidden_vanishes(run):
    """A value assigned to the key of a widget that was drawn before and is not now lasts for that run
    and the next, then it is gone.
    """
    app = run("widgets/set_while_hidden.py")
    assert app.text[0].value == "name: Ann"
    app.checkbox[0].uncheck().run()
    app.button[0].click().run()
    assert app.text[0].value == "name: Eve"
    app.button[1].click().run()
    assert app.text[0].value == "name: Eve"

    app.button[1].click().run()

    assert app.text[0].value == "name: None"


def test_value_waits_for_a_widget_never_drawn(run):
    """A value assigned to a key that no widget has had yet stays until the widget with that key is drawn,
    which then returns it.
    """
    app = run("widgets/set_before_first_draw.py")
    app.button[0].click().run()
    app.button[1].click().run()
    app.button[1].click().run()
    assert app.text[0].value == "name: Eve"

    app.checkbox[0].check().run()

    assert app.text_input[0].label == "Name"
    assert app.text[0].value == "name: Eve"


def test_value_from_before_the_widget_returns(run):
    """By default a value stored before the run that first draws a widget is back under the key when the widget goes,
    in place of what the user typed.
    """
    app = run("widgets/set_before_first_draw.py")
    app.button[0].click().run()
    app.checkbox[0].check().run()
    app.text_input[0].set_value("Bob").run()
    app.checkbox[0].uncheck().run()
    assert app.text[0].value == "name: Bob"

    app.button[1].click().run()
    assert app.text[0].value == "name: Eve"


@pytest.mark.apptest_since("1.66", reason="an older AppTest drops the entry")
def test_stop_above_a_widget_keeps_the_entry(run):
    """Runs that `st.stop()` ends above a widget do not remove the widget's entry."""
    app = run("widgets/run_ends_early.py")
    assert app.text_input[0].value == "Ann"
    app.text_input[0].set_value("Bob").run()
    app.checkbox[0].check().run()
    app.button[0].click().run()
    app.button[0].click().run()

    assert not app.text_input
    assert app.text[0].value == "name: Bob"


@pytest.mark.apptest_since("1.66", reason="an older AppTest drops the entry")
def test_error_above_a_widget_keeps_the_entry(run):
    """Runs that an exception ends above a widget do not remove the widget's entry."""
    app = run("widgets/run_ends_early.py")
    app.text_input[0].set_value("Bob").run()
    app.checkbox[1].check().run()
    app.button[0].click().run()
    app.button[0].click().run()

    assert app.exception[0].proto.type == "ValueError"
    assert not app.text_input
    assert app.text[0].value == "name: Bob"


def type_and_come_back(app, checkbox):
    app.text_input("name").set_value("Ada").run()
    app.checkbox[checkbox].check().run()
    assert [text.value for text in app.text] == []
    app.checkbox[checkbox].uncheck().run()


@pytest.mark.engines("server", "live", reason="AppTest keeps the value")
def test_widget_back_after_a_stop(run):
    """A widget that comes back after `st.stop()` above it shows its default; it returns what the user had typed
    in that run, and the default from the next one on.
    """
    app = run("widgets/back_after_a_stop.py")
    type_and_come_back(app, 0)
    assert app.text_input("name").value == "nobody"
    assert [text.value for text in app.text] == ["Hello Ada"]

    app.run()
    assert app.text_input("name").value == "nobody"
    assert [text.value for text in app.text] == ["Hello nobody"]


@pytest.mark.engines("server", "live", reason="AppTest keeps the value")
def test_widget_back_after_an_error(run):
    """A widget that comes back after an exception above it has lost what the user typed in the same way."""
    app = run("widgets/back_after_a_stop.py")
    type_and_come_back(app, 1)
    assert app.text_input("name").value == "nobody"
    assert [text.value for text in app.text] == ["Hello Ada"]

    app.run()
    assert app.text_input("name").value == "nobody"
    assert [text.value for text in app.text] == ["Hello nobody"]


@pytest.mark.since("1.64")
def test_rerun_above_a_widget_keeps_its_value(run):
    """`st.rerun()` above a widget leaves the widget's value alone."""
    app = run("widgets/rerun_above.py")
    assert app.text_input[0].value == "Ann"
    app.text_input[0].set_value("Bob").run()
    app.button[0].click().run()

    assert app.text_input[0].value == "Bob"
    assert [text.value for text in app.text] == ["clicked: False", "name: Bob"]


@pytest.mark.until("1.63")
@pytest.mark.apptest_since("1.33", reason="an older AppTest does not come back from `st.rerun`")
def test_rerun_above_a_widget_reset_it(run):
    """Up to 1.63 `st.rerun()` above a widget makes the script go on with the widget's default."""
    app = run("widgets/rerun_above.py")
    app.text_input[0].set_value("Bob").run()
    assert [text.value for text in app.text] == ["clicked: False", "name: Bob"]

    app.button[0].click().run()

    assert [text.value for text in app.text] == ["clicked: False", "name: Ann"]


def test_new_label_without_key(run):
    """A widget without a key whose label changes is a new widget and starts from its default."""
    app = run("widgets/changed_label.py")
    app.text_input[0].set_value("Bob").run()
    assert app.text_input[0].label == "Name"
    assert app.text[0].value == "without key: Bob"

    app.checkbox[0].check().run()

    assert app.text_input[0].label == "Your name, please"
    assert app.text_input[0].value == "Ann"
    assert app.text[0].value == "without key: Ann"


@pytest.mark.since("1.50")
def test_new_label_with_key(run):
    """`st.text_input` with a key keeps its value when its label changes."""
    app = run("widgets/changed_label.py")
    assert app.text[1].value == "with key: Ann"
    app.text_input[1].set_value("Bob").run()
    app.checkbox[0].check().run()

    assert app.text_input[1].value == "Bob"
    assert app.text[1].value == "with key: Bob"


@pytest.mark.until("1.49")
def test_new_label_reset_a_keyed_widget(run):
    """Up to 1.49 `st.text_input` starts from its default when its label changes, even with a key."""
    app = run("widgets/changed_label.py")
    app.text_input[1].set_value("Bob").run()
    assert app.text[1].value == "with key: Bob"

    app.checkbox[0].check().run()

    assert app.text_input[1].value == "Ann"
    assert app.text[1].value == "with key: Ann"


@pytest.mark.since("1.51")
def test_new_label_of_keyed_radio(run):
    """`st.radio` with a key keeps its value when its label changes."""
    app = run("widgets/changed_label_of_radio.py")
    assert app.radio[0].label == "Size"
    assert app.text[0].value == "size: S"
    app.radio[0].set_value("M").run()

    app.checkbox[0].check().run()

    assert app.radio[0].label == "Your size, please"
    assert app.radio[0].value == "M"
    assert app.text[0].value == "size: M"


@pytest.mark.until("1.50")
def test_new_label_reset_a_keyed_radio(run):
    """Up to 1.50 `st.radio` starts from its default when its label changes, even with a key."""
    app = run("widgets/changed_label_of_radio.py")
    app.radio[0].set_value("M").run()
    assert app.text[0].value == "size: M"

    app.checkbox[0].check().run()

    assert app.radio[0].value == "S"
    assert app.text[0].value == "size: S"


def test_new_default_without_key(run):
    """A widget without a key whose default changes is a new widget and starts from the new default."""
    app = run("widgets/changed_default.py")
    app.text_input[0].set_value("Oslo").run()
    assert app.text[0].value == "without key: Oslo"

    app.checkbox[0].check().run()

    assert app.text_input[0].value == "Rome"
    assert app.text[0].value == "without key: Rome"


@pytest.mark.since("1.50")
def test_new_default_with_key(run):
    """`st.text_input` with a key keeps its value when its default changes, even one that no user has touched."""
    app = run("widgets/changed_default.py")
    app.checkbox[0].check().run()
    assert app.text_input[1].value == "Bern"
    assert app.text[1].value == "with key: Bern"

    app.text_input[1].set_value("Oslo").run()
    app.checkbox[0].uncheck().run()

    assert app.text_input[1].value == "Oslo"
    assert app.text[1].value == "with key: Oslo"


@pytest.mark.until("1.49")
def test_new_default_reset_a_keyed_widget(run):
    """Up to 1.49 `st.text_input` starts from the new default when its default changes, even with a key."""
    app = run("widgets/changed_default.py")
    app.text_input[1].set_value("Oslo").run()
    assert app.text[1].value == "with key: Oslo"

    app.checkbox[0].check().run()

    assert app.text_input[1].value == "Rome"
    assert app.text[1].value == "with key: Rome"


@pytest.mark.since("1.53")
def test_option_still_there(run):
    """`st.selectbox` with a key keeps its value when the options change and the chosen one is still among them."""
    app = run("widgets/changed_options.py")
    app.selectbox[0].set_value("L").run()
    app.checkbox[0].check().run()

    assert app.selectbox[0].value == "L"
    assert app.text[1].value == "size: L"


@pytest.mark.until("1.52")
def test_new_options_reset_a_keyed_selectbox(run):
    """Up to 1.52 `st.selectbox` falls back to its default whenever its options change, even with a key."""
    app = run("widgets/changed_options.py")
    app.selectbox[0].set_value("L").run()
    assert app.text[1].value == "size: L"

    app.checkbox[0].check().run()

    assert app.selectbox[0].value == "M"
    assert app.text[1].value == "size: M"


def test_option_gone(run):
    """Unless new options are accepted, `st.selectbox` falls back to its default when the chosen option
    is no longer among the options, without an error.
    """
    app = run("widgets/changed_options.py")
    assert [text.value for text in app.text] == ["sizes: ['S', 'M', 'L']", "size: S"]

    app.checkbox[0].check().run()

    assert not app.exception
    assert app.selectbox[0].value == "M"
    assert [text.value for text in app.text] == ["sizes: ['M', 'L']", "size: M"]


def test_new_range_resets_a_slider(run):
    """When `max_value` changes, `st.slider` starts from its default, even with a key."""
    app = run("widgets/changed_range.py")
    assert (app.slider[0].min, app.slider[0].max) == (0, 10)
    assert app.text[0].value == "slider: 5"
    app.slider[0].set_value(7).run()
    assert app.text[0].value == "slider: 7"

    app.checkbox[0].check().run()

    assert (app.slider[0].min, app.slider[0].max, app.slider[0].value) == (0, 20, 5)
    assert app.text[0].value == "slider: 5"


@pytest.mark.since("1.53")
def test_new_range_of_a_number_input(run):
    """When `max_value` changes, `st.number_input` with a key keeps a value that still fits."""
    app = run("widgets/changed_range.py")
    assert (app.number_input[0].min, app.number_input[0].max, app.number_input[0].value) == (0, 10, 5)
    app.number_input[0].set_value(8).run()
    app.checkbox[0].check().run()

    assert (app.number_input[0].min, app.number_input[0].max, app.number_input[0].value) == (0, 20, 8)
    assert app.text[1].value == "number: 8"


@pytest.mark.until("1.52")
def test_new_range_reset_a_number_input(run):
    """Up to 1.52 `st.number_input` starts from its default when `max_value` changes, even with a key."""
    app = run("widgets/changed_range.py")
    app.number_input[0].set_value(8).run()
    assert app.text[1].value == "number: 8"

    app.checkbox[0].check().run()

    assert app.number_input[0].value == 5
    assert app.text[1].value == "number: 5"


@pytest.mark.since("1.45")
def test_new_limits_reset_a_keyed_widget(run):
    """Even with a key, a new `max_chars` resets `st.text_input`, a new `max_selections` `st.multiselect`
    and a new `accept_new_options` `st.selectbox`.
    """
    app = run("widgets/changed_limits.py")
    app.button[0].click().run()
    assert [text.value for text in app.text] == ["limit: 2", "initials: 'A'", "sizes: ['S', 'M']", "colour: 'red'"]

    app.checkbox[0].check().run()

    assert [text.value for text in app.text] == ["limit: 3", "initials: ''", "sizes: []", "colour: 'blue'"]


def test_another_command_is_a_new_widget(run):
    """Another widget command with the same key is a new widget and starts from its default."""
    app = run("widgets/changed_command.py")
    app.text_input[0].set_value("Hello").run()
    assert app.text[0].value == "note: 'Hello'"

    app.checkbox[0].check().run()

    assert not app.text_input
    assert app.text_area[0].value == ""
    assert app.text[0].value == "note: ''"


@pytest.mark.since("1.50")
def test_moved_widget_keeps_its_value(run):
    """`st.text_input` with a key keeps its value when it moves from the main area into a form in the sidebar."""
    app = run("widgets/moved_to_sidebar.py")
    assert app.text[0].value == "name: Ann"
    assert app.sidebar.button[0].label == "Send"
    app.main.text_input[0].set_value("Bob").run()
    app.checkbox[0].check().run()

    assert not app.main.text_input
    assert app.sidebar.text_input[0].value == "Bob"
    assert app.text[0].value == "name: Bob"


@pytest.mark.until("1.49")
def test_moved_widget_started_over(run):
    """Up to 1.49 `st.text_input` starts from its default when it moves into a form, even with a key."""
    app = run("widgets/moved_to_sidebar.py")
    app.main.text_input[0].set_value("Bob").run()
    assert app.text[0].value == "name: Bob"

    app.checkbox[0].check().run()

    assert app.sidebar.text_input[0].value == "Ann"
    assert app.text[0].value == "name: Ann"


def test_another_key_is_a_new_widget(run):
    """A widget whose key changes is a new widget and starts from its default."""
    app = run("widgets/reset_by_key.py")
    app.text_input[0].set_value("Bob").run()
    assert app.text[0].value == "name_0: Bob"

    app.button[0].click().run()

    assert app.text_input[0].value == "Ann"
    assert app.text[0].value == "name_1: Ann"

    app.button[0].click().run()

    assert app.text[0].value == "name_2: Ann"


@pytest.mark.since("1.39")
def test_same_key_twice_raises(run):
    """Two widgets with one key in a run raise `StreamlitDuplicateElementKey`, also when they are of different kinds."""
    app = run("widgets/same_key.py")

    assert app.exception[0].proto.type.split(".")[-1] == "StreamlitDuplicateElementKey"
    assert app.exception[0].message == (
        "There are multiple elements with the same `key='place'`. "
        "To fix this, please make sure that the `key` argument is unique for each element you create."
    )
    assert app.text_input[0].label == "City"
    assert not app.text_area


@pytest.mark.until("1.38")
def test_same_key_twice_raised(run):
    """Up to 1.38 two widgets with one key in a run raise `DuplicateWidgetID`, also when they are of different kinds."""
    app = run("widgets/same_key.py")

    assert app.exception[0].proto.type == "DuplicateWidgetID"
    assert app.exception[0].message == (
        "There are multiple widgets with the same `key='place'`.\n\n"
        "To fix this, please make sure that the `key` argument is unique for each\nwidget you create."
    )
    assert app.text_input[0].label == "City"
    assert not app.text_area


def test_sidebar_and_main_area_share_keys(run):
    """The sidebar and the main area share their keys: one key in both raises the error for duplicate keys."""
    app = run("widgets/same_key_in_sidebar.py")

    assert app.exception[0].proto.type.split(".")[-1] in ("StreamlitDuplicateElementKey", "DuplicateWidgetID")
    assert "with the same `key='place'`" in app.exception[0].message
    assert app.main.text_input[0].label == "City"
    assert not app.sidebar.text_input


@pytest.mark.since("1.39")
def test_identical_widgets_raise(run):
    """Two identical widgets without keys raise `StreamlitDuplicateElementId`."""
    app = run("widgets/identical.py")
    app.button[0].click().run()

    assert app.exception[0].proto.type.split(".")[-1] == "StreamlitDuplicateElementId"
    assert app.exception[0].message == (
        "There are multiple `button` elements with the same auto-generated ID. When this element is created, it is "
        "assigned an internal ID based on the element type and provided parameters. Multiple elements with the same "
        "type and parameters will cause this error.\n\n"
        "To fix this error, please pass a unique `key` argument to the `button` element."
    )
    assert [text.value for text in app.text] == ["Ann", "Hello, Ann", "Bob"]
    assert len(app.button) == 1


@pytest.mark.until("1.38")
def test_identical_widgets_raised(run):
    """Up to 1.38 two identical widgets without keys raise `DuplicateWidgetID`."""
    app = run("widgets/identical.py")
    app.button[0].click().run()

    assert app.exception[0].proto.type == "DuplicateWidgetID"
    assert app.exception[0].message == (
        "There are multiple identical `st.button` widgets with the\nsame generated key.\n\n"
        "When a widget is created, it's assigned an internal key based on\nits structure. "
        "Multiple widgets with an identical structure will\nresult in the same internal key, "
        "which causes this error.\n\n"
        "To fix this error, please pass a unique `key` argument to\n`st.button`."
    )
    assert [text.value for text in app.text] == ["Ann", "Hello, Ann", "Bob"]
    assert len(app.button) == 1


def test_keys_tell_identical_widgets_apart(run):
    """A key of its own for each makes identical widgets separate widgets."""
    app = run("widgets/identical_fixed.py")
    app.button[0].click().run()
    assert not app.exception
    assert [text.value for text in app.text] == ["Ann", "Hello, Ann", "Bob"]

    app.button("greet_Bob").click().run()

    assert [text.value for text in app.text] == ["Ann", "Bob", "Hello, Bob"]


@pytest.mark.since("1.46")
def test_identical_widgets_in_sidebar_and_main_area(run):
    """Identical widgets without keys, one in the main area and one in the sidebar, are two widgets."""
    app = run("widgets/identical_in_sidebar.py")
    assert [text.value for text in app.text] == ["main: Rome", "sidebar: Rome"]

    app.sidebar.text_input[0].set_value("Bern").run()

    assert not app.exception
    assert (app.main.text_input[0].value, app.sidebar.text_input[0].value) == ("Rome", "Bern")
    assert [text.value for text in app.text] == ["main: Rome", "sidebar: Bern"]


@pytest.mark.until("1.45")
def test_identical_widgets_in_sidebar_and_main_area_raised(run):
    """Up to 1.45 identical widgets without keys raise the error also when one is in the sidebar."""
    app = run("widgets/identical_in_sidebar.py")

    assert app.exception[0].proto.type.split(".")[-1] in ("StreamlitDuplicateElementId", "DuplicateWidgetID")
    assert "pass a unique `key` argument" in app.exception[0].message
    assert app.main.text_input[0].label == "City"
    assert not app.sidebar.text_input


@pytest.mark.since("1.39")
def test_duplicate_widget_id_catches_both(run):
    """`except DuplicateWidgetID` catches `StreamlitDuplicateElementId` and `StreamlitDuplicateElementKey`."""
    app = run("widgets/duplicates_caught.py")

    assert not app.exception
    assert [text.value for text in app.text] == [
        "None: StreamlitDuplicateElementId",
        "go: StreamlitDuplicateElementKey",
    ]


@pytest.mark.since("1.39")
def test_button_is_read_only(run):
    """A button whose key was assigned in the same run raises `StreamlitValueAssignmentNotAllowedError`."""
    app = run("widgets/set_a_button.py")

    assert app.exception[0].proto.type.split(".")[-1] == "StreamlitValueAssignmentNotAllowedError"
    assert not app.button


@pytest.mark.until("1.38")
def test_read_only_button_raised(run):
    """Up to 1.38 a button whose key was assigned in the same run raises `StreamlitAPIException`."""
    app = run("widgets/set_a_button.py")

    assert app.exception[0].proto.type == "StreamlitAPIException"
    assert "cannot be set using" in app.exception[0].message
    assert not app.button


@pytest.mark.since("1.65")
def test_message_of_a_read_only_button(run):
    """The error for a button whose key was assigned in the same run names the remedy."""
    app = run("widgets/set_a_button.py")

    assert app.exception[0].message == (
        "`st.session_state['go']` is read-only and cannot be assigned through session state. "
        "Use a different session state key for values you need to set."
    )


@pytest.mark.since("1.39")
@pytest.mark.until("1.64")
def test_shorter_message_of_a_read_only_button(run):
    """From 1.39 to 1.64 the error for a button whose key was assigned in the same run has a shorter message."""
    app = run("widgets/set_a_button.py")

    assert app.exception[0].message == "Values for the widget with `key` 'go' cannot be set using `st.session_state`."


@pytest.mark.since("1.39")
def test_data_editor_is_read_only(run):
    """`st.data_editor` raises `StreamlitValueAssignmentNotAllowedError` when its key was assigned in the same run."""
    app = run("widgets/set_a_data_editor.py")

    assert app.exception[0].proto.type.split(".")[-1] == "StreamlitValueAssignmentNotAllowedError"
    assert "'table'" in app.exception[0].message


@pytest.mark.until("1.38")
def test_read_only_data_editor_raised(run):
    """Up to 1.38 `st.data_editor` raises `StreamlitAPIException` when its key was assigned in the same run."""
    app = run("widgets/set_a_data_editor.py")

    assert app.exception[0].proto.type == "StreamlitAPIException"
    assert "cannot be set using" in app.exception[0].message


def test_read_only_widgets(run):
    """The keys of `st.download_button`, `st.file_uploader` and `st.camera_input` are read-only."""
    app = run("widgets/read_only.py")

    assert [text.value for text in app.text[:3]] == [
        "read-only: download_button",
        "read-only: file_uploader",
        "read-only: camera_input",
    ]


@pytest.mark.since("1.56")
def test_newer_read_only_widgets(run):
    """The keys of `st.audio_input`, `st.link_button`, `st.menu_button` and `st.form_submit_button` are read-only."""
    app = run("widgets/read_only.py")

    assert not app.exception
    assert len(app.button) == 1
    assert [text.value for text in app.text[3:]] == [
        "read-only: audio_input",
        "read-only: link_button",
        "read-only: menu_button",
        "read-only: form_submit_button",
    ]


def test_button_set_in_an_earlier_run(run):
    """A value stored under a button's key before the run that first draws the button raises nothing:
    the button returns it, though nobody clicked.
    """
    app = run("widgets/button_set_earlier.py")
    app.checkbox[0].check().run()

    assert not app.exception
    assert app.text[0].value == "clicked: True"


@pytest.mark.since("1.47")
def test_chat_input_draft(run):
    """A text assigned to the key of `st.chat_input` becomes a draft in its box; the widget returns `None`
    until the user sends it.
    """
    app = run("widgets/chat_input_draft.py")
    app.button[0].click().run()
    assert app.chat_input[0].value == "What is new?"
    assert app.text[0].value == "sent: None"

    app.chat_input[0].set_value("What is new?").run()

    assert app.text[0].value == "sent: What is new?"


@pytest.mark.until("1.46")
def test_chat_input_was_read_only(run):
    """Up to 1.46 the key of `st.chat_input` is read-only."""
    app = run("widgets/chat_input_draft.py")
    assert app.text[0].value == "sent: None"

    app.button[0].click().run()

    assert "cannot be set using" in app.exception[0].message
    assert not app.chat_input


@pytest.mark.since("1.56")
def test_preset_selection(run):
    """The key of `st.dataframe(..., on_select="rerun")` takes a selection,
    such as `{"selection": {"rows": [0, 1]}}`.
    """
    app = run("widgets/preset_selection.py")
    assert app.text[0].value == "selected: []"

    app.button[0].click().run()

    assert app.text[0].value == "selected: ['Ann', 'Bob']"


@pytest.mark.since("1.35")
@pytest.mark.until("1.55")
def test_selection_was_read_only(run):
    """From 1.35 to 1.55 the key of `st.dataframe(..., on_select="rerun")` is read-only."""
    app = run("widgets/preset_selection.py")
    assert app.text[0].value == "selected: []"

    app.button[0].click().run()

    assert "cannot be set using" in app.exception[0].message
    assert not app.text
