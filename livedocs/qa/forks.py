"""Run calls in forks of this process: each sees all that has been imported, and changes nothing here."""

import os
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import Any

CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
_FORK = get_context("fork")


def in_forks(calls: Iterable[tuple[Any, Callable[[], Any], float]]) -> Iterator[tuple[Any, Any, float]]:
    """Run each call, given with a key and how many seconds it may take, as many at a time as there are cores.

    Yield as they end each one's key, what it returned (`None` if it took too long), and the seconds it took.
    """
    waiting, running = iter(calls), {}
    try:
        while True:
            while len(running) < CORES and (call := next(waiting, None)):
                key, function, limit = call
                result, connection = _FORK.Pipe(duplex=False)
                process = _FORK.Process(target=_send, args=(connection, function))
                process.start()
                connection.close()
                running[result] = process, key, time.monotonic(), limit
            if not running:
                return
            first = min(start + limit for _, _, start, limit in running.values())
            ended = wait(running, max(0, first - time.monotonic()))
            for result, (process, key, start, limit) in list(running.items()):
                seconds = time.monotonic() - start
                if result in ended or seconds > limit:
                    value = result.recv() if result in ended else None
                    process.kill()
                    process.join()
                    del running[result]
                    if isinstance(value, RuntimeError):
                        raise value
                    yield key, value, seconds
    finally:
        for process, *_ in running.values():
            process.kill()
            process.join()


def _send(connection: Connection, function: Callable[[], Any]) -> None:
    try:
        connection.send(function())
    except BaseException:  # noqa: BLE001 (the caller raises it)
        connection.send(RuntimeError(traceback.format_exc()))
    os._exit(0)  # threads that a call has left do not keep it
