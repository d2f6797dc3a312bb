import json
from string import ascii_lowercase

import pytest
import streamlit as st

MORE_INFO = "Did you forget to initialize it? More info: "


def shown(app):
    return [text.value for text in app.text]


def raised(app):
    """Return the class and message of each exception, without the URL at its end, which changed in 1.36."""
    return [(exception.proto.type, exception.message.partition("https://")[0]) for exception in app.exception]


def no_key(name):
    return [("KeyError", f"""'st.session_state has no key "{name}". {MORE_INFO}""")]


def no_attribute(name):
    return [("AttributeError", f'st.session_state has no attribute "{name}". {MORE_INFO}')]


def test_entries_last(run):
    """A value stored under a key without a widget is kept in the later runs of the session, while a variable of the
    script is gone in the next run.
    """
    app = run("basic_usage/kept.py")
    assert shown(app) == ["plain variable: None", "session state: None"]

    app.button[0].click().run()
    assert shown(app) == ["plain variable: Ada", "session state: Ada"]

    app.button[1].click().run()
    assert shown(app) == ["plain variable: None", "session state: Ada"]

    app.button[1].click().run()
    assert shown(app) == ["plain variable: None", "session state: Ada"]


def test_attribute_and_bracket_are_one_entry(run):
    """`st.session_state["name"]` and `st.session_state.name` read and write the same value."""
    app = run("basic_usage/notation.py")

    assert shown(app) == ["Ada", "Grace"]


def test_missing_key_raises_key_error(run):
    """Reading a missing key with brackets raises `KeyError`."""
    app = run("basic_usage/missing_key.py")

    assert raised(app) == no_key("name")
    assert shown(app) == []


def test_missing_attribute_raises_attribute_error(run):
    """Reading a missing key as an attribute raises `AttributeError`."""
    app = run("basic_usage/missing_attribute.py")

    assert raised(app) == no_attribute("name")
    assert shown(app) == []


def test_get_stores_nothing(run):
    """`get` returns its default for a missing key and doesn't store it."""
    app = run("basic_usage/get.py")

    assert shown(app) == ["not asked yet", "False"]


def test_stored_none_counts_as_present(run):
    """A stored `None` counts as present: `in` is true, and `get` returns `None` instead of its default."""
    app = run("basic_usage/get.py")
    app.button[0].click().run()

    assert shown(app) == ["None", "True"]


def test_setdefault_returns_what_is_stored(run):
    """`setdefault` stores its default if the key is missing, and returns the value that is stored under the key."""
    app = run("basic_usage/setdefault.py")
    assert shown(app) == ["['buy tea']"]

    app.button[0].click().run()
    assert shown(app) == ["['buy tea', 'make tea']"]


def test_changes_in_place_last(run):
    """If your script stored a list under a key without a widget, a change in place, for example with `append`, is kept
    without another assignment.
    """
    app = run("basic_usage/setdefault.py")
    app.button[0].click().run()
    app.button[0].click().run()

    assert shown(app) == ["['buy tea', 'make tea', 'make tea']"]


def test_except_attribute_error_misses_brackets(run):
    """Catching `AttributeError` doesn't catch a missing key that your script reads with brackets."""
    app = run("basic_usage/which_except.py")
    app.button[0].click().run()

    assert raised(app) == no_key("name")


def test_except_key_error_misses_attributes(run):
    """Catching `KeyError` doesn't catch a missing key that your script reads as an attribute."""
    app = run("basic_usage/which_except.py")
    app.button[1].click().run()

    assert raised(app) == no_attribute("name")


def test_augmented_assignment(run):
    """`+=` updates a number that your script stored, with brackets and as an attribute."""
    app = run("basic_usage/count.py")
    app.button[0].click().run()
    assert shown(app) == ["0"]

    app.button[1].click().run()
    assert shown(app) == ["1"]

    app.button[2].click().run()
    assert shown(app) == ["11"]


