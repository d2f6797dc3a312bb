"""A web server for a folder, on loopback."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any


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


@contextmanager
def serve(folder: Path, hook: Callable[[Request], bool] = lambda _: False) -> Iterator[str]:
    """Serve a folder on a free port, and yield its URL; each request goes through the hook."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Request, directory=folder, hook=hook)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
