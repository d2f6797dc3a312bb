"""What code needs that the page doesn't have, by the names that it imports and uses.

`docs/assets/run/needs.js` finds the same in code that a reader has changed. It gets these tables from `exported`.
"""

import ast
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from pathlib import PurePath

# What the page can import in addition to the standard library: the top of `site.zip`.
PACKAGES = {
    *("anyio", "blinker", "click", "google", "idna", "itsdangerous", "multipart", "packaging"),
    *("python_multipart", "starlette", "streamlit", "typing_extensions"),
}
# What doesn't work there, by what it needs: names of the standard library, and commands of Streamlit.
_LIBRARY = {
    "a desktop": "antigravity idlelib tkinter turtle turtledemo webbrowser",
    "a terminal": "builtins.breakpoint builtins.input curses getpass.getpass pty readline termios tty",
    "OpenSSL": "hashlib.pbkdf2_hmac hashlib.scrypt",
    "processes": "asyncio.create_subprocess_exec asyncio.create_subprocess_shell concurrent.futures.process "
    "concurrent.futures.ProcessPoolExecutor multiprocessing os.fork os.popen os.system subprocess",
    "the network": "asyncio.open_connection asyncio.start_server ftplib http.client imaplib poplib smtplib "
    "socket.create_connection socket.socket ssl urllib.request xmlrpc.client",
    "time zones": "zoneinfo",
    "Windows": "msvcrt nt winreg winsound",
}
_ALONE = (
    "dbm ensurepip fcntl google.genai google.generativeai grp lzma pwd pydoc_data resource shelve sqlite3 syslog venv"
)
# What is only in the standard library of older versions.
_OLDER = (
    "aifc asynchat asyncore audioop cgi cgitb chunk crypt distutils imghdr imp lib2to3 mailcap msilib nis nntplib "
    "ossaudiodev pipes smtpd sndhdr spwd sunau telnetlib uu xdrlib"
)
_COMMANDS = {
    "a login provider": "login",
    "altair": "altair_chart",
    "AppTest": "testing",
    "iframes": "components.v1 iframe v1",  # `st.components.v1`
    "matplotlib": "pyplot",
    "pandas": "area_chart bar_chart data_editor dataframe line_chart map scatter_chart table vega_lite_chart",
    "plotly": "plotly_chart",
    "pydeck": "pydeck_chart",
    "streamlit-pdf": "pdf",
}
NEEDS = {name: need for need, names in _LIBRARY.items() for name in names.split()}
NEEDS |= {name: name for name in _ALONE.split()}
NEEDS |= dict.fromkeys(_OLDER.split(), "an older Python")
NEEDS |= {f"streamlit.{name}": need for need, names in _COMMANDS.items() for name in names.split()}
# What pip calls them. Only well-known ones: any other import may be a file of the app that is missing.
INSTALLS = {
    "bs4": "beautifulsoup4",
    "cv2": "opencv-python",
    "dotenv": "python-dotenv",
    "google.genai": "google-genai",
    "google.generativeai": "google-generativeai",
    "PIL": "pillow",
    "skimage": "scikit-image",
    "sklearn": "scikit-learn",
    "yaml": "pyyaml",
}
_SAME = (
    "altair anthropic duckdb folium graphviz httpx langchain matplotlib numpy openai openpyxl pandas plotly polars "
    "pydantic pydeck requests scipy seaborn sqlalchemy statsmodels streamlit-pdf sympy torch transformers yfinance"
)
INSTALLS |= {name: name for name in _SAME.split()}
# What is read from these belongs to the app: `st.session_state.table` isn't Streamlit's `table`.
STATE = ("session_state", "query_params", "secrets")


def exported() -> str:
    """Return the tables as a JavaScript module."""
    importable = sorted(sys.stdlib_module_names | PACKAGES)
    tables = {"importable": importable, "needs": NEEDS, "installs": INSTALLS, "state": STATE}
    return "".join(f"export const {name} = {json.dumps(table)};\n" for name, table in tables.items())


def lacks(files: Mapping[PurePath, str]) -> list[str]:
    """Return what an app needs that the page doesn't have; paths are relative to the app's folder."""
    own = {part.removesuffix(".py") for path in files for part in path.parts}
    texts = [text for path, text in files.items() if path.suffix == ".py"]
    names = [name for text in texts for name in _names_used(text) if name.split(".")[0] not in own]
    return list(dict.fromkeys(need for name in names if (need := _need(name))))


def listed(words: Sequence[str]) -> str:
    """Return an enumeration, as `Intl.ListFormat` does."""
    *some, last = words
    return f"{', '.join(some)}{',' if len(some) > 1 else ''} and {last}" if some else last


def _need(name: str) -> str | None:
    """Return what the use of a dotted name needs that the page doesn't have."""
    names = list(accumulate(name.split("."), "{}.{}".format))
    known = names[0] in sys.stdlib_module_names | PACKAGES
    return next((NEEDS[part] for part in names if part in NEEDS), None if known else names[0])


@lru_cache(maxsize=4096)
def _names_used(text: str) -> tuple[str, ...]:
    return tuple(_used(text))


def _used(text: str) -> Iterator[str]:
    """Yield, as dotted names, what a file imports and uses; `st.sidebar.table(...)` uses `streamlit.table`."""
    try:
        nodes = list(ast.walk(ast.parse(text)))
    except (SyntaxError, ValueError):  # what such an app does is to show this error
        return
    imports = [pair for node in nodes for pair in _imports(node)]
    yield from (name for _, name in imports)
    origins = {bound: bound if name.startswith(f"{bound}.") else name for bound, name in imports}
    for node in nodes:
        match node:  # what `st` returns, such as a container, has the commands of `st`
            case ast.Assign(targets, value) if _origin(value, origins) == "streamlit":
                bound = [name.id for target in targets for name in ast.walk(target) if isinstance(name, ast.Name)]
                origins |= dict.fromkeys(bound, "streamlit")
            case ast.withitem(value, ast.Name(name)) if _origin(value, origins) == "streamlit":
                origins[name] = "streamlit"
    for node in nodes:
        match node:
            case ast.Attribute(value, attribute) if origin := _origin(value, origins):
                yield f"{origin}.{attribute}"
            case ast.Call(ast.Name(name)) if name not in origins:
                yield f"builtins.{name}"


def _imports(node: ast.AST) -> Iterator[tuple[str, str]]:
    """Yield the names that an import binds, and what it imports under each."""
    match node:
        case ast.Import():
            for alias in node.names:
                yield alias.asname or alias.name.split(".")[0], alias.name
        case ast.ImportFrom(module=str(module), level=0):
            yield from ((alias.asname or alias.name, f"{module}.{alias.name}") for alias in node.names)


def _origin(node: ast.expr, origins: dict[str, str]) -> str | None:
    """Return what a chain such as `st.columns(2)[0].container()` starts from."""
    match node:
        case ast.Name(name):
            return origins.get(name)
        case ast.Attribute(value, attribute) if attribute not in STATE:
            return _origin(value, origins)
        case ast.Call(value) | ast.Subscript(value):
            return _origin(value, origins)
    return None
