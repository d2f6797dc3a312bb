"""Say which claims hold on the Streamlit of a team: `make claims STREAMLIT=1.50.0`, or a file that pins it."""

import argparse
import asyncio
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

from livedocs.model.errors import AuthorError
from livedocs.model.proofs import Proof, minor
from livedocs.model.topics import modules_of
from livedocs.versions import results
from livedocs.versions.matrix import NotMeasuredError, interruptible, measure, wanted

# As requirements.txt has it; uv.lock, poetry.lock, pdm.lock and pylock.toml; and Pipfile.lock.
_PINNED = re.compile(
    r'^streamlit(?:\[[^]]*\])? *===? *([\w.]+)|^name = "streamlit"\nversion = "([\w.]+)"'
    r'|"streamlit": \{[^}]*"version": "==([\w.]+)"',
    re.MULTILINE,
)


def pinned(file: Path) -> str:
    """Return the version of Streamlit that a file of requirements or a lock pins."""
    if found := _PINNED.search(file.read_text("utf-8")):
        return next(filter(None, found.groups()))
    raise NotMeasuredError(f"{file} pins no Streamlit as `streamlit==1.50.0` does: name a version, or a lock")


@dataclass
class Report:
    """How the claims fare on a version, beside the newest one with results."""

    version: str
    newest: str
    recorded: str  # the file with the results of the same minor version, if there is one
    holding: int = 0
    lost: list[tuple[Proof, str]] = field(default_factory=list)  # each with what its app showed
    only_here: list[tuple[Proof, str]] = field(default_factory=list)
    untold: int = 0
    browser: int = 0
    differing: list[str] = field(default_factory=list)

    def summary(self) -> list[str]:
        """Say it in numbers."""
        left_out = f"Left out are {self.browser} that only a browser can show"
        left_out += f" and {self.untold} that the AppTest of {self.version} cannot." if self.untold else "."
        compared = f"{len(self.differing) or 'None'} fare otherwise than {self.recorded} says"
        return [
            f"{self.holding} claims hold, {len(self.only_here)} of them not on {self.newest}.",
            f"{len(self.lost)} do not hold, and do on {self.newest}.",
            left_out,
            ": ".join([compared, *([", ".join(self.differing)] if self.differing else [])]) + "."
            if self.recorded
            else f"There are no results of {self.version} to compare with.",
        ]

    def parts(self) -> dict[str, list[tuple[Proof, str]]]:
        """Return the headings that have something below them."""
        parts = {
            f"Hold on {self.newest}, but not on {self.version}": self.lost,
            f"Hold on {self.version}, but not on {self.newest}": self.only_here,
        }
        return {heading: proofs for heading, proofs in parts.items() if proofs}

    def text(self) -> str:
        """Return the report for a terminal."""
        lines = [f"Claims on Streamlit {self.version}", *self.summary()]
        for heading, proofs in self.parts().items():
            lines += ["", heading]
            for proof, shown in proofs:
                lines += [
                    f"  {proof.path.as_posix()}:{proof.line}: {proof.claim}",
                    *([f"    {shown}"] if shown else []),
                ]
        return "\n".join(lines) + "\n"

    def markdown(self) -> str:
        """Return the report for the summary of a CI run."""
        lines = [f"## Claims on Streamlit {self.version}", "", *(f"- {line}" for line in self.summary())]
        for heading, proofs in self.parts().items():
            lines += ["", f"### {heading}", ""]
            for proof, shown in proofs:
                ticks = "`" * (max(map(len, re.findall("`+", shown)), default=0) + 1)
                lines += [f"- {proof.claim}", f"  <br>{proof.path.as_posix()}:{proof.line}"]
                lines += [f"  <br>{ticks} {shown} {ticks}"] if shown else []
        return "\n".join(lines) + "\n"


async def report(root: Path, version: str) -> Report:
    """Run the headless proofs on a version."""
    modules, known = modules_of(root), results.versions(root)
    if not known:
        raise NotMeasuredError(f"there are no results to compare with: run `{results.COMMAND}`")
    same = next((other for other in known if minor(other) == minor(version)), None)
    newest, recorded = results.read(root, known[-1]), results.read(root, same) if same else {}
    notes = await measure(root, version, results.hashes(root, modules))
    made = Report(version, known[-1], results.path_of(same).as_posix() if same else "")
    for key, proof in (((topic, proof.name), proof) for topic in modules for proof in modules[topic].proofs):
        if key not in notes:
            made.browser += 1
            continue
        if not proof.shown_by_apptest(version):
            made.untold += 1
            continue
        held, there = notes[key]["held"], newest.get(key)
        new = [text for text in notes[key]["seen"] if not there or text not in there.seen]
        if key in recorded and recorded[key].held != held:
            made.differing.append("::".join(key))
        made.holding += held
        if held and there and not there.held:
            made.only_here.append((proof, "; ".join(new)))
        elif not held and there and there.held:
            made.lost.append((proof, "; ".join(new) or notes[key]["why"].partition("\n")[0]))
    return made


def main() -> int | str:
    """Return the exit status, or what prevents the run."""
    parser = argparse.ArgumentParser(prog="python -m livedocs.versions.claims_on", description=__doc__)
    parser.add_argument("streamlit", help="a version, like 1.50, 1.50.0 or nightly, or a file that pins one")
    parser.add_argument("--strict", action="store_true", help="fail where a claim fares otherwise than in results/")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="write the report into a file, too")
    options = parser.parse_args()
    try:
        file = Path(options.streamlit)
        (version,) = wanted([pinned(file) if file.is_file() else options.streamlit])
        print(f"Running the proofs on Streamlit {version} ...", file=sys.stderr)
        made = interruptible(report(Path.cwd(), version))
    except (AuthorError, NotMeasuredError) as error:
        return str(error)
    except asyncio.CancelledError:
        return "cut short"
    print(made.text(), end="")
    if options.markdown:
        options.markdown.write_text(made.markdown(), "utf-8")
    return int(options.strict and bool(made.differing or not made.recorded))


if __name__ == "__main__":
    sys.exit(main())
