"""A browser is searched in `CHROMIUM`, with Playwright, and on `PATH`; tests install none."""

import os
import subprocess
import sys

import pytest

INSTALLING = "No Chromium found: installing Debian's.\n"
NONE = "no Chromium: run `playwright install chromium`, or set CHROMIUM to the path of a Chromium or Chrome\n"
INSTALL = "runpy.run_module('streamlit_engines.browser', run_name='__main__')"


@pytest.fixture
def machine(tmp_path):
    """Return a machine without programs."""
    return Machine(tmp_path)


class Machine:
    """Programs in a folder, the only one on `PATH`."""

    def __init__(self, folder):
        """Start without programs."""
        self.folder = folder
        self.environment = {name: value for name, value in os.environ.items() if name != "CHROMIUM"} | {
            "PATH": str(folder),
            "PLAYWRIGHT_BROWSERS_PATH": str(folder / "playwright"),
        }

    def program(self, path, script=""):
        """Make a program and return its path."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"#!/bin/sh\n{script}\n")
        file.chmod(0o755)
        return str(file)

    def drive(self, code=INSTALL, user=1000, **variables):
        """Run code as root (0) or another user, and return its status, output, and errors."""
        ended = subprocess.run(
            [sys.executable, "-c", f"import os, runpy\nos.geteuid = lambda: {user}\n{code}"],
            env=self.environment | variables,
            capture_output=True,
            text=True,
            check=False,
        )
        return ended.returncode, ended.stdout, ended.stderr


def test_the_variable_goes_first_even_if_it_is_wrong(machine):
    machine.program("chromium")
    hint = "CHROMIUM=mine isn't a program: set it to the path of a Chromium or Chrome\n"
    assert machine.drive(CHROMIUM="mine", user=0) == (1, "", hint)

    mine = machine.program("mine")
    assert machine.drive(CHROMIUM="mine") == (0, f"Tests drive {mine}\n", "")


def test_playwright_s_own_goes_before_chromium_and_chrome(machine):
    machine.program("apt-get", "exit 1")
    for path in ("google-chrome", "chromium", None):
        ask = "from playwright.sync_api import *\nwith sync_playwright() as p: print(p.chromium.executable_path)"
        found = machine.program(path or machine.drive(ask)[1].strip())
        assert machine.drive(user=0) == (0, f"Tests drive {found}\n", "")
    assert found.startswith(str(machine.folder / "playwright"))


def test_the_command_installs_debian_s_for_root(machine):
    chromium, calls = machine.folder / "chromium", machine.folder / "calls"
    machine.program(
        "apt-get",
        f'echo "$@" >> {calls}; echo noise; [ "$2" = update ] || {{ echo > {chromium}; /bin/chmod +x {chromium}; }}',
    )
    assert machine.drive() == (1, "", NONE)

    assert machine.drive(user=0) == (0, f"Tests drive {chromium}\n", INSTALLING)
    assert calls.read_text() == "--quiet update\n--quiet install --yes --no-install-recommends chromium\n"


def test_an_installation_that_fails(machine):
    assert machine.drive(user=0) == (1, "", NONE)

    machine.program("apt-get", "echo no network >&2; exit 100")
    assert machine.drive(user=0) == (1, "", f"{INSTALLING}no network\nno network\n{NONE}")


def test_a_test_installs_nothing(machine):
    machine.program("apt-get", f"echo called >> {machine.folder}/calls")
    status, _, errors = machine.drive("from streamlit_engines.browser import *\nwith launch(): pass", user=0)

    assert (status, errors.splitlines()[-1]) == (1, f"streamlit_engines.browser.NoBrowserError: {NONE.strip()}")
    assert not (machine.folder / "calls").exists()
