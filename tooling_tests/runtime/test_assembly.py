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

from livedocs.runtime import assembly, interpreter
from livedocs.runtime.archives import (
    CACHE,
    NODE,
    NODE_MODULES,
    NPM_LOCK,
    OLDER_LOCK,
    PYPI_LOCK,
    SITE_LOCK,
    ArchiveError,
    fetch,
    run,
    streamlits,
)
from livedocs.runtime.assembly import BUILD, RUNTIME, SITE, SUMS, assemble
from livedocs.runtime.notices import NAME, NOT_SHIPPED, RULE

ROOT = Path(__file__).parents[2]
SOURCE = SITE / "appserver.py"
VERSIONS = list(streamlits(ROOT))
ZSTD_MODULE = NODE_MODULES / interpreter.ZSTD
pytestmark = pytest.mark.timeout(480)


@pytest.fixture(scope="module")
def made():
    """Return the content of each file of the runtime that `make build` has assembled."""
    assemble(ROOT)
    return contents(ROOT / RUNTIME)


@pytest.fixture
def project(tmp_path):
    """Copy the inputs of a runtime with one Streamlit, with links to npm's packages."""
    for path in (NPM_LOCK, PYPI_LOCK, SITE_LOCK):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / path, tmp_path / path)
    (tmp_path / OLDER_LOCK).touch()
    (tmp_path / CACHE.parent).mkdir()
    (tmp_path / CACHE).symlink_to(ROOT / CACHE)
    (tmp_path / NODE_MODULES).mkdir()
    for path in (ROOT / NODE_MODULES).iterdir():
        link = tmp_path / NODE_MODULES / path.name
        if path.name in {"pyodide", "@lezer"}:
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


def find(files, name, version=""):
    """Return the path of a file, of the newest Streamlit if each has one like that."""
    return next(path for path in files if path.endswith(f"/{name}") and f"-{version or VERSIONS[0]}-" in path)


def pyodide(files, name):
    return next(path for path in files if re.fullmatch(rf"pyodide-\w+/{re.escape(name)}", path))


def archive(content):
    return zipfile.ZipFile(BytesIO(content))


def built(files):
    """Return the constants of `build.js`."""
    lines = files[BUILD].decode().splitlines()
    return {line.split()[2]: json.loads(line.split(" = ")[1].rstrip(";")) for line in lines}


@pytest.mark.full
@pytest.mark.timeout(900)
def test_the_same_bytes_from_the_same_inputs(project, made, tmp_path_factory, monkeypatch):
    """They are the same in another folder and later. A browser keeps all parts whose inputs don't change."""
    assemble(project)
    parts = {path: content for path, content in contents(project / RUNTIME).items() if "/" in path}
    assert len({path.partition("/")[0] for path in parts}) == 3
    assert parts == {path: made[path] for path in parts}

    site = shutil.copytree(SITE, tmp_path_factory.mktemp("other") / "site")
    (site / "appserver.py").write_text(f"{SOURCE.read_text('utf-8')}\nANOTHER = 1\n", "utf-8")
    monkeypatch.setattr(assembly, "SITE", site)
    assert assemble(project).endswith("1 of 3 parts made")
    after = contents(project / RUNTIME)
    python = find(after, "site.zip").partition("/")[0]
    assert python != find(made, "site.zip").partition("/")[0]
    assert built(after)["versions"][VERSIONS[0]]["python"] == python
    changed = {path for path in parts if path not in after}
    assert changed == {find(made, name) for name in ("site.zip", "snapshot.bin.zst")}


def test_it_makes_only_what_is_missing_altered_or_named_otherwise(project, monkeypatch):
    parts = {"pyodide-1": {"zstd.wasm": b"1"}, "python-1": {"snapshot.bin.zst": b"2"}, "page-1": {"js/a.js": b"3"}}
    calls = []

    def plan(_):
        def making(name):
            return lambda: calls.append(name) or parts[name]

        about = {"pyodide": "pyodide-1", "versions": {"1.0": {"python": "python-1"}}}
        return about, {name: making(name) for name in parts}

    def made():
        calls.clear()
        return assemble(project).partition(":")[0], set(calls)

    runtime = project / RUNTIME
    monkeypatch.setattr(assembly, "_parts", plan)
    monkeypatch.setattr(assembly, "_files", lambda _: {"editor.js": b"4"})
    assert made() == ("assembled", {"pyodide-1", "python-1", "page-1"})
    before = contents(runtime)
    assert built(before)["versions"]["1.0"]["sizes"] == {"zstd.wasm": [1, 21], "snapshot.bin.zst": [1, 1]}
    assert made() == ("is up to date", set())
    (runtime / "python-1/snapshot.bin.zst").write_bytes(b"altered")
    assert made() == ("assembled", {"python-1"})
    (runtime / "page-1/js/a.js").unlink()
    (runtime / "editor.js").unlink()
    assert made() == ("assembled", {"page-1"})
    (runtime / SUMS).unlink()
    assert made() == ("assembled", {"pyodide-1", "python-1", "page-1"})
    assert contents(runtime) == before

    (project / RUNTIME.parent / "worker.js").write_text("// another\n", "utf-8")
    assert made() == ("assembled", set())
    assert contents(runtime)[BUILD] != before[BUILD]
    parts["page-2"] = parts.pop("page-1")
    (runtime / BUILD).unlink()
    assert made() == ("assembled", {"page-2"})
    assert {path.name for path in runtime.iterdir()} == {*parts, "editor.js", BUILD, SUMS}


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
    (project / CACHE).unlink()  # what this test fetches isn't for others
    lock = (ROOT / PYPI_LOCK).read_text("utf-8")
    marked = re.sub(r"(idna==\S+)", r"\1 ; python_version > '3'", lock)

    assert [path.name for path in fetch(project, marked)] == [path.name for path in fetch(ROOT, lock)]


