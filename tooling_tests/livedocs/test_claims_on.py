"""What `make claims` tells a team about its Streamlit."""

import asyncio
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from livedocs.versions import claims_on, environment

ROOT = Path(__file__).parents[2]
REPORT = """\
# Claims on Streamlit 1.50.1

- 2 claims hold on 1.50.1, 1 of them not on 1.67.0.
- 2 claims hold on 1.67.0, but not on 1.50.1.
- Not listed because they use what 1.50.1 doesn't have: 1, on `st.text_input(bind=)` 1.
- Left out because only a browser can show them: 1.
- Left out because the AppTest of 1.50.1 can't show them: 1.
- results/apptest/1.50.0.json says the same.

## Hold on 1.67.0, but not on 1.50.1

### Page

- A new claim.~
  docs/page.md#test_new (tests/test_page.py:18)~
  `` ValueError: `no` ``

## Hold on 1.50.1, but not on 1.67.0

### Page

- Up to 1.50 a claim.~
  docs/page.md#test_old (tests/test_page.py:12)
""".replace("~", "  ")
LACKING = """\
- A claim on an argument.~
  https://example.org/site/page/#test_bound (tests/test_page.py:24)~
  `TypeError: TextWidgetsMixin.text_input() got an unexpected keyword argument 'bind'`
""".replace("~", "  ")

INSTEAD = "write STREAMLIT=1.50.0, or a file, as in STREAMLIT=../app/uv.lock"


@pytest.fixture
def claims(project, monkeypatch):
    """Return a function that runs the command on proofs of which some fail."""
    project.claim("Up to 1.50 a claim.", 'until("1.50")', name="test_old")
    project.claim("A new claim.", 'since("1.51")', name="test_new")
    project.claim("A claim on an argument.", 'since("1.51")', name="test_bound")
    project.claim("A late claim.", 'apptest_since("1.51", reason="it hangs")', name="test_late")
    project.claim("A claim in a browser.", 'engines("server", reason="AppTest has no tabs")', name="test_browser")
    project.record("test_old", version="1.67.0")
    project.record("test_new", "test_bound", "test_late", version="1.50.0")
    project.write("app/uv.lock", '[[package]]\nname = "streamlit"\nversion = "1.50.1"\n')
    monkeypatch.chdir(project.root)
    monkeypatch.delenv("SITE_URL", raising=False)
    bound = "TypeError: TextWidgetsMixin.text_input() got an unexpected keyword argument 'bind'"
    shown = {"test_new": "ValueError: `no`", "test_bound": bound, "test_late": "x"}

    async def measure(_root, _version, keys, told):
        for done in range(len(keys) + 1):
            told(done)
        why = "IndexError: list index out of range\nmore"
        failed = {name: {"held": False, "why": why, "seen": [text]} for name, text in shown.items()}
        return {key: failed.get(key[1], {"held": True, "why": "", "seen": []}) for key in keys}

    def run(*words):
        monkeypatch.setattr(sys, "argv", ["claims_on", *words])
        return claims_on.main()

    monkeypatch.setattr(claims_on, "measure", measure)
    run.shown = shown
    return run


@pytest.mark.parametrize(("name", "source"), [("1.50.1", ""), ("app/uv.lock", "app/uv.lock (package streamlit)")])
def test_the_report_on_a_version_or_on_the_version_of_a_lock(claims, project, capsys, name, source):
    assert claims(name, "--strict", "--markdown", "report.md") == 0
    printed = capsys.readouterr()
    report = REPORT.replace("1\n", f"1\n\nFrom {source}.\n", 1) if source else REPORT
    assert printed.out == report == project.text("report.md")
    assert printed.err.splitlines() == [
        *([f"streamlit 1.50.1, from {source}"] if source else []),
        "Running the proofs on Streamlit 1.50.1 ...",
        *(f"{done} of 5 proofs run" for done in range(1, 6)),
    ]


def test_claims_about_what_the_version_lacks_are_listed_on_request(claims, capsys, monkeypatch):
    monkeypatch.setenv("SITE_URL", "https://example.org/site/")

    assert claims("1.50.1", "--all") == 0
    out = capsys.readouterr().out
    assert LACKING in out
    assert "\n- Because they use what 1.50.1 doesn't have: 1, on `st.text_input(bind=)` 1.\n" in out


def test_a_difference_from_the_records_fails_on_request(claims, capsys):
    claims.shown.clear()
    claims.shown["test_app"] = "x"

    assert claims("1.50.0") == 0
    differing = "page::test_app, page::test_new, page::test_bound"
    assert f"\n- results/apptest/1.50.0.json differs: {differing}.\n" in capsys.readouterr().out
    assert claims("1.50.0", "--strict") == 1


