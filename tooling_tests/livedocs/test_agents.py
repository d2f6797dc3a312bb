"""What coding agents read is made of the pages: Markdown of each page, `llms.txt`, and a skill."""

import re
import zipfile
from pathlib import PurePosixPath

import pytest

from livedocs.site.fence_agents import Agents

TEMPLATE = PurePosixPath("skill/template.md")
CODE = """\
```python title="page/app.py"
import streamlit as st

st.text("hello")
```
"""
PAGE = """\
# Page

What it is about: [the claim](#test_app), [below](#own), [another](other.md){ #linked },
[here](other.md#there). And more.

## In short

==A claim
on two lines.==
Prose with `[code](other.md)`.

- item

    ``` snippet hl_lines="1"
    page/app.py
    ```

## A section

### Some `code` { #own }

``` text
==no claim==
```

==More.==

``` snippet
page/folder
```

## See also
"""
SKILL = """\
---
name: some-skill
description: For tests of {newest}.
---

# Skill

==A claim on two lines.== See [below](page.md#own) or [the rules](#rules).

## Rules

``` snippet
page/app.py
```

``` agents
references
```
"""


@pytest.fixture
def made(project):
    """Return the project with a page for agents, a page with claims, a page without, and the template of a skill."""
    nav = "nav:\n  - The page: page.md\n  - Other: other.md\n  - Agents: agents.md\n"
    project.replace("mkdocs.yml", "nav:\n", f"site_name: Tests\nsite_description: Of tests.\n{nav}")
    project.write("docs/page.md", f"---\ntitle: The page\n---\n\n{PAGE}")
    project.write("docs/other.md", "# Other\n\nText.\n\n## There\n\nSee [the page](page.md#linked).\n")
    project.write("docs/agents.md", "# Agents\n\nFor agents.\n\n``` agents\nskill/template.md\n```\n")
    project.write("skill/template.md", SKILL)
    project.write("snippets/page/folder/streamlit_app.py", "import streamlit as st\n")
    project.write("snippets/page/folder/.streamlit/config.toml", "[server]\n")
    project.replace("tests/test_page.py", "A claim.", "A claim on two lines.")
    project.proof("More.", snippet="page/folder")
    project.record()
    return project


def built(project, path):
    """Build the site, and return what is in a file."""
    project.build()
    return project.text(f"site/{path}")


def test_a_page_in_markdown(made):
    changes = {
        "{ #linked }": '<a id="linked"></a>',
        "==A claim\non two lines.==": '<a id="test_app"></a>A claim on two lines. [✓](page/#test_app)',
        '    ``` snippet hl_lines="1"\n    page/app.py\n    ```\n': re.sub("^(?=.)", "    ", CODE, flags=re.MULTILINE),
        " { #own }": '<a id="own"></a>',
        "==More.==": "More. [✓](page/#test_more)",
        "``` snippet\npage/folder\n```\n": (
            '```python title="page/folder/streamlit_app.py"\nimport streamlit as st\n```\n\n'
            '```toml title="page/folder/.streamlit/config.toml"\n[server]\n```\n'
        ),
    }
    expected = PAGE
    for old, new in changes.items():
        expected = expected.replace(old, new)

    assert built(made, "page.md") == expected


def test_the_skill_has_the_pages_with_claims(made):
    skill = built(made, "skill/some-skill/SKILL.md")

    assert skill == (
        "---\nname: some-skill\ndescription: For tests of 1.67.0.\n---\n\n# Skill\n\n"
        "A claim on two lines. ✓ See [below](references/page.md#own) or [the rules](#rules).\n\n"
        f"## Rules\n\n{CODE}\n"
        "| Read | For |\n| --- | --- |\n"
        "| [The page](references/page.md) | What it is about: the claim, below, another, here. And more. |\n"
    )
    (reference,) = (made.root / "site/skill/some-skill/references").iterdir()
    text = reference.read_text()
    assert '[the claim](#test_app), [below](#own), another<a id="linked"></a>,\nhere. And more.' in text
    assert '\n<a id="test_app"></a>A claim on two lines. ✓\nProse' in text


def test_the_skill_has_the_pages_that_its_template_links_to(made):
    made.replace("skill/template.md", "page.md#own", "other.md#there")

    assert "See [below](references/other.md#there)" in built(made, "skill/some-skill/SKILL.md")
    assert "See [the page](page.md#linked)." in made.text("site/skill/some-skill/references/other.md")


def test_the_archive_is_the_folder_and_always_the_same(made):
    made.build()
    archive = made.root / "site/skill/some-skill.zip"
    first = archive.read_bytes()
    made.build()

    assert archive.read_bytes() == first
    with zipfile.ZipFile(archive) as found:
        unpacked = {name: found.read(name) for name in found.namelist()}
    files = archive.parent.rglob("*.md")
    assert unpacked == {path.relative_to(archive.parent).as_posix(): path.read_bytes() for path in files}


