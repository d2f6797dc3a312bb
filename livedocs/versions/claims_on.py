"""Say which claims hold on the Streamlit of a team: `make claims STREAMLIT=1.50.0`, or a file that pins it."""

import argparse
import ast
import os
import re
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from difflib import get_close_matches
from itertools import groupby
from pathlib import Path
from textwrap import shorten

from livedocs.model.errors import AuthorError
from livedocs.model.proofs import Proof, minor, modules_of, one_line
from livedocs.versions import results
from livedocs.versions.environment import NotMeasuredError, measure
from livedocs.versions.lockfile import LOCKS, UnpinnedError, pinned
from livedocs.versions.matrix import NIGHTLY, interruptible, wanted

_LACKS = re.compile(
    r"AttributeError: module 'streamlit' has no attribute '(?P<command>\w+)'"
    r"|ModuleNotFoundError: No module named '(?P<module>streamlit\.[\w.]+)'"
    r"|TypeError: (?:(?P<api>\w+?)(?:Mixin|API)?\.)?(?P<call>\w+)\(\) got an unexpected keyword argument '(?P<arg>\w+)'"
)
_TESTS = re.compile(r"assert |(AssertionError|IndexError|KeyError|StopIteration)\b")  # errors of the test, not the app


@dataclass(frozen=True)
class Entry:
    """A claim that holds on only one of the two versions, and what its app shows on the one that is asked for."""

    topic: str
    page: str  # its title
    proof: Proof
    shown: str

    def lacking(self) -> str:
        """Return the command or the argument that the version lacks, such as `st.text_input(bind=)`, if that is why."""
        if not (match := _LACKS.match(self.shown)):
            return ""
        if not match["call"]:
            return match["module"] or f"st.{match['command']}"
        called = match["api"] if match["api"] and match["call"] == "__call__" else match["call"]
        return f"st.{re.sub('(?<!^)(?=[A-Z])', '_', called).lower()}({match['arg']}=)"

    def lines(self) -> list[str]:
        """Return the claim, where it is, on the site if SITE_URL says where that is, and what the app shows."""
        address = f"docs/{self.topic}.md"
        if site := os.environ.get("SITE_URL"):
            address = f"{site.rstrip('/')}/{'' if self.topic == 'index' else f'{self.topic}/'}"
        ticks = "`" * (max(map(len, re.findall("`+", self.shown)), default=0) + 1)
        shown = [f"{ticks} {self.shown} {ticks}" if "`" in self.shown else f"`{self.shown}`"] if self.shown else []
        where = f"{address}#{self.proof.name} ({self.proof.path.as_posix()}:{self.proof.line})"
        return "  \n  ".join([f"- {self.proof.claim}", where, *shown]).split("\n")  # two blanks break a line


@dataclass
class Report:
    """How the claims fare on a version, compared with the newest one with results."""

    version: str
    newest: str
    recorded: str  # the file with the results of the same minor version, if there is one
    holding: int = 0
    lost: list[Entry] = field(default_factory=list)
    only_here: list[Entry] = field(default_factory=list)
    untold: int = 0
    browser: int = 0
    differing: list[str] = field(default_factory=list)

    def summary(self, *, every: bool = False) -> list[str]:
        """Say it in numbers; `every` as for `text`."""
        lines = [f"{_hold(self.holding)} on {self.version}, {len(self.only_here)} of them not on {self.newest}."]
        lines += [f"{_hold(len(self.lost))} on {self.newest}, but not on {self.version}."]
        if lacking := Counter(filter(None, (entry.lacking() for entry in self.lost))):
            named = ", ".join(f"`{name}` {count}" for name, count in lacking.most_common())
            start = "Because" if every else "Not listed because"
            lines += [f"{start} they use what {self.version} doesn't have: {lacking.total()}, on {named}."]
        lines += [f"Left out because only a browser can show them: {self.browser}."]
        if self.untold:
            lines += [f"Left out because the AppTest of {self.version} can't show them: {self.untold}."]
        if not self.recorded:
            return [*lines, f"No results of {self.version} to compare with."]
        differing = ", ".join(self.differing)
        return [*lines, f"{self.recorded} {f'differs: {differing}' if differing else 'says the same'}."]

    def text(self, *, source: str = "", every: bool = False) -> str:
        """Return the report as Markdown, with where the version is from; `every` claim, even on what it lacks."""
        lost = [entry for entry in self.lost if every or not entry.lacking()]
        parts = [(self.newest, self.version, lost), (self.version, self.newest, self.only_here)]
        lines = [f"# Claims on Streamlit {self.version}", "", *([f"From {source}.", ""] if source else [])]
        lines += [f"- {line}" for line in self.summary(every=every)]
        for here, there, entries in parts:
            lines += ["", f"## Hold on {here}, but not on {there}"] if entries else []
            for page, found in groupby(entries, lambda entry: entry.page):
                lines += ["", f"### {page}", "", *(line for entry in found for line in entry.lines())]
        return "\n".join(lines) + "\n"


def _hold(number: int) -> str:
    return "1 claim holds" if number == 1 else f"{number} claims hold"


