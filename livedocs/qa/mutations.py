"""The ways to break a snippet.

It leaves out what breaks nothing or what always breaks: docstrings, annotations, imports, `pass`, and the labels of
widgets, which tell the user what to do and not what the app does.
"""

import ast
import inspect
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

import streamlit as st

# st.button("label"), st.chat_input("placeholder"); the labels of a badge or metric are text on the page.
_LABELLED = {
    name
    for name, command in inspect.getmembers(st, callable)
    if not name.startswith("_")
    and name not in {"badge", "metric"}
    and next(iter(inspect.signature(command).parameters), "") in {"label", "placeholder"}
}
_PAIRS: list[tuple[Any, Any]] = [
    *((ast.Eq, ast.NotEq), (ast.In, ast.NotIn), (ast.Is, ast.IsNot), (ast.Lt, ast.LtE), (ast.Gt, ast.GtE)),
    *((ast.Add, ast.Sub), (ast.Mult, ast.Div), (ast.BitOr, ast.BitAnd), (ast.And, ast.Or)),
]
_SWAPPED: dict[Any, Any] = {one: other for pair in _PAIRS for one, other in (pair, pair[::-1])}
_SWAPPED |= dict.fromkeys((ast.FloorDiv, ast.Mod, ast.Pow), ast.Mult)
_NEGATED = _SWAPPED | {ast.Lt: ast.GtE, ast.GtE: ast.Lt, ast.Gt: ast.LtE, ast.LtE: ast.Gt}


@dataclass(frozen=True)
class Mutation:
    """One change of a file: its line, what was done, the changed line, and the changed file."""

    line: int
    what: str
    changed: str
    source: str


def unbroken(source: str) -> str:
    """Return a file the way a mutation without a change would leave it."""
    return f"{ast.unparse(ast.parse(source))}\n"


def mutations(source: str) -> list[Mutation]:
    """Return the ways to break a file, from top to bottom."""
    tree = ast.parse(source)
    before = ast.unparse(tree)
    found: dict[str, Mutation] = {}
    for line, what, parent, field, new in _edits(tree):
        old = getattr(parent, field)
        setattr(parent, field, new)
        after = ast.unparse(tree)
        setattr(parent, field, old)
        lines = zip_longest(after.split("\n"), before.split("\n"), fillvalue="")
        changed = next((line.strip() for line, old_line in lines if line != old_line), None)
        if changed is not None:
            found.setdefault(after, Mutation(line, what, changed, f"{after}\n"))
    return sorted(found.values(), key=lambda mutation: mutation.line)


def _edits(tree: ast.Module) -> Iterator[tuple[int, str, ast.AST, str, Any]]:
    """Yield each change: its line, what it is, and an attribute of a node with its new value."""
    kept = _kept(tree)
    for parent in ast.walk(tree):
        for field, value in ast.iter_fields(parent):
            nodes = value if isinstance(value, list) else [value]
            for number, node in enumerate(nodes):
                if isinstance(node, ast.AST) and node not in kept:
                    line = getattr(node, "lineno", getattr(parent, "lineno", 1))
                    for what, *new in _replacements(node, parent, field):
                        changed = [*nodes[:number], *new, *nodes[number + 1 :]] if nodes is value else new[0]
                        yield line, what, parent, field, changed


def _kept(tree: ast.Module) -> set[ast.AST]:
    """Return the nodes that no change would break, or any would."""
    kept: set[ast.AST] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Import() | ast.ImportFrom() | ast.Pass():
                kept.add(node)
            case ast.Call(func=ast.Attribute(attr=name), args=[label, *_]) if name in _LABELLED:
                kept |= {part for part in ast.walk(label) if isinstance(part, ast.Constant)}
            case ast.Compare(ops=[ast.Is() | ast.IsNot()], comparators=[none]):
                kept.add(none)
            case ast.FormattedValue(format_spec=ast.JoinedStr() as spec):
                kept |= set(ast.walk(spec))
            case ast.Module() | ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef() if ast.get_docstring(node):
                kept |= {*ast.walk(node.body[0])}
        for annotation in (getattr(node, "annotation", None), getattr(node, "returns", None)):
            kept |= set(ast.walk(annotation)) if annotation else set()
    return kept


def _replacements(node: ast.AST, parent: Any, field: str) -> Iterator[tuple[Any, ...]]:
    """Yield the name of each change, and the nodes that replace the node."""
    here = ast.unparse(node).split("\n")[0]
    if isinstance(node, ast.stmt):
        yield f"deleted {here}", ast.Pass()
    if field == "decorator_list":
        yield (f"dropped @{here}",)
    if field in {"test", "ifs", "guard"}:
        yield f"negated {here}", _negated(node)
        if not isinstance(parent, (ast.While, ast.Assert)):
            yield f"dropped the guard {here}", ast.Constant(value=True)
    match node:
        case ast.keyword(arg=name):
            yield (f"dropped {name or '**'}= of {ast.unparse(parent.func)}",)
        case ast.With(items=items, body=body):
            yield (f"dropped with {', '.join(map(ast.unparse, items))}", *body)
        case ast.Try(body=body, handlers=[_, *_], orelse=orelse, finalbody=finalbody):
            yield ("dropped except", *body, *orelse, *finalbody)
        case ast.FormattedValue(value=value):
            yield f"dropped the format of {{{ast.unparse(value)}}}", ast.FormattedValue(value, -1)
        case ast.Constant(value=value):
            yield f"changed {here}", ast.Constant(_other(value))
    yield from ((f"changed the operator of {here}", new) for new in _operated(node))


def _operated(node: ast.AST) -> Iterator[ast.AST]:
    """Yield an operation with each of its operators changed, or without its operator."""
    match node:
        case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand):
            yield operand
        case ast.Compare(left=left, ops=ops, comparators=comparators):
            for number, op in enumerate(ops):
                yield ast.Compare(left, [*ops[:number], _SWAPPED[type(op)](), *ops[number + 1 :]], comparators)
        case ast.BinOp(op=op) | ast.BoolOp(op=op) | ast.AugAssign(op=op) if type(op) in _SWAPPED:
            yield type(node)(**dict(ast.iter_fields(node)) | {"op": _SWAPPED[type(op)]()})


def _other(value: Any) -> Any:
    match value:
        case bool():
            return not value
        case int() | float():
            return value + 1
        case str():
            return f"{value}X"
    return 0 if value is None else value


def _negated(test: Any) -> ast.expr:
    match test:
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return operand
        case ast.Constant(bool() as value):
            return ast.Constant(not value)
        case ast.Compare(left=left, ops=[op], comparators=comparators):
            return ast.Compare(left, [_NEGATED[type(op)]()], comparators)
    return ast.UnaryOp(ast.Not(), test)
