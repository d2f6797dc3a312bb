import pytest


def texts(app):
    return [text.value for text in app.text]


def titles(app):
    return [dialog.proto.dialog.title for dialog in app.get("dialog")]


def runs(app):
    """Return how often the lines above the fragment, the fragment, and the lines below it have run."""
    shown = dict(text.split(": ") for text in texts(app))
    return [int(shown[part]) for part in ("Above", "In the fragment", "Below")]


@pytest.mark.engines("server", "live", reason="AppTest runs the whole script after a click in a fragment")
def test_what_a_full_rerun_runs(run):
    """A click on a button outside fragments and `st.rerun()` in a fragment trigger a full rerun: the lines above the
    fragment, the fragment, and the lines below it run.
    """
    app = run("fragments/what_reruns.py")
    assert [button.label for button in app.button][2:] == ["Rerun the script", "Click outside"]
    assert runs(app) == [1, 1, 1]

    app.button[3].click().run()
    assert runs(app) == [2, 2, 2]

    app.button[2].click().run()
    assert runs(app) == [3, 4, 3]  # the fragment runs after the click, too


@pytest.mark.engines("server", "live", reason="AppTest runs the whole script after a click in a fragment")
def test_what_a_fragment_rerun_runs(run):
    """A click on a button in a fragment and `st.rerun(scope="fragment")` after it rerun only the fragment: the lines
    above and below it don't run.
    """
    app = run("fragments/what_reruns.py")
    assert [button.label for button in app.button][:2] == ["Click here", "Rerun the fragment"]
    assert runs(app) == [1, 1, 1]

    app.button[0].click().run()
    assert runs(app) == [1, 2, 1]

    app.button[1].click().run()
    assert runs(app) == [1, 4, 1]


@pytest.mark.engines("server", "live", reason="AppTest runs the whole script")
def test_fragment_alone(run):
    """Without `st.rerun()`, a click on a button in a fragment reruns only the fragment: the rest of the script doesn't
    run.
    """
    app = run("fragments/like.py")
    assert texts(app) == ["Inside: 0", "Outside: 0"]

    app.button[0].click().run()
    assert texts(app) == ["Inside: 1", "Outside: 0"]


@pytest.mark.since("1.37")
def test_state_of_a_fragment(run):
    """A value that a fragment stores under a key without a widget is available in the next full rerun."""
    app = run("fragments/like.py")
    app.button[0].click().run()
    app.run()

    assert texts(app) == ["Inside: 1", "Outside: 1"]


@pytest.mark.since("1.37")
def test_rerun_in_a_fragment(run):
    """`st.rerun()` in a fragment reruns the whole script, so the rest of the page shows what the
    fragment has stored.
    """
    app = run("fragments/like_fixed.py")
    assert texts(app) == ["Inside: 0", "Outside: 0"]

    app.button[0].click().run()
    assert texts(app) == ["Inside: 1", "Outside: 1"]


@pytest.mark.since("1.63")
@pytest.mark.engines("server", "live", reason="AppTest runs the whole script")
def test_callback_that_reruns_everything(run):
    """If the callback of a widget in a fragment calls `st.rerun()`, the whole script reruns after the callback."""
    app = run("fragments/callback_reruns_all.py")
    app.checkbox("dark").check().run()
    assert texts(app) == ["dark: False, large: False"]

    app.checkbox("large").check().run()
    assert texts(app) == ["dark: True, large: True"]


@pytest.mark.engines("server", "live", reason="AppTest runs the whole script, where that scope is an error")
def test_rerun_of_a_fragment(run):
    """If a fragment reruns alone, `st.rerun(scope="fragment")` in it reruns only this fragment, from its top."""
    app = run("fragments/scope.py")
    assert texts(app) == ["Inside: 0", "Outside: 0"]

    app.button[0].click().run()
    assert not app.exception
    assert texts(app) == ["Inside: 1", "Outside: 0"]

    app.run()
    assert texts(app) == ["Inside: 1", "Outside: 1"]


