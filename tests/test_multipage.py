import pytest

NOT_FOUND = "Page not found The page that you have requested does not seem to exist. Running the app's main page."


@pytest.mark.apptest_since("1.33", reason="an older AppTest cannot switch pages")
def test_widgets_start_again_on_return(run):
    """By default, a widget on a page shows its default again when the user leaves the page and comes back."""
    app = run("multipage/widget_value")
    assert app.text[0].value == "form: nobody"

    app.text_input[0].set_value("Ann").run()
    assert app.text[0].value == "form: Ann"

    app.switch_page("pages/order_summary.py").run()
    app.switch_page("streamlit_app.py").run()
    assert app.text_input[0].value == "nobody"
    assert app.text[0].value == "form: nobody"


@pytest.mark.apptest_since("1.33", reason="an older AppTest cannot switch pages")
def test_widget_key_is_gone_on_another_page(run):
    """By default, the key of a page's widget isn't in `st.session_state` on the other pages, unless the script stores a
    value under it.
    """
    app = run("multipage/widget_value")
    app.text_input[0].set_value("Ann").run()

    app.switch_page("pages/order_summary.py").run()
    app.button[0].click().run()
    assert [text.value for text in app.text] == ["summary: no name"]


@pytest.mark.since("1.59")
def test_persist_state_keeps_the_value(run):
    """With `persist_state="session"`, a widget shows its value again when the user comes back to its page in the same
    session.
    """
    app = run("multipage/widget_value_fixed")
    assert app.text[0].value == "form: nobody"

    app.text_input[0].set_value("Ann").run()
    assert app.text[0].value == "form: Ann"

    app.switch_page("pages/kept_summary.py").run()
    app.switch_page("streamlit_app.py").run()
    assert app.text_input[0].value == "Ann"
    assert app.text[0].value == "form: Ann"


@pytest.mark.since("1.59")
def test_persist_state_keeps_the_key(run):
    """With `persist_state="session"`, a widget's key can be read on the other pages."""
    app = run("multipage/widget_value_fixed")
    app.text_input[0].set_value("Ann").run()

    app.switch_page("pages/kept_summary.py").run()
    app.button[0].click().run()
    assert [text.value for text in app.text] == ["summary: Ann"]


@pytest.mark.apptest_since("1.33", reason="an older AppTest cannot switch pages")
def test_plain_key_on_every_page(run):
    """A key without a widget has the same value on every page, no matter which page stores it."""
    app = run("multipage/plain_key")
    assert app.text[0].value == "menu: None"

    app.button[0].click().run()
    app.switch_page("pages/your_order.py").run()
    assert app.text[0].value == "order: tea"

    app.button[0].click().run()
    app.switch_page("streamlit_app.py").run()
    assert app.text[0].value == "menu: coffee"


@pytest.mark.since("1.36")
@pytest.mark.apptest_since("1.44", reason="an older AppTest does not run the pages of st.navigation")
def test_shared_widget_in_the_entrypoint(run):
    """An input widget in the entrypoint of `st.navigation`, above `run()`, keeps its value when the user opens another
    page through the navigation.
    """
    app = run("multipage/shared_widget")
    assert [text.value for text in app.text] == ["flights in EUR"]

    app.selectbox[0].select("USD").run()
    app.switch_page("hotels.py").run()
    assert app.selectbox[0].value == "USD"
    assert [text.value for text in app.text] == ["hotels in USD"]

    app.switch_page("flights.py").run()
    assert app.selectbox[0].value == "USD"
    assert [text.value for text in app.text] == ["flights in USD"]


@pytest.mark.apptest_since("1.33", reason="an older AppTest cannot switch pages")
def test_copied_value_reaches_the_other_page(run):
    """`st.session_state.user = st.selectbox(...)` makes the choice available on the next page."""
    app = run("multipage/copied_value")
    app.selectbox[0].select("Bob").run()

    app.switch_page("pages/show_user.py").run()
    assert [text.value for text in app.text] == ["user: Bob"]


@pytest.mark.apptest_since("1.33", reason="an older AppTest cannot switch pages")
def test_copied_value_is_overwritten_on_return(run):
    """By default, when the user comes back to the page, the selectbox in `st.session_state.user = st.selectbox(...)` is
    back at its default, and the default overwrites the stored choice.
    """
    app = run("multipage/copied_value")
    app.selectbox[0].select("Bob").run()

    assert [text.value for text in app.text] == ["stored: Bob"]

    app.switch_page("pages/show_user.py").run()
    app.switch_page("streamlit_app.py").run()
    assert app.selectbox[0].value == "Ann"
    assert [text.value for text in app.text] == ["stored: Ann"]

    app.switch_page("pages/show_user.py").run()
    assert [text.value for text in app.text] == ["user: Ann"]


