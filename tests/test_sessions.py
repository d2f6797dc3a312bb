import base64
import hashlib
import hmac
import json
import re
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.runtime.secrets import secrets_singleton


def texts(app):
    return [text.value for text in app.text]


def test_script_session_and_module(run):
    """If each full run appends an item to three lists, the list that the script creates is empty again at the start of
    the next full run, the list in `st.session_state` grows with each run of its user, and the list in an imported
    module grows with each run of every user.
    """
    ada = run("sessions/three_places")
    ada.run()
    assert texts(ada) == ["script: ['run']", "session: ['run', 'run']", "module: ['run', 'run']"]

    bob = run("sessions/three_places")
    assert texts(bob) == ["script: ['run']", "session: ['run']", "module: ['run', 'run', 'run']"]


def test_same_key_in_two_sessions(run):
    """If two users store a value under the same key, each user reads their own value."""
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
    """A callback reads and writes only the session of the user who triggered it."""
    ada = run("sessions/own_value.py")
    bob = run("sessions/own_value.py")
    ada.text_input[0].set_value("from Ada").run()
    bob.text_input[0].set_value("from Bob").run()
    ada.button[0].click().run()
    bob.run()

    assert texts(ada) == ["kept: from Ada"]
    assert texts(bob) == ["kept: None"]


def test_clear_empties_one_session(run):
    """`st.session_state.clear()` removes the keys of the user who triggered it, and of no other user."""
    ada = run("sessions/sign_out.py")
    bob = run("sessions/sign_out.py")
    ada.button[0].click().run()
    bob.button[0].click().run()
    assert texts(ada) == ["user: Ada"]

    ada.button[1].click().run()
    bob.run()

    assert texts(ada) == ["user: None"]
    assert texts(bob) == ["user: Ada"]


def test_session_id(run):
    """A random ID that the first run stores in `st.session_state` is the same in all runs of a session, and different
    in every other session.
    """
    ada, bob = run("sessions/session_id.py"), run("sessions/session_id.py")
    assert re.fullmatch("session: [0-9a-f]{32}", ada.text[0].value)
    first = texts(ada)
    ada.run()
    assert texts(ada) == first
    assert texts(bob) != first


def keep(app, name):
    app.text_input[0].set_value(name).run()
    app.button[0].click().run()


def typed_and_kept(app):
    return app.text_input[0].value, texts(app)


NEW = ("", ["kept: None"])


@pytest.mark.engines("server", reason="AppTest has no tabs")
def test_each_tab_is_a_session(run):
    """Two tabs of the same browser are two sessions: what the user types or stores in one tab isn't in the other."""
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
    """Reloading the page, or entering its URL again, starts a new session: by default, stored keys are gone and
    widgets show their defaults.
    """
    app = run("sessions/keep_name.py")
    for begin_again in (app.reload, lambda: app.goto("/")):
        keep(app, "Ada")
        assert typed_and_kept(app) == ("Ada", ["kept: Ada"])

        begin_again()
        assert typed_and_kept(app) == NEW


@pytest.mark.engines("server", reason="AppTest has no tabs")
def test_closed_tab_does_not_come_back(run):
    """If the user closes the tab and immediately opens the app again, the app starts a new session."""
    app = run("sessions/keep_name.py")
    keep(app, "Ada")
    app.close()

    assert typed_and_kept(app.new_tab()) == NEW


def test_r_keeps_the_session(run):
    """A rerun with the R key stays in the same session."""
    app = run("sessions/keep_name.py")
    assert typed_and_kept(app) == NEW
    keep(app, "Ada")
    app.run()

    assert typed_and_kept(app) == ("Ada", ["kept: Ada"])


@pytest.mark.engines("server", reason="AppTest has no tabs")
def test_links_open_a_new_session(run):
    """A Markdown link to a URL and `st.link_button` open a new tab with a new session, even if the URL is the app's."""
    app = run("sessions/links.py")
    app.run()

    for link in ("Markdown link", "Link button"):
        opened = app.open_link(link)
        assert opened.url == app.url
        assert texts(opened) == ["runs: 1"]
    app.run()
    assert texts(app) == ["runs: 3"]