@pytest.mark.engines("server", "live", reason="AppTest runs the whole script")
def test_callback_in_a_fragment(run):
    """The callback of a widget in a fragment runs before the fragment; without `st.rerun()`, the rest of the script
    doesn't run.
    """
    app = run("fragments/callback.py")
    assert texts(app) == ["script > fragment"]

    app.button[0].click().run()
    assert texts(app) == ["script > fragment > callback > fragment"]


@pytest.mark.engines("server", "live", reason="AppTest runs the whole script, with new arguments")
def test_arguments_of_a_fragment(run):
    """If only a fragment reruns, it gets the arguments that your script last passed, and the current session state."""
    app = run("fragments/argument.py")
    for count in (1, 2):
        app.button[0].click().run()
        assert texts(app) == ["Argument: 0", f"State: {count}"]

    app.run()
    assert texts(app) == ["Argument: 2", "State: 2"]


@pytest.mark.engines("server", "live", reason="AppTest runs the whole script, with a new list")
def test_arguments_are_no_copies(run):
    """The arguments of a fragment aren't copies: a list keeps what the fragment appends to it until the next full run
    passes a new list.
    """
    app = run("fragments/argument_list.py")
    app.button[0].click().run()
    app.button[0].click().run()
    assert texts(app) == ["Items: ['Tea', 'Tea']"]

    app.run()
    assert texts(app) == ["Items: []"]


@pytest.mark.engines("server", "live", reason="AppTest runs the whole script, which raises")
def test_widget_outside_of_a_fragment(run):
    """If a fragment reruns alone and assigns a value to the key of a widget outside the fragment, the widget doesn't
    change, and in the next rerun that the user triggers, the key holds the widget's value again.
    """
    app = run("fragments/fill_outside.py")
    assert texts(app) == ["Inside: nobody"]

    for rerun_fragment in (True, False):
        app.button[0].click().run()
        assert not app.exception
        assert (texts(app), app.text_input("name").value) == (["Inside: Ada"], "nobody")

        app.button[1].click().run() if rerun_fragment else app.run()
        assert (texts(app), app.text_input("name").value) == (["Inside: nobody"], "nobody")


@pytest.mark.since("1.37")
def test_widget_inside_of_a_fragment(run):
    """A callback in a fragment can assign a value to the key of a text input in the same fragment, and the text input
    shows it.
    """
    app = run("fragments/fill_outside_fixed.py")
    assert texts(app) == ["Inside: nobody"]

    app.button[0].click().run()
    assert texts(app) == ["Inside: Ada"]
    assert app.text_input("name").value == "Ada"


@pytest.mark.engines("server", reason="AppTest does not wait")
def test_run_every(run):
    """A fragment with `run_every` reruns automatically and keeps what it stored; the rest of the
    script doesn't run.
    """
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
    """Without `st.rerun()` or `st.switch_page`, changing a widget in a dialog reruns only the dialog: the dialog stays
    open, and the page behind it doesn't change.
    """
    app = run("fragments/dialog.py")
    save_ada(app)

    assert titles(app) == ["Your name"]
    assert app.text_input("draft").value == "Ada"
    assert texts(app) == ["Name: None", "Draft: Bob"]


@pytest.mark.engines("server", "live", reason="AppTest runs the whole script, which closes the dialog")
def test_state_after_a_dialog(run):
    """By default, the key of a dialog's widget stays in `st.session_state` until a full run reaches the end of the
    script without rendering the dialog; a value that the dialog stored under a separate key is kept after that, too.
    """
    app = run("fragments/dialog.py")
    save_ada(app)
    app.button[1].click().run()
    assert texts(app) == ["Name: Ada", "Draft: Ada"]

    app.run()
    assert texts(app) == ["Name: Ada", "Draft: None"]


