import pytest

NOT_FOUND = "Page not found The page that you have requested does not seem to exist. Running the app's main page."


@pytest.mark.apptest_since("1.33", reason="an older AppTest cannot switch pages")
def test_widgets_start_again_on_return(run):
    """By default, a widget that was changed on a page shows its default again when the user comes back to the page."""
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
    """By default, the key of a page's widget is not in `st.session_state` on the other pages."""
    app = run("multipage/widget_value")
    app.text_input[0].set_value("Ann").run()

    app.switch_page("pages/order_summary.py").run()
    app.button[0].click().run()
    assert [text.value for text in app.text] == ["summary: no name"]


@pytest.mark.since("1.59")
def test_persist_state_keeps_the_value(run):
    """With `persist_state="session"` a widget shows its value again on return to its page."""
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
    """The key of a widget with `persist_state="session"` can be read on the other pages."""
    app = run("multipage/widget_value_fixed")
    app.text_input[0].set_value("Ann").run()

    app.switch_page("pages/kept_summary.py").run()
    app.button[0].click().run()
    assert [text.value for text in app.text] == ["summary: Ann"]


@pytest.mark.apptest_since("1.33", reason="an older AppTest cannot switch pages")
def test_plain_key_on_every_page(run):
    """A key that belongs to no widget is the same entry on every page, whichever page writes it."""
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
    """A widget that the entrypoint draws keeps its value on every page of `st.navigation`."""
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
    """`st.session_state.user = st.selectbox(...)` carries the choice to the next page."""
    app = run("multipage/copied_value")
    app.selectbox[0].select("Bob").run()

    app.switch_page("pages/show_user.py").run()
    assert [text.value for text in app.text] == ["user: Bob"]


@pytest.mark.apptest_since("1.33", reason="an older AppTest cannot switch pages")
def test_copied_value_is_overwritten_on_return(run):
    """Back on its page the selectbox of `st.session_state.user = st.selectbox(...)` has started again,
    and its default overwrites the stored choice.
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
    """A choice lasts when a callback stores it in a plain key
    and the page assigns that to the widget's key above the widget.
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
    """An entrypoint that assigns a widget's key to itself in every run, above `run()`, keeps the value on all pages."""
    app = run("multipage/assigned_again")
    assert app.text[0].value == "form: ''"

    app.text_input[0].set_value("Ann").run()
    app.switch_page("saved_summary.py").run()
    app.button[0].click().run()
    assert [text.value for text in app.text] == ["summary: 'Ann'"]

    app.switch_page("saved_form.py").run()
    assert app.text_input[0].value == "Ann"
    assert app.text[0].value == "form: 'Ann'"


@pytest.mark.apptest_since("1.33", reason="an older AppTest cannot switch pages")
def test_same_key_on_two_pages(run):
    """By default, widgets with the same key on two pages are two: neither takes over the other's value."""
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
    """What the script stores before `st.switch_page` can be read on the page that opens."""
    app = run("multipage/switch_page")
    app.text_input[0].set_value("Dear Ann").run()

    app.button[0].click().run()
    assert [text.value for text in app.text] == ["letter: Dear Ann"]


@pytest.mark.since("1.52")
def test_switch_page_with_query_params(run):
    """The page that `st.switch_page(..., query_params=...)` opens finds the parameters in `st.query_params`."""
    app = run("multipage/query_params")
    assert app.text[0].value == "catalog, parameters: {}"

    app.button[0].click().run()
    assert [text.value for text in app.text] == ["product, parameters: {'id': '7'}"]


@pytest.mark.since("1.52")
@pytest.mark.apptest_since("1.66", reason="an older AppTest does not stay on the page that st.switch_page opens")
def test_switch_page_without_query_params(run):
    """Parameters that one `st.switch_page` has passed are gone after the next one without `query_params`."""
    app = run("multipage/query_params")
    app.button[0].click().run()

    app.button[0].click().run()
    assert [text.value for text in app.text] == ["catalog, parameters: {}"]


@pytest.mark.apptest_since("1.33", reason="an older AppTest cannot switch pages")
def test_pages_folder_does_not_run_the_main_file(run):
    """A page in the `pages/` folder runs alone: opening it does not run the main file."""
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
    """With `st.navigation`, too, a widget of a page shows its default again when the user comes back to the page."""
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
    """A page file does not see the variables of the entrypoint: using one raises `NameError`."""
    app = run("multipage/page_names")

    assert app.exception[0].proto.type == "NameError"
    assert app.exception[0].message == "name 'shop' is not defined"
    assert [text.value for text in app.text] == ["The entrypoint knows the Tea House"]


