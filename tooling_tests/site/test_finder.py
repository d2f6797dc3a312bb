"""The search, in the header's dialog and in a page's box: what a reader pastes or describes leads to its section."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
LABEL = "Paste an error message, or describe what happens"
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
    """Open the page of symptoms, which has the box in its text."""
    return open_page(f"{served.url}symptoms/").locator("main .finder")


@pytest.fixture(scope="module")
def shared(served, context_of):
    """Open the page of symptoms once, for tests that only ask."""
    page = context_of().new_page()
    page.goto(f"{served.url}symptoms/")
    yield page.locator("main .finder")
    page.close()


def ask(finder, text):
    """Put a text into the box, and return where the results lead, the best first."""
    finder.get_by_role("textbox").fill(text)
    expect(finder).to_have_attribute("aria-busy", "false")
    return found(finder)


def found(finder):
    """Return where the results lead, the best first."""
    links = finder.locator("li a").evaluate_all("links => links.map(link => link.pathname + link.hash)")
    return ["/".join(link.split("/")[-2:]) for link in links]


def open_dialog(page):
    """Open the dialog with the keyboard."""
    page.keyboard.press("Control+k")
    return page.get_by_role("dialog", name="Search")


@pytest.mark.parametrize(
    ("text", "section"),
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
def test_what_is_pasted_or_described_leads_to_its_section(shared, text, section):
    assert section in ask(shared, text)[:3]


def test_a_result_says_what_to_do(shared):
    ask(shared, "The counter is one click behind")

    expect(shared.locator("li").first).to_contain_text("Change the value in a callback")
    expect(shared.get_by_role("status")).to_have_text(re.compile(r"^\d sections, best first:$"))

    ask(shared, OLD)
    first = shared.locator("li", has=shared.page.locator("small", has_text="Errors")).first

    expect(first).to_contain_text("Move the assignment to a callback or above the widget")
    expect(first).to_contain_text("Streamlit 1.28 – 1.62: StreamlitAPIException: ")


def test_nothing_asked_and_nothing_found(shared):
    ask(shared, OLD)

    assert ask(shared, "  ") == []
    expect(shared.get_by_role("status")).to_have_text("")
    assert "?" not in shared.page.url

    assert ask(shared, "qqqqqq") == []
    expect(shared.get_by_role("status")).to_have_text("Nothing found.")


def test_what_the_site_does_not_cover_is_said(shared):
    ask(shared, "pandas legend colour of a plotly chart")

    expect(shared.get_by_role("status")).to_have_text("This site doesn't seem to answer that. The closest sections:")


@pytest.mark.parametrize(
    "text", ['File "/app/a.py", line 3, in <module> st.x', "title:session +must -not ~2 ^", '"', "*"]
)
def test_any_text_is_taken(shared, text):
    said = []
    shared.page.on("pageerror", lambda error: said.append(str(error)))
    ask(shared, text)

    assert said == []


def test_the_dialog_works_with_the_keyboard(served, open_page, instant):
    page = open_page(f"{served.url}callbacks/")
    instant(page)
    page.keyboard.press("/")
    dialog = page.get_by_role("dialog", name="Search")
    box = dialog.get_by_role("textbox")
    expect(box).to_be_focused()
    links = ask(dialog.locator(".finder"), "button inside button")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")

    expect(dialog.locator("li a").nth(1)).to_be_focused()

    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")

    expect(box).to_be_focused()

    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{links[0]}")

    expect(dialog).to_be_hidden()

    page.keyboard.press("Control+k")

    expect(box).to_have_value("button inside button")


def test_five_results_are_visible_on_a_laptop(served, open_page):
    page = open_page(f"{served.url}callbacks/")
    page.set_viewport_size({"width": 1280, "height": 720})
    dialog = open_dialog(page)
    ask(dialog.locator(".finder"), "widget loses its value on another page")

    expect(dialog.locator("li").nth(4)).to_be_in_viewport(ratio=1)


def test_it_loads_on_first_use(served, open_page):
    page = open_page()
    loaded = []
    page.on("request", lambda request: loaded.append(request.url.rpartition("/")[2]))
    page.goto(f"{served.url}callbacks/", wait_until="networkidle")
    parts = {"sections.json", "minisearch.js", "find.js"}

    assert parts.isdisjoint(loaded)

    ask(open_dialog(page).locator(".finder"), "callback")

    assert parts <= set(loaded)


def test_a_search_that_cannot_be_loaded_says_so_and_tries_again(served, open_page):
    page = open_page()
    page.route("**/sections.json", lambda route: route.abort())
    page.goto(f"{served.url}symptoms/")
    finder = page.locator("main .finder")
    ask(finder, "button inside button")

    expect(finder.get_by_role("status")).to_contain_text("couldn't be loaded")
    expect(page.get_by_role("link", name="A button inside a button does nothing")).to_be_visible()

    page.unroute("**/sections.json")

    assert ask(finder, "button inside a button")


def test_the_address_leads_to_the_same_results(finder, open_page):
    links = ask(finder, TERMINAL)
    finder.page.wait_for_url("**?problem=*")
    address = finder.page.url
    other = open_page(address).locator("main .finder")
    expect(other.get_by_role("textbox")).to_have_value(re.compile("^Uncaught app execution streamlit.errors"))
    expect(other.locator("li").first).to_be_visible()

    assert found(other) == links
    assert "ada" not in address
    assert len(address) < 600


def test_going_back_shows_the_results_again(finder, instant):
    instant(finder.page)
    finder.get_by_label(LABEL).focus()
    links = ask(finder, "button inside button")
    finder.page.evaluate("window.marker = true")
    finder.page.keyboard.press("Enter")
    finder.page.wait_for_url(f"**/{links[0]}")
    expect(finder).to_be_hidden()
    finder.page.go_back()
    expect(finder.get_by_role("textbox")).to_have_value("button inside button")
    expect(finder.locator("li").first).to_be_visible()

    assert found(finder) == links
    assert finder.page.evaluate("window.marker")


@pytest.mark.parametrize("palette", ["light", pytest.param("dark", marks=pytest.mark.full)])
def test_results_can_be_read_on_a_phone(served, open_page, palette):
    page = open_page(f"{served.url}symptoms/", palette=palette, width=390)
    ask(page.locator("main .finder"), NEW)
    dialog = open_dialog(page)
    ask(dialog.locator(".finder"), NEW)
    page.evaluate(AXE.read_text("utf-8"))
    check = "selector => axe.run(selector).then(({violations}) => violations.map(({id}) => id))"

    assert page.evaluate(check, "main .finder") == []
    assert page.evaluate(check, "dialog") == []
    assert page.evaluate("document.scrollingElement.scrollWidth") == 390


def test_without_javascript_there_is_the_list(served, open_page):
    page = open_page(f"{served.url}symptoms/", java_script_enabled=False)

    expect(page.locator("main .finder")).to_be_hidden()
    expect(page.locator(".search-open")).to_be_hidden()
    expect(page.locator("article dt > a:visible")).to_have_count(page.locator("article dt > a").count())
    expect(page.get_by_role("link", name="A button inside a button does nothing")).to_be_visible()
    expect(page.get_by_role("link", name="has no attribute").first).to_be_visible()
