"""Serve the site with reload: MkDocs reloads pages and snippets, and starts again when the tooling changes."""

import sys
from pathlib import Path

from watchfiles import PythonFilter, run_process

TOOLING = Path(__file__).parent


def serve(port: str) -> None:
    """Serve on 127.0.0.1 at `port` until interrupted."""
    # click 8.3 made `--livereload` off by default in MkDocs 1.6: ask for it.
    command = f"{sys.executable} -m mkdocs serve --livereload --dev-addr 127.0.0.1:{port}"
    print(f"The site: http://127.0.0.1:{port}/", flush=True)
    run_process(TOOLING, TOOLING.parent / "mkdocs.yml", target=command, target_type="command", watch_filter=_tooling)


def _tooling(change: object, path: str) -> bool:
    return path.endswith("mkdocs.yml") or PythonFilter()(change, path)


if __name__ == "__main__":
    serve(*sys.argv[1:])
