import pytest

MORE_INFO = "Did you forget to initialize it? More info: "


def shown(app):
    return [text.value for text in app.text]


def raised(app):
    """Return the class and message of each exception, without the URL at its end, which changed in 1.36."""
    return [(exception.proto.type, exception.message.partition("https://")[0]) for exception in app.exception]


def no_attribute(name):
    return [("AttributeError", f'st.session_state has no attribute "{name}". {MORE_INFO}')]


def test_guard_stores_once_per_session(run):
    """For a key without a widget, an `if "count" not in st.session_state` guard stores the initial value in the
    first run of a session and keeps the current value in later runs.
    """
    first = run("initialization/guard.py")
    assert shown(first) == ["10"]

    first.button[0].click().run()
    first.button[0].click().run()
    assert shown(first) == ["12"]

    second = run("initialization/guard.py")
    assert shown(second) == ["10"]


def test_loop_over_defaults(run):
    """A loop that calls `setdefault` for each item of a dict initializes every key, and keeps the later values of
    keys without a widget.
    """
    app = run("initialization/defaults.py")
    assert shown(app) == ["Ada: 3"]

    app.button[0].click().run()
    app.button[0].click().run()
    assert shown(app) == ["Ada: 1"]


def test_widget_starts_with_the_stored_value(run):
    """By default, a text input, number input, select box, multiselect, or checkbox starts with the value that a guard
    above it stored under its key, and then follows the user.
    """
    app = run("initialization/widget_key.py")
    assert app.text_input("name").value == "Ada"
    assert app.number_input("lives").value == 3
    assert app.selectbox("size").value == "L"
    assert app.multiselect("colors").value == ["red"]
    assert app.checkbox("news").value is True
    assert shown(app) == ["name: Ada", "lives: 3", "size: L", "colors: ['red']", "news: True"]

    app.text_input("name").set_value("Grace").run()
    app.number_input("lives").set_value(2).run()
    app.selectbox("size").select("S").run()
    app.multiselect("colors").select("green").run()
    app.checkbox("news").uncheck().run()
    assert shown(app) == ["name: Grace", "lives: 2", "size: S", "colors: ['red', 'green']", "news: False"]


def test_guard_below_the_widget_finds_the_key(run):
    """A guard below the widget with the same key has no effect, because the widget has already stored its own default
    under the key.
    """
    app = run("initialization/guard_below_widget.py")

    assert app.text_input[0].value == ""
    assert shown(app) == ["Hello !"]


def test_read_above_the_guard(run):
    """If a line reads a key with brackets or as an attribute above its guard, the line raises an error until a run
    has reached the guard.
    """
    app = run("initialization/guard_too_late.py")
    assert raised(app) == no_attribute("score")

    app.checkbox[0].uncheck().run()
    assert raised(app) == []

    app.checkbox[0].check().run()
    assert raised(app) == []
    assert shown(app) == ["10"]


def test_key_initialised_in_a_button(run):
    """If your script first stores a key inside `if st.button(...)`, the key is missing until the user clicks the
    button.
    """
    app = run("initialization/in_a_button.py")
    assert raised(app) == no_attribute("score")

    app.button[0].click().run()
    assert raised(app) == []
    assert shown(app) == ["10"]


