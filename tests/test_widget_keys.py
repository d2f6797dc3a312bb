import pytest


def test_no_key_no_entry(run):
    """A widget without a key isn't in `st.session_state`, unless it is a form's submit button."""
    app = run("widget_keys/without_key.py")

    assert [widget.value for widget in app.text_input] == ["Ann", "Rome"]
    assert [text.value for text in app.text if not text.value.startswith("FormSubmitter")] == ["city: Rome"]


def test_submit_button_without_key(run):
    """Without a key, `st.form_submit_button` is stored in `st.session_state` under `FormSubmitter:<form>-<label>`."""
    app = run("widget_keys/without_key.py")
    assert app.text[0].value == "FormSubmitter:order-Send: False"

    app.button[0].click().run()

    assert app.text[0].value == "FormSubmitter:order-Send: True"


@pytest.mark.since("1.39")
def test_container_key_leaves_no_entry(run):
    """The key of `st.container` isn't in `st.session_state`."""
    app = run("widget_keys/container_key.py")

    assert app.text[0].value == "keys: []"


@pytest.mark.since("1.39")
def test_container_and_widget_share_keys(run):
    """A widget with the key of an `st.container` raises `StreamlitDuplicateElementKey`."""
    app = run("widget_keys/container_key.py")

    assert app.exception[0].proto.type.split(".")[-1] == "StreamlitDuplicateElementKey"
    assert app.exception[0].message == (
        "There are multiple elements with the same `key='place'`. "
        "To fix this, please make sure that the `key` argument is unique for each element you create."
    )
    assert not app.text_input


@pytest.mark.since("1.55")
def test_keys_of_expander_and_tabs(run):
    """With `on_change="rerun"`, the keys of `st.expander` and `st.popover` hold whether they are open, and the
    key of `st.tabs` holds the label of the open tab.
    """
    app = run("widget_keys/expander_and_tabs.py")

    assert app.expander[0].label == "Details"
    assert [tab.label for tab in app.tabs] == ["Map", "List"]
    assert [text.value for text in app.text] == ["details: False", "filters: False", "view: Map"]


@pytest.mark.engines("server", "live", reason="AppTest opens neither")
def test_open_expander_and_tab(run):
    """With `on_change="rerun"`, opening an expander or a tab triggers a rerun, and the key holds the new state."""
    app = run("widget_keys/expander_and_tabs.py")
    app.expander[0].click().run()
    assert [text.value for text in app.text] == ["details: True", "filters: False", "view: Map"]

    app.tabs[1].click().run()
    assert [text.value for text in app.text] == ["details: True", "filters: False", "view: List"]

    app.expander[0].click().run()
    assert [text.value for text in app.text] == ["details: False", "filters: False", "view: List"]


@pytest.mark.since("1.63")
def test_empty_key(run):
    """An empty string isn't a valid key: the widget call raises `StreamlitValueError`."""
    app = run("widget_keys/empty_key.py")

    assert app.exception[0].proto.type == "streamlit.errors.StreamlitValueError"
    assert app.exception[0].message == "Invalid `key` value. Supported values: a non-empty string."
    assert not app.text_input


@pytest.mark.since("1.55")
@pytest.mark.until("1.62")
def test_empty_key_raised(run):
    """From 1.55 to 1.62, a widget call with an empty string as its key raised `StreamlitAPIException`."""
    app = run("widget_keys/empty_key.py")

    assert app.exception[0].proto.type == "streamlit.errors.StreamlitAPIException"
    assert app.exception[0].message == "The `key` argument must be non-empty."
    assert not app.text_input


@pytest.mark.until("1.54")
def test_empty_key_accepted(run):
    """In 1.54 and earlier, a widget accepted an empty string as its key."""
    app = run("widget_keys/empty_key.py")

    assert not app.exception
    assert app.text_input("").label == "Name"


@pytest.mark.since("1.39")
def test_same_key_twice_raises(run):
    """Two widgets with the same key in one run raise `StreamlitDuplicateElementKey`, even if they are different
    kinds of widgets.
    """
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
    """In 1.38 and earlier, two widgets with the same key in one run raised `DuplicateWidgetID`, even if they
    were different kinds of widgets.
    """
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
    """Without `st.navigation`, if two identical widgets have no keys and are both in the main area, outside forms
    and dialogs, the second one raises `StreamlitDuplicateElementId`.
    """
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
    """In 1.38 and earlier, the error for two identical widgets without keys was `DuplicateWidgetID`."""
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
    """If identical widgets have different keys, they are separate widgets."""
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
    """In 1.45 and earlier, identical widgets without keys raised the error even if one of them was in the sidebar."""
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


