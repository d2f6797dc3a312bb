import pytest

# The rest of the URL of Streamlit's documentation changed in 1.36.
NO_NAME = (
    'st.session_state has no attribute "name". Did you forget to initialize it? More info: https://docs.streamlit.io/'
)
NO_USER = '\'st.session_state has no key "user". Did you forget to initialize it? More info: https://docs.streamlit.io/'


def texts(app):
    return [text.value for text in app.text]


def test_click_sets_off_one_run(run):
    """By default, after a click on a button outside fragments, Streamlit calls the button's callback and then runs
    the script from the top, and `st.button` returns `True` only in that run.
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
    """As long as a widget's key exists, assigning to it after the same run has rendered the widget raises
    `StreamlitWidgetAlreadyInstantiatedError`: unless your script catches the error, the run ends there, and the
    widget keeps its value.
    """
    app = run("common_mistakes/clear_input.py")
    assert texts(app) == ["sent: None"]

    send_hi(app)

    assert app.exception[0].proto.type == "streamlit.errors.StreamlitWidgetAlreadyInstantiatedError"
    assert app.exception[0].message in (
        # Until 1.64, and since 1.65.
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
    assert texts(app) == ["sent: 'Hi'"]


@pytest.mark.until("1.62")
def test_assignment_below_the_widget_raised(run):
    """In 1.62 and earlier, assigning to an existing key of a widget after the same run had rendered the widget raised
    `StreamlitAPIException`.
    """
    app = run("common_mistakes/clear_input.py")
    send_hi(app)

    assert app.exception[0].proto.type.split(".")[-1] == "StreamlitAPIException"
    assert app.exception[0].message == (
        "`st.session_state.message` cannot be modified after the widget with key `message` is instantiated."
    )
    assert app.text_input[0].value == "Hi"
    assert texts(app) == []

    app.run()
    assert texts(app) == ["sent: 'Hi'"]


def test_callback_clears_the_input(run):
    """Outside fragments and forms, a callback can assign to the key of `st.text_input`: the callback runs before
    the script reaches the input, and the page shows the new value.
    """
    app = run("common_mistakes/clear_input_fixed.py")
    assert texts(app) == ["sent: None"]

    send_hi(app)

    assert not app.exception
    assert app.text_input[0].value == ""
    assert texts(app) == ["sent: 'Hi'"]

    app.run()
    assert texts(app) == ["sent: 'Hi'"]


def type_and_send(app):
    """Type a text and click the button, without Enter in between."""
    app.text_input[0].set_value("Hi")
    app.button[0].click().run()


def test_callback_finds_what_was_typed(run):
    """Outside forms, when a user types a text and clicks a button, the button's callback finds this text under the
    input's key.
    """
    app = run("common_mistakes/clear_input_fixed.py")
    type_and_send(app)
    assert texts(app) == ["sent: 'Hi'"]
    assert app.text_input[0].value == ""


def test_variable_in_the_callback(run):
    """In a callback, the variable that `st.text_input` returned holds the value from the previous run: if the text
    arrives together with the click, the callback doesn't get it.
    """
    app = run("common_mistakes/clear_input_variable.py")
    type_and_send(app)
    assert texts(app) == ["sent: ''"]
    assert app.text_input[0].value == ""

    send_hi(app)
    assert texts(app) == ["sent: 'Hi'"]


def greet_ada(app):
    app.checkbox[0].uncheck().run()
    assert texts(app) == []
    app.text_input[0].set_value("Ada").run()
    app.checkbox[0].check().run()


def test_key_read_above_its_widget_raises(run):
    """By default, reading a widget's key as an attribute above the widget raises `AttributeError` in the first run;
    if the previous run has rendered the widget, the same line works.
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
    """If `setdefault` stores a value above the first line that reads a key, the key exists from the first run on,
    and a text input with that key starts with the stored value.
    """
    app = run("common_mistakes/key_read_above_fixed.py")

    assert not app.exception
    assert texts(app) == ["Hello World"]
    assert app.text_input[0].value == "World"

    greet_ada(app)
    assert texts(app) == ["Hello Ada"]


@pytest.mark.fails_on("stlite", reason="a static host has no file at the URL of a page")
@pytest.mark.apptest_since("1.33", reason="an older AppTest can't switch pages")
def test_page_opened_by_its_own_address_raises(run):
    """If a user opens a page in `pages/` by its URL, reading `st.session_state["user"]`, which only the home page
    sets, raises `KeyError`, because the home page hasn't run.
    """
    app = run("common_mistakes/subpage_first", page="pages/profile.py")

    assert app.exception[0].proto.type == "KeyError"
    assert app.exception[0].message.startswith(NO_USER)
    assert texts(app) == []