@pytest.mark.engines("server", reason="AppTest follows no links")
def test_link_to_a_heading(run):
    """A Markdown link to a heading of the same page, written as `[Teas](#teas)`, stays in the session and doesn't rerun
    the script.
    """
    app = run("sessions/links.py")
    app.page.get_by_role("link", name="Link to a heading").click()
    app.page.wait_for_url("**/#teas")

    assert len(app.page.context.pages) == 1
    app.run()
    assert texts(app) == ["runs: 2"]


@pytest.mark.engines("server", reason="AppTest has no tabs")
def test_page_in_a_new_tab(run):
    """If the user opens a link of the navigation or of `st.page_link` in a new tab, for example with the middle
    mouse button, the tab has a new session.
    """
    app = run("sessions/links.py")
    app.run()

    for link in ("cart", "Page link"):
        with app.page.context.expect_page() as opened:
            app.page.get_by_role("link", name=link, exact=True).click(button="middle")
        tab = shown_in(opened.value, app)
        assert tab.url == "/cart"
        assert texts(tab) == ["runs: 1", "Your cart"]
    assert texts(app) == ["runs: 2"]


def shown_in(page, app):
    """Return the app in another page of the browser, or in one that has been loaded again."""
    return type(app)(page, app.server)


@pytest.mark.engines("server", reason="AppTest follows no links")
def test_html_link_is_a_new_session(run):
    """By default, a link in `st.html` to the app's own URL loads the app in the same tab, in a new session."""
    app = run("sessions/links.py")
    app.run()
    assert texts(app) == ["runs: 2"]

    app.click_link("HTML link")
    assert texts(app) == ["runs: 1"]


