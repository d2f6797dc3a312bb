"""What the page changes in Streamlit, and nothing else does: CONTRIBUTING.md lists each private name and its test."""

import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any
from zipimport import zipimporter

import nodata  # noqa: F401  # before Streamlit looks for NumPy
import streamlit
import turns
from streamlit import config, env_util
from streamlit.runtime import Runtime, RuntimeConfig
from streamlit.runtime.caching.storage.dummy_cache_storage import MemoryCacheStorageManager
from streamlit.runtime.media_file_storage import MediaFileKind
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from typing_extensions import override

# What there is once in a process, by module, owner, and name; each app has its own. Not every version has all of it.
ONCE = {
    ("sys", "", "path"): lambda folder: [str(folder), *sys.path],
    ("streamlit", "", "session_state"): lambda _: streamlit.session_state,  # an app can replace it
    ("streamlit.runtime.caching.cache_data_api", "_data_caches", "_function_caches"): lambda _: {},
    ("streamlit.runtime.caching.cache_resource_api", "_resource_caches", "_function_caches"): lambda _: {},
    ("streamlit.elements.lib.policies", "", "_shown_default_value_warning"): lambda _: False,
    ("streamlit.runtime.pages_manager", "PagesManager", "uses_pages_directory"): lambda folder: (
        folder / "pages"
    ).exists(),
}
CONFIG = {
    "browser.gatherUsageStats": False,
    "client.showErrorLinks": False,  # they lead to search engines
    "client.toolbarMode": "minimal",
    "global.developmentMode": False,  # as in an installed Streamlit
    "logger.messageFormat": "%(message)s",
    "server.enableXsrfProtection": False,  # no request crosses a network
    "server.fileWatcherType": "none",  # `App.write` knows what changes
    "server.maxMessageSize": 5,  # MB, which a page can show
    "server.runOnSave": True,
}
PROCESS_WIDE: list[tuple[Any, str]] = []
_NEW: list[Any] = []
for (module, owner, name), new in ONCE.items():
    with suppress(ImportError, AttributeError):
        place = import_module(module)
        place = getattr(place, owner) if owner else place
        getattr(place, name)
        PROCESS_WIDE.append((place, name))
        _NEW.append(new)


def new_process(folder: Path) -> list[Any]:
    """Return what an app in this folder finds in `PROCESS_WIDE` when it starts."""
    return [new(folder) for new in _NEW]


def configure(script: str) -> tuple["Media", MemoryUploadedFileManager, RuntimeConfig]:
    """Return what stores an app's files, what stores its uploads, and the configuration of its runtime."""
    media, uploads = Media("/media"), MemoryUploadedFileManager("/_stcore/upload_file")
    options: dict[str, Any] = {
        "script_path": script,
        "media_file_storage": media,
        "uploaded_file_manager": uploads,
        "cache_storage_manager": MemoryCacheStorageManager(),
    }
    if "command_line" in RuntimeConfig.__dataclass_fields__:  # up to 1.5x
        options["command_line"] = None
    return media, uploads, RuntimeConfig(**options)


def is_download(file: Any) -> bool:
    """Tell whether a file is for `st.download_button`."""
    return file.kind == MediaFileKind.DOWNLOADABLE


class Media(MemoryMediaFileStorage):
    """Files that the page has by an address: nothing in a page could answer an image's request."""

    _urls: dict[str, str]

    @override
    def get_url(self, file_id: str) -> str:
        url = super().get_url(file_id)
        file = self.get_file(url.rpartition("/")[2])
        if is_download(file):
            return url
        from js import URL, Blob  # type: ignore[import-not-found]  # noqa: PLC0415  # a snapshot can't have it
        from pyodide.ffi import to_js  # type: ignore[import-not-found]  # noqa: PLC0415

        urls = self.__dict__.setdefault("_urls", {})
        if file_id not in urls:
            urls[file_id] = URL.createObjectURL(Blob.new(to_js([to_js(file.content)]), type=file.mimetype))
        return urls[file_id]

    @override
    def delete_file(self, file_id: str) -> None:
        super().delete_file(file_id)
        if url := self.__dict__.get("_urls", {}).pop(file_id, None):
            from js import URL  # noqa: PLC0415

            URL.revokeObjectURL(url)


def _enqueue_and_turn(self: ScriptRunner, msg: Any) -> None:
    """Let other threads go on where a script shows something."""
    _enqueue(self, msg)
    turns.turn()


_enqueue: Any = ScriptRunner._enqueue_forward_msg
_replaced: dict[tuple[Any, str], Any] = {
    (ScriptRunner, "_enqueue_forward_msg"): _enqueue_and_turn,
    (Runtime, "instance"): classmethod(lambda _: turns.place.get().runtime),
    (Runtime, "exists"): classmethod(lambda _: turns.place.get() is not None),
    (zipimporter, "invalidate_caches"): lambda _: None,  # archives do not change, and may not be there yet
    (env_util, "is_repl"): bool,  # false: Streamlit need not look for the file of a frame
}
with suppress(ImportError):  # up to 1.50
    from streamlit.components.v2.component_manager import BidiComponentManager

    _replaced[BidiComponentManager, "discover_and_register_components"] = lambda *_, **__: None  # no package has any
for (owner, name), value in _replaced.items():
    setattr(owner, name, value)
_known = {name: value for name, value in CONFIG.items() if name in config._config_options_template}
config.get_config_options(force_reparse=True, options_from_flags=_known)