@pytest.mark.apptest_since("1.33", reason="an older AppTest can't switch pages")
def test_page_works_after_the_home_page(run):
    """In an app with a `pages/` folder, a page finds the keys that the home page has set if the user comes from the
    home page through the navigation.
    """
    app = run("common_mistakes/subpage_first")
    assert texts(app) == ["Home of guest"]

    app.switch_page("pages/profile.py").run()
    assert texts(app) == ["Profile of guest"]


@pytest.mark.fails_on("stlite", reason="a static host has no file at the URL of a page")
@pytest.mark.apptest_since("1.33", reason="an older AppTest can't switch pages")
def test_page_that_prepares_the_session_itself(run):
    """A page that calls the same initialization function as the home page works even if a user opens it by its URL."""
    app = run("common_mistakes/subpage_first_fixed", page="pages/own_profile.py")

    assert not app.exception
    assert texts(app) == ["Profile of guest"]

    home = run("common_mistakes/subpage_first_fixed")
    assert texts(home) == ["Home of guest"]


@pytest.mark.since("1.39")
def test_same_widget_twice_raises(run):
    """If a loop calls `st.checkbox` with the same arguments and without a `key` in the main area of the page outside
    forms, the second call raises `StreamlitDuplicateElementId`.
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
    """In 1.38 and earlier, if a loop called `st.checkbox` with the same arguments and without a `key` outside forms,
    the second call raised `DuplicateWidgetID`.
    """
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
    """If every checkbox in a loop has a unique `key`, all of them are rendered, and each one keeps its own value."""
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
    """By default, if `st.text_input` has a `value` and your script assigns another value to its key in the same
    run, the input shows the assigned value, and the warning is in the server log, not on the page.
    """
    app = run("common_mistakes/default_and_state.py")

    assert server_log().count(WARNING) == 1
    assert not app.warning
    assert not app.exception
    assert app.text_input[0].value == "Ada"
    assert texts(app) == ["name: Ada"]


@pytest.mark.fails_on("stlite", reason="each user has a separate Python there")
@pytest.mark.since("1.56")
def test_default_and_state_warn_once(run, server_log):
    """The server logs the warning about a default and an assigned value only once: the next user's first run, which
    also assigns the value, doesn't log it again.
    """
    run("common_mistakes/default_and_state.py")
    run("common_mistakes/default_and_state.py")

    assert server_log().count(WARNING) == 1


@pytest.mark.until("1.55")
def test_default_and_state_warned_on_the_page(run):
    """In 1.55 and earlier, the warning about a default and an assigned value was on the page: the first user saw it
    until the next rerun, and the next user didn't see it.
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
    """Return how often the warning is in the log or, until 1.55, on the page."""
    return [*server_log(), *(warning.value for warning in app.warning)].count(WARNING)


def test_built_in_default_does_not_warn(run, server_log):
    """If the `value` of `st.text_input` is an empty string, assigning to its key doesn't cause the warning."""
    app = run("common_mistakes/default_typed_later.py")
    app.button[0].click().run()
    assert warnings(app, server_log) == 0
    assert app.text_input[1].value == "Ada"

    app.text_input[0].set_value("Grace").run()
    app.button[0].click().run()
    assert warnings(app, server_log) == 1


