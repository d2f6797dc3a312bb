"""Pages as plain Markdown, for who reads no HTML: what our fences show is written out, and claims say where they hold.

Links within the pages lead to the heading above what they name, so that they work in any Markdown.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from pathlib import Path, PurePosixPath

from markdown.extensions.toc import slugify, unique

from livedocs.model import page as pages
from livedocs.model import sources
from livedocs.model.navigation import navigation
from livedocs.model.proofs import Module, Proof, load
from livedocs.model.snippets import Snippet, line_count
from livedocs.site import fence_finder, fence_seen, fence_versions
from livedocs.site.fence_snippet import LANGUAGES, anchor
from livedocs.versions import results, where

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n+", re.DOTALL)
_HEADING = re.compile(r"(?P<level>#{1,6})[ \t]+(?P<text>.+?)[ \t#]*(?:\{:?(?P<attributes>[^{}]*)\})?[ \t]*")
_LINK = r"\[(?P<text>(?:`[^`]*`|[^\[\]`])*)\]\((?P<page>[\w./-]*\.md)?(?:#(?P<anchor>[\w-]+))?\)"
_JOIN = "\x02"  # before a line's end within a claim: one line is what a search finds
_ATTRIBUTES = r"(?<=\))(?P<attributes>\{:?[ ]*[#.][^{}\n]*\})"
_LINK_OR_CODE = re.compile(rf"{_LINK}|{_ATTRIBUTES}|{pages.CODE_SPAN}", re.DOTALL)


@dataclass(frozen=True)
class Edition:
    """What differs between readers: where a link leads, `None` if nowhere, and what stands after a claim."""

    link: Callable[[PurePosixPath, str], str | None]
    after: Callable[[PurePosixPath, Proof], str]


@dataclass(frozen=True)
class Heading:
    """A heading; `anchor` is its address in the HTML and `slug` the one that its words give."""

    line: int
    text: str
    anchor: str
    slug: str


@dataclass(frozen=True)
class Source:
    """A page as it is written; `path` is below `docs/`."""

    path: PurePosixPath
    title: str
    lines: list[str]
    page: pages.Page
    module: Module | None

    @cached_property
    def above(self) -> int:
        """How many lines of front matter the file has."""
        return self.page.end - line_count("\n".join(self.lines).rstrip())

    @cached_property
    def fences(self) -> list[tuple[int, int, re.Match[str]]]:
        """The first and the last line of each fence, from 0, and its header."""
        return list(pages.fenced(self.page.path, self.lines, self.above))

    @cached_property
    def headings(self) -> list[Heading]:
        """All headings, in order."""
        inside = {number for first, last, _ in self.fences for number in range(first, last + 1)}
        found = [
            (number, heading)
            for number, line in enumerate(self.lines)
            if number not in inside and (heading := _HEADING.fullmatch(line))
        ]
        named = {number: re.findall(r"#([\w-]+)", heading["attributes"] or "") for number, heading in found}
        anchors, slugs = {name for names in named.values() for name in names}, set()
        headings = []
        for number, heading in found:
            words = re.sub(r"`|\]\([^)]*\)|\[", "", heading["text"])
            slug = slugify(words, "-")
            name = named[number][0] if named[number] else unique(slug, anchors)
            headings.append(Heading(number, words, name, unique(slug, slugs)))
        return headings

    @cached_property
    def slugs(self) -> dict[str, str]:
        """The slug of the heading above each anchor: of headings, links, claims and snippets."""
        found = {
            name: self._above(self.above + number)
            for number, line in enumerate(self.lines, 1)
            for attributes in re.findall(_ATTRIBUTES, line)
            for name in re.findall(r"#([\w-]+)", attributes)
        }
        found |= {heading.anchor: heading.slug for heading in self.headings}
        if self.module:
            lines = {claim.text: claim.line for claim in self.page.claims}
            proved = {proof.name: lines.get(proof.claim) for proof in self.module.proofs}
            found |= {name: self._above(line) for name, line in proved.items() if line}
        for fence in self.page.fences:
            found[anchor(self.page.snippets[fence.snippet])] = self._above(fence.line)
        return found

    def _above(self, line: int) -> str:
        """Return the slug of the heading above a line of the file."""
        before = [heading.slug for heading in self.headings if heading.line < line - self.above]
        return before[-1] if before else ""


class Library:
    """The pages of the navigation, and what each of their parts is in plain Markdown."""

    def __init__(self, root: Path) -> None:
        """Read them all."""
        self.root = root
        self.sources = {path: self.read(path, title) for path, title in navigation(root).items()}

    def read(self, path: PurePosixPath, title: str = "", folder: str = "docs") -> Source:
        """Read a page of a folder."""
        where = Path(folder, path)
        text = _FRONT_MATTER.sub("", sources.read(self.root / where, where))
        lines = text.rstrip("\n").split("\n")
        page = pages.read(self.root, where, lines)
        try:
            module = load(self.root, page.topic)
        except FileNotFoundError:
            module = None
        return Source(path, title, lines, page, module)

    @cached_property
    def proofs(self) -> dict[str, tuple[PurePosixPath, Proof]]:
        """Each claim with its page and its proof."""
        return {
            proof.claim: (path, proof)
            for path, source in self.sources.items()
            if source.module
            for proof in source.module.proofs
        }

    @cached_property
    def claims(self) -> dict[str, fence_versions.Claim]:
        """Each claim with the versions on which it holds."""
        return {claim.proof.claim: claim for claim in fence_versions.claims(self.root)}

    def slug(self, path: PurePosixPath, name: str | None, within: Source | None = None) -> str:
        """Return the slug for an anchor of a page, or of the one that is being written; empty where there is none."""
        source = within if within and within.path == path else self.sources.get(path)
        return source.slugs.get(name, "") if source else ""

    def links(self, source: Source) -> Iterator[tuple[int, PurePosixPath, str]]:
        """Yield the links of a page to pages: the line, the page and the anchor, empty without one."""
        lines = list(source.lines)
        for first, last, _ in source.fences:
            lines[first : last + 1] = [""] * (last + 1 - first)
        text = "\n".join(lines)
        for found in _LINK_OR_CODE.finditer(text):
            if found["page"] or found["anchor"]:
                path = PurePosixPath(found["page"]) if found["page"] else source.path
                yield source.above + text.count("\n", 0, found.start()) + 1, path, found["anchor"] or ""

    def write(self, source: Source, edition: Edition, parts: Mapping[str, str]) -> str:
        """Return a page as plain Markdown; `parts` has what stands in place of fences beyond those known here.

        What is wrong with a page stays as it is: its own build says so.
        """
        text = "\n".join(source.lines)
        for claim in reversed(source.page.claims):
            if claim.text in self.proofs:
                sentence = text[claim.start + 2 : claim.end - 2].replace("\n", f"{_JOIN}\n")
                after = edition.after(*self.proofs[claim.text])
                text = text[: claim.start] + sentence + after + text[claim.end :]
        lines = text.split("\n")
        written, done = [], 0
        for first, last, header in [*source.fences, (len(lines), len(lines), None)]:
            written.append(self._prose(source, "\n".join(lines[done:first]), edition))
            if header:
                body = [line.strip(" >\t") for line in lines[first + 1 : last]]
                plain = self._plain(source, header["info"], [line for line in body if line], edition, parts)
                shown = lines[first : last + 1] if plain is None else [header["indent"] + line for line in plain]
                written.append("\n".join(line.rstrip() for line in shown))
            done = last + 1
        return re.sub(rf"{_JOIN}\n[ >]*", " ", "\n".join(written)).strip() + "\n"

    def _prose(self, source: Source, text: str, edition: Edition) -> str:
        """Return prose with its links changed, and its headings without attributes."""

        def linked(found: re.Match[str]) -> str:
            if found["attributes"]:
                return ""
            if found["text"] is None or not (found["page"] or found["anchor"]):
                return found[0]
            path = PurePosixPath(found["page"]) if found["page"] else source.path
            slug = self.slug(path, found["anchor"], source)
            address = f"#{slug}" if path == source.path else edition.link(path, slug)
            return f"[{found['text']}]({address})" if address else found["text"]

        lines = _LINK_OR_CODE.sub(linked, text).split("\n")
        headings = map(_HEADING.fullmatch, lines)
        return "\n".join(
            f"{heading['level']} {heading['text']}" if heading else line
            for line, heading in zip(lines, headings, strict=True)
        )

    def _plain(
        self, source: Source, info: str, body: list[str], edition: Edition, parts: Mapping[str, str]
    ) -> list[str] | None:
        """Return what stands in place of a fence, `None` for the fence itself."""
        snippets = source.page.snippets
        match info.split()[:1], body:
            case ["snippet"], [name] if snippets[name].path.exists():
                return list(_code(snippets[name]))
            case ["seen"], names:
                return list(self._seen(names, edition))
            case ["versions"], [part] if part in _VERSIONS:
                return list(_VERSIONS[part](self, edition))
            case ["finder"], [part]:
                return list(self._errors(edition)) if part == "errors" else []
            case [fence], _ if fence in parts:
                return parts[fence].split("\n")
        return None

    def _seen(self, names: list[str], edition: Edition) -> Iterator[str]:
        try:
            texts = fence_seen.shown(self.root, names)
        except LookupError:
            return
        if not texts:
            return
        for span, kind, message in fence_seen.rows(texts):
            yield f"- Streamlit {span}: **{kind}**: {' '.join(message)}"
        yield from (f"- {line}" for line in fence_seen.classes(texts))
        for name in names:
            topic, _, test = name.partition("::")
            if topic != "errors":
                claim = next(proof.claim for proof in load(self.root, topic).proofs if proof.name == test)
                yield f"- {self.claim(claim, edition)}"

    def _errors(self, edition: Edition) -> Iterator[str]:
        path = PurePosixPath(fence_finder.ERRORS.name)
        for group, members in groupby(fence_finder.entries(self.root), key=lambda entry: entry.group):
            yield from (f"### {group}", "")
            for entry in members:
                address = edition.link(path, self.slug(path, entry.anchor))
                title = f"[{entry.title}]({address})" if address else entry.title
                yield f"- {title}: {self._prose(self.sources[path], entry.remedy, edition)}"
            yield ""

    def claim(self, claim: str, edition: Edition) -> str:
        """Return a claim with a link to the page where it stands."""
        path, proof = self.proofs[claim]
        address = edition.link(path, self.slug(path, proof.name))
        return f"{claim} ([{self.sources[path].title}]({address}))" if address else claim

    def changed(self, edition: Edition) -> Iterator[str]:
        """Yield what changed in each release, the newest first."""
        for version in reversed(results.versions(self.root)):
            items = [
                f"- {'Holds now' if claim.held[new] else 'No longer holds'}: {self.claim(claim.proof.claim, edition)}"
                for claim in self.claims.values()
                for _, new in claim.changes
                if new == version
            ]
            yield from [f"### {where.minor_of(version)}", "", *items, ""] if items else []

    def table(self, edition: Edition) -> Iterator[str]:
        """Yield where each claim holds."""
        names = fence_versions.titles(self.root)
        for topic, group in groupby(self.claims.values(), key=lambda claim: claim.topic):
            yield from (f"### {names[topic]}", "", "| Claim | Holds on Streamlit |", "| --- | --- |")
            for claim in group:
                sentence = self.claim(claim.proof.claim, edition).replace("|", r"\|")
                yield f"| {sentence} | {where.label(claim.held) or 'not measured'} |"
            yield ""

    def measured(self, _: Edition) -> Iterator[str]:
        """Yield how many claims were looked at on each version."""
        yield from ("| Streamlit | Claims measured | Claims that hold |", "| --- | --- | --- |")
        for version in reversed(results.versions(self.root)):
            told = [claim.held[version] for claim in self.claims.values()]
            yield f"| {version} | {len(told) - told.count(None)} | {told.count(True)} |"


_VERSIONS = {"changes": Library.changed, "table": Library.table, "measured": Library.measured}


def _code(snippet: Snippet) -> Iterator[str]:
    """Yield the files of a snippet, each in a fence of its own."""
    for number, (path, text) in enumerate(snippet.files.items()):
        ticks = "````" if "```" in text else "```"
        yield from [""] if number else []
        yield f'{ticks}{LANGUAGES.get(path.suffix, "text")} title="{path}"'
        yield from text.rstrip("\n").split("\n")
        yield ticks
