"""The files for coding agents say what the pages say, are small, and work where they are installed."""

import ast
import re
import subprocess
import sys
from pathlib import Path, PurePosixPath

import pytest
import yaml
from markdown.extensions.toc import slugify

from livedocs.model.page import OURS
from livedocs.site.fence_agents import Agents
from livedocs.versions import results

ROOT = Path(__file__).parents[2]
FENCED = r"^[ >]*(`{3,}).*?^[ >]*\1$"


@pytest.fixture(scope="module")
def agents():
    """Return the maker of the files of this project."""
    return Agents(ROOT, PurePosixPath("skill/template.md"), "", "")


@pytest.fixture(scope="module")
def files(agents):
    """Return the text of each file."""
    return agents.files()


@pytest.fixture(scope="module")
def skill(agents, files):
    """Return the files of the skill, by their paths in its folder."""
    folder = f"{agents.folder}/"
    return {path.removeprefix(folder): text for path, text in files.items() if path.startswith(folder)}


def blocks(text):
    """Return the fenced blocks of a text: the rest of the line of the fence, and the code."""
    found = re.findall(r"^[ >]*(?P<fence>`{3,}) ?([^`\n]*)\n(.*?)^[ >]*(?P=fence)$", text, re.DOTALL | re.MULTILINE)
    return [(info, code) for _, info, code in found]


def prose(text):
    """Return a text without its code."""
    return re.sub(rf"{FENCED}|(`+).+?\2", "", text, flags=re.DOTALL | re.MULTILINE)


def test_the_front_matter_follows_the_specification(agents, skill):
    front = yaml.safe_load(skill["SKILL.md"].split("---\n")[1])

    assert set(front) <= {"name", "description", "license", "compatibility", "metadata", "allowed-tools"}
    assert front["name"] == agents.folder.name
    assert re.fullmatch(r"(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*", front["name"])
    assert re.fullmatch("[^<>]{1,1024}", front["description"])
    assert len(front["compatibility"]) <= 500
    assert {type(value) for value in front["metadata"].values()} == {str}
    assert front["metadata"]["streamlit"] == results.versions(ROOT)[-1]


def test_the_skill_is_small(skill):
    """A token is about four characters."""
    assert skill["SKILL.md"].count("\n") <= 500
    assert len(skill["SKILL.md"]) <= 4 * 5_000
    assert {path: len(text) for path, text in skill.items() if len(text) > 95_000} == {}
    assert sum(map(len, skill.values())) <= 4 * 300_000


def test_the_skill_marks_every_claim_and_nothing_else(agents, skill):
    texts = [(agents.library.sources[path].page, skill[f"references/{path}"]) for path in agents.references]
    texts.append((agents.template.page, skill["SKILL.md"].partition("## Rules")[2]))
    for page, text in texts:
        assert [claim.text for claim in page.claims if f"{claim.text} ✓" not in text] == []
        assert text.count("✓") == len(page.claims), page.path


def test_messages_are_among_the_errors(skill):
    table = skill["SKILL.md"].partition("## Errors\n")[2].partition("\n## ")[0]
    messages = re.findall(r"`(.+?)`", " ".join(re.findall(r"^\| (`.*?) \|", table, re.MULTILINE)))

    assert len(messages) > 10
    assert [message for message in messages if message not in skill["references/errors.md"].replace("`", "")] == []


def test_code_is_that_of_snippets_or_runs(skill, tmp_path):
    for path, text in skill.items():
        for info, code in blocks(text):
            if snippet := re.search('title="(.+)"', info):
                assert code.rstrip() == (ROOT / "snippets" / snippet[1]).read_text().rstrip(), path
            elif info.startswith("python"):
                ast.parse(code)
    shown = dict(blocks(skill["SKILL.md"]))
    (tmp_path / "cart.py").write_text(shown['python title="testing/cart.py"'])
    (tmp_path / "test_cart.py").write_text(shown["python"])
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", tmp_path, tmp_path]
    ended = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "1 passed" in ended.stdout, ended.stdout + ended.stderr


def test_every_page_has_a_file_without_our_marks(agents, files):
    assert set(map(str, agents.library.sources)) <= set(files)
    assert {(path, info) for path, text in files.items() for info, _ in blocks(text) if info.startswith(OURS)} == set()
    assert [path for path, text in files.items() if re.search(r"==|\{ ?#|\x02", prose(text))] == []


def test_links_of_the_installed_skill_lead_to_its_own_files(skill):
    anchors = {}
    for path, text in skill.items():
        found = re.sub(FENCED, "", text, flags=re.DOTALL | re.MULTILINE)
        headings = re.findall(r"^#+ (.+?)(?:<a .*)?$", found.replace("`", ""), re.MULTILINE)
        anchors[path] = {"", *re.findall('<a id="(.+?)">', found), *(slugify(words, "-") for words in headings)}
    for path, text in skill.items():
        for link in re.findall(r"\]\((?!https://)([^)\s]+)\)", prose(text)):
            target, _, anchor = link.partition("#")
            file = str(PurePosixPath(path).parent / target) if target else path
            assert anchor in anchors.get(file, ()), f"{path}: {link}"
