import pytest


def texts(app):
    return [text.value for text in app.text]


def test_key_above_the_button(run):
    """In the run of a click `st.session_state` has `True` under the button's key from the first line on,
    in the next run `False`.
    """
    app = run("buttons/key_above.py")
    assert texts(app) == ["above: None", "returned: False"]

    app.button[0].click().run()
    assert texts(app) == ["above: True", "returned: True"]
    app.run()
    assert texts(app) == ["above: False", "returned: False"]


def test_which_button(run):
    """Of several buttons outside forms only the one clicked last returns `True`: one answer takes back the other."""
    app = run("buttons/which_button.py")
    app.button[0].click().run()
    assert texts(app) == ["Yes: True", "No: False"]
    app.button[1].click().run()
    assert texts(app) == ["Yes: False", "No: True"]


def write_note(app):
    assert (texts(app), len(app.text_input)) == (["note: None"], 0)
    app.button[0].click().run()
    assert (texts(app), len(app.text_input)) == (["note: None"], 1)
    app.text_input[0].set_value("buy tea").run()
    return texts(app), len(app.text_input)


def test_input_under_a_button(run):
    """An input under `if st.button(...)` disappears with the first entry, which never reaches the code below it."""
    assert write_note(run("buttons/input_under_button.py")) == (["note: None"], 0)


def test_input_under_a_flag(run):
    """An input under a flag that the button's callback stores stays, and what is typed into it is used."""
    assert write_note(run("buttons/input_under_button_fixed.py")) == (["note: buy tea"], 1)


def test_toggle_instead_of_a_button(run):
    """What stands under `if st.toggle(...)` stays when another widget changes, until the toggle is turned off."""
    app = run("buttons/toggle.py")
    assert texts(app) == []
    app.toggle[0].set_value(True).run()
    app.checkbox[0].check().run()
    assert texts(app) == ["the details"]
    app.toggle[0].set_value(False).run()
    assert texts(app) == []


def test_show_and_hide(run):
    """A button whose callback turns a flag over shows and hides by turns, and its label says at once
    what the next click does.
    """
    app = run("buttons/show_and_hide.py")
    seen = [(app.button[0].label, texts(app))]
    for _ in range(2):
        app.button[0].click().run()
        seen.append((app.button[0].label, texts(app)))

    hidden, shown = ("Show the details", []), ("Hide the details", ["the details"])
    assert seen == [hidden, shown, hidden]


def test_label_one_run_behind(run):
    """A label made from what the button's own `if` block changes is one run behind."""
    app = run("buttons/label_behind.py")
    assert (app.button[0].label, texts(app)) == ("Show the details", [])
    app.button[0].click().run()
    assert (app.button[0].label, texts(app)) == ("Show the details", ["the details"])
    app.run()
    assert (app.button[0].label, texts(app)) == ("Hide the details", ["the details"])


def test_new_label_without_a_key(run):
    """A button without a key returns `False` in the run of its click when its callback changes its label:
    it is another button then.
    """
    app = run("buttons/new_label.py")
    app.button[0].click().run()

    assert app.button[0].label == "Like (1)"
    assert texts(app) == ["clicks: 1", "returned: False"]


def test_steps(run):
    """A step kept as a number in session state stays when another widget changes; the buttons go on and back."""
    app = run("buttons/steps.py")
    assert (texts(app), labels(app)) == (["step 1 of 3"], ["Next"])
    app.button[0].click().run()
    app.checkbox[0].check().run()
    assert (texts(app), labels(app)) == (["step 2 of 3"], ["Back", "Next"])
    app.button[1].click().run()
    assert (texts(app), labels(app)) == (["step 3 of 3"], ["Back"])
    app.button[0].click().run()
    assert (texts(app), labels(app)) == (["step 2 of 3"], ["Back", "Next"])


def labels(app):
    return [button.label for button in app.button]


def test_are_you_sure(run):
    """With the open question in session state, the first click only asks, `No` leaves all as it was
    and `Yes` acts; both take the question away.
    """
    app = run("buttons/are_you_sure.py")
    kept = "files: ['a.csv', 'b.csv']"
    for answer, left in ((2, kept), (1, "files: []")):
        assert (texts(app), labels(app)) == ([kept], ["Delete all"])
        app.button[0].click().run()
        assert (texts(app), labels(app)) == ([kept, "Are you sure?"], ["Delete all", "Yes", "No"])
        app.button[answer].click().run()
        assert (texts(app), labels(app)) == ([left], ["Delete all"])


