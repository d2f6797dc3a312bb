"""Compare apps with stlite, the driver with Playwright, proofs with AppTest, and the build with plain fences.

`python -m livedocs.qa.bench [--rounds N] [part ...]` prints medians of N rounds, in which both sides take turns, and
their ratios. `stlite` and `playwright` measure seconds on the clock, `apptest` and `fences` of processor time.

- stlite: from the click on Run until the app's first button is visible, in a new browser profile (cold), in a browser
  that starts again with this profile (warm), for a second app, and for an app on the next page; and the megabytes sent
  until the first app is there. In favor of stlite, all packages come from its own origin, and the largest are empty.
- playwright: open an app, click, type, and click again, five times, through the driver or with only Playwright.
- apptest: tests that need nothing but `run`, in pytest or called one after the other with only AppTest.
- fences: the build of the site, or of its pages with the same code in plain fences and without our extensions.
"""

import argparse
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, expect, sync_playwright
from streamlit_engines.browser import ARGUMENTS, ensure, launch
from streamlit_engines.server import Server, Tab

from livedocs.model.proofs import load, modules_of
from livedocs.model.snippets import SNIPPETS, Snippet
from livedocs.runtime import stlite
from livedocs.runtime.webserver import compressed, serve
from livedocs.site.standalone import standalone

ROOT = Path(__file__).parents[2]
PAGES = {"basic_usage": ("basic_usage/count.py", "basic_usage/kept.py"), "callbacks": ("callbacks/add_one.py",)}
(FIRST, SECOND), (NEXT,) = PAGES.values()
APP = """\
import streamlit as st

name = st.text_input("Name")
if st.button("Add one"):
    st.session_state.count = st.session_state.get("count", 0) + 1
st.text(f"{name} {st.session_state.get('count', 0)}")
"""
LOOP = """
import functools, os, runpy, sys, tempfile
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

manifest_scanner.scan_component_manifests = functools.cache(manifest_scanner.scan_component_manifests)  # as in pytest
root, module = os.getcwd(), functools.cache(runpy.run_path)
for path, name in (test.split("::") for test in sys.argv[1:]):
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        test = module(f"{root}/{path}")[name]
        test(lambda app: AppTest.from_file(f"{root}/snippets/{app}", default_timeout=30).run())
"""
PLAIN = """
import sys
from mkdocs.commands.build import build
from mkdocs.config import load_config

config = load_config("mkdocs.yml", docs_dir=sys.argv[1], site_dir=sys.argv[2])
config.markdown_extensions = [name for name in config.markdown_extensions if not name.startswith("livedocs.")]
config.mdx_configs["pymdownx.superfences"] = {}
build(config)
"""
Figures = dict[str, float]


def _stlite(rounds: int, folder: Path) -> None:
    ours, theirs, sent = folder / "ours", folder / "theirs", list[int]()
    theirs.mkdir()
    _mount(theirs)
    path = ensure()
    hook = compressed(sent)
    with serve(ours, hook) as url, serve(theirs, hook) as their_url, sync_playwright() as playwright:
        _python("-m", "mkdocs", "build", "--quiet", "--site-dir", ours, SITE_URL=url)  # its links need its URL
        start = partial(playwright.chromium.launch_persistent_context, executable_path=path, args=ARGUMENTS)
        _compare(rounds, "stlite", *(partial(_apps, start, side, sent) for side in (url, their_url)))


def _mount(folder: Path) -> None:
    """Write pages that mount the apps with stlite, and a mirror of what they load."""
    stlite.write(folder)
    build, pyodide = stlite.paths()
    for page, names in PAGES.items():
        apps = {name: {Path(name).name: (ROOT / SNIPPETS / name).read_text()} for name in names}
        (folder / page).mkdir()
        html = Path(__file__).with_suffix(".html").read_text().replace("APPS", json.dumps(apps))
        html = html.replace("BUILD", f"../{build}").replace("PYODIDE", f"../{pyodide}")
        (folder / page / "index.html").write_text(html)


def _apps(launch_profile: Callable, url: str, sent: list[int]) -> Figures:
    """Start apps as a new reader."""
    figures: Figures = {}
    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        for when in ("cold", "warm"):
            with launch_profile(profile) as reader:
                sent.clear()
                page = reader.new_page()
                page.goto(f"{url}basic_usage/", wait_until="networkidle")
                figures[f"first app, {when}"] = _start(page, FIRST)
                if when == "cold":
                    figures["megabytes"] = sum(sent) / 1e6
                    figures["second app"] = _start(page, SECOND)
                    if (link := page.locator(".md-sidebar--primary a[href$='/callbacks/']")).count():
                        link.first.click()  # which loads no page
                        page.locator(f"[data-snippet='{NEXT}'] .live-bar").wait_for(state="attached")
                        page.wait_for_timeout(500)
                    else:
                        page.goto(f"{url}callbacks/", wait_until="networkidle")
                    figures["app on the next page"] = _start(page, NEXT)
    return figures


