import pytest


def test_widget_that_is_not_drawn_loses_its_key(run):
    """By default, the key of a widget outside fragments is still in `st.session_state` during the first complete
    run of its page that doesn't render the widget; unless your script has assigned to the key, it is missing in
    the next run.
    """
    app = run("widget_resets/hidden_widget.py")
    app.text_input[0].set_value("Bob").run()
    app.checkbox[0].uncheck().run()
    assert app.text[0].value == "name: Bob"

    app.button[0].click().run()

    assert app.text[0].value == "name: None"


def test_guard_refills_the_key(run):
    """By default, if a guard at the top of the script initializes the key of a widget outside fragments in the run
    that first renders the widget, the guard stores the initial value again in the run after the first complete run
    of the page that doesn't render the widget.
    """
    app = run("widget_resets/hidden_widget_with_guard.py")
    assert app.text_input[0].value == "Ann"
    app.text_input[0].set_value("Bob").run()
    app.checkbox[0].uncheck().run()
    assert app.text[0].value == "name: 'Bob'"

    app.button[0].click().run()

    assert app.text[0].value == "name: 'Ann'"


@pytest.mark.engines("server", "live", reason="AppTest shows the initial value")
def test_guarded_widget_comes_back_empty(run):
    """If a guard stores the initial value while a text input without `value` is hidden, the input is empty when it
    is rendered again: the script gets the initial value for one run, and an empty string in the next run.
    """
    app = run("widget_resets/hidden_widget_with_guard.py")
    app.text_input[0].set_value("Bob").run()
    app.checkbox[0].uncheck().run()
    app.button[0].click().run()
    app.checkbox[0].check().run()
    assert app.text_input[0].value == ""
    assert app.text[0].value == "name: 'Ann'"

    app.button[0].click().run()

    assert app.text_input[0].value == ""
    assert app.text[0].value == "name: ''"


def test_widget_drawn_again_starts_over(run):
    """By default, unless your script assigns to its key, a widget that is rendered again after a complete run
    without it loses what the user typed and resets to its default.
    """
    app = run("widget_resets/hidden_widget.py")
    app.text_input[0].set_value("Bob").run()
    assert app.text[0].value == "name: Bob"
    app.checkbox[0].uncheck().run()
    app.button[0].click().run()
    app.checkbox[0].check().run()
    assert app.text_input[0].value == "Ann"
    assert app.text[0].value == "name: Ann"

    app.text_input[0].set_value("Bob").run()
    app.checkbox[0].uncheck().run()
    app.checkbox[0].check().run()

    assert app.text_input[0].value == "Ann"
    assert app.text[0].value == "name: Ann"


@pytest.mark.since("1.59")
@pytest.mark.apptest_since("1.66", reason="an older AppTest drops the entry")
def test_persist_state_keeps_a_hidden_widget(run):
    """With `persist_state="page"` or `persist_state="session"`, a widget's key stays in `st.session_state`
    while its page doesn't render the widget, and the widget comes back with its value.
    """
    app = run("widget_resets/keep_persist_state.py")
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
    """Setting `persist_state` without a key raises `StreamlitMissingRequiredParameterError`."""
    app = run("widget_resets/persist_state_without_key.py")

    assert app.exception[0].proto.type == "streamlit.errors.StreamlitMissingRequiredParameterError"
    assert app.exception[0].message == (
        "The `key` parameter is required. When using persist_state, the widget must have a unique 'key' parameter "
        "specified so its value can be preserved across reruns and page switches."
    )
    assert not app.text_input


@pytest.mark.since("1.59")
@pytest.mark.until("1.62")
def test_persist_state_without_key_raised(run):
    """From 1.59 to 1.62, setting `persist_state` without a key raised `StreamlitAPIException`."""
    app = run("widget_resets/persist_state_without_key.py")

    assert app.exception[0].proto.type == "streamlit.errors.StreamlitAPIException"
    assert app.exception[0].message == (
        "When using persist_state, the widget must have a unique 'key' parameter "
        "specified so its value can be preserved across reruns and page switches."
    )
    assert not app.text_input


@pytest.mark.since("1.59")
def test_no_persist_state(run):
    """`st.file_uploader`, `st.camera_input`, `st.audio_input`, `st.data_editor`, and `st.chat_input` have no
    `persist_state`.
    """
    app = run("widget_resets/no_persist_state.py")

    names = ["file_uploader", "camera_input", "audio_input", "data_editor", "chat_input"]
    assert [text.value for text in app.text] == [f"no persist_state: {name}" for name in names]


