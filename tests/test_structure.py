import pytest


def texts(app):
    """Return the app's texts."""
    return [text.value for text in app.text]


def error(app):
    """Return the class and the message of the app's one exception."""
    assert len(app.exception) == 1
    return app.exception[0].proto.type, app.exception[0].message


def test_one_object(run):
    """A dataclass in a module, made once for each session, holds the state of an app under one key:
    each user has an object of their own.
    """
    ann, bob = run("structure/one_object"), run("structure/one_object")
    assert texts(ann) == ["[], 0 euros"]

    ann.button[0].click().run()
    ann.button[0].click().run()
    bob.button[0].click().run()
    assert texts(ann) == ["['tea', 'tea'], 6 euros"]
    assert texts(bob) == ["['tea'], 3 euros"]


def test_methods_as_callbacks(run):
    """The methods of a stored object do as callbacks, and so do those of the list in it."""
    app = run("structure/bound_method")
    assert texts(app) == ["[]"]

    app.button[0].click().run()
    app.button[0].click().run()
    assert texts(app) == ["['tea', 'tea']"]

    app.button[1].click().run()
    assert texts(app) == ["[]"]


def test_misspelt_entry(run):
    """A misspelt name stores an entry of its own, without an error, and the entry that was meant stays as it was."""
    app = run("structure/misspelt.py")
    assert texts(app) == ["[('count', 0)]"]

    app.button[0].click().run()
    assert len(app.exception) == 0
    assert texts(app) == ["[('count', 0), ('cuont', 1)]"]


def test_misspelt_field(run):
    """A dataclass with `slots=True` raises `AttributeError` when the script assigns a field that it does not have."""
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
    """A misspelt constant for a key raises `AttributeError`, for widgets' keys as for your own."""
    app = run("structure/names_of_keys")
    app.text_input("profile.name").set_value("Ann").run()
    assert len(app.exception) == 0

    app.button[0].click().run()
    kind, message = error(app)
    assert kind == "AttributeError"
    assert message.startswith("module 'key_names' has no attribute 'NMAE'")


def test_enums_as_keys(run):
    """A member of a `StrEnum` as key names the entry of its value, one of another `Enum` an entry
    such as `PlainKey.CITY`.
    """
    app = run("structure/enum_keys.py")
    assert texts(app) == ["PlainKey.CITY: Rome", "name: Ann"]

    app.text_input[0].set_value("Bob").run()
    assert texts(app) == ["PlainKey.CITY: Rome", "name: Bob"]


def test_same_key_in_two_places(run):
    """Functions that use the same key share one entry: what the user does with one changes the other."""
    app = run("structure/same_name.py")
    assert texts(app) == ["orders: page 1", "invoices: page 1"]

    app.button[0].click().run()
    assert texts(app) == ["orders: page 2", "invoices: page 2"]


def test_keys_with_a_prefix(run):
    """With a prefix in its key, each use of a function has an entry of its own."""
    app = run("structure/same_name_fixed.py")
    assert texts(app) == ["orders.page 1", "invoices.page 1"]

    app.button[0].click().run()
    assert texts(app) == ["orders.page 2", "invoices.page 1"]

    app.button[1].click().run()
    app.button[1].click().run()
    assert texts(app) == ["orders.page 2", "invoices.page 3"]


def test_component_twice(run):
    """A function that takes a prefix for the keys of its widgets can be called twice in one run,
    and each group of widgets has values of its own.
    """
    app = run("structure/component_twice.py")
    assert texts(app) == ["home: '', ''", "work: '', ''"]

    app.text_input("work.city").set_value("Oslo").run()
    assert texts(app) == ["home: '', ''", "work: '', 'Oslo'"]

    app.text_input("home.street").set_value("High Street").run()
    assert texts(app) == ["home: 'High Street', ''", "work: '', 'Oslo'"]


def test_reset_by_prefix(run):
    """A loop that deletes the keys with one prefix resets one part of the app and leaves the others alone."""
    app = run("structure/reset_by_prefix.py")
    app.button[0].click().run()
    app.text_input[0].set_value("Bob").run()
    assert texts(app) == ["cart: ['tea']", "name: Bob"]

    app.button[1].click().run()
    assert texts(app) == ["cart: []", "name: Bob"]
    assert app.text_input[0].value == "Bob"


def test_state_as_a_parameter(run):
    """A function that takes the state as a parameter works on `st.session_state` and on a plain dict alike."""
    app = run("structure/state_as_parameter")
    assert texts(app) == ["session: ['tea'], dict: ['milk']"]

    app.run()
    assert texts(app) == ["session: ['tea', 'tea'], dict: ['milk']"]


def test_mapping(run):
    """`st.session_state` is a `MutableMapping` and no `dict`: use the former in annotations."""
    app = run("structure/mapping.py")

    assert texts(app) == ["MutableMapping: True, dict: False"]


def test_session_state_bound_on_import(run):
    """A module may keep `st.session_state` in a variable: it stands for the session of whoever runs the code."""
    ann, bob = run("structure/bound_on_import"), run("structure/bound_on_import")
    ann.button[0].click().run()
    ann.button[0].click().run()
    bob.button[0].click().run()

    assert texts(ann) == ["['tea', 'tea']"]
    assert texts(bob) == ["['tea']"]


