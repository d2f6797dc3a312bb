import re
from threading import enumerate as threads

import pytest


def texts(app):
    return [text.value for text in app.text]


def disabled(app):
    return [button.disabled for button in app.button]


def limits(number):
    return number.min, number.value, number.max


def press(app, name):
    """Click a button without waiting for the end of the run."""
    app.page.get_by_role("button", name=name, exact=True).click()


def check(app, label):
    """Click a checkbox without waiting for the end of the run."""
    app.page.get_by_text(label, exact=True).click()


def click_while_it_works(app, job, label):
    """Start a job, and click a checkbox while it works."""
    press(app, job)
    app.page.get_by_text("working", exact=True).wait_for()
    check(app, label)


@pytest.mark.engines("server", reason="AppTest waits for the end of a run")
@pytest.mark.since("1.37")
def test_click_outside_fragments(run):
    """By default, if a user triggers a rerun with a widget outside fragments while a run is in progress, the
    widget's callback runs immediately, and the run in progress, even a fragment's run, ends at its next Streamlit
    command.
    """
    app = run("recipes_jobs/interrupted.py")
    log = []
    for job in ("Work in the script", "Work in a fragment"):
        click_while_it_works(app, job, "Outside fragments")
        log += ["outside", "half"]
        while len(texts(app)[0].split(" > ")) < len(log):
            app.run()
        assert texts(app) == [" > ".join(log)]
    app.run()
    assert texts(app) == [" > ".join(log)]


@pytest.mark.engines("server", reason="AppTest waits for the end of a run")
@pytest.mark.since("1.37")
def test_click_in_a_fragment(run):
    """If a user triggers a rerun with a widget in a fragment while a run is in progress, nothing is interrupted: the
    run in progress ends first, and if it doesn't end with `st.stop()`, the callback and the fragment run next.
    """
    app = run("recipes_jobs/interrupted.py")
    log = []
    for job, label in (
        ("Work in the script", "In this fragment"),
        ("Work in a fragment", "In this fragment"),
        ("Work in a fragment", "In another fragment"),
    ):
        click_while_it_works(app, job, label)
        app.wait_for_rerun()
        log += ["half", "end", "in"]
        while len(texts(app)[0].split(" > ")) < len(log):
            app.run()
        assert texts(app) == [" > ".join(log)]


def start_job(app, steps):
    app.number_input("steps").set_value(steps).run()
    app.button[0].click().run()


def cancel_job(app):
    app.button[1].click().run()
    wait_for_job(app)


def wait_for_job(app, rerun="run"):
    for thread in threads():
        if thread.name.endswith("(_work)"):  # AppTest has it here, and until 1.60 shows too much if it ends in a run
            thread.join()
    while not any(text.startswith(("Sum: ", "Result: ", "Cancelled")) for text in texts(app)):
        getattr(app, rerun)()


def squares(progress):
    """Return the sum that a job in steps shows after the steps in its progress."""
    done = int(progress.partition(" ")[0])
    return f"Sum: {sum(number * number for number in range(done))}"


@pytest.mark.since("1.37")
def test_steps_to_the_end(run):
    """The job in steps shows its progress and then its result, and the result stays on the page when the user
    clicks something else.
    """
    app = run("recipes_jobs/job_in_steps.py")
    assert not app.exception
    assert texts(app) == []
    assert disabled(app) == [False]
    assert limits(app.number_input("steps")) == (1, 10, 1000)

    start_job(app, 4)
    assert texts(app)[0].endswith(" of 4 steps done")
    wait_for_job(app)
    assert texts(app) == ["4 of 4 steps done", "Sum: 14"]
    assert disabled(app) == [False]

    app.checkbox[0].check().run()
    assert texts(app) == ["4 of 4 steps done", "Sum: 14"]


@pytest.mark.since("1.37")
@pytest.mark.apptest_since("1.66", reason="an older AppTest has no progress")
def test_steps_bar(run):
    """The progress bar of the job in steps shows the share of the steps that are done."""
    app = run("recipes_jobs/job_in_steps.py")
    assert not app.progress
    start_job(app, 2)
    wait_for_job(app)
    assert app.progress[0].value == 100

    start_job(app, 1000)
    cancel_job(app)
    done = int(texts(app)[0].split()[0])
    assert app.progress[0].value == done // 10


@pytest.mark.engines("server", reason="AppTest does not wait")
@pytest.mark.since("1.37")
def test_steps_by_themselves(run):
    """After the click on Start, the job in steps runs to its end without further clicks."""
    app = run("recipes_jobs/job_in_steps.py")
    start_job(app, 4)
    wait_for_job(app, "wait_for_rerun")
    assert texts(app) == ["4 of 4 steps done", "Sum: 14"]


