"""The first test of the page about testing passes with its app, and fails with the broken one as the page shows."""

import re
import subprocess
import sys

from tooling_tests.livedocs.conftest import ROOT

PAGE = (ROOT / "docs/testing.md").read_text("utf-8")


def test_the_first_test(tmp_path):
    test = re.search(r"`test_likes\.py`:\n\n``` python\n(.*?)```", PAGE, re.DOTALL)[1]
    tmp_path.joinpath("test_likes.py").write_text(test, "utf-8")

    def output(app):
        text = (ROOT / "snippets/testing" / app).read_text("utf-8")
        tmp_path.joinpath("likes.py").write_text(text, "utf-8")
        command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", f"--rootdir={tmp_path}", "test_likes.py"]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False).stdout

    passed, failed = output("likes.py"), output("likes_behind.py")
    assert "1 passed" in passed.splitlines()[-1]
    assert "1 failed" in failed.splitlines()[-1]
    for line in re.search(r"``` text\n(>  .*?)```", PAGE, re.DOTALL)[1].splitlines():
        assert line in failed.splitlines()
