"""Let one process at a time write a project; the others wait for it."""

from __future__ import annotations

import sys
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING

from framework.write.fingerprint import make_private

if sys.platform != "win32":  # there, two runs at once may both write the same files
    from fcntl import LOCK_EX, flock

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path


@contextmanager
def locked(root: Path) -> Generator[None]:
    """Hold the project's lock during the block.

    The lock ends with the process, so that a killed run leaves none behind. In a tree that
    cannot be written, or is no project, there is nothing to lock, and the block runs without.
    """
    with ExitStack() as held:
        with suppress(OSError):
            stream = held.enter_context((make_private(root) / "lock").open("w"))
            if sys.platform != "win32":
                flock(stream, LOCK_EX)
        yield
