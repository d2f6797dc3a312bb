"""What a test uses of its module: the statements that a copy of it, or a hash, has to include."""

import ast
from collections.abc import Sequence
from copy import copy
from functools import lru_cache

from livedocs.model.proofs import IMPORT, Module, bound_by


def needed(module: Module, roots: Sequence[ast.stmt]) -> list[ast.stmt]:
    """Return the module's statements whose names the roots use, and those these use in turn, in order."""
    used: set[str] = set()
    queue = list(roots)
    while queue:
        named = (_names_used(queue.pop()) & module.bound.keys()) - used
        new = {name for name in named if module.bound[name] not in roots}
        used |= new
        queue += [module.bound[name] for name in new]
    found = {node.lineno: _only(node, used) for node in (module.bound[name] for name in used)}
    return [found[line] for line in sorted(found)]


def _only(node: ast.stmt, names: set[str]) -> ast.stmt:
    """Return an import of just these names; leave any other statement as it is."""
    if isinstance(node, IMPORT):
        node = copy(node)
        node.names = [alias for alias in node.names if bound_by(alias) in names]
    return node


@lru_cache(maxsize=4096)
def _names_used(node: ast.stmt) -> frozenset[str]:
    """Return the names a statement reads; the arguments of a test or fixture name fixtures."""
    named = (child for child in ast.walk(node) if isinstance(child, ast.Name | ast.arg))
    return frozenset(child.id if isinstance(child, ast.Name) else child.arg for child in named)
