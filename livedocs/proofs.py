"""Proofs: the tests of `tests/test_<topic>.py`, whose docstrings are the claims of `docs/<topic>.md`."""

import ast
import sys
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from livedocs.errors import AuthorError
from livedocs.snippets import Snippet

FIXTURES = Path(__file__).with_name("fixtures.py")
_IMPORT = (ast.Import, ast.ImportFrom)


@dataclass(frozen=True)
class Proof:
    """A test: the sentence it proves and the snippet it runs, both as they are written."""

    name: str
    claim: str
    snippet: str
    path: Path
    line: int
    node: ast.FunctionDef


@dataclass(frozen=True)
class Module:
    """A test module, read and never imported; `path` is relative to the project."""

    path: Path
    source: str
    tree: ast.Module
    proofs: tuple[Proof, ...]

    def source_of(self, node: ast.stmt) -> str:
        """Return a statement's text, decorators included."""
        decorators = getattr(node, "decorator_list", [])
        first = min([node.lineno, *(decorator.lineno for decorator in decorators)])
        return "\n".join(self.source.splitlines()[first - 1 : node.end_lineno])


def tests_of(topic: str) -> Path:
    """Return a topic's test module, relative to the project."""
    return Path("tests") / f"test_{topic}.py"


def one_line(text: str) -> str:
    """Return a text with every run of white space as one blank: how claims are compared."""
    return " ".join(text.split())


def load(root: Path, topic: str) -> Module:
    """Read a topic's test module.

    Raises `FileNotFoundError` without one, `AuthorError` for a test that is not a proof.
    """
    path = root / tests_of(topic)
    return _load(path, tests_of(topic), path.stat().st_mtime_ns)


@lru_cache(maxsize=256)
def _load(file: Path, path: Path, _mtime: int) -> Module:
    source = file.read_text("utf-8")
    try:
        tree = ast.parse(source)
    except SyntaxError as error:
        raise AuthorError(path, error.lineno or 1, f"not Python: {error.msg}") from error
    tests = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")]
    proofs = tuple(_proof(path, node) for node in tests)
    _unique(path, proofs)
    return Module(path, source, tree, proofs)


def _proof(path: Path, node: ast.FunctionDef) -> Proof:
    claim = one_line(ast.get_docstring(node) or "")
    if not claim:
        raise AuthorError(path, node.lineno, f"{node.name} proves nothing: write its claim as the docstring")
    ran = {
        call.args[0].value
        for call in ast.walk(node)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id == "run"
        and call.args
        and isinstance(call.args[0], ast.Constant)
    }
    if len(ran) != 1:
        raise AuthorError(
            path, node.lineno, f'{node.name} runs {len(ran)} snippets: call run("<topic>/<snippet>") for exactly one'
        )
    return Proof(node.name, claim, ran.pop(), path, node.lineno, node)


def _unique(path: Path, proofs: tuple[Proof, ...]) -> None:
    names: dict[str, int] = {}
    claims: dict[str, int] = {}
    for proof in proofs:
        if proof.name in names:
            raise AuthorError(path, proof.line, f"{proof.name} is defined in line {names[proof.name]} already")
        if proof.claim in claims:
            raise AuthorError(path, proof.line, f"line {claims[proof.claim]} proves this claim already: {proof.claim}")
        names[proof.name] = claims[proof.claim] = proof.line


def standalone(module: Module, snippet: Snippet) -> tuple[str, dict[str, int]]:
    """Return a snippet's proofs as a test module that runs beside the snippet, in any project.

    With it come the 1-based lines where each test begins.
    """
    proofs = [proof for proof in module.proofs if proof.snippet == snippet.name]
    beside = snippet.entrypoint.relative_to(snippet.topic)
    fixtures = _load(FIXTURES, Path(FIXTURES.name), FIXTURES.stat().st_mtime_ns)
    tests = [proof.node for proof in proofs]
    from_fixtures, from_module = _needed(fixtures, tests), _needed(module, tests)
    imports = {ast.unparse(node) for node in from_fixtures + from_module if isinstance(node, _IMPORT)}
    parts = [_sorted_imports(imports)]
    parts += [fixtures.source_of(node) for node in from_fixtures if not isinstance(node, _IMPORT)]
    parts += [module.source_of(node) for node in from_module if not isinstance(node, _IMPORT)]
    lines = {}
    for proof in proofs:
        lines[proof.name] = sum(part.count("\n") + 3 for part in parts) + 1
        parts.append(module.source_of(proof.node).replace(f'"{snippet.name}"', f'"{beside}"'))
    return "\n\n\n".join(parts) + "\n", lines


def _needed(module: Module, roots: list[ast.stmt]) -> list[ast.stmt]:
    """Return the module's statements whose names the roots use, and those these use in turn, in order."""
    bound = {name: node for node in module.tree.body if node not in roots for name in _names_bound(node)}
    needed: list[ast.stmt] = []
    queue = list(roots)
    while queue:
        for name in _names_used(queue.pop()):
            node = bound.get(name)
            if node is not None and node not in needed:
                needed.append(node)
                queue.append(node)
    return sorted(needed, key=lambda node: node.lineno)


def _names_bound(node: ast.stmt) -> set[str]:
    if isinstance(node, _IMPORT):
        return {(alias.asname or alias.name).split(".")[0] for alias in node.names}
    if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
        return {node.name}
    return {name.id for name in ast.walk(node) if isinstance(name, ast.Name) and isinstance(name.ctx, ast.Store)}


def _names_used(node: ast.stmt) -> set[str]:
    """Return the names a statement reads; the arguments of a test or fixture name fixtures."""
    return {child.id for child in ast.walk(node) if isinstance(child, ast.Name)} | {
        child.arg for child in ast.walk(node) if isinstance(child, ast.arg)
    }


def _sorted_imports(imports: set[str]) -> str:
    """Return import statements in groups, the standard library's first."""
    standard = {line for line in imports if line.split()[1].split(".")[0] in sys.stdlib_module_names}
    groups = (standard, imports - standard)
    in_order = (sorted(group, key=lambda line: (line.startswith("from"), line)) for group in groups if group)
    return "\n\n".join("\n".join(group) for group in in_order)
