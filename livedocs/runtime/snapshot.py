"""Import what an app needs, in Pyodide: its memory is saved then."""

import gc
import importlib.metadata
import random
import sys
import zipfile
from contextlib import suppress
from importlib import import_module

# What Streamlit imports only when an app starts or has run for the first time.
LATE = ("email.parser", "encodings.idna", "streamlit.runtime.scriptrunner.magic_funcs", "streamlit.web.skills")

sys.path.remove("")  # Pyodide puts it there whenever it starts
sys.path.append("/lib/site.zip")
import_module("appserver")
for name in LATE:
    with suppress(ModuleNotFoundError):  # not every version has all of them
        import_module(name)
importlib.metadata.MetadataPathFinder.invalidate_caches()
for found in gc.get_objects():
    if issubclass(type(found), zipfile.ZipFile):  # its file isn't in the snapshot
        found.close()
random.seed(0)  # the bytes are the same each time; `appserver.wake` seeds it again
del found, name
gc.collect()
