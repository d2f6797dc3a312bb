import pytest
from streamlit.testing.v1.util import patch_config_options


def texts(app):
    """Return the app's texts."""
    return [text.value for text in app.text]


def error(app):
    """Return the class, without its module because 1.40 and earlier don't show it, and the message of the only
    exception.
    """
    assert len(app.exception) == 1
    exception = app.exception[0]
    return exception.proto.type.split(".")[-1], exception.message


def test_stored_function_keeps_its_run(run):
    """A stored function of your script keeps using the script's variables of the run that stored it."""
    app = run("values/stored_function.py")
    assert texts(app) == ["new function: run 1", "stored function: run 1"]

    app.run()
    assert texts(app) == ["new function: run 2", "stored function: run 1"]


def test_stored_exception(run):
    """An exception that a callback stores can be shown with `st.exception` in every later run."""
    app = run("values/stored_exception.py")
    assert len(app.exception) == 0

    app.button[0].click().run()
    assert error(app) == ("ValueError", "invalid literal for int() with base 10: 'ten'")

    app.run()
    assert error(app) == ("ValueError", "invalid literal for int() with base 10: 'ten'")


def test_map_is_used_up(run):
    """If a run reads a stored `map`, `filter`, `zip`, or `reversed` object or a generator to its end, the next run
    finds nothing in it.
    """
    app = run("values/used_up.py")
    assert texts(app) == ["map: [3, 6]", "filter: [1]", "zip: [('tea', 3)]", "reversed: [2, 1]", "generator: [1, 4]"]

    app.run()
    assert texts(app) == ["map: []", "filter: []", "zip: []", "reversed: []", "generator: []"]


def test_list_of_a_map(run):
    """If your script stores `list(map(...))`, every run finds all items."""
    app = run("values/used_up_fixed.py")
    assert texts(app) == ["[3, 6]"]

    app.run()
    assert texts(app) == ["[3, 6]"]


@pytest.mark.apptest_since("1.33", reason="an older AppTest can't rerun a selectbox whose options are dicts")
def test_returned_option_is_a_copy(run):
    """If an option is a dict, `st.selectbox` returns a copy: a change to the copy doesn't change the list of options,
    and is gone in the next run.
    """
    app = run("values/edit_an_option.py")
    unchanged = "stored: [{'name': 'Tea', 'cups': 0}, {'name': 'Coffee', 'cups': 0}]"
    assert texts(app) == ["returned: {'name': 'Tea', 'cups': 0}", unchanged]

    app.button[0].click().run()
    assert texts(app) == ["returned: {'name': 'Tea', 'cups': 1}", unchanged]

    app.run()
    assert texts(app) == ["returned: {'name': 'Tea', 'cups': 0}", unchanged]


def test_names_as_options(run):
    """If the options are names and your script looks the object up by the selected name, your script changes the stored
    object itself.
    """
    app = run("values/edit_an_option_fixed.py")
    assert texts(app) == ["looked up: {'cups': 0}", "stored: {'Tea': {'cups': 0}, 'Coffee': {'cups': 0}}"]

    app.button[0].click().run()
    changed = "stored: {'Tea': {'cups': 1}, 'Coffee': {'cups': 0}}"
    assert texts(app) == ["looked up: {'cups': 1}", changed]

    app.selectbox[0].select("Coffee").run()
    assert texts(app) == ["looked up: {'cups': 0}", changed]

    app.selectbox[0].select("Tea").run()
    assert texts(app) == ["looked up: {'cups': 1}", changed]


def test_copies_of_other_widgets(run):
    """If an option is a list, `st.radio`, `st.select_slider`, and `st.multiselect` return a copy that is equal to the
    option but isn't the same object.
    """
    app = run("values/copies.py")

    assert texts(app) == ["['green tea'], equal: True, same: False"] * 3


def test_option_without_eq(run):
    """If an option is an instance of a class that has neither a base class nor `__eq__`, the value that
    `st.selectbox` returns isn't equal to the option.
    """
    app = run("values/plain_option")

    assert texts(app) == ["selected: Ann", "is Ann: False"]


def test_option_with_eq(run):
    """If an option is an instance of a dataclass in a module, the value that `st.selectbox` returns is equal to the
    selected option.
    """
    app = run("values/plain_option_fixed")
    assert texts(app) == ["selected: Ann", "is Ann: True"]

    app.selectbox[0].select("Bob").run()
    assert texts(app) == ["selected: Bob", "is Ann: False"]

    app.selectbox[0].select("Ann").run()
    assert texts(app) == ["selected: Ann", "is Ann: True"]


