"""The front end of a Streamlit wheel, as a frame of the page loads it."""

import re
from pathlib import Path
from zipfile import ZipFile

STATIC = "streamlit/static/"
# All of it comes from the site, or from the app: Streamlit adds styles, shows files as `blob:` and `data:`, and loads
# the JavaScript of custom components as `blob:`. Graphviz is WebAssembly.
POLICY = (
    "default-src 'none'; script-src 'self' blob: 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "font-src 'self' data:; img-src 'self' blob: data:; media-src blob:; manifest-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
# Source maps, and fonts in formats for browsers that have no WebAssembly.
UNUSED = re.compile(r"(\.map|\.ttf|\.woff|/)$")
# Words of Plotly, deck.gl, and Bokeh. No app can show their charts: their Python packages are not in the page.
CHARTS = re.compile(rb"scatterternary|@deck\.gl|BokehJS")
HEAD = """<head>
    <meta http-equiv="Content-Security-Policy" content="{policy}">"""
OURS = """  <link rel="stylesheet" href="../../frame.css">
    <script type="module" src="../../frame.js"></script>
  </head>"""


def files(wheel: Path) -> dict[str, bytes]:
    """Return the content of each file by its name."""
    archive = ZipFile(wheel)
    names = [name.removeprefix(STATIC) for name in archive.namelist() if name.startswith(STATIC)]
    found = {name: archive.read(STATIC + name) for name in names if not UNUSED.search(name)}
    found["index.html"] = _frame(found["index.html"].decode()).encode()
    left_out = {name for name, content in found.items() if name.endswith(".js") and CHARTS.search(content)}
    while left_out:  # and what imports it; all else imports that only when an app wants it
        for name in left_out:
            del found[name]
        modules = re.compile("|".join(rf'(from|import)"\./{re.escape(Path(name).name)}"' for name in left_out).encode())
        left_out = {name for name, content in found.items() if name.endswith(".js") and modules.search(content)}
    return found


def first(wheel: Path) -> list[str]:
    """Return the names of what the page asks for before it runs an app."""
    return re.findall(r'(?:src|href)="\./([^"]+\.(?:js|css))"', ZipFile(wheel).read(f"{STATIC}index.html").decode())


def _frame(html: str) -> str:
    """Return the front end's page with our script, which starts those of the front end once it knows the app."""
    html = re.sub(r"<script>[^<]*</script>", "", html)  # the policy allows none
    html = re.sub(r'<script\b(?: type="(\w+)")?', r'<script type="text/later" data-type="\1"', html)
    html = re.sub(r"<!--.*?-->\s*", "", html, flags=re.DOTALL)
    return html.replace("<head>", HEAD.format(policy=POLICY), 1).replace("</head>", OURS, 1)