def test_augmented_assignment_needs_the_key(run):
    """`+=` on a missing key raises the same error as reading the key."""
    app = run("basic_usage/count.py")
    assert shown(app) == ["None"]
    app.button[1].click().run()
    assert raised(app) == no_attribute("count")

    other = run("basic_usage/count.py")
    other.button[2].click().run()
    assert raised(other) == no_key("count")


def test_update_stores_several_entries(run):
    """`update` stores several values, from a dict and from keyword arguments, and keeps the others."""
    app = run("basic_usage/update.py")

    assert shown(app) == ["high score: 5", "level: 1", "lives: 3"]


def test_ways_to_delete(run):
    """`del` with brackets, `del` of the attribute, and `pop` delete a key; `pop` also returns its value."""
    app = run("basic_usage/delete.py")

    assert shown(app) == ["blue", "0"]


def test_deleted_key_is_missing(run):
    """If your script deletes a key, reading the key with brackets or as an attribute before it's stored again
    raises an error.
    """
    app = run("basic_usage/deleted_key.py")
    assert raised(app) == no_attribute("name")

    app.button[0].click().run()
    assert shown(app) == ["Ada"]

    app.button[1].click().run()
    assert raised(app) == no_attribute("name")
    assert shown(app) == []


def test_deleting_a_missing_key_raises(run):
    """Deleting a missing key raises `KeyError` with brackets and from `pop`, and `AttributeError` as an attribute."""
    brackets = run("basic_usage/delete_missing.py")
    brackets.button[0].click().run()
    assert raised(brackets) == no_key("draft")

    attribute = run("basic_usage/delete_missing.py")
    attribute.button[1].click().run()
    assert raised(attribute) == no_attribute("draft")

    pop = run("basic_usage/delete_missing.py")
    pop.button[2].click().run()
    assert raised(pop) == no_key("draft")


def test_pop_with_a_default_never_raises(run):
    """`pop` with a default returns the default for a missing key and raises no error."""
    app = run("basic_usage/delete_missing.py")
    app.button[3].click().run()

    assert raised(app) == []
    assert shown(app) == ["no draft"]


def test_loop_may_delete(run):
    """A loop over `st.session_state` can delete keys while it runs, without raising `dictionary changed size during
    iteration`.
    """
    app = run("basic_usage/delete_in_a_loop.py")
    assert shown(app) == ["[('draft_text', 'Hot'), ('draft_title', 'Tea'), ('name', 'Ada')]"]

    app.button[0].click().run()
    assert raised(app) == []
    assert shown(app) == ["[('name', 'Ada')]"]


def test_clear_deletes_everything(run):
    """`st.session_state.clear()` deletes every key."""
    app = run("basic_usage/delete_in_a_loop.py")
    app.button[1].click().run()

    assert shown(app) == ["[]"]


def test_widgets_with_a_key_are_entries(run):
    """A loop, `len`, `keys`, `values`, `items`, and `to_dict` include the keys that your script stored and the keys of
    input widgets, but not input widgets without a key.
    """
    app = run("basic_usage/overview.py")

    assert app.number_input[1].value == 40
    assert shown(app) == [
        "2",
        "['lives', 'score']",
        "['lives', 'score']",
        "[2, 3]",
        "[('lives', 2), ('score', 3)]",
        "[('lives', 2), ('score', 3)]",
    ]


def test_methods_that_are_missing(run):
    """`st.session_state` doesn't have the dict methods `copy` and `fromkeys`, and doesn't support `|`, `|=`, and
    `reversed`.
    """
    app = run("basic_usage/not_a_dict.py")

    assert shown(app) == ["__ior__", "__or__", "__reversed__", "__ror__", "copy", "fromkeys"]


def test_copy_raises_as_a_missing_key(run):
    """`st.session_state.copy()` raises the error for a missing key, because the method doesn't exist."""
    app = run("basic_usage/copy_method.py")

    assert raised(app) == no_attribute("copy")


def test_snapshot(run):
    """`dict(st.session_state)` and `st.session_state.to_dict()` return a plain dict that keeps its values when your
    script assigns new values to the keys.
    """
    app = run("basic_usage/snapshot.py")

    assert shown(app)[0] == "score is now 2"
    assert [line.split(",")[0] for line in shown(app)[1:]] == ["dict: score 1", "to_dict: score 1"]


