"""Streamlit for many frames in one Python: what `worker.js` calls.

An app has a folder and a Streamlit runtime, and modules, an import path and caches as if it had a process of its own.
A frame is a session of its app, as a browser tab is: frames that name the same app share all of that.
"""

import asyncio
import importlib
import io
import os
import random
import shutil
import sys
from collections.abc import Callable, Coroutine
from contextlib import suppress
from contextvars import copy_context
from pathlib import Path
from time import monotonic
from types import CodeType
from typing import Any, ClassVar
from urllib.parse import unquote, urlsplit
from zipimport import zipimporter

from pyodide.ffi import JsProxy, to_js  # type: ignore[import-not-found]  # only the page has it, and stlite_lib
from stlite_lib import asgi_app  # type: ignore[import-not-found]
from stlite_lib.runtime_init import initialize_streamlit_runtime  # type: ignore[import-not-found]
from stlite_lib.server import task_context  # type: ignore[import-not-found]
from streamlit import env_util
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.elements.lib import policies
from streamlit.runtime import app_session, runtime_contextvar  # type: ignore[attr-defined]  # 1.62 has it
from streamlit.runtime.caching import cache_data_api, cache_resource_api
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue
from streamlit.runtime.pages_manager import PagesManager
from typing_extensions import override

APPS = "/apps/"
OUTPUT = 10_000  # characters, the last ones of what is printed in one go
SECONDS = 10  # for a script to run without letting others go on
# What there is once in a process: each app has its own.
PROCESS_WIDE = (
    (sys, "path"),
    (sys, "stdout"),
    (sys, "stderr"),
    (cache_data_api._data_caches, "_function_caches"),
    (cache_resource_api._resource_caches, "_function_caches"),
    (policies, "_shown_default_value_warning"),
    (PagesManager, "uses_pages_directory"),
)
CONFIG = {
    "client.showErrorLinks": False,  # they lead to search engines
    "client.toolbarMode": "minimal",
    "server.enableXsrfProtection": False,  # no request crosses a network
    "server.maxMessageSize": 5,  # MB, which a page can show
    "server.fileWatcherType": "none",  # `App.write` knows what changes
    "server.runOnSave": True,
}


class App:
    """An app, which runs as long as it has a session; as a context manager, the process it believes to have."""

    running: ClassVar[dict[Path, "App"]] = {}
    deadline: ClassVar = 0.0
    _lock: ClassVar = asyncio.Lock()

    def __init__(self, folder: Path, entrypoint: str) -> None:
        """Make the app of a folder; `open` starts it."""
        self.folder = folder
        self.asgi = asgi_app.create_app(str(folder / entrypoint))
        self.lifespan: Any = None
        self.sessions: set[Session] = set()
        self._modules: dict[str, Any] = {}
        terminal = _Terminal(self)
        pages = (folder / "pages").exists()
        self._process_wide = [[str(folder), *sys.path], terminal, terminal, {}, {}, False, pages]
        self._outside: tuple = ()  # what the process was before this app went on

    @classmethod
    async def open(cls, name: str, entrypoint: str, files: JsProxy, frame: JsProxy) -> "Session":
        """Return a frame's session of the app of that name, which is started if need be and gets these files."""
        folder = Path(APPS, name)
        async with cls._lock:
            app = cls.running.get(folder)
            if app is None:
                _write(folder, files.to_py())
                app = cls(folder, entrypoint)
                app.lifespan = await asgi_app.run_lifespan_startup(app.asgi)
                cls.running[folder] = app
            elif _write(folder, files.to_py()):
                app.run_again()
            session = Session(app, frame)
            app.sessions.add(session)
            return session

    def write(self, files: JsProxy) -> None:
        """Write files and run all sessions, also when the files were like that before."""
        _write(self.folder, files.to_py())
        self.run_again()

    def run_again(self) -> None:
        """Do what Streamlit does when a source has changed: forget the modules, run all sessions."""
        self._modules.clear()
        context = copy_context()  # as `call_asgi` makes it for what a page asks
        context.run(runtime_contextvar.set, self.asgi._runtime)
        context.run(task_context.home_dir_contextvar.set, str(self.folder))
        for info in self.asgi._runtime._session_mgr.list_active_sessions():
            context.run(info.session._on_source_file_changed)

    async def end(self, session: "Session") -> None:
        """End a session, and with the last one the app: what opens from now on finds it ended."""
        async with self._lock:
            await session.disconnect()
            self.sessions.discard(session)
            if not self.sessions and self.running.get(self.folder) is self:
                del self.running[self.folder]
                await asgi_app.run_lifespan_shutdown(self.lifespan)
                shutil.rmtree(self.folder)

    def __enter__(self) -> None:
        """Make the process the app's: a script run of it goes on."""
        self._outside = Path.cwd(), sys.modules["__main__"], set(sys.modules) - {"__main__"}
        App.deadline = monotonic() + SECONDS
        os.chdir(self.folder)
        sys.modules.update(self._modules)
        self._swap()

    def __exit__(self, *_: object) -> None:
        """Keep what the script run has made of the process, and make it as it was: another's may be next."""
        cwd, main, modules = self._outside
        self._swap()
        own = [name for name in set(sys.modules) - modules if self._owns(sys.modules[name])]
        self._modules = {name: sys.modules.pop(name) for name in own}
        sys.modules["__main__"] = main
        os.chdir(cwd)

    def _owns(self, module: Any) -> bool:
        places = [getattr(module, "__file__", None), *(getattr(module, "__path__", None) or ())]
        return any(place and Path(place).is_relative_to(self.folder) for place in places)

    def _swap(self) -> None:
        for number, (owner, name) in enumerate(PROCESS_WIDE):
            value = getattr(owner, name)
            setattr(owner, name, self._process_wide[number])
            self._process_wide[number] = value


