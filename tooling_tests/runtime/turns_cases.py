"""Cases of `test_turns.py`, for Pyodide: `both_` with and without JSPI, `jspi_` only with it, `plain_` only without it.

A case that is a coroutine runs in the page's event loop, others run in a thread. What they print to stderr is an error.
"""

import _thread
import asyncio
import contextlib
import copy
import gc
import inspect
import io
import itertools
import pickle
import queue
import sys
import threading
import time
import traceback
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextvars import Context, ContextVar
from pathlib import Path

import turns

variable = ContextVar("variable", default="default")


class Place:
    """A place that notices if it is entered or left at a wrong time; it has a stderr of its own."""

    now = None

    def __init__(self):
        """Make a place in which nothing has run."""
        self.entered = 0
        self.stderr = io.StringIO()
        self._outside = None

    def __enter__(self):
        """Begin, or continue."""
        assert Place.now is None, Place.now
        assert turns.current() is self
        Place.now = self
        self.entered += 1
        self._outside, sys.stderr = sys.stderr, self.stderr

    def __exit__(self, *exception):
        """Pause, or end."""
        assert Place.now is self, Place.now
        assert exception == (None, None, None)
        Place.now = None
        sys.stderr = self._outside


async def run(name):
    """Run a case; return its error, or an empty string."""
    case = globals()[name]
    before = sys.stderr
    sys.stderr = page = io.StringIO()
    place = Place()
    turns.place.set(place)
    error = ""
    try:
        if inspect.iscoroutinefunction(case):
            await case()
        else:
            await in_thread(case)
        gc.collect()
        await asyncio.sleep(0)
        assert Place.now is None
        assert turns.current() is None
        assert asyncio.get_running_loop() is turns.loop
    except BaseException:  # noqa: BLE001
        error = traceback.format_exc()
    turns.stop(place)
    await asyncio.sleep(0)
    sys.stderr = before
    return error + page.getvalue() + place.stderr.getvalue()


async def in_thread(function):
    """Run a function in a thread; return its result."""
    future = turns.loop.create_future()

    def work():
        try:
            result, error = function(), None
        except BaseException as caught:  # noqa: BLE001
            result, error = None, caught
        turns.loop.call_soon_threadsafe(done, result, error)

    def done(result, error):
        if error is None:
            future.set_result(result)
        else:
            future.set_exception(error if isinstance(error, Exception) else RuntimeError(repr(error)))

    threading.Thread(target=work).start()
    return await future


async def until(condition):
    """Wait for a condition."""
    ends = time.monotonic() + 5
    while not condition():
        assert time.monotonic() < ends
        await asyncio.sleep(0.01)


def start(function, *args):
    """Start a thread."""
    thread = threading.Thread(target=function, args=args)
    thread.start()
    return thread


def raised(kind, function, *args, **kwargs):
    """Return the text of the error that a call raises."""
    try:
        function(*args, **kwargs)
    except kind as error:
        return str(error)
    raise AssertionError(f"no {kind.__name__}")


def take_stderr():
    """Return what this place has printed to stderr, which is no error then."""
    stderr = turns.current().stderr
    text = stderr.getvalue()
    stderr.seek(0)
    stderr.truncate()
    return text


def both_many_threads():
    done = []

    def work(number):
        time.sleep(0.05)
        done.append(number)

    threads = [start(work, number) for number in range(150)]
    for thread in threads:
        thread.join()
    assert sorted(done) == list(range(150))


def jspi_sleepers_wake_in_order():
    order = []

    def work(number):
        time.sleep(number / 50)
        order.append(number)

    threads = [start(work, number) for number in (3, 1, 4, 2)]
    for thread in threads:
        thread.join()
    assert order == [1, 2, 3, 4]
    began = time.monotonic()
    time.sleep(0.02)
    assert time.monotonic() - began > 0.018
    assert raised(ValueError, time.sleep, -1) == "sleep length must be non-negative"