@pytest.mark.apptest_since("1.33", reason="an older AppTest cannot switch pages")
def test_value_restored_above_the_widget(run):
    """If a callback stores the choice under a separate key, and the page assigns it to the widget's key above the
    widget, the choice is kept when the user leaves the page and comes back.
    """
    app = run("multipage/copied_value_fixed")
    assert app.selectbox[0].value == "Ann"
    assert [text.value for text in app.text] == ["stored: Ann"]

    app.selectbox[0].select("Bob").run()
    assert [text.value for text in app.text] == ["stored: Bob"]

    app.switch_page("pages/greet_user.py").run()
    app.switch_page("streamlit_app.py").run()
    assert app.selectbox[0].value == "Bob"
    assert [text.value for text in app.text] == ["stored: Bob"]

    app.switch_page("pages/greet_user.py").run()
    assert [text.value for text in app.text] == ["user: Bob"]


@pytest.mark.since("1.36")
@pytest.mark.apptest_since("1.44", reason="an older AppTest does not run the pages of st.navigation")
def test_key_assigned_to_itself_in_the_entrypoint(run):
    """If the entrypoint assigns a text input's key to itself in every run, above `run()`, the input keeps its value on
    all pages, provided that the last run before a page switch is a full run.
    """
    app = run("multipage/assigned_again")
    assert app.text[0].value == "form: ''"

    app.text_input[0].set_value("Ann").run()
    app.switch_page("saved_summary.py").run()
    app.button[0].click().run()
    assert [text.value for text in app.text] == ["summary: 'Ann'"]

    app.switch_page("saved_form.py").run()
    assert app.text_input[0].value == "Ann"
    assert app.text[0].value == "form: 'Ann'"


@pytest.mark.since("1.37")
@pytest.mark.engines("server", "live", reason="AppTest runs no fragment alone")
def test_fragment_run_before_the_page_switch(run):
    """By default, if the last run before a page switch is a run of a fragment, the key of a page's widget is gone on
    the next page, even if the entrypoint assigns it to itself.
    """
    app = run("multipage/assigned_again_lost")
    app.text_input[0].set_value("Ann").run()
    app.button[0].click().run()
    app.switch_page("live_summary.py").run()
    assert [text.value for text in app.text] == ["summary: None"]

    app.switch_page("live_form.py").run()
    app.text_input[0].set_value("Ann").run()
    app.switch_page("live_summary.py").run()
    assert [text.value for text in app.text] == ["summary: 'Ann'"]


@pytest.mark.since("1.59")
def test_fragment_run_and_persist_state(run):
    """With `persist_state="session"`, a widget's key can be read on the next page even if the last run before the page
    switch is a run of a fragment.
    """
    app = run("multipage/assigned_again_lost_fixed")
    app.text_input[0].set_value("Ann").run()
    app.button[0].click().run()
    app.switch_page("live_total.py").run()
    assert [text.value for text in app.text] == ["summary: 'Ann'"]

    app.run()
    assert [text.value for text in app.text] == ["summary: 'Ann'"]


@pytest.mark.since("1.36")
@pytest.mark.apptest_since("1.44", reason="an older AppTest does not run the pages of st.navigation")
def test_entrypoint_widget_after_switch_page(run):
    """By default, in the first run after `st.switch_page`, a widget in the entrypoint whose key the script doesn't set
    returns its default instead of what the user entered.
    """
    app = run("multipage/next_page")
    app.selectbox[0].select("USD").run()
    app.button[0].click().run()
    assert [text.value for text in app.text] == ["pay in EUR"]


@pytest.mark.since("1.36")
@pytest.mark.engines("server", "live", reason="AppTest sends the default from then on")
def test_entrypoint_widget_one_run_later(run):
    """After `st.switch_page`, a widget in the entrypoint whose key the script doesn't set still shows what the user
    entered, and returns it again in the second run on the new page.
    """
    app = run("multipage/next_page")
    app.selectbox[0].select("USD").run()
    app.button[0].click().run()
    assert app.selectbox[0].value == "USD"
    assert [text.value for text in app.text] == ["pay in EUR"]

    app.run()
    assert [text.value for text in app.text] == ["pay in USD"]


@pytest.mark.since("1.59")
def test_entrypoint_widget_with_persist_state(run):
    """With `persist_state="session"`, a widget in the entrypoint keeps its value when `st.switch_page` opens a page."""
    app = run("multipage/next_page_fixed")
    assert app.selectbox[0].value == "EUR"

    app.selectbox[0].select("USD").run()
    app.button[0].click().run()
    assert [text.value for text in app.text] == ["pay in USD"]


