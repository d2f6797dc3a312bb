"""What differs between MkDocs and Zensical, its successor: where they keep what they know of the page being built."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from weakref import WeakSet

from markdown import Markdown

_BUILDS: WeakSet[Any] = WeakSet()  # the lists of files of MkDocs' builds


@dataclass(frozen=True)
class Build:
    """The page that is being built: `path` is relative to the project's folder `root`, and `site` is the output.

    `first` is true for one page of a build; under Zensical, which may build one page without the others, for each.
    `meta` is the page's front matter; changes count only under MkDocs.
    """

    root: Path
    path: Path
    site: Path
    first: bool
    meta: dict[str, Any]


def current(md: Markdown) -> Build:
    """Return what the builder that runs this parser is building."""
    if "relpath" in md.treeprocessors:
        relpath: Any = md.treeprocessors["relpath"]
        file, files = relpath.file, relpath.files
        docs = Path(file.abs_src_path).parents[len(Path(file.src_uri).parts) - 1]
        site = Path(file.abs_dest_path).parents[len(Path(file.dest_uri).parts) - 1]
        # MkDocs makes a new list of files for each build. No page of it is surely built: drafts and empty pages aren't.
        first = files not in _BUILDS
        _BUILDS.add(files)
        return Build(docs.parent, Path(docs.name, file.src_uri), site, first, file.page.meta)
    context: Any = md.preprocessors["rendering_context"]
    docs, site = (Path(context.config[name]).absolute() for name in ("docs_dir", "site_dir"))
    return Build(docs.parent, Path(docs.name, context.page.path), site, first=True, meta={})
