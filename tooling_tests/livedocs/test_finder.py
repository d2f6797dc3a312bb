"""The page of symptoms: its fence, and what its list gives the search."""

import re
from pathlib import Path

from livedocs.model.proofs import load
from livedocs.site import fence_finder
from livedocs.versions import results

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

``` seen
page::test_app
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


def show(project, **versions):
    """Write what the proof shows on each version, named v1_40."""
    module = load(project.root, "page")
    of = results.depends(project.root, module, module.proofs[0])
    for version, text in versions.items():
        name = f"{version[1:].replace('_', '.')}.0"
        project.documents(name)
        results.write(project.root, name, {("page", "test_app"): results.Result(held=True, of=of, seen=(text,))})


def test_every_error_is_an_entry_with_its_wordings_and_what_to_do(project):
    project.write("docs/errors.md", ERRORS)
    show(project, v1_40="KeyError: 'no \"a\"'", v1_41="KeyError: 'no \"b\"'", v1_50="errors.StateError: gone <x>")
    project.page("``` finder\nerrors\n```")
    project.replace("docs/errors.md", "==A claim of that page.==\n", "")
    html = project.build()

    assert (
        "<h3>The state</h3>"
        '<dl><dt data-also="1.40 – 1.41 KeyError: &#x27;no &quot;a&quot;&#x27;\n'
        '1.50 StateError: gone &lt;x&gt;"><a href="../errors/#no-key"><code>has no key</code></a></dt>'
        '<dd>Store a value: <a href="../page/#in-short">Defaults</a>.</dd></dl>'
        "<h3>Forms</h3>"
        '<dl><dt data-also="Forms cannot be nested"><a href="../errors/#nested"><code>nested</code>'
        '</a></dt><dd>Write <code>one</code> form, as <a href="https://docs.streamlit.io/">Streamlit</a> says.</dd>'
        "</dl>"
    ) in html


def test_what_the_page_of_errors_claims_is_no_advice(project):
    project.write("docs/errors.md", ERRORS)

    assert [entry.fix for entry in fence_finder.entries(project.root)] == [
        "Store a value: [Defaults](page.md#in-short).",
        "Write `one` form, as [Streamlit](https://docs.streamlit.io/) says.",
    ]


def test_a_line_that_another_section_is_about_is_no_wording(project):
    project.write("docs/errors.md", ERRORS.replace("Forms cannot\nbe nested", "State has no key"))

    assert [entry.wordings for entry in fence_finder.entries(project.root)] == [(), ()]


def test_a_fence_that_holds_something_else(project):
    project.page("``` finder\nerror\n```")

    assert project.mistake() == "docs/page.md:12: a finder fence holds one of box, errors, not `error`"


def test_an_error_without_a_section(project):
    project.write("docs/errors.md", ERRORS.replace("{ #nested }", "{ #forms }").replace("==", ""))
    show(project, v1_40="KeyError: 'a'")
    project.page("``` finder\nerrors\n```")

    problem = "docs/errors.md lists #nested, but no section has this anchor: correct the list"
    assert project.mistake() == f"docs/page.md:12: {problem}"


def test_the_words_for_a_section_stand_hidden_at_its_end(project):
    project.write("docs/symptoms.md", SYMPTOMS)
    project.write("docs/errors.md", "# Errors\n\n## No key { #no-key }\n")
    html = project.build()
    section = html.partition('<h2 id="in-short">')[2].partition("<h2")[0]
    hidden = re.findall("<p hidden[^>]*>.*?</p>", html)

    assert hidden == ['<p hidden="hidden">Also asked as: The value is `None`; nothing there; empty; It is late</p>']
    assert section.rstrip().endswith(hidden[0])


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