def both_lock_with_timeout():
    lock = threading.Lock()
    got = []
    assert lock.acquire()
    assert lock.locked()
    began = time.monotonic()
    start(lambda: got.append(lock.acquire(timeout=0.05))).join()
    assert got == [False]
    assert time.monotonic() - began > 0.04
    assert not lock.acquire(blocking=False)
    assert not lock.acquire(timeout=0)
    lock.release()
    start(lambda: got.append(lock.acquire(timeout=0.05))).join()
    assert got == [False, True]
    lock.release()
    assert not lock.locked()
    assert raised(RuntimeError, lock.release) == "release unlocked lock"
    assert raised(ValueError, lock.acquire, timeout=-2) == "timeout value must be a non-negative number"
    assert raised(ValueError, lock.acquire, blocking=False, timeout=1)


def jspi_lock_goes_to_who_waits_longest():
    lock, order = threading.Lock(), []

    def work(number):
        with lock:
            order.append(number)
            time.sleep(0.01)

    with lock:
        threads = [start(work, number) for number in range(5)]
        time.sleep(0.05)
        assert order == []
    for thread in threads:
        thread.join()
    assert order == [0, 1, 2, 3, 4]


def both_lock_held_while_sleeping():
    for lock in (threading.Lock(), threading.RLock(), threading.Semaphore(), threading.Condition()):
        counter = [0]

        def work(lock=lock, counter=counter):
            with lock:
                value = counter[0]
                time.sleep(0.01)
                counter[0] = value + 1

        for thread in [start(work) for _ in range(10)]:
            thread.join()
        assert counter == [10]


def both_lock_held_while_another_thread_sleeps():
    lock, threads = threading.Lock(), []
    with lock:
        threads.append(start(time.sleep, 0.01))
        threads.append(start(wait_forever, lock))
        threads[0].join()
    threads[1].join()


def both_rlock():
    lock, got = threading.RLock(), []
    with lock, lock:
        start(lambda: got.append(lock.acquire(timeout=0.02))).join()
        start(lambda: got.append(raised(RuntimeError, lock.release))).join()
    assert got == [False, "cannot release un-acquired lock"]
    assert lock.acquire()
    lock.release()


def both_condition():
    condition, items, got = threading.Condition(), [], []

    def produce():
        for number in range(3):
            with condition:
                items.append(number)
                condition.notify()

    start(produce)
    while len(got) < 3:
        with condition:
            assert condition.wait_for(lambda: items, timeout=5)
            got += items
            items.clear()
    assert got == [0, 1, 2]
    with condition:
        assert not condition.wait(0.01)
    assert raised(RuntimeError, condition.notify) == "cannot notify on un-acquired lock"


def both_event():
    event = threading.Event()
    assert not event.wait(0.01)
    start(event.set)
    assert event.wait()
    assert event.wait(5)


def both_queue():
    for kind in (queue.Queue, queue.SimpleQueue, queue.LifoQueue, queue.PriorityQueue):
        items = kind()
        assert raised(queue.Empty, items.get, timeout=0.01) == ""
        assert raised(queue.Empty, items.get_nowait) == ""
        start(items.put, "a")
        assert items.get() == "a"
        assert items.empty()


def jspi_queue_with_consumers():
    items, got = queue.Queue(maxsize=2), []

    def consume():
        while (item := items.get()) is not None:
            time.sleep(0.001)
            got.append(item)
            items.task_done()

    threads = [start(consume) for _ in range(3)]
    for number in range(20):
        items.put(number)
    items.join()
    assert sorted(got) == list(range(20))
    for _ in threads:
        items.put(None)
    for thread in threads:
        thread.join()


def both_semaphore():
    semaphore, running, most = threading.BoundedSemaphore(3), [], []

    def work(number):
        with semaphore:
            running.append(number)
            most.append(len(running))
            time.sleep(0.01)
            running.remove(number)

    for thread in [start(work, number) for number in range(9)]:
        thread.join()
    assert max(most) == (3 if turns.Thread.switching else 1)
    assert raised(ValueError, semaphore.release)


def both_barrier():
    barrier, passed = threading.Barrier(4), []

    def work():
        passed.append(barrier.wait())

    for thread in [start(work) for _ in range(4)]:
        thread.join()
    assert sorted(passed) == [0, 1, 2, 3]
    assert raised(threading.BrokenBarrierError, threading.Barrier(2).wait, 0.01) == ""


