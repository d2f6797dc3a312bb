"""A start says how much of Python has arrived, unless a cache has it."""

import json
import re

import pytest

from livedocs.runtime.assembly import BUILD
from tooling_tests.site.conftest import ROOT

pytestmark = pytest.mark.timeout(240)  # Python in WebAssembly starts slowly

LISTEN = """() => {
  window.said = []
  const note = () => {
    const [bar, ...texts] = document.querySelectorAll(".live-status > *")
    if (texts.length) said.push([texts.map((text) => text.textContent).join(""), bar.value])
  }
  new MutationObserver(note).observe(document.querySelector(".md-content"), { subtree: true, childList: true })
}"""


def amounts(block):
    """Start an app, and return which megabytes of how many the block has named, and all the values of its bar."""
    block.page.evaluate(LISTEN)
    block.start()
    said = block.page.evaluate("said")
    found = [re.fullmatch(r"Loading Python: ([\d.]+) of ([\d.]+) MB", text) for text, _ in said]
    return [tuple(map(float, match.groups())) for match in found if match], [value for _, value in said]


@pytest.mark.parametrize("script", ["", "delete window.SharedWorker"], ids=["shared", "dedicated"])
def test_a_first_start(reader, server, script):
    server.cache = "max-age=600"
    server.slow |= {r"snapshot\.": 2_000_000}
    block = reader(script)
    built = (ROOT / "site/assets/run/runtime" / BUILD).read_text("utf-8")
    first = next(iter(json.loads(re.search(r"versions = (.*);", built)[1]).values()))
    total = round(sum(sent for _, sent in first["sizes"].values()) / 1e6, 1)
    loaded, values = amounts(block)

    assert {whole for _, whole in loaded} == {total}
    assert len({part for part, _ in loaded}) > 5
    assert loaded == sorted(loaded)
    assert loaded[-1] == (total, total)
    assert values == sorted(values)
    assert 5 < total < 15

    server.slow.clear()
    block.page.reload()
    loaded, _ = amounts(block)
    assert len(loaded) < 3
