import pytest


def test_no_key_no_entry(run):
    """A widget without a key leaves no entry in `st.session_state`, unless it is a form's submit button."""
    app = run("widget_keys/without_key.py")

    assert [widget.value for widget in app.text_input] == ["Ann", "Rome"]
    assert [text.value for text in app.text if not text.value.startswith("FormSubmitter")] == ["city: Rome"]


def test_submit_button_without_key(run):
    """Without a key, `st.form_submit_button` has the entry `FormSubmitter:<form>-<label>` in `st.session_state`."""
    app = run("widget_keys/without_key.py")
    assert app.text[0].value == "FormSubmitter:order-Send: False"

    app.button[0].click().run()

    assert app.text[0].value == "FormSubmitter:order-Send: True"


@pytest.mark.since("1.39")
def test_container_key_leaves_no_entry(run):
    """The key of `st.container` leaves no entry in `st.session_state`."""
    app = run("widget_keys/container_key.py")

    assert app.text[0].value == "keys: []"


@pytest.mark.since("1.39")
def test_container_and_widget_share_keys(run):
    """Containers and widgets share their keys: a widget with the key of a container raises
    `StreamlitDuplicateElementKey`.
    """
    app = run("widget_keys/container_key.py")

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
    app = run("widget_keys/expander_and_tabs.py")

    assert app.expander[0].label == "Details"
    assert [tab.label for tab in app.tabs] == ["Map", "List"]
    assert [text.value for text in app.text] == ["details: False", "view: Map"]


@pytest.mark.engines("server", "live", reason="AppTest opens neither")
def test_open_expander_and_tab(run):
    """With `on_change="rerun"` opening an expander or a tab starts a rerun, which has it under the key."""
    app = run("widget_keys/expander_and_tabs.py")
    app.expander[0].click().run()
    assert [text.value for text in app.text] == ["details: True", "view: Map"]

    app.tabs[1].click().run()
    assert [text.value for text in app.text] == ["details: True", "view: List"]

    app.expander[0].click().run()
    assert [text.value for text in app.text] == ["details: False", "view: List"]


@pytest.mark.since("1.63")
def test_empty_key(run):
    """The empty string is no key: the widget call raises `StreamlitValueError`."""
    app = run("widget_keys/empty_key.py")

    assert app.exception[0].proto.type == "streamlit.errors.StreamlitValueError"
    assert app.exception[0].message == "Invalid `key` value. Supported values: a non-empty string."
    assert not app.text_input


@pytest.mark.since("1.55")
@pytest.mark.until("1.62")
def test_empty_key_raised(run):
    """From 1.55 to 1.62 a widget call with the empty string as key raises `StreamlitAPIException`."""
    app = run("widget_keys/empty_key.py")

    assert app.exception[0].proto.type == "streamlit.errors.StreamlitAPIException"
    assert app.exception[0].message == "The `key` argument must be non-empty."
    assert not app.text_input


@pytest.mark.until("1.54")
def test_empty_key_accepted(run):
    """Up to 1.54 a widget takes the empty string as its key."""
    app = run("widget_keys/empty_key.py")

    assert not app.exception
    assert app.text_input("").label == "Name"


@pytest.mark.since("1.39")
def test_same_key_twice_raises(run):
    """Two widgets with one key in a run raise `StreamlitDuplicateElementKey`, also when they are of different kinds."""
    app = run("widget_keys/same_key.py")

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
    app = run("widget_keys/same_key.py")

    assert app.exception[0].proto.type == "DuplicateWidgetID"
    assert app.exception[0].message == (
        "There are multiple widgets with the same `key='place'`.\n\n"
        "To fix this, please make sure that the `key` argument is unique for each\nwidget you create."
    )
    assert app.text_input[0].label == "City"
    assert not app.text_area


def test_sidebar_and_main_area_share_keys(run):
    """The sidebar and the main area share their keys: one key in both raises the error for duplicate keys."""
    app = run("widget_keys/same_key_in_sidebar.py")

    assert app.exception[0].proto.type.split(".")[-1] in ("StreamlitDuplicateElementKey", "DuplicateWidgetID")
    assert "with the same `key='place'`" in app.exception[0].message
    assert app.main.text_input[0].label == "City"
    assert not app.sidebar.text_input


@pytest.mark.since("1.39")
def test_identical_widgets_raise(run):
    """Two identical widgets without keys raise `StreamlitDuplicateElementId`."""
    app = run("widget_keys/identical.py")
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
    app = run("widget_keys/identical.py")
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
    app = run("widget_keys/identical_fixed.py")
    app.button[0].click().run()
    assert not app.exception
    assert [text.value for text in app.text] == ["Ann", "Hello, Ann", "Bob"]

    app.button("greet_Bob").click().run()

    assert [text.value for text in app.text] == ["Ann", "Bob", "Hello, Bob"]


@pytest.mark.since("1.46")
def test_identical_widgets_in_sidebar_and_main_area(run):
    """Identical widgets without keys, one in the main area and one in the sidebar, are two widgets."""
    app = run("widget_keys/identical_in_sidebar.py")
    assert [text.value for text in app.text] == ["main: Rome", "sidebar: Rome"]

    app.sidebar.text_input[0].set_value("Bern").run()

    assert not app.exception
    assert (app.main.text_input[0].value, app.sidebar.text_input[0].value) == ("Rome", "Bern")
    assert [text.value for text in app.text] == ["main: Rome", "sidebar: Bern"]


@pytest.mark.until("1.45")
def test_identical_widgets_in_sidebar_and_main_area_raised(run):
    """Up to 1.45 identical widgets without keys raise the error also when one is in the sidebar."""
    app = run("widget_keys/identical_in_sidebar.py")

    assert app.exception[0].proto.type.split(".")[-1] in ("StreamlitDuplicateElementId", "DuplicateWidgetID")
    assert "pass a unique `key` argument" in app.exception[0].message
    assert app.main.text_input[0].label == "City"
    assert not app.sidebar.text_input


@pytest.mark.since("1.39")
def test_duplicate_widget_id_catches_both(run):
    """`except DuplicateWidgetID` catches `StreamlitDuplicateElementId` and `StreamlitDuplicateElementKey`."""
    app = run("widget_keys/duplicates_caught.py")

    assert not app.exception
    assert [text.value for text in app.text] == [
        "None: StreamlitDuplicateElementId",
        "go: StreamlitDuplicateElementKey",
    ]