def test_key_initialised_in_a_callback(run):
    """If only an `on_change` callback stores a key, the key is missing until the user first changes the widget, because
    the callback doesn't run for the widget's initial value.
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
    """An assignment without a guard resets the value to the initial value in every full run."""
    app = run("initialization/no_guard.py")
    assert shown(app) == ["10"]

    app.button[0].click().run()
    app.button[0].click().run()
    assert shown(app) == ["11"]


def test_falsy_guard(run):
    """The guard `if not st.session_state.get(...)` treats a stored `False` as missing, so the user can't uncheck a
    checkbox that it initializes with `True`.
    """
    app = run("initialization/falsy_guard.py")
    app.checkbox[0].uncheck().run()

    assert app.checkbox[0].value is True
    assert shown(app) == ["Newsletter: True"]


def test_falsy_guard_fixed(run):
    """The user can uncheck a checkbox that a `not in` guard initializes with `True`."""
    app = run("initialization/falsy_guard_fixed.py")
    assert shown(app) == ["Newsletter: True"]

    app.checkbox[0].uncheck().run()
    assert app.checkbox[0].value is False
    assert shown(app) == ["Newsletter: False"]


def test_setdefault_evaluates_its_default_in_every_run(run):
    """`setdefault(key, load())` calls `load` in every run, even if the key already has a value."""
    app = run("initialization/expensive_default.py")
    assert shown(app) == ["loading", "12 teas"]

    app.button[0].click().run()
    assert shown(app) == ["loading", "12 teas"]


def test_guard_evaluates_its_default_once(run):
    """Under a `not in` guard, `load()` is called only in the first run of a session."""
    app = run("initialization/expensive_default_fixed.py")
    assert shown(app) == ["loading", "12 teas"]

    app.button[0].click().run()
    assert shown(app) == ["12 teas"]


def test_default_of_an_imported_module_is_shared(run):
    """A mutable default in an imported module, such as a list, is one object for all sessions: if one user's session
    changes it, other users see the change.
    """
    first = run("initialization/shared_default")
    first.button[0].click().run()
    first.button[0].click().run()
    assert shown(first) == ["['milk', 'tea', 'tea']"]

    second = run("initialization/shared_default")
    assert shown(second) == ["['milk', 'tea', 'tea']"]


def test_default_made_by_a_function_is_not_shared(run):
    """A function in an imported module that returns a new list gives each session its own default."""
    first = run("initialization/shared_default_fixed")
    first.button[0].click().run()
    first.button[0].click().run()
    assert shown(first) == ["['milk', 'tea', 'tea']"]

    second = run("initialization/shared_default_fixed")
    assert shown(second) == ["['milk']"]


def test_initialised_on_import(run):
    """Until you edit it, the top level of an imported module runs only for the first session, so the keys that it
    initializes are missing in the next session.
    """
    first = run("initialization/on_import")
    assert shown(first) == ["10 points"]

    second = run("initialization/on_import")
    assert raised(second) == no_attribute("score")


def test_initialised_by_a_function(run):
    """If your script calls a function of an imported module in every run, the function can initialize the keys of each
    session.
    """
    first = run("initialization/on_import_fixed")
    assert shown(first) == ["10 points"]

    second = run("initialization/on_import_fixed")
    assert shown(second) == ["10 points"]


@pytest.mark.apptest_since("1.33", reason="an older AppTest can't switch pages")
def test_page_of_a_pages_folder_runs_alone(run):
    """In a `pages/` app, a run of a page doesn't run the main file, so a guard in the main file doesn't restore a
    missing key.
    """
    app = run("initialization/pages_folder")
    assert shown(app) == ["Rounds so far: 0"]

    app.switch_page("pages/match.py").run()
    assert shown(app) == ["Round 1"]

    app.button[0].click().run()
    assert raised(app) == no_attribute("round")


@pytest.mark.fails_on("stlite", reason="a static host has no file at the URL of a page")
@pytest.mark.apptest_since("1.33", reason="an older AppTest can't switch pages")
def test_page_of_a_pages_folder_opened_first(run):
    """In a `pages/` app, a page that the user opens by its URL doesn't have the keys that only the main file
    initializes.
    """
    app = run("initialization/pages_folder", page="pages/match.py")

    assert raised(app) == no_attribute("round")
    assert shown(app) == []


@pytest.mark.apptest_since("1.33", reason="an older AppTest can't switch pages")
def test_page_initialises_itself(run):
    """In a `pages/` app, a page that calls the initializing function itself has its keys in every run."""
    app = run("initialization/pages_folder_fixed")
    assert shown(app) == ["Rounds so far: 0"]

    app.switch_page("pages/rematch.py").run()
    assert shown(app) == ["Round 1"]

    app.button[0].click().run()
    assert shown(app) == ["Round 1"]


@pytest.mark.fails_on("stlite", reason="a static host has no file at the URL of a page")
@pytest.mark.apptest_since("1.33", reason="an older AppTest can't switch pages")
def test_page_that_initialises_itself_opened_first(run):
    """In a `pages/` app, a page that calls the initializing function itself works when the user opens it by its URL."""
    app = run("initialization/pages_folder_fixed", page="pages/rematch.py")

    assert shown(app) == ["Round 1"]


@pytest.mark.apptest_since("1.44", reason="an older AppTest doesn't run the pages of st.navigation")
@pytest.mark.since("1.36")
def test_entrypoint_of_navigation_runs_first(run):
    """With `st.navigation`, every full run starts with the entrypoint, so a guard above `run()` serves all pages."""
    app = run("initialization/navigation")
    assert shown(app) == ["Rounds so far: 0", "Welcome"]

    app.switch_page("game.py").run()
    assert shown(app) == ["Rounds so far: 0", "Round 1"]

    app.button[0].click().run()
    assert shown(app) == ["Rounds so far: 0", "Round 1"]


@pytest.mark.fails_on("stlite", reason="a static host has no file at the URL of a page")
@pytest.mark.apptest_since("1.44", reason="an older AppTest doesn't run the pages of st.navigation")
@pytest.mark.since("1.36")
def test_page_of_navigation_opened_first(run):
    """With `st.navigation`, a page that the user opens by its URL has the keys that the entrypoint initializes
    above `run()`.
    """
    app = run("initialization/navigation", page="game.py")

    assert shown(app) == ["Rounds so far: 0", "Round 1"]


def test_deleted_key_is_initialised_again(run):
    """Outside fragments, if a callback deletes a key, the key's guard stores the initial value again in the same
    rerun.
    """
    app = run("initialization/start_over.py")
    assert shown(app) == ["10"]

    app.button[1].click().run()
    app.button[1].click().run()
    assert shown(app) == ["12"]

    app.button[0].click().run()
    assert shown(app) == ["10"]


def reload_slowly(app):
    """Reload in a browser that gets the checkbox's code only after a click on the button has triggered a rerun."""
    code = "**/Checkbox.*.js"

    def deliver(route):
        app.page.get_by_role("button", name="Rerun").click()
        app.page.get_by_text("again").wait_for()
        route.continue_()

    app.page.route(code, deliver, times=1)
    with app.page.expect_response(code):
        app.reload()


