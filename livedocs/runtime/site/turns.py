"""Threads for a Python that has only one: they take turns.

Each thread has its own stack, which the browser can leave and resume (JSPI). Whatever waits lets other threads run:
`time.sleep`, locks and everything that is made of them, `join`, and event loops. So do the loops in one folder's code,
several times a second. Without JSPI, a thread runs from its start to its end, and whatever waits runs other threads on
top of its own stack, so that only the one on top can continue.

A thread has a place: a context manager that is entered when the thread begins or continues, and left when it pauses or
ends. A place raises nothing. Threads inherit it from the thread that starts them.
"""

import _thread
import asyncio
import sys
import threading
import time
import traceback
from asyncio import Future, events
from collections.abc import Callable
from contextvars import ContextVar
from functools import partial
from importlib import import_module
from itertools import count
from time import monotonic
from types import CodeType
from typing import Any, ClassVar
from weakref import WeakSet

import turns_asyncio  # only the page has it, and Pyodide
import turns_threading
from pyodide.ffi import can_run_sync, run_sync  # type: ignore[import-not-found]

SECONDS = 10  # how long a loop may run if no other thread can
SLICE = 0.1  # seconds that a thread runs before others do
LONGEST = 1e6  # seconds: browsers have no longer timers
MAIN = _thread.get_ident()
MONITORING: Any = vars(sys)["monitoring"]  # Python 3.12 and newer have it
THREADING: Any = threading  # with its private names
loop: Any = asyncio.get_event_loop()  # of the page
place: ContextVar[Any] = ContextVar("place", default=None)  # of the threads that the page's loop starts
on_block: list[Callable[[], object]] = []  # without JSPI, functions to call while everything waits
_stopped: WeakSet = WeakSet()  # places
real_call_later = loop.call_later
real_sleep = getattr(time.sleep, "__wrapped__", time.sleep)  # not Pyodide's


class Stopped(SystemExit):
    """Raised in the threads of a place that has been stopped."""


class Thread:
    """A thread, and as a context manager, its turn."""

    switching: ClassVar = False  # whether stacks can be switched
    current: ClassVar["Thread | None"] = None  # None while the page's loop runs
    alive: ClassVar[set["Thread"]] = set()
    _idents: ClassVar = count(MAIN + 1)

    def __init__(self) -> None:
        """Make a thread that the current one starts."""
        self.ident = next(self._idents)
        self.place: Any = self.current.place if self.current else place.get()
        self.stopped = self.place in _stopped
        self.loop: Any = None  # of `asyncio.set_event_loop`
        self.locks = 0  # how many `with` statements hold one
        self.waits_for: Future | None = None
        self.resumed = self.turn_ends = 0.0
        self._running_loop: Any = None
        self.alive.add(self)

    def run(self, function: Callable[[], object], ended: Callable[[], None]) -> None:
        """Run a function from start to end."""
        self.resumed = monotonic()
        try:
            with self:
                if not self.stopped:
                    _call(function)
        finally:
            THREADING._active.pop(self.ident, None)
            THREADING._limbo.pop(getattr(function, "__self__", None), None)
            self.alive.discard(self)
            ended()

    def __enter__(self) -> None:
        """Begin, or continue."""
        Thread.current = self
        self.turn_ends = monotonic() + SLICE
        events._set_running_loop(self._running_loop)
        if self.place is not None:
            self.place.__enter__()

    def __exit__(self, *_: object) -> None:
        """Pause, or end."""
        if self.place is not None:
            self.place.__exit__(None, None, None)
        self._running_loop = events._get_running_loop()
        events._set_running_loop(loop)
        Thread.current = None


def _call(function: Callable[[], object]) -> None:
    try:
        function()
    except SystemExit:
        pass
    except BaseException:  # noqa: BLE001  # `threading` has caught it, `_thread` reports it this way
        print(f"Exception ignored in thread started by: {getattr(function, 'func', function)!r}", file=sys.stderr)
        traceback.print_exc()


def current() -> Any:
    """Return the place of the thread that runs now, or None."""
    return Thread.current and Thread.current.place