@pytest.mark.since("1.37")
def test_steps_beside_other_widgets(run):
    """While the job in steps is running, the user can change other widgets, and the job continues."""
    app = run("recipes_jobs/job_in_steps.py")
    start_job(app, 1000)
    app.checkbox[0].check().run()
    assert app.checkbox[0].value
    assert disabled(app) == [True, False]
    (progress,) = texts(app)
    assert progress.endswith(" of 1000 steps done")

    while texts(app) == [progress]:
        app.run()
    assert int(texts(app)[0].split()[0]) > int(progress.split()[0])


@pytest.mark.engines("server", reason="AppTest waits for the end of a run")
@pytest.mark.since("1.37")
def test_steps_interrupted(run):
    """Clicks outside the fragment during a step don't change the result of the job in steps: each step counts once."""
    app = run("recipes_jobs/job_in_steps.py")
    start_job(app, 6)
    for done in (1, 2, 3, 4):
        app.page.get_by_text(re.compile(f"[{done}-6] of 6 steps done")).wait_for()
        check(app, "You can click this meanwhile")
    wait_for_job(app, "wait_for_rerun")
    assert texts(app) == ["6 of 6 steps done", "Sum: 55"]


@pytest.mark.since("1.37")
def test_steps_cancelled(run):
    """After Cancel, the job in steps does no further step and keeps its results; the next job starts with its first
    step.
    """
    app = run("recipes_jobs/job_in_steps.py")
    start_job(app, 1000)
    cancel_job(app)
    assert disabled(app) == [False]
    progress, result = texts(app)
    assert progress.endswith(" of 1000 steps done")
    assert result == squares(progress)

    app.run()
    assert texts(app) == [progress, result]

    start_job(app, 2)
    wait_for_job(app)
    assert texts(app) == ["2 of 2 steps done", "Sum: 1"]


@pytest.mark.engines("server", reason="AppTest waits for the end of a run")
@pytest.mark.since("1.37")
def test_steps_cancel_waits(run):
    """If a user clicks Cancel during a step of the job in steps, the step ends first, and its result is kept."""
    app = run("recipes_jobs/job_in_steps.py")
    start_job(app, 1000)
    app.page.get_by_text("2 of 1000 steps done", exact=True).wait_for()
    press(app, "Cancel")
    wait_for_job(app, "wait_for_rerun")
    progress, result = texts(app)
    assert int(progress.partition(" ")[0]) > 2
    assert result == squares(progress)


@pytest.mark.since("1.37")
def test_thread_to_the_end(run):
    """The job in the thread shows its progress and then its result, and the result stays on the page when the user
    clicks something else.
    """
    app = run("recipes_jobs/job_in_thread")
    assert not app.exception
    assert texts(app) == []
    assert disabled(app) == [False]
    assert limits(app.number_input("steps")) == (1, 50, 1000)

    start_job(app, 4)
    assert texts(app)[0].endswith(" of 4 steps done")
    wait_for_job(app)
    assert texts(app) == ["4 of 4 steps done", "Result: 6"]

    app.checkbox[0].check().run()
    assert texts(app) == ["4 of 4 steps done", "Result: 6"]
    assert disabled(app) == [False]


@pytest.mark.since("1.37")
@pytest.mark.apptest_since("1.66", reason="an older AppTest has no progress")
def test_thread_bar(run):
    """The progress bar of the job in the thread shows the share of the steps that are done."""
    app = run("recipes_jobs/job_in_thread")
    start_job(app, 2)
    wait_for_job(app)
    assert app.progress[0].value == 100

    start_job(app, 1000)
    cancel_job(app)
    assert app.progress[0].value == int(texts(app)[0].split()[0]) // 10


@pytest.mark.engines("server", reason="AppTest does not wait")
@pytest.mark.since("1.37")
def test_thread_by_itself(run):
    """The page follows the job in the thread to its end without further clicks."""
    app = run("recipes_jobs/job_in_thread")
    start_job(app, 10)
    wait_for_job(app, "wait_for_rerun")
    assert texts(app) == ["10 of 10 steps done", "Result: 45"]


@pytest.mark.since("1.37")
def test_thread_beside_other_widgets(run):
    """While the thread is running, the user can change other widgets, and the job in the thread continues."""
    app = run("recipes_jobs/job_in_thread")
    start_job(app, 1000)
    (before,) = texts(app)
    app.checkbox[0].check().run()
    assert app.checkbox[0].value
    assert disabled(app) == [True, False]
    while texts(app) == [before]:
        app.run()
    (after,) = texts(app)
    assert 0 <= int(before.split()[0]) < int(after.split()[0]) < 1000
    cancel_job(app)


