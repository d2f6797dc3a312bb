import pytest

FILLED_IN = [
    "text_input: Ann",
    "text_area: Ann",
    "number_input: 4.0",
    "slider: 4",
    "checkbox: True",
    "toggle: True",
    "color_picker: #ff0000",
    "date_input: 2026-05-04",
    "time_input: 12:00:00",
    "feedback: 1",
    "selectbox: M",
    "radio: M",
    "select_slider: M",
    "pills: M",
    "segmented_control: M",
    "multiselect: ['M']",
]


def test_callback_runs_before_the_script(run):
    """Outside fragments, a callback runs before the whole script: even a line above the button shows what the callback
    has stored.
    """
    app = run("callbacks/add_one.py")
    assert app.text[0].value == "count: 0"

    app.button[0].click().run()
    assert app.text[0].value == "count: 1"

    app.button[0].click().run()
    assert app.text[0].value == "count: 2"


def test_key_is_new_and_variable_is_old(run):
    """In a callback, `st.session_state[key]` holds the widget's new value, and the variable that holds the widget's
    return value still has the old one.
    """
    app = run("callbacks/new_value.py")
    assert app.text[0].value == "no change yet"

    app.text_input[0].set_value("Oslo").run()
    assert app.text[0].value == "key Oslo, variable Rome"

    app.text_input[0].set_value("Bern").run()
    assert app.text[0].value == "key Bern, variable Oslo"


def test_callback_then_script_then_if_block(run):
    """After a click outside fragments, the callback runs first, and then the script from its top; in this run,
    `st.button` with the same arguments returns `True`.
    """
    app = run("callbacks/order.py")
    assert app.text[0].value == "script"

    app.button[0].click().run()
    assert app.text[0].value == "script > callback > script > if block"


def test_once_for_each_change(run):
    """Outside fragments, if no run is in progress, a callback runs once for each change that a user makes to its
    widget, but not in the first run, and not when another widget triggers the rerun.
    """
    app = run("callbacks/when_called.py")
    assert [text.value for text in app.text] == ["name: ''", "calls: 0"]

    app.text_input[0].set_value("Ann").run()
    assert [text.value for text in app.text] == ["name: 'Ann'", "calls: 1"]

    app.button[0].click().run()
    assert app.text[1].value == "calls: 1"

    app.text_input[0].set_value("Cid").run()
    assert [text.value for text in app.text] == ["name: 'Cid'", "calls: 2"]


def test_assigning_the_key_calls_nothing(run):
    """If a callback assigns a value to the key of a text input, the text input changes, but its own callback doesn't
    run.
    """
    app = run("callbacks/when_called.py")
    app.button[0].click().run()

    assert app.text_input[0].value == "Bob"
    assert [text.value for text in app.text] == ["name: 'Bob'", "calls: 0"]


def test_on_click_on_change_on_submit(run):
    """`st.button` takes its callback as `on_click`, `st.checkbox` as `on_change`, and
    `st.chat_input` as `on_submit`.
    """
    app = run("callbacks/callback_names.py")
    assert app.text[0].value == "called: None"

    app.button[0].click().run()
    assert app.text[0].value == "called: on_click"

    app.checkbox[0].check().run()
    assert app.text[0].value == "called: on_change"

    app.chat_input[0].set_value("hello").run()
    assert app.text[0].value == "called: on_submit"


def test_type_then_click(run):
    """If a user types into an input and then clicks a button below it, the input's `on_change` runs first, and the
    button's `on_click` second.
    """
    app = run("callbacks/type_then_click.py")
    assert app.text[0].value == ""

    app.text_input[0].set_value("Ann")
    app.button[0].click().run()
    assert app.text[0].value == "on_change > on_click"


