"""The front end of a Streamlit wheel, as a frame of the page loads it."""

import re
from collections.abc import Iterator
from zipfile import ZipFile

STATIC = "streamlit/static/"
# All of it comes from the site, or from the app: Streamlit adds styles, shows files as `blob:` and `data:`, and loads
# the JavaScript of custom components as `blob:`. Graphviz is WebAssembly.
POLICY = (
    "default-src 'none'; script-src 'self' blob: 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "font-src 'self' data:; img-src 'self' blob: data:; media-src blob:; manifest-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
HEAD = """<head>
    <meta http-equiv="Content-Security-Policy" content="{policy}">"""
OURS = """  <link rel="stylesheet" href="../../frame.css">
    <script type="module" src="../../frame.js"></script>
  </head>"""


def files(wheel: ZipFile) -> Iterator[tuple[str, bytes]]:
    """Yield the name and content of each file."""
    for name in wheel.namelist():
        if name.startswith(STATIC) and not name.endswith((".map", "/")):
            file, content = name.removeprefix(STATIC), wheel.read(name)
            yield file, _frame(content.decode()).encode() if file == "index.html" else content


def first(shown: dict[str, bytes]) -> list[str]:
    """Return the names of what the page asks for before it runs an app."""
    return re.findall(r'(?:src|href)="\./([^"]+\.(?:js|css))"', shown["index.html"].decode())


def _frame(html: str) -> str:
    """Return the front end's page with our script, which starts those of the front end once it knows the app."""
    html = re.sub(r"<script>[^<]*</script>", "", html)  # the policy allows none
    html = re.sub(r'<script\b(?: type="(\w+)")?', r'<script type="text/later" data-type="\1"', html)
    html = re.sub(r"<!--.*?-->\s*", "", html, flags=re.DOTALL)
    return html.replace("<head>", HEAD.format(policy=POLICY), 1).replace("</head>", OURS, 1)