class Session:
    """What a frame has of its app: a WebSocket, and HTTP for files."""

    def __init__(self, app: App, frame: JsProxy) -> None:
        """Make a session; `frame` takes what Streamlit sends over the WebSocket, and what it prints."""
        self.app, self.frame = app, frame
        self._received: asyncio.Queue[dict] = asyncio.Queue()
        self._task: asyncio.Task | None = None

    async def connect(self, path: str) -> None:
        """Connect the WebSocket."""
        await self.disconnect()
        accepted = asyncio.Event()

        async def send(event: dict) -> None:
            if event["type"] == "websocket.accept":
                accepted.set()
            elif event["type"] == "websocket.send":
                self.frame.send(to_js(event["bytes"]))

        self._received.put_nowait({"type": "websocket.connect"})
        self._task = asyncio.ensure_future(self._call("websocket", path, self._received.get, send))
        await asyncio.wait({asyncio.ensure_future(accepted.wait()), self._task}, return_when=asyncio.FIRST_COMPLETED)
        if not accepted.is_set():
            raise ConnectionError("Streamlit refused the connection")

    def receive(self, payload: JsProxy) -> None:
        """Take what the page sends over the WebSocket."""
        self._received.put_nowait({"type": "websocket.receive", "bytes": payload.to_bytes()})

    async def request(self, method: str, path: str, headers: JsProxy, body: JsProxy) -> tuple[int, list, bytes]:
        """Answer an HTTP request of the page: an upload, a download, a picture."""
        received: asyncio.Queue[dict] = asyncio.Queue()
        received.put_nowait({"type": "http.request", "body": body.to_bytes()})
        sent: list[dict] = []

        async def send(event: dict) -> None:
            sent.append(event)

        await self._call("http", path, received.get, send, method=method, headers=headers.to_py())
        start, *rest = sent
        names = [[part.decode() for part in header] for header in start["headers"]]
        return start["status"], names, b"".join(event.get("body", b"") for event in rest)

    async def disconnect(self) -> None:
        """Disconnect the WebSocket."""
        if self._task is not None:
            self._received.put_nowait({"type": "websocket.disconnect"})
            with suppress(Exception):
                await self._task
            self._task = None

    async def _call(self, kind: str, path: str, receive: Callable, send: Callable, **request: Any) -> None:
        url = urlsplit(path)
        headers = {"host": "localhost", **request.pop("headers", {})}
        scope = {
            "type": kind,
            "asgi": {"version": "3.0", "spec_version": "2.3"},
            "scheme": "http",
            "path": unquote(url.path),
            "query_string": url.query.encode(),
            "headers": [(name.lower().encode(), value.encode()) for name, value in headers.items()],
            **request,
        }
        await asgi_app.call_asgi(self.app.asgi, scope, receive, send, home_dir=str(self.app.folder))


