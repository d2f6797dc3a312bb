"""What a page marks and fences is what its readers see."""

import pytest


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("``` python title=app.py\nx\n```", 11),
        ("``` python\nx\n```\n\n- item\n\n    ```\n  x\n    ```", 17),
        ("> ```\nx\n> ```", 11),
    ],
)
def test_a_fence_that_superfences_cannot_read(project, text, line):
    project.page(text)

    hint = "SuperFences cannot read this fence: check its options, and the indentation of each line"
    assert project.mistake() == f"docs/page.md:{line}: {hint}"


def test_a_live_fence_that_superfences_cannot_read(project):
    project.replace("docs/page.md", "``` live\npage/app.py\n```", "- item\n\n    ``` live\n  page/app.py\n    ```")

    assert project.mistake().startswith("docs/page.md:9: SuperFences cannot read this fence")


@pytest.mark.parametrize("around", ["    {}", "<!--\n{}\n-->"])
def test_a_claim_that_markdown_does_not_show(project, around):
    project.page(around.format("==Another claim.=="))
    project.proof("Another claim.")

    line = 11 + around.count("\n") // 2
    assert project.mistake() == f"docs/page.md:{line}: Markdown does not show this: check its indentation"


def test_a_fence_that_markdown_does_not_show(project):
    project.replace("docs/page.md", "``` live\npage/app.py\n```", "    ``` live\n    page/app.py\n    ```")

    assert project.mistake() == "docs/page.md:7: Markdown does not show this: check its indentation"
