"""What `make soak` is made of: rounds in random order on a busy processor, until a proof fails."""

import re
import resource
import shlex
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

from livedocs.qa.soak import busy

ROOT = Path(__file__).parents[2]
# Tests that note in which order they run, and fail from the second round on.
PROOFS = """\
from pathlib import Path

import pytest

ORDER = Path("order")


@pytest.mark.parametrize("number", range(20))
def test(number):
    with ORDER.open("a") as order:
        print(number, file=order)
    assert len(ORDER.read_text().split()) <= 20
"""


def test_the_first_failure_stops_it_and_can_be_repeated(project):
    """A round has an order of its own, which its seed gives again."""
    shutil.copy(ROOT / "pyproject.toml", project.root)
    project.write("tests/test_page.py", PROOFS)
    order = project.root / "order"
    ended = project.run("livedocs.qa.soak", "--rounds=3", "--seed=7", "apptest")
    *first, second = map(int, order.read_text().split())

    assert ended.returncode == 1
    assert re.fullmatch(
        r"apptest, round 1 of 3, seed 7: 20 passed in \S+s\napptest, round 2 of 3, seed 8: 1 failed in \S+s\n",
        ended.stdout,
    )
    assert sorted(first) == list(range(20)) != first
    assert first[0] != second
    assert f"FAILED tests/test_page.py::test[{second}]" in ended.stderr
    *_, again, _, at_rest = ended.stderr.splitlines()
    for command in (again, at_rest):
        order.unlink()
        subprocess.run(shlex.split(command), cwd=project.root, env=project.environment, check=True)
        assert int(order.read_text().split()[0]) == second


def test_workers_share_a_round(project):
    shutil.copy(ROOT / "pyproject.toml", project.root)
    note = "Path(f\"{number}-{os.environ['PYTEST_XDIST_WORKER']}\").touch()"
    project.write(
        "tests/test_page.py",
        "import os\nfrom pathlib import Path\n\nimport pytest\n\n\n"
        f'@pytest.mark.parametrize("number", range(20))\ndef test(number):\n    {note}\n',
    )
    ended = project.run("livedocs.qa.soak", "--seed=7", "--workers=2", "apptest")

    assert re.fullmatch(r"apptest, round 1 of 1, seed 7: 20 passed in \S+s\n", ended.stdout), ended.stderr
    assert {path.name.split("-")[1] for path in project.root.glob("*-gw*")} == {"gw0", "gw1"}


def test_no_proofs(project):
    """What finds nothing to run does not pass."""
    shutil.copy(ROOT / "pyproject.toml", project.root)
    project.write("tests/test_page.py", "")

    assert project.run("livedocs.qa.soak", "apptest").returncode == 1


def test_busy_processes_use_the_processor_and_end():
    used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    with busy(2) as processes:
        time.sleep(0.5)
        assert [process.poll() for process in processes] == [None, None]

    assert [process.returncode for process in processes] == [-signal.SIGKILL] * 2
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime > used + 0.1


def test_busy_processes_end_with_a_parent_that_is_killed():
    script = "import os; from livedocs.qa.soak import busy\nwith busy(2): os.kill(os.getpid(), 9)"
    killed = subprocess.run([sys.executable, "-c", script], cwd=ROOT, stdout=subprocess.PIPE, timeout=20, check=False)

    assert killed.returncode == -signal.SIGKILL  # `run` has waited for all that hold the pipe