class _Terminal(io.TextIOBase):
    """What a server's terminal is: all of its frames are told what is printed."""

    def __init__(self, app: App) -> None:
        self._app, self._text = app, ""

    def write(self, text: str) -> int:
        if not self._text:
            asyncio.get_running_loop().call_later(0.1, self._show)
        self._text = (self._text + text)[-OUTPUT:]
        return len(text)

    def _show(self) -> None:
        text, self._text = self._text, ""
        for session in self._app.sessions:
            session.frame.print(text)


class _ScriptRun(task_context.DirectorySyncCoroutineProxy):
    """A script run, for which the process is its app's whenever it goes on."""

    def __init__(self, run: Coroutine) -> None:
        super().__init__(run)
        self._directory_context = App.running[Path(task_context.home_dir_contextvar.get())]


class _Queue(ForwardMsgQueue):
    """What is to be sent to a page: elsewhere another thread sends it while the script runs, here nobody does."""

    @override
    def clear(self, retain_lifecycle_msgs: bool = False, fragment_ids_this_run: list[str] | None = None) -> None:
        """Drop nothing for the run of a fragment: a page that never hears of it puts what is below it in its place."""
        if fragment_ids_this_run:
            self._delta_index_map = {}  # nor compose anything with what is to come
        else:
            super().clear(retain_lifecycle_msgs, fragment_ids_this_run)


def wake() -> None:
    """Make Python this reader's own: it may have started from a snapshot, which is the same for all."""
    os.environ.pop("PYTHONHASHSEED", None)
    random.seed()


def _on_jump(code: CodeType, *_: int) -> object:
    """Let a loop that does not end fail: there is no thread that could stop it, and no signal."""
    if not code.co_filename.startswith(APPS):
        return MONITORING.DISABLE
    if monotonic() > App.deadline:
        raise TimeoutError(f"The script ran for {SECONDS} seconds without a pause. Does a loop never end?")
    return None


def _write(folder: Path, files: dict[str, str]) -> bool:
    """Write files into a folder; say whether one of them was not there as it is."""
    changed = False
    for name, text in files.items():
        path = folder / name
        if not path.exists() or path.read_text("utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
            changed = True
    importlib.invalidate_caches()
    return changed


MONITORING: Any = vars(sys)["monitoring"]  # Python 3.12 and newer have it
MONITORING.use_tool_id(MONITORING.DEBUGGER_ID, __name__)
MONITORING.register_callback(MONITORING.DEBUGGER_ID, MONITORING.events.JUMP, _on_jump)
MONITORING.set_events(MONITORING.DEBUGGER_ID, MONITORING.events.JUMP)
sys.dont_write_bytecode = True  # a file may change twice in a second
# What this module replaces in Streamlit 1.62, stlite_lib, and Python.
REPLACED: tuple[tuple[Any, str, Any], ...] = (
    (task_context, "DirectorySyncCoroutineProxy", _ScriptRun),
    (app_session, "ForwardMsgQueue", _Queue),
    (zipimporter, "invalidate_caches", lambda _: None),  # archives do not change, and may not be there yet
    (env_util, "is_repl", bool),  # false: Streamlit need not look for the file of a frame
    (BidiComponentManager, "discover_and_register_components", lambda *_, **__: None),  # no package has any
)
for owner, name, value in REPLACED:
    setattr(owner, name, value)
# When an app starts or has run, Streamlit tries to import these, which need `click`: no archive is searched for it.
MISSING: dict[str, Any] = dict.fromkeys(("click", "streamlit.web.skills"))
sys.modules |= MISSING
initialize_streamlit_runtime(CONFIG, multi_runtime=True)
