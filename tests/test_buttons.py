import pytest


def texts(app):
    return [text.value for text in app.text]


def test_key_above_the_button(run):
    """When a user clicks an `st.button` that every run renders, the button's key is `True` in `st.session_state` from
    the first line of the rerun on, and `False` in the next run.
    """
    app = run("buttons/key_above.py")
    assert texts(app) == ["above: None", "returned: False"]

    app.button[0].click().run()
    assert texts(app) == ["above: True", "returned: True"]
    app.run()
    assert texts(app) == ["above: False", "returned: False"]


def test_which_button(run):
    """Outside forms and fragments, only the button that was clicked last returns `True`: a click on one button makes
    the others return `False`.
    """
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
    """Outside fragments and dialogs, an input inside `if st.button(...)` disappears in the rerun that the user's change
    triggers, and the code inside the `if` never gets the new value.
    """
    assert write_note(run("buttons/input_under_button.py")) == (["note: None"], 0)


def test_input_under_a_flag(run):
    """If the button's callback sets a flag and your script renders the input while the flag is set, the input stays,
    and your script gets its value.
    """
    assert write_note(run("buttons/input_under_button_fixed.py")) == (["note: buy tea"], 1)


@pytest.mark.engines("server", "live", reason="AppTest reruns the whole script when an input in a dialog changes")
def test_input_in_a_dialog(run):
    """If `if st.button(...)` opens a dialog, an input in the dialog stays when the user changes it, and a button in the
    dialog can save its value.
    """
    app = run("buttons/input_in_dialog.py")
    app.button[0].click().run()
    app.text_input[0].set_value("buy tea").run()
    assert (texts(app), app.text_input[0].value) == (["note: None"], "buy tea")
    app.button[1].click().run()
    assert (texts(app), len(app.text_input)) == (["note: buy tea"], 0)


def test_toggle_instead_of_a_button(run):
    """Outside forms, elements inside `if st.toggle(...)` or `if st.checkbox(...)` stay when the user clicks something
    else, and disappear when the user turns the toggle off or unchecks the checkbox.
    """
    app = run("buttons/toggle.py")
    assert texts(app) == []
    app.toggle[0].set_value(True).run()
    app.checkbox[0].check().run()
    app.button[0].click().run()
    assert texts(app) == ["the details", "the notes"]
    app.toggle[0].set_value(False).run()
    assert texts(app) == ["the notes"]
    app.checkbox[0].uncheck().run()
    assert texts(app) == []


def test_show_and_hide(run):
    """If a button's callback inverts a flag, the button alternately shows and hides an element, and its label
    immediately says what the next click does.
    """
    app = run("buttons/show_and_hide.py")
    seen = [(app.button[0].label, texts(app))]
    for _ in range(2):
        app.button[0].click().run()
        seen.append((app.button[0].label, texts(app)))

    hidden, shown = ("Show the details", []), ("Hide the details", ["the details"])
    assert seen == [hidden, shown, hidden]


def test_label_one_run_behind(run):
    """If a button's label depends on a value that the button's own `if` block changes without calling `st.rerun()`, the
    label is one run behind.
    """
    app = run("buttons/label_behind.py")
    assert (app.button[0].label, texts(app)) == ("Show the details", [])
    app.button[0].click().run()
    assert (app.button[0].label, texts(app)) == ("Show the details", ["the details"])
    app.run()
    assert (app.button[0].label, texts(app)) == ("Hide the details", ["the details"])


def test_new_label_without_a_key(run):
    """If a button has no key and its callback changes its label, the button returns `False` in the run of the click."""
    app = run("buttons/new_label.py")
    app.button[0].click().run()

    assert app.button[0].label == "Like (1)"
    assert texts(app) == ["clicks: 1", "returned: False"]


@pytest.mark.since("1.50")
def test_new_label_with_a_key(run):
    """If a button has a key, it returns `True` in the run of the click even if its callback changes its label."""
    app = run("buttons/new_label_fixed.py")
    app.button[0].click().run()

    assert app.button[0].label == "Like (1)"
    assert texts(app) == ["clicks: 1", "returned: True"]


@pytest.mark.until("1.49")
def test_new_label_with_a_key_before(run):
    """In 1.49 and earlier, a button whose callback changed its label returned `False` in the run of the click, even
    with a key.
    """
    app = run("buttons/new_label_fixed.py")
    app.button[0].click().run()

    assert texts(app) == ["clicks: 1", "returned: False"]


def test_steps(run):
    """If the number of the current step is stored in session state, the step stays when another widget changes, and
    buttons move to the next and the previous step.
    """
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
    """If the open question is stored in session state, the first click only asks, `Yes` acts, `No` changes nothing, and
    both answers remove the question.
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
    """If the number of inputs is stored in session state, each click adds an input, and the other inputs keep their
    values.
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
    """If the widget keys contain the row's position, removing the first row deletes the text of the last row."""
    assert remove_first(run("buttons/remove_a_row.py"), "012") == ["b: Ada", "c: Bob"]


