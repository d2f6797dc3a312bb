"""A server: a process that runs an app with `streamlit run`."""

import multiprocessing as mp
import os
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import wait
from pathlib import Path
from threading import Thread
from types import ModuleType
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

START = 30  # seconds, for a server on a busy machine

# Importing Streamlit takes most of a server's start. A process imports it once and is forked for every server.
PRELOAD = (
    "streamlit.web.cli",
    "streamlit.web.bootstrap",
    "pandas",
    # what Streamlit and uvicorn import when they start
    "streamlit.components.v2.manifest_scanner",
    "streamlit.web.server.starlette.starlette_agent_routes",
    "starlette.applications",
    "uvicorn.protocols.http.h11_impl",
    "uvicorn.protocols.websockets.websockets_sansio_impl",
)
_FORKS = "forkserver" in mp.get_all_start_methods()
_processes: Any = mp.get_context("forkserver" if _FORKS else "spawn")
if _FORKS:
    _processes.set_forkserver_preload([*PRELOAD, __name__])


class Server:
    """A process that runs `streamlit run` for one app, on loopback; it ends with the process that started it."""

    def __init__(self, entrypoint: Path, log: Path, port: int | None = None, root: Path | None = None) -> None:
        """Start it in the folder `root`, by default the entrypoint's; what it prints goes to the file `log`."""
        self.entrypoint, self._log, self.port = entrypoint, log, port or free_port()
        self._root = root or entrypoint.parent
        self.address = f"http://127.0.0.1:{self.port}/"
        self._replicas: list[Server] = []
        self.start()

    def start(self) -> None:
        """Start the process, and wait until it answers."""
        if self._answers():
            raise RuntimeError(f"port {self.port} is in use by another server")
        log_was = self._log.stat().st_size if self._log.exists() else 0
        arguments = (self.entrypoint, self.port, self._log, self._root)
        self._process = _processes.Process(target=_serve, args=arguments, daemon=True)
        with _without_main():
            self._process.start()
        deadline = time.monotonic() + START
        while not self._answers():
            if not self._process.is_alive() or time.monotonic() > deadline:
                self.kill()
                printed = self._log.read_text("utf-8", "replace")[log_was:]
                raise RuntimeError(f"`streamlit run {self.entrypoint.name}` didn't start:\n{printed}")
            wait([self._process.sentinel], timeout=0.05)

    def kill(self) -> None:
        """End the process at once, as a crash does; that it has ended already is fine."""
        self._process.kill()
        self._process.join()
        while self._replicas:
            self._replicas.pop().kill()

    def replicate(self) -> "Server":
        """Start another process that runs the same app at its own address."""
        self._replicas.append(Server(self.entrypoint, self._log, root=self._root))
        return self._replicas[-1]

    def edit(self, old: str, new: str, file: str = "") -> None:
        """Replace a text in the entrypoint or another file of the app, as an author does in an editor."""
        path = self.entrypoint.with_name(file or self.entrypoint.name)
        source = path.read_text("utf-8")
        if old not in source:
            raise ValueError(f"{path.name} has no {old!r} to replace")
        # At one go: of a file that is emptied and then filled, Streamlit's watcher learns twice, and if a rerun begins
        # in between, the next one has that rerun's modules.
        edited = path.with_name(f".{path.name}")
        edited.write_text(source.replace(old, new), "utf-8")
        edited.replace(path)

    def log(self) -> list[str]:
        """Return the lines that the server has printed."""
        return self._log.read_text("utf-8", "replace").splitlines()

    def _answers(self) -> bool:
        try:
            with urlopen(f"{self.address}_stcore/health", timeout=1) as answer:  # noqa: S310 (our own address)
                return answer.status == 200  # noqa: PLR2004 (OK)
        except (URLError, OSError):
            return False


def free_port() -> int:
    """Return a port on loopback that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _serve(entrypoint: Path, port: int, log: Path, root: Path) -> None:
    """Be the server: what the command line of Streamlit does."""
    parent: Any = mp.parent_process()
    process: Any = mp.current_process()
    # Even a parent that is killed leaves no server.
    Thread(target=lambda: (wait([parent.sentinel]), os._exit(1)), daemon=True).start()
    process._config["daemon"] = False  # noqa: SLF001 (an app may start processes)
    output = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(output, 1)
    os.dup2(output, 2)
    os.chdir(root)
    sys.path.insert(0, str(root))  # as `python -m streamlit run` does; the entrypoint's folder goes before it
    from streamlit.web import cli  # noqa: PLC0415 (the driver needs no Streamlit)

    options = {
        "server.port": port,
        "server.address": "127.0.0.1",
        "server.headless": "true",
        "browser.gatherUsageStats": "false",
        "logger.messageFormat": "%(message)s",
    }
    words = ["run", str(entrypoint.relative_to(root)), *(f"--{name}={value}" for name, value in options.items())]
    sys.argv = ["streamlit", *words]
    cli.main(words, prog_name="streamlit")


@contextmanager
def _without_main() -> Iterator[None]:
    """Hide the running program: a child would import it again, and that is pytest."""
    main, sys.modules["__main__"] = sys.modules["__main__"], ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main
