"""The files under `site/`, as they are served: valid, without dead links, and searchable for what a reader means."""

import json
import re
import subprocess
import sys
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

ROOT = Path(__file__).parents[2]
HOST = "https://site.invalid/"
CODE = {"code", "pre", "script", "style"}


class Parsed(HTMLParser):
    """A page's ids, links, text outside code, and claims, each with the links in it."""

    def __init__(self, site, file):  # noqa: D107 (the class says it)
        super().__init__()
        self.name = file.relative_to(site).as_posix()
        self.url = HOST + self.name.removesuffix("index.html")
        self.ids, self.links, self.claims, self.text = [], [], {}, ""
        self.description = ""
        self._code, self._in_claim = 0, 0
        self.source = file.read_text("utf-8")
        self.feed(self.source)
        base = json.loads(re.search(r'id="__config" type="application/json">(.*?)</script>', self.source)[1])["base"]
        self.root = urljoin(self.url, base.rstrip("/") + "/")

    def handle_starttag(self, tag, attrs):  # noqa: D102 (HTMLParser's)
        attrs = dict(attrs)
        self._code += tag in CODE
        if "id" in attrs:
            self.ids.append(attrs["id"])
        if attrs.get("name") == "description":
            self.description = attrs["content"]
        self.links += [attrs[name] for name in ("href", "src") if name in attrs]
        if attrs.get("class") == "claim":
            self.claims[attrs["id"]] = []
            self._in_claim = 1
        elif self._in_claim and tag == "span":
            self._in_claim += 1
        elif self._in_claim and tag == "a":
            list(self.claims.values())[-1].append((attrs.get("class"), attrs["href"]))

    def handle_endtag(self, tag):  # noqa: D102 (HTMLParser's)
        self._code -= tag in CODE
        if self._in_claim and tag == "span":
            self._in_claim -= 1

    def handle_data(self, data):  # noqa: D102 (HTMLParser's)
        if not self._code:
            self.text += data

    def internal(self):
        """Yield each link into the site: as written, the file's path below the site, the anchor."""
        for link in self.links:
            url, anchor = urldefrag(urljoin(self.url, link))
            if url.startswith(self.root) and not urlsplit(link).netloc:
                path = url.removeprefix(self.root)
                yield link, path + "index.html" if path.endswith("/") or not path else path, anchor


@cache
def parsed(site):
    """Return all pages by their path."""
    pages = [Parsed(site, file) for file in sorted(site.rglob("*.html")) if "assets" not in file.parts]
    return {page.name: page for page in pages}


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


def test_no_id_is_given_twice(site):
    twice = [
        (page.name, id_) for page in parsed(site).values() for id_ in sorted(set(page.ids)) if page.ids.count(id_) > 1
    ]

    assert twice == []


def test_every_page_describes_itself(site):
    found = {page.name: page.description for page in parsed(site).values() if page.name != "404.html"}

    assert {name: text for name, text in found.items() if not 50 <= len(text) <= 160 or re.search("[`[<]", text)} == {}
    assert len(set(found.values())) == len(found)


def test_links_within_the_site_lead_somewhere(site):
    pages = parsed(site)
    dead = []
    for page in pages.values():
        for link, path, anchor in page.internal():
            there = path in pages if path.endswith(".html") else (site / path).is_file()
            if not there or (anchor and anchor not in pages[path].ids):
                dead.append((page.name, link))

    assert dead == []


def test_links_to_others_are_https(site):
    others = {
        (page.name, link)
        for page in parsed(site).values()
        for link in page.links
        if urlsplit(link).scheme not in {"", "https"} or link.startswith("//")
    }

    assert others == set()


def test_no_markup_is_left_in_the_text(site):
    left = [
        (page.name, found)
        for page in parsed(site).values()
        for found in re.findall(r"\]\[.*|\]\(.*|<a\b.*|==.*|```.*|^ *#+ .*|\*\*.*", page.text, re.MULTILINE)
    ]

    assert left == []


def test_claims_have_a_proof_and_a_permanent_link(site):
    claims = [(page, claim, links) for page in parsed(site).values() for claim, links in page.claims.items()]
    wrong = []
    for page, claim, links in claims:
        proof, permanent = links[-2:]
        named = proof[0] == "claim-proof" and re.fullmatch(rf"#\w+-{claim}", proof[1])
        if not named or permanent != ("headerlink", f"#{claim}"):
            wrong.append((page.name, claim, links))

    assert claims
    assert wrong == []


def test_search_knows_the_code_but_not_the_tests(site, blocks):
    entries = json.loads((site / "search/search_index.json").read_text("utf-8"))["docs"]
    index = "\n".join(entry["text"] for entry in entries)
    tests = {line for block in blocks for line in block.test.splitlines() if line.startswith("def ")}
    code = {line for block in blocks for text in block.files.values() for line in text.splitlines()}
    prose = {line for page in (site.parent / "docs").glob("*.md") for line in page.read_text("utf-8").splitlines()}

    assert [line for line in tests - code - prose if line in index] == []
    assert [line for line in code if "streamlit" in line and line not in index] == []
    assert "Proved with" not in index
    assert "¶" not in index