def test_remove_a_row_by_id(run):
    """If the widget keys contain the row's ID, removing a row deletes only the text of that row."""
    assert remove_first(run("buttons/remove_a_row_fixed.py"), "abc") == ["b: Bob", "c: Eve"]


def remove_tea(app):
    assert texts(app) == ["tea", "milk", "rice"]
    app.button[0].click().run()
    return texts(app)


def test_remove_in_the_loop(run):
    """If `if st.button(...)` removes a row from a list inside the loop over this list without calling `st.rerun()`, the
    removed row is still displayed in that run, and the row after it is skipped.
    """
    app = run("buttons/remove_in_the_loop.py")
    assert remove_tea(app) == ["tea", "rice"]
    app.run()
    assert texts(app) == ["milk", "rice"]


def test_remove_in_a_callback(run):
    """If the button's callback removes the row, the row is gone in the run of the click, and all other rows are
    displayed.
    """
    assert remove_tea(run("buttons/remove_in_the_loop_fixed.py")) == ["milk", "rice"]


def test_remove_and_rerun(run):
    """If `if st.button(...)` removes a row from a list inside the loop over this list and then calls `st.rerun()`, the
    row is gone after the click, and all other rows are displayed.
    """
    assert remove_tea(run("buttons/remove_in_the_loop_rerun.py")) == ["milk", "rice"]


@pytest.mark.since("1.61")
def test_disabled_one_run_late(run):
    """If a button's own `if` block stores the flag that disables it without calling `st.rerun()`, the button still
    looks enabled after the first click, and a second click only disables it.
    """
    app = run("buttons/send_once.py")
    app.button[0].click().run()
    assert (app.button[0].disabled, texts(app)) == (False, ["sent: ['order']"])
    app.button[0].click().run()
    assert (app.button[0].disabled, texts(app)) == (True, ["sent: ['order']"])


@pytest.mark.until("1.60")
def test_disabled_one_run_late_sent_twice(run):
    """In 1.60 and earlier, if a button's own `if` block stored the flag that disabled it without calling `st.rerun()`,
    a second click also worked.
    """
    app = run("buttons/send_once.py")
    app.button[0].click().run()
    app.button[0].click().run()
    assert (app.button[0].disabled, texts(app)) == (True, ["sent: ['order', 'order']"])


def test_disabled_by_its_callback(run):
    """If a button's callback stores the flag that disables it, the button is disabled in the run of the click."""
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
    """In 1.60 and earlier, a button that its callback disabled returned `True` in the run of the click."""
    app = run("buttons/send_once_fixed.py")
    app.button[0].click().run()

    assert texts(app) == ["sent: ['order']", "returned: True"]


def start(app):
    """Click Start and do not wait for the end of the run."""
    app.page.get_by_role("button", name="Start", exact=True).click()


def test_busy(run):
    """If a callback sets a flag, and the job below the button clears it and calls `st.rerun()`, the button is enabled
    again after the job.
    """
    app = run("buttons/busy.py")
    for count in (1, 2):
        app.button[0].click().run()
        jobs = ["started", "ended"] * count
        assert (app.button[0].disabled, texts(app)) == (False, [f"jobs: {jobs}"])


def wait_for_jobs(app, jobs):
    app.page.get_by_text(f"jobs: {jobs}", exact=True).wait_for()


@pytest.mark.engines("server", reason="AppTest shows a run when it is over")
def test_disabled_while_busy(run):
    """If a callback sets the flag that disables the button, and the job is below the button, the button is disabled
    while the job is running.
    """
    app = run("buttons/busy.py")
    start(app)
    app.page.locator("button:disabled", has_text="Start").wait_for()
    wait_for_jobs(app, ["started", "ended"])
    app.run()

    assert not app.button[0].disabled


@pytest.mark.engines("server", reason="AppTest waits for the end of a run")
def test_busy_starts_again(run):
    """If a flag that is cleared at the end of a job starts the job, and a widget outside fragments changes while the
    job is running, the job is cut off at its next Streamlit command and starts again from its first step.
    """
    app = run("buttons/busy.py")
    start(app)
    app.page.get_by_text("step 1", exact=True).wait_for()
    app.page.get_by_text("Something else", exact=True).click()
    wait_for_jobs(app, ["started", "started", "ended"])
    app.run()

    assert texts(app) == ["jobs: ['started', 'started', 'ended']"]


