import re

import pytest
from streamlit.testing.v1.util import patch_config_options

# Streamlit raises the first one in 1.62 and earlier, and the second one since 1.63.
NOT_HERE = ("StreamlitAPIException", "StreamlitInvalidLayoutContextError")


def error(app):
    """Return the class, without its module as up to 1.40, and the message of the app's one exception."""
    assert len(app.exception) == 1
    exception = app.exception[0]
    return exception.proto.type.split(".")[-1], exception.message


@pytest.mark.since("1.39")
def test_reserved_key(run):
    """If a key starts with `$$ID`, storing a value under it raises `StreamlitAPIException`."""
    app = run("errors/reserved_key.py")

    assert error(app) == ("StreamlitAPIException", "Keys beginning with $$ID are reserved.")


@pytest.mark.engines("apptest", "server", reason="the Streamlit in the page doesn't read `config.toml`")
def test_unserializable_value(run):
    """With `enforceSerializableSessionState`, a lambda in session state raises `UnserializableSessionStateError` when a
    run has reached the end of the script.
    """
    with patch_config_options({"runner.enforceSerializableSessionState": True}):  # AppTest doesn't read `config.toml`
        app = run("errors/unserializable")

    kind, message = error(app)
    assert kind == "UnserializableSessionStateError"
    assert message.startswith(
        "Cannot serialize the value (of type `<class 'function'>`) of 'double' in st.session_state."
    )
    assert app.text[0].value == "42"


def test_button_in_a_form(run):
    """Calling `st.button` in a form raises an error, and the script stops there."""
    app = run("errors/button_in_form.py")

    kind, message = error(app)
    assert kind in NOT_HERE
    assert message.startswith("`st.button()` can't be used in an `st.form()`.")
    assert len(app.text_input) == 1
    assert len(app.text) == 0


def test_submit_button_outside_of_a_form(run):
    """Calling `st.form_submit_button` outside a form raises an error."""
    app = run("errors/submit_outside_of_form.py")

    kind, message = error(app)
    assert kind in NOT_HERE
    assert message.startswith("`st.form_submit_button()` must be used inside an `st.form()`.")


def test_form_in_a_form(run):
    """Creating a form inside another form raises an error."""
    app = run("errors/nested_form.py")

    kind, message = error(app)
    assert kind in NOT_HERE
    assert message == "Forms cannot be nested in other forms."


def test_two_forms_with_one_key(run):
    """If two forms have the same key, the second form raises an error, and the page shows only the first."""
    app = run("errors/same_form.py")

    kind, message = error(app)
    assert kind in ("StreamlitAPIException", "StreamlitDuplicateElementKey")
    assert re.match(r"There are multiple (identical forms|elements) with (the same )?`key='order'`", message)
    assert [button.label for button in app.button] == ["Order Tea"]


@pytest.mark.since("1.34")
def test_widget_in_a_cached_function(run):
    """In the run that computes the result, a widget in a cached function is rendered and returns its value,
    below a `CachedWidgetWarning`.
    """
    app = run("errors/cached_widget.py")

    kind, message = error(app)
    assert kind == "CachedWidgetWarning"
    assert message.strip().startswith("Your script uses a widget command in a cached function")
    assert app.number_input[0].value == 8
    assert app.text[0].value == "Price: 8"


@pytest.mark.engines("server", "live", reason="AppTest loses the widget when the result comes from the cache")
def test_changed_widget_in_a_cached_function(run):
    """If the user changes a widget in a cached function, the function still returns the cached result."""
    app = run("errors/cached_widget.py")
    app.number_input[0].set_value(10).run()

    assert app.number_input[0].value == 10
    assert app.text[0].value == "Price: 8"


def test_cached_function_that_writes_elsewhere(run):
    """If a cached function calls a method of a container that your script created outside it, such as `box.text()`,
    reading its result from the cache raises `CacheReplayClosureError`.
    """
    app = run("errors/cached_container.py")
    app = app.run()

    kind, message = error(app)
    assert kind == "CacheReplayClosureError"
    assert message.strip().startswith("While running `price()`, a streamlit element is called on some layout block")