def both_join():
    thread = threading.Thread(target=time.sleep, args=(0.01,))
    assert raised(RuntimeError, thread.join) == "cannot join thread before it is started"
    thread.start()
    assert thread.is_alive()
    assert raised(RuntimeError, thread.start) == "threads can only be started once"
    thread.join()
    assert not thread.is_alive()
    thread.join(0.01)
    assert raised(RuntimeError, threading.current_thread().join) == "cannot join current thread"


def jspi_join_with_timeout():
    event = threading.Event()
    thread = start(event.wait)
    began = time.monotonic()
    assert thread.join(0.05) is None
    assert time.monotonic() - began > 0.04
    assert thread.is_alive()
    event.set()
    thread.join()
    assert not thread.is_alive()


def both_timer():
    called = []
    timer = threading.Timer(0.02, called.append, ["a"])
    timer.start()
    timer.join()
    assert called == ["a"]
    canceled = threading.Timer(0.05, called.append, ["b"])
    canceled.start()
    canceled.cancel()
    canceled.join()
    assert called == ["a"]


def both_executor():
    def double(number):
        time.sleep(0.001)
        return number * 2

    with ThreadPoolExecutor(3) as executor:
        assert list(executor.map(double, range(10))) == list(range(0, 20, 2))
        futures = {executor.submit(double, number): number for number in range(6)}
        results = {futures[future]: future.result() for future in as_completed(futures)}
        assert results == {number: number * 2 for number in range(6)}
        failed = executor.submit(lambda: 1 / 0)
        assert raised(ZeroDivisionError, failed.result) == "division by zero"
        assert isinstance(failed.exception(), ZeroDivisionError)
    assert raised(RuntimeError, executor.submit, double, 1) == "cannot schedule new futures after shutdown"


def both_executor_that_stays_open():
    executor = ThreadPoolExecutor(2, "pool")
    for _ in range(3):
        assert executor.submit(lambda: threading.current_thread().name).result().startswith("pool_")
        time.sleep(0.01)
    assert sorted(executor.map(abs, range(5))) == [0, 1, 2, 3, 4]
    turns.current().executor = executor


def both_executor_with_initializer():
    local = threading.local()

    def initialize(value):
        local.value = value

    with ThreadPoolExecutor(2, initializer=initialize, initargs=("a",)) as executor:
        assert executor.submit(lambda: local.value).result() == "a"
        assert executor.submit(lambda: local.value).result() == "a"


def both_executor_used_by_its_own_work():
    with ThreadPoolExecutor(4) as executor:

        def work(depth):
            return executor.submit(work, depth - 1).result() + 1 if depth else 0

        assert executor.submit(work, 3).result() == 3


async def count(name, order):
    for number in range(3):
        order.append((name, number))
        await asyncio.sleep(0.02)
    return name


def both_asyncio_run_in_two_threads():
    results, orders = [], [[], []]

    async def main(order):
        assert isinstance(asyncio.get_running_loop(), asyncio.BaseEventLoop)
        return await asyncio.gather(count("a", order), count("b", order))

    threads = [start(lambda order=order: results.append(asyncio.run(main(order)))) for order in orders]
    for thread in threads:
        thread.join()
    assert results == [["a", "b"], ["a", "b"]]
    for order in orders:
        assert order == [(name, number) for number in range(3) for name in ("a", "b")]
    assert raised(RuntimeError, asyncio.get_running_loop) == "no running event loop"


def jspi_event_loops_interleave():
    order = []
    for thread in [start(lambda name=name: asyncio.run(count(name, order))) for name in ("a", "b")]:
        thread.join()
    assert order[:2] == [("a", 0), ("b", 0)]
    assert sorted(order[2:4]) == [("a", 1), ("b", 1)]


def both_runner_and_new_event_loop():
    async def add(number):
        await asyncio.sleep(0)
        return number + 1

    with asyncio.Runner() as runner:
        assert runner.run(add(1)) == 2
        assert runner.run(add(2)) == 3
    loop = asyncio.new_event_loop()
    assert loop.run_until_complete(add(3)) == 4
    name = threading.current_thread().name
    assert raised(RuntimeError, asyncio.get_event_loop) == f"There is no current event loop in thread {name!r}."
    asyncio.set_event_loop(loop)
    assert asyncio.get_event_loop() is loop
    loop.close()
    assert raised(RuntimeError, loop.call_soon, print) == "Event loop is closed"


