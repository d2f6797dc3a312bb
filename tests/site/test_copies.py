"""What a reader copies from a page works where the reader puts it."""

import os
import re
import subprocess
import sys

import pytest

from livedocs.snippets import Snippet

# Nothing that a test could notice, but each AppTest would look through all installed packages for components.
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


@pytest.mark.timeout(300)
def test_copies_pass_on_their_own(blocks, tmp_path):
    for block in blocks:
        folder = tmp_path / block.snippet.split("/")[0]
        beside = folder / block.beside
        for name, text in block.files.items():
            file = beside if beside.suffix == ".py" else beside / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        (folder / block.save_as).write_text(block.test, "utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    (tmp_path / "conftest.py").write_text(CONFTEST)
    result = subprocess.run(
        [
            sys.executable,
            "-P",
            "-m",
            "pytest",
            "-q",
            "-W",
            "error",
            "-p",
            "no:cacheprovider",
            "--import-mode=importlib",
        ],
        cwd=tmp_path,
        env={name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PYTEST"))},
        capture_output=True,
        text=True,
        check=False,
    )

    assert result.returncode == 0, result.stdout + result.stderr
    ended = {outcome: int(count) for count, outcome in re.findall(r"(\d+) (\w+)", result.stdout.splitlines()[-1])}
    outlived = sum(block.test.count("\n@pytest.mark.xfail(") for block in blocks)
    assert ended.get("xfailed", 0) == outlived
    assert ended["passed"] >= sum(block.test.count("\ndef test_") for block in blocks) - outlived
    assert not any(mark in block.test for block in blocks for mark in ("mark.since", "mark.until"))
    assert not any("livedocs" in block.test for block in blocks)