def test_a_version_without_records(claims, project, capsys):
    assert claims("1.66.0") == 0
    assert "\n- No results of 1.66.0 to compare with.\n" in capsys.readouterr().out
    assert claims("1.66.0", "--strict") == 1

    shutil.rmtree(project.root / "results")
    assert claims("1.66.0") == "no results to compare with: run `make versions`"


def test_the_newest_version_lists_nothing_twice(claims, capsys):
    claims.shown.clear()
    claims.shown["test_old"] = "x"

    assert claims("1.67.0", "--strict") == 0
    assert "\n## " not in capsys.readouterr().out


def test_progress_counts_the_characters_that_pytest_prints(tmp_path):
    told = []
    text = "note\n..- [ 60%]\n?.\n-- a line\n"

    assert asyncio.run(environment._output(["echo", "-n", text], tmp_path, told.append)) == text.strip()  # noqa: SLF001 (no environment)
    assert told[-1] == 5


@pytest.mark.parametrize(
    ("why", "seen", "says"),
    [
        ("IndexError: list index out of range", ["a\n\nb", "c"], "a\n\nb"),
        ("IndexError: list index out of range", [], ""),
        ("""assert (True, ["sent...', 'order']"]) == (True, ["sent: ['order']"])""", [], ""),
        ("assert 'Bob' == 'Ann'\n - Ann", [], "the app shows something else: 'Bob', not 'Ann'"),
        ("AssertionError: assert 0 == 1", [], "the app shows something else: 0, not 1"),
        ("RuntimeError: timed out", [], "RuntimeError: timed out"),
        ("", ["word " * 50], "word " * 39 + "…"),
    ],
)
def test_the_reason(why, seen, says):
    assert claims_on.useful(why, seen) == " ".join(says.split())


@pytest.mark.parametrize(
    ("shown", "lacks"),
    [
        ("AttributeError: module 'streamlit' has no attribute 'fragment'", "st.fragment"),
        ("TypeError: rerun() got an unexpected keyword argument 'scope'", "st.rerun(scope=)"),
        ("TypeError: CacheDataAPI.__call__() got an unexpected keyword argument 'scope'", "st.cache_data(scope=)"),
        ("ModuleNotFoundError: No module named 'streamlit.testing.v1.errors'", "streamlit.testing.v1.errors"),
        ("TypeError: 'str' object is not callable", ""),
    ],
)
def test_a_command_or_argument_that_the_version_lacks(shown, lacks):
    assert claims_on.Entry("page", "Page", None, shown).lacking() == lacks


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("app/requirments.txt", "app/requirments.txt doesn't exist: do you mean app/requirements.txt?"),
        ("nowhere/uv.lock", "nowhere/uv.lock doesn't exist"),
        ("uv.lock", "uv.lock doesn't exist"),
        ("app", "app is a folder: name a file in it, such as app/uv.lock or app/requirements.txt"),
        ("docs", "docs is a folder: name a file in it, such as uv.lock"),
        ("1.11.0", "1.11.0 has no AppTest: name a version from 1.28 on"),
        ("app/old.txt", "1.11.0 has no AppTest: name a version from 1.28 on"),
        *(
            (name, f"STREAMLIT={name} names neither a version nor a file: {INSTEAD}")
            for name in ("", "latest", ">=1.32")
        ),
    ],
)
def test_names_of_no_version(claims, project, name, says):
    project.write("app/requirements.txt", "")
    project.write("app/old.txt", "streamlit==1.11.0")

    assert claims(name) == says


@pytest.mark.parametrize(
    ("streamlit", "passed"),
    [("1.50.0", "1.50.0"), ("app/uv.lock", "{}/app/uv.lock"), (".", "{}/."), ("/x", "/x")],
)
def test_the_action_reads_the_checkout_and_not_its_own_files(tmp_path, streamlit, passed):
    """Its folder has a requirements.txt, which a checkout may lack."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/make").write_text('#!/bin/sh\necho "$STREAMLIT $SITE_URL $*"\n')
    (tmp_path / "bin/make").chmod(0o755)
    step = yaml.safe_load((ROOT / "action.yml").read_text())["runs"]["steps"][1]
    environment = {"GITHUB_ACTION_PATH": "/w/_actions/me/docs/v1", "GITHUB_STEP_SUMMARY": "/s", "STREAMLIT": streamlit}
    environment |= {"PATH": f"{tmp_path}/bin:{os.environ['PATH']}"}

    command = ["/bin/bash", "-ec", step["run"]]
    out = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True).stdout
    assert out == f"{passed.format(tmp_path)} https://me.github.io/docs/ -C /w/_actions/me/docs/v1 claims REPORT=/s\n"
