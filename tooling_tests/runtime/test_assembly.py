"""The assembly of the runtime: the same bytes from the same packages, made when it is due, of nothing but these."""

import json
import os
import re
import shutil
import sys
import tempfile
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from livedocs.runtime import assembly
from livedocs.runtime.archives import CACHE, NODE_MODULES, NPM_LOCK, PYPI_LOCK, ArchiveError, fetch, locked, run
from livedocs.runtime.assembly import BUILD, RUNTIME, SITE, SUMS, assemble
from livedocs.runtime.notices import NAME, RULE

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "livedocs/runtime/site/appserver.py"
NODE = str(Path(sys.executable).with_name("node"))
ZSTD_MODULE = NODE_MODULES / assembly.ZSTD
STLITE = NODE_MODULES / "@stlite/browser/build"
pytestmark = pytest.mark.timeout(480)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Assemble a runtime once, and return the content of its files."""
    project = _copy(tmp_path_factory.mktemp("made"))
    assert assemble(project).startswith("assembled")
    return contents(project / RUNTIME)


@pytest.fixture
def project(tmp_path):
    """Copy what a runtime is assembled from."""
    return _copy(tmp_path)


def _copy(tmp_path):
    """Copy it; npm's files are links, to be replaced but not written to."""
    fetch(ROOT)
    for path in (NPM_LOCK, PYPI_LOCK):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / path, tmp_path / path)
    shutil.copytree(ROOT / CACHE, tmp_path / CACHE)
    shutil.copytree(ROOT / NODE_MODULES, tmp_path / NODE_MODULES, copy_function=os.symlink)
    return tmp_path


