"""The assembly of the runtime: the same packages give the same bytes, which are made only when necessary."""

import json
import os
import re
import shutil
import tempfile
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from livedocs.runtime import assembly
from livedocs.runtime.archives import CACHE, NODE, NODE_MODULES, NPM_LOCK, PYPI_LOCK, ArchiveError, fetch, run
from livedocs.runtime.assembly import BUILD, RUNTIME, SITE, SUMS, assemble
from livedocs.runtime.notices import NAME, RULE

ROOT = Path(__file__).parents[2]
SOURCE = SITE / "appserver.py"
ZSTD_MODULE = NODE_MODULES / assembly.ZSTD
STLITE = NODE_MODULES / "@stlite/browser/build"
pytestmark = pytest.mark.timeout(480)


@pytest.fixture(scope="module")
def made():
    """Return the content of each file of the runtime that `make build` has assembled."""
    assemble(ROOT)
    return contents(ROOT / RUNTIME)


@pytest.fixture
def project(tmp_path):
    """Copy the inputs of a runtime, with links to npm's packages, or to their files if a test changes them."""
    fetch(ROOT)
    for path in (NPM_LOCK, PYPI_LOCK):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / path, tmp_path / path)
    shutil.copytree(ROOT / CACHE, tmp_path / CACHE)
    (tmp_path / NODE_MODULES).mkdir()
    for path in (ROOT / NODE_MODULES).iterdir():
        link = tmp_path / NODE_MODULES / path.name
        if path.name in {"@stlite", "@lezer"}:
            shutil.copytree(path, link, copy_function=os.symlink)
        else:
            link.symlink_to(path)
    scripts = (ROOT / RUNTIME.parent).glob("*.js")
    write(tmp_path / RUNTIME.parent, {path.name: path.read_bytes() for path in scripts})
    return tmp_path


