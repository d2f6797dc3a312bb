import pytest


def test_widget_that_is_not_drawn_loses_its_key(run):
    """By default a widget's key is still in `st.session_state` during the first complete run that does not draw
    the widget, and missing in the next.
    """
    app = run("widget_resets/hidden_widget.py")
    app.text_input[0].set_value("Bob").run()
    app.checkbox[0].uncheck().run()
    assert app.text[0].value == "name: Bob"

    app.button[0].click().run()

    assert app.text[0].value == "name: None"


def test_widget_drawn_again_starts_over(run):
    """By default a widget that comes back after a run without it has lost what the user typed and starts anew."""
    app = run("widget_resets/hidden_widget.py")
    app.text_input[0].set_value("Bob").run()
    assert app.text[0].value == "name: Bob"
    app.checkbox[0].uncheck().run()
    app.checkbox[0].check().run()

    assert app.text_input[0].value == "Ann"
    assert app.text[0].value == "name: Ann"


@pytest.mark.since("1.59")
@pytest.mark.apptest_since("1.66", reason="an older AppTest drops the entry")
def test_persist_state_keeps_a_hidden_widget(run):
    """`persist_state="page"` and `persist_state="session"` keep the entry of a widget that its page
    does not draw, and the widget comes back with its value.
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
    """`persist_state` without a key raises `StreamlitMissingRequiredParameterError`."""
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
    """From 1.59 to 1.62 `persist_state` without a key raises `StreamlitAPIException`."""
    app = run("widget_resets/persist_state_without_key.py")

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
    """Assigning a widget's key to itself at the top of every run keeps the value while the widget is not drawn."""
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
    """A value assigned to the key of a widget that was drawn before and is not now lasts for that run
    and the next, then it is gone.
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


def test_value_waits_for_a_widget_never_drawn(run):
    """A value assigned to a key that no widget has had yet stays until the widget with that key is drawn,
    which then returns it.
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
    """By default a value stored before the run that first draws a widget is back under the key when the widget goes,
    in place of what the user typed.
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
    """Runs that `st.stop()` ends above a widget do not remove the widget's entry."""
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
    """Runs that an exception ends above a widget do not remove the widget's entry."""
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
    """A widget that comes back after `st.stop()` above it shows its default; it returns what the user had typed
    in that run, and the default from the next one on.
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
    """A widget that comes back after an exception above it has lost what the user typed in the same way."""
    app = run("widget_resets/back_after_a_stop.py")
    type_and_come_back(app, 1)
    assert app.text_input("name").value == "nobody"
    assert [text.value for text in app.text] == ["Hello Ada"]

    app.run()
    assert app.text_input("name").value == "nobody"
    assert [text.value for text in app.text] == ["Hello nobody"]


@pytest.mark.since("1.64")
def test_rerun_above_a_widget_keeps_its_value(run):
    """`st.rerun()` above a widget leaves the widget's value alone."""
    app = run("widget_resets/rerun_above.py")
    assert app.text_input[0].value == "Ann"
    app.text_input[0].set_value("Bob").run()
    app.button[0].click().run()

    assert app.text_input[0].value == "Bob"
    assert [text.value for text in app.text] == ["clicked: False", "name: Bob"]


@pytest.mark.until("1.63")
@pytest.mark.apptest_since("1.33", reason="an older AppTest does not come back from `st.rerun`")
def test_rerun_above_a_widget_reset_it(run):
    """Up to 1.63 `st.rerun()` above a widget makes the script go on with the widget's default."""
    app = run("widget_resets/rerun_above.py")
    app.text_input[0].set_value("Bob").run()
    assert [text.value for text in app.text] == ["clicked: False", "name: Bob"]

    app.button[0].click().run()

    assert [text.value for text in app.text] == ["clicked: False", "name: Ann"]


def test_new_label_without_key(run):
    """A widget without a key whose label changes is a new widget and starts from its default."""
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
    """Up to 1.49 `st.text_input` starts from its default when its label changes, even with a key."""
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
    """Up to 1.50 `st.radio` starts from its default when its label changes, even with a key."""
    app = run("widget_resets/changed_label_of_radio.py")
    app.radio[0].set_value("M").run()
    assert app.text[0].value == "size: M"

    app.checkbox[0].check().run()

    assert app.radio[0].value == "S"
    assert app.text[0].value == "size: S"


def test_new_default_without_key(run):
    """A widget without a key whose default changes is a new widget and starts from the new default."""
    app = run("widget_resets/changed_default.py")
    app.text_input[0].set_value("Oslo").run()
    assert app.text[0].value == "without key: Oslo"

    app.checkbox[0].check().run()

    assert app.text_input[0].value == "Rome"
    assert app.text[0].value == "without key: Rome"


@pytest.mark.since("1.50")
def test_new_default_with_key(run):
    """`st.text_input` with a key keeps its value when its default changes, even one that no user has touched."""
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
    """Up to 1.49 `st.text_input` starts from the new default when its default changes, even with a key."""
    app = run("widget_resets/changed_default.py")
    app.text_input[1].set_value("Oslo").run()
    assert app.text[1].value == "with key: Oslo"

    app.checkbox[0].check().run()

    assert app.text_input[1].value == "Rome"
    assert app.text[1].value == "with key: Rome"


