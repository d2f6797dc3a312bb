"""Streamlit for many frames in one Python: what `worker.js` calls. Any version of Streamlit since 1.37 will do.

An app has a folder and a Streamlit runtime, and modules, an import path, and caches as if it had a process of its own.
A frame is a session of its app, as a browser tab is: frames that name the same app share all of that.
"""

import asyncio
import importlib
import json
import os
import random
import shutil
import sys
from contextlib import suppress
from contextvars import copy_context
from email.parser import BytesParser
from email.policy import HTTP
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import unquote, urlsplit

import turns
from pyodide.ffi import JsProxy, to_js  # type: ignore[import-not-found]  # only the page has it
from terminal import Terminal

APPS = "/apps/"
turns.install(APPS)  # before Streamlit takes locks and threads from `threading`
sys.stdout, sys.stderr = Terminal(sys.stdout), Terminal(sys.stderr)  # before its log takes one of them

import frameless  # noqa: E402
from streamlit.proto.BackMsg_pb2 import BackMsg  # noqa: E402
from streamlit.runtime import Runtime  # noqa: E402
from streamlit.runtime.session_manager import SessionClient  # noqa: E402
from streamlit.runtime.uploaded_file_manager import UploadedFileRec  # noqa: E402

HOST = {
    "useExternalAuthToken": False,
    "enableCustomParentMessages": False,
    "disableFullscreenMode": False,
    "metricsUrl": "",
    "blockErrorDialogs": False,
    "resourceCrossOriginMode": None,
    "enforceDownloadInNewTab": False,
}


class App:
    """An app, which runs as long as it has a session; as a context manager, the process it believes to have."""

    running: ClassVar[dict[Path, "App"]] = {}
    _lock: ClassVar = asyncio.Lock()

    def __init__(self, folder: Path, entrypoint: str) -> None:
        """Make the app of a folder; `open` starts it."""
        self.folder = folder
        self.sessions: set[Session] = set()
        self.media, self.uploads, config = frameless.configure(str(folder / entrypoint))
        Runtime._instance = None  # there is one in each process
        self.runtime = Runtime(config)
        self._modules: dict[str, Any] = {}
        self._process_wide = frameless.new_process(folder)
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
                turns.place.set(app)
                await app.runtime.start()
                cls.running[folder] = app
            elif _write(folder, files.to_py()):
                app.run_again()
            session = Session(app, frame)
            app.sessions.add(session)
            return session

    async def write(self, files: JsProxy) -> None:
        """Write files and run all sessions, also when the files were like that before."""
        _write(self.folder, files.to_py())
        self.run_again()

    def run_again(self) -> None:
        """Do what Streamlit does when a source has changed: forget the modules, run all sessions."""
        self._modules.clear()
        for info in self.runtime._session_mgr.list_active_sessions():
            self.call(info.session._on_source_file_changed)

    def call(self, function: Any, *arguments: Any) -> Any:
        """Call a function of Streamlit's as this app's server does."""
        context = copy_context()
        context.run(turns.place.set, self)
        return context.run(function, *arguments)

    async def end(self, session: "Session") -> None:
        """End a session, and with the last one the app: what opens from now on finds it ended."""
        async with self._lock:
            session.disconnect()
            self.sessions.discard(session)
            if not self.sessions and self.running.get(self.folder) is self:
                del self.running[self.folder]
                self.runtime.stop()
                with suppress(Exception):
                    await self.runtime.stopped
                turns.stop(self)
                shutil.rmtree(self.folder)

    def __enter__(self) -> None:
        """Make the process the app's: a thread of it goes on."""
        self._outside = Path.cwd(), sys.modules["__main__"], set(sys.modules) - {"__main__"}
        with suppress(FileNotFoundError):  # the app has ended
            os.chdir(self.folder)
        sys.modules.update(self._modules)
        self._swap()

    def __exit__(self, *_: object) -> None:
        """Keep what the thread has made of the process, and make it as it was: another's may be next."""
        cwd, main, modules = self._outside
        self._swap()
        own = [name for name in set(sys.modules) - modules if self._owns(sys.modules[name])]
        self._modules = {name: sys.modules.pop(name) for name in own}
        sys.modules["__main__"] = main
        os.chdir(cwd)

    def _owns(self, module: Any) -> bool:
        places = [getattr(module, "__file__", None), *(getattr(module, "__path__", None) or ())]
        return any(isinstance(place, str) and Path(place).is_relative_to(self.folder) for place in places)

    def _swap(self) -> None:
        for number, (owner, name) in enumerate(frameless.PROCESS_WIDE):
            value = getattr(owner, name)
            setattr(owner, name, self._process_wide[number])
            self._process_wide[number] = value


