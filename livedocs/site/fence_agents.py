"""The `agents` fence: it writes what coding agents read into the site, and shows a list of it.

``` agents
skill/template.md
```

From the pages of the navigation come a plain Markdown version of each, `llms.txt`, `llms-full.txt`, the index of the
search (`sections.py`), and a skill: the
template that the fence names, with its claims and snippets filled in, and as references the pages with claims and those
that the template links to.
The plugins for `llms.txt` either copy the source, with our fences in it, or turn the HTML of blocks and badges back.
"""

import zipfile
from collections.abc import Iterator
from difflib import get_close_matches
from html import escape
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from livedocs.model.errors import AuthorError
from livedocs.model.navigation import START, address, configuration
from livedocs.site import sections
from livedocs.site.context import Context
from livedocs.site.fence_versions import Claim
from livedocs.site.plain import Edition, Library, note
from livedocs.site.stop import fence
from livedocs.versions import results, where

REFERENCES = PurePosixPath("references")


@fence
def formatter(template: str, _options: dict[str, Any], context: Context) -> str:
    """Write the files, and return the HTML of a list of them."""
    agents = Agents(context.page.root, PurePosixPath(template), context.site_url, context.repo_url)
    files = agents.files()
    agents.write(context.build.site, files | {sections.FILE: sections.write(agents.library)})
    items = (
        f'<li><a href="../{escape(path)}"><code>{escape(path)}</code></a>: {what}, {_size(path, files)}</li>'
        for path, what in agents.listed()
    )
    return f'<ul class="agents">{"".join(items)}</ul>'


