import pytest

MORE_INFO = "Did you forget to initialize it? More info: "


def shown(app):
    return [text.value for text in app.text]


def raised(app):
    """Return class and message of each exception, without the address at its end, which 1.36 has changed."""
    return [(exception.proto.type, exception.message.partition("https://")[0]) for exception in app.exception]


def no_attribute(name):
    return [("AttributeError", f'st.session_state has no attribute "{name}". {MORE_INFO}')]


def test_guard_stores_once_per_session(run):
    """An `if "count" not in st.session_state` guard stores the initial value in the first run of
    a session and leaves the value alone in later ones.
    """
    first = run("initialization/guard.py")
    assert shown(first) == ["10"]

    first.button[0].click().run()
    first.button[0].click().run()
    assert shown(first) == ["12"]

    second = run("initialization/guard.py")
    assert shown(second) == ["10"]


def test_loop_over_defaults(run):
    """A loop of `setdefault` over a dict of defaults initialises every key and keeps later values."""
    app = run("initialization/defaults.py")
    assert shown(app) == ["Ada: 3"]

    app.button[0].click().run()
    app.button[0].click().run()
    assert shown(app) == ["Ada: 1"]


def test_widget_starts_with_the_stored_value(run):
    """A widget starts with the value that a guard above it has stored under its key, and then follows
    the user.
    """
    app = run("initialization/widget_key.py")
    assert app.text_input[0].value == "Ada"
    assert shown(app) == ["Hello Ada!"]

    app.text_input[0].set_value("Grace").run()
    assert app.text_input[0].value == "Grace"
    assert shown(app) == ["Hello Grace!"]


def test_guard_below_the_widget_finds_the_key(run):
    """A guard below the widget of its key comes too late: the widget has stored its own default there."""
    app = run("initialization/guard_below_widget.py")

    assert app.text_input[0].value == ""
    assert shown(app) == ["Hello !"]


def test_read_above_the_guard(run):
    """A line that reads a key above its guard raises until a run has come as far as the guard."""
    app = run("initialization/guard_too_late.py")
    assert raised(app) == no_attribute("score")

    app.checkbox[0].uncheck().run()
    assert raised(app) == []

    app.checkbox[0].check().run()
    assert raised(app) == []
    assert shown(app) == ["10"]


def test_key_initialised_in_a_button(run):
    """A key that is first stored inside `if st.button(...)` is missing until the click."""
    app = run("initialization/in_a_button.py")
    assert raised(app) == no_attribute("score")

    app.button[0].click().run()
    assert raised(app) == []
    assert shown(app) == ["10"]


def test_key_initialised_in_a_callback(run):
    """A key that only an `on_change` callback stores is missing until the first change, as the callback
    does not run for the value that the widget starts with.
    """
    app = run("initialization/in_a_callback.py")
    assert app.selectbox[0].value == "Milk"
    assert raised(app) == no_attribute("price")

    app.selectbox[0].set_value("Tea").run()
    assert raised(app) == []
    assert shown(app) == ["Price: 2"]

    app.selectbox[0].set_value("Milk").run()
    assert shown(app) == ["Price: 1"]


def test_assignment_without_a_guard(run):
    """An assignment without a guard puts the initial value back at the top of every run."""
    app = run("initialization/no_guard.py")
    assert shown(app) == ["10"]

    app.button[0].click().run()
    app.button[0].click().run()
    assert shown(app) == ["11"]


def test_falsy_guard(run):
    """The guard `if not st.session_state.get(...)` takes a stored `False` for missing: a checkbox that it
    initialises with `True` cannot be unticked.
    """
    app = run("initialization/falsy_guard.py")
    app.checkbox[0].uncheck().run()

    assert app.checkbox[0].value is True
    assert shown(app) == ["Newsletter: True"]


def test_falsy_guard_fixed(run):
    """A checkbox that a guard with `not in` initialises with `True` can be unticked."""
    app = run("initialization/falsy_guard_fixed.py")
    assert shown(app) == ["Newsletter: True"]

    app.checkbox[0].uncheck().run()
    assert app.checkbox[0].value is False
    assert shown(app) == ["Newsletter: False"]


def test_setdefault_evaluates_its_default_in_every_run(run):
    """The default of `setdefault` is evaluated in every run, also when the key has a value."""
    app = run("initialization/expensive_default.py")
    assert shown(app) == ["loading", "12 teas"]

    app.button[0].click().run()
    assert shown(app) == ["loading", "12 teas"]


def test_guard_evaluates_its_default_once(run):
    """Under a guard with `not in` the default is evaluated in the first run only."""
    app = run("initialization/expensive_default_fixed.py")
    assert shown(app) == ["loading", "12 teas"]

    app.button[0].click().run()
    assert shown(app) == ["12 teas"]


def test_default_of_an_imported_module_is_shared(run):
    """A mutable default in an imported module is one object for all sessions: what one user puts into it,
    the others see.
    """
    first = run("initialization/shared_default")
    first.button[0].click().run()
    first.button[0].click().run()
    assert shown(first) == ["['milk', 'tea', 'tea']"]

    second = run("initialization/shared_default")
    assert shown(second) == ["['milk', 'tea', 'tea']"]


def test_default_made_by_a_function_is_not_shared(run):
    """A function in an imported module that returns a new list gives each session a default of its own."""
    first = run("initialization/shared_default_fixed")
    first.button[0].click().run()
    first.button[0].click().run()
    assert shown(first) == ["['milk', 'tea', 'tea']"]

    second = run("initialization/shared_default_fixed")
    assert shown(second) == ["['milk']"]


