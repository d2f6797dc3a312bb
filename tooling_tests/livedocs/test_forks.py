"""Calls run in forks, for so long and no longer."""

import os
import time
from functools import partial

import pytest

from livedocs.qa.forks import CORES, in_forks


def test_each_call_s_value_comes_with_its_key():
    calls = [(number, partial(pow, number, 2), 10) for number in range(3 * CORES)]

    assert sorted((key, value) for key, value, _ in in_forks(calls)) == [(n, n * n) for n in range(3 * CORES)]


def test_calls_run_in_other_processes_as_many_as_there_are_cores():
    start = time.monotonic()
    ended = list(in_forks((number, lambda: time.sleep(0.5) or os.getpid(), 10) for number in range(CORES)))

    assert time.monotonic() - start < CORES * 0.5 or CORES == 1
    assert len({value for _, value, _ in ended} | {os.getpid()}) == CORES + 1


def test_a_call_that_takes_too_long_is_ended():
    ended = {
        key: (value, seconds) for key, value, seconds in in_forks([(1, partial(time.sleep, 60), 0.2), (2, int, 9)])
    }

    assert ended[1][0] is None
    assert 0.2 < ended[1][1] < 30
    assert ended[2][0] == 0


def test_a_call_whose_process_dies_returns_nothing():
    ended = list(in_forks([(1, partial(os._exit, 3), 10), (2, int, 10)]))

    assert sorted((key, value) for key, value, _ in ended) == [(1, None), (2, 0)]


def test_a_call_that_raises_is_told():
    with pytest.raises(RuntimeError, match="division by zero"):
        list(in_forks([(1, lambda: 1 / 0, 10), (2, partial(time.sleep, 60), 60)]))
