"""A site with only the runtime, its pages in Chromium, and apps in these pages."""

from pathlib import Path

import pytest

from livedocs.runtime.assembly import assemble
from livedocs.runtime.webserver import serve

ROOT = Path(__file__).parents[2]
START = 60_000  # milliseconds, for Python in WebAssembly on a busy machine
PAGE = """
<!doctype html>
<title>Docs</title>
<link rel="icon" href="data:,">
<script type="module">
  import { PageApp, restartPython } from "/assets/run/app.js";
  window.apps = [];
  window.show = (options) => {
    const app = new PageApp(options);
    app.heard = [];
    for (const type of ["step", "run", "height", "output", "error", "silent", "answers"])
      app.addEventListener(type, ({ detail }) => app.heard.push(detail));
    app.frame.style = "border: 0; height: 400px; width: 700px";
    document.body.append(app.frame);
    apps.push(app);
  };
  window.restartPython = restartPython;
</script>
"""


@pytest.fixture(scope="module")
def site():
    """Serve `docs/` with the runtime, and with the page at its root."""
    assemble(ROOT)

    def hook(request):
        if request.path == "/":
            request.answer(PAGE.encode())
        return request.path == "/"

    with serve(ROOT / "docs", hook) as url:
        yield url


class Docs:
    """A page of the site, with apps in it."""

    def __init__(self, page, site):
        """Open the page."""
        self.page = page
        page.goto(site)
        page.wait_for_function("() => window.show")

    def show(self, files, name, entrypoint="streamlit_app.py", **options):
        """Put an app into the page and wait until it has run."""
        if isinstance(files, str):
            files = {entrypoint: files}
        self.page.evaluate("show", {"id": name, "files": files, "entrypoint": entrypoint, **options})
        app = self.last()
        app.wait("step", "ready")
        return app

    def last(self):
        """Return the app that was put into the page last."""
        return App(self.page, self.page.evaluate("apps.length - 1"))


class App:
    """An app in a page."""

    def __init__(self, page, number):
        """Find the app by its number in the page."""
        self._page = page
        self._number = number
        self.frame = page.frame_locator("body > iframe").nth(number)

    def tell(self, call, argument=None):
        """Evaluate `app.<call>`, in which `it` is the argument."""
        return self._page.evaluate(f"it => {{ const app = apps[{self._number}]; return app.{call} }}", argument)

    def heard(self, kind):
        """Return the values of the app's events of a kind."""
        return [next(iter(rest)) for type_, *rest in self.tell("heard.map(Object.values)") if type_ == kind]

    def wait(self, kind, value=None):
        """Wait for an event of a kind, with this value if there is one."""
        said = f"apps[{self._number}].heard.some(event => event.type === {kind!r} && Object.values(event).includes(it))"
        self._page.wait_for_function(f"it => {said}", arg=value or kind, timeout=START)

    def click(self, label):
        """Click a button."""
        self.frame.get_by_role("button", name=label).click()

    def shows(self, text):
        """Wait for a text."""
        self.frame.get_by_text(text, exact=True).wait_for(timeout=10_000)
        return True


@pytest.fixture(scope="module")
def python(streamlit_browser, site):
    """Return a browser profile in which Python runs; the pages of the tests share it."""
    context = streamlit_browser.new_context()
    docs = Docs(context.new_page(), site)
    docs.show("", "keeps Python running")
    yield context
    context.close()


@pytest.fixture
def open_page(python, site):
    """Return a function that opens a page of the site."""
    pages = []

    def open_page():
        pages.append(python.new_page())
        return Docs(pages[-1], site)

    yield open_page
    for page in pages:
        page.close()


@pytest.fixture
def open_context(streamlit_browser, site):
    """Return a function that opens a page in a new browser profile, in which Python doesn't run yet."""
    contexts = []

    def open_context(script=""):
        contexts.append(streamlit_browser.new_context())
        contexts[-1].add_init_script(script)
        return Docs(contexts[-1].new_page(), site)

    yield open_context
    for context in contexts:
        context.close()


@pytest.fixture
def docs(open_page):
    """A page of the site."""
    return open_page()
