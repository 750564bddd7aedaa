"""Find bounds that exclude every value between them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from framework.check.basis import ENUM, basis, basis_of, settle
from framework.check.bounds import Bound, Bounds, bounds_of, exact, limits, narrowed
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
    own = bounds_of(keys)
    if base is None:
        return
    found = _excluded(word, *own) if base is keys else _left(word, own, bounds_of(base))
    if found:
        yield found


@lru_cache(maxsize=4096, typed=True)  # the same few bounds stand at thousands of fields
def _excluded(word: str, *said: Bound | None) -> tuple[str, str] | None:
    return _left(word, Bounds._make(said), None)


def _left(word: str, own: Bounds, base: Bounds | None) -> tuple[str, str] | None:
    """Return which keys of `own` leave nothing of what `base` leaves of the type, if they do."""
    within = limits(word, base or own)
    within = narrowed(word, base, within) if base else within
    if not within.has_any() or narrowed(word, own, within).has_any():
        return None
    lower = "gt" if own.gt is not None else "ge"
    upper = "lt" if own.lt is not None else "le"
    keys = (lower, upper, "multiple_of")
    said = [key for key in keys if exact(word, getattr(own, key)) is not None]
    return (said[0], said[-1]) if said else None


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
