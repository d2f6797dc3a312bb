import pytest


def texts(app):
    """Return the app's texts."""
    return [text.value for text in app.text]


def error(app):
    """Return the class and the message of the app's one exception."""
    assert len(app.exception) == 1
    return app.exception[0].proto.type, app.exception[0].message


def test_one_object(run):
    """If a function in a module creates a dataclass object once per session and stores it under one key, each user has
    a separate object that holds the app's state.
    """
    ann, bob = run("structure/one_object"), run("structure/one_object")
    assert texts(ann) == ["[], 0 euros"]

    ann.button[0].click().run()
    ann.button[0].click().run()
    bob.button[0].click().run()
    assert texts(ann) == ["['tea', 'tea'], 6 euros"]
    assert texts(bob) == ["['tea'], 3 euros"]


def test_methods_as_callbacks(run):
    """The methods of a stored object, and the methods of a list in it, can be used as callbacks."""
    app = run("structure/bound_method")
    assert texts(app) == ["[]"]

    app.button[0].click().run()
    app.button[0].click().run()
    assert texts(app) == ["['tea', 'tea']"]

    app.button[1].click().run()
    assert texts(app) == ["[]"]


def test_misspelt_entry(run):
    """Assigning to a misspelled key stores a second value, without an error, and leaves the value under
    the correct key unchanged.
    """
    app = run("structure/misspelt.py")
    assert texts(app) == ["[('count', 0)]"]

    app.button[0].click().run()
    assert len(app.exception) == 0
    assert texts(app) == ["[('count', 0), ('cuont', 1)]"]


def test_misspelt_field(run):
    """Assigning to a misspelled field of a dataclass with `slots=True` and no base class raises `AttributeError`."""
    app = run("structure/misspelt_fixed")
    assert texts(app) == ["State(count=0)"]

    app.button[0].click().run()
    kind, message = error(app)
    assert kind == "AttributeError"
    assert message in (
        "'State' object has no attribute 'cuont'",
        "'State' object has no attribute 'cuont' and no __dict__ for setting new attributes",  # Python 3.13
    )
    assert texts(app) == []


def test_misspelt_constant(run):
    """If your script reads its keys as constants of a module, such as `key_names.NAME`, a misspelled constant raises
    `AttributeError`.
    """
    app = run("structure/names_of_keys")
    app.text_input("profile.name").set_value("Ann").run()
    assert len(app.exception) == 0

    app.button[0].click().run()
    kind, message = error(app)
    assert kind == "AttributeError"
    assert message.startswith("module 'key_names' has no attribute 'NMAE'")


def test_enums_as_keys(run):
    """A member of a `StrEnum` used as a key is the same key as its value, and a member of a plain `Enum` is converted
    to a string such as `PlainKey.CITY`.
    """
    app = run("structure/enum_keys.py")
    assert texts(app) == ["PlainKey.CITY: Rome", "name: Ann"]

    app.text_input[0].set_value("Bob").run()
    assert texts(app) == ["PlainKey.CITY: Rome", "name: Bob"]


def test_same_key_in_two_places(run):
    """If two functions use the same key, they share one value: a change by one function also affects the other."""
    app = run("structure/same_name.py")
    assert texts(app) == ["orders: page 1", "invoices: page 1"]

    app.button[0].click().run()
    assert texts(app) == ["orders: page 2", "invoices: page 2"]


def test_keys_with_a_prefix(run):
    """If a function adds a prefix to its key, each prefix has a separate value."""
    app = run("structure/same_name_fixed.py")
    assert texts(app) == ["orders.page 1", "invoices.page 1"]

    app.button[0].click().run()
    assert texts(app) == ["orders.page 2", "invoices.page 1"]

    app.button[1].click().run()
    app.button[1].click().run()
    assert texts(app) == ["orders.page 2", "invoices.page 3"]


def test_component_twice(run):
    """If a function adds a prefix to the keys of its widgets, you can call it with two prefixes in one run, and each
    group of widgets has separate values.
    """
    app = run("structure/component_twice.py")
    assert texts(app) == ["home: '', ''", "work: '', ''"]

    app.text_input("work.city").set_value("Oslo").run()
    assert texts(app) == ["home: '', ''", "work: '', 'Oslo'"]

    app.text_input("home.street").set_value("High Street").run()
    assert texts(app) == ["home: 'High Street', ''", "work: '', 'Oslo'"]


def test_reset_by_prefix(run):
    """Outside fragments, if a callback deletes all keys with one prefix, the script initializes these keys again in the
    same run, and keys with other prefixes keep their values.
    """
    app = run("structure/reset_by_prefix.py")
    app.button[0].click().run()
    app.text_input[0].set_value("Bob").run()
    assert texts(app) == ["cart: ['tea']", "name: Bob"]

    app.button[1].click().run()
    assert texts(app) == ["cart: []", "name: Bob"]
    assert app.text_input[0].value == "Bob"


