"""Pages as plain Markdown, for readers without HTML: our fences are written out, and claims say where they hold.

Links keep their anchors: `<a id>` marks what they name, except for headings, whose anchors come from their words.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from pathlib import Path, PurePosixPath

from markdown.extensions.toc import slugify

from livedocs.model import page as pages
from livedocs.model import sources
from livedocs.model.markdown import CODE_SPAN, HEADING, Block
from livedocs.model.navigation import ERRORS, navigation
from livedocs.model.proofs import Module, load
from livedocs.model.snippets import Snippet
from livedocs.site import fence_finder, fence_seen, fence_versions
from livedocs.site.fence_snippet import LANGUAGES, anchor
from livedocs.site.stop import FenceError
from livedocs.versions import where

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n+", re.DOTALL)
_LINK = r"\[(?P<text>(?:`[^`]*`|[^\[\]`])*)\]\((?P<page>[\w./-]*\.md)?(?:#(?P<anchor>[\w-]+))?\)"
_ATTRIBUTES = r"[ ]*(?P<attributes>\{:?[ ]*[#.][^{}\n]*\})"  # of a link or a heading
_LINK_OR_CODE = re.compile(rf"{_LINK}|{_ATTRIBUTES}|{CODE_SPAN}", re.DOTALL)
_ID = re.compile(r"#([\w-]+)")
_JOIN = "\x02"  # before a line's end within a claim: one line is what a search finds


@dataclass(frozen=True)
class Edition:
    """What differs between readers: where a link leads, `None` if nowhere, and what follows a claim."""

    link: Callable[[PurePosixPath, str], str | None]
    after: Callable[[fence_versions.Claim], str]


@dataclass(frozen=True)
class Source:
    """A page of the navigation; `path` is below `docs/`."""

    path: PurePosixPath
    title: str
    page: pages.Page
    module: Module | None

    @cached_property
    def anchors(self) -> set[str]:
        """What links can name: headings, whatever has an id, claims, and snippets."""
        found = set()
        for heading in filter(None, map(HEADING.fullmatch, self.page.prose.split("\n"))):
            named = _ID.search(heading["attributes"] or "")
            found.add(named[1] if named else slug(heading["text"]))
        found |= {name for attributes in re.findall(_ATTRIBUTES, self.page.prose) for name in _ID.findall(attributes)}
        found |= {proof.name for proof in self.module.proofs} if self.module else set()
        return found | {anchor(snippet) for snippet in self.page.snippets.values()}


def note(claim: fence_versions.Claim) -> str:
    """Say on which versions a claim holds, unless it says so itself or holds on all of them."""
    if claim.proof.until or (claim.held and all(claim.held.values())):
        return ""
    known = True in claim.held.values()
    label = where.label(claim.held) if known else claim.proof.since and f"since {claim.proof.since}"
    return f" ({label})" if label else ""


def slug(heading: str) -> str:
    """Return the anchor that a heading without one gets from its words."""
    return slugify(re.sub(r"\]\([^)]*\)|[`\[]", "", heading), "-")


class Library:
    """The pages of the navigation, and what each of their parts is in plain Markdown."""

    def __init__(self, root: Path) -> None:
        """Read them all."""
        self.root = root
        self.sources = {path: self.read(path, title) for path, title in navigation(root).items()}
        # Claims and snippets get an id only if a link leads there.
        self.linked = {link[1:] for source in self.sources.values() for link in self.links(source)}

    def read(self, path: PurePosixPath, title: str = "", folder: str = "docs") -> Source:
        """Read a page of a folder."""
        where = Path(folder, path)
        lines = _FRONT_MATTER.sub("", sources.read(self.root / where, where)).rstrip("\n").split("\n")
        page = pages.read(self.root, where, lines)
        try:
            module = load(self.root, page.topic)
        except FileNotFoundError:
            module = None
        return Source(path, title, page, module)

    @cached_property
    def claims(self) -> dict[str, fence_versions.Claim]:
        """Each claim with the versions on which it holds."""
        return {claim.proof.claim: claim for claim in fence_versions.claims(self.root)}

    def links(self, source: Source) -> Iterator[tuple[int, PurePosixPath, str]]:
        """Yield the links of a page to pages: the line, the page and the anchor, empty without one."""
        for found in _LINK_OR_CODE.finditer(source.page.prose):
            if found["page"] or found["anchor"]:
                path = PurePosixPath(found["page"]) if found["page"] else source.path
                line = source.page.prose.count("\n", 0, found.start()) + 1
                yield source.page.above + line, path, found["anchor"] or ""

    def write(self, source: Source, edition: Edition, parts: Mapping[str, str]) -> str:
        """Return a page as plain Markdown; `parts` has the text for fences that this module does not know.

        What is wrong with a page stays as it is: its own build says so.
        """
        text = "\n".join(source.page.lines)
        names = {proof.name: proof.claim for proof in source.module.proofs} if source.module else {}
        for claim in reversed(source.page.claims):
            if known := self.claims.get(names.get(claim.proof, claim.text)):
                sentence = text[claim.start + 2 : claim.end].rpartition("==")[0].replace("\n", f"{_JOIN}\n")
                mark = "" if claim.proof else self._id(source, known.proof.name)
                text = text[: claim.start] + mark + sentence + edition.after(known) + text[claim.end :]
        lines = text.split("\n")
        written, done = [], 0
        for block in source.page.blocks:
            written.append(self._prose(source, "\n".join(lines[done : block.first]), edition))
            plain = self._plain(source, block, edition, parts)
            shown = lines[block.first : block.last + 1] if plain is None else [block.indent + line for line in plain]
            written.append("\n".join(line.rstrip() for line in shown))
            done = block.last + 1
        written.append(self._prose(source, "\n".join(lines[done:]), edition))
        return re.sub(rf"{_JOIN}\n[ >]*", " ", "\n".join(written)).strip() + "\n"

    def _id(self, source: Source, name: str) -> str:
        return f'<a id="{name}"></a>' if (source.path, name) in self.linked else ""

    def _prose(self, source: Source, text: str, edition: Edition) -> str:
        """Return prose with its links changed, and ids instead of attributes."""

        def plain(found: re.Match[str]) -> str:
            if found["attributes"]:
                return "".join(f'<a id="{name}"></a>' for name in _ID.findall(found["attributes"]))
            if found["text"] is None or not (found["page"] or found["anchor"]):
                return found[0]
            path = PurePosixPath(found["page"]) if found["page"] else source.path
            name = found["anchor"] or ""
            address = f"#{name}" if path == source.path else edition.link(path, name)
            return f"[{found['text']}]({address})" if address else found["text"]

        return _LINK_OR_CODE.sub(plain, text)

    def _plain(self, source: Source, block: Block, edition: Edition, parts: Mapping[str, str]) -> list[str] | None:
        """Return the text that replaces a fence, `None` to keep the fence."""
        snippets = source.page.snippets
        match block.info.split()[:1], block.body:
            case ["snippet"], (name,) if snippets[name].path.exists():
                mark = self._id(source, anchor(snippets[name]))
                return [*([mark, ""] if mark else []), *_code(snippets[name])]
            case ["seen"], names:
                return list(self._seen([*names], edition))
            case ["versions"], (part,) if part in _VERSIONS:
                return list(_VERSIONS[part](self, edition))
            case ["finder"], (part,):
                return list(self._errors(edition)) if part == "errors" else []
            case [name], _ if name in parts:
                return parts[name].split("\n")
        return None

    def _seen(self, names: list[str], edition: Edition) -> Iterator[str]:
        try:
            texts = fence_seen.shown(self.root, names)
        except FenceError:
            return
        if not texts:
            return
        for span, kind, message in fence_seen.rows(texts):
            yield f"- Streamlit {span}: **{kind}**: {' '.join(message)}"
        yield from (f"- {line}" for line in fence_seen.classes(texts))
        for name in names:
            if not name.startswith(f"{ERRORS}::"):
                yield f"- {self.claim(fence_seen.proof_of(self.root, name).claim, edition)}"

    def _errors(self, edition: Edition) -> Iterator[str]:
        path = PurePosixPath(f"{ERRORS}.md")
        for group, members in groupby(fence_finder.entries(self.root), key=lambda entry: entry.group):
            yield from (f"### {group}", "")
            for entry in members:
                address = edition.link(path, entry.anchor)
                title = f"[{entry.title}]({address})" if address else entry.title
                yield f"- {title}: {self._prose(self.sources[path], entry.fix, edition)}"
            yield ""

    def claim(self, claim: str, edition: Edition) -> str:
        """Return a claim with a link to its page."""
        path = PurePosixPath(f"{self.claims[claim].topic}.md")
        address = edition.link(path, "")
        return f"{claim} ([{self.sources[path].title}]({address}))" if address else claim

    def changed(self, edition: Edition) -> Iterator[str]:
        """Yield what changed in each release, the newest first."""
        for version in reversed(fence_versions.versions_of(self.claims.values())):
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
                yield f"| {sentence} | {claim.label} |"
            yield ""

    def measured(self, _: Edition) -> Iterator[str]:
        """Yield how many claims were looked at on each version."""
        yield from ("| Streamlit | Claims measured | Claims that hold |", "| --- | --- | --- |")
        yield from (
            f"| {version} | {told} | {held} |" for version, told, held in fence_versions.numbers(self.claims.values())
        )


_VERSIONS = {"changes": Library.changed, "table": Library.table, "measured": Library.measured}


def _code(snippet: Snippet) -> Iterator[str]:
    """Yield the files of a snippet, each in its own fence."""
    for number, (path, text) in enumerate(snippet.files.items()):
        ticks = "````" if "```" in text else "```"
        yield from [""] if number else []
        yield f'{ticks}{LANGUAGES.get(path.suffix, "text")} title="{path}"'
        yield from text.rstrip("\n").split("\n")
        yield ticks
