"""The claims extension for Python-Markdown: every `==sentence==` is a claim that a test proves.

It reads a page before anything else does, checks that its claims, its tests and its
snippets fit together, and turns each claim into a `span` with an anchor and a link to its proof.
The anchor is the name of the test, which changes less than the sentence does.
"""

import re
from difflib import get_close_matches
from html import escape
from itertools import zip_longest
from pathlib import Path
from typing import Any

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

from livedocs import page as pages
from livedocs.errors import AuthorError
from livedocs.page import Page
from livedocs.proofs import Module, load, tests_of
from livedocs.snippets import SNIPPETS, Snippet, snippets_of

# SuperFences reads fences at 25: the claims go before it, the check for fences it refused after.
# Every topic page has these level 2 headings, in this order.
HEADINGS = ("In short", "In detail", "See also")

_BEFORE_FENCES, _AFTER_FENCES = 27, 24


class ClaimsExtension(Extension):
    """Marks claims and makes the page known to the `live` fence, as `md.livedocs`."""

    def __init__(self, **kwargs: Any) -> None:
        """Take the options from `mkdocs.yml`."""
        self.config = {"repo_url": ["", "The repository's address, for links to its files"]}
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:
        """Register both preprocessors."""
        md.repo_url = self.getConfig("repo_url") or ""
        md.preprocessors.register(_Claims(md), "livedocs_claims", _BEFORE_FENCES)
        md.preprocessors.register(_LeftOver(md), "livedocs_left_over", _AFTER_FENCES)


