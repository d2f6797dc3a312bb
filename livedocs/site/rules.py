"""The rules that a page, its tests and its snippets keep, or the build stops."""

import ast
import logging
import re
from difflib import get_close_matches
from pathlib import PurePosixPath

from livedocs.model.errors import AuthorError
from livedocs.model.navigation import START
from livedocs.model.page import Fence, Page
from livedocs.model.proofs import TESTS, Module, load, tests_of
from livedocs.model.snippets import SNIPPETS, Snippet, line_count, snippets_of
from livedocs.versions import agree

FIRST, LAST = "In short", "See also"  # the level 2 headings that every topic page begins and ends with
# Anchors, commands and the names of tests are made of these.
_NAME = re.compile(r"[A-Za-z0-9_-]+(\.py)?")
_LOG = logging.getLogger("mkdocs.livedocs")  # MkDocs prints what its own loggers get
_ALONE = "letters a to z, digits, `_` and `-` make its name"


def check(page: Page, *, draft: bool = False, first: bool = True) -> Module:
    """Return the test module of a page that keeps the rules; raise `AuthorError` at the first break.

    The marked sentences equal the tests' docstrings, the snippets of the topic are
    those that the page shows and the tests run, and except for a draft there are records
    of the tests, which agree with their marks (see `livedocs.versions.agree`).
    With the first page of a build, tests and snippets are looked for that have no page to do so.
    A page that claims nothing and shows no snippet needs no tests, and has the headings it likes.
    """
    if (page.claims or page.fences) and not _NAME.fullmatch(page.topic):
        raise AuthorError(page.path, 1, f"rename this page: {_ALONE}")
    try:
        module = load(page.root, page.topic)
    except FileNotFoundError:
        module = Module(tests_of(page.topic), "", ast.Module([], []), ())
        for line in (part.line for parts in (page.claims, page.fences) for part in parts):
            raise AuthorError(page.path, line, f"this page has no proofs: write {module.path.as_posix()}") from None
    if module.proofs:
        _check_headings(page)
    _check_claims(page, module)
    _check_fences(page, module)
    _check_snippets(page, module)
    if first:
        _check_orphans(page)
    if not draft:
        agree.check(page.root, page.topic, module)
        for bound in agree.unchecked(page.root, page.topic, module):
            _LOG.info(bound)
    return module


def _check_headings(page: Page) -> None:
    if page.topic == START:
        return
    for expected, found in ((FIRST, page.headings[:1]), (LAST, page.headings[1:][-1:])):
        text, line = found[0] if found else ("", page.end)
        if text != expected:
            what = f"`## {text}` is" if text else "the page ends"
            hint = f"{what} where `## {expected}` belongs: a page begins with `## {FIRST}` and ends with `## {LAST}`"
            raise AuthorError(page.path, line, hint)


def _check_claims(page: Page, module: Module) -> None:
    proved = {proof.claim for proof in module.proofs}
    named = {proof.name: proof.claim for proof in module.proofs}
    lines: dict[str, int] = {}
    cells: set[str] = set()
    for claim in page.claims:
        if claim.proof:
            if claim.proof not in named:
                hint = f"no test has this name: write `{claim.proof}` in {module.path.as_posix()}, or correct the name"
                raise AuthorError(page.path, claim.line, hint)
            cells.add(named[claim.proof])
            continue
        if claim.text in lines:
            raise AuthorError(page.path, claim.line, f"line {lines[claim.text]} already claims this: {claim.text}")
        if claim.text not in proved:
            hint = f"no proof: write a test in {module.path.as_posix()} with this docstring: {claim.text}"
            raise AuthorError(page.path, claim.line, hint)
        lines[claim.text] = claim.line
    for proof in module.proofs:
        if proof.claim not in cells | lines.keys():
            hint = f"{proof.name} proves what {page.path.as_posix()} does not claim: =={proof.claim}=="
            raise AuthorError(module.path, proof.line, hint)


