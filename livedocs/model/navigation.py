"""The pages of the site: their titles and order from `mkdocs.yml`, and their addresses."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from livedocs.model import sources

# The pages that have a special part in the site.
START, ERRORS, SYMPTOMS, GLOSSARY = "index", "errors", "symptoms", "glossary"


def address(topic: str, seen_from: str = START) -> str:
    """Return the address of a topic's HTML page, relative to another page or to the site's root."""
    up = "" if seen_from == START else "../"
    return f"{up}{topic}/" if topic != START else up or "./"


def navigation(root: Path) -> dict[PurePosixPath, str]:
    """Return the title of each page, by its path below `docs/`, in the order of the navigation."""
    return dict(_titles(configuration(root)["nav"]))


def configuration(root: Path) -> dict[str, Any]:
    """Return what `mkdocs.yml` says, its tags ignored."""
    return _configuration(root / "mkdocs.yml", Path("mkdocs.yml"))


@sources.once
def _configuration(file: Path, _path: Path) -> dict[str, Any]:
    return yaml.BaseLoader(file.read_text("utf-8")).get_single_data()


def _titles(entries: list[dict[str, Any]]) -> Iterator[tuple[PurePosixPath, str]]:
    for entry in entries:
        for title, path in entry.items():
            yield from _titles(path) if isinstance(path, list) else [(PurePosixPath(path), title)]
