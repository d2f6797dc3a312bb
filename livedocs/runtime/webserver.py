"""A web server for the built site, on loopback."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import Any

COMPRESSED = ("text/", "application/json", "application/javascript", "application/wasm", "application/xml", "image/svg")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing about requests."""


class _Measured(_Quiet):
    """Answers the way GitHub Pages does, except for the version of HTTP, and notes how many bytes it sends."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *words: Any, sent: list[int], **options: Any) -> None:
        self._sent = sent
        super().__init__(*words, **options)

    def send_head(self) -> Any:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            return super().send_head()
        compressed, body = _content(path, kind := self.guess_type(path))
        self._sent.append(len(body))
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        if compressed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        return BytesIO(body)


@cache
def _content(path: Path, kind: str) -> tuple[bool, bytes]:
    compressed = kind.startswith(COMPRESSED)
    return compressed, gzip.compress(path.read_bytes(), 6) if compressed else path.read_bytes()


@contextmanager
def serve(folder: Path, sent: list[int] | None = None) -> Iterator[str]:
    """Serve a folder on a free port, and yield its URL.

    With a list `sent`, answers are compressed and may be cached, as on GitHub Pages, and the list collects their sizes
    in bytes, without their heads.
    """
    handler: Any = _Quiet if sent is None else partial(_Measured, sent=sent)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=folder)) as server:
        server.block_on_close = False  # the browser keeps its connections open
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