def test_the_index_and_all_pages_in_one_file(made):
    index = built(made, "llms.txt")

    assert index.startswith("# Tests\n\n> Of tests.\n\nA sentence with ✓ ")
    assert index.endswith(
        "\n## Pages\n\n"
        "- [The page](page.md): What it is about: the claim, below, another, here. And more.\n"
        "- [The rules in one file](skill/some-skill/SKILL.md): the first file of a skill for coding agents\n"
        "\n## Optional\n\n- [Other](other.md): Text.\n- [Agents](agents.md): For agents.\n"
    )
    whole = made.text("site/llms-full.txt")
    assert whole.startswith(index.partition("## Pages")[0])
    assert whole.endswith("\n\n" + made.text("site/page.md"))


def test_the_page_lists_the_files(made):
    assert "- [llms.txt](llms.txt): the pages, with a line on each\n" in built(made, "agents.md")
    archive = '<li><a href="../skill/some-skill.zip"><code>skill/some-skill.zip</code></a>'
    listed = rf'<ul class="agents">{archive}: the skill, a folder of 2 files, \d+ kB</li>'
    assert re.search(listed, made.text("site/agents/index.html"))


def test_links_out_of_the_skill_need_the_url_of_the_site(made):
    files = Agents(made.root, TEMPLATE, "https://example.org/", "").files()

    assert "[here](https://example.org/other/#there)" in files["skill/some-skill/references/page.md"]
    assert "- [The page](https://example.org/page.md): " in files["llms.txt"]


def test_claims_that_do_not_hold_on_all_versions_name_versions(made):
    marks = {
        "since": 'since("1.63")',
        "until": 'until("1.62")',
        "late": 'apptest_since("1.66", reason="x")',
        "browser": 'engines("server", reason="x")',
    }
    for name, mark in marks.items():
        made.proof(f"Up to 1.62 it is {name}.", f"test_{name}")
        made.mark(mark, test=f"test_{name}")
        made.replace("docs/page.md", "==More.==\n", f"==More.==\n==Up to 1.62 it is {name}.==\n")
    made.record("test_since", version="1.62.0")
    made.record("test_until")
    made.record(engine="server")

    files = Agents(made.root, TEMPLATE, "", "").files()
    shown = re.findall(r"^Up to 1.62 it is (\w+)\. ✓(.*)$", files["skill/some-skill/references/page.md"], re.MULTILINE)
    later = " (tested on 1.67)"
    assert dict(shown) == {"since": " (since 1.67)", "until": "", "late": later, "browser": later}
    assert "More. [✓](page/#test_more)\n" in files["page.md"]
    assert "it is since. [✓](page/#test_since) (since 1.67)\n" in files["page.md"]


def test_texts_of_exceptions_are_listed(made):
    made.replace("docs/page.md", "``` text\n==no claim==\n```", "``` seen\npage::test_more\n```")
    made.record(seen=["KeyError: 'a [b](c)'"])

    assert (
        "- Streamlit 1.67: **KeyError**: 'a b'\n"
        "- Class: `KeyError`, derived from `LookupError`, `Exception`\n"
        "- More. ([The page](page.md))\n"
    ) in built(made, "page.md")


def test_versions_are_tables_and_lists(made):
    made.record("test_app", version="1.66.0")
    fences = "\n\n".join(f"``` versions\n{part}\n```" for part in ("changes", "table", "measured"))
    made.write("docs/other.md", f"# O\n\n{fences}\n")

    assert (
        "### 1.67\n\n- Holds now: A claim on two lines. ([The page](page.md))\n\n\n"
        "### The page\n\n| Claim | Holds on Streamlit |\n| --- | --- |\n"
        "| A claim on two lines. ([The page](page.md)) | since 1.67 |\n"
        "| More. ([The page](page.md)) | 1.66 – 1.67 |\n\n\n"
        "| Streamlit | Claims measured | Claims that hold |\n| --- | --- | --- |\n"
        "| 1.67.0 | 2 | 2 |\n| 1.66.0 | 2 | 1 |\n"
    ) in Agents(made.root, TEMPLATE, "", "").files()["other.md"]


@pytest.mark.parametrize(
    ("path", "old", "new", "message"),
    [
        (
            "skill/template.md",
            "A claim on",
            "A clam on",
            "template.md:8: no page claims this, word for word: did you mean ==A claim on two lines.==",
        ),
        ("skill/template.md", "A claim on two lines", "Other", "template.md:8: no page claims this, word for word"),
        (
            "skill/template.md",
            "app.py",
            "ap.py",
            "template.md:12: the snippet `page/ap.py` doesn't exist: name another",
        ),
        ("skill/template.md", "#own", "#owl", "template.md:8: no page of the skill has page.md#owl: correct the link"),
        (
            "skill/template.md",
            "page.md#",
            "a.md#",
            "template.md:8: no page of the skill has a.md#own: correct the link",
        ),
        (
            "skill/template.md",
            "(#ru",
            "(#",
            "template.md:8: no page of the skill has template.md#les: correct the link",
        ),
        ("docs/agents.md", "template", "x", "x.md:1: this file is missing: write the template of the skill"),
    ],
)
def test_the_template_names_only_what_exists(made, path, old, new, message):
    made.replace(path, old, new)

    assert made.mistake() == f"skill/{message}"