@pytest.mark.since("1.53")
def test_option_still_there(run):
    """`st.selectbox` with a key keeps its value when the options change and the chosen one is still among them."""
    app = run("widget_resets/changed_options.py")
    app.selectbox[0].set_value("L").run()
    app.checkbox[0].check().run()

    assert app.selectbox[0].value == "L"
    assert app.text[1].value == "size: L"


@pytest.mark.until("1.52")
def test_new_options_reset_a_keyed_selectbox(run):
    """Up to 1.52 `st.selectbox` falls back to its default whenever its options change, even with a key."""
    app = run("widget_resets/changed_options.py")
    app.selectbox[0].set_value("L").run()
    assert app.text[1].value == "size: L"

    app.checkbox[0].check().run()

    assert app.selectbox[0].value == "M"
    assert app.text[1].value == "size: M"


def test_option_gone(run):
    """Unless new options are accepted, `st.selectbox` falls back to its default when the chosen option
    is no longer among the options, without an error.
    """
    app = run("widget_resets/changed_options.py")
    assert [text.value for text in app.text] == ["sizes: ['S', 'M', 'L']", "size: S"]

    app.checkbox[0].check().run()

    assert not app.exception
    assert app.selectbox[0].value == "M"
    assert [text.value for text in app.text] == ["sizes: ['M', 'L']", "size: M"]


def test_new_range_resets_a_slider(run):
    """When `max_value` changes, `st.slider` starts from its default, even with a key."""
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
    """When `max_value` changes, `st.number_input` with a key keeps a value that still fits."""
    app = run("widget_resets/changed_range.py")
    assert (app.number_input[0].min, app.number_input[0].max, app.number_input[0].value) == (0, 10, 5)
    app.number_input[0].set_value(8).run()
    app.checkbox[0].check().run()

    assert (app.number_input[0].min, app.number_input[0].max, app.number_input[0].value) == (0, 20, 8)
    assert app.text[1].value == "number: 8"


@pytest.mark.until("1.52")
def test_new_range_reset_a_number_input(run):
    """Up to 1.52 `st.number_input` starts from its default when `max_value` changes, even with a key."""
    app = run("widget_resets/changed_range.py")
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
    app = run("widget_resets/changed_limits.py")
    app.button[0].click().run()
    assert [text.value for text in app.text] == ["limit: 2", "initials: 'A'", "sizes: ['S', 'M']", "colour: 'red'"]

    app.checkbox[0].check().run()

    assert [text.value for text in app.text] == ["limit: 3", "initials: ''", "sizes: []", "colour: 'blue'"]


def test_another_command_is_a_new_widget(run):
    """Another widget command with the same key is a new widget and starts from its default."""
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
    """Up to 1.49 `st.text_input` starts from its default when it moves into a form, even with a key."""
    app = run("widget_resets/moved_to_sidebar.py")
    app.main.text_input[0].set_value("Bob").run()
    assert app.text[0].value == "name: Bob"

    app.checkbox[0].check().run()

    assert app.sidebar.text_input[0].value == "Ann"
    assert app.text[0].value == "name: Ann"


def test_another_key_is_a_new_widget(run):
    """A widget whose key changes is a new widget and starts from its default."""
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


@pytest.mark.engines("server", reason="AppTest opens neither")
def test_tab_and_expander_jump_back(run):
    """When an element appears above them, `st.tabs` goes back to its first tab and `st.expander` closes."""
    app = run("widget_resets/tab_jumps.py")
    app.page.get_by_role("tab", name="List").click()
    app.page.get_by_text("Details").click()
    assert opened(app) == ("List", True)

    app.checkbox[0].check().run()
    assert opened(app) == ("Map", False)


@pytest.mark.since("1.55")
@pytest.mark.engines("server", reason="AppTest opens neither")
def test_tab_and_expander_stay(run):
    """With a `key` and `on_change="rerun"`, `st.tabs` stays on its tab and `st.expander` open when an element
    appears above them.
    """
    app = run("widget_resets/tab_jumps_fixed.py")
    app.tabs[1].click().run()
    app.expander[0].click().run()
    assert opened(app) == ("List", True)

    app.checkbox[0].check().run()
    assert opened(app) == ("List", True)


@pytest.mark.engines("server", reason="AppTest opens neither")
def test_tab_and_expander_stay_in_place(run):
    """What appears in a container that every run draws leaves `st.tabs` on its tab and `st.expander` open."""
    app = run("widget_resets/tab_stays_in_place.py")
    app.page.get_by_role("tab", name="List").click()
    app.page.get_by_text("Details").click()
    app.checkbox[0].check().run()

    assert app.text[0].value == "Blue is water."
    assert opened(app) == ("List", True)


@pytest.mark.since("1.34")
def test_options_come_later(run):
    """A selectbox with a key that had no options stays empty when it gets some, as nothing was its value."""
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
    """Up to 1.33 a selectbox that had no options takes the first of those it gets, even with a key."""
    app = run("widget_resets/options_come_later.py")
    assert app.text[0].value == "Size: None"
    app.checkbox[0].check().run()

    assert app.selectbox[0].value == "S"
    assert app.text[0].value == "Size: S"


def test_options_come_later_with_a_start_value(run):
    """A selectbox that had no options starts from the first of those it gets when a script assigns this to its key."""
    app = run("widget_resets/options_come_later_fixed.py")
    assert app.text[0].value == "Size: None"
    app.checkbox[0].check().run()

    assert app.selectbox[0].value == "S"
    assert app.text[0].value == "Size: S"

    app.selectbox[0].set_value("M").run()
    assert app.text[0].value == "Size: M"
