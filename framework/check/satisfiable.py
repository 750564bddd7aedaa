"""Find bounds that exclude every value between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.basis import ENUM, basis, basis_of, settle
from framework.check.bounds import exact, limits, narrowed
from framework.spec.words import NUMERIC, TEMPORAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View
    from framework.spec import FieldKeys


def conflicts(view: View, keys: FieldKeys) -> Iterator[tuple[str, str]]:
    """Yield pairs of keys that admit nothing together."""
    yield from _counts(keys)
    word = basis(view, keys)
    if word in NUMERIC | TEMPORAL:
        yield from _numbers(view, word, keys)
    distinct = _distinct(view, keys)
    if distinct is not None and (keys.min_items or 0) > distinct:
        yield "unique" if keys.has("unique") else "type", "min_items"


def _counts(keys: FieldKeys) -> Iterator[tuple[str, str]]:
    for least, most in (("min_length", "max_length"), ("min_items", "max_items")):
        low, high = getattr(keys, least), getattr(keys, most)
        if low is not None and high is not None and low > high:
            yield least, most


def _numbers(view: View, word: str, keys: FieldKeys) -> Iterator[tuple[str, str]]:
    base = settle(view, keys)
    if base is None:
        return
    whole = limits(word, base)
    within = whole if base is keys else narrowed(word, base, whole)
    if not within.has_any() or narrowed(word, keys, within).has_any():
        return
    lower = "gt" if keys.gt is not None else "ge"
    upper = "lt" if keys.lt is not None else "le"
    said = [
        key for key in (lower, upper, "multiple_of") if exact(word, getattr(keys, key)) is not None
    ]
    if said:
        yield said[0], said[-1]


def _distinct(view: View, keys: FieldKeys) -> int | None:
    """Return how many different items a list or a set can have, if there is a small limit."""
    if keys.type is None or keys.type.name not in {"list", "set"} or not keys.type.arguments:
        return None
    if keys.type.name == "list" and not keys.unique:
        return None
    item = keys.type.arguments[0]
    found = basis_of(view, item)
    if found == ENUM and item.name in view.specs.enums:
        return len(view.specs.enums[item.name].spec.values) + item.nullable
    return 2 + item.nullable if found == "bool" else None
