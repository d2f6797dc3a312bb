"""The Chromium that the tests drive: found, or installed by `python -m streamlit_engines.browser`."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from playwright.sync_api import Browser, Error, Playwright, sync_playwright

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
NONE = "no Chromium: run `playwright install chromium`, or set CHROMIUM to the path of a Chromium or Chrome"


class NoBrowserError(Exception):
    """Chromium is missing; the message says what to do."""


def ensure() -> str:
    """Return the path of a Chromium: the one in `CHROMIUM`, Playwright's own, or the first on `PATH`.

    Raises `NoBrowserError` if there is none. Nothing is installed.
    """
    with sync_playwright() as playwright:
        found = _find(playwright)
    if found is None:
        raise NoBrowserError(NONE)
    return found


def install() -> str:
    """Return the path of a Chromium; if there is none, root gets Debian's by `apt-get`.

    Raises `NoBrowserError` if there is none in the end.
    """
    try:
        return ensure()
    except NoBrowserError:
        apt = shutil.which("apt-get")
        if os.environ.get("CHROMIUM") or apt is None or os.geteuid() != 0:
            raise
    print("No Chromium found: installing Debian's.", file=sys.stderr)
    for words in (["update"], ["install", "--yes", "--no-install-recommends", "chromium"]):
        subprocess.run([apt, "--quiet", *words], check=False, stdout=subprocess.DEVNULL)
    return ensure()


@contextmanager
def launch(started: Playwright | None = None) -> Iterator[Browser]:
    """Start the browser, without a window, with a Playwright that has been started if there is one.

    Raises `NoBrowserError` without a browser.
    """
    with nullcontext(started) if started else sync_playwright() as playwright:
        try:
            # Without a path Playwright starts its own, or the smaller one of `playwright install --only-shell`.
            browser = playwright.chromium.launch(executable_path=_find(playwright), args=ARGUMENTS)
        except Error as error:
            if "Executable doesn't exist" in error.message:
                raise NoBrowserError(NONE) from None
            raise
        with browser:
            yield browser


def _find(playwright: Playwright) -> str | None:
    if named := os.environ.get("CHROMIUM"):
        if found := shutil.which(named):
            return found
        raise NoBrowserError(f"CHROMIUM={named} isn't a program: set it to the path of a Chromium or Chrome")
    own = playwright.chromium.executable_path
    return own if Path(own).exists() else next(filter(None, map(shutil.which, ON_PATH)), None)


if __name__ == "__main__":
    try:
        print(f"Tests drive {install()}")
    except NoBrowserError as error:
        sys.exit(str(error))
