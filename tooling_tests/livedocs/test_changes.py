"""The page of versions says what the records say: where each claim holds, what changed when, what was measured."""

import re
from html import unescape
from pathlib import Path

import pytest

from livedocs.model.proofs import modules_of
from livedocs.runtime import abilities
from livedocs.site.fence_versions import titles
from livedocs.versions import results
from livedocs.versions.results import Result

ROOT = Path(__file__).parents[2]


class Versions:
    """The page of versions of a project with two topics; on each version, a proof showed `#`, `.`, or nothing."""

    known = ("1.60.1", "1.61.0", "1.62.0", "1.63.0")

    def __init__(self, project):
        """Write the second topic and a navigation that isn't in alphabetical order."""
        self.project = project
        project.documents(self.known[-1])
        self.showed = {}
        project.copy("more")
        nav = "nav:\n  - A topic: page.md\n  - More & more: more.md\n  - Versions: versions.md\n"
        project.replace("mkdocs.yml", "nav:\n", nav)

    def claim(self, name, showed, *marks, start="The claim of"):
        """Add a claim and its proof."""
        self.project.claim(f"{start} `{name}`.", *marks, name=name)
        self.showed[name] = showed

    def html(self, part):
        """Build the site; return this part of the page."""
        self.project.write("docs/versions.md", f"# Versions\n\n``` versions\n{part}\n```\n")
        wanted = results.hashes(self.project.root, modules_of(self.project.root))
        for column, version in enumerate(self.known):
            found = {
                ("page", name): Result(showed[column] == "#", wanted["page", name])
                for name, showed in self.showed.items()
                if showed[column] != " "
            }
            results.write(self.project.root, version, found)
        self.project.build()
        return (self.project.root / "site/versions/index.html").read_text("utf-8")

    def changes(self):
        """Return the claims of each release, as they are read."""
        releases = re.findall(r"<h3>(.*?)</h3><ul>(.*?)</ul>", self.html("changes"))
        return {release: [_text(item) for item in re.findall("<li.*?</li>", items)] for release, items in releases}

    def rows(self):
        """Return where each claim holds, in words and as the bar says it."""
        bar = "(?:<svg[^>]*><title>(.*?)</title>.*?</svg>)?"
        found = re.findall(rf"<td><a[^>]*>(.*?)</a></td><td>([^<]*){bar}</td>", self.html("table"))
        return {_text(claim): (where, bar) for claim, where, bar in found}


def _text(html):
    return " ".join(unescape(re.sub("<[^>]*>", "", html)).split())


@pytest.fixture
def page(project, monkeypatch):
    """Return the page of versions of a draft, because these records are of no test."""
    monkeypatch.setenv("DRAFT", "true")
    return Versions(project)


def test_changes_by_release_the_newest_first(page):
    """A change back is another change, and what wasn't measured hasn't changed."""
    page.claim("test_ended", "##..", 'until("1.61")', start="Up to 1.61 this is")
    page.claim("test_begun", "..##")
    page.claim("test_newest", "...#")
    page.claim("test_always", "####")
    page.claim("test_never", "....")
    page.claim("test_twice", ".#..")
    page.claim("test_gap", "#  .")
    page.claim("test_old", "##  ")
    page.claim("test_apptest", "..##", 'apptest_since("1.62", reason="it is too old")')

    assert page.changes() == {
        "1.63": [
            "Holds now The claim of test_newest. page/app.py",
            "No longer holds (not measured on 1.61 – 1.62) The claim of test_gap. page/app.py",
        ],
        "1.62": [
            "No longer holds Up to 1.61 this is test_ended. page/app.py",
            "Holds now The claim of test_begun. page/app.py",
            "No longer holds The claim of test_twice. page/app.py",
        ],
        "1.61": ["Holds now The claim of test_twice. page/app.py"],
    }


def test_where_each_claim_holds(page):
    page.claim("test_begun", "..##")
    page.claim("test_middle", " .#.")
    page.claim("test_always", "####")
    page.claim("test_apptest", "..##", 'apptest_since("1.62", reason="it is too old")')
    rows = page.rows()

    assert rows["The claim of test_begun."] == ("since 1.62", "1.60 – 1.61 does not hold, 1.62 – 1.63 holds")
    assert rows["The claim of test_apptest."] == ("tested on 1.62 – 1.63", "")
    assert rows["A claim."] == ("not measured", "")

    html = page.html("table")
    changed = re.findall(r'<tr class="changed"><td><a href="(.*?)"', html)
    assert changed == ["../page/#test_begun", "../page/#test_middle"]
    assert re.findall(r"<summary>(.*?) <small>", html) == ["A topic", "More &amp; more"]  # as in the navigation
    assert '<svg viewBox="0 0 4 8"' in html
    assert '<path class="fails" d="M1 3h1v2h-1z"/><path class="holds" d="M2 0h1v8h-1z"/>' in html


def test_numbers_of_measured_claims(page, monkeypatch):
    """Records count, not marks: the claim about a frame has not run on a server."""
    page.claim("test_begun", "..##")
    page.claim("test_tabs", "    ", 'engines("server", reason="AppTest has no tabs")')
    page.claim("test_frame", "    ", 'engines("server", "live", reason="AppTest has no frame")')
    page.claim("test_lost", "    ", 'engines("server", "live", reason="AppTest has no frame either")')
    page.project.record("test_lost", engine="server")
    page.project.record("test_lost", engine="live", version="1.62.0")
    monkeypatch.setattr(abilities, "STREAMLIT", "1.62.0")
    html = page.html("measured")
    rows = [re.findall("<td>(.*?)</td>", row) for row in re.findall("<tr>(.*?)</tr>", html)]

    assert rows[1:] == [["1.63.0", "6", "5"], ["1.62.0", "5", "4"], ["1.61.0", "1", "0"], ["1.60.1", "1", "0"]]
    assert "The other 3 need a browser" in html
    assert "2 of them are proved with 1.63.0, and 1 in the page with 1.62.0." in html


@pytest.mark.parametrize("part", ["changes", "table", "measured"])
def test_a_project_without_records(page, part):
    page.known = ()
    html = page.html(part)

    assert "<section" in html
    assert ("Nothing that was measured" in html) == (part == "changes")


@pytest.mark.parametrize(
    ("part", "nav", "message"),
    [
        ("tables", "  - A topic: page.md\n", "a versions fence holds one of changes, table, measured, not `tables`"),
        ("table", "  - page.md\n", "cannot show `table`: AttributeError"),
    ],
)
def test_a_fence_that_cannot_be_shown(page, part, nav, message):
    page.project.replace("mkdocs.yml", "  - A topic: page.md\n", nav)
    page.project.write("docs/versions.md", f"# Versions\n\n``` versions\n{part}\n```\n")

    assert page.project.mistake().startswith(f"docs/versions.md:4: {message}")


def test_every_topic_is_in_the_navigation():
    assert {f"test_{topic}" for topic in titles(ROOT)} == {path.stem for path in (ROOT / "tests").glob("test_*.py")}
