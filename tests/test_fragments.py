import pytest


def texts(app):
    return [text.value for text in app.text]


def titles(app):
    return [dialog.proto.dialog.title for dialog in app.get("dialog")]


@pytest.mark.engines("server", "live", reason="AppTest runs the whole script")
def test_fragment_alone(run):
    """A click on a button in a fragment runs the fragment alone: the rest of the page stays as the last
    full run drew it.
    """
    app = run("fragments/like.py")
    assert texts(app) == ["Inside: 0", "Outside: 0"]

    app.button[0].click().run()
    assert texts(app) == ["Inside: 1", "Outside: 0"]


@pytest.mark.since("1.37")
def test_state_of_a_fragment(run):
    """What a fragment has stored in `st.session_state` is there in the next run of the whole script."""
    app = run("fragments/like.py")
    app.button[0].click().run()
    app.run()

    assert texts(app) == ["Inside: 1", "Outside: 1"]


@pytest.mark.since("1.37")
def test_rerun_in_a_fragment(run):
    """`st.rerun()` in a fragment runs the whole script: the rest of the page shows what the fragment has stored."""
    app = run("fragments/like_fixed.py")
    assert texts(app) == ["Inside: 0", "Outside: 0"]

    app.button[0].click().run()
    assert texts(app) == ["Inside: 1", "Outside: 1"]


@pytest.mark.engines("server", "live", reason="AppTest runs the whole script, where that scope is an error")
def test_rerun_of_a_fragment(run):
    """`st.rerun(scope="fragment")` runs the fragment again from its top, and nothing else."""
    app = run("fragments/scope.py")
    assert texts(app) == ["Inside: 0", "Outside: 0"]

    app.button[0].click().run()
    assert not app.exception
    assert texts(app) == ["Inside: 1", "Outside: 0"]

    app.run()
    assert texts(app) == ["Inside: 1", "Outside: 1"]


@pytest.mark.engines("server", "live", reason="AppTest runs the whole script")
def test_callback_in_a_fragment(run):
    """A callback of a widget in a fragment runs before the fragment; the script does not run."""
    app = run("fragments/callback.py")
    assert texts(app) == ["script > fragment"]

    app.button[0].click().run()
    assert texts(app) == ["script > fragment > callback > fragment"]


@pytest.mark.engines("server", "live", reason="AppTest runs the whole script, with new arguments")
def test_arguments_of_a_fragment(run):
    """A fragment that runs alone gets the arguments of the last full run, and the session state of now."""
    app = run("fragments/argument.py")
    for count in (1, 2):
        app.button[0].click().run()
        assert texts(app) == ["Argument: 0", f"State: {count}"]

    app.run()
    assert texts(app) == ["Argument: 2", "State: 2"]


@pytest.mark.engines("server", "live", reason="AppTest runs the whole script, which raises")
def test_widget_outside_of_a_fragment(run):
    """A fragment that runs alone may assign the key of a widget outside of it; the widget keeps its value,
    and the next full run puts this back under the key.
    """
    app = run("fragments/fill_outside.py")
    assert texts(app) == ["Inside: nobody"]

    app.button[0].click().run()
    assert not app.exception
    assert texts(app) == ["Inside: Ada"]
    assert app.text_input("name").value == "nobody"

    app.run()
    assert texts(app) == ["Inside: nobody"]
    assert app.text_input("name").value == "nobody"


@pytest.mark.since("1.37")
def test_widget_inside_of_a_fragment(run):
    """A callback in a fragment may assign the key of a widget in the same fragment: the widget shows the value."""
    app = run("fragments/fill_outside_fixed.py")
    assert texts(app) == ["Inside: nobody"]

    app.button[0].click().run()
    assert texts(app) == ["Inside: Ada"]
    assert app.text_input("name").value == "Ada"