def test_copy_to_a_plain_key(run):
    """If an `on_change` callback copies a widget's value to a key without a widget, the copy is kept while the
    widget is hidden, and your script can put it back into the widget.
    """
    app = run("widget_resets/keep_copy.py")
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
    """If the script assigns a widget's key to itself at the top of every run, the value is kept while the
    widget is hidden.
    """
    app = run("widget_resets/keep_resaved.py")
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
    """By default, a value that your script assigns to the key of a hidden widget lasts until a later run reaches the
    end of the script without rendering the widget.
    """
    app = run("widget_resets/set_while_hidden.py")
    assert app.text[0].value == "name: Ann"
    app.checkbox[0].uncheck().run()
    app.button[0].click().run()
    assert app.text[0].value == "name: Eve"
    app.button[1].click().run()
    assert app.text[0].value == "name: Eve"

    app.button[1].click().run()

    assert app.text[0].value == "name: None"


@pytest.mark.engines("server", "live", reason="AppTest shows the assigned value")
def test_value_set_while_hidden_is_not_shown(run):
    """By default, if a hidden text input is rendered again one run after a value was assigned to its key, the
    script gets the assigned value for one run, but the input shows its default, and the next run returns the
    default.
    """
    app = run("widget_resets/set_while_hidden.py")
    app.checkbox[0].uncheck().run()
    app.button[0].click().run()
    app.checkbox[0].check().run()
    assert app.text_input[0].value == "Ann"
    assert app.text[0].value == "name: Eve"

    app.button[1].click().run()

    assert app.text_input[0].value == "Ann"
    assert app.text[0].value == "name: Ann"


def test_value_waits_for_a_widget_never_drawn(run):
    """If you assign a value to a key before any widget has used the key, the value stays until a widget with
    that key is rendered, and the widget returns it.
    """
    app = run("widget_resets/set_before_first_draw.py")
    app.button[0].click().run()
    app.button[1].click().run()
    app.button[1].click().run()
    assert app.text[0].value == "name: Eve"

    app.checkbox[0].check().run()

    assert app.text_input[0].label == "Name"
    assert app.text[0].value == "name: Eve"


def test_value_from_before_the_widget_returns(run):
    """By default, if a value was stored under a key in a run before the one that first rendered the widget,
    that value comes back when the hidden widget's own value is removed, instead of what the user typed.
    """
    app = run("widget_resets/set_before_first_draw.py")
    app.button[0].click().run()
    app.checkbox[0].check().run()
    app.text_input[0].set_value("Bob").run()
    app.checkbox[0].uncheck().run()
    assert app.text[0].value == "name: Bob"

    app.button[1].click().run()
    assert app.text[0].value == "name: Eve"


@pytest.mark.apptest_since("1.66", reason="an older AppTest drops the entry")
def test_stop_above_a_widget_keeps_the_entry(run):
    """If `st.stop()` ends a run above a widget, that run doesn't remove the widget's key."""
    app = run("widget_resets/run_ends_early.py")
    assert app.text_input[0].value == "Ann"
    app.text_input[0].set_value("Bob").run()
    app.checkbox[0].check().run()
    app.button[0].click().run()
    app.button[0].click().run()

    assert not app.text_input
    assert app.text[0].value == "name: Bob"


@pytest.mark.apptest_since("1.66", reason="an older AppTest drops the entry")
def test_error_above_a_widget_keeps_the_entry(run):
    """If an exception ends a full run above a widget, that run doesn't remove the widget's key."""
    app = run("widget_resets/run_ends_early.py")
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
    """By default, when a widget is rendered again after a run that `st.stop()` ended above it, it shows its
    default, returns the text typed earlier for one run, and then returns the default.
    """
    app = run("widget_resets/back_after_a_stop.py")
    type_and_come_back(app, 0)
    assert app.text_input("name").value == "nobody"
    assert [text.value for text in app.text] == ["Hello Ada"]

    app.run()
    assert app.text_input("name").value == "nobody"
    assert [text.value for text in app.text] == ["Hello nobody"]


