"""The example of the README, which the site's page has too, passes."""

import re
import sys
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]
README = Path(__file__).parents[1] / "README.md"
PAGE = Path(__file__).parents[2] / "docs/engines.md"


@pytest.mark.parametrize(
    "options",
    [("--engine=apptest",), ("--engine=server",), pytest.param(("-n2", "--engine=server"), marks=pytest.mark.full)],
)
def test_the_example(pytester, options, request, tmp_path_factory):
    if "-n2" in options and not request.config.pluginmanager.has_plugin("xdist"):
        pytest.skip("pytest-xdist is not installed")
    examples = dict(re.findall(r"``` python\n# (\S+)\n(.*?)```", README.read_text("utf-8"), re.DOTALL))
    for name, text in examples.items():
        pytester.path.joinpath(name).write_text(text, "utf-8")
    folder = tmp_path_factory.mktemp("outside")  # as for users: their temporary files aren't in the project
    ended = pytester.run(sys.executable, "-m", "pytest", f"--basetemp={folder / 'tests'}", *options)

    expected = {"passed": 1, "xfailed": 1} if "--engine=apptest" in options else {"passed": 2}
    assert ended.parseoutcomes() == expected
    if PAGE.exists():
        assert all(f'title="{name}"\n{text}```' in PAGE.read_text("utf-8") for name, text in examples.items())
