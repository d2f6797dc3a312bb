"""Fixtures for the checks of the built site: `site/`, and a published copy in which instant navigation works."""

import fcntl
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import pytest
from playwright.sync_api import expect

from livedocs.runtime.webserver import serve

ROOT = Path(__file__).parents[2]
# A repository on GitHub: a test shows that no page sends a request there.
REPO_URL = "https://github.com/owner/name"
# The copy is built once, with this URL. Each process serves it on another port and replaces the URL.
SITE_URL = "https://site.invalid/streamlit-session-state/"


@dataclass(frozen=True)
class Served:
    """A built site and its URL."""

    folder: Path
    url: str

    @property
    def pages(self):
        """The URLs of all pages, including `404.html`."""
        found = (path for path in self.folder.rglob("*.html") if "assets" not in path.parts)
        paths = sorted(path.relative_to(self.folder).as_posix() for path in found)
        return [self.url + path.removesuffix("index.html") for path in paths]

    @property
    def topics(self):
        """The URLs of all pages except `404.html`."""
        return [url for url in self.pages if not url.endswith(".html")]

    def file(self, url):
        """Return the file that a URL of this site names."""
        path = url.removeprefix(self.url).partition("?")[0]
        return self.folder / path / ("index.html" if path.endswith("/") or not path else "")


@pytest.fixture(scope="session")
def served(site, tmp_path_factory):
    """Serve the published copy below a path, as GitHub Pages does."""
    built = published(site)
    root = tmp_path_factory.mktemp("served")
    with serve(root) as origin:
        url = f"{origin}streamlit-session-state/"

        def copy(source, target):
            if source.endswith((".html", ".md", ".txt", ".xml", ".json")):
                Path(target).write_bytes(Path(source).read_bytes().replace(SITE_URL.encode(), url.encode()))
            else:
                Path(target).symlink_to(source)

        shutil.copytree(built, root / "streamlit-session-state", copy_function=copy)
        yield Served(root / "streamlit-session-state", url)


