import pytest


def shown(app):
    return [text.value for text in app.text]


def test_widget_without_a_key(run):
    """Outside forms, `st.text_input` without a key keeps what the user entered as long as every run renders it in the
    same place and with the same arguments.
    """
    app = run("corrections/no_key_needed.py")
    assert shown(app) == ["name: ''"]

    app.text_input[0].set_value("Ada").run()
    app.button[0].click().run()
    assert app.text_input[0].value == "Ada"
    assert shown(app) == ["name: 'Ada'"]


@pytest.mark.since("1.46")
def test_changed_argument_without_a_key(run):
    """Without a key, a changed `help`, `placeholder`, `max_chars`, `icon`, `type`, `autocomplete`, or `width` also
    resets `st.text_input`; a changed `disabled` or `label_visibility` doesn't.
    """
    app = run("corrections/changed_argument.py")
    names = [
        "help",
        "placeholder",
        "max_chars",
        "icon",
        "type",
        "autocomplete",
        "width",
        "disabled",
        "label_visibility",
    ]
    for text_input in app.text_input:
        text_input.set_value("Ada")
    app.run()
    assert shown(app) == [f"{name}: 'Ada'" for name in names]

    app.checkbox[0].check().run()
    assert shown(app) == [*(f"{name}: ''" for name in names[:7]), "disabled: 'Ada'", "label_visibility: 'Ada'"]


def test_callback_does_not_replace_the_rerun(run):
    """Outside forms and fragments, changing a checkbox reruns the whole script after the checkbox's callback, unless
    the callback calls `st.rerun`, `st.switch_page`, or `st.stop`, or raises an error.
    """
    app = run("corrections/every_change.py")
    assert shown(app) == ["0 changes, 1 runs"]

    app.checkbox[0].check().run()
    assert shown(app) == ["1 changes, 2 runs"]


def test_session_state_is_no_dict(run):
    """`st.session_state` is a `MutableMapping`, not a `dict`: `isinstance(st.session_state, dict)` is `False`."""
    app = run("corrections/no_dict.py")

    assert shown(app) == ["dict: False", "MutableMapping: True"]


def test_module_sees_the_session(run):
    """A function in an imported module reads and writes the session state of the user whose script calls it."""
    app = run("corrections/module_sees_state")
    app.run()
    assert shown(app) == ["visits: 2"]

    assert shown(run("corrections/module_sees_state")) == ["visits: 1"]


@pytest.mark.since("1.39")
def test_saving_everything_raises(run):
    """If your script calls `st.session_state.update(st.session_state)` at the top and renders a button with a key in
    every run, the button raises `StreamlitValueAssignmentNotAllowedError` from the second run on.
    """
    app = run("corrections/save_everything.py")
    assert shown(app) == ["name: ''"]
    assert app.button("refresh").label == "Refresh"

    app.text_input[0].set_value("Ada").run()
    for _ in range(3):
        assert app.exception[0].proto.type.split(".")[-1] == "StreamlitValueAssignmentNotAllowedError"
        assert len(app.button) == len(app.text) == 0
        app.run()


@pytest.mark.until("1.38")
def test_saving_everything_raised(run):
    """In 1.38 and earlier, if a script called `st.session_state.update(st.session_state)` at the top, a button with
    a key raised `StreamlitAPIException` in every run from the second one on.
    """
    app = run("corrections/save_everything.py")
    app.text_input[0].set_value("Ada").run()
    for _ in range(3):
        assert app.exception[0].proto.type == "StreamlitAPIException"
        assert len(app.button) == len(app.text) == 0
        app.run()


@pytest.mark.since("1.39")
def test_saving_everything_breaks_a_form(run):
    """If your script calls `st.session_state.update(st.session_state)` at the top and renders a form in every run, the
    form's submit button raises `StreamlitValueAssignmentNotAllowedError` from the second run on, even without a key.
    """
    app = run("corrections/save_submit_button.py")
    assert shown(app) == ["item: ''"]

    for _ in range(2):
        app.run()
        assert app.exception[0].proto.type.split(".")[-1] == "StreamlitValueAssignmentNotAllowedError"
        assert len(app.text) == 0


def test_saving_one_key(run):
    """If your script assigns only the key of a text input to itself at the top of every run, the text input keeps its
    value while it is hidden on the same page, and buttons with a key work.
    """
    app = run("corrections/save_everything_fixed.py")
    app.text_input[0].set_value("Ada").run()
    app.checkbox[0].uncheck().run()
    app.button("refresh").click().run()
    assert len(app.text_input) == 0
    assert shown(app) == ["name: 'Ada'"]

    app.checkbox[0].check().run()
    assert app.text_input[0].value == "Ada"
    assert len(app.exception) == 0


def test_setdefault_below_the_widget(run):
    """Calling `setdefault` with a text input's key below the input raises no error: it returns the input's value."""
    app = run("corrections/setdefault_below.py")
    assert shown(app) == ["below: ''"]

    app.text_input[0].set_value("Ada").run()
    assert shown(app) == ["below: 'Ada'"]
    assert len(app.exception) == 0


def test_two_keys_without_a_start_value(run):
    """A script that copies `st.session_state["city"]` to a widget's key raises `KeyError` until something has stored a
    value under `"city"`.
    """
    app = run("corrections/two_keys.py")

    assert app.exception[0].proto.type == "KeyError"
    assert app.exception[0].message.startswith("""'st.session_state has no key "city". Did you forget to""")
    assert len(app.text_input) == 0


def test_two_keys_with_a_start_value(run):
    """If the stored key has an initial value, the widget starts with this value, and every change is stored."""
    app = run("corrections/two_keys_fixed.py")
    assert app.text_input[0].value == "Oslo"
    assert shown(app) == ["city: Oslo"]

    app.text_input[0].set_value("Rome").run()
    assert app.text_input[0].value == "Rome"
    assert shown(app) == ["city: Rome"]


def test_preset_button(run):
    """If your script assigns `True` to a button's key only while the key is missing, the button raises an error in
    the first run, and returns `True` in the second run although nobody clicked it.
    """
    app = run("corrections/preset_button.py")
    assert len(app.exception) == 1
    assert len(app.button) == len(app.text) == 0

    app.run()
    assert len(app.exception) == 0
    assert shown(app) == ["clicked: True"]


@pytest.mark.engines("server", reason="AppTest fails once the key of a widget is deleted below it")
def test_delete_and_assign(run):
    """If your script deletes a text input's key below the input and then assigns to it, no error is raised, but the
    new value lasts only for that run: the input keeps showing what the user typed, and the next run has the typed
    text again.
    """
    app = run("corrections/delete_and_assign.py")
    app.text_input[0].set_value("tea").run()
    app.button[0].click().run()
    assert len(app.exception) == 0
    assert shown(app) == ["note: ''"]
    assert app.text_input[0].value == "tea"

    app.run()
    assert shown(app) == ["note: 'tea'"]
    assert app.text_input[0].value == "tea"


def test_assign_in_a_callback(run):
    """Outside fragments and forms, if a callback assigns an empty text to a text input's key, the input is empty and
    stays empty until the user types something.
    """
    app = run("corrections/delete_and_assign_fixed.py")
    app.text_input[0].set_value("tea").run()
    assert shown(app) == ["note: 'tea'"]

    for _ in range(2):
        app.button[0].click().run()
        assert shown(app) == ["note: ''"]
        assert app.text_input[0].value == ""