def opened_tab(app):
    """Return the label of the open tab."""
    return app.page.locator("[role=tab][aria-selected=true]").inner_text()


@pytest.mark.since("1.55")
@pytest.mark.engines("server", reason="AppTest opens no tab")
def test_open_a_tab(run):
    """Outside fragments, if a callback assigns a tab's label to the key of `st.tabs(..., on_change="rerun")`, that
    tab opens.
    """
    app = run("widget_keys/open_tab.py")
    assert opened_tab(app) == "Map"
    app.button[0].click().run()

    assert opened_tab(app) == "List"
    assert app.text[1].value == "view: List"


@pytest.mark.since("1.55")
@pytest.mark.engines("server", reason="AppTest opens no expander")
def test_open_an_expander(run):
    """Outside fragments, if a callback assigns `True` or `False` to the key of `st.expander(...,
    on_change="rerun")`, the expander opens or closes.
    """
    app = run("widget_keys/open_expander.py")
    app.button[0].click().run()
    app.page.locator("[data-testid=stExpander] details[open]").wait_for()
    assert app.text[1].value == "details: True"

    app.button[1].click().run()
    app.page.locator("[data-testid=stExpander] details:not([open])").wait_for()
    assert app.text[1].value == "details: False"


@pytest.mark.since("1.55")
@pytest.mark.engines("server", reason="AppTest opens no popover")
def test_close_a_popover(run):
    """Outside fragments, if the callback of a button in a popover assigns `False` to the key of `st.popover(...,
    on_change="rerun")`, the popover closes.
    """
    app = run("widget_keys/close_popover.py")
    body = app.page.locator("[data-testid=stPopoverBody]")
    app.page.get_by_role("button", name="Filters").click()
    body.wait_for()
    app.page.get_by_text("filters: True").wait_for()
    app.page.get_by_role("button", name="Apply").click()
    app.page.get_by_text("filters: False").wait_for()

    body.wait_for(state="detached")
    assert body.count() == 0


@pytest.mark.since("1.65")
def test_unknown_tab(run):
    """By default, if your script assigns a text that isn't the label of a tab to the key of `st.tabs(...,
    on_change="rerun")`, it is replaced with the label of the first tab, without an error.
    """
    app = run("widget_keys/unknown_tab.py")

    assert not app.exception
    assert app.text[0].value == "view: Map"


@pytest.mark.since("1.55")
def test_only_the_open_tab(run):
    """With `on_change="rerun"`, the `open` attribute of a tab is true only for the open tab."""
    app = run("widget_keys/open_tab_only.py")

    assert [text.value for text in app.text] == ["The map was loaded."]


@pytest.mark.since("1.55")
def test_keys_without_entry(run):
    """By default, the keys of `st.expander`, `st.popover`, and `st.tabs` aren't in `st.session_state`, and neither
    is the key of a form.
    """
    app = run("widget_keys/keys_without_entry.py")

    assert not app.exception
    assert app.expander[0].label == "Details"
    assert [tab.label for tab in app.tabs] == ["Map", "List"]
    assert app.text[0].value == "keys: ['send']"


def test_identical_but_for_some_arguments(run):
    """Without keys, two text inputs are also identical if they differ only in `disabled`, `label_visibility`,
    `on_change`, `args`, or `kwargs`.
    """
    app = run("widget_keys/identical_but_arguments.py")

    names = ["disabled", "label_visibility", "on_change", "args", "kwargs"]
    assert [text.value for text in app.text] == [f"identical: {name}" for name in names]
    assert not app.exception


def test_identical_widgets_in_two_forms(run):
    """Identical widgets without keys in two forms are two widgets."""
    app = run("widget_keys/identical_in_forms.py")
    app.text_input[1].set_value("Bern")
    app.button[1].click().run()

    assert not app.exception
    assert [text.value for text in app.text] == ["Ann: Rome", "Bob: Bern"]