@pytest.mark.engines("server", "live", reason="AppTest runs the whole script, which closes the dialog")
def test_rerun_in_a_dialog(run):
    """`st.rerun()` in a dialog reruns the whole script, and closes the dialog unless this run opens it again."""
    app = run("fragments/dialog.py")
    save_ada(app)
    app.button[1].click().run()

    assert not titles(app)
    assert texts(app) == ["Name: Ada", "Draft: Ada"]


def create_report(app):
    app.button[0].click().run()
    assert titles(app) == ["Report"]
    app.page.get_by_role("button", name="Create", exact=True).click()


@pytest.mark.engines("server", reason="AppTest shows a run when it is over")
def test_slow_code_in_a_dialog(run):
    """If slow code runs in a dialog before `st.rerun()`, the dialog stays open until the code has finished or the user
    dismisses it.
    """
    app = run("fragments/slow_in_dialog.py")
    create_report(app)
    app.page.get_by_role("dialog").get_by_text("working", exact=True).wait_for()
    assert app.page.get_by_text("Report: done", exact=True).count() == 0

    app.page.get_by_text("Report: done", exact=True).wait_for()
    app.page.get_by_role("dialog").wait_for(state="detached")

    app = run("fragments/slow_in_dialog.py")
    create_report(app)
    app.page.get_by_role("dialog").get_by_text("working", exact=True).wait_for()
    app.page.keyboard.press("Escape")
    app.page.get_by_role("dialog").wait_for(state="detached")
    assert app.page.get_by_text("Report: done", exact=True).count() == 0


@pytest.mark.since("1.64")
@pytest.mark.engines("server", reason="AppTest shows a run when it is over")
def test_slow_code_below_a_dialog(run):
    """If a dialog only stores that work is wanted and calls `st.rerun()`, and the script does the work, the dialog is
    already closed while the work is running.
    """
    app = run("fragments/slow_in_dialog_fixed.py")
    create_report(app)
    app.page.get_by_text("working", exact=True).wait_for()
    app.page.get_by_role("dialog").wait_for(state="detached")
    assert app.page.get_by_text("Report: done", exact=True).count() == 0

    app.page.get_by_text("Report: done", exact=True).wait_for()


@pytest.mark.engines("server", "live", reason="AppTest runs the whole script, which closes the dialog")
def test_dialog_that_opens_again(run):
    """By default, if `st.rerun()` closes a dialog and the run that follows reaches the end of the script, the dialog's
    widgets reset to their defaults.
    """
    app = run("fragments/dialog.py")
    save_ada(app)
    app.button[1].click().run()

    app.button[0].click().run()
    assert app.text_input("draft").value == "Bob"


@pytest.mark.engines("server", "live", reason="AppTest has no Escape key")
def test_dismissed_dialog_that_opens_again(run):
    """If the user dismisses a dialog and the next run opens it again, its widgets keep what the user entered."""
    app = run("fragments/dialog.py")
    save_ada(app)
    app.dismiss()
    app.button[0].click().run()

    assert titles(app) == ["Your name"]
    assert app.text_input("draft").value == "Ada"


@pytest.mark.engines("server", "live", reason="AppTest runs the whole script")
def test_return_value_of_a_fragment(run):
    """If a fragment isn't parallel, its return value comes from your script's last call, even if the fragment has rerun
    since then.
    """
    app = run("fragments/return_value.py")
    app.text_input[0].set_value("M").run()
    assert texts(app) == ["Returned: S, state: S"]

    app.run()
    assert texts(app) == ["Returned: M, state: M"]


@pytest.mark.engines("server", "live", reason="AppTest runs the whole script")
def test_nested_fragments(run):
    """Without `st.rerun()`, a click in an inner fragment reruns only the inner fragment; a click in the outer fragment
    reruns both.
    """
    app = run("fragments/nested.py")
    assert texts(app) == ["outer > inner"]
    app.button[1].click().run()
    assert texts(app) == ["outer > inner"]

    app.button[0].click().run()
    assert texts(app) == ["outer > inner > inner > outer > inner"]


