"""Run the headless proofs on many versions of Streamlit and write down what each showed: `make versions`.

Each version gets an environment of its own, and runs only the proofs whose snippet or test has changed since its
results were written. What has ended is kept when the run is cut short.
"""

import argparse
import asyncio
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Collection, Coroutine, Iterable
from importlib.metadata import version as installed
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from packaging.version import InvalidVersion, Version

from livedocs.model.errors import AuthorError
from livedocs.model.proofs import TESTS, minor
from livedocs.model.topics import modules_of
from livedocs.qa.forks import CORES
from livedocs.runtime import abilities
from livedocs.versions import results
from livedocs.versions.results import Key, Result, Results

OLDEST = (1, 28)  # the first with AppTest
NIGHTLY = "nightly"
# What the proofs and the plugins import, as locked for this project.
ROOT = Path(__file__).parents[2]
IMPORTED = (ROOT, ROOT / "engines")
TOOLS = ("pytest", "pytest-timeout")
CUT_SHORT = "cut short: what has ended is kept"
_INDEX = (sys.executable, "-m", "pip", "--disable-pip-version-check", "index", "versions")
_UV = (sys.executable, "-m", "uv", "run", "--quiet", "--isolated", "--no-project", "--python", sys.executable)
_ENDED = re.compile(rb"^[.FE]+(?=$| +\[)", re.MULTILINE)  # a sign for each test, as pytest prints them


class NotMeasuredError(RuntimeError):
    """The proofs cannot be run on a version, and why."""


def available(package: str = "streamlit", *, pre: bool = False) -> list[str]:
    """Return the newest patch of each minor release on the index, from 1.28 on, the oldest first."""
    command = [*_INDEX, package, *(["--pre"] if pre else [])]
    asked = subprocess.run(command, capture_output=True, text=True, check=False)
    line = re.search(r"^Available versions: (.*)$", asked.stdout, re.MULTILINE)
    if line is None:
        *_, why = ["", *asked.stderr.strip().splitlines()]
        raise NotMeasuredError(f"the index has no {package} ({why.removeprefix('ERROR: ')})")
    found = sorted((Version(text) for text in line[1].split(", ")), reverse=True)
    newest = [str(next(group)) for _, group in groupby(found, key=lambda version: version.release[:2])]
    return [version for version in reversed(newest) if minor(version) >= OLDEST]


def nightly() -> str:
    """Return the newest version of the package streamlit-nightly."""
    return available("streamlit-nightly", pre=True)[-1]


def wanted(names: Iterable[str]) -> list[str]:
    """Return the versions that are meant: `1.40` is the newest patch of 1.40."""
    versions = []
    for name in names:
        try:
            version = nightly() if name == NIGHTLY else str(Version(name))
        except InvalidVersion:
            raise NotMeasuredError(f"`{name}` is no version: name one like 1.40, 1.40.2 or {NIGHTLY}") from None
        if "." not in version or minor(version) < OLDEST:
            raise NotMeasuredError(f"{name} has no AppTest: name a version from 1.28 on")
        if version.count(".") == 1:
            version = next((newest for newest in available() if minor(newest) == minor(version)), version)
        versions.append(version)
    return versions