def test_key_holds_the_option(run):
    """With `format_func`, the key of `st.selectbox` holds the option, not the text that the user sees."""
    app = run("values/label_and_option.py")
    assert texts(app) == ["country: de"]

    app.selectbox[0].select("FR").run()
    assert texts(app) == ["country: fr"]


@pytest.mark.since("1.45")
def test_options_with_the_same_text(run):
    """If two options have the same text, `st.selectbox` returns the last of them, no matter which one the user
    selects.
    """
    app = run("values/namesakes.py")
    assert texts(app) == []
    assert len(app.exception) == 0

    app.selectbox[0].select_index(0).run()
    assert str(app.selectbox[0].value) == "Ann"
    assert texts(app) == ["number 2"]


def test_options_with_texts_of_their_own(run):
    """If the text of each option is unique, `st.selectbox` returns the option that the user selects."""
    app = run("values/namesakes_fixed.py")
    assert texts(app) == []
    assert len(app.exception) == 0

    app.selectbox[0].select_index(0).run()
    assert str(app.selectbox[0].value) == "Ann (1)"
    assert texts(app) == ["number 1"]

    app.selectbox[0].select_index(1).run()
    assert str(app.selectbox[0].value) == "Ann (2)"
    assert texts(app) == ["number 2"]


def test_returned_list_is_a_copy(run):
    """An item that your script appends to the list that `st.multiselect` returns is gone in the next run."""
    app = run("values/appended.py")
    assert texts(app) == ["['red']"]

    app.button[0].click().run()
    assert texts(app) == ["['red', 'green']"]
    assert app.multiselect[0].value == ["red"]

    app.run()
    assert texts(app) == ["['red']"]


def test_list_assigned_in_a_callback(run):
    """Outside fragments and forms, if a callback assigns a longer list to the key of `st.multiselect`, the added option
    stays selected.
    """
    app = run("values/appended_fixed.py")
    assert texts(app) == ["['red']"]

    app.button[0].click().run()
    assert texts(app) == ["['red', 'green']"]
    assert app.multiselect[0].value == ["red", "green"]

    app.run()
    assert texts(app) == ["['red', 'green']"]


def test_int_becomes_a_float(run):
    """An `int` stored under the key of an `st.number_input` for floats is an `int` in that run, and a `float` from the
    next run on.
    """
    app = run("values/stored_number.py")
    assert texts(app) == ["5"]

    app.run()
    assert texts(app) == ["5.0"]

    app.number_input[0].set_value(6).run()
    assert texts(app) == ["6.0"]


@pytest.mark.since("1.39")
def test_float_and_int(run):
    """If `value` is a `float` and `step` is an `int`, `st.number_input` raises `StreamlitMixedNumericTypesError`."""
    app = run("values/mixed_numbers.py")

    assert error(app) == (
        "StreamlitMixedNumericTypesError",
        "All numerical arguments must be of the same type.\n`value` has float type.\n`step` has int type.",
    )


def test_text_as_number(run):
    """A string stored under the key of `st.number_input` raises `TypeError`."""
    app = run("values/text_as_number.py")

    kind, message = error(app)
    assert kind == "TypeError"
    assert message in (
        "must be real number, not str",
        "'<' not supported between instances of 'str' and 'float'",  # from 1.44 to 1.59
        # In the page, where protobuf is pure Python.
        "Cannot set NumberInput.value to '5': '5' has type <class 'str'>, but expected one of: int, float",
    )


def test_none_empties(run):
    """Assigning `None` to the key empties `st.selectbox` and `st.number_input`, and assigning an empty list empties
    `st.multiselect`.
    """
    app = run("values/clear_with_none.py")
    assert texts(app) == ["size: 'S'", "count: 0", "colors: ['red']"]

    app.button[0].click().run()
    assert texts(app) == ["size: None", "count: None", "colors: []"]
    assert app.selectbox[0].value is None
    assert app.number_input[0].value is None
    assert app.multiselect[0].value == []


def test_none_for_a_list(run):
    """`None` stored under the key of `st.multiselect` raises `TypeError`, because its empty value is an empty list."""
    app = run("values/none_for_a_list.py")

    kind, message = error(app)
    assert kind == "TypeError"
    assert message in (
        "'NoneType' object is not iterable",
        "must assign iterable to extended slice",
    )  # since 1.29, before


