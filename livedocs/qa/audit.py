"""Ask for known vulnerabilities in what the locks name, and list the licences of what the site ships."""

import json
import re
import subprocess
import sys

from livedocs.runtime.assembly import RUNTIME
from livedocs.runtime.notices import NAME

PIP_AUDIT = "pip-audit==2.10.1"
PYTHON_LOCKS = ("requirements.txt", "livedocs/runtime/requirements.txt", "livedocs/qa/bench/requirements.txt")
_ENTRY = re.compile(r"^=+\n(?P<package>.+)\n(?P<licence>.+), \S+$", re.MULTILINE)


def of_python(said: str) -> tuple[list[str], str | None]:
    """Return the vulnerabilities that pip-audit's JSON names, and what was not looked at, if anything."""
    packages = json.loads(said)["dependencies"]
    found = [
        f"{package['name']} {package['version']}: {hole['id']}, mended in {', '.join(hole['fix_versions']) or 'none'}"
        for package in packages
        for hole in package.get("vulns", ())
    ]
    skipped = [package["name"] for package in packages if "skip_reason" in package]
    return found, f"{len(skipped)} of {len(packages)} packages are not known there" if skipped else None


def of_npm(said: str) -> tuple[list[str], str | None]:
    """Return the same of npm audit's JSON."""
    answer = json.loads(said)
    if "vulnerabilities" not in answer:
        return [], answer.get("message", "no answer")
    return [f"{name} {hole['range']}: {hole['severity']}" for name, hole in answer["vulnerabilities"].items()], None


def licences(notices: str) -> list[str]:
    """Return a line for each package that the site ships."""
    return [f"{entry['package']}: {entry['licence']}" for entry in _ENTRY.finditer(notices)]


def main() -> int:
    """Return 1 where something is vulnerable; what could not be asked is said, and no fault of the locks."""
    uv = ("uv", "run", "--quiet", "--isolated", "--no-project", "--with", PIP_AUDIT, "pip-audit")
    asks = [(lock, (*uv, "--disable-pip", "--require-hashes", "-f", "json", "-r", lock)) for lock in PYTHON_LOCKS]
    status = 0
    for lock, command in [*asks, ("package-lock.json", ("npm", "audit", "--json"))]:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        try:
            found, unknown = (of_npm if command[0] == "npm" else of_python)(done.stdout)
        except (ValueError, KeyError):
            found, unknown = [], (done.stderr.strip().splitlines() or ["no answer"])[-1]
        print(f"{lock}: {len(found)} known vulnerabilities{f' (NOT ASKED: {unknown})' if unknown else ''}")
        for line in found:
            print(f"  {line}")
            status = 1
    print("The site ships:", *licences((RUNTIME / NAME).read_text("utf-8")), sep="\n  ")
    return status


if __name__ == "__main__":
    sys.exit(main())