@pytest.mark.engines("server", "live", reason="AppTest runs the whole script")
def test_error_in_a_fragment(run):
    """If the code of a fragment raises an exception while only the fragment reruns, the exception is shown in the place
    of the fragment, and the rest of the page stays.
    """
    app = run("fragments/error_inside.py")
    app.button[0].click().run()

    assert (app.exception[0].proto.type, app.exception[0].message) == ("ZeroDivisionError", "division by zero")
    assert texts(app) == ["Outside: 1"]


@pytest.mark.since("1.37")
def test_widget_that_its_fragment_does_not_draw(run):
    """By default, if a fragment stops rendering a keyed widget, the key is still there during the first rerun of the
    fragment that reaches its end without the widget, and is missing in the next one.
    """
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
    """`st.rerun("clock")` in a callback reruns only the fragment with the key `"clock"`."""
    app = run("fragments/keyed.py")
    assert texts(app) == ["Inside: 1", "Outside: 1"]

    app.button[0].click().run()
    assert texts(app) == ["Inside: 2", "Outside: 1"]


@pytest.mark.since("1.37")
def test_names_of_the_decorators(run):
    """`st.fragment` and `st.dialog` were added in 1.37."""
    app = run("fragments/names.py")

    assert texts(app)[:2] == ["fragment: True", "dialog: True"]


@pytest.mark.since("1.34")
@pytest.mark.until("1.48")
def test_experimental_names_of_the_decorators(run):
    """`st.experimental_fragment` and `st.experimental_dialog` were available from 1.34 to 1.48."""
    app = run("fragments/names.py")

    assert texts(app)[2:] == ["experimental_fragment: True", "experimental_dialog: True"]


@pytest.mark.since("1.49")
def test_end_of_the_experimental_names(run):
    """In 1.49, the experimental names were removed; `st.fragment` and `st.dialog` remain."""
    app = run("fragments/names.py")

    assert texts(app)[:2] == ["fragment: True", "dialog: True"]
    assert texts(app)[2:] == ["experimental_fragment: False", "experimental_dialog: False"]


@pytest.mark.since("1.37")
def test_two_dialogs(run):
    """If a run opens two dialogs, it shows the first one, and raises an error at the second."""
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
    """If an input in a dialog takes its default from the saved value, it shows this value when the dialog opens again
    after a save.
    """
    app = run("fragments/dialog_prefilled.py")
    app.button[0].click().run()
    assert titles(app) == ["Your name"]
    assert app.text_input[0].value == "Ann"
    app.text_input[0].set_value("Eve").run()
    app.button[1].click().run()
    assert texts(app) == ["Name: Eve"]

    app.button[0].click().run()
    assert app.text_input[0].value == "Eve"


def rename_ann_dismiss_and_rename_bob(app):
    """Open the dialog for the first row, type, dismiss it, open it for the second row, and return what it shows."""
    app.button[0].click().run()
    assert app.text_input[0].value == "Ann"
    app.text_input[0].set_value("Eve").run()
    app.dismiss()
    app.button[1].click().run()
    return app.text_input[0].value


@pytest.mark.engines("server", "live", reason="AppTest has no Escape key")
def test_dialog_for_items_with_one_key(run):
    """By default, if a dialog's input has the same key for every item, and the user dismisses the dialog and
    immediately opens it for another item, the dialog shows the text of the first item and saves it in the second one.
    """
    app = run("fragments/dialog_items.py")
    assert rename_ann_dismiss_and_rename_bob(app) == "Eve"
    app.button[2].click().run()

    assert texts(app) == ["Names: ['Ann', 'Eve']"]


