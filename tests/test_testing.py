import datetime as dt

import pytest
from streamlit.testing.v1 import AppTest


def texts(app):
    return [text.value for text in app.text]


@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_first_test(app_test):
    """`app.button[0].click().run()` clicks the first button of the app and runs the script again; then,
    `app.text[0].value` is the first text that this run shows.
    """
    app = app_test("testing/likes.py").run()
    assert texts(app) == ["Likes: 0"]

    app.button[0].click().run()
    assert not app.exception
    assert app.text[0].value == "Likes: 1"


def test_first_test_of_a_broken_app(run):
    """If the line that shows the number is above the button, the text is one click behind, and a test that compares it
    with the new number fails.
    """
    app = run("testing/likes_behind.py")
    app.button[0].click().run()
    assert not app.exception
    with pytest.raises(AssertionError, match="assert 'Likes: 0' == 'Likes: 1'"):
        assert app.text[0].value == "Likes: 1"

    app.button[0].click().run()
    assert app.text[0].value == "Likes: 1"


@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_state_before_the_first_run(app_test):
    """Values that a test assigns to `app.session_state` before the first `run()` are in `st.session_state`
    when the script starts.
    """
    app = app_test("testing/cart.py")
    app.session_state["cart"] = ["milk"]
    app.run()
    assert texts(app) == ["Cart: ['milk']"]

    app.button[0].click().run()
    assert texts(app) == ["Cart: ['milk', 'tea']"]


@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_state_after_a_run(app_test):
    """After a run, `app.session_state` holds what the script has stored; a test reads it with brackets, as an
    attribute, or with `in`.
    """
    app = app_test("testing/cart.py").run()
    app.button[0].click().run()

    assert texts(app) == ["Cart: ['tea']"]
    assert app.session_state["cart"] == app.session_state.cart == ["tea"]
    assert "cart" in app.session_state
    assert "basket" not in app.session_state


@pytest.mark.since("1.64")
@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_get_and_loop(app_test):
    """`app.session_state` has `get`, `keys`, `values`, `items`, and `len`, and a test can loop over its keys."""
    app = app_test("testing/cart.py").run()

    assert app.session_state.get("basket") is None
    assert list(app.session_state.keys()) == ["cart"]
    assert list(app.session_state.values()) == [[]]
    assert list(app.session_state.items()) == [("cart", [])]
    assert len(app.session_state) == 1
    assert list(app.session_state) == ["cart"]


@pytest.mark.until("1.63")
@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_filtered_state(app_test):
    """In 1.63 and earlier, `app.session_state` had no `get`, `len`, or loop, but had `filtered_state`, a dict of
    everything that the app had stored.
    """
    app = app_test("testing/cart.py").run()

    assert not hasattr(app.session_state, "get")
    with pytest.raises(TypeError):
        len(app.session_state)
    with pytest.raises(KeyError):
        list(app.session_state)
    assert app.session_state.filtered_state == {"cart": []}


@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_missing_key(app_test):
    """If a key is missing, `app.session_state` raises `KeyError` with brackets and `AttributeError` as an attribute."""
    app = app_test("testing/cart.py").run()

    with pytest.raises(KeyError, match=r'^\'st\.session_state has no key "basket"\. Did you'):
        app.session_state["basket"]
    with pytest.raises(AttributeError, match=r"^basket not found in session_state\.$"):
        _ = app.session_state.basket


@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_methods_that_change_state(app_test):
    """`app.session_state` supports assignment and `del`, but has no `pop`, `setdefault`, `update`, or `clear`."""
    app = app_test("testing/cart.py").run()
    del app.session_state["cart"]
    for method in ("pop", "setdefault", "update", "clear"):
        with pytest.raises(AttributeError, match=f"^{method} not found in session_state.$"):
            getattr(app.session_state, method)
    assert "cart" not in app.session_state

    app.button[0].click().run()
    assert texts(app) == ["Cart: ['tea']"]


@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_object_is_shared(app_test):
    """A list that a test assigns to `app.session_state` is shared with the app, not copied: items that the script
    appends also appear in the test's list.
    """
    cart = []
    app = app_test("testing/cart.py")
    app.session_state.cart = cart
    app.run()
    app.button[0].click().run()

    assert texts(app) == ["Cart: ['tea']"]
    assert cart == ["tea"]


