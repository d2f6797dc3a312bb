"""Import what an app needs, in Pyodide: its memory is saved then."""

import gc
import random
import sys
from importlib import import_module

# What Streamlit imports only when an app starts or has run for the first time.
LATE = (
    "anyio._core._fileio",
    "encodings.idna",
    "starlette.applications",
    "starlette.middleware.errors",
    "starlette.middleware.exceptions",
    "starlette.middleware.sessions",
    "starlette.routing",
    "streamlit.runtime.scriptrunner.magic_funcs",
    "streamlit.web.bootstrap",
    "streamlit.web.server.starlette.starlette_app",
)

sys.path.remove("")  # Pyodide puts it there whenever it starts
sys.path.append("/lib/site.zip")
for name in ("appserver", *LATE):
    import_module(name)
random.seed(0)  # the bytes are the same each time; `appserver.wake` seeds it again
del name
gc.collect()
