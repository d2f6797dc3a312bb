"""Serve the site with reload: MkDocs sees to pages, snippets and tests, and starts again when the tooling changes."""

import argparse
import os
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from watchfiles import watch

TOOLING = Path(__file__).parents[1]
ROOT = TOOLING.parent
SOURCES = [ROOT / name for name in ("docs", "skill", "snippets", "tests", "results", "mkdocs.yml")]


def serve(port: int) -> None:
    """Serve on 127.0.0.1 at `port` until interrupted."""
    try:
        socket.create_server(("127.0.0.1", port)).close()
    except (OSError, OverflowError) as error:
        sys.exit(f"Port {port} cannot be had ({error}): name another, as in `make serve PORT=8001`")
    print(f"The site: http://127.0.0.1:{port}/", flush=True)
    for end in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(end, signal.default_int_handler)
    server = _start(port)
    with suppress(KeyboardInterrupt):
        changed = False
        for changes in watch(TOOLING, *SOURCES, rust_timeout=500, yield_on_timeout=True):
            # MkDocs ends when its first build fails: a later change may have mended that.
            changed = changed or bool(changes)
            mended = changed and server.poll() is not None
            if mended or any(Path(path).is_relative_to(TOOLING) for _, path in changes):
                _stop(server)
                server, changed = _start(port), False
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _stop(server)


def _start(port: int) -> subprocess.Popen:
    # click 8.3 made `--livereload` off by default in MkDocs 1.6: ask for it.
    command = [
        sys.executable,
        "-m",
        "livedocs.site.preview",
        "serve",
        "--livereload",
        "--dev-addr",
        f"127.0.0.1:{port}",
    ]
    # In a session of its own it gets no Ctrl-C of the terminal's beside ours.
    # For the theme's Content-Security-Policy, and so that an edit shows before it has been run on all versions.
    environment = os.environ | {"LIVERELOAD": "true", "DRAFT": "true"}
    return subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True)


def _stop(server: subprocess.Popen) -> None:
    server.send_signal(signal.SIGINT)
    try:
        server.wait(timeout=10)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m livedocs.site.serve", description=__doc__)
    parser.add_argument("port", type=int)
    serve(parser.parse_args().port)