def test_error_while_busy(run):
    """If a flag that is cleared at the end of a job starts the job, and the job raises an exception, the flag stays
    set: the button stays disabled, and the next rerun raises the exception again.
    """
    app = run("buttons/busy_error.py")
    assert (app.button[0].disabled, len(app.exception)) == (False, 0)
    app.button[0].click().run()
    assert (app.button[0].disabled, app.exception[0].proto.type) == (True, "ValueError")
    app.run()
    assert (app.button[0].disabled, app.exception[0].proto.type) == (True, "ValueError")


def test_error_while_busy_is_caught(run):
    """If your script catches the job's exception and clears the flag, the button is enabled again."""
    app = run("buttons/busy_error_fixed.py")
    assert texts(app) == ["result: None"]
    app.button[0].click().run()
    assert (app.button[0].disabled, len(app.exception)) == (False, 0)
    assert texts(app) == ["result: failed: invalid literal for int() with base 10: 'ten'"]


def test_agree(run):
    """Outside forms and fragments, a button above a checkbox is enabled as soon as the user checks it, if the button
    reads the checkbox's key.
    """
    app = run("buttons/agree.py")
    assert app.button[0].disabled
    app.checkbox[0].check().run()
    assert not app.button[0].disabled


@pytest.mark.apptest_since("1.61", reason="AppTest shows what was drawn before st.rerun too")
def test_rerun_under_a_button(run):
    """Calling `st.rerun()` inside `if st.button(...)` runs the script again, with the button `False`: text above the
    button is updated, and elements that only the `if` block rendered disappear.
    """
    app = run("buttons/saved_message.py")
    assert texts(app) == ["saved: 0"]
    for saved in (1, 2):
        app.button[0].click().run()
        assert texts(app) == [f"saved: {saved}"]


@pytest.mark.engines("server", reason="AppTest waits for the end of a run")
def test_long_job_is_cut_off(run):
    """If a widget outside fragments changes during a job inside `if st.button(...)`, the job is cut off at its next
    Streamlit command, and its result is never stored.
    """
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
    """If another widget outside fragments changes during a long call, the call runs to its end, but a line below it
    that stores something in `st.session_state` doesn't run.
    """
    _, result = tick_while_it_works(run("buttons/lost_result.py"))
    assert result == "result: None"


@pytest.mark.engines("server", reason="AppTest waits for the end of a run")
def test_result_is_kept(run):
    """If the script reads a list from session state before the long call and appends to it right after the call, the
    new item is kept.
    """
    jobs, _ = tick_while_it_works(run("buttons/lost_result.py"))
    assert jobs == "jobs: ['ended']"


@pytest.mark.engines("server", reason="AppTest waits for the end of a run")
def test_second_click_begins_again(run):
    """If a user clicks a button outside fragments again while its job is running, the callback and the job run again,
    and the first job is cut off at its next Streamlit command.
    """
    app = run("buttons/count_clicks.py")
    for clicks in ("clicks: 1", "clicks: 2"):
        start(app)
        app.page.get_by_text(clicks, exact=True).wait_for()
    app.wait_for_rerun()

    assert texts(app) == ["clicks: 2", "jobs: ['started', 'started', 'ended']"]


@pytest.mark.engines("server", reason="AppTest clicks on no disabled button")
def test_enabled_by_text(run):
    """If a button is disabled until a text input has text, the first click after typing only submits the text: the user
    has to click again.
    """
    app = run("buttons/enabled_by_text.py")
    app.page.get_by_role("textbox").fill("Ada")
    app.page.get_by_role("button", name="Greet", exact=True).click(force=True)
    app.wait_for_rerun()
    assert (app.button[0].disabled, texts(app)) == (False, [])

    app.button[0].click().run()
    assert texts(app) == ["Hello Ada"]


@pytest.mark.apptest_since("1.59", reason="an older AppTest has no download_button")
def test_download_runs_the_script(run):
    """By default, a click on `st.download_button` reruns the script, and the button returns `True` in that run."""
    app = run("buttons/download.py")
    assert texts(app) == ["runs: 1, clicked: False"]
    app.download_button[0].click().run()
    assert texts(app) == ["runs: 2, clicked: True"]


def clicked_downloads(app):
    """Click the download buttons one by one, and return the last line of the page after each click."""
    shown = []
    for position in range(3):
        app.download_button[position].click().run()
        shown.append(texts(app)[-1])
        assert app.download_button[2].label == f"Label of run {position + 2}"
    return shown


@pytest.mark.apptest_since("1.59", reason="an older AppTest has no download_button")
def test_renamed_download(run):
    """If a download button has no key and its label or `file_name` changes in every run, the button returns `False` in
    the run of the click; a change of only its `data` doesn't matter.
    """
    assert clicked_downloads(run("buttons/download_renamed.py")) == [
        "data: True, name: False, label: False",
        "data: False, name: False, label: False",
        "data: False, name: False, label: False",
    ]


