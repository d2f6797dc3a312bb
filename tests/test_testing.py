import pytest


def texts(app):
    return [text.value for text in app.text]


@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_state_before_the_first_run(app_test):
    """What a test puts into `app.session_state` before the first `run()`, the script finds in its first run."""
    app = app_test("testing/cart.py")
    app.session_state["cart"] = ["milk"]
    app.run()
    assert texts(app) == ["Cart: ['milk']"]

    app.button[0].click().run()
    assert texts(app) == ["Cart: ['milk', 'tea']"]


@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_state_after_a_run(app_test):
    """After a run `app.session_state` holds what the script has stored; a test reads it with brackets,
    as an attribute, or with `in`.
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
    """`app.session_state` has `get`, `len` and a loop over its keys."""
    app = app_test("testing/cart.py").run()

    assert app.session_state.get("basket") is None
    assert len(app.session_state) == 1
    assert list(app.session_state) == ["cart"]


@pytest.mark.until("1.63")
@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_filtered_state(app_test):
    """Up to 1.63 `app.session_state` has no `get`, `len` or loop, but `filtered_state`, a dict of all that it holds."""
    app = app_test("testing/cart.py").run()

    assert not hasattr(app.session_state, "get")
    with pytest.raises(TypeError):
        len(app.session_state)
    with pytest.raises(KeyError):
        list(app.session_state)
    assert app.session_state.filtered_state == {"cart": []}


@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_missing_key(app_test):
    """A missing key of `app.session_state` raises `KeyError` with brackets and `AttributeError` as an attribute."""
    app = app_test("testing/cart.py").run()

    with pytest.raises(KeyError, match=r'^\'st\.session_state has no key "basket"\. Did you'):
        app.session_state["basket"]
    with pytest.raises(AttributeError, match=r"^basket not found in session_state\.$"):
        _ = app.session_state.basket


@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_methods_that_change_state(app_test):
    """`app.session_state` takes assignments and `del`, and has no `pop`, `setdefault`, `update` or `clear`."""
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
    """A list that a test puts into `app.session_state` is the app's own: what the script appends, the test's has."""
    cart = []
    app = app_test("testing/cart.py")
    app.session_state.cart = cart
    app.run()
    app.button[0].click().run()

    assert texts(app) == ["Cart: ['tea']"]
    assert cart == ["tea"]


@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_assigning_a_widgets_key(app_test):
    """Under a widget's key `app.session_state` holds the widget's value; what a test assigns there,
    the widget has in the next run.
    """
    app = app_test("testing/greeting.py").run()
    assert app.session_state.name == "Ada"

    app.session_state.name = "Grace"
    app.run()
    assert texts(app) == ["Hello Grace", "Changes: 0"]
    assert app.text_input("name").value == "Grace"


@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_callback(app_test):
    """`set_value` and `run` call the widget's callback, as a user's change does;
    an assignment to `app.session_state` does not.
    """
    app = app_test("testing/greeting.py").run()
    app.session_state.name = "Grace"
    app.run()
    assert texts(app) == ["Hello Grace", "Changes: 0"]

    app.text_input("name").set_value("Mary").run()
    assert texts(app) == ["Hello Mary", "Changes: 1"]


@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_set_value_wins(app_test):
    """Where a test both assigns a widget's key and calls `set_value` before a run, `set_value` wins."""
    app = app_test("testing/greeting.py").run()
    app.text_input("name").set_value("Mary")
    app.session_state.name = "Grace"
    app.run()

    assert texts(app)[0] == "Hello Mary"


@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_secrets(app_test):
    """`st.secrets` holds what a test has put into `app.secrets`, without a `secrets.toml`."""
    app = app_test("testing/settings.py")
    app.secrets["unit"] = "km"
    app.run()

    assert not app.exception
    assert texts(app) == ["Unit: km"]