def both_to_thread_and_executors_of_loops():
    def name(number=None):
        time.sleep(0.01)
        return number or threading.current_thread().name

    async def main():
        variable.set("a")
        assert await asyncio.to_thread(variable.get) == "a"
        assert (await asyncio.to_thread(name)).startswith("asyncio_")
        assert await asyncio.gather(*(asyncio.to_thread(name, number) for number in (1, 2, 3))) == [1, 2, 3]
        with ThreadPoolExecutor(1, "own") as executor:
            assert await asyncio.get_running_loop().run_in_executor(executor, name) == "own_0"
        async with asyncio.timeout(5):
            await asyncio.to_thread(name)
        try:
            async with asyncio.timeout(0.01):
                await asyncio.sleep(1)
        except TimeoutError:
            return "timeout"

    assert asyncio.run(main()) == "timeout"


def both_run_coroutine_in_the_page():
    async def where():
        await asyncio.sleep(0.01)
        return asyncio.get_running_loop(), threading.current_thread()

    future = asyncio.run_coroutine_threadsafe(where(), turns.loop)
    assert future.result(5) == (turns.loop, threading.main_thread())


def jspi_run_coroutine_in_another_thread():
    loop = asyncio.new_event_loop()
    thread = start(loop.run_forever)

    async def where():
        await asyncio.sleep(0.01)
        return threading.current_thread()

    assert asyncio.run_coroutine_threadsafe(where(), loop).result(5) is thread
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


async def both_async_generators_end():
    ended = []

    async def numbers():
        try:
            for number in itertools.count():
                yield number
        finally:
            ended.append(threading.current_thread().name)

    async def main():
        async for number in numbers():
            if number == 2:
                break

    await in_thread(lambda: asyncio.run(main()))
    assert len(ended) == 1
    assert ended != ["MainThread"]


async def jspi_loops_take_turns():
    counts, ended = {"a": 0, "b": 0}, []

    def work(name):
        while not ended:
            counts[name] += 1

    threads = [start(work, name) for name in counts]
    seen = []
    for _ in range(3):
        await asyncio.sleep(0.25)
        seen.append(tuple(counts.values()))
    ended.append(True)
    await until(lambda: not any(thread.is_alive() for thread in threads))
    for index in (0, 1):
        assert 0 < seen[0][index] < seen[1][index] < seen[2][index], seen


async def jspi_for_loops_take_turns():
    thread = start(lambda: sum(1 for _ in itertools.count()))
    await asyncio.sleep(0.05)
    turns.stop(turns.place.get())
    await until(lambda: not thread.is_alive())


def elsewhere(code):
    """Compile a function named `work` whose loops do not take turns."""
    names = {"time": time, "turns": turns}
    exec(compile(code, "/lib/elsewhere.py", "exec"), names)  # noqa: S102
    return names["work"]


LONG = """
def work():
    ends = time.monotonic() + 0.5
    while time.monotonic() < ends:
        {}
"""


async def jspi_other_code_takes_turns_when_it_asks():
    for statement, expected in (("pass", 0), ("turns.turn()", 1)):
        rounds = []
        thread = start(elsewhere(LONG.format(statement)))
        await asyncio.sleep(0)
        while thread.is_alive():
            rounds.append(1)
            await asyncio.sleep(0)
        assert (len(rounds) > 1) == expected, rounds


def loop_forever():
    while True:
        pass


def loop_and_swallow():
    while True:
        with contextlib.suppress(BaseException):
            time.sleep(0.01)


def wait_forever(lock):
    with lock:
        pass


def work_in_executor():
    executor = ThreadPoolExecutor(2)
    executor.submit(time.sleep, 0).result()
    executor.submit(time.sleep, 1000)
    executor.submit(time.sleep, 1000).result()


async def sleep_and_more():
    try:
        await asyncio.gather(asyncio.sleep(1000), asyncio.to_thread(time.sleep, 1000))
    finally:
        await asyncio.sleep(1000)


async def spin():
    while True:  # noqa: ASYNC110
        await asyncio.sleep(0)


