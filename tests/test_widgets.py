import pytest

BELOW = (
    "`st.session_state['city']` cannot be modified after the widget with that key is instantiated. "
    "Assign `st.session_state['city']` before creating the widget, or update it from an `on_change` or "
    "`on_click` callback, which runs before the widget is instantiated. If this is a read-only session state "
    "key (buttons, file and media inputs, `st.data_editor`, forms, chart or `ButtonColumn` selections), store "
    "the value under a different session state key."
)
FILLED_IN = [
    "text_input: Ann",
    "text_area: Ann",
    "number_input: 4",
    "slider: 4",
    "checkbox: True",
    "toggle: True",
    "color_picker: #ff0000",
    "date_input: 2026-05-04",
    "time_input: 12:00:00",
    "datetime_input: 2026-05-04 12:00:00",
    "selectbox: M",
    "radio: M",
    "select_slider: M",
    "pills: M",
    "segmented_control: M",
    "multiselect: ['M']",
]
SHORTER_BELOW = "`st.session_state.city` cannot be modified after the widget with key `city` is instantiated."


@pytest.mark.since("1.55")
def test_key_holds_what_the_widget_returns(run):
    """Unless its options are members of an `Enum`, the key of an input widget holds the value that the widget
    returns.
    """
    app = run("widgets/all_inputs.py")
    assert len(app.text) == 16
    assert all(text.value.endswith(" True") for text in app.text)

    app.text_input[0].set_value("Bob").run()
    app.selectbox[0].select("M").run()
    app.checkbox[0].check().run()

    shown = [text.value for text in app.text]
    assert "text_input: Bob True" in shown
    assert "selectbox: M True" in shown
    assert all(line.endswith(" True") for line in shown)


def test_new_value_is_there_above_the_widget(run):
    """When a user's change triggers a rerun, the widget's new value is under its key from the first line of
    that rerun, above the widget call.
    """
    app = run("widgets/both_ways.py")
    app.text_input[0].set_value("Bob").run()

    assert app.text[0].value == "above: Bob"


def test_first_run_has_no_key_above_the_widget(run):
    """In the first run, a widget's key is missing above the widget call, unless your script has assigned it;
    the call creates the key.
    """
    app = run("widgets/both_ways.py")

    assert app.text[0].value == "above: None"
    assert app.text[2].value == "below: Ann"


@pytest.mark.since("1.55")
def test_assign_above_the_widget(run):
    """If your script assigns a value that fits the widget to the key of an input widget above the widget call, it
    becomes the widget's value, unless the key is read-only.
    """
    app = run("widgets/all_inputs.py")
    app.text_input[0].set_value("Bob").run()
    app.button[0].click().run()

    assert [text.value.removesuffix(" True") for text in app.text] == FILLED_IN
    assert app.text_input[0].value == "Ann"
    assert app.checkbox[0].value is True


def test_assign_in_place_of_what_was_typed(run):
    """The assigned value replaces what the user typed."""
    app = run("widgets/set_above.py")
    app.text_input[0].set_value("Bern").run()
    assert app.text[0].value == "city: Bern"

    app.button[0].click().run()

    assert app.text_input[0].value == "Rome"
    assert app.text[0].value == "city: Rome"


@pytest.mark.since("1.63")
def test_assign_below_the_widget_raises(run):
    """As long as a widget's key exists, assigning to it below the widget call raises
    `StreamlitWidgetAlreadyInstantiatedError`.
    """
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
    """In 1.62 and earlier, assigning to an existing key of a widget below its call raised `StreamlitAPIException`."""
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
    """The error for an assignment below the widget call names the fixes."""
    app = run("widgets/set_below.py")
    app.button[0].click().run()

    assert app.exception[0].message == BELOW


@pytest.mark.until("1.64")
def test_shorter_message_for_an_assignment_below(run):
    """In 1.64 and earlier, the error for an assignment below the widget call had a shorter message."""
    app = run("widgets/set_below.py")
    app.button[0].click().run()

    assert app.exception[0].message == SHORTER_BELOW


def test_assign_in_a_callback(run):
    """Outside fragments and forms, a callback can assign to the key of a text input even if the button that calls it is
    below the input.
    """
    app = run("widgets/set_below_fixed.py")
    app.text_input[0].set_value("Bern").run()
    assert app.text[0].value == "city: Bern"

    app.button[0].click().run()

    assert app.text_input[0].value == "Rome"
    assert app.text[0].value == "city: Rome"


