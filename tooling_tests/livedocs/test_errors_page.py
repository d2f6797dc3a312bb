"""`docs/errors.md` lists all errors and warnings of its area, from the records and from Streamlit's source."""

import ast
import re
import tomllib
from functools import cache
from pathlib import Path

import pytest
import streamlit

from livedocs.site import fence_seen
from livedocs.versions import results

ROOT = Path(__file__).parents[2]
STREAMLIT = Path(streamlit.__file__).parent
PAGE = ROOT / "docs/errors.md"
# Where each error is described, and why others are left out.
TOLD = Path(__file__).with_name("errors_page.toml")
# Where Streamlit checks session state, keys, callbacks, forms, fragments, pages and query parameters.
AREA = (
    "commands/execution_control.py",
    "commands/navigation.py",
    "elements/form.py",
    "elements/lib/options_selector_utils.py",
    "elements/lib/policies.py",
    "elements/lib/utils.py",
    "elements/widgets/button.py",
    "navigation/page.py",
    "runtime/caching/cached_message_replay.py",
    "runtime/fragment.py",
    "runtime/scriptrunner_utils/script_run_context.py",
    *sorted(path.relative_to(STREAMLIT).as_posix() for path in (STREAMLIT / "runtime/state").glob("*.py")),
)


@cache
def told():
    """Return the lists: `page` by anchor, `elsewhere` and `seen_elsewhere` by the reason."""
    return tomllib.loads(TOLD.read_text())


def raised():
    """Return what the modules of the area raise or log, and the classes of `streamlit/errors.py`."""
    found = {
        f"errors.py {node.name}"
        for node in ast.parse((STREAMLIT / "errors.py").read_text()).body
        if isinstance(node, ast.ClassDef)
    }
    for file in AREA:
        for node in ast.walk(ast.parse((STREAMLIT / file).read_text())):
            match node:
                case ast.Raise(exc=ast.Call(func) as call):
                    found.add(f"{file} {ast.unparse(func)} {about(call)}".strip())
                case ast.Raise(exc=ast.Name(name)) if name[0].isupper():
                    found.add(f"{file} {name}")
                case ast.Call(ast.Attribute(_, "warning") as func):
                    found.add(f"{file} {ast.unparse(func)} {about(node)}")
    return found


def about(call):
    """Return what distinguishes a call: the id of the error, or the start of its text."""
    ids = [keyword.value for keyword in call.keywords if keyword.arg == "error_id"]
    texts = [node.value for node in ast.walk(ast.Tuple(ids or call.args)) if isinstance(node, ast.Constant)]
    return " ".join(str(next(iter(texts), "")).split())[:50]


def test_errors_of_streamlit_are_listed_or_left_out_for_a_reason():
    listed = [entry for part in ("page", "elsewhere") for entries in told()[part].values() for entry in entries]

    new, gone = sorted(raised() - set(listed)), sorted(set(listed) - raised())
    assert not new, f"Streamlit {streamlit.__version__} raises or logs what {TOLD.name} does not list: add {new}"
    assert not gone, f"Streamlit {streamlit.__version__} no longer raises or logs this: remove from {TOLD.name} {gone}"
    assert len(listed) == len(set(listed)), f"{TOLD.name} lists something twice"


def test_named_sections_exist():
    anchors = re.findall(r"^### .*\{ #([\w-]+) \}$", PAGE.read_text(), re.MULTILINE)

    assert told()["page"].keys() <= set(anchors)
    assert re.findall(r"^- \[.*\]\(#([\w-]+)\)$", PAGE.read_text(), re.MULTILINE) == anchors


def test_errors_in_records_are_listed_or_left_out_for_a_reason():
    fences = re.findall(r"^``` seen\n(.*?)^```$", PAGE.read_text(), re.MULTILINE | re.DOTALL)
    shown = {
        fence_seen.likeness(text)
        for text in fence_seen.shown(ROOT, [name for fence in fences for name in fence.split()])
    }
    patterns = [pattern for patterns in told()["seen_elsewhere"].values() for pattern in patterns]
    versions = results.versions(ROOT)
    if not versions:
        pytest.skip(f"no results: run `{results.COMMAND}`")

    untold, used = {}, set()
    for version in versions:
        for (topic, name), result in results.read(ROOT, version).items():
            for text in result.seen:
                out = [pattern for pattern in patterns if re.fullmatch(pattern, text, re.DOTALL)]
                used.update(out)
                if not out and fence_seen.likeness(text) not in shown:
                    untold[fence_seen.likeness(text)] = f"{topic}::{name} on {version}: {text}"
    assert not untold, (
        f"{PAGE.name} does not have these: name the proof in a `seen` fence, or why not in {TOLD.name}: "
        + "\n".join(untold.values())
    )
    assert used == set(patterns), f"no proof shows this: remove it from {TOLD.name}"
