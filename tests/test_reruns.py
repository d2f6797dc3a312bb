import re

import pytest


def shown(app):
    return [text.value for text in app.text]


def test_assigning_starts_no_rerun(run):
    """Storing a value in `st.session_state` doesn't trigger a rerun: elements that the run has already rendered stay
    the same until the next run.
    """
    app = run("reruns/no_rerun.py")
    assert shown(app) == ["above: 0", "below: 0"]

    app.button[0].click().run()
    assert shown(app) == ["above: 0", "below: 1"]

    app.run()
    assert shown(app) == ["above: 1", "below: 1"]


@pytest.mark.apptest_since("1.33", reason="in an older AppTest a clicked button stays True after st.rerun()")
def test_rerun_draws_anew(run):
    """`st.rerun()` under a button runs the script again with the values that are stored so far, and the button returns
    `False` in that run.
    """
    app = run("reruns/no_rerun_fixed.py")
    assert shown(app) == ["above: 0", "below: 0", "runs: 1"]

    app.button[0].click().run()
    assert shown(app) == ["above: 1", "below: 1", "runs: 3"]


def test_rerun_of_one_session(run):
    """By default, a click reruns the script for the session of the user who clicked, and for no other session."""
    ada, bob = run("reruns/each_user.py"), run("reruns/each_user.py")
    ada.button[0].click().run()
    ada.button[0].click().run()
    assert shown(ada) == ["runs: 3"]

    bob.button[0].click().run()
    assert shown(bob) == ["runs: 2"]


def test_random_number_changes(run):
    """If your script calls `random.random()` in every run, the number changes after every click that triggers a full
    rerun.
    """
    app = run("reruns/random_number.py")
    (before,) = shown(app)
    assert 0 <= float(before.removeprefix("secret: ")) < 1

    app.button[0].click().run()
    assert shown(app) != [before]


def test_random_number_stays(run):
    """A random number that your script generates once and keeps in `st.session_state` stays the same."""
    app = run("reruns/random_number_fixed.py")
    (before,) = shown(app)
    assert 0 <= float(before.removeprefix("secret: ")) < 1

    app.button[0].click().run()
    assert shown(app) == [before]


def test_main_guard(run):
    """`if __name__ == "__main__":` is true in every run of the script, not only in the first."""
    app = run("reruns/main_guard.py")
    assert shown(app) == ["runs: 1"]

    app.run()
    assert shown(app) == ["runs: 2"]


def test_stop_ends_the_run(run):
    """Outside a `try` block, `st.stop()` ends the run: no line below it runs, and what was stored and rendered above it
    is kept.
    """
    app = run("reruns/stop.py")
    assert shown(app) == ["A name, please (1)"]

    app.text_input[0].set_value("Ada").run()
    assert shown(app) == ["Hello Ada (1)"]

    app.text_input[0].set_value("").run()
    assert shown(app) == ["A name, please (2)"]

    app.text_input[0].set_value("Bob").run()
    assert shown(app) == ["Hello Bob (2)"]


def test_exception_ends_the_run(run):
    """Outside parallel fragments, an uncaught exception ends the run at its line and undoes nothing: values stored
    above it are kept, and the next change runs the script again.
    """
    app = run("reruns/error.py")
    assert shown(app) == ["begun: 1", "ended: 1"]

    app.text_input[0].set_value("one").run()
    assert shown(app) == ["begun: 2"]
    assert app.exception[0].proto.type == "ValueError"
    assert app.exception[0].message == "invalid literal for int() with base 10: 'one'"

    app.text_input[0].set_value("2").run()
    assert shown(app) == ["begun: 3", "ended: 2"]
    assert len(app.exception) == 0


@pytest.mark.apptest_since("1.33", reason="in an older AppTest a clicked button stays True after st.rerun()")
def test_message_before_rerun_is_lost(run):
    """A text that a run renders before it calls `st.rerun()` isn't on the page afterward, unless the next run renders
    it again.
    """
    app = run("reruns/message_lost.py")
    app.button[0].click().run()

    assert shown(app) == ["Profile"]


