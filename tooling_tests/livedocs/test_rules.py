"""Page, tests and snippets fit together, or the build stops and says where they do not."""

import pytest

from livedocs.model.proofs import load
from livedocs.versions import results


def test_the_command_says_it_in_one_line(project):
    project.replace("docs/page.md", "==A claim.==", "==A false claim.==")
    ended = project.run("mkdocs", "build", "--strict", "--quiet")

    assert ended.returncode == 1
    assert ended.stderr.splitlines() == [
        "ERROR   -  Error reading page 'page.md':",
        "ERROR   -  docs/page.md:5: no proof: write a test in tests/test_page.py with this docstring: A false claim.",
    ]


def test_a_claim_without_proof(project):
    project.page("==Another claim.==")

    hint = "no proof: write a test in tests/test_page.py with this docstring: Another claim."
    assert project.mistake() == f"docs/page.md:11: {hint}"


def test_a_proof_without_claim(project):
    project.proof("Another claim.")

    hint = "test_more proves what docs/page.md does not claim: ==Another claim.=="
    assert project.mistake() == f"tests/test_page.py:8: {hint}"


def test_two_equal_claims(project):
    project.page("==A\nclaim.==")

    assert project.mistake() == "docs/page.md:11: line 5 claims this already: A claim."


def test_a_page_without_tests(project):
    project.write("docs/more.md", "# More\n\n==A claim.==\n")

    assert project.mistake() == "docs/more.md:3: this page has no proofs: write tests/test_more.py"


def test_a_page_that_shows_a_snippet_without_tests(project):
    project.write("docs/more.md", "# More\n\n``` snippet\nmore/app.py\n```\n")

    assert project.mistake() == "docs/more.md:3: this page has no proofs: write tests/test_more.py"


def test_a_page_that_claims_nothing_needs_no_tests_and_no_headings(project):
    project.write("docs/more.md", "# More\n\n## Anything\n")

    project.build()


def test_a_page_that_claims_nothing_any_more(project):
    project.write("docs/page.md", "# Page\n")

    assert (
        project.mistake()
        == "docs/page.md:1: the page ends where `## In short` belongs: a page has In short, In detail, See also"
    )


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("## In short\n", "", 10, "`## In detail` stands where `## In short` belongs"),
        ("## In short", "##In brief", 3, "`## In brief` stands where `## In short` belongs"),
        ("## In detail\n", "", 12, "`## See also` stands where `## In detail` belongs"),
        ("## See also\n", "", 11, "the page ends where `## See also` belongs"),
        ("## See also", "## More ##\n\n## See also", 13, "`## More` stands where `## See also` belongs"),
        ("## See also", "## See also\n\n## More", 15, "`## More` stands after the last heading"),
        ("## In short", "## In detail", 3, "`## In detail` stands where `## In short` belongs"),
    ],
)
def test_wrong_headings(project, old, new, line, message):
    project.replace("docs/page.md", old, new)

    hint = ": a page has In short, In detail, See also"
    assert project.mistake() == f"docs/page.md:{line}: {message}{hint}"


def test_a_missing_heading_below_front_matter(project):
    project.replace("docs/page.md", "# Page", "---\ntitle: Page\n---\n# Page")
    project.replace("docs/page.md", "## See also\n", "The end.\n\n\n")

    assert project.mistake().startswith("docs/page.md:16: the page ends where `## See also` belongs")


def test_headings_of_other_levels_and_in_fences(project):
    project.page("``` markdown\n## No heading\n```")
    project.replace("docs/page.md", "## See also", "### A section\n\n#### A part\n\n## See also")

    project.build()


def test_the_start_page_has_headings_of_its_own(project):
    for path in ("docs/page.md", "tests/test_page.py", "snippets/page/app.py"):
        project.write(path.replace("page", "index"), (project.root / path).read_text().replace("page/", "index/"))
    project.replace("docs/index.md", "## In detail", "## Where to go")

    project.build()


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("page/ap.py", "no snippet snippets/page/ap.py: did you mean `page/app.py`?"),
        ("paeg/app.py", "no snippet snippets/paeg/app.py: did you mean `page/app.py`?"),
        ("app.py", "no snippet snippets/app.py: did you mean `page/app.py`?"),
        ("page/zzzzzzzz", "no snippet snippets/page/zzzzzzzz: create it, or name one of snippets/page/"),
        ("../docs/page.md", "`../docs/page.md` lies outside snippets/: move the snippet there"),
        ("page/../page/app.py", "`page/../page/app.py` lies outside snippets/: move the snippet there"),
        ("/etc/hostname", "`/etc/hostname` lies outside snippets/: move the snippet there"),
        ("./page/app.py", "write `./page/app.py` as `page/app.py`"),
        ("page//app.py", "write `page//app.py` as `page/app.py`"),
        ("page", "`page` has no streamlit_app.py to start from"),
    ],
)
def test_a_wrong_path(project, name, message):
    project.replace("docs/page.md", "page/app.py", name)

    assert project.mistake() == f"docs/page.md:7: {message}"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("page/ap.py", "no snippet snippets/page/ap.py: did you mean `page/app.py`?"),
        ("../app.py", "`../app.py` lies outside snippets/: move the snippet there"),
    ],
)
def test_a_wrong_path_in_a_test(project, name, message):
    project.proof("Another claim.", snippet=name)
    project.page("==Another claim.==")

    assert project.mistake() == f"tests/test_page.py:8: {message}"


