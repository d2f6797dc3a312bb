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


READING: WeakKeyDictionary[Markdown, Context] = WeakKeyDictionary()  # `livedocs.site.claims` enters the page
