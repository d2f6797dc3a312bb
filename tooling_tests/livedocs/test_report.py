"""What a team is told of the claims on its Streamlit."""

import shutil
import sys
from pathlib import Path

import pytest

from livedocs.versions import claims_on
from livedocs.versions.matrix import NotMeasuredError

ROOT = Path(__file__).parents[2]
TESTS = '''\
import pytest


def test_app(run):
    """A claim."""
    assert run("page/app.py").text[0].value


@pytest.mark.until("1.50")
def test_old(run):
    """Up to 1.50 a claim."""
    assert run("page/app.py").text[0].value


@pytest.mark.since("1.51")
def test_new(run):
    """A new claim."""
    assert run("page/app.py").text[0].value


@pytest.mark.apptest_since("1.51", reason="it hangs")
def test_late(run):
    """A late claim."""
    assert run("page/app.py").text[0].value


@pytest.mark.engines("server", reason="AppTest has no tabs")
def test_browser(run):
    """A claim in a browser."""
    assert run("page/app.py").url
'''
REPORT = """\
Claims on Streamlit 1.50.1
2 claims hold, 1 of them not on 1.67.0.
1 do not hold, and do on 1.67.0.
Left out are 1 that only a browser can show and 1 that the AppTest of 1.50.1 cannot.
None fare otherwise than results/1.50.0.json says.

Hold on 1.67.0, but not on 1.50.1
  tests/test_page.py:16: A new claim.
    ValueError: `no`

Hold on 1.50.1, but not on 1.67.0
  tests/test_page.py:10: Up to 1.50 a claim.
"""
MARKDOWN = """\
## Claims on Streamlit 1.50.1

- 2 claims hold, 1 of them not on 1.67.0.
- 1 do not hold, and do on 1.67.0.
- Left out are 1 that only a browser can show and 1 that the AppTest of 1.50.1 cannot.
- None fare otherwise than results/1.50.0.json says.

### Hold on 1.67.0, but not on 1.50.1

- A new claim.
  <br>tests/test_page.py:16
  <br>`` ValueError: `no` ``

### Hold on 1.50.1, but not on 1.67.0

- Up to 1.50 a claim.
  <br>tests/test_page.py:10
"""


@pytest.fixture
def claims(project, monkeypatch):
    """Return a function that runs the command on proofs of which some fail."""
    project.write("tests/test_page.py", TESTS)
    project.record("test_old", version="1.67.0")
    project.record("test_new", "test_late", version="1.50.0")
    monkeypatch.chdir(project.root)
    lost = {"test_new", "test_late"}

    async def measure(_root, _version, keys):
        failed = {"held": False, "why": "IndexError: list index out of range\nmore", "seen": ["ValueError: `no`"]}
        return {key: failed if key[1] in lost else {"held": True, "why": "", "seen": []} for key in keys}

    def run(*words):
        monkeypatch.setattr(sys, "argv", ["report", *words])
        return claims_on.main()

    monkeypatch.setattr(claims_on, "measure", measure)
    run.lost = lost
    return run


def test_what_holds_and_what_does_not(claims, project, capsys):
    assert claims("1.50.1", "--strict", "--markdown", "claims_on.md") == 0
    assert capsys.readouterr().out == REPORT
    assert (project.root / "claims_on.md").read_text() == MARKDOWN


def test_what_differs_from_the_results_fails_if_that_is_asked(claims, capsys):
    claims.lost.clear()
    claims.lost.add("test_app")

    assert claims("1.50.0") == 0
    assert (
        "\n2 fare otherwise than results/1.50.0.json says: page::test_app, page::test_new.\n" in capsys.readouterr().out
    )
    assert claims("1.50.0", "--strict") == 1


def test_a_version_without_results(claims, capsys):
    assert claims("1.66.0") == 0
    assert "\nThere are no results of 1.66.0 to compare with.\n" in capsys.readouterr().out
    assert claims("1.66.0", "--strict") == 1


def test_the_newest_says_nothing_twice(claims, capsys):
    claims.lost.clear()
    claims.lost.add("test_old")

    assert claims("1.67.0", "--strict") == 0
    assert capsys.readouterr().out.splitlines()[1:3] == [
        "3 claims hold, 0 of them not on 1.67.0.",
        "0 do not hold, and do on 1.67.0.",
    ]


def test_without_results_there_is_nothing_to_say(claims, project):
    shutil.rmtree(project.root / "results")

    assert claims("1.50.0") == "there are no results to compare with: run `make versions`"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("requirements.txt", "pandas\nstreamlit==1.50.1  # locked\n"),
        ("requirements.txt", "streamlit-extras==0.5\nstreamlit[charts] == 1.50.1 ; python_version > '3.9'\n"),
        ("requirements.txt", "streamlit==1.50.1 \\\n    --hash=sha256:ab\n"),
        ("uv.lock", '[[package]]\nname = "streamlit"\nversion = "1.50.1"\n'),
        ("pylock.toml", '[[packages]]\nname = "streamlit"\nversion = "1.50.1"\n'),
        ("Pipfile.lock", '{"default": {"streamlit": {\n"hashes": ["a"],\n"version": "==1.50.1"}}}'),
    ],
)
def test_the_version_that_a_team_has_locked(claims, project, capsys, name, text):
    project.write(f"app/{name}", text)

    assert claims(f"app/{name}") == 0
    assert capsys.readouterr().out == REPORT


@pytest.mark.parametrize("text", ["streamlit>=1.50\n", "streamlit-nightly==1.50.1\n", "# streamlit==1.50.1\n"])
def test_a_file_that_locks_none(tmp_path, text):
    file = tmp_path / "requirements.txt"
    file.write_text(text)

    with pytest.raises(NotMeasuredError, match=r"requirements.txt pins no Streamlit as `streamlit==1.50.0` does"):
        claims_on.pinned(file)