@pytest.mark.since("1.30")
@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_query_params(app_test):
    """`st.query_params` holds what a test has put into `app.query_params`."""
    app = app_test("testing/parameters.py").run()
    assert texts(app) == ["Page: 1"]

    app.query_params["page"] = "7"
    app.run()
    assert texts(app) == ["Page: 7"]


@pytest.mark.since("1.65")
@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_query_params_after_a_run(app_test):
    """After a run `app.query_params` has what the script has set: a string for each parameter."""
    app = app_test("testing/parameters.py").run()
    app.button[0].click().run()

    assert app.query_params == {"page": "2"}


@pytest.mark.since("1.30")
@pytest.mark.until("1.64")
@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_query_params_as_lists(app_test):
    """Up to 1.64 `app.query_params` has a list of strings for each parameter after a run."""
    app = app_test("testing/parameters.py").run()
    app.button[0].click().run()

    assert app.query_params == {"page": ["2"]}


@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_exception_does_not_raise(app_test):
    """An exception in the app does not leave `run()`: it stands in `app.exception`,
    beside what was drawn before it.
    """
    app = app_test("testing/division.py").run()
    assert not app.exception
    assert texts(app) == ["Ten divided by it:", "2.0"]

    app.number_input[0].set_value(0).run()
    assert app.exception[0].proto.type == "ZeroDivisionError"
    assert app.exception[0].message == "division by zero"
    assert texts(app) == ["Ten divided by it:"]


@pytest.mark.since("1.33")
@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_switch_page(app_test):
    """`app.switch_page("pages/report.py").run()` opens a page of the session, with its state."""
    app = app_test("testing/pages_folder").run()
    assert texts(app) == ["Home of nobody"]
    app.button[0].click().run()
    assert app.session_state.name == "Ada"

    app.switch_page("pages/report.py").run()
    assert texts(app) == ["Report for Ada"]


@pytest.mark.since("1.33")
@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_switch_page_before_the_first_run(app_test):
    """`switch_page` before the first `run()` opens the page as a link to it does: the home page has not run."""
    app = app_test("testing/pages_folder").switch_page("pages/report.py").run()

    assert texts(app) == ["Report for a stranger"]


@pytest.mark.since("1.36")
@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_switch_page_takes_files(app_test):
    """`switch_page` takes the path of a file and raises `ValueError` for the name of a page that is a function:
    go there with the app's own widgets.
    """
    app = app_test("testing/function_pages.py").run()
    with pytest.raises(ValueError, match=r"relative to the main script"):
        app.switch_page("report")
    assert texts(app) == ["Home"]

    app.button[0].click().run()
    assert texts(app) == ["Report"]


@pytest.mark.since("1.65")
@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_form_without_a_click(app_test):
    """`run()` without a click on the form's button leaves out what a test has set in the form;
    with the click it takes it along.
    """
    app = app_test("testing/form.py").run()
    app.text_input("name").set_value("Grace").run()
    assert texts(app) == ["Saved: Ada"]

    app.text_input("name").set_value("Grace")
    app.button[0].click().run()
    assert texts(app) == ["Saved: Grace"]


@pytest.mark.until("1.64")
@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_form_taken_along(app_test):
    """Up to 1.64 `run()` takes along what a test has set in a form without a click on its button, too."""
    app = app_test("testing/form.py").run()
    app.text_input("name").set_value("Grace").run()
    assert texts(app) == ["Saved: Grace"]


@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_chat_input(app_test):
    """`app.chat_input[0].set_value("Hi").run()` sends a message: the next `run()` finds `None` again."""
    app = app_test("testing/chat.py").run()
    assert texts(app) == ["Message: None"]

    app.chat_input[0].set_value("Hi").run()
    assert texts(app) == ["Message: Hi"]

    app.run()
    assert texts(app) == ["Message: None"]


@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_timeout(app_test):
    """A run that takes longer than its timeout ends in a `RuntimeError`, which `run()` does raise."""
    app = app_test("testing/slow.py").run(timeout=10)
    assert texts(app) == []
    with pytest.raises(RuntimeError, match=r"^AppTest script run timed out after 0\.5\(?s\)$"):
        app.button[0].click().run(timeout=0.5)

    app = app_test("testing/slow.py").run()
    app.button[0].click().run(timeout=10)
    assert texts(app) == ["Done"]


