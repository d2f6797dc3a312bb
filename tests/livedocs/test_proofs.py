"""Tests are proofs: each has a claim and a snippet of its own."""

import pytest


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
        (b"# caf\xe9\n", 1, "'utf-8' codec can't decode byte 0xe9 in position 5: invalid continuation byte"),
        (b"x = 1\n\0\n", 1, "source code string cannot contain null bytes"),
    ],
)
def test_a_module_that_is_not_python(project, text, line, what):
    project.write("tests/test_page.py", text)

    assert project.mistake() == f"tests/test_page.py:{line}: this is not Python ({what}): mend it"