@pytest.mark.since("1.50")
def test_value_of_an_earlier_run_does_not_warn(run, server_log):
    """If a value was assigned to the key of `st.text_input` in an earlier run, a new default doesn't cause the
    warning, and the input shows the assigned value.
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
    """In 1.49 and earlier, a new default made `st.text_input` a new widget, even with a key: it showed the default,
    not the value assigned in an earlier run.
    """
    app = run("common_mistakes/default_typed_later.py")
    app.button[0].click().run()
    assert app.text_input[1].value == "Ada"

    app.text_input[0].set_value("Grace").run()
    assert app.text_input[1].value == "Grace"


def test_state_without_default_does_not_warn(run, server_log):
    """Without `value`, `st.text_input` shows the value stored under its key, and the server logs no warning."""
    app = run("common_mistakes/default_and_state_fixed.py")

    assert warnings(app, server_log) == 0
    assert app.text_input[0].value == "Ada"
    assert texts(app) == ["name: Ada"]


def click_twice(app):
    """Return the texts at first and after each click."""
    shown = [texts(app)]
    for _ in range(2):
        app.button[0].click().run()
        shown.append(texts(app))
    return shown


def test_text_above_the_button_is_behind(run):
    """If your script adds to a count inside `if st.button(...)`, text above the button shows the old count until
    the next rerun.
    """
    app = run("common_mistakes/counter_behind.py")

    assert click_twice(app) == [["count: 0"], ["count: 0"], ["count: 1"]]

    app.run()
    assert texts(app) == ["count: 2"]


def test_callback_counts_before_the_text(run):
    """If the `on_click` callback of a button outside fragments adds to a count, text above the button shows the new
    count immediately after the click.
    """
    app = run("common_mistakes/counter_behind_fixed.py")

    assert click_twice(app) == [["count: 0"], ["count: 1"], ["count: 2"]]


def enter_three_names(app):
    """Return the texts at first and after each change."""
    shown = [texts(app)]
    for name in ("Bob", "Cleo", "Dan"):
        app.text_input[0].set_value(name).run()
        assert texts(app) == [f"name: {app.text_input[0].value}"]
        shown.append(texts(app))
    return shown


def test_result_as_its_own_default_loses_every_second_change(run):
    """If `st.text_input` without a key uses its own last return value as its default, it loses every second change,
    unless another rerun comes in between.
    """
    app = run("common_mistakes/every_second_change.py")

    assert enter_three_names(app) == [["name: Ada"], ["name: Bob"], ["name: Bob"], ["name: Dan"]]


def test_every_second_change_of_others(run):
    """`st.number_input`, `st.slider`, and `st.selectbox` without a key also lose every second change if they use
    their own last return value as their default.
    """
    app = run("common_mistakes/every_second_change_of_others.py")
    assert texts(app) == ["size: 0", "price: 0", "shelf: 0"]
    assert [(widget.min, widget.max) for widget in (app.number_input[0], app.slider[0])] == [(0, 3), (0, 3)]
    assert app.selectbox[0].options == ["0", "1", "2", "3"]
    for line, kind in enumerate(("number_input", "slider", "selectbox")):
        shown = []
        for value in (1, 2, 3):
            widget = getattr(app, kind)[0]
            (widget.select_index(value) if kind == "selectbox" else widget.set_value(value)).run()
            shown.append(texts(app)[line][-1])
        assert shown == ["1", "1", "3"]


def test_key_alone_keeps_every_change(run):
    """Outside forms, as long as every run renders it with the same arguments, an `st.text_input` with a `key` and
    without `value` keeps every change; it starts with the value that `setdefault` stored under its key.
    """
    app = run("common_mistakes/every_second_change_fixed.py")

    assert enter_three_names(app) == [["name: Ada"], ["name: Bob"], ["name: Cleo"], ["name: Dan"]]


def enter_rome(app):
    assert texts(app) == ["city: Paris"]
    app.text_input[0].set_value("Rome").run()


def test_assignment_in_every_run_undoes_the_entry(run):
    """If every run assigns to the key of `st.text_input` above the input, the assigned value replaces what the user
    has just entered.
    """
    app = run("common_mistakes/jumps_back.py")
    enter_rome(app)

    assert app.text_input[0].value == "Paris"
    assert texts(app) == ["city: Paris"]


def test_assignment_while_the_key_is_missing(run):
    """If your script assigns a value only while the key is missing, a text input with that key starts with the
    value and keeps what the user enters.
    """
    app = run("common_mistakes/jumps_back_fixed.py")
    enter_rome(app)

    assert app.text_input[0].value == "Rome"
    assert texts(app) == ["city: Rome"]


def test_global_starts_over_after_the_callback(run):
    """If a callback outside fragments changes a `global` variable that the script assigns at its top, the change is
    lost in the run that follows.
    """
    app = run("common_mistakes/global_counter.py")

    assert click_twice(app) == [
        ["in the script: 0"],
        ["in the callback: 1", "in the script: 0"],
        ["in the callback: 1", "in the script: 0"],
    ]


def test_state_goes_on_after_the_callback(run):
    """If a callback changes a value that is stored under a key without a widget, both the run that follows and the next
    click find the new value.
    """
    app = run("common_mistakes/global_counter_fixed.py")

    assert click_twice(app) == [
        ["in the script: 0"],
        ["in the callback: 1", "in the script: 1"],
        ["in the callback: 2", "in the script: 2"],
    ]


def enter_name_and_click_next(app):
    app.text_input[0].set_value("Ada").run()
    app.button[0].click().run()
    assert texts(app) == ["name: Ada"]
    assert not app.text_input
    app.checkbox[0].check().run()


def test_value_of_the_first_step_is_lost(run):
    """By default, on the same page, unless your script has assigned to its key, a widget's value can still be read
    during the first complete run that doesn't render the widget, and is missing in the next run, so the second step
    fails at its first click.
    """
    app = run("common_mistakes/second_step.py")
    enter_name_and_click_next(app)

    assert app.exception[0].proto.type == "AttributeError"
    assert app.exception[0].message.startswith(NO_NAME)
    assert texts(app) == []
    assert not app.checkbox


def test_copied_value_outlives_the_widget(run):
    """If a callback copies the value to a key that no widget uses, your script can still read it after the widget
    is gone.
    """
    app = run("common_mistakes/second_step_fixed.py")
    enter_name_and_click_next(app)

    assert not app.exception
    assert texts(app) == ["name: Ada"]
    assert app.checkbox[0].value is True


def search_and_check(app):
    """Return the texts after each step."""
    assert not app.exception
    shown = [texts(app)]
    app.button[0].click().run()
    shown.append(texts(app))
    app.checkbox[0].check().run()
    shown.append(texts(app))
    return shown


def test_result_under_the_button_is_lost(run):
    """Elements inside `if st.button(...)` disappear in the next run that another widget outside fragments triggers,
    because the button returns `False` in that run.
    """
    app = run("common_mistakes/result_lost.py")

    assert search_and_check(app) == [[], ["found: Ada, Grace"], []]


def test_stored_result_stays(run):
    """If you store the result inside `if st.button(...)` and display it outside, the result stays on the page when
    another widget changes.
    """
    app = run("common_mistakes/result_lost_fixed.py")

    assert search_and_check(app) == [[], ["found: Ada, Grace"], ["found: Ada, Grace"]]


def delete_and_confirm(app):
    assert texts(app) == ["rows: ['Ada', 'Grace']"]
    app.button[0].click().run()
    assert texts(app) == ["Are you sure?", "rows: ['Ada', 'Grace']"]
    app.button[1].click().run()


def test_nested_button_does_nothing(run):
    """Outside fragments and dialogs, a click on a button inside `if st.button(...)` doesn't reach the code under
    the inner button: the outer button is `False` in that run, and the inner button disappears.
    """
    app = run("common_mistakes/nested_button.py")
    delete_and_confirm(app)

    assert len(app.button) == 1
    assert texts(app) == ["rows: ['Ada', 'Grace']"]


def test_flag_keeps_the_second_button(run):
    """If the first button's callback sets a flag and your script renders the second button while the flag is set,
    the second button stays on the page, and a click on it takes effect.
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
    """A `lambda` in a loop reads the loop variable when it is called, so every button acts on the last item."""
    app = run("common_mistakes/last_of_the_loop.py")
    choose_the_first(app)
    assert texts(app) == ["chosen: Grace"]