@pytest.mark.engines("server", reason="AppTest loads no code")
def test_start_value_of_a_widget_that_loads_late(run):
    """If a rerun starts before the browser has loaded a checkbox, the value that a guard stored under its key is lost:
    the checkbox shows its own default, and the next rerun finds this default under the key.
    """
    app = run("initialization/lost_start.py")
    assert (app.checkbox[0].value, shown(app)) == (True, ["metric: True"])

    reload_slowly(app)
    assert (app.checkbox[0].value, shown(app)) == (False, ["again", "metric: True"])

    app.button[0].click().run()
    assert (app.checkbox[0].value, shown(app)) == (False, ["again", "metric: False"])


@pytest.mark.engines("server", reason="AppTest loads no code")
def test_start_value_in_a_widget_that_loads_late(run):
    """A checkbox keeps an initial value that you pass as its `value`, even if a rerun starts before the browser has
    loaded the checkbox.
    """
    app = run("initialization/lost_start_fixed.py")
    reload_slowly(app)
    assert (app.checkbox[0].value, shown(app)) == (True, ["again", "metric: True"])

    app.button[0].click().run()
    assert (app.checkbox[0].value, shown(app)) == (True, ["again", "metric: True"])


@pytest.mark.engines("server", "live", reason="AppTest has no keyboard")
@pytest.mark.since("1.65")
def test_widget_that_appears_later(run):
    """If a text input first appears in a later run than the one that stored a value under its key, it shows this value,
    and the user can edit it.
    """
    app = run("initialization/appears_later.py")
    assert shown(app) == ["Hello Ada!"]

    app.checkbox[0].check().run()
    app.text_input[0].type_keys("m").press("Enter").run()
    assert shown(app) == ["Hello Adam!"]


@pytest.mark.engines("server", "live", reason="AppTest has no keyboard")
@pytest.mark.until("1.64")
def test_widget_that_appeared_later_was_empty(run):
    """In 1.64 and earlier, a text input that first appeared in a later run than the one that stored a value
    under its key was empty, and the value was lost in the next rerun.
    """
    app = run("initialization/appears_later.py")
    app.checkbox[0].check().run()
    assert app.text_input[0].value == ""
    assert shown(app) == ["Hello Ada!"]

    app.text_input[0].type_keys("m").press("Enter").run()
    assert shown(app) == ["Hello m!"]


def test_value_assigned_again_before_the_widget(run):
    """A text input that first appears in a later run also shows the stored value if your script assigns the
    value to the key again right above it.
    """
    app = run("initialization/appears_later_fixed.py")
    assert shown(app) == ["Hello Ada!"]

    app.checkbox[0].check().run()
    assert app.text_input[0].value == "Ada"

    app.text_input[0].set_value("Grace").run()
    assert app.text_input[0].value == "Grace"
    assert shown(app) == ["Hello Grace!"]