@pytest.mark.since("1.36")
@pytest.mark.apptest_since("1.44", reason="an older AppTest does not run the pages of st.navigation")
def test_guarded_widget_after_switch_page(run):
    """If a guard in the entrypoint initializes the key of a widget in the entrypoint, `st.switch_page` resets the
    widget to the initial value, and it stays there in later runs.
    """
    app = run("multipage/next_page_guard")
    app.selectbox[0].select("GBP").run()
    assert app.selectbox[0].value == "GBP"

    app.button[0].click().run()
    for _ in range(2):
        assert (app.selectbox[0].value, [text.value for text in app.text]) == ("USD", ["pay in USD"])
        app.run()


@pytest.mark.since("1.59")
def test_guarded_widget_with_persist_state(run):
    """Even with a guard, a widget in the entrypoint with `persist_state="session"` keeps its value when
    `st.switch_page` opens a page.
    """
    app = run("multipage/next_page_guard_fixed")
    assert app.selectbox[0].value == "USD"

    app.selectbox[0].select("GBP").run()
    app.button[0].click().run()
    for _ in range(2):
        assert (app.selectbox[0].value, [text.value for text in app.text]) == ("GBP", ["pay in GBP"])
        app.run()


@pytest.mark.since("1.36")
@pytest.mark.apptest_since("1.44", reason="an older AppTest does not run the pages of st.navigation")
def test_page_change(run):
    """If the entrypoint compares the `url_path` of the page that `st.navigation` returns with the stored one, it
    notices each page change, and can reset a page's state before the page runs.
    """
    app = run("multipage/page_change")
    app.button[0].click().run()
    app.button[0].click().run()
    assert [text.value for text in app.text] == ["question 3"]

    app.switch_page("about_quiz.py").run()
    assert [text.value for text in app.text] == ["about the quiz"]

    app.switch_page("quiz.py").run()
    assert [text.value for text in app.text] == ["question 1"]


@pytest.mark.since("1.36")
@pytest.mark.engines("server", reason="AppTest has no navigation to click and no back button")
def test_page_change_by_the_user(run):
    """Returning with the back button counts as a page change; clicking the current page's own link doesn't."""
    app = run("multipage/page_change")
    app.button[0].click().run()
    app.click_link("quiz")
    assert [text.value for text in app.text] == ["question 2"]

    app.click_link("about quiz")
    app.go_back()
    assert [text.value for text in app.text] == ["question 1"]


def change_everything(app):
    """Change all values on the page, and let its last run be a full run."""
    for text_input in app.text_input:
        if text_input.value != "changed":
            app.text_input(key=text_input.key).set_value("changed").run()
    app.button[0].click().run()
    assert values(app) == ["changed"] * 7


def values(app):
    return [text.value.partition(": ")[2] for text in app.text]


def kept(app):
    """Return the keys that still have the value entered or stored."""
    return [text.value.partition(": ")[0] for text in app.text if text.value.endswith(": changed")]


@pytest.mark.since("1.59")
@pytest.mark.engines("server", reason="AppTest cannot click st.page_link")
def test_way_back_by_a_link(run):
    """When the user comes back to a page through the navigation or `st.page_link`, keys without a widget, copied keys,
    and the values of widgets in the entrypoint, with `persist_state="session"`, or with `bind` are kept; other widgets
    of the page, even with `persist_state="page"`, show their defaults.
    """
    app = run("multipage/ways_back")
    for link in ("profile", "Page link"):
        change_everything(app)
        app.click_link("elsewhere")
        app.click_link(link)
        assert kept(app) == ["entrypoint", "session", "bound", "editor", "stored"]


@pytest.mark.since("1.59")
def test_way_back_by_switch_page(run):
    """When `st.switch_page` opens the page again, keys without a widget, copied keys, and the values of widgets with
    `persist_state="session"` or with `bind` are kept; other widgets of the page, even with `persist_state="page"`, and
    widgets in the entrypoint return their defaults.
    """
    app = run("multipage/ways_back")
    assert values(app) == ["default"] * 6 + ["None"]

    change_everything(app)
    app.switch_page("elsewhere.py").run()
    assert app.button[0].label == "Switch page"

    app.button[0].click().run()
    assert kept(app) == ["session", "bound", "editor", "stored"]
    assert values(app)[:3] == ["default"] * 3


@pytest.mark.since("1.59")
@pytest.mark.engines("server", reason="AppTest has no back button")
def test_way_back_by_the_back_button(run):
    """When the user comes back to a page in the same session with the browser's back button, keys without a widget,
    copied keys, and the values of widgets in the entrypoint or with `persist_state="session"` are kept; other widgets
    of the page, even with `persist_state="page"` or `bind`, show their defaults.
    """
    app = run("multipage/ways_back")
    change_everything(app)
    app.click_link("elsewhere")
    app.go_back()
    assert kept(app) == ["entrypoint", "session", "editor", "stored"]