def published(site):
    """Return the copy, built once for all processes, and again when `site/` is newer."""
    cache = site.parent / ".cache"
    cache.mkdir(exist_ok=True)
    folder = cache / "published"
    with (cache / "published.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = folder / "index.html"
        newest = max(path.stat().st_mtime for path in [Path(__file__), *site.rglob("*.html")])
        if not done.exists() or done.stat().st_mtime < newest:
            shutil.rmtree(folder, ignore_errors=True)
            subprocess.run(
                [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", f"{folder}.new"],
                cwd=site.parent,
                env=os.environ | {"SITE_URL": SITE_URL, "REPO_URL": REPO_URL},
                check=True,
            )
            Path(f"{folder}.new").rename(folder)
    return folder


@pytest.fixture(scope="session")
def plain(site):
    """Serve `site/`: a site that has no URL loads a page for every link."""
    with serve(site) as url:
        yield Served(site, url)


@pytest.fixture(scope="session")
def context_of(streamlit_browser):
    """Return a function that returns the one browser context for these options; animations are off."""
    contexts = {}

    def context_of(**options):
        key = tuple(sorted(options.items()))
        if key not in contexts:
            palette, width = options.pop("palette", "light"), options.pop("width", 1440)
            contexts[key] = streamlit_browser.new_context(
                color_scheme=palette,
                viewport={"width": width, "height": 900},
                reduced_motion="reduce",
                permissions=["clipboard-read", "clipboard-write"],
                **options,
            )
            contexts[key].set_default_timeout(10_000)
        return contexts[key]

    return context_of


@pytest.fixture
def open_page(context_of):
    """Return a function that opens a page in a new tab, which is closed after the test."""
    opened = []

    def open_page(url=None, **options):
        page = context_of(**options).new_page()
        opened.append(page)
        if url:
            page.goto(url)
        return page

    yield open_page
    for page in opened:
        page.close()


@pytest.fixture(scope="session")
def instant():
    """Return a function that waits until links change a page without a reload: the theme requests the sitemap first."""
    return lambda page: page.wait_for_load_state("networkidle")


READ = """html => {
  const page = new DOMParser().parseFromString(html, "text/html")
  const all = (root, selector, read) => Array.from(root.querySelectorAll(selector), read)
  const found = {
    ids: all(page, "[id]", element => element.id),
    links: all(page, "[href], [src]", element => element.getAttribute("href") ?? element.getAttribute("src")),
    markdown: all(page, "[rel=alternate][type='text/markdown']", link => link.getAttribute("href")),
    metas: Object.fromEntries(
      all(page, "meta", meta => [meta.name || meta.getAttribute("property"), meta.content])),
    claims: all(page, ".claim", claim => [claim.id, all(claim, "a", a => [a.className, a.getAttribute("href")])]),
    blocks: all(page, ".live", live => ({
      snippet: live.dataset.snippet,
      highlighted: live.querySelector(".hll") !== null,
      files: Object.fromEntries(
        all(live, "[data-file]", file => [file.dataset.file, file.querySelector("pre > code").textContent])),
      test: live.querySelector(".tabbed-block section:has(.live-hint) pre > code").textContent,
      hint: all(live, ".live-hint code", code => code.textContent),
    })),
  }
  all(page, "code, pre, script, style", element => element.remove())
  return {...found, text: page.documentElement.textContent}
}"""


@pytest.fixture(scope="session")
def parsed(plain, context_of):
    """Return what each page has before scripts change it: URL, ids, links, claims, blocks, text outside code."""
    tab = context_of().new_page()
    found = [SimpleNamespace(url=url, **tab.evaluate(READ, plain.file(url).read_text("utf-8"))) for url in plain.pages]
    tab.close()
    return found


@pytest.fixture(scope="session")
def blocks(parsed):
    """Return all blocks of snippets: the files, the test, and how to save and run the test."""
    hint = ("save_as", "beside", "command")
    return [
        SimpleNamespace(url=page.url, **block, **dict(zip(hint, block["hint"], strict=False)))
        for page in parsed
        for block in page.blocks
    ]


START = 60_000  # milliseconds, for Python in WebAssembly on a busy machine


class Block:
    """A snippet's block on a page, and its apps."""

    def __init__(self, page, snippet):
        """Find it on the page of its topic, which is open."""
        self.page = page
        self.element = page.locator(f".live[data-snippet='{snippet}']")

    def click(self, name):
        """Click a button, or the tab that runs the app."""
        if name == "Run" and not self.element.locator(".live-run").is_visible():
            self.element.locator("label[for$='-run']").click()
        else:
            self.button(name).click()

    def button(self, name):
        """Return a button of the block: those of the apps are in frames."""
        return self.element.get_by_role("button", name=name, exact=True)

    def wait(self, step="ready"):
        """Wait until the app that was started last is as far as that."""
        expect(self.element).to_have_attribute("data-live", step, timeout=START)
        return self

    def app(self, number=0):
        """Return the frame of a session."""
        return self.element.frame_locator("iframe").nth(number)

    def shows(self, text, number=0):
        """Wait until an app shows a text."""
        expect(self.app(number).get_by_test_id("stText").get_by_text(text, exact=True)).to_be_visible(timeout=10_000)

    def press(self, label, number=0):
        """Press a button of an app."""
        self.app(number).get_by_role("button", name=label, exact=True).click()

    def says(self, text):
        """Wait until the block says what is wrong."""
        expect(self.element.locator(".live-fault").first).to_contain_text(text, timeout=START)

    @property
    def editor(self):
        """What a reader types into."""
        return self.element.get_by_role("textbox", name="Code of")

    def type(self, code):
        """Replace the code in the editor, which is opened if need be."""
        self.element.locator("input[id$='-run']").evaluate("tab => tab.click()")  # as a key does: it runs nothing
        if not self.element.locator(".live-editing").is_visible():
            self.click("Edit")
        self.editor.fill(code)


@pytest.fixture(scope="session")
def block_of():
    """Return a function that finds the block of a snippet on a page."""
    return Block


@pytest.fixture
def open_block(open_page):
    """Return a function that opens the page of a snippet and returns its block."""

    def open_block(site, snippet, **options):
        topic, _, _ = snippet.partition("/")
        return Block(open_page(f"{site.url}{topic}/", **options), snippet)

    return open_block