@pytest.mark.since("1.37")
def test_thread_cancelled(run):
    """After Cancel, the thread does no further step; the next job starts with its first step."""
    app = run("recipes_jobs/job_in_thread")
    start_job(app, 1000)
    cancel_job(app)
    progress, result = texts(app)
    done, _, rest = progress.partition(" ")
    assert int(done) < 1000
    assert rest == "of 1000 steps done"
    assert result == "Cancelled"
    assert disabled(app) == [False]

    app.run()
    assert texts(app) == [progress, result]

    start_job(app, 2)
    wait_for_job(app)
    assert texts(app) == ["2 of 2 steps done", "Result: 1"]


@pytest.mark.apptest_since("1.56", reason="an older AppTest has no file_uploader")
def test_upload_counted_once(run):
    """Each uploaded file is counted once, and then the uploader is empty and ready for the next file."""
    app = run("recipes_jobs/upload_queue.py")
    app.file_uploader("files_0").upload("tea.txt", b"green black").run()
    assert texts(app) == ["tea.txt: 2 words"]
    app.run()
    assert texts(app) == ["tea.txt: 2 words"]

    app.file_uploader("files_1").upload("cup.txt", b"one").run()
    assert texts(app) == ["tea.txt: 2 words", "cup.txt: 1 words"]


@pytest.mark.engines("server", reason="AppTest waits for the end of a run")
@pytest.mark.since("1.37")
def test_upload_interrupted(run):
    """If the user clicks another widget while files are being processed, each file is still counted once."""
    app = run("recipes_jobs/upload_queue.py")
    names = ("a", "b", "c", "d")
    files = [{"name": f"{name}.txt", "mimeType": "text/plain", "buffer": b"green black"} for name in names]
    app.page.locator("input[type=file]").set_input_files(files)
    for name in ("a", "b", "c"):
        app.page.get_by_text(re.compile(f"Counting [{name}-d].txt")).wait_for()
        check(app, "You can click this meanwhile")
    app.page.get_by_text("d.txt: 2 words", exact=True).wait_for()
    app.run()
    assert texts(app) == [f"{name}.txt: 2 words" for name in names]


@pytest.mark.apptest_since("1.56", reason="an older AppTest has no file_uploader")
def test_upload_again(run):
    """If the user uploads the same file again, it is counted again."""
    app = run("recipes_jobs/upload_queue.py")
    for _ in range(2):
        app.file_uploader[0].upload("tea.txt", b"green black").run()
    assert texts(app) == ["tea.txt: 2 words", "tea.txt: 2 words"]


@pytest.mark.apptest_since("1.56", reason="an older AppTest has no file_uploader")
def test_upload_list_cleared(run):
    """After the list is cleared, it stays empty until the next upload."""
    app = run("recipes_jobs/upload_queue.py")
    app.file_uploader[0].upload("tea.txt", b"green black").run()
    app.button[0].click().run()
    assert texts(app) == []
    app.run()
    assert texts(app) == []

    app.file_uploader[0].upload("cup.txt", b"one").run()
    assert texts(app) == ["cup.txt: 1 words"]


def vote(app, dish):
    if app.radio[0].value != dish:
        app.radio[0].set_value(dish).run()
    app.button[0].click().run()


def count(app):
    """Return the votes for soup, salad and stew."""
    assert [text.value.split(": ")[0] for text in app.text] == ["Soup", "Salad", "Stew"]
    return [int(text.value.split(": ")[1]) for text in app.text]


@pytest.mark.since("1.37")
def test_votes_of_all(run):
    """After voting, a user sees the votes of all users and their own vote."""
    ada, bob = run("recipes_jobs/poll.py"), run("recipes_jobs/poll.py")
    vote(ada, "Soup")
    assert ada.success[0].value == "You voted for Soup"
    soup, salad, stew = count(ada)

    vote(bob, "Stew")
    assert bob.success[0].value == "You voted for Stew"
    assert count(bob) == [soup, salad, stew + 1]

    ada.run()
    assert ada.success[0].value == "You voted for Soup"
    assert count(ada) == [soup, salad, stew + 1]


@pytest.mark.since("1.37")
def test_votes_hidden(run):
    """A user who hasn't voted doesn't see any votes."""
    ada, bob = run("recipes_jobs/poll.py"), run("recipes_jobs/poll.py")
    vote(ada, "Soup")
    bob.run()
    assert texts(bob) == []
    assert not bob.success
    assert not bob.exception


