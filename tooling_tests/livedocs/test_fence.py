"""The `snippet` fence shows a snippet as it is, with its proofs."""

import re
import tomllib
from html import unescape
from pathlib import Path

import pytest

from livedocs.model.proofs import ENGINES
from livedocs.site import fence_snippet
from livedocs.versions import results

ROOT = Path(__file__).parents[2]
REPO = "https://example.com/me/repo"
NASTY = """\
x = '</script><script>alert(1)</script>'
x = '</code></pre></div><!-- --> ]]> &amp; &lt; &'
x = '`` ` ``` ```` ~~~'
x = `${y}` # ${x} $& $1 \\1 \\g<0> {{ x }} {% x %}
x = '"' + "'"
x = 'äöü € \u00a0 \u202e 🎈 中'
if x:
\ty = '\t'
==a== [x](y.md) *b* _c_ <a@b.c> &copy;
```
~~~
``` snippet
page/app.py
```
"""


def blocks(html):
    """Return the text of each code block."""
    found = re.findall(r"<code>((?:(?!</code>).)*)</code></pre>", html, re.DOTALL)
    return [unescape(re.sub("<[^>]*>", "", code)) for code in found]


def hint(project):
    """Return what the Test tab says above the test."""
    return unescape(re.sub("<.*?>", "", re.search(r"<p[^>]*>(Save it as.*?)</p>", project.build())[1]))


def test_code_and_test_are_shown(project):
    code, test, command = blocks(project.build())

    assert code == 'import streamlit as st\n\nst.text("hello")\n'
    assert 'app = run("app.py")\n' in test
    assert command.strip().endswith("streamlit run app.py")


@pytest.mark.parametrize("text", [NASTY, ""])
def test_special_characters_are_shown_as_they_are(project, text):
    project.write("snippets/page/app.py", f'import streamlit as st\n{text}\nst.text("hello")\n')

    assert blocks(project.build())[0] == project.text("snippets/page/app.py")


def test_a_file_without_a_newline_at_its_end(project):
    project.write("snippets/page/app.py", 'import streamlit as st\n\nst.text("hello")')
    project.replace("docs/page.md", "``` snippet", '``` snippet hl_lines="3"')
    html = project.build()

    assert blocks(html)[0] == 'import streamlit as st\n\nst.text("hello")\n'
    assert re.findall(r'<span class="hll">(\w+)', html) == ["st"]


def test_each_file_has_a_tab_in_its_language(folder):
    for path in ("pages/one.py", "pages/two.py", "notes", "a.toml", "b.json", "c.sql"):
        folder.write(f"snippets/page/app/{path}", f"{path}\n")
    folder.write("snippets/page/app/streamlit_app.py", "a = 1\nb = 2\nc = 3\n")
    folder.replace("docs/page.md", "``` snippet", '``` snippet hl_lines="1 3"')
    html = folder.build()

    labels = ["streamlit_app.py", "a.toml", "b.json", "c.sql", "data.csv", "notes", "pages/one.py", "pages/two.py"]
    assert re.findall(r"<label for[^>]*>(.*?)</label>", html) == [*labels, "Run", "Test"]
    assert [block.strip() for block in blocks(html)[5:8]] == ["notes", "pages/one.py", "pages/two.py"]
    languages = re.findall(r'class="language-(\w+) highlight"', html)
    assert languages[:7] == ["python", "toml", "json", "sql", "text", "text", "python"]
    assert re.findall(r'<span class="hll">(\w+)', html) == ["a", "c"]


def test_the_first_tab_is_open_and_each_has_a_label(project):
    html = project.build()
    inputs = re.findall(r"<input( checked)? id=\"([^\"]*)\" name=\"([^\"]*)\" type=\"radio\">", html)

    assert [checked for checked, _, _ in inputs] == [" checked", "", ""]
    names = [name for _, name, _ in inputs]
    assert names == re.findall(r'<label for="([^"]*)"', html) == ["app-code", "app-run", "app-test"]
    assert len({group for _, _, group in inputs}) == 1


