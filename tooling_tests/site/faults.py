"""Web servers that send files with faults, or slowly."""

import gzip
import re
import time
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread


class Faults:
    """What goes wrong with files, by patterns of their paths: `broken` says how, `changed` returns other content.

    A broken file is a page with this status, "cut" in the middle, or "closed" without an answer. A slow one is sent
    compressed, with so many bytes a second.
    """

    def __init__(self):
        """Start without faults."""
        self.broken, self.changed, self.slow, self.cache = {}, {}, {}, "no-store"

    def __call__(self, request):
        """Answer a request for such a file."""
        request.extra = {"Cache-Control": self.cache}
        how, change, rate = (
            next((value for path, value in rules.items() if re.search(path, request.path)), None)
            for rules in (self.broken, self.changed, self.slow)
        )
        if how == "closed":
            request.close_connection = True
        elif how in {200, 404}:
            request.answer(b"<!doctype html><title>404</title><p>This page is not here.", status=how)
        elif how or change:
            path = Path(request.translate_path(request.path))
            content = change(path.read_bytes()) if change else path.read_bytes()
            sent = content[: len(content) // 2] if how == "cut" else content
            request.answer(sent, request.guess_type(path), length=len(content))
            request.close_connection = True
        elif rate:
            send_slowly(request, rate)
        return bool(how or change or rate)


def send_slowly(request, rate):
    """Answer with a compressed file, a part of it every tenth of a second."""
    path = Path(request.translate_path(request.path))
    content = gzip.compress(path.read_bytes(), 6)
    request.extra |= {"Content-Encoding": "gzip", "Content-Type": request.guess_type(path)}
    request.send_response(200)
    request.send_header("Content-Length", str(len(content)))
    request.end_headers()
    with suppress(BrokenPipeError):  # the browser has closed the page
        for start in range(0, len(content), rate // 10):
            time.sleep(0.1)
            request.wfile.write(content[start : start + rate // 10])


@contextmanager
def in_pieces(folder, cuts, pause):
    """Serve a folder; each page is cut after these bytes where it has them, and waits there for a pause.

    Yields the URL and a list of the cuts that were made.
    """
    made = []

    class Pieces(SimpleHTTPRequestHandler):
        def copyfile(self, source, line):
            content = source.read()
            for cut in cuts if b"<html" in content else ():
                piece, found, content = content.partition(cut)
                made.append(found)
                line.write(piece + found)
                pause()
            line.write(content)

        def log_message(self, *_):
            """Print nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Pieces, directory=folder)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", made
        server.shutdown()