def test_initialised_on_import(run):
    """The top level of an imported module runs for the first session only: keys that it initialises
    are missing for the next user.
    """
    first = run("initialization/on_import")
    assert shown(first) == ["10 points"]

    second = run("initialization/on_import")
    assert raised(second) == no_attribute("score")


def test_initialised_by_a_function(run):
    """A function of an imported module that the script calls in every run initialises the keys of each session."""
    first = run("initialization/on_import_fixed")
    assert shown(first) == ["10 points"]

    second = run("initialization/on_import_fixed")
    assert shown(second) == ["10 points"]


@pytest.mark.apptest_since("1.33", reason="an older AppTest cannot switch pages")
def test_page_of_a_pages_folder_runs_alone(run):
    """In a `pages/` app a run of a page does not run the main file, so the guard there does not store
    a key that the page is missing.
    """
    app = run("initialization/pages_folder")
    assert shown(app) == ["Rounds so far: 0"]

    app.switch_page("pages/match.py").run()
    assert shown(app) == ["Round 1"]

    app.button[0].click().run()
    assert raised(app) == no_attribute("round")


@pytest.mark.apptest_since("1.33", reason="an older AppTest cannot switch pages")
def test_page_of_a_pages_folder_opened_first(run):
    """In a `pages/` app a page opened by its own address lacks the keys that only the main file initialises."""
    app = run("initialization/pages_folder", page="pages/match.py")

    assert raised(app) == no_attribute("round")
    assert shown(app) == []


@pytest.mark.apptest_since("1.33", reason="an older AppTest cannot switch pages")
def test_page_initialises_itself(run):
    """In a `pages/` app a page that calls the initialising function itself has its keys in every run."""
    app = run("initialization/pages_folder_fixed")
    assert shown(app) == ["Rounds so far: 0"]

    app.switch_page("pages/rematch.py").run()
    assert shown(app) == ["Round 1"]

    app.button[0].click().run()
    assert shown(app) == ["Round 1"]


@pytest.mark.apptest_since("1.33", reason="an older AppTest cannot switch pages")
def test_page_that_initialises_itself_opened_first(run):
    """A `pages/` page that calls the initialising function itself can be opened by its own address."""
    app = run("initialization/pages_folder_fixed", page="pages/rematch.py")

    assert shown(app) == ["Round 1"]


@pytest.mark.apptest_since("1.44", reason="an older AppTest does not run the pages of st.navigation")
@pytest.mark.since("1.36")
def test_entrypoint_of_navigation_runs_first(run):
    """With `st.navigation` each run of the script starts with the entrypoint, so a guard there serves all pages."""
    app = run("initialization/navigation")
    assert shown(app) == ["Rounds so far: 0", "Welcome"]

    app.switch_page("game.py").run()
    assert shown(app) == ["Rounds so far: 0", "Round 1"]

    app.button[0].click().run()
    assert shown(app) == ["Rounds so far: 0", "Round 1"]


@pytest.mark.apptest_since("1.44", reason="an older AppTest does not run the pages of st.navigation")
@pytest.mark.since("1.36")
def test_page_of_navigation_opened_first(run):
    """With `st.navigation` a page opened by its own address has the keys that the entrypoint initialises."""
    app = run("initialization/navigation", page="game.py")

    assert shown(app) == ["Rounds so far: 0", "Round 1"]


def test_deleted_key_is_initialised_again(run):
    """After a callback has deleted a key, its guard stores the initial value again in the same rerun."""
    app = run("initialization/start_over.py")
    assert shown(app) == ["10"]

    app.button[1].click().run()
    app.button[1].click().run()
    assert shown(app) == ["12"]

    app.button[0].click().run()
    assert shown(app) == ["10"]


def reload_slowly(app):
    """Reload in a browser that gets the checkbox's code only when a click on the button has started another rerun."""
    code = "**/Checkbox.*.js"

    def deliver(route):
        app.page.get_by_role("button", name="Rerun").click()
        app.page.get_by_text("again").wait_for()
        route.continue_()

    app.page.route(code, deliver, times=1)
    with app.page.expect_response(code):
        app.reload()


@pytest.mark.engines("server", reason="it takes a browser that loads code late")
def test_start_value_of_a_widget_that_loads_late(run):
    """A value that a guard has stored under a widget's key is lost where a rerun starts before the browser
    has loaded the widget: it shows its own default, and the next rerun has that under the key.
    """
    app = run("initialization/lost_start.py")
    assert (app.checkbox[0].value, shown(app)) == (True, ["metric: True"])

    reload_slowly(app)
    assert (app.checkbox[0].value, shown(app)) == (False, ["again", "metric: True"])

    app.button[0].click().run()
    assert (app.checkbox[0].value, shown(app)) == (False, ["again", "metric: False"])


@pytest.mark.engines("server", reason="it takes a browser that loads code late")
def test_start_value_in_a_widget_that_loads_late(run):
    """A start value of the widget itself is kept where a rerun starts before the browser has loaded the widget."""
    app = run("initialization/lost_start_fixed.py")
    reload_slowly(app)
    assert (app.checkbox[0].value, shown(app)) == (True, ["again", "metric: True"])

    app.button[0].click().run()
    assert (app.checkbox[0].value, shown(app)) == (True, ["again", "metric: True"])
