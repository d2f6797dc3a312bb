"""Threads that take turns, on the stacks that a browser can switch (JSPI): `threading`, `time.sleep`, locks, `asyncio.run`.

Import it before anything that takes locks or threads from `threading`.
"""

import _thread
import asyncio
import asyncio.base_events
import contextvars
import heapq
import itertools
import queue
import sys
import threading
import time
from asyncio import events
from collections import deque

from pyodide.ffi import can_run_sync, run_sync
from pyodide.webloop import WebLoop, WebLoopPolicy

MAIN = _thread.get_ident()
SLICE = 0.1  # seconds for a thread to run without letting others go on
_idents = itertools.count(MAIN + 1)
_real_sleep = time.sleep
_real_lock = _thread.allocate_lock


class Green:
    """A thread's turn: whose it is, what it finds when it goes on."""

    current = None
    deadline = 0.0

    def __init__(self, place):
        self.ident = next(_idents)
        self.place = place  # a context manager, the process it believes to be in
        self.loop = None  # the event loop that runs in it
        self.policy_loop = None  # the one it has set

    def enter(self):
        Green.current = self
        Green.deadline = time.monotonic() + SLICE
        events._set_running_loop(self.loop)
        if self.place is not None:
            self.place.__enter__()

    def leave(self):
        if self.place is not None:
            self.place.__exit__(None, None, None)
        self.loop = events._get_running_loop()
        events._set_running_loop(web)
        Green.current = None


jspi = True
timers = []  # without JSPI: what is to be done when
pending = deque()  # and the threads that have not begun
_numbers = itertools.count()
on_block = []  # what to do while everything waits


def later(seconds, callback):
    if jspi:
        web.call_later(seconds, callback)
    else:
        heapq.heappush(timers, (time.monotonic() + seconds, next(_numbers), callback))
        web.call_later(seconds, _due)


calls = deque()  # and what threads want the page's loop to call


def _call_soon_threadsafe(callback, *args, context=None):
    if jspi or Green.current is None:
        return web.call_soon(callback, *args, context=context)
    context = context or contextvars.copy_context()
    calls.append(lambda: context.run(callback, *args))
    return web.call_soon(drain, context=contextvars.Context())


def drain():
    while calls:
        calls.popleft()()


def _due():
    while timers and timers[0][0] <= time.monotonic():
        heapq.heappop(timers)[2]()


def _next():
    if pending:
        pending.popleft()()


def suspend(future):
    """Let others go on until a future of the page's loop is done."""
    me = Green.current
    if me is not None:
        me.leave()
    try:
        return run_sync(future) if can_run_sync() else _nest(future)
    finally:
        if me is not None:
            me.enter()


def _nest(future):
    """Where no stack can be left: run what else there is to run on top of it."""
    while not future.done():
        drain()
        _due()
        if future.done():
            break
        if pending:
            _next()
        elif timers:
            for function in on_block:
                function()
            _real_sleep(min(max(timers[0][0] - time.monotonic(), 0), 0.05))
        else:
            raise RuntimeError("this waits for what cannot happen before it returns")
    return future.result()


def pause(seconds=0.0):
    future = web.create_future()
    later(max(seconds, 0), lambda: future.set_result(None))
    suspend(future)


def sleep(seconds):
    return pause(seconds)


class Lock:
    """A lock that lets others go on while it is waited for."""

    def __init__(self):
        self._locked = False
        self._waiting = deque()

    def acquire(self, blocking=True, timeout=-1):
        if not self._locked:
            self._locked = True
            return True
        if not blocking or timeout == 0:
            return False
        future = web.create_future()
        self._waiting.append(future)
        if timeout is not None and timeout > 0:
            later(min(timeout, 86400), lambda: future.done() or future.set_result(False))
        got = suspend(future)
        if not got:
            try:
                self._waiting.remove(future)
            except ValueError:
                pass
        return got

    def release(self):
        if not self._locked:
            raise RuntimeError("release unlocked lock")
        while self._waiting:
            future = self._waiting.popleft()
            if not future.done():
                future.set_result(True)  # hand it over
                return
        self._locked = False

    def locked(self):
        return self._locked

    def _at_fork_reinit(self):
        self.__init__()

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle '_thread.lock' object")

    __enter__ = acquire

    def __exit__(self, *_):
        self.release()


Lock.__module__, Lock.__name__, Lock.__qualname__ = "_thread", "lock", "lock"


class Handle:
    """What `threading` has of a thread in C."""

    def __init__(self):
        self.ident = None
        self._done = False
        self._waiting = []

    def is_done(self):
        return self._done

    def _set_done(self):
        self._done = True
        for future in self._waiting:
            if not future.done():
                future.set_result(None)

    def join(self, timeout=None):
        if self._done:
            return
        ready = web.create_future()
        self._waiting.append(ready)
        if timeout is not None and timeout >= 0:
            later(timeout, lambda: ready.done() or ready.set_result(None))
        suspend(ready)


