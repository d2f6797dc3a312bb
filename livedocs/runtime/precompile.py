"""Compile the modules in an archive, in Pyodide: another Python's bytecode would be of no use to it."""

import ast
import zipfile
from importlib import _bootstrap_external, util
from typing import Any

TO_PYC: Any = vars(_bootstrap_external)["_code_to_hash_pyc"]  # no public function makes this of code
# These are read as text too.
KEPT = {"anyio/__init__.py"}
# Of these, docstrings are read: 1.50 and older make help of them, and users `help(st.session_state)`.
DOCUMENTED = {"streamlit/config.py", "streamlit/runtime/state/session_state_proxy.py"}


def precompile(path: str) -> None:
    """Put bytecode in the place of sources; it is not compared with them."""
    with zipfile.ZipFile(path) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in sorted(content.items()):
            if not name.endswith(".py") or name in KEPT:
                _write(archive, name, data)
            if name.endswith(".py"):
                tree = ast.parse(data)
                tree = tree if name in DOCUMENTED else _without_docstrings(tree)
                code = compile(tree, name, "exec", dont_inherit=True)
                _write(archive, f"{name}c", TO_PYC(code, util.source_hash(data), checked=False))


def _without_docstrings(tree: ast.Module) -> ast.Module:
    """Return a module without what takes a third of the bytes and is read by nobody there; asserts stay."""
    for node in ast.walk(tree):
        match node:
            case ast.Module() | ast.ClassDef() | ast.FunctionDef() | ast.AsyncFunctionDef():
                if ast.get_docstring(node, clean=False) is not None:
                    docstring, *rest = node.body
                    node.body = rest or [ast.copy_location(ast.Pass(), docstring)]
    return tree


def _write(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    info = zipfile.ZipInfo(name)  # with no time in it
    info.compress_type = archive.compression
    archive.writestr(info, data, compresslevel=archive.compresslevel)
