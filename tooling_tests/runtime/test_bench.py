"""What `make bench` is made of: both sides run an app and are measured, and the table says what was missed."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from livedocs.qa.bench.__main__ import report

ROOT = Path(__file__).parents[2]


def bench(*arguments):
    """Run the command."""
    command = [sys.executable, "-m", "livedocs.qa.bench", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.timeout(240)  # Python in WebAssembly takes a while to start, twice
def test_round():
    """A round gives each side's milliseconds, requests and megabytes, and our steps, which make up the time."""
    done = bench("1", "--cold")
    assert done.returncode == 0, done.stderr
    rows = dict(re.findall(r"^(first app, cold|requests|megabytes) {2,}(.*)$", done.stdout, re.MULTILINE)[:3])
    times, requests, megabytes = ([float(cell) for cell in rows[name].split()[:2]] for name in rows)
    steps = [float(cell) for cell in done.stdout.split("step by step")[1].splitlines()[2].split()[3:]]

    assert all(1000 < time < 120_000 for time in times)
    assert all(20 < count < 100 for count in requests)
    assert all(5 < size < 20 for size in megabytes)
    assert len(steps) == 5
    assert all(step >= 0 for step in steps)  # Python may be there before its frame
    assert steps[0] > 0 < steps[-1]
    assert sum(steps) == pytest.approx(times[0], rel=0.25)


def test_report(capsys):
    """The ratio is that of the medians; a goal counts as missed when the ratio is above it."""
    ours = [{"first app, cold": time, "second app": 100} for time in (100, 900, 200)]
    stlite = [{"first app, cold": 500, "second app": 990} for _ in ours]

    assert report(ours, stlite) == ["second app"]
    table = capsys.readouterr().out
    assert re.search(r"^first app, cold +200 +100-900 +500 +0.40 +<= 0.4: met$", table, re.MULTILINE)
    assert re.search(r"^second app +100 +990 +0.10 +<= 0.1: missed$", table, re.MULTILINE)
    assert table.endswith("Goals missed: second app\n")


@pytest.mark.parametrize("rounds", ["0", "-1", "many"])
def test_rounds(rounds):
    """What is no number of rounds is refused."""
    done = bench("--", rounds)

    assert done.returncode == 2
    assert f"'{rounds}' is not a number of rounds: give 1 or more" in done.stderr
