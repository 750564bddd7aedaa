"""Write what a user asked for to where the user said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.cli.terminal import say

if TYPE_CHECKING:
    from pathlib import Path


def is_written(text: str, path: Path) -> bool:
    """Write `text` to `path`, in folders that need not exist; tell whether that was possible."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    except OSError as error:
        say(f"error: `{path}` cannot be written: {error.strerror}")
        return False
    return True