@pytest.mark.since("1.36")
def test_page_function_sees_the_entrypoint(run):
    """A page that is a function of the entrypoint sees the entrypoint's variables."""
    app = run("multipage/page_names_fixed.py")

    assert [text.value for text in app.text] == ["The entrypoint knows the Tea House", "Welcome to the Tea House"]


@pytest.mark.since("1.36")
def test_page_opens_after_login(run):
    """A page that the script gives to `st.navigation` only for a stored user opens in the rerun
    in which a callback stores the user.
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


@pytest.mark.since("1.63")
def test_switch_page_to_the_entrypoint(run):
    """The entrypoint of `st.navigation` is no page: `st.switch_page` to it raises `StreamlitPageNotFoundError`."""
    app = run("multipage/entrypoint_is_no_page")
    app.button[0].click().run()

    assert app.exception[0].proto.type == "streamlit.errors.StreamlitPageNotFoundError"
    assert app.exception[0].message == (
        "Could not find page: `streamlit_app.py`. "
        "You must provide a `Page` object or file path relative to the entrypoint file. "
        "Only pages previously defined by `st.Page` and passed to `st.navigation` are allowed."
    )


@pytest.mark.since("1.36")
@pytest.mark.apptest_since("1.44", reason="an older AppTest does not run the pages of st.navigation")
@pytest.mark.until("1.62")
def test_switch_page_to_the_entrypoint_raised(run):
    """Up to 1.62 `st.switch_page` to the entrypoint of `st.navigation` raises `StreamlitAPIException`."""
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
    """In an app with a `pages/` folder a path without the folder
    makes `st.switch_page` raise `StreamlitPageNotFoundError`.
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
    """Up to 1.62, in an app with a `pages/` folder, a path without the folder
    makes `st.switch_page` raise `StreamlitAPIException`.
    """
    app = run("multipage/page_path")
    app.button[0].click().run()

    assert app.exception[0].proto.type.split(".")[-1] == "StreamlitAPIException"
    message = app.exception[0].message.replace("'", "`")  # as 1.30 quotes the path
    assert message.startswith("Could not find page: `sales_report.py`. Must be the file path relative to")


@pytest.mark.since("1.30")
def test_switch_page_with_the_folder(run):
    """In an app with a `pages/` folder `st.switch_page` takes the path from the main file, with the folder in it."""
    app = run("multipage/page_path_fixed")
    app.button[0].click().run()

    assert [text.value for text in app.text] == ["annual report"]


@pytest.mark.since("1.63")
def test_page_file_that_does_not_exist(run):
    """`st.Page` raises `StreamlitPageNotFoundError` at once for a file that does not exist."""
    app = run("multipage/missing_page_file.py")

    assert app.exception[0].proto.type == "streamlit.errors.StreamlitPageNotFoundError"
    assert app.exception[0].message == "Unable to create Page. The file `reports.py` could not be found."


@pytest.mark.since("1.36")
@pytest.mark.until("1.62")
def test_page_file_that_did_not_exist(run):
    """Up to 1.62 `st.Page` raises `StreamlitAPIException` for a file that does not exist."""
    app = run("multipage/missing_page_file.py")

    assert app.exception[0].proto.type.split(".")[-1] == "StreamlitAPIException"
    assert app.exception[0].message == "Unable to create Page. The file `reports.py` could not be found."


@pytest.mark.engines("server", "live", reason="AppTest removes the key one run later")
def test_key_is_gone_at_the_start(run):
    """By default, the key of a page's widget is gone when the next page begins its first run."""
    app = run("multipage/three_scopes")
    app.text_input("default").set_value("Bob").run()

    app.switch_page("pages/keys_left.py").run()
    assert [text.value for text in app.text] == ["keys: ['page', 'session']"]


@pytest.mark.since("1.59")
def test_persist_state_page_on_the_next_page(run):
    """The key of a widget with `persist_state="page"` can be read in the first run of the next page,
    and in its second no more.
    """
    app = run("multipage/three_scopes")
    app.text_input("page").set_value("Oslo").run()

    app.switch_page("pages/keys_left.py").run()
    assert "'page'" in app.text[0].value

    app.button[0].click().run()
    assert [text.value for text in app.text] == ["keys: ['session']"]


