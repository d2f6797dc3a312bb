import pytest


def texts(app):
    return [text.value for text in app.text]


def raised(app):
    return [(exception.proto.type.split(".")[-1], exception.message) for exception in app.exception]


@pytest.mark.fails_on("stlite", reason="stlite has no threads")
def test_thread(run):
    """On a server, a thread that the script starts can append to a list in the user's session state."""
    app = run("stlite/thread.py")
    app.button[0].click().run()

    assert texts(app) == ["results: ['saved']"]


@pytest.mark.engines("stlite", reason="it is about stlite")
def test_no_thread_in_stlite(run):
    """In stlite, starting a thread raises `RuntimeError` with the message `can't start new thread`."""
    app = run("stlite/thread.py")
    app.button[0].click().run()

    assert raised(app) == [("RuntimeError", "can't start new thread")]


@pytest.mark.fails_on("stlite", reason="the function returns a coroutine there")
def test_sleep_in_text(run):
    """On a server, a function that calls `time.sleep` returns its value inside an f-string."""
    app = run("stlite/sleep_in_text.py")

    assert texts(app) == ["order: loaded"]


@pytest.mark.engines("stlite", reason="it is about stlite")
def test_sleep_in_text_in_stlite(run):
    """In stlite, if a function in your script calls `time.sleep`, it returns a coroutine inside an f-string, and no
    error is shown.
    """
    app = run("stlite/sleep_in_text.py")

    assert texts(app)[0].startswith("order: <coroutine object load at ")
    assert not app.exception


def test_assigned_first(run):
    """If your script assigns what the function returns to a variable first, the f-string shows the value, on a server
    and in stlite.
    """
    app = run("stlite/sleep_in_text_fixed.py")

    assert texts(app) == ["order: loaded"]


@pytest.mark.fails_on("stlite", reason="the method returns a coroutine there")
def test_sleep_in_method(run):
    """On a server, a method that calls `time.sleep` returns its value."""
    app = run("stlite/sleep_in_method.py")

    assert texts(app) == ["order: loaded"]


@pytest.mark.engines("stlite", reason="it is about stlite")
def test_sleep_in_method_in_stlite(run):
    """In stlite, if a method of a class in your script calls `time.sleep`, it returns a coroutine, even if your script
    assigns it to a variable first.
    """
    app = run("stlite/sleep_in_method.py")

    assert texts(app)[0].startswith("order: <coroutine object Shop.load at ")


@pytest.mark.fails_on("stlite", reason="the callback doesn't run there")
def test_sleep_in_callback(run):
    """On a server, a callback that calls `time.sleep` changes session state before the script runs."""
    app = run("stlite/sleep_in_callback.py")
    app.button[0].click().run()

    assert texts(app) == ["saved: True"]


@pytest.mark.engines("stlite", reason="it is about stlite")
def test_sleep_in_callback_in_stlite(run):
    """In stlite, a callback that calls `time.sleep` doesn't run: it changes nothing, and no error is shown."""
    app = run("stlite/sleep_in_callback.py")
    app.button[0].click().run()

    assert texts(app) == ["saved: False"]
    assert not app.exception


@pytest.mark.fails_on("stlite", reason="the function returns a coroutine there")
def test_sleep_in_cached_function(run):
    """On a server, a function with `@st.cache_data` that calls `time.sleep` returns its value."""
    app = run("stlite/sleep_in_cached.py")

    assert texts(app) == ["order: loaded"]


@pytest.mark.engines("stlite", reason="it is about stlite")
def test_sleep_in_cached_function_in_stlite(run):
    """In stlite, a function with `@st.cache_data` that calls `time.sleep` raises `UnserializableReturnValueError`."""
    app = run("stlite/sleep_in_cached.py")

    assert [kind for kind, _ in raised(app)] == ["UnserializableReturnValueError"]


def test_sleep_in_module(run):
    """If the functions and methods that call `time.sleep` are in a module that your script imports, they return their
    values, on a server and in stlite.
    """
    app = run("stlite/sleep_in_module")

    assert texts(app) == ["order: loaded", "shop: loaded"]


@pytest.mark.fails_on("stlite", reason="what the coroutine stores is lost there")
def test_async_callback(run):
    """On a server, what a coroutine stores under `asyncio.run` in a callback is in session state when the script
    runs.
    """
    app = run("stlite/async_callback.py")
    app.button[0].click().run()

    assert texts(app) == ["saved: True"]


@pytest.mark.engines("stlite", reason="it is about stlite")
def test_async_callback_in_stlite(run):
    """In stlite, what a coroutine stores under `asyncio.run` in a callback isn't in session state, and no error is
    shown.
    """
    app = run("stlite/async_callback.py")
    app.button[0].click().run()
    app.run()

    assert texts(app) == ["saved: False"]
    assert not app.exception


@pytest.mark.fails_on("stlite", reason="all runs share one event loop there")
def test_task(run):
    """On a server, a task that isn't finished when `asyncio.run` returns is canceled."""
    app = run("stlite/task.py")
    app.button[0].click().run()

    assert texts(app) == ["canceled: True"]


@pytest.mark.engines("stlite", reason="it is about stlite")
def test_task_in_stlite(run):
    """In stlite, a task that isn't finished when `asyncio.run` returns isn't canceled."""
    app = run("stlite/task.py")
    app.button[0].click().run()

    assert texts(app) == ["canceled: False"]


def after_ada(ada, bob):
    """Enter a name as one user; return what another user sees afterward."""
    ada.text_input[0].set_value("Ada").run()
    bob.run()
    return texts(bob)


@pytest.mark.fails_on("stlite", reason="each user has a separate Python there")
def test_cache_of_all_users(run):
    """On a server, all users share the object that a function with `@st.cache_resource` returns."""
    ada, bob = run("stlite/guestbook.py"), run("stlite/guestbook.py")

    assert after_ada(ada, bob) == ["guests: ['Ada']"]


@pytest.mark.engines("stlite", reason="it is about stlite")
def test_cache_of_one_user_in_stlite(run):
    """In stlite, each user has a separate object from a function with `@st.cache_resource`."""
    ada, bob = run("stlite/guestbook.py"), run("stlite/guestbook.py")

    assert after_ada(ada, bob) == ["guests: []"]


@pytest.mark.fails_on("stlite", reason="each user has separate files there")
def test_file_of_all_users(run):
    """On a server, all users share the files that the app writes."""
    ada, bob = run("stlite/file.py"), run("stlite/file.py")

    assert after_ada(ada, bob) == ["guest: Ada"]


@pytest.mark.engines("stlite", reason="it is about stlite")
def test_file_of_one_user_in_stlite(run):
    """In stlite, each user has separate files: no other user reads what the app writes for a user."""
    ada, bob = run("stlite/file.py"), run("stlite/file.py")

    assert after_ada(ada, bob) == ["guest: nobody"]


def test_process(run):
    """On a server, `subprocess.check_output` runs a program and returns its output."""
    app = run("stlite/process.py")
    app.button[0].click().run()

    assert texts(app) == ["program: done"]


@pytest.mark.engines("stlite", reason="it is about stlite")
def test_no_process_in_stlite(run):
    """In stlite, `subprocess.check_output` raises `OSError`."""
    app = run("stlite/process.py")
    app.button[0].click().run()

    assert [kind for kind, _ in raised(app)] == ["OSError"]