VALID = {
    "checkbox": True,
    "color_picker": "#00ff00",
    "date_input": dt.date(2026, 2, 1),
    "multiselect": ["red", "blue"],
    "number_input": 3.0,
    "radio": "large",
    "select_slider": "high",
    "selectbox": "Oslo",
    "slider": 7,
    "text_area": "Thanks",
    "text_input": "Ada",
    "time_input": dt.time(18, 0),
    "toggle": True,
}


@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_assigning_a_widgets_key(app_test):
    """Except for `None`, new options, and read-only keys, a valid value that a test assigns to the key of an input
    widget is the widget's value in the next run.
    """
    for kind, value in VALID.items():
        app = app_test("testing/every_input.py").run()
        assert getattr(app, kind)(kind).value != value

        app.session_state[kind] = value
        app.run()
        assert f"{kind}: {value}" in texts(app)
        assert getattr(app, kind)(kind).value == value


@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_assigning_none(app_test):
    """After the first run, if a test assigns `None` to the key of a text input, a text area, a number input, a time
    input, a selectbox, or radio buttons, the widget has its default in the next run.
    """
    for kind in ("text_input", "text_area", "number_input", "time_input", "selectbox", "radio"):
        app = app_test("testing/every_input.py").run()
        default = getattr(app, kind)(kind).value
        app.session_state[kind] = VALID[kind]
        app.run()
        assert getattr(app, kind)(kind).value == VALID[kind]

        app.session_state[kind] = None
        app.run()
        assert f"{kind}: {default}".strip() in [text.strip() for text in texts(app)]
        assert getattr(app, kind)(kind).value == default


@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_keys_that_ignore_the_test(app_test):
    """After the first run, a value that a test assigns to the key of a button or a chat input is ignored,
    without an error.
    """
    app = app_test("testing/every_input.py").run()
    before = texts(app)
    assert before == [
        "button: False",
        "chat_input: None",
        "checkbox: False",
        "color_picker: #000000",
        "date_input: 2026-01-01",
        "multiselect: []",
        "number_input: 0.0",
        "radio: small",
        "select_slider: low",
        "selectbox: Rome",
        "slider: 0",
        "text_area:",
        "text_input:",
        "time_input: 09:30:00",
        "toggle: False",
    ]
    for key, value in {"button": True, "chat_input": "Hi"}.items():
        app.session_state[key] = value
        app.run()
        assert not app.exception
        assert texts(app) == before


@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_callback(app_test):
    """`set_value` and `run` call the widget's callback, as a user's change does; an assignment to
    `app.session_state` doesn't.
    """
    app = app_test("testing/greeting.py").run()
    app.session_state.name = "Grace"
    app.run()
    assert texts(app) == ["Hello Grace", "Changes: 0"]

    app.text_input("name").set_value("Mary").run()
    assert texts(app) == ["Hello Mary", "Changes: 1"]


@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_set_value_wins(app_test):
    """If a test both assigns a widget's key and calls `set_value` before a run, `set_value` wins, outside forms."""
    app = app_test("testing/greeting.py").run()
    app.text_input("name").set_value("Mary")
    app.session_state.name = "Grace"
    app.run()
    assert texts(app)[0] == "Hello Mary"

    app.session_state.name = "Grace"
    app.text_input("name").set_value("Anna").run()
    assert texts(app)[0] == "Hello Anna"


@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_stale_run(app_test):
    """If a run has removed a text input that the test hasn't set, or replaced it with a new one, calling `run()` on an
    element from before that run raises `KeyError`.
    """
    app = app_test("testing/new_widget.py").run()
    size = app.selectbox("size")
    size.set_value("large").run()
    with pytest.raises(KeyError, match=r"^'st\.session_state has no key"):
        size.set_value("small").run()

    app.selectbox("size").set_value("small").run()
    assert texts(app) == ["small:"]