def test_args_are_those_of_the_run_before(run):
    """The `args` and `kwargs` of a submit button are evaluated when the button is rendered, so its callback gets what
    the form's inputs returned in the run before.
    """
    app = run("callbacks/form_args.py")
    assert app.text[0].value == "saved: None"

    app.text_input[0].set_value("Bob")
    app.text_input[1].set_value("Oslo")
    app.button[0].click().run()
    assert app.text[0].value == "saved: Ann from Rome"


def test_args_outside_of_a_form(run):
    """If a button passes an input's return value in `args`, and the user clicks it before the script has run with the
    text that they typed, the callback gets the old value.
    """
    app = run("callbacks/old_args.py")
    app.text_input[0].set_value("Bob")
    app.button[0].click().run()
    assert app.text[0].value == "saved: Ann, name: Bob"

    app.button[0].click().run()
    assert app.text[0].value == "saved: Bob, name: Bob"


def test_submit_callback_finds_new_values(run):
    """A form's submit callback runs once, no matter how many inputs have changed, and finds all new values under their
    keys.
    """
    app = run("callbacks/form_args_fixed.py")
    assert [text_input.value for text_input in app.text_input] == ["Ann", "Rome"]
    assert app.text[0].value == "saved: []"

    app.text_input[0].set_value("Bob")
    app.text_input[1].set_value("Oslo")
    app.button[0].click().run()
    assert app.text[0].value == "saved: ['Bob from Oslo']"


@pytest.mark.since("1.39")
def test_on_change_in_a_form_is_refused(run):
    """Passing a callback to an input in a form raises `StreamlitInvalidFormCallbackError`."""
    app = run("callbacks/form_callback.py")

    assert app.exception[0].proto.type.split(".")[-1] == "StreamlitInvalidFormCallbackError"
    assert app.exception[0].message == (
        "Within a form, callbacks can only be defined on `st.form_submit_button`. "
        "Defining callbacks on other widgets inside a form is not allowed."
    )
    assert len(app.text_input) == len(app.button) == 0


@pytest.mark.until("1.38")
def test_on_change_in_a_form_was_refused(run):
    """In 1.38 and earlier, passing a callback to an input in a form raised `StreamlitAPIException`."""
    app = run("callbacks/form_callback.py")

    assert app.exception[0].proto.type == "StreamlitAPIException"
    assert app.exception[0].message == (
        "With forms, callbacks can only be defined on the `st.form_submit_button`. "
        "Defining callbacks on other widgets inside a form is not allowed."
    )
    assert len(app.text_input) == len(app.button) == 0


def test_submit_callback_may_change_the_form(run):
    """By default, the callback of `st.form_submit_button` can assign a value to the key of a text input in the form."""
    app = run("callbacks/form_callback_fixed.py")
    assert app.text[0].value == "name: ''"

    app.text_input[0].set_value(" Ann ")
    app.button[0].click().run()
    assert app.text_input[0].value == "Ann"
    assert app.text[0].value == "name: 'Ann'"


@pytest.mark.since("1.40")
def test_submit_callback_may_change_every_input(run):
    """By default, the callback of `st.form_submit_button` can assign values to the keys of the form's inputs, unless
    the keys are read-only, such as the key of `st.file_uploader`.
    """
    app = run("callbacks/form_callback_inputs.py")
    shown = [text.value for text in app.text]
    assert "selectbox: S" in shown
    assert not {*FILLED_IN} & {*shown}

    app.button[0].click().run()
    assert [text.value for text in app.text] == FILLED_IN
    assert app.text_input[0].value == "Ann"
    assert app.checkbox[0].value is True

    app.button[1].click().run()
    assert app.exception[0].proto.type.split(".")[-1] == "StreamlitValueAssignmentNotAllowedError"
    assert "photo" in app.exception[0].message


