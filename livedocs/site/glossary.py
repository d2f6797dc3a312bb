"""The glossary's tooltips: where a page first uses a term, a link to its entry that holds the definition.

An entry of `docs/glossary.md` is a heading with an anchor and, as the next paragraph's first line, the definition;
those with the class `tip` are linked. A link, as readers without a mouse reach it too.
"""

import re
from html import escape
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from livedocs.model import sources
from livedocs.model.navigation import GLOSSARY, address
from livedocs.site.context import READING
from livedocs.site.stop import stops_build

NAME = f"{GLOSSARY}.md"
_ENTRY = re.compile(
    r"^### (?P<term>.+?) \{ #(?P<anchor>[\w-]+)(?P<tip> \.tip)? \}\n\n(?P<definition>.+)$", re.MULTILINE
)
_NOT_IN = {"a", "button", "code", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "summary"}
_AFTER_INLINE = 7  # as the `abbr` of Python-Markdown


def entries(text: str) -> list[re.Match[str]]:
    """Return the entries of a glossary: `term`, `anchor`, `tip`, `definition`."""
    return list(_ENTRY.finditer(text))


@sources.once
def _tips(file: Path, path: Path) -> tuple[re.Pattern[str], dict[str, re.Match[str]]]:
    """Return what finds a term, in the singular or plural and in any case, and the entries by lower-case term."""
    found = {entry["term"].lower(): entry for entry in entries(sources.read(file, path)) if entry["tip"]}
    longest_first = sorted(found, key=len, reverse=True)
    terms = "|".join(re.escape(term).replace(r"\ ", r"\s+") for term in longest_first)
    return re.compile(rf"(?<![\w.-])({terms})s?(?![\w-])", re.IGNORECASE), found


class GlossaryExtension(Extension):
    """Links terms to the glossary; `livedocs.site.claims` has to be there too, and knows the page."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Register what walks through the page."""
        md.treeprocessors.register(_Terms(md), "livedocs_glossary", _AFTER_INLINE)


class _Terms(Treeprocessor):
    @stops_build
    def run(self, root: Element) -> None:
        page = READING[self.md].page
        path = Path(page.path.parts[0], NAME)
        if path == page.path or not (page.root / path).exists():
            return
        self._pattern, self._entries = _tips(page.root / path, path)
        self._address = address(GLOSSARY, page.topic)
        self._seen: set[str] = set()
        self._walk(root)

    def _walk(self, element: Element) -> None:
        """Go through the texts in the order of the page."""
        if element.tag in _NOT_IN:
            return
        element.text = self._linked(element.text)
        for child in element:
            self._walk(child)
            child.tail = self._linked(child.tail)

    def _linked(self, text: str | None) -> str | None:
        return text if not text or isinstance(text, AtomicString) else self._pattern.sub(self._link, text)

    def _link(self, found: re.Match[str]) -> str:
        """Return a placeholder for a link until the page is HTML; the term itself if it already has a link."""
        entry = self._entries[re.sub(r"\s+", " ", found[1].lower())]
        if entry["anchor"] in self._seen:
            return found[0]
        self._seen.add(entry["anchor"])
        said = escape(entry["definition"].replace("`", ""), quote=False).replace('"', "&quot;")
        href = f"{self._address}#{entry['anchor']}"
        return self.md.htmlStash.store(f'<a class="term" data-definition="{said}" href="{href}">{found[0]}</a>')


def makeExtension(**kwargs: Any) -> GlossaryExtension:
    """Return the extension: what Python-Markdown looks for."""
    return GlossaryExtension(**kwargs)
