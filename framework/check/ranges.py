"""Find bounds that lie outside of what their type can hold."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from framework import wire
from framework.check.bounds import (
    MOST_DIGITS,
    MOST_ITEMS,
    Bound,
    Bounds,
    bounds_of,
    exact,
    limits,
    narrowed,
    places_surplus,
)
from framework.spec.words import COMPARISONS, NUMERIC, TEMPORAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.spec import FieldKeys

COUNTED: dict[str, tuple[int, int]] = {
    **dict.fromkeys(("min_length", "max_length", "min_items", "max_items"), (0, MOST_ITEMS)),
    "max_digits": (1, MOST_DIGITS),
    "decimal_places": (0, MOST_DIGITS),
}
_LONGEST = {"email": wire.EMAIL_LENGTH, "url": wire.URL_LENGTH}


@lru_cache(maxsize=4096, typed=True)  # the same few bounds stand at thousands of fields
def unreadable(word: str | None, *said: Bound | None) -> tuple[str, ...]:
    """Return the keys whose bound is no value of the type `word`; `said` are all `Bounds`."""
    bounds = Bounds._make(said)
    fitting = dict.fromkeys(COMPARISONS, NUMERIC | TEMPORAL) | {"multiple_of": NUMERIC}
    return tuple(
        key
        for key, words in fitting.items()
        if word in words
        and (value := getattr(bounds, key)) is not None
        and exact(word, value) is None
    )


def outside(keys: FieldKeys, word: str | None) -> tuple[tuple[str, str], ...]:
    """Return each key whose bound the type `word` cannot hold, and what is wrong with it."""
    bounds = bounds_of(keys)
    if keys.type is not None and keys.type.member is not None:
        bounds = bounds._replace(max_digits=None, decimal_places=None)  # said by what it refers to
    return _outside(word, *bounds)


@lru_cache(maxsize=4096, typed=True)
def _outside(word: str | None, *said: Bound | None) -> tuple[tuple[str, str], ...]:
    bounds = Bounds._make(said)
    return (*_counts(word, bounds), *_numbers(word, bounds))


def _counts(word: str | None, bounds: Bounds) -> Iterator[tuple[str, str]]:
    for key, (least, widest) in COUNTED.items():
        count = getattr(bounds, key)
        most = _LONGEST.get(word or "", widest) if key.endswith("length") else widest
        if count is not None and not least <= count <= most:
            yield key, f"is not between {least} and {most}"
    if word == "decimal" and places_surplus(bounds):
        key = "max_digits" if bounds.decimal_places is None else "decimal_places"
        yield key, "leaves fewer digits in all than behind the point (28 and 10 unless said)"


def _numbers(word: str | None, bounds: Bounds) -> Iterator[tuple[str, str]]:
    if word not in NUMERIC | TEMPORAL:
        return
    step = exact(word, bounds.multiple_of)
    if step is not None and step <= 0:
        yield "multiple_of", "is not positive"
    within = limits(word, bounds)
    for key in COMPARISONS:
        number = exact(word, getattr(bounds, key))
        if number is not None and not within.low <= number <= within.high:
            yield key, f"is outside the range of `{word}`"


def wider(own: Bounds, base: Bounds, word: str | None) -> Iterator[str]:
    """Yield each bound of `own` that lies outside of what `base` admits."""
    if own.min_length is not None and own.min_length < (base.min_length or 0):
        yield "min_length"
    if own.max_length is not None and own.max_length > (base.max_length or own.max_length):
        yield "max_length"
    if word not in NUMERIC | TEMPORAL:
        return
    within = narrowed(word, base, limits(word, base))
    for key in COMPARISONS:
        number = exact(word, getattr(own, key))
        if number is None:
            continue
        if number < within.low if key in {"ge", "gt"} else number > within.high:
            yield key
