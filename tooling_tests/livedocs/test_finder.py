"""The page of symptoms: its fence, and what its list gives the search."""

import re
from pathlib import Path

import pytest

from livedocs.model.errors import AuthorError
from livedocs.site import fence_finder, sections
from livedocs.site.plain import Library

ROOT = Path(__file__).parents[2]
ERRORS = """\
# Errors

## In short

The state:

- [`has no key`](#no-key)

Forms:

- [`nested`](#nested)

## A section

### `has no key` { #no-key }

==A claim of that page.==
Store a value: [Defaults](page.md#in-short).

``` text
KeyError: no key
```

### `nested` { #nested }

``` text
Forms cannot
be nested
```

Write `one` form, as [Streamlit](https://docs.streamlit.io/) says.

## See also
"""
SYMPTOMS = """\
# Symptoms

[The value is `None`](page.md#in-short)
:   Store one.
:   Also: nothing there; empty

[It is late](page.md#in-short)
:   Use a callback.

[Elsewhere](errors.md#no-key)
:   Look there.
:   Also: not here
"""


def test_every_error_is_an_entry_with_its_fix(project):
    project.write("docs/errors.md", ERRORS)
    project.page("``` finder\nerrors\n```")
    project.replace("docs/errors.md", "==A claim of that page.==\n", "")
    html = project.build()

    assert (
        "<h3>The state</h3>"
        '<dl><dt><a href="../errors/#no-key"><code>has no key</code></a></dt>'
        '<dd>Store a value: <a href="../page/#in-short">Defaults</a>.</dd></dl>'
        "<h3>Forms</h3>"
        '<dl><dt><a href="../errors/#nested"><code>nested</code></a></dt>'
        '<dd>Write <code>one</code> form, as <a href="https://docs.streamlit.io/">Streamlit</a> says.</dd></dl>'
    ) in html


def test_what_the_page_of_errors_claims_is_no_advice(project):
    project.write("docs/errors.md", ERRORS)

    assert [entry.fix for entry in fence_finder.entries(project.root)] == [
        "Store a value: [Defaults](page.md#in-short).",
        "Write `one` form, as [Streamlit](https://docs.streamlit.io/) says.",
    ]


def test_a_fence_that_holds_something_else(project):
    project.page("``` finder\nerror\n```")

    assert project.mistake() == "docs/page.md:12: a finder fence holds one of box, errors, not `error`"


def test_an_error_without_a_section(project):
    project.write("docs/errors.md", ERRORS.replace("{ #nested }", "{ #forms }").replace("==", ""))
    project.page("``` finder\nerrors\n```")

    problem = "docs/errors.md lists #nested, but no section has this anchor: correct the list"
    assert project.mistake() == f"docs/page.md:12: {problem}"


def test_a_section_has_the_words_of_users(project):
    project.write("docs/symptoms.md", SYMPTOMS)
    project.write("docs/errors.md", "# Errors\n\n## No key { #no-key }\n")
    project.page("| What | Fix |\n| --- | --- |\n| Empty | [Store one](#in-short) |")
    project.write("words/page.txt", "#in-short\nno value\nnothing\n")
    project.replace("mkdocs.yml", "nav:\n", "nav:\n  - The page: page.md\n")
    [section] = (found for found in sections.sections(Library(project.root)) if found.at == "page/#in-short")

    assert section.also == ["no value", "nothing", "Empty"]
    assert [(entry["title"], entry["fix"], entry["also"]) for entry in section.symptoms] == [
        ("The value is None", "Store one.", ["nothing there", "empty"]),
        ("It is late", "Use a callback.", []),
    ]
    project.write("words/page.txt", "#in-short\nno value\n\n#gone\nlost\n")
    with pytest.raises(AuthorError, match=r"words/page.txt:4: docs/page.md has no section #gone: name another one"):
        sections.sections(Library(project.root))


def test_every_symptom_has_a_link_and_a_fix():
    page = (ROOT / "docs/symptoms.md").read_text("utf-8")
    entries = fence_finder.SYMPTOM.findall(page)

    assert len(entries) == len(re.findall(r"^\[", page, re.MULTILINE))
    assert len(entries) == page.count(":   Also: ")
    assert len({title for title, *_ in entries}) == len(entries)


def test_every_error_of_the_page_of_errors_is_listed():
    errors = (ROOT / "docs/errors.md").read_text("utf-8")
    entries = fence_finder.entries(ROOT)

    assert [entry.anchor for entry in entries] == re.findall(r"^### .*\{ #([\w-]+) \}$", errors, re.MULTILINE)
    assert all(entry.fix and entry.group for entry in entries)
