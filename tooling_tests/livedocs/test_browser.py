"""A browser is looked for in `CHROMIUM`, with Playwright, on `PATH`, and with apt, in this order."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
INSTALLING = "No Chromium found: installing Debian's.\n"
NONE = "no Chromium: install it, or run `.venv/bin/playwright install chromium`, or set CHROMIUM to its path\n"


@pytest.fixture
def machine(tmp_path):
    """Return a machine on which there is nothing yet."""
    return Machine(tmp_path)


class Machine:
    """Programs in a folder of their own, the only one on `PATH`."""

    def __init__(self, folder):
        """Begin without any."""
        self.folder = folder
        self.environment = {
            **{name: value for name, value in os.environ.items() if name not in {"CHROMIUM", "PATH"}},
            "PATH": str(folder),
            "PYTHONPATH": str(ROOT),
            "PLAYWRIGHT_BROWSERS_PATH": str(folder / "playwright"),
        }

    def program(self, path, script=""):
        """Make a program and return its path."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"#!/bin/sh\n{script}\n")
        file.chmod(0o755)
        return str(file)

    def playwright(self):
        """Put a browser where Playwright would."""
        ask = "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"
        return self.program(self.python(ask).stdout.strip())

    def drive(self, user=1000, **variables):
        """Run the module as root (0) or another, and return its status, output and errors."""
        code = (
            f"import os, runpy\nos.geteuid = lambda: {user}\n"
            "runpy.run_module('streamlit_engines.browser', run_name='__main__')"
        )
        ended = self.python(code, **variables)
        return ended.returncode, ended.stdout, ended.stderr

    def python(self, code, **variables):
        """Run Python on this machine."""
        environment = self.environment | variables
        return subprocess.run(
            [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False
        )


def test_the_variable_goes_first(machine):
    machine.program("chromium")
    machine.playwright()
    mine = machine.program("mine/browser")

    assert machine.drive(CHROMIUM=mine) == (0, f"Tests drive {mine}\n", "")


def test_the_variable_may_be_a_name(machine):
    mine = machine.program("mine")

    assert machine.drive(CHROMIUM="mine") == (0, f"Tests drive {mine}\n", "")


def test_the_variable_may_be_wrong(machine):
    machine.program("chromium")

    hint = "CHROMIUM=mine is not a program: set it to the path of a Chromium or Chrome\n"
    assert machine.drive(CHROMIUM="mine") == (1, "", hint)


def test_playwright_s_own_goes_before_those_on_path(machine):
    machine.program("chromium")
    own = machine.playwright()

    assert own.startswith(str(machine.folder / "playwright"))
    assert machine.drive() == (0, f"Tests drive {own}\n", "")


def test_chromium_goes_before_chrome_and_both_before_an_installation(machine):
    machine.program("apt-get", "exit 1")
    chrome = machine.program("google-chrome")
    assert machine.drive(user=0) == (0, f"Tests drive {chrome}\n", "")

    chromium = machine.program("chromium")
    assert machine.drive(user=0) == (0, f"Tests drive {chromium}\n", "")


def test_root_installs_debian_s(machine):
    chromium, calls = machine.folder / "chromium", machine.folder / "calls"
    machine.program(
        "apt-get",
        f'echo "$@" >> {calls}; echo noise; [ "$2" = update ] || {{ echo > {chromium}; /bin/chmod +x {chromium}; }}',
    )

    assert machine.drive(user=0) == (0, f"Tests drive {chromium}\n", INSTALLING)
    assert calls.read_text() == "--quiet update\n--quiet install --yes --no-install-recommends chromium\n"


def test_an_installation_may_fail(machine):
    machine.program("apt-get", "echo no network >&2; exit 100")

    assert machine.drive(user=0) == (1, "", f"{INSTALLING}no network\nno network\n{NONE}")


def test_others_than_root_are_told(machine):
    machine.program("apt-get", "exit 1")

    assert machine.drive() == (1, "", NONE)


def test_without_apt_root_is_told(machine):
    assert machine.drive(user=0) == (1, "", NONE)