def test_snapshot_is_shallow(run):
    """A snapshot from `dict(st.session_state)` or `to_dict` is shallow: a list in it is the stored list, so later
    changes to the list also show in the snapshot.
    """
    app = run("basic_usage/snapshot.py")

    assert shown(app)[1:] == [
        "dict: score 1, todos ['buy tea', 'make tea']",
        "to_dict: score 1, todos ['buy tea', 'make tea']",
    ]


def test_deepcopy_is_no_snapshot(run):
    """`copy.deepcopy(st.session_state)` isn't a snapshot: the copy follows every later change."""
    app = run("basic_usage/deepcopy.py")

    assert shown(app) == ["2"]


def test_json_dumps_needs_a_dict(run):
    """`json.dumps` raises `TypeError` for `st.session_state`; it converts the plain dict that
    `st.session_state.to_dict()` returns if it can convert all values in it.
    """
    app = run("basic_usage/to_json.py")

    assert shown(app) == ['{"score": 3}']
    assert raised(app) == [("TypeError", "Object of type SessionStateProxy is not JSON serializable")]


def test_no_insertion_order(run):
    """A loop over `st.session_state` doesn't reliably follow the order in which the keys were stored."""
    app = run("basic_usage/order.py")

    assert sorted(shown(app)[0]) == list(ascii_lowercase)
    assert shown(app)[0] != ascii_lowercase
    assert shown(app)[1] == ascii_lowercase


def test_keys_become_strings(run):
    """A key that isn't a string is converted to one: `st.session_state[1]` is `st.session_state["1"]`."""
    app = run("basic_usage/number_as_key.py")

    assert shown(app) == ["one", "uno", "['1']"]


def test_key_named_as_a_method(run):
    """If a key has the name of a method, such as `items`, your script can read its value with brackets but not as an
    attribute: the attribute is still the method.
    """
    app = run("basic_usage/key_named_items.py")

    assert shown(app) == ["['milk', 'tea']"]
    assert raised(app) == [("TypeError", "'method' object is not iterable")]


def test_names_of_methods(run):
    """Ten names without a leading underscore are methods: `clear`, `get`, `items`, `keys`, `pop`, `popitem`,
    `setdefault`, `to_dict`, `update`, and `values`.
    """
    app = run("basic_usage/method_names.py")

    assert shown(app) == [
        "clear",
        "get",
        "items",
        "keys",
        "pop",
        "popitem",
        "setdefault",
        "to_dict",
        "update",
        "values",
    ]


def test_attributes_end_at_the_first_level(run):
    """Attribute notation works for the key only: a dict that is stored under the key needs brackets."""
    app = run("basic_usage/nested.py")

    assert shown(app) == ["Ada"]
    assert raised(app) == [("AttributeError", "'dict' object has no attribute 'name'")]


def test_stored_by_reference(run):
    """`st.session_state` stores a list itself, not a copy: a change through another name also shows in the
    stored list.
    """
    app = run("basic_usage/stored_by_reference.py")

    assert shown(app) == ["['buy tea', 'make tea']", "['buy tea']"]


def test_generator_goes_on(run):
    """By default, you can also store objects that can't be pickled, such as a generator, which continues where the last
    run left it.
    """
    app = run("basic_usage/generator.py")
    assert shown(app) == ["1"]

    app.button[0].click().run()
    assert shown(app) == ["4"]

    app.button[0].click().run()
    assert shown(app) == ["9"]


@pytest.mark.engines("server", reason="AppTest waits for the end of each run")
def test_run_cut_short(run):
    """If the user clicks a button outside fragments while the script is running, the run ends where the script next
    uses Streamlit: the values that it stored by then are kept, and the values that it would have stored later are
    missing.
    """
    app = run("basic_usage/cut_short.py")
    app.page.get_by_role("button", name="Work").click()
    app.page.get_by_text("Working").wait_for()
    app.button[0].click().run()
    assert shown(app) == ["Begun: 1", "Ended: 0"]

    app.button[1].click().run()
    assert shown(app) == ["Working", "Begun: 2", "Ended: 1"]


