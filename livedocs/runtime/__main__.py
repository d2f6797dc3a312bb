"""Assemble the runtime unless it is up to date: `python -m livedocs.runtime`."""

import sys
from pathlib import Path

from livedocs.runtime.archives import ArchiveError
from livedocs.runtime.assembly import RUNTIME, assemble

try:
    print(f"{RUNTIME}/ {assemble(Path(__file__).parents[2])}")
except ArchiveError as error:
    sys.exit(str(error))