@pytest.mark.engines("server", "live", reason="AppTest has no browser that keeps the text")
def test_reset_leaves_a_text(run):
    """By default, if one of the deleted keys belongs to a text input and the script doesn't initialize the key, the
    user's text is still in the input and is stored under the key again one run later.
    """
    app = run("structure/reset_widget_by_prefix.py")
    app.text_input("user.name").set_value("Bob").run()
    app.button[0].click().run()
    assert app.text_input("user.name").value == "Bob"

    app.run()
    assert texts(app) == ["name: Bob"]


def test_reset_of_a_text(run):
    """By default, if the script initializes a text input's key in every run in which it is missing, deleting the key in
    a callback resets the text input for good.
    """
    app = run("structure/reset_widget_by_prefix_fixed.py")
    app.text_input("user.name").set_value("Bob").run()
    assert texts(app) == ["name: Bob"]

    app.button[0].click().run()
    assert app.text_input("user.name").value == ""

    app.run()
    assert app.text_input("user.name").value == ""
    assert texts(app) == ["name:"]


def test_state_as_a_parameter(run):
    """A function that takes the state as a parameter, and only reads and stores values under string keys with methods
    of `MutableMapping`, works with `st.session_state` and with a plain dict.
    """
    app = run("structure/state_as_parameter")
    assert texts(app) == ["session: ['tea'], dict: ['milk']"]

    app.run()
    assert texts(app) == ["session: ['tea', 'tea'], dict: ['milk']"]


def test_mapping(run):
    """`st.session_state` is a `MutableMapping`, not a `dict`."""
    app = run("structure/mapping.py")

    assert texts(app) == ["MutableMapping: True, dict: False"]


def test_session_state_bound_on_import(run):
    """A module can keep `st.session_state` in a variable: for each user, the variable gives access to that
    user's session state.
    """
    ann, bob = run("structure/bound_on_import"), run("structure/bound_on_import")
    ann.button[0].click().run()
    ann.button[0].click().run()
    bob.button[0].click().run()

    assert texts(ann) == ["['tea', 'tea']"]
    assert texts(bob) == ["['tea']"]


def test_entry_bound_on_import(run):
    """If a module reads a value from session state at import and keeps it in a variable, all users share
    the first user's object.
    """
    ann, bob = run("structure/entry_on_import"), run("structure/entry_on_import")
    assert texts(ann) == texts(bob) == ["[]"]

    ann.button[0].click().run()
    bob.button[0].click().run()
    assert texts(bob) == ["['tea', 'tea']"]


def test_entry_from_a_function(run):
    """If a module's function reads or creates the value each time it is called, each user has a separate object."""
    ann, bob = run("structure/entry_on_import_fixed"), run("structure/entry_on_import_fixed")
    assert texts(ann) == texts(bob) == ["[]"]

    ann.button[0].click().run()
    bob.button[0].click().run()
    assert texts(bob) == ["['tea']"]


def test_properties(run):
    """If the properties of an object in a module read and write `st.session_state`, all users share the object, and
    each user has separate values.
    """
    ann, bob = run("structure/properties"), run("structure/properties")
    assert texts(ann) == ["count 0, doubled 0"]

    ann.button[0].click().run()
    ann.button[0].click().run()
    bob.button[0].click().run()
    assert texts(ann) == ["count 2, doubled 4"]
    assert texts(bob) == ["count 1, doubled 2"]


def test_descriptor(run):
    """A descriptor can read and write session state for several attributes: each attribute has its own key, a default
    that is created once per session, and a separate value for each user.
    """
    ann, bob = run("structure/descriptor"), run("structure/descriptor")
    assert texts(ann) == ["0: []", "['State.cart', 'State.count']"]

    ann.button[0].click().run()
    ann.button[0].click().run()
    bob.button[0].click().run()
    assert texts(ann)[0] == "2: ['tea', 'tea']"
    assert texts(bob)[0] == "1: ['tea']"


def test_annotation(run):
    """An annotation doesn't convert or check a value: a string stays a string in a variable annotated with `int`."""
    app = run("structure/annotation.py")

    assert texts(app) == ["twice: 33"]


def test_steps(run):
    """If the app stores the current step under a key and has a function for each step, it shows only that step until
    another one is stored.
    """
    app = run("structure/steps.py")
    assert texts(app) == ["step: name"]

    app.button[0].click().run()
    assert texts(app) == ["step: address"]

    app.run()
    assert texts(app) == ["step: address"]

    app.button[0].click().run()
    assert texts(app) == ["step: name"]


def test_stored_total(run):
    """If the total is stored next to the prices, it is wrong as soon as one line changes only the prices."""
    app = run("structure/stored_total.py")
    assert texts(app) == ["prices: [3]", "total: 3"]

    app.button[0].click().run()
    app.button[0].click().run()
    assert texts(app) == ["prices: [3, 2, 2]", "total: 3"]


