"""Literal and folded texts: kept as they were written, or made of what does not fit a line."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

from framework.layout.nodes import Scalar
from framework.syntax.decode import REFUSED

if TYPE_CHECKING:
    from collections.abc import Sequence

STEP = 2
"""Columns of one level of indentation."""

_HEADER = re.compile(r"([|>])(?:([1-9])([+-]?)|([+-]?)([1-9]?))[ \t]*(#.*)?")


def block_of(value: str, written: Sequence[str], outer: int) -> tuple[Scalar, str]:
    """Return a literal or folded text free of its indentation, and the comment in its header.

    `written` are its lines from the `|` or `>` on, `outer` is the column of the block around it.
    """
    found = _HEADER.match(written[0])
    comment = (found[6] or "").rstrip() if found else ""
    if not found or not value.strip("\n"):
        return Scalar(value), comment
    explicit = found[2] or found[5]
    first = next(line for line in written[1:] if line.strip(" "))
    indent = max(outer, 0) + int(explicit) if explicit else len(first) - len(first.lstrip(" "))
    lines = [line[indent:] for line in written[1:]]
    kept = "+" in (found[3] or found[4] or "") and value.endswith("\n")
    while lines and not lines[-1]:
        lines.pop()
    if kept:
        lines += [""] * (len(value) - len(value.rstrip("\n")) - 1)
    chomping = "+" if kept else "" if value.endswith("\n") else "-"
    return Scalar(value, block=(_header(found[1], lines, chomping), *lines)), comment


def block_for(value: str, room: int) -> tuple[str, ...]:
    """Return the lines of a literal or folded text for `value`, or nothing if there is no such.

    Lines of a folded text take `room` columns at most, unless a single word is longer.
    """
    if REFUSED.search(value) or re.search(r"[\t\r]|^\s", value) or not value.strip("\n"):
        return ()
    if "\n" in value:
        lines = value.removesuffix("\n").split("\n")
        chomping = "-" if not value.endswith("\n") else "+" if value.endswith("\n\n") else ""
        return (f"|{chomping}", *lines)
    if "  " in value or value.endswith(" "):
        return ()
    folded = textwrap.wrap(
        value, max(room, 20), break_long_words=False, break_on_hyphens=False, drop_whitespace=True
    )
    return (">-", *folded) if " ".join(folded) == value else ()


def _header(mark: str, lines: Sequence[str], chomping: str) -> str:
    first = next((line for line in lines if line), "")
    return f"{mark}{STEP if first.startswith(' ') else ''}{chomping}"