@pytest.mark.since("1.56")
def test_log(run, server_log):
    """With its handler on Streamlit's loggers, pytest's `caplog` has the warning about a widget's two values."""
    app = run("testing/logged.py")

    assert app.text_input[0].value == "Ada"
    assert (
        'The widget with key "name" was created with a default value but also had its value set via the '
        "Session State API."
    ) in server_log()


@pytest.mark.until("1.55")
def test_warning(run):
    """Up to 1.55 the warning about a widget's two values is in the app, where `app.warning` has it."""
    app = run("testing/logged.py")

    assert app.warning[0].value == (
        'The widget with key "name" was created with a default value but also had its value set via the '
        "Session State API."
    )


@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_tests_share_the_cache(app_test):
    """All tests of a process share what `st.cache_resource` holds, until `st.cache_resource.clear()`."""
    import streamlit as st  # noqa: PLC0415

    assert texts(app_test("testing/cached.py").run()) == ["Visitors: Ada"]
    assert texts(app_test("testing/cached.py").run()) == ["Visitors: Ada, Ada"]

    st.cache_resource.clear()
    assert texts(app_test("testing/cached.py").run()) == ["Visitors: Ada"]


@pytest.mark.since("1.63")
@pytest.mark.engines("apptest", reason="a user has no way to try it")
def test_disabled_widget(app_test):
    """`set_value` on a disabled widget raises `AppTestError`."""
    from streamlit.testing.v1.errors import AppTestError  # noqa: PLC0415 (older versions have none)

    app = app_test("testing/disabled.py").run()
    assert texts(app) == ["Hello Ada"]
    with pytest.raises(AppTestError) as error:
        app.text_input("name").set_value("Grace")
    assert str(error.value) == (
        "Cannot update a disabled text_input widget (key='name'). "
        "A browser user cannot interact with a disabled widget."
    )

    app.checkbox[0].uncheck().run()
    app.text_input("name").set_value("Grace").run()
    assert texts(app) == ["Hello Grace"]


@pytest.mark.since("1.61")
@pytest.mark.until("1.62")
@pytest.mark.engines("apptest", reason="a user has no way to try it")
def test_disabled_widget_ignored_it(app_test):
    """From 1.61 to 1.62 what `set_value` sets on a disabled widget does not reach the script."""
    app = app_test("testing/disabled.py").run()
    app.text_input("name").set_value("Grace").run()
    assert texts(app) == ["Hello Ada"]


@pytest.mark.until("1.60")
@pytest.mark.engines("apptest", reason="a user has no way to try it")
def test_disabled_widget_took_it(app_test):
    """Up to 1.60 what `set_value` sets on a disabled widget reaches the script."""
    app = app_test("testing/disabled.py").run()
    app.text_input("name").set_value("Grace").run()
    assert texts(app) == ["Hello Grace"]


@pytest.mark.engines("apptest", reason="a browser sends what its input shows")
def test_key_deleted_below_the_widget(run):
    """After a run that has deleted a widget's key below the widget, AppTest's next `run()` raises `KeyError`."""
    app = run("testing/delete_below.py")
    app.text_input("name").set_value("Ada").run()
    assert texts(app) == ["Name: Ada"]
    app.button[0].click().run()
    assert texts(app) == ["Name: None"]

    with pytest.raises(KeyError) as error:
        app.run()
    assert error.match(r'^\'st.session_state has no key "\$\$(WIDGET_)?ID-\w+-name"\.')


@pytest.mark.engines("apptest", reason="a browser sends what its input shows")
def test_key_deleted_in_a_callback(run):
    """After a callback has deleted a widget's key, AppTest goes on with the widget's default."""
    app = run("testing/delete_in_callback.py")
    app.text_input("name").set_value("Ada").run()
    assert texts(app) == ["Name: Ada"]

    app.button[0].click().run()
    assert texts(app) == ["Name: nobody"]

    app.run()
    assert texts(app) == ["Name: nobody"]