def test_entry_bound_on_import(run):
    """A module that keeps an entry of session state in a variable gives the first user's object to all users."""
    ann, bob = run("structure/entry_on_import"), run("structure/entry_on_import")
    assert texts(ann) == texts(bob) == ["[]"]

    ann.button[0].click().run()
    bob.button[0].click().run()
    assert texts(bob) == ["['tea', 'tea']"]


def test_entry_from_a_function(run):
    """A module's function that gets or makes the entry when it is called gives each user an object of their own."""
    ann, bob = run("structure/entry_on_import_fixed"), run("structure/entry_on_import_fixed")
    assert texts(ann) == texts(bob) == ["[]"]

    ann.button[0].click().run()
    bob.button[0].click().run()
    assert texts(bob) == ["['tea']"]


def test_properties(run):
    """An object whose properties read and write `st.session_state` holds nothing itself:
    one in a module serves all users, each with their own values.
    """
    ann, bob = run("structure/properties"), run("structure/properties")
    assert texts(ann) == ["count 0, doubled 0"]

    ann.button[0].click().run()
    ann.button[0].click().run()
    bob.button[0].click().run()
    assert texts(ann) == ["count 2, doubled 4"]
    assert texts(bob) == ["count 1, doubled 2"]


def test_descriptor(run):
    """A descriptor can do the reading and writing for many attributes: each has an entry named after it,
    a default made for each session, and the user's own value.
    """
    ann, bob = run("structure/descriptor"), run("structure/descriptor")
    assert texts(ann) == ["0: []", "['State.cart', 'State.count']"]

    ann.button[0].click().run()
    ann.button[0].click().run()
    bob.button[0].click().run()
    assert texts(ann)[0] == "2: ['tea', 'tea']"
    assert texts(bob)[0] == "1: ['tea']"


def test_annotation(run):
    """An annotation converts and checks nothing: a string stays a string in a variable annotated with `int`."""
    app = run("structure/annotation.py")

    assert texts(app) == ["twice: 33"]


def test_steps(run):
    """With a `step` key and a function for each step, the app draws one step at a time,
    and stays there until a callback stores another.
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
    """A total that is stored beside the prices is wrong as soon as one line changes the prices alone."""
    app = run("structure/stored_total.py")
    assert texts(app) == ["prices: [3]", "total: 3"]

    app.button[0].click().run()
    app.button[0].click().run()
    assert texts(app) == ["prices: [3, 2, 2]", "total: 3"]


def test_computed_total(run):
    """A total that each run computes from the stored prices is right whatever has changed them."""
    app = run("structure/stored_total_fixed.py")
    assert texts(app) == ["prices: [3]", "total: 3"]

    app.button[0].click().run()
    app.button[0].click().run()
    assert texts(app) == ["prices: [3, 2, 2]", "total: 7"]


def test_new_dict_not_stored(run):
    """A new dict made with `|` reaches the next run only if it is assigned to the entry."""
    app = run("structure/nested_update.py")
    assert texts(app) == ["{'page': {'theme': 'light'}}"]

    app.button[0].click().run()
    assert texts(app) == ["{'page': {'theme': 'dark'}}"]

    app.run()
    assert texts(app) == ["{'page': {'theme': 'light'}}"]


def test_dict_changed_in_place(run):
    """What is changed in a stored dict in place is there in the next run, in a dict inside it too."""
    app = run("structure/nested_update_fixed.py")
    assert texts(app) == ["{'page': {'theme': 'light'}}"]

    app.button[0].click().run()
    assert texts(app) == ["{'page': {'theme': 'dark'}}"]

    app.run()
    assert texts(app) == ["{'page': {'theme': 'dark'}}"]


def test_history_of_the_same_list(run):
    """A history that holds the list itself cannot undo: each of its items is the list as it is now."""
    app = run("structure/undo.py")
    assert app.button[1].disabled

    app.button[0].click().run()
    app.button[0].click().run()
    assert texts(app) == ["['tea', 'tea']"]

    app.button[1].click().run()
    assert texts(app) == ["['tea', 'tea']"]


def test_history_of_copies(run):
    """A history that holds a copy from before each change can undo one change after the other."""
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
    """`on_change` can copy what the user enters to a field of a stored object, which keeps it
    while the widgets are not drawn and fills them when they come back.
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
    """An object stored before an edit lacks a field that the edit has given its class, even one with a default:
    reading it raises `AttributeError`.
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
    """An object that each run makes from a stored dict has the new field, with its default."""
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
    """A version stored with the state lets a session that an edit finds open begin anew, once."""
    app = run("structure/state_version")
    app.button[0].click().run()
    assert texts(app) == ["version 1: ['tea']"]

    app.server.edit("VERSION = 1", "VERSION = 2")
    app.wait_for_rerun()
    assert texts(app) == ["version 2: []"]

    app.button[0].click().run()
    app.button[0].click().run()
    assert texts(app) == ["version 2: ['tea', 'tea']"]