@pytest.mark.since("1.59")
@pytest.mark.engines("server", reason="AppTest has no address bar")
def test_way_back_by_the_url(run):
    """When the user reloads a page or enters its URL again, only widgets with `bind` keep their values; keys without a
    widget are gone, and other widgets, even with `persist_state`, show their defaults.
    """
    app = run("multipage/ways_back")
    change_everything(app)
    app.reload()
    assert kept(app) == ["bound"]

    app.goto(app.url)
    assert kept(app) == ["bound"]


@pytest.mark.since("1.59")
@pytest.mark.engines("server", reason="AppTest has no back button")
def test_way_back_to_an_assigned_key(run):
    """When the user comes back to a page through the navigation, with the browser's back button, or by
    `st.switch_page`, a text input keeps its value if the entrypoint assigns its key to itself in every run, and also
    if it has `persist_state="session"`.
    """
    app = run("multipage/keep_alive")
    app.text_input("assigned").set_value("Ann").run()
    app.text_input("session").set_value("Bob").run()

    def kept_values():
        return [text.value for text in app.text], [entered.value for entered in app.text_input]

    kept = (["assigned: Ann", "session: Bob"], ["Ann", "Bob"])
    app.click_link("kept elsewhere")
    app.click_link("kept inputs")
    assert kept_values() == kept

    app.click_link("kept elsewhere")
    app.go_back()
    assert kept_values() == kept

    app.click_link("kept elsewhere")
    app.button[0].click().run()
    assert kept_values() == kept


@pytest.mark.apptest_since("1.33", reason="an older AppTest cannot switch pages")
def test_same_key_on_two_pages(run):
    """By default, widgets with the same key on two pages are two separate widgets: neither has the other's value."""
    app = run("multipage/same_key")
    assert [text.value for text in app.text] == ["sender: somebody"]

    app.text_input[0].set_value("Ann").run()
    app.switch_page("pages/receiver.py").run()
    assert app.text_input[0].value == "everybody"
    assert [text.value for text in app.text] == ["receiver: everybody"]

    app.text_input[0].set_value("Bob").run()
    app.switch_page("streamlit_app.py").run()
    assert app.text_input[0].value == "somebody"
    assert [text.value for text in app.text] == ["sender: somebody"]


@pytest.mark.since("1.30")
def test_switch_page_keeps_session_state(run):
    """If the script stores a value before `st.switch_page`, the page that opens can read it."""
    app = run("multipage/switch_page")
    app.text_input[0].set_value("Dear Ann").run()

    app.button[0].click().run()
    assert [text.value for text in app.text] == ["letter: Dear Ann"]


@pytest.mark.since("1.52")
def test_switch_page_with_query_params(run):
    """The page that `st.switch_page(..., query_params=...)` opens has the parameters in `st.query_params`."""
    app = run("multipage/query_params")
    assert app.text[0].value == "catalog, parameters: {}"

    app.button[0].click().run()
    assert [text.value for text in app.text] == ["product, parameters: {'id': '7'}"]


@pytest.mark.since("1.52")
@pytest.mark.apptest_since("1.66", reason="an older AppTest does not stay on the page that st.switch_page opens")
def test_switch_page_without_query_params(run):
    """The parameters passed to one `st.switch_page` are gone after the next `st.switch_page` without `query_params`."""
    app = run("multipage/query_params")
    app.button[0].click().run()

    app.button[0].click().run()
    assert [text.value for text in app.text] == ["catalog, parameters: {}"]


@pytest.mark.apptest_since("1.33", reason="an older AppTest cannot switch pages")
def test_pages_folder_does_not_run_the_main_file(run):
    """Without `st.navigation`, opening a page in the `pages/` folder doesn't run the main file."""
    app = run("multipage/pages_folder")
    assert [text.value for text in app.text] == ["main file, runs: 1"]

    app.switch_page("pages/guest_book.py").run()
    assert [text.value for text in app.text] == ["guest book, runs of the main file: 1"]

    app.switch_page("streamlit_app.py").run()
    assert [text.value for text in app.text] == ["main file, runs: 2"]


@pytest.mark.since("1.36")
@pytest.mark.apptest_since("1.44", reason="an older AppTest does not run the pages of st.navigation")
def test_entrypoint_runs_again(run):
    """The entrypoint of `st.navigation` runs again when another page opens."""
    app = run("multipage/entrypoint_runs")
    assert [text.value for text in app.text] == ["nobody in the lobby, entrypoint runs: 1"]

    app.switch_page("library.py").run()
    assert [text.value for text in app.text] == ["library, entrypoint runs: 2"]