@pytest.mark.apptest_since("1.33", reason="in an older AppTest a clicked button stays True after st.rerun()")
def test_message_after_rerun(run):
    """A message that your script stores before `st.rerun()`, and pops and shows at the top of the next run, is on the
    page until the full rerun after that.
    """
    app = run("reruns/message_lost_fixed.py")
    assert shown(app) == ["Profile"]

    app.button[0].click().run()
    assert shown(app) == ["Saved", "Profile"]

    app.run()
    assert shown(app) == ["Profile"]


@pytest.mark.apptest_since("1.33", reason="in an older AppTest a clicked button stays True after st.rerun()")
def test_rerun_calls_no_callback_again(run):
    """The run that `st.rerun()` triggers doesn't call the callback of the click again."""
    app = run("reruns/callback_once.py")
    assert shown(app) == ["count: 0, runs: 1"]

    app.button[0].click().run()
    assert shown(app) == ["count: 1, runs: 3"]


def test_bare_except_swallows_rerun(run):
    """A bare `except:` around `st.rerun()` catches it: the run continues, and the script doesn't rerun."""
    app = run("reruns/bare_except.py")
    assert shown(app) == ["note: None"]

    app.button[0].click().run()
    assert shown(app) == ["note: None", "could not save"]

    app.run()
    assert shown(app) == ["note: tea"]


@pytest.mark.apptest_since("1.33", reason="in an older AppTest a clicked button stays True after st.rerun()")
def test_except_exception_lets_rerun_pass(run):
    """`except Exception` doesn't catch `st.rerun()`."""
    app = run("reruns/bare_except_fixed.py")
    assert shown(app) == ["note: None"]

    app.button[0].click().run()
    assert shown(app) == ["note: tea"]


@pytest.mark.since("1.36")
def test_bare_except_swallows_switch_page(run):
    """A bare `except:` around `st.switch_page` catches it: the run continues, and the page doesn't change."""
    app = run("reruns/switch_page_caught.py")
    app.button[0].click().run()
    assert shown(app) == ["The payment failed."]
    assert len(app.button) == 1


@pytest.mark.since("1.36")
def test_except_exception_lets_switch_page_pass(run):
    """`except Exception` doesn't catch `st.switch_page`."""
    app = run("reruns/switch_page_caught_fixed.py")
    app.button[0].click().run()
    assert shown(app) == ["Thank you."]


def test_stop_cannot_be_caught(run):
    """If an `except BaseException` catches `st.stop()`, the run still ends, at the latest at the next `st` command that
    renders an element.
    """
    app = run("reruns/stop_caught.py")

    assert shown(app) == ["A name, please"]
    assert len(app.exception) == 0


@pytest.mark.apptest_since("1.33", reason="in an older AppTest a clicked button stays True after st.rerun()")
def test_finally_after_rerun(run):
    """A `finally` block around `st.rerun()` runs, and it can store values in `st.session_state`."""
    app = run("reruns/finally_block.py")
    assert shown(app) == ["closed: 0"]

    app.button[0].click().run()
    assert shown(app) == ["closed: 2"]


def test_finally_after_stop(run):
    """A `finally` block around `st.stop()` can't read or write `st.session_state`: the line that tries to ends the
    block.
    """
    app = run("reruns/finally_block.py")
    app.button[1].click().run()
    assert shown(app) == ["closed: 1"]

    app.run()
    assert shown(app) == ["closed: 1"]


def test_rerun_under_a_checkbox(run):
    """Under a checked checkbox, `st.rerun()` triggers one run after another until another condition ends it, because
    the checkbox stays checked.
    """
    app = run("reruns/rerun_loop.py")
    assert shown(app) == ["runs: 1"]

    app.checkbox[0].check().run()
    assert shown(app) == ["runs: 20"]


@pytest.mark.apptest_since("1.33", reason="in an older AppTest a clicked button stays True after st.rerun()")
def test_rerun_under_a_button(run):
    """Under a button, `st.rerun()` triggers only one run, because the button returns `False` in that run."""
    app = run("reruns/rerun_loop_fixed.py")
    app.button[0].click().run()

    assert shown(app) == ["runs: 3"]


