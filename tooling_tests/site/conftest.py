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

from livedocs.runtime.webserver import serve
from tooling_tests.site.blocks import Block
from tooling_tests.site.faults import Faults

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


@pytest.fixture
def new_page(streamlit_browser):
    """Return a function that opens a page for a new reader, who has stored nothing and whose browser runs a script."""
    contexts = []

    def new_page(url=None, script="", **options):
        contexts.append(streamlit_browser.new_context(reduced_motion="reduce", **options))
        contexts[-1].add_init_script(script)
        page = contexts[-1].new_page()
        if url:
            page.goto(url)
        return page

    yield new_page
    for context in contexts:
        context.close()


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
      test: live.querySelector(".tabbed-block:has(.live-hint) pre > code").textContent,
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


@pytest.fixture
def open_block(open_page):
    """Return a function that opens the page of a snippet and returns its block."""

    def open_block(site, snippet, **options):
        return Block(open_page(f"{site.url}{snippet.partition('/')[0]}/", **options), snippet)

    return open_block


@pytest.fixture(scope="module")
def python(served, context_of):
    """Keep Python running for all pages of the context that the tests of a module share."""
    page = context_of().new_page()
    page.goto(served.url)
    page.locator("label[for$='-run']").first.click()
    page.locator(".live[data-live=ready]").first.wait_for(timeout=60_000)
    yield page
    page.close()


@pytest.fixture
def run_block(python, served, open_block):
    """Return a function that runs a snippet; what the test types is removed afterward."""
    yield lambda snippet: open_block(served, snippet).start()
    python.evaluate("localStorage.clear()")


@pytest.fixture
def block(run_block):
    """Return the block of a counter that runs."""
    return run_block("basic_usage/count.py")


@pytest.fixture(scope="session")
def faulty(site):
    """Serve the site with faults; a test sets them."""
    faults = Faults()
    with serve(site, faults) as faults.url:
        yield faults


@pytest.fixture
def server(faulty):
    """Return the server with faults, which has none before and after a test."""
    yield faulty
    faulty.broken.clear()
    faulty.changed.clear()
    faulty.slow.clear()
    faulty.cache = "no-store"


@pytest.fixture
def reader(server, new_page):
    """Return a function that returns the block of a counter for a new reader, whose browser runs a script."""
    return lambda script="": Block(new_page(f"{server.url}basic_usage/", script), "basic_usage/count.py")
