import time

import pytest


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


def keep(app, name):
    app.text_input[0].set_value(name).run()
    app.button[0].click().run()


def typed_and_kept(app):
    return app.text_input[0].value, texts(app)


NEW = ("", ["kept: None"])


@pytest.mark.engines("server", reason="AppTest has no tabs")
def test_each_tab_is_a_session(run):
    """Two tabs of one browser are two sessions: what is typed or stored in one is not in the other."""
    first = run("sessions/keep_name.py")
    keep(first, "Ada")
    second = first.new_tab()
    assert typed_and_kept(second) == NEW

    keep(second, "Bob")
    first.run()
    assert typed_and_kept(first) == ("Ada", ["kept: Ada"])
    assert typed_and_kept(second) == ("Bob", ["kept: Bob"])


@pytest.mark.engines("server", reason="AppTest has no page to reload")
def test_reload_is_a_new_session(run):
    """Reloading the page, or typing its address again, starts a new session: the stored keys are gone
    and the widgets show their start values.
    """
    app = run("sessions/keep_name.py")
    for begin_again in (app.reload, lambda: app.goto("/")):
        keep(app, "Ada")
        assert typed_and_kept(app) == ("Ada", ["kept: Ada"])

        begin_again()
        assert typed_and_kept(app) == NEW


@pytest.mark.engines("server", reason="AppTest has no tabs")
def test_closed_tab_does_not_come_back(run):
    """A user who closes the tab and opens the app again, however soon, gets a new session."""
    app = run("sessions/keep_name.py")
    keep(app, "Ada")
    app.close()

    assert typed_and_kept(app.new_tab()) == NEW


def test_r_keeps_the_session(run):
    """A rerun with the R key stays in the session."""
    app = run("sessions/keep_name.py")
    assert typed_and_kept(app) == NEW
    keep(app, "Ada")
    app.run()

    assert typed_and_kept(app) == ("Ada", ["kept: Ada"])


@pytest.mark.engines("server", reason="AppTest has no tabs")
def test_links_open_a_new_session(run):
    """A Markdown link and `st.link_button` open a new tab with a session of its own,
    even if they lead to the app itself.
    """
    app = run("sessions/links.py")
    app.run()

    for link in ("A Markdown link", "A link button"):
        opened = app.open_link(link)
        assert opened.url == app.url
        assert texts(opened) == ["runs: 1"]
    app.run()
    assert texts(app) == ["runs: 3"]


@pytest.mark.engines("server", reason="AppTest follows no links")
def test_html_link_is_a_new_session(run):
    """A link in `st.html` that leads to the app itself loads it in the same tab, in a new session."""
    app = run("sessions/links.py")
    app.run()
    assert texts(app) == ["runs: 2"]

    app.click_link("An HTML link")
    assert texts(app) == ["runs: 1"]


@pytest.mark.engines("server", reason="AppTest has no navigation to click and no back button")
def test_navigation_keeps_the_session(run):
    """The navigation, `st.page_link`, `st.switch_page` and the browser's back and forward buttons
    lead to pages of the same session.
    """
    app = run("sessions/same_session.py")
    app.click_link("To the cart")
    app.button[0].click().run()
    app.click_link("cart")
    visited = ["shop", "cart", "cart", "shop", "cart"]
    assert texts(app) == [f"pages: {visited}"]

    app.go_back()
    assert texts(app) == [f"pages: {[*visited, 'shop']}"]
    app.go_forward()
    assert texts(app) == [f"pages: {[*visited, 'shop', 'cart']}"]


@pytest.mark.engines("server", reason="AppTest has no network")
def test_short_disconnect_keeps_the_session(run):
    """A tab that loses the network for a moment connects again by itself, to the same session."""
    app = run("sessions/count_changes.py")
    app.text_input[0].set_value("Ada").run()
    app.disconnect().reconnect()
    app.text_input[0].set_value("Bob").run()

    assert texts(app) == ["name: Bob", "changes: 2"]


@pytest.mark.engines("server", reason="AppTest has no network")
def test_long_disconnect_is_a_new_session(run):
    """A tab that connects again after more than `server.disconnectedSessionTTL` seconds gets a new session,
    without the stored keys.
    """
    app = run("sessions/short_ttl")
    keep(app, "Ada")
    assert texts(app) == ["signed in: True", "gone: []"]

    app.disconnect()
    time.sleep(1.5)
    app.reconnect()
    app.run()
    assert texts(app) == ["signed in: False", "gone: []"]


@pytest.mark.engines("server", reason="AppTest has no tabs")
def test_memory_of_a_closed_session(run):
    """What the session of a closed tab held stays in memory even after `server.disconnectedSessionTTL` seconds,
    until another session disconnects.
    """
    ada, bob = run("sessions/short_ttl"), run("sessions/short_ttl")
    keep(ada, "Ada")
    other = bob.new_tab()
    ada.close()
    time.sleep(1.5)
    bob.run()
    assert texts(bob) == ["signed in: False", "gone: []"]

    other.close()
    rerun_until(bob, ["signed in: False", "gone: ['Ada']"])


def rerun_until(app, shown):
    """Press R until the page shows this: the server learns of a closed tab a moment later."""
    for _ in range(20):
        app.run()
        if texts(app) == shown:
            break
    assert texts(app) == shown


