"""Event loops for `turns`, and the executors that they use."""

import asyncio
import queue
import threading
from asyncio import Future, base_events, tasks
from collections.abc import Callable, Iterable
from concurrent.futures import thread as pools
from contextlib import suppress
from contextvars import Context
from heapq import heappop, heappush
from itertools import count
from math import inf
from time import monotonic
from typing import Any

import turns  # only the page has it, and Pyodide
from pyodide.webloop import WebLoopPolicy  # type: ignore[import-not-found]

POOLS: Any = pools  # with its private names
NAP = 0.05  # seconds between two calls of the functions in `turns.on_block`
DEEPEST = 20  # waits on top of each other: if there are more, no thread begins before a timeout
# Without JSPI, what the page's loop has to call and the threads that have to begin, as heaps of time, number, handle.
_calls: list[tuple[float, int, Any]] = []
_threads: list[tuple[float, int, Any]] = []
_numbers = count()
_waits: list[Future] = []  # each on top of the one before


def call_later(delay: float, callback: Callable, *args: Any, context: Context | None = None) -> Any:
    """Plan a call by the page's loop, or by whatever waits when the call is due."""
    return _plan(_calls, delay, callback, *args, context=context)


def begin(run: Callable, *args: Any, context: Context) -> None:
    """Plan the start of a thread by the page's loop, or by whatever waits."""
    _plan(_threads, 0, run, *args, context=context)


def call_due() -> None:
    """Make the planned calls that are due."""
    for _ in range(len(_calls)):
        _step((_calls,))


def run_on_top(future: Future, timeout: float | None, *, begin: bool) -> None:
    """Run what is planned until a future is done or the time is up; threads only if they may `begin`."""
    too_deep = timeout is not None and len(_waits) >= DEEPEST
    heaps = (_calls, _threads) if begin and not too_deep else (_calls,)
    end = inf if timeout is None else monotonic() + timeout
    task = tasks._swap_current_task(turns.loop, None)  # type: ignore[attr-defined]
    _waits.append(future)
    try:
        while True:
            stepped = _step(heaps)
            now = monotonic()
            if future.done() or now >= end:
                break
            if not stepped:
                soon = min([end, *(heap[0][0] for heap in heaps if heap)])
                if soon == inf:
                    raise RuntimeError(
                        "This thread waits for something that can't happen before the thread ends, because this browser"
                        " can't switch between threads."
                    )
                for function in turns.on_block:
                    function()
                turns.real_sleep(min(max(soon - now, 0), NAP))
    finally:
        _waits.pop()
        tasks._swap_current_task(turns.loop, task)  # type: ignore[attr-defined]


def _plan(heap: list, delay: float, callback: Callable, *args: Any, context: Context | None) -> Any:
    delay = max(delay, 0)
    when = monotonic() + delay
    handle: Any = asyncio.TimerHandle(when, callback, args, turns.loop, context)
    handle._scheduled = True
    heappush(heap, (when, next(_numbers), handle))
    turns.real_call_later(delay, _run, handle)
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
    if heap is None or heap[0][0] > monotonic():
        return False
    _run(heap[0][2])
    return True


class _Selector:
    """What an event loop waits with: until a time, or until another thread calls."""

    def __init__(self) -> None:
        self._future: Future | None = None

    def select(self, timeout: float | None) -> tuple:
        if timeout is not None and timeout <= 0:
            with suppress(turns.Stopped):  # the loop's tasks are ready to run, perhaps because they are canceled
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
            tasks: Iterable[Any] = asyncio.all_tasks(self)
            for task in tasks:
                task._log_destroy_pending = False
        super().close()


class _Policy(WebLoopPolicy):
    """The page has its loop, and a thread makes its own."""

    def get_event_loop(self) -> Any:
        thread = turns.Thread.current
        if thread is None:
            return turns.loop
        if thread.loop is None:
            raise RuntimeError(f"There is no current event loop in thread {threading.current_thread().name!r}.")
        return thread.loop

    def set_event_loop(self, loop: Any) -> None:
        if turns.Thread.current is not None:
            turns.Thread.current.loop = loop

    def new_event_loop(self) -> _Loop:
        return _Loop()


def _work(executor: Callable, jobs: queue.SimpleQueue, initializer: Callable | None, initargs: tuple) -> None:
    """Do the jobs of an executor, and end when there are none: a thread can't wait for more on top of other threads."""
    try:
        if initializer is not None:
            initializer(*initargs)
    except BaseException:  # like the real one
        POOLS._base.LOGGER.critical("Exception in initializer:", exc_info=True)
        executor()._initializer_failed()
        return
    with suppress(queue.Empty):
        while (job := jobs.get_nowait()) is not None:
            job.run()


def install() -> None:
    """Replace event loops and the threads of executors."""
    work, adjust = POOLS._worker, POOLS.ThreadPoolExecutor._adjust_thread_count

    def start_worker(executor: Any) -> None:
        if not turns.Thread.switching:
            executor._threads = {thread for thread in executor._threads if thread.is_alive()}
        adjust(executor)

    def run_worker(*args: Any) -> None:
        (work if turns.Thread.switching else _work)(*args)

    POOLS._worker = run_worker
    POOLS.ThreadPoolExecutor._adjust_thread_count = start_worker
    POOLS._base.LOGGER.addFilter(lambda _: not turns.is_stopped())
    asyncio.set_event_loop_policy(_Policy())
