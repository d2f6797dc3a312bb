import pytest


def shown(app):
    return [text.value for text in app.text]


def test_widget_without_a_key(run):
    """A widget without a key keeps what the user entered from run to run."""
    app = run("corrections/no_key_needed.py")
    assert shown(app) == ["name: ''"]

    app.text_input[0].set_value("Ada").run()
    app.button[0].click().run()
    assert app.text_input[0].value == "Ada"
    assert shown(app) == ["name: 'Ada'"]


def test_callback_does_not_replace_the_rerun(run):
    """A change of a widget with a callback reruns the script as any change does."""
    app = run("corrections/every_change.py")
    assert shown(app) == ["0 changes, 1 runs"]

    app.checkbox[0].check().run()
    assert shown(app) == ["1 changes, 2 runs"]


def test_session_state_is_no_dict(run):
    """`st.session_state` is a `MutableMapping`, and no `dict` to `isinstance`."""
    app = run("corrections/no_dict.py")

    assert shown(app) == ["dict: False", "MutableMapping: True"]


def test_module_sees_the_session(run):
    """A function of an imported module reads and writes the session of the user whose script calls it."""
    app = run("corrections/module_sees_state")
    app.run()
    assert shown(app) == ["visits: 2"]

    assert shown(run("corrections/module_sees_state")) == ["visits: 1"]


@pytest.mark.since("1.39")
def test_saving_everything_raises(run):
    """`st.session_state.update(st.session_state)` at the top makes a button with a key raise
    `StreamlitValueAssignmentNotAllowedError` from the second run on.
    """
    app = run("corrections/save_everything.py")
    assert shown(app) == ["name: ''"]
    assert app.button("refresh").label == "Refresh"

    app.text_input[0].set_value("Ada").run()
    assert app.exception[0].proto.type.split(".")[-1] == "StreamlitValueAssignmentNotAllowedError"
    assert len(app.button) == len(app.text) == 0


@pytest.mark.until("1.38")
def test_saving_everything_raised(run):
    """Up to 1.38 `st.session_state.update(st.session_state)` at the top makes a button with a key raise
    `StreamlitAPIException` from the second run on.
    """
    app = run("corrections/save_everything.py")
    app.text_input[0].set_value("Ada").run()

    assert app.exception[0].proto.type == "StreamlitAPIException"
    assert len(app.button) == len(app.text) == 0


def test_saving_one_key(run):
    """Assigning the one key that shall last to itself at the top of every run keeps its value, and buttons work."""
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
    """`setdefault` with a widget's key below the widget raises nothing: it returns the widget's value."""
    app = run("corrections/setdefault_below.py")
    assert shown(app) == ["below: ''"]

    app.text_input[0].set_value("Ada").run()
    assert shown(app) == ["below: 'Ada'"]
    assert len(app.exception) == 0


def test_two_keys_without_a_start_value(run):
    """A script that copies a stored key to the widget's key raises `KeyError` as long as nothing has stored it."""
    app = run("corrections/two_keys.py")

    assert app.exception[0].proto.type == "KeyError"
    assert app.exception[0].message.startswith("""'st.session_state has no key "city". Did you forget to""")
    assert len(app.text_input) == 0


def test_two_keys_with_a_start_value(run):
    """With a start value for the stored key, the widget starts there and stores every change."""
    app = run("corrections/two_keys_fixed.py")
    assert app.text_input[0].value == "Oslo"
    assert shown(app) == ["city: Oslo"]

    app.text_input[0].set_value("Rome").run()
    assert app.text_input[0].value == "Rome"
    assert shown(app) == ["city: Rome"]


def test_preset_button(run):
    """A button whose key is assigned under `if ... not in` raises in the first run alone:
    in the second it returns `True`, though nobody clicked.
    """
    app = run("corrections/preset_button.py")
    assert len(app.exception) == 1
    assert len(app.button) == len(app.text) == 0

    app.run()
    assert len(app.exception) == 0
    assert shown(app) == ["clicked: True"]


@pytest.mark.engines("server", reason="AppTest fails once the key of a widget is deleted below it")
def test_delete_and_assign(run):
    """Deleting a widget's key below the widget and assigning it anew raises nothing and lasts for that run alone:
    the input shows what the user typed all along, and the next run has it again.
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
    """A callback that assigns the widget's key clears the input for good."""
    app = run("corrections/delete_and_assign_fixed.py")
    app.text_input[0].set_value("tea").run()
    assert shown(app) == ["note: 'tea'"]

    for _ in range(2):
        app.button[0].click().run()
        assert shown(app) == ["note: ''"]
        assert app.text_input[0].value == ""
