import re

import pytest


def texts(app):
    return [text.value for text in app.text]


def start_threads(ada, bob):
    """Start a thread for Ada, one for Bob and a second one for Ada; return what the page shows each time."""
    ada.text_input[0].set_value("Ada").run()
    bob.text_input[0].set_value("Bob").run()
    shown = []
    for user in (ada, bob, ada):
        user.button[0].click().run()
        assert not user.exception
        shown.append(texts(user))
    return shown


@pytest.mark.fails_on("stlite", reason="stlite has no threads")
def test_thread_does_not_reach_the_session(run):
    """By default, a value that a thread stores in `st.session_state` isn't in the user's session, and no
    error is shown.
    """
    ada, bob = run("threads/alone.py"), run("threads/alone.py")
    shown = start_threads(ada, bob)

    assert [session for _, session in shown] == ["session has: nothing"] * 3


@pytest.mark.fails_on("stlite", reason="stlite has no threads")
def test_thread_without_context_is_logged(run, server_log):
    """By default, if a thread without the script's context uses `st.session_state`, the server's log shows `missing
    ScriptRunContext` and the thread's name.
    """
    ada, bob = run("threads/alone.py"), run("threads/alone.py")
    start_threads(ada, bob)

    assert any(
        re.match(r"Thread 'ThreadPoolExecutor-\d+_\d+': missing ScriptRunContext", line) for line in server_log()
    )


@pytest.mark.fails_on("stlite", reason="stlite has no threads")
@pytest.mark.since("1.35")
def test_threads_of_all_users_share_one_state(run):
    """Threads without the script's context share one state across all users: a thread of one user reads what a thread
    of another user has stored.
    """
    ada, bob = run("threads/alone.py"), run("threads/alone.py")
    _, (bobs, _), (adas, _) = start_threads(ada, bob)

    assert bobs == "thread found: done for Ada"
    assert adas == "thread found: done for Bob"


@pytest.mark.until("1.34")
def test_thread_finds_nothing(run):
    """In 1.34 and earlier, threads without the script's context shared nothing: no other thread found what a thread
    had stored, not even a thread of the same user.
    """
    ada, bob = run("threads/alone.py"), run("threads/alone.py")
    shown = start_threads(ada, bob)

    assert [thread for thread, _ in shown] == ["thread found: None"] * 3


@pytest.mark.fails_on("stlite", reason="stlite has no threads")
def test_thread_with_context_reaches_the_session(run):
    """If a thread has the script's context, it reads and writes the session state of the user whose run started it."""
    ada, bob = run("threads/with_context.py"), run("threads/with_context.py")

    assert start_threads(ada, bob) == [
        ["thread found: nothing", "session has: done for Ada"],
        ["thread found: nothing", "session has: done for Bob"],
        ["thread found: done for Ada", "session has: done for Ada"],
    ]


@pytest.mark.fails_on("stlite", reason="stlite has no threads")
def test_thread_returns_its_result(run):
    """A thread that gets its input as arguments and returns its result doesn't need the session: the script stores the
    result for its user.
    """
    ada, bob = run("threads/returns.py"), run("threads/returns.py")

    assert start_threads(ada, bob) == [
        ["thread found: nothing", "session has: done for Ada"],
        ["thread found: nothing", "session has: done for Bob"],
        ["thread found: done for Ada", "session has: done for Ada"],
    ]


@pytest.mark.fails_on("stlite", reason="stlite has no threads")
def test_thread_draws_nothing(run):
    """In a thread without the script's context, `st.text` displays nothing and `st.rerun()` doesn't trigger a rerun,
    and no error is shown.
    """
    app = run("threads/draws.py")
    assert (texts(app), len(app.exception)) == (["runs: ['run']"], 0)


@pytest.mark.fails_on("stlite", reason="stlite has no threads")
@pytest.mark.since("1.30")
def test_switch_page_in_a_thread(run):
    """In a thread without the script's context, `st.switch_page` raises `NoSessionContext`."""
    app = run("threads/switch_page.py")
    assert (texts(app), len(app.exception)) == (["home"], 0)

    app.button[0].click().run()
    assert texts(app) == []
    assert app.exception[0].proto.type.split(".")[-1] == "NoSessionContext"


@pytest.mark.fails_on("stlite", reason="stlite has no threads")
def test_thread_that_appends(run):
    """If you pass a list from session state to a thread, the thread can append to it, and the items are in the user's
    session state.
    """
    ada, bob = run("threads/appends.py"), run("threads/appends.py")
    ada.button[0].click().run()
    ada.button[0].click().run()
    bob.run()

    assert texts(ada) == ["results: ['done', 'done']"]
    assert texts(bob) == ["results: []"]