@pytest.mark.since("1.37")
def test_vote_changed(run):
    """If a user votes again in the same session, the new vote replaces their old one."""
    app = run("recipes_jobs/poll.py")
    vote(app, "Soup")
    soup, salad, stew = count(app)
    vote(app, "Salad")
    while app.success[0].value != "You voted for Salad":
        app.run()
    assert count(app) == [soup - 1, salad + 1, stew]

    vote(app, "Salad")
    assert count(app) == [soup - 1, salad + 1, stew]


@pytest.mark.engines("server", reason="AppTest does not wait")
@pytest.mark.since("1.37")
def test_votes_by_themselves(run):
    """After voting, a user sees new votes of other users without a click."""
    ada, bob = run("recipes_jobs/poll.py"), run("recipes_jobs/poll.py")
    vote(ada, "Soup")
    soup, salad, stew = count(ada)
    vote(bob, "Stew")
    while count(ada) == [soup, salad, stew]:
        ada.wait_for_rerun()
    assert count(ada) == [soup, salad, stew + 1]


def settings(app):
    return app.text_input[0].value, app.number_input[0].value, app.checkbox[0].value


def set_settings(app, title, rows):
    app.text_input[0].set_value(title).run()
    app.number_input[0].set_value(rows).run()
    app.checkbox[0].check().run()


def test_settings_saved(run):
    """Every new session starts with the saved settings."""
    ada = run("recipes_jobs/settings_page.py")
    assert settings(ada) == ("My app", 10, False)
    set_settings(ada, "Tea", 1)
    ada.button[0].click().run()
    assert settings(ada) == ("Tea", 1, True)
    assert not ada.warning

    bob = run("recipes_jobs/settings_page.py")
    assert settings(bob) == ("Tea", 1, True)
    assert not bob.warning


def test_settings_unsaved(run):
    """Unsaved settings are marked, apply only to this session, and can be discarded."""
    ada = run("recipes_jobs/settings_page.py")
    assert not ada.warning
    set_settings(ada, "Tea", 100)
    assert ada.warning[0].value == "Not saved yet"
    assert settings(run("recipes_jobs/settings_page.py")) == ("My app", 10, False)

    ada.button[1].click().run()
    assert settings(ada) == ("My app", 10, False)
    assert not ada.warning


def test_settings_default(run):
    """One click restores the defaults, which then can be saved or discarded like any other change."""
    app = run("recipes_jobs/settings_page.py")
    assert limits(app.number_input[0]) == (1, 10, 100)
    set_settings(app, "Tea", 20)
    app.button[0].click().run()
    app.button[2].click().run()
    assert settings(app) == ("My app", 10, False)
    assert app.warning[0].value == "Not saved yet"

    app.button[1].click().run()
    assert settings(app) == ("Tea", 20, True)


@pytest.mark.since("1.37")
def test_countdown_ends(run):
    """When the time is up, the countdown says so until the user clicks Start or Stop."""
    app = run("recipes_jobs/countdown.py")
    assert not app.exception
    assert texts(app) == []
    assert limits(app.number_input[0]) == (1, 60, 3600)
    app.number_input[0].set_value(1).run()
    app.button[0].click().run()
    while texts(app) != ["Time is up"]:
        app.run()

    app.number_input[0].set_value(3600).run()
    assert texts(app) == ["Time is up"]
    app.button[0].click().run()
    assert texts(app)[0].endswith(" seconds left")


@pytest.mark.since("1.37")
def test_countdown_stopped(run):
    """After Stop, the countdown disappears; the next click on Start starts it again from the full time."""
    app = run("recipes_jobs/countdown.py")
    app.button[0].click().run()
    app.button[1].click().run()
    while texts(app):
        app.run()
    app.button[1].click().run()
    assert texts(app) == []

    app.number_input[0].set_value(3600).run()
    app.button[0].click().run()
    first = texts(app)
    while texts(app) == first:
        app.run()
    before, after = (int(text.removesuffix(" seconds left")) for text in (*first, *texts(app)))
    assert 3500 < after < before <= 3600


@pytest.mark.engines("server", reason="AppTest does not wait")
@pytest.mark.since("1.37")
def test_countdown_by_itself(run):
    """After the click on Start, the countdown runs to its end without further clicks."""
    app = run("recipes_jobs/countdown.py")
    app.number_input[0].set_value(2).run()
    app.button[0].click().run()
    while texts(app) != ["Time is up"]:
        app.wait_for_rerun()
