"""The hook with which a plugin or a `conftest.py` adds an engine."""

from collections.abc import Sequence

import pytest


@pytest.hookspec
def pytest_streamlit_engines(config: pytest.Config) -> Sequence[str]:  # type: ignore[empty-body]
    """Return the names of engines that this plugin adds to `--engine`.

    An engine `name` consists of the fixture `run_name`, which the fixture `run` returns when the engine is chosen, and
    of `server_log_name` if it supports `server_log`.
    """