@pytest.mark.fails_on("stlite", reason="stlite has no threads")
def test_pool_with_context(run):
    """If you pass `add_script_run_ctx` as a pool's `initializer`, and `None` and the script's context as its
    `initargs`, all threads of the pool have the script's context.
    """
    app = run("threads/pool_with_context.py")
    app.text_input[0].set_value("Ada").run()

    assert texts(app) == ["Hello Ada", "Goodbye Ada"]


@pytest.mark.fails_on("stlite", reason="stlite has no threads")
def test_thread_in_each_run(run):
    """If the script starts a thread on every run, each full rerun starts another thread."""
    app = run("threads/each_run.py")
    app.run()
    assert texts(app) == ["started: ['thread', 'thread']"]


@pytest.mark.fails_on("stlite", reason="stlite has no threads")
def test_thread_for_each_session(run):
    """If the script starts a thread only while session state has none, the thread is started once per session."""
    app = run("threads/each_run_fixed.py")
    app.run()
    assert texts(app) == ["started: ['thread']"]
    assert texts(run("threads/each_run_fixed.py")) == ["started: ['thread']"]


@pytest.mark.fails_on("stlite", reason="stlite has no threads")
def test_thread_for_all(run):
    """By default, a thread that is started in a function with `st.cache_resource` and without parameters is started
    once for all users and reruns.
    """
    app = run("threads/one_for_all.py")
    first = texts(app)
    assert re.fullmatch(r"started: \[\d+\]", first[0])
    app.run()
    assert texts(app) == texts(run("threads/one_for_all.py")) == first


@pytest.mark.fails_on("stlite", reason="stlite has no threads")
def test_stop_a_thread(run):
    """If a thread waits for an `Event` in session state, a callback can end the thread by setting the event."""
    app = run("threads/stop.py")
    assert (texts(app), len(app.exception)) == ([], 0)
    app.button[0].click().run()
    assert texts(app) == ["running: True"]
    app.run()
    assert texts(app) == ["running: True"]
    app.button[1].click().run()
    assert texts(app) == ["running: False"]


def beats(app):
    app.run()
    return int(texts(app)[0].removeprefix("beats: "))


@pytest.mark.engines("server", reason="AppTest has no tabs")
def test_thread_outlives_the_tab(run):
    """A thread keeps running after the tab that started it is closed."""
    ada, bob = run("threads/closed_tab.py"), run("threads/closed_tab.py")
    ada.button[0].click().run()
    ada.close()
    before = beats(bob)
    later = next((now for now in map(beats, [bob] * 20) if now > before + 2), before)

    assert later > before + 2


@pytest.mark.engines("server", reason="AppTest runs no fragment by itself")
def test_poll(run):
    """A fragment with `run_every` can check a thread's future, show the result without a click, and end the polling
    with `st.rerun()`.
    """
    app = run("threads/poll.py")
    app.page.get_by_role("button", name="Start", exact=True).click()
    app.page.get_by_text("working", exact=True).wait_for()
    app.page.get_by_text("result: done", exact=True).wait_for()
    app.run()

    assert texts(app) == ["result: done"]


@pytest.mark.fails_on("stlite", reason="stlite has no threads")
def test_error_in_a_thread(run):
    """An exception in a function that you pass to `pool.submit` isn't shown until the script calls `result()`, which
    raises the exception.
    """
    app = run("threads/error.py")
    assert (texts(app), len(app.exception)) == (["after the thread"], 0)
    app.button[0].click().run()
    assert (app.exception[0].proto.type, app.exception[0].message) == ("ValueError", "no data")


@pytest.mark.fails_on("stlite", reason="stlite has no threads")
def test_asyncio_run(run):
    """Coroutines and tasks that the script runs with `asyncio.run` read and write the user's session state."""
    assert texts(run("threads/asyncio_run.py")) == ["fetched: ['Rome', 'Oslo']", "data of Rome, data of Oslo"]


@pytest.mark.fails_on("stlite", reason="stlite has no threads")
def test_to_thread(run):
    """Without the script's context, a function that you pass to `asyncio.to_thread` doesn't find the user's session
    state.
    """
    assert texts(run("threads/to_thread.py")) == ["script: Ada, thread: None"]


