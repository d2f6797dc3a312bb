"""Run proofs with pytest and read what they showed: in an environment for a version of Streamlit, or in this one."""

import asyncio
import json
import os
import re
import sys
from collections.abc import Callable, Collection, Iterable
from importlib.metadata import version as installed
from pathlib import Path
from tempfile import TemporaryDirectory

from packaging.version import Version

from livedocs.model.proofs import minor, tests_of
from livedocs.versions.results import Key, Result, Results

# What the proofs and the plugins import, as locked for this project.
ROOT = Path(__file__).parents[2]
IMPORTED = (ROOT, ROOT / "engines")
TOOLS = ("pytest", "pytest-timeout")
CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
_ENDED = re.compile(rb"^[-.?E]+(?=$| +\[)", re.MULTILINE)  # a character for each test, as the recorder prints them
_PLUGINS = ("streamlit_engines.plugin", "livedocs.versions.marks", "livedocs.versions.recorder")
_UV = (sys.executable, "-m", "uv", "run", "--quiet", "--isolated", "--no-project", "--python", sys.executable)


class NotMeasuredError(RuntimeError):
    """The proofs cannot be run on a version, and why."""


async def measure(
    root: Path, version: str, keys: Collection[Key], told: Callable[[int], None] | None = None
) -> dict[Key, dict]:
    """Run headless proofs, named by topic and test, on a version; return the notes of `livedocs.versions.recorder`.

    `told` is called again and again with the number of proofs that have ended.
    Raises `NotMeasuredError` if the version cannot be installed or cannot run all of them.
    """
    needs = [f"{'streamlit-nightly' if is_nightly(version) else 'streamlit'}=={version}"]
    tools = {tool: f"=={installed(tool)}" for tool in TOOLS}
    if minor(version) <= (1, 35):
        tools["pyarrow"] = "<20"  # it has dropped what these versions call
    if hangs(version):
        tools["pytest"] = "<9"  # because they need an older packaging than it does
    needs += [tool + specifier for tool, specifier in tools.items()]
    with TemporaryDirectory() as folder:
        file = Path(folder, "notes.jsonl")
        options = ["-W", "ignore", f"--timeout={30 if hangs(version) else 60}"]
        uv = [*_UV, *(part for need in needs for part in ("--with", need)), "python"]
        output = await _output([*uv, *pytest_words(file, keys), *options], root, told)
        notes = read_notes(file)
    if not notes:
        raise NotMeasuredError(output)
    if notes.keys() != set(keys):
        raise NotMeasuredError(f"not all proofs ran\n{output}")
    return notes


def pytest_words(notes: Path, keys: Iterable[Key]) -> list[str]:
    """Return the words after `python` that run proofs and write notes of them."""
    tests = [f"{tests_of(topic).as_posix()}::{name}" for topic, name in keys]
    plugins = [word for plugin in _PLUGINS for word in ("-p", plugin)]  # Pytest 8 does not read [tool.pytest]
    options = ["--import-mode=importlib", "-p", "no:cacheprovider", "--tb=no", "-q", f"--notes={notes}"]
    return ["-m", "pytest", *plugins, *options, *tests]


def read_notes(file: Path) -> dict[Key, dict]:
    """Return the notes in a file, the last one on each proof."""
    lines = file.read_text("utf-8").splitlines() if file.exists() else []
    return {(topic, name): note for topic, name, note in map(json.loads, lines)}


def found(notes: dict[Key, dict], wanted: dict[Key, str]) -> Results:
    """Return notes as results, with the hashes of what has shown them."""
    return {key: Result(note["held"], wanted[key], tuple(note["seen"])) for key, note in notes.items()}


async def _output(command: list[str], root: Path, told: Callable[[int], None] | None = None) -> str:
    """Return what a command prints; end it when this is cancelled."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(map(str, IMPORTED)), "PYTHONDONTWRITEBYTECODE": "1"}
    environment.pop("VIRTUAL_ENV", None)
    pipe, same = asyncio.subprocess.PIPE, asyncio.subprocess.STDOUT
    process = await asyncio.create_subprocess_exec(*command, cwd=root, env=environment, stdout=pipe, stderr=same)
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


def is_nightly(version: str) -> bool:
    """Tell whether a version is one of the package streamlit-nightly."""
    return Version(version).is_devrelease


def hangs(version: str) -> bool:
    """Tell whether an AppTest may never end where an app calls `st.rerun`."""
    return minor(version) <= (1, 32)