@pytest.mark.engines("server", reason="AppTest does not wait")
def test_run_every(run):
    """A fragment with `run_every` runs by itself and goes on with what it stored; the script does not run."""
    app = run("fragments/clock.py")
    inside, outside = app.text
    assert outside.value == "Outside: 1"
    before = int(inside.value.removeprefix("Inside: "))

    app.wait_for_rerun()
    inside, outside = app.text
    assert outside.value == "Outside: 1"
    assert int(inside.value.removeprefix("Inside: ")) > before


def save_ada(app):
    app.button[0].click().run()
    assert titles(app) == ["Your name"]
    app.text_input("draft").set_value("Ada").run()


@pytest.mark.engines("server", "live", reason="AppTest runs the whole script, which closes the dialog")
def test_widget_in_a_dialog(run):
    """A change of a widget in a dialog runs the dialog alone: it stays open, and the page behind it as it was."""
    app = run("fragments/dialog.py")
    save_ada(app)

    assert titles(app) == ["Your name"]
    assert app.text_input("draft").value == "Ada"
    assert texts(app) == ["Name: None", "Draft: Bob"]


@pytest.mark.engines("server", "live", reason="AppTest runs the whole script, which closes the dialog")
def test_state_after_a_dialog(run):
    """What a dialog stores under a key of its own stays; the key of its widget is missing from the second run
    after it has closed.
    """
    app = run("fragments/dialog.py")
    save_ada(app)
    app.button[1].click().run()
    assert texts(app) == ["Name: Ada", "Draft: Ada"]

    app.run()
    assert texts(app) == ["Name: Ada", "Draft: None"]


@pytest.mark.engines("server", "live", reason="AppTest runs the whole script, which closes the dialog")
def test_rerun_in_a_dialog(run):
    """`st.rerun()` in a dialog closes it and runs the whole script."""
    app = run("fragments/dialog.py")
    save_ada(app)
    app.button[1].click().run()

    assert not titles(app)
    assert texts(app) == ["Name: Ada", "Draft: Ada"]


@pytest.mark.engines("server", "live", reason="AppTest runs the whole script, which closes the dialog")
def test_dialog_that_opens_again(run):
    """A dialog that opens again shows its widgets' defaults."""
    app = run("fragments/dialog.py")
    save_ada(app)
    app.button[1].click().run()

    app.button[0].click().run()
    assert app.text_input("draft").value == "Bob"


@pytest.mark.engines("server", "live", reason="AppTest runs the whole script")
def test_return_value_of_a_fragment(run):
    """The value that a fragment returns is that of the last full run, however often it has run alone since."""
    app = run("fragments/return_value.py")
    app.text_input[0].set_value("M").run()
    assert texts(app) == ["Returned: S, state: S"]

    app.run()
    assert texts(app) == ["Returned: M, state: M"]


@pytest.mark.engines("server", "live", reason="AppTest runs the whole script")
def test_nested_fragments(run):
    """A click in an inner fragment runs the inner one alone, a click in the outer one runs both."""
    app = run("fragments/nested.py")
    assert texts(app) == ["outer > inner"]
    app.button[1].click().run()
    assert texts(app) == ["outer > inner"]

    app.button[0].click().run()
    assert texts(app) == ["outer > inner > inner > outer > inner"]


@pytest.mark.engines("server", "live", reason="AppTest runs the whole script")
def test_error_in_a_fragment(run):
    """An exception in a fragment that runs alone is shown there; the rest of the page stays."""
    app = run("fragments/error_inside.py")
    app.button[0].click().run()

    assert (app.exception[0].proto.type, app.exception[0].message) == ("ZeroDivisionError", "division by zero")
    assert texts(app) == ["Outside: 1"]


@pytest.mark.since("1.37")
def test_widget_that_its_fragment_does_not_draw(run):
    """A widget that its fragment does not draw loses its key with the second run of the fragment without it."""
    app = run("fragments/hidden_widget.py")
    app.text_input[0].set_value("Bob").run()
    app.checkbox[0].uncheck().run()
    assert texts(app) == ["Name: Bob"]

    app.button[0].click().run()
    assert texts(app) == ["Name: None"]

    app.checkbox[0].check().run()
    assert texts(app) == ["Name: Ann"]


