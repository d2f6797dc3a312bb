"""The claims extension for Python-Markdown: every `==sentence==` is a claim that a test proves.

It reads a page before anything else does, checks that its claims, its tests and its
snippets fit together, and turns each claim into a `span` with an anchor and a link to its proof.
The anchor is the name of the test, which changes less than the sentence does.
"""

import re
from html import escape
from pathlib import Path
from typing import Any
from weakref import WeakSet
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import STX

from livedocs.model import page as pages
from livedocs.model.errors import AuthorError
from livedocs.site import badge, fence_finder
from livedocs.site.rules import check
from livedocs.site.stop import stops_build
from livedocs.versions import results, where

# SuperFences reads fences at 25; MkDocs' treeprocessor, the last, goes at 0.
_BEFORE_FENCES, _AFTER_FENCES, _LAST = 27, 24, -1
_BUILDS: WeakSet[Any] = WeakSet()  # by their lists of files


class ClaimsExtension(Extension):
    """Marks claims and makes the page known to the `snippet` fence, as `md.livedocs`."""

    def __init__(self, **kwargs: Any) -> None:
        """Take the options from `mkdocs.yml`."""
        self.config = {
            "repo_url": ["", "The repository's address, for links to its files"],
            "site_url": ["", "The site's own address, for links from files that leave it"],
            "draft": [False, "Whether results may be missing, as while the site is being written"],
        }
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:
        """Register what reads the page, and what sees that nothing of it is lost."""
        md.repo_url = self.getConfig("repo_url") or ""
        md.site_url = self.getConfig("site_url") or ""
        md.draft = bool(self.getConfig("draft"))
        md.preprocessors.register(_Claims(md), "livedocs_claims", _BEFORE_FENCES)
        md.preprocessors.register(_LeftOver(md), "livedocs_left_over", _AFTER_FENCES)
        md.treeprocessors.register(_Shown(md), "livedocs_shown", _LAST)


class _Claims(Preprocessor):
    @stops_build
    def run(self, lines: list[str]) -> list[str]:
        root, path = _where(self.md)
        page = pages.read(root, path, lines)
        module = check(page, draft=self.md.draft, first=_is_first(self.md))
        self.md.livedocs = page, module
        _describe(self.md, pages.summary(lines))
        proofs = {proof.claim: proof for proof in module.proofs}
        every = results.every(root)
        text = "\n".join(lines)
        for claim in reversed(page.claims):
            proof = proofs[claim.text]
            stem = page.snippets[proof.snippet].stem
            held = where.held(root, page.topic, proof, every)
            marked = (
                f'<span class="claim" id="{proof.name}"{badge.attributes(held)}>'
                f"{text[claim.start + 2 : claim.end - 2]}"
                f'<a class="claim-proof" href="#{stem}-{proof.name}" data-search-exclude'
                f' title="Proved by {escape(module.path.as_posix())}::{proof.name}" aria-label="Proof">'
                f"</a>{badge.badge(proof, held)}"
                f'<a class="headerlink" href="#{proof.name}" data-search-exclude title="Permanent link"'
                f' aria-label="Permanent link to this claim">¶</a></span>'
            )
            text = text[: claim.start] + marked + text[claim.end :]
        return text.split("\n")


class _LeftOver(Preprocessor):
    """SuperFences leaves a fence it cannot read as text, without a word."""

    @stops_build
    def run(self, lines: list[str]) -> list[str]:
        page, _ = self.md.livedocs
        read = 0
        for line in lines:
            if re.match(r"[ >]*(?:`{3,}|~{3,})[^`]*$", line):
                hint = "SuperFences cannot read this fence: check its options, and the indentation of each line"
                raise AuthorError(page.path, page.starts[read], hint)
            read += STX in line  # it has put a placeholder for each fence it read
        return lines


class _Shown(Treeprocessor):
    """What stands in an indented code block or in a comment is no claim and no fence to Markdown."""

    @stops_build
    def run(self, root: Element) -> None:
        page, module = self.md.livedocs
        self._add_picker(root, page)
        _add_symptoms(root, page)
        text = self.md.postprocessors["raw_html"].run(self.md.serializer(root))
        text = re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL)
        tags = "".join(re.findall(r'<(?:span|div) class="(?:claim|live)[^<>]*>', text))
        names = {proof.claim: proof.name for proof in module.proofs}
        marks = [(claim.line, f'id="{names[claim.text]}"') for claim in page.claims]
        marks += [(fence.line, f'data-snippet="{escape(fence.snippet)}"') for fence in page.fences]
        for line, mark in sorted(marks):
            if mark not in tags:
                raise AuthorError(page.path, line, "Markdown does not show this: check its indentation")

    def _add_picker(self, root: Element, page: pages.Page) -> None:
        """Put it below the title: here, as what stands in the page's text would move its lines."""
        title = next((number for number, element in enumerate(root) if element.tag == "h1"), None)
        if title is not None and page.claims and results.versions(page.root):
            picker = Element("p")
            picker.text = self.md.htmlStash.store(badge.picker(page.root))
            root.insert(title + 1, picker)


def _add_symptoms(root: Element, page: pages.Page) -> None:
    """Put at the end of a section, for the search alone, the words in which the page of symptoms links to it."""
    for anchor, words in fence_finder.also(page.root, page.topic).items():
        ids = [element.get("id") for element in root]
        if anchor in ids:
            start = ids.index(anchor) + 1
            headings = (number for number, element in enumerate(root) if re.fullmatch("h[1-6]", element.tag))
            end = next((number for number in headings if number >= start), len(root))
            hidden = Element("p", {"hidden": "hidden"})
            hidden.text = f"Also asked as: {words}"  # `docs/assets/search.js` looks for it
            root.insert(end, hidden)


def _describe(md: Markdown, text: str) -> None:
    """Give the page a description for search engines and previews of links, unless its front matter has one."""
    if "relpath" in md.treeprocessors:  # MkDocs; Zensical has read it by now
        md.treeprocessors["relpath"].file.page.meta.setdefault("description", escape(text.replace("`", "")))


def _where(md: Markdown) -> tuple[Path, Path]:
    """Return the project's folder and the path in it of the page that is being built."""
    if "relpath" in md.treeprocessors:  # MkDocs
        file = md.treeprocessors["relpath"].file
        source = Path(file.abs_src_path)
        docs = source.parents[len(Path(file.src_uri).parts) - 1]
    else:  # Zensical
        context = md.preprocessors["rendering_context"]
        docs = Path(context.config["docs_dir"]).absolute()
        source = docs / context.page.path
    return docs.parent, source.relative_to(docs.parent)


def _is_first(md: Markdown) -> bool:
    """Tell, once for each page, whether it is the first of its build: to Zensical, which builds some alone, each is.

    MkDocs lists the files anew for each build, and leaves out some of them: drafts, and pages that are empty.
    """
    if "relpath" not in md.treeprocessors:
        return True
    files = md.treeprocessors["relpath"].files
    first = files not in _BUILDS
    _BUILDS.add(files)
    return first


def site_of(md: Markdown) -> Path:
    """Return the folder that the site is being built into."""
    if "relpath" in md.treeprocessors:  # MkDocs
        file = md.treeprocessors["relpath"].file
        return Path(file.abs_dest_path).parents[len(Path(file.dest_uri).parts) - 1]
    return Path(md.preprocessors["rendering_context"].config["site_dir"]).absolute()  # Zensical


def makeExtension(**kwargs: Any) -> ClaimsExtension:
    """Return the extension: what Python-Markdown looks for."""
    return ClaimsExtension(**kwargs)
