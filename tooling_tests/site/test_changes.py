"""The versions page: what an upgrade changes, and where each claim holds."""

import re

import pytest
from playwright.sync_api import expect

from livedocs.model.proofs import load
from livedocs.site.fence_versions import titles
from livedocs.versions import results, where

full = pytest.mark.full
CLAIM = r'<span class="claim" id="(\w+)"'
ENDED = "In 1.62 and earlier, assigning to an existing key of a widget below its call raised StreamlitAPIException."


@pytest.fixture
def part(served, open_page):
    """Return a function that opens the page and returns one of its parts."""
    return lambda name, anchor="": open_page(f"{served.url}versions/{anchor}").locator(f".versions-{name}")


def choose(guide, **versions):
    """Choose versions."""
    for label, version in versions.items():
        guide.get_by_label(label).select_option(version)


def chosen(guide):
    """Return the versions that are chosen."""
    return [guide.get_by_label(label).input_value() for label in ("From", "to")]


def releases(guide):
    """Return the releases that are visible."""
    return guide.locator("h3:visible").all_text_contents()


def links(guide, items):
    """Return the link of each item to its claim."""
    return [item.locator("a").first.get_attribute("href") for item in guide.locator(items).all()]


def ended(guide):
    """Return the item of the claim that ended with 1.62, visible or not."""
    return guide.locator(".lost").filter(has_text=ENDED)


def test_changes_of_the_chosen_versions(part):
    guide = part("changes")
    every = releases(guide)
    assert every == sorted(every, key=lambda release: int(release.split(".")[1]), reverse=True)
    assert chosen(guide) == ["", where.minor_of(where.documented())]
    assert guide.locator("li:visible").count() == guide.locator("li").count()

    choose(guide, From="1.62")
    assert ended(guide).is_visible()
    assert releases(guide) == [release for release in every if int(release.split(".")[1]) > 62]

    choose(guide, to="1.63")
    assert releases(guide) == ["1.63"]
    assert ended(guide).inner_text().startswith("No longer holds")
    assert ended(guide).get_by_role("link").all_inner_texts() == [
        ENDED,
        "widgets/set_below.py",
        "Compare 1.62 and 1.64",
    ]
    lost, gained = (guide.locator(f".{kind}:visible").count() for kind in ("lost", "gained"))
    assert lost > 1
    expect(guide.get_by_role("status")).to_contain_text(f"From 1.62 to 1.63: {lost} no longer hold, {gained} hold now.")
    assert guide.page.url.endswith("/versions/#from=1.62&to=1.63")

    choose(guide, From="1.63")  # an upgrade goes up
    assert chosen(guide) == ["1.63", where.minor_of(where.documented())]
    assert not ended(guide).is_visible()
    assert guide.get_by_label("to").get_by_role("option", name="1.63").is_disabled()
    assert not guide.get_by_label("to").get_by_role("option", name="1.64").is_disabled()


def test_a_claim_that_changed_back_is_left_out(part):
    """No claim is listed twice, and every other claim that changed is listed."""
    guide = part("changes")
    choose(guide, From="1.28")
    visible, every = links(guide, "li:visible"), links(guide, "li")

    assert len(visible) == len(set(visible))
    assert set(visible) == {link for link in every if every.count(link) % 2}


@pytest.mark.parametrize(
    ("anchor", "expected"),
    [
        ("#from=1.62&to=1.63", ["1.62", "1.63"]),
        pytest.param("#to=1.63", ["", "1.63"], marks=full),
        pytest.param("#from=1.63&to=1.62", ["1.63", "newest"], marks=full),
        pytest.param("#from=0.99&to=9.99", ["", "newest"], marks=full),
        pytest.param("#what-was-measured", ["", "newest"], marks=full),
    ],
)
def test_the_url_names_the_versions(part, anchor, expected):
    guide = part("changes", anchor)
    newest = guide.get_by_label("to").get_by_role("option").first.inner_text()

    expect(guide.get_by_role("status")).not_to_be_empty()
    assert chosen(guide) == [newest if version == "newest" else version for version in expected]


def test_going_back_restores_the_choice_and_a_new_visit_does_not(part):
    guide = part("changes")
    page = guide.page
    choose(guide, From="1.62", to="1.63")
    ended(guide).get_by_role("link", name=ENDED).click()
    expect(page.locator(".claim:target")).to_contain_text("assigning to an existing key of a widget below its call")
    page.go_back()
    expect(guide.get_by_role("status")).to_contain_text("From 1.62 to 1.63")
    assert chosen(guide) == ["1.62", "1.63"]

    ended(guide).get_by_role("link", name="widgets/set_below.py").click()
    expect(page.locator(".live[data-snippet='widgets/set_below.py'] pre").first).to_be_in_viewport()
    page.locator(".md-nav--primary").get_by_role("link", name="Versions", exact=True).click()
    expect(guide.get_by_role("status")).to_contain_text("Up to")
    assert chosen(guide)[0] == ""
    assert "1.62" not in page.evaluate("JSON.stringify([localStorage, sessionStorage])")


def test_the_table_of_claims(part, served):
    table = part("table")
    rows, status = table.locator("tbody tr:visible"), table.get_by_role("status")
    every = table.locator("tbody tr").count()
    hrefs = table.locator("td > a").evaluate_all("links => links.map(link => link.href)")
    pages = {url: served.file(url).read_text("utf-8") for url in served.topics}
    claims = [f"{url}#{name}" for url, html in pages.items() for name in re.findall(CLAIM, html)]
    assert sorted(hrefs) == sorted(claims)

    topic = table.locator("summary").filter(has_text="Widget values")
    topic.click()
    assert str(rows.count()) == table.locator("details[open] small").inner_text()
    assert all("/widget_values/" in link.get_attribute("href") for link in rows.locator("a").all())
    topic.click()

    table.get_by_label("Filter").fill("below the WIDGET call")
    assert 0 < rows.count() < every
    assert all("below the widget call" in row for row in rows.all_inner_texts())
    expect(status).to_have_text(f"{rows.count()} of {every} claims")
    expect(table.locator("summary:visible")).to_have_text([re.compile(r"^Widgets \d+$")])
    table.get_by_label("Filter").fill("no claim says this")
    assert rows.count() == 0
    assert table.locator("summary:visible").count() == 0
    table.get_by_label("Filter").fill("")

    table.get_by_label("Only what changed").check()
    assert 0 < rows.count() < every
    assert rows.locator(".fails").count() >= rows.count()
    assert rows.locator(".holds").count() >= rows.count()
    table.get_by_label("Only what changed").uncheck()
    assert rows.count() == 0
    expect(status).to_have_text(f"{every} of {every} claims")


def test_without_javascript_everything_is_visible(served, open_page, site):
    page = open_page(f"{served.url}versions/", java_script_enabled=False)
    known = where.versions(results.records(site.parent))

    assert page.get_by_text(ENDED).first.is_visible()
    assert page.locator("select:visible, input:visible:not([type=checkbox].md-toggle)").count() == 0
    assert page.locator(".versions-claims tbody tr").count() == sum(
        len(load(site.parent, topic).proofs) for topic in titles(site.parent)
    )
    assert page.locator(".versions-numbers tbody td:first-child").all_inner_texts() == known[::-1]