@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_stale_set_value(app_test):
    """`set_value` on an element from before the last run has no effect on the next `app.run()`, and no
    error is shown.
    """
    app = app_test("testing/new_widget.py").run()
    name = app.text_input[0]
    app.run()
    name.set_value("Ada")
    app.run()
    assert not app.exception
    assert texts(app) == ["small:"]

    app.text_input[0].set_value("Ada")
    app.run()
    assert texts(app) == ["small: Ada"]


@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_secrets(app_test):
    """`st.secrets` holds the values that a test assigns to `app.secrets`, even without a `secrets.toml`."""
    app = app_test("testing/settings.py")
    app.secrets["unit"] = "km"
    app.run()

    assert not app.exception
    assert texts(app) == ["Unit: km"]


@pytest.mark.since("1.30")
@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_query_params(app_test):
    """`st.query_params` holds the values that a test assigns to `app.query_params`."""
    app = app_test("testing/parameters.py").run()
    assert texts(app) == ["Page: 1"]

    app.query_params["page"] = "7"
    app.run()
    assert texts(app) == ["Page: 7"]


@pytest.mark.since("1.65")
@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_query_params_after_a_run(app_test):
    """After a run, `app.query_params` holds the parameters that the script has set: a string for a parameter with one
    value, and a list of strings for a parameter with several.
    """
    app = app_test("testing/parameters.py").run()
    app.button[0].click().run()

    assert app.query_params == {"page": "2", "tag": ["new", "red"]}


@pytest.mark.since("1.30")
@pytest.mark.until("1.64")
@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_query_params_as_lists(app_test):
    """In 1.64 and earlier, `app.query_params` held a list of strings for each parameter after a run."""
    app = app_test("testing/parameters.py").run()
    app.button[0].click().run()

    assert app.query_params == {"page": ["2"], "tag": ["new", "red"]}


@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_exception_does_not_raise(app_test):
    """If the app raises an `Exception`, `run()` doesn't raise it: it is in `app.exception`, and the elements rendered
    before it are still in `app`.
    """
    app = app_test("testing/division.py").run()
    assert not app.exception
    assert texts(app) == ["Ten divided by it:", "2.0"]

    app.number_input[0].set_value(0).run()
    assert app.exception[0].proto.type == "ZeroDivisionError"
    assert app.exception[0].message == "division by zero"
    assert texts(app) == ["Ten divided by it:"]


@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_syntax_error(app_test, tmp_path):
    """If the script has a `SyntaxError`, AppTest runs nothing, and `app.exception` is empty."""
    assert texts(app_test("testing/division.py").run()) == ["Ten divided by it:", "2.0"]

    broken = tmp_path / "broken.py"
    broken.write_text('import streamlit as st\n\nst.text("Hello"\n')
    app = AppTest.from_file(str(broken)).run()
    assert not app.exception
    assert texts(app) == []


@pytest.mark.since("1.33")
@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_switch_page(app_test):
    """`app.switch_page("pages/report.py").run()` opens another page in the same session, with the values that the
    script has stored.
    """
    app = app_test("testing/pages_folder").run()
    assert texts(app) == ["Home of nobody"]
    app.button[0].click().run()
    assert app.session_state.name == "Ada"

    app.switch_page("pages/report.py").run()
    assert texts(app) == ["Report for Ada"]


@pytest.mark.since("1.33")
@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_switch_page_before_the_first_run(app_test):
    """In an app with a `pages/` folder, `switch_page` before the first `run()` opens the page directly, without
    running the home page.
    """
    app = app_test("testing/pages_folder").switch_page("pages/report.py").run()

    assert texts(app) == ["Report for a stranger"]


@pytest.mark.since("1.36")
@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_switch_page_takes_files(app_test):
    """`switch_page` takes the path of a file, and raises `ValueError` for the name of a page that is a function."""
    app = app_test("testing/function_pages.py").run()
    with pytest.raises(ValueError, match=r"relative to the main script"):
        app.switch_page("report")
    assert texts(app) == ["Home"]

    app.button[0].click().run()
    assert texts(app) == ["Report"]