@pytest.mark.apptest_since("1.33", reason="in an older AppTest a clicked button stays True after st.rerun()")
def test_rerun_until_the_queue_is_empty(run):
    """If every run takes one item from a stored queue and calls `st.rerun()` until the queue is empty, one click
    processes the whole queue.
    """
    app = run("reruns/queue.py")
    assert shown(app) == ["done: []"]

    app.button[0].click().run()
    assert shown(app) == ["done: ['tea', 'milk', 'rice']"]


@pytest.mark.since("1.37")
def test_experimental_rerun(run):
    """`st.experimental_rerun` was removed: calling it raises `AttributeError`."""
    app = run("reruns/experimental_rerun.py")
    app.button[0].click().run()

    assert app.exception[0].proto.type == "AttributeError"
    assert app.exception[0].message.startswith("module 'streamlit' has no attribute 'experimental_rerun'")
    assert shown(app) == ["runs: 2"]


@pytest.mark.engines("server", reason="AppTest thinks that the run has ended")
def test_exit(run):
    """`sys.exit()` leaves the page in the running state: the elements that the run didn't render again stay on the
    page, faded, and the next click still triggers a run.
    """
    app = run("reruns/exit_call.py")
    for runs in (2, 3):
        app.page.get_by_role("button", name="Leave").click()
        app.page.get_by_text(f"runs: {runs}").wait_for()

    assert app.page.get_by_text("bottom").is_visible()
    assert app.page.locator("[data-stale=true]", has_text="bottom").count() == 1
    assert app.page.get_by_test_id("stApp").get_attribute("data-test-script-state") == "running"


@pytest.mark.engines("server", reason="AppTest waits for a run to end")
def test_endless_loop(run):
    """A `while True` loop that updates an element keeps its run going, so that no line below it runs; a change of a
    widget outside fragments ends it.
    """
    app = run("reruns/endless_loop.py")
    assert shown(app) == ["below the loop"]

    app.page.get_by_text("Watch").click()
    app.page.get_by_text(re.compile(r"^tick \d\d+$")).wait_for()
    app.page.get_by_text("Watch").click()
    app.wait_for_rerun()
    assert shown(app) == ["below the loop"]


@pytest.mark.engines("server", reason="AppTest waits for a run to end")
def test_loop_without_commands(run):
    """A loop that calls no `st` command and doesn't use `st.session_state` isn't ended by the user's next action: it
    continues in the background while a new run shows the page.
    """
    app = run("reruns/busy_loop.py")
    assert shown(app) == ["ticks: 0"]

    app.page.get_by_text("Work").click()
    app.page.locator("[data-test-script-state=running]").wait_for()
    app.page.get_by_text("Work").click()
    app.wait_for_rerun()
    (before,) = shown(app)
    assert int(before.removeprefix("ticks: ")) < 50

    for _ in range(100):
        app.button[0].click().run()
        if shown(app) == ["ticks: 50"]:
            break
    assert shown(app) == ["ticks: 50"]


@pytest.mark.engines("server", reason="AppTest watches no files")
def test_edit_waits(run):
    """By default, an edited script waits for the next rerun: the page says that the file has changed, and still shows
    the last run.
    """
    app = run("reruns/edited.py")
    app.server.edit("first", "second")
    app.page.get_by_text("File change").wait_for()
    assert app.page.get_by_test_id("stText").inner_text() == "first: 1"

    app.run()
    assert shown(app) == ["second: 2"]


@pytest.mark.engines("server", reason="AppTest watches no files")
def test_syntax_error(run):
    """A script with a syntax error doesn't run: a dialog shows the error over what the last run rendered, and the
    session continues after you fix the script.
    """
    app = run("reruns/edited.py")
    app.server.edit("import streamlit", "import import streamlit")
    app.page.get_by_text("File change").wait_for()
    app.page.keyboard.press("r")
    dialog = app.page.get_by_role("dialog")
    dialog.get_by_text("SyntaxError: invalid syntax").wait_for()
    assert app.page.get_by_test_id("stText").inner_text() == "first: 1"

    app.server.edit("import import streamlit", "import streamlit")
    dialog.get_by_role("button", name="Close").last.click()
    app.run()
    assert shown(app) == ["first: 2"]


def watch(app):
    app.page.get_by_text("Watch").click()
    app.page.get_by_text(re.compile(r"^tick \d+$")).wait_for()