def contents(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def write(folder, files):
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def python(files, name):
    """Return the path of a file in the folder that is named after its content."""
    (path,) = (path for path in files if path.endswith(f"/{name}"))
    return path


def archive(files, name):
    return zipfile.ZipFile(BytesIO(files[python(files, name)]))


@pytest.mark.full
@pytest.mark.timeout(900)
def test_the_same_bytes_from_the_same_inputs(project, made, tmp_path_factory, monkeypatch):
    """They are the same in another folder and later; a browser keeps its Python until a part of that changes."""
    for wheel in fetch(project):
        os.utime(wheel, (0, 0))
    assemble(project)
    assert contents(project / RUNTIME) == made

    site = shutil.copytree(SITE, tmp_path_factory.mktemp("other") / "site")
    (site / "appserver.py").write_text(f"{SOURCE.read_text('utf-8')}\nANOTHER = 1\n", "utf-8")
    monkeypatch.setattr(assembly, "SITE", site)
    (project / RUNTIME.parent / "worker.js").write_text("// another\n", "utf-8")
    assert assemble(project).startswith("assembled")
    after = contents(project / RUNTIME)
    folder, before = (python(files, "site.zip").partition("/")[0] for files in (after, made))
    assert folder != before
    assert python(after, "pyodide.mjs") == f"{folder}/pyodide.mjs"
    assert f'"{folder}"' in after[BUILD].decode()
    assert {path for path, content in made.items() if after.get(path, content) != content} == {BUILD, SUMS}


def test_it_is_assembled_again_when_a_file_is_missing_or_altered(project, made, monkeypatch):
    runtime = project / RUNTIME
    write(runtime, made)
    assert assemble(project) == "is up to date"
    monkeypatch.setattr(assembly, "_files", lambda *_: [item for item in made.items() if item[0] != SUMS])
    (runtime / python(made, "site.zip")).write_bytes(b"altered")
    assert assemble(project).startswith("assembled")
    for name in (python(made, "pyodide.mjs"), python(made, "snapshot.bin.zst"), "editor.js", "minisearch.js", SUMS):
        (runtime / name).unlink()
        assert assemble(project).startswith("assembled")

    assert contents(runtime) == made


@pytest.mark.full
@pytest.mark.parametrize(
    ("old", "new", "message"),
    [("idna==3", "idna==93", ".*idna==93.*"), ("--hash=sha256:", "--hash=sha256:0000", ".*hash.*")],
)
def test_a_wheel_that_the_lock_does_not_name(project, old, new, message):
    lock = project / PYPI_LOCK
    lock.write_text(re.sub(rf"{re.escape(old)}(0000)?.{{4}}", new, lock.read_text("utf-8")), "utf-8")

    with pytest.raises(ArchiveError, match=rf"^cannot fetch what runs the apps: {message}$"):
        assemble(project)
    assert not (project / RUNTIME).exists()


@pytest.mark.full
def test_a_lock_with_a_marker_and_a_comment(project):
    lock = project / PYPI_LOCK
    lock.write_text(re.sub(r"(idna==\S+)", r"\1 ; python_version > '3'", lock.read_text("utf-8")), "utf-8")

    assert [path.name for path in fetch(project)] == [path.name for path in fetch(ROOT)]


@pytest.mark.parametrize("pattern", ["stlite.js", "stlite.css", "Checkbox-*.js", "wheels/streamlit-*.whl"])
def test_a_file_of_npm_that_is_missing(project, pattern):
    file = next((project / STLITE).glob(pattern))
    file.unlink()
    message = f"{file.relative_to(project)} is missing: run `.venv/bin/npm ci`"

    with pytest.raises(ArchiveError, match=f"^{re.escape(message)}$"):
        assemble(project)
    assert not (project / RUNTIME).exists()


def test_an_npm_package_that_is_missing_or_that_the_lock_does_not_name(project):
    message = f"^{NODE_MODULES}/%s is not the one that {NPM_LOCK} names: run `.venv/bin/npm ci`$"
    lock = project / NPM_LOCK
    packages = json.loads(lock.read_text("utf-8"))
    packages["packages"]["node_modules/@codemirror/view"]["integrity"] = "sha512-another"
    lock.write_text(json.dumps(packages), "utf-8")
    with pytest.raises(ArchiveError, match=message % "@codemirror/view"):
        assemble(project)

    (project / NODE_MODULES / ".package-lock.json").unlink()
    with pytest.raises(ArchiveError, match=message % r"\S+"):
        assemble(project)


@pytest.mark.parametrize("name", ["STLITE", "STREAMLIT"])
def test_another_version_than_the_site_names(project, made, monkeypatch, name):
    """This is an error even if nothing else has changed since the assembly."""
    write(project / RUNTIME, made)
    monkeypatch.setattr(assembly, name, "0.1.0")

    with pytest.raises(ArchiveError, match=r"^package-lock.json has stlite .*abilities.py says .*0\.1\.0.*$"):
        assemble(project)


def test_an_editor_that_cannot_be_bundled(project):
    shutil.rmtree(project / NODE_MODULES / "@lezer/highlight")

    with pytest.raises(ArchiveError, match=r'^cannot bundle what runs the apps: .* resolve "@lezer/highlight"$'):
        assemble(project)


def test_a_package_that_brings_its_webassembly_otherwise(tmp_path):
    write(tmp_path, {ZSTD_MODULE: b'fetch("zstd.wasm")'})

    with pytest.raises(ArchiveError, match=f"^{re.escape(str(ZSTD_MODULE))} has no WebAssembly: find where"):
        assembly._zstd(tmp_path)  # noqa: SLF001 (the assembly before it is slow)


def test_webassembly_without_its_data(made):
    head, code, count, names = b"\0asm\1\0\0\0", b"\x0a\xc8\x01" + bytes(200), b"\x0c\x01\x01", b"\0\x02\x01n"
    data = b"\x0b\xc8\x01" + bytes(200)

    assert assembly._without_data(head + count + code + data + names) == head + code + names  # noqa: SLF001 (as above)
    assert len(made[python(made, "snapshot.wasm")]) < 0.65 * len(made[python(made, "pyodide.asm.wasm")])


def test_python_is_compiled_without_docstrings(made):
    """Each module has bytecode, so that no page compiles it; two modules also have text, which is read."""
    with zipfile.ZipFile(ROOT / NODE_MODULES / "pyodide/python_stdlib.zip") as source:
        library = {f"{name}c" for name in source.namelist() if name.endswith(".py")}
    compiled = set(archive(made, "python_stdlib.zip").namelist())
    site = set(archive(made, "site.zip").namelist())
    code = archive(made, "site.zip").read("appserver.pyc")

    assert library <= compiled
    assert {name for name in compiled | site if name.endswith(".py")} == {
        "anyio/__init__.py",
        "stlite_lib/_pyarrow_shim.py",
    }
    assert {"streamlit/__init__.pyc", "stlite_lib/__init__.pyc", "google/", "ssl.pyc", "anyio/__init__.pyc"} < site
    assert not [name for name in site if name.split("/")[0] in {"numpy", "pandas", "pyarrow", "PIL", "altair"}]
    assert b"Streamlit for many frames" in SOURCE.read_bytes()
    assert b"Streamlit for many frames" not in code
    assert b"The script ran for" in code


def test_the_snapshot_has_no_paths_of_the_machine(made):
    unpack = "process.stdout.write(zlib.zstdDecompressSync(fs.readFileSync(0)))"
    memory = run(ROOT, "unpack", NODE, "-e", unpack, given=made[python(made, "snapshot.bin.zst")])

    assert b"Streamlit for many" not in memory
    assert b"The script ran for" in memory
    assert str(ROOT).encode() not in memory
    assert not re.search(re.escape(tempfile.gettempdir()).encode() + rb"/tmp\w{8}/", memory)


def test_the_runtime_has_only_what_a_page_loads(made):
    """Each font has one format, and Pyodide has no packages to load."""
    rules = re.findall(r"@font-face ?\{[^}]*\}", made["stlite/stlite.css"].decode())
    fonts = [re.findall(r"url\(\./([^)]+)\)", rule) for rule in rules]

    assert {Path(path).suffix for path in made if path.startswith("stlite/")} == {".css", ".js", ".woff2"}
    assert fonts
    assert all(any(f"stlite/{path}" in made for path in paths) for paths in fonts)
    assert b"node_modules" not in made["editor.js"]
    assert b'"packages": {}' in made[python(made, "pyodide-lock.json")]


def test_the_notices_name_everything_that_is_shipped(made):
    """They have the license of each package in the locks of the runtime, and its text if there is one."""
    entries = {
        entry.partition("\n")[0].partition(" ")[0].lower().replace("_", "-"): entry
        for entry in made[NAME].decode().split(RULE)
    }
    npm = json.loads((ROOT / NPM_LOCK).read_text("utf-8"))["packages"][""]["dependencies"]
    wheels = [path.name.partition("-")[0].replace("_", "-") for path in fetch(ROOT)]

    for name in [*npm, *wheels, "streamlit", "stlite-lib", "mkdocs", "mkdocs-material"]:
        assert re.match(r"\S+ [\d.]+\n[A-Z0-9]\S[^,\n]*, (git\+)?https://\S+\n", entries[name]), name
    assert "Permission is hereby granted" in entries["@codemirror/view"]
    assert "Permission is hereby granted" in entries["mkdocs-material"]
    assert "Redistribution and use" in entries["starlette"]