@pytest.mark.since("1.65")
@pytest.mark.engines("apptest", reason="a browser keeps what is typed in a form")
def test_form_without_a_click(app_test):
    """`run()` without a click on the form's submit button discards the values that a test has set in the form."""
    app = app_test("testing/form.py").run()
    app.text_input("name").set_value("Grace").run()
    assert texts(app) == ["Saved: Ada"]
    assert app.text_input("name").value == "Ada"

    app.button[0].click().run()
    assert texts(app) == ["Saved: Ada"]


@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_form_with_a_click(app_test):
    """If a test sets the inputs of a form and clicks the submit button before the same `run()`, the form is submitted
    with the new values.
    """
    app = app_test("testing/form.py").run()
    app.text_input("name").set_value("Grace")
    app.button[0].click().run()
    assert texts(app) == ["Saved: Grace"]


@pytest.mark.until("1.64")
@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_form_taken_along(app_test):
    """In 1.64 and earlier, `run()` submitted the values that a test had set in a form even without a click
    on its submit button.
    """
    app = app_test("testing/form.py").run()
    app.text_input("name").set_value("Grace").run()
    assert texts(app) == ["Saved: Grace"]


@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_chat_input(app_test):
    """`app.chat_input[0].set_value("Hi").run()` sends a message; in the next `run()`, `st.chat_input`
    returns `None` again.
    """
    app = app_test("testing/chat.py").run()
    assert texts(app) == ["Message: None"]

    app.chat_input[0].set_value("Hi").run()
    assert texts(app) == ["Message: Hi"]

    app.run()
    assert texts(app) == ["Message: None"]


@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_timeout(app_test):
    """If a run takes longer than its timeout, `run()` raises `RuntimeError`."""
    app = app_test("testing/slow.py").run(timeout=10)
    assert texts(app) == []
    with pytest.raises(RuntimeError, match=r"^AppTest script run timed out after 0\.5\(?s\)$"):
        app.button[0].click().run(timeout=0.5)

    app = app_test("testing/slow.py").run()
    app.button[0].click().run(timeout=10)
    assert texts(app) == ["Done"]


@pytest.mark.since("1.63")
@pytest.mark.engines("apptest", reason="a user has no way to try it")
def test_disabled_widget(app_test):
    """`set_value` on a disabled input widget and `click` on a disabled button raise `AppTestError`."""
    from streamlit.testing.v1.errors import AppTestError  # noqa: PLC0415 (older versions have none)

    app = app_test("testing/every_input.py").run()
    app.toggle("toggle").set_value(True).run()
    before = texts(app)
    for kind, value in VALID.items():
        if kind != "toggle":
            with pytest.raises(AppTestError) as error:
                getattr(app, kind)(kind).set_value(value)
            assert str(error.value) == (
                f"Cannot update a disabled {kind} widget (key='{kind}'). "
                "A browser user cannot interact with a disabled widget."
            )
    with pytest.raises(AppTestError, match=r"^Cannot update a disabled button widget"):
        app.button("button").click()
    app.run()
    assert texts(app) == before


@pytest.mark.since("1.56")
def test_log(run, server_log):
    """If pytest's `caplog` handler is added to Streamlit's loggers, it receives the warning about a widget that has
    both a default and an assigned value.
    """
    app = run("testing/logged.py")

    assert app.text_input[0].value == "Ada"
    assert (
        'The widget with key "name" was created with a default value but also had its value set via the '
        "Session State API."
    ) in server_log()


@pytest.mark.until("1.55")
def test_warning(run):
    """In 1.55 and earlier, the warning about a widget with both a default and an assigned value was displayed in the
    app, and a test found it in `app.warning`.
    """
    app = run("testing/logged.py")

    assert app.warning[0].value == (
        'The widget with key "name" was created with a default value but also had its value set via the '
        "Session State API."
    )


@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_tests_share_the_cache(app_test):
    """By default, all tests in a process share the result of a function with `st.cache_resource`, until a test calls
    `st.cache_resource.clear()`.
    """
    import streamlit as st  # noqa: PLC0415

    assert texts(app_test("testing/cached.py").run()) == ["Visitors: Ada"]
    assert texts(app_test("testing/cached.py").run()) == ["Visitors: Ada, Ada"]

    st.cache_resource.clear()
    assert texts(app_test("testing/cached.py").run()) == ["Visitors: Ada"]


