"""What the engines raise."""

WAY_OUT = "Use Playwright's page, `app.page`, for what this interface can't do."


class EngineError(Exception):
    """The base of all errors of the engines."""


class UnsupportedError(EngineError, NotImplementedError):
    """AppTest can do this and a browser or the driver can't; the message says what to do."""


class NotPossibleError(EngineError, ValueError):
    """A user can't do this: the widget is disabled, doesn't have the option, or doesn't accept the value."""


class NoRerunError(EngineError, RuntimeError):
    """No rerun ended after an action, or the app kept changing; the message says why."""
