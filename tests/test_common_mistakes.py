import pytest

# The page of Streamlit's documentation that stands after it has moved in 1.36.
NO_NAME = (
    'st.session_state has no attribute "name". Did you forget to initialize it? More info: https://docs.streamlit.io/'
)
NO_USER = '\'st.session_state has no key "user". Did you forget to initialize it? More info: https://docs.streamlit.io/'


def texts(app):
    return [text.value for text in app.text]


def test_click_sets_off_one_run(run):
    """A click on a button outside fragments calls its callback, then runs the script from its
    top, and in this run alone `st.button` returns `True`.
    """
    app = run("common_mistakes/order_of_a_run.py")
    assert texts(app) == ["top > end"]

    app.button[0].click().run()
    assert texts(app) == ["callback > top > True > end"]

    app.run()
    assert texts(app) == ["callback > top > True > end > top > end"]


def send_hi(app):
    app.text_input[0].set_value("Hi").run()
    app.button[0].click().run()


@pytest.mark.since("1.63")
def test_assignment_below_the_widget_raises(run):
    """Assigning to a widget's key below the widget raises `StreamlitWidgetAlreadyInstantiatedError`:
    the widget keeps its value and the script ends there.
    """
    app = run("common_mistakes/clear_input.py")
    assert texts(app) == ["sent: None"]

    send_hi(app)

    assert app.exception[0].proto.type == "streamlit.errors.StreamlitWidgetAlreadyInstantiatedError"
    assert app.exception[0].message in (
        # Up to 1.64, and since 1.65.
        "`st.session_state.message` cannot be modified after the widget with key `message` is instantiated.",
        (
            "`st.session_state['message']` cannot be modified after the widget with that key is instantiated. "
            "Assign `st.session_state['message']` before creating the widget, or update it from an `on_change` "
            "or `on_click` callback, which runs before the widget is instantiated. If this is a read-only session "
            "state key (buttons, file and media inputs, `st.data_editor`, forms, chart or `ButtonColumn` selections), "
            "store the value under a different session state key."
        ),
    )
    assert app.text_input[0].value == "Hi"
    assert texts(app) == []

    app.run()
    assert texts(app) == ["sent: Hi"]


@pytest.mark.until("1.62")
def test_assignment_below_the_widget_raised(run):
    """Up to 1.62 assigning to a widget's key below the widget raises `StreamlitAPIException`."""
    app = run("common_mistakes/clear_input.py")
    send_hi(app)

    assert app.exception[0].proto.type.split(".")[-1] == "StreamlitAPIException"
    assert app.exception[0].message == (
        "`st.session_state.message` cannot be modified after the widget with key `message` is instantiated."
    )
    assert app.text_input[0].value == "Hi"
    assert texts(app) == []

    app.run()
    assert texts(app) == ["sent: Hi"]


def test_callback_clears_the_input(run):
    """A callback may assign to a widget's key: it runs before the widget's line, and the
    page shows the new value.
    """
    app = run("common_mistakes/clear_input_fixed.py")
    assert texts(app) == ["sent: None"]

    send_hi(app)

    assert not app.exception
    assert app.text_input[0].value == ""
    assert texts(app) == ["sent: Hi"]

    app.run()
    assert texts(app) == ["sent: Hi"]


def greet_ada(app):
    app.checkbox[0].uncheck().run()
    assert texts(app) == []
    app.text_input[0].set_value("Ada").run()
    app.checkbox[0].check().run()


def test_key_read_above_its_widget_raises(run):
    """Reading a widget's key above the widget raises `AttributeError` in the first run; once
    the widget has been drawn, the same line works.
    """
    app = run("common_mistakes/key_read_above.py")

    assert app.exception[0].proto.type == "AttributeError"
    assert app.exception[0].message.startswith(NO_NAME)
    assert texts(app) == []
    assert not app.text_input

    greet_ada(app)
    assert not app.exception
    assert texts(app) == ["Hello Ada"]


