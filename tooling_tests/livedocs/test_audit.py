"""`python -m livedocs.qa.audit` tells what is vulnerable apart from what could not be asked."""

import json
import subprocess

import pytest

from livedocs.qa import audit

SAFE = {"name": "a", "version": "1.0", "vulns": []}
HOLED = {"name": "b", "version": "2.0", "vulns": [{"id": "PYSEC-1", "fix_versions": ["2.1"]}]}
UNKNOWN = {"name": "c", "skip_reason": "not found"}
NPM_SAFE = {"vulnerabilities": {}}
NPM_HOLED = {"vulnerabilities": {"d": {"range": "<3", "severity": "high"}}}
NOTICES = (
    "Introduction\n\n====\na 1.0\nMIT, https://example.org/a\n\nText\n\n====\nb 2.0\nApache-2.0 OR MIT, https://x/b\n"
)


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Return a function that runs the command on what the tools say; it returns the status and what is printed."""
    monkeypatch.setattr(audit, "RUNTIME", tmp_path)
    (tmp_path / audit.NAME).write_text(NOTICES)

    def run(python, npm, errors=""):
        def say(command, **_):
            said = npm if command[0] == "npm" else python
            return subprocess.CompletedProcess(command, 1, said if isinstance(said, str) else json.dumps(said), errors)

        monkeypatch.setattr(audit.subprocess, "run", say)
        return audit.main(), capsys.readouterr().out

    return run


def test_nothing_is_vulnerable(run):
    status, printed = run({"dependencies": [SAFE]}, NPM_SAFE)
    assert status == 0
    assert printed.splitlines() == [
        *(f"{lock}: 0 known vulnerabilities" for lock in (*audit.PYTHON_LOCKS, "package-lock.json")),
        "The site ships:",
        "  a 1.0: MIT",
        "  b 2.0: Apache-2.0 OR MIT",
    ]


def test_what_is_vulnerable_fails(run):
    status, printed = run({"dependencies": [SAFE, HOLED]}, NPM_SAFE)
    assert status == 1
    assert "requirements.txt: 1 known vulnerabilities\n  b 2.0: PYSEC-1, mended in 2.1\n" in printed

    status, printed = run({"dependencies": [SAFE]}, NPM_HOLED)
    assert status == 1
    assert "package-lock.json: 1 known vulnerabilities\n  d <3: high\n" in printed


def test_what_could_not_be_asked_is_said(run):
    refused = {"message": "405 Method Not Allowed"}
    status, printed = run({"dependencies": [SAFE, UNKNOWN]}, refused)
    assert status == 0
    assert "requirements.txt: 0 known vulnerabilities (NOT ASKED: 1 of 2 packages are not known there)\n" in printed
    assert "package-lock.json: 0 known vulnerabilities (NOT ASKED: 405 Method Not Allowed)\n" in printed

    status, printed = run("", "", "trace\nno network")
    assert status == 0
    assert "requirements.txt: 0 known vulnerabilities (NOT ASKED: no network)\n" in printed


def test_locks_are_all_looked_at():
    """Each lock of the repository is one of those that are asked about."""
    listed = subprocess.run(["git", "ls-files"], capture_output=True, text=True, check=True)  # noqa: S607
    locks = {path for path in listed.stdout.splitlines() if path.endswith(("requirements.txt", "package-lock.json"))}
    assert locks == {*audit.PYTHON_LOCKS, "package-lock.json"}
