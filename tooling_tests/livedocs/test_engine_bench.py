"""What `make bench` says of the engine `server`: the proof and Playwright alone do the same."""

import re
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# An app that notes each of its runs elsewhere, as Streamlit and the driver know nothing of that.
APP = """\
import streamlit as st

name = st.text_input("Name")
if st.button("Greet"):
    st.text(f"Hello {name}")
with open(RUNS, "a") as runs:
    print(name, file=runs)
st.text(HERE)
"""
PROOF = '''\
def test_app(run):
    """A claim."""
    app = run("page/app.py")
    app.text_input[0].set_value("Ann").run()
    app.button[0].click().run()
    assert app.text[0].value == "Hello Ann"
    app.button[0].click().run()
    assert app.text[0].value == "Hello Ann"
'''


@pytest.fixture
def bench(project, tmp_path):
    """Return a function that measures this app, of which `HERE` is shown: how it ended, and its runs."""
    for name in ("pyproject.toml", "tests/conftest.py"):
        shutil.copy(ROOT / name, project.root / name)
    project.write("tests/test_page.py", PROOF)
    runs = tmp_path / "runs"

    def run(here):
        project.write("snippets/page/app.py", APP.replace("HERE", here).replace("RUNS", repr(str(runs))))
        return project.run("livedocs.qa.bench.engine", "1", "--sample", "1"), runs.read_text().split("\n")

    return run


def test_both_do_the_same(bench):
    ended, runs = bench("__file__")

    assert ended.returncode == 0, ended.stderr
    assert runs == ["", "Ann", "Ann", "Ann"] * 5 + [""]  # once to record, and in two rounds each
    ours, alone, ratio, verdict = re.search(
        r"^seconds +([\d.]+) +([\d.]+) +([\d.]+)  <= 1.25: (\w+)$", ended.stdout, re.MULTILINE
    ).groups()
    assert float(ratio) == pytest.approx(float(ours) / float(alone), abs=0.1)
    assert verdict == ("met" if float(ratio) <= 1.25 else "missed")


@pytest.mark.timeout(120)  # until Playwright gives up
def test_a_text_that_does_not_come(bench):
    """Where the page shows what it has not shown to the proof, the figures would mean nothing."""
    ended, _ = bench("open(RUNS).read().count('\\n')")

    assert ended.returncode != 0
    assert "TimeoutError: Page.wait_for_function" in ended.stdout + ended.stderr