@pytest.mark.engines("apptest", reason="a browser sends what its input shows")
def test_key_deleted_below_the_widget(run):
    """If a run deletes a text input's key below the text input, AppTest's next `run()` raises `KeyError`, unless the
    test sets the text input before it.
    """
    app = run("testing/delete_below.py")
    app.text_input("name").set_value("Ada").run()
    assert texts(app) == ["Name: Ada"]
    app.button[0].click().run()
    assert texts(app) == ["Name: None"]

    with pytest.raises(KeyError) as error:
        app.run()
    assert error.match(r'^\'st.session_state has no key "\$\$(WIDGET_)?ID-\w+-name"\.')

    app.text_input("name").set_value("Grace").run()
    assert texts(app) == ["Name: Grace"]


@pytest.mark.engines("apptest", reason="a browser sends what its input shows")
def test_key_deleted_in_a_callback(run):
    """If a callback deletes a text input's key, AppTest continues with the text input's default in all
    following runs.
    """
    app = run("testing/delete_in_callback.py")
    app.text_input("name").set_value("Ada").run()
    assert texts(app) == ["Name: Ada"]

    app.button[0].click().run()
    assert texts(app) == ["Name: nobody"]

    app.run()
    assert texts(app) == ["Name: nobody"]


@pytest.mark.engines("apptest", reason="a browser empties the input")
def test_clear_on_submit(run):
    """In AppTest, the input of a form with `clear_on_submit` still has the submitted text after the submission."""
    app = run("testing/clear_on_submit.py")
    assert app.text_input[0].value == ""
    app.text_input[0].set_value("Shopping")
    app.button[0].click().run()

    assert texts(app) == ["Task: Shopping"]
    assert app.text_input[0].value == "Shopping"


@pytest.mark.since("1.37")
@pytest.mark.engines("apptest", reason="in a browser, only the fragment reruns")
def test_fragment_runs_the_script(run):
    """In AppTest, unless a callback passes a scope to `st.rerun`, calls `st.stop`, or raises an error, a click on a
    button or a change of an input in a fragment reruns the whole script.
    """
    app = run("testing/fragment.py")
    assert texts(app) == ["Runs: 1"]

    app.button[0].click().run()
    assert texts(app) == ["Runs: 2"]

    app.text_input[0].set_value("Nice").run()
    assert texts(app) == ["Runs: 3"]


@pytest.mark.since("1.37")
@pytest.mark.engines("apptest", reason="in a browser, the fragment reruns")
def test_rerun_scope_fragment(run):
    """In AppTest, calling `st.rerun(scope="fragment")` after a click on a button in the fragment raises an error."""
    app = run("testing/rerun_fragment.py")
    assert texts(app) == ["Rolls: 1"]

    app.button[0].click().run()
    assert app.exception[0].message.startswith('scope="fragment" can only be specified from `@st.fragment`-decorated')
    assert texts(app) == []


@pytest.mark.since("1.37")
@pytest.mark.engines("server", "live", reason="AppTest reruns the whole script")
def test_rerun_scope_fragment_of_a_user(run):
    """For a user, calling `st.rerun(scope="fragment")` after a click on a button in the fragment reruns
    the fragment.
    """
    app = run("testing/rerun_fragment.py")
    app.button[0].click().run()
    assert not app.exception
    assert texts(app) == ["Rolls: 2"]


@pytest.mark.since("1.37")
@pytest.mark.engines("apptest", reason="in a browser, the dialog is still open")
def test_dialog_button(run):
    """In AppTest, the code in `if st.button(...)` in a dialog doesn't run after a click on that button, because the
    click reruns the whole script without the dialog.
    """
    app = run("testing/dialog.py")
    app.button("delete").click().run()
    app.button("yes").click().run()
    assert not app.exception
    assert texts(app) == ["Deleted: False"]
    assert [button.label for button in app.button] == ["Delete"]


@pytest.mark.since("1.37")
@pytest.mark.engines("server", "live", reason="AppTest reruns the whole script")
def test_dialog_button_of_a_user(run):
    """For a user, the code in `if st.button(...)` in a dialog runs after a click on that button."""
    app = run("testing/dialog.py")
    app.button("delete").click().run()
    assert texts(app) == ["Deleted: False"]

    app.button("yes").click().run()
    assert texts(app) == ["Deleted: True"]