@pytest.mark.engines("server", "live", reason="AppTest has no Escape key")
def test_dialog_for_items_with_a_key_for_each(run):
    """If the key contains the item's ID, the dialog shows and saves the item for which it was opened."""
    app = run("fragments/dialog_items_fixed.py")
    assert rename_ann_dismiss_and_rename_bob(app) == "Bob"
    app.button[2].click().run()

    assert texts(app) == ["Names: ['Ann', 'Bob']"]


@pytest.mark.engines("server", "live", reason="AppTest has no Escape key")
def test_dismissed_dialog(run):
    """By default, dismissing a dialog doesn't trigger a rerun: the key still holds what the user entered, until a full
    run reaches the end of the script without rendering the dialog.
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
    """With `on_dismiss="rerun"`, dismissing a dialog that isn't opened in a fragment reruns the script, so the page
    shows what the dialog has stored.
    """
    app = run("fragments/dismiss_reruns.py")
    app.button[0].click().run()
    app.text_input[0].set_value("Ada").run()
    assert titles(app) == ["Your name"]
    assert texts(app) == ["Name: Bob"]

    app.dismiss().run()
    assert not titles(app)
    assert texts(app) == ["Name: Ada"]


def enter_and_dismiss(app):
    app.button[0].click().run()
    assert titles(app) == ["Your name"]
    app.text_input[0].set_value("Ada").run()
    assert texts(app) == ["Inside: Bob", "Outside: None"]
    app.dismiss().run()
    return texts(app)


@pytest.mark.engines("server", "live", reason="AppTest has no Escape key")
def test_rerun_on_dismiss_in_a_fragment(run):
    """If a fragment opens a dialog with `on_dismiss="rerun"`, dismissing the dialog reruns only the fragment."""
    assert enter_and_dismiss(run("fragments/dismiss_in_fragment.py")) == ["Inside: Ada", "Outside: None"]


@pytest.mark.since("1.63")
@pytest.mark.engines("server", "live", reason="AppTest has no Escape key")
def test_full_rerun_on_dismiss_in_a_fragment(run):
    """If a fragment opens a dialog with `on_dismiss=st.rerun`, dismissing the dialog reruns the whole script."""
    assert enter_and_dismiss(run("fragments/dismiss_in_fragment_fixed.py")) == ["Inside: Ada", "Outside: Ada"]


def open_and_dismiss(app):
    assert not titles(app)
    app.button[0].click().run()
    assert titles(app) == ["Your name"]
    app.dismiss()
    app.button[1].click().run()


@pytest.mark.engines("server", "live", reason="AppTest has no Escape key")
def test_dialog_that_is_open_by_state(run):
    """If the script opens a dialog whenever a value in session state is true, the dialog comes back with the next full
    rerun after the user dismisses it.
    """
    app = run("fragments/dismissed_flag.py")
    open_and_dismiss(app)

    assert titles(app) == ["Your name"]
    assert app.text_input[0].label == "Name"


@pytest.mark.engines("server", "live", reason="AppTest has no Escape key")
def test_callback_on_dismiss(run):
    """A callback passed as `on_dismiss` can reset the value that keeps a dialog open."""
    app = run("fragments/dismissed_flag_fixed.py")
    open_and_dismiss(app)

    assert not titles(app)


@pytest.mark.engines("server", "live", reason="AppTest has no Escape key")
def test_dialog_that_cannot_be_dismissed(run):
    """With `dismissible=False`, the Escape key doesn't close a dialog; `st.rerun()` in the dialog closes it unless the
    next run opens it again.
    """
    app = run("fragments/not_dismissible.py")
    assert titles(app) == ["Terms"]
    app.dismiss()
    app.button[1].click().run()

    assert not titles(app)
    assert texts(app) == ["Accepted: True"]
    assert [button.label for button in app.button] == ["Refresh"]


@pytest.mark.engines("server", "live", reason="AppTest loses the page that the dialog opens")
def test_dialog_and_page(run):
    """`st.switch_page` in a dialog closes the dialog and opens the page, which finds what the dialog has stored."""
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
    """Until the next full rerun, a fragment keeps rerunning automatically even if it changes the value that its own
    `run_every` comes from.
    """
    app = run("fragments/toggle_inside.py")
    app.checkbox("live").uncheck().run()
    before = ticks(app)

    app.wait_for_rerun()
    assert ticks(app) > before
    assert app.checkbox("live").value is False


@pytest.mark.engines("server", reason="AppTest does not wait")
def test_run_every_from_outside(run):
    """A full rerun that gives a fragment `run_every=None` stops it, and one that gives it a
    number starts it again.
    """
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


def appears(app, text):
    """Wait until the page shows a text."""
    element = app.page.get_by_text(text, exact=True)
    element.wait_for()
    return element.is_visible()


def start(app):
    """Click Start, and wait until the job has begun."""
    app.page.get_by_role("button", name="Start", exact=True).click()
    assert appears(app, "Step 2")


@pytest.mark.engines("server", reason="AppTest waits for the end of a run")
def test_click_in_a_fragment_waits(run):
    """A click in a fragment doesn't interrupt a run of the script: the run finishes first, and if it renders the
    fragment and doesn't end with `st.stop()`, the callback and the fragment run next.
    """
    app = run("fragments/interrupt.py")
    start(app)
    app.page.get_by_role("button", name="Inside", exact=True).click()

    assert appears(app, "Events: ['job done', 'callback']")


@pytest.mark.engines("server", reason="AppTest waits for the end of a run")
def test_click_in_a_fragment_before_a_stop(run):
    """If a run of the script ends with `st.stop()`, a click on a button in a fragment during that run is lost: its
    callback isn't called.
    """
    app = run("fragments/stopped_run.py")
    start(app)
    app.page.get_by_role("button", name="Inside", exact=True).click()
    assert appears(app, "Nothing to show")

    app.run()
    assert texts(app) == ["Events: ['job done']"]
    app.button[0].click().run()
    app.run()
    assert texts(app) == ["Events: ['job done', 'callback']"]


@pytest.mark.engines("server", reason="AppTest waits for the end of a run")
def test_clicks_in_a_fragment_count_once(run):
    """If the user clicks a button in a fragment several times during a run of the script, its
    callback runs only once.
    """
    app = run("fragments/interrupt.py")
    start(app)
    button = app.page.get_by_role("button", name="Inside", exact=True)
    button.evaluate("button => { for (let click = 0; click < 3; click++) button.click() }")
    assert appears(app, "Events: ['job done', 'callback']")

    app.run()
    assert texts(app) == ["Events: ['job done', 'callback']"]


@pytest.mark.engines("server", reason="AppTest waits for the end of a run")
def test_click_outside_of_fragments_ends_the_run(run):
    """A click on a button outside fragments interrupts a run of the script, so the code after
    that point doesn't run.
    """
    app = run("fragments/interrupt.py")
    start(app)
    app.button[1].click().run()
    app.run()

    assert texts(app) == ["Events: []"]
    assert not app.caption


@pytest.mark.engines("server", reason="AppTest waits for the end of a run")
def test_stop_button_in_a_fragment(run):
    """A Stop button in the fragment that does the work doesn't stop the work: the fragment finishes first."""
    app = run("fragments/interrupt_job_inside.py")
    start(app)
    app.page.get_by_role("button", name="Stop", exact=True).click()

    assert appears(app, "Result: done")


