"""Copied code and tests work where the page says to save them."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from livedocs.model.snippets import Snippet

# No test notices it, but each AppTest would search all installed packages for components.
CONFTEST = """
from functools import cache
from streamlit.components.v2 import manifest_scanner

manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)
"""


def test_code_is_the_snippet(site, blocks):
    for block in blocks:
        snippet = Snippet(site.parent, block.snippet)
        folder = snippet.entrypoint.parent

        assert block.files == {path.relative_to(folder).as_posix(): text for path, text in snippet.files.items()}


def test_copies_have_the_imports_that_they_need_in_order(blocks, tmp_path):
    save(blocks, tmp_path)
    command = [Path(sys.executable).with_name("ruff"), "check", "--isolated", "--select=F,E9,I", "--quiet"]
    tests = [file for file in tmp_path.rglob("test_*.py") if file.parent.parent == tmp_path]
    found = subprocess.run([*command, *tests], stdout=subprocess.PIPE, text=True, check=False)

    assert len(tests) > 500
    assert found.stdout == ""
    assert not any(mark in block.test for block in blocks for mark in ("mark.since", "mark.until", "livedocs"))


@pytest.mark.timeout(300)
@pytest.mark.parametrize("step", [20, pytest.param(1, marks=pytest.mark.full)])
def test_copies_pass_on_their_own(blocks, tmp_path, step):
    blocks = [block for block in blocks if not in_browser(block)][::step]
    save(blocks, tmp_path)
    (tmp_path / "conftest.py").write_text(CONFTEST)
    ended = run_tests(tmp_path)

    outlived = sum(block.test.count("\n@pytest.mark.xfail(") for block in blocks)
    assert ended.get("xfailed", 0) == outlived
    assert ended["passed"] >= sum(block.test.count("\ndef test_") for block in blocks) - outlived


@pytest.mark.timeout(300)
@pytest.mark.parametrize("step", [40, pytest.param(1, marks=pytest.mark.full)])
def test_copies_that_need_a_browser_pass_with_the_plugin(blocks, tmp_path, step):
    # `make full` runs each in the browser; a few show here that the copies are complete.
    blocks = [block for block in blocks if in_browser(block)][::step]
    save(blocks, tmp_path)
    apptest = run_tests(tmp_path)
    few = [f"{block.snippet.split('/')[0]}/{block.save_as}" for block in blocks[::10]]
    browser = run_tests(tmp_path, "--engine=server", *few)

    assert apptest["xfailed"] >= len(blocks)
    assert browser["passed"] >= len(few)
    assert all(block.command.startswith("pytest --engine=server ") for block in blocks)


def in_browser(block):
    """Tell whether a copied test needs the plugin."""
    return "mark.engines(" in block.test


def save(blocks, folder):
    """Save files and tests as the blocks say."""
    for block in blocks:
        topic = folder / block.snippet.split("/")[0]
        beside = topic / block.beside
        for name, text in block.files.items():
            file = beside if beside.suffix == ".py" else beside / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        (topic / block.save_as).write_text(block.test, "utf-8")
    (folder / "pytest.ini").write_text("[pytest]\n")


def run_tests(folder, *options):
    """Run pytest there and return how many tests ended in each way."""
    words = ["-q", "-W", "error", "-p", "no:cacheprovider", "--import-mode=importlib"]
    result = subprocess.run(
        [sys.executable, "-P", "-m", "pytest", *words, *options],
        cwd=folder,
        env={name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PYTEST"))},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return {outcome: int(count) for count, outcome in re.findall(r"(\d+) (\w+)", result.stdout.splitlines()[-1])}