@pytest.mark.since("1.63")
def test_assigning_below_the_widget_is_refused(run):
    """As long as a widget's key exists, assigning a value to it below the widget in the same run raises
    `StreamlitWidgetAlreadyInstantiatedError`.
    """
    app = run("callbacks/clear_text.py")
    app.text_input[0].set_value("hello").run()
    assert app.text[0].value == "message: 'hello'"

    app.button[0].click().run()
    assert app.exception[0].proto.type == "streamlit.errors.StreamlitWidgetAlreadyInstantiatedError"
    assert app.exception[0].message in (
        # Up to 1.64, and since 1.65.
        "`st.session_state.message` cannot be modified after the widget with key `message` is instantiated.",
        (
            "`st.session_state['message']` cannot be modified after the widget with that key is instantiated. "
            "Assign `st.session_state['message']` before creating the widget, or update it from an `on_change` or "
            "`on_click` callback, which runs before the widget is instantiated. "
            "If this is a read-only session state key (buttons, file and media inputs, `st.data_editor`, forms, "
            "chart or `ButtonColumn` selections), store the value under a different session state key."
        ),
    )
    assert len(app.text) == 0


@pytest.mark.until("1.62")
def test_assigning_below_the_widget_was_refused(run):
    """In 1.62 and earlier, assigning a value to a widget's existing key below the widget in the same run raised
    `StreamlitAPIException`.
    """
    app = run("callbacks/clear_text.py")
    app.text_input[0].set_value("hello").run()
    assert app.text[0].value == "message: 'hello'"

    app.button[0].click().run()
    assert app.exception[0].proto.type.split(".")[-1] == "StreamlitAPIException"
    assert app.exception[0].message == (
        "`st.session_state.message` cannot be modified after the widget with key `message` is instantiated."
    )
    assert len(app.text) == 0


def test_callback_may_assign_a_widgets_key(run):
    """Outside fragments and forms, a callback can assign a value to the key of a text input that is above its button,
    for example to clear it.
    """
    app = run("callbacks/clear_text_fixed.py")
    app.text_input[0].set_value("hello").run()
    assert app.text[0].value == "message: 'hello'"

    app.button[0].click().run()
    assert app.text_input[0].value == ""
    assert app.text[0].value == "message: ''"


def test_callback_may_assign_its_own_key(run):
    """If the callback of a text input assigns a value to its key, the text input shows and returns that value instead
    of what the user entered.
    """
    app = run("callbacks/tidy_input.py")
    assert app.text[0].value == "code: ''"

    app.text_input[0].set_value(" ab1 ").run()
    assert app.text_input[0].value == "AB1"
    assert app.text[0].value == "code: 'AB1'"


def test_callback_of_a_widget_no_longer_drawn(run):
    """A button's callback runs even if the rerun after the click no longer renders the button."""
    app = run("callbacks/nested_button.py")
    app.button[0].click().run()
    assert app.text[0].value == "deleted: False"

    app.button[1].click().run()
    assert len(app.button) == 1
    assert app.text[0].value == "deleted: True"


@pytest.mark.since("1.63")
def test_rerun_in_a_callback(run):
    """If a callback calls `st.rerun()`, the script runs once, and the clicked button returns `False`."""
    app = run("callbacks/rerun_in_callback.py")
    assert [text.value for text in app.text] == ["step: None", "runs: 1, clicked: False"]

    app.button[0].click().run()
    assert [text.value for text in app.text] == ["step: done", "runs: 2, clicked: False"]
    assert len(app.exception) == 0


@pytest.mark.until("1.62")
def test_rerun_in_a_callback_did_nothing(run):
    """In 1.62 and earlier, `st.rerun()` in a callback showed a warning and did nothing else: the clicked button
    returned `True` in the run that followed.
    """
    app = run("callbacks/rerun_in_callback.py")
    app.button[0].click().run()

    assert [warning.value for warning in app.warning] == ["Calling st.rerun() within a callback is a no-op."]
    assert [text.value for text in app.text] == ["step: done", "runs: 2, clicked: True"]


