"""CPU time of commands: a cold process and all that it starts, as a median of several runs."""

from __future__ import annotations

import os
import resource
import subprocess
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path


def cpu(command: Sequence[str], folder: Path, path: Path | None = None) -> float:
    """Run `command` in `folder` and return its seconds of CPU, those of its children included.

    `path` goes before the folders of PATH. Raises `CalledProcessError` if the command fails.
    """
    before = _spent()
    subprocess.run(command, cwd=folder, env=_environment(path), check=True, capture_output=True)
    return _spent() - before


def typical(runs: int, measure: Callable[[], float]) -> float:
    """Return the median of `runs` measurements: other programs disturb some of them."""
    return median(measure() for _ in range(runs))


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _environment(path: Path | None) -> dict[str, str]:
    own = dict(os.environ)
    own.pop(
        "PYTHONDONTWRITEBYTECODE", None
    )  # without cached byte code, start-up takes twice as long
    if path:
        own["PATH"] = f"{path}{os.pathsep}{own.get('PATH', '')}"
    return own
