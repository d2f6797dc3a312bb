"""Run the proofs whose record is missing or out of date, and write down what each showed: `make record`.

That is on the Streamlit that is installed. The page, which needs the built site, can also run older versions: there,
only the proofs run that need a browser. With `--engine=stlite`, it is on the one in stlite, which takes long.
An outcome that contradicts the marks of its test is reported and not written, so it runs again next time.
"""

import argparse
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from livedocs.model.errors import AuthorError
from livedocs.model.proofs import ENGINES, Proof, modules_of
from livedocs.runtime import abilities
from livedocs.versions import agree, results
from livedocs.versions.environment import CORES, found, pytest_words, read_notes
from livedocs.versions.results import Key


def record(root: Path, engine: str, topics: list[str]) -> tuple[list[str], bool]:
    """Update an engine's records of some topics, or of all.

    Return a line for each problem, and whether all proofs have run: not if the run is cut short.
    Raises `AuthorError` for records that cannot be read or written.
    """
    modules = modules_of(root)
    proofs = {(topic, proof.name): proof for topic, module in modules.items() for proof in module.proofs}
    wanted, version = results.hashes(root, modules, engine), results.running(engine)
    outdated = results.outdated(root, version, wanted, engine)
    new = {key: of for key, of in outdated.items() if not topics or key[0] in topics}
    print(f"{engine}: {len(wanted) - len(outdated)} recorded, {len(new)} to run with Streamlit {version}", flush=True)
    notes = _run(root, engine, list(new)) if new else {}
    ran = {key: note for key, note in notes.items() if note["ran"]}
    problems = {key: problem for key, note in ran.items() if (problem := _problem(proofs[key], engine, version, note))}
    now = found({key: note for key, note in ran.items() if key not in problems}, wanted)
    kept = results.fresh(root, version, wanted, engine)
    if kept | now != results.read(root, version, engine, stale=True):
        results.write(root, version, kept | now, engine)
    for other in results.versions(root, engine):
        if other not in (results.runnable(engine) or [other]):  # it ran that before, and can't run it now
            (root / results.path_of(other, engine)).unlink()
    lines = [f"{proofs[key].path.as_posix()}:{proofs[key].line}: {text}" for key, text in problems.items()]
    for why, count in Counter(note["why"] for note in notes.values() if not note["ran"]).items():
        lines.append(f"{engine}: {count} proofs could not run: {why}")
    if left := len(new) - len(notes):
        lines.append(f"{engine}: {left} proofs have not run: run `{results.RECORD}` again")
    return lines, not left


def _problem(proof: Proof, engine: str, version: str, note: dict) -> str | None:
    problem = agree.contradiction(proof, engine, version, held=bool(note["held"]))
    return f"{problem}\n  {note['why']}" if problem and note["why"] else problem


def _run(root: Path, engine: str, keys: list[Key]) -> dict[Key, dict]:
    """Run proofs and return the notes of them, also of a run that is cut short."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "notes.jsonl")
        command = [sys.executable, *pytest_words(file, keys), f"--engine={engine}", "-rN"]
        command += [f"--streamlit={abilities.STREAMLIT}"] if engine == "live" else []
        if engine != "apptest":  # which is faster in one process
            command += ["-n", str(CORES), "--dist", "loadfile"]
        with subprocess.Popen(command, cwd=root, start_new_session=True) as process:  # or Ctrl-C would end it twice
            try:
                process.wait()
            except KeyboardInterrupt:
                process.send_signal(signal.SIGINT)
        return read_notes(file)


def main() -> int | str:
    """Return the exit status, or what prevents the run."""
    parser = argparse.ArgumentParser(prog="python -m livedocs.versions.record", description=__doc__.split("\n")[0])
    # The page comes first: it wants a site that is newer than all records.
    order = ENGINES[::-1]
    parser.add_argument("--engine", action="append", choices=order, help="may be repeated (default: all but stlite)")
    parser.add_argument("--streamlit", metavar="VERSION", help="in the page, the version to run, as in 1.50")
    parser.add_argument("topics", nargs="*", metavar="topic", help="like widget_resets (default: all)")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    root = Path.cwd()
    if unknown := set(options.topics) - modules_of(root).keys():
        return f"no topic {', '.join(sorted(unknown))}: name one of {', '.join(modules_of(root))}"
    if options.streamlit:
        try:
            abilities.choose(options.streamlit)
        except LookupError as error:
            return str(error)
        options.engine = ["live"]
    problems: list[str] = []
    try:
        for engine in (engine for engine in order if engine in (options.engine or ENGINES[:-1])):
            found, complete = record(root, engine, options.topics)
            problems += found
            if not complete:
                break
    except AuthorError as error:
        return str(error)
    print(*problems, sep="\n", end="\n" if problems else "")
    return int(bool(problems))


if __name__ == "__main__":
    sys.exit(main())
