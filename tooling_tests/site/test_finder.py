"""The finder: what a reader pastes or describes leads to the entry on it, in old words and misspelt ones."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
MODIFIED = "errors/#already-instantiated"
# As Streamlit worded it up to 1.62, and since then.
OLD = "`st.session_state.basket` cannot be modified after the widget with key `basket` is instantiated."
NEW = (
    "streamlit.errors.StreamlitWidgetAlreadyInstantiatedError: `st.session_state['basket']` cannot be modified after "
    "the widget with that key is instantiated. Assign `st.session_state['basket']` before creating the widget, or "
    "update it from an `on_change` or `on_click` callback, which runs before the widget is instantiated."
)
TERMINAL = f"""\
2026-11-25 11:01:02.345 Uncaught app execution
Traceback (most recent call last):
  File "/home/ada/.venv/lib/python3.11/site-packages/streamlit/runtime/scriptrunner/exec_code.py", line 129, in exec
    result = func()
             ^^^^^^
  File "/home/ada/shop/pages/2_session_state_button_form.py", line 12, in <module>
    st.session_state["basket"] = st.text_input("fragment callback page")
    ~~~~~~~~~~~~~~~~^^^^^^^^^^
streamlit.errors.StreamlitAPIException: {OLD}
"""
PAGE = f"""\
streamlit.errors.StreamlitAPIException: {OLD}

Traceback:
File "/mount/src/shop/streamlit_app.py", line 31, in <module>
    main()
File "/mount/src/shop/streamlit_app.py", line 27, in main
    st.session_state.basket = []
"""
REDACTED = """\
KeyError: This app has encountered an error. The original error message is redacted to prevent data leaks.
Traceback:
File "/mount/src/shop/streamlit_app.py", line 5, in <module>
    if st.session_state["form"]:
       ~~~~~~~~~~~~~~~~^^^^^^^^
KeyError: 'st.session_state has no key "form". Did you forget to initialize it?'
"""


@pytest.fixture
def finder(served, open_page):
    """Open the page of symptoms."""
    return open_page(f"{served.url}symptoms/").locator(".finder")


def ask(finder, text):
    """Put a text into the box and wait for what is found."""
    finder.get_by_role("textbox").fill(text)
    expect(finder.locator("dl")).to_have_attribute("aria-busy", "false")
    return found(finder)


def found(finder):
    """Return where the entries lead to, the best first."""
    links = finder.locator("dt > a").evaluate_all("links => links.map(link => link.pathname + link.hash)")
    return ["/".join(link.split("/")[-2:]) for link in links]


@pytest.fixture(scope="module")
def shared(served, context_of):
    """Open the page of symptoms once, for tests that only ask."""
    page = context_of().new_page()
    page.goto(f"{served.url}symptoms/")
    yield page.locator(".finder")
    page.close()


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        (OLD, MODIFIED),
        (NEW, MODIFIED),
        (TERMINAL, MODIFIED),
        (PAGE, MODIFIED),
        (OLD.replace("basket", "button_1_in_form"), MODIFIED),
        ("cant be modifed after widgit is instanciated", MODIFIED),
        (REDACTED, "errors/#no-key"),
        ('AttributeError: st.session_state has no attribute "chat_history".', "errors/#no-attribute"),
        (
            "DuplicateWidgetID: There are multiple identical `st.text_input` widgets with the same generated key.",
            "errors/#duplicate-id",
        ),
        ("TypeError: on_click() takes 1 positional argument but 14 were given", "errors/#arguments"),
        (
            "2026-11-25 11:00:00.001 Thread 'Thread-7 (work)': missing ScriptRunContext! This warning can be ignored.",
            "errors/#missing-scriptruncontext",
        ),
        ("my inputt reverts evry secnd chnage", "common_mistakes/#every-second-change"),
        ("buttn inside buton", "common_mistakes/#nested-button"),
    ],
)
def test_what_is_pasted_or_described_leads_to_its_entry(shared, text, entry):
    assert ask(shared, text)[0] == entry


def test_an_entry_says_what_to_do_and_how_the_error_was_worded_when(shared):
    finder = shared
    ask(finder, OLD)
    first = finder.locator("dd").first

    expect(first).to_contain_text("Move the assignment to a callback or above the widget")
    expect(first.get_by_role("link")).to_be_visible()
    expect(finder.locator("dt + dd + dd").first).to_contain_text("Streamlit 1.28 – 1.62 StreamlitAPIException: ")
    expect(finder.get_by_role("status")).to_have_text(re.compile(r"^\d match(|es, best first):$"))


def test_nothing_found(finder):
    assert ask(finder, "pandas legend colour") == []
    expect(finder.get_by_role("status")).to_have_text("Nothing found.")

    finder.get_by_role("button", name="Search all pages").click()

    expect(finder.page.locator(".md-search__input")).to_have_value("pandas legend colour")
    expect(finder.page.locator(".md-search__output")).to_be_visible()


def test_nothing_asked(shared):
    finder = shared
    ask(finder, OLD)
    assert ask(finder, "  ") == []
    expect(finder.get_by_role("status")).to_have_text("")
    expect(finder.get_by_role("button", name="Search all pages")).to_be_hidden()
    assert "?" not in finder.page.url


def test_the_address_leads_to_the_same_entries(finder, open_page):
    links = ask(finder, TERMINAL)
    address = finder.page.url
    other = open_page(address).locator(".finder")
    expect(other.get_by_role("textbox")).to_have_value(re.compile("^Uncaught app execution streamlit.errors"))

    assert found(other) == links
    assert "ada" not in address
    assert len(address) < 600


def test_going_back_shows_the_entries_again(finder, instant):
    instant(finder.page)
    finder.get_by_label("Paste an error message, or describe what happens").focus()  # the keyboard alone does
    links = ask(finder, "button inside button")
    finder.page.evaluate("window.marker = true")
    finder.page.keyboard.press("Tab")
    expect(finder.locator("dt > a").first).to_be_focused()
    finder.page.keyboard.press("Enter")
    finder.page.wait_for_url("**/common_mistakes/#nested-button")
    expect(finder).to_be_hidden()
    finder.page.go_back()
    expect(finder.get_by_role("textbox")).to_have_value("button inside button")

    assert found(finder) == links
    assert finder.page.evaluate("window.marker")


@pytest.mark.parametrize("palette", ["light", pytest.param("dark", marks=pytest.mark.full)])
def test_entries_can_be_read_on_a_phone(served, open_page, palette):
    finder = open_page(f"{served.url}symptoms/", palette=palette, width=390).locator(".finder")
    ask(finder, NEW)
    finder.page.evaluate(AXE.read_text("utf-8"))

    assert finder.page.evaluate("axe.run('.finder').then(({violations}) => violations.map(({id}) => id))") == []
    assert finder.page.evaluate("document.scrollingElement.scrollWidth") == 390


def test_without_javascript_it_is_an_index(served, open_page):
    page = open_page(f"{served.url}symptoms/", java_script_enabled=False)

    expect(page.locator(".finder")).to_be_hidden()
    expect(page.locator("article dt > a:visible")).to_have_count(page.locator("article dt > a").count())
    expect(page.get_by_role("link", name="A button inside a button does nothing")).to_be_visible()
    expect(page.get_by_role("link", name="has no attribute").first).to_be_visible()


def test_without_its_library_it_is_an_index(served, open_page):
    page = open_page()
    page.route("**/minisearch.js", lambda route: route.abort())
    page.goto(f"{served.url}symptoms/")

    expect(page.get_by_role("link", name="A button inside a button does nothing")).to_be_visible()
    expect(page.locator(".finder")).to_be_hidden()