@pytest.mark.engines("server", reason="AppTest has no navigation to click and no back button")
def test_navigation_keeps_the_session(run):
    """The navigation, `st.page_link`, and `st.switch_page` open pages in the same session, and so do the browser's back
    and forward buttons between pages that were opened this way.
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


def fill(app):
    """Give each of the five places a value, and return what the page shows then."""
    app.text_input[0].set_value("Ada").run()
    app.file_uploader[0].upload("tea.txt", b"green").run()
    app.button[0].click().run()
    return texts(app)


def kept(app, before):
    """Return which of the five places still has its value."""
    return [now.partition(":")[0] for now, then in zip(texts(app), before, strict=True) if now == then]


@pytest.mark.since("1.30")
@pytest.mark.apptest_since("1.56", reason="an older AppTest has no file_uploader")
def test_kept_over_a_rerun(run):
    """By default, a rerun keeps session state, what the user has entered in widgets, uploaded files, caches, and query
    parameters.
    """
    app = run("sessions/what_is_kept")
    assert [text.strip() for text in texts(app) if "cache" not in text] == [
        *("session state: None", "widget:", "file: None", "URL: None"),
    ]

    before = fill(app)
    assert before[:3] == ["session state: yes", "widget: Ada", "file: tea.txt"]
    assert before[4] == "URL: map"

    app.run()
    assert kept(app, before) == ["session state", "widget", "file", "cache", "URL"]


@pytest.mark.engines("server", reason="AppTest keeps the query parameters")
def test_kept_over_pages(run):
    """By default, when the user opens another page through the navigation and comes back, session state and caches
    are kept; the page's widget values, uploaded files, and query parameters are lost.
    """
    app = run("sessions/what_is_kept")
    before = fill(app)
    app.switch_page("pages/another_page.py").run()
    app.switch_page("streamlit_app.py").run()
    assert kept(app, before) == ["session state", "cache"]


@pytest.mark.engines("server", reason="AppTest has no page to reload")
def test_kept_over_a_reload(run):
    """By default, when the user reloads the page or opens its URL in a new tab, caches and query parameters are kept;
    session state, widget values, and uploaded files are lost.
    """
    app = run("sessions/what_is_kept")
    before = fill(app)
    assert kept(app.new_tab(), before) == ["cache", "URL"]

    app.reload()
    assert kept(app, before) == ["cache", "URL"]


@pytest.mark.engines("server", reason="AppTest has no network")
def test_kept_over_a_short_disconnect(run):
    """By default, a tab that reconnects to its session still has its session state, widget values, uploaded files,
    caches, and query parameters.
    """
    app = run("sessions/what_is_kept")
    before = fill(app)
    app.disconnect().reconnect()
    app.run()
    assert kept(app, before) == ["session state", "widget", "file", "cache", "URL"]


@pytest.mark.engines("server", reason="AppTest has no network")
def test_kept_over_a_long_disconnect(run):
    """By default, if a tab reconnects more than `server.disconnectedSessionTTL` seconds after the server noticed the
    loss of the connection, its next rerun has the caches, the query parameters, and the values of widgets whose keys
    the script doesn't set; session state and uploaded files are lost.
    """
    app = run("sessions/what_is_kept", files={".streamlit/config.toml": "[server]\ndisconnectedSessionTTL = 1\n"})
    before = fill(app)
    app.disconnect()
    time.sleep(1.5)
    app.reconnect()
    app.run()
    assert kept(app, before) == ["widget", "cache", "URL"]


@pytest.mark.engines("server", reason="AppTest has no server")
def test_kept_over_a_restart(run):
    """By default, after a restart of the server, the next rerun has the query parameters and the values of widgets
    whose keys the script doesn't set; session state, uploaded files, and caches are lost.
    """
    app = run("sessions/what_is_kept")
    before = fill(app)
    app.restart_server()
    app.run()
    assert kept(app, before) == ["widget", "URL"]


@pytest.mark.engines("server", reason="AppTest has no server")
def test_uploader_after_a_restart(run):
    """By default, after a server restart, a file uploader still shows the name of its file, but returns `None`."""
    app = run("sessions/what_is_kept")
    fill(app)
    app.restart_server()
    app.run()
    assert app.page.get_by_text("tea.txt").is_visible()
    assert app.text[2].value == "file: None"


@pytest.mark.engines("server", reason="AppTest has no server")
def test_upload_after_a_restart(run):
    """After a restart of the server, a tab that has connected again can upload a file."""
    app = run("sessions/what_is_kept")
    app.restart_server()
    app.file_uploader[0].upload("tea.txt", b"green").run()
    assert app.text[2].value == "file: tea.txt"


@pytest.mark.engines("server", reason="AppTest has no load balancer")
def test_upload_to_another_replica(run):
    """If a load balancer sends an upload to another replica than the one that the tab is connected to, the server
    answers `Invalid session_id`, and the file uploader shows `AxiosError: Request failed with status code 400` and
    returns `None`.
    """
    app = run("sessions/what_is_kept")
    app.switch_replica()  # uploads still go to the first one
    with app.page.expect_response("**/_stcore/upload_file/**") as response:
        file = {"name": "tea.txt", "mimeType": "text/plain", "buffer": b"green"}
        app.page.locator("input[type=file]").set_input_files(file)
    assert response.value.status == 400
    assert response.value.text().startswith("Invalid session_id")
    app.page.get_by_text("AxiosError: Request failed with status code 400").wait_for()
    app.run()
    assert app.text[2].value == "file: None"


@pytest.mark.engines("server", reason="AppTest has no load balancer")
def test_kept_on_another_replica(run):
    """By default, when a load balancer connects a tab to another replica of the app, the next rerun has the query
    parameters and the values of widgets whose keys the script doesn't set; session state, uploaded files, and caches
    aren't there.
    """
    app = run("sessions/what_is_kept")
    before = fill(app)
    app.switch_replica()
    app.run()
    assert kept(app, before) == ["widget", "URL"]


@pytest.mark.engines("server", reason="AppTest has no menu")
def test_kept_over_clear_cache(run):
    """By default, `Clear cache` keeps the tab's uploaded files, its query parameters, and the values of widgets whose
    keys the script doesn't set; session state and caches are lost.
    """
    app = run("sessions/what_is_kept")
    before = fill(app)
    app.clear_caches()
    app.run()
    assert kept(app, before) == ["widget", "file", "URL"]


@pytest.mark.engines("server", reason="AppTest has no server")
def test_guard_in_a_new_session(run):
    """If a guard initializes the key of a text input, the input returns to the initial value in the next rerun after a
    restart of the server, a longer loss of the connection, a connection to another replica, or `Clear cache`.
    """
    for event in ("restart_server", "disconnect", "switch_replica", "clear_caches"):
        app = run(
            "sessions/guarded_widget.py",
            files={".streamlit/config.toml": "[server]\ndisconnectedSessionTTL = 1\n"},
        )
        app.text_input[0].set_value("Oslo").run()
        app.text_input[1].set_value("Bob").run()
        assert texts(app) == ["Bob from Oslo"]

        getattr(app, event)()
        if event == "disconnect":
            time.sleep(1.5)
            app.reconnect()
        app.run()
        assert texts(app) == ["Bob from Rome"]
        assert app.text_input[0].value == "Rome"


@pytest.mark.engines("server", reason="AppTest watches no files")
def test_kept_over_an_edit(run):
    """After an edit of the script, session state, the values of unchanged widgets, uploaded files, the caches of
    unchanged functions, and query parameters are kept.
    """
    app = run("sessions/what_is_kept", files={".streamlit/config.toml": "[server]\nrunOnSave = true\n"})
    before = fill(app)
    app.server.edit("Store", "Save")
    app.wait_for_rerun()
    assert app.button[0].label == "Save"
    assert kept(app, before) == ["session state", "widget", "file", "cache", "URL"]


@pytest.mark.engines("server", reason="AppTest has no network")
def test_short_disconnect_keeps_the_session(run):
    """By default, if a tab loses the network for a moment, it reconnects by itself to the same session."""
    app = run("sessions/count_changes.py")
    app.text_input[0].set_value("Ada").run()
    app.disconnect().reconnect()
    app.text_input[0].set_value("Bob").run()

    assert texts(app) == ["name: Bob", "changes: 2"]


@pytest.mark.engines("server", reason="AppTest has no network")
def test_long_disconnect_is_a_new_session(run):
    """If a tab reconnects more than `server.disconnectedSessionTTL` seconds after the server noticed the loss of the
    connection, it gets a new session without the stored keys.
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
    """After the user closes a tab, its session state stays in memory, even longer than `server.disconnectedSessionTTL`
    seconds, until another session disconnects.
    """
    ada, bob = run("sessions/short_ttl"), run("sessions/short_ttl")
    keep(ada, "Ada")
    other = bob.new_tab()
    ada.close()
    time.sleep(1.5)
    bob.new_tab()
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


