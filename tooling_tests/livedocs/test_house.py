"""No folder of the package imports from a folder above it, and the engines import nothing from this project."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOWEST_FIRST = ("model", "runtime", "versions", "site", "qa")


def imported(folder):
    """Return the dotted names that the modules of a folder import, each with the place where it does."""
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, (ast.Import, ast.ImportFrom)) else []
            for name in names:
                dotted = f"{node.module}.{name}" if isinstance(node, ast.ImportFrom) and node.module else name
                yield dotted, f"{path.relative_to(ROOT)}:{node.lineno}"


@pytest.mark.parametrize("folder", LOWEST_FIRST)
def test_no_folder_imports_upward(folder):
    above = tuple(f"livedocs.{name}" for name in LOWEST_FIRST[LOWEST_FIRST.index(folder) + 1 :])

    assert [where for name, where in imported(ROOT / "livedocs" / folder) if above and name.startswith(above)] == []


def test_engines_import_nothing_of_this_project():
    assert [where for name, where in imported(ROOT / "engines/streamlit_engines") if name.startswith("livedocs")] == []


def test_model_needs_no_builder_no_streamlit_and_no_browser():
    modules = [f"livedocs.model.{path.stem}" for path in (ROOT / "livedocs/model").glob("[a-z]*.py")]
    code = f"import {', '.join(modules)}, sys; print(*{{'mkdocs', 'streamlit', 'playwright'}} & sys.modules.keys())"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    assert done.stdout.strip() == ""