@pytest.mark.since("1.37")
@pytest.mark.engines("apptest", reason="in a browser, the open dialog covers the other button")
def test_dialog_opened_again(app_test):
    """In AppTest, the code in `if st.button(...)` in a dialog runs if the test also clicks the button that opens the
    dialog, before the same `run()`.
    """
    app = app_test("testing/dialog.py").run()
    app.button("delete").click().run()
    app.button("delete").click()
    app.button("yes").click().run()
    assert texts(app) == ["Deleted: True"]


@pytest.mark.since("1.37")
def test_dialog_callback(run):
    """If a button in a dialog has a callback, a click on the button calls it, in AppTest and for a user."""
    app = run("testing/dialog_callback.py")
    app.button("delete").click().run()
    assert texts(app) == ["Deleted: False"]

    app.button("yes").click().run()
    assert texts(app) == ["Deleted: True"]


@pytest.mark.since("1.37")
@pytest.mark.engines("apptest", reason="it is about calls outside an app")
def test_fragment_called_directly(app_test):
    """Outside an app, calling a function that is decorated with `@st.fragment` returns `None` without running the
    function's code, and no error is raised.
    """
    import streamlit as st  # noqa: PLC0415

    calls = []

    def answer():
        calls.append("answer")
        return 42

    assert st.fragment(answer)() is None
    assert calls == []
    assert texts(app_test("testing/fragment_value.py").run()) == ["Answer: 42"]


@pytest.mark.since("1.37")
@pytest.mark.engines("apptest", reason="it is about calls outside an app")
def test_wrapped_fragment(app_test):
    """`function.__wrapped__()` calls the original function of an `@st.fragment` directly and returns its result."""
    import streamlit as st  # noqa: PLC0415

    @st.fragment
    def answer():
        return 42

    assert answer() is None
    assert answer.__wrapped__() == 42
    assert texts(app_test("testing/fragment_value.py").run()) == ["Answer: 42"]


@pytest.mark.since("1.37")
def test_fragment_returns_its_value(run):
    """In an app, calling a function that is decorated with `@st.fragment` returns the function's result."""
    assert texts(run("testing/fragment_value.py")) == ["Answer: 42"]


@pytest.mark.since("1.53")
@pytest.mark.engines("apptest", reason="a server has a session for each tab")
def test_sessions_share_the_session_cache(run):
    """All AppTest instances in a process share what a function with `st.cache_resource(scope="session")` returns."""
    assert texts(run("testing/session_cache.py")) == ["Visits: one"]
    assert texts(run("testing/session_cache.py")) == ["Visits: one one"]


@pytest.mark.since("1.55")
@pytest.mark.engines("apptest", reason="a browser writes the value into the address")
def test_bound_query_parameter(run):
    """In AppTest, changing a widget with `bind="query-params"` doesn't change `app.query_params`."""
    app = run("testing/bound.py")
    app.text_input("city").set_value("Rome").run()

    assert texts(app) == ["City: Rome"]
    assert app.query_params == {}


@pytest.mark.since("1.44")
@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_page_files(app_test):
    """AppTest runs pages of `st.navigation` that are files."""
    app = app_test("testing/navigation").run()
    assert app.text_input("name").label == "Name"

    app.switch_page("report.py").run()
    assert texts(app) == ["Name:"]


@pytest.mark.since("1.36")
@pytest.mark.until("1.43")
@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_page_files_left_out(app_test):
    """In 1.43 and earlier, AppTest ran only the entrypoint of an app whose `st.navigation` pages are files."""
    app = app_test("testing/navigation").run()
    assert not app.exception
    assert len(app.text_input) == 0

    app.switch_page("report.py").run()
    assert texts(app) == []


@pytest.mark.since("1.44")
@pytest.mark.engines("apptest", reason="on a server the key is gone at once")
def test_key_after_a_page_switch(run):
    """By default, the keys of the first page's widgets are still in `st.session_state` during the first complete run of
    another page in AppTest, and are missing in the next run.
    """
    app = run("testing/navigation")
    app.text_input("name").set_value("Ada").run()

    app.switch_page("report.py").run()
    assert texts(app) == ["Name: Ada"]

    app.run()
    assert texts(app) == ["Name: None"]