def test_assigning_the_same_value_below_raises(run):
    """Assigning below the widget call raises the error even if the widget already has that value, and `except
    StreamlitAPIException` catches it.
    """
    app = run("widgets/set_below_caught.py")

    assert not app.exception
    assert app.text[0].value == "caught"


def test_assignment_in_every_run_undoes_the_user(run):
    """If every run assigns the same value to the key of a text input above the input, each change by the user is
    undone.
    """
    app = run("widgets/set_always.py")
    app.text_input[0].set_value("Bern").run()

    assert app.text_input[0].value == "Rome"
    assert app.text[0].value == "city: Rome"


def test_disabling_keeps_the_value(run):
    """If a text input with a key is disabled, it keeps the value that the previous run returned, and the key stays
    in `st.session_state`.
    """
    app = run("widgets/disabled.py")
    app.text_input[0].set_value("Bern").run()
    assert not app.text_input[0].disabled

    app.checkbox[0].check().run()

    assert app.text_input[0].disabled
    assert app.text_input[0].value == "Bern"
    assert app.text[0].value == "city: Bern"


def test_disabled_widget_can_be_set(run):
    """If your script assigns a value to the key of a disabled text input above the call, the value is used."""
    app = run("widgets/disabled.py")
    app.checkbox[0].check().run()
    app.button[0].click().run()

    assert app.text_input[0].disabled
    assert app.text_input[0].value == "Rome"
    assert app.text[0].value == "city: Rome"


@pytest.mark.since("1.61")
def test_input_that_disables_itself(run):
    """If the callback of a text input disables the text input, the text that the user entered is lost: the text input
    shows and returns the previous value.
    """
    app = run("widgets/disables_itself.py")
    app.text_input[0].set_value("x7").run()
    assert app.text_input[0].disabled
    assert (app.text_input[0].value, app.text[0].value) == ("", "code: ''")


def test_input_that_disables_itself_and_keeps_its_text(run):
    """If the callback that disables a text input also assigns the key to itself, the text input keeps the text."""
    app = run("widgets/disables_itself_fixed.py")
    app.text_input[0].set_value("x7").run()
    app.run()
    assert app.text_input[0].disabled
    assert (app.text_input[0].value, app.text[0].value) == ("x7", "code: 'x7'")


def test_delete_below_the_widget(run):
    """Deleting a widget's key below the widget call raises no error and removes the key for the rest of the run."""
    app = run("widgets/delete_below.py")

    assert not app.exception
    assert [text.value for text in app.text] == ["keys: ['city']", "keys: []"]
    assert app.text_input[0].label == "City"


