"""Run the headless proofs on many versions of Streamlit and write down what each showed: `make versions`.

Each version gets an environment of its own, and runs only the proofs whose snippet or test has changed since its
results were written. What has ended is kept when the run is cut short.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Collection, Iterable
from concurrent.futures import ThreadPoolExecutor, as_completed
from importlib.metadata import version as installed
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from packaging.version import Version

from livedocs import results
from livedocs.errors import AuthorError
from livedocs.forks import CORES
from livedocs.proofs import TESTS, Module, load, minor
from livedocs.results import Result, Results

OLDEST = (1, 28)  # the first with AppTest
NIGHTLY = "nightly"
# What the proofs and `tests/conftest.py` import, as locked for this project.
TOOLS = ("pytest", "pytest-timeout", "mkdocs", "pymdown-extensions")
_PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "index", "versions")


class MissingVersionError(RuntimeError):
    """A version cannot be found or installed, and why."""


def available(package: str = "streamlit") -> list[str]:
    """Return the newest patch of each minor release on the index, from 1.28 on, the oldest first."""
    asked = subprocess.run([*_PIP, package], capture_output=True, text=True, check=False)
    line = re.search(r"^Available versions: (.*)$", asked.stdout, re.MULTILINE)
    if line is None:
        raise MissingVersionError(asked.stderr.strip().splitlines()[-1] if asked.stderr.strip() else f"no {package}")
    found = sorted((Version(text) for text in line[1].split(", ")), reverse=True)
    newest = [str(next(group)) for _, group in groupby(found, key=lambda version: version.release[:2])]
    return [version for version in reversed(newest) if minor(version) >= OLDEST]


def wanted(names: Iterable[str], known: list[str]) -> list[str]:
    """Return the versions that are meant: `1.40` is the newest patch of 1.40, none are all that are known."""
    names = list(names)
    latest = {".".join(map(str, minor(version))): version for version in known}
    return [latest.get(name, name) for name in names] if names else known


def measure(root: Path, version: str, keys: Collection[tuple[str, str]]) -> dict[tuple[str, str], dict]:
    """Run proofs, named by topic and test, on a version; return the notes that `livedocs.recorder` took of each.

    Raises `MissingVersionError` if the version cannot be installed, `RuntimeError` if it cannot run the proofs.
    """
    tests = [f"{TESTS}/test_{topic}.py::{name}" for topic, name in keys]
    streamlit = "streamlit-nightly" if version == NIGHTLY else f"streamlit=={version}"
    tools = {tool: f"=={installed(tool)}" for tool in TOOLS}
    if version != NIGHTLY and minor(version) <= (1, 35):
        tools["pyarrow"] = "<20"  # it has dropped what these versions call
    if version != NIGHTLY and minor(version) <= (1, 32):
        tools["pytest"] = "<9"  # as they need an older packaging than it does
    needs = [streamlit, *(tool + specifier for tool, specifier in tools.items())]
    with TemporaryDirectory() as folder:
        file = Path(folder, "notes.json")
        command = [
            sys.executable,
            "-m",
            "uv",
            "run",
            "--quiet",
            "--isolated",
            "--no-project",
            "--python",
            sys.executable,
        ]
        command += [part for need in needs for part in ("--with", need)]
        command += ["python", "-m", "pytest", "-q", "-p", "livedocs.recorder", f"--record={file}", "-W", "ignore"]
        # Pytest 8 does not read [tool.pytest].
        command += ["-p", "livedocs.engines.plugin", "--import-mode=importlib", f"--timeout={_patience(version)}"]
        command += ["-p", "no:cacheprovider", "--tb=no", *tests]
        environment = os.environ | {"PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": "1"}
        environment.pop("VIRTUAL_ENV", None)
        ran = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
        if not file.exists():
            raise MissingVersionError((ran.stderr or ran.stdout).strip())
        notes = {tuple(key.split("::")): note for key, note in json.loads(file.read_text("utf-8")).items()}
    if notes.keys() != set(keys):
        raise RuntimeError(f"on Streamlit {version} not all proofs ran:\n{ran.stdout}{ran.stderr}")
    return notes


def _patience(version: str) -> int:
    """Return how many seconds a test may take: up to 1.32 an AppTest never ends where an app calls `st.rerun`."""
    return 10 if version != NIGHTLY and minor(version) <= (1, 32) else 60


def update(root: Path, version: str, modules: dict[str, Module]) -> tuple[int, list[str]]:
    """Bring a version's results up to date; return how many proofs ran, and what differs from before."""
    new = results.outdated(root, version, modules)
    known = results.read(root, version)
    notes = measure(root, version, new) if new else {}
    there = {(topic, proof.name) for topic in modules for proof in modules[topic].proofs if results.measured(proof)}
    kept = {key: result for key, result in known.items() if key in there and key not in new}
    found = kept | {key: Result(note["held"], new[key], tuple(note["seen"])) for key, note in notes.items()}
    if found != known:
        results.write(root, version, found)
    _log(root, version, notes)
    return len(new), differences(known, found)