class Headers(list):
    """Headers as newer versions of Streamlit want them, and older ones, which had Tornado's."""

    get_all = list.copy


class ClientContext:
    """What `st.context` knows of the request that connected a session."""

    headers: ClassVar = Headers([("Host", "localhost"), ("User-Agent", "page")])
    cookies: ClassVar[dict[str, str]] = {}
    remote_ip = "127.0.0.1"


class Session(SessionClient):
    """What a frame has of its app: what a WebSocket carries, and HTTP for files."""

    client_context = request = ClientContext()

    def __init__(self, app: App, frame: JsProxy) -> None:
        """Make a session. `frame` takes what Streamlit sends and what the app prints, and has the page's origin."""
        self.app, self.frame = app, frame
        self._id: str | None = None

    async def connect(self) -> None:
        """Connect the WebSocket."""
        self.disconnect()
        connect = self.app.runtime.connect_session
        self._id = self.app.call(lambda: connect(client=self, user_info={}))

    def receive(self, payload: JsProxy) -> None:
        """Take what the page sends over the WebSocket."""
        message = BackMsg()
        message.ParseFromString(payload.to_bytes())
        # What JavaScript calls can't wait for a lock.
        turns.loop.call_soon(self.app.call, self.app.runtime.handle_backmsg, self._id, message)

    def write_forward_msg(self, msg: Any) -> None:
        """Send a message to the page over the WebSocket."""
        self.frame.send(to_js(msg.SerializeToString()))

    def disconnect(self) -> None:
        """Disconnect the WebSocket."""
        if self._id is not None:
            self.app.call(self.app.runtime.disconnect_session, self._id)
            self._id = None

    async def answer(
        self, method: str, path: str, headers: JsProxy, body: JsProxy
    ) -> tuple[int, list[list[str]], bytes]:
        """Answer an HTTP request of the page: an upload, a download, a question of the front end."""
        parts = unquote(urlsplit(path).path).strip("/").split("/")
        match parts:
            case ["_stcore", "health" | "script-health-check"]:
                return 200, [["content-type", "text/plain"]], b"ok"
            case ["_stcore", "host-config"]:
                host = HOST | {"allowedOrigins": [self.frame.origin]}
                return 200, [["content-type", "application/json"]], json.dumps(host).encode()
            case ["media", name]:
                return self._file(name)
            case ["_stcore", "upload_file", session, file_id] if method == "PUT":
                kind = next((value for name, value in headers.to_py().items() if name.lower() == "content-type"), "")
                name, type_, content = _part(kind, body.to_bytes())
                record = UploadedFileRec(file_id=file_id, name=name, type=type_, data=content)
                self.app.uploads.add_file(session, record)
                return 204, [], b""
            case ["_stcore", "upload_file", session, file_id] if method == "DELETE":
                self.app.uploads.remove_file(session, file_id)
                return 204, [], b""
        return 404, [], b""

    def _file(self, name: str) -> tuple[int, list[list[str]], bytes]:
        try:
            file = self.app.call(self.app.media.get_file, name)
        except Exception:  # noqa: BLE001 (the class differs between versions)
            return 404, [], b""
        headers = [["content-type", file.mimetype]]
        if frameless.is_download(file):
            headers.append(["content-disposition", f'attachment; filename="{file.filename or name}"'])
        return 200, headers, file.content


# Up to 1.52, `st.context` asks only a session of this type for its `request`.
Session.__module__, Session.__qualname__ = "streamlit.web.server.browser_websocket_handler", "BrowserWebSocketHandler"


def wake() -> None:
    """Make Python this reader's own: it may have started from a snapshot, which is the same for all."""
    os.environ.pop("PYTHONHASHSEED", None)
    random.seed()
    turns.detect()


def _part(kind: str, body: bytes) -> tuple[str, str, bytes]:
    """Return the name, the type, and the content of the one file in a form."""
    message: Any = BytesParser(policy=HTTP).parsebytes(f"Content-Type: {kind}\r\n\r\n".encode() + body)
    part = next(message.iter_parts())
    return part.get_filename(), part.get_content_type(), part.get_payload(decode=True)


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


def _flush() -> None:
    """Send what scripts have shown so far: the server's loop can't while a script has the only stack."""
    for app in App.running.values():
        for info in app.runtime._session_mgr.list_active_sessions():
            for message in info.session.flush_browser_queue():
                app.runtime._send_message(info, message)


sys.dont_write_bytecode = True  # a file may change twice in a second
turns.on_block.append(_flush)
