"""What the search looks through: each section of the site with its sentences, its code, and the words of users.

A section gets these words from `words/`, from tables that link to it, and from the page of symptoms.
`words/callbacks.txt` has blocks for the sections of a page: an anchor, then a line for each wording.

    #all-buttons-of-a-loop-do-the-same
    every button returns the last item
    lambda in a for loop
"""

import json
import re
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from livedocs.model import sources
from livedocs.model.errors import AuthorError
from livedocs.model.markdown import HEADING, fenced
from livedocs.model.navigation import SYMPTOMS, address
from livedocs.site.fence_finder import symptoms
from livedocs.site.fence_versions import Claim
from livedocs.site.plain import Edition, Library, Source, note, slug

FILE = "sections.json"
_WORDS = Path("words")
_ROW = re.compile(r"\| (?P<words>[^|]+) \|(?:.*\||)")
_TO_SECTION = re.compile(r"\]\((?P<page>\w+\.md)?#(?P<anchor>[\w-]+)\)")
_SEEN = re.compile(r"- Streamlit [\d., –]+: \*\*.+")
_NAME = re.compile(r"\b[a-z]\w*[_.][\w.]*\w|\b[A-Z][a-z]+[A-Z]\w+")
_ID = re.compile(r' ?<a id="([^"]*)"></a>')
_LINK = re.compile(r"\[([^]]*)\]\([^)]*\)")
_BETWEEN_CELLS = re.compile(r"(?<=[^|-]) \| (?=[^-|])")
_MARKUP = re.compile(
    rf"^[| :-]+$|{_ID.pattern}| ?{{[^}}]*}}|^[ >]*(?:(?:-|\d+\.|:|#+|\[\^\w+\]:) +|(?:!!!|\?\?\?).*)?"
    r"|[`|]|\*\*|\[\^\w+\]| ?(?:More info: )?https?:\S*|[ :–-]+$"
)


@dataclass
class Section:
    """A section: the words of users, its sentences, the wordings of an error, and the names in its code."""

    at: str
    page: str
    title: str
    also: list[str] = field(default_factory=list)
    symptoms: list[dict[str, Any]] = field(default_factory=list)
    says: list[str] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)
    code: list[str] = field(default_factory=list)


def write(library: Library) -> str:
    """Return the sections as JSON, without what is empty."""
    rows = [{name: value for name, value in vars(section).items() if value} for section in sections(library)]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def sections(library: Library) -> list[Section]:
    """Return the sections of all pages but the list of symptoms, whose words are for the others."""
    reader = _Reader(library)
    for source in library.sources.values():
        if source.page.topic != SYMPTOMS:
            reader.read(source)
    for at, words in reader.rows:
        if section := reader.found.get(at):
            section.also.append(words)
    for symptom in symptoms(library.root):
        if section := reader.found.get(symptom.at):
            entry = {"title": plain(symptom.title), "fix": plain(symptom.fix), "also": symptom.also}
            section.symptoms.append(entry)
    return [section for at, section in reader.found.items() if at == section.at]


def plain(markdown: str) -> str:
    """Return a line of prose without its marks."""
    return " ".join(_MARKUP.sub("", _BETWEEN_CELLS.sub(" – ", _LINK.sub(r"\1", markdown))).split())


class _Reader:
    """Finds sections by what links can name in them, and the rows of tables that link to sections."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.found: dict[str, Section] = {}
        self.rows: list[tuple[str, str]] = []

    def read(self, source: Source) -> None:
        page = address(source.page.topic)
        # Pages without claims have parts that repeat those of others.
        text = self.library.write(source, _EDITION, {}) if source.module else source.page.prose
        lines = text.split("\n")
        fences = {block.first: block for block in fenced(source.page.path, lines, 0)}
        section = self.found[page] = Section(page, source.title, source.title)
        words = _words(self.library.root, source.page.topic)
        after = 0
        for number, line in enumerate(lines):
            if number < after:
                continue
            if fence := fences.get(number):
                after = fence.last + 1
                _add_code(section, fence.info, " ".join(fence.body))
                continue
            heading = HEADING.fullmatch(line)
            if heading and heading["level"] != "#" and (anchor := _anchor(heading)) in source.anchors:
                # What a page begins with belongs to its summary.
                if (title := plain(heading["text"])) != "In short":
                    section = Section(page, source.title, title)
                section.at = f"{page}#{anchor}"
                section.also += words.pop(anchor, [])
                self.found[section.at] = section
            elif (row := _ROW.fullmatch(line)) and (link := _TO_SECTION.search(line)):
                to = address(link["page"].removesuffix(".md")) if link["page"] else page
                self.rows.append((f"{to}#{link['anchor']}", plain(row["words"])))
            elif _SEEN.fullmatch(line):
                section.seen.append(plain(line))
            elif not heading and (sentence := plain(line)):
                self.found |= {f"{page}#{name}": section for name in _ID.findall(line)}
                section.says.append(sentence)
        for anchor in words:
            path = _WORDS / f"{source.page.topic}.txt"
            line_number = (self.library.root / path).read_text("utf-8").split("\n").index(f"#{anchor}") + 1
            raise AuthorError(path, line_number, f"{source.page.path} has no section #{anchor}: name another one")


def _words(root: Path, topic: str) -> dict[str, list[str]]:
    """Return the words of users for the sections of a page, by their anchors."""
    path = _WORDS / f"{topic}.txt"
    if not (root / path).exists():
        return {}
    blocks = (block.splitlines() for block in sources.read(root / path, path).strip().split("\n\n"))
    return {anchor.removeprefix("#"): words for anchor, *words in blocks}


def _anchor(heading: re.Match[str]) -> str:
    named = _ID.search(heading["text"]) or re.search(r"#([\w-]+)", heading["attributes"] or "")
    return named[1] if named else slug(heading["text"])


def _add_code(section: Section, language: str, text: str) -> None:
    if language.startswith("text"):
        section.seen.append(plain(text))
    else:
        section.code = list(dict.fromkeys([*section.code, *_NAME.findall(text)]))


def _link(path: PurePosixPath, name: str) -> str:
    return f"{path}#{name}"


def _note(claim: Claim) -> str:
    """Say since or until when a claim holds, but not on which versions it was tested."""
    said = note(claim)
    return said if "since" in said or "until" in said else ""


_EDITION = Edition(_link, _note)
