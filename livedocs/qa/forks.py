"""Run calls in forks of this process: each sees everything that is imported here, and changes nothing here."""

import os
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import Any

from livedocs.versions.environment import CORES

_FORK = get_context("fork")


def in_forks(calls: Iterable[tuple[Any, Callable[[], Any], float]]) -> Iterator[tuple[Any, Any, float]]:
    """Run calls in parallel, one per core; each is a key, a function, and its time limit in seconds.

    Yield each call's key, what it returned, and the seconds it took, in the order in which the calls end.
    The value is `None` if the call exceeded its limit or its process died without an answer.

    Raises `RuntimeError` with the traceback of a call that raised an exception.
    """
    waiting, running = iter(calls), dict[Any, tuple]()
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
                    value = None
                    with suppress(EOFError, OSError):  # if the process died before it sent a whole answer
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
    os._exit(0)  # threads that a call leaves behind do not keep the process alive