class _Claims(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        root, path = _where(self.md)
        page = pages.read(root, path, lines)
        module = check(page)
        self.md.livedocs = page, module
        proofs = {proof.claim: proof for proof in module.proofs}
        text = "\n".join(lines)
        for claim in reversed(page.claims):
            proof = proofs[claim.text]
            stem = Snippet(root, proof.snippet).stem
            marked = (
                f'<span class="claim" id="{proof.name}">{text[claim.start + 2 : claim.end - 2]}'
                f'<a class="claim-proof" href="#{stem}-{proof.name}" data-search-exclude'
                f' title="Proved by {escape(module.path.as_posix())}::{proof.name}" aria-label="Proof">'
                f'</a><a class="headerlink" href="#{proof.name}" data-search-exclude title="Permanent link"'
                f' aria-label="Permanent link to this claim">¶</a></span>'
            )
            text = text[: claim.start] + marked + text[claim.end :]
        return text.split("\n")


class _LeftOver(Preprocessor):
    """SuperFences leaves a fence it cannot read as text, without a word."""

    def run(self, lines: list[str]) -> list[str]:
        page, _ = self.md.livedocs
        left = [line for line in lines if re.match(r"[ >]*(`{3,}|~{3,})[ \t]*live\b", line)]
        if left:
            line = next(fence.line for fence in page.fences)
            raise AuthorError(page.path, line, f"SuperFences could not read `{left[0].strip()}`: check its indentation")
        return lines


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


def check(page: Page) -> Module:
    """Return the test module of a page that keeps the rules; raise `AuthorError` at the first break.

    The marked sentences equal the tests' docstrings, and the snippets of the topic are
    those that the page shows and those that the tests run.
    """
    try:
        module = load(page.root, page.topic)
    except FileNotFoundError:
        hint = f"this page has no proofs: write {tests_of(page.topic).as_posix()}"
        raise AuthorError(page.path, 1, hint) from None
    _check_headings(page)
    _check_claims(page, module)
    _check_fences(page, module)
    _check_snippets(page, module)
    return module


def _check_headings(page: Page) -> None:
    if page.topic == "index":
        return
    for number, (heading, expected) in enumerate(zip_longest(page.headings, HEADINGS)):
        if heading is None or heading.text != expected:
            line = heading.line if heading else len(page.lines)
            what = f"`## {heading.text}` stands" if heading else "the page ends"
            hint = f"{what} where `## {expected}` belongs: a page has {', '.join(HEADINGS)}"
            raise AuthorError(page.path, line, hint if number < len(HEADINGS) else f"{what} after the last heading")


def _check_claims(page: Page, module: Module) -> None:
    proved = {proof.claim for proof in module.proofs}
    lines: dict[str, int] = {}
    for claim in page.claims:
        if claim.text in lines:
            raise AuthorError(page.path, claim.line, f"line {lines[claim.text]} claims this already: {claim.text}")
        if claim.text not in proved:
            hint = f"no proof: write a test in {module.path.as_posix()} with this docstring: {claim.text}"
            raise AuthorError(page.path, claim.line, hint)
        lines[claim.text] = claim.line
    for proof in module.proofs:
        if proof.claim not in lines:
            hint = f"{proof.name} proves what {page.path.as_posix()} does not claim: =={proof.claim}=="
            raise AuthorError(module.path, proof.line, hint)


def _check_fences(page: Page, module: Module) -> None:
    shown: dict[str, int] = {}
    run = {proof.snippet for proof in module.proofs}
    for fence in page.fences:
        snippet = Snippet(page.root, fence.snippet)
        inside = (page.root / SNIPPETS).resolve() in snippet.path.resolve().parents
        if not inside or ".." in fence.snippet.split("/"):
            raise AuthorError(
                page.path, fence.line, f"`{fence.snippet}` lies outside {SNIPPETS}/: move the snippet there"
            )
        if not snippet.path.exists():
            raise AuthorError(page.path, fence.line, f"no snippet {SNIPPETS / fence.snippet}: {_nearest(snippet)}")
        if snippet.topic != page.topic:
            hint = f"`{fence.snippet}` belongs to another page: link to docs/{snippet.topic}.md instead"
            raise AuthorError(page.path, fence.line, hint)
        if fence.snippet in shown:
            raise AuthorError(
                page.path, fence.line, f"`{fence.snippet}` is shown in line {shown[fence.snippet]} already"
            )
        try:
            files = snippet.files
        except (OSError, UnicodeDecodeError) as error:
            raise AuthorError(page.path, fence.line, f"cannot read {SNIPPETS / fence.snippet}: {error}") from error
        if snippet.entrypoint not in files:
            raise AuthorError(
                page.path, fence.line, f"`{fence.snippet}` has no {snippet.entrypoint.name} to start from"
            )
        if fence.snippet not in run:
            hint = f"no test runs `{fence.snippet}`: write one in {module.path.as_posix()}"
            raise AuthorError(page.path, fence.line, hint)
        last = files[snippet.entrypoint].count("\n")
        if any(int(number) > last for number in re.findall(r"\d+", fence.options.get("hl_lines", ""))):
            hint = f'bad value hl_lines="{fence.options["hl_lines"]}": {snippet.entrypoint} has {last} lines'
            raise AuthorError(page.path, fence.line, hint)
        shown[fence.snippet] = fence.line


def _check_snippets(page: Page, module: Module) -> None:
    shown = {fence.snippet for fence in page.fences}
    for proof in module.proofs:
        if proof.snippet not in shown:
            hint = f"{proof.name} runs `{proof.snippet}`, which {page.path.as_posix()} does not show: add a live fence"
            raise AuthorError(module.path, proof.line, hint)
    for name in snippets_of(page.root, page.topic):
        if name not in shown:
            hint = f"{page.path.as_posix()} does not show this snippet: add a live fence, or delete it"
            raise AuthorError((SNIPPETS / name).as_posix(), 1, hint)


def _nearest(snippet: Snippet) -> str:
    close = get_close_matches(snippet.name, snippets_of(snippet.root, snippet.topic), n=1, cutoff=0.4)
    return f"did you mean `{close[0]}`?" if close else f"create it, or name one of {SNIPPETS / snippet.topic}/"


def makeExtension(**kwargs: Any) -> ClaimsExtension:
    """Return the extension: what Python-Markdown looks for."""
    return ClaimsExtension(**kwargs)
