"""The `snippet` fence shows a snippet as it is, with its proofs."""

import re
from html.parser import HTMLParser

import pytest

from livedocs.site import fence_snippet


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
    assert command.strip().endswith("streamlit run snippets/page/app.py")


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


def test_a_file_with_carriage_returns(project):
    project.write("snippets/page/app.py", 'import streamlit as st\r\n\r\nst.text("hello")\r\n')

    assert Code(project.build()).blocks[0] == 'import streamlit as st\n\nst.text("hello")\n'


def test_lines_are_highlighted_in_the_entrypoint_alone(project):
    (project.root / "snippets/page/app.py").unlink()
    project.write("snippets/page/app/streamlit_app.py", "a = 1\nb = 2\nc = 3\n")
    project.write("snippets/page/app/helper.py", "a = 1\nb = 2\nc = 3\n")
    project.replace("tests/test_page.py", "page/app.py", "page/app")
    project.replace("docs/page.md", "``` snippet\npage/app.py", '``` snippet hl_lines="1 3"\npage/app')

    assert re.findall(r'<span class="hll">(\w+)', project.build()) == ["a", "c"]


def test_every_file_has_a_tab(project):
    (project.root / "snippets/page/app.py").unlink()
    for path in ("streamlit_app.py", "data.csv", "pages/one.py", "pages/two.py", "notes"):
        project.write(f"snippets/page/app/{path}", f"{path}\n")
    for path in ("docs/page.md", "tests/test_page.py"):
        project.replace(path, "page/app.py", "page/app")
    html = project.build()

    assert re.findall(r"<label [^>]*>(.*?)</label>", html) == [
        "streamlit_app.py",
        "data.csv",
        "notes",
        "pages/one.py",
        "pages/two.py",
        "Run",
        "Test",
    ]
    assert [block.strip() for block in Code(html).blocks[1:5]] == ["data.csv", "notes", "pages/one.py", "pages/two.py"]


def test_the_first_tab_is_open_and_each_has_a_label(project):
    html = project.build()
    inputs = re.findall(r"<input( checked)? id=\"([^\"]*)\" name=\"([^\"]*)\" type=\"radio\">", html)

    names = ["app-code", "app-run", "app-test"]

    assert [checked for checked, _, _ in inputs] == [" checked", "", ""]
    assert [name for _, name, _ in inputs] == re.findall(r'<label for="([^"]*)"', html) == names
    assert len({group for _, _, group in inputs}) == 1


def test_files_are_highlighted_by_their_suffix(project):
    (project.root / "snippets/page/app.py").unlink()
    for path in ("streamlit_app.py", "a.toml", "b.json", "c.sql", "d.csv"):
        project.write(f"snippets/page/app/{path}", "1\n")
    for path in ("docs/page.md", "tests/test_page.py"):
        project.replace(path, "page/app.py", "page/app")

    languages = re.findall(r'class="language-(\w+) highlight"', project.build())
    assert languages[:5] == ["python", "toml", "json", "sql", "text"]


def test_the_test_says_where_to_save_it(project):
    assert hint(project) == "Save it as test_app.py beside app.py, then run pytest test_app.py."

    (project.root / "snippets/page/app.py").rename(project.root / "streamlit_app.py")
    (project.root / "snippets/page/app").mkdir()
    (project.root / "streamlit_app.py").rename(project.root / "snippets/page/app/streamlit_app.py")
    for path in ("docs/page.md", "tests/test_page.py"):
        project.replace(path, "page/app.py", "page/app")
    assert hint(project) == "Save it as test_app.py beside the folder app, then run pytest test_app.py."


def test_the_test_says_what_it_needs_where_apptest_does_not_do(project):
    mark = '@pytest.mark.engines("server", reason="AppTest has no `reload`")'
    project.replace("tests/test_page.py", "def test_app", f"import pytest\n\n\n{mark}\ndef test_app")

    command = "pytest -p streamlit_engines.plugin --engine=server test_app.py"
    why = "It needs the driver of a browser: AppTest has no `reload`."
    assert hint(project) == f"Save it as test_app.py beside app.py, then run {command}. {why}".replace("`", "")
    assert 'href="../testing/#in-a-browser"' in project.build()


def test_the_run_tab_says_what_cannot_be_seen_in_it(project):
    assert "It takes more" not in project.build()

    mark = '@pytest.mark.engines("server", reason="AppTest has no `reload`")'
    project.replace("tests/test_page.py", "def test_app", f"import pytest\n\n\n{mark}\ndef test_app")

    listed = '<ul><li>A claim. (<a href="#test_app">proved in Chromium</a>)</li></ul>'
    assert f"<p>It takes more than this tab to see this:</p>{listed}" in project.build()


@pytest.mark.parametrize(
    ("engines", "proved"),
    [
        ('"apptest", "server"', "1.67.0 (AppTest, Chromium)"),
        ('"server"', "1.67.0 (Chromium)"),
        ('"apptest"', "1.67.0 (AppTest)"),
        ('"server", "live"', "1.67.0 (Chromium) and 1.62.0 (in the page)"),
    ],
)
def test_the_footer_says_what_has_proved_it(project, engines, proved):
    assert "Not measured yet<" in project.build()

    project.record()
    project.record(engine="server")
    project.record(engine="live", version="1.62.0")
    assert "Proved with Streamlit 1.67.0 (AppTest, Chromium) and 1.62.0 (in the page)<" in project.build()

    mark = f'@pytest.mark.engines({engines}, reason="of this")'
    project.replace("tests/test_page.py", "def test_app", f"import pytest\n\n\n{mark}\ndef test_app")
    for engine, version in (("server", "1.67.0"), ("live", "1.62.0")):
        project.record(*([] if engine in engines else ["test_app"]), engine=engine, version=version)
    assert f"Proved with Streamlit {proved}<" in project.build()


def hint(project):
    """Return what the Test tab says above the test."""
    return re.sub("<.*?>", "", re.search(r"<p[^>]*>(Save it as.*?)</p>", project.build())[1])


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

    assert "<code>snippets/page/app.py</code>, <code>tests/test_page.py</code>" in html
    assert "blob/HEAD" not in html


def test_a_fault_in_the_tooling_stops_the_build(project, monkeypatch):
    monkeypatch.setattr(fence_snippet, "in_parts", lambda *_: 1 / 0)

    assert project.mistake() == "docs/page.md:7: cannot show `page/app.py`: ZeroDivisionError('division by zero')"