@pytest.mark.engines("server", "live", reason="AppTest ends in `KeyError`")
def test_value_is_back_after_delete_below(run):
    """If a widget's key was deleted below the widget and nothing stores it again, the key is missing above the
    widget in the next run; from the widget call on, it holds what the input shows.
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
    """Outside fragments, if a callback deletes a widget's key and nothing stores it again, the input still shows
    what the user typed, the script gets the widget's default for one run, and the next run returns what the input
    shows.
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
    """After `st.session_state.clear()` below a widget, keys without a widget stay deleted, but the widget's key
    is back in the next run with what its input shows.
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
    """If an input widget has `on_change="ignore"`, a user's change triggers no rerun, and the new value is stored
    under the key in the next rerun that the user triggers.
    """
    app = run("widgets/ignored_change.py")
    assert [text.value for text in app.text] == ["Run 1: hello nobody"]

    app.text_input("name").set_value("Ada")
    app.button[0].click().run()
    assert [text.value for text in app.text] == ["Run 2: hello Ada"]


@pytest.mark.since("1.39")
def test_button_is_read_only(run):
    """A button raises `StreamlitValueAssignmentNotAllowedError` if its key was assigned in the same run."""
    app = run("widgets/set_a_button.py")

    assert app.exception[0].proto.type.split(".")[-1] == "StreamlitValueAssignmentNotAllowedError"
    assert not app.button


@pytest.mark.until("1.38")
def test_read_only_button_raised(run):
    """In 1.38 and earlier, a button raised `StreamlitAPIException` if its key was assigned in the same run."""
    app = run("widgets/set_a_button.py")

    assert app.exception[0].proto.type == "StreamlitAPIException"
    assert "cannot be set using" in app.exception[0].message
    assert not app.button


@pytest.mark.since("1.65")
def test_message_of_a_read_only_button(run):
    """The error for a button whose key was assigned in the same run names the fix."""
    app = run("widgets/set_a_button.py")

    assert app.exception[0].message == (
        "`st.session_state['go']` is read-only and cannot be assigned through session state. "
        "Use a different session state key for values you need to set."
    )


@pytest.mark.since("1.39")
@pytest.mark.until("1.64")
def test_shorter_message_of_a_read_only_button(run):
    """From 1.39 to 1.64, the error for a button whose key was assigned in the same run had a shorter message."""
    app = run("widgets/set_a_button.py")

    assert app.exception[0].message == "Values for the widget with `key` 'go' cannot be set using `st.session_state`."


@pytest.mark.since("1.39")
def test_data_editor_is_read_only(run):
    """`st.data_editor` raises `StreamlitValueAssignmentNotAllowedError` if its key was assigned in the same run."""
    app = run("widgets/set_a_data_editor.py")

    assert app.exception[0].proto.type.split(".")[-1] == "StreamlitValueAssignmentNotAllowedError"
    assert "'table'" in app.exception[0].message


@pytest.mark.until("1.38")
def test_read_only_data_editor_raised(run):
    """In 1.38 and earlier, `st.data_editor` raised `StreamlitAPIException` if its key was assigned in the same run."""
    app = run("widgets/set_a_data_editor.py")

    assert app.exception[0].proto.type == "StreamlitAPIException"
    assert "cannot be set using" in app.exception[0].message


def test_read_only_widgets(run):
    """The keys of `st.download_button`, `st.file_uploader`, and `st.camera_input` are read-only."""
    app = run("widgets/read_only.py")

    assert [text.value for text in app.text[:3]] == [
        "read-only: download_button",
        "read-only: file_uploader",
        "read-only: camera_input",
    ]


@pytest.mark.since("1.56")
def test_newer_read_only_widgets(run):
    """The keys of `st.audio_input`, `st.link_button`, `st.menu_button`, and `st.form_submit_button` are read-only."""
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
    """If a value was stored under a button's key before the run that first renders the button, no error is
    raised, and the button returns the value although nobody clicked.
    """
    app = run("widgets/button_set_earlier.py")
    app.checkbox[0].check().run()

    assert not app.exception
    assert app.text[0].value == "clicked: True"


@pytest.mark.since("1.47")
def test_chat_input_draft(run):
    """A text that is assigned to the key of `st.chat_input` becomes a draft in its box; the widget returns
    `None` until the user sends it.
    """
    app = run("widgets/chat_input_draft.py")
    app.button[0].click().run()
    assert app.chat_input[0].value == "What is new?"
    assert app.text[0].value == "sent: None"

    app.chat_input[0].set_value("What is new?").run()

    assert app.text[0].value == "sent: What is new?"


@pytest.mark.until("1.46")
def test_chat_input_was_read_only(run):
    """In 1.46 and earlier, the key of `st.chat_input` was read-only."""
    app = run("widgets/chat_input_draft.py")
    assert app.text[0].value == "sent: None"

    app.button[0].click().run()

    assert "cannot be set using" in app.exception[0].message
    assert not app.chat_input


@pytest.mark.since("1.56")
def test_preset_selection(run):
    """By default, you can assign a selection such as `{"selection": {"rows": [0, 1]}}` to the key of
    `st.dataframe(..., on_select="rerun")`.
    """
    app = run("widgets/preset_selection.py")
    assert app.text[0].value == "selected: []"

    app.button[0].click().run()

    assert app.text[0].value == "selected: ['Ann', 'Bob']"


@pytest.mark.since("1.35")
@pytest.mark.until("1.55")
def test_selection_was_read_only(run):
    """From 1.35 to 1.55, the key of `st.dataframe(..., on_select="rerun")` was read-only."""
    app = run("widgets/preset_selection.py")
    assert app.text[0].value == "selected: []"

    app.button[0].click().run()

    assert "cannot be set using" in app.exception[0].message
    assert not app.text
