"""Measure the engine `server`: claims per minute, and some proofs beside the same clicks with Playwright alone."""

import argparse
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple
from urllib.parse import urljoin, urlsplit

import pytest
from _pytest.runner import runtestprotocol
from playwright.sync_api import Browser, Keyboard, Locator, Page, WebSocket
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit_engines.driver import LIMIT, App
from streamlit_engines.server import VIEWPORT, Server, free_port

from livedocs.model.proofs import TESTS
from livedocs.qa.bench.__main__ import number_of_rounds, print_table, spread

SAMPLE = 30
GOAL = 1.25
ABOUT = """\
Claims per minute: all proofs once, with the start of pytest and of the browser.
Seconds: {count} proofs, evenly spread over those that hold on every engine; the median of {rounds}, the least and the
most. "Playwright alone" does the same in the same browser: it starts the server the same way, keeps its tabs, opens the
same addresses, clicks and types in the same places. It reads no elements, and waits for no more than any test has to:
until the server has said that the rerun is over, and the page shows the text that the proof has found there.
The two take turns, proof by proof, on one machine.
"""
ENGINE = "--engine=server"
PYTEST = (sys.executable, "-m", "pytest", ENGINE)
RERUNS = (ForwardMsg.FINISHED_EARLY_FOR_RERUN,)
ACTIONS = {
    Page: ("goto", "reload", "go_back", "go_forward"),
    Locator: ("click", "fill", "focus", "hover", "press", "press_sequentially", "set_input_files"),
    Keyboard: ("press",),
}
# What a user reads, of the page and of its sidebar; the times in what the server logs are others in each run.
TEXT = r"""[...document.querySelectorAll('[data-testid=stMain], [data-testid=stSidebar]')]
  .map(part => part.innerText.replace(/[\d-]+ \d\d:\d\d:\d\d[.,]\d+/g, 'time'))"""


class Action(NamedTuple):
    """What a user does: a method of a tab, of its keyboard, or of what a selector finds in it."""

    user: int
    target: str  # "page", "keyboard" or a selector
    method: str
    words: tuple
    options: dict[str, Any]


class Wait(NamedTuple):
    """Until reruns are over, and the page shows a text."""

    user: int
    reruns: int
    text: list[str]