@pytest.mark.since("1.36")
@pytest.mark.apptest_since("1.44", reason="an older AppTest does not run the pages of st.navigation")
def test_navigation_forgets_widgets(run):
    """By default, a widget on a page of `st.navigation` shows its default again, too, when the user comes back to the
    page.
    """
    app = run("multipage/entrypoint_runs")
    app.text_input[0].set_value("Ann").run()
    assert [text.value for text in app.text] == ["Ann in the lobby, entrypoint runs: 2"]

    app.switch_page("library.py").run()
    app.switch_page("lobby.py").run()
    assert app.text_input[0].value == "nobody"
    assert [text.value for text in app.text] == ["nobody in the lobby, entrypoint runs: 4"]


@pytest.mark.since("1.36")
@pytest.mark.apptest_since("1.44", reason="an older AppTest does not run the pages of st.navigation")
def test_page_file_has_its_own_names(run):
    """A page file doesn't see the variables of the entrypoint: using one raises `NameError`."""
    app = run("multipage/page_names")

    assert app.exception[0].proto.type == "NameError"
    assert app.exception[0].message == "name 'shop' is not defined"
    assert [text.value for text in app.text] == ["The entrypoint knows the Tea House"]


@pytest.mark.since("1.36")
def test_page_function_sees_the_entrypoint(run):
    """A page that is a function in the entrypoint sees the entrypoint's variables."""
    app = run("multipage/page_names_fixed.py")

    assert [text.value for text in app.text] == ["The entrypoint knows the Tea House", "Welcome to the Tea House"]


@pytest.mark.since("1.36")
def test_page_opens_after_login(run):
    """If the script passes only a login page to `st.navigation` while no user is stored, and only another page
    afterward, the other page opens in the run right after the callback that stores the user.
    """
    app = run("multipage/login.py")
    assert app.button[0].label == "Log in"
    assert len(app.text) == 0

    app.button[0].click().run()
    assert [text.value for text in app.text] == ["Hello Ann"]
    assert app.button[0].label == "Log out"

    app.button[0].click().run()
    assert app.button[0].label == "Log in"
    assert len(app.text) == 0


@pytest.mark.since("1.36")
@pytest.mark.engines("server", reason="AppTest has no page to reload")
def test_reload_behind_a_login(run):
    """If the script passes a page to `st.navigation` only after the user has logged in, a reload of this page shows the
    login with "Page not found", and the URL of the page is lost.
    """
    app = run("multipage/reload_behind_login.py")
    app.button[0].click().run()
    app.click_link("report")
    assert ([text.value for text in app.text], app.url) == (["Report for Ann"], "/report")

    app.reload()
    app.page.get_by_role("dialog").get_by_text("Page not found", exact=True).wait_for()
    assert (app.button[0].label, len(app.text), app.url) == ("Log in", 0, "/")
    app.page.get_by_role("dialog").get_by_role("button", name="Close").last.click()
    app.button[0].click().run()
    assert [text.value for text in app.text] == ["Hello Ann"]


@pytest.mark.since("1.36")
@pytest.mark.engines("server", reason="AppTest has no page to reload")
def test_reload_behind_a_login_fixed(run):
    """If the script passes all pages to `st.navigation` in every run, and shows the login instead of calling `run()`
    on the page, a reload keeps the page's URL, and the page opens after the login.
    """
    app = run("multipage/reload_behind_login_fixed.py")
    assert (app.button[0].label, len(app.text)) == ("Log in", 0)
    assert not app.page.get_by_role("link", name="report").count()
    app.button[0].click().run()
    app.click_link("report")
    assert ([text.value for text in app.text], app.url) == (["Report for Ann"], "/report")

    app.reload()
    assert not app.page.get_by_role("dialog").count()
    assert (app.button[0].label, len(app.text), app.url) == ("Log in", 0, "/report")
    app.button[0].click().run()
    assert ([text.value for text in app.text], app.url) == (["Report for Ann"], "/report")


@pytest.mark.since("1.63")
def test_switch_page_to_the_entrypoint(run):
    """The entrypoint of `st.navigation` isn't a page: `st.switch_page` to it raises `StreamlitPageNotFoundError`."""
    app = run("multipage/entrypoint_is_no_page")
    app.button[0].click().run()

    assert app.exception[0].proto.type == "streamlit.errors.StreamlitPageNotFoundError"
    assert app.exception[0].message == (
        "Could not find page: `streamlit_app.py`. "
        "You must provide a `Page` object or file path relative to the entrypoint file. "
        "Only pages previously defined by `st.Page` and passed to `st.navigation` are allowed."
    )