def test_setdefault_above_the_first_reading(run):
    """A value stored with `setdefault` above the first reading is there from the first run
    on, and the widget of that key starts with it.
    """
    app = run("common_mistakes/key_read_above_fixed.py")

    assert not app.exception
    assert texts(app) == ["Hello World"]
    assert app.text_input[0].value == "World"

    greet_ada(app)
    assert texts(app) == ["Hello Ada"]


@pytest.mark.apptest_since("1.33", reason="an older AppTest cannot switch pages")
def test_page_opened_by_its_own_address_raises(run):
    """A page of the `pages/` folder that is opened by its own address raises `KeyError` for a
    key that only the home page sets: the home page has not run.
    """
    app = run("common_mistakes/subpage_first", page="pages/profile.py")

    assert app.exception[0].proto.type == "KeyError"
    assert app.exception[0].message.startswith(NO_USER)
    assert texts(app) == []


@pytest.mark.apptest_since("1.33", reason="an older AppTest cannot switch pages")
def test_page_works_after_the_home_page(run):
    """In an app with a `pages/` folder, a page finds the keys that the home page sets when the
    user comes from there.
    """
    app = run("common_mistakes/subpage_first")
    assert texts(app) == ["Home of guest"]

    app.switch_page("pages/profile.py").run()
    assert texts(app) == ["Profile of guest"]


@pytest.mark.apptest_since("1.33", reason="an older AppTest cannot switch pages")
def test_page_that_prepares_the_session_itself(run):
    """A page that calls the same initialisation as the home page works when it is opened
    by its own address.
    """
    app = run("common_mistakes/subpage_first_fixed", page="pages/own_profile.py")

    assert not app.exception
    assert texts(app) == ["Profile of guest"]

    home = run("common_mistakes/subpage_first_fixed")
    assert texts(home) == ["Home of guest"]


@pytest.mark.since("1.39")
def test_same_widget_twice_raises(run):
    """A loop that draws the same checkbox without a `key` raises `StreamlitDuplicateElementId`
    at the second one.
    """
    app = run("common_mistakes/same_checkbox.py")
    app.checkbox[0].check().run()

    assert app.exception[0].proto.type.split(".")[-1] == "StreamlitDuplicateElementId"
    assert app.exception[0].message == (
        "There are multiple `checkbox` elements with the same auto-generated ID. "
        "When this element is created, it is assigned an internal ID based on the element type "
        "and provided parameters. Multiple elements with the same type and parameters will cause this error.\n\n"
        "To fix this error, please pass a unique `key` argument to the `checkbox` element."
    )
    assert [box.value for box in app.checkbox] == [True]
    assert texts(app) == ["Wash", "Iron"]


@pytest.mark.until("1.38")
def test_same_widget_twice_raised(run):
    """Up to 1.38 a loop that draws the same checkbox without a `key` raises `DuplicateWidgetID` at the second one."""
    app = run("common_mistakes/same_checkbox.py")
    app.checkbox[0].check().run()

    assert app.exception[0].proto.type == "DuplicateWidgetID"
    assert app.exception[0].message == (
        "There are multiple identical `st.checkbox` widgets with the\nsame generated key.\n\n"
        "When a widget is created, it's assigned an internal key based on\n"
        "its structure. Multiple widgets with an identical structure will\n"
        "result in the same internal key, which causes this error.\n\n"
        "To fix this error, please pass a unique `key` argument to\n`st.checkbox`."
    )
    assert [box.value for box in app.checkbox] == [True]
    assert texts(app) == ["Wash", "Iron"]


def test_key_for_each_widget_of_the_loop(run):
    """With a `key` of its own, each checkbox of the loop is drawn and keeps its own value."""
    app = run("common_mistakes/same_checkbox_fixed.py")
    app.checkbox[0].check().run()

    assert not app.exception
    assert [box.value for box in app.checkbox] == [True, False]
    assert texts(app) == ["Wash", "Iron"]


WARNING = (
    'The widget with key "name" was created with a default value but also had its value set via the Session State API.'
)


@pytest.mark.since("1.56")
def test_default_and_state_warn_in_the_log(run, server_log):
    """A widget that has a default and a value assigned to its key in the same run shows the
    assigned value; the warning is in the server's log, not on the page.
    """
    app = run("common_mistakes/default_and_state.py")

    assert server_log().count(WARNING) == 1
    assert not app.warning
    assert not app.exception
    assert app.text_input[0].value == "Ada"
    assert texts(app) == ["name: Ada"]


