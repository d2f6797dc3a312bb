import pytest


def texts(app):
    return [text.value for text in app.text]


@pytest.mark.engines("server", reason="AppTest has no server")
def test_database_after_a_restart(run):
    """What is in an SQLite database outlives the session and the server: after a restart a new session reads it."""
    app = run("persistence/notes.py")
    app.text_input[0].set_value("Ada").run()
    app.text_input[1].set_value("buy tea").run()
    app.button[0].click().run()
    app.restart_server().reload()
    assert texts(app) == []

    app.text_input[0].set_value("Ada").run()
    assert texts(app) == ["buy tea"]


def test_rows_of_a_user(run):
    """When each row bears the user's name, each user reads their own rows, in whichever session."""
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
    """What a callback saves to a JSON file, and the first run of each session loads, is the start value
    of every new session, whoever has saved it.
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
    """What the script stores in `st.query_params` stands in the address, and is there after a reload."""
    app = run("persistence/query_param.py")
    app.text_input[0].set_value("Rome").run()
    assert app.url == "/?city=Rome"

    app.reload()
    assert app.text_input[0].value == "Rome"
    assert app.url == "/?city=Rome"


@pytest.mark.engines("server", reason="AppTest has no address")
def test_query_parameter_in_a_shared_address(run):
    """A new session that is opened at an address with a query parameter can take its start values from there."""
    app = run("persistence/query_param.py")
    assert app.text_input[0].value == ""

    app.goto("/?city=Rome")
    assert app.text_input[0].value == "Rome"
    app.run()
    assert app.text_input[0].value == "Rome"


@pytest.mark.engines("server", reason="AppTest has no cookies")
@pytest.mark.since("1.52")
def test_cookie_identifies_the_browser(run):
    """A random id in a cookie, set by JavaScript in `st.html`, tells a new session which browser it runs in."""
    ada, bob = run("persistence/visitor_cookie.py"), run("persistence/visitor_cookie.py")
    (_, ada_is), (_, bob_is) = texts(ada), texts(bob)
    assert ada_is != bob_is

    for session in (ada.new_tab(), ada.reload()):
        assert texts(session)[1] == ada_is
    assert texts(bob.reload())[1] == bob_is


@pytest.mark.engines("server", reason="AppTest has no cookies")
@pytest.mark.since("1.52")
def test_cookies_of_a_session(run):
    """`st.context.cookies` has the cookies that were there when the session began: one set later
    shows in the next session.
    """
    app = run("persistence/visitor_cookie.py")
    app.run()
    cookie, visitor = texts(app)
    assert cookie == "cookie: None"

    app.reload()
    assert texts(app) == [visitor.replace("visitor", "cookie"), visitor]