def test_emptied_text(run):
    """With `value=None`, `st.text_input` returns `None` until the user types something; after the user deletes the
    text, it returns an empty string.
    """
    app = run("values/empty_text.py")
    assert texts(app) == ["None"]

    app.text_input[0].set_value("Ann").run()
    assert texts(app) == ["'Ann'"]

    app.text_input[0].set_value("").run()
    assert texts(app) == ["''"]


def test_datetime_as_default(run):
    """By default, `st.date_input` returns only the date of a `datetime` that is its default, and `st.time_input`
    only the time without seconds.
    """
    app = run("values/parts_of_a_time.py")

    assert texts(app) == ["datetime.date(2026, 5, 1), datetime.time(9, 30)"]


def test_time_zone_of_a_slider(run):
    """`st.slider` returns a `datetime` in the time zone of its default."""
    app = run("values/aware_slider.py")
    assert texts(app) == ["2026-05-01 09:00:00+02:00"]

    app.run()
    assert texts(app) == ["2026-05-01 09:00:00+02:00"]


def test_dataclass_of_the_script(run):
    """After a full rerun, a stored instance of a dataclass that your script defines isn't equal to a new instance
    with the same values.
    """
    app = run("values/stored_twin.py")
    assert texts(app)[0] == "same cup: True"

    app.run()
    assert texts(app)[0] == "same cup: False"


def test_named_tuple_of_the_script(run):
    """A stored instance of a `NamedTuple` class that your script defines stays equal to a new instance with the same
    values.
    """
    app = run("values/stored_twin.py")
    assert texts(app)[1] == "same spoon: True"

    app.run()
    assert texts(app)[1] == "same spoon: True"


def test_eq_by_attributes(run):
    """Instances of a class that your script defines stay equal after a rerun if the class's `__eq__` compares only
    attributes.
    """
    app = run("values/own_eq.py")
    assert texts(app) == ["same: True"]

    app.run()
    assert texts(app) == ["same: True"]


def test_member_of_the_script(run):
    """After a full rerun, a stored member of an `Enum` that your script defines isn't equal to the current member,
    and isn't found in a dict that has the current members as keys.
    """
    app = run("values/stored_member.py")
    assert texts(app) == ["equal: [False, True]", "price: 3"]

    app.run()
    assert texts(app) == ["equal: [False, False]", "price: None"]


def test_name_of_a_member(run):
    """If your script stores the name of a member and looks the member up in every run, it gets the current member."""
    app = run("values/stored_member_fixed.py")
    assert texts(app) == ["equal: [False, True]", "price: 3"]

    app.run()
    assert texts(app) == ["equal: [False, True]", "price: 3"]


def test_member_that_is_a_text(run):
    """A stored member of a `StrEnum` that your script defines stays equal to the current member, and is found
    in dicts.
    """
    app = run("values/text_member.py")
    assert texts(app) == ["equal: [False, True]", "price: 3"]

    app.run()
    assert texts(app) == ["equal: [False, True]", "price: 3"]


@pytest.mark.since("1.29")
def test_members_that_widgets_return(run):
    """By default, `st.radio` and `st.multiselect` outside fragments return current members of an `Enum` that your
    script defines, but from the second run on, their keys hold older members.
    """
    app = run("values/chosen_members.py")
    assert texts(app) == ["radio: True, its key: True", "multiselect: True, its key: True"]

    app.run()
    assert texts(app) == ["radio: True, its key: False", "multiselect: True, its key: False"]


@pytest.mark.engines("apptest", "server", reason="the Streamlit in the page doesn't read `config.toml`")
def test_coercion_off(run):
    """With `enumCoercion = "off"`, `st.radio` returns an older member from the second run on."""
    with patch_config_options({"runner.enumCoercion": "off"}):  # AppTest doesn't read `config.toml`
        app = run("values/not_coerced")
        assert texts(app) == ["small: True"]

        app.run()
        assert texts(app) == ["small: False"]


@pytest.mark.since("1.29")
def test_coercion_by_name(run):
    """By default, `st.radio` finds the current member by its name: after the values of the `Enum` change, it returns
    the member with the new value, while its key still holds the old value.
    """
    app = run("values/new_values.py")
    assert texts(app) == ["returned: 1", "stored: 1"]

    app.checkbox[0].check().run()
    assert texts(app) == ["returned: 2", "stored: 1"]


