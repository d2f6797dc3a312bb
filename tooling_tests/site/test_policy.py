"""The Content-Security-Policy: each page has it, nothing on a page violates it, and it blocks injected code."""

import re
import socket
import subprocess
import sys
from contextlib import suppress
from html.parser import HTMLParser

import pytest
from playwright.sync_api import Error

NOTE = """
window.refused = []
addEventListener("securitypolicyviolation", event => refused.push(`${event.effectiveDirective} ${event.blockedURI}`))
"""


class Parsed(HTMLParser):
    """A page's policies, the tags before the first one, and whatever a policy would block."""

    def __init__(self, file):  # noqa: D107 (the class says it)
        super().__init__()
        self.policies, self.before, self.inline = [], [], []
        self.feed(file.read_text("utf-8"))

    def handle_starttag(self, tag, attrs):  # noqa: D102 (HTMLParser's)
        attrs = dict(attrs)
        if attrs.get("http-equiv") == "Content-Security-Policy":
            self.policies.append(attrs["content"])
        if not self.policies:
            self.before.append(tag)
        script = tag == "script" and "src" not in attrs and attrs.get("type") != "application/json"
        handlers = [name for name in attrs if name.startswith("on") or name in {"style", "srcdoc"}]
        urls = [value for value in attrs.values() if re.match(r"\s*javascript:", value or "", re.IGNORECASE)]
        if script or tag == "style" or handlers or urls:
            self.inline.append(self.get_starttag_text())


def test_every_page_has_the_policy_and_nothing_inline(site):
    pages = {
        file.relative_to(site).as_posix(): Parsed(file) for file in site.rglob("*.html") if "runtime" not in file.parts
    }
    policies = {name: page.policies for name, page in pages.items()}
    (policy,) = policies["index.html"]

    assert {policy for name, (policy,) in policies.items() if not name.startswith("assets/")} == {policy}
    assert {
        name for name, (policy,) in policies.items() if "default-src 'none'; script-src 'self'; " not in policy
    } == set()
    assert {name for name, page in pages.items() if {"link", "script"} & set(page.before)} == set()
    assert {name: page.inline for name, page in pages.items() if page.inline} == {}
    assert "unsafe" not in policy
    assert "http" not in policy