@pytest.mark.since("1.56")
def test_default_and_state_warn_once(run, server_log):
    """The server logs the warning about a default beside an assigned value once: the next
    user's first run, which assigns too, adds no line.
    """
    run("common_mistakes/default_and_state.py")
    run("common_mistakes/default_and_state.py")

    assert server_log().count(WARNING) == 1


@pytest.mark.until("1.55")
def test_default_and_state_warned_on_the_page(run):
    """Up to 1.55 the warning about a default beside an assigned value is on the page: the first user sees it
    until the next rerun, the next user does not.
    """
    app = run("common_mistakes/default_and_state.py")
    assert [warning.value for warning in app.warning] == [WARNING]
    assert app.text_input[0].value == "Ada"

    app.run()
    assert not app.warning

    second_user = run("common_mistakes/default_and_state.py")
    assert not second_user.warning
    assert second_user.text_input[0].value == "Ada"


def warnings(app, server_log):
    """Return how often the warning is in the log or, up to 1.55, on the page."""
    return [*server_log(), *(warning.value for warning in app.warning)].count(WARNING)


def test_built_in_default_does_not_warn(run, server_log):
    """A default equal to the widget's own, such as an empty text, brings no warning beside an
    assigned value.
    """
    app = run("common_mistakes/default_typed_later.py")
    app.button[0].click().run()
    assert warnings(app, server_log) == 0
    assert app.text_input[1].value == "Ada"

    app.text_input[0].set_value("Grace").run()
    app.button[0].click().run()
    assert warnings(app, server_log) == 1


@pytest.mark.since("1.50")
def test_value_of_an_earlier_run_does_not_warn(run, server_log):
    """A default beside a value assigned in an earlier run brings no warning; the widget shows
    the assigned value.
    """
    app = run("common_mistakes/default_typed_later.py")
    app.button[0].click().run()
    app.text_input[0].set_value("Grace").run()
    assert warnings(app, server_log) == 0
    assert app.text_input[1].value == "Ada"

    app.button[0].click().run()
    assert warnings(app, server_log) == 1


@pytest.mark.until("1.49")
def test_new_default_replaced_the_value(run):
    """Up to 1.49 a new default makes a new text input, also under the same key: it shows the default,
    not the value assigned in an earlier run.
    """
    app = run("common_mistakes/default_typed_later.py")
    app.button[0].click().run()
    assert app.text_input[1].value == "Ada"

    app.text_input[0].set_value("Grace").run()
    assert app.text_input[1].value == "Grace"


def test_state_without_default_does_not_warn(run, server_log):
    """Without `value`, the widget shows the value stored under its key, and there is no warning."""
    app = run("common_mistakes/default_and_state_fixed.py")

    assert warnings(app, server_log) == 0
    assert app.text_input[0].value == "Ada"
    assert texts(app) == ["name: Ada"]


def click_twice(app):
    """Return what the page shows at first and after each click."""
    shown = [texts(app)]
    for _ in range(2):
        app.button[0].click().run()
        shown.append(texts(app))
    return shown


def test_text_above_the_button_is_behind(run):
    """A text above `if st.button(...)` shows the count from before the click."""
    app = run("common_mistakes/counter_behind.py")

    assert click_twice(app) == [["count: 0"], ["count: 0"], ["count: 1"]]


def test_callback_counts_before_the_text(run):
    """When `on_click` adds to the count, a text above the button shows the new count right
    after the click.
    """
    app = run("common_mistakes/counter_behind_fixed.py")

    assert click_twice(app) == [["count: 0"], ["count: 1"], ["count: 2"]]


def enter_three_names(app):
    """Return what the page shows at first and after each entry."""
    shown = [texts(app)]
    for name in ("Bob", "Cleo", "Dan"):
        app.text_input[0].set_value(name).run()
        assert texts(app) == [f"name: {app.text_input[0].value}"]
        shown.append(texts(app))
    return shown