def ticks(app):
    """Return how many ticks the app shows in two reruns, half a second apart."""
    first = shown(app.run())
    app.page.wait_for_timeout(500)
    return [*first, *shown(app.run())]


def assert_the_loop_ends(app):
    """Rerun an app until the loop of another tab makes no more ticks."""
    for _ in range(20):
        first, second = ticks(app)
        if first == second:
            break
    assert first == second


@pytest.mark.engines("server", reason="AppTest has no tabs")
def test_loop_and_the_closed_tab(run):
    """If the user closes or reloads the tab, or the tab loses its connection, a `while True` loop that updates an
    element ends at its next `st` command.
    """
    ada, bob = run("reruns/closed_tab.py"), run("reruns/closed_tab.py")
    for leave in ("close", "reload", "disconnect"):
        tab = ada.new_tab()
        watch(tab)
        first, second = ticks(bob)
        assert first != second

        getattr(tab, leave)()
        assert_the_loop_ends(bob)


@pytest.mark.engines("server", reason="AppTest has no network")
def test_loop_after_a_lost_connection(run):
    """When a tab reconnects after a lost connection has ended its run, the script runs again, and so does its loop."""
    ada, bob = run("reruns/closed_tab.py"), run("reruns/closed_tab.py")
    watch(ada)
    ada.disconnect()
    assert_the_loop_ends(bob)

    ada.page.context.set_offline(False)
    ada.page.locator("[data-test-connection-state=CONNECTED][data-test-script-state=running]").wait_for()
    first, second = ticks(bob)
    assert first != second


@pytest.mark.engines("server", reason="AppTest has no tabs")
def test_busy_loop_and_the_closed_tab(run):
    """A loop that calls no `st` command and doesn't use `st.session_state` continues after the user has closed the
    tab.
    """
    ada, bob = run("reruns/closed_tab_busy.py"), run("reruns/closed_tab_busy.py")
    ada.page.get_by_text("Work").click()
    ada.page.locator("[data-test-script-state=running]").wait_for()
    ada.close()
    bob.run()
    assert int(shown(bob)[0].removeprefix("ticks: ")) < 50

    for _ in range(100):
        bob.run()
        if shown(bob) == ["ticks: 50"]:
            break
    assert shown(bob) == ["ticks: 50"]


def start_the_query(app):
    """Click Go, and return whether the first screen is visible while the query is running."""
    app.page.get_by_role("button", name="Go").click()
    app.page.locator("[data-stale=true]").first.wait_for()
    first = app.page.get_by_text("First screen").count()
    app.page.get_by_text("Result").wait_for()
    app.page.get_by_text("First screen").wait_for(state="detached")
    return bool(first)


@pytest.mark.engines("server", reason="AppTest shows a run when it is over")
def test_elements_of_the_previous_run(run):
    """While a run is in progress, the elements of the previous run that it hasn't replaced yet stay on the page, faded;
    they disappear when the run ends.
    """
    assert start_the_query(run("reruns/old_screen.py"))


@pytest.mark.engines("server", reason="AppTest shows a run when it is over")
def test_old_screen_in_a_placeholder(run):
    """If every run starts with the same `st.empty`, and each screen is rendered in it, the old screen disappears before
    the slow line ends.
    """
    app = run("reruns/old_screen_fixed.py")
    app.page.get_by_role("button", name="Go").click()
    app.page.get_by_text("First screen").wait_for(state="detached")
    assert app.page.get_by_text("Result").count() == 0

    app.page.get_by_text("Result").wait_for()


@pytest.mark.engines("server", reason="AppTest has no clock")
@pytest.mark.since("1.37")
def test_rerun_of_the_whole_app(run):
    """If a fragment with `run_every` calls `st.rerun()` in its own reruns, but not in full runs, the whole script
    reruns at that interval, and session state is kept.
    """
    app = run("reruns/every_second.py")
    app.page.get_by_text(re.compile(r"^runs: (\d\d|[3-9])$")).wait_for()
    runs = app.page.get_by_test_id("stText")
    before = int(runs.inner_text().removeprefix("runs: "))
    app.page.wait_for_timeout(2000)
    assert int(runs.inner_text().removeprefix("runs: ")) < before + 5
