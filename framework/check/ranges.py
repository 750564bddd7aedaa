"""Find bounds that lie outside of what their type can hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework import wire
from framework.check.bounds import MOST_DIGITS, MOST_ITEMS, exact, limits, narrowed, places_surplus
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


def outside(keys: FieldKeys, word: str | None) -> Iterator[tuple[str, str]]:
    """Yield each key whose bound the type `word` cannot hold, and what is wrong with it."""
    for key, (least, widest) in COUNTED.items():
        count = getattr(keys, key)
        most = _LONGEST.get(word or "", widest) if key.endswith("length") else widest
        if count is not None and not least <= count <= most:
            yield key, f"is not between {least} and {most}"
    if word == "decimal" and keys.type and not keys.type.member and places_surplus(keys):
        key = "decimal_places" if keys.has("decimal_places") else "max_digits"
        yield key, "leaves fewer digits in all than behind the point (28 and 10 unless said)"
    if word not in NUMERIC | TEMPORAL:
        return
    step = exact(word, keys.multiple_of)
    if step is not None and step <= 0:
        yield "multiple_of", "is not positive"
    within = limits(word, keys)
    for key in COMPARISONS:
        number = exact(word, getattr(keys, key))
        if number is not None and not within.low <= number <= within.high:
            yield key, f"is outside the range of `{word}`"


def wider(own: FieldKeys, base: FieldKeys, word: str | None) -> Iterator[str]:
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
