"""The browser that the tests drive: found, or installed where that may be done; and what it is shown."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, sync_playwright

ON_PATH = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class NoBrowserError(Exception):
    """No Chromium, and none can be installed: the message says what to do."""


def find() -> str | None:
    """Return the path of a Chromium: the one in `CHROMIUM`, Playwright's own, or the first on `PATH`."""
    if named := os.environ.get("CHROMIUM"):
        if found := shutil.which(named):
            return found
        message = f"CHROMIUM={named} is not a program: set it to the path of a Chromium or Chrome"
        raise NoBrowserError(message)
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    if Path(own).exists():
        return own
    return next(filter(None, map(shutil.which, ON_PATH)), None)


def ensure() -> str:
    """Return the path of a Chromium, after installing Debian's where there is none and it may be."""
    found = find()
    if found is None and (apt := shutil.which("apt-get")) and os.geteuid() == 0:
        print("No Chromium found: installing Debian's.", file=sys.stderr)
        for words in (["update"], ["install", "--yes", "--no-install-recommends", "chromium"]):
            subprocess.run([apt, "--quiet", *words], check=False, stdout=subprocess.DEVNULL)
        found = find()
    if found is None:
        message = "no Chromium: install it, or run `.venv/bin/playwright install chromium`, or set CHROMIUM to its path"
        raise NoBrowserError(message)
    return found


@contextmanager
def launch() -> Iterator[Browser]:
    """Start the browser, without a window."""
    path = ensure()
    with sync_playwright() as playwright, playwright.chromium.launch(executable_path=path, args=ARGUMENTS) as browser:
        yield browser


@contextmanager
def launch_profile(folder: Path) -> Iterator[BrowserContext]:
    """Start the browser, without a window, with a profile in a folder: as a reader's, it keeps its caches on disk."""
    path = ensure()
    with sync_playwright() as playwright:
        start = playwright.chromium.launch_persistent_context
        with start(folder, executable_path=path, args=ARGUMENTS, viewport={"width": 1280, "height": 1200}) as context:
            yield context


if __name__ == "__main__":
    try:
        print(f"Tests drive {ensure()}")
    except NoBrowserError as error:
        sys.exit(str(error))
