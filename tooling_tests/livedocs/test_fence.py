"""The `snippet` fence shows a snippet as it is, with its proofs."""

import re
import tomllib
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from livedocs.model.proofs import ENGINES
from livedocs.site import fence_snippet
from livedocs.versions import results

ROOT = Path(__file__).parents[2]


class Code(HTMLParser):
    """The text of each code block on a page, and all ids and links."""

    def __init__(self, html):
        """Read a page."""
        super().__init__()
        self.blocks, self.ids, self.links, self.inside = [], [], [], False
        self.feed(html)

    def handle_starttag(self, tag, attrs):  # noqa: D102
        attributes = dict(attrs)
        self.ids += filter(None, [attributes.get("id")])
        self.links += filter(None, [attributes.get("href")])
        if tag == "pre":
            self.inside = True
            self.blocks.append("")

    def handle_endtag(self, tag):  # noqa: D102
        self.inside = self.inside and tag != "pre"

    def handle_data(self, data):  # noqa: D102
        if self.inside:
            self.blocks[-1] += data


def test_code_and_test_are_shown(project):
    code, test, command = Code(project.build()).blocks

    assert code == 'import streamlit as st\n\nst.text("hello")\n'
    assert 'app = run("app.py")\n' in test
    assert command.strip().endswith("streamlit run app.py")


@pytest.mark.parametrize(
    "text",
    [
        "x = '</script><script>alert(1)</script>'\n",
        "x = '</code></pre></div><!-- --> ]]> &amp; &lt; &'\n",
        "x = '`` ` ``` ```` ~~~'\n",
        "```\n~~~\n``` snippet\npage/app.py\n```\n",
        "x = `${y}` # ${x} $& $1 \\1 \\g<0> {{ x }} {% x %}\n",
        "x = '\"' + \"'\"\n",
        "x = 'äöü € \u00a0 \u202e 🎈 中'\n",
        "if x:\n\ty = '\t'\n",
        "==a== [x](y.md) *b* _c_ <a@b.c> &copy;\n",
        "",
    ],
)
def test_nasty_characters_are_shown_as_they_are(project, text):
    project.write("snippets/page/app.py", f'import streamlit as st\n{text}\nst.text("hello")\n')

    assert Code(project.build()).blocks[0] == (project.root / "snippets/page/app.py").read_text()


def test_a_file_without_newline_at_its_end(project):
    project.write("snippets/page/app.py", 'import streamlit as st\n\nst.text("hello")')
    project.replace("docs/page.md", "``` snippet", '``` snippet hl_lines="3"')
    html = project.build()

    assert Code(html).blocks[0] == 'import streamlit as st\n\nst.text("hello")\n'
    assert re.findall(r'<span class="hll">(\w+)', html) == ["st"]


def test_every_file_has_a_tab_in_its_language(folder):
    for path in ("pages/one.py", "pages/two.py", "notes", "a.toml", "b.json", "c.sql"):
        folder.write(f"snippets/page/app/{path}", f"{path}\n")
    folder.write("snippets/page/app/streamlit_app.py", "a = 1\nb = 2\nc = 3\n")
    folder.replace("docs/page.md", "``` snippet", '``` snippet hl_lines="1 3"')
    html = folder.build()

    labels = ["streamlit_app.py", "a.toml", "b.json", "c.sql", "data.csv", "notes", "pages/one.py", "pages/two.py"]
    assert re.findall(r"<label [^>]*>(.*?)</label>", html) == [*labels, "Run", "Test"]
    assert [block.strip() for block in Code(html).blocks[5:8]] == ["notes", "pages/one.py", "pages/two.py"]
    languages = re.findall(r'class="language-(\w+) highlight"', html)
    assert languages[:7] == ["python", "toml", "json", "sql", "text", "text", "python"]
    assert re.findall(r'<span class="hll">(\w+)', html) == ["a", "c"]


def test_the_first_tab_is_open_and_each_has_a_label(project):
    html = project.build()
    inputs = re.findall(r"<input( checked)? id=\"([^\"]*)\" name=\"([^\"]*)\" type=\"radio\">", html)

    names = ["app-code", "app-run", "app-test"]

    assert [checked for checked, _, _ in inputs] == [" checked", "", ""]
    assert [name for _, name, _ in inputs] == re.findall(r'<label for="([^"]*)"', html) == names
    assert len({group for _, _, group in inputs}) == 1


def hint(project):
    """Return what the Test tab says above the test."""
    return unescape(re.sub("<.*?>", "", re.search(r"<p[^>]*>(Save it as.*?)</p>", project.build())[1]))


def in_a_browser(project, engines='"server"', reason="AppTest has no `reload`"):
    """Mark the test with the engines that it passes on."""
    mark = f"@pytest.mark.engines({engines}, reason={reason!r})"
    project.replace("tests/test_page.py", "def test_app", f"import pytest\n\n\n{mark}\ndef test_app")