@pytest.mark.since("1.36")
@pytest.mark.engines("server", "live", reason="AppTest keeps the keys for one run more")
def test_key_after_a_page_switch_of_a_user(run):
    """By default, for a user, the keys of the first page's widgets are already missing in the first run of
    another page.
    """
    app = run("testing/navigation")
    app.text_input("name").set_value("Ada").run()

    app.switch_page("report.py").run()
    assert texts(app) == ["Name: None"]


@pytest.mark.since("1.66")
@pytest.mark.engines("apptest", reason="a user clicks the link")
def test_page_link(run):
    """AppTest can't follow `st.page_link`: its `click` raises `AppTestError`."""
    from streamlit.testing.v1.errors import AppTestError  # noqa: PLC0415 (older versions have none)

    app = run("testing/navigation")
    assert app.page_link[0].proto.label == "To the report"
    with pytest.raises(AppTestError) as error:
        app.page_link[0].click()

    assert error.value.args == (
        "click() is not supported for page_link. Switch pages with AppTest.switch_page(page_path).",
    )


@pytest.mark.since("1.63")
@pytest.mark.engines("apptest", reason="on a server the page opens")
def test_switch_page_in_a_callback(run):
    """In AppTest, calling `st.switch_page` with a file's name in a callback raises `StreamlitPageNotFoundError`."""
    app = run("testing/switch_in_callback")
    app.button[0].click().run()

    assert app.exception[0].proto.type == "streamlit.errors.StreamlitPageNotFoundError"
    assert texts(app) == []


@pytest.mark.since("1.36")
@pytest.mark.until("1.62")
@pytest.mark.engines("apptest", reason="on a server the call has no effect")
def test_switch_page_in_a_callback_raised(run):
    """In 1.62 and earlier, calling `st.switch_page` with a file's name in a callback raised
    `StreamlitAPIException` in AppTest.
    """
    app = run("testing/switch_in_callback")
    app.button[0].click().run()

    assert app.exception[0].proto.type.split(".")[-1] == "StreamlitAPIException"
    assert texts(app) == []


@pytest.mark.since("1.63")
@pytest.mark.engines("server", "live", reason="AppTest does not know the app's pages in a callback")
def test_switch_page_in_a_callback_of_a_server(run):
    """For a user, calling `st.switch_page` with a file's name in a callback opens the page."""
    app = run("testing/switch_in_callback")
    app.button[0].click().run()

    assert not app.exception
    assert texts(app) == ["Done"]


@pytest.mark.engines("apptest", reason="a browser sends each change as it is made")
def test_two_changes_in_one_run(app_test):
    """If a test changes two widgets in the main area, outside forms, before one `run()`, AppTest applies both changes
    in one run and calls the callbacks in the order of the page.
    """
    app = app_test("testing/two_inputs.py").run()
    app.text_input[1].set_value("b")
    app.text_input[0].set_value("a")
    app.run()

    assert texts(app) == ["run > first > second > run"]


@pytest.mark.engines("apptest", reason="a user can only select an option from the list")
def test_unknown_option(app_test):
    """If a test sets an option that doesn't exist, `run()` raises `ValueError` for `st.radio` and for
    `st.selectbox`.
    """
    app = app_test("testing/choices.py").run()
    assert (app.radio[0].options, app.selectbox[0].options) == (["small", "large"], ["red", "blue"])
    app.radio[0].set_value("huge")
    with pytest.raises(ValueError, match=r"^'huge' is not in list$"):
        app.run()

    app = app_test("testing/choices.py").run()
    app.selectbox[0].set_value("green")
    with pytest.raises(ValueError, match=r"^'green' is not in list$"):
        app.run()


