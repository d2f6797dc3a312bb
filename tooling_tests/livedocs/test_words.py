"""What people read is plain English: no words that make a sentence sound like a translation."""

import ast
import re

import pytest

from tooling_tests.livedocs.conftest import ROOT

# Each pattern with what to write instead. Code spans and addresses don't count.
INSTEAD = {
    r"\b(draws?|drawn|drew|drawing)\b": "render, show, or display",
    r"\b(stands?|stood|standing) (in|on|above|below|before|after|behind|under|there|beside|between)\b": "is",
    r"\banew\b": "again",
    r"\b(goes|go|going|went) on\b": "continue, keep, or resume",
    r"\bof (its|their|your|his|her|one's) own\b": "its own, separate, or another",
    r"(?<!there )\b(is|are) no\b(?! (longer|more than|less than))": "isn't a, or doesn't have",
    r"\bremed(y|ies)\b": "fix or solution",
    r"\bhand(s|ed|ing)? (it|them|over|the|a|an|your|their)\b": "pass or give",
    r"\bstart values?\b": "default or initial value",
    r"^Up to \d": "In 1.62 and earlier",
    r"\] (has|tells|says|knows)\b": "See [Page](page.md)",
    r"\balso (when|if|where)\b": "even if, even when",
    r"\bin place of\b": "instead of",
    r"\bbut for\b": "except",
    r"\bfor ever\b": "forever",
    r"\brefus(e|es|ed|ing)\b": "reject, ignore, or raise",
    r"\bbesides?\b": "next to, or in addition to",
    r"\b(take|takes|took|taken) (along|back)\b": "include, undo, or return",
    r"\b(whoever|whichever|need not|needs not)\b": "plain words",
    r"\bmend(s|ed|ing)?\b": "fix",
}
STARTS = {  # of a sentence on a page; a docstring may be a title
    r"^(?-i:What)\b(?![^?]*\?)": "a noun as the subject",
    r"^(?-i:Where|Who|Whoever)\b(?![^?]*\?)": "if, or a noun as the subject",
}
_PATTERNS = [(re.compile(pattern, re.IGNORECASE), instead) for pattern, instead in (STARTS | INSTEAD).items()]
_CODE = re.compile(r"`[^`\n]*`|\]\([^)]*\)|<[^>]*>|\{[^{}]*\}")
PAGES = [*sorted(ROOT.glob("docs/*.md")), ROOT / "skill/template.md"]
FILES = [*PAGES, *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "engines/README.md"))]
CODE = sorted((*ROOT.glob("livedocs/*/*.py"), *ROOT.glob("engines/streamlit_engines/*.py")))
SCRIPTS = sorted((*ROOT.glob("docs/assets/*.js"), *ROOT.glob("docs/assets/run/*.js")))


def found(sentence):
    """Return each word that should be another one, with what to write instead."""
    plain = _CODE.sub(lambda code: "]" if code[0].startswith("]") else "x", sentence).strip(" -*=>:|0123456789.")
    return [f"{match[0]}: write {instead}" for pattern, instead in _PATTERNS if (match := pattern.search(plain))]


def prose(text):
    """Yield the sentences of Markdown with their lines; fences aren't prose."""
    fenced = False
    for number, line in enumerate(text.splitlines(), 1):
        if re.match(r"\s*(```|~~~)", line):
            fenced = not fenced
        elif not fenced and not line.startswith(("#", "|")):
            for sentence in re.split(r"(?<=[.!?]) +|(?<=\.==) +", line):
                yield number, sentence


def messages(text):
    """Yield the texts of a module, its docstrings included."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value:
            yield node.lineno, f"It: {node.value}"


def literals(text):
    """Yield the texts of a script that people may see."""
    for number, line in enumerate(text.splitlines(), 1):
        yield from ((number, words) for words in re.findall(r"[\"`]([^\"`]* [^\"`]*)[\"`]", line.partition("// ")[0]))


@pytest.mark.parametrize(
    ("paths", "texts"), [(FILES, prose), (CODE, messages), (SCRIPTS, literals)], ids=["pages", "code", "scripts"]
)
def test_plain_words(paths, texts):
    assert [
        f"{path.relative_to(ROOT)}:{line}: {what}"
        for path in paths
        for line, sentence in texts(path.read_text("utf-8"))
        for what in found(sentence)
    ] == []


def test_words_are_found():
    assert found("==What stands in a form draws [itself](a.md) anew.==") == [
        "What: write a noun as the subject",
        "draws: write render, show, or display",
        "stands in: write is",
        "anew: write again",
    ]
    assert found("What does `st.stop()` refuse?") == ["refuse: write reject, ignore, or raise"]
    assert found("A widget in a form keeps `what stands there`.") == []
