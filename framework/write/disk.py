"""What is on disk: digests of files, and the files below a folder."""

from __future__ import annotations

import os
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CACHES = frozenset({"__pycache__", ".ruff_cache", ".mypy_cache"})
ODD = "not a readable file"  # instead of a digest, which it never equals
_BLOCK = 1 << 16  # most files are smaller; room for more costs more than reading them
_LARGE = 1 << 20
_PLAIN: int = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_MODE: int = _PLAIN | getattr(os, "O_BINARY", 0)


def digest(content: bytes) -> str:
    """Return the SHA-256 of `content` in hexadecimal digits, as `sha256sum` prints it."""
    return sha256(content).hexdigest()


def read_bytes(path: str) -> bytes:
    """Return what a regular file holds; a symbolic link is not followed but an `OSError`."""
    return b"".join(_blocks(path))


def digest_of(path: str) -> str | None:
    """Return the digest of a file, None if nothing is there, `ODD` for a link or a folder."""
    state = sha256()
    try:
        for block in _blocks(path):
            state.update(block)
    except FileNotFoundError:
        return None
    except OSError:
        return ODD
    return state.hexdigest()


def digests(root: str, paths: Iterable[str]) -> dict[str, str]:
    """Return path → digest of those of `paths` (relative to `root`) that exist."""
    found = ((path, digest_of(f"{root}/{path}")) for path in paths)
    return {path: value for path, value in found if value is not None}


def _blocks(path: str) -> Iterator[bytes]:
    file = os.open(path, _MODE)
    try:
        block = os.read(file, _BLOCK)
        yield block
        while len(block) >= _BLOCK:
            block = os.read(file, _LARGE)
            yield block
    finally:
        os.close(file)


def files_below(folder: str, prefix: str) -> Iterator[str]:
    """Yield `prefix/...` of all files below `folder`, sorted, without the caches of tools.

    Links to folders are yielded, not followed. A folder that does not exist is empty.
    """
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    for entry in entries:
        path = f"{prefix}/{entry.name}"
        if not entry.is_dir(follow_symlinks=False):
            yield path
        elif entry.name not in CACHES:
            yield from files_below(entry.path, path)