@pytest.mark.engines("apptest", reason="a browser empties the input")
def test_clear_on_submit(run):
    """After a form with `clear_on_submit` was sent, its input still has the sent text in AppTest."""
    app = run("testing/clear_on_submit.py")
    assert app.text_input[0].value == ""
    app.text_input[0].set_value("Shopping")
    app.button[0].click().run()

    assert texts(app) == ["Task: Shopping"]
    assert app.text_input[0].value == "Shopping"


@pytest.mark.since("1.37")
@pytest.mark.engines("apptest", reason="in a browser the fragment alone runs")
def test_fragment_runs_the_script(run):
    """A click on a button in a fragment runs the whole script in AppTest."""
    app = run("testing/fragment.py")
    assert texts(app) == ["Runs: 1"]

    app.button[0].click().run()
    assert texts(app) == ["Runs: 2"]


@pytest.mark.since("1.53")
@pytest.mark.engines("apptest", reason="a server has a session for each tab")
def test_sessions_share_the_session_cache(run):
    """What `st.cache_resource(scope="session")` holds, all AppTests of a process share."""
    assert texts(run("testing/session_cache.py")) == ["Visits: one"]
    assert texts(run("testing/session_cache.py")) == ["Visits: one one"]


@pytest.mark.since("1.55")
@pytest.mark.engines("apptest", reason="a browser writes the value into the address")
def test_bound_query_parameter(run):
    """A change of a widget with `bind="query-params"` does not reach `app.query_params`."""
    app = run("testing/bound.py")
    app.text_input("city").set_value("Rome").run()

    assert texts(app) == ["City: Rome"]
    assert app.query_params == {}


@pytest.mark.since("1.44")
@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_page_files(app_test):
    """AppTest runs the pages of `st.navigation` that are files, too."""
    app = app_test("testing/navigation").run()
    assert app.text_input("name").label == "Name"

    app.switch_page("report.py").run()
    assert texts(app) == ["Name:"]


@pytest.mark.since("1.36")
@pytest.mark.until("1.43")
@pytest.mark.engines("apptest", reason="it is about AppTest itself")
def test_page_files_left_out(app_test):
    """Up to 1.43 AppTest runs no page of `st.navigation` that is a file, and shows the entrypoint alone."""
    app = app_test("testing/navigation").run()
    assert not app.exception
    assert len(app.text_input) == 0

    app.switch_page("report.py").run()
    assert texts(app) == []


@pytest.mark.since("1.44")
@pytest.mark.engines("apptest", reason="on a server the key is gone at once")
def test_key_after_a_page_switch(run):
    """In the first run of another page AppTest still has the keys of the first page's widgets."""
    app = run("testing/navigation")
    app.text_input("name").set_value("Ada").run()

    app.switch_page("report.py").run()
    assert texts(app) == ["Name: Ada"]

    app.run()
    assert texts(app) == ["Name: None"]


@pytest.mark.since("1.36")
@pytest.mark.engines("server", "live", reason="AppTest keeps the keys for one run more")
def test_key_after_a_page_switch_of_a_user(run):
    """For a user the keys of the first page's widgets are missing from the first run of another page on."""
    app = run("testing/navigation")
    app.text_input("name").set_value("Ada").run()

    app.switch_page("report.py").run()
    assert texts(app) == ["Name: None"]


@pytest.mark.since("1.66")
@pytest.mark.engines("apptest", reason="a user clicks the link")
def test_page_link(run):
    """AppTest cannot follow `st.page_link`: its `click` raises `AppTestError`."""
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
    """`st.switch_page` with a file's name in a callback raises `StreamlitPageNotFoundError` in AppTest."""
    app = run("testing/switch_in_callback")
    app.button[0].click().run()

    assert app.exception[0].proto.type == "streamlit.errors.StreamlitPageNotFoundError"
    assert texts(app) == []


