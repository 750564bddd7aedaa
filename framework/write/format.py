"""Format Python texts: one `ruff format` for all of them, wherever the project lies."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from framework.write.errors import WriteError, WriterFaultError, telling

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# The staging folder is numbered, not named after the artefacts: ruff skips folders of names such
# as `build` or `dist`, which are fine names for services.
_FORMAT = (
    "format",
    "--isolated",
    "--no-cache",
    "--no-respect-gitignore",
    "--line-length=100",
    "--target-version=py311",
    ".",
)
_USUAL = "/tmp"  # noqa: S108  # compared with, not written to
_IN_MEMORY = "/dev/shm"  # noqa: S108  # a folder of a random name is made in it


def find_ruff() -> str:
    """Return the path of ruff: beside the interpreter or on PATH.

    Raises `WriteError` if it is not installed.
    """
    beside = (str(Path(sys.executable).parent), sysconfig.get_path("scripts"))
    found = shutil.which("ruff", path=os.pathsep.join(beside)) or shutil.which("ruff")
    if found is None:
        message = "ruff is not installed: install the `codegen` extra of this package"
        raise WriteError(message)
    return found


def formatter(ruff: str) -> str:
    """Return the name and version of the formatter, as in `ruff 0.17.5`."""
    return _run(ruff, ("--version",), Path.cwd()).stdout.strip()


def format_python(ruff: str, texts: Mapping[str, str]) -> dict[str, str]:
    """Return path → formatted text, formatting all `texts` in one process.

    Raises `WriterFaultError` with the names of those that are not Python.
    """
    if not texts:
        return {}
    staged = {f"{index}{_suffix(path)}": path for index, path in enumerate(texts)}
    with (
        telling("use", "TMPDIR"),
        tempfile.TemporaryDirectory(prefix="framework-", dir=_memory()) as folder,
    ):
        for name, path in staged.items():
            Path(folder, name).write_bytes(texts[path].encode())
        result = _run(ruff, _FORMAT, Path(folder))
        if result.returncode:
            raise WriterFaultError(_complaint(result.stderr or result.stdout, staged))
        return {path: Path(folder, name).read_bytes().decode() for name, path in staged.items()}


def _suffix(path: str) -> str:
    return path[path.rindex(".") :]


def _memory() -> str | None:
    """Return the folder that Linux keeps in memory, unless the user chose a temporary folder.

    To create thousands of files on a disk takes as long as to format them.
    """
    chosen = tempfile.gettempdir() != _USUAL
    return None if chosen or not os.access(_IN_MEMORY, os.W_OK | os.X_OK) else _IN_MEMORY


def _run(ruff: str, arguments: Sequence[str], folder: Path) -> subprocess.CompletedProcess[str]:
    own = {name: value for name, value in os.environ.items() if not name.startswith("RUFF_")}
    with telling("run", ruff):
        return subprocess.run(  # noqa: S603  # the formatter that was just found, no shell
            [ruff, *arguments],
            cwd=folder,
            env={**own, "NO_COLOR": "1"},
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )


def _complaint(said: str, staged: Mapping[str, str]) -> str:
    blamed = [path for name, path in staged.items() if f" {name}:" in said or f"/{name}:" in said]
    names = ", ".join(f"`{path}`" for path in blamed or staged.values())
    return f"{names} cannot be formatted: {said.strip()}"
