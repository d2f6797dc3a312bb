"""Tests are proofs: each has a claim and a snippet of its own."""

import re
import shutil
from pathlib import Path

import pytest

from livedocs.model.proofs import load

ROOT = Path(__file__).parents[2]


def test_two_tests_of_the_same_name(project):
    project.proof("Another claim.", name="test_app")

    assert project.mistake() == "tests/test_page.py:8: test_app is defined in line 1 already"


def test_two_equal_docstrings(project):
    project.proof("A\n    claim.")

    assert project.mistake() == "tests/test_page.py:8: line 1 proves this claim already: A claim."


@pytest.mark.parametrize("docstring", ["", '    """"""\n', '    """ """\n', '    f"""A claim."""\n'])
def test_a_test_without_docstring(project, docstring):
    project.replace("tests/test_page.py", '    """A claim."""\n', docstring)

    assert project.mistake() == "tests/test_page.py:1: test_app proves nothing: write its claim as the docstring"


def test_a_test_that_runs_nothing(project):
    project.replace("tests/test_page.py", 'run("page/app.py")', "run")

    hint = 'test_app runs 0 snippets: call run("<topic>/<snippet>") for exactly one'
    assert project.mistake() == f"tests/test_page.py:1: {hint}"


def test_a_test_that_runs_two_snippets(project):
    project.replace("tests/test_page.py", 'run("page/app.py")', 'run("page/app.py"), run("page/more.py")')

    hint = 'test_app runs 2 snippets: call run("<topic>/<snippet>") for exactly one'
    assert project.mistake() == f"tests/test_page.py:1: {hint}"


def test_a_test_that_runs_one_snippet_twice(project):
    project.replace("tests/test_page.py", "\n\n    assert", '\n    other = run("page/app.py")\n\n    assert')

    project.build()


@pytest.mark.parametrize("call", ['run(f"page/{name}")', "run(NAME)", "run()", 'run("page/app.py", 1)', "run(1)"])
def test_a_snippet_that_is_not_written_out(project, call):
    project.replace("tests/test_page.py", "\n\n    assert", f"\n    other = {call}\n\n    assert")

    hint = f'write the path out, as in run("<topic>/<snippet>"), not {call.replace(chr(34), chr(39))}'
    assert project.mistake() == f"tests/test_page.py:4: {hint}"


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("class TestMore:\n    def test_more(self, run):\n        pass", "TestMore"),
        ("async def test_more(run):\n    pass", "test_more"),
        ("if True:\n    def test_more(run):\n        pass", "test_more"),
    ],
)
def test_a_test_that_is_no_function_of_the_module(project, code, name):
    with (project.root / "tests/test_page.py").open("a") as module:
        module.write(f"\n\n{code}\n")
    line = 9 if code.startswith("if") else 8

    hint = f"{name} is no proof: write a test as a function in no class"
    assert project.mistake() == f"tests/test_page.py:{line}: {hint}"


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("def test_app(run):\n    run(\n", 2, "'(' was never closed"),
        ("def test_app(run):\n\trun()\n        run()\n", 3, "inconsistent use of tabs and spaces in indentation"),
    ],
)
def test_a_module_that_is_not_python(project, text, line, what):
    project.write("tests/test_page.py", text)

    assert project.mistake() == f"tests/test_page.py:{line}: this is not Python ({what}): mend it"


def mark(project, *decorators, claim="Up to 1.62 a claim."):
    """Put lines above the test; the first is line 4."""
    project.write(
        "tests/test_page.py",
        "import pytest\n\n\n"
        + "".join(f"{line}\n" for line in decorators)
        + f'def test_app(run):\n    """{claim}"""\n    app = run("page/app.py")\n\n    assert app.text\n',
    )
    project.replace("docs/page.md", "==A claim.==", f"=={claim}==")


@pytest.mark.parametrize(
    ("decorators", "versions", "held"),
    [
        ([], "any Streamlit", "1.9 1.61 1.62.3 1.63 1.64.0 2.0"),
        (['@pytest.mark.since("1.62")'], "Streamlit 1.62 or newer", "1.62.3 1.63 1.64.0 2.0"),
        (['@pytest.mark.until("1.62")'], "Streamlit 1.62 or older", "1.9 1.61 1.62.3"),
        (['@pytest.mark.since("1.62")', '@pytest.mark.until("1.63")'], "Streamlit 1.62 to 1.63", "1.62.3 1.63"),
    ],
)
def test_the_marks_of_versions_are_read(project, decorators, versions, held):
    mark(project, *decorators, claim="Up to 1.62 and 1.63 a claim.")
    project.build()
    (proof,) = load(project.root, "page").proofs

    assert proof.versions == versions
    assert [
        version for version in ["1.9", "1.61", "1.62.3", "1.63", "1.64.0", "2.0"] if proof.holds_on(version)
    ] == held.split()


@pytest.mark.parametrize(
    "written",
    [
        "pytest.mark.since",
        "pytest.mark.since()",
        "pytest.mark.since(1.64)",
        "pytest.mark.since('1.64.0')",
        "pytest.mark.since('1')",
        "pytest.mark.since('v1.64')",
        "pytest.mark.since(NEWEST)",
        "pytest.mark.since('1.64', '1.65')",
        "pytest.mark.since(version='1.64')",
    ],
)
def test_a_mark_in_another_form(project, written):
    mark(project, "@pytest.mark.usefixtures()", f"@{written}")

    hint = f'write the mark as @pytest.mark.since("1.65"), with a minor version, not @{written}'
    assert project.mistake() == f"tests/test_page.py:5: {hint}"


