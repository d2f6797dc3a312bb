import re

import pytest
from streamlit.testing.v1.util import patch_config_options

# The second one since 1.63.
NOT_HERE = ("StreamlitAPIException", "StreamlitInvalidLayoutContextError")


def error(app):
    """Return the class, without its module as up to 1.40, and the message of the app's one exception."""
    assert len(app.exception) == 1
    exception = app.exception[0]
    return exception.proto.type.split(".")[-1], exception.message


@pytest.mark.since("1.39")
def test_reserved_key(run):
    """A key that begins with `$$ID` is reserved: storing something under it raises `StreamlitAPIException`."""
    app = run("errors/reserved_key.py")

    assert error(app) == ("StreamlitAPIException", "Keys beginning with $$ID are reserved.")


@pytest.mark.engines("apptest", "server", reason="the Streamlit in the page reads no `config.toml`")
def test_unserializable_value(run):
    """With `enforceSerializableSessionState` a stored function raises `UnserializableSessionStateError`,
    after the script has come to its end.
    """
    with patch_config_options({"runner.enforceSerializableSessionState": True}):  # AppTest reads no `config.toml`
        app = run("errors/unserializable")

    kind, message = error(app)
    assert kind == "UnserializableSessionStateError"
    assert message.startswith(
        "Cannot serialize the value (of type `<class 'function'>`) of 'double' in st.session_state."
    )
    assert app.text[0].value == "42"


def test_button_in_a_form(run):
    """`st.button` in a form is refused, and the script ends there."""
    app = run("errors/button_in_form.py")

    kind, message = error(app)
    assert kind in NOT_HERE
    assert message.startswith("`st.button()` can't be used in an `st.form()`.")
    assert len(app.text_input) == 1
    assert len(app.text) == 0


def test_submit_button_outside_of_a_form(run):
    """`st.form_submit_button` outside of its form is refused."""
    app = run("errors/submit_outside_of_form.py")

    kind, message = error(app)
    assert kind in NOT_HERE
    assert message.startswith("`st.form_submit_button()` must be used inside an `st.form()`.")


def test_form_in_a_form(run):
    """A form in a form is refused."""
    app = run("errors/nested_form.py")

    kind, message = error(app)
    assert kind in NOT_HERE
    assert message == "Forms cannot be nested in other forms."


def test_two_forms_with_one_key(run):
    """Two forms with one key are refused: the page shows the first."""
    app = run("errors/same_form.py")

    kind, message = error(app)
    assert kind in ("StreamlitAPIException", "StreamlitDuplicateElementKey")
    assert re.match(r"There are multiple (identical forms|elements) with (the same )?`key='order'`", message)
    assert [button.label for button in app.button] == ["Order Tea"]


@pytest.mark.since("1.34")
def test_widget_in_a_cached_function(run):
    """A widget in a cached function is drawn and returns its value, below a `CachedWidgetWarning`."""
    app = run("errors/cached_widget.py")

    kind, message = error(app)
    assert kind == "CachedWidgetWarning"
    assert message.strip().startswith("Your script uses a widget command in a cached function")
    assert app.number_input[0].value == 8
    assert app.text[0].value == "Price: 8"


def test_cached_function_that_writes_elsewhere(run):
    """A cached function that writes into a container made outside of it raises `CacheReplayClosureError`
    when its result is read from the cache.
    """
    app = run("errors/cached_container.py")
    app = app.run()

    kind, message = error(app)
    assert kind == "CacheReplayClosureError"
    assert message.strip().startswith("While running `price()`, a streamlit element is called on some layout block")


@pytest.mark.since("1.37")
def test_fragment_scope_outside_of_a_fragment(run):
    """`st.rerun(scope="fragment")` in the script is refused."""
    app = run("errors/fragment_scope.py")
    app.button[0].click().run()

    kind, message = error(app)
    assert kind in NOT_HERE
    assert message == (
        'scope="fragment" can only be specified from `@st.fragment`-decorated functions during fragment reruns.'
    )


