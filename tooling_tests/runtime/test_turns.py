"""Threads that take turns, in Pyodide: with and without JSPI."""

import json
import os
import re
import signal
import subprocess
from functools import cache
from pathlib import Path

import pytest

from livedocs.runtime.archives import NODE

ROOT = Path(__file__).parents[2]
DRIVER = Path(__file__).with_name("turns.mjs")
CASES = re.findall(
    r"^(?:async )?def (both|jspi|plain)_(\w+)", DRIVER.with_name("turns_cases.py").read_text("utf-8"), re.MULTILINE
)
RUNS = [(mode, f"{kind}_{name}") for mode in ("jspi", "plain") for kind, name in CASES if kind in {"both", mode}]
RUNS += [("old", "plain_nested_waits"), ("old", "plain_loop_without_a_wait")]
pytestmark = pytest.mark.timeout(480)


@cache
def errors(mode):
    """Run the cases of a mode in one process; return the error of each, which is empty if there is none."""
    names = [name for mode_, name in RUNS if mode_ == mode]
    command = [NODE, "--experimental-wasm-jspi", DRIVER, ROOT, mode, *names]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8", start_new_session=True) as process:
        try:
            output, _ = process.communicate(timeout=450)
        except subprocess.TimeoutExpired:  # Python has never returned to JavaScript
            os.killpg(process.pid, signal.SIGKILL)
            output, _ = process.communicate()
    results = map(json.loads, output.splitlines())
    return {result["name"]: result["error"] for result in results}


@pytest.mark.parametrize(("mode", "case"), RUNS, ids=map(" ".join, RUNS))
def test_case(mode, case):
    assert errors(mode).get(case, "did not end, or one before it did not") == ""