@pytest.mark.engines("server", "live", reason="AppTest keeps the value")
def test_widget_back_after_an_error(run):
    """By default, when a widget is rendered again after a full run that an exception ended above it, it also shows its
    default, returns the text typed earlier for one run, and then returns the default.
    """
    app = run("widget_resets/back_after_a_stop.py")
    type_and_come_back(app, 1)
    assert app.text_input("name").value == "nobody"
    assert [text.value for text in app.text] == ["Hello Ada"]

    app.run()
    assert app.text_input("name").value == "nobody"
    assert [text.value for text in app.text] == ["Hello nobody"]


@pytest.mark.since("1.64")
def test_rerun_above_a_widget_keeps_its_value(run):
    """Calling `st.rerun()` above a widget doesn't change the widget's value."""
    app = run("widget_resets/rerun_above.py")
    assert app.text_input[0].value == "Ann"
    app.text_input[0].set_value("Bob").run()
    app.button[0].click().run()

    assert app.text_input[0].value == "Bob"
    assert [text.value for text in app.text] == ["clicked: False", "name: Bob"]


@pytest.mark.until("1.63")
@pytest.mark.apptest_since("1.33", reason="an older AppTest does not come back from `st.rerun`")
def test_rerun_above_a_widget_reset_it(run):
    """In 1.63 and earlier, calling `st.rerun()` above a widget made the script continue with the widget's default."""
    app = run("widget_resets/rerun_above.py")
    app.text_input[0].set_value("Bob").run()
    assert [text.value for text in app.text] == ["clicked: False", "name: Bob"]

    app.button[0].click().run()

    assert [text.value for text in app.text] == ["clicked: False", "name: Ann"]


def test_new_label_without_key(run):
    """If a widget has no key and its label changes, it becomes a new widget and resets to its default."""
    app = run("widget_resets/changed_label.py")
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
    app = run("widget_resets/changed_label.py")
    assert app.text[1].value == "with key: Ann"
    app.text_input[1].set_value("Bob").run()
    app.checkbox[0].check().run()

    assert app.text_input[1].value == "Bob"
    assert app.text[1].value == "with key: Bob"


@pytest.mark.until("1.49")
def test_new_label_reset_a_keyed_widget(run):
    """In 1.49 and earlier, `st.text_input` reset to its default when its label changed, even with a key."""
    app = run("widget_resets/changed_label.py")
    app.text_input[1].set_value("Bob").run()
    assert app.text[1].value == "with key: Bob"

    app.checkbox[0].check().run()

    assert app.text_input[1].value == "Ann"
    assert app.text[1].value == "with key: Ann"


@pytest.mark.since("1.51")
def test_new_label_of_keyed_radio(run):
    """`st.radio` with a key keeps its value when its label changes."""
    app = run("widget_resets/changed_label_of_radio.py")
    assert app.radio[0].label == "Size"
    assert app.text[0].value == "size: S"
    app.radio[0].set_value("M").run()

    app.checkbox[0].check().run()

    assert app.radio[0].label == "Your size, please"
    assert app.radio[0].value == "M"
    assert app.text[0].value == "size: M"


@pytest.mark.until("1.50")
def test_new_label_reset_a_keyed_radio(run):
    """In 1.50 and earlier, `st.radio` reset to its default when its label changed, even with a key."""
    app = run("widget_resets/changed_label_of_radio.py")
    app.radio[0].set_value("M").run()
    assert app.text[0].value == "size: M"

    app.checkbox[0].check().run()

    assert app.radio[0].value == "S"
    assert app.text[0].value == "size: S"


def test_new_default_without_key(run):
    """If a widget has no key and its default changes, it becomes a new widget and resets to the new default."""
    app = run("widget_resets/changed_default.py")
    app.text_input[0].set_value("Oslo").run()
    assert app.text[0].value == "without key: Oslo"

    app.checkbox[0].check().run()

    assert app.text_input[0].value == "Rome"
    assert app.text[0].value == "without key: Rome"


@pytest.mark.since("1.50")
def test_new_default_with_key(run):
    """`st.text_input` with a key keeps its value when its default changes, even if the user has never edited it."""
    app = run("widget_resets/changed_default.py")
    app.checkbox[0].check().run()
    assert app.text_input[1].value == "Bern"
    assert app.text[1].value == "with key: Bern"

    app.text_input[1].set_value("Oslo").run()
    app.checkbox[0].uncheck().run()

    assert app.text_input[1].value == "Oslo"
    assert app.text[1].value == "with key: Oslo"