@pytest.fixture
def visitor(served, new_page):
    """Return the first page for a new visitor, for whom the policy must not block anything."""
    page, said = new_page(script=NOTE, color_scheme="light"), []
    page.on("console", lambda message: message.type in {"error", "warning"} and said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(served.url)
    yield page
    assert page.evaluate("refused") == []
    assert said == []


@pytest.mark.parametrize("step", [8, pytest.param(1, marks=pytest.mark.full)])
def test_nothing_is_blocked_for_a_reader(visitor, step):
    """Instant navigation, tabs, copying, the palette, and the search work without loading the page again."""
    pages = visitor.locator(".md-nav--primary .md-nav__item:has(> a):not(.md-nav--secondary *)").all()
    for page in reversed(pages[::step]):  # the first page has everything that follows
        page.locator("> a").click()
        page.and_(visitor.locator(".md-nav__item--active")).wait_for()
    visitor.locator(".claim-proof").last.click()
    visitor.locator(".live label").first.click()
    visitor.locator(".md-code__button").first.click()
    visitor.locator(".md-dialog--active").wait_for()
    visitor.mouse.wheel(0, 2000)
    for title in ("Switch to light mode", "Switch to dark mode", "Switch to system preference"):
        visitor.get_by_title(title).click()
    visitor.keyboard.press("/")
    visitor.keyboard.type("session", delay=30)
    visitor.locator("dialog li").first.wait_for()
    visitor.keyboard.press("Enter")
    visitor.locator("dialog").wait_for(state="hidden")


@pytest.mark.timeout(120)
def test_nothing_is_blocked_for_an_app_and_its_editor(visitor):
    live = visitor.locator(".live", has=visitor.locator(".live-run")).first
    live.locator("label[for$='-run']").click()
    live.get_by_role("button", name="Edit").click()
    live.locator(".cm-content").click()
    visitor.keyboard.press("Control+Home")
    visitor.keyboard.type("import streamlit\nstreamlit.text('It runs.')\n")
    live.locator("iframe").content_frame.locator("[data-testid=stApp]").wait_for(timeout=90_000)
    live.get_by_role("button", name="Run the code").click()
    live.locator("iframe").content_frame.get_by_text("It runs.").wait_for()
    with visitor.expect_popup() as popup:
        live.get_by_role("button", name="New tab").click()
    popup.value.frame_locator("iframe[src]").get_by_text("It runs.").wait_for()

    assert popup.value.evaluate("refused") == []

    live.get_by_role("button", name="Stop").click()


@pytest.fixture(scope="module")
def noting(served, context_of):
    """Return a page that notes what its policy blocks, for attempts that change nothing else."""
    page = context_of().new_page()
    page.add_init_script(NOTE)
    page.goto(served.url)
    yield page
    page.close()


@pytest.mark.parametrize(
    ("attempt", "directive"),
    [
        (
            "const script = document.createElement('script'); script.text = 'done = 1'; document.body.append(script)",
            "script-src-elem inline",
        ),
        (
            "document.body.insertAdjacentHTML('beforeend', '<img src=data: onerror=\"done = 1\">')",
            "script-src-attr inline",
        ),
        ("location.href = 'javascript:done = 1'", "script-src-elem inline"),
        # After a timeout, because the policy doesn't apply to code that Playwright evaluates.
        ("setTimeout(() => { eval('done = 1') })", "script-src eval"),
        ("setTimeout(() => { new Function('done = 1')() })", "script-src eval"),
        (
            "document.head.append(Object.assign(document.createElement('style'), { textContent: '* { color: red }' }))",
            "style-src-elem inline",
        ),
        ("document.body.setAttribute('style', 'color: red')", "style-src-attr inline"),
        ("fetch('https://example.invalid/').catch(() => {})", "connect-src https://example.invalid/"),
        ("new Image().src = 'https://example.invalid/pixel.png'", "img-src https://example.invalid/pixel.png"),
        (
            "document.body.innerHTML = '<iframe src=https://example.invalid/></iframe>'",
            "frame-src https://example.invalid",
        ),
    ],
)
def test_injected_code_is_blocked(noting, attempt, directive):
    page = noting
    page.evaluate("refused = []")
    page.evaluate(f"() => {{ {attempt} }}")
    page.wait_for_function("() => refused.length")

    assert page.evaluate("refused") == [directive]
    assert page.evaluate("window.done") is None


@pytest.mark.parametrize("chosen", [None, "Switch to dark mode"])
def test_the_palette_is_there_before_the_theme_has_started(served, new_page, chosen):
    """A page doesn't flash: it is dark immediately if the reader or the system has chosen that."""
    page = new_page(served.url, color_scheme="light" if chosen else "dark")
    if chosen:
        page.get_by_title("Switch to light mode").click()
        page.get_by_title(chosen).click()
    page.route("**/bundle.*.js", lambda route: route.abort())
    page.goto(served.topics[-1])

    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(18, 23, 29)"


@pytest.mark.full
@pytest.mark.timeout(120)
def test_pages_reload_during_make_serve(site, open_page):
    """MkDocs reloads a page by an inline script, which only `make serve` allows."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    page = open_page()
    page.add_init_script(NOTE)
    serve = subprocess.Popen([sys.executable, "-m", "livedocs.site.serve", str(port)], cwd=site.parent)
    try:
        with page.expect_request("**/livereload/**", timeout=100_000):
            while not page.url.startswith("http:"):  # a build takes a while
                with suppress(Error):
                    page.goto(f"http://127.0.0.1:{port}/")
                page.wait_for_timeout(200)
        assert page.evaluate("refused") == []
        assert page.locator("meta[http-equiv]").get_attribute("content").count("unsafe") == 1
    finally:
        serve.terminate()
        serve.wait()
