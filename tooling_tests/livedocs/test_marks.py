"""How proofs end whose claims do not hold on the Streamlit that runs them."""

import pytest

PROOF = """
import pytest

@pytest.mark.until("1.30")
def test_of_old_versions():
    raise {raised}("this is the traceback")
"""

# What a report holds, whether pytest shows it or not.
CONFTEST = """
def pytest_runtest_logreport(report):
    print(report.longreprtext)
"""


@pytest.mark.parametrize(
    ("raised", "words", "shown"),
    [
        ("AssertionError", (), False),
        ("AssertionError", ("--xfail-tb",), True),
        ("AssertionError", ("--runxfail",), True),
        ("TypeError", (), True),
    ],
)
def test_an_expected_failure_has_no_traceback(project, raised, words, shown):
    """Otherwise pytest parses the module for each of them, which takes longer than the proofs."""
    project.write("tests/test_page.py", PROOF.format(raised=raised))
    project.write("pytest.ini", "[pytest]\nmarkers =\n  until(version): up to this version\n")
    project.write("conftest.py", CONFTEST)
    result = project.run(
        "pytest",
        "-p",
        "streamlit_engines.plugin",
        "-p",
        "livedocs.versions.marks",
        "--tb=short",
        "-s",
        *words,
        "tests",
    )

    assert ("test_page.py:6: in test_of_old_versions" in result.stdout) == shown, result.stdout + result.stderr
    assert ("1 xfailed" in result.stdout) == (raised == "AssertionError" and "--runxfail" not in words)
