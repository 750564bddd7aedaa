"""Find bounds that exclude every value between them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from framework.check.basis import ENUM, basis, is_nullable, settle
from framework.check.bounds import (
    Bound,
    Bounds,
    admitted,
    bounds_of,
    exact,
    limits,
    narrowed,
)
from framework.check.fitting import element_of
from framework.check.patterns import fault_of
from framework.check.widths import widths
from framework.spec.words import INTEGRAL, NUMERIC, TEMPORAL, TEXTUAL

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
    yield from _lengths(view, word, keys)
    distinct = _distinct(view, keys) if keys.min_items else None
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


def _lengths(view: View, word: str | None, keys: FieldKeys) -> Iterator[tuple[str, str]]:
    """Yield `pattern` with a length that no text has in which it is found."""
    if word not in TEXTUAL - {"bytes"}:
        return
    for key in (keys, settle(view, keys) or keys):
        if key.pattern is None or fault_of(key.pattern):
            continue
        said = "pattern" if key is keys else "type"
        least, most = widths(key.pattern)
        if keys.max_length is not None and least > keys.max_length:
            yield said, "max_length"
        if keys.min_length is not None and most < keys.min_length:
            yield said, "min_length"
        return


def _distinct(view: View, keys: FieldKeys) -> int | None:
    """Return how many different items a list or a set can have, if there is a limit."""
    if keys.type is None or not (keys.type.name == "set" or keys.unique):
        return None
    element = element_of(keys)
    settled = settle(view, element) if element else None
    if element is None or settled is None:
        return None
    word = basis(view, element)
    if word == ENUM:
        name = settled.type.name if settled.type else ""
        values = settled.values if settled.values is not None else view.choices_of(name)
        return len(values) + is_nullable(element)
    if word == "bool":
        return 2 + is_nullable(element)
    if word not in INTEGRAL | {"decimal"}:
        return None
    within = admitted(word, *bounds_of(settled))
    return narrowed(word, bounds_of(element), within).count() + is_nullable(element)
