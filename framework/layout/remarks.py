"""Find the comments of a file: each `#` between two scalars begins one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.layout.nodes import Remark
from framework.syntax.document import Collection

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framework.syntax import Document
    from framework.syntax.document import Mark, Position


def remarks_of(document: Document, lines: Sequence[str], apart: set[int]) -> list[Remark]:
    """Return the comments of a document, in their order; those of block headers are not among.

    `apart` are the lines before which an empty one stands.
    """
    if "#" not in document.text:
        return []
    marks: list[Mark] = []
    if document.content is not None:
        _collect(document.positions, marks)
    return list(_between(iter(marks), lines, apart))


def lines_apart(lines: Sequence[str]) -> set[int]:
    """Return the numbers of the lines before which an empty one stands."""
    return {number for number, line in enumerate(lines, 1) if not line.strip()}


def _between(scalars: Iterator[Mark], lines: Sequence[str], apart: set[int]) -> Iterator[Remark]:
    """Walk the lines beside the scalars; what a `#` begins outside of all of them is a comment."""
    mark = next(scalars, None)
    for number, line in enumerate(lines):
        column = line.find("#")
        while column >= 0:
            while mark and (mark[2], mark[3]) <= (number, column):
                mark = next(scalars, None)
            if mark and (mark[0], mark[1]) <= (number, column):
                column = line.find("#", mark[3]) if mark[2] == number else -1
                continue
            own = not line[:column].strip()
            text = line[column:].rstrip()
            yield Remark(number, column, text, own, own and number in apart)
            break


def _collect(position: Position, marks: list[Mark]) -> None:
    """Add the places of all keys and scalars, in the order of the text."""
    if not isinstance(position, Collection):
        marks.append(position)
        return
    for step, inner in position.items.items():
        if position.keys:
            marks.append(position.keys[step])
        if isinstance(inner, tuple):
            marks.append(inner)
        else:
            _collect(inner, marks)
