"""Write a value within one line, in brackets if need be, or find that it does not fit there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.layout.nodes import Group, Scalar
from framework.layout.texts import block_for
from framework.syntax import quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.layout.nodes import Node

_WORDS = {True: "true", False: "false", None: "null"}


def inline(scalar: Scalar, *, flow: bool = False) -> str:
    """Return a scalar as it stands in one line; an absent null stays absent outside brackets."""
    value = scalar.value
    if isinstance(value, str):
        return quote(value, flow=flow)
    if value is None:
        return "null" if flow or scalar.raw else ""
    return _WORDS[value] if isinstance(value, bool) else scalar.raw


def flow(node: Node, room: int) -> str | None:
    """Return `node` in brackets, or None if it takes more than `room` columns or needs lines.

    It needs lines if it holds a comment, a literal or folded text, what is tall by nature, names
    for anything but scalars, or lists of anything but scalars.
    """
    if isinstance(node, Scalar):
        return None if _needs_lines(node) else _fitting(inline(node, flow=True), room)
    if node.closing or not _may_flow(node):
        return None
    left, right = "{}" if node.is_mapping else "[]"
    parts: list[str] = []
    used = len("{}")
    for part in _parts(node, room):
        if part is None:
            return None
        used += len(part) + (len(", ") if parts else 0)
        if used > room:
            return None
        parts.append(part)
    return f"{left}{', '.join(parts)}{right}"


def _parts(group: Group, room: int) -> Iterator[str | None]:
    for entry in group.entries:
        written = None
        if not (entry.before or entry.side or entry.inside):
            written = flow(entry.value, room)
        if written is None:
            yield None
            return
        yield f"{quote(entry.key, flow=True)}: {written}" if group.is_mapping else written


def _may_flow(group: Group) -> bool:
    if not group.entries:
        return True
    if group.is_mapping and group.shape.is_tall([entry.key for entry in group.entries]):
        return False
    if group.is_mapping and group.shape.closed:
        return True
    return all(
        isinstance(entry.value, Scalar) or not entry.value.entries for entry in group.entries
    )


def _needs_lines(scalar: Scalar) -> bool:
    value = scalar.value
    if not scalar.long or not isinstance(value, str):
        return bool(scalar.block)
    return "\n" in value and bool(block_for(value, 0))


def _fitting(text: str, room: int) -> str | None:
    return text if len(text) <= room else None