@pytest.mark.since("1.45")
@pytest.mark.engines("apptest", reason="a user can add an option")
def test_new_option_in_a_test(app_test):
    """If a test sets a new option, `run()` raises `ValueError`, even if `st.selectbox` has
    `accept_new_options=True`.
    """
    app = app_test("testing/new_option.py").run()
    assert texts(app) == ["Color: red"]
    assert app.selectbox[0].options == ["red", "blue"]
    assert app.selectbox[0].proto.accept_new_options
    app.selectbox[0].set_value("green")
    with pytest.raises(ValueError, match=r"^'green' is not in list$"):
        app.run()


@pytest.mark.since("1.53")
@pytest.mark.engines("apptest", reason="a browser shows an error and keeps it to itself")
def test_number_out_of_range(app_test):
    """If a test sets a number that is out of range with `set_value`, `st.number_input` resets to its default."""
    app = app_test("testing/choices.py").run()
    for number in (1, 10):
        app.number_input[0].set_value(number).run()
        assert texts(app) == [f"small, red, {number}"]

    app.number_input[0].set_value(11).run()
    assert texts(app) == ["small, red, 5"]


@pytest.mark.until("1.52")
@pytest.mark.engines("apptest", reason="a browser shows an error and keeps it to itself")
def test_number_out_of_range_taken(app_test):
    """In 1.52 and earlier, the script received a number that was out of range if a test set it with `set_value`."""
    app = app_test("testing/choices.py").run()
    app.number_input[0].set_value(11).run()
    assert texts(app) == ["small, red, 11"]


@pytest.mark.since("1.62")
@pytest.mark.engines("apptest", reason="a browser shows an error and keeps it to itself")
def test_validate(app_test):
    """In AppTest, the script receives a text that the `validate` pattern of `st.text_input` doesn't allow."""
    app = app_test("testing/validated.py").run()
    assert texts(app) == ["Code: 0"]

    app.text_input[0].set_value("abc").run()

    assert texts(app) == ["Code: abc"]


@pytest.mark.engines("apptest", reason="a browser forgets an input that is not drawn")
def test_widget_after_a_stopped_run(run):
    """If `st.stop()` ends a run above a text input, AppTest has the same value for the text input in all runs that
    render it afterwards.
    """
    app = run("testing/stopped.py")
    assert texts(app) == ["Hello nobody"]
    app.text_input("name").set_value("Ada").run()
    app.checkbox[0].check().run()
    assert texts(app) == []

    app.checkbox[0].uncheck().run()
    shown = app.text[0].value
    app.run()
    assert texts(app) == [shown]


@pytest.mark.since("1.39")
@pytest.mark.until("1.65")
@pytest.mark.engines("apptest", reason="a browser has what was entered for one run more")
def test_widget_reset_after_a_stopped_run(run):
    """From 1.39 to 1.65, AppTest reset a text input to its default after `st.stop()` had ended a run above it."""
    app = run("testing/stopped.py")
    app.text_input("name").set_value("Ada").run()
    app.checkbox[0].check().run()
    app.checkbox[0].uncheck().run()
    assert texts(app) == ["Hello nobody"]


@pytest.mark.engines("server", reason="AppTest has no reload")
def test_reload(run):
    """Reloading the page starts a new session: values that the script had stored in `st.session_state` are gone."""
    app = run("testing/reload.py")
    app.run()
    assert texts(app) == ["Visits: 2"]

    app.reload()
    assert texts(app) == ["Visits: 1"]


@pytest.mark.since("1.61")
@pytest.mark.until("1.62")
@pytest.mark.engines("apptest", reason="a user has no way to try it")
def test_disabled_widget_ignored_it(app_test):
    """From 1.61 to 1.62, the script didn't receive a value that a test set on a disabled text input, and
    no error was raised.
    """
    app = app_test("testing/every_input.py").run()
    app.toggle("toggle").set_value(True).run()
    app.text_input("text_input").set_value("Grace").run()
    assert "text_input:" in texts(app)


@pytest.mark.until("1.60")
@pytest.mark.engines("apptest", reason="a user has no way to try it")
def test_disabled_widget_took_it(app_test):
    """In 1.60 and earlier, the script received a value that a test set on a disabled text input."""
    app = app_test("testing/every_input.py").run()
    app.toggle("toggle").set_value(True).run()
    app.text_input("text_input").set_value("Grace").run()
    assert "text_input: Grace" in texts(app)
