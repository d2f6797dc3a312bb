"""What a page asks of a phone before anything runs: what goes over the wire, and that nothing moves; and Lighthouse."""

import subprocess
import sys

import pytest

from livedocs import lighthouse
from livedocs.bench.host import serve

# Since the page began to load; what was there before the observer, too.
SHIFTS = """() => new Promise(resolve => {
  const found = []
  const note = entries => {
    for (const { value, sources } of entries) {
      const moved = sources.map(({ node }) => node?.outerHTML?.slice(0, 80) ?? "text")
      found.push(`${value.toFixed(4)} of ${moved.join(", ")}`)
    }
  }
  const observer = new PerformanceObserver(list => note(list.getEntries()))
  observer.observe({ type: "layout-shift", buffered: true })
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => {
    note(observer.takeRecords())
    resolve(found)
  })))
})"""


@pytest.fixture(scope="module")
def host(site):
    """Serve `site/` as GitHub Pages would, and count."""
    with serve(site) as host:
        yield host


@pytest.mark.timeout(300)
def test_no_page_is_heavy_or_moves(host, browser):
    heavy, moved = [], []
    for page in lighthouse.pages(host.folder):
        host.forget()
        with browser.new_context(viewport={"width": 412, "height": 823}, is_mobile=True, has_touch=True) as context:
            tab = context.new_page()
            tab.goto(host.address + page, wait_until="networkidle")
            moved += [(page, shift) for shift in tab.evaluate(SHIFTS)]
        if host.sent > lighthouse.BYTES:
            heavy.append((page, host.sent))

    assert heavy == []
    assert moved == []


@pytest.mark.timeout(300)
def test_lighthouse_judges_a_page(host, monkeypatch):
    # It asks Playwright for the browser, which a process with an open one cannot.
    said = subprocess.run([sys.executable, "-m", "livedocs.browser"], stdout=subprocess.PIPE, text=True, check=True)
    monkeypatch.setenv("CHROMIUM", said.stdout.removeprefix("Tests drive ").strip())
    report = lighthouse.judge(host.address, "glossary/")

    # Performance hangs on what else the machine does.
    assert [missed for missed in report.missed() if missed != "performance"] == []
    assert report.scores["performance"] > 0
    assert 100_000 < report.bytes < lighthouse.BYTES