async def jspi_stop():
    lock = threading.Lock()
    lock.acquire()
    condition = threading.Condition()

    def wait_for_notice():
        with condition:
            condition.wait()

    works = {
        "loop": loop_forever,
        "swallows": loop_and_swallow,
        "sleep": lambda: time.sleep(1000),
        "lock": lambda: wait_forever(lock),
        "event": threading.Event().wait,
        "condition": wait_for_notice,
        "queue": queue.Queue().get,
        "simple": queue.SimpleQueue().get,
        "timed": lambda: queue.Queue().get(timeout=1000),
        "join": start(time.sleep, 1000).join,
        "executor": work_in_executor,
        "asyncio": lambda: asyncio.run(sleep_and_more()),
        "gather": lambda: asyncio.run(asyncio.wait_for(asyncio.Event().wait(), 1000)),
        "spin": lambda: asyncio.run(spin()),
        "elsewhere": elsewhere(LONG.replace("0.5", "1000").format("turns.turn()")),
    }
    threads = {name: start(work) for name, work in works.items()}
    threads["timer"] = threading.Timer(1000, print)
    threads["timer"].start()
    place, other, event = turns.place.get(), Place(), threading.Event()
    turns.place.set(other)
    survivor = start(event.wait)
    turns.place.set(place)
    await asyncio.sleep(0.3)
    assert [name for name, thread in threads.items() if not thread.is_alive()] == []
    turns.stop(place)
    await until(lambda: not any(thread.is_alive() for thread in threads.values()))
    await until(lambda: {thread.place for thread in turns.Thread.alive} == {other})
    assert lock.locked()
    late = start(loop_forever)
    await until(lambda: not late.is_alive())
    assert survivor.is_alive()
    event.set()
    await until(lambda: not survivor.is_alive())
    assert threading.enumerate() == [threading.main_thread()]


async def jspi_stop_lets_cleanup_run():
    ended = []

    def work():
        try:
            time.sleep(1000)
        except Exception:  # noqa: BLE001
            ended.append("swallowed")
        finally:
            ended.append("finally")

    async def task():
        try:
            await asyncio.Event().wait()
        finally:
            ended.append("task")

    threads = [start(work), start(lambda: asyncio.run(task()))]
    await asyncio.sleep(0.05)
    turns.stop(turns.place.get())
    await until(lambda: not any(thread.is_alive() for thread in threads))
    assert sorted(ended) == ["finally", "task"]


async def jspi_stop_passes_a_lock_on():
    lock, got = threading.Lock(), []
    lock.acquire()
    first = start(wait_forever, lock)
    other = Place()
    here = turns.place.get()
    turns.place.set(other)
    second = start(lambda: got.append(lock.acquire(timeout=5)))
    await asyncio.sleep(0.02)
    lock.release()  # to the first, which does not run before it is stopped
    turns.stop(here)
    await until(lambda: not (first.is_alive() or second.is_alive()))
    assert got == [True]


async def both_stop_while_waiting():
    stopped = []

    def work():
        try:
            time.sleep(1000)
        except turns.Stopped as error:
            stopped.append(isinstance(error, SystemExit))
            raise

    thread = start(work)
    turns.loop.call_later(0.05, turns.stop, turns.place.get())
    await until(lambda: not thread.is_alive())
    assert stopped == [True]


async def both_places():
    """The checks are those of `Place`."""
    seen = []

    def work(place):
        assert turns.current() is place
        assert turns.place.get() is place
        thread = threading.Thread(target=lambda: seen.append(turns.current() is place))
        Context().run(thread.start)
        thread.join()
        for _ in range(3):
            time.sleep(0.01)
            assert turns.current() is place
        raise ValueError("from a place")

    places = [Place(), Place()]
    threads = []
    for place in places:
        turns.place.set(place)
        threads.append(start(work, place))
    assert Place.now is None
    await until(lambda: not any(thread.is_alive() for thread in threads))
    assert seen == [True, True]
    for place, thread in zip(places, threads, strict=True):
        assert place.entered > 5
        text = place.stderr.getvalue()
        assert text.startswith(f"Exception in thread {thread.name}:\nTraceback"), text
        assert text.endswith("ValueError: from a place\n"), text
        assert "turns" not in text.replace("turns_cases", ""), text


async def both_no_place():
    turns.place.set(None)
    assert await in_thread(turns.current) is None
    assert turns.current() is None
    turns.turn()


