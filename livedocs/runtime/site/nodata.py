"""Stand-ins for NumPy, pandas, and the like, for Streamlit's own imports: nothing is an instance of their types.

Streamlit asks of many values whether they are an array or a table. An app that imports one of the packages still gets
`ModuleNotFoundError`.
"""

import builtins
import importlib.machinery
import re
import sys
from collections.abc import MutableSequence
from datetime import timedelta
from types import ModuleType
from typing import Any

NAMES = {"numpy", "pandas", "pyarrow", "PIL", "altair"}
APPS = "/apps/"


class _Kind(type):
    """The type of the stand-ins' types: a call of a function such as `is_list_like` says no."""

    def __call__(cls, *_: Any, **__: Any) -> bool:
        if cls.__name__[0].islower():
            return False
        package = cls.__module__.partition(".")[0]
        raise ModuleNotFoundError(f"No module named {package!r}", name=package)

    def __getattr__(cls, name: str) -> "_Kind":
        if name.startswith("__"):
            raise AttributeError(name)
        return _kind(f"{cls.__module__}.{cls.__name__}", name)


def _kind(module: str, name: str) -> Any:
    return WORKING.get(f"{module}.{name}") or _Kind(name, (), {"__module__": module})


def _timedelta(text: str) -> timedelta:
    """Return a duration such as "1h23s" or "1.5 days", as `ttl` and `run_every` take it."""
    units = {name: seconds for seconds, names in UNITS.items() for name in names.split()}
    parts = re.findall(r"([\d.]+)\s*([a-z]+)\s*|(.)", text.lower())
    if not parts or any(unit not in units for _, unit, _ in parts):
        raise ValueError(text)
    return timedelta(seconds=sum(float(number) * units[unit] for number, unit, _ in parts))


class _Picture:
    """What `st.image` asks of an image in a file, which the page shows as it is."""

    size = (0, 0)  # not too wide

    def __init__(self, file: Any) -> None:
        self._content = file.read()
        kinds = {b"\x89PNG": "PNG", b"GIF8": "GIF"}
        self.format = kinds.get(self._content[:4], "JPEG")  # a browser looks for itself what else it is
        self.mode = "RGBA" if self.format == "PNG" else "RGB"

    def convert(self, _: str) -> "_Picture":
        return self

    def save(self, file: Any, **_: Any) -> None:
        file.write(self._content)


UNITS = {
    604800: "w week weeks",
    86400: "d day days",
    3600: "h hr hour hours",
    60: "m min minute minutes",
    1: "s sec second seconds",
    0.001: "ms milli millis millisecond milliseconds",
}
WORKING = {"PIL.Image.open": _Picture, "pandas.Timedelta": _timedelta}


class _Module(ModuleType):
    __path__: MutableSequence[str] = []  # noqa: RUF012 (nothing changes it)
    __version__ = "0"

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        kind = _kind(self.__name__, name)
        setattr(self, name, kind)
        return kind


class _Finder:
    """Finds the stand-ins, after all other finders."""

    @staticmethod
    def find_spec(name: str, *_: Any) -> importlib.machinery.ModuleSpec | None:
        if name.partition(".")[0] not in NAMES:
            return None
        return importlib.machinery.ModuleSpec(name, _Finder, is_package=True)  # type: ignore[arg-type]

    @staticmethod
    def create_module(spec: importlib.machinery.ModuleSpec) -> ModuleType:
        return _Module(spec.name)

    @staticmethod
    def exec_module(module: ModuleType) -> None:
        """Do nothing: the module makes what it is asked for."""


def _import(name: str, globals: Any = None, locals: Any = None, fromlist: Any = (), level: int = 0) -> Any:  # noqa: A002
    """Import a module, but no stand-in into an app."""
    importer = globals["__file__"] if globals and "__file__" in globals else ""
    if level == 0 and name.partition(".")[0] in NAMES and str(importer).startswith(APPS):
        raise ModuleNotFoundError(f"No module named {name!r}", name=name)
    return _real_import(name, globals, locals, fromlist, level)


_real_import = builtins.__import__
builtins.__import__ = _import
sys.meta_path.append(_Finder)