@pytest.mark.since("1.36")
@pytest.mark.until("1.62")
@pytest.mark.engines("apptest", reason="on a server the call has no effect")
def test_switch_page_in_a_callback_raised(run):
    """Up to 1.62 `st.switch_page` with a file's name in a callback raises `StreamlitAPIException` in AppTest."""
    app = run("testing/switch_in_callback")
    app.button[0].click().run()

    assert app.exception[0].proto.type.split(".")[-1] == "StreamlitAPIException"
    assert texts(app) == []


@pytest.mark.since("1.63")
@pytest.mark.engines("server", "live", reason="AppTest does not know the app's pages in a callback")
def test_switch_page_in_a_callback_of_a_server(run):
    """On a server `st.switch_page` with a file's name in a callback opens the page."""
    app = run("testing/switch_in_callback")
    app.button[0].click().run()

    assert not app.exception
    assert texts(app) == ["Done"]


@pytest.mark.engines("apptest", reason="a browser sends each change as it is made")
def test_two_changes_in_one_run(app_test):
    """Two widgets that a test changes before a `run()` reach the app in one run, in the order of the page."""
    app = app_test("testing/two_inputs.py").run()
    app.text_input[1].set_value("b")
    app.text_input[0].set_value("a")
    app.run()

    assert texts(app) == ["run > first > second > run"]


@pytest.mark.engines("apptest", reason="a user can choose from the list alone")
def test_unknown_option(app_test):
    """An option that is not there ends AppTest's `run()` in a bare `ValueError`."""
    app = app_test("testing/choices.py").run()
    assert app.radio[0].options == ["small", "large"]
    app.radio[0].set_value("huge")
    with pytest.raises(ValueError, match=r"^'huge' is not in list$"):
        app.run()


@pytest.mark.since("1.53")
@pytest.mark.engines("apptest", reason="a browser shows an error and keeps it to itself")
def test_number_out_of_range(app_test):
    """A number out of range that a test sets with `set_value` makes `st.number_input` fall back to its default."""
    app = app_test("testing/choices.py").run()
    for number in (1, 10):
        app.number_input[0].set_value(number).run()
        assert texts(app) == [f"small, {number}"]

    app.number_input[0].set_value(11).run()
    assert texts(app) == ["small, 5"]


@pytest.mark.until("1.52")
@pytest.mark.engines("apptest", reason="a browser shows an error and keeps it to itself")
def test_number_out_of_range_taken(app_test):
    """Up to 1.52 a number out of range that a test sets with `set_value` reaches the script."""
    app = app_test("testing/choices.py").run()
    app.number_input[0].set_value(11).run()
    assert texts(app) == ["small, 11"]


@pytest.mark.since("1.62")
@pytest.mark.engines("apptest", reason="a browser shows an error and keeps it to itself")
def test_validate(app_test):
    """A text that `validate` refuses reaches the script in AppTest."""
    app = app_test("testing/validated.py").run()
    assert texts(app) == ["Code: 0"]

    app.text_input[0].set_value("abc").run()

    assert texts(app) == ["Code: abc"]


@pytest.mark.engines("apptest", reason="a browser forgets an input that is not drawn")
def test_widget_after_a_stopped_run(run):
    """After a run that `st.stop()` has ended above a widget, AppTest shows one value in all runs that follow."""
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
    """From 1.39 to 1.65, after such a run, AppTest shows the widget's default, not what was entered."""
    app = run("testing/stopped.py")
    app.text_input("name").set_value("Ada").run()
    app.checkbox[0].check().run()
    app.checkbox[0].uncheck().run()
    assert texts(app) == ["Hello nobody"]


@pytest.mark.engines("server", reason="AppTest has no reload")
def test_reload(run):
    """A reload of the page begins a new session: `st.session_state` is empty."""
    app = run("testing/reload.py")
    app.run()
    assert texts(app) == ["Visits: 2"]

    app.reload()
    assert texts(app) == ["Visits: 1"]