@pytest.mark.parametrize("name", ["pyodide.asm.wasm", "python_stdlib.zip"])
def test_a_file_of_npm_that_is_missing(project, name):
    file = project / NODE_MODULES / "pyodide" / name
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


def test_an_editor_that_cannot_be_bundled(project):
    shutil.rmtree(project / NODE_MODULES / "@lezer/highlight")

    with pytest.raises(ArchiveError, match=r'^cannot bundle what runs the apps: .* resolve "@lezer/highlight"$'):
        assemble(project)


def test_a_package_that_brings_its_webassembly_otherwise(tmp_path):
    write(tmp_path, {ZSTD_MODULE: b'fetch("zstd.wasm")'})

    with pytest.raises(ArchiveError, match=f"^{re.escape(str(ZSTD_MODULE))} has no WebAssembly: find where"):
        interpreter._zstd(tmp_path)  # noqa: SLF001 (the assembly before it is slow)


def test_webassembly_without_its_data(made):
    head, code, count, names = b"\0asm\1\0\0\0", b"\x0a\xc8\x01" + bytes(200), b"\x0c\x01\x01", b"\0\x02\x01n"
    data = b"\x0b\xc8\x01" + bytes(200)

    assert interpreter._without_data(head + count + code + data + names) == head + code + names  # noqa: SLF001 (as above)
    assert len(made[pyodide(made, "snapshot.wasm")]) < 0.65 * len(made[pyodide(made, "pyodide.asm.wasm")])


def test_python_is_compiled_without_docstrings(made):
    """Each module has bytecode, so that no page compiles it; one module also has text, which is read."""
    with zipfile.ZipFile(ROOT / NODE_MODULES / "pyodide/python_stdlib.zip") as source:
        library = {f"{name}c" for name in source.namelist() if name.endswith(".py")}
    assert library <= set(archive(made[pyodide(made, "python_stdlib.zip")]).namelist())
    assert b"Streamlit for many frames" in SOURCE.read_bytes()
    for version in VERSIONS:
        site = archive(made[find(made, "site.zip", version)])
        names = set(site.namelist())
        assert {"streamlit/__init__.pyc", "google/", "ssl.pyc", "appserver.pyc"} < names
        assert {name for name in names if name.endswith(".py")} <= {"anyio/__init__.py"}
        assert not [name for name in names if name.split("/")[0] in {"numpy", "pandas", "pyarrow", "PIL", "altair"}]
        assert not [name for name in names if name.startswith(("streamlit/static", "streamlit/testing"))]
        assert b"Streamlit for many frames" not in site.read("appserver.pyc")
        assert b"BrowserWebSocketHandler" in site.read("appserver.pyc")


def test_the_snapshot_has_no_paths_of_the_machine(made):
    unpack = "process.stdout.write(zlib.zstdDecompressSync(fs.readFileSync(0)))"
    memory = run(ROOT, "unpack", NODE, "-e", unpack, given=made[find(made, "snapshot.bin.zst")])

    assert b"Streamlit for many" not in memory
    assert b"BrowserWebSocketHandler" in memory
    assert str(ROOT).encode() not in memory
    assert not re.search(re.escape(tempfile.gettempdir()).encode() + rb"/tmp\w{8}/", memory)


def test_the_runtime_has_only_what_a_page_loads(made):
    assert b"node_modules" not in made["editor.js"]
    assert b'"packages": {}' in made[pyodide(made, "pyodide-lock.json")]
    assert sum(map(len, made.values())) < 400e6


def test_the_notices_name_everything_that_is_shipped(made):
    """They have the license of each package in the locks of the runtime, and its text if there is one."""
    entries = {
        entry.partition("\n")[0].partition(" ")[0].lower().replace("_", "-"): entry
        for entry in made[NAME].decode().split(RULE)
    }
    npm = set(json.loads((ROOT / NPM_LOCK).read_text("utf-8"))["packages"][""]["dependencies"]) - NOT_SHIPPED
    wheels = [path.name.partition("-")[0].replace("_", "-") for path in fetch(ROOT, (ROOT / PYPI_LOCK).read_text())]

    for name in [*npm, *wheels, "streamlit", "mkdocs", "mkdocs-material"]:
        assert re.match(r"\S+ [\d.]+\n[A-Z0-9]\S[^,\n]*, (git\+)?https://\S+\n", entries[name]), name
    for version in VERSIONS:
        assert f"streamlit {version}\n" in made[NAME].decode()
        assert f"https://github.com/streamlit/streamlit/blob/{version}/NOTICES" in made[NAME].decode()
    assert "Permission is hereby granted" in entries["@codemirror/view"]
    assert "Permission is hereby granted" in entries["mkdocs-material"]
    assert "Redistribution and use" in entries["starlette"]