@pytest.mark.since("1.37")
def test_fragment_scope_outside_of_a_fragment(run):
    """Calling `st.rerun(scope="fragment")` in the script, outside a fragment, raises an error."""
    app = run("errors/fragment_scope.py")
    app.button[0].click().run()

    kind, message = error(app)
    assert kind in NOT_HERE
    assert message == (
        'scope="fragment" can only be specified from `@st.fragment`-decorated functions during fragment reruns.'
    )


@pytest.mark.since("1.37")
def test_fragment_scope_in_a_full_run(run):
    """Calling `st.rerun(scope="fragment")` in a fragment during a full run raises the same error."""
    app = run("errors/fragment_scope_in_full_run.py")

    kind, message = error(app)
    assert kind in NOT_HERE
    assert message.startswith('scope="fragment" can only be specified from `@st.fragment`-decorated functions')
    app.run()
    assert app.text[0].value == "Tea: 8"


@pytest.mark.since("1.63")
@pytest.mark.apptest_since("1.64", reason="older AppTest doesn't find the fragments of the last run")
def test_fragment_key_in_the_script(run):
    """Calling `st.rerun` with the key of a fragment outside a callback raises `StreamlitAPIException`."""
    app = run("errors/fragment_key.py")
    app.button[1].click().run()

    kind, message = error(app)
    assert kind == "StreamlitAPIException"
    assert message.startswith("Passing a fragment key to `st.rerun()` is only allowed from a widget callback")
    app.run()
    app.button[0].click().run()
    assert len(app.exception) == 0
    assert app.text[0].value == "Tea: 8"


@pytest.mark.since("1.63")
@pytest.mark.apptest_since("1.64", reason="older AppTest doesn't find the fragments of the last run")
def test_fragment_key_that_no_fragment_has(run):
    """If a callback calls `st.rerun` with a key that no rendered fragment has, `st.rerun` raises
    `StreamlitAPIException`.
    """
    app = run("errors/unknown_fragment.py")
    app.button[0].click().run()

    text = (
        "No fragment found for target 'prices'. Pass the same `key` you set on `@st.fragment(key=...)`, "
        "and make sure that fragment has rendered at least once."
    )
    assert error(app) == ("StreamlitAPIException", text)
    app.run()
    app.checkbox[0].check().run()
    app.button[0].click().run()
    assert len(app.exception) == 0
    assert app.text[0].value == "Tea: 8"


@pytest.mark.since("1.59")
def test_fragment_widget_outside(run):
    """By default, a fragment can render a widget in a container outside it."""
    app = run("errors/fragment_outside.py")

    assert len(app.exception) == 0
    assert app.text_input[0].value == "Ann"


@pytest.mark.since("1.39")
@pytest.mark.until("1.58")
def test_fragment_widget_outside_raised(run):
    """From 1.39 to 1.58, rendering a widget in a container outside the fragment
    raised `StreamlitFragmentWidgetsNotAllowedOutsideError`.
    """
    app = run("errors/fragment_outside.py")

    text = "Fragments cannot write widgets to outside containers."
    assert error(app) == ("StreamlitFragmentWidgetsNotAllowedOutsideError", text)


@pytest.mark.since("1.59")
@pytest.mark.engines("apptest", "server", reason="in the page, one fragment runs after another")
def test_parallel_fragment_outside(run):
    """A fragment with `parallel=True` that renders a widget in a container outside it raises an error."""
    app = run("errors/parallel_outside.py")

    kind, message = error(app)
    assert kind in NOT_HERE
    assert "outside a parallel fragment" in message
    assert len(app.text_input) == 0


@pytest.mark.since("1.59")
def test_misspelt_persist_state(run):
    """Setting `persist_state` to a value other than `"page"`, `"session"`, or `None` raises an error."""
    app = run("errors/misspelt_persist_state.py")

    kind, message = error(app)
    assert kind in ("StreamlitInvalidPersistStateError", "StreamlitValueError")
    assert message.startswith("Invalid `persist_state` value")


def test_download_button_in_a_form(run):
    """Calling `st.download_button` in a form raises an error."""
    app = run("errors/download_in_form.py")

    kind, message = error(app)
    assert kind in NOT_HERE
    assert message.startswith("`st.download_button()` can't be used in an `st.form()`.")


