"""Proofs: the tests of `tests/test_<topic>.py`, whose docstrings are the claims of `docs/<topic>.md`."""

import ast
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from livedocs.model import sources
from livedocs.model.errors import AuthorError

TESTS = Path("tests")
ENGINES = ("apptest", "server", "live", "stlite")  # what can run a proof
DEFINITION = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
IMPORT = (ast.Import, ast.ImportFrom)
MARKS = ("since", "until")  # of versions
APPTEST = "apptest_since"
FAILS_ON = "fails_on"  # an engine that shows something else
ALL_MARKS = (*MARKS, APPTEST, FAILS_ON, "engines")
_MINOR = re.compile(r"\d+\.\d+")
_FORMS = {mark: f'{mark}("1.65"), with a minor version' for mark in MARKS} | {
    APPTEST: f'{APPTEST}("1.44", reason="...")',
    FAILS_ON: f'{FAILS_ON}("stlite", reason="..."), with some of {", ".join(ENGINES)}',
    "engines": f'engines("server", reason="..."), with some of {", ".join(ENGINES)}',
}
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
    fails_reason: str = ""  # why it fails on an engine that could show it

    @property
    def versions(self) -> str:
        """Say on which versions of Streamlit the claim holds, according to its marks."""
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
        return "\n".join(self.lines[first_line(node) - 1 : node.end_lineno])


def first_line(node: ast.stmt) -> int:
    """Return the line where a statement starts, its decorators included."""
    return min([node.lineno, *(decorator.lineno for decorator in getattr(node, "decorator_list", []))])


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
    return read(root / tests_of(topic), tests_of(topic))


def modules_of(root: Path) -> dict[str, Module]:
    """Return the test modules of all topics."""
    topics = sorted(path.stem.removeprefix("test_") for path in (root / TESTS).glob("test_*.py"))
    return {topic: load(root, topic) for topic in topics}


@sources.once
def read(file: Path, path: Path) -> Module:
    """Read a module that messages call `path`."""
    source = sources.read(file, path)
    try:
        tree = ast.parse(source)
    except SyntaxError as error:
        raise AuthorError(path, error.lineno or 1, f"this is not Python ({error.msg}): correct it") from error
    nodes = list(ast.walk(tree))
    proofs = tuple(_proof(path, node) for node in _tests(path, tree, nodes))
    _check_asserts(path, tree, proofs)
    _unique(path, proofs)
    _check_marks(path, nodes, proofs)
    return Module(path, source, tree, proofs)


def _tests(path: Path, tree: ast.Module, nodes: list[ast.AST]) -> list[ast.FunctionDef]:
    """Return the tests that pytest finds: none may go without a claim."""
    found = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name.startswith("test")]
    for node in nodes:
        if isinstance(node, DEFINITION) and node.name.startswith(("test", "Test")) and node not in found:
            hint = f"{node.name} is not a proof: write a test as a function outside of any class"
            raise AuthorError(path, node.lineno, hint)
    return found


def _proof(path: Path, node: ast.FunctionDef) -> Proof:
    claim = one_line(ast.get_docstring(node) or "")
    if not claim:
        raise AuthorError(path, node.lineno, f"{node.name} has no docstring: write its claim there")
    ran = set()
    for call in ast.walk(node):
        match call:
            case ast.Call(func=ast.Name("run" | "app_test"), args=[ast.Constant(str(name))]):
                ran.add(name)
            case ast.Call(func=ast.Name("run" | "app_test")):
                hint = f'write the path as text, as in run("<topic>/<snippet>"), not {ast.unparse(call)}'
                raise AuthorError(path, call.lineno, hint)
    if len(ran) != 1:
        hint = f'{node.name} runs {len(ran)} snippets: call run("<topic>/<snippet>") for exactly one'
        raise AuthorError(path, node.lineno, hint)
    marks = {mark: _mark(path, node, mark) for mark in ALL_MARKS}
    since, until, shown = (next(iter(marks[mark][0]), None) for mark in (*MARKS, APPTEST))
    if since and until and minor(since) > minor(until):
        raise AuthorError(path, node.lineno, f"no Streamlit is since {since} and until {until}: correct the versions")
    if until and until not in claim:
        hint = f'{node.name} holds until {until}, but its claim does not say so: begin it with "Up to {until}"'
        raise AuthorError(path, node.lineno, hint)
    named, reason = marks["engines"]
    fails, why = marks[FAILS_ON]
    engines = tuple(name for name in _with_stlite(named or ENGINES) if name not in fails)
    where = since, until, engines, reason, shown, marks[APPTEST][1], why
    return Proof(node.name, claim, ran.pop(), path, node.lineno, node, *where)