@pytest.mark.parametrize(
    "line",
    [
        'pytestmark = pytest.mark.until("1.62")',
        'pytestmark = [pytest.mark.until("1.62")]',
        'from pytest import mark\nold = mark.until("1.62")',
        '@pytest.mark.until("1.62")\ndef helper():\n    pass\n',
        '@pytest.mark.parametrize("a", [pytest.param(1, marks=pytest.mark.until("1.62"))])',
    ],
)
def test_a_mark_that_is_not_above_a_test(project, line):
    mark(project, *line.splitlines())

    where = 5 if line.startswith("from") else 4
    hint = "write the mark above the test that it belongs to, as @pytest.mark.until(...)"
    assert project.mistake() == f"tests/test_page.py:{where}: {hint}"


def test_a_mark_twice(project):
    mark(project, '@pytest.mark.since("1.60")', '@pytest.mark.since("1.61")')

    assert project.mistake() == "tests/test_page.py:5: test_app has the mark since already: leave one of them"


def test_the_engines_of_a_proof_are_read(project):
    mark(project, '@pytest.mark.engines("server", "live", reason="AppTest has no tabs")')
    project.build()
    (proof,) = load(project.root, "page").proofs

    assert proof.engines == ("server", "live")
    assert proof.reason == "AppTest has no tabs"


@pytest.mark.parametrize(
    "written",
    [
        "pytest.mark.engines",
        "pytest.mark.engines('server')",
        "pytest.mark.engines('server', reason='')",
        "pytest.mark.engines('server', reason=REASON)",
        "pytest.mark.engines('server', because='of tabs')",
        "pytest.mark.engines(SERVER, reason='tabs')",
        "pytest.mark.engines('sever', reason='tabs')",
        "pytest.mark.engines(reason='tabs')",
        "pytest.mark.engines('apptest', 'server', 'live', reason='tabs')",
    ],
)
def test_engines_in_another_form(project, written):
    mark(project, f"@{written}")

    hint = 'write the mark as @pytest.mark.engines("server", reason="..."), with some of apptest, server, live'
    assert project.mistake() == f"tests/test_page.py:4: {hint}, not @{written}"


def test_marks_that_leave_no_version(project):
    mark(project, '@pytest.mark.since("1.63")', '@pytest.mark.until("1.62")')

    hint = "no Streamlit is since 1.63 and until 1.62: correct the versions"
    assert project.mistake() == f"tests/test_page.py:6: {hint}"


def test_a_claim_that_has_ended_and_does_not_say_so(project):
    mark(project, '@pytest.mark.until("1.62")', claim="A claim.")

    hint = 'test_app holds until 1.62, and its claim does not say so: begin it with "Up to 1.62"'
    assert project.mistake() == f"tests/test_page.py:5: {hint}"


@pytest.mark.parametrize(
    ("written", "passes", "ends"),
    [
        ('since("1.0")', True, "1 passed"),
        ('since("1.0")', False, "1 failed"),
        ('since("9.0")', False, "1 xfailed"),
        ('since("9.0")', True, "1 failed"),
        ('until("1.0")', False, "1 xfailed"),
        ('until("1.0")', True, "1 failed"),
        ('until("9.0")', True, "1 passed"),
    ],
)
def test_a_proof_fails_just_where_its_mark_says_so(project, written, passes, ends):
    mark(project, f"@pytest.mark.{written}")
    project.replace("tests/test_page.py", "assert app.text", f"assert {passes}")
    shutil.copy(ROOT / "pyproject.toml", project.root)
    ended = project.run("pytest", "-q", "-p", "no:cacheprovider", "--rootdir=.", "tests/test_page.py")

    assert re.search(rf"^{ends} in ", ended.stdout, re.MULTILINE), ended.stdout


@pytest.mark.parametrize(
    ("engine", "does", "ends"),
    [
        ("apptest", "assert True", "1 passed"),
        ("apptest", "app.reload()", "1 failed"),
        ("server", "assert True", "1 failed"),
        ("server", "app.reload()", "1 xfailed"),
        ("server", "assert False", "1 xfailed"),
        ("server", "raise ImportError", "1 failed"),
    ],
)
def test_a_proof_fails_just_on_the_engines_that_it_does_not_name(project, engine, does, ends):
    mark(project, f'@pytest.mark.engines("{engine}", reason="of this")')
    project.replace("tests/test_page.py", "assert app.text", does)
    shutil.copy(ROOT / "pyproject.toml", project.root)
    ended = project.run("pytest", "-q", "-rxX", "-p", "no:cacheprovider", "--rootdir=.", "tests/test_page.py")

    assert re.search(rf"^{ends} in ", ended.stdout, re.MULTILINE), ended.stdout
    assert ("of this" in ended.stdout) == (engine == "server" and "ImportError" not in does)


def test_a_proof_that_ends_in_another_error_is_not_expected_to(project):
    mark(project, '@pytest.mark.until("1.0")')
    project.replace("tests/test_page.py", "assert app.text", "raise ImportError")
    shutil.copy(ROOT / "pyproject.toml", project.root)
    ended = project.run("pytest", "-q", "-p", "no:cacheprovider", "--rootdir=.", "tests/test_page.py")

    assert "1 failed in" in ended.stdout
