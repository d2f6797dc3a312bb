import re

import pytest


def texts(app):
    return [text.value for text in app.text]


@pytest.mark.engines("server", reason="AppTest has no server")
def test_database_after_a_restart(run):
    """Values in an SQLite file are kept when the session ends and when the server restarts: a new session
    reads them.
    """
    app = run("persistence/notes.py")
    app.text_input[0].set_value("Ada").run()
    app.text_input[1].set_value("buy tea").run()
    app.button[0].click().run()
    app.restart_server().reload()
    assert texts(app) == []

    app.text_input[0].set_value("Ada").run()
    assert texts(app) == ["buy tea"]


def test_rows_of_a_user(run):
    """If each row stores a user's name, a session reads only the rows with the name that its user has entered."""
    for user, note in (("Ada", "buy tea"), ("Bob", "sell tea")):
        app = run("persistence/notes.py")
        app.text_input[0].set_value(user).run()
        app.text_input[1].set_value(note).run()
        app.button[0].click().run()
        assert texts(app) == [note]

    again = run("persistence/notes.py")
    again.text_input[0].set_value("Ada").run()
    assert texts(again) == ["buy tea"]


def test_settings_file(run):
    """If a callback saves a value to a JSON file and the first run of each session loads it, each new session starts
    with the value that was saved last, no matter which user saved it.
    """
    ada = run("persistence/settings.py")
    assert ada.text_input[0].value == ""
    ada.text_input[0].set_value("Oslo").run()
    ada.text_input[0].set_value("Rome").run()
    assert ada.text_input[0].value == "Rome"

    bob = run("persistence/settings.py")
    assert bob.text_input[0].value == "Rome"

    ada.text_input[0].set_value("Bonn").run()
    bob.run()
    assert bob.text_input[0].value == "Rome"


@pytest.mark.engines("server", reason="AppTest has no page to reload")
def test_query_parameter_after_a_reload(run):
    """A value that the script stores in `st.query_params` is written to the URL and is still there after a reload."""
    app = run("persistence/query_param.py")
    app.text_input[0].set_value("Rome").run()
    assert app.url == "/?city=Rome"

    app.reload()
    assert app.text_input[0].value == "Rome"
    assert app.url == "/?city=Rome"


@pytest.mark.engines("server", reason="AppTest has no address")
def test_query_parameter_in_a_shared_address(run):
    """If a user opens a URL with a query parameter, the script can use the parameter as an initial value
    of the new session.
    """
    app = run("persistence/query_param.py")
    assert app.text_input[0].value == ""

    app.goto("/?city=Rome")
    assert app.text_input[0].value == "Rome"
    app.run()
    assert app.text_input[0].value == "Rome"


@pytest.mark.engines("server", reason="AppTest has no cookies")
@pytest.mark.since("1.52")
def test_cookie_identifies_the_browser(run):
    """A random ID in a cookie, set by JavaScript in `st.html`, identifies the browser in later sessions
    and in other tabs.
    """
    ada, bob = run("persistence/visitor_cookie.py"), run("persistence/visitor_cookie.py")
    (_, ada_is), (_, bob_is) = texts(ada), texts(bob)
    assert ada_is != bob_is

    for session in (ada.new_tab(), ada.reload()):
        assert texts(session)[1] == ada_is
    assert texts(bob.reload())[1] == bob_is


@pytest.mark.engines("server", reason="AppTest has no cookies")
@pytest.mark.since("1.52")
def test_cookies_of_a_session(run):
    """`st.context.cookies` holds the cookies that the browser had when the tab last connected to the server: a cookie
    that is set later appears in the next session.
    """
    app = run("persistence/visitor_cookie.py")
    app.run()
    cookie, visitor = texts(app)
    assert cookie == "cookie: None"

    app.reload()
    assert texts(app) == [visitor.replace("visitor", "cookie"), visitor]


def test_session_id(run):
    """A UUID that is stored in session state once stays the same in all reruns, and differs between sessions."""
    ada, bob = run("persistence/session_id.py"), run("persistence/session_id.py")
    (ada_is,), (bob_is,) = texts(ada), texts(bob)
    assert re.fullmatch(r"session: [0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}", ada_is)
    assert ada_is != bob_is

    for _ in range(3):
        ada.run()
        assert texts(ada) == [ada_is]


@pytest.mark.engines("server", reason="AppTest has no page to reload")
def test_session_id_after_a_reload(run):
    """After a reload, the session has a different UUID."""
    app = run("persistence/session_id.py")
    (before,) = texts(app)

    app.reload()
    assert len(texts(app)) == 1
    assert texts(app) != [before]
