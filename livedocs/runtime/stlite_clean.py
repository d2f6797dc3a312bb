"""What `stlite_host.js` runs in a Python before its next app: nothing of the last app may be left."""

import asyncio
import os
import shutil
import sys
from pathlib import Path

import streamlit as st
from streamlit.elements.lib import policies
from streamlit.runtime.caching import cache_data_api, cache_resource_api
from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.secrets import secrets_singleton
from streamlit.runtime.state import QueryParamsProxy, SessionStateProxy

HOME = Path("/home/pyodide")


async def clean() -> None:
    """Make it as it was when it had started."""
    for task in asyncio.all_tasks() - {asyncio.current_task()}:
        task.cancel()
    await asyncio.sleep(0)
    cache_data_api._data_caches._function_caches.clear()
    cache_resource_api._resource_caches._function_caches.clear()
    st.session_state, st.query_params = SessionStateProxy(), QueryParamsProxy()
    policies._shown_default_value_warning = False
    PagesManager.uses_pages_directory = None
    secrets_singleton._reset()
    for name, module in list(sys.modules.items()):
        if (getattr(module, "__file__", None) or "").startswith(f"{HOME}/"):
            del sys.modules[name]
    os.chdir(HOME)
    for path in HOME.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()


clean()  # type: ignore[unused-coroutine]  # Pyodide awaits it
