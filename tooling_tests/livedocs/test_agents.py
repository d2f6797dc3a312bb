"""What coding agents read: made of the pages, true to them, small, and usable where it is installed."""

import ast
import re
import subprocess
import sys
import zipfile
from pathlib import Path, PurePosixPath

import pytest
import yaml
from markdown.extensions.toc import slugify

from livedocs.model.proofs import modules_of
from livedocs.site.fence_agents import Agents
from livedocs.versions import results
from livedocs.versions.results import Result

ROOT = Path(__file__).parents[2]
TEMPLATE = PurePosixPath("skill/template.md")
PAGE = """\
---
title: The page
---

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
    """Return the project with a page of agents, one of claims and one without, and the template of a skill."""
    nav = "nav:\n  - The page: page.md\n  - Other: other.md\n  - Agents: agents.md\n"
    project.replace("mkdocs.yml", "nav:\n", f"site_name: Tests\nsite_description: Of tests.\n{nav}")
    project.write("docs/page.md", PAGE)
    project.write("docs/other.md", "# Other\n\nText.\n\n## There\n\nSee [the page](page.md#linked).\n")
    project.write("docs/agents.md", "# Agents\n\nFor agents.\n\n``` agents\nskill/template.md\n```\n")
    project.write("skill/template.md", SKILL)
    project.write("snippets/page/folder/streamlit_app.py", "import streamlit as st\n\n\nst.text('hi')\n")
    project.write("snippets/page/folder/.streamlit/config.toml", "[server]\n")
    project.replace("tests/test_page.py", "A claim.", "A claim on two lines.")
    project.proof("More.", snippet="page/folder")
    project.replace("docs/page.md", "``` snippet\npage/folder", "==More.==\n\n``` snippet\npage/folder")
    project.record()
    return project


def file(project, path):
    """Build the site, and return what a file says."""
    project.build()
    return (project.root / "site" / path).read_text()


def test_page_in_markdown(made):
    assert (
        file(made, "page.md")
        == """\
# Page

