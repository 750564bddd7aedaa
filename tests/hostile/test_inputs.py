"""What is written to do harm is answered in seconds, in little memory, with a place and a code."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # the module beside this one
from inputs import CASES, MODELS, Files

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="limits of memory are POSIX"),
]
ROOT = Path(__file__).parents[2]
SERVICES = (
    "version: 1\n"
    "resources: {broker: {type: redis}}\n"
    "services:\n"
    "  - {name: backend, type: python-fastapi, exposes: [rest], access: [broker]}\n"
)
MEMORY = 1536 * 1024 * 1024
SECONDS = 6  # of CPU; two are usual at most, and the machine may be slow


def write(root: Path, files: Files) -> None:
    """Write a project."""
    for path, content in {"services.yml": SERVICES, **files}.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())


def limit() -> None:
    """Bound the memory and the time of a process."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def run(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command line within bounds."""
    return subprocess.run(
        [sys.executable, "-m", "framework", "-C", str(root), *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
        preexec_fn=limit,
    )


@pytest.mark.parametrize("name", CASES)
def test_hostile_file_is_answered(tmp_path: Path, name: str) -> None:
    """With its code, within bounds, on a page that can be read; never with a traceback."""
    code, files = CASES[name]
    write(tmp_path, files)

    done = run(tmp_path, "validate")

    assert done.returncode == (1 if code else 0), done.stdout[:500] + done.stderr[-2000:]
    assert code in done.stdout
    assert (" --> " in done.stdout) == bool(code)
    assert len(done.stdout) < 100_000
    assert "internal error" not in done.stderr


@pytest.mark.parametrize("form", ["json", "github", "sarif", "junit"])
def test_every_format_prints_many_findings_soon(tmp_path: Path, form: str) -> None:
    """All ten thousand of them."""
    write(tmp_path, CASES["10,000 mistakes"][1])

    done = run(tmp_path, "validate", "--format", form)

    assert done.returncode == 1
    assert done.stdout.count("unknown type") >= 10_000


def test_large_file_is_not_read(tmp_path: Path) -> None:
    """200 MB are refused after the first eight."""
    write(tmp_path, {})
    (tmp_path / "specs").mkdir()
    with (tmp_path / MODELS).open("wb") as file:
        file.truncate(200 * 1024 * 1024)

    assert "file is larger than 8 MB" in run(tmp_path, "validate").stdout


@pytest.mark.parametrize("command", ["validate", "generate"])
def test_what_is_no_file_is_said(tmp_path: Path, command: str) -> None:
    """A pipe is not waited for, a loop not followed, a device not read, a folder not skipped."""
    write(tmp_path, {})
    folder = tmp_path / "specs/models"
    folder.mkdir(parents=True)
    os.mkfifo(folder / "pipe.yaml")
    (folder / "loop.yaml").symlink_to("loop.yaml")
    (folder / "zero.yaml").symlink_to("/dev/zero")
    (folder / "around").symlink_to("..", target_is_directory=True)
    (folder / "folder.yaml").mkdir()

    done = run(tmp_path, command)

    assert done.returncode == 1
    for name in ("pipe.yaml", "loop.yaml", "zero.yaml", "around", "folder.yaml"):
        assert f"specs/models/{name}:1:1" in done.stdout


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_unreadable_file_is_said(tmp_path: Path) -> None:
    """With the reason of the system."""
    write(tmp_path, {MODELS: "models: {}\n"})
    (tmp_path / MODELS).chmod(0)

    assert "Permission denied" in run(tmp_path, "validate").stdout


def test_chain_of_models_compiles(tmp_path: Path) -> None:
    """Five thousand models, each within the one before, are no recursion of the compiler."""
    write(tmp_path, CASES["chain of models"][1])

    done = run(tmp_path, "generate")

    assert done.returncode == 0, done.stderr[-2000:]
