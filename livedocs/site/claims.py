"""The claims extension for Python-Markdown: every `==sentence==` is a claim that a test proves.

It reads a page before anything else does, checks that its claims, its tests and its
snippets fit together, and turns each claim into a `span` with an anchor and a link to its proof.
The anchor is the name of the test, which changes less often than the sentence.
"""

import re
from html import escape
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import STX

from livedocs.model import page as pages
from livedocs.model.errors import AuthorError
from livedocs.site import badge, builder, pairs
from livedocs.site.context import READING, Context
from livedocs.site.parts import parts
from livedocs.site.rules import check
from livedocs.site.stop import stops_build
from livedocs.versions import results, where

# SuperFences reads fences at 25; MkDocs' treeprocessor, the last, runs at 0.
_BEFORE_FENCES, _AFTER_FENCES, _LAST = 27, 24, -1


class ClaimsExtension(Extension):
    """Marks claims, and notes the page that is being read for the fences and the glossary."""

    def __init__(self, **kwargs: Any) -> None:
        """Take the options from `mkdocs.yml`."""
        self.config = {
            "repo_url": ["", "The repository's address, for links to its files"],
            "site_url": ["", "The site's own address, for links from files that leave it"],
            "draft": [False, "Whether results may be missing, as while the site is being written"],
        }
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:
        """Register what reads the page, and what checks that nothing of it is lost."""
        md.preprocessors.register(_Claims(md, self.getConfigs()), "livedocs_claims", _BEFORE_FENCES)
        md.preprocessors.register(_LeftOver(md), "livedocs_left_over", _AFTER_FENCES)
        md.treeprocessors.register(_Shown(md), "livedocs_shown", _LAST)


class _Claims(Preprocessor):
    def __init__(self, md: Markdown, options: dict[str, Any]) -> None:
        super().__init__(md)
        self._draft = bool(options["draft"])
        self._repo_url, self._site_url = (options["repo_url"] or "").rstrip("/"), options["site_url"] or ""

    @stops_build
    def run(self, lines: list[str]) -> list[str]:
        build = builder.current(self.md)
        page = pages.read(build.root, build.path, lines)
        module = check(page, draft=self._draft, first=build.first)
        READING[self.md] = Context(build, page, module, self._draft, self._repo_url, self._site_url)
        # For search engines and previews of links.
        build.meta.setdefault("description", escape(page.summary.replace("`", "")))
        proofs = {name: proof for proof in module.proofs for name in (proof.claim, proof.name)}
        said = {claim.text for claim in page.claims if not claim.proof}
        records = results.records(page.root)
        text = "\n".join(lines)
        cells = {claim.proof: claim for claim in reversed(page.claims) if claim.proof}
        for claim in reversed(page.claims):
            proof = proofs[claim.proof or claim.text]
            anchor = f"{page.snippets[proof.snippet].stem}-{proof.name}"
            shown = where.shown(page.root, page.topic, proof, records)
            held = badge.attributes(shown.held)
            says = text[claim.start + 2 : claim.end].rpartition("==")[0]
            if claim.proof:
                first = cells[proof.name] is claim and proof.claim not in said
                marked = parts.cell(says, proof.name, anchor, _entities(proof.claim), held, first)
            else:
                proved_by = f"{module.path.as_posix()}::{proof.name}"
                change = next(reversed(where.changes(shown.held)), None)
                pair = pairs.anchor(page.root, module, proof, shown.held, change) if change else ""
                marked = parts.claim(says, proof.name, anchor, proved_by, held, badge.badge(proof, shown, pair))
            text = text[: claim.start] + marked + text[claim.end :]
        return text.split("\n")


class _LeftOver(Preprocessor):
    """Finds the fences that SuperFences cannot read: it leaves them as text and reports nothing."""

    @stops_build
    def run(self, lines: list[str]) -> list[str]:
        page = READING[self.md].page
        read = 0
        for line in lines:
            if re.match(r"[ >]*(?:`{3,}|~{3,})[^`]*$", line):
                hint = "SuperFences cannot read this fence: check its options, and the indentation of each line"
                raise AuthorError(page.path, page.above + page.blocks[read].first + 1, hint)
            read += STX in line  # it has put a placeholder for each fence it read
        return lines


class _Shown(Treeprocessor):
    """Finds claims and fences that Markdown takes for something else: for an indented code block, or a comment."""

    @stops_build
    def run(self, root: Element) -> None:
        known = READING[self.md]
        page = known.page
        self._add_picker(root, page)
        for heading in root.iter("th"):
            heading.set("scope", "col")
            if not len(heading) and not (heading.text or "").strip():
                heading.tag, heading.attrib = "td", {}  # screen readers take an empty heading for a mistake
        text = self.md.postprocessors["raw_html"].run(self.md.serializer(root))
        text = re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL)
        tags = "".join(re.findall(r'<(?:span|div) class="(?:claim|live)[^<>]*>', text))
        names = {proof.claim: proof.name for proof in known.module.proofs}
        marks = [
            (claim.line, f'data-proof="{claim.proof}"' if claim.proof else f'id="{names[claim.text]}"')
            for claim in page.claims
        ]
        marks += [(fence.line, f'data-snippet="{escape(fence.snippet)}"') for fence in page.fences]
        for line, mark in sorted(marks):
            if mark not in tags:
                raise AuthorError(page.path, line, "Markdown does not show this: check its indentation")

    def _add_picker(self, root: Element, page: pages.Page) -> None:
        """Put the picker of versions below the title; in the page's text it would move the lines."""
        title = next((number for number, element in enumerate(root) if element.tag == "h1"), None)
        if title is not None and page.claims and (versions := where.versions(results.records(page.root))):
            picker = Element("p")
            picker.text = self.md.htmlStash.store(badge.picker(versions))
            root.insert(title + 1, picker)


def _entities(claim: str) -> str:
    """Write a claim so that Markdown takes nothing in it for its own."""
    return "".join(sign if sign.isalnum() or sign in " .,:;" else f"&#{ord(sign)};" for sign in claim.replace("`", ""))


def makeExtension(**kwargs: Any) -> ClaimsExtension:
    """Return the extension: what Python-Markdown looks for."""
    return ClaimsExtension(**kwargs)
