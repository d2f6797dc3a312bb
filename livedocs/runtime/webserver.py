"""A web server for a folder, on loopback."""

import gzip
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

COMPRESSED = ("text/", "application/json", "application/javascript", "application/wasm", "application/xml", "image/svg")


class Request(SimpleHTTPRequestHandler):
    """A request for a file, or what `hook` makes of it: it may add `extra` headers, or answer it and return true."""

    def __init__(self, *args: Any, hook: Callable[["Request"], bool], **kwargs: Any) -> None:
        """Answer the request, as the base class does."""
        self.hook, self.extra = hook, dict[str, str]()
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        """Answer with a file unless the hook answers."""
        if not self.hook(self):
            super().do_GET()

    def answer(self, content: bytes, type_: str = "text/html", status: int = HTTPStatus.OK, length: int = 0) -> None:
        """Send this content; it ends too early if `length`, in bytes, is larger than it is."""
        self.send_response(status)
        self.send_header("Content-Type", type_)
        self.send_header("Content-Length", str(length or len(content)))
        self.end_headers()
        self.wfile.write(content)

    def end_headers(self) -> None:
        """Send the headers, the extra ones too."""
        for name, value in self.extra.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing about requests."""


def compressed(sent: list[int]) -> Callable[[Request], bool]:
    """Return a hook that answers as GitHub Pages does, and appends the size of each body in bytes."""

    def hook(request: Request) -> bool:
        path = Path(request.translate_path(request.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            return False
        zipped, body = _content(path, kind := request.guess_type(path))
        sent.append(len(body))
        request.extra = {"Cache-Control": "max-age=600"} | ({"Content-Encoding": "gzip"} if zipped else {})
        request.answer(body, kind)
        return True

    return hook


@cache
def _content(path: Path, kind: str) -> tuple[bool, bytes]:
    zipped = kind.startswith(COMPRESSED)
    return zipped, gzip.compress(path.read_bytes(), 6) if zipped else path.read_bytes()


@contextmanager
def serve(folder: Path, hook: Callable[[Request], bool] = lambda _: False) -> Iterator[str]:
    """Serve a folder on a free port, and yield its URL; each request goes through the hook."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Request, directory=folder, hook=hook)) as server:
        server.block_on_close = False  # the browser keeps its connections open
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
