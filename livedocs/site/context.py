"""What is known of the page that a Markdown parser is reading."""

from dataclasses import dataclass
from weakref import WeakKeyDictionary

from markdown import Markdown

from livedocs.model.page import Page
from livedocs.model.proofs import Module
from livedocs.site.builder import Build


@dataclass(frozen=True)
class Context:
    """A page with its proofs, and the options from `mkdocs.yml`: `draft` means that results may be missing."""

    build: Build
    page: Page
    module: Module
    draft: bool
    repo_url: str
    site_url: str


_READING: WeakKeyDictionary[Markdown, Context] = WeakKeyDictionary()


def enter(md: Markdown, context: Context) -> None:
    """Note what a parser is reading."""
    _READING[md] = context


def of(md: Markdown) -> Context:
    """Return what a parser is reading; `livedocs.site.claims` has noted it."""
    return _READING[md]