@dataclass
class Recording:
    """What a proof does: the app that it starts, and each step of its users."""

    copy: Path  # of the app's folder, as it was before
    entrypoint: Path | None = None
    steps: list[Action | Wait] = field(default_factory=list)
    users: list[Page] = field(default_factory=list)

    @contextmanager
    def on(self) -> Iterator[None]:
        """Note what is done meanwhile."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Server, "start", self._starting(Server.start))
            patch.setattr(App, "_settle", self._waiting(App._settle))  # noqa: SLF001 (all that waits for reruns)
            for kind, names in ACTIONS.items():
                for name in names:
                    patch.setattr(kind, name, self._acting(getattr(kind, name)))
            yield

    def _starting(self, start: Callable) -> Callable:
        def start_and_note(server: Server) -> None:
            if self.entrypoint:
                raise NotImplementedError("the bench cannot start a server twice")
            self.entrypoint = server.entrypoint
            shutil.copytree(self.entrypoint.parent, self.copy)
            start(server)

        return start_and_note

    def _acting(self, method: Callable) -> Callable:
        def act_and_note(target: Page | Locator | Keyboard, *words: Any, **options: Any) -> Any:
            if isinstance(target, Keyboard):
                user, where = [page.keyboard for page in self.users].index(target), "keyboard"
            elif isinstance(target, Locator):
                user, where = self.users.index(target.page), target._impl_obj._selector  # noqa: SLF001 (Playwright's)
            else:
                user, where = self._user(target), "page"
            if method.__name__ != "goto" or words != ("about:blank",):
                self.steps.append(Action(user, where, method.__name__, words, options))
            return method(target, *words, **options)

        return act_and_note

    def _waiting(self, settle: Callable) -> Callable:
        def settle_and_note(app: App, **options: Any) -> None:
            settle(app, **options)
            page = app._document  # noqa: SLF001 (its tab)
            self.steps.append(Wait(self._user(page), options.get("runs", 1), page.evaluate(TEXT)))

        return settle_and_note

    def _user(self, page: Page) -> int:
        if page not in self.users:
            self.users.append(page)
        return self.users.index(page)


class Playwright:
    """Does what has been recorded, with Playwright alone."""

    def __init__(self, browser: Browser) -> None:
        """Take a browser."""
        self._browser = browser
        self._port = free_port()
        self._tabs: list[_Tab] = []

    def play(self, recording: Recording) -> None:
        """Do it, with a new copy of the app in the same place, as tracebacks show that."""
        entrypoint = recording.entrypoint
        shutil.rmtree(entrypoint.parent)
        shutil.copytree(recording.copy, entrypoint.parent)
        server = Server(entrypoint, entrypoint.with_name("server.log"), self._port)
        for step in recording.steps:
            if step.user == len(self._tabs):
                self._tabs.append(_Tab(self._browser))
            tab = self._tabs[step.user]
            if isinstance(step, Wait):
                tab.wait(step)
            else:
                tab.act(step, server.address)
        for tab in self._tabs:
            tab.page.goto("about:blank")
        server.kill()


class _Tab:
    """A tab, in a profile of its own, that counts the reruns that have ended."""

    def __init__(self, browser: Browser) -> None:
        context = browser.new_context(viewport=VIEWPORT, reduced_motion="reduce")
        context.set_default_timeout(LIMIT)
        self.page = context.new_page()
        self.page.on("websocket", self._connect)
        self._socket: WebSocket | None = None
        self._ended = self._first = 0

    def _connect(self, socket: WebSocket) -> None:
        self._socket = socket
        socket.on("framereceived", self._receive)

    def _receive(self, frame: bytes) -> None:
        message = ForwardMsg.FromString(frame)
        self._ended += message.WhichOneof("type") == "script_finished" and message.script_finished not in RERUNS

    def act(self, action: Action, address: str) -> None:
        """Do one thing."""
        words = action.words
        if action.method == "goto":
            words = (urljoin(address, urlsplit(words[0])._replace(scheme="", netloc="").geturl()),)
        if action.method in ("goto", "reload"):
            self._socket, self._first = None, 1
        targets = {"page": self.page, "keyboard": self.page.keyboard}
        target = targets.get(action.target) or self.page.locator(action.target)
        getattr(target, action.method)(*words, **action.options)

    def wait(self, wait: Wait) -> None:
        """Wait until the server has said that the reruns are over and the text is shown."""
        while self._ended < self._first + wait.reruns:
            if self._socket:
                self._socket.wait_for_event("framereceived")
            else:
                self.page.wait_for_event("websocket")
        self.page.wait_for_function(f"text => JSON.stringify({TEXT}) === JSON.stringify(text)", arg=wait.text)
        self._ended = self._first = 0


class Bench:
    """A pytest plugin that runs the sample, and each proof of it beside Playwright alone."""

    def __init__(self, rounds: int, size: int, folder: Path) -> None:
        """Take the numbers of rounds and of proofs, and a folder for copies of apps."""
        self.rounds, self.size, self._folder = rounds, size, folder
        self.ours: list[float] = []  # seconds of each round
        self.playwright: list[float] = []
        self.count = 0

    @pytest.hookimpl(trylast=True)
    def pytest_configure(self, config: pytest.Config) -> None:
        """Keep pytest from telling how each proof fares."""
        config.pluginmanager.unregister(name="terminalreporter")

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Record the sample, and then measure."""
        proofs = [item for item in session.items if not any(map(item.get_closest_marker, ("engines", "xfail")))]
        sample = proofs[:: -(-len(proofs) // self.size)]
        recordings = {proof: self._record(proof, number) for number, proof in enumerate(sample)}
        self.count = len(recordings)
        replay = Playwright(next(iter(recordings.values())).users[0].context.browser)
        for number in range(self.rounds + 1):
            sides = [0.0, 0.0]
            for proof, recording in recordings.items():
                calls = partial(_run, proof), partial(replay.play, recording)
                for turn in ((0, 1), (1, 0))[number % 2]:
                    start = time.perf_counter()
                    try:
                        calls[turn]()
                    except Exception as error:
                        error.add_note(f"This was {proof.nodeid}.")
                        raise
                    sides[turn] += time.perf_counter() - start
            print(f"round {number} of {self.rounds}: {sides[0]:.1f} s, {sides[1]:.1f} s", file=sys.stderr)
            if number:  # the first fills the browser's caches
                self.ours.append(sides[0])
                self.playwright.append(sides[1])
        return True

    def _record(self, proof: pytest.Item, number: int) -> Recording:
        recording = Recording(self._folder / str(number))
        with recording.on():
            _run(proof)
        return recording


def _run(proof: pytest.Item) -> None:
    for report in runtestprotocol(proof, log=False, nextitem=proof.session):
        if not report.passed:
            raise RuntimeError(f"{report.nodeid} fails:\n{report.longreprtext}")


def per_minute(*options: str) -> float:
    """Return how many claims are proved in a minute."""
    start = time.perf_counter()
    done = subprocess.run([*PYTEST, "-q", *options, *_proofs()], stdout=subprocess.PIPE, text=True, check=False)
    minutes = (time.perf_counter() - start) / 60
    if done.returncode:
        sys.exit(done.stdout)
    return sum(map(int, re.findall(r"(\d+) (?:passed|xfailed)", done.stdout.splitlines()[-1]))) / minutes


def _proofs() -> list[str]:
    return list(map(str, sorted(TESTS.glob("test_*.py"))))


def main() -> None:
    """Do what the command line says."""
    parser = argparse.ArgumentParser(prog="python -m livedocs.qa.bench.engine", description=__doc__)
    parser.add_argument("rounds", type=number_of_rounds, nargs="?", default=3, help="how many (default: 3)")
    parser.add_argument(
        "--sample", type=number_of_rounds, metavar="N", help=f"N proofs instead of {SAMPLE}, and these alone"
    )
    parser.add_argument("--strict", action="store_true", help="fail if the goal is missed")
    arguments = parser.parse_args()
    speeds = {} if arguments.sample else {"serial": per_minute(), "-n 2": per_minute("-n", "2")}
    with TemporaryDirectory() as folder:
        bench = Bench(arguments.rounds, arguments.sample or SAMPLE, Path(folder))
        # Streamlit has imported anyio, a pytest plugin, whose asserts pytest would have liked to rewrite.
        quiet = ["-s", "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning"]
        if status := pytest.main([ENGINE, *quiet, *_proofs()], [bench]):
            sys.exit(int(status))
    print(ABOUT.format(count=bench.count, rounds=arguments.rounds))
    for name, speed in speeds.items():
        print(f"claims per minute, {name}: {speed:.0f}")
    ratio = median(bench.ours) / median(bench.playwright)
    verdict = "met" if ratio <= GOAL else "missed"
    print_table(
        [
            ("", "proofs", "", "Playwright alone", "", "ratio", "goal"),
            (
                "seconds",
                *spread(bench.ours, "{:.1f}"),
                *spread(bench.playwright, "{:.1f}"),
                f"{ratio:.2f}",
                f"<= {GOAL}: {verdict}",
            ),
        ]
    )
    sys.exit(1 if verdict == "missed" and arguments.strict else 0)


if __name__ == "__main__":
    main()
