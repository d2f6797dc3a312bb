"""The page of versions: what an upgrade changes, and where each claim holds."""

import re

import pytest
from playwright.sync_api import expect

from livedocs.model.proofs import load
from livedocs.site.fence_versions import titles
from livedocs.versions import results, where

ENDED = "In 1.62 and earlier, assigning to a widget's key below the widget call raised StreamlitAPIException."


@pytest.fixture
def guide(served, open_page):
    """Open the page; return the part on upgrades."""
    return open_page(f"{served.url}versions/").locator(".versions-changes")


@pytest.fixture
def table(served, open_page):
    """Open the page; return the part with the table."""
    return open_page(f"{served.url}versions/").locator(".versions-table")


def chosen(guide):
    """Return the versions that are chosen."""
    return [guide.get_by_label(label).input_value() for label in ("From", "to")]


def releases(guide):
    """Return the releases that are shown."""
    return guide.locator("h3:visible").all_text_contents()


def ended(guide):
    """Return the item of the claim that ended with 1.62, shown or not."""
    return guide.locator(".lost").filter(has_text=ENDED)


def test_from_one_version_to_the_next(guide):
    guide.get_by_label("From").select_option("1.62")
    guide.get_by_label("to").select_option("1.63")

    assert releases(guide) == ["1.63"]
    assert ended(guide).inner_text().startswith("No longer holds")
    assert ended(guide).get_by_role("link").all_inner_texts() == [ENDED, "widgets/set_below.py"]

    lost, gained = (guide.locator(f".{kind}:visible").count() for kind in ("lost", "gained"))

    assert lost > 1
    expect(guide.get_by_role("status")).to_contain_text(f"From 1.62 to 1.63: {lost} no longer hold, {gained} hold now.")
    assert guide.page.url.endswith("/versions/#from=1.62&to=1.63")


def test_all_releases_stand_there_until_a_version_is_chosen(guide):
    every = releases(guide)

    assert every == sorted(every, key=lambda release: int(release.split(".")[1]), reverse=True)
    assert chosen(guide) == ["", every[0]]
    assert guide.locator("li:visible").count() == guide.locator("li").count()

    guide.get_by_label("From").select_option("1.62")

    assert ended(guide).is_visible()
    assert releases(guide) == [release for release in every if int(release.split(".")[1]) > 62]

    guide.get_by_label("From").select_option("1.63")

    assert not ended(guide).is_visible()


def test_a_claim_that_is_as_it_was_is_left_out(guide):
    """Whatever the choice, no claim is named twice; unless it has changed, and changed back, none is missing."""
    guide.get_by_label("From").select_option("1.28")
    links, every = (
        [item.locator("a").first.get_attribute("href") for item in guide.locator(items).all()]
        for items in ("li:visible", "li")
    )

    assert len(links) == len(set(links))
    assert set(links) == {link for link in every if every.count(link) % 2}


def test_an_upgrade_goes_up(guide):
    guide.get_by_label("to").select_option("1.50")
    guide.get_by_label("From").select_option("1.60")
    newest = guide.get_by_label("to").get_by_role("option").first

    assert chosen(guide) == ["1.60", newest.inner_text()]
    assert guide.get_by_label("to").get_by_role("option", name="1.60").is_disabled()
    assert not guide.get_by_label("to").get_by_role("option", name="1.61").is_disabled()


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("#from=1.62&to=1.63", ["1.62", "1.63"]),
        ("#to=1.63", ["", "1.63"]),
        ("#from=1.63&to=1.62", ["1.63", "newest"]),
        ("#from=0.99&to=9.99", ["", "newest"]),
        ("#what-was-measured", ["", "newest"]),
    ],
)
def test_the_address_names_the_versions(served, open_page, address, expected):
    guide = open_page(f"{served.url}versions/{address}").locator(".versions-changes")
    newest = guide.get_by_label("to").get_by_role("option").first.inner_text()

    expect(guide.get_by_role("status")).not_to_be_empty()
    assert chosen(guide) == [newest if version == "newest" else version for version in expected]