@pytest.mark.since("1.63")
def test_switch_page_in_a_callback(run):
    """`st.switch_page` in a callback opens the other page, which finds what the callback has stored."""
    app = run("callbacks/switch_page_in_callback.py")
    assert len(app.text) == 0

    app.button[0].click().run()
    assert [text.value for text in app.text] == ["in your cart: tea"]
    assert len(app.button) == 0


@pytest.mark.since("1.36")
@pytest.mark.until("1.62")
def test_switch_page_in_a_callback_did_nothing(run):
    """In 1.62 and earlier, `st.switch_page` in a callback showed a warning about `st.rerun()`
    and stayed on the page.
    """
    app = run("callbacks/switch_page_in_callback.py")
    app.button[0].click().run()

    assert [warning.value for warning in app.warning] == ["Calling st.rerun() within a callback is a no-op."]
    assert app.button[0].label == "Order tea"
    assert len(app.text) == 0


def test_stop_in_a_callback(run):
    """Outside fragments, `st.stop()` in a callback stops the script, too: until the next rerun, the page shows only
    what the callback has written.
    """
    app = run("callbacks/stop_in_callback.py")
    assert [text.value for text in app.text] == ["tries: 0"]

    app.button[0].click().run()
    assert [text.value for text in app.text] == ["nothing to save"]
    assert len(app.button) == 0

    app.run()
    assert [text.value for text in app.text] == ["tries: 1"]
    assert len(app.button) == 1


def test_exception_in_a_callback_replaces_the_page(run):
    """Outside fragments, the script doesn't run after an exception in a callback: the page shows the exception, and
    nothing that the script renders.
    """
    app = run("callbacks/error_in_callback.py")
    assert app.text[0].value == "status: None"

    app.button[0].click().run()
    assert app.exception[0].proto.type == "ValueError"
    assert app.exception[0].message == "invalid literal for int() with base 10: 'ten'"
    assert len(app.text) == len(app.button) == 0


def test_exception_in_a_callback_keeps_what_was_stored(run):
    """A value that a callback stores before an exception is still there in the next rerun."""
    app = run("callbacks/error_in_callback.py")
    app.button[0].click().run()
    app.run()

    assert len(app.exception) == 0
    assert app.text[0].value == "status: loading"


def test_what_a_callback_draws_comes_first(run):
    """Outside fragments, text that a callback writes with `st.text` appears above what the script writes, and
    disappears in the next full rerun.
    """
    app = run("callbacks/write_in_callback.py")
    app.button[0].click().run()
    assert [text.value for text in app.text] == ["saved", "profile"]

    app.run()
    assert [text.value for text in app.text] == ["profile"]


@pytest.mark.engines("server", "live", reason="AppTest runs the whole script")
def test_what_a_callback_writes_in_a_fragment(run):
    """In a fragment, text that a callback writes with `st.text` replaces the first element of the page until the next
    full rerun.
    """
    app = run("callbacks/write_in_fragment.py")
    assert [text.value for text in app.text] == ["title"]

    app.button[0].click().run()
    assert [text.value for text in app.text] == ["saved"]

    app.run()
    assert [text.value for text in app.text] == ["title"]


def test_message_where_the_script_draws_it(run):
    """If the callback stores a message, and the script pops it, the message appears where the script writes it, and
    disappears in the next full rerun.
    """
    app = run("callbacks/write_in_callback_fixed.py")
    assert [text.value for text in app.text] == ["profile"]
    assert len(app.exception) == 0

    app.button[0].click().run()
    assert [text.value for text in app.text] == ["profile", "saved"]

    app.run()
    assert [text.value for text in app.text] == ["profile"]


def test_parentheses_call_in_every_run(run):
    """`on_click=add_one()` calls the function in every run, even in the first one, and the click doesn't call it
    again.
    """
    app = run("callbacks/called_not_passed.py")
    assert app.text[0].value == "count: 1"

    app.run()
    assert app.text[0].value == "count: 2"

    app.button[0].click().run()
    assert app.text[0].value == "count: 3"


