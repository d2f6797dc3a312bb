"""Calls run in forks, each with a time limit."""

import os
import time
from functools import partial

import pytest

from livedocs.qa.forks import CORES, in_forks


def test_calls_run_at_the_same_time_in_other_processes():
    start = time.monotonic()
    ended = list(in_forks((number, lambda: time.sleep(0.5) or os.getpid(), 10) for number in range(CORES)))

    assert time.monotonic() - start < CORES * 0.5 or CORES == 1
    assert [key for key, _, _ in sorted(ended)] == [*range(CORES)]
    assert len({value for _, value, _ in ended} | {os.getpid()}) == CORES + 1


def test_calls_that_take_too_long_or_crash_return_nothing():
    calls = [(1, partial(time.sleep, 60), 0.2), (2, partial(os._exit, 3), 10), (3, int, 10)]
    ended = {key: (value, seconds) for key, value, seconds in in_forks(calls)}

    assert {key: value for key, (value, _) in ended.items()} == {1: None, 2: None, 3: 0}
    assert 0.2 < ended[1][1] < 30


def test_a_call_that_raises_ends_the_run():
    with pytest.raises(RuntimeError, match="division by zero"):
        list(in_forks([(1, lambda: 1 / 0, 10), (2, partial(time.sleep, 60), 60)]))
