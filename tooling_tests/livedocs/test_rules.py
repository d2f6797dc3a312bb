"""The marks of a proof and what AppTest has shown agree, or the build stops."""

from livedocs.model.proofs import load
from livedocs.versions import results


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
