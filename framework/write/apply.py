"""Carry changes out: all of them, or none."""

from __future__ import annotations

import os
import shutil
from contextlib import ExitStack, suppress
from pathlib import Path, PurePosixPath
from secrets import token_hex
from typing import TYPE_CHECKING

from framework.project import GENERATED
from framework.write.change import TEMPORARY
from framework.write.disk import read_bytes
from framework.write.errors import telling
from framework.write.guard import refuse_odd

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from framework.write.change import Change

_EXCLUSIVE: int = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def apply(changes: Iterable[Change], root: Path) -> None:
    """Make the changes below `root`, in their order.

    Every text is on disk under a temporary name before the first file is replaced, and each
    replacement is atomic. Raises `WriteError`, with the tree as it was before, if that is not
    possible, be it for a full disk, a read-only file, or a link that leads out of `root`.
    """
    changes = tuple(changes)
    refuse_odd([change.path for change in changes], root)
    with ExitStack() as undo:
        staged = [
            None if change.text is None else _stage(change.path, change.text, root, undo)
            for change in changes
        ]
        for change, temporary in zip(changes, staged, strict=True):
            _move(temporary, change.path, root, undo)
        undo.pop_all()
    for change in changes:
        if change.text is None:
            _prune(PurePosixPath(change.path).parent, root)


def _stage(path: str, text: str, root: Path, undo: ExitStack) -> Path:
    target = root / path
    temporary = target.with_name(f".{target.name}.{token_hex(4)}{TEMPORARY}")
    with telling("write", path):
        _make_folder(target.parent, undo)
        file = os.open(temporary, _EXCLUSIVE, 0o666)
        undo.callback(_quietly, temporary.unlink)
        with os.fdopen(file, "wb") as stream:
            stream.write(text.encode())
    return temporary


def _make_folder(folder: Path, undo: ExitStack) -> None:
    if not folder.is_dir():
        _make_folder(folder.parent, undo)
        folder.mkdir(exist_ok=True)
        undo.callback(_quietly, folder.rmdir)


def _move(temporary: Path | None, path: str, root: Path, undo: ExitStack) -> None:
    target = root / path
    with telling("replace" if temporary else "delete", path):
        undo.callback(_quietly, _putting_back(target))
        if temporary:
            temporary.replace(target)
        else:
            target.unlink(missing_ok=True)


def _putting_back(target: Path) -> Callable[[], object]:
    """Return what makes `target` again what it is now, even after it was replaced."""
    try:
        content = read_bytes(os.fspath(target))
    except FileNotFoundError:
        return target.unlink
    except OSError:
        link = target.readlink()  # an `OSError` of its own unless `target` is a link
        return lambda: _link_back(target, link)
    return lambda: target.write_bytes(content)


def _link_back(target: Path, link: Path) -> None:
    target.unlink(missing_ok=True)
    target.symlink_to(link)


def _quietly(act: Callable[[], object]) -> None:
    with suppress(OSError):
        act()


def _prune(folder: PurePosixPath, root: Path) -> None:
    """Remove `folder` and those above it that are empty now, but for byte code."""
    while folder.parts and folder != GENERATED:
        with suppress(OSError, ValueError):
            [cache] = (root / folder).iterdir()
            if cache.name == "__pycache__":
                shutil.rmtree(cache, ignore_errors=True)
        try:
            (root / folder).rmdir()
        except OSError:
            return
        folder = folder.parent