def test_result_as_its_own_default_loses_every_second_change(run):
    """An unkeyed widget whose default is its own last result loses every second change: it
    goes back to the value before.
    """
    app = run("common_mistakes/every_second_change.py")

    assert enter_three_names(app) == [["name: Ada"], ["name: Bob"], ["name: Bob"], ["name: Dan"]]


def test_key_alone_keeps_every_change(run):
    """A widget with a `key` and no `value` keeps every change, and starts with what
    `setdefault` stored under that key.
    """
    app = run("common_mistakes/every_second_change_fixed.py")

    assert enter_three_names(app) == [["name: Ada"], ["name: Bob"], ["name: Cleo"], ["name: Dan"]]


def enter_rome(app):
    assert texts(app) == ["city: Paris"]
    app.text_input[0].set_value("Rome").run()


def test_assignment_in_every_run_undoes_the_entry(run):
    """A value that every run assigns above the widget replaces what the user has just entered."""
    app = run("common_mistakes/jumps_back.py")
    enter_rome(app)

    assert app.text_input[0].value == "Paris"
    assert texts(app) == ["city: Paris"]


def test_assignment_while_the_key_is_missing(run):
    """A value that is assigned only while the key is missing is the start value, and the
    user's entry stays.
    """
    app = run("common_mistakes/jumps_back_fixed.py")
    enter_rome(app)

    assert app.text_input[0].value == "Rome"
    assert texts(app) == ["city: Rome"]


def test_global_starts_over_after_the_callback(run):
    """What a callback adds to a `global` of the script is gone in the run that follows."""
    app = run("common_mistakes/global_counter.py")

    assert click_twice(app) == [
        ["in the script: 0"],
        ["in the callback: 1", "in the script: 0"],
        ["in the callback: 1", "in the script: 0"],
    ]


def test_state_goes_on_after_the_callback(run):
    """What a callback adds to a value in `st.session_state` is there in the script that
    follows and in the next click.
    """
    app = run("common_mistakes/global_counter_fixed.py")

    assert click_twice(app) == [
        ["in the script: 0"],
        ["in the callback: 1", "in the script: 1"],
        ["in the callback: 2", "in the script: 2"],
    ]


def enter_name_and_go_on(app):
    app.text_input[0].set_value("Ada").run()
    app.button[0].click().run()
    assert texts(app) == ["name: Ada"]
    assert not app.text_input
    app.checkbox[0].check().run()


def test_value_of_the_first_step_is_lost(run):
    """A widget's value can still be read in the first run that does not draw the widget and
    is missing in the next one, so the second step fails at its first click.
    """
    app = run("common_mistakes/second_step.py")
    enter_name_and_go_on(app)

    assert app.exception[0].proto.type == "AttributeError"
    assert app.exception[0].message.startswith(NO_NAME)
    assert texts(app) == []
    assert not app.checkbox


def test_copied_value_outlives_the_widget(run):
    """A value that the callback copied to a key no widget uses is still there when the
    widget has gone.
    """
    app = run("common_mistakes/second_step_fixed.py")
    enter_name_and_go_on(app)

    assert not app.exception
    assert texts(app) == ["name: Ada"]
    assert app.checkbox[0].value is True


def search_and_check(app):
    """Return what the page shows after each step."""
    assert not app.exception
    shown = [texts(app)]
    app.button[0].click().run()
    shown.append(texts(app))
    app.checkbox[0].check().run()
    shown.append(texts(app))
    return shown


def test_result_under_the_button_is_lost(run):
    """What stands under `if st.button(...)` is gone after the next run that another widget
    causes: in that run the button returns `False`.
    """
    app = run("common_mistakes/result_lost.py")

    assert search_and_check(app) == [[], ["found: Ada, Grace"], []]


def test_stored_result_stays(run):
    """A result that is stored under the button and drawn outside its `if` stays when another
    widget changes.
    """
    app = run("common_mistakes/result_lost_fixed.py")

    assert search_and_check(app) == [[], ["found: Ada, Grace"], ["found: Ada, Grace"]]


