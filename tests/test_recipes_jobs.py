from threading import enumerate as threads

import pytest


def texts(app):
    return [text.value for text in app.text]


def disabled(app):
    return [button.disabled for button in app.button]


def limits(number):
    return number.min, number.value, number.max


def start_job(app, steps):
    app.number_input("steps").set_value(steps).run()
    app.button[0].click().run()


def cancel_job(app):
    app.button[1].click().run()
    wait_for_job(app)


def wait_for_job(app, go_on="run"):
    for thread in threads():
        if thread.name.endswith("(_work)"):  # AppTest has it here, and up to 1.60 shows too much if it ends in a run
            thread.join()
    while not any(text.startswith(("Result: ", "Last result: ", "Cancelled")) for text in texts(app)):
        getattr(app, go_on)()


@pytest.mark.since("1.37")
def test_steps_to_the_end(run):
    """The job in steps shows how far it is, and ends with its result, which stays when something else is clicked."""
    app = run("recipes_jobs/job_in_steps.py")
    assert not app.exception
    assert texts(app) == []
    assert disabled(app) == [False, True]
    assert limits(app.number_input("steps")) == (1, 20, 1000)

    start_job(app, 4)
    wait_for_job(app)
    assert texts(app) == ["4 of 4 steps done", "Last result: 6"]
    assert disabled(app) == [False, True]

    app.checkbox[0].check().run()
    assert texts(app) == ["4 of 4 steps done", "Last result: 6"]


@pytest.mark.since("1.37")
@pytest.mark.apptest_since("1.66", reason="an older AppTest has no progress")
def test_steps_bar(run):
    """The bar of the job in steps is as long as its part of the steps that are done."""
    app = run("recipes_jobs/job_in_steps.py")
    assert not app.progress
    start_job(app, 4)
    wait_for_job(app)
    assert app.progress[0].value == 100

    start_job(app, 1000)
    cancel_job(app)
    done = int(texts(app)[0].split()[0])
    assert app.progress[0].value == done // 10


@pytest.mark.engines("server", reason="AppTest does not wait")
@pytest.mark.since("1.37")
def test_steps_by_themselves(run):
    """Once started, the job goes on without a click."""
    app = run("recipes_jobs/job_in_steps.py")
    start_job(app, 6)
    wait_for_job(app, "wait_for_rerun")
    assert texts(app)[0] == "6 of 6 steps done"


@pytest.mark.since("1.37")
def test_steps_beside_other_widgets(run):
    """While the job runs, the rest of the page can be used, and the job goes on."""
    app = run("recipes_jobs/job_in_steps.py")
    start_job(app, 1000)
    app.checkbox[0].check().run()
    assert app.checkbox[0].value
    assert disabled(app) == [True, False]
    (progress,) = texts(app)
    assert progress.endswith(" of 1000 steps done")

    app.run()
    assert int(texts(app)[0].split()[0]) > int(progress.split()[0])


@pytest.mark.since("1.37")
def test_steps_cancelled(run):
    """A cancelled job does no further step, and keeps what it has; the next one begins at its first step."""
    app = run("recipes_jobs/job_in_steps.py")
    start_job(app, 1000)
    cancel_job(app)
    assert disabled(app) == [False, True]
    progress, result = texts(app)
    assert progress.endswith(" of 1000 steps done")
    assert result.startswith("Last result: ")

    app.run()
    assert texts(app) == [progress, result]

    start_job(app, 2)
    wait_for_job(app)
    assert texts(app) == ["2 of 2 steps done", "Last result: 1"]


@pytest.mark.since("1.37")
def test_thread_to_the_end(run):
    """The job in a thread shows how far it is, and ends with its result, which stays when something else is clicked."""
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
    """The bar of the job in a thread is as long as its part of the steps that are done."""
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
    """The page follows the job in the thread without a click, to its end."""
    app = run("recipes_jobs/job_in_thread")
    start_job(app, 40)
    wait_for_job(app, "wait_for_rerun")
    assert texts(app) == ["40 of 40 steps done", "Result: 780"]


@pytest.mark.since("1.37")
def test_thread_beside_other_widgets(run):
    """While the thread works, the rest of the page can be used, and the work goes on."""
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
    """A cancelled thread stops where it is; the next job begins anew."""
    app = run("recipes_jobs/job_in_thread")
    start_job(app, 1000)
    cancel_job(app)
    progress, result = texts(app)
    done, _, rest = progress.partition(" ")
    assert int(done) < 1000
    assert rest == "of 1000 steps done"
    assert result == "Cancelled"
    assert disabled(app) == [False]

    start_job(app, 2)
    wait_for_job(app)
    assert texts(app) == ["2 of 2 steps done", "Result: 1"]


@pytest.mark.apptest_since("1.56", reason="an older AppTest has no file_uploader")
def test_upload_counted_once(run):
    """Each uploaded file is counted once, whatever else is clicked, and the uploader is empty for the next one."""
    app = run("recipes_jobs/upload_queue.py")
    app.file_uploader("files_0").upload("tea.txt", b"green black").run()
    assert texts(app) == ["tea.txt: 2 words"]
    app.run()
    assert texts(app) == ["tea.txt: 2 words"]

    app.file_uploader("files_1").upload("cup.txt", b"one").run()
    assert texts(app) == ["tea.txt: 2 words", "cup.txt: 1 words"]


@pytest.mark.apptest_since("1.56", reason="an older AppTest has no file_uploader")
def test_upload_again(run):
    """The same file uploaded a second time is counted again."""
    app = run("recipes_jobs/upload_queue.py")
    for _ in range(2):
        app.file_uploader[0].upload("tea.txt", b"green black").run()
    assert texts(app) == ["tea.txt: 2 words", "tea.txt: 2 words"]


@pytest.mark.apptest_since("1.56", reason="an older AppTest has no file_uploader")
def test_upload_list_cleared(run):
    """The cleared list stays empty until the next file."""
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
    """Who has voted sees the votes of all users, and which vote is their own."""
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
    """Who has not voted sees no votes."""
    run_by_ada, run_by_bob = run("recipes_jobs/poll.py"), run("recipes_jobs/poll.py")
    vote(run_by_ada, "Soup")
    run_by_bob.run()
    assert texts(run_by_bob) == []
    assert not run_by_bob.success


@pytest.mark.since("1.37")
def test_vote_changed(run):
    """A user who votes again has moved their one vote."""
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
    """The votes of others show without a click."""
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
    """Saved settings are those that every new session starts with."""
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
    """Unsaved settings are marked as such, count for this session alone, and can be discarded."""
    ada = run("recipes_jobs/settings_page.py")
    assert not ada.warning
    set_settings(ada, "Tea", 100)
    assert ada.warning[0].value == "Not saved yet"
    assert settings(run("recipes_jobs/settings_page.py")) == ("My app", 10, False)

    ada.button[1].click().run()
    assert settings(ada) == ("My app", 10, False)
    assert not ada.warning


def test_settings_default(run):
    """The defaults come back with one click, and are saved as everything else is."""
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
    """The countdown says when the time is up, and says so until it is started again."""
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
    """A stopped countdown shows nothing; the next start begins anew and counts down."""
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
    """The countdown goes on without a click, to its end."""
    app = run("recipes_jobs/countdown.py")
    app.number_input[0].set_value(2).run()
    app.button[0].click().run()
    while texts(app) != ["Time is up"]:
        app.wait_for_rerun()