@pytest.mark.until("1.49")
def test_new_default_reset_a_keyed_widget(run):
    """In 1.49 and earlier, `st.text_input` reset to the new default when its default changed, even with a key."""
    app = run("widget_resets/changed_default.py")
    app.text_input[1].set_value("Oslo").run()
    assert app.text[1].value == "with key: Oslo"

    app.checkbox[0].check().run()

    assert app.text_input[1].value == "Rome"
    assert app.text[1].value == "with key: Rome"


@pytest.mark.since("1.53")
def test_option_still_there(run):
    """`st.selectbox` with a key keeps its value when its options change, as long as the selected option is
    still available.
    """
    app = run("widget_resets/changed_options.py")
    app.selectbox[0].set_value("L").run()
    app.checkbox[0].check().run()

    assert app.selectbox[0].value == "L"
    assert app.text[1].value == "size: L"


@pytest.mark.until("1.52")
def test_new_options_reset_a_keyed_selectbox(run):
    """In 1.52 and earlier, `st.selectbox` reset to its default whenever its options changed, even with a key."""
    app = run("widget_resets/changed_options.py")
    app.selectbox[0].set_value("L").run()
    assert app.text[1].value == "size: L"

    app.checkbox[0].check().run()

    assert app.selectbox[0].value == "M"
    assert app.text[1].value == "size: M"


def test_options_grow_below_the_widget(run):
    """If the script adds an option to the list below an `st.selectbox` or `st.select_slider` without a key, the widget
    ignores the user's next choice and resets to its default.
    """
    app = run("widget_resets/options_grow.py")
    app.button[0].click().run()
    assert app.selectbox[0].options == ["S", "M"]

    app.selectbox[0].set_value("M").run()

    assert app.selectbox[0].options == ["S", "M", "L"]
    assert app.text[0].value == "size: S, up to: S"

    app.button[0].click().run()
    app.select_slider[0].set_value("M").run()
    assert app.text[0].value == "size: S, up to: S"


@pytest.mark.since("1.53")
def test_options_grow_below_a_keyed_widget(run):
    """If the script adds an option to the list below an `st.selectbox` or `st.select_slider` with a key, the widget
    keeps the user's next choice.
    """
    app = run("widget_resets/options_grow_fixed.py")
    app.button[0].click().run()
    assert app.selectbox[0].options == ["S", "M"]

    app.selectbox[0].set_value("M").run()
    assert app.selectbox[0].options == ["S", "M", "L"]
    assert app.text[0].value == "size: M, up to: S"

    app.button[0].click().run()
    app.select_slider[0].set_value("M").run()
    assert app.text[0].value == "size: M, up to: M"


def test_option_gone(run):
    """Unless it accepts new options, `st.selectbox` resets to its default, without an error, when neither the
    selected option nor another one with the same text is available.
    """
    app = run("widget_resets/changed_options.py")
    assert [text.value for text in app.text] == ["sizes: ['S', 'M', 'L']", "size: S"]

    app.checkbox[0].check().run()

    assert not app.exception
    assert app.selectbox[0].value == "M"
    assert [text.value for text in app.text] == ["sizes: ['M', 'L']", "size: M"]


def test_new_range_resets_a_slider(run):
    """When `max_value` changes, `st.slider` resets, even with a key."""
    app = run("widget_resets/changed_range.py")
    assert (app.slider[0].min, app.slider[0].max) == (0, 10)
    assert app.text[0].value == "slider: 5"
    app.slider[0].set_value(7).run()
    assert app.text[0].value == "slider: 7"

    app.checkbox[0].check().run()

    assert (app.slider[0].min, app.slider[0].max, app.slider[0].value) == (0, 20, 5)
    assert app.text[0].value == "slider: 5"


@pytest.mark.since("1.53")
def test_new_range_of_a_number_input(run):
    """When `max_value` changes, `st.number_input` with a key keeps its value if the value still fits."""
    app = run("widget_resets/changed_range.py")
    assert (app.number_input[0].min, app.number_input[0].max, app.number_input[0].value) == (0, 10, 5)
    app.number_input[0].set_value(8).run()
    app.checkbox[0].check().run()

    assert (app.number_input[0].min, app.number_input[0].max, app.number_input[0].value) == (0, 20, 8)
    assert app.text[1].value == "number: 8"