def _start(page: Page, snippet: str) -> float:
    """Run an app; return the seconds until its first button is visible."""
    block = page.locator(f"[data-snippet='{snippet}']")
    label = block.locator("label[for$='-run']")
    label.evaluate("label => label.scrollIntoView({ block: 'center' })")
    app = block.frame_locator(".live-app > iframe") if page.locator(".md-header").count() else block
    start = time.perf_counter()
    label.click()
    app.get_by_test_id("stButton").first.wait_for(timeout=120_000)
    return time.perf_counter() - start


def _playwright(rounds: int, folder: Path) -> None:
    (folder / "app.py").write_text(APP)
    server = Server(folder / "app.py", folder / "server.log")
    try:
        with launch() as browser:
            _compare(rounds, "Playwright", *(partial(_acts, browser, server, act) for act in (_drive, _play)))
    finally:
        server.kill()


def _acts(browser: Browser, server: Server, act: Callable[[Page, Server], None]) -> Figures:
    start = time.perf_counter()
    for _ in range(5):
        with browser.new_context() as context:
            page = context.new_page()
            page.goto(server.address, wait_until="commit")
            act(page, server)
    return {"open and act": (time.perf_counter() - start) / 5}


def _drive(page: Page, server: Server) -> None:
    app = Tab(page, server)
    app.button[0].click().run()
    app.text_input[0].set_value("Ada").run()
    app.button[0].click().run()
    assert app.text[0].value == "Ada 2"  # noqa: S101 (or it measures nothing)


def _play(page: Page, _: Server) -> None:
    name, text = page.get_by_label("Name"), page.get_by_test_id("stText")
    button = page.get_by_role("button", name="Add one")
    button.click()
    expect(text).to_have_text(" 1")
    name.fill("Ada")
    name.press("Enter")
    expect(text).to_have_text("Ada 1")
    button.click()
    expect(text).to_have_text("Ada 2")


def _apptest(rounds: int, _: Path) -> None:
    proofs = [proof for module in modules_of(ROOT).values() for proof in module.proofs if not proof.node.decorator_list]
    simple = [proof for proof in proofs if [argument.arg for argument in proof.node.args.args] == ["run"]]
    tests = [f"{proof.path}::{proof.name}" for proof in simple if proof.snippet.endswith(".py")]
    sides = [("-m", "pytest", "-q", "-p", "no:cacheprovider"), ("-c", LOOP)]
    _cost("", *sides[0], "--collect-only", *tests)  # compiles the tests
    _compare(rounds, "AppTest", *(partial(_cost, f"{len(tests)} tests", *side, *tests) for side in sides))


def _fences(rounds: int, folder: Path) -> None:
    docs = Path(shutil.copytree(ROOT / "docs", folder / "docs"))
    for page in docs.glob("*.md"):
        page.write_text(re.sub(r"(?m)^``` *snippet.*\n(.+)\n```$", _plain, page.read_text("utf-8")), "utf-8")
    ours = ("-m", "mkdocs", "build", "--quiet", "--site-dir", folder / "ours")
    sides = [ours, ("-c", PLAIN, docs, folder / "theirs")]
    _compare(rounds, "plain fences", *(partial(_cost, "build", *side) for side in sides))


def _plain(fence: re.Match[str]) -> str:
    """Return a plain fence for each text that a block shows."""
    snippet = Snippet(ROOT, fence[1].strip())
    texts = [*snippet.files.values(), standalone(load(ROOT, snippet.topic), snippet)[0]]
    return "\n\n".join(f"````python\n{text.rstrip()}\n````" for text in texts)


def _cost(name: str, *words: str | Path) -> Figures:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    _python(*words, DRAFT="true", PYTHONDONTWRITEBYTECODE="")  # pytest keeps the bytecode of tests
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {name: after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime}


def _python(*words: str | Path, **environment: str) -> None:
    command, env = [sys.executable, *map(str, words)], os.environ | environment
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stdout + done.stderr)


def _compare(rounds: int, name: str, *sides: Callable[[], Figures]) -> None:
    """Measure both sides, ours first, in rounds in which they take turns; print medians and ratios."""
    figures: tuple[list[Figures], list[Figures]] = [], []
    for number in range(rounds):
        for turn in (0, 1) if number % 2 == 0 else (1, 0):
            figures[turn].append(sides[turn]())
    print(f"{'':24}{'ours':>8}{name:>14}{'ratio':>8}")
    for what in figures[0][0]:
        ours, theirs = (median(found[what] for found in side) for side in figures)
        print(f"{what:24}{ours:8.2f}{theirs:14.2f}{ours / theirs:8.2f}", flush=True)


def main() -> None:
    """Do what the command line says."""
    parts = {part.__name__[1:]: part for part in (_stlite, _playwright, _apptest, _fences)}
    parser = argparse.ArgumentParser(prog="python -m livedocs.qa.bench", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("parts", nargs="*", metavar="part", help=f"of {', '.join(parts)} (default: all)")
    parser.add_argument("--rounds", type=int, default=3, help="how many (default: 3)")
    options = parser.parse_args()
    for name in options.parts or parts:
        with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            parts[name](options.rounds, Path(folder))


if __name__ == "__main__":
    main()