@pytest.mark.since("1.63")
@pytest.mark.engines("server", reason="AppTest shows the fragment alone")
def test_rerun_of_a_fragment_by_its_key(run):
    """`st.rerun("clock")` in a callback runs the fragment with that key, and nothing else."""
    app = run("fragments/keyed.py")
    assert texts(app) == ["Inside: 1", "Outside: 1"]

    app.button[0].click().run()
    assert texts(app) == ["Inside: 2", "Outside: 1"]


@pytest.mark.since("1.37")
def test_names_of_the_decorators(run):
    """`st.fragment` and `st.dialog` exist since 1.37."""
    app = run("fragments/names.py")

    assert texts(app)[:2] == ["fragment: True", "dialog: True"]


@pytest.mark.since("1.34")
@pytest.mark.until("1.48")
def test_experimental_names_of_the_decorators(run):
    """From 1.34 to 1.48 there are `st.experimental_fragment` and `st.experimental_dialog`."""
    app = run("fragments/names.py")

    assert texts(app)[2:] == ["experimental_fragment: True", "experimental_dialog: True"]


@pytest.mark.since("1.49")
def test_end_of_the_experimental_names(run):
    """Since 1.49 there are `st.fragment` and `st.dialog`, and the experimental names no more."""
    app = run("fragments/names.py")

    assert texts(app)[:2] == ["fragment: True", "dialog: True"]
    assert texts(app)[2:] == ["experimental_fragment: False", "experimental_dialog: False"]


@pytest.mark.since("1.37")
def test_two_dialogs(run):
    """A run that opens two dialogs shows the first one, and an error at the second."""
    app = run("fragments/two_dialogs.py")

    kind = app.exception[0].proto.type.split(".")[-1]
    assert kind in ("StreamlitInvalidLayoutContextError", "StreamlitAPIException")
    assert app.exception[0].message == (
        "Only one dialog is allowed to be opened at the same time. "
        "Please make sure to not call a dialog-decorated function more than once in a script run."
    )
    assert titles(app)[0] == "First"
    assert texts(app) == ["one"]


@pytest.mark.since("1.37")
def test_dialog_as_a_callback(run):
    """A dialog function can be the callback of a button, with its arguments in `args`."""
    app = run("fragments/dialog_callback.py")
    assert not app.text

    app.button[0].click().run()
    assert titles(app) == ["Hello"]
    assert texts(app) == ["Hello Ann"]
    assert app.button[0].label == "Greet"


@pytest.mark.engines("server", "live", reason="AppTest runs the whole script, which closes the dialog")
def test_dialog_with_the_saved_value(run):
    """A dialog whose input takes its default from what was saved shows that when it opens again."""
    app = run("fragments/dialog_prefilled.py")
    app.button[0].click().run()
    assert titles(app) == ["Your name"]
    assert app.text_input[0].value == "Ann"
    app.text_input[0].set_value("Eve").run()
    app.button[1].click().run()
    assert texts(app) == ["Name: Eve"]

    app.button[0].click().run()
    assert app.text_input[0].value == "Eve"


@pytest.mark.engines("server", "live", reason="AppTest has no Escape key")
def test_dismissed_dialog(run):
    """A user who dismisses a dialog starts no rerun: the next full run finds what was entered under the key,
    the second does not.
    """
    app = run("fragments/dismissed.py")
    app.button[0].click().run()
    app.text_input("draft").set_value("Ada").run()
    assert titles(app) == ["Your name"]
    assert texts(app) == ["Draft: Bob"]

    app.dismiss()
    app.button[1].click().run()
    assert not titles(app)
    assert texts(app) == ["Draft: Ada"]

    app.run()
    assert texts(app) == ["Draft: None"]


@pytest.mark.engines("server", "live", reason="AppTest has no Escape key")
def test_rerun_on_dismiss(run):
    """With `on_dismiss="rerun"` the page shows what a dialog has stored as soon as the user dismisses it."""
    app = run("fragments/dismiss_reruns.py")
    app.button[0].click().run()
    app.text_input[0].set_value("Ada").run()
    assert titles(app) == ["Your name"]
    assert texts(app) == ["Name: Bob"]

    app.dismiss().run()
    assert not titles(app)
    assert texts(app) == ["Name: Ada"]


