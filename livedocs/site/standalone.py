"""A snippet's tests in the form that a reader copies: with what they need, and nothing of this project.

The tests of a snippet that needs a browser come without fixtures: the plugin for pytest in `engines/` has them.
"""

import ast
import re
import sys
from importlib.resources import files
from pathlib import Path, PurePosixPath

from livedocs.model.proofs import ALL_MARKS, APPTEST, FAILS_ON, IMPORT, MARKS, Module, Proof, first_line, mark_of, read
from livedocs.model.snippets import Snippet
from livedocs.model.uses import needed
from livedocs.versions import where

FIXTURES = Path(str(files("streamlit_engines") / "fixtures.py"))  # read and never imported: it imports Streamlit
_CALL = re.compile(r'\b(?:run|app_test)\(\s*"[^"]+"')


def standalone(module: Module, snippet: Snippet) -> tuple[str, dict[str, int]]:
    """Return a snippet's proofs as a test module that runs next to the snippet, in any project.

    With it come the 1-based lines where each test begins.
    """
    parts, lines = in_parts(module, snippet)
    return "".join(parts), lines


def in_parts(module: Module, snippet: Snippet) -> tuple[list[str], dict[str, int]]:
    """Return the same as its top-level parts: many snippets share the parts of fixtures and helpers."""
    proofs = [proof for proof in module.proofs if proof.snippet == snippet.name]
    plugin = not all(proof.headless for proof in proofs)
    beside = PurePosixPath(snippet.name) if plugin else snippet.entrypoint
    beside = beside.relative_to(snippet.topic)
    fixtures = read(FIXTURES, Path(FIXTURES.name))
    tests = [proof.node for proof in proofs]
    from_module = needed(module, tests)
    from_fixtures = [] if plugin else needed(fixtures, [*tests, *from_module])
    imports, parts = set(), []
    for origin, nodes in ((fixtures, from_fixtures), (module, from_module)):
        imports |= {ast.unparse(node) for node in nodes if isinstance(node, IMPORT)}
        parts += [origin.source_of(node) for node in nodes if not isinstance(node, IMPORT)]
    first = "" if not parts or parts[0].startswith(("def ", "@", "class ")) else f"\n\n{parts.pop(0)}"
    parts.insert(0, _sorted(imports) + first)  # one blank line less before a constant
    lines = {}
    for proof in proofs:
        lines[proof.name] = sum(part.count("\n") + 3 for part in parts) + 1
        source = _source(module, proof, plugin=plugin)
        parts.append(_CALL.sub(lambda call: call[0].replace(f'"{snippet.name}"', f'"{beside}"'), source))
    return [*(f"{part}\n\n\n" for part in parts[:-1]), f"{parts[-1]}\n"], lines


def _source(module: Module, proof: Proof, *, plugin: bool) -> str:
    """Return a test without the marks that pytest knows only in this project, or only with the plugin.

    A claim about older versions may fail with the Streamlit of the reader, or hold.
    """
    known = (*MARKS, APPTEST, FAILS_ON) if plugin else ALL_MARKS
    dropped = [node for node in proof.node.decorator_list if mark_of(node) in known]
    lines = {line for node in dropped for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)}
    last = proof.node.end_lineno or proof.line
    kept = (line for line in range(first_line(proof.node), last + 1) if line not in lines)
    source = "\n".join(module.lines[line - 1] for line in kept)
    if proof.holds_on(where.documented()):
        return source
    return f'@pytest.mark.xfail(reason="this holds on {proof.versions}")\n{source}'


def _sorted(imports: set[str]) -> str:
    """Return import statements in groups, the standard library's first."""
    standard = {line for line in imports if line.split()[1].split(".")[0] in sys.stdlib_module_names}
    groups = (standard, imports - standard)
    in_order = (sorted(group, key=lambda line: (line.startswith("from"), line)) for group in groups if group)
    return "\n\n".join("\n".join(group) for group in in_order)