def test_computed_total(run):
    """If each run computes the total from the stored prices, the total is right, whatever has changed the prices."""
    app = run("structure/stored_total_fixed.py")
    assert texts(app) == ["prices: [3]", "total: 3"]

    app.button[0].click().run()
    app.button[0].click().run()
    assert texts(app) == ["prices: [3, 2, 2]", "total: 7"]


def test_new_dict_not_stored(run):
    """If you create a new dict with `|` and don't assign it to the key, the change is lost in the next run."""
    app = run("structure/nested_update.py")
    assert texts(app) == ["{'page': {'theme': 'light'}}"]

    app.button[0].click().run()
    assert texts(app) == ["{'page': {'theme': 'dark'}}"]

    app.run()
    assert texts(app) == ["{'page': {'theme': 'light'}}"]


def test_dict_changed_in_place(run):
    """If you change a stored dict in place, the change is kept in the next run, even in a dict inside it."""
    app = run("structure/nested_update_fixed.py")
    assert texts(app) == ["{'page': {'theme': 'light'}}"]

    app.button[0].click().run()
    assert texts(app) == ["{'page': {'theme': 'dark'}}"]

    app.run()
    assert texts(app) == ["{'page': {'theme': 'dark'}}"]


def test_history_of_the_same_list(run):
    """If the history holds the list itself, undo has no effect, because each item of the history is the
    current list.
    """
    app = run("structure/undo.py")
    assert app.button[1].disabled

    app.button[0].click().run()
    app.button[0].click().run()
    assert texts(app) == ["['tea', 'tea']"]

    app.button[1].click().run()
    assert texts(app) == ["['tea', 'tea']"]


def test_history_of_copies(run):
    """For a list of strings, if the history holds a copy of the list from before each change, undo reverts one change
    after the other.
    """
    app = run("structure/undo_fixed.py")
    assert texts(app) == ["[]"]
    assert app.button[1].disabled

    app.button[0].click().run()
    app.button[0].click().run()
    assert texts(app) == ["['tea', 'tea']"]

    app.button[1].click().run()
    assert texts(app) == ["['tea']"]

    app.button[1].click().run()
    assert texts(app) == ["[]"]
    assert app.button[1].disabled


def test_widgets_of_an_object(run):
    """If `on_change` copies the user's input to a field of a stored object, and the script assigns the field to the
    widget's key before it renders the widget, the input is kept while the widget is hidden.
    """
    app = run("structure/widget_to_field")
    assert texts(app) == ["Profile(name='Ann', city='Rome')"]

    app.checkbox[0].check().run()
    app.text_input("_city").set_value("Oslo").run()
    assert texts(app) == ["Profile(name='Ann', city='Oslo')"]

    app.checkbox[0].uncheck().run()
    app.run()
    assert texts(app) == ["Profile(name='Ann', city='Oslo')"]

    app.checkbox[0].check().run()
    assert [text_input.value for text_input in app.text_input] == ["Ann", "Oslo"]


@pytest.mark.engines("server", reason="AppTest watches no files")
def test_new_field(run):
    """If an edit adds a field to a class, objects stored before the edit don't have the field, even if it has a
    default: reading it raises `AttributeError`.
    """
    app = run("structure/new_field")
    assert texts(app) == ["Profile(name='Ann')"]

    app.server.edit('name: str = "Ann"', 'name: str = "Ann"\n    city: str = "Rome"', "old_profile.py")
    app.wait_for_rerun()
    assert texts(app) == ["Profile(name='Ann')"]

    app.server.edit("st.text(profile)", "st.text(profile.city)")
    app.wait_for_rerun()
    assert error(app) == ("AttributeError", "'Profile' object has no attribute 'city'")


@pytest.mark.engines("server", reason="AppTest watches no files")
def test_new_field_of_plain_data(run):
    """If each run creates the object from a stored dict, the object has the new field, with its default."""
    app = run("structure/new_field_fixed")
    assert texts(app) == ["Profile(name='Ann')"]

    app.server.edit("name: str", 'name: str\n    city: str = "Rome"', "data_profile.py")
    app.wait_for_rerun()
    assert texts(app) == ["Profile(name='Ann', city='Rome')"]

    app.server.edit("st.text(profile)", "st.text(profile.city)")
    app.wait_for_rerun()
    assert texts(app) == ["Rome"]


@pytest.mark.engines("server", reason="AppTest watches no files")
def test_version_of_the_state(run):
    """If the state has a version and an edit changes the version, an open session starts with new values once, and
    then keeps them.
    """
    app = run("structure/state_version")
    app.button[0].click().run()
    assert texts(app) == ["version 1: ['tea']"]

    app.server.edit("VERSION = 1", "VERSION = 2")
    app.wait_for_rerun()
    assert texts(app) == ["version 2: []"]

    app.button[0].click().run()
    app.button[0].click().run()
    assert texts(app) == ["version 2: ['tea', 'tea']"]
