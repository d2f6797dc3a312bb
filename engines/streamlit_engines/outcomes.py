"""What a test shows on an engine: its statement holds, fails, or cannot be shown there."""

from functools import cache

import pytest

OUTCOME = "engine_outcome"
# How a test fails when its statement does not hold. A typing mistake in the test raises other errors.
FAILS = (AssertionError, pytest.fail.Exception, LookupError)


def outcome_of(call: pytest.CallInfo) -> str | None:
    """Return `"holds"`, `"fails"`, or `"cannot"`; `None` if the test was skipped or one of its fixtures failed.

    `"cannot"` is a `NotImplementedError`, in the test or in its fixtures. All other errors are `"fails"`: the report's
    own outcome says whether pytest expected such an error.
    """
    error = call.excinfo and call.excinfo.value
    if isinstance(error, NotImplementedError):
        return "cannot" if call.when in {"setup", "call"} else None
    if call.when != "call" or isinstance(error, pytest.skip.Exception):
        return None
    return "holds" if error is None else "fails"


def missing_in_apptest(error: AttributeError) -> bool:
    """Tell whether AppTest lacks what the browser engines have, such as `app.reload`; a typing mistake is neither's."""
    owner = type(error.obj).__module__
    return owner.startswith(("streamlit.testing.", "streamlit.proto.")) and error.name in _names_in_browsers()


@cache
def _names_in_browsers() -> frozenset[str]:
    try:
        from streamlit_engines import driver, server  # noqa: PLC0415 (AppTest doesn't need Playwright)
    except ImportError:
        return frozenset()
    kinds = [kind for kind in (*vars(driver).values(), server.Tab) if isinstance(kind, type)]
    ours = [kind for kind in kinds if kind.__module__.startswith("streamlit_engines")]
    names = {name for kind in ours for name in (*dir(kind), *getattr(kind, "__annotations__", ()))}
    return frozenset(name for name in names if not name.startswith("_"))