def check(root: Path, version: str, modules: dict[str, Module]) -> tuple[int, list[str]]:
    """Run all proofs on a version; return how many there are, and what differs from its results."""
    if new := results.outdated(root, version, modules):
        raise RuntimeError(f"{results.path_of(version)} lacks {len(new)} proofs: run `{results.COMMAND}`")
    known = results.read(root, version)
    keys = {key: result.of for key, result in known.items()}
    notes = measure(root, version, keys)
    _log(root, version, notes)
    found = {key: Result(note["held"], keys[key], tuple(note["seen"])) for key, note in notes.items()}
    return len(found), differences(known, found)


def differences(before: Results, now: Results) -> list[str]:
    """Say in a line for each how the results of the same proofs differ."""
    lines = []
    for key in sorted(before.keys() & now.keys()):
        old, new = before[key], now[key]
        if old.held != new.held:
            lines.append(f"{'::'.join(key)}: {'held' if old.held else 'did not hold'}, now {_held(new)}")
        elif old.seen != new.seen:
            lines.append(f"{'::'.join(key)}: showed {list(old.seen)}, now {list(new.seen)}")
    return lines


def _held(result: Result) -> str:
    return "holds" if result.held else "does not hold"


def _log(root: Path, version: str, notes: dict[tuple[str, str], dict]) -> None:
    """Keep for those who look into it why proofs failed."""
    log = root / ".cache/versions" / f"{version}.json"
    log.parent.mkdir(parents=True, exist_ok=True)
    log.write_text(json.dumps({"::".join(key): note for key, note in sorted(notes.items())}, indent=1), "utf-8")


def modules_of(root: Path) -> dict[str, Module]:
    """Return the test modules of all topics."""
    topics = sorted(path.stem.removeprefix("test_") for path in (root / TESTS).glob("test_*.py"))
    return {topic: load(root, topic) for topic in topics}


def main() -> int | str:
    """Return the exit status, or what prevents the run."""
    parser = argparse.ArgumentParser(prog="python -m livedocs.versions", description=__doc__.split("\n")[0])
    parser.add_argument("versions", nargs="*", metavar="version", help="like 1.40, 1.40.2 or nightly (default: all)")
    parser.add_argument("--check", action="store_true", help="run all and compare with the results; write nothing")
    options = parser.parse_args()
    root, start = Path.cwd(), time.monotonic()
    try:
        modules = modules_of(root)
        versions = wanted(options.versions, available())
    except (AuthorError, MissingVersionError) as error:
        return str(error)
    run = check if options.check else update
    missing, different = [], []
    with ThreadPoolExecutor(CORES) as pool:
        running = {pool.submit(run, root, version, modules): version for version in versions}
        try:
            for number, ended in enumerate(as_completed(running), 1):
                version, seconds = running[ended], time.monotonic() - start
                left = seconds / number * (len(running) - number)
                try:
                    count, differs = ended.result()
                    line = f"{count} proofs run" if count else "up to date"
                    if differs:
                        line += "".join(f"\n  {text}" for text in differs)
                        different.append(version)
                except MissingVersionError as error:
                    missing.append(version)
                    line = f"NOT MEASURED, it cannot be had:\n  {error}".replace("\n", "\n  ")
                print(f"{version}: {line}\n[{number}/{len(running)}, {seconds:.0f} s, {left:.0f} s left]", flush=True)
        except (KeyboardInterrupt, AuthorError, RuntimeError) as error:
            pool.shutdown(cancel_futures=True)
            return str(error) or "cut short: what has ended is kept"
    if missing:
        print("Not measured:", *missing)
    return int(bool(missing or (options.check and different)))


if __name__ == "__main__":
    sys.exit(main())
