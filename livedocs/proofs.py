"""Proofs: the tests of `tests/test_<topic>.py`, whose docstrings are the claims of `docs/<topic>.md`."""

import ast
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from livedocs.errors import AuthorError

TESTS = Path("tests")
DEFINITION = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


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
    return TESTS / f"test_{topic}.py"


def one_line(text: str) -> str:
    """Return a text with every run of white space as one blank: how claims are compared."""
    return " ".join(text.split())


def load(root: Path, topic: str) -> Module:
    """Read a topic's test module.

    Raises `FileNotFoundError` without one, `AuthorError` for a test that is not a proof.
    """
    path = root / tests_of(topic)
    return read(path, tests_of(topic), path.stat().st_mtime_ns)


@lru_cache(maxsize=256)
def read(file: Path, path: Path, _mtime: int) -> Module:
    """Read a module that messages call `path`, again when its time has changed."""
    try:
        source = file.read_text("utf-8")
        tree = ast.parse(source)
    except (SyntaxError, ValueError) as error:  # ValueError: not UTF-8, or null bytes
        line, what = getattr(error, "lineno", None) or 1, getattr(error, "msg", error)
        raise AuthorError(path, line, f"this is not Python ({what}): mend it") from error
    proofs = tuple(_proof(path, node) for node in _tests(path, tree))
    _unique(path, proofs)
    return Module(path, source, tree, proofs)


def _tests(path: Path, tree: ast.Module) -> list[ast.FunctionDef]:
    """Return the tests that pytest finds: none may go without a claim."""
    found = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name.startswith("test")]
    for node in ast.walk(tree):
        if isinstance(node, DEFINITION) and node.name.startswith(("test", "Test")) and node not in found:
            raise AuthorError(path, node.lineno, f"{node.name} is no proof: write a test as a function in no class")
    return found


def _proof(path: Path, node: ast.FunctionDef) -> Proof:
    claim = one_line(ast.get_docstring(node) or "")
    if not claim:
        raise AuthorError(path, node.lineno, f"{node.name} proves nothing: write its claim as the docstring")
    ran = set()
    for call in ast.walk(node):
        match call:
            case ast.Call(func=ast.Name("run"), args=[ast.Constant(str(name))]):
                ran.add(name)
            case ast.Call(func=ast.Name("run")):
                hint = f'write the path out, as in run("<topic>/<snippet>"), not {ast.unparse(call)}'
                raise AuthorError(path, call.lineno, hint)
    if len(ran) != 1:
        hint = f'{node.name} runs {len(ran)} snippets: call run("<topic>/<snippet>") for exactly one'
        raise AuthorError(path, node.lineno, hint)
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