@pytest.mark.until("1.52")
def test_new_range_reset_a_number_input(run):
    """In 1.52 and earlier, `st.number_input` reset to its default when `max_value` changed, even with a key."""
    app = run("widget_resets/changed_range.py")
    app.number_input[0].set_value(8).run()
    assert app.text[1].value == "number: 8"

    app.checkbox[0].check().run()

    assert app.number_input[0].value == 5
    assert app.text[1].value == "number: 5"


@pytest.mark.since("1.45")
def test_new_limits_reset_a_keyed_widget(run):
    """Even with a key, changing `max_chars` resets `st.text_input`, changing `max_selections` resets
    `st.multiselect`, and changing `accept_new_options` resets `st.selectbox`.
    """
    app = run("widget_resets/changed_limits.py")
    app.button[0].click().run()
    assert [text.value for text in app.text] == ["limit: 2", "initials: 'A'", "sizes: ['S', 'M']", "color: 'red'"]

    app.checkbox[0].check().run()

    assert [text.value for text in app.text] == ["limit: 3", "initials: ''", "sizes: []", "color: 'blue'"]


def test_another_command_is_a_new_widget(run):
    """By default, unless your script has assigned to the key, a different widget command with the same key is a
    new widget and starts from its default.
    """
    app = run("widget_resets/changed_command.py")
    app.text_input[0].set_value("Hello").run()
    assert app.text[0].value == "note: 'Hello'"

    app.checkbox[0].check().run()

    assert not app.text_input
    assert app.text_area[0].value == ""
    assert app.text[0].value == "note: ''"


@pytest.mark.since("1.50")
def test_moved_widget_keeps_its_value(run):
    """`st.text_input` with a key keeps its value when it moves from the main area into a form in the sidebar."""
    app = run("widget_resets/moved_to_sidebar.py")
    assert app.text[0].value == "name: Ann"
    assert app.sidebar.button[0].label == "Send"
    app.main.text_input[0].set_value("Bob").run()
    app.checkbox[0].check().run()

    assert not app.main.text_input
    assert app.sidebar.text_input[0].value == "Bob"
    assert app.text[0].value == "name: Bob"


@pytest.mark.until("1.49")
def test_moved_widget_started_over(run):
    """In 1.49 and earlier, `st.text_input` reset to its default when it moved into a form, even with a key."""
    app = run("widget_resets/moved_to_sidebar.py")
    app.main.text_input[0].set_value("Bob").run()
    assert app.text[0].value == "name: Bob"

    app.checkbox[0].check().run()

    assert app.sidebar.text_input[0].value == "Ann"
    assert app.text[0].value == "name: Ann"


def test_another_key_is_a_new_widget(run):
    """By default, when a widget's key changes to one that the app hasn't used yet, it becomes a new widget and starts
    from its default.
    """
    app = run("widget_resets/reset_by_key.py")
    app.text_input[0].set_value("Bob").run()
    assert app.text[0].value == "name_0: Bob"

    app.button[0].click().run()

    assert app.text_input[0].value == "Ann"
    assert app.text[0].value == "name_1: Ann"

    app.button[0].click().run()

    assert app.text[0].value == "name_2: Ann"


def opened(app):
    """Return the label of the open tab, and whether the expander is open."""
    tab = app.page.locator("[role=tab][aria-selected=true]").inner_text()
    return tab, app.page.locator("[data-testid=stExpander] details").get_attribute("open") is not None


def opened_tabs(app):
    """Return the label of the open tab in each `st.tabs`."""
    return app.page.locator("[role=tab][aria-selected=true]").all_inner_texts()


@pytest.mark.engines("server", reason="AppTest opens neither")
def test_tab_and_expander_jump_back(run):
    """By default, `st.tabs` without a key jumps back to its first tab and `st.expander` without a key closes when an
    element appears above them in the same container.
    """
    app = run("widget_resets/tab_jumps.py")
    app.page.get_by_role("tab", name="List").click()
    app.page.get_by_text("Details").click()
    assert opened(app) == ("List", True)

    app.checkbox[0].check().run()
    assert opened(app) == ("Map", False)