@pytest.mark.fails_on("stlite", reason="the message names another folder there")
@pytest.mark.since("1.36")
@pytest.mark.apptest_since("1.44", reason="an older AppTest does not run the pages of st.navigation")
@pytest.mark.until("1.62")
def test_switch_page_to_the_entrypoint_raised(run):
    """In 1.62 and earlier, `st.switch_page` to the entrypoint of `st.navigation` raised `StreamlitAPIException`."""
    app = run("multipage/entrypoint_is_no_page")
    app.button[0].click().run()

    assert app.exception[0].proto.type.split(".")[-1] == "StreamlitAPIException"
    assert app.exception[0].message == (
        "Could not find page: `streamlit_app.py`. Must be the file path relative to the main script, "
        "from the directory: `entrypoint_is_no_page`. Only the main app file and files in the `pages/` directory "
        "are supported."
    )


@pytest.mark.since("1.63")
def test_switch_page_without_the_folder(run):
    """If the app doesn't call `st.navigation`, passing the name of a file in the `pages/` folder without the folder to
    `st.switch_page` raises `StreamlitPageNotFoundError`.
    """
    app = run("multipage/page_path")
    app.button[0].click().run()

    assert app.exception[0].proto.type == "streamlit.errors.StreamlitPageNotFoundError"
    assert app.exception[0].message == (
        "Could not find page: `sales_report.py`. "
        "You must provide a file path relative to the entrypoint file (from the directory `page_path`). "
        "Only the entrypoint file and files in the `pages/` directory are supported."
    )

    app.switch_page("pages/sales_report.py").run()
    assert [text.value for text in app.text] == ["sales report"]


@pytest.mark.since("1.30")
@pytest.mark.until("1.62")
def test_switch_page_without_the_folder_raised(run):
    """In 1.62 and earlier, if the app didn't call `st.navigation`, passing the name of a file in the `pages/` folder
    without the folder to `st.switch_page` raised `StreamlitAPIException`.
    """
    app = run("multipage/page_path")
    app.button[0].click().run()

    assert app.exception[0].proto.type.split(".")[-1] == "StreamlitAPIException"
    message = app.exception[0].message.replace("'", "`")  # as 1.30 quotes the path
    assert message.startswith("Could not find page: `sales_report.py`. Must be the file path relative to")


@pytest.mark.since("1.30")
def test_switch_page_with_the_folder(run):
    """The path of a page in the `pages/` folder that you pass to `st.switch_page` is relative to the main file and
    includes the folder.
    """
    app = run("multipage/page_path_fixed")
    app.button[0].click().run()

    assert [text.value for text in app.text] == ["annual report"]


@pytest.mark.since("1.63")
def test_page_file_that_does_not_exist(run):
    """If its file doesn't exist, `st.Page` immediately raises `StreamlitPageNotFoundError`."""
    app = run("multipage/missing_page_file.py")

    assert app.exception[0].proto.type == "streamlit.errors.StreamlitPageNotFoundError"
    assert app.exception[0].message == "Unable to create Page. The file `reports.py` could not be found."


@pytest.mark.since("1.36")
@pytest.mark.until("1.62")
def test_page_file_that_did_not_exist(run):
    """In 1.62 and earlier, if its file didn't exist, `st.Page` raised `StreamlitAPIException`."""
    app = run("multipage/missing_page_file.py")

    assert app.exception[0].proto.type.split(".")[-1] == "StreamlitAPIException"
    assert app.exception[0].message == "Unable to create Page. The file `reports.py` could not be found."


@pytest.mark.engines("server", "live", reason="AppTest removes the key one run later")
def test_key_is_gone_at_the_start(run):
    """By default, the key of a page's widget is already gone at the start of the next page's first run."""
    app = run("multipage/three_scopes")
    app.text_input("default").set_value("Bob").run()

    app.switch_page("pages/keys_left.py").run()
    assert [text.value for text in app.text] == ["keys: ['page', 'session']"]


@pytest.mark.since("1.59")
def test_persist_state_page_on_the_next_page(run):
    """With `persist_state="page"`, a widget's key can be read in the first complete run of the next page, and is gone
    in the next run.
    """
    app = run("multipage/three_scopes")
    app.text_input("page").set_value("Oslo").run()

    app.switch_page("pages/keys_left.py").run()
    assert "'page'" in app.text[0].value

    app.button[0].click().run()
    assert [text.value for text in app.text] == ["keys: ['session']"]