What it is about: [the claim](#test_app), [below](#own), [another](other.md)<a id="linked"></a>,
[here](other.md#there). And more.

## In short

<a id="test_app"></a>A claim on two lines. [✓](page/#test_app)
Prose with `[code](other.md)`.

- item

    ```python title="page/app.py"
    import streamlit as st

    st.text("hello")
    ```

## A section

### Some `code`<a id="own"></a>

``` text
==no claim==
```

More. [✓](page/#test_more)

```python title="page/folder/streamlit_app.py"
import streamlit as st


st.text('hi')
```

```toml title="page/folder/.streamlit/config.toml"
[server]
```

## See also
"""
    )


def test_skill_has_the_pages_with_claims(made):
    skill = made.root / "site/skill/some-skill"

    assert (
        file(made, "skill/some-skill/SKILL.md")
        == """\
---
name: some-skill
description: For tests of 1.67.0.
---

# Skill

A claim on two lines. ✓ See [below](references/page.md#own) or [the rules](#rules).

## Rules

```python title="page/app.py"
import streamlit as st

st.text("hello")
```

| Read | For |
| --- | --- |
| [The page](references/page.md) | What it is about: the claim, below, another, here. And more. |
"""
    )
    assert [path.name for path in (skill / "references").iterdir()] == ["page.md"]

    reference = (skill / "references/page.md").read_text()

    assert '[the claim](#test_app), [below](#own), another<a id="linked"></a>,\nhere. And more.' in reference
    assert '\n<a id="test_app"></a>A claim on two lines. ✓\nProse' in reference


def test_skill_has_the_pages_that_its_template_links_to(made):
    made.replace("skill/template.md", "page.md#own", "other.md#there")

    assert "See [below](references/other.md#there)" in file(made, "skill/some-skill/SKILL.md")
    reference = made.root / "site/skill/some-skill/references/other.md"
    assert "See [the page](page.md#linked)." in reference.read_text()


def test_archive_is_the_folder_and_of_no_date(made):
    made.build()
    archive = made.root / "site/skill/some-skill.zip"
    first = archive.read_bytes()
    made.build()

    assert archive.read_bytes() == first
    with zipfile.ZipFile(archive) as found:
        unpacked = {name: found.read(name) for name in found.namelist()}
    folder = made.root / "site/skill"
    assert unpacked == {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.suffix == ".md"
    }


def test_index_and_all_in_one(made):
    index = file(made, "llms.txt")

    assert index.startswith("# Tests\n\n> Of tests.\n\nA sentence with ✓ ")
    assert index.endswith(
        "\n## Pages\n\n"
        "- [The page](page.md): What it is about: the claim, below, another, here. And more.\n"
        "- [The rules in one file](skill/some-skill/SKILL.md): the first file of a skill for coding agents\n"
        "\n## Optional\n\n- [Other](other.md): Text.\n- [Agents](agents.md): For agents.\n"
    )

    whole = (made.root / "site/llms-full.txt").read_text()
    assert whole.startswith(index.partition("## Pages")[0])
    assert whole.endswith("\n\n" + (made.root / "site/page.md").read_text())


def test_page_lists_what_was_written(made):
    listed = "- [llms.txt](llms.txt): the pages, with a line on each\n"
    assert listed in file(made, "agents.md")
    html = (made.root / "site/agents/index.html").read_text()
    archive = '<li><a href="../skill/some-skill.zip"><code>skill/some-skill.zip</code></a>'
    assert re.search(rf'<ul class="agents">{archive}: the skill, a folder of 2 files, \d+ kB</li>', html)


def test_links_out_of_the_skill_need_an_address(made):
    agents = Agents(made.root, TEMPLATE, "https://example.org/", "")
    files = agents.files()

    assert "[here](https://example.org/other/#there)" in files["skill/some-skill/references/page.md"]
    assert "- [The page](https://example.org/page.md): " in files["llms.txt"]


def test_versions_are_told_where_they_are_not_all(made):
    marks = {
        "since": 'since("1.63")',
        "until": 'until("1.62")',
        "late": 'apptest_since("1.66", reason="x")',
        "browser": 'engines("server", reason="x")',
    }
    for name, mark in marks.items():
        made.proof(f"Up to 1.62 it is {name}.", f"test_{name}")
        made.replace("tests/test_page.py", f"def test_{name}(", f"@pytest.mark.{mark}\ndef test_{name}(")
        made.replace("docs/page.md", "==More.==\n", f"==More.==\n==Up to 1.62 it is {name}.==\n")
    made.replace("tests/test_page.py", "def test_app", "import pytest\n\n\ndef test_app")
    made.record("test_since", version="1.62.0")
    made.record("test_until")
    made.record(engine="server")

    files = Agents(made.root, TEMPLATE, "", "").files()
    site, skill = files["page.md"], files["skill/some-skill/references/page.md"]

    assert "More. [✓](page/#test_more)\n" in site
    assert "it is since. [✓](page/#test_since) (since 1.67)\n" in site
    shown = dict(re.findall(r"^Up to 1.62 it is (\w+)\. ✓(.*)$", skill, re.MULTILINE))
    assert shown == {
        "since": " (since 1.67)",
        "until": "",
        "late": " (tested on 1.67)",
        "browser": " (tested on 1.67)",
    }


def test_texts_of_exceptions_are_listed(made):
    made.replace("docs/page.md", "``` text\n==no claim==\n```", "``` seen\npage::test_more\n```")
    wanted = results.hashes(made.root, modules_of(made.root))
    found = {key: Result(held=True, of=of, seen=("KeyError: 'a [b](c)'",)) for key, of in wanted.items()}
    results.write(made.root, "1.67.0", found)

    assert (
        "- Streamlit 1.67: **KeyError**: 'a b'\n"
        "- Class: `KeyError`, derived from `LookupError`, `Exception`\n"
        "- More. ([The page](page.md))\n"
    ) in file(made, "page.md")


def test_versions_are_tables_and_lists(made):
    made.record("test_app", version="1.66.0")
    made.write(
        "docs/other.md",
        "# O\n\n``` versions\nchanges\n```\n\n``` versions\ntable\n```\n\n``` versions\nmeasured\n```\n",
    )
    made.replace("docs/page.md", ",\n[here](other.md#there)", "")

    assert (
        "### 1.67\n\n- Holds now: A claim on two lines. ([The page](page.md))\n\n\n"
        "### The page\n\n| Claim | Holds on Streamlit |\n| --- | --- |\n"
        "| A claim on two lines. ([The page](page.md)) | since 1.67 |\n"
        "| More. ([The page](page.md)) | 1.66 – 1.67 |\n\n\n"
        "| Streamlit | Claims measured | Claims that hold |\n| --- | --- | --- |\n"
        "| 1.67.0 | 2 | 2 |\n| 1.66.0 | 2 | 1 |\n"
    ) in Agents(made.root, TEMPLATE, "", "").files()["other.md"]


@pytest.mark.parametrize(
    ("old", "new", "line", "hint"),
    [
        ("A claim on", "A clam on", 8, "no page claims this, word for word: did you mean ==A claim on two lines.=="),
        ("==A claim on two lines.==", "==Quite different==", 8, "no page claims this, word for word"),
        ("page/app.py", "page/ap.py", 12, "the snippet `page/ap.py` doesn't exist: name another"),
        ("page.md#own", "page.md#owl", 8, "no page of the skill has page.md#owl: correct the link"),
        ("page.md#own", "others.md", 8, "no page of the skill has others.md: correct the link"),
        ("#rules", "#rule", 8, "no page of the skill has template.md#rule: correct the link"),
    ],
)
def test_template_names_what_there_is(made, old, new, line, hint):
    made.replace("skill/template.md", old, new)

    assert made.mistake() == f"skill/template.md:{line}: {hint}"


def test_template_is_there(made):
    made.replace("docs/agents.md", "template.md", "x.md")

    assert made.mistake() == "skill/x.md:1: this file is missing: write the template of the skill"


@pytest.fixture(scope="module")
def agents():
    """Return what is made of this project's own pages."""
    return Agents(ROOT, TEMPLATE, "", "")


@pytest.fixture(scope="module")
def files(agents):
    """Return its files."""
    return agents.files()


@pytest.fixture(scope="module")
def skill(agents, files):
    """Return the files of the skill, by their paths in its folder."""
    found = {PurePosixPath(path): text for path, text in files.items()}
    return {
        str(path.relative_to(agents.folder)): text for path, text in found.items() if path.is_relative_to(agents.folder)
    }


def blocks(text):
    """Return the fenced blocks of a text: what stands after the fence, and the code."""
    return re.findall(r"^[ >]*(?P<fence>`{3,}) ?([^`\n]*)\n(.*?)^[ >]*(?P=fence)$", text, re.DOTALL | re.MULTILINE)


def prose(text):
    """Return a text without its code."""
    return re.sub(r"^[ >]*(`{3,}).*?^[ >]*\1$|(`+).+?\2", "", text, flags=re.DOTALL | re.MULTILINE)


def test_front_matter_is_as_the_specification_has_it(agents, skill):
    front = yaml.safe_load(skill["SKILL.md"].split("---\n")[1])

    assert set(front) <= {"name", "description", "license", "compatibility", "metadata", "allowed-tools"}
    assert front["name"] == agents.folder.name
    assert re.fullmatch(r"(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*", front["name"])
    assert 1 <= len(front["description"]) <= 1024
    assert not re.search("[<>]", front["description"])
    assert len(front["compatibility"]) <= 500
    assert {type(value) for value in front["metadata"].values()} == {str}
    assert front["metadata"]["streamlit"] == results.versions(ROOT)[-1]


def test_skill_is_small(skill):
    """A token is about four characters."""
    assert skill["SKILL.md"].count("\n") <= 500
    assert len(skill["SKILL.md"]) <= 4 * 5_000
    assert {path: len(text) for path, text in skill.items() if len(text) > 4 * 20_000} == {}
    assert sum(map(len, skill.values())) <= 4 * 300_000


def test_skill_marks_what_is_proved_and_nothing_else(agents, skill):
    for path in agents.references:
        source, text = agents.library.sources[path], skill[f"references/{path}"]
        assert [claim.text for claim in source.page.claims if f"{claim.text} ✓" not in text] == []
        assert text.count("✓") == len(source.page.claims), path
    main = skill["SKILL.md"].partition("## Rules")[2]
    claims = [claim.text for claim in agents.template.page.claims]
    assert [claim for claim in claims if f"{claim} ✓" not in main or claim not in agents.library.claims] == []
    assert main.count("✓") == len(claims)


def test_messages_are_found_among_the_errors(skill):
    table = skill["SKILL.md"].partition("## Errors\n")[2].partition("\n## ")[0]
    messages = re.findall(r"`(.+?)`", " ".join(re.findall(r"^\| (`.*?) \|", table, re.MULTILINE)))
    assert len(messages) > 10
    assert [message for message in messages if message not in skill["references/errors.md"].replace("`", "")] == []


def test_code_is_that_of_snippets_or_runs(skill, tmp_path):
    for path, text in skill.items():
        for _, info, code in blocks(text):
            if snippet := re.search('title="(.+)"', info):
                assert code.rstrip() == (ROOT / "snippets" / snippet[1]).read_text().rstrip(), path
            elif info.startswith("python"):
                ast.parse(code)
    shown = {info: code for _, info, code in blocks(skill["SKILL.md"])}
    (tmp_path / "cart.py").write_text(shown['python title="testing/cart.py"'])
    (tmp_path / "test_cart.py").write_text(shown["python"])
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", tmp_path, tmp_path]
    ended = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "1 passed" in ended.stdout, ended.stdout + ended.stderr


def test_every_page_is_there_without_our_fences(agents, files):
    config = yaml.BaseLoader((ROOT / "mkdocs.yml").read_text()).get_single_data()
    ours = {
        fence["name"]
        for extension in config["markdown_extensions"]
        if isinstance(extension, dict)
        for fence in extension.get("pymdownx.superfences", {}).get("custom_fences", [])
    }
    assert "snippet" in ours
    assert set(map(str, agents.library.sources)) <= set(files)
    left = {(path, info) for path, text in files.items() for _, info, _ in blocks(text) if info.split(" ")[0] in ours}
    assert left == set()
    assert [path for path, text in files.items() if re.search(r"==|\{ ?#|\x02", prose(text))] == []


def test_installed_skill_stands_alone(skill, tmp_path):
    for path, text in skill.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text)
    for path, text in skill.items():
        for link in re.findall(r"\]\(([^)\s]+)\)", prose(text)):
            if link.startswith("https://"):
                continue
            target, _, anchor = link.partition("#")
            file = (tmp_path / path).parent / target if target else tmp_path / path
            assert file.is_file(), f"{path}: {link}"
            if anchor:
                found = re.sub(r"^[ >]*(`{3,}).*?^[ >]*\1$", "", file.read_text(), flags=re.DOTALL | re.MULTILINE)
                headings = re.findall(r"^#+ (.+?)(?:<a .*)?$", found.replace("`", ""), re.MULTILINE)
                ids = {*re.findall('<a id="(.+?)">', found), *(slugify(words, "-") for words in headings)}
                assert anchor in ids, f"{path}: {link}"
