"""Which words on a page link to the glossary."""

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


@pytest.fixture(autouse=True)
def glossary(project):
    """Write the glossary."""
    project.write("docs/glossary.md", GLOSSARY)


@pytest.mark.parametrize(
    ("text", "links"),
    [
        (
            "A rerun, a script\nrun, and a rerun.\n\nScript runs, *reruns*, and a run.",
            [("rerun", "rerun"), ("script-run", "script run")],
        ),
        *((f"- *{word}*, again", [("rerun", word)]) for word in ["Rerun", "reruns", "RERUNS"]),
        *(
            (text, [])
            for text in ["`rerun`", "### Rerun", "[rerun](page.md)", "st.rerun", "rerun-lag", "rerun_lag", "rerunning"]
        ),
        ("    rerun", []),
    ],
)
def test_the_first_of_each_term_is_a_link(project, text, links):
    project.page(text)
    found = re.findall(r'<a class="term"[^>]* href="../glossary/#([\w-]+)"[^>]*>([^<]+)</a>', project.build())

    assert [(anchor, " ".join(words.split())) for anchor, words in found] == links


def test_a_link_in_a_claim_has_the_definition(project):
    project.page("==A rerun.==")
    project.proof("A rerun.")

    said = r'data-definition="A run after the first, by st.rerun\(\) or &quot;by hand&quot;."'
    assert re.search(rf'<span class="claim"[^>]*>A <a class="term"[^>]* {said}[^>]*>rerun</a>\.', project.build())


def test_glossary_does_not_link_to_itself(project):
    project.build()

    assert 'class="term"' not in (project.root / "site/glossary/index.html").read_text()