def test_add_inputs(run):
    """A number in session state says how many inputs there are: each click adds one, and the others keep
    what was typed.
    """
    app = run("buttons/add_inputs.py")
    app.text_input("name_0").set_value("Ada").run()
    app.button[0].click().run()
    app.text_input("name_1").set_value("Bob").run()
    app.button[0].click().run()

    assert texts(app) == ["names: ['Ada', 'Bob', '']"]


def remove_first(app, keys):
    """Type a name for each row, and remove the first row."""
    for key, name in zip(keys, ("Ada", "Bob", "Eve"), strict=True):
        app.text_input(f"name_{key}").set_value(name).run()
    assert texts(app) == ["a: Ada", "b: Bob", "c: Eve"]
    app.button(f"remove_{keys[0]}").click().run()
    return texts(app)


def test_remove_a_row_by_position(run):
    """With the position in the key, removing the first row takes away what was typed in the last."""
    assert remove_first(run("buttons/remove_a_row.py"), "012") == ["b: Ada", "c: Bob"]


def test_remove_a_row_by_id(run):
    """With an id of the row in the key, removing a row takes away what was typed in it, and nothing else."""
    assert remove_first(run("buttons/remove_a_row_fixed.py"), "abc") == ["b: Bob", "c: Eve"]


def remove_tea(app):
    assert texts(app) == ["tea", "milk", "rice"]
    app.button[0].click().run()
    return texts(app)


def test_remove_in_the_loop(run):
    """A row removed under `if st.button(...)` in the loop over the rows is still drawn in that run,
    and the row after it is not.
    """
    app = run("buttons/remove_in_the_loop.py")
    assert remove_tea(app) == ["tea", "rice"]
    app.run()
    assert texts(app) == ["milk", "rice"]


def test_remove_in_a_callback(run):
    """A row removed by the button's callback is gone in the run of the click, and all others are drawn."""
    assert remove_tea(run("buttons/remove_in_the_loop_fixed.py")) == ["milk", "rice"]


@pytest.mark.since("1.61")
def test_disabled_one_run_late(run):
    """A button disabled by what its own `if` block stores looks enabled after the click;
    a second click only disables it.
    """
    app = run("buttons/send_once.py")
    app.button[0].click().run()
    assert (app.button[0].disabled, texts(app)) == (False, ["sent: ['order']"])
    app.button[0].click().run()
    assert (app.button[0].disabled, texts(app)) == (True, ["sent: ['order']"])


@pytest.mark.until("1.60")
def test_disabled_one_run_late_sent_twice(run):
    """Up to 1.60 a button disabled by what its own `if` block stores works for a second click."""
    app = run("buttons/send_once.py")
    app.button[0].click().run()
    app.button[0].click().run()
    assert (app.button[0].disabled, texts(app)) == (True, ["sent: ['order', 'order']"])


def test_disabled_by_its_callback(run):
    """A button disabled by what its callback stores is disabled in the run of the click already."""
    app = run("buttons/send_once_fixed.py")
    assert not app.button[0].disabled
    app.button[0].click().run()

    assert (app.button[0].disabled, texts(app)[0]) == (True, "sent: ['order']")


@pytest.mark.since("1.61")
def test_disabled_button_returns_false(run):
    """A button that its callback disables returns `False` in the run of the click."""
    app = run("buttons/send_once_fixed.py")
    app.button[0].click().run()

    assert texts(app) == ["sent: ['order']", "returned: False"]


@pytest.mark.until("1.60")
def test_disabled_button_returned_true(run):
    """Up to 1.60 a button that its callback disables returns `True` in the run of the click."""
    app = run("buttons/send_once_fixed.py")
    app.button[0].click().run()

    assert texts(app) == ["sent: ['order']", "returned: True"]


def start(app):
    """Click Start and do not wait for the end of the run."""
    app.page.get_by_role("button", name="Start", exact=True).click()


def test_busy(run):
    """A job that a flag starts below its button, and that takes the flag away, leaves the button ready for the next."""
    app = run("buttons/busy.py")
    for done in (1, 2):
        app.button[0].click().run()
        assert (app.button[0].disabled, texts(app)) == (False, [f"done: {done}"])