@pytest.fixture
def two_pages(project):
    """Return a project of two pages."""
    for path in ("docs/page.md", "tests/test_page.py", "snippets/page/app.py"):
        project.write(path.replace("page", "more"), (project.root / path).read_text().replace("page/", "more/"))
    return project


def test_a_snippet_of_another_page(two_pages):
    two_pages.page("``` snippet\nmore/app.py\n```")

    hint = "`more/app.py` belongs to another page: link to docs/more.md instead"
    assert two_pages.mistake() == f"docs/page.md:11: {hint}"


def test_a_test_of_another_page_s_snippet(two_pages):
    two_pages.proof("Another claim.", snippet="more/app.py")
    two_pages.page("==Another claim.==")

    hint = "`more/app.py` belongs to another page: link to docs/more.md instead"
    assert two_pages.mistake() == f"tests/test_page.py:8: {hint}"


def test_a_snippet_shown_twice(project):
    project.page("``` snippet\npage/app.py\n```")

    hint = "`page/app.py` is shown in line 7 already: link to it, or give this another name"
    assert project.mistake() == f"docs/page.md:11: {hint}"


def test_two_snippets_that_differ_in_their_suffix(project):
    project.write("snippets/page/app/streamlit_app.py", "")
    project.page("``` snippet\npage/app\n```")

    assert project.mistake().startswith("docs/page.md:11: `page/app.py` is shown in line 7 already")


def test_a_snippet_that_no_test_runs(project):
    project.write("snippets/page/more.py", "")
    project.page("``` snippet\npage/more.py\n```")

    assert project.mistake() == "docs/page.md:11: no test runs `page/more.py`: write one in tests/test_page.py"


def test_a_snippet_that_is_not_shown(project):
    project.write("snippets/page/more.py", "")

    hint = "docs/page.md does not show this snippet: add a snippet fence, or delete it"
    assert project.mistake() == f"snippets/page/more.py:1: {hint}"


def test_a_snippet_that_is_tested_but_not_shown(project):
    project.write("snippets/page/more.py", "")
    project.page("==Another claim.==")
    project.proof("Another claim.", snippet="page/more.py")

    hint = "test_more runs `page/more.py`, which docs/page.md does not show: add a snippet fence"
    assert project.mistake() == f"tests/test_page.py:8: {hint}"


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("tests/test_more.py", "docs/more.md"),
        ("snippets/more/app.py", "docs/more.md"),
        ("snippets/more.py", "docs/more.md"),
    ],
)
def test_an_orphan(project, path, page):
    project.write(path, "")
    orphan = path.removesuffix("/app.py")

    assert project.mistake() == f"{orphan}:1: no page shows this: write {page}, or move it"


@pytest.mark.parametrize("config", ["exclude_docs: a.md", "draft_docs: a.md", ""])
def test_an_orphan_where_the_first_page_is_left_out_or_empty(project, config):
    project.write("docs/a.md", "# Left out" if config else "")
    project.replace("mkdocs.yml", "nav:\n", f"nav:\n{config}\n")
    project.write("tests/test_more.py", "")

    assert project.mistake() == "tests/test_more.py:1: no page shows this: write docs/more.md, or move it"


def test_an_orphan_of_a_later_build(project):
    project.build()
    project.write("tests/test_more.py", "")

    assert project.mistake() == "tests/test_more.py:1: no page shows this: write docs/more.md, or move it"


def test_what_is_no_orphan(project):
    project.write("tooling_tests/site/test_links.py", "")
    project.write("tests/helper.py", "")
    project.write("snippets/ruff.toml", "")
    project.write("snippets/__pycache__/x.pyc", "")
    project.write("snippets/.ruff_cache/CACHEDIR.TAG", "")
    project.write("snippets/page/__pycache__/x.pyc", "")

    project.build()


def test_a_page_in_a_folder(project):
    (project.root / "docs/deep").mkdir()
    (project.root / "docs/page.md").rename(project.root / "docs/deep/page.md")
    project.replace("docs/deep/page.md", "==A claim.==", "==A false claim.==")

    assert project.mistake().startswith("docs/deep/page.md:5: no proof")


def measure(project, **held):
    """Mark the test with what AppTest shows since 1.66, and write down on which versions it passed."""
    mark = '@pytest.mark.apptest_since("1.66", reason="an older one drops it")'
    project.replace("tests/test_page.py", "def test_app(run):", f"{mark}\ndef test_app(run):")
    wanted = results.hashes(project.root, {"page": load(project.root, "page")})
    for version, passed in held.items():
        found = {key: results.Result(passed, of) for key, of in wanted.items()}
        project.documents(version.strip("v").replace("_", "."))
        results.write(project.root, version.strip("v").replace("_", "."), found)


def test_what_an_older_apptest_shows_comes_and_goes(project):
    measure(project, v1_38_0=True, v1_39_0=False, v1_65_0=False, v1_66_0=True)

    project.build()


def test_an_apptest_that_shows_it_earlier_than_marked(project):
    measure(project, v1_64_0=False, v1_65_0=True, v1_66_0=True)

    hint = "and its mark says that AppTest can show it since 1.66: correct the version"
    assert project.mistake() == f"tests/test_page.py:2: with Streamlit 1.65.0 the test passes, {hint}"
