"""Tell whether two values mean the same to the language: the promise of every change of form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.layout.nodes import Group
from framework.layout.shapes import within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.layout.nodes import File, Node
    from framework.layout.shapes import Shape
    from framework.syntax import Json


def means_same(left: Json, right: Json, shape: Shape) -> bool:
    """Tell whether nothing differs but the order of the language's own keys and short spellings."""
    if isinstance(left, dict) != isinstance(right, dict):
        left, right = _spelt_out(left, shape), _spelt_out(right, shape)
    if isinstance(left, dict) and isinstance(right, dict):
        if left.keys() != right.keys() or (not shape.closed and [*left] != [*right]):
            return False
        return all(means_same(left[key], right[key], within(shape, key)) for key in left)
    if isinstance(left, list) and isinstance(right, list):
        item = shape.item or within(shape, "")
        return len(left) == len(right) and all(
            means_same(one, other, item) for one, other in zip(left, right, strict=True)
        )
    return left.__class__ is right.__class__ and repr(left) == repr(right)


def comments_of(file: File) -> list[str]:
    """Return all comments of a file."""
    return [*(remark.text for remark in file.head), file.side, *_comments(file.root)]


def _comments(node: Node | None) -> Iterator[str]:
    if isinstance(node, Group):
        for entry in node.entries:
            yield from (remark.text for remark in (*entry.before, *entry.inside))
            if entry.side:
                yield entry.side
            yield from _comments(entry.value)
        yield from (remark.text for remark in node.closing)


def _spelt_out(value: Json, shape: Shape) -> Json:
    return {shape.short: value} if isinstance(value, str) and shape.short else value