@pytest.mark.engines("server", reason="AppTest waits for the end of a run")
def test_click_outside_ends_the_run_of_a_fragment(run):
    """A click on a button outside fragments interrupts the rerun of a fragment, too."""
    app = run("fragments/interrupt_job_inside.py")
    start(app)
    app.button[0].click().run()
    app.run()

    assert texts(app) == ["Result: None"]
    assert not app.caption


@pytest.mark.engines("server", reason="AppTest does not wait")
def test_run_every_waits(run):
    """A fragment with `run_every` waits while the script is running."""
    app = run("fragments/clock_waits.py")
    start(app)

    assert appears(app, "Ticks during the job: 0")


@pytest.mark.engines("server", "live", reason="AppTest runs the whole script")
def test_two_fragments(run):
    """When one fragment reruns, the fragments outside it don't update, even if they show a value that the first one has
    changed.
    """
    app = run("fragments/two.py")
    app.button[0].click().run()
    assert texts(app) == ["Items: 0"]

    app.run()
    assert texts(app) == ["Items: 1"]


@pytest.mark.since("1.63")
@pytest.mark.engines("server", reason="AppTest shows the fragment alone")
def test_one_fragment_runs_another(run):
    """If a callback in one fragment calls `st.rerun` with the key of another fragment, the other fragment reruns and
    shows what the callback has stored.
    """
    app = run("fragments/two_fixed.py")
    app.button[0].click().run()
    assert texts(app) == ["Items: 1"]

    app.button[0].click().run()
    assert texts(app) == ["Items: 2"]


