"""Which version of Streamlit a file pins, or why it pins none."""

import codecs
import platform
import re
import tomllib
from pathlib import Path

import pytest

from livedocs.versions.lockfile import UnpinnedError, pinned

KNOWN = ["1.39.1", "1.45.1", "1.50.0", "1.67.0"]
TEXTS = {
    "python": platform.python_version(),
    "newest": "name a version, as in STREAMLIT=1.67.0, the newest with results that fits",
    "own": "name a version, as in STREAMLIT=1.50.0",
    "range": "which names no single version: use your lock file, or",
    "coding": "isn't text in UTF-8, or in UTF-16 with a byte order mark: save it as UTF-8",
}
ROWS = tomllib.loads(Path(__file__).with_name("lockfile.toml").read_text("utf-8"))
PINS = [
    *ROWS["pins"],
    ("requirements.txt", codecs.BOM_UTF16_LE + "streamlit==1.47.0\r\n".encode("utf-16-le"), "1.47.0", " line 1"),
    ("requirements.txt", b"# coding: cp1252\n# caf\xe9\nstreamlit==1.47.0", "1.47.0", " line 3"),
]
REFUSED = [
    *ROWS["refused"],
    ("requirements.txt", "streamlit==1.47.0".encode("utf-16-le"), "{file} {coding}"),
    ("requirements.txt", b"streamlit==1.47.0 # caf\xe9", "{file} {coding}"),
]


@pytest.fixture
def written(tmp_path):
    """Return a function that writes a file next to a `base.txt` that pins Streamlit."""
    (tmp_path / "base.txt").write_text("-r requirements.txt\nstreamlit==1.46.0\n")
    (tmp_path / "requirements.txt").touch()

    def write(name, text):
        file = tmp_path / name
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file

    return write


@pytest.mark.parametrize(("name", "text", "version", "where"), PINS)
def test_a_file_that_pins_a_version(written, name, text, version, where):
    file = written(name, text)
    folder = f"{file.parent}/"
    start = folder if where.startswith("base.txt") else str(file)

    assert pinned(file, KNOWN) == (version, start + where.format(folder=folder, **TEXTS))


@pytest.mark.parametrize(("name", "text", "message"), REFUSED)
def test_a_file_that_names_no_single_version(written, name, text, message):
    file = written(name, text)
    expected = message.format(file=file, folder=f"{file.parent}/", **TEXTS)

    with pytest.raises(UnpinnedError, match=f"^{re.escape(expected)}$"):
        pinned(file, KNOWN)


@pytest.mark.parametrize("text", ["streamlit>=1.32\n", ""])
def test_the_lock_next_to_a_file_is_named(written, text):
    lock = written("uv.lock", "")
    file = written("requirements.txt", text)

    with pytest.raises(UnpinnedError, match=re.escape(f": use {lock}, next to it, or name a version, as in")):
        pinned(file, KNOWN)