def delete_and_confirm(app):
    assert texts(app) == ["rows: ['Ada', 'Grace']"]
    app.button[0].click().run()
    assert texts(app) == ["Are you sure?", "rows: ['Ada', 'Grace']"]
    app.button[1].click().run()


def test_nested_button_does_nothing(run):
    """A click on a button inside `if st.button(...)` does not reach the inner `if`: the outer
    button is `False` in that run, and the inner one disappears.
    """
    app = run("common_mistakes/nested_button.py")
    delete_and_confirm(app)

    assert len(app.button) == 1
    assert texts(app) == ["rows: ['Ada', 'Grace']"]


def test_flag_keeps_the_second_button(run):
    """A flag set by the first button's callback keeps the second button on the page, and a
    click on it takes effect.
    """
    app = run("common_mistakes/nested_button_fixed.py")
    delete_and_confirm(app)

    assert len(app.button) == 1
    assert texts(app) == ["rows: []"]


def choose_the_first(app):
    assert texts(app) == ["chosen: None"]
    assert [button.label for button in app.button] == ["Ada", "Grace"]
    app.button[0].click().run()


def test_lambda_in_a_loop_gets_the_last_item(run):
    """A `lambda` made in a loop reads the loop's variable when it is called: each button
    acts on the last item.
    """
    app = run("common_mistakes/last_of_the_loop.py")
    choose_the_first(app)
    assert texts(app) == ["chosen: Grace"]


def test_args_give_each_button_its_item(run):
    """With `args`, each button made in a loop hands its own item to the callback."""
    app = run("common_mistakes/last_of_the_loop_fixed.py")
    choose_the_first(app)
    assert texts(app) == ["chosen: Ada"]


def add_milk(app):
    assert texts(app) == ["list: []"]
    app.text_input[0].set_value("milk").run()
    app.button[0].click().run()
    assert texts(app) == ["list: ['milk']"]


def test_list_in_a_module_is_everybodys(run):
    """A list in an imported module is one list for all users of the server: what one user
    adds, the next one sees.
    """
    add_milk(run("common_mistakes/shared_list"))

    second_user = run("common_mistakes/shared_list")
    assert texts(second_user) == ["list: ['milk']"]


def test_list_in_session_state_is_the_users_own(run):
    """A list that a module's function keeps in `st.session_state` is the user's own: the
    next user starts with an empty one.
    """
    add_milk(run("common_mistakes/shared_list_fixed"))

    second_user = run("common_mistakes/shared_list_fixed")
    assert texts(second_user) == ["list: []"]


def store_and_look_again(app):
    assert texts(app) == ["a Cart: False"]
    app.button[0].click().run()
    assert texts(app) == ["a Cart: True"]
    app.button[1].click().run()


def test_class_of_the_script_is_new_in_each_run(run):
    """After a rerun a stored object is no instance of the class defined in the script:
    `isinstance` is false.
    """
    app = run("common_mistakes/class_in_script.py")
    store_and_look_again(app)

    assert texts(app) == ["a Cart: False"]


def test_class_of_a_module_stays_the_same(run):
    """A class in an imported module stays the same over reruns: `isinstance` is true."""
    app = run("common_mistakes/class_in_script_fixed")
    store_and_look_again(app)

    assert texts(app) == ["a Cart: True"]


@pytest.mark.since("1.29")
def test_enum_of_the_script(run):
    """From the second run on, the key of a selectbox holds a member of an older `Enum` class, which is no
    instance of the script's own; what the selectbox returns is.
    """
    app = run("common_mistakes/enum_in_script.py")
    assert texts(app) == ["returned: True", "stored: True"]

    app.run()
    assert texts(app) == ["returned: True", "stored: False"]

    app.selectbox[0].select("Size.LARGE").run()
    assert texts(app) == ["returned: True", "stored: False"]


@pytest.mark.until("1.28")
def test_enum_of_the_script_was_returned_as_stored(run):
    """Up to 1.28 what the selectbox returns is a member of the older class too."""
    app = run("common_mistakes/enum_in_script.py")
    assert texts(app) == ["returned: True", "stored: True"]

    app.run()
    assert texts(app) == ["returned: False", "stored: False"]
