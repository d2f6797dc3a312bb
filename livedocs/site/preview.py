"""MkDocs' own commands, rendering only the pages that may have changed: `python -m livedocs.site.preview serve`.

A page of a topic is made from its source, its snippets, its tests, the results, what `SHARED` names, and which files
there are. One with another fence than `snippet` is made from all there is, and anew in each build.
The pages that are kept are put together, checked and written as ever: only their Markdown is not read again.
"""

import logging
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path, PurePosixPath
from types import CodeType
from typing import Any
from weakref import WeakKeyDictionary

from jinja2 import Environment
from material.plugins.search.plugin import SearchIndex
from mkdocs.__main__ import cli
from mkdocs.commands import serve
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

from livedocs.model.page import OURS

MADE_FROM = ("docs/**/*.md", "results/*.json", "snippets/**/*", "tests/*.py", "mkdocs.yml")
SHARED = ("mkdocs.yml", "docs/glossary.md", "docs/symptoms.md", "results/")
_OTHER = re.compile(
    rf"^[ >]*[`~]{{3,}}[ \t{{.]*({'|'.join(name for name in OURS if name != 'snippet')})\b", re.MULTILINE
)
_MADE = ("meta", "content", "toc", "_title_from_render", "present_anchor_ids")

Stamps = dict[str, tuple[int, int]]


class Kept:
    """What was made of each page last, and from what; and the theme's templates, which each build has read anew."""

    def __init__(self, render: Callable, index: Callable, compile_template: Callable) -> None:
        """Take the methods that make a page's HTML, what the search finds in it, and a template's code."""
        self._render, self._index, self._compile = render, index, compile_template
        self._templates: dict[tuple[str, str | None, str | None], CodeType] = {}
        self._pages: dict[str, tuple[Any, dict[str, Any], dict[str, dict[str, str]]]] = {}
        self._entries: dict[str, tuple[Any, list[dict]]] = {}
        self._stamps: WeakKeyDictionary[Files, Stamps] = WeakKeyDictionary()  # of each build

    def render(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Do what `Page.render` does."""
        if files not in self._stamps:
            self._stamps[files] = _stamps(Path(config.docs_dir).parent)
        key = page.markdown, repr(page.meta), _made_from(page.file.src_uri, self._stamps[files])
        found = self._pages.get(page.file.src_uri)
        if found and found[0] == key:
            vars(page).update(found[1])
            page.links_to_anchors = {files.src_uris[uri]: links for uri, links in found[2].items()}
            return
        said = CountHandler()
        logger = logging.getLogger("mkdocs")
        logger.addHandler(said)
        try:
            self._render(page, config, files)
        finally:
            logger.removeHandler(said)
        if not said.get_counts() and not _OTHER.search(page.markdown):
            made = {name: getattr(page, name) for name in _MADE}
            links = {file.src_uri: links for file, links in (page.links_to_anchors or {}).items()}
            self._pages[page.file.src_uri] = key, made, links

    def index(self, search: SearchIndex, page: Page) -> None:
        """Do what `SearchIndex.add_entry_from_context` does."""
        key = page.content, page.title, repr(page.meta)
        found = self._entries.get(page.url)
        if found is None or found[0] != key:
            before = len(search.entries)
            self._index(search, page)
            self._entries[page.url] = key, search.entries[before:]
        else:
            search.entries += found[1]

    def compile(self, environment: Environment, source: str, name: str | None, filename: str | None) -> CodeType:
        """Do what `Environment.compile` does: that of each build is alike."""
        key = source, name, filename
        if key not in self._templates:
            self._templates[key] = self._compile(environment, *key)
        return self._templates[key]


def _stamps(root: Path) -> Stamps:
    """Return when each file was written, and its size."""
    found = {path: path.stat() for pattern in MADE_FROM for path in root.glob(pattern) if path.is_file()}
    return {path.relative_to(root).as_posix(): (stat.st_mtime_ns, stat.st_size) for path, stat in found.items()}


def _made_from(uri: str, stamps: Stamps) -> list[tuple[str, tuple[int, int] | None]]:
    """Return all files, with the stamps of those that the page of a topic is made from."""
    topic = PurePosixPath(uri).stem
    own = (*SHARED, f"snippets/{topic}/", f"tests/test_{topic}.py")
    return [(path, stamp if path.startswith(own) else None) for path, stamp in stamps.items()]


def remember() -> None:
    """Let MkDocs and its search do so in this process."""
    kept = Kept(Page.render, SearchIndex.add_entry_from_context, Environment.compile)

    def render(page: Page, config: MkDocsConfig, files: Files) -> None:
        kept.render(page, config, files)

    def index(search: SearchIndex, page: Page) -> None:
        kept.index(search, page)

    def compile_template(
        environment: Environment, source: str, name: str | None = None, filename: str | None = None
    ) -> CodeType:
        return kept.compile(environment, source, name, filename)

    Page.render, SearchIndex.add_entry_from_context, Environment.compile = render, index, compile_template


if __name__ == "__main__":
    remember()
    # It looks at all files twice in a second, which takes 8 ms: more often shows an edit sooner.
    serve.LiveReloadServer = partial(serve.LiveReloadServer, polling_interval=0.1)
    cli(prog_name="mkdocs")