@pytest.mark.since("1.55")
@pytest.mark.engines("server", reason="AppTest opens neither")
def test_tab_and_expander_stay(run):
    """With a `key`, `st.tabs` keeps its open tab and `st.expander` stays open when an element appears above them."""
    app = run("widget_resets/tab_jumps_fixed.py")
    app.page.get_by_role("tab", name="List").click()
    app.page.get_by_text("Details").click()
    assert opened(app) == ("List", True)

    app.checkbox[0].check().run()
    assert opened(app) == ("List", True)


@pytest.mark.engines("server", reason="AppTest opens neither")
def test_tab_and_expander_stay_in_place(run):
    """If the new element appears inside a container that every run renders, `st.tabs` keeps its open tab and
    `st.expander` stays open.
    """
    app = run("widget_resets/tab_stays_in_place.py")
    app.page.get_by_role("tab", name="List").click()
    app.page.get_by_text("Details").click()
    app.checkbox[0].check().run()

    assert app.text[0].value == "Blue is water."
    assert opened(app) == ("List", True)


@pytest.mark.engines("server", reason="AppTest opens no tab")
def test_click_in_a_tab(run):
    """A click on a button or the submission of a form in a tab doesn't change which tab is open."""
    app = run("widget_resets/click_in_a_tab.py")
    app.page.get_by_role("tab", name="List").click()
    app.button[0].click().run()
    assert opened_tabs(app) == ["List"]

    app.text_input[0].set_value("tea")
    app.button[1].click().run()
    assert app.text[1].value == "Item: tea"
    assert opened_tabs(app) == ["List"]


def open_in_all(app, name):
    for tab in app.page.get_by_role("tab", name=name).all():
        tab.click()
    app.run()
    assert opened_tabs(app) == [name] * 3


@pytest.mark.since("1.55")
@pytest.mark.engines("server", reason="AppTest opens no tab")
def test_new_label_of_the_open_tab(run):
    """When the label of the open tab changes, `st.tabs` jumps back to its first tab, even with a key."""
    app = run("widget_resets/renamed_tabs.py")
    open_in_all(app, "List (1)")
    app.checkbox[0].check().run()

    assert opened_tabs(app) == ["Map", "Map", "Map"]


@pytest.mark.since("1.55")
@pytest.mark.engines("server", reason="AppTest opens no tab")
def test_new_label_of_another_tab(run):
    """When the label of another tab changes, `st.tabs` keeps its open tab, with a key or without, but jumps back to its
    first tab with `on_change="rerun"`.
    """
    app = run("widget_resets/renamed_tabs.py")
    open_in_all(app, "Notes")
    app.checkbox[0].check().run()
    assert opened_tabs(app) == ["Notes", "Notes", "Map"]


@pytest.mark.since("1.55")
@pytest.mark.engines("server", reason="AppTest opens no tab")
def test_new_tab_at_the_end(run):
    """When a tab is added at the end, `st.tabs` without `on_change` keeps its open tab, with a key or without."""
    app = run("widget_resets/renamed_tabs.py")
    open_in_all(app, "Notes")
    app.checkbox[1].check().run()

    assert app.page.get_by_role("tab", name="Old").count() == 3
    assert opened_tabs(app)[:2] == ["Notes", "Notes"]


@pytest.mark.engines("server", reason="AppTest opens no tab")
def test_label_without_the_count(run):
    """If the labels of `st.tabs` stay the same and a tab shows the count in its content, the tab stays open."""
    app = run("widget_resets/renamed_tabs_fixed.py")
    app.page.get_by_role("tab", name="List").click()
    app.checkbox[0].check().run()

    assert opened_tabs(app) == ["List"]
    assert app.text[0].value == "Items: 2"


@pytest.mark.since("1.34")
def test_options_come_later(run):
    """If a selectbox with a key starts without options, its value is `None`, and it stays `None` when options
    are added.
    """
    app = run("widget_resets/options_come_later.py")
    assert app.text[0].value == "Size: None"
    app.checkbox[0].check().run()

    assert app.selectbox[0].value is None
    assert app.text[0].value == "Size: None"

    for size in ("M", "S"):
        app.selectbox[0].set_value(size).run()
        assert app.text[0].value == f"Size: {size}"


@pytest.mark.until("1.33")
def test_options_come_later_once(run):
    """In 1.33 and earlier, a selectbox that started without options selected the first option it got, even with
    a key.
    """
    app = run("widget_resets/options_come_later.py")
    assert app.text[0].value == "Size: None"
    app.checkbox[0].check().run()

    assert app.selectbox[0].value == "S"
    assert app.text[0].value == "Size: S"


