"""The Run tab: the reader chooses the version of Streamlit, or compares two of them."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from livedocs.model.proofs import load, minor
from livedocs.site.pairs import VERSIONS
from livedocs.versions import where
from livedocs.versions.where import minor_of
from tooling_tests.site.blocks import Block

pytestmark = pytest.mark.timeout(240)  # Python in WebAssembly starts slowly

ROOT = Path(__file__).parents[2]
BELOW = "widgets/set_below.py"  # its claims changed with 1.63
NEW = where.documented()
OLD = next(version for version in reversed(VERSIONS) if minor(version) < (1, 63))
SHORT = [minor_of(version) for version in (OLD, NEW)]
PAIR = f"#set_below-run-{'-'.join(SHORT)}"
RUN_PAIR = f"Run on {' and '.join(SHORT)}"
PRINTS = "import streamlit as st\nst.text(st.__version__)\nst.text_input('Name')\n"
PICKER = "Streamlit version"


@pytest.fixture
def visit(served, new_page):
    """Return a function that returns a block for a new reader, and the list of requests."""

    def visit(anchor="", path="widgets/", **options):
        page = new_page(script="delete window.SharedWorker", **options)  # Playwright doesn't see its requests
        asked = []
        page.context.on("request", lambda request: asked.append(request.url))
        page.goto(f"{served.url}{path}{anchor}")
        return Block(page, BELOW), asked

    return visit


def loaded(asked):
    """Return the versions of Streamlit whose files were requested."""
    return {match[1] for url in asked if (match := re.search(r"/runtime/(?:python|streamlit)-([\d.]+\d)[-/]", url))}


def select(block, name="Streamlit"):
    return block.element.get_by_role("combobox", name=name, exact=True)


def session(block, version):
    return block.element.get_by_role("figure", name=f"Streamlit {minor_of(version)}", exact=True)


def said(block):
    """Return what the tab says of versions, and the claims in its lists."""
    truth = block.element.locator(".live-truth")
    return truth.locator("p").all_text_contents(), [
        [link.rpartition("#")[2] for link in links.locator("a").evaluate_all("all => all.map(link => link.href)")]
        for links in truth.locator("ul").all()
    ]


def not_held(version):
    proofs = [proof for proof in load(ROOT, "widgets").proofs if proof.snippet == BELOW]
    return [proof.name for proof in proofs if not proof.holds_on(version)], len(proofs)


def test_the_select_lists_the_versions_and_how_many_claims_hold(visit):
    block, asked = visit()
    block.tab()
    expected = []
    for version in reversed(VERSIONS):
        failing, every = not_held(version)
        held = f", {every - len(failing)} of {every} claims hold" if every > len(failing) else ", claims don't hold"
        expected.append(f"{minor_of(version)}{held if failing else ''}")

    assert select(block).locator("option").all_text_contents() == expected
    assert select(block).input_value() == NEW
    for version in (OLD, NEW):
        select(block).select_option(version)
        names, _ = not_held(version)
        assert said(block) == (
            [f"Runs here with Streamlit {version}.", "These claims don't hold on that version:"],
            [names],
        )
    assert loaded(asked) == set()


def test_the_version_of_the_page_is_the_default_until_another_one_is_chosen(visit, instant):
    block, _ = visit()
    page = block.page
    block.tab()
    page.get_by_label(PICKER).select_option(SHORT[0])
    expect(select(block)).to_have_value(OLD)
    page.get_by_label(PICKER).select_option("1.28")
    expect(select(block)).to_have_value(NEW)
    page.get_by_label(PICKER).select_option(SHORT[0])
    instant(page)
    page.get_by_role("link", name="Callbacks", exact=True).first.click()
    page.get_by_role("heading", name="Callbacks", level=1).wait_for()
    block = Block(page, "callbacks/clear_text.py")
    block.tab()
    expect(select(block)).to_have_value(OLD)

    page.reload()
    block.tab()
    expect(select(block)).to_have_value(OLD)
    select(block).select_option(NEW)
    page.get_by_label(PICKER).select_option("1.40")
    page.get_by_label(PICKER).select_option(SHORT[0])
    assert select(block).input_value() == NEW


def test_another_version_while_the_app_runs(visit):
    block, asked = visit()
    block.type(PRINTS)
    block.start()
    block.shows(NEW)
    assert loaded(asked) == {NEW}
    block.click("Second session")
    block.wait()
    block.page.evaluate("""() => {
      window.said = new Set()
      const note = () => said.add(document.querySelector(".live-app > .live-status").textContent)
      const stage = document.querySelector(".live:has(iframe) .live-stage")
      new MutationObserver(note).observe(stage, {subtree: true, childList: true})
    }""")
    select(block).select_option(OLD)
    block.wait()

    for number in range(2):
        block.shows(OLD, number)
    assert loaded(asked) == {OLD, NEW}
    steps = "".join(block.page.evaluate("[...said]"))
    assert f"Loading Python and Streamlit {SHORT[0]}" in steps
    assert block.page.url.endswith(f"#set_below-run-{SHORT[0]}")
    assert len([worker for worker in block.page.workers if "worker.js" in worker.url]) == 1


def test_two_versions_next_to_each_other(visit):
    block, _ = visit()
    block.type(PRINTS)
    block.click("Compare with another version")
    other = select(block, "Compared with Streamlit").input_value()
    assert not_held(other) != not_held(NEW)
    select(block, "Compared with Streamlit").select_option(OLD)
    block.wait()
    for number, version in enumerate((NEW, OLD)):
        block.shows(version, number)
        title = session(block, version).locator("iframe").get_attribute("title")
        assert title == f"{BELOW}, Streamlit {minor_of(version)}"
    boxes = [session(block, version).bounding_box() for version in (NEW, OLD)]
    assert boxes[0]["y"] == boxes[1]["y"]
    texts, lists = said(block)
    assert texts == [
        f"Runs here with Streamlit {NEW} and {OLD}.",
        *(f"These claims don't hold on Streamlit {minor_of(version)}:" for version in (NEW, OLD)),
    ]
    assert lists == [not_held(NEW)[0], not_held(OLD)[0]]

    block.run(PRINTS + "print(st.__version__)\nst.text('edited')\n")
    for number, version in enumerate((NEW, OLD)):
        block.shows("edited", number)
        log = block.element.get_by_label(f"Server log of Streamlit {minor_of(version)}")
        expect(log).to_have_text(f"{version}\n")

    field = block.app(1).get_by_label("Name")
    field.fill("Ada")
    field.press("Enter")
    session(block, NEW).get_by_role("button", name="Restart").click()
    block.wait()
    expect(field).to_have_value("Ada")
    session(block, NEW).get_by_role("button", name="Close").click()
    field = block.app().get_by_label("Name")
    expect(field).to_have_value("Ada")
    expect(select(block)).to_have_value(OLD)
    assert block.element.get_by_role("figure", name="Session 1").is_visible()

    block.click("Compare with another version")
    block.wait()
    block.click("Stop comparing")
    expect(block.element.locator("iframe")).to_have_count(1)
    block.shows(OLD)
    block.click("Stop")
    assert block.button("Run").is_visible()


def test_a_link_offers_two_versions_and_a_click_runs_them(visit):
    block, asked = visit(PAIR)
    run = block.button(RUN_PAIR)
    for visit_again in (lambda: None, block.page.reload):
        visit_again()
        expect(run).to_be_in_viewport()
        block.page.wait_for_timeout(500)
        assert block.page.locator("iframe").count() == 0
        assert loaded(asked) == set()
        assert [url for url in asked if "/run/app.js" in url] == []
    block.page.keyboard.press("Tab")
    expect(run).to_be_focused()

    block.page.keyboard.press("Enter")
    block.wait()
    expect(session(block, OLD).locator("iframe")).to_have_count(1)
    expect(session(block, NEW).locator("iframe")).to_have_count(1)
    assert loaded(asked) == {OLD, NEW}


def test_badges_and_the_upgrade_guide_link_to_the_versions_around_a_change(visit, instant):
    block, asked = visit()
    page = block.page
    instant(page)
    page.evaluate("window.marker = true")
    after = next(version for version in VERSIONS if minor(version) >= (1, 63))
    pair = f"set_below-run-{SHORT[0]}-{minor_of(after)}"
    badge = page.locator(f"#test_assign_below_the_widget_raises a.claim-versions[href$='#{pair}']")
    for _ in range(2):  # the second time, the address is there already
        badge.click()
        expect(block.button(f"Run on {SHORT[0]} and {minor_of(after)}")).to_be_in_viewport()
    assert page.evaluate("marker")
    assert page.locator("iframe").count() == 0

    page.get_by_role("link", name="Versions", exact=True).first.click()
    guide = page.locator(".versions-changes")
    guide.locator(f"a[href$='/widgets/#{pair}']").first.click()
    expect(block.button(f"Run on {SHORT[0]} and {minor_of(after)}")).to_be_in_viewport()
    assert page.evaluate("marker")
    assert loaded(asked) == set()


def test_a_link_to_a_version_that_the_page_does_not_have(visit):
    block, _ = visit("#set_below-run-1.2-1.67")

    expect(block.element.get_by_text("This page doesn't run Streamlit 1.2 and 1.67.")).to_be_visible()
    assert block.button("Run").is_visible()


@pytest.mark.parametrize(
    ("width", "palette"), [(390, "light"), pytest.param(1440, "dark", marks=pytest.mark.full)], ids=["phone", "wide"]
)
def test_two_versions_fit_and_axe_finds_nothing(visit, width, palette):
    block, _ = visit(PAIR, viewport={"width": width, "height": 900}, color_scheme=palette)
    block.click(RUN_PAIR)
    block.wait()
    boxes = [session(block, version).bounding_box() for version in (OLD, NEW)]
    assert (boxes[0]["y"] < boxes[1]["y"]) == (width == 390)
    assert block.page.evaluate("document.scrollingElement.scrollWidth") == width
    block.page.evaluate((ROOT / "node_modules/axe-core/axe.min.js").read_text("utf-8"))

    found = block.page.evaluate("""
      axe.run({include: [".live:has(iframe)"], exclude: ["iframe"]}, {iframes: false}).then(({violations}) =>
        violations.flatMap(({id, nodes}) => nodes.map(({target}) => `${id} at ${target}`)))""")
    assert found == []
