"""The one name that anyio takes from `ssl` on import; Pyodide leaves `ssl` out, and here no socket is opened."""


class SSLContext:
    """Never made."""
