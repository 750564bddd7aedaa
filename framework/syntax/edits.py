"""Edits of a document's text: comments and layout around them stay as they are.

Each function returns None where the text is too unusual for an edit that is sure to be right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.diagnostics import Edit, Span
from framework.syntax.document import Collection
from framework.syntax.quoting import quote

if TYPE_CHECKING:
    from framework.syntax.document import Document, Mark, Path, Position


def edit_value(document: Document, path: Path, text: str) -> Edit | None:
    """Write `text`, which is YAML, in place of the scalar at `path`."""
    found = _find(document, path)
    if not found or isinstance(found[1], Collection):
        return None
    return _edit(document, found[1], text) if _is_line(document, found[1]) else None


def edit_key(document: Document, path: Path, name: str) -> Edit | None:
    """Give the entry at `path` another key, if nothing beside it has that key."""
    found, around = _find(document, path), _find(document, path[:-1])
    if not found or not found[0] or not around or not isinstance(around[1], Collection):
        return None
    return None if name in around[1].items else _edit(document, found[0], quote(name, flow=True))


def edit_out(document: Document, path: Path) -> Edit | None:
    """Remove the entry or item at `path`, unless a comment stands in the way."""
    around = _find(document, path[:-1])
    if not path or not around or not isinstance(around[1], Collection):
        return None
    group, step = around[1], path[-1]
    steps = list(group.items)
    if step not in group.items or len(steps) == 1:
        return None
    index = steps.index(step)
    start, end = _extent(group, step)
    if _is_bracketed(document, group):
        if index + 1 < len(steps):
            end = _extent(group, steps[index + 1])[0]
        else:
            start = _extent(group, steps[index - 1])[1]
        mark = (*start, *end)
        return None if "#" in _text(document, mark) else _edit(document, mark, "")
    return _line_out(document, start, end)


def edit_in(document: Document, path: Path, key: str, text: str) -> Edit | None:
    """Add an entry to the mapping at `path`; a short spelling becomes a mapping with a `type`."""
    found = _find(document, path)
    if not found:
        return None
    written, position = f"{key}: {text}", found[1]
    if not isinstance(position, Collection):
        if not _is_line(document, position) or not _text(document, position).strip():
            return None
        line, column, _, end_column = position
        raw = document.lines()[line][column:end_column]
        raw = quote(raw, flow=True) if raw[0] not in "\"'" else raw
        return _edit(document, position, f"{{type: {raw}, {written}}}")
    line, column, end_line, end_column = position.mark
    if not _is_bracketed(document, position):
        margin = " " * column
        return _edit(document, (line, column, line, column), f"{written}\n{margin}")
    if not position.items:
        return _edit(document, position.mark, f"{{{written}}}")
    last = _extent(position, list(position.items)[-1])[1]
    rest = _text(document, (*last, end_line, end_column))
    return _edit(document, (*last, *last), f", {written}") if "#" not in rest else None


def edit_part(document: Document, span: Span, old: str, new: str) -> Edit | None:
    """Write `new` at a place in which exactly `old` is written."""
    return Edit(span, new) if source(document, span) == old else None


def source(document: Document, span: Span) -> str:
    """Return what is written at a place."""
    return _text(document, (span.line - 1, span.column - 1, span.end_line - 1, span.end_column - 1))


def _line_out(document: Document, start: tuple[int, int], end: tuple[int, int]) -> Edit | None:
    lines = document.lines()
    before, after = lines[start[0]][: start[1]], lines[end[0]][end[1] :]
    if before.strip(" ") not in {"", "-"} or after.strip() or start[0] != end[0]:
        return None
    if before.strip(" ") == "-" and not _is_item(document, start):
        return None
    return _edit(document, (start[0], 0, start[0] + 1, 0), "")


def _is_item(document: Document, start: tuple[int, int]) -> bool:
    """Tell whether what begins behind a dash is a scalar, not the first key of a mapping."""
    return ":" not in document.lines()[start[0]][start[1] :]


def _find(document: Document, path: Path) -> tuple[Mark | None, Position] | None:
    key, position = None, document.positions
    for step in path:
        if not isinstance(position, Collection) or step not in position.items:
            return None
        key, position = position.keys.get(step), position.items[step]
    return key, position


def _extent(group: Collection, step: str | int) -> tuple[tuple[int, int], tuple[int, int]]:
    position = group.items[step]
    mark = position.mark if isinstance(position, Collection) else position
    return group.keys.get(step, mark)[:2], mark[2:]


def _is_bracketed(document: Document, group: Collection) -> bool:
    return document.lines()[group.mark[0]][group.mark[1]] in "{["


def _is_line(document: Document, mark: Mark) -> bool:
    return mark[0] == mark[2] and not _text(document, mark).startswith(("|", ">"))


def _text(document: Document, mark: Mark) -> str:
    line, column, end_line, end_column = mark
    lines = document.lines()[line : end_line + 1]
    if line == end_line:
        return lines[0][column:end_column]
    return "\n".join([lines[0][column:], *lines[1:-1], lines[-1][:end_column]])


def _edit(document: Document, mark: Mark, text: str) -> Edit:
    line, column, end_line, end_column = mark
    return Edit(Span(document.path, line + 1, column + 1, end_line + 1, end_column + 1), text)