@pytest.mark.apptest_since("1.59", reason="an older AppTest has no download_button")
def test_renamed_download_with_a_key(run):
    """If a download button has a key, it returns `True` in the run of the click even if its label or `file_name`
    changes in every run.
    """
    assert clicked_downloads(run("buttons/download_renamed_fixed.py")) == [
        "data: True, name: False, label: False",
        "data: False, name: True, label: False",
        "data: False, name: False, label: True",
    ]


def download(app, name):
    """Click a download button and return the text of the file."""
    with app.page.expect_download() as started:
        app.page.get_by_role("button", name=name, exact=True).click()
    return started.value.path().read_text()


@pytest.mark.engines("server", reason="AppTest downloads nothing")
def test_quiet_download(run):
    """A click on `st.download_button` with `on_click="ignore"`, or on `st.link_button` without `on_click`, doesn't
    rerun the script.
    """
    app = run("buttons/download_without_rerun.py")
    assert download(app, "Download") == "a,b"
    app.open_link("Open").close()
    app.run()

    assert texts(app) == ["runs: 2"]


@pytest.mark.engines("server", reason="AppTest downloads nothing")
def test_download_of_the_run_before(run):
    """A click on `st.download_button` downloads the `data` that the script passed in the run before the click, not the
    `data` of the run that the click triggers.
    """
    app = run("buttons/download_renamed_fixed.py")
    assert download(app, "Data") == "run 1"
    app.page.get_by_text("data: True", exact=False).wait_for()
    assert download(app, "Data") == "run 2"


@pytest.mark.engines("server", reason="AppTest downloads nothing")
def test_callable_without_session_state(run):
    """If you pass a callable as `data` to `st.download_button`, the callable can't read the user's session state:
    unless a callable has stored a name, `st.session_state.get("name")` returns `None` in it.
    """
    app = run("buttons/deferred_download.py")

    assert download(app, "Without") == "name: None"


@pytest.mark.engines("server", reason="AppTest downloads nothing")
def test_callable_with_arguments(run):
    """If you pass `functools.partial(function, value)` as `data`, the function gets the value that your script passed
    when it last rendered the button.
    """
    app = run("buttons/deferred_download.py")
    app.text_input("name").set_value("Bob").run()

    assert download(app, "With") == "name: Bob"


@pytest.mark.engines("server", reason="AppTest downloads nothing")
def test_callable_stores_for_all(run):
    """A value that the callable stores in `st.session_state` isn't added to the user's session state, but another
    user's callable can read it.
    """
    ada, bob = run("buttons/deferred_counter.py"), run("buttons/deferred_counter.py")
    assert download(ada, "Download") == "count: 1"
    assert download(bob, "Download") == "count: 2"
    ada.button[0].click().run()
    assert texts(ada) == ["count: None"]


@pytest.mark.engines("server", reason="AppTest downloads nothing")
def test_error_in_a_callable(run):
    """If the callable raises an exception, such as `AttributeError` for a missing key, the page only shows the tooltip
    `Failed to generate file for download` on the button.
    """
    app = run("buttons/deferred_error.py")
    button = app.page.get_by_role("button", name="Download", exact=True)
    button.click()
    app.page.mouse.move(0, 0)
    button.hover()
    app.page.get_by_text("Failed to generate file for download", exact=True).wait_for()

    assert len(app.exception) == 0


def on_a_slow_network(app):
    """Reload the page, and return a function that clicks a button twice before the page shows what the first click has
    done.
    """
    browsers, held, slow = [], [], []

    def connect(browser):
        browsers[:] = [browser]
        browser.connect_to_server().on_message(lambda message: held.append(message) if slow else browser.send(message))

    def click_twice(name):
        slow.append(True)
        for _ in range(2):
            app.page.get_by_role("button", name=name, exact=True).click()
            sent = -1
            while sent < len(held) or not held:  # the server is still running the script
                sent = len(held)
                app.page.wait_for_timeout(500)
        slow.clear()
        while held:
            browsers[0].send(held.pop(0))

    app.page.route_web_socket("**/_stcore/stream", connect)
    app.reload()
    return click_twice


@pytest.mark.engines("server", reason="AppTest has no network")
def test_double_click(run):
    """If the user clicks a button twice before the page has updated, its callback can run twice: a callback that adds 1
    then adds 2.
    """
    app = run("buttons/double_click.py")
    on_a_slow_network(app)("Next")

    app.page.get_by_text("step 3").wait_for()


@pytest.mark.engines("server", reason="AppTest has no network")
def test_double_click_on_a_number(run):
    """If the button's key contains the step, and the callback stores the next step, which it gets in `args`, a double
    click moves only one step.
    """
    app = run("buttons/double_click_fixed.py")
    click_twice = on_a_slow_network(app)
    for step in (2, 3):
        click_twice("Next")
        app.page.get_by_text(f"step {step}").wait_for()
        app.page.wait_for_timeout(500)
        assert texts(app.run()) == [f"step {step}"]
