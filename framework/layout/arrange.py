"""Bring a tree into canonical order: keys as the reference lists them, names as the user did."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from framework.layout.nodes import Group, Scalar
from framework.layout.shapes import order_of

if TYPE_CHECKING:
    from framework.layout.nodes import Entry, Node

_LAST, _EXTENSION = 1 << 10, 1 << 11


def arrange(node: Node) -> Node:
    """Return the tree with keys in order, short spellings, and comments where they can be kept.

    Keys that the language does not know follow those that it knows; `x-` keys come last.
    """
    if isinstance(node, Scalar):
        return node
    for entry in node.entries:
        entry.value = arrange(entry.value)
    if node.is_mapping and node.shape.closed:
        _sort(node)
        if _is_short(node):
            return node.entries[0].value
    if not node.is_mapping:
        for entry in node.entries:
            _free_first_line(entry)
    return node


def _sort(group: Group) -> None:
    order = order_of(group.shape)
    ranks = [_rank(entry.key, order.get(entry.key, _LAST)) for entry in group.entries]
    if any(a > b for a, b in pairwise(ranks)):
        group.entries.sort(key=lambda entry: _rank(entry.key, order.get(entry.key, _LAST)))


def _rank(key: str, rank: int) -> int:
    return _EXTENSION if rank == _LAST and key.startswith("x-") else rank


def _is_short(group: Group) -> bool:
    if len(group.entries) != 1 or group.closing:
        return False
    [only] = group.entries
    said = only.before or only.side or only.inside
    return (
        only.key == group.shape.short
        and not said
        and isinstance(only.value, Scalar)
        and isinstance(only.value.value, str)
    )


def _free_first_line(entry: Entry) -> None:
    """Move comments to above the dash that would have to stand between it and the first key."""
    inner: Node | None = entry.value
    while isinstance(inner, Group) and inner.entries:
        first = inner.entries[0]
        if first.before:
            entry.before += first.before
            first.before = []
        inner = None if inner.is_mapping else first.value