@pytest.mark.engines("apptest", "server", reason="the Streamlit in the page doesn't read `config.toml`")
@pytest.mark.since("1.29")
def test_coercion_by_name_and_value(run):
    """With `enumCoercion = "nameAndValue"`, `st.radio` returns the older member with its old value in the run after the
    values of the `Enum` change.
    """
    with patch_config_options({"runner.enumCoercion": "nameAndValue"}):
        app = run("values/values_too")
        app.run()
        assert texts(app) == ["in the script: 1", "returned: 1", "current member: True"]

        app.checkbox[0].check().run()
        assert texts(app) == ["in the script: 2", "returned: 1", "current member: False"]


def test_pickle_a_class_of_the_script(run):
    """An instance of a class that your script defines can be pickled in the full run that stored it, but raises
    `PicklingError` in later runs.
    """
    app = run("values/pickled_later.py")
    assert texts(app) == ["saved a Cup: True"]

    app.run()
    assert error(app) == (
        "PicklingError",
        "Can't pickle <class '__main__.Cup'>: it's not the same object as __main__.Cup",
    )


def test_pickle_a_class_of_a_module(run):
    """An instance of a class that an imported module defines can be pickled in every run."""
    app = run("values/pickled_later_fixed")
    assert texts(app) == ["saved a Cup: True"]

    app.run()
    assert texts(app) == ["saved a Cup: True"]


def test_pickle_refuses(run):
    """Lambdas, generators, locks, and modules can't be pickled; sets, dates, and functions and classes of
    modules can.
    """
    app = run("values/pickle_refuses.py")

    assert texts(app) == [
        *(f"{name}: can't be pickled" for name in ("lambda", "generator", "lock", "module")),
        *(f"{name}: can be pickled" for name in ("set", "date", "function", "class")),
    ]


@pytest.mark.engines("apptest", "server", reason="the Streamlit in the page doesn't read `config.toml`")
def test_enforced_with_a_class_of_the_script(run):
    """With `enforceSerializableSessionState`, an instance of a class that your script defines raises no error in the
    run that stored it, and `UnserializableSessionStateError` in the next run.
    """
    with patch_config_options({"runner.enforceSerializableSessionState": True}):  # AppTest doesn't read `config.toml`
        app = run("values/enforced_class")
        assert len(app.exception) == 0

        app.run()
        kind, message = error(app)

    assert kind == "UnserializableSessionStateError"
    assert message.startswith(
        "Cannot serialize the value (of type `<class '__main__.Cup'>`) of 'cup' in st.session_state."
    )


@pytest.mark.engines("apptest", "server", reason="the Streamlit in the page doesn't read `config.toml`")
def test_enforced_keeps_the_value(run):
    """`UnserializableSessionStateError` appears again in every run, but the value that it names is stored anyway."""
    with patch_config_options({"runner.enforceSerializableSessionState": True}):
        app = run("values/enforced_class")
        assert texts(app) == ["size: 2"]

        for size in (3, 4):
            app.run()
            assert error(app)[0] == "UnserializableSessionStateError"
            assert texts(app) == [f"size: {size}"]


def test_variables_are_freed(run):
    """An object that only the variables of a run refer to is freed by the second run after it: a stored weak reference
    to the object is dead then.
    """
    app = run("values/weak_reference.py")
    assert texts(app) == ["freed: False"]

    app.run()
    app.run()
    assert texts(app) == ["freed: True"]


def test_exception_keeps_variables(run):
    """A stored exception keeps in memory what the local variables of the function that raised it refer to."""
    app = run("values/kept_by_exception.py")
    assert texts(app) == []
    assert len(app.exception) == 0

    app.button[0].click().run()
    assert texts(app) == ["row 7 is broken", "freed: False"]

    app.run()
    assert texts(app) == ["row 7 is broken", "freed: False"]


def test_text_of_an_exception(run):
    """If your script stores `str(error)` instead of the exception, it doesn't keep the function's local variables in
    memory.
    """
    app = run("values/kept_by_exception_fixed.py")
    assert texts(app) == []
    assert len(app.exception) == 0

    app.button[0].click().run()
    assert texts(app) == ["row 7 is broken", "freed: True"]

    app.run()
    assert texts(app) == ["row 7 is broken", "freed: True"]
