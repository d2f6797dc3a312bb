"""What `make serve` builds after a change is what a new build makes, with only the pages made anew that have to be."""

import logging

import pytest
from jinja2 import Environment
from material.plugins.search.plugin import SearchIndex
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.structure.pages import Page

from livedocs.site.preview import remember

RENDER, INDEX, COMPILE = Page.render, SearchIndex.add_entry_from_context, Environment.compile


class Preview:
    """Builds a project again and again."""

    def __init__(self, project, monkeypatch):
        """Add a second page, and note which pages are made."""
        self.project, self.made = project, []
        project.write("docs/other.md", "# Other\n\nSee [the page](page.md#more).\n")
        project.replace("docs/page.md", "## See also", "### More { #more }\n\n## See also")
        project.replace("mkdocs.yml", "theme:\n  name:\n", "theme:\n  name: material\n")
        shown = "{% if page %}{{ page.meta.description }} {{ page.title }} {{ page.content }}{% endif %}"
        project.write("livedocs/site/theme/main.html", shown)
        project.record()

        def render(page, config, files):
            self.made.append(page.file.src_uri)
            RENDER(page, config, files)

        monkeypatch.setattr(Page, "render", render)
        monkeypatch.setattr(SearchIndex, "add_entry_from_context", INDEX)
        monkeypatch.setattr(Environment, "compile", COMPILE)
        remember()

    def build(self, name="site"):
        """Return the site, and which pages have been made for it."""
        self.made.clear()
        site = self.project.root / name
        build(load_config(str(self.project.root / "mkdocs.yml"), site_dir=str(site)), serve_url="http://127.0.0.1:1/")
        files = {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*.*") if path.suffix != ".gz"}
        return files, self.made


@pytest.fixture
def preview(project, monkeypatch):
    """Return a project that is built again and again."""
    return Preview(project, monkeypatch)


def test_a_build_without_a_change(preview):
    first, made = preview.build()
    assert made == ["other.md", "page.md"]

    assert preview.build() == (first, [])


@pytest.mark.parametrize(
    ("change", "made"),
    [
        (("docs/other.md", "# Other\n\nNothing else.\n"), ["other.md"]),
        (("snippets/page/app.py", "import streamlit as st\n\nst.text('hello')\n"), ["page.md"]),
        (("snippets/page/app.py", None), ["other.md", "page.md"]),
        (("tests/test_page.py", 'def test_new(run):\n    """A claim."""\n    run("page/app.py")\n'), ["page.md"]),
        (("docs/glossary.md", "### Claim { #claim .tip }\n\nA sentence.\n"), ["glossary.md", "other.md", "page.md"]),
        (("docs/symptoms.md", "[It lags](page.md#in-short)\n:   So.\n"), ["other.md", "page.md", "symptoms.md"]),
        (("docs/new.md", "# New\n"), ["new.md", "other.md", "page.md"]),
        (("results/apptest/1.66.0.json", None), ["other.md", "page.md"]),
        (("results/apptest/1.67.0.json", None), ["other.md", "page.md"]),
    ],
)
def test_what_has_to_be_is_made_anew(preview, project, monkeypatch, change, made):
    monkeypatch.setenv("DRAFT", "true")
    preview.build()
    path, text = change
    if text is not None:
        project.write(path, text)
    elif path == "snippets/page/app.py":  # an app of several files takes its place
        (project.root / path).unlink()
        project.write("snippets/page/app/streamlit_app.py", "import streamlit as st\n\nst.text('hello')\n")
        for file in ("docs/page.md", "tests/test_page.py"):
            project.replace(file, "page/app.py", "page/app")
    elif path == "results/apptest/1.67.0.json":
        (project.root / path).unlink()
    else:
        project.record(version="1.66.0")
    site, found = preview.build()
    assert found == made

    monkeypatch.setattr(Page, "render", RENDER)
    monkeypatch.setattr(SearchIndex, "add_entry_from_context", INDEX)
    assert preview.build("afresh")[0] == site


def test_a_warning_is_given_again(preview, project, caplog):
    project.write("docs/other.md", "# Other\n\nSee [nothing](nowhere.md).\n")
    for _ in range(2):
        caplog.clear()
        with caplog.at_level(logging.WARNING):
            preview.build()
        assert "a link 'nowhere.md', but the target is not found" in caplog.text


def test_an_anchor_that_is_gone_on_another_page(preview, project, caplog):
    preview.build()
    project.replace("docs/page.md", "{ #more }", "{ #renamed }")
    with caplog.at_level(logging.WARNING):
        preview.build()

    assert preview.made == ["page.md"]
    assert "Doc file 'other.md' contains a link 'page.md#more'" in caplog.text


def test_a_mistake_is_told_until_it_is_mended(preview, project):
    preview.build()
    project.replace("docs/page.md", "==A claim.==", "==A false claim.==")
    for _ in range(2):
        assert "no proof: write a test" in project.mistake()