@pytest.mark.engines("server", reason="AppTest shows a run when it is over")
def test_disabled_while_busy(run):
    """While such a job runs, its button is disabled."""
    app = run("buttons/busy.py")
    start(app)
    app.page.locator("button:disabled", has_text="Start").wait_for()
    app.wait_for_rerun()

    assert (app.button[0].disabled, texts(app)) == (False, ["done: 1"])


def test_agree(run):
    """A button above a checkbox follows it at once when it reads the checkbox's key."""
    app = run("buttons/agree.py")
    assert app.button[0].disabled
    app.checkbox[0].check().run()
    assert not app.button[0].disabled


@pytest.mark.apptest_since("1.61", reason="AppTest shows what was drawn before st.rerun too")
def test_rerun_under_a_button(run):
    """`st.rerun()` under `if st.button(...)` runs the script once more, with the button `False`:
    text above the button is new, and what was drawn before the rerun is gone.
    """
    app = run("buttons/saved_message.py")
    assert texts(app) == ["saved: 0"]
    for saved in (1, 2):
        app.button[0].click().run()
        assert texts(app) == [f"saved: {saved}"]


@pytest.mark.engines("server", reason="AppTest waits for the end of a run")
def test_long_job_is_cut_off(run):
    """A job under `if st.button(...)` is cut off when another widget changes, and its result is never stored."""
    app = run("buttons/long_job.py")
    start(app)
    app.page.get_by_text("1 %", exact=True).wait_for()
    app.checkbox[0].check().run()

    assert (texts(app), app.checkbox[0].value, len(app.caption)) == (["result: None"], True, 0)


def tick_while_it_works(app):
    """Tick the checkbox during the job, and press R until the job has come to its end."""
    start(app)
    app.page.get_by_text("working", exact=True).wait_for()
    app.checkbox[0].check().run()
    assert texts(app)[0] == "jobs: []"
    for _ in range(20):
        if texts(app)[0] != "jobs: []":
            break
        app.run()
    return texts(app)


@pytest.mark.engines("server", reason="AppTest waits for the end of a run")
def test_result_is_lost(run):
    """When another widget changes during a long call, the call comes to its end, and a line below it that stores
    something in `st.session_state` does not.
    """
    _, result = tick_while_it_works(run("buttons/lost_result.py"))
    assert result == "result: None"


@pytest.mark.engines("server", reason="AppTest waits for the end of a run")
def test_result_is_kept(run):
    """What goes after the long call into a list that was taken out of session state before it is kept."""
    jobs, _ = tick_while_it_works(run("buttons/lost_result.py"))
    assert jobs == "jobs: ['ended']"


@pytest.mark.engines("server", reason="AppTest waits for the end of a run")
def test_second_click_begins_again(run):
    """A second click during the job of the first calls the callback again and begins the job again;
    the first job is cut off.
    """
    app = run("buttons/count_clicks.py")
    for clicks in ("clicks: 1", "clicks: 2"):
        start(app)
        app.page.get_by_text(clicks, exact=True).wait_for()
    app.wait_for_rerun()

    assert texts(app) == ["clicks: 2", "jobs: ['ended']"]


@pytest.mark.engines("server", reason="AppTest clicks on no disabled button")
def test_enabled_by_text(run):
    """A click on a button that is disabled until a text is entered, made while typing, only ends the entry:
    it takes a second click.
    """
    app = run("buttons/enabled_by_text.py")
    app.page.get_by_role("textbox").fill("Ada")
    app.page.get_by_role("button", name="Greet", exact=True).click(force=True)
    app.wait_for_rerun()
    assert (app.button[0].disabled, texts(app)) == (False, [])

    app.button[0].click().run()
    assert texts(app) == ["Hello Ada"]


def clicked(app, name):
    with app.page.expect_download():
        app.page.get_by_role("button", name=name, exact=True).click()


@pytest.mark.engines("server", reason="AppTest downloads nothing")
def test_download_runs_the_script(run):
    """A click on `st.download_button` reruns the script."""
    app = run("buttons/download.py")
    clicked(app, "Download")
    app.wait_for_rerun()

    assert texts(app) == ["runs: 2"]


@pytest.mark.engines("server", reason="AppTest downloads nothing")
def test_quiet_download(run):
    """A click on `st.download_button(..., on_click="ignore")` or on `st.link_button` reruns nothing."""
    app = run("buttons/download.py")
    clicked(app, "Quietly")
    app.open_link("Open").close()
    app.run()

    assert texts(app) == ["runs: 2"]