@pytest.mark.engines("server", reason="AppTest has no server")
def test_restart_of_the_server(run):
    """After a restart of the server an open tab looks as before; its next rerun is in a new session,
    with the values of the tab's widgets and without the stored keys.
    """
    app = run("sessions/count_changes.py")
    app.text_input[0].set_value("Ada").run()
    app.restart_server()
    assert texts(app) == ["name: Ada", "changes: 1"]

    app.run()
    assert texts(app) == ["name: Ada", "changes: 0"]
    assert app.text_input[0].value == "Ada"


@pytest.mark.engines("server", reason="AppTest has no server")
def test_restart_and_callbacks(run):
    """A widget's value that the tab sends again after a restart of the server calls no callback;
    the next change does.
    """
    app = run("sessions/count_changes.py")
    app.text_input[0].set_value("Ada").run()
    app.restart_server()
    app.run()
    assert texts(app) == ["name: Ada", "changes: 0"]

    app.text_input[0].set_value("Bob").run()
    assert texts(app) == ["name: Bob", "changes: 1"]


@pytest.mark.engines("server", reason="AppTest has no load balancer")
def test_another_replica(run):
    """A tab that a load balancer connects to another replica of the app finds neither its session
    nor the variables of the modules there.
    """
    app = run("sessions/three_places")
    app.run()
    app.switch_replica()
    app.run()

    assert texts(app) == ["script: ['run']", "session: ['run']", "module: ['run']"]


@pytest.mark.engines("server", reason="AppTest has no menu")
def test_clear_cache_clears_the_session(run):
    """`Clear cache` in the main menu also empties the session state of the tab it is chosen in;
    other users keep theirs.
    """
    ada, bob = run("sessions/keep_name.py"), run("sessions/keep_name.py")
    keep(ada, "Ada")
    keep(bob, "Bob")
    ada.clear_caches()
    ada.run()
    bob.run()

    assert typed_and_kept(ada) == ("Ada", ["kept: None"])
    assert typed_and_kept(bob) == ("Bob", ["kept: Bob"])


@pytest.mark.engines("server", reason="AppTest has no menu")
def test_clear_cache_and_callbacks(run):
    """The first rerun after `Clear cache` calls the callback of a widget that is not at its start value once more."""
    app = run("sessions/count_changes.py")
    app.text_input[0].set_value("Ada").run()
    app.text_input[0].set_value("Bob").run()
    assert texts(app) == ["name: Bob", "changes: 2"]

    app.clear_caches()
    app.run()
    assert texts(app) == ["name: Bob", "changes: 1"]
    app.run()
    assert texts(app) == ["name: Bob", "changes: 1"]


@pytest.mark.engines("server", reason="AppTest watches no files")
def test_edit_keeps_the_session(run):
    """An edit of the script keeps the session state: the new script runs on what the old one stored."""
    app = run("sessions/hot_reload")
    app.server.edit("session:", "edited:")
    app.wait_for_rerun()

    assert texts(app)[0] == "edited: ['run', 'run']"


@pytest.mark.engines("server", reason="AppTest watches no files")
def test_edit_starts_the_modules_again(run):
    """After an edit of the script, or of a module that it imports, the variables of the module start again."""
    app = run("sessions/hot_reload")
    for old, new, file in (("session:", "edited:", "streamlit_app.py"), ("[]", "list()", "reloaded.py")):
        app.run()
        assert texts(app)[1] == "module: ['run', 'run']"

        app.server.edit(old, new, file)
        app.wait_for_rerun()
        assert texts(app)[1] == "module: ['run']"


@pytest.mark.engines("server", reason="AppTest watches no files")
def test_edit_and_isinstance(run):
    """After an edit of the script, `isinstance` is false for an object in session state
    whose class is in a module of the app.
    """
    app = run("sessions/hot_reload")
    app.run()
    assert texts(app)[2] == "isinstance: True"

    app.server.edit("session:", "edited:")
    app.wait_for_rerun()
    assert texts(app)[2] == "isinstance: False"


@pytest.mark.since("1.45")
def test_user_without_configuration(run):
    """`st.user.is_logged_in` raises `AttributeError` while no login is configured."""
    app = run("sessions/not_configured.py")

    assert app.exception[0].proto.type == "AttributeError"
    assert app.exception[0].message in (
        'st.user has no attribute "is_logged_in".',
        'st.experimental_user has no attribute "is_logged_in".',  # up to 1.45
    )
    assert texts(app) == ["Hello"]


@pytest.mark.since("1.45")
def test_user_with_a_default(run):
    """`st.user.get("is_logged_in", False)` is `False` while no login is configured."""
    app = run("sessions/not_configured_fixed.py")

    assert not app.exception
    assert texts(app) == ["Hello", "Logged in: False"]


@pytest.mark.since("1.45")
def test_user_cannot_be_modified(run):
    """An assignment to `st.user` raises `StreamlitAPIException`."""
    app = run("sessions/set_user.py")

    assert app.exception[0].proto.type == "streamlit.errors.StreamlitAPIException"
    assert app.exception[0].message == "st.user cannot be modified"
    assert app.text[0].value == "Hello"