def test_the_choice_is_still_there_on_return_and_nowhere_else(guide):
    """Instant navigation leaves the page and comes back to it; a visit without an address starts anew."""
    page = guide.page
    guide.get_by_label("From").select_option("1.62")
    guide.get_by_label("to").select_option("1.63")
    ended(guide).get_by_role("link", name=ENDED).click()
    expect(page.locator(".claim:target")).to_contain_text("assigning to a widget's key below the widget call")
    page.go_back()
    expect(guide.get_by_role("status")).to_contain_text("From 1.62 to 1.63")

    assert chosen(guide) == ["1.62", "1.63"]

    page.locator(".md-nav--primary").get_by_role("link", name="Widgets", exact=True).click()
    expect(page.get_by_role("heading", name="Widgets", level=1)).to_be_visible()
    page.locator(".md-nav--primary").get_by_role("link", name="Versions", exact=True).click()
    expect(guide.get_by_role("status")).to_contain_text("Up to")

    assert chosen(guide)[0] == ""
    assert "1.62" not in page.evaluate("JSON.stringify([localStorage, sessionStorage])")


def test_a_snippet_opens_where_it_is(guide):
    guide.get_by_role("link", name="widgets/set_below.py").first.click()
    block = guide.page.locator(".live[data-snippet='widgets/set_below.py']")

    expect(block.locator("pre").first).to_be_in_viewport()


def test_a_topic_unfolds(table):
    table.locator("summary").filter(has_text="Widget values").click()
    rows = table.locator("tbody tr:visible")

    assert str(rows.count()) == table.locator("details[open] small").inner_text()
    assert all("/widget_values/" in link.get_attribute("href") for link in rows.locator("a").all())


def test_filter(table):
    rows = table.locator("tbody tr:visible")
    every = table.locator("tbody tr").count()
    table.get_by_label("Filter").fill("below the WIDGET call")

    assert 0 < rows.count() < every
    assert all("below the widget call" in row for row in rows.all_inner_texts())
    expect(table.get_by_role("status")).to_have_text(f"{rows.count()} of {every} claims")
    expect(table.locator("summary:visible")).to_have_text([re.compile(r"^Widgets \d+$")])

    table.get_by_label("Filter").fill("no claim says this")

    assert rows.count() == 0
    assert table.locator("summary:visible").count() == 0


def test_only_what_changed(table):
    rows = table.locator("tbody tr:visible")
    every = table.locator("tbody tr").count()
    table.get_by_label("Only what changed").check()

    assert 0 < rows.count() < every
    assert rows.locator(".fails").count() >= rows.count()
    assert rows.locator(".holds").count() >= rows.count()

    table.get_by_label("Only what changed").uncheck()

    assert rows.count() == 0
    expect(table.get_by_role("status")).to_have_text(f"{every} of {every} claims")


def test_the_table_has_each_claim_and_each_leads_to_it(table, served):
    links = table.locator("td > a").evaluate_all("links => links.map(link => link.href)")
    claims = [
        f"{url}#{name}"
        for url in served.topics
        for name in re.findall(
            r'<span class="claim" id="(\w+)"', (served.folder / url.removeprefix(served.url) / "index.html").read_text()
        )
    ]

    assert sorted(links) == sorted(claims)


def test_without_javascript_all_of_it_is_there(served, open_page, site):
    page = open_page(f"{served.url}versions/", java_script_enabled=False)
    known = where.versions(results.records(site.parent))

    assert page.get_by_text(ENDED).first.is_visible()
    assert page.locator("select:visible, input:visible:not([type=checkbox].md-toggle)").count() == 0
    assert page.locator(".versions-claims tbody tr").count() == sum(
        len(load(site.parent, topic).proofs) for topic in titles(site.parent)
    )
    assert page.locator(".versions-numbers tbody td:first-child").all_inner_texts() == known[::-1]