@pytest.mark.since("1.59")
def test_scopes_on_return(run):
    """When the user comes back to the page in the same session, a widget with `persist_state="page"` shows its default,
    and a widget with `persist_state="session"` shows what the user entered.
    """
    app = run("multipage/three_scopes")
    assert [text_input.value for text_input in app.text_input] == ["Ann", "Rome", "red"]

    app.text_input("default").set_value("Bob").run()
    app.text_input("page").set_value("Oslo").run()
    app.text_input("session").set_value("blue").run()

    app.switch_page("pages/keys_left.py").run()
    app.switch_page("streamlit_app.py").run()
    assert [text_input.value for text_input in app.text_input] == ["Ann", "Rome", "blue"]


@pytest.mark.since("1.59")
@pytest.mark.engines("server", "live", reason="AppTest runs the second page with its own default")
def test_same_key_with_persist_state(run):
    """With `persist_state="session"`, text inputs with the same key on two pages share their value."""
    app = run("multipage/same_key_fixed")
    assert [text.value for text in app.text] == ["sender: somebody"]

    app.text_input[0].set_value("Ann").run()
    app.switch_page("pages/addressee.py").run()
    assert app.text_input[0].value == "Ann"
    assert [text.value for text in app.text] == ["receiver: Ann"]

    app.text_input[0].set_value("Bob").run()
    app.switch_page("streamlit_app.py").run()
    assert app.text_input[0].value == "Bob"
    assert [text.value for text in app.text] == ["sender: Bob"]


@pytest.mark.since("1.59")
@pytest.mark.engines("server", "live", reason="AppTest reports the first page's value for the second widget")
def test_same_key_with_its_own_default(run):
    """Until the user enters a value, text inputs with the same key and `persist_state="session"` show their own
    default.
    """
    app = run("multipage/same_key_fixed")
    assert app.text_input[0].value == "somebody"
    assert [text.value for text in app.text] == ["sender: somebody"]

    app.switch_page("pages/addressee.py").run()
    assert app.text_input[0].value == "everybody"
    assert [text.value for text in app.text] == ["receiver: everybody"]

    app.switch_page("streamlit_app.py").run()
    assert app.text_input[0].value == "somebody"
    assert [text.value for text in app.text] == ["sender: somebody"]


@pytest.mark.since("1.36")
def test_functions_are_pages(run):
    """By default, a page that is a function in the entrypoint also loses its widgets' keys and values when another
    page opens.
    """
    app = run("multipage/functions.py")
    app.text_input[0].set_value("Ann").run()
    assert [text.value for text in app.text] == ["form, name: Ann"]

    app.button[0].click().run()
    assert len(app.text_input) == 0
    assert [text.value for text in app.text] == ["summary, keys: []"]

    app.button[0].click().run()
    assert app.text_input[0].value == "nobody"
    assert [text.value for text in app.text] == ["form, name: nobody"]


@pytest.mark.apptest_since("1.56", reason="an older AppTest has no file_uploader")
def test_uploaded_file_on_another_page(run):
    """The key of a page's `st.file_uploader` is missing on another page, and the uploader is empty when the user comes
    back.
    """
    app = run("multipage/uploaded_file")
    assert [text.value for text in app.text] == ["file: None", "keys: ['file']"]

    app.file_uploader[0].upload("tea.txt", b"green").run()
    assert [text.value for text in app.text] == ["file: tea.txt", "keys: ['file', 'kept']"]

    app.switch_page("pages/read_file.py").run()
    app.button[0].click().run()
    assert app.text[0].value == "keys: ['kept']"

    app.switch_page("streamlit_app.py").run()
    assert app.text[0].value == "file: None"


@pytest.mark.apptest_since("1.56", reason="an older AppTest has no file_uploader")
def test_uploaded_file_under_a_plain_key(run):
    """An uploaded file that the script stores under a separate key can be read on every page."""
    app = run("multipage/uploaded_file")
    app.file_uploader[0].upload("tea.txt", b"green").run()

    app.switch_page("pages/read_file.py").run()
    app.button[0].click().run()
    assert app.text[1].value == "kept: b'green'"


@pytest.mark.fails_on("stlite", reason="a static host has no file at the URL of a page")
@pytest.mark.apptest_since("1.33", reason="an older AppTest cannot switch pages")
def test_direct_link_into_the_pages_folder(run):
    """Without `st.navigation`, if the user opens the app at a page in the `pages/` folder, the values that the main
    file stores are missing.
    """
    app = run("multipage/pages_folder", page="pages/guest_book.py")

    assert app.exception[0].proto.type == "AttributeError"
    assert app.exception[0].message.partition(" More info: ")[0] == (
        'st.session_state has no attribute "main_runs". Did you forget to initialize it?'
    )
    assert len(app.text) == 0