def both_pickling():
    for make, name in (
        (threading.Lock, "lock"),
        (_thread.allocate_lock, "lock"),
        (threading.RLock, "RLock"),
        (threading.Condition, "RLock"),
        (threading.Event, "lock"),
    ):
        for function in (pickle.dumps, copy.copy, copy.deepcopy):
            if function is not copy.copy or make not in (threading.Condition, threading.Event):
                assert raised(TypeError, function, make()) == f"cannot pickle '_thread.{name}' object"
    assert str(type(threading.Lock())) == "<class '_thread.lock'>"
    assert str(type(threading.RLock())) == "<class '_thread.RLock'>"
    assert repr(threading.Lock()).startswith("<unlocked _thread.lock object at 0x")
    assert repr(threading.RLock()).startswith("<unlocked _thread.RLock object owner=None count=0 at 0x")
    assert isinstance(threading.Lock(), threading.Lock)


def both_names_and_idents():
    threads = {}

    def work():
        thread = threading.current_thread()
        threads[thread.name] = thread
        assert thread.ident == threading.get_ident() == _thread.get_ident()
        assert thread.is_alive()
        assert thread in threading.enumerate()
        assert threading.main_thread() in threading.enumerate()
        time.sleep(0.01)
        assert threading.current_thread() is thread

    before = threading.active_count()
    named = threading.Thread(target=work, name="named", daemon=True)
    assert named.ident is None
    named.start()
    other = start(work)
    assert named.daemon
    assert not other.daemon
    assert threading.active_count() == before + 2
    named.join()
    other.join()
    assert threads == {"named": named, other.name: other}
    assert other.name.endswith(" (work)")
    assert len({named.ident, other.ident, threading.get_ident(), threading.main_thread().ident}) == 4
    assert threading.active_count() == before
    assert repr(named) == f"<Thread(named, stopped daemon {named.ident})>"


async def both_main_thread():
    assert threading.current_thread() is threading.main_thread()
    assert threading.get_ident() == threading.main_thread().ident
    assert threading.main_thread().is_alive()


def both_excepthook():
    hooked = []
    thread = start(lambda: 1 / 0)
    thread.join()
    assert take_stderr().endswith("ZeroDivisionError: division by zero\n")
    before, threading.excepthook = threading.excepthook, hooked.append
    try:
        thread = start(lambda: 1 / 0)
        thread.join()
    finally:
        threading.excepthook = before
    assert [(args.exc_type, args.thread) for args in hooked] == [(ZeroDivisionError, thread)]
    start(sys.exit).join()
    assert take_stderr() == ""


def both_raw_threads():
    lock, seen = _thread.allocate_lock(), []

    def work(value, *, key):
        seen.extend((value, key, threading.current_thread().name.startswith("Dummy"), _thread.get_ident()))
        lock.release()
        int("raw")

    before = threading.active_count()
    lock.acquire()
    ident = _thread.start_new_thread(work, (1,), {"key": 2})
    lock.acquire()
    assert seen == [1, 2, True, ident]
    _thread.start_new_thread(_thread.exit, ())
    time.sleep(0.01)
    text = take_stderr()
    assert text.startswith("Exception ignored in thread started by: "), text
    assert text.endswith("ValueError: invalid literal for int() with base 10: 'raw'\n"), text
    assert threading.active_count() == before


def both_local():
    class Local(threading.local):
        def __init__(self, value):
            self.value = value
            self.initialized = threading.current_thread()

    local, seen = Local("a"), []

    def work(value):
        seen.append(local.value)
        assert local.initialized is threading.current_thread()
        local.value = value
        time.sleep(0.01)
        assert local.value == value

    for thread in [start(work, value) for value in ("b", "c")]:
        thread.join()
    assert seen == ["a", "a"]
    assert local.value == "a"


def both_context_variables():
    seen = []

    def work():
        seen.append(variable.get())
        variable.set("b")
        time.sleep(0.01)
        seen.append(variable.get())

    variable.set("a")
    start(work).join()
    assert seen == ["default", "b"]
    assert variable.get() == "a"