@pytest.mark.since("1.64")
def test_result_as_on_click(run):
    """If `st.button` gets a string as its `on_click`, such as the result of a function, it raises `StreamlitValueError`
    when it is rendered.
    """
    app = run("callbacks/result_passed.py")

    assert app.exception[0].proto.type == "streamlit.errors.StreamlitValueError"
    assert app.exception[0].message == "Invalid `on_click` value. Supported values: a callback function."
    assert [text.value for text in app.text] == ["saved Ann"]
    assert len(app.button) == 0


@pytest.mark.until("1.63")
def test_result_as_on_click_was_called(run):
    """In 1.63 and earlier, `st.button` accepted a string as its `on_click`, such as the result of a function, and the
    click raised `TypeError`.
    """
    app = run("callbacks/result_passed.py")
    assert len(app.exception) == 0

    app.button[0].click().run()
    assert app.exception[0].proto.type == "TypeError"
    assert app.exception[0].message == "'str' object is not callable"
    assert len(app.text) == len(app.button) == 0


def test_args_pass_values(run):
    """If you pass the function in `on_click` and its argument in `args`, the function is called when the user clicks,
    not before.
    """
    app = run("callbacks/result_passed_fixed.py")
    assert len(app.text) == 0

    app.button[0].click().run()
    assert [text.value for text in app.text] == ["saved Ann"]
    assert len(app.button) == 1


def test_each_button_passes_its_own_arguments(run):
    """If several buttons have the same callback, a click passes the values in the `args` and `kwargs` of the clicked
    button.
    """
    app = run("callbacks/cart.py")
    assert [button.label for button in app.button] == ["More Tea", "Less Tea", "More Milk", "Less Milk"]
    assert [text.value for text in app.text] == ["Tea: 1", "Milk: 2"]

    for button, shown in enumerate((["Tea: 2", "Milk: 2"], ["Tea: 1", "Milk: 2"], ["Tea: 1", "Milk: 3"])):
        app.button[button].click().run()
        assert [text.value for text in app.text] == shown

    app.button[3].click().run()
    assert [text.value for text in app.text] == ["Tea: 1", "Milk: 2"]


def test_returned_value_is_ignored(run):
    """A widget ignores what its callback returns: `st.button` returns `True` in the run of the click, not the
    callback's return value.
    """
    app = run("callbacks/returned.py")
    assert [text.value for text in app.text] == ["Total: False"]
    app.button[0].click().run()
    assert [text.value for text in app.text] == ["Total: True"]


def test_result_that_a_callback_stores(run):
    """If a callback stores its result in `st.session_state`, the script can show the result in the run of the click and
    in later runs.
    """
    app = run("callbacks/returned_fixed.py")
    assert [text.value for text in app.text] == ["Total: None"]
    app.button[0].click().run()
    assert [text.value for text in app.text] == ["Total: 5"]
    app.run()
    assert [text.value for text in app.text] == ["Total: 5"]


def test_args_without_a_comma(run):
    """`args=("Ann")` is a string instead of a tuple: the callback gets each letter as a separate argument, and a
    callback with one parameter raises `TypeError` when the user clicks.
    """
    app = run("callbacks/missing_comma.py")
    assert len(app.exception) == 0

    app.button[0].click().run()
    assert app.exception[0].proto.type == "TypeError"
    assert app.exception[0].message == "save() takes 1 positional argument but 3 were given"
    assert len(app.text) == len(app.button) == 0


def test_new_value_is_not_an_argument(run):
    """A widget doesn't pass its new value to its callback: a callback with a required parameter for it raises
    `TypeError` when called.
    """
    app = run("callbacks/missing_argument.py")
    assert len(app.exception) == 0

    app.text_input[0].set_value("Ann").run()
    assert app.exception[0].proto.type == "TypeError"
    assert app.exception[0].message == "greet() missing 1 required positional argument: 'name'"
    assert len(app.text) == len(app.text_input) == 0