@pytest.mark.engines("server", reason="AppTest has no tabs")
def test_idle_session(run):
    """While a tab is open and connected, its session is kept for more than `server.disconnectedSessionTTL` seconds,
    even if the user does nothing.
    """
    app = run("sessions/short_ttl")
    keep(app, "Ada")
    run("sessions/short_ttl").close()
    time.sleep(1.5)
    run("sessions/short_ttl").close()
    app.run()
    assert texts(app) == ["signed in: True", "gone: []"]


@pytest.mark.engines("server", reason="AppTest has no server")
def test_restart_of_the_server(run):
    """After a restart of the server, an open tab looks as before, but its next rerun starts a new session without the
    stored keys.
    """
    app = run("sessions/count_changes.py")
    app.text_input[0].set_value("Ada").run()
    app.restart_server()
    assert texts(app) == ["name: Ada", "changes: 1"]

    app.run()
    assert texts(app) == ["name: Ada", "changes: 0"]


@pytest.mark.engines("server", reason="AppTest has no server")
def test_restart_and_callbacks(run):
    """When a tab sends its widget values again after a restart of the server, no callback is called; the next change
    calls it.
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
    """If a load balancer connects a tab to another replica of the app, neither the tab's session nor the variables of
    modules are there.
    """
    app = run("sessions/three_places")
    app.run()
    app.switch_replica()
    app.run()

    assert texts(app) == ["script: ['run']", "session: ['run']", "module: ['run']"]


@pytest.mark.engines("server", reason="AppTest has no menu")
def test_clear_cache_clears_the_session(run):
    """Choosing `Clear cache` in the main menu also empties the session state of that tab; other users keep theirs."""
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
    """The first rerun after `Clear cache` calls the callbacks of a checked checkbox and of a selectbox and a text input
    that the user has never changed, but not the callback of a date input whose value is `None`.
    """
    app = run("sessions/list_changes.py")
    app.button[0].click().run()
    app.checkbox[0].check().run()
    assert texts(app) == ["called: ['large', 'order']"]

    app.clear_caches()
    app.run()
    assert texts(app) == ["called: ['color', 'large', 'name']"]
    app.run()
    assert texts(app) == ["called: ['color', 'large', 'name']"]


def test_idle_user_is_logged_out(run):
    """If the script stores the time of each run, and clears session state at the start of a run that comes too long
    after the last one, the next rerun of an idle user finds nothing.
    """
    app = run("sessions/idle.py")
    app.button[0].click().run()
    app.run()
    assert texts(app) == ["user: Ann"]

    time.sleep(5.5)
    assert texts(app) == ["user: Ann"]
    app.run()
    assert texts(app) == ["user: None"]


@pytest.mark.since("1.37")
@pytest.mark.engines("server", reason="AppTest runs no fragment by itself")
def test_idle_page_is_cleared(run):
    """If a fragment with `run_every` checks the time of the last run of the script, clears session state, and calls
    `st.rerun()`, the page of an idle user changes without a click.
    """
    app = run("sessions/idle_page.py")
    app.button[0].click().run()
    assert texts(app) == ["user: Ann"]

    app.page.get_by_text("user: None", exact=True).wait_for()
    app.run()
    assert texts(app) == ["user: None"]


@pytest.mark.engines("server", reason="AppTest watches no files")
def test_edit_keeps_the_session(run):
    """By default, after an edit of the script, the new script continues with the session state of the old one."""
    app = run("sessions/hot_reload")
    app.server.edit("session:", "edited:")
    app.wait_for_rerun()

    assert texts(app)[0] == "edited: ['run', 'run']"


@pytest.mark.engines("server", reason="AppTest watches no files")
def test_edit_starts_the_modules_again(run):
    """By default, after an edit of the script, or of a module that it imports, the app's modules are imported again,
    and their variables start over.
    """
    app = run("sessions/hot_reload")
    for old, new, file in (("session:", "edited:", "streamlit_app.py"), ("[]", "list()", "reloaded.py")):
        app.run()
        assert texts(app)[1] == "module: ['run', 'run']"

        app.server.edit(old, new, file)
        app.wait_for_rerun()
        assert texts(app)[1] == "module: ['run']"


@pytest.mark.engines("server", reason="AppTest watches no files")
def test_edit_and_isinstance(run):
    """By default, after an edit of the script, `isinstance` is false for an object in session state if its class is in
    a module of the app.
    """
    app = run("sessions/hot_reload")
    app.run()
    assert texts(app)[2] == "isinstance: True"

    app.server.edit("session:", "edited:")
    app.wait_for_rerun()
    assert texts(app)[2] == "isinstance: False"


@pytest.mark.since("1.45")
def test_user_without_configuration(run):
    """If no login is configured, `st.user.is_logged_in` raises `AttributeError`."""
    app = run("sessions/not_configured.py")

    assert app.exception[0].proto.type == "AttributeError"
    assert app.exception[0].message in (
        'st.user has no attribute "is_logged_in".',
        'st.experimental_user has no attribute "is_logged_in".',  # up to 1.45
    )
    assert texts(app) == ["Hello"]


@pytest.mark.since("1.45")
def test_user_with_a_default(run):
    """If no login is configured, `st.user.get("is_logged_in", False)` returns `False`."""
    app = run("sessions/not_configured_fixed.py")

    assert not app.exception
    assert texts(app) == ["Hello", "Logged in: False"]


@pytest.mark.since("1.45")
def test_user_cannot_be_modified(run):
    """Assigning to an attribute of `st.user` raises `StreamlitAPIException`."""
    app = run("sessions/set_user.py")

    assert app.exception[0].proto.type == "streamlit.errors.StreamlitAPIException"
    assert app.exception[0].message == "st.user cannot be modified"
    assert app.text[0].value == "Hello"


class Provider(BaseHTTPRequestHandler):
    """An OpenID Connect provider that knows one user and asks for no password."""

    key = b"the key that the provider signs with"
    nonce = ""

    def do_GET(self):
        """Send the browser back to the app, or tell the app's server where to ask and how to check the answer."""
        url = urlsplit(self.path)
        if url.path == "/authorize":
            query = dict(parse_qs(url.query))
            Provider.nonce = query["nonce"][0]
            self.send_response(302)
            self.send_header("Location", f"{query['redirect_uri'][0]}?code=1&state={query['state'][0]}")
            self.end_headers()
        elif url.path == "/keys":
            self.answer({"keys": [{"kty": "oct", "k": encoded(self.key)}]})
        else:
            issuer = f"http://{self.headers['Host']}"
            places = {"authorization_endpoint": "authorize", "token_endpoint": "token", "jwks_uri": "keys"}
            places = {name: f"{issuer}/{path}" for name, path in places.items()}
            self.answer({"issuer": issuer, **places, "id_token_signing_alg_values_supported": ["HS256"]})

    def do_POST(self):
        """Tell the app's server who has logged in."""
        now = int(time.time())  # noqa: TID251 (a date, as tokens have it)
        user = {"iss": f"http://{self.headers['Host']}", "aud": "app", "sub": "1", "email": "ada@example.com"}
        claims = {**user, "nonce": self.nonce, "iat": now, "exp": now + 60}
        signed = ".".join(encoded(json.dumps(part).encode()) for part in ({"alg": "HS256"}, claims))
        signature = encoded(hmac.digest(self.key, signed.encode(), hashlib.sha256))
        self.answer({"access_token": "any", "token_type": "Bearer", "id_token": f"{signed}.{signature}"})

    def answer(self, content):
        """Send JSON."""
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(content).encode())

    def log_message(self, *_):
        """Print nothing."""


