"""What the engines raise."""

WAY_OUT = "Use Playwright's page, `app.page`, for what this interface cannot do."


class EngineError(Exception):
    """The base of all errors of the engines."""


class UnsupportedError(EngineError, NotImplementedError):
    """AppTest can do this and a browser cannot, or the driver does not do it yet; the message says what to do."""


class NotPossibleError(EngineError, ValueError):
    """No user can do this: the widget is disabled, has no such option, or does not accept the value."""


class NoRerunError(EngineError, RuntimeError):
    """An action was not followed by a rerun that ended, or the app did not come to rest; the message says why."""