@pytest.mark.fails_on("stlite", reason="a static host has no file at the URL of a page")
@pytest.mark.since("1.36")
@pytest.mark.apptest_since("1.44", reason="an older AppTest does not run the pages of st.navigation")
def test_direct_link_to_a_page(run):
    """If the user opens the app at a page of `st.navigation`, the values that the entrypoint stores above `run()` are
    there.
    """
    app = run("multipage/entrypoint_runs", page="library.py")

    assert [text.value for text in app.text] == ["library, entrypoint runs: 1"]


@pytest.mark.engines("server", reason="AppTest has no back button")
def test_back_stays_in_the_session(run):
    """Between pages that the user opened through the app, the browser's back and forward buttons stay in the session: a
    key without a widget keeps its value on every page.
    """
    app = run("multipage/back_button")
    app.text_input[0].set_value("Ann").run()
    app.button[0].click().run()
    app.switch_page("pages/saved_name.py").run()

    app.go_back()
    assert app.text[1].value == "saved: Ann"

    app.go_forward()
    assert [text.value for text in app.text] == ["saved: Ann"]


@pytest.mark.engines("server", reason="AppTest has no back button")
def test_back_to_a_default(run):
    """By default, a widget on a page shows its default when the user comes back to the page with the browser's back
    button.
    """
    app = run("multipage/back_button")
    app.text_input[0].set_value("Ann").run()
    assert app.text[0].value == "typed: Ann"

    app.switch_page("pages/saved_name.py").run()
    app.go_back()
    assert app.text_input[0].value == "nobody"
    assert app.text[0].value == "typed: nobody"


@pytest.mark.engines("server", reason="AppTest has no address bar")
def test_typed_address_is_a_new_session(run):
    """Entering the URL of a page starts a new session, in which nothing is stored."""
    app = run("multipage/back_button")
    app.button[0].click().run()
    assert app.text[1].value == "saved: nobody"

    app.goto("/saved_name")
    assert [text.value for text in app.text] == ["saved: None"]


@pytest.mark.since("1.31")
@pytest.mark.engines("server", reason="AppTest cannot click st.page_link")
def test_page_link_stays_in_the_session(run):
    """`st.page_link` opens the page in the session of the user who clicks it."""
    app = run("multipage/links")
    app.button[0].click().run()
    assert [text.value for text in app.text] == ["home of Ann"]

    app.click_link("Orders")
    assert [text.value for text in app.text] == ["orders of Ann"]


@pytest.mark.since("1.31")
@pytest.mark.engines("server", reason="AppTest has no tabs")
def test_markdown_link_is_a_new_session(run):
    """A Markdown link to a page opens the page in a new tab and in a new session, in which nothing is stored."""
    app = run("multipage/links")
    app.button[0].click().run()

    tab = app.open_link("Orders in Markdown")
    assert tab.url == "/my_orders"
    assert [text.value for text in tab.text] == ["orders of nobody"]
    assert [text.value for text in app.text] == ["home of Ann"]


@pytest.mark.since("1.36")
@pytest.mark.engines("server", reason="AppTest has no address bar")
def test_address_of_a_page(run):
    """A page's URL path is its `url_path`, or else the name of its file without a number in front, if the name has no
    spaces and no emoji; the default page's path is `/`.
    """
    app = run("multipage/addresses")
    assert [text.value for text in app.text] == ["home"]
    assert app.url == "/"

    app.click_link("tea shops")
    assert [text.value for text in app.text] == ["shops"]
    assert app.url == "/tea_shops"

    app.click_link("tea details")
    assert [text.value for text in app.text] == ["details"]
    assert app.url == "/tea"


@pytest.mark.since("1.36")
@pytest.mark.engines("server", reason="AppTest has no address bar")
def test_page_not_found(run):
    """If the path of a URL is a single name that doesn't belong to any page, such as `/coffee`, the default page opens,
    with a dialog that says "Page not found".
    """
    app = run("multipage/addresses")
    app.goto("/coffee")

    assert " ".join(app.page.get_by_role("dialog").inner_text().split()) == NOT_FOUND
    assert [text.value for text in app.text] == ["home"]
    assert app.url == "/"


@pytest.mark.since("1.36")
@pytest.mark.engines("server", reason="AppTest has no address bar")
def test_file_name_is_no_address(run):
    """If the user enters the name of a page's file in the URL, Streamlit doesn't find the page if it is the default
    page, has a different `url_path`, or has a number in front of its name and no `url_path`.
    """
    app = run("multipage/addresses")
    for address in ("/tea_home", "/tea_details", "/2_tea_shops"):
        app.goto(address)
        assert app.page.get_by_role("dialog").count() == 1
        assert [text.value for text in app.text] == ["home"]

    app.goto("/tea")
    assert app.page.get_by_role("dialog").count() == 0
    assert [text.value for text in app.text] == ["details"]