def encoded(content):
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


@pytest.fixture
def secrets():
    """Start the provider, and return the files of an app that uses it."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Provider)
    Thread(target=server.serve_forever, daemon=True).start()
    auth = f"""
        [auth]
        redirect_uri = "http://127.0.0.1:{{port}}/oauth2callback"
        cookie_secret = "a long text that nobody can guess"
        client_id = "app"
        client_secret = "secret"
        server_metadata_url = "http://127.0.0.1:{server.server_port}/.well-known/openid-configuration"
    """
    yield {".streamlit/secrets.toml": auth}
    # AppTest runs apps in this process, which keeps the secrets that one of them has read.
    secrets_singleton._reset()  # noqa: SLF001
    server.shutdown()
    server.server_close()


def press(app, label):
    """Click a button that leaves the app, and return the app as it is when the user is back."""
    with app.page.expect_navigation(url=app.server.address):
        app.page.get_by_role("button", name=label, exact=True).click()
    return shown_in(app.page, app)


def fill_the_report(app):
    app.goto("/report?view=map")
    return fill(app)


@pytest.mark.since("1.42")
@pytest.mark.engines("server", reason="AppTest follows no redirects")
def test_login_is_a_new_session(run, secrets):
    """By default, `st.login` returns the user to the app's default page in a new session: caches are kept; session
    state, widget values, uploaded files, and query parameters are lost.
    """
    app = run("sessions/login", files=secrets)
    before = fill_the_report(app)
    user, state, cache, url = before[2:]
    assert [user, state, url] == ["user: None", "session state: yes", "URL: {'view': 'map'}"]

    app = press(app, "Log in")
    assert texts(app) == ["page: home", "user: ada@example.com", "session state: None", cache, "URL: {}"]
    app.click_link("report")
    assert texts(app)[:2] == ["widget:", "file: None"]


@pytest.mark.since("1.42")
@pytest.mark.engines("server", reason="AppTest follows no redirects")
def test_logout_is_a_new_session(run, secrets):
    """By default, `st.logout` also returns the user to the app's default page in a new session: caches are kept;
    session state, widget values, uploaded files, and query parameters are lost.
    """
    app = press(run("sessions/login", files=secrets), "Log in")
    before = fill_the_report(app)
    assert before[2:4] == ["user: ada@example.com", "session state: yes"]

    app = press(app, "Log out")
    assert texts(app) == ["page: home", "user: None", "session state: None", before[4], "URL: {}"]
    app.click_link("report")
    assert texts(app)[:2] == ["widget:", "file: None"]


@pytest.mark.since("1.42")
@pytest.mark.engines("server", reason="AppTest has no tabs")
def test_login_outlasts_the_session(run, secrets):
    """As long as the browser has the cookie of `st.login`, `st.user` has the user in later sessions: after a reload and
    in a new tab.
    """
    app = press(run("sessions/login", files=secrets), "Log in")
    tab = app.new_tab("/report")
    app.reload()

    assert texts(app)[1] == "user: ada@example.com"
    assert texts(tab)[2] == "user: ada@example.com"


@pytest.mark.since("1.42")
@pytest.mark.engines("server", reason="AppTest has no tabs")
def test_open_tabs_and_the_login(run, secrets):
    """A tab that was open before `st.login` or `st.logout` in another tab keeps its session and its `st.user` until the
    user reloads it or it loses its connection.
    """
    app = run("sessions/login", files=secrets)
    reloaded, reconnected = app.new_tab("/report"), app.new_tab("/report")
    reconnected.disconnect().reconnect()
    for label, before, after in (("Log in", None, "ada@example.com"), ("Log out", "ada@example.com", None)):
        for tab in (reloaded, reconnected):
            tab.button[0].click().run()
        app = press(app, label)
        for tab in (reloaded, reconnected):
            tab.run()
            assert texts(tab)[2:4] == [f"user: {before}", "session state: yes"]

        reloaded.reload()
        reconnected.disconnect().reconnect()
        reconnected.run()
        for tab in (reloaded, reconnected):
            assert texts(tab)[2:4] == [f"user: {after}", "session state: None"]


def sign_in(app, name):
    app.text_input[0].set_value(name).run()
    app.button[0].click().run()
    assert texts(app) == [f"user: {name}"]


def test_sign_out_of_all_sessions(run):
    """If a shared dict holds the time at which each account has signed out everywhere, and every run compares it with
    the time of the session's sign-in, the account's other sessions are signed out in their next rerun, and other
    accounts stay signed in.
    """
    laptop, phone, bob = (run("sessions/sign_out_everywhere.py") for _ in range(3))
    for app, name in ((laptop, "Ada"), (phone, "Ada"), (bob, "Bob")):
        sign_in(app, name)
        assert [button.label for button in app.button] == ["Sign out everywhere"]

    laptop.button[0].click().run()
    assert texts(laptop) == []
    assert texts(phone.run()) == []
    assert texts(bob.run()) == ["user: Bob"]

    sign_in(phone, "Ada")
    assert texts(phone.run()) == ["user: Ada"]