@pytest.mark.since("1.37")
def test_fragment_outside_of_an_app(run):
    """Outside a running app, a function with `@st.fragment` returns `None`, and its `__wrapped__` is the original
    function.
    """
    app = run("fragments/called_in_a_test")

    assert [text.strip() for text in texts(app)] == ["in the app: 6", "called: None, unwrapped: 6"]


@pytest.mark.since("1.58")
@pytest.mark.engines("apptest", "server", reason="in the page, one fragment runs after another")
def test_script_does_not_wait_for_a_parallel_fragment(run):
    """The script doesn't wait for a parallel fragment: the call returns `None`, and the line directly below the call
    doesn't find what a slow fragment stores until the next full rerun.
    """
    app = run("fragments/parallel_result.py")
    assert texts(app) == ["Returned: None, state: None"]

    app.run()
    assert texts(app) == ["Returned: None, state: 5"]


def load_and_refresh(app):
    """Return how many queries the page says are loaded after a rerun."""
    assert sorted(texts(app)) == ["Costs", "Loaded: 0", "Sales", "Staff"]
    app.run()
    return texts(app)[0]


@pytest.mark.since("1.58")
@pytest.mark.engines("apptest", "server", reason="in the page, one fragment runs after another")
def test_parallel_fragments_lose_changes(run):
    """If three parallel fragments read a counter, wait, and then add 1 to what they have read, the counter increases
    only by 1.
    """
    assert load_and_refresh(run("fragments/parallel.py")) == "Loaded: 1"


@pytest.mark.since("1.58")
def test_parallel_fragments_with_a_key_for_each(run):
    """If each parallel fragment stores its result under a separate key, no result is lost."""
    assert load_and_refresh(run("fragments/parallel_fixed.py")) == "Loaded: 3"


@pytest.mark.since("1.58")
def test_error_in_a_parallel_fragment(run):
    """An exception in a parallel fragment doesn't end the script: the lines below the call run, and the exception is
    shown in the place of the fragment.
    """
    app = run("fragments/parallel_error.py")
    assert [element.type for element in app.main][-2:] == ["exception", "text"]
    assert texts(app) == ["below the fragment"]


@pytest.mark.engines("server", reason="AppTest cannot click while the script runs")
@pytest.mark.since("1.37")
def test_two_buttons_in_a_fragment(run):
    """If the user clicks two buttons in a fragment while the script is running, both return `True` in the fragment's
    next rerun.
    """
    app = run("fragments/two_clicks.py")
    app.page.get_by_role("button", name="Start", exact=True).click()
    app.page.locator("[data-test-script-state=running]").wait_for()
    for name in ("Yes", "No"):
        app.page.get_by_role("button", name=name, exact=True).click()
    app.page.get_by_text("No: True").wait_for()

    assert app.page.get_by_test_id("stText").all_inner_texts() == ["Yes: True", "No: True"]