def both_errors_are_each_threads_own():
    def work(text):
        try:
            raise ValueError(text)  # noqa: TRY301
        except ValueError:
            time.sleep(0.01)
            assert str(sys.exc_info()[1]) == text

    for thread in [start(work, text) for text in ("a", "b")]:
        thread.join()
    assert sys.exc_info() == (None, None, None)


def both_deep_recursion():
    def deep(number):
        return deep(number + 1)

    caught = []

    def work():
        try:
            deep(0)
        except RecursionError as error:
            caught.append(str(error))

    for thread in [start(work) for _ in range(3)]:
        thread.join()
    assert caught == ["maximum recursion depth exceeded"] * 3


def jspi_imports_wait_for_each_other():
    Path("/apps/cases/slow_module.py").write_text("import time\ntime.sleep(0.05)\nvalue = 1\n", "utf-8")
    seen = []

    def work():
        import slow_module  # noqa: PLC0415

        seen.append(slow_module.value)

    for thread in [start(work) for _ in range(3)]:
        thread.join()
    assert seen == [1, 1, 1]


async def both_wait_on_the_pages_loop():
    event, order = threading.Event(), []

    async def other():
        for number in range(2):
            await asyncio.sleep(0)
            order.append((number, asyncio.current_task()))

    task = asyncio.create_task(other())
    start(lambda: (time.sleep(0.02), event.set()))
    assert event.wait(5)
    assert order == [(0, task), (1, task)]
    time.sleep(0.01)  # noqa: ASYNC251
    assert threading.current_thread() is threading.main_thread()
    assert asyncio.current_task() is not task


async def jspi_javascript_calls_python():
    import js  # noqa: PLC0415
    from pyodide.ffi import create_once_callable  # noqa: PLC0415

    seen = []
    js.Array.of(1).forEach(create_once_callable(lambda *_: seen.append(raised(RuntimeError, threading.Event().wait))))
    js.Array.of(1).forEach(create_once_callable(lambda *_: seen.append(threading.Event().wait(0.01))))
    assert seen == [
        "Python can't wait here, because JavaScript called it directly and not from an event loop.",
        False,
    ]


def plain_loop_without_a_wait():
    before, turns.SECONDS = turns.SECONDS, 1
    caught, took = [], []

    def try_forever():
        began = time.monotonic()
        caught.append(raised(TimeoutError, loop_forever))
        took.append(time.monotonic() - began)

    def work():
        time.sleep(0.2)
        try_forever()
        try_forever()
        time.sleep(0.01)
        ends = time.monotonic() + 0.2
        while time.monotonic() < ends:
            pass

    try:
        start(work).join()
    finally:
        turns.SECONDS = before
    assert before == 10
    assert caught == ["The script ran for 1 seconds without a pause. Does a loop never end?"] * 2
    assert took[0] > 0.9
    assert took[1] < took[0]


def plain_nested_waits():
    order = []

    def work(depth):
        if depth:
            thread = start(work, depth - 1)
            time.sleep(0.005)
            thread.join()
        order.append(depth)

    start(work, 20).join()
    assert order == list(range(21))


def plain_deadlock():
    lock = threading.Lock()
    with lock:
        start(wait_forever, lock).join()
    text = take_stderr()
    assert (
        "\nRuntimeError: This thread waits for something that can't happen before the thread ends, because this" in text
    ), text
    assert not lock.locked()


def plain_output_while_everything_waits():
    called = []
    turns.on_block.append(lambda: called.append(turns.current()))
    try:
        time.sleep(0.12)
        assert called[:2] == [None, None]
        called.clear()
        ends = time.monotonic() + 0.25
        while time.monotonic() < ends:
            pass
        assert 0 < len(called) < 4
    finally:
        turns.on_block.clear()


async def plain_the_pages_loop_continues():
    """What waits makes the calls of the page's loop, in order."""
    order = []

    async def task(name):
        for number in range(3):
            order.append(f"{name}{number}")
            await asyncio.sleep(0)

    def work():
        time.sleep(0.05)
        order.append("end")

    thread = start(work)
    tasks = [asyncio.create_task(task(name)) for name in ("a", "b")]
    canceled = turns.loop.call_soon(order.append, "canceled")
    canceled.cancel()
    await asyncio.gather(*tasks)
    await until(lambda: not thread.is_alive())
    assert order == ["a0", "b0", "a1", "b1", "a2", "b2", "end"]
