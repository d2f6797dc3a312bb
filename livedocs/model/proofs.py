"""Proofs: the tests of `tests/test_<topic>.py`, whose docstrings are the claims of `docs/<topic>.md`."""

import ast
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from livedocs.model import sources
from livedocs.model.errors import AuthorError

TESTS = Path("tests")
ENGINES = ("apptest", "server", "live")  # what can run a proof
DEFINITION = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
IMPORT = (ast.Import, ast.ImportFrom)
MARKS = ("since", "until")  # of versions
APPTEST = "apptest_since"
ALL_MARKS = (*MARKS, APPTEST, "engines")
LEFT_OUT = ("skip", "skipif", "xfail", "importorskip")


@dataclass(frozen=True)
class Proof:
    """A test: the sentence it proves and the snippet it runs, both as they are written."""

    name: str
    claim: str
    snippet: str
    path: Path
    line: int
    node: ast.FunctionDef
    since: str | None = None
    until: str | None = None
    engines: tuple[str, ...] = ENGINES
    reason: str = ""  # why it does not hold on the others
    apptest_since: str | None = None  # the first version whose AppTest can show it
    apptest_reason: str = ""

    @property
    def versions(self) -> str:
        """Say on which versions of Streamlit the claim holds, those of its marks included."""
        if self.since and self.until:
            return f"Streamlit {self.since} to {self.until}"
        if self.since:
            return f"Streamlit {self.since} or newer"
        return f"Streamlit {self.until} or older" if self.until else "any Streamlit"

    @property
    def headless(self) -> bool:
        """Whether AppTest can run it, and so every version of Streamlit."""
        return "apptest" in self.engines

    def holds_on(self, version: str) -> bool:
        """Tell whether the claim holds on a version of Streamlit, such as 1.62 or 1.62.0."""
        return holds_on(version, self.since, self.until)

    def shown_by_apptest(self, version: str) -> bool:
        """Tell whether the AppTest of a version can show whether the claim holds there."""
        return "apptest" in self.engines and holds_on(version, self.apptest_since, None)


@dataclass(frozen=True)
class Module:
    """A test module, read and never imported; `path` is relative to the project."""

    path: Path
    source: str
    tree: ast.Module
    proofs: tuple[Proof, ...]

    @cached_property
    def lines(self) -> list[str]:
        """The lines of its source."""
        return self.source.split("\n")

    @cached_property
    def bound(self) -> dict[str, ast.stmt]:
        """The statement that binds each of its names, the last one."""
        return {name: node for node in self.tree.body for name in _names_bound(node)}

    def source_of(self, node: ast.stmt) -> str:
        """Return a statement's text, decorators included."""
        decorators = getattr(node, "decorator_list", [])
        first = min([node.lineno, *(decorator.lineno for decorator in decorators)])
        return "\n".join(self.lines[first - 1 : node.end_lineno])


def tests_of(topic: str) -> Path:
    """Return a topic's test module, relative to the project."""
    return TESTS / f"test_{topic}.py"


def one_line(text: str) -> str:
    """Return a text with every run of white space as one blank: how claims are compared."""
    return " ".join(text.split())


def minor(version: str) -> tuple[int, int]:
    """Return a version's first two numbers, to compare: what a patch changes is not marked."""
    major, minor, *_ = version.split(".")
    return int(major), int(minor)


def holds_on(version: str, since: str | None, until: str | None) -> bool:
    """Tell whether a version lies within the marks of a proof, both included."""
    return (since is None or minor(since) <= minor(version)) and (until is None or minor(version) <= minor(until))


def load(root: Path, topic: str) -> Module:
    """Read a topic's test module.

    Raises `FileNotFoundError` without one, `AuthorError` for a test that is not a proof.
    """
    path = root / tests_of(topic)
    return read(path, tests_of(topic), path.stat().st_mtime_ns)


@sources.once
def read(file: Path, path: Path, _mtime: int) -> Module:
    """Read a module that messages call `path`, again when its time has changed."""
    source = sources.read(file, path)
    try:
        tree = ast.parse(source)
    except SyntaxError as error:
        raise AuthorError(path, error.lineno or 1, f"this is not Python ({error.msg}): mend it") from error
    nodes = list(ast.walk(tree))
    proofs = tuple(_proof(path, node) for node in _tests(path, tree, nodes))
    _unique(path, proofs)
    _check_marks(path, nodes, proofs)
    return Module(path, source, tree, proofs)


def _tests(path: Path, tree: ast.Module, nodes: list[ast.AST]) -> list[ast.FunctionDef]:
    """Return the tests that pytest finds: none may go without a claim."""
    found = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name.startswith("test")]
    for node in nodes:
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
            case ast.Call(func=ast.Name("run" | "app_test"), args=[ast.Constant(str(name))]):
                ran.add(name)
            case ast.Call(func=ast.Name("run" | "app_test")):
                hint = f'write the path out, as in run("<topic>/<snippet>"), not {ast.unparse(call)}'
                raise AuthorError(path, call.lineno, hint)
    if len(ran) != 1:
        hint = f'{node.name} runs {len(ran)} snippets: call run("<topic>/<snippet>") for exactly one'
        raise AuthorError(path, node.lineno, hint)
    since, until = (_version(path, node, mark) for mark in MARKS)
    if since and until and minor(since) > minor(until):
        raise AuthorError(path, node.lineno, f"no Streamlit is since {since} and until {until}: correct the versions")
    if until and until not in claim:
        hint = f'{node.name} holds until {until}, and its claim does not say so: begin it with "Up to {until}"'
        raise AuthorError(path, node.lineno, hint)
    engines, reason = _engines(path, node)
    apptest = _apptest(path, node)
    return Proof(node.name, claim, ran.pop(), path, node.lineno, node, since, until, engines, reason, *apptest)


