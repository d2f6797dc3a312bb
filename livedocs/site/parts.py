"""The HTML of the fences: the macros of `parts.html`, whose arguments are HTML unless a macro escapes them."""

from html import escape
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined

_ENVIRONMENT = Environment(undefined=StrictUndefined)  # noqa: S701 (the authors of the site write what is shown)
_ENVIRONMENT.filters["e"] = escape  # as everywhere in the site
_LINES = Path(__file__).with_suffix(".html").read_text("utf-8").splitlines()
parts: Any = _ENVIRONMENT.from_string("".join(map(str.strip, _LINES))).module