def test_options_come_later_with_a_start_value(run):
    """If a selectbox starts without options and your script assigns the first new option to its key, the
    selectbox starts with that option.
    """
    app = run("widget_resets/options_come_later_fixed.py")
    assert app.text[0].value == "Size: None"
    app.checkbox[0].check().run()

    assert app.selectbox[0].value == "S"
    assert app.text[0].value == "Size: S"

    app.selectbox[0].set_value("M").run()
    assert app.text[0].value == "Size: M"


def hide_in_fragment(app):
    app.text_input[0].set_value("Bob").run()
    app.checkbox[0].uncheck().run()
    assert app.text[0].value == "name: Bob"
    app.button[0].click().run()


@pytest.mark.since("1.37")
@pytest.mark.engines("server", "live", reason="AppTest reruns the whole script")
def test_fragment_skips_the_assignment(run):
    """If a fragment rerun hides a widget, an assignment above the fragment doesn't keep the widget's value,
    because the fragment rerun skips it.
    """
    app = run("widget_resets/hidden_in_fragment.py")
    hide_in_fragment(app)

    assert app.text[0].value == "name: None"


@pytest.mark.since("1.37")
def test_assignment_in_the_fragment(run):
    """If a fragment assigns a widget's key to itself in every rerun, the value is kept while the fragment hides the
    widget.
    """
    app = run("widget_resets/hidden_in_fragment_fixed.py")
    hide_in_fragment(app)
    assert app.text[0].value == "name: Bob"

    app.checkbox[0].check().run()

    assert app.text_input[0].value == "Bob"
    assert app.text[0].value == "name: Bob"


def test_arguments_without_key(run):
    """Without a key, `st.text_input` resets when any of its arguments changes, except `disabled`,
    `label_visibility`, `on_change`, `args`, and `kwargs`.
    """
    app = run("widget_resets/arguments_without_key.py")
    for widget in range(len(app.text_input)):
        app.text_input[widget].set_value("B").run()
    assert {text.value.partition(": ")[2] for text in app.text} == {"'B'"}

    app.checkbox[0].check().run()

    kept = ["args", "disabled", "kwargs", "label_visibility", "on_change"]
    assert [text.value.partition(":")[0] for text in app.text if text.value.endswith("'B'")] == kept
    assert "value: 'A'" in [text.value for text in app.text]
    assert {text.value.partition(": ")[2] for text in app.text} == {"''", "'A'", "'B'"}


def changed(app):
    """Return which arguments reset a widget with a key, by the name of its command."""
    assert len(app.text) == 19
    app.button[0].click().run()
    assert {text.value.partition(": ")[2] for text in app.text} == {"[]"}

    app.checkbox[0].check().run()

    app.run()
    assert not app.exception
    return dict(text.value.split(": ") for text in app.text)


@pytest.mark.since("1.62")
def test_arguments_of_texts(run):
    """Even with a key, `st.text_input` resets when `max_chars` or `validate` changes, and `st.text_area` resets
    when `max_chars` changes.
    """
    resets = changed(run("widget_resets/arguments_with_key"))
    assert resets["text_input"] == "['max_chars', 'validate']"
    assert resets["text_area"] == "['max_chars']"


@pytest.mark.since("1.55")
def test_arguments_of_numbers(run):
    """Even with a key, `st.slider` resets when `min_value`, `max_value`, or `step` changes."""
    resets = changed(run("widget_resets/arguments_with_key"))
    assert resets["slider"] == "['max_value', 'min_value', 'step']"
    assert resets["number_input"] == "[]"


@pytest.mark.since("1.55")
def test_arguments_of_choices(run):
    """Even with a key, `st.selectbox` resets when `accept_new_options` changes, `st.multiselect` when
    `accept_new_options` or `max_selections` changes, `st.pills` and `st.segmented_control` when
    `selection_mode` changes, and `st.feedback` when `options` changes.
    """
    resets = changed(run("widget_resets/arguments_with_key"))
    assert resets["selectbox"] == "['accept_new_options']"
    assert resets["multiselect"] == "['accept_new_options', 'max_selections']"
    assert resets["pills"] == resets["segmented_control"] == "['selection_mode']"
    assert resets["feedback"] == "['options']"


