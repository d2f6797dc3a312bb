def texts(app):
    return [text.value for text in app.text]


def test_script_session_and_module(run):
    """After two runs by one user and one by another, a list made by the script holds one item,
    a list in `st.session_state` an item per run of its user, a module's list an item per run of anybody.
    """
    ada = run("sessions/three_places")
    ada.run()
    assert texts(ada) == ["script: ['run']", "session: ['run', 'run']", "module: ['run', 'run']"]

    bob = run("sessions/three_places")
    assert texts(bob) == ["script: ['run']", "session: ['run']", "module: ['run', 'run', 'run']"]


def test_same_key_in_two_sessions(run):
    """Two users who fill the same key each find their own value there, whoever acted last."""
    ada = run("sessions/own_value.py")
    bob = run("sessions/own_value.py")
    ada.text_input[0].set_value("from Ada").run()
    bob.text_input[0].set_value("from Bob").run()
    ada.button[0].click().run()
    bob.button[0].click().run()
    ada.run()

    assert texts(ada) == ["kept: from Ada"]
    assert ada.text_input[0].value == "from Ada"
    assert texts(bob) == ["kept: from Bob"]
    assert bob.text_input[0].value == "from Bob"


def test_callback_acts_on_its_own_session(run):
    """A callback reads and writes the session of the user who clicked, and no other."""
    ada = run("sessions/own_value.py")
    bob = run("sessions/own_value.py")
    ada.text_input[0].set_value("from Ada").run()
    bob.text_input[0].set_value("from Bob").run()
    ada.button[0].click().run()
    bob.run()

    assert texts(ada) == ["kept: from Ada"]
    assert texts(bob) == ["kept: None"]


def test_clear_empties_one_session(run):
    """`st.session_state.clear()` empties the session of the user who caused it; other users
    keep their values.
    """
    ada = run("sessions/sign_out.py")
    bob = run("sessions/sign_out.py")
    ada.button[0].click().run()
    bob.button[0].click().run()
    assert texts(ada) == ["user: Ada"]

    ada.button[1].click().run()
    bob.run()

    assert texts(ada) == ["user: None"]
    assert texts(bob) == ["user: Ada"]


def test_cached_object_is_shared(run):
    """What `st.cache_resource` returns is one object for all users: what one puts into it,
    the others read.
    """
    ada = run("sessions/cached_object.py")
    bob = run("sessions/cached_object.py")

    for writer, reader, notice in ((ada, bob, "tea at four"), (bob, ada, "tea at five")):
        writer.text_input[0].set_value(notice).run()
        writer.button[0].click().run()
        reader.run()
        assert texts(reader) == [f"board: {{'notice': '{notice}'}}"]


def test_cached_data_is_a_copy(run):
    """`st.cache_data` loads once for all users and gives a copy to every call: what one call
    changes reaches neither the next call nor the next user.
    """
    ada = run("sessions/cached_copy.py")
    bob = run("sessions/cached_copy.py")

    changed, again = texts(ada)
    assert changed.startswith("changed: {'apple': 2, 'loaded': ")
    assert again.startswith("loaded again: {'apple': 1, 'loaded': ")
    assert texts(bob) == [changed, again]


def greet(app, name):
    app.text_input[0].set_value(name).run()
    app.button[0].click().run()
    return texts(app)


def test_cached_function_that_reads_state(run):
    """A function under `st.cache_data` that reads `st.session_state` gives the first user's
    result to the next user.
    """
    assert greet(run("sessions/cached_greeting.py"), "Ada") == ["name: Ada", "greeting: Hello Ada"]
    assert greet(run("sessions/cached_greeting.py"), "Bob") == ["name: Bob", "greeting: Hello Ada"]


def test_cached_function_with_an_argument(run):
    """When the user's value is an argument of the cached function, each user gets the result
    for their own value.
    """
    assert greet(run("sessions/cached_greeting_fixed.py"), "Ada") == ["name: Ada", "greeting: Hello Ada"]
    assert greet(run("sessions/cached_greeting_fixed.py"), "Bob") == ["name: Bob", "greeting: Hello Bob"]


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


def test_thread_does_not_reach_the_session(run):
    """A value that a thread started by the script stores in `st.session_state` is not in the
    user's session, and no error is shown.
    """
    ada, bob = run("sessions/thread_alone.py"), run("sessions/thread_alone.py")
    shown = start_threads(ada, bob)

    assert [session for _, session in shown] == ["session has: nothing"] * 3


def test_thread_without_context_is_logged(run, server_log):
    """A thread started by the script that uses `st.session_state` leaves `missing ScriptRunContext!`
    in the server's log, with its name.
    """
    ada, bob = run("sessions/thread_alone.py"), run("sessions/thread_alone.py")
    start_threads(ada, bob)

    assert any(
        message.startswith("Thread 'ThreadPoolExecutor-")
        and message.endswith(": missing ScriptRunContext! This warning can be ignored when running in bare mode.")
        for message in server_log()
    )


def test_threads_of_all_users_share_one_state(run):
    """Threads without the script's context share one state, whoever started them: a thread of
    one user reads what another user's has stored.
    """
    ada, bob = run("sessions/thread_alone.py"), run("sessions/thread_alone.py")
    _, (bobs, _), (adas, _) = start_threads(ada, bob)

    assert bobs == "thread found: done for Ada"
    assert adas == "thread found: done for Bob"


def test_thread_with_context_reaches_the_session(run):
    """With the script's context added, a thread reads and writes the session of the user
    whose run started it.
    """
    ada, bob = run("sessions/thread_with_context.py"), run("sessions/thread_with_context.py")

    assert start_threads(ada, bob) == [
        ["thread found: nothing", "session has: done for Ada"],
        ["thread found: nothing", "session has: done for Bob"],
        ["thread found: done for Ada", "session has: done for Ada"],
    ]


def test_thread_returns_its_result(run):
    """A thread that gets its input as arguments and returns its result needs no session:
    the script stores the result for its user.
    """
    ada, bob = run("sessions/thread_returns.py"), run("sessions/thread_returns.py")

    assert start_threads(ada, bob) == [
        ["thread found: nothing", "session has: done for Ada"],
        ["thread found: nothing", "session has: done for Bob"],
        ["thread found: done for Ada", "session has: done for Ada"],
    ]
