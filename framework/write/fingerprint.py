"""Know, without compiling, that nothing changed since the last run; any doubt means a no.

What is remembered lies in `.framework/cache.json`, which no version control sees. This module is
the fast path of the command line: it imports neither the compiler nor `dataclasses`.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from framework.project import GENERATED, MANIFEST, SERVICES, SPECS
from framework.write.disk import digest, digest_of, files_below, read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PRIVATE = ".framework"
_CACHE = f"{PRIVATE}/cache.json"
_PACKAGE = Path(__file__).absolute().parents[1]
_COMPILER = (".py", ".j2")


def unchanged(root: Path, *, checked: bool = False) -> bool:
    """Tell whether compiling `root` again would write what is on disk already.

    True only if the specs, the compiler, and every file that it wrote are what they were when
    `remember` was called last; for `checked`, when a check had found nothing, and nothing that
    nobody owns is there.
    """
    try:
        cache = json.loads(read_bytes(f"{root}/{_CACHE}"))
        manifest = read_bytes(f"{root}/{MANIFEST}")
        same = cache["inputs"] == inputs(root) and cache["manifest"] == digest(manifest)
        files = json.loads(manifest)["files"]
        if checked and not (cache["checked"] is True and _alone(root, files)):
            return False
        return same and _intact(str(root), files)
    except (OSError, ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return False


def inputs(root: Path) -> str:
    """Return a digest of all that decides what is compiled: the specs and the compiler.

    Take it before the specs are read, so that an edit during the compilation is seen by the next
    run. Raises `OSError` if an input cannot be read.
    """
    state = sha256(sys.version.encode())
    for line in _compiler():
        state.update(os.fsencode(f"{line}\0"))
    services = (name for name in SERVICES if os.path.lexists(f"{root}/{name}"))
    for path in (*services, *files_below(f"{root}/{SPECS}", SPECS)):
        content = read_bytes(f"{root}/{path}")
        state.update(os.fsencode(f"{path}\0{len(content)}\0"))
        state.update(content)
    return state.hexdigest()


def remember(root: Path, seen: str, *, checked: bool = False) -> None:
    """Record that the project is the compilation of the inputs whose digest is `seen`.

    `checked` tells that nothing was taken on trust from the manifest. A cache that cannot be
    written is no error: the next run compiles again.
    """
    manifest = digest_of(f"{root}/{MANIFEST}")
    known = {"inputs": seen, "manifest": manifest, "checked": checked}
    with suppress(OSError):
        temporary = make_private(root) / f"cache.{os.getpid()}"
        temporary.write_text(json.dumps(known), encoding="utf-8")
        temporary.replace(root / _CACHE)


def make_private(root: Path) -> Path:
    """Make the folder for what concerns this machine only, and return its path.

    Raises `OSError` if it cannot be made, as in a folder that is no project.
    """
    if not any((root / name).exists() for name in SERVICES):
        raise FileNotFoundError(SERVICES[0])
    folder = root / PRIVATE
    ignore = folder / ".gitignore"
    if not ignore.exists():
        folder.mkdir(exist_ok=True)
        ignore.write_text("*\n", encoding="utf-8")
    return folder


def _alone(root: Path, files: Mapping[str, str]) -> bool:
    present = files_below(f"{root}/{GENERATED}", str(GENERATED))
    return all(path in files or path == str(MANIFEST) for path in present)


def _intact(root: str, files: Mapping[str, str]) -> bool:
    return all(digest_of(f"{root}/{path}") == value for path, value in files.items())


def _compiler() -> Iterator[str]:
    """Yield what changes whenever the compiler or a package that it imports is replaced."""
    for path in files_below(str(_PACKAGE), str(_PACKAGE)):
        if path.endswith(_COMPILER):
            yield _stamp(path)
    for folder in sys.path:
        if folder.endswith("-packages") and Path(folder).is_dir():
            yield _stamp(folder)


def _stamp(path: str) -> str:
    status = Path(path).stat()
    return f"{path} {status.st_size} {status.st_mtime_ns}"
