"""Real documents come in, compile, and pass the strict checks; the largest within a minute."""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.exchange.nasty import nasty_document

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
PACKAGE = "@octokit/openapi@23.0.2"
DOCUMENT = "package/generated/api.github.com.json"
# A folder of more documents, of any names; each has to come through.
FOLDER = os.environ.get("OPENAPI_DOCUMENTS")
FOUND = Path(FOLDER).glob("*") if FOLDER else ()
GIVEN = sorted(path.absolute() for path in FOUND if path.suffix in {".json", ".yaml", ".yml"})

pytestmark = pytest.mark.slow

EVERY = """
import importlib, pathlib
for path in sorted(pathlib.Path("shared/generated").rglob("*.py")):
    importlib.import_module(".".join(path.with_suffix("").parts))
"""


def run(root: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a project, which sees the framework."""
    done = subprocess.run(
        command,
        cwd=root,
        env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{root}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    assert "Traceback" not in done.stderr
    return done


def spent() -> float:
    """Return the CPU time of all commands so far: other work on the machine does not count."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def come_through(document: Path, root: Path) -> float:
    """Import, compile, import as Python and check the types; return the seconds of CPU."""
    framework = (sys.executable, "-m", "framework", "-C", str(root))
    started = spent()
    told = run(root, *framework, "import", str(document), "--service", "its", "--format", "json")
    run(root, *framework, "fmt", "--check")
    run(root, *framework, "generate")
    run(root, sys.executable, "-c", EVERY)
    mypy = (str(BIN / "mypy"), "--strict", "--explicit-package-bases", "--cache-dir", ".mypy")
    run(root, *mypy, "shared")

    report = json.loads(told.stdout)
    assert all(entry["range"] for entry in report)
    return spent() - started


@pytest.fixture(scope="module")
def github(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Fetch GitHub's own document."""
    npm = shutil.which("npm")
    if npm is None:
        assert os.environ.get("CI") != "true", "no npm on PATH"
        pytest.skip("no npm on PATH")
    folder = tmp_path_factory.mktemp("npm")
    run(folder, npm, "pack", PACKAGE)
    (archive,) = folder.glob("*.tgz")
    run(folder, "tar", "xzf", archive.name, DOCUMENT)
    return folder / DOCUMENT


def test_github(github: Path, tmp_path: Path) -> None:
    """More than 1,200 operations, within a minute, the check of types included."""
    assert come_through(github, tmp_path) < 60

    routers = (tmp_path / "specs/routers/its").glob("*.yaml")
    operations = sum(path.read_text("utf-8").count("\n      method: ") for path in routers)
    assert operations > 1100


def test_generated_document(tmp_path: Path) -> None:
    """A hundred models that hold each other, with every construct there is."""
    document = tmp_path / "nasty.json"
    document.write_text(json.dumps(nasty_document(100)), "utf-8")
    root = tmp_path / "project"
    root.mkdir()

    come_through(document, root)


@pytest.mark.parametrize("document", GIVEN, ids=lambda path: path.name)
def test_given_document(document: Path, tmp_path: Path) -> None:
    """What `OPENAPI_DOCUMENTS` holds."""
    come_through(document, tmp_path)