def _version(path: Path, node: ast.FunctionDef, mark: str) -> str | None:
    """Return the version that a test's mark names."""
    decorator = _mark(path, node, mark)
    match decorator:
        case None:
            return None
        case ast.Call(args=[ast.Constant(str(version))], keywords=[]) if re.fullmatch(r"\d+\.\d+", version):
            return version
    hint = f'write the mark as @pytest.mark.{mark}("1.65"), with a minor version, not @{ast.unparse(decorator)}'
    raise AuthorError(path, decorator.lineno, hint)


def _engines(path: Path, node: ast.FunctionDef) -> tuple[tuple[str, ...], str]:
    """Return the engines that a test's mark names, and its reason."""
    decorator = _mark(path, node, "engines")
    match decorator:
        case None:
            return ENGINES, ""
        case ast.Call(args=names, keywords=[ast.keyword("reason", ast.Constant(str(reason)))]) if reason:
            engines = tuple(getattr(name, "value", None) for name in names)
            if engines and set(engines) < set(ENGINES):
                return engines, reason
    hint = f'write the mark as @pytest.mark.engines("server", reason="..."), with some of {", ".join(ENGINES)}'
    raise AuthorError(path, decorator.lineno, f"{hint}, not @{ast.unparse(decorator)}")


def _apptest(path: Path, node: ast.FunctionDef) -> tuple[str | None, str]:
    """Return the version that the mark on AppTest names, and its reason."""
    decorator = _mark(path, node, APPTEST)
    match decorator:
        case None:
            return None, ""
        case ast.Call(args=[ast.Constant(str(version))], keywords=[ast.keyword("reason", ast.Constant(str(reason)))]):
            if reason and re.fullmatch(r"\d+\.\d+", version):
                return version, reason
    hint = f'write the mark as @pytest.mark.{APPTEST}("1.44", reason="..."), not @{ast.unparse(decorator)}'
    raise AuthorError(path, decorator.lineno, hint)


def _mark(path: Path, node: ast.FunctionDef, mark: str) -> ast.expr | None:
    """Return the one decorator that is this mark."""
    found = [decorator for decorator in node.decorator_list if mark_of(decorator) == mark]
    for again in found[1:]:
        raise AuthorError(path, again.lineno, f"{node.name} has the mark {mark} already: leave one of them")
    return found[0] if found else None


def mark_of(decorator: ast.expr) -> str | None:
    """Return which of the project's marks a decorator is."""
    match decorator.func if isinstance(decorator, ast.Call) else decorator:
        case ast.Attribute(ast.Attribute(ast.Name("pytest"), "mark"), name) if name in ALL_MARKS:
            return name
    return None


def _names_bound(node: ast.stmt) -> set[str]:
    if isinstance(node, IMPORT):
        return set(map(bound_by, node.names))
    if isinstance(node, DEFINITION):
        return {node.name}
    return {name.id for name in ast.walk(node) if isinstance(name, ast.Name) and isinstance(name.ctx, ast.Store)}


def bound_by(alias: ast.alias) -> str:
    """Return the name that a part of an import binds."""
    return (alias.asname or alias.name).split(".")[0]


def _check_marks(path: Path, nodes: list[ast.AST], proofs: tuple[Proof, ...]) -> None:
    """Find the marks that `_mark` does not see, as they decorate no test, and those that no proof may have."""
    read = {
        id(node)
        for proof in proofs
        for outer in proof.node.decorator_list
        if mark_of(outer)
        for node in ast.walk(outer)
    }
    for node in nodes:
        match node:
            case ast.Attribute(ast.Name("mark") | ast.Attribute(attr="mark"), name) if name in ALL_MARKS:
                if id(node) not in read:
                    hint = f"write the mark above the test that it belongs to, as @pytest.mark.{name}(...)"
                    raise AuthorError(path, node.lineno, hint)
            case ast.Attribute(ast.Name("pytest" | "mark") | ast.Attribute(attr="mark"), name) if name in LEFT_OUT:
                hint = "a proof that is left out proves nothing: say with since, until or engines where it holds"
                raise AuthorError(path, node.lineno, hint)


def _unique(path: Path, proofs: tuple[Proof, ...]) -> None:
    names: dict[str, int] = {}
    claims: dict[str, int] = {}
    for proof in proofs:
        if proof.name in names:
            raise AuthorError(path, proof.line, f"{proof.name} is defined in line {names[proof.name]} already")
        if proof.claim in claims:
            raise AuthorError(path, proof.line, f"line {claims[proof.claim]} proves this claim already: {proof.claim}")
        names[proof.name] = claims[proof.claim] = proof.line
