"""Locks, `time.sleep`, and the start of threads for `turns`: the parts of Python's threads that are written in C."""

import _thread
import queue
import threading
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from contextvars import Context
from functools import partial
from importlib import import_module
from typing import Any

import turns  # only the page has it, and Pyodide
import turns_asyncio

THREADING: Any = threading  # with its private names


def sleep(seconds: float) -> None:
    """Sleep while other threads run."""
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    # Without JSPI, a thread that begins now might need a lock that a thread below it holds.
    begin = turns.Thread.switching or not any(thread.locks for thread in turns.Thread.alive)
    turns.wait(turns.loop.create_future(), seconds, begin=begin)


class _Held:
    """What locks have in common."""

    acquire: Callable[..., Any]
    release: Callable[[], None]

    def __enter__(self) -> bool:
        got = self.acquire()
        if turns.Thread.current is not None:
            turns.Thread.current.locks += 1
        return got

    def __exit__(self, *_: object) -> None:
        if turns.Thread.current is not None:
            turns.Thread.current.locks -= 1
        self.release()

    def __reduce_ex__(self, protocol: Any) -> Any:
        raise TypeError(f"cannot pickle '_thread.{type(self).__name__}' object")


class _Lock(_Held):
    """A lock that goes to the thread that has waited longest."""

    def __init__(self) -> None:
        self._locked = False
        self._waiting: deque[Any] = deque()

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:  # noqa: FBT001, FBT002
        if not blocking and timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        if timeout < 0 and timeout != -1:
            raise ValueError("timeout value must be a non-negative number")
        if not self._locked:
            self._locked = True
            return True
        if not blocking or timeout == 0:
            return False
        future = turns.loop.create_future()
        self._waiting.append(future)
        try:
            return turns.wait(future, None if timeout < 0 else timeout)
        except BaseException:
            if future.done() and future.result():
                self.release()
            raise
        finally:
            with suppress(ValueError):
                self._waiting.remove(future)

    def release(self) -> None:
        if not self._locked:
            raise RuntimeError("release unlocked lock")
        while self._waiting:
            future = self._waiting.popleft()
            if not future.done():
                future.set_result(True)
                return
        self._locked = False

    def locked(self) -> bool:
        return self._locked

    def _at_fork_reinit(self) -> None:
        self.__init__()  # type: ignore[misc]

    def __repr__(self) -> str:
        return f"<{'locked' if self._locked else 'unlocked'} _thread.lock object at {id(self):#x}>"


class _RLock(_Held, THREADING._PyRLock):
    """A lock that a thread may acquire again."""


class _Handle:
    """What a `threading.Thread` knows about the thread that runs it."""

    def __init__(self, ident: int = 0) -> None:
        self.ident = ident
        self._done = False
        self._lock = _Lock()
        self._lock.acquire()

    def is_done(self) -> bool:
        return self._done

    def _set_done(self) -> None:
        self._done = True
        self._lock.release()

    def join(self, timeout: float | None = None) -> None:
        if not self._done and self._lock.acquire(timeout=-1 if timeout is None else timeout):
            self._lock.release()


def _start(function: Callable[[], object], handle: _Handle | None = None, daemon: bool = True) -> _Handle:  # noqa: ARG001, FBT001, FBT002
    thread, handle = turns.Thread(), handle or _Handle()
    handle.ident = thread.ident
    owner = getattr(function, "__self__", None)
    if isinstance(owner, threading.Thread):  # `start` needn't wait until the thread runs
        owner._ident = thread.ident  # type: ignore[attr-defined]
        owner._started.set()  # type: ignore[attr-defined]
    context = Context()
    context.run(turns.place.set, thread.place)
    begin = turns.loop.call_soon if turns.Thread.switching else turns_asyncio.begin
    begin(thread.run, function, handle._set_done, context=context)
    return handle


def _start_new_thread(function: Callable, args: tuple, kwargs: dict | None = None) -> int:
    return _start(partial(function, *args, **(kwargs or {}))).ident


def _get_ident() -> int:
    return turns.Thread.current.ident if turns.Thread.current else turns.MAIN


def _make_invoke_excepthook(make: Callable[[], Callable]) -> Callable:
    invoke = make()
    return lambda thread: None if turns.is_stopped() else invoke(thread)


def install() -> None:
    """Replace what is in `threading`, `_thread`, `queue`, and `time`."""
    for kind, name in ((_Lock, "lock"), (_RLock, "RLock")):
        kind.__module__, kind.__name__, kind.__qualname__ = "_thread", name, name
    lowest: Any = _thread
    lowest.get_ident = THREADING.get_ident = _get_ident
    lowest.lock = lowest.LockType = lowest.allocate_lock = lowest.allocate = _Lock
    THREADING.Lock = THREADING._LockType = THREADING._allocate_lock = _Lock
    lowest.RLock = THREADING._CRLock = _RLock
    lowest.start_new_thread = lowest.start_new = _start_new_thread
    lowest.start_joinable_thread = THREADING._start_joinable_thread = _start
    lowest._ThreadHandle = THREADING._ThreadHandle = _Handle
    lowest._make_thread_handle = THREADING._make_thread_handle = _Handle
    semaphore: Any = threading.Semaphore
    semaphore.__enter__, semaphore.__exit__ = _Held.__enter__, _Held.__exit__
    THREADING._main_thread._handle = _Handle(turns.MAIN)
    THREADING._make_invoke_excepthook = partial(_make_invoke_excepthook, THREADING._make_invoke_excepthook)
    lowest._local = THREADING.local = import_module("_threading_local").local
    queue.SimpleQueue = vars(queue)["_PySimpleQueue"]  # type: ignore[misc]
    time.sleep = sleep  # type: ignore[assignment]
