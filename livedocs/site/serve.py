"""Serve the site with reload: MkDocs rebuilds after an edit, and starts again when the tooling changes."""

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
SOURCES = ("docs", "skill", "snippets", "tests", "results", "mkdocs.yml")


def serve(port: str) -> None:
    """Serve on 127.0.0.1 at `port` until interrupted."""
    try:
        socket.create_server(("127.0.0.1", int(port))).close()
    except (OSError, OverflowError, ValueError) as error:
        sys.exit(f"Port {port} is not available ({error}): choose another, as in `make serve PORT=8001`")
    print(f"The site: http://127.0.0.1:{port}/", flush=True)
    # click 8.3 made `--livereload` off by default in MkDocs 1.6. MkDocs refuses to watch a folder that does not exist.
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}"]
    command += ["--watch", "results"] if (ROOT / "results").exists() else []
    # For the theme's Content-Security-Policy, and so that an edit shows before it has been run on all versions.
    environment = os.environ | {"LIVERELOAD": "true", "DRAFT": "true"}
    for end in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(end, signal.default_int_handler)
    with suppress(KeyboardInterrupt):
        while True:
            # In a new session it doesn't get the terminal's Ctrl-C in addition to ours.
            server = subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True)
            try:
                _wait(server)
            finally:
                server.send_signal(signal.SIGINT)
                with suppress(subprocess.TimeoutExpired):
                    server.wait(timeout=10)
                server.kill()


def _wait(server: subprocess.Popen) -> None:
    """Return when the tooling changes, or, as MkDocs ends when its first build fails, a source after that."""
    changed = False
    sources = [ROOT / name for name in SOURCES if (ROOT / name).exists()]
    for changes in watch(TOOLING, *sources, rust_timeout=500, yield_on_timeout=True):
        changed = changed or bool(changes)
        if (changed and server.poll() is not None) or any(Path(path).is_relative_to(TOOLING) for _, path in changes):
            return


if __name__ == "__main__":
    serve(*sys.argv[1:])
