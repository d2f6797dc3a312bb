"""What a server's terminal is: all frames of an app are told what it prints."""

import io
from typing import Any

import turns
from typing_extensions import override

OUTPUT = 10_000  # characters, the last ones of what is printed in one go


class Terminal(io.TextIOBase):
    """Standard output, or the standard error output, of all apps and of Python itself."""

    def __init__(self, real: Any) -> None:
        """Take the place of a stream, which goes on to show what no app has printed."""
        self._real = real
        self._texts: dict[Any, str] = {}  # by app

    @override
    def write(self, text: str) -> int:
        app = turns.place.get()
        if app is None:
            return self._real.write(text)
        if app not in self._texts:
            turns.loop.call_later(0.1, self._show, app)
        self._texts[app] = (self._texts.get(app, "") + text)[-OUTPUT:]
        return len(text)

    @override
    def flush(self) -> None:
        self._real.flush()

    def _show(self, app: Any) -> None:
        text = self._texts.pop(app)
        for session in app.sessions:
            session.frame.print(text)
