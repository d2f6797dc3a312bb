"""Threads for a Python that has only one: they take turns.

Each thread has its own stack, which the browser can leave and resume (JSPI). Everything that waits lets other threads
run: `time.sleep`, locks and what `threading` and `queue` build on them, `join`, and event loops. Loops in an app's code
let them run too, a few times a second. Without JSPI, a thread runs from start to end, and whatever waits runs the other
threads on top of its own stack: only the thread on top can continue.
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
from types import CodeType
from typing import Any, ClassVar
from weakref import WeakSet

import turns_asyncio  # type: ignore[import-not-found]  # only the page has it, and Pyodide
import turns_threading  # type: ignore[import-not-found]
from pyodide.ffi import can_run_sync, run_sync  # type: ignore[import-not-found]

SECONDS = 10  # without JSPI, for a loop to run without a wait
SLICE = 0.1  # seconds, for a thread to run before others do
LONGEST = 1e6  # seconds, for a browser's timer
MAIN = _thread.get_ident()
MONITORING: Any = vars(sys)["monitoring"]  # Python 3.12 and newer have it
THREADING: Any = threading  # with its private names
loop: Any = asyncio.get_event_loop()  # the page's
place: ContextVar[Any] = ContextVar("place", default=None)  # for threads that the page's loop starts
on_block: list[Callable[[], object]] = []  # without JSPI, what to call while everything waits
_stopped: WeakSet = WeakSet()  # places
_real_call_later, _real_sleep = loop.call_later, time.sleep


class Stopped(SystemExit):
    """Raised in the threads of a place that has been stopped."""


class _Thread:
    """A thread; as a context manager, its turn."""

    switching: ClassVar = False  # whether there is JSPI
    current: ClassVar["_Thread | None"] = None  # None while the page's loop runs
    alive: ClassVar[set["_Thread"]] = set()
    _idents: ClassVar = count(MAIN + 1)

    def __init__(self) -> None:
        self.ident = next(self._idents)
        self.place: Any = self.current.place if self.current else place.get()
        self.stopped = self.place is not None and self.place in _stopped
        self.loop: Any = None  # what `asyncio.set_event_loop` sets
        self.locks = 0  # that it has entered
        self.waits_for: Future | None = None
        self.resumed = self.turn_ends = 0.0
        self._running_loop: Any = None
        self.alive.add(self)

    def run(self, function: Callable[[], object], ended: Callable[[], None]) -> None:
        self.resumed = time.monotonic()
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
        _Thread.current = self
        self.turn_ends = time.monotonic() + SLICE
        events._set_running_loop(self._running_loop)
        if self.place is not None:
            self.place.__enter__()

    def __exit__(self, *_: object) -> None:
        if self.place is not None:
            self.place.__exit__(None, None, None)
        self._running_loop = events._get_running_loop()
        events._set_running_loop(loop)
        _Thread.current = None


def _call(function: Callable[[], object]) -> None:
    try:
        function()
    except SystemExit:
        pass
    except BaseException:  # noqa: BLE001  # of `_thread`: `threading` calls its own `excepthook`
        print(f"Exception ignored in thread started by: {function!r}", file=sys.stderr)
        traceback.print_exc()


def current() -> Any:
    """Return the place of the thread that runs now, or None."""
    return _Thread.current and _Thread.current.place


def turn() -> None:
    """Let other threads run if this one has used up its slice. Raises `Stopped` if its place has been stopped."""
    thread = _Thread.current
    if thread is None:
        return
    if time.monotonic() > thread.turn_ends:
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
    """End the threads of a place: whatever waits or loops there raises `Stopped`, each time."""
    _stopped.add(place)
    for thread in list(_Thread.alive):
        if thread.place is place:
            thread.stopped = True
            if thread.waits_for is not None:
                finish(thread.waits_for, result=False)


def detect() -> None:
    """Find out whether stacks can be switched: here, and in the snapshot of Python's memory if it started from one."""
    future = loop.create_future()
    future.set_result(None)
    try:
        run_sync(future)
        in_python = True
    except RuntimeError as error:  # Pyodide remembers whether there was JSPI when Python started first
        in_python = "not supported" not in str(error)
    web_assembly = import_module("js").WebAssembly
    _Thread.switching = in_python and (hasattr(web_assembly, "Suspending") or hasattr(web_assembly, "Suspender"))
    loop.call_later = _real_call_later if _Thread.switching else turns_asyncio.call_later


def _can_switch() -> bool:
    return _Thread.switching and can_run_sync()


def wait(future: Future, timeout: float | None = None, *, begin: bool = True) -> bool:
    """Let other threads run until a future is done or the time is up; return the future's result, or False.

    `begin` says whether, without JSPI, threads may begin meanwhile.
    """
    thread = _Thread.current
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
        thread.resumed = time.monotonic()
    if thread.stopped:
        raise Stopped
    return future.done() and future.result()


def finish(future: Future, *, result: bool) -> None:
    """End a wait for a future."""
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
    elif not _Thread.switching:
        turns_asyncio.run_on_top(future, timeout, begin=begin)
    elif timeout is not None:
        _real_sleep(timeout)
    else:
        raise RuntimeError("Python cannot wait here: JavaScript called it directly, not through Python's event loop.")


def is_stopped() -> bool:
    """Say whether the place of the current thread has been stopped."""
    return _Thread.current is not None and _Thread.current.stopped


def install(prefix: str) -> None:
    """Replace Python's threads. Loops in the code of the folder `prefix` take turns too."""

    def on_jump(code: CodeType, *_: int) -> object:
        if not code.co_filename.startswith(prefix):
            return MONITORING.DISABLE
        thread = _Thread.current
        if thread is not None and (thread.stopped or time.monotonic() > thread.turn_ends):
            turn()
            if time.monotonic() > thread.resumed + SECONDS:
                raise TimeoutError(f"The script ran for {SECONDS} seconds without a pause. Does a loop never end?")
        return None

    MONITORING.use_tool_id(MONITORING.DEBUGGER_ID, __name__)
    MONITORING.register_callback(MONITORING.DEBUGGER_ID, MONITORING.events.JUMP, on_jump)
    MONITORING.set_events(MONITORING.DEBUGGER_ID, MONITORING.events.JUMP)
    turns_threading.install()
    turns_asyncio.install()
    loop.call_later = turns_asyncio.call_later
