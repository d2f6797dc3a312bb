"""The two versions that the page can run and that show a change."""

import pytest

from livedocs.model.proofs import load
from livedocs.site import pairs

HELD = {"1.50.0": False, "1.58.0": False, "1.61.1": False, "1.62.0": True, "1.63.0": True, "1.67.0": True}


@pytest.fixture
def anchor(project, monkeypatch):
    """Return a function that returns the anchor for a change; the page has some versions."""
    monkeypatch.setattr(pairs, "VERSIONS", ["1.50.0", "1.58.0", "1.62.0", "1.67.0"])

    def anchor(held, *change):
        module = load(project.root, "page")
        return pairs.anchor(project.root, module, module.proofs[0], held, change)

    return anchor


def test_the_nearest_versions_on_both_sides(anchor):
    assert anchor(HELD, "1.61.1", "1.62.0") == "app-run-1.58-1.62"
    assert pairs.names("app-run-1.58-1.62") == "1.58 and 1.62"


def test_none_where_the_page_has_no_version_or_shows_no_difference(anchor):
    assert anchor({"1.30.0": False, "1.31.0": True, "1.50.0": True}, "1.30.0", "1.31.0") == ""
    back = HELD | {"1.58.0": True}  # what the page has before the change has another outcome
    assert anchor(back, "1.61.1", "1.62.0") == ""


def test_none_for_claims_that_the_page_cannot_show(project, anchor):
    project.mark('engines("apptest", reason="it is about AppTest")')

    assert anchor(HELD, "1.61.1", "1.62.0") == ""
