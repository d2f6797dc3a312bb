"""How proofs of other versions fail."""

import pytest

PROOFS = """
import pytest

@pytest.mark.until("1.30")
def test_expected():
    raise AssertionError("so the claim does not hold")

@pytest.mark.until("1.30")
def test_mistake():
    raise TypeError("not how a claim fails")
"""
# Prints each report, even if pytest doesn't show it.
CONFTEST = """
def pytest_runtest_logreport(report):
    print(report.longreprtext)
"""


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ((), ["mistake"]),
        pytest.param(("--xfail-tb",), ["expected", "mistake"], marks=pytest.mark.full),
        pytest.param(("--runxfail",), ["expected", "mistake"], marks=pytest.mark.full),
    ],
)
def test_an_expected_failure_has_no_traceback(project, words, shown):
    """For a traceback, pytest parses the whole module, which takes longer than the proof."""
    project.write("tests/test_page.py", PROOFS)
    project.write("conftest.py", CONFTEST)
    project.write("pytest.ini", "[pytest]\nmarkers =\n  until(version): up to this version\n")
    plugins = ("-p", "streamlit_engines.plugin", "-p", "livedocs.versions.marks")
    said = project.run("pytest", *plugins, "--tb=short", "-s", *words, "tests").stdout

    assert [name for name in ("expected", "mistake") if f"in test_{name}" in said] == shown, said
    assert ("1 failed, 1 xfailed" in said) == ("--runxfail" not in words)