@pytest.mark.since("1.55")
def test_arguments_of_dates(run):
    """Even with a key, `st.date_input` with a default resets when `format` changes, `st.time_input` when `step`
    changes, and `st.datetime_input` when `format` or `step` changes.
    """
    resets = changed(run("widget_resets/arguments_with_key"))
    assert resets["date_input"] == "['format']"
    assert resets["time_input"] == "['step']"
    assert resets["datetime_input"] == "['format', 'step']"


@pytest.mark.apptest_since("1.56", reason="an older AppTest has no file_uploader")
def test_arguments_of_an_uploader(run):
    """Even with a key, `st.file_uploader` loses its files when `type`, `accept_multiple_files`, or
    `max_upload_size` changes, but not when its label or `help` changes.
    """
    app = run("widget_resets/changed_uploader.py")
    for widget in range(5):
        app.file_uploader[widget].set_value(("a.txt", b"Ann", "text/plain")).run()
    assert {text.value.partition(": ")[2] for text in app.text} == {"True"}

    app.checkbox[0].check().run()

    assert [text.value for text in app.text] == [
        "label: True",
        "help: True",
        "type: False",
        "accept_multiple_files: False",
        "max_upload_size: False",
    ]


@pytest.mark.since("1.55")
def test_no_argument_resets(run):
    """With a key, `st.number_input`, `st.radio`, `st.select_slider`, `st.checkbox`, `st.toggle`, and
    `st.color_picker` keep their value when any argument except `format_func` changes, as long as the value
    still fits.
    """
    resets = changed(run("widget_resets/arguments_with_key"))
    unchanged = ["number_input", "radio", "select_slider", "checkbox", "toggle", "color_picker"]
    assert {resets[command] for command in unchanged} == {"[]"}


def select_and_sell(app):
    assert app.text[0].value == "['S', 'S', []]"
    app.button[1].click().run()
    assert app.text[0].value == "['M', 'M', ['M']]"
    app.checkbox[0].check().run()
    assert app.selectbox[0].options == ["S, 1 left", "M, 1 left"]


def test_new_option_labels_without_key(run):
    """Without a key, `st.selectbox` resets when `format_func` returns other texts for its options."""
    app = run("widget_resets/changed_option_labels_no_key.py")
    app.selectbox[0].select("M").run()
    assert app.text[0].value == "size: M"

    app.checkbox[0].check().run()

    assert app.text[0].value == "size: S"


@pytest.mark.engines("server", "live", reason="AppTest keeps the selection")
def test_new_option_labels_with_key(run):
    """With a key, `st.selectbox`, `st.radio`, and `st.multiselect` return the selected option for one more run
    when `format_func` returns other texts, and then, unless they accept new options, reset to their default.
    """
    app = run("widget_resets/changed_option_labels.py")
    select_and_sell(app)
    assert app.text[0].value == "['M', 'M', ['M']]"

    app.button[0].click().run()

    assert app.text[0].value == "['S', 'S', []]"


@pytest.mark.apptest_since("1.33", reason="an older AppTest cannot select an option with another text")
def test_new_option_labels_resaved(run):
    """If the script assigns the key of `st.selectbox`, `st.radio`, or `st.multiselect` to itself at the top of every
    run, the widget keeps the selected option when `format_func` returns other texts.
    """
    app = run("widget_resets/changed_option_labels_fixed.py")
    select_and_sell(app)
    for _ in range(2):
        assert app.text[0].value == "['M', 'M', ['M']]"
        app.button[0].click().run()

    app.checkbox[0].uncheck().run()
    app.button[0].click().run()
    assert app.text[0].value == "['M', 'M', ['M']]"


@pytest.mark.since("1.55")
@pytest.mark.engines("server", reason="AppTest opens no expander")
def test_new_label_of_an_expander(run):
    """Without `expanded=True`, when the label of an open `st.expander` changes, the expander stays open with a
    `key`, but closes without one, and also closes with `on_change="rerun"`.
    """
    app = run("widget_resets/changed_label_of_expander.py")
    for place in range(2):
        app.page.locator("summary").nth(place).click()
    app.expander[2].click().run()
    assert open_expanders(app) == [True, True, True]

    app.checkbox[0].check().run()

    assert app.expander[0].label == "2 items"
    assert open_expanders(app) == [False, True, False]


def open_expanders(app):
    details = app.page.locator("[data-testid=stExpander] details")
    return [element.get_attribute("open") is not None for element in details.all()]