@pytest.mark.since("1.63")
def test_fragment_key_in_the_script(run):
    """`st.rerun` with the key of a fragment raises `StreamlitAPIException` outside of callbacks."""
    app = run("errors/fragment_key.py")
    app.button[1].click().run()

    kind, message = error(app)
    assert kind == "StreamlitAPIException"
    assert message.startswith("Passing a fragment key to `st.rerun()` is only allowed from a widget callback")


@pytest.mark.since("1.63")
def test_fragment_key_that_no_fragment_has(run):
    """`st.rerun` with a key that no fragment on the page has raises `StreamlitAPIException`."""
    app = run("errors/fragment_key.py")
    app.button[0].click().run()

    text = (
        "No fragment found for target 'prices'. Pass the same `key` you set on `@st.fragment(key=...)`, "
        "and make sure that fragment has rendered at least once."
    )
    assert error(app) == ("StreamlitAPIException", text)


@pytest.mark.since("1.59")
def test_fragment_widget_outside(run):
    """A fragment may draw a widget in a container outside of it."""
    app = run("errors/fragment_outside.py")

    assert len(app.exception) == 0
    assert app.text_input[0].value == "Ann"


@pytest.mark.since("1.39")
@pytest.mark.until("1.58")
def test_fragment_widget_outside_raised(run):
    """From 1.39 to 1.58 a fragment that draws a widget in a container outside of it
    raises `StreamlitFragmentWidgetsNotAllowedOutsideError`.
    """
    app = run("errors/fragment_outside.py")

    text = "Fragments cannot write widgets to outside containers."
    assert error(app) == ("StreamlitFragmentWidgetsNotAllowedOutsideError", text)


@pytest.mark.since("1.59")
def test_misspelt_persist_state(run):
    """Any value of `persist_state` but `"page"`, `"session"` and `None` is refused."""
    app = run("errors/misspelt_persist_state.py")

    kind, message = error(app)
    assert kind in ("StreamlitInvalidPersistStateError", "StreamlitValueError")
    assert message.startswith("Invalid `persist_state` value")


def test_download_button_in_a_form(run):
    """`st.download_button` in a form is refused."""
    app = run("errors/download_in_form.py")

    kind, message = error(app)
    assert kind in NOT_HERE
    assert message.startswith("`st.download_button()` can't be used in an `st.form()`.")


@pytest.mark.since("1.64")
def test_mode_that_a_widget_does_not_have(run):
    """A mode such as `"ignore"` in place of a callback is refused by the widgets that do not have it."""
    app = run("errors/ignored_input.py")

    text = '`on_submit="ignore"` is not supported on this widget. Pass a callback, or omit `on_submit`.'
    assert error(app) == ("StreamlitAPIException", text)


@pytest.mark.since("1.63")
def test_fragment_key_that_is_reserved(run):
    """A fragment cannot have the key `"app"`: the decorator raises `StreamlitAPIException`."""
    app = run("errors/fragment_named_app.py")

    kind, message = error(app)
    assert kind == "StreamlitAPIException"
    assert message.startswith("`app` is a reserved name and cannot be used as a fragment key")


@pytest.mark.since("1.55")
def test_deleting_a_bound_parameter(run):
    """Deleting the parameter of a bound widget from `st.query_params` raises `StreamlitAPIException`."""
    app = run("errors/delete_bound.py")

    text = "Cannot directly delete query parameter 'name' - it is bound to a widget. Modify the widget value instead."
    assert error(app) == ("StreamlitAPIException", text)


@pytest.mark.since("1.55")
def test_widget_bound_to_embed(run):
    """A widget cannot be bound to the parameter `embed`: it raises `StreamlitAPIException`."""
    app = run("errors/bound_to_embed.py")

    kind, message = error(app)
    assert kind == "StreamlitAPIException"
    assert message.startswith("Cannot bind to reserved query parameter 'embed'.")


@pytest.mark.since("1.30")
def test_dict_as_a_parameter(run):
    """A query parameter cannot be a dict."""
    app = run("errors/dict_as_parameter.py")

    kind, message = error(app)
    assert kind in ("StreamlitAPIException", "StreamlitQueryParamDictValueError")
    assert "dictionary" in message
