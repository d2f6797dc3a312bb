"""A web server that sends what GitHub Pages sends, and counts it."""

import gzip
import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.utils import formatdate
from functools import cache, partial
from hashlib import sha256
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

COMPRESSED = (
    "text/",
    "application/json",
    "application/javascript",
    "application/wasm",
    "application/xml",
    "image/svg+xml",
)
HEADERS = {"Cache-Control": "max-age=600", "Access-Control-Allow-Origin": "*", "Vary": "Accept-Encoding"}


@dataclass
class Host:
    """Where a folder is served, and what has gone over the wire: heads and bodies of the answers."""

    folder: Path
    address: str
    requests: int = 0
    sent: int = 0

    def compress(self) -> None:
        """Compress the files now, as a host's edge has them at hand, and not on the first request."""
        for path in self.folder.rglob("*"):
            if path.is_file():
                _content(path)

    def forget(self) -> None:
        """Count from here on."""
        self.requests = self.sent = 0


@contextmanager
def serve(folder: Path) -> Iterator[Host]:
    """Serve a folder on a free port."""
    with _Server(("127.0.0.1", 0), partial(_Handler, directory=folder)) as server:
        server.host = Host(folder, f"http://127.0.0.1:{server.server_port}/")
        Thread(target=server.serve_forever, daemon=True).start()
        yield server.host
        server.shutdown()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False  # the browser keeps its connections
    host: Host


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        host = self.server.host
        host.requests += 1
        if not path.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        type_, compressed, body, tag = _content(path)
        unchanged = self.headers.get("If-None-Match") == tag
        headers = HEADERS | {"Content-Type": type_, "ETag": tag, "Last-Modified": formatdate(usegmt=True)}
        if compressed:
            headers["Content-Encoding"] = "gzip"
        self.send_response(HTTPStatus.NOT_MODIFIED if unchanged else HTTPStatus.OK)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", "0" if unchanged else str(len(body)))
        host.sent += sum(map(len, self._headers_buffer)) + len(body) * (not unchanged)
        self.end_headers()
        if not unchanged:
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing about requests."""


@cache
def _content(path: Path) -> tuple[str, bool, bytes, str]:
    """Return a file's type, whether it is compressed, what goes over the wire, and its tag."""
    type_ = mimetypes.guess_type(path)[0] or "application/octet-stream"
    compressed = type_.startswith(COMPRESSED)
    content = path.read_bytes()
    return (
        type_,
        compressed,
        gzip.compress(content, 6, mtime=0) if compressed else content,
        f'"{sha256(content).hexdigest()}"',
    )
