"""`tests/FAULTS.md` lists every fault that is tried, and says nothing that its test does not."""

import ast
import re
from pathlib import Path

TESTS = Path(__file__).parents[1]
FAULTS = (TESTS / "FAULTS.md").read_text("utf-8")


def listed():
    """Yield the module, the test and the outcome of each row."""
    for part in FAULTS.split("\n## ")[1:]:
        folder = re.search(r"Test in `tests/(\w+)/`", part)[1]
        for module, test, outcome in re.findall(r"^\| `(\w+\.py)::(\w+)` \| (.+) \|$", part, re.MULTILINE):
            yield TESTS / folder / module, test, outcome


def sources_of(module):
    """Return the source of each test of a module."""
    source = module.read_text("utf-8")
    nodes = (node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef))
    return {node.name: ast.get_source_segment(source, node) for node in nodes if node.name.startswith("test")}


def test_each_fault_is_listed_once():
    rows = [(module, test) for module, test, _ in listed()]
    tried = {
        (module, name)
        for module in TESTS.glob("*/test_*.py")
        for name, source in sources_of(module).items()
        if module.name == "test_faults.py" or ".mistake()" in source
    } - {(Path(__file__), "test_each_fault_is_listed_once")}

    assert len(rows) == len(set(rows))
    assert tried <= set(rows)


def test_each_row_has_its_test_and_quotes_it():
    for module, test, outcome in listed():
        assert test in sources_of(module), f"{module.name} has no {test}"
        for quoted in re.findall("`(.+?)`", outcome):
            assert quoted in module.read_text("utf-8"), f"{test} knows nothing of {quoted!r}"
