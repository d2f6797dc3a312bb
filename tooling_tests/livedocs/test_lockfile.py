"""Which version of Streamlit a file pins, or what its team is told."""

import codecs
import re

import pytest

from livedocs.versions import lockfile

KNOWN = ["1.39.1", "1.45.1", "1.50.0", "1.67.0"]
OLD, NEW = 'python_version < "3.9"', 'python_version >= "3.9"'
POETRY = """\
[[package]]
name = "streamlit"
version = "1.49.1"
python-versions = "!=3.9.7,>=3.9"
{}
[[package]]
name = "streamlit"
version = "1.56.0"
python-versions = ">=3.10"
{}
[[package]]
name = "streamlit-extras"
version = "0.5.0"
[package.dependencies]
streamlit = ">=1.0.0"
"""
LOCK = '[[package]]\nname = "streamlit"\nversion = "1.47.0"\n'

# What each file says, the version that it pins, and where it says so.
PINS = [
    ("requirements.txt", "pandas\nstreamlit==1.47.0  # locked\n", "1.47.0", " line 2"),
    ("requirements.txt", "streamlit-extras==0.5\n# streamlit==1.2\nstreamlit==1.47.0", "1.47.0", " line 3"),
    ("requirements.txt", f"streamlit[charts] == 1.47.0 ; {NEW}\n", "1.47.0", " line 1"),
    ("requirements.txt", "streamlit==1.47.0 \\\n    --hash=sha256:ab \\\n    --hash=sha256:cd\n", "1.47.0", " line 1"),
    ("requirements.txt", "Streamlit==1.47.0\n", "1.47.0", " line 1"),
    ("requirements.txt", "  streamlit==1.47.0\r\npandas\r\n", "1.47.0", " line 1"),
    ("requirements.txt", "\ufeffstreamlit==1.47.0\n", "1.47.0", " line 1"),
    ("requirements.txt", codecs.BOM_UTF16_LE + "streamlit==1.47.0\r\n".encode("utf-16-le"), "1.47.0", " line 1"),
    (
        "requirements.txt",
        "# -*- coding: cp1252 -*-\n# caf\xe9\nstreamlit==1.47.0".encode("cp1252"),
        "1.47.0",
        " line 3",
    ),
    ("requirements.txt", "streamlit>=1.40,==1.47.0\n", "1.47.0", " line 1"),
    ("requirements.txt", "streamlit===1.47.0\n", "1.47.0", " line 1"),
    ("requirements.txt", "streamlit==1.45.*\n", "1.45", " line 1"),
    ("requirements.txt", "streamlit==1.45\n", "1.45.0", " line 1"),
    ("requirements.txt", "streamlit=1.47.0=pypi_0\n", "1.47.0", " line 1"),
    ("requirements.txt", "streamlit @ https://a.b/streamlit-1.47.0-py3-none-any.whl#sha256=ab\n", "1.47.0", " line 1"),
    ("requirements.txt", "streamlit-nightly==1.67.1.dev20261201\n", "1.67.1.dev20261201", " line 1"),
    ("requirements.txt", "-r base.txt\n", "1.46.0", "base.txt line 2"),
    ("requirements.txt", "streamlit>=1.40\n-c 'base.txt'\n", "1.46.0", " line 1 and {}base.txt line 2"),
    ("requirements.txt", "--requirement=base.txt # the pin\n", "1.46.0", "base.txt line 2"),
    (
        "requirements.txt",
        f"streamlit==1.40.1; {OLD}\nstreamlit==1.50.0; {NEW}\n",
        "1.50.0",
        f" line 2 (this is Python {{}}, ==1.40.1 is for {OLD})",
    ),
    ("requirements.txt", f"streamlit==1.40.1; {OLD}\n", "1.40.1", " line 1"),
    ("requirements.lock", "streamlit==1.47.0\n    # via app\n", "1.47.0", " line 1"),
    ("constraints.txt", "streamlit==1.47.0\n", "1.47.0", " line 1"),
    ("uv.lock", f"version = 1\n{LOCK}", "1.47.0", " (package streamlit)"),
    (
        "uv.lock",
        LOCK
        + f"resolution-markers = ['{OLD}']\n"
        + LOCK.replace("47", "50")
        + f"resolution-markers = ['{NEW}', '{OLD}']",
        "1.50.0",
        " (package streamlit) (this is Python {}, ==1.47.0 is for " + OLD + ")",
    ),
    (
        "poetry.lock",
        POETRY.format("", ""),
        "1.56.0",
        " (package streamlit) (this is Python {}, ==1.49.1 is for Python !=3.9.7,>=3.9)",
    ),
    (
        "poetry.lock",
        POETRY.format(f"markers = '{NEW}'", f"markers = '{OLD}'"),
        "1.49.1",
        f" (package streamlit) (this is Python {{}}, ==1.56.0 is for {OLD})",
    ),
    (
        "poetry.lock",
        POETRY.format(f"markers = {{main = '{OLD}', ui = '{OLD}'}}", ""),
        "1.56.0",
        f" (package streamlit) (this is Python {{}}, ==1.49.1 is for {OLD} or {OLD})",
    ),
    (
        "pdm.lock",
        f'{LOCK}requires_python = ">=3.9, !=3.9.7"\nmarker = \'"dev" in dependency_groups\'\n',
        "1.47.0",
        " (package streamlit)",
    ),
    ("pylock.toml", f'lock-version = "1.0"\n{LOCK.replace("package", "packages")}', "1.47.0", " (package streamlit)"),
    (
        "Pipfile.lock",
        '{"_meta": {}, "default": {"streamlit": {\n"hashes": ["a"],\n"version": "==1.47.0"}}}',
        "1.47.0",
        " (default)",
    ),
    ("Pipfile", '[packages]\nstreamlit = "==1.47.0"\n', "1.47.0", " (packages)"),
    (
        "Pipfile",
        '[dev-packages]\nstreamlit = {version = "==1.47.0", extras = ["charts"]}\n',
        "1.47.0",
        " (dev-packages)",
    ),
    (
        "pyproject.toml",
        '[project]\nkeywords = ["streamlit"]\ndependencies = [\n"streamlit==1.47.0",\n]',
        "1.47.0",
        " (project, dependencies)",
    ),
    (
        "pyproject.toml",
        '[project.optional-dependencies]\nui = ["streamlit==1.47.0"]',
        "1.47.0",
        " (project, optional-dependencies, ui)",
    ),
    (
        "pyproject.toml",
        '[dependency-groups]\nui = [{include-group = "a"}, "streamlit==1.47.0"]',
        "1.47.0",
        " (dependency-groups, ui)",
    ),
    (
        "pyproject.toml",
        '[tool.poetry.dependencies]\npython = "^3.9"\nstreamlit = "1.47.0"',
        "1.47.0",
        " (tool, poetry, dependencies)",
    ),
    (
        "pyproject.toml",
        '[tool.poetry.group.ui.dependencies]\nstreamlit = "~1.45"',
        "1.45",
        " (tool, poetry, group, ui, dependencies)",
    ),
    (
        "pyproject.toml",
        '[tool.poetry.dependencies]\nstreamlit = [{version = "1.40.1", python = "<3.9"}, {version = "1.47.0", python = "^3.9"}]',
        "1.47.0",
        " (tool, poetry, dependencies) (this is Python {}, ==1.40.1 is for Python <3.9)",
    ),
    ("pyproject.toml", '[tool.setuptools.dynamic]\ndependencies = {file = ["base.txt"]}', "1.46.0", "base.txt line 2"),
    (
        "environment.yml",
        "dependencies:\n  - python=3.11\n  - conda-forge::streamlit=1.45.1\n",
        "1.45.1",
        " (dependencies)",
    ),
    ("environment.yml", "dependencies:\n  - streamlit=1.45\n", "1.45", " (dependencies)"),
    ("environment.yml", "dependencies:\n  - pip\n  - pip:\n    - streamlit==1.2.0\n", "1.2.0", " (dependencies, pip)"),
    ("environment.yml", "dependencies:\n  - pip:\n    - -r base.txt\n", "1.46.0", "base.txt line 2"),
    (
        "conda-lock.yml",
        "package:\n- name: streamlit\n  version: 1.47.0\n  manager: conda\n",
        "1.47.0",
        " (package streamlit)",
    ),
    (
        "setup.cfg",
        "[options]\ninstall_requires =\n    pandas\n    streamlit==1.47.0\n",
        "1.47.0",
        " (options, install_requires)",
    ),
    ("setup.cfg", "[options.extras_require]\nui = streamlit==1.47.0\n", "1.47.0", " (options.extras_require, ui)"),
]
NEWEST = "name a version, as in STREAMLIT=1.67.0, the newest with results that fits"
OWN = "name a version, as in STREAMLIT=1.50.0"
RANGE = "which names no single version: use your lock file, or"
# What each file says, and what its team is told; the file is {0}, its folder {1}.
REFUSED = [
    ("requirements.txt", "a\n\nstreamlit>=1.32\n", f"{{0}} line 3 allows >=1.32, {RANGE} {NEWEST}"),
    ("requirements.txt", "streamlit\n", f"{{0}} line 1 allows any version, {RANGE} {NEWEST}"),
    (
        "requirements.txt",
        "streamlit~=1.39.0\n",
        f"{{0}} line 1 allows ~=1.39.0, {RANGE} {NEWEST.replace('67.0', '39.1')}",
    ),
    ("requirements.txt", "streamlit<1.20\n", f"{{0}} line 1 allows <1.20, {RANGE} {OWN}"),
    ("requirements.txt", "streamlit-nightly\n", f"{{0}} line 1 allows any version, {RANGE} {NEWEST}"),
    (
        "pyproject.toml",
        '[tool.poetry.dependencies]\nstreamlit = "^1.42.2"',
        f"{{0}} (tool, poetry, dependencies) allows <2,>=1.42.2, {RANGE} {NEWEST}",
    ),
    ("Pipfile", '[packages]\nstreamlit = "*"\n', f"{{0}} (packages) allows any version, {RANGE} {NEWEST}"),
    (
        "pyproject.toml",
        '[tool.poetry.dependencies]\nstreamlit = "1.40.0 || 1.50.0"',
        f"{{0}} (tool, poetry, dependencies) has `streamlit==1.40.0 || 1.50.0`, which can't be read: {OWN}",
    ),
    ("requirements.txt", "streamlit==1.45.x\n", f"{{0}} line 1 has `streamlit==1.45.x`, which can't be read: {OWN}"),
    ("requirements.txt", "streamlit===mine\n", f"{{0}} line 1 has `streamlit===mine`, which can't be read: {OWN}"),
    (
        "requirements.txt",
        "streamlit @ git+https://a.b/streamlit\n",
        f"{{0}} line 1 has `streamlit @ git+https://a.b/streamlit`, which can't be read: {OWN}",
    ),
    (
        "requirements.txt",
        "streamlit==1.45.0\nstreamlit==1.46.0\n",
        "{0} line 1 and {0} line 2 ask for ==1.45.0,==1.46.0, which no version fits: name a version, as in STREAMLIT=1.45.0",
    ),
    (
        "requirements.txt",
        f"streamlit==1.40.1; {OLD}\nstreamlit>=1.41; {OLD}\n",
        f"{{0}} asks for ==1.40.1 for {OLD} and >=1.41 for {OLD}, and this is Python {{2}}: {OWN}",
    ),
    (
        "requirements.txt",
        "streamlit-extras==1.50.1\n-e .\nhttps://a.b/c.whl\n",
        f"{{0}} doesn't mention Streamlit: {OWN}",
    ),
    (
        "requirements.txt",
        "# streamlit==1.50.1\n-r requirements.txt\n-c https://a.b/c.txt\n",
        f"{{0}} doesn't mention Streamlit: {OWN}",
    ),
    (
        "requirements.txt",
        "a\n-r bse.txt\n",
        "{0} line 2 includes {1}bse.txt, and there is no such file: correct the line",
    ),
    (
        "requirements.txt",
        "streamlit==1.47.0".encode("utf-16-le"),
        "{0} isn't text in UTF-8, or in UTF-16 with a byte order mark: save it as UTF-8",
    ),
    (
        "requirements.txt",
        b"streamlit==1.47.0 # caf\xe9",
        "{0} isn't text in UTF-8, or in UTF-16 with a byte order mark: save it as UTF-8",
    ),
    ("uv.lock", "streamlit==1.47.0", "{0} can't be read: Invalid value (at line 1, column 11)"),
    ("setup.py", 'install_requires=["streamlit==1.47.0"]', f"{{0}} is a program, which isn't run here: {OWN}"),
]