@pytest.mark.filterwarnings(
    "ignore:coroutine 'save' was never awaited", "ignore::pytest.PytestUnraisableExceptionWarning"
)
def test_async_callback(run):
    """If a callback is an `async` function, its code doesn't run, and no error is shown."""
    app = run("threads/async_callback.py")
    app.button[0].click().run()
    assert (texts(app), len(app.exception)) == (["saved: None"], 0)


@pytest.mark.fails_on("stlite", reason="what the coroutine stores is lost there")
def test_async_callback_run(run):
    """If a callback passes the coroutine to `asyncio.run`, the coroutine runs before the script."""
    app = run("threads/async_callback_fixed.py")
    assert texts(app) == ["saved: None"]
    app.button[0].click().run()
    assert texts(app) == ["saved: True"]


@pytest.mark.fails_on("stlite", reason="all runs share one event loop there")
def test_background_task(run):
    """If a task isn't finished when `asyncio.run` returns, it is canceled, even if session state holds it."""
    app = run("threads/background_task.py")
    app.button[0].click().run()
    assert texts(app) == ["cancelled: True"]


@pytest.mark.since("1.64")
def test_event_loop(run):
    """`asyncio.get_event_loop()` returns a loop in the script, if the run hasn't called `asyncio.run` before, and
    raises `RuntimeError` in a thread.
    """
    app = run("threads/event_loop.py")
    assert texts(app) == ["running: False"]
    assert app.exception[0].proto.type == "RuntimeError"
    assert app.exception[0].message == "There is no current event loop in thread 'worker_0'."


@pytest.mark.fails_on("stlite", reason="all runs share one event loop there")
def test_event_loop_after_run(run):
    """After a call of `asyncio.run` in the same run, `asyncio.get_event_loop()` raises `RuntimeError` in
    the script, too.
    """
    app = run("threads/event_loop_after_run.py")
    assert texts(app) == ["data"]
    assert app.exception[0].proto.type == "RuntimeError"
    assert app.exception[0].message == "There is no current event loop in thread 'ScriptRunner.scriptThread'."


@pytest.mark.fails_on("stlite", reason="all runs share one event loop there")
@pytest.mark.until("1.63")
def test_no_event_loop(run):
    """In 1.63 and earlier, `asyncio.get_event_loop()` raised `RuntimeError` in the script, too."""
    app = run("threads/event_loop.py")
    assert texts(app) == []
    assert app.exception[0].proto.type == "RuntimeError"
    assert app.exception[0].message == "There is no current event loop in thread 'ScriptRunner.scriptThread'."


def test_process_without_a_guard(run):
    """If processes are spawned, a script that uses a `ProcessPoolExecutor` in every run without `if __name__ ==
    "__main__":` raises `BrokenProcessPool`, because each process runs the script again.
    """
    app = run("threads/process_unguarded")
    assert app.exception[0].proto.type.rpartition(".")[2] == "BrokenProcessPool"
    assert app.exception[0].message == (
        "A process in the process pool was terminated abruptly while the future was running or pending."
    )
    assert texts(app) == []


def test_process_has_no_session(run):
    """A function in a spawned process doesn't find the user's values in `st.session_state`."""
    assert texts(run("threads/process_guarded"))[0] == "session state: {}"


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_forked_process(run):
    """A function in a forked process finds a copy of the user's session state, and the session doesn't get what the
    function stores.
    """
    app = run("threads/process_forked")
    assert texts(app) == [
        "process: [('name', 'Ada'), ('stored', 'by the process')]",
        "session: [('name', 'Ada')]",
    ]


def test_process_with_an_argument(run):
    """A function in a spawned process can take an argument from the script and return its result to the script."""
    assert texts(run("threads/process_guarded"))[1] == "argument: Hello Ada"


def test_bare_mode_log(run):
    """If a script uses `st.session_state`, `python app.py` logs that session state doesn't function without `streamlit
    run`.
    """
    log = run("threads/bare_mode").code[0].value
    assert "Session state does not function when running a script without `streamlit run`" in log


@pytest.mark.since("1.38")
def test_bare_mode_names_the_command(run):
    """`python app.py` logs `Thread 'MainThread': missing ScriptRunContext!`, and the command to run instead, which
    begins with `streamlit run`.
    """
    log = run("threads/bare_mode").code[0].value
    assert "Thread 'MainThread': missing ScriptRunContext!" in log
    assert re.search(r"^ *streamlit run \S*bare\.py", log, re.MULTILINE)


