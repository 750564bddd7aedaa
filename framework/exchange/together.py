"""Join the shapes that one value has at once, as `allOf` says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.exchange.nodes import Shape
from framework.exchange.rules import NOT_SAID

if TYPE_CHECKING:
    from framework.exchange.losses import Losses
    from framework.syntax import Json, Path

_TIGHTER = {
    "ge": max,
    "gt": max,
    "le": min,
    "lt": min,
    "min_length": max,
    "max_length": min,
    "min_items": max,
    "max_items": min,
}


def together(shapes: list[Shape], at: Path, losses: Losses) -> Shape:
    """Return the shape of a value that fits all of `shapes`; where that is none, the last one."""
    if not shapes:
        return Shape(at, word="json")
    first, *others = shapes
    for other in others:
        joined = _joined(first, other)
        if joined is None:
            losses.say(NOT_SAID, other.at, "a second type of the same value", "the last one counts")
        first = joined or other
    return first


def _joined(one: Shape, other: Shape) -> Shape | None:
    if one.is_free:
        return other
    if other.is_free or one.node is other.node is not None:
        return one
    if one.node or other.node or one.item or other.item:
        return None
    constant = next((s for s in (other, one) if "const" in s.keys or "values" in s.keys), None)
    if constant:
        return constant
    words = {one.word, other.word}
    if len(words) > 1 and "string" not in words and not words <= {"int", "int32", "int64", "float"}:
        return None
    word = other.word if one.word in {"string", "float"} else one.word
    keys = _keys(one.keys, other.keys)
    return Shape(other.at, word=word, keys=keys, nullable=one.nullable and other.nullable)


def _keys(one: dict[str, Json], other: dict[str, Json]) -> dict[str, Json]:
    found = {**one, **other}
    for key, tighter in _TIGHTER.items():
        mine, theirs = one.get(key), other.get(key)
        if isinstance(mine, (int, float)) and isinstance(theirs, (int, float)):
            found[key] = tighter(mine, theirs)
    return found