def turn() -> None:
    """Let other threads run if this one has used up its slice. Raises `Stopped` if its place has been stopped."""
    thread = Thread.current
    if thread is None:
        return
    if monotonic() > thread.turn_ends:
        if _can_switch():
            wait(loop.create_future(), 0)
        else:
            thread.__exit__()
            try:
                turns_asyncio.call_due()
                for function in on_block:
                    function()
            finally:
                thread.__enter__()
    if thread.stopped:
        raise Stopped


def stop(place: Any) -> None:
    """End the threads of a place: whatever waits or loops there raises `Stopped`, as often as it does."""
    _stopped.add(place)
    for thread in list(Thread.alive):
        if thread.place is place:
            thread.stopped = True
            if thread.waits_for is not None:
                finish(thread.waits_for, result=False)


def detect() -> None:
    """Find out whether stacks can be switched. Call it in the browser, after the snapshot of Python's memory is loaded.

    A snapshot that was made without JSPI can't switch stacks anywhere.
    """
    future = loop.create_future()
    future.set_result(None)
    try:
        run_sync(future)
        in_snapshot = True
    except RuntimeError as error:  # which also says whether this very call can switch
        in_snapshot = "not supported" not in str(error)
    web_assembly = import_module("js").WebAssembly
    Thread.switching = in_snapshot and (hasattr(web_assembly, "Suspending") or hasattr(web_assembly, "Suspender"))
    loop.call_later = real_call_later if Thread.switching else turns_asyncio.call_later


def _can_switch() -> bool:
    return Thread.switching and can_run_sync()


def wait(future: Future, timeout: float | None = None, *, begin: bool = True) -> bool:
    """Let other threads run until a future is done or the time is up. Return the future's result, or False.

    Without JSPI, new threads run in the meantime only if they may `begin`.
    """
    thread = Thread.current
    if thread is None:
        _leave_stack(future, timeout, begin=begin)
        return future.done() and future.result()
    thread.waits_for = future
    thread.__exit__()
    try:
        _leave_stack(future, 0 if thread.stopped else timeout, begin=begin)
    finally:
        thread.__enter__()
        thread.waits_for = None
        thread.resumed = monotonic()
    if thread.stopped:
        raise Stopped
    return future.done() and future.result()


def finish(future: Future, *, result: bool) -> None:
    """End the wait for a future."""
    if not future.done():
        future.set_result(result)


def _leave_stack(future: Future, timeout: float | None, *, begin: bool) -> None:
    if _can_switch():
        timer = None
        if timeout is not None:
            timer = loop.call_later(min(timeout, LONGEST), partial(finish, future, result=False))
        run_sync(future)
        if timer is not None:
            timer.cancel()
    elif not Thread.switching:
        turns_asyncio.run_on_top(future, timeout, begin=begin)
    elif timeout is not None:
        real_sleep(timeout)
    else:
        raise RuntimeError("Python can't wait here, because JavaScript called it directly and not from an event loop.")


def is_stopped() -> bool:
    """Say whether the place of the current thread has been stopped."""
    return Thread.current is not None and Thread.current.stopped


def install(prefix: str) -> None:
    """Replace Python's threads. Loops in files whose path starts with `prefix` take turns too.

    Until `detect` is called, stacks aren't switched.
    """

    def on_jump(code: CodeType, *_: int) -> object:
        if not code.co_filename.startswith(prefix):
            return MONITORING.DISABLE
        thread = Thread.current
        if thread is not None and (thread.stopped or monotonic() > thread.turn_ends):
            turn()
            if monotonic() > thread.resumed + SECONDS:
                raise TimeoutError(f"The script ran for {SECONDS} seconds without a pause. Does a loop never end?")
        return None

    MONITORING.use_tool_id(MONITORING.DEBUGGER_ID, __name__)
    MONITORING.register_callback(MONITORING.DEBUGGER_ID, MONITORING.events.JUMP, on_jump)
    MONITORING.set_events(MONITORING.DEBUGGER_ID, MONITORING.events.JUMP)
    turns_threading.install()
    turns_asyncio.install()
    loop.call_later = turns_asyncio.call_later