def spread(known: list[str]) -> list[str]:
    """Return some versions for all: the oldest, the newest, two between them, and the one that runs in the page."""
    some = {known[number * (len(known) - 1) // 3] for number in range(4)} if known else set()
    return [version for version in known if version in some or minor(version) == minor(abilities.STREAMLIT)]


async def measure(
    root: Path, version: str, keys: Collection[Key], told: Callable[[int], None] | None = None
) -> dict[Key, dict]:
    """Run proofs, named by topic and test, on a version; return the notes of `livedocs.versions.recorder`.

    `told` is called with the number of proofs that have ended, again and again.
    Raises `NotMeasuredError` if the version cannot be installed or cannot run all of them.
    """
    tests = [f"{TESTS}/test_{topic}.py::{name}" for topic, name in keys]
    needs = [f"{'streamlit-nightly' if _is_nightly(version) else 'streamlit'}=={version}"]
    tools = {tool: f"=={installed(tool)}" for tool in TOOLS}
    if minor(version) <= (1, 35):
        tools["pyarrow"] = "<20"  # it has dropped what these versions call
    if _hangs(version):
        tools["pytest"] = "<9"  # as they need an older packaging than it does
    needs += [tool + specifier for tool, specifier in tools.items()]
    with TemporaryDirectory() as folder:
        file = Path(folder, "notes.json")
        command = [*_UV, *(part for need in needs for part in ("--with", need))]
        command += [
            "python",
            "-m",
            "pytest",
            "-q",
            "-p",
            "livedocs.versions.recorder",
            f"--record={file}",
            "-W",
            "ignore",
        ]
        # Pytest 8 does not read [tool.pytest].
        command += ["-p", "streamlit_engines.plugin", "-p", "livedocs.versions.marks", "--import-mode=importlib"]
        command += [f"--timeout={30 if _hangs(version) else 60}", "-p", "no:cacheprovider", "--tb=no", *tests]
        output = await _output(command, root, told)
        notes = _notes(file)
    if notes is None:
        raise NotMeasuredError(output)
    if notes.keys() != set(keys):
        raise NotMeasuredError(f"not all proofs ran\n{output}")
    return notes


def _notes(file: Path) -> dict[Key, dict] | None:
    if not file.exists():
        return None
    return {tuple(key.split("::")): note for key, note in json.loads(file.read_text("utf-8")).items()}


async def _output(command: list[str], root: Path, told: Callable[[int], None] | None = None) -> str:
    """Return what a command prints; end it when this is cancelled."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(map(str, IMPORTED)), "PYTHONDONTWRITEBYTECODE": "1"}
    environment.pop("VIRTUAL_ENV", None)
    both = {"stdout": asyncio.subprocess.PIPE, "stderr": asyncio.subprocess.STDOUT}
    process = await asyncio.create_subprocess_exec(*command, cwd=root, env=environment, **both)
    output = b""
    try:
        while process.stdout and (chunk := await process.stdout.read(4096)):
            output += chunk
            if told:
                told(sum(map(len, _ENDED.findall(output))))
        await process.wait()
    finally:
        if process.returncode is None:
            process.terminate()  # which uv passes on
            await process.wait()
    return output.decode(errors="replace").strip()


def _is_nightly(version: str) -> bool:
    return Version(version).is_devrelease


def _hangs(version: str) -> bool:
    """Tell whether an AppTest may never end where an app calls `st.rerun`."""
    return minor(version) <= (1, 32)


async def update(root: Path, version: str, wanted: dict[Key, str]) -> tuple[int, list[str]]:
    """Bring a version's results up to date; return how many proofs ran, and what differs from before.

    They take the place of the results of an older patch.
    """
    known = results.read(root, version)
    new = results.outdated(root, version, wanted)
    notes = await measure(root, version, new) if new else {}
    found = {key: result for key, result in known.items() if key in wanted and key not in new} | _found(notes, wanted)
    if found != known:
        results.write(root, version, found)
    for other in results.versions(root):
        if minor(other) == minor(version) and Version(other) < Version(version):
            (root / results.path_of(other)).unlink()
    if notes:
        _log(root, version, notes)
    return len(new), differences(known, found)


async def check(root: Path, version: str, wanted: dict[Key, str]) -> tuple[int, list[str]]:
    """Run all proofs on a version; return how many there are, and what differs from its results."""
    if new := results.outdated(root, version, wanted):
        raise NotMeasuredError(f"{results.path_of(version)} lacks {len(new)} proofs: run `{results.COMMAND}`")
    notes = await measure(root, version, wanted)
    _log(root, version, notes)
    return len(notes), differences(results.read(root, version), _found(notes, wanted))


async def preview(root: Path, version: str, wanted: dict[Key, str]) -> tuple[int, list[str]]:
    """Run all proofs on a nightly; return how many there are, and what differs from the newest release's results."""
    notes = await measure(root, version, wanted)
    *_, newest = ["", *results.versions(root)]
    old = results.outdated(root, newest, wanted)
    known = {key: result for key, result in results.read(root, newest).items() if key not in old}
    differs = differences(known, _found(notes, wanted))
    _log(root, NIGHTLY, notes, streamlit=version, newest=newest, differences=differs)
    return len(notes), differs


def _found(notes: dict[Key, dict], wanted: dict[Key, str]) -> Results:
    return {key: Result(note["held"], wanted[key], tuple(note["seen"])) for key, note in notes.items()}


def differences(before: Results, now: Results) -> list[str]:
    """Say in a line for each how the results of the same proofs differ."""
    lines = []
    for key in sorted(before.keys() & now.keys()):
        old, new = before[key], now[key]
        if old.held != new.held:
            now_ = "holds" if new.held else "does not hold"
            lines.append(f"{'::'.join(key)}: {'held' if old.held else 'did not hold'}, now {now_}")
        elif old.seen != new.seen:
            lines.append(f"{'::'.join(key)}: showed {list(old.seen)}, now {list(new.seen)}")
    return lines


def _log(root: Path, name: str, notes: dict[Key, dict], **more: object) -> None:
    """Keep for those who look into it why proofs failed."""
    log = root / ".cache/versions" / f"{name}.json"
    log.parent.mkdir(parents=True, exist_ok=True)
    content = more | {"::".join(key): note for key, note in sorted(notes.items())}
    log.write_text(json.dumps(content, indent=1, ensure_ascii=False), "utf-8")


async def run(root: Path, versions: list[str], *, checks: bool) -> tuple[list[str], list[str]]:
    """Update or check each version, as many at a time as there are cores, and print a line as each ends.

    Return those that could not be measured, and those with differences, in the order of their end.
    """
    wanted = results.hashes(root, modules_of(root))
    places, start = asyncio.Semaphore(CORES), time.monotonic()
    todo = {
        version: wanted if checks or _is_nightly(version) else results.outdated(root, version, wanted)
        for version in versions
    }
    # A test takes about three times as long where some of them hang; an environment as long as 20 tests.
    work = {version: (20 + len(new)) * (3 if _hangs(version) else 1) for version, new in todo.items() if new}
    missing, different, took = [], [], {}

    async def one(version: str) -> str:
        act = preview if _is_nightly(version) else check if checks else update
        async with places:
            began = time.monotonic()
            try:
                count, differs = await act(root, version, wanted)
            except (NotMeasuredError, AuthorError, OSError) as error:
                work.pop(version, None)
                missing.append(version)
                return f"{version}: NOT MEASURED\n{error}".replace("\n", "\n  ")
            took[version] = time.monotonic() - began
        different.extend([version] if differs else [])
        return "\n  ".join([f"{version}: {f'{count} proofs run' if count else 'up to date'}", *differs])

    async with asyncio.TaskGroup() as group:
        running = [group.create_task(one(version)) for version in versions]
        for number, ended in enumerate(asyncio.as_completed(running), 1):
            line, seconds = await ended, time.monotonic() - start
            known = work.keys() & took.keys()
            rate = sum(took[version] for version in known) / max(1, sum(work[version] for version in known)) / CORES
            left = max(0, rate * sum(work.values()) - seconds) if number < len(running) else 0
            print(f"[{number}/{len(running)}, {_clock(seconds)}, {_clock(left)} left] {line}", flush=True)
    return missing, different


def _clock(seconds: float) -> str:
    minutes, seconds = divmod(round(seconds), 60)
    return f"{minutes}:{seconds:02}"


def interruptible(coroutine: Coroutine) -> Any:
    """Run a coroutine that Ctrl-C, or a polite end from outside, cancels."""

    async def cancelled_by_signals() -> Any:
        for number in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(number, asyncio.current_task().cancel)
        return await coroutine

    return asyncio.run(cancelled_by_signals())


def main() -> int | str:
    """Return the exit status, or what prevents the run."""
    parser = argparse.ArgumentParser(prog="python -m livedocs.versions.matrix", description=__doc__.split("\n")[0])
    parser.add_argument("versions", nargs="*", metavar="version", help="like 1.40, 1.40.2 or nightly (default: all)")
    parser.add_argument("--spread", action="store_true", help="instead of naming them: some of those with results")
    parser.add_argument("--check", action="store_true", help="run all and compare with the results; write nothing")
    options = parser.parse_args()
    root = Path.cwd()
    try:
        if options.spread:
            versions = spread(results.versions(root))
            if not versions:
                return f"there are no results: run `{results.COMMAND}`"
        elif options.versions:
            versions = wanted(options.versions)
        else:
            versions = available()
            try:
                versions.append(nightly())
            except NotMeasuredError as error:
                print(f"No nightly: {error}")
        missing, different = interruptible(run(root, versions, checks=options.check))
    except (AuthorError, NotMeasuredError) as error:
        return str(error)
    except asyncio.CancelledError:
        return CUT_SHORT
    if missing:
        print("Not measured:", *missing)
    return int(bool(missing or (options.check and different)))


if __name__ == "__main__":
    sys.exit(main())