@pytest.mark.since("1.35")
def test_bare_mode_goes_on(run):
    """Under `python app.py`, a text input returns its default, its key isn't in `st.session_state`, and values that
    the script stores can be read until the script ends.
    """
    assert run("threads/bare_mode").text[0].value.splitlines() == ["widget: Ada, keys: []", "runs: 1"]


@pytest.mark.until("1.34")
def test_bare_mode_fails(run):
    """In 1.34 and earlier, a script under `python app.py` failed when it read a value that it had stored
    in `st.session_state`.
    """
    app = run("threads/bare_mode")
    assert app.text[0].value.splitlines() == ["widget: Ada, keys: []"]
    assert (
        app.code[0]
        .value.splitlines()[-1]
        .startswith('AttributeError: st.session_state has no attribute "runs". Did you forget to initialize it?')
    )


@pytest.mark.fails_on("stlite", reason="all runs share one event loop there")
def test_loop_of_an_earlier_run(run):
    """If session state keeps an object that uses the event loop of the run that created it, such as an async client,
    using it under `asyncio.run` in a later run raises `RuntimeError: Event loop is closed`.
    """
    app = run("threads/async_client.py")
    assert (texts(app), len(app.exception)) == (["data"], 0)

    app.run()
    assert texts(app) == []
    assert (app.exception[0].proto.type, app.exception[0].message) == ("RuntimeError", "Event loop is closed")


@pytest.mark.fails_on("stlite", reason="stlite has no threads")
def test_two_loops(run):
    """If an async client awaits a future of another loop that is still open, it raises `RuntimeError` with `attached to
    a different loop`.
    """
    app = run("threads/async_client_two_loops.py")

    assert app.exception[0].proto.type == "RuntimeError"
    assert re.fullmatch("Task <.+> got Future <.+> attached to a different loop", app.exception[0].message)
    assert texts(app) == []


def test_client_of_each_run(run):
    """If each run creates the client under `asyncio.run`, the client works in every run."""
    app = run("threads/async_client_fixed.py")
    assert (texts(app), len(app.exception)) == (["data"], 0)

    app.run()
    assert (texts(app), len(app.exception)) == (["data"], 0)


@pytest.mark.fails_on("stlite", reason="stlite has no threads")
def test_loop_in_a_thread(run):
    """If `asyncio.run_coroutine_threadsafe` runs all coroutines of an async client in one loop, which runs in a thread
    that a function with `st.cache_resource` has started, session state can keep the client, and it works in every run.
    """
    ada, bob = run("threads/async_client_kept.py"), run("threads/async_client_kept.py")
    assert (texts(ada), texts(bob)) == (["data 1"], ["data 1"])
    for user, requests in ((ada, 2), (bob, 2), (ada, 3)):
        user.run()
        assert (texts(user), len(user.exception)) == ([f"data {requests}"], 0)


def count_while_others_watch(app, others):
    """Count, then let one more user after another keep a thread, until counting again fails."""
    app.page.get_by_role("button", name="Count", exact=True).wait_for()
    app.button[0].click().run()
    assert texts(app) == ["teas: 7"]
    for other in others:
        other.page.get_by_text("Watch", exact=True).click()
        other.page.get_by_text(re.compile(r":\d\d:")).wait_for()
        app.button[0].click().run()
        if app.exception:
            break


@pytest.mark.engines("server", reason="AppTest waits for a run to end")
def test_sqlite_in_another_thread(run):
    """An SQLite connection in session state raises `ProgrammingError` if a rerun has another thread than the run that
    created the connection, for example while another user's run is in progress.
    """
    app = run("threads/sqlite.py")
    count_while_others_watch(app, [run("threads/sqlite.py") for _ in range(4)])

    assert texts(app) == []
    assert app.exception[0].proto.type == "sqlite3.ProgrammingError"
    assert re.match(
        "SQLite objects created in a thread can only be used in that same thread."
        r" The object was created in thread id \d+ and this is thread id \d+.",
        app.exception[0].message,
    )


@pytest.mark.engines("server", reason="AppTest waits for a run to end")
def test_sqlite_in_all_threads(run):
    """With `check_same_thread=False`, an SQLite connection in session state works in later runs, too, even while other
    users' runs are in progress.
    """
    app = run("threads/sqlite_fixed.py")
    count_while_others_watch(app, [run("threads/sqlite_fixed.py") for _ in range(4)])

    assert (texts(app), len(app.exception)) == (["teas: 7"], 0)