def test_args_give_each_button_its_item(run):
    """With `args`, each button in a loop passes its own item to the callback."""
    app = run("common_mistakes/last_of_the_loop_fixed.py")
    choose_the_first(app)
    assert texts(app) == ["chosen: Ada"]


def add_milk(app):
    assert texts(app) == ["list: []"]
    app.text_input[0].set_value("milk").run()
    app.button[0].click().run()
    assert texts(app) == ["list: ['milk']"]


@pytest.mark.fails_on("stlite", reason="each user has a separate Python there")
def test_list_in_a_module_is_everybodys(run):
    """A list in an imported module is shared by all users of the server: the next user sees what one user adds."""
    add_milk(run("common_mistakes/shared_list"))

    second_user = run("common_mistakes/shared_list")
    assert texts(second_user) == ["list: ['milk']"]


def test_list_in_session_state_is_the_users_own(run):
    """If a function in a module keeps its list in `st.session_state`, each user has their own list: the next user
    starts with an empty one.
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
    """After a full rerun, a stored object isn't an instance of the class that the script defines: `isinstance` is
    `False`.
    """
    app = run("common_mistakes/class_in_script.py")
    store_and_look_again(app)

    assert texts(app) == ["a Cart: False"]


def test_class_of_a_module_stays_the_same(run):
    """As long as you don't edit the module, a class in an imported module stays the same across reruns:
    `isinstance` is `True`.
    """
    app = run("common_mistakes/class_in_script_fixed")
    store_and_look_again(app)

    assert texts(app) == ["a Cart: True"]


@pytest.mark.since("1.29")
def test_enum_of_the_script(run):
    """By default, if the options of a `st.selectbox` outside fragments are an `Enum` that the script defines, then
    from the second run on, its key holds a member of an older class, but the selectbox returns a member of the
    current class.
    """
    app = run("common_mistakes/enum_in_script.py")
    assert texts(app) == ["returned: True", "stored: True"]

    app.run()
    assert texts(app) == ["returned: True", "stored: False"]

    app.selectbox[0].select("Size.LARGE").run()
    assert texts(app) == ["returned: True", "stored: False"]


@pytest.mark.until("1.28")
def test_enum_of_the_script_was_returned_as_stored(run):
    """In 1.28 and earlier, if the options of `st.selectbox` were an `Enum` that the script defined, the selectbox
    also returned a member of the older class.
    """
    app = run("common_mistakes/enum_in_script.py")
    assert texts(app) == ["returned: True", "stored: True"]

    app.run()
    assert texts(app) == ["returned: False", "stored: False"]