@pytest.fixture
def written(tmp_path):
    """Return a function that writes a file beside a `base.txt` that pins Streamlit."""
    (tmp_path / "base.txt").write_text("-r requirements.txt\nstreamlit==1.46.0\n")
    (tmp_path / "requirements.txt").touch()

    def write(name, text):
        file = tmp_path / name
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file

    return write


@pytest.mark.parametrize(("name", "text", "version", "where"), PINS)
def test_what_a_file_pins(written, name, text, version, where):
    file = written(name, text)
    folder = f"{file.parent}/"
    start = folder if where.startswith("base.txt") else str(file)
    python = lockfile.platform.python_version()

    expected = start + where.format(folder if "base.txt" in where else python)
    assert lockfile.pinned(file, KNOWN) == (version, expected)


@pytest.mark.parametrize(("name", "text", "message"), REFUSED)
def test_a_file_that_names_no_single_version(written, name, text, message):
    file = written(name, text)
    expected = message.format(file, f"{file.parent}/", lockfile.platform.python_version())

    with pytest.raises(lockfile.UnpinnedError, match=f"^{re.escape(expected)}$"):
        lockfile.pinned(file, KNOWN)


@pytest.mark.parametrize(
    ("text", "says"),
    [("streamlit>=1.32\n", "line 1 allows >=1.32, which names no single version"), ("", "doesn't mention Streamlit")],
)
def test_the_lock_beside_a_file_is_named(written, text, says):
    lock, file = written("uv.lock", LOCK), written("requirements.txt", text)

    with pytest.raises(lockfile.UnpinnedError, match=re.escape(f"{says}: use {lock}, which is beside it, or name a")):
        lockfile.pinned(file, KNOWN)