def _check_fences(page: Page, module: Module) -> None:
    shown: dict[str, Fence] = {}
    run = {proof.snippet for proof in module.proofs}
    for fence in page.fences:
        snippet = page.snippets[fence.snippet]
        if problem := _problem(snippet, page.topic):
            raise AuthorError(page.path, fence.line, problem)
        if other := shown.get(snippet.stem):
            hint = f"`{other.snippet}` is already shown in line {other.line}: link to it, or give this another name"
            raise AuthorError(page.path, fence.line, hint)
        if fence.snippet not in run:
            hint = f"no test runs `{fence.snippet}`: write one in {module.path.as_posix()}"
            raise AuthorError(page.path, fence.line, hint)
        for lines in fence.hl_lines.split():
            last = line_count(snippet.files[snippet.entrypoint])
            start, _, end = lines.partition("-")
            if not int(start) <= int(end or start) <= last:
                hint = f'bad value hl_lines="{lines}": {snippet.entrypoint} has the lines 1-{last}'
                raise AuthorError(page.path, fence.line, hint)
        shown[snippet.stem] = fence


def _check_snippets(page: Page, module: Module) -> None:
    shown = {fence.snippet for fence in page.fences}
    for proof in module.proofs:
        if proof.snippet not in shown:
            if problem := _problem(Snippet(page.root, proof.snippet), page.topic):
                raise AuthorError(module.path, proof.line, problem)
            hint = (
                f"{proof.name} runs `{proof.snippet}`, which {page.path.as_posix()} does not show: add a snippet fence"
            )
            raise AuthorError(module.path, proof.line, hint)
    for name in snippets_of(page.root, page.topic):
        if name not in shown:
            hint = f"{page.path.as_posix()} does not show this snippet: add a snippet fence, or delete it"
            raise AuthorError(SNIPPETS / name, 1, hint)
        if not _NAME.fullmatch(PurePosixPath(name).name):
            raise AuthorError(SNIPPETS / name, 1, f"rename this snippet: {_ALONE}")


def _problem(snippet: Snippet, topic: str) -> str | None:
    """Say what is wrong with how a page or a test names a snippet of its topic."""
    written = PurePosixPath(snippet.name)
    if ".." in written.parts or written.is_absolute():
        return f"`{snippet.name}` is outside {SNIPPETS}/: move the snippet there"
    if snippet.name != str(written):
        return f"write `{snippet.name}` as `{written}`"
    if not snippet.path.exists():
        named = {PurePosixPath(name).stem: name for name in snippets_of(snippet.root, topic)}
        close = get_close_matches(snippet.stem, named, n=1)
        hint = f"did you mean `{named[close[0]]}`?" if close else f"create it, or name one of {SNIPPETS / topic}/"
        if snippet.path.is_symlink():
            hint = "it is a link to a file that does not exist"
        return f"no snippet {SNIPPETS / snippet.name}: {hint}"
    if snippet.topic != topic:
        return f"`{snippet.name}` belongs to another page: link to docs/{snippet.topic}.md instead"
    if snippet.entrypoint not in snippet.files:
        return f"`{snippet.name}` has no {snippet.entrypoint.name} to start from"
    return None


def _check_orphans(page: Page) -> None:
    """Look out for tests and snippets that have no page to do so."""
    docs = page.root / page.path.parts[0]
    topics = {path.stem for path in docs.rglob("*.md") if path.exists() and path.read_bytes().strip()}
    named = {path: path.stem.removeprefix("test_") for path in sorted((page.root / TESTS).glob("test_*.py"))}
    named |= {page.root / SNIPPETS / name: PurePosixPath(name).stem for name in snippets_of(page.root)}
    for path, topic in named.items():
        if topic not in topics:
            hint = f"no page shows this: write {docs.name}/{topic}.md, or move it"
            raise AuthorError(path.relative_to(page.root), 1, hint)
