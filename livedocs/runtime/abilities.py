"""The versions of Streamlit in the page, and which snippets it can run.

The files decide that. Only a run can tell what a value is, as in `st.write(value)`.
"""

import ast
import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate
from pathlib import Path

from livedocs.model.proofs import Module, Proof, minor
from livedocs.model.snippets import Snippet
from livedocs.runtime.archives import streamlits

VERSIONS = list(streamlits(Path(__file__).parents[2]))  # of Streamlit, the documented one first
STREAMLIT = VERSIONS[0]  # the one that runs; see `choose`

# What the page can import in addition to the standard library: the top of `site.zip`.
PACKAGES = {
    *("anyio", "blinker", "click", "google", "idna", "itsdangerous", "packaging", "python_multipart"),
    *("starlette", "streamlit", "typing_extensions"),
}
# What does not work there, by what it needs: modules and functions of the standard library, and commands of Streamlit
# that import other packages. `write.data` is what `_data` finds.
_LIBRARY = {
    "processes": "multiprocessing os.fork subprocess",
    "tzdata": "zoneinfo",
    **{name: name for name in ("curses", "dbm", "fcntl", "lzma", "resource", "sqlite3", "ssl", "tkinter")},
}
_COMMANDS = {
    "a login provider": "login",
    "custom components": "v2",  # `st.components.v2`
    "Altair": "altair_chart area_chart bar_chart line_chart scatter_chart",
    "NumPy": "image",
    "pandas": "data_editor dataframe map pydeck_chart table",
    "Plotly": "plotly_chart",
}
NEEDS = {name: need for need, names in _LIBRARY.items() for name in names.split()}
NEEDS |= {f"streamlit.{name}": need for need, names in _COMMANDS.items() for name in names.split()}
# What is read from these belongs to the app: `st.session_state.table` isn't Streamlit's `table`.
_STATE = ("session_state", "query_params", "secrets")


def choose(version: str) -> None:
    """Let `STREAMLIT` be another one of `VERSIONS`, named by its minor version or in full.

    Raises `LookupError` if the page doesn't have it.
    """
    global STREAMLIT  # noqa: PLW0603 (one for each process, like the installed version)
    found = [known for known in VERSIONS if f"{known}.".startswith(f"{version}.")]
    if not found:
        raise LookupError(f"the page doesn't have Streamlit {version}: name one of {', '.join(VERSIONS)}")
    STREAMLIT = found[0]


def not_held(proofs: Iterable[Proof]) -> list[Proof]:
    """Return the proofs whose claims do not hold with the Streamlit in the page."""
    return [proof for proof in proofs if not proof.holds_on(STREAMLIT)]


def runs_live(root: Path, module: Module, proof: Proof) -> bool:
    """Tell whether the engine `live` runs a proof: its mark allows it, and its snippet runs in the page."""
    proofs = [other for other in module.proofs if other.snippet == proof.snippet]
    return "live" in proof.engines and not why_not(Snippet(root, proof.snippet), proofs)


def why_not(snippet: Snippet, proofs: Iterable[Proof]) -> str | None:
    """Return what a snippet needs that the page does not have, or `None` if it runs there."""
    proofs = [proof for proof in proofs if proof.snippet == snippet.name]
    if proofs and len(not_held(proofs)) == len(proofs):
        newer = [proof.since for proof in proofs if proof.since and minor(proof.since) > minor(STREAMLIT)]
        return f"Streamlit {min(newer, key=minor)} or newer" if newer else proofs[-1].versions
    folder = snippet.entrypoint.parent
    own = {part.removesuffix(".py") for path in snippet.files for part in path.relative_to(folder).parts}
    for path, text in snippet.files.items():
        if path.suffix == ".py":
            for name in _names_used(text):
                if name.split(".")[0] not in own and (need := _need(name)):
                    return need
    return None


def _need(name: str) -> str | None:
    """Return what the use of a dotted name needs that the page does not have."""
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
            case ast.Call(ast.Attribute(value, "write"), args) if _origin(value, origins) == "streamlit":
                yield from ("streamlit.write.data" for arg in args if _data(arg, origins))
            case ast.Expr(value) if _data(value, origins):  # Streamlit's magic writes it
                yield "streamlit.write.data"


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
        case ast.Attribute(value, attribute) if attribute not in _STATE:
            return _origin(value, origins)
        case ast.Call(value) | ast.Subscript(value):
            return _origin(value, origins)
    return None


def _data(node: ast.expr, origins: dict[str, str]) -> bool:
    """Tell whether this is data that `st.write` renders with NumPy, as far as the code shows."""
    match node:
        case ast.Attribute(ast.Name(name), "session_state" | "query_params"):
            return origins.get(name) == "streamlit"
    return isinstance(node, (ast.Dict, ast.DictComp, ast.GeneratorExp, ast.List, ast.ListComp))