def open_and_dismiss(app):
    assert not titles(app)
    app.button[0].click().run()
    assert titles(app) == ["Your name"]
    app.dismiss()
    app.button[1].click().run()


@pytest.mark.engines("server", "live", reason="AppTest has no Escape key")
def test_dialog_that_is_open_by_state(run):
    """A dialog that the script opens while a key is true comes back with the rerun after it was dismissed."""
    app = run("fragments/dismissed_flag.py")
    open_and_dismiss(app)

    assert titles(app) == ["Your name"]
    assert app.text_input[0].label == "Name"


@pytest.mark.engines("server", "live", reason="AppTest has no Escape key")
def test_callback_on_dismiss(run):
    """A callback in `on_dismiss` can reset the key that keeps a dialog open."""
    app = run("fragments/dismissed_flag_fixed.py")
    open_and_dismiss(app)

    assert not titles(app)


@pytest.mark.engines("server", "live", reason="AppTest has no Escape key")
def test_dialog_that_cannot_be_dismissed(run):
    """With `dismissible=False` the Escape key leaves a dialog open; `st.rerun()` in it closes it."""
    app = run("fragments/not_dismissible.py")
    assert titles(app) == ["Terms"]
    app.dismiss()
    app.button[1].click().run()

    assert not titles(app)
    assert texts(app) == ["Accepted: True"]
    assert [button.label for button in app.button] == ["Refresh"]


@pytest.mark.engines("server", "live", reason="AppTest loses the page that the dialog opens")
def test_dialog_and_page(run):
    """`st.switch_page` in a dialog closes it and opens the page, which finds what the dialog has stored."""
    app = run("fragments/dialog_and_page")
    app.button[0].click().run()
    assert titles(app) == ["Sign in"]
    app.button[1].click().run()

    assert not app.button
    assert texts(app) == ["Inbox of Ann"]


def ticks(app):
    return int(app.text[0].value.removeprefix("Ticks: "))


@pytest.mark.engines("server", reason="AppTest does not wait")
def test_run_every_from_inside(run):
    """A fragment that changes what its own `run_every` is taken from goes on running by itself."""
    app = run("fragments/toggle_inside.py")
    app.checkbox("live").uncheck().run()
    before = ticks(app)

    app.wait_for_rerun()
    assert ticks(app) > before
    assert app.checkbox("live").value is False


@pytest.mark.engines("server", reason="AppTest does not wait")
def test_run_every_from_outside(run):
    """A full run that gives a fragment `run_every=None` stops it; one that gives it a number starts it again."""
    app = run("fragments/toggle_outside.py")
    app.wait_for_rerun()
    app.checkbox[0].uncheck().run()
    before = ticks(app)
    with pytest.raises(Exception, match="no rerun has ended"):
        app.wait_for_rerun()

    app.checkbox[0].check().run()
    assert ticks(app) == before + 1
    app.wait_for_rerun()
    assert ticks(app) > before + 1


@pytest.mark.engines("server", "live", reason="AppTest runs the whole script")
def test_two_fragments(run):
    """A fragment that runs alone leaves the other fragments as they were, though they show what it has stored."""
    app = run("fragments/two.py")
    app.button[0].click().run()
    assert texts(app) == ["Items: 0"]

    app.run()
    assert texts(app) == ["Items: 1"]


@pytest.mark.since("1.63")
@pytest.mark.engines("server", reason="AppTest shows the fragment alone")
def test_one_fragment_runs_another(run):
    """A callback in a fragment that calls `st.rerun` with the key of another one shows in that what it has stored."""
    app = run("fragments/two_fixed.py")
    app.button[0].click().run()
    assert texts(app) == ["Items: 1"]

    app.button[0].click().run()
    assert texts(app) == ["Items: 2"]
