"""The files of the site are valid, have no dead links, and have what search engines and agents need."""

import re
import struct
import subprocess
import sys
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest

from livedocs.site.glossary import NAME, entries
from livedocs.site.plain import Library

ROOT = Path(__file__).parents[2]


@pytest.mark.timeout(240)  # about 8 seconds on a quiet machine
def test_html_is_valid(site):
    command = [Path(sys.executable).with_name("node"), ROOT / "node_modules/html-validate/bin/html-validate.mjs"]
    config = Path(__file__).with_name("html-validate.mjs")
    result = subprocess.run(
        [*command, "--config", config, "--formatter", "text", *sorted(site.rglob("*.html"))],
        capture_output=True,
        text=True,
        check=False,
    )

    assert result.returncode == 0, result.stdout + result.stderr


def test_every_page_describes_itself(parsed, plain):
    found = {page.url: page.metas["description"] for page in parsed if page.url in plain.topics}

    assert {url: text for url, text in found.items() if not 50 <= len(text) <= 160 or re.search("[`[<]", text)} == {}
    assert len(set(found.values())) == len(found)


def test_links_within_the_site_lead_somewhere(parsed, plain):
    ids = {plain.file(page.url): page.ids for page in parsed}
    dead = []
    for page in parsed:
        for link in page.links:
            url, anchor = urldefrag(urljoin(page.url, link))
            anchor = re.sub(r"(?<=-run)(-[\d.]+)+$", "", anchor)  # the versions to run a snippet on
            file = plain.file(url)
            if url.startswith(plain.url) and (not file.is_file() or (anchor and anchor not in ids[file])):
                dead.append((page.url, link))

    assert dead == []


def test_links_to_others_are_https(parsed):
    links = {(page.url, link) for page in parsed for link in page.links}

    assert [at for at in links if urlsplit(at[1]).scheme not in {"", "https"} or at[1].startswith("//")] == []


def test_no_markup_is_left_in_the_text(parsed):
    markup = re.compile(r"\]\[.*|\]\(.*|<a\b.*|==.*|```.*|^ *#+ .*|\*\*.*", re.MULTILINE)

    assert [(page.url, found) for page in parsed for found in markup.findall(page.text)] == []


def test_claims_have_a_proof_and_a_permanent_link(parsed):
    claims = [
        (page.url, claim, links[-2:]) for page in parsed for claim, links in page.claims if links[-1][0] == "headerlink"
    ]
    wrong = [
        (url, claim, proof, permanent)
        for url, claim, (proof, permanent) in claims
        if proof[0] != "claim-proof"
        or not re.fullmatch(rf"#\w+-{claim}", proof[1])
        or permanent != ["headerlink", f"#{claim}"]
    ]

    assert claims
    assert wrong == []


def test_search_engines_find_every_page(served, site):
    assert (site / "robots.txt").read_text() == "User-agent: *\nAllow: /\n"  # without the URL of the site
    robots = (served.folder / "robots.txt").read_text()
    assert robots == f"User-agent: *\nAllow: /\nSitemap: {served.url}sitemap.xml\n"

    places = re.findall("<loc>(.*)</loc>", (served.folder / "sitemap.xml").read_text())
    assert sorted(places) == sorted(served.topics)


def test_previews_of_links_have_the_url_and_the_picture(served):
    for url in served.topics:
        text = (served.folder / url.removeprefix(served.url) / "index.html").read_text()
        found = dict(re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)"', text))
        assert f'<link rel="canonical" href="{url}">' in text
        assert found["og:url"] == url
        assert found["og:title"] in re.search(r"<title>(.*)</title>", text)[1]
        assert found["og:description"] == found["description"]
        image = (served.folder / found["og:image"].removeprefix(served.url)).read_bytes()
        size = struct.unpack(">II", image[16:24])  # in the header of a PNG
        assert size == (int(found["og:image:width"]), int(found["og:image:height"])) == (1200, 630)


def test_every_page_has_a_markdown_that_links_can_name(parsed, plain):
    pages = {plain.file(page.url): page for page in parsed}
    for path, source in Library(ROOT).sources.items():
        page = pages[plain.folder / ("" if path.stem == "index" else path.stem) / "index.html"]
        (address,) = [urljoin(page.url, link) for link in page.markdown]
        title = plain.file(address).read_text("utf-8").partition("\n")[0]

        assert address == f"{plain.url}{path}"
        assert title.replace("`", "") == source.page.lines[0].replace("`", "")
        # Markdown doesn't number headings with the same words, but links need the numbers.
        assert source.anchors - set(page.ids) == set(), path


def test_published_index_has_whole_addresses(served):
    links = re.findall(r"^- \[.*?\]\((\S+?)\)", (served.folder / "llms.txt").read_text("utf-8"), re.MULTILINE)

    assert len(links) > 10
    for link in links:
        assert link.startswith(served.url)
        assert (served.folder / link.removeprefix(served.url)).is_file(), link


def test_skill_can_be_downloaded(plain, open_page):
    page = open_page(f"{plain.url}agents/")
    with page.expect_download() as download:
        page.locator(".agents a").first.click()

    assert download.value.suggested_filename == "streamlit-session-state.zip"


@pytest.fixture(scope="module")
def glossary(site):
    """Return the entries and the text of the page."""
    text = (site.parent / "docs" / NAME).read_text("utf-8")
    return entries(text), text


def test_each_term_has_a_definition_of_one_sentence(glossary):
    found, text = glossary
    definitions = {entry["term"]: entry["definition"] for entry in found}

    assert [*definitions] == re.findall(r"^### (.+?)(?: \{.*)?$", text, re.MULTILINE)
    assert {term: said for term, said in definitions.items() if not re.fullmatch(r"[A-Z].*[^.]\.", said)} == {}
    assert {term: said for term, said in definitions.items() if re.search(r"[.?!] [A-Z]|\]\(", said)} == {}


def test_pages_link_to_each_tip_once(glossary, site):
    tips = {entry["anchor"] for entry in glossary[0] if entry["tip"]}
    pages = {page: page.read_text("utf-8") for page in site.glob("*/index.html")}
    links = {page: re.findall(r'class="term"[^>]* href="[^"]*/#([\w-]+)"', html) for page, html in pages.items()}

    assert {"callback", "rerun", "session"} < {anchor for found in links.values() for anchor in found} <= tips
    assert [page for page, found in links.items() if len(set(found)) != len(found)] == []
