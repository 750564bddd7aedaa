"""Replace files of the user, who asked for it: atomically, and only what was read before."""

from __future__ import annotations

import os
import stat
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from secrets import token_hex
from typing import TYPE_CHECKING

from framework.write.change import TEMPORARY
from framework.write.errors import WriteError, telling

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_EXCLUSIVE: int = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


@dataclass(frozen=True, slots=True)
class Rewriting:
    """A file (`path` relative to the root), what was read from it, and what it is to hold."""

    path: str
    before: bytes
    after: bytes


def rewrite(rewritings: Iterable[Rewriting], root: Path) -> None:
    """Replace each file by what it is to hold; its mode stays, and a link stays a link.

    All new contents are on disk before the first file is replaced. Raises `WriteError`, with no
    file replaced, if one of them changed since it was read, is read-only, or leaves `root`.
    """
    with ExitStack() as undo:
        staged = [(*_stage(change, root, undo), change) for change in rewritings]
        for temporary, target, change in staged:
            with telling("replace", change.path):
                temporary.replace(target)


def _stage(change: Rewriting, root: Path, undo: ExitStack) -> tuple[Path, Path]:
    with telling("write", change.path):
        target = (root / change.path).resolve(strict=True)
        if not target.is_relative_to(root.resolve()):
            raise WriteError(f"`{change.path}` is a link that leads out of the project")
        mode = stat.S_IMODE(target.stat().st_mode)
        if not mode & _WRITABLE:
            raise WriteError(f"`{change.path}` is read-only: make it writable")
        if target.read_bytes() != change.before:
            raise WriteError(f"`{change.path}` was changed meanwhile: run the command again")
        temporary = target.with_name(f".{target.name}.{token_hex(4)}{TEMPORARY}")
        file = os.open(temporary, _EXCLUSIVE, mode)
        undo.callback(_remove, temporary)
        with os.fdopen(file, "wb") as stream:
            stream.write(change.after)
        temporary.chmod(mode)  # the mask of new files does not count
    return temporary, target


def _remove(temporary: Path) -> None:
    with suppress(OSError):  # it was moved to its place
        temporary.unlink()
