"""What an engine is made of, as a hash: when it changes, the engine may show something else, so records are stale."""

import ast
import hashlib
import json
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
_DRIVERS = "engines/streamlit_engines/*"
# The modules of it that AppTest works without. A new one counts for AppTest, too, until it is added here.
_IN_A_BROWSER = {"actions.py", "browser.py", "dates.py", "driver.py", "elements.py", "server.py"}
_HERE = ("livedocs/versions/recorder.py", "livedocs/versions/marks.py")
# What Streamlit in the page is built from, and not what is built: the assembly copies and compresses it.
_IN_THE_PAGE = ("livedocs/runtime/**/*", "docs/assets/*/*.*")
_IN_STLITE = tuple(
    f"livedocs/runtime/{name}" for name in ("stlite.*", "stlite_[!p]*", "site/[ns]*.py", "requirements.txt")
)
_NPM_LOCK = "package-lock.json"
# By engine: files, and packages from npm.
_BROWSER = {
    "live": (_IN_THE_PAGE, ("pyodide", "zstddec")),
    "stlite": (_IN_STLITE, ("@stlite/browser", "pyodide")),
}


@cache
def made_of(engine: str, root: Path = ROOT) -> str:
    """Return a hash of the files that run proofs on an engine (`apptest`, `server`, ...), 10 hex digits.

    Raises `FileNotFoundError` if a pattern above matches no file, because it hashes nothing then.
    """
    drivers = _files(root, _DRIVERS)
    if engine == "apptest":
        drivers = [path for path in drivers if path.suffix == ".py" and path.name not in _IN_A_BROWSER]
    paths = [*drivers, *(root / name for name in _HERE)]
    parts = []
    if engine in _BROWSER:
        patterns, packages = _BROWSER[engine]
        found = {path for pattern in patterns for path in _files(root, pattern)}
        paths += [path for path in found if engine == "stlite" or not path.name.startswith("stlite")]
        locked = json.loads((root / _NPM_LOCK).read_text("utf-8"))["packages"]
        parts = [locked[f"node_modules/{name}"]["integrity"] for name in packages]
    parts += [f"{path.relative_to(root).as_posix()}\n{_content(path)}" for path in sorted(paths)]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:10]


def _files(root: Path, pattern: str) -> list[Path]:
    found = [path for path in root.glob(pattern) if path.is_file() and "__pycache__" not in path.parts]
    if not found:
        raise FileNotFoundError(f"{pattern} matches no file: correct it in {Path(__file__).relative_to(ROOT)}")
    return found


def _content(path: Path) -> str:
    """Return the text of a file; of a Python module, without comments, docstrings, and layout."""
    text = path.read_text("utf-8")
    return _shape(ast.parse(text)) if path.suffix == ".py" else text


def _shape(node: object) -> str:
    """Return a tree as text. `ast.dump` writes the same tree differently in different versions of Python."""
    if isinstance(node, list):
        return f"[{' '.join(map(_shape, node))}]"
    if not isinstance(node, ast.AST):
        return repr(node)
    fields = dict(ast.iter_fields(node))
    if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
        fields["body"] = node.body[1:] if ast.get_docstring(node, clean=False) is not None else node.body
    told = (f"{name}={_shape(value)}" for name, value in fields.items() if value not in (None, []) or name == "value")
    return f"{type(node).__name__}({' '.join(told)})"