@pytest.mark.since("1.64")
def test_mode_that_a_widget_does_not_have(run):
    """Passing `on_submit="ignore"` to `st.chat_input` raises `StreamlitAPIException`."""
    app = run("errors/ignored_input.py")

    text = '`on_submit="ignore"` is not supported on this widget. Pass a callback, or omit `on_submit`.'
    assert error(app) == ("StreamlitAPIException", text)


@pytest.mark.since("1.64")
def test_ignore_mode_of_a_button(run):
    """Passing `on_click="ignore"` to `st.button` raises `StreamlitAPIException`."""
    app = run("errors/ignored_click.py")

    text = '`on_click="ignore"` is not supported on this widget. Pass a callback, or omit `on_click`.'
    assert error(app) == ("StreamlitAPIException", text)


@pytest.mark.since("1.63")
def test_fragment_key_that_is_reserved(run):
    """Using `"app"` as the key of a fragment raises `StreamlitAPIException`."""
    app = run("errors/fragment_named_app.py")

    kind, message = error(app)
    assert kind == "StreamlitAPIException"
    assert message.startswith("`app` is a reserved name and cannot be used as a fragment key")


@pytest.mark.since("1.55")
def test_deleting_a_bound_parameter(run):
    """Once a bound widget has been rendered, deleting its parameter from `st.query_params` raises
    `StreamlitAPIException`.
    """
    app = run("errors/delete_bound.py")

    text = "Cannot directly delete query parameter 'name' - it is bound to a widget. Modify the widget value instead."
    assert error(app) == ("StreamlitAPIException", text)


@pytest.mark.since("1.55")
def test_widget_bound_to_embed(run):
    """Binding a widget to the query parameter `embed` raises `StreamlitAPIException`."""
    app = run("errors/bound_to_embed.py")

    kind, message = error(app)
    assert kind == "StreamlitAPIException"
    assert message.startswith("Cannot bind to reserved query parameter 'embed'.")


@pytest.mark.since("1.30")
def test_dict_as_a_parameter(run):
    """Assigning a dict to a query parameter raises an error."""
    app = run("errors/dict_as_parameter.py")

    kind, message = error(app)
    assert kind in ("StreamlitAPIException", "StreamlitQueryParamDictValueError")
    assert "dictionary" in message


def test_invalid_option_replaced(run):
    """If your script replaces a stored value that isn't an option above `st.radio`, the widget shows the new value
    without an error.
    """
    app = run("errors/valid_option.py")
    assert len(app.exception) == 0
    assert app.text[0].value == "City: Oslo"

    app.radio[0].set_value("Rome").run()
    assert app.text[0].value == "City: Rome"


def test_value_limited(run):
    """If your script limits the stored value to `max_value` above `st.slider`, the widget shows the limited value
    without an error.
    """
    app = run("errors/limited_value.py")
    assert len(app.exception) == 0
    assert app.text[0].value == "Count: 10"
    assert (app.slider[0].min, app.slider[0].max) == (0, 10)

    app.slider[0].set_value(4).run()
    assert app.text[0].value == "Count: 4"


def test_list_shortened(run):
    """If your script shortens the stored list to `max_selections` above `st.multiselect`, the widget shows
    the shortened list without an error.
    """
    app = run("errors/shortened_list.py")
    assert len(app.exception) == 0
    assert app.text[0].value == "Drinks: ['Tea', 'Milk']"

    app.multiselect[0].set_value(["Rum"]).run()
    assert app.text[0].value == "Drinks: ['Rum']"


def test_default_that_is_no_option(run):
    """If a value in `default` isn't one of the options, `st.multiselect` raises an error."""
    app = run("errors/default_not_an_option.py")

    assert len(app.exception) == 1
    assert len(app.multiselect) == 0
    assert re.match(
        "The default value 'Mint' is (not )?part of the options"
        "|Every Multiselect default value must exist in options",  # up to 1.28
        app.exception[0].message,
    )


def test_default_without_what_is_no_option(run):
    """If your script leaves out the values that aren't options, `st.multiselect` shows the others as its default."""
    app = run("errors/default_not_an_option_fixed.py")

    assert len(app.exception) == 0
    assert app.multiselect[0].options == ["Green", "Black"]
    assert app.multiselect[0].value == ["Green"]
