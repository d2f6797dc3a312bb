from string import ascii_lowercase

import pytest

MORE_INFO = "Did you forget to initialize it? More info: "


def shown(app):
    return [text.value for text in app.text]


def raised(app):
    """Return class and message of each exception, without the address at its end, which 1.36 has changed."""
    return [(exception.proto.type, exception.message.partition("https://")[0]) for exception in app.exception]


def no_key(name):
    return [("KeyError", f"""'st.session_state has no key "{name}". {MORE_INFO}""")]


def no_attribute(name):
    return [("AttributeError", f'st.session_state has no attribute "{name}". {MORE_INFO}')]


def test_entries_last(run):
    """A value stored under a key that no widget uses is there in every later run of the session;
    a plain variable is gone in the next.
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
    """`st.session_state["name"]` and `st.session_state.name` are the same entry, to read and to write."""
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
    """For a missing key `get` returns the default it is given, and does not store it."""
    app = run("basic_usage/get.py")

    assert shown(app) == ["not asked yet", "False"]


def test_stored_none_counts_as_present(run):
    """A stored `None` counts as present: `in` is true, and `get` returns `None` instead of the default."""
    app = run("basic_usage/get.py")
    app.button[0].click().run()

    assert shown(app) == ["None", "True"]


def test_setdefault_returns_what_is_stored(run):
    """`setdefault` stores its default if the key is missing, and returns what is stored under the key."""
    app = run("basic_usage/setdefault.py")
    assert shown(app) == ["['buy tea']"]

    app.button[0].click().run()
    assert shown(app) == ["['buy tea', 'make tea']"]


def test_changes_in_place_last(run):
    """What is changed in place, such as a list by `append`, lasts without being assigned again."""
    app = run("basic_usage/setdefault.py")
    app.button[0].click().run()
    app.button[0].click().run()

    assert shown(app) == ["['buy tea', 'make tea', 'make tea']"]


def test_except_attribute_error_misses_brackets(run):
    """Catching `AttributeError` does not catch a missing key that is read with brackets."""
    app = run("basic_usage/which_except.py")
    app.button[0].click().run()

    assert raised(app) == no_key("name")


def test_except_key_error_misses_attributes(run):
    """Catching `KeyError` does not catch a missing key that is read as an attribute."""
    app = run("basic_usage/which_except.py")
    app.button[1].click().run()

    assert raised(app) == no_attribute("name")


def test_augmented_assignment(run):
    """`+=` updates an entry, with brackets and as an attribute."""
    app = run("basic_usage/count.py")
    app.button[0].click().run()
    assert shown(app) == ["0"]

    app.button[1].click().run()
    assert shown(app) == ["1"]

    app.button[2].click().run()
    assert shown(app) == ["11"]


def test_augmented_assignment_needs_the_key(run):
    """`+=` on a missing key raises what reading it raises."""
    app = run("basic_usage/count.py")
    assert shown(app) == ["None"]
    app.button[1].click().run()
    assert raised(app) == no_attribute("count")

    other = run("basic_usage/count.py")
    other.button[2].click().run()
    assert raised(other) == no_key("count")


def test_update_stores_several_entries(run):
    """`update` stores several entries, from a dict and from keyword arguments, and keeps the others."""
    app = run("basic_usage/update.py")

    assert shown(app) == ["high score: 5", "level: 1", "lives: 3"]


def test_ways_to_delete(run):
    """`del` with brackets, `del` of the attribute and `pop` remove an entry; `pop` returns its value."""
    app = run("basic_usage/delete.py")

    assert shown(app) == ["blue", "0"]


def test_deleted_key_is_missing(run):
    """A key is missing again as soon as it is deleted: reading it further down raises."""
    app = run("basic_usage/deleted_key.py")
    assert raised(app) == no_attribute("name")

    app.button[0].click().run()
    assert shown(app) == ["Ada"]

    app.button[1].click().run()
    assert raised(app) == no_attribute("name")
    assert shown(app) == []


def test_deleting_a_missing_key_raises(run):
    """Deleting a missing key raises as well: `KeyError` with brackets and from `pop`, `AttributeError`
    as an attribute.
    """
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
    """`pop` with a default returns the default for a missing key and raises nothing."""
    app = run("basic_usage/delete_missing.py")
    app.button[3].click().run()

    assert raised(app) == []
    assert shown(app) == ["no draft"]


def test_loop_may_delete(run):
    """A loop over `st.session_state` may delete entries as it goes: there is no `dictionary changed size
    during iteration`.
    """
    app = run("basic_usage/delete_in_a_loop.py")
    assert shown(app) == ["[('draft_text', 'Hot'), ('draft_title', 'Tea'), ('name', 'Ada')]"]

    app.button[0].click().run()
    assert raised(app) == []
    assert shown(app) == ["[('name', 'Ada')]"]


def test_clear_deletes_everything(run):
    """`clear` deletes every entry."""
    app = run("basic_usage/delete_in_a_loop.py")
    app.button[1].click().run()

    assert shown(app) == ["[]"]


def test_widgets_with_a_key_are_entries(run):
    """A loop, `len`, `keys`, `values`, `items` and `to_dict` cover your own entries and input widgets that
    have a key, not those that have none.
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
    """Of a dict's methods `copy` and `fromkeys` are missing, and so are those behind `|`, `|=` and `reversed`."""
    app = run("basic_usage/not_a_dict.py")

    assert shown(app) == ["__ior__", "__or__", "__reversed__", "__ror__", "copy", "fromkeys"]


def test_copy_raises_as_a_missing_key(run):
    """`st.session_state.copy()` raises the error of a missing key, as there is no such method."""
    app = run("basic_usage/copy_method.py")

    assert raised(app) == no_attribute("copy")