def contents(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def write(folder, files):
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def test_same_bytes(project, made):
    """Another time, elsewhere, of wheels with other dates."""
    for wheel in (project / CACHE).iterdir():
        os.utime(wheel, (0, 0))
    assemble(project)

    assert contents(project / RUNTIME) == made


def test_due(project, made, monkeypatch):
    """It is done where files are missing, altered or of other inputs, and only there."""
    runtime = project / RUNTIME
    write(runtime, made)
    assert assemble(project) == "is up to date"
    with monkeypatch.context() as patch:  # what is made again is the same
        files = {path.as_posix(): content for path, content in made.items() if path != Path(SUMS)}
        patch.setattr("livedocs.runtime.assembly._files", lambda *_: files.items())
        (runtime / python(made, "site.zip")).write_bytes(b"altered")
        assert assemble(project).startswith("assembled")
        for name in python(made, "pyodide.mjs"), python(made, "snapshot.bin.zst"), "editor.js", "minisearch.js":
            (runtime / name).unlink()
            assert assemble(project).startswith("assembled")
    assert contents(runtime) == made


def test_names(project, made, tmp_path, monkeypatch):
    """A browser keeps Python until something in it changes, and then takes no part of it for the new one's."""
    runtime = project / RUNTIME
    write(runtime, made)
    (runtime.parent / "worker.js").write_text("// another\n", "utf-8")
    assert assemble(project).startswith("assembled")
    assert {path for path, content in contents(runtime).items() if content != made[path]} == {Path(BUILD), Path(SUMS)}
    shutil.copytree(SITE, tmp_path / "site")
    (tmp_path / "site/appserver.py").write_text(f"{SOURCE.read_text('utf-8')}\nANOTHER = 1\n", "utf-8")
    monkeypatch.setattr("livedocs.runtime.assembly.SITE", tmp_path / "site")
    assert assemble(project).startswith("assembled")

    after = contents(runtime)
    assert python(after, "site.zip").parent != python(made, "site.zip").parent
    assert {path for path in after if path.name == "pyodide.mjs"} == {python(after, "pyodide.mjs")}
    assert f'"{python(after, "site.zip").parent}"' in after[Path(BUILD)].decode()


def test_altered_wheel(project):
    wheel = next((project / CACHE).glob("*.whl"))
    wheel.write_bytes(wheel.read_bytes() + b"\0")
    message = f"{CACHE / wheel.name} is not the one that {PYPI_LOCK} names: delete it, and it is fetched again"

    with pytest.raises(ArchiveError, match=f"^{re.escape(message)}$"):
        assemble(project)
    assert not (project / RUNTIME).exists()


def test_missing_wheel(project):
    """What is not in the cache is fetched; where it cannot be, one line says so."""
    wheel = next((project / CACHE).glob("idna-*.whl"))
    content = wheel.read_bytes()
    wheel.unlink()
    assert wheel in fetch(project)
    assert wheel.read_bytes() == content
    wheel.unlink()
    lock = project / PYPI_LOCK
    lock.write_text(lock.read_text("utf-8").replace("idna==", "idna==9"), "utf-8")

    with pytest.raises(ArchiveError, match=r"^cannot fetch what the live snippets need: .*idna==9.*$"):
        fetch(project)


@pytest.mark.parametrize("pattern", ["stlite.js", "stlite.css", "Checkbox-*.js", "wheels/streamlit-*.whl"])
def test_missing_file_of_npm(project, pattern):
    file = next((project / STLITE).glob(pattern))
    file.unlink()
    message = f"{file.relative_to(project)} is missing: run `.venv/bin/npm ci`"

    with pytest.raises(ArchiveError, match=f"^{re.escape(message)}$"):
        assemble(project)
    assert not (project / RUNTIME).exists()


def test_other_version_of_npm(project):
    """Neither packages that are not there nor those of an earlier lock are taken for the ones of the lock."""
    message = f"^{NODE_MODULES}/%s is not the one that {NPM_LOCK} names: run `.venv/bin/npm ci`$"
    lock = project / NPM_LOCK
    packages = json.loads(lock.read_text("utf-8"))
    packages["packages"]["node_modules/@codemirror/view"]["integrity"] = "sha512-another"
    lock.write_text(json.dumps(packages), "utf-8")
    with pytest.raises(ArchiveError, match=message % "@codemirror/view"):
        assemble(project)

    shutil.rmtree(project / NODE_MODULES)
    with pytest.raises(ArchiveError, match=message % "@codemirror/autocomplete"):
        assemble(project)
    assert not (project / RUNTIME).exists()


@pytest.mark.parametrize("name", ["STLITE", "STREAMLIT"])
def test_other_version_than_the_site_says(project, made, monkeypatch, name):
    """Though nothing else has changed since the runtime was assembled."""
    write(project / RUNTIME, made)
    monkeypatch.setattr(f"livedocs.runtime.assembly.{name}", "0.1.0")

    with pytest.raises(
        ArchiveError, match=r"^package-lock.json has stlite .*, but livedocs/runtime/abilities.py says .*0\.1\.0.*$"
    ):
        assemble(project)


def test_editor_that_cannot_be_bundled(project):
    shutil.rmtree(project / NODE_MODULES / "@lezer/highlight")

    with pytest.raises(ArchiveError, match=r'^cannot bundle what the live .* Could not resolve "@lezer/highlight"$'):
        assemble(project)


def python(files, name):
    """Return the path of what is in the folder that has its name from its contents."""
    (path,) = (path for path in files if path.name == name)
    return path


def archive(files, name):
    return zipfile.ZipFile(BytesIO(files[python(files, name)]))


def test_bytecode(made):
    """Each module is there as bytecode, which a page then need not make, and of two the source that is read as text."""
    with zipfile.ZipFile(ROOT / NODE_MODULES / "pyodide/python_stdlib.zip") as source:
        library = {f"{name}c" for name in source.namelist() if name.endswith(".py")}
    compiled = set(archive(made, "python_stdlib.zip").namelist())
    names = archive(made, "site.zip").namelist()
    sources = {name for name in names if name.endswith(".py")}
    modules = {name for name in names if name.endswith(".pyc")}

    assert library <= compiled
    assert not [name for name in compiled if name.endswith(".py")]
    assert sources == {"anyio/__init__.py", "stlite_lib/_pyarrow_shim.py"}
    assert {f"{name}c" for name in sources} < modules


def test_a_package_that_brings_its_webassembly_otherwise(tmp_path):
    module = tmp_path / ZSTD_MODULE
    module.parent.mkdir(parents=True)
    module.write_text('fetch("zstd.wasm")', "utf-8")

    with pytest.raises(ArchiveError, match=f"^{re.escape(str(ZSTD_MODULE))} has no WebAssembly: see how"):
        assembly._zstd(tmp_path)  # noqa: SLF001 (what comes before it takes half a minute)


def test_webassembly_without_its_data(made):
    head, code, count, names = b"\0asm\1\0\0\0", b"\x0a\xc8\x01" + bytes(200), b"\x0c\x01\x01", b"\0\x02\x01n"
    data = b"\x0b\xc8\x01" + bytes(200)

    assert assembly._without_data(head + count + code + data + names) == head + code + names  # noqa: SLF001 (as above)
    assert len(made[python(made, "snapshot.wasm")]) < 0.65 * len(made[python(made, "pyodide.asm.wasm")])


def test_docstrings(made):
    """They are left out, statements of the same module are not."""
    code = archive(made, "site.zip").read("appserver.pyc")

    assert b"Streamlit for many frames" in SOURCE.read_bytes()
    assert b"Streamlit for many frames" not in code
    assert b"The script has run for" in code


def test_snapshot_tells_nothing_of_where_it_was_made(made):
    unpack = "process.stdout.write(zlib.zstdDecompressSync(fs.readFileSync(0)))"
    memory = run(ROOT, "unpack", NODE, "-e", unpack, given=made[python(made, "snapshot.bin.zst")])

    assert b"Streamlit for many" not in memory
    assert b"The script has run for" in memory
    assert str(ROOT).encode() not in memory
    assert not re.search(re.escape(tempfile.gettempdir()).encode() + rb"/tmp\w{8}/", memory)


def test_contents(project, made):
    """What no page loads stays behind; Pyodide is offered no package; nothing of numpy and its like is there."""
    runtime = project / RUNTIME
    write(runtime, made)
    names = {name.split("/")[0] for name in archive(made, "site.zip").namelist()}
    rules = re.findall(r"@font-face ?\{[^}]*\}", (runtime / "stlite/stlite.css").read_text("utf-8"))
    fonts = [re.findall(r"url\(\./([^)]+)\)", rule) for rule in rules]

    assert {path.suffix for path in (runtime / "stlite").rglob("*") if path.is_file()} == {".css", ".js", ".woff2"}
    assert fonts
    assert all(any((runtime / "stlite" / path).exists() for path in paths) for paths in fonts)
    assert b"node_modules" not in (runtime / "editor.js").read_bytes()
    assert '"packages": {}' in (runtime / python(made, "pyodide-lock.json")).read_text("utf-8")
    assert {"streamlit", "stlite_lib", "google", "appserver.pyc", "ssl.pyc"} < names
    assert names.isdisjoint({"numpy", "pandas", "pyarrow", "PIL", "altair"})


def test_notices_name_all_that_is_shipped():
    """Each package that a lock of the runtime names is there with its licence, and with its text where it has one."""
    assemble(ROOT)
    text = (ROOT / RUNTIME / NAME).read_text("utf-8")
    entries = {
        entry.partition("\n")[0].partition(" ")[0].lower().replace("_", "-"): entry for entry in text.split(RULE)
    }
    npm = json.loads((ROOT / NPM_LOCK).read_text("utf-8"))["packages"][""]["dependencies"]
    python = [wheel.name for wheel in locked(ROOT)]

    for name in [*npm, *python, "streamlit", "stlite-lib", "mkdocs", "mkdocs-material"]:
        assert re.match(r"\S+ [\d.]+\n[A-Z0-9]\S[^,\n]*, (git\+)?https://\S+\n", entries[name]), name
    assert "Permission is hereby granted" in entries["@codemirror/view"]
    assert "Permission is hereby granted" in entries["mkdocs-material"]
    assert "Redistribution and use" in entries["starlette"]