def test_the_test_says_where_to_save_it(project):
    assert hint(project).startswith("Save it as test_app.py next to app.py, then run pytest test_app.py.")


def test_the_test_of_a_folder_says_where_to_save_it(folder):
    assert hint(folder).startswith("Save it as test_app.py next to the folder app, then run pytest test_app.py.")


@pytest.mark.parametrize(
    ("address", "source"),
    [
        (
            "https://example.com/me/repo",
            '"pytest-streamlit-engines @ git+https://example.com/me/repo#subdirectory=engines"',
        ),
        ("", "./engines"),
    ],
)
def test_the_test_says_what_it_needs_if_apptest_cannot_run_it(project, monkeypatch, address, source):
    monkeypatch.setenv("REPO_URL", address)
    in_a_browser(project)

    run = "Save it as test_app.py next to app.py, then run pytest --engine=server test_app.py."
    needs = f"It needs a browser (AppTest has no reload): install the plugin with pip install {source}."
    assert hint(project).startswith(f"{run} {needs}")
    assert 'href="../testing/#in-a-browser"' in project.build()


def test_the_plugin_is_called_as_its_package_says():
    package = tomllib.loads((ROOT / "engines/pyproject.toml").read_text())["project"]

    assert package["name"] == fence_snippet.PLUGIN
    assert "pytest11" in package["entry-points"]


def test_the_run_tab_says_what_cannot_be_seen_in_it(project):
    assert "It takes more" not in project.build()

    in_a_browser(project)
    listed = '<ul><li>A claim. (<a href="#test_app">proved in Chromium</a>)</li></ul>'
    assert f"<p>You can't see these in this tab:</p>{listed}" in project.build()


@pytest.mark.parametrize(
    ("engines", "proved"),
    [
        ('"apptest", "server"', "(AppTest, Chromium)"),
        ('"server"', "(Chromium)"),
        ('"apptest"', "(AppTest)"),
        ('"server", "live"', f"(Chromium) and {results.running('live')} (in the page)"),
    ],
)
def test_the_footer_says_what_has_proved_it(project, engines, proved):
    assert ">not tested yet<" in project.build()

    in_a_browser(project, engines)
    for engine in ENGINES:
        project.record(*([] if engine in engines else ["test_app"]), engine=engine, version=results.running(engine))
    html = project.build()
    assert f'title="Proved with Streamlit {results.running("server")} {proved}">tested on 1.67<' in html
    assert f"<br>Proved with Streamlit {results.running('server')} {proved}. Source: " in html


def test_ids_are_unique_and_links_on_the_page_lead_somewhere(project):
    for name in ("more.py", "folder/streamlit_app.py", "folder/more.py", "folder/pages/more.py"):
        project.write(f"snippets/page/{name}", "")
    project.page(
        "==Another claim.==\n\n``` snippet\npage/more.py\n```\n\n==One more.==\n\n``` snippet\npage/folder\n```"
    )
    project.proof("Another claim.", "test_more", "page/more.py")
    project.proof("One more.", "test_folder", "page/folder")
    code = Code(project.build())

    assert sorted(code.ids) == sorted(set(code.ids))
    assert {link for link in code.links if link.startswith("#")} <= {f"#{name}" for name in code.ids}


def test_a_claim_links_to_the_test_that_proves_it(project):
    project.page("==Another claim.==")
    project.proof("Another claim.")
    html = project.build()

    links = re.findall(r'class="claim-proof" href="#([^"]*)"', html)
    lines = [re.sub(r"<.*?>", "", re.search(rf'<span id="{link}">(.*)', html)[1]) for link in links]
    assert lines == ["def test_app(run):", "def test_more(run):"]


@pytest.mark.parametrize("address", ["https://example.com/me/repo", "https://example.com/me/repo/"])
def test_files_are_linked_to_the_repository(project, monkeypatch, address):
    monkeypatch.setenv("REPO_URL", address)
    links = Code(project.build()).links

    assert "https://example.com/me/repo/blob/HEAD/snippets/page/app.py" in links
    assert "https://example.com/me/repo/blob/HEAD/tests/test_page.py#L1" in links


def test_files_are_named_where_there_is_no_repository(project, monkeypatch):
    monkeypatch.delenv("REPO_URL", raising=False)
    html = project.build()

    assert "<code>snippets/page/app.py</code> and <code>tests/test_page.py</code>" in html
    assert "blob/HEAD" not in html


def test_a_fault_in_the_tooling_stops_the_build(project, monkeypatch):
    monkeypatch.setattr(fence_snippet, "in_parts", lambda *_: 1 / 0)

    assert project.mistake() == "docs/page.md:8: cannot show `page/app.py`: ZeroDivisionError('division by zero')"
