"""The versions of Streamlit in the page: what the assembly makes of each wheel, and an app on each version."""

import json
import re
from pathlib import Path

import pytest

from livedocs.runtime import front_end, interpreter
from livedocs.runtime.archives import PYPI_LOCK, fetch, streamlits
from livedocs.runtime.assembly import BUILD, RUNTIME, assemble

ROOT = Path(__file__).parents[2]
VERSIONS = list(streamlits(ROOT))
BETWEEN = [pytest.param(version, marks=pytest.mark.full) for version in VERSIONS[1:-1]]
APP = """
import streamlit as st


def add():
    st.session_state.count += 1


st.session_state.setdefault("count", 0)
st.button("Add", on_click=add)
with st.form("greeting"):
    name = st.text_input("Name")
    st.form_submit_button("Greet")
st.text(f"{st.__version__}: {st.session_state.count} {name}")
"""
pytestmark = pytest.mark.timeout(240)  # Python in WebAssembly starts slowly


@pytest.fixture(scope="module")
def built():
    """Return what the assembled runtime tells the page of each version."""
    assemble(ROOT)
    line = next(line for line in (ROOT / RUNTIME / BUILD).read_text("utf-8").splitlines() if " versions = " in line)
    return json.loads(line.partition(" = ")[2].rstrip(";"))


@pytest.mark.parametrize("version", [VERSIONS[0], *BETWEEN, VERSIONS[-1]])
def test_an_app(docs, version):
    """Two sessions of an app keep their own state, and the server has nothing to log."""
    first, second = (docs.show(APP, f"on {version}", version=version) for _ in range(2))
    first.click("Add")
    assert first.shows(f"{version}: 1")
    second.frame.get_by_label("Name").fill("Ada")
    second.click("Greet")

    assert second.shows(f"{version}: 0 Ada")
    assert first.heard("output") == second.heard("output") == []


def test_versions_of_streamlit():
    """The documented version comes first, the others follow from new to old, and each is another minor version."""
    numbers = [tuple(map(int, version.split("."))) for version in VERSIONS]

    assert numbers == sorted(numbers, reverse=True)
    assert len({minor for _, minor, _ in numbers}) == len(numbers)


def test_each_version_gets_the_packages_that_it_requires():
    packages = fetch(ROOT, (ROOT / PYPI_LOCK).read_text("utf-8"))
    locks = streamlits(ROOT)
    got = {}
    for version in (VERSIONS[0], VERSIONS[-1]):
        (wheel,) = fetch(ROOT, locks[version])
        got[version] = {path.name.partition("-")[0] for path in interpreter.required(wheel, packages)}

    assert {"streamlit", "starlette", "anyio", "idna"} < got[VERSIONS[0]]
    assert "cachetools" not in got[VERSIONS[0]]
    assert {"streamlit", "cachetools", "toml", "blinker"} < got[VERSIONS[-1]]
    assert "starlette" not in got[VERSIONS[-1]]


@pytest.mark.parametrize("version", VERSIONS)
def test_a_front_end_has_only_what_a_page_loads(built, version):
    """Each font has one format, charts that no app can show are missing, and nothing that is there needs them."""
    page = (ROOT / RUNTIME / built[version]["page"]).parent
    files = {path.relative_to(page).as_posix(): path.read_bytes() for path in page.rglob("*") if path.is_file()}
    names = {Path(path).name for path in files}
    styles = b"".join(content for path, content in files.items() if path.endswith(".css")).decode()
    rules = re.findall(r"@font-face ?\{[^}]*\}", styles)
    scripts = {path: content.decode() for path, content in files.items() if path.endswith(".js")}

    assert not {Path(name).suffix for name in names} & {".map", ".ttf", ".woff", ".py"}
    assert rules
    assert all(set(re.findall(r"[\w.-]+\.woff2", rule)) & names or "data:font/woff2" in rule for rule in rules)
    assert not [path for path, script in scripts.items() if front_end.CHARTS.search(script.encode())]
    imported = {name for script in scripts.values() for name in re.findall(r'(?:from|import)"\./([^"]+)"', script)}
    assert imported <= names
    assert {path.partition("/")[2] for path in built[version]["frontEnd"]} <= set(files)
    assert sum(map(len, files.values())) < 20e6


@pytest.mark.parametrize("version", VERSIONS)
def test_the_page_of_a_frame(built, version):
    """Our script is the only one that a browser runs, and the policy comes before everything that it restricts."""
    html = (ROOT / RUNTIME / built[version]["page"]).read_text("utf-8")

    assert re.search(r'<head>\s*<meta http-equiv="Content-Security-Policy"', html)
    first, *others = re.findall(r"<script\b[^>]*>", html)[::-1]
    assert first == '<script type="module" src="../../frame.js">'
    assert others
    assert all(re.search(r'type="text/later" data-type="(module)?" .*src="\./', script) for script in others)
