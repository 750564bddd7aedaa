"""Refuse to write where the compiler has no business, before anything is written."""

from __future__ import annotations

import stat
from contextlib import suppress
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from framework.write.errors import WriteError, telling

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def refuse_odd(paths: Collection[str], root: Path) -> None:
    """Raise `WriteError` if one of `paths` leaves `root` through a link, or may not be replaced."""
    for folder in sorted({PurePosixPath(path).parent for path in paths}):
        _refuse_outside(folder, root)
    for path in paths:
        _refuse_target(path, root)


def _refuse_outside(folder: PurePosixPath, root: Path) -> None:
    if not (root / folder).resolve().is_relative_to(root.resolve()):
        message = f"`{folder}` is a link that leads out of the project: remove it"
        raise WriteError(message)


def _refuse_target(path: str, root: Path) -> None:
    with telling("write", path), suppress(FileNotFoundError):
        mode = (root / path).lstat().st_mode
        if stat.S_ISDIR(mode):
            message = f"`{path}` is a folder where a file has to be: move it away"
            raise WriteError(message)
        if stat.S_ISREG(mode) and not mode & _WRITABLE:
            message = f"`{path}` is read-only: make it writable"
            raise WriteError(message)
