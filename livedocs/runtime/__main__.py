"""Assemble the runtime if it is not there, or not as the locks say: `python -m livedocs.runtime`."""

import sys
from pathlib import Path

from livedocs.runtime.archives import ArchiveError
from livedocs.runtime.assembly import RUNTIME, assemble

ROOT = Path(__file__).parents[2]

if __name__ == "__main__":
    try:
        done = assemble(ROOT)
    except ArchiveError as error:
        sys.exit(str(error))
    print(f"{RUNTIME}/ {done}")