@pytest.mark.parametrize(
    ("fixture", "beside"), [("project", "app.py"), ("folder", "the folder app")], ids=["file", "folder"]
)
def test_the_test_tab_says_how_to_run_the_test(request, monkeypatch, fixture, beside):
    project = request.getfixturevalue(fixture)
    save = f"Save it as test_app.py next to {beside}, then run pytest"
    assert hint(project).startswith(f"{save} test_app.py.")

    project.mark('engines("server", reason="AppTest has no `reload`")')
    plugin = "It needs a browser (AppTest has no reload): install the plugin with pip install"
    for repo, source in {"": "./engines", REPO: f'"{fence_snippet.PLUGIN} @ git+{REPO}#subdirectory=engines"'}.items():
        monkeypatch.setenv("REPO_URL", repo)
        assert hint(project).startswith(f"{save} --engine=server test_app.py. {plugin} {source}.")
    assert 'href="../testing/#in-a-browser"' in project.build()


def test_the_plugin_has_the_name_of_its_package():
    package = tomllib.loads((ROOT / "engines/pyproject.toml").read_text())["project"]

    assert package["name"] == fence_snippet.PLUGIN
    assert "pytest11" in package["entry-points"]


@pytest.mark.parametrize(
    ("engines", "proved"),
    [
        ('"apptest", "server"', "(AppTest, Chromium)"),
        ('"server"', "(Chromium)"),
        ('"apptest"', "(AppTest)"),
        ('"server", "live"', f"(Chromium, in the page) and {results.running('stlite')} (stlite)"),
    ],
)
def test_the_footer_says_which_runs_have_proved_it(project, engines, proved):
    assert ">not tested yet<" in project.build()

    project.mark(f'engines({engines}, reason="why")')
    for engine in ENGINES:
        holds = engine in engines or (engine == "stlite" and "live" in engines)
        project.record(*([] if holds else ["test_app"]), engine=engine)
    html = project.build()
    assert f'title="Proved with Streamlit {results.running("server")} {proved}">tested on 1.67<' in html
    assert f"<br>Proved with Streamlit {results.running('server')} {proved}. Source: " in html


def test_the_run_tab_lists_what_it_does_not_show(project):
    project.mark('engines("server", reason="AppTest has no tabs")')

    listed = r'<li data-not="seen" data-on="1.67[ .\d]+">A claim. \(<a href="#test_app">proved in Chromium</a>\)</li>'
    assert re.search(listed, project.build())


def test_ids_are_unique(project):
    for name in ("more.py", "folder/streamlit_app.py", "folder/more.py", "folder/pages/more.py"):
        project.write(f"snippets/page/{name}", "")
    for name in ("more.py", "folder"):
        project.page(f"==Claim of {name}==\n\n``` snippet\npage/{name}\n```")
        project.proof(f"Claim of {name}", f"test_{name[:4]}", f"page/{name}")
    ids = re.findall(' id="([^"]*)"', project.build())

    assert sorted(ids) == sorted(set(ids))


def test_links_to_the_repository_or_names_without_one(project, monkeypatch):
    monkeypatch.delenv("REPO_URL", raising=False)
    html = project.build()
    assert "<code>snippets/page/app.py</code> and <code>tests/test_page.py</code>" in html
    assert "blob/HEAD" not in html

    monkeypatch.setenv("REPO_URL", f"{REPO}/")
    html = project.build()
    assert f'href="{REPO}/blob/HEAD/snippets/page/app.py"' in html
    assert f'href="{REPO}/blob/HEAD/tests/test_page.py#L1"' in html


def test_an_error_in_the_tooling_stops_the_build(project, monkeypatch):
    monkeypatch.setattr(fence_snippet, "in_parts", lambda *_: 1 / 0)

    assert project.mistake() == "docs/page.md:8: cannot show `page/app.py`: ZeroDivisionError('division by zero')"