@pytest.mark.since("1.59")
def test_scopes_on_return(run):
    """On return to its page a widget with `persist_state="page"` shows its default, and one with `"session"`
    what the user entered.
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
    """With `persist_state="session"` widgets with the same key on two pages share their value."""
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
    """While no value has been entered, widgets with the same key and `persist_state="session"` show
    their own defaults.
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
    """A page that is a function of the entrypoint loses its widgets' keys and values, too, when another one opens."""
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
    """By default, an uploaded file is not under the uploader's key on another page,
    and on return the uploader is empty.
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
    """An uploaded file that the script has stored under a plain key can be read on every page."""
    app = run("multipage/uploaded_file")
    app.file_uploader[0].upload("tea.txt", b"green").run()

    app.switch_page("pages/read_file.py").run()
    app.button[0].click().run()
    assert app.text[1].value == "kept: b'green'"


@pytest.mark.apptest_since("1.33", reason="an older AppTest cannot switch pages")
def test_direct_link_into_the_pages_folder(run):
    """Opened by a link, a page in the `pages/` folder does not find what the main file stores."""
    app = run("multipage/pages_folder", page="pages/guest_book.py")

    assert app.exception[0].proto.type == "AttributeError"
    assert app.exception[0].message.partition(" More info: ")[0] == (
        'st.session_state has no attribute "main_runs". Did you forget to initialize it?'
    )
    assert len(app.text) == 0


@pytest.mark.since("1.36")
@pytest.mark.apptest_since("1.44", reason="an older AppTest does not run the pages of st.navigation")
def test_direct_link_to_a_page(run):
    """Opened by a link, a page of `st.navigation` finds what the entrypoint stores."""
    app = run("multipage/entrypoint_runs", page="library.py")

    assert [text.value for text in app.text] == ["library, entrypoint runs: 1"]


@pytest.mark.engines("server", reason="AppTest has no back button")
def test_back_stays_in_the_session(run):
    """The browser's back and forward buttons stay in the session: what is under a plain key is there on every page."""
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
    """The browser's back button leads back to a page whose widgets show their defaults."""
    app = run("multipage/back_button")
    app.text_input[0].set_value("Ann").run()
    assert app.text[0].value == "typed: Ann"

    app.switch_page("pages/saved_name.py").run()
    app.go_back()
    assert app.text_input[0].value == "nobody"
    assert app.text[0].value == "typed: nobody"


@pytest.mark.engines("server", reason="AppTest has no address bar")
def test_typed_address_is_a_new_session(run):
    """A page opened by typing its address begins a new session: nothing is stored."""
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
    """A Markdown link to a page opens it in a new tab and in a session of its own, where nothing is stored."""
    app = run("multipage/links")
    app.button[0].click().run()

    tab = app.open_link("Orders in Markdown")
    assert tab.url == "/my_orders"
    assert [text.value for text in tab.text] == ["orders of nobody"]
    assert [text.value for text in app.text] == ["home of Ann"]


@pytest.mark.since("1.36")
@pytest.mark.engines("server", reason="AppTest has no address bar")
def test_address_of_a_page(run):
    """A page's address is the name of its file or its `url_path`, and that of the default page is `/`."""
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
    """An address that no page has opens the default page, under a dialog "Page not found"."""
    app = run("multipage/addresses")
    app.goto("/coffee")

    assert " ".join(app.page.get_by_role("dialog").inner_text().split()) == NOT_FOUND
    assert [text.value for text in app.text] == ["home"]
    assert app.url == "/"


@pytest.mark.since("1.36")
@pytest.mark.engines("server", reason="AppTest has no address bar")
def test_file_name_is_no_address(run):
    """Neither the default page nor a page with a `url_path` is found at the name of its file."""
    app = run("multipage/addresses")
    for address in ("/tea_home", "/tea_details"):
        app.goto(address)
        assert app.page.get_by_role("dialog").count() == 1
        assert [text.value for text in app.text] == ["home"]

    app.goto("/tea")
    assert app.page.get_by_role("dialog").count() == 0
    assert [text.value for text in app.text] == ["details"]