def test_snapshot(run):
    """`dict(st.session_state)` and `st.session_state.to_dict()` return a plain dict that keeps its values
    when an entry is assigned anew.
    """
    app = run("basic_usage/snapshot.py")

    assert shown(app)[0] == "score is now 2"
    assert [line.split(",")[0] for line in shown(app)[1:]] == ["dict: score 1", "to_dict: score 1"]


def test_snapshot_is_shallow(run):
    """A snapshot made by `dict(st.session_state)` or `to_dict` is shallow: a list in it is the stored
    list, and changes with it.
    """
    app = run("basic_usage/snapshot.py")

    assert shown(app)[1:] == [
        "dict: score 1, todos ['buy tea', 'make tea']",
        "to_dict: score 1, todos ['buy tea', 'make tea']",
    ]


def test_deepcopy_is_no_snapshot(run):
    """`copy.deepcopy(st.session_state)` is no snapshot: what it returns follows every later change."""
    app = run("basic_usage/deepcopy.py")

    assert shown(app) == ["2"]


def test_json_dumps_needs_a_dict(run):
    """`json.dumps` refuses `st.session_state` with a `TypeError` and takes `st.session_state.to_dict()`."""
    app = run("basic_usage/to_json.py")

    assert shown(app) == ['{"score": 3}']
    assert raised(app) == [("TypeError", "Object of type SessionStateProxy is not JSON serializable")]


def test_no_insertion_order(run):
    """A loop over `st.session_state` does not follow the order in which the entries were stored."""
    app = run("basic_usage/order.py")

    assert sorted(shown(app)[0]) == list(ascii_lowercase)
    assert shown(app)[0] != ascii_lowercase
    assert shown(app)[1] == ascii_lowercase


def test_keys_become_strings(run):
    """A key that is no string is turned into one: `st.session_state[1]` is `st.session_state["1"]`."""
    app = run("basic_usage/number_as_key.py")

    assert shown(app) == ["one", "uno", "['1']"]


def test_key_named_as_a_method(run):
    """An entry with the name of a method, such as `items`, is read with brackets only: as an attribute
    the name stays the method.
    """
    app = run("basic_usage/key_named_items.py")

    assert shown(app) == ["['milk', 'tea']"]
    assert raised(app) == [("TypeError", "'method' object is not iterable")]


def test_names_of_methods(run):
    """Ten names without a leading underscore are methods: `clear`, `get`, `items`, `keys`, `pop`, `popitem`,
    `setdefault`, `to_dict`, `update` and `values`.
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
    """Attribute notation ends at the entry: a dict stored in it is read with brackets."""
    app = run("basic_usage/nested.py")

    assert shown(app) == ["Ada"]
    assert raised(app) == [("AttributeError", "'dict' object has no attribute 'name'")]


def test_stored_by_reference(run):
    """An entry holds the object itself, not a copy: what happens to the object through another name
    shows in the entry.
    """
    app = run("basic_usage/stored_by_reference.py")

    assert shown(app) == ["['buy tea', 'make tea']", "['buy tea']"]


def test_generator_goes_on(run):
    """By default even what cannot be pickled can be stored: a generator goes on where the last run left it."""
    app = run("basic_usage/generator.py")
    assert shown(app) == ["1"]

    app.button[0].click().run()
    assert shown(app) == ["4"]

    app.button[0].click().run()
    assert shown(app) == ["9"]


@pytest.mark.engines("server", reason="AppTest waits for the end of each run")
def test_run_cut_short(run):
    """A user who acts while the script is running ends that run early: what it has stored by then stays,
    and what it would have stored later is missing.
    """
    app = run("basic_usage/cut_short.py")
    app.page.get_by_role("button", name="Work").click()
    app.page.get_by_text("Working").wait_for()
    app.button[0].click().run()
    assert shown(app) == ["Begun: 1", "Ended: 0"]

    app.button[1].click().run()
    assert shown(app) == ["Working", "Begun: 2", "Ended: 1"]


def test_getattr_with_a_default(run):
    """`hasattr` and `getattr` with a default work with entries, and raise nothing for a missing key."""
    app = run("basic_usage/getattr_default.py")
    assert shown(app) == ["known: False", "name: nobody"]

    app.run()
    assert shown(app) == ["known: True", "name: Ada"]


def test_empty_state_is_false(run):
    """An empty `st.session_state` is false and equals `{}`."""
    app = run("basic_usage/printed.py")
    assert shown(app)[0] == "empty: True, True"

    app.run()
    assert shown(app)[0] == "empty: False, False"


def test_printed_state(run):
    """`str`, `print` and f-strings show what is in `st.session_state`; its `repr` does not."""
    app = run("basic_usage/printed.py")

    assert shown(app)[1:] == [
        "str: {'name': 'Ada'}",
        "repr: <streamlit.runtime.state.session_state_proxy.SessionStateProxy object",
    ]


def test_keys_that_are_no_identifiers(run):
    """With brackets a key may hold spaces, dots, dashes and letters of any language."""
    app = run("basic_usage/odd_keys.py")

    assert shown(app) == ["[('cart.total', 9), ('größe-2', 'L'), ('unit price', 3)]"]


def test_kept_container(run):
    """An `st.empty()` that is kept in `st.session_state` stands for a place on the page: what a later run writes to it
    replaces whatever that run has drawn there.
    """
    app = run("basic_usage/kept_container.py")
    assert shown(app) == ["message", "title"]

    app.button[0].click().run()
    assert shown(app) == ["message"]


def test_container_of_this_run(run):
    """An `st.empty()` that each run makes anew keeps its place."""
    app = run("basic_usage/kept_container_fixed.py")
    assert shown(app) == ["message", "title"]

    app.button[0].click().run()
    assert shown(app) == ["message", "title"]
