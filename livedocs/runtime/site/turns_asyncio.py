"""Event loops for `turns`: those of threads and, in a browser that cannot switch between threads, the page's."""

import asyncio
import queue
import threading
import time
from asyncio import Future, base_events, tasks
from collections.abc import Callable
from concurrent.futures import thread as pools
from contextlib import suppress
from contextvars import Context
from heapq import heappop, heappush
from itertools import count
from math import inf
from typing import Any

import turns  # type: ignore[import-not-found]  # only the page has it, and Pyodide
from pyodide.webloop import WebLoopPolicy  # type: ignore[import-not-found]

POOLS: Any = pools  # with its private names
NAP = 0.05  # seconds between two calls of `turns.on_block`
DEEPEST = 20  # how many waits may lie on top of each other before threads no longer begin while another one sleeps
# Without JSPI: what the page's loop has to call, and the threads that have to begin: heaps of time, number, and handle.
_calls: list[tuple[float, int, Any]] = []
_threads: list[tuple[float, int, Any]] = []
_numbers = count()
_waits: list[Future] = []  # on top of each other


def call_later(delay: float, callback: Callable, *args: Any, context: Context | None = None) -> Any:
    """Do what the page's loop does; whatever waits can make the call too, on top of its stack."""
    return _plan(_calls, delay, callback, *args, context=context)


def begin(run: Callable, *args: Any, context: Context) -> None:
    """Begin a thread from the page's loop, or on top of what waits."""
    _plan(_threads, 0, run, *args, context=context)


def call_due() -> None:
    """Make the calls of the page's loop that are due."""
    for _ in range(len(_calls)):
        _step((_calls,))


def run_on_top(future: Future, timeout: float | None, *, begin: bool) -> None:
    """Run what else there is until a future is done or the time is up; `begin` says whether that includes threads."""
    may_begin = begin and (timeout is None or len(_waits) < DEEPEST)
    heaps = (_calls, _threads) if may_begin else (_calls,)
    end = inf if timeout is None else time.monotonic() + timeout
    task = tasks._swap_current_task(turns.loop, None)  # type: ignore[attr-defined]
    _waits.append(future)
    try:
        while True:
            stepped = _step(heaps)
            now = time.monotonic()
            if future.done() or now >= end:
                break
            if not stepped:
                soon = min([end, *(heap[0][0] for heap in heaps if heap)])
                if soon == inf:
                    raise RuntimeError(
                        "This wait would never end: this browser cannot switch between threads, so nothing that started"
                        " the wait earlier can continue before it ends. Newer browsers can."
                    )
                for function in turns.on_block:
                    function()
                turns._real_sleep(min(max(soon - now, 0), NAP))
    finally:
        _waits.pop()
        tasks._swap_current_task(turns.loop, task)  # type: ignore[attr-defined]


def _plan(heap: list, delay: float, callback: Callable, *args: Any, context: Context | None) -> Any:
    when = time.monotonic() + delay
    handle: Any = asyncio.TimerHandle(when, callback, args, turns.loop, context)
    handle._scheduled = True
    heappush(heap, (when, next(_numbers), handle))
    turns._real_call_later(delay, _run, handle)
    return handle


def _run(handle: Any) -> None:
    if handle._scheduled and not handle.cancelled():
        handle._scheduled = False
        _tidy()
        handle._run()


def _tidy() -> None:
    """Forget the calls that have been made or canceled."""
    for heap in (_calls, _threads):
        while heap and (heap[0][2].cancelled() or not heap[0][2]._scheduled):
            heappop(heap)


def _step(heaps: tuple) -> bool:
    """Call what is due first; say whether there was something."""
    _tidy()
    heap = min(filter(None, heaps), default=None)
    if heap is None or heap[0][0] > time.monotonic():
        return False
    _run(heap[0][2])
    return True


class _Selector:
    """What an event loop waits with: there is nothing to wait for but calls from other threads, and time."""

    def __init__(self) -> None:
        self._future: Future | None = None

    def select(self, timeout: float | None) -> tuple:
        if timeout is not None and timeout <= 0:
            with suppress(turns.Stopped):  # what is ready may run: the loop cancels tasks when it is closed
                turns.turn()
        else:
            self._future = turns.loop.create_future()
            turns.wait(self._future, timeout)
        return ()

    def wake(self) -> None:
        if self._future is not None:
            turns.finish(self._future, result=True)

    def close(self) -> None:
        pass


class _Loop(base_events.BaseEventLoop):
    """An event loop in a thread."""

    _selector: _Selector

    def __init__(self) -> None:
        super().__init__()
        self._selector = _Selector()

    def _process_events(self, event_list: object) -> None:
        pass

    def _write_to_self(self) -> None:
        self._selector.wake()

    def close(self) -> None:
        if turns.is_stopped():
            for task in asyncio.all_tasks(self):
                vars_of_task: Any = task
                vars_of_task._log_destroy_pending = False
        super().close()


class _Policy(WebLoopPolicy):
    """The page's loop is always there; a thread has to make its own."""

    def get_event_loop(self) -> Any:
        thread = turns._Thread.current
        if thread is None:
            return turns.loop
        if thread.loop is None:
            raise RuntimeError(f"There is no current event loop in thread {threading.current_thread().name!r}.")
        return thread.loop

    def set_event_loop(self, loop: Any) -> None:
        if turns._Thread.current is not None:
            turns._Thread.current.loop = loop

    def new_event_loop(self) -> _Loop:
        return _Loop()


def _work(executor: Callable, jobs: queue.SimpleQueue, initializer: Callable | None, initargs: tuple) -> None:
    """Do the work of a thread of an executor, but end when there is no more: others wait below."""
    try:
        if initializer is not None:
            initializer(*initargs)
    except BaseException:  # as `concurrent.futures` does
        POOLS._base.LOGGER.critical("Exception in initializer:", exc_info=True)
        executor()._initializer_failed()
        return
    with suppress(queue.Empty):
        while (job := jobs.get_nowait()) is not None:
            job.run()


def install() -> None:
    """Replace the event loops of threads, and the threads of executors."""
    work, adjust = POOLS._worker, POOLS.ThreadPoolExecutor._adjust_thread_count

    def start_worker(executor: Any) -> None:
        if not turns._Thread.switching:
            executor._threads = {thread for thread in executor._threads if thread.is_alive()}
        adjust(executor)

    def run_worker(*args: Any) -> None:
        (work if turns._Thread.switching else _work)(*args)

    POOLS._worker = run_worker
    POOLS.ThreadPoolExecutor._adjust_thread_count = start_worker
    POOLS._base.LOGGER.addFilter(lambda _: not turns.is_stopped())
    asyncio.set_event_loop_policy(_Policy())
