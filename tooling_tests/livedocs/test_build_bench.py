"""What `make bench` says of the build and of the headless suite: both sides do the same, and growth is told."""

from pathlib import Path

import pytest

from livedocs.model.proofs import load
from livedocs.qa.bench import build, suite, trees
from livedocs.qa.bench.build import Cost
from livedocs.versions import results

ROOT = Path(__file__).parents[2]


def test_plain_pages_show_the_same(project, tmp_path):
    project.page("Text.\n\n``` versions\ntable\n```")
    trees.plain(project.root, tmp_path / "plain")

    text = (tmp_path / "plain" / "page.md").read_text()
    assert "\nA claim.\n" in text
    assert '````python\nimport streamlit as st\n\nst.text("hello")\n````\n' in text
    assert 'def test_app(run):\n    """A claim."""\n    app = run("app.py")\n' in text
    assert "````text\nstreamlit run snippets/page/app.py\n````\n" in text
    assert "versions" not in text
    assert "==A claim" not in text


def test_a_plain_page_of_this_site_builds(tmp_path):
    (tmp_path / "docs").mkdir()
    trees.plain(ROOT, tmp_path / "all")
    (tmp_path / "all" / "callbacks.md").rename(tmp_path / "docs" / "index.md")
    build.run("livedocs.qa.bench.build", "--plain", tmp_path / "docs", tmp_path / "site")

    html = (tmp_path / "site" / "index.html").read_text()
    assert html.count('class="language-python highlight"') >= 2 * len(load(ROOT, "callbacks").proofs) / 3
    assert "live-run" not in html


def test_topics_again_and_again(project, tmp_path):
    project.record("test_app")
    project.write("docs/more.md", "# More\n\n``` versions\nchanges\n```\n")
    assert trees.topics(project.root, 3) == ["page"]

    tree = tmp_path / "tree"
    assert trees.multiply(project.root, tree, ["page"], 2) == 2
    assert [path.name for path in sorted((tree / "docs").glob("*.md"))] == ["page_0.md", "page_1.md"]
    assert [proof.snippet for proof in load(tree, "page_1").proofs] == ["page_1/app.py"]
    known = results.read(tree, "1.67.0")
    assert {key: result.held for key, result in known.items()} == {
        ("page_0", "test_app"): False,
        ("page_1", "test_app"): False,
    }


def test_a_multiplied_topic_of_this_site_builds(tmp_path):
    topic = trees.topics(ROOT, 1)[0]
    snippets = trees.multiply(ROOT, tmp_path / "tree", [topic], 1)
    assert snippets == len({proof.snippet for proof in load(ROOT, topic).proofs})

    spent = build.cost(lambda: build.run("mkdocs", "build", "--quiet", folder=tmp_path / "tree"))
    assert spent.processor > 0
    html = (tmp_path / "tree" / "site" / f"{topic}_0" / "index.html").read_text()
    assert html.count('class="live"') == snippets


def test_the_sample_of_the_suite():
    names = suite.sample(ROOT)["callbacks"]
    proofs = {proof.name: proof for proof in load(ROOT, "callbacks").proofs}

    assert names
    assert all(proofs[name].engines == ("apptest", "server", "live") for name in names)


@pytest.mark.parametrize(("dearer", "verdict"), [(1, "met"), (1.3, "missed")])
def test_growth(dearer, verdict):
    costs = [(10, Cost(3.0, 9)), (40, Cost(6.0, 9)), (160, Cost(6.0 + 12.0 * dearer, 9))]
    *_, last = build.growth(costs)

    assert last[0] == "160"
    assert last[3:] == (f"{100 * dearer:.0f}", f"{dearer:.2f}", f"<= {build.GOALS['growth']}: {verdict}")


def test_a_row_compares_processor_time():
    ours, others = [Cost(3.0, 1), Cost(2.0, 1), Cost(2.2, 1)], [Cost(2.0, 99)] * 3
    cells = build.row("build", ours, others, 1.2)

    assert cells == ("build", "2.2", "2.0-3.0", "2.0", "", "1.0", "99.0", "1.10", "<= 1.2: met")
