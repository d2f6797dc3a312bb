"""The glossary's links: which words on a page get one, and which do not."""

import re

import pytest

GLOSSARY = """\
# Glossary

### Rerun { #rerun .tip }

A run after the first, by `st.rerun()` or "by hand".
More of it.

### Script run { #script-run .tip }

One execution.

### Run { #run }

Not linked.
"""


@pytest.fixture
def linked(project):
    """Return a function that builds a page with a text, and returns what links to the glossary: anchor and words."""
    project.write("docs/glossary.md", GLOSSARY)

    def linked(text):
        project.page(text)
        found = re.findall(r'<a class="term"[^>]* href="../glossary/#([\w-]+)"[^>]*>([^<]+)</a>', project.build())
        return [(anchor, " ".join(words.split())) for anchor, words in found]

    return linked


def test_first_of_each_term(linked):
    text = "A rerun, a script run, and a rerun.\n\nScript runs, *reruns*, and a run."

    assert linked(text) == [("rerun", "rerun"), ("script-run", "script run")]


@pytest.mark.parametrize("word", ["Rerun", "reruns", "RERUNS"])
def test_in_any_case_and_number(linked, word):
    assert linked(f"- *{word}*, again") == [("rerun", word)]


def test_over_the_end_of_a_line(linked):
    assert linked("A script\nrun.") == [("script-run", "script run")]


def test_in_a_claim(project):
    project.write("docs/glossary.md", GLOSSARY)
    project.page("==A rerun.==")
    project.proof("A rerun.")

    assert re.search(r'<span class="claim"[^>]*>A <a class="term"[^>]*>rerun</a>\.', project.build())


@pytest.mark.parametrize(
    "text", ["`rerun`", "### Rerun", "[rerun](page.md)", "st.rerun", "rerun-lag", "rerun_lag", "rerunning", "    rerun"]
)
def test_not_here(linked, text):
    assert linked(text) == []


def test_what_it_says(project):
    project.write("docs/glossary.md", GLOSSARY)
    project.page("A rerun.")

    said = 'data-definition="A run after the first, by st.rerun() or &quot;by hand&quot;."'
    assert said in project.build()


def test_glossary_does_not_link_to_itself(project):
    project.write("docs/glossary.md", GLOSSARY)
    project.build()

    assert 'class="term"' not in (project.root / "site/glossary/index.html").read_text()