def _mark(path: Path, node: ast.FunctionDef, mark: str) -> tuple[tuple[str, ...], str]:
    """Return what a test's mark names, and its reason; nothing without the mark."""
    found = [decorator for decorator in node.decorator_list if mark_of(decorator) == mark]
    for again in found[1:]:
        raise AuthorError(path, again.lineno, f"{node.name} already has the mark {mark}: leave one of them")
    if not found:
        return (), ""
    match found[0]:
        case ast.Call(args=args, keywords=keywords):
            names, named = tuple(map(_text, args)), {keyword.arg: _text(keyword.value) for keyword in keywords}
            some = {*names} <= {*ENGINES} and _with_stlite(names) != ENGINES
            known = some if mark in ("engines", FAILS_ON) else _MINOR.fullmatch(",".join(names))
            if names and known and [*named] == ["reason"] * (mark not in MARKS) and all(named.values()):
                return names, named.get("reason", "")
    hint = f"write the mark as @pytest.mark.{_FORMS[mark]}, not @{ast.unparse(found[0])}"
    raise AuthorError(path, found[0].lineno, hint)


def _with_stlite(engines: tuple[str, ...]) -> tuple[str, ...]:
    """Return some engines in their order: what holds in the page is expected to hold in stlite, too."""
    return tuple(name for name in ENGINES if name in engines or (name == "stlite" and "live" in engines))


def _text(node: ast.expr) -> str:
    """Return a text that is written out; an empty one for anything else."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


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
    marks = [decorator for proof in proofs for decorator in proof.node.decorator_list if mark_of(decorator)]
    read = {id(node) for mark in marks for node in ast.walk(mark)}
    for node in nodes:
        match node:
            case ast.Attribute(ast.Name("mark") | ast.Attribute(attr="mark"), name) if name in ALL_MARKS:
                if id(node) not in read:
                    hint = f"write the mark above the test that it belongs to, as in @pytest.mark.{name}(...)"
                    raise AuthorError(path, node.lineno, hint)
            case ast.Attribute(ast.Name("pytest" | "mark") | ast.Attribute(attr="mark"), name) if name in LEFT_OUT:
                hint = "a skipped proof proves nothing: say with since, until, or engines where it holds"
                raise AuthorError(path, node.lineno, hint)


def _check_asserts(path: Path, tree: ast.Module, proofs: tuple[Proof, ...]) -> None:
    """Find a proof that passes whatever the app shows."""
    helpers = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    for proof in proofs:
        if not _asserts(proof.node, dict(helpers)):
            hint = f"{proof.name} has no assert: compare what the user sees with what the claim says"
            raise AuthorError(path, proof.line, hint)


def _asserts(node: ast.FunctionDef, helpers: dict[str, ast.FunctionDef]) -> bool:
    """Tell whether a function, or a helper that it calls, can fail: a loop that waits for a value runs out of time."""
    for child in ast.walk(node):
        match child:
            case ast.Assert() | ast.Call(ast.Attribute(attr="raises" | "warns" | "fail")):
                return True
            case ast.While(test) if not isinstance(test, ast.Constant):
                return True
            case ast.Call(ast.Name(name)) if name in helpers and _asserts(helpers.pop(name), helpers):
                return True
    return False


def _unique(path: Path, proofs: tuple[Proof, ...]) -> None:
    lines: dict[str, int] = {}
    for proof in proofs:
        named, proved = f"defines {proof.name}: rename one of them", f"proves this claim: {proof.claim}"
        for text, already in ((proof.name, named), (proof.claim, proved)):
            if text in lines:
                raise AuthorError(path, proof.line, f"line {lines[text]} already {already}")
            lines[text] = proof.line
