"""The assembly of the runtime: the same bytes from the same archives, made when it is due, of nothing but these."""

import os
import shutil
import zipfile
from pathlib import Path

import pytest

from livedocs.runtime.archives import CACHE, NPM_LOCK, PYPI_LOCK, ArchiveError, fetch
from livedocs.runtime.assembly import RUNTIME, SUMS, assemble

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.timeout(240)


@pytest.fixture
def project(tmp_path):
    """Copy what a runtime is assembled from."""
    fetch(ROOT)
    for path in (NPM_LOCK, PYPI_LOCK):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / path, tmp_path / path)
    shutil.copytree(ROOT / CACHE, tmp_path / CACHE)
    return tmp_path


def contents(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_same_bytes(project):
    assemble(project)
    first = contents(project / RUNTIME)
    shutil.rmtree(project / RUNTIME)
    for archive in (project / CACHE).iterdir():
        os.utime(archive, (0, 0))
    assemble(project)

    assert contents(project / RUNTIME) == first


def test_due(project):
    """It is done where files are missing, altered or of other inputs, and only there."""
    runtime = project / RUNTIME
    assert assemble(project).startswith("assembled")
    before = contents(runtime)
    assert assemble(project) == "is up to date"
    (runtime / "site.zip").write_bytes(b"altered")
    assert assemble(project).startswith("assembled")
    (runtime / "pyodide/pyodide.mjs").unlink()
    assert assemble(project).startswith("assembled")
    assert contents(runtime) == before
    (runtime.parent / "worker.js").write_text("// another\n", "utf-8")
    assert assemble(project).startswith("assembled")

    changed = {path for path, content in contents(runtime).items() if content != before[path]}
    assert changed == {Path("build.js"), Path(SUMS)}


@pytest.mark.parametrize(("pattern", "lock"), [("*.tgz", NPM_LOCK), ("*.whl", PYPI_LOCK)])
def test_altered_archive(project, pattern, lock):
    archive = next((project / CACHE).glob(pattern))
    archive.write_bytes(archive.read_bytes() + b"\0")
    message = f"{CACHE / archive.name} is not the one that {lock} names: delete it, and it is fetched again"

    with pytest.raises(ArchiveError) as error:
        assemble(project)
    assert str(error.value) == message
    assert not (project / RUNTIME).exists()


def test_missing_archive(project):
    """What is not in the cache is fetched; where it cannot be, one line says so."""
    archive = next((project / CACHE).glob("idna-*.whl"))
    content = archive.read_bytes()
    archive.unlink()
    assert fetch(project)["idna"].read_bytes() == content
    archive.unlink()
    lock = project / PYPI_LOCK
    lock.write_text(lock.read_text("utf-8").replace("idna==", "idna==9"), "utf-8")

    with pytest.raises(ArchiveError, match=r"^cannot fetch what the live snippets need: .*idna==9.*$"):
        fetch(project)


def test_contents(project):
    """Source maps stay behind; Pyodide is offered no package; nothing of numpy and its like is there."""
    assemble(project)
    runtime = project / RUNTIME
    with zipfile.ZipFile(runtime / "site.zip") as site:
        names = {name.split("/")[0] for name in site.namelist()}

    assert not list(runtime.rglob("*.map"))
    assert '"packages": {}' in (runtime / "pyodide/pyodide-lock.json").read_text("utf-8")
    assert {"streamlit", "stlite_lib", "google", "appserver.py", "ssl.py"} < names
    assert names.isdisjoint({"numpy", "pandas", "pyarrow", "PIL", "altair"})
