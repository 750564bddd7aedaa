"""Print the lines of many processes, each with the name of who says it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

COLOURS = (36, 33, 35, 32, 34)  # cyan, yellow, magenta, green, blue


def console(names: Sequence[str]) -> Callable[[str, str], None]:
    """Give a function that prints `name | line` to standard output; in colour on a terminal."""
    width = max(map(len, names), default=0)
    colours = dict(zip(names, COLOURS * len(names), strict=False))
    coloured = sys.stdout.isatty()

    def hear(name: str, line: str) -> None:
        label = f"{name:{width}} |"
        if coloured:
            label = f"\x1b[{colours.get(name, 37)}m{label}\x1b[0m"
        # One write: lines of several threads do not mix.
        sys.stdout.write(f"{label} {line}\n")
        sys.stdout.flush()

    return hear


def silent(_name: str, _line: str) -> None:
    """Print nothing."""