class Agents:
    """What is made for coding agents; all paths are below the site's folder."""

    def __init__(self, root: Path, template: PurePosixPath, site_url: str, repo_url: str) -> None:
        """Read the pages and the template of the skill."""
        self.root, self.site_url, self.repo_url = root, site_url, repo_url
        self.library = Library(root)
        if not (root / template).exists():
            raise AuthorError(template, 1, "this file is missing: write the template of the skill")
        self.front = (root / template).read_text("utf-8").partition("\n---\n")[0]
        self.template = self.library.read(PurePosixPath(template.name), folder=str(template.parent))
        self.name = yaml.safe_load(self.front.removeprefix("---"))["name"]
        self.folder = PurePosixPath("skill") / self.name
        links = {link[1:] for link in self.library.links(self.template)}
        self.library.linked |= links
        linked = {path for path, _ in links}
        self.references = [
            path
            for path, source in self.library.sources.items()
            if path in linked or (source.module and source.page.topic != START)
        ]

    def files(self) -> dict[str, str]:
        """Return all texts by their paths."""
        self._check()
        sources = self.library.sources
        files = {}
        site, list_of_files = self._site(), "\n".join(f"- [{path}]({path}): {what}" for path, what in self.listed())
        for path, source in sources.items():
            files[f"{path}"] = self.library.write(source, site, {"agents": list_of_files})
        files["llms.txt"] = "\n".join(self._index()) + "\n"
        proved = (files[f"{path}"] for path, source in sources.items() if source.module)
        files["llms-full.txt"] = "\n\n".join([*self._introduction(), *proved])
        body = self.library.write(self.template, self._skill(f"{REFERENCES}/"), {"agents": "\n".join(self._contents())})
        files[f"{self.folder}/SKILL.md"] = self._filled(f"{self.front}\n---\n\n{body}")
        for path in self.references:
            files[f"{self.folder / REFERENCES / path}"] = self.library.write(sources[path], self._skill(), {})
        return files

    def write(self, site: Path, files: dict[str, str]) -> None:
        """Write the texts into the site's folder, and the skill once more as one file."""
        for path, text in files.items():
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_text(text, "utf-8")
        with zipfile.ZipFile(site / f"{self.folder}.zip", "w") as archive:
            for path, text in files.items():
                if PurePosixPath(path).is_relative_to(self.folder):
                    name = str(PurePosixPath(path).relative_to("skill"))
                    archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)  # of no date, to be the same

    def listed(self) -> list[tuple[str, str]]:
        """Return what to link to, and what it is."""
        return [
            (f"{self.folder}.zip", f"the skill, a folder of {len(self.references) + 1} files"),
            (f"{self.folder}/SKILL.md", "the first file of the skill"),
            ("llms.txt", "the pages, with a line on each"),
            ("llms-full.txt", "all pages that make claims, in one file"),
        ]

    def _check(self) -> None:
        """Stop at what the template names and no page has."""
        page = self.template.page
        for claim in page.claims:
            if claim.text not in self.library.claims:
                close = get_close_matches(claim.text, self.library.claims, n=1, cutoff=0.4)
                hint = f": did you mean =={close[0]}==" if close else ""
                raise AuthorError(page.path, claim.line, f"no page claims this, word for word{hint}")
        for shown in page.fences:
            if not page.snippets[shown.snippet].path.exists():
                raise AuthorError(page.path, shown.line, f"the snippet `{shown.snippet}` doesn't exist: name another")
        known = {path: self.library.sources[path] for path in self.references} | {self.template.path: self.template}
        for line, path, name in self.library.links(self.template):
            if path not in known or (name and name not in known[path].anchors):
                hint = f"no page of the skill has {path}{name and f'#{name}'}: correct the link"
                raise AuthorError(page.path, line, hint)

    def _filled(self, text: str) -> str:
        """Put what only the build knows into a text: `{newest}` is the documented version."""
        known = where.versions(results.records(self.root)) or ["0.0.0"]
        values = {
            "oldest": where.minor_of(known[0]),
            "newest": where.documented(),
            "claims": str(len(self.library.claims)),
            "repository": self.repo_url or "the repository of these claims",
        }
        for name, value in values.items():
            text = text.replace(f"{{{name}}}", value)
        return text

    def _site(self) -> Edition:
        def after(claim: Claim) -> str:
            return f" [✓]({address(claim.topic)}#{claim.proof.name}){note(claim)}"

        return Edition(lambda path, name: _link(str(path), name), after)

    def _skill(self, folder: str = "") -> Edition:
        """Return the edition for a file of the skill, from which the references are in this folder."""

        def link(path: PurePosixPath, name: str) -> str | None:
            if path in self.references:
                return _link(f"{folder}{path}", name)
            return _link(f"{self.site_url}{address(path.stem)}", name) if self.site_url else None

        return Edition(link, lambda claim: f" ✓{note(claim)}")

    def _contents(self) -> Iterator[str]:
        """Yield the table of the references."""
        yield from ("| Read | For |", "| --- | --- |")
        for path in self.references:
            source = self.library.sources[path]
            yield f"| [{source.title}]({REFERENCES / path}) | {source.page.summary} |"

    def _introduction(self) -> Iterator[str]:
        config = configuration(self.root)
        yield f"# {config['site_name']}"
        yield f"> {config['site_description']}"
        yield self._filled(
            "A sentence with ✓ after it is proved by a test that runs the app next to it; "
            "the versions of Streamlit on which runs have shown it follow the mark, {oldest} to {newest} at most. "
            "An app whose name ends in `_fixed` is the fix for the app of the same name without it."
        )

    def _index(self) -> Iterator[str]:
        """Yield the lines of `llms.txt`, as https://llmstxt.org has them."""
        for part in self._introduction():
            yield from (part, "")
        groups = {"Pages": True, "Optional": False}
        for heading, proved in groups.items():
            yield from (f"## {heading}", "")
            for path, source in self.library.sources.items():
                if bool(source.module) == proved:
                    yield f"- [{source.title}]({self.site_url}{path}): {source.page.summary}"
            if proved:
                skill = f"{self.site_url}{self.folder}/SKILL.md"
                yield f"- [The rules in one file]({skill}): the first file of a skill for coding agents"
                yield ""


def _link(address: str, name: str) -> str:
    return f"{address}#{name}" if name else address


def _size(path: str, files: dict[str, str]) -> str:
    """Return the size of a file, or of the folder that an archive holds."""
    parts = [text for name, text in files.items() if name == path or name.startswith(f"{path.removesuffix('.zip')}/")]
    return f"{round(sum(map(len, parts)) / 1000)} kB"