def test_getattr_with_a_default(run):
    """If `name` is missing, `hasattr(st.session_state, "name")` is false, and `getattr` returns its default and raises
    no error.
    """
    app = run("basic_usage/getattr_default.py")
    assert shown(app) == ["known: False", "name: nobody"]

    app.run()
    assert shown(app) == ["known: True", "name: Ada"]


def test_empty_state_is_false(run):
    """An empty `st.session_state` is falsy and equals `{}`."""
    app = run("basic_usage/printed.py")
    assert shown(app)[0] == "empty: True, True"

    app.run()
    assert shown(app)[0] == "empty: False, False"


def test_printed_state(run):
    """`str()` and f-strings show the keys and values in `st.session_state`; its `repr()` doesn't."""
    app = run("basic_usage/printed.py")

    assert shown(app)[1:] == [
        "str: {'name': 'Ada'}",
        "f-string: {'name': 'Ada'}",
        "repr: <streamlit.runtime.state.session_state_proxy.SessionStateProxy object",
    ]


def test_keys_that_are_no_identifiers(run):
    """With brackets, a key can contain spaces, dots, dashes, and letters such as `ö`."""
    app = run("basic_usage/odd_keys.py")

    assert shown(app) == ["[('cart.total', 9), ('größe-2', 'L'), ('unit price', 3)]"]


def test_kept_container(run):
    """If your script keeps an `st.empty()` in `st.session_state`, a later run that writes to it replaces the element
    that the same run has rendered at this position.
    """
    app = run("basic_usage/kept_container.py")
    assert shown(app) == ["message", "title"]

    app.button[0].click().run()
    assert shown(app) == ["message"]


def test_container_of_this_run(run):
    """An `st.empty()` that your script creates in every run keeps its own position."""
    app = run("basic_usage/kept_container_fixed.py")
    assert shown(app) == ["message", "title"]

    app.button[0].click().run()
    assert shown(app) == ["message", "title"]


def stored(app):
    return json.loads(app.json[0].value)


@pytest.mark.fails_on("stlite", reason="each user has a separate Python there")
def test_replaced(run, monkeypatch):
    """Assigning `{}` to `st.session_state` replaces it with one dict for all users of the server: what one user stores
    from then on is there for all others, also in new sessions.
    """
    monkeypatch.setattr(st, "session_state", st.session_state)  # AppTest runs the app in this process
    ada, bob = run("basic_usage/replaced.py"), run("basic_usage/replaced.py")
    bob.run()
    assert (stored(ada), stored(bob)) == ({"visits": 1}, {"visits": 2})

    ada.button[0].click().run()
    assert stored(ada) == {"visits": 1}
    bob.run()
    assert stored(bob) == {"visits": 2}
    assert stored(run("basic_usage/replaced.py")) == {"visits": 3}


def test_attribute_of_a_dict(run, monkeypatch):
    """After `st.session_state = {}`, reading a value as an attribute raises `AttributeError`, because a dict has no
    such attribute.
    """
    monkeypatch.setattr(st, "session_state", st.session_state)  # AppTest runs the app in this process
    app = run("basic_usage/replaced.py")
    assert (shown(app), raised(app)) == (["visits: 1"], [])

    app.button[0].click().run()
    assert stored(app) == {"visits": 1}
    assert (shown(app), raised(app)) == ([], [("AttributeError", "'dict' object has no attribute 'visits'")])


def test_cleared(run):
    """`st.session_state.clear()` empties session state only for the user whose run calls it."""
    ada, bob = run("basic_usage/replaced_fixed.py"), run("basic_usage/replaced_fixed.py")
    bob.run()
    assert (shown(ada), shown(bob)) == (["visits: 1"], ["visits: 2"])

    ada.run()
    ada.button[0].click().run()
    bob.run()
    assert (shown(ada), shown(bob)) == (["visits: 1"], ["visits: 3"])
    assert shown(run("basic_usage/replaced_fixed.py")) == ["visits: 1"]
    assert (raised(ada), raised(bob)) == ([], [])
