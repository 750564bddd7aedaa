"""Run a command without the collection of cyclic garbage."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator


@contextmanager
def uncollected() -> Generator[None]:
    """Collect no cyclic garbage during the block, nor look through what it leaves later.

    A compilation makes a million values that all live to its end. Looking through them over and
    over takes as long as making them, and finds nothing.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if collecting:
            gc.enable()
