"""Run all proofs in random order while other processes keep the processor busy, and again, until one fails."""

import argparse
import os
import random
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from livedocs.model.proofs import ENGINES, TESTS
from livedocs.qa.forks import CORES

# Even a parent that is killed leaves none behind.
BURN = "import os, sys\nwhile os.getppid() == int(sys.argv[1]): sum(range(10**6))"


@contextmanager
def busy(processes: int = CORES) -> Iterator[list[subprocess.Popen]]:
    """Let as many processes as there are cores, or another number, use all the time that they get."""
    command = [sys.executable, "-c", BURN, str(os.getpid())]
    burning = [subprocess.Popen(command) for _ in range(processes)]
    try:
        yield burning
    finally:
        for process in burning:
            process.kill()
            process.wait()


def soak(engines: list[str], rounds: int, seed: int, workers: int = 1) -> str | None:
    """Print a line for each round, every one with another seed; return what to say of the first that fails."""
    for number in range(rounds):
        for engine in engines:
            command = _command(engine, seed + number, workers)
            with busy():
                done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
            *_, summary = ["no output", *done.stdout.splitlines()]
            print(f"{engine}, round {number + 1} of {rounds}, seed {seed + number}: {summary}", flush=True)
            if done.returncode:
                options = ("--rounds=1", f"--seed={seed + number}", f"--workers={workers}")
                again = [sys.executable, "-m", "livedocs.qa.soak", *options, engine]
                return (
                    f"{done.stdout}\nThis round again:\n{shlex.join(again)}\n"
                    f"The same with the processor at rest:\n{shlex.join(command)}"
                )
    return None


def _command(engine: str, seed: int, workers: int) -> list[str]:
    """Return what runs all proofs on an engine, in the order that belongs to a seed."""
    order = ("--random-order-bucket=global", f"--random-order-seed={seed}")
    proofs = map(str, sorted(TESTS.glob("test_*.py")))
    parallel = ["-n", str(workers)] if workers > 1 else []
    return [sys.executable, "-m", "pytest", "-q", "-x", f"--engine={engine}", *parallel, *order, *proofs]


def main() -> str | None:
    """Do what the command line says."""
    parser = argparse.ArgumentParser(prog="python -m livedocs.qa.soak", description=__doc__)
    parser.add_argument("engines", nargs="+", choices=ENGINES, metavar="engine", help=f"of {', '.join(ENGINES)}")
    parser.add_argument("--rounds", type=int, default=1, help="how many on each engine (default: 1)")
    any_seed = random.randrange(10**6)  # noqa: S311 (no secret)
    parser.add_argument("--seed", type=int, default=any_seed, help="of the first round (default: any)")
    parser.add_argument("--workers", type=int, default=1, help="that share each round (default: 1)")
    options = parser.parse_args()
    return soak(options.engines, options.rounds, options.seed, options.workers)


if __name__ == "__main__":
    sys.exit(main())
