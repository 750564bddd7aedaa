"""Find and read the spec files of a project: the compiler's only input."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from framework.diagnostics import Diagnostic, Span
from framework.project import SERVICES, SPECS, kind_of
from framework.syntax.limits import MAX_BYTES
from framework.syntax.reader import Reading, read
from framework.syntax.rules import MISPLACED, UNREADABLE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_WHERE = (
    "specs are specs/models/**, specs/errors/**, specs/events/** and "
    "specs/routers/<service>/<tag>.yaml; the name of a draft starts with a dot"
)

_READABLE = "have a file there that can be read, or remove it"


def read_specs(root: Path) -> tuple[Reading, ...]:
    """Read `services.yml` and every file below `specs/`, sorted by path; dot files are ignored."""
    inside = f"{os.path.realpath(root).rstrip(os.sep)}{os.sep}"
    return tuple(_read(root, path, inside) for path in spec_paths(root))


def spec_paths(root: Path) -> list[str]:
    """Return the paths of `services.yml` and of every visible file below `specs/`, sorted."""
    return sorted({*_below(root), *(name for name in SERVICES if (root / name).exists())})


def read_raw(root: Path, path: str) -> bytes | Reading:
    """Return the bytes of one spec file, or the reading that says why there are none."""
    return _raw(root, path, f"{os.path.realpath(root).rstrip(os.sep)}{os.sep}")


def _below(root: Path) -> Iterator[str]:
    for folder, folders, files in os.walk(root / SPECS):
        folders[:] = [name for name in folders if not name.startswith(".")]
        odd = [name for name in folders if _is_no_folder(os.path.join(folder, name))]  # noqa: PTH118  # a Path for each file of thousands costs more than reading it
        for name in (*files, *odd):
            if not name.startswith("."):
                yield os.path.relpath(os.path.join(folder, name), root).replace(os.sep, "/")  # noqa: PTH118  # likewise


def _is_no_folder(path: str) -> bool:
    """Tell whether a folder is a link, which is not followed, or has the name of a file."""
    return path.endswith((".yaml", ".yml")) or os.path.islink(path)  # noqa: PTH114  # likewise


def _read(root: Path, path: str, inside: str) -> Reading:
    raw = _raw(root, path, inside)
    return read(path, raw) if isinstance(raw, bytes) else raw


def _raw(root: Path, path: str, inside: str) -> bytes | Reading:
    if kind_of(path) is None:
        return _refused(path, MISPLACED.code, MISPLACED.id, "file is no spec", _WHERE)
    try:
        file = os.path.realpath(root / path, strict=True)
        if not file.startswith(inside):
            return _unreadable(path, "file is a link that leaves the project")
        if not stat.S_ISREG(os.stat(file).st_mode):  # noqa: PTH116  # likewise
            return _unreadable(path, "not a regular file")
        with open(file, "rb") as stream:  # noqa: PTH123  # a Path costs more than the opening
            raw = stream.read(MAX_BYTES + 1)
    except OSError as error:
        return _unreadable(path, f"file cannot be read: {error.strerror}")
    if len(raw) > MAX_BYTES:
        return _unreadable(path, f"file is larger than {MAX_BYTES // 1024 // 1024} MB")
    return raw


def _unreadable(path: str, message: str) -> Reading:
    return _refused(path, UNREADABLE.code, UNREADABLE.id, message, _READABLE)


def _refused(path: str, code: str, id_: str, message: str, help_: str | None) -> Reading:
    diagnostic = Diagnostic(code, id_, message, Span(path, 1, 1, 1, 2), help=help_)
    return Reading(path, "", None, (diagnostic,))
