"""Run the headless proofs on many versions of Streamlit and write down what each showed: `make versions`.

Each version gets its own environment, and runs only the proofs whose snippet or test has changed since its results were
written. What has ended is kept when the run is cut short.
"""

import argparse
import asyncio
import json
import re
import signal
import subprocess
import sys
from collections.abc import Coroutine, Iterable
from itertools import groupby
from pathlib import Path
from typing import Any, TypeVar

from packaging.version import InvalidVersion, Version

from livedocs.model.errors import AuthorError
from livedocs.model.proofs import minor, modules_of
from livedocs.versions import agree, results
from livedocs.versions.environment import CORES, NotMeasuredError, found, is_nightly, measure
from livedocs.versions.results import Key, Results

OLDEST = (1, 28)  # the first with AppTest
NIGHTLY = "nightly"
_INDEX = (sys.executable, "-m", "pip", "--disable-pip-version-check", "index", "versions")
_T = TypeVar("_T")


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
            raise NotMeasuredError(f"`{name}` isn't a version: name one like 1.40, 1.40.2, or {NIGHTLY}") from None
        if "." not in version or minor(version) < OLDEST:
            raise NotMeasuredError(f"{name} has no AppTest: name a version from 1.28 on")
        if version.count(".") == 1:
            version = next((newest for newest in available() if minor(newest) == minor(version)), version)
        versions.append(version)
    return versions


def spread(known: list[str]) -> list[str]:
    """Return some versions for all: the oldest, the newest, two between them, and the one that runs in the page."""
    some = {known[number * (len(known) - 1) // 3] for number in range(4)} if known else set()
    return [version for version in known if version in some or minor(version) == minor(results.running("live"))]


async def update(root: Path, version: str, wanted: dict[Key, str]) -> tuple[int, list[str]]:
    """Update a version's results; return how many proofs ran, and what differs from before.

    They take the place of the results of an older patch.
    """
    before = results.read(root, version, stale=True)
    known = results.fresh(root, version, wanted)
    new = {key: of for key, of in wanted.items() if key not in known}
    notes = await measure(root, version, new) if new else {}
    now = known | found(notes, wanted)
    if now != before or known != before:
        results.write(root, version, now)
    for other in results.versions(root):
        if minor(other) == minor(version) and Version(other) < Version(version):
            (root / results.path_of(other)).unlink()
    if notes:
        _log(root, version, notes)
    return len(new), differences(before, now)


async def check(root: Path, version: str, wanted: dict[Key, str]) -> tuple[int, list[str]]:
    """Run all proofs on a version; return how many there are, and what differs from its results.

    A nightly is compared with the newest release. A proof without an up-to-date result is compared with its marks.
    """
    notes = await measure(root, version, wanted)
    _log(root, version, notes)
    versions = results.versions(root)
    known = results.fresh(root, versions[-1] if is_nightly(version) and versions else version, wanted)
    differs = differences(known, found(notes, wanted))
    newer = next((other for other in versions if Version(other) > Version(version)), None)
    for topic, module in modules_of(root).items():
        for proof in module.proofs:
            key = topic, proof.name
            if key in notes and key not in known:
                problem = agree.contradiction(proof, "apptest", version, newer, held=bool(notes[key]["held"]))
                differs += [f"{'::'.join(key)}: {problem}"] if problem else []
    return len(notes), differs


def differences(before: Results, now: Results) -> list[str]:
    """Say in a line for each how the results of the same proofs differ."""
    lines = []
    for key in sorted(before.keys() & now.keys()):
        old, new = before[key], now[key]
        if bool(old.held) != bool(new.held):
            now_ = "holds" if new.held else "does not hold"
            lines.append(f"{'::'.join(key)}: {'held' if old.held else 'did not hold'}, now {now_}")
        elif old.seen != new.seen:
            lines.append(f"{'::'.join(key)}: showed {list(old.seen)}, now {list(new.seen)}")
    return lines


def _log(root: Path, version: str, notes: dict[Key, dict]) -> None:
    """Keep for those who look into it why proofs failed."""
    log = root / ".cache/versions" / f"{NIGHTLY if is_nightly(version) else version}.json"
    log.parent.mkdir(parents=True, exist_ok=True)
    content = {"::".join(key): note for key, note in sorted(notes.items())}
    log.write_text(json.dumps(content, indent=1, ensure_ascii=False), "utf-8")


async def run(root: Path, versions: list[str], *, checks: bool) -> tuple[list[str], list[str]]:
    """Update or check each version, as many at a time as there are cores, and print a line as each ends.

    Return those that could not be measured, and those with differences, in the order of their end.
    """
    wanted = results.hashes(root, modules_of(root))
    places = asyncio.Semaphore(CORES)
    missing: list[str] = []
    different: list[str] = []

    async def one(version: str) -> str:
        act = check if checks or is_nightly(version) else update
        async with places:
            try:
                count, differs = await act(root, version, wanted)
            except (NotMeasuredError, AuthorError, OSError) as error:
                missing.append(version)
                return f"{version}: NOT MEASURED\n{error}".replace("\n", "\n  ")
        different.extend([version] if differs else [])
        return "\n  ".join([f"{version}: {f'{count} proofs run' if count else 'up to date'}", *differs])

    async with asyncio.TaskGroup() as group:
        running = [group.create_task(one(version)) for version in versions]
        for number, ended in enumerate(asyncio.as_completed(running), 1):
            print(f"[{number}/{len(running)}] {await ended}", flush=True)
    return missing, different


def interruptible(coroutine: Coroutine[Any, Any, _T]) -> _T:
    """Run a coroutine, and cancel it on Ctrl-C or SIGTERM; raise `KeyboardInterrupt` then."""
    signal.signal(signal.SIGINT, signal.default_int_handler)  # which `asyncio.run` replaces
    signal.signal(signal.SIGTERM, lambda *_: signal.raise_signal(signal.SIGINT))
    return asyncio.run(coroutine)


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
                return f"no results: run `{results.COMMAND}`"
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
    except KeyboardInterrupt:
        return "cut short: what has ended is kept"
    if missing:
        print("Not measured:", *missing)
    return int(bool(missing or (options.check and different)))


if __name__ == "__main__":
    sys.exit(main())