def test_two_widgets_in_step(run):
    """Outside fragments, if a slider and a number input have the same range, and the callback of each assigns its value
    to the key of the other, both show the same value, no matter which one the user changes.
    """
    app = run("callbacks/in_step.py")
    for widget in (app.slider[0], app.number_input[0]):
        assert (widget.min, widget.max) == (0, 10)
    app.slider[0].set_value(7).run()
    assert (app.slider[0].value, app.number_input[0].value) == (7, 7)

    app.number_input[0].set_value(3).run()
    assert (app.slider[0].value, app.number_input[0].value) == (3, 3)


def test_select_all(run):
    """Outside fragments, if the callback of a checkbox assigns its value to the keys of other checkboxes, it selects
    and clears them all.
    """
    app = run("callbacks/select_all.py")
    assert [box.label for box in app.checkbox] == ["Everybody", "Ann", "Bob"]
    app.checkbox("everybody").check().run()
    assert [box.value for box in app.checkbox] == [True, True, True]

    app.checkbox("Bob").uncheck().run()
    assert [box.value for box in app.checkbox] == [True, True, False]

    app.checkbox("everybody").uncheck().run()
    assert [box.value for box in app.checkbox] == [False, False, False]


def test_old_value(run):
    """When the user changes a select box, its callback finds the old value in the variable and the new one under the
    key.
    """
    app = run("callbacks/old_value.py")
    assert app.text[0].value == "None"
    app.selectbox[0].set_value("Oslo").run()
    assert app.text[0].value == "Rome to Oslo"

    app.selectbox[0].set_value("Bern").run()
    assert app.text[0].value == "Oslo to Bern"


def test_previous_value(run):
    """If only the user changes a widget, a copy that its callback keeps holds the previous value each time the
    callback runs.
    """
    app = run("callbacks/previous_value.py")
    assert app.text[0].value == "None"
    app.selectbox[0].set_value("Oslo").run()
    assert app.text[0].value == "Rome to Oslo"

    app.selectbox[0].set_value("Bern").run()
    assert app.text[0].value == "Oslo to Bern"


@pytest.mark.engines("server", reason="AppTest has no keyboard")
def test_when_a_text_is_sent(run):
    """Outside forms, by default, `st.text_input` sends the text and calls its callback when the user presses Enter or
    leaves the field, not while the user is typing.
    """
    app = run("callbacks/leaves_the_field.py")
    name = app.page.get_by_label("Name")
    name.press_sequentially("Ada")
    app.page.wait_for_timeout(1000)
    assert app.page.get_by_test_id("stText").inner_text() == "log: []"

    name.press("Enter")
    app.page.get_by_text("log: ['Ada']").wait_for()
    name.press_sequentially("m")
    app.page.get_by_label("City").click()
    app.page.get_by_text("log: ['Ada', 'Adam']").wait_for()


@pytest.mark.engines("server", reason="AppTest has no keyboard")
def test_callback_only_on_enter(run):
    """If a text input is in a form, by default, Enter calls the callback of the submit button, and leaving the field
    doesn't.
    """
    app = run("callbacks/only_enter.py")
    name = app.page.get_by_label("Name")
    name.press_sequentially("Ada")
    app.page.get_by_label("City").click()
    assert [text.value for text in app.run().text] == ["log: []"]

    name.press("Enter")
    app.page.get_by_text("log: ['Ada']").wait_for()


@pytest.mark.engines("server", reason="AppTest has no keyboard")
@pytest.mark.since("1.64")
def test_callback_while_typing(run):
    """With `live=True`, `st.text_input` outside forms calls its callback while the user is still typing."""
    app = run("callbacks/while_typing.py")
    app.page.get_by_label("Search").press_sequentially("sen")
    app.page.get_by_text("found: ['Sencha']").wait_for()
    assert app.page.evaluate("document.activeElement.value") == "sen"