def useful(why: str, new: list[str]) -> str:
    """Return in a line what an app shows: the first of its `new` messages, or else what pytest says."""
    first = new[0] if new else why.partition("\n")[0]
    if new or not _TESTS.match(first):
        return shorten(first, 200, placeholder=" …")
    asserted = "" if "..." in first else first.removeprefix("AssertionError: ")  # pytest shortens long values
    with suppress(SyntaxError):
        match ast.parse(asserted).body:
            case [ast.Assert(ast.Compare(left, [ast.Eq()], [right]))]:
                return f"the app shows something else: {ast.unparse(left)}, not {ast.unparse(right)}"
    return ""


def _title(root: Path, topic: str) -> str:
    found = re.search(r"^# +(.+)", (root / f"docs/{topic}.md").read_text("utf-8"), re.MULTILINE)
    return found[1] if found else topic


async def report(root: Path, version: str, told: Callable[[int, int], None] = lambda _done, _all: None) -> Report:
    """Run the headless proofs on a version; `told` is called with how many of how many have ended."""
    modules, known = modules_of(root), results.versions(root)
    if not known:
        raise NotMeasuredError(f"no results to compare with: run `{results.COMMAND}`")
    same = next((other for other in known if minor(other) == minor(version)), None)
    hashes = results.hashes(root, modules)
    newest, recorded = (results.fresh(root, other, hashes) if other else {} for other in (known[-1], same))
    notes = await measure(root, version, hashes, lambda done: told(done, len(hashes)))
    made = Report(version, known[-1], results.path_of(same).as_posix() if same else "")
    for key, proof in (((topic, proof.name), proof) for topic in modules for proof in modules[topic].proofs):
        if key not in notes:
            made.browser += 1
            continue
        if not proof.shown_by_apptest(version):
            made.untold += 1
            continue
        held, there = bool(notes[key]["held"]), newest.get(key)
        made.holding += held
        if key in recorded and recorded[key].held not in {held, None}:
            made.differing.append("::".join(key))
        if there and there.held not in {held, None}:
            new = [one_line(text) for text in notes[key]["seen"] if text not in there.seen]
            shown = useful(notes[key]["why"], new) if new or not held else ""
            (made.only_here if held else made.lost).append(Entry(key[0], _title(root, key[0]), proof, shown))
    return made


def meant(name: str, known: list[str]) -> tuple[str, str]:
    """Return the version that a name or a file means, and for a file where that has it.

    Raises `UnpinnedError` if the file doesn't exist, and as `pinned` does.
    """
    file = Path(name).expanduser()
    if name and file.is_file():
        return pinned(file, known)
    if re.fullmatch(rf"{NIGHTLY}|\d[\w.]*", name):
        return name, ""
    if name and file.is_dir():
        there = [str(file / lock) for lock in (*LOCKS, "requirements.txt") if (file / lock).is_file()]
        raise UnpinnedError(f"{name} is a folder: name a file in it, such as {' or '.join(there) or 'uv.lock'}")
    if os.sep in name or re.search(r"\.[a-z]+$", name, re.IGNORECASE):
        beside = [other.name for other in file.parent.iterdir()] if file.parent.is_dir() else []
        close = "".join(f": do you mean {file.parent / other}?" for other in get_close_matches(file.name, beside, n=1))
        raise UnpinnedError(f"{name} doesn't exist{close}")
    hint = "write STREAMLIT=1.50.0, or a file, as in STREAMLIT=../app/uv.lock"
    raise UnpinnedError(f"STREAMLIT={name} names neither a version nor a file: {hint}")


def progress() -> Callable[[int, int], None]:
    """Return a function that says on stderr how many proofs have run, at each twentieth of them."""
    said = {0}

    def told(done: int, total: int) -> None:
        if (part := 20 * done // total) not in said:
            said.add(part)
            print(f"{done} of {total} proofs run", file=sys.stderr, flush=True)

    return told


def main() -> int | str:
    """Return the exit status, or what prevents the run."""
    parser = argparse.ArgumentParser(prog="python -m livedocs.versions.claims_on", description=__doc__)
    parser.add_argument("streamlit", help="a version, like 1.50, 1.50.0 or nightly, or a file that pins one")
    parser.add_argument("--strict", action="store_true", help="fail if a claim differs from results/")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="write the report into a file, too")
    parser.add_argument("--all", action="store_true", help="also list claims on what the version lacks")
    options = parser.parse_args()
    root = Path.cwd()
    try:
        name, source = meant(options.streamlit, results.versions(root))
        if source:
            print(f"streamlit {name}, from {source}", file=sys.stderr)
        (version,) = wanted([name])
        print(f"Running the proofs on Streamlit {version} ...", file=sys.stderr)
        made: Report = interruptible(report(root, version, progress()))
    except (AuthorError, NotMeasuredError, UnpinnedError, OSError) as error:
        return str(error)
    except KeyboardInterrupt:
        return "cut short"
    text = made.text(source=source, every=options.all)
    print(text, end="")
    if options.markdown:
        options.markdown.write_text(text, "utf-8")
    return int(options.strict and bool(made.differing or not made.recorded))


if __name__ == "__main__":
    sys.exit(main())