place = contextvars.ContextVar("place", default=None)


def start(function, handle=None, daemon=True):
    where = Green.current.place if Green.current else place.get()
    green = Green(where)
    handle = handle or Handle()
    handle.ident = green.ident
    context = contextvars.Context()
    context.run(place.set, where)

    def run():
        green.enter()
        try:
            function()
        finally:
            green.leave()
            handle._set_done()

    thread = getattr(function, "__self__", None)
    if jspi:
        web.call_soon(run, context=context)
    else:
        pending.append(lambda: context.run(run))
        web.call_soon(_next, context=contextvars.Context())
    if isinstance(thread, threading.Thread):
        thread._ident = green.ident
        thread._started.set()
    return handle


def start_new_thread(function, args, kwargs={}):
    return start(lambda: function(*args, **kwargs)).ident


def get_ident():
    return Green.current.ident if Green.current else MAIN


# -- asyncio in a thread: a loop of the standard library, which waits by letting others go on


class Loop(asyncio.base_events.BaseEventLoop):
    """An event loop for a thread."""

    class _Selector:
        def __init__(self):
            self.wake = None

        def select(self, timeout):
            if timeout is not None and timeout <= 0:
                return pause() or ()
            self.wake = future = web.create_future()
            done = lambda: future.done() or future.set_result(None)  # noqa: E731
            if timeout is not None:
                later(min(timeout, 86400), done)
            suspend(future)
            self.wake = None
            return ()

        def close(self):
            pass

    def __init__(self):
        super().__init__()
        self._selector = self._Selector()

    def _process_events(self, event_list):
        pass

    def _write_to_self(self):
        wake = self._selector.wake
        if wake is not None and not wake.done():
            wake.set_result(None)

    def call_soon_threadsafe(self, callback, *args, context=None):
        handle = super().call_soon_threadsafe(callback, *args, context=context)
        self._write_to_self()
        return handle


class Policy(WebLoopPolicy):
    def get_event_loop(self):
        if Green.current is None:
            return web
        if Green.current.policy_loop is None:
            raise RuntimeError(f"There is no current event loop in thread {threading.current_thread().name!r}.")
        return Green.current.policy_loop

    def new_event_loop(self):
        return Loop()

    def set_event_loop(self, loop):
        if Green.current is not None:
            Green.current.policy_loop = loop


class _Monitor:
    """Turns for threads that do not wait: a loop in an app's files lets others go on now and then."""

    def __init__(self, prefix):
        self.prefix = prefix
        monitoring = sys.monitoring
        monitoring.use_tool_id(monitoring.DEBUGGER_ID, __name__)
        monitoring.register_callback(monitoring.DEBUGGER_ID, monitoring.events.JUMP, self.jump)
        monitoring.set_events(monitoring.DEBUGGER_ID, monitoring.events.JUMP)

    def jump(self, code, *_):
        if not code.co_filename.startswith(self.prefix):
            return sys.monitoring.DISABLE
        if Green.current is not None and time.monotonic() > Green.deadline:
            turn()
        return None


def turn():
    """Let others go on, if the thread has had its slice."""
    if Green.current is not None and time.monotonic() > Green.deadline:
        if can_run_sync():
            pause()
        else:
            me = Green.current
            me.leave()
            drain()
            for function in on_block:
                function()
            me.enter()


def current():
    return Green.current.place if Green.current else None


def detect():
    global jspi
    import js

    jspi = hasattr(js.WebAssembly, "Suspending")


def stop(place):
    pass


def install(prefix):
    global web, loop
    web = loop = asyncio.get_event_loop()
    web.call_soon_threadsafe = _call_soon_threadsafe
    time.sleep = sleep
    for module in (threading, _thread):
        module.get_ident = get_ident
        module.RLock = threading._PyRLock
    _thread.allocate_lock = _thread.allocate = _thread.lock = Lock
    _thread.start_new_thread = start_new_thread
    threading.Lock = threading._allocate_lock = Lock
    threading._CRLock = None
    threading._ThreadHandle = Handle
    threading._start_joinable_thread = start
    threading._start_new_thread = start_new_thread
    threading._active_limbo_lock = threading.RLock()
    threading._main_thread._started._cond = threading.Condition(Lock())
    from _threading_local import local

    threading.local = local
    queue.SimpleQueue = queue._PySimpleQueue
    asyncio.run = asyncio.runners.run
    asyncio.set_event_loop_policy(Policy())
    if hasattr(sys, "monitoring"):
        _Monitor(prefix)
