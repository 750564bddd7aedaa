"""SPEC247 `bound-range`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework import wire
from framework.check.basis import basis
from framework.check.bounds import MOST_DIGITS, MOST_ITEMS, exact, limits, places_surplus
from framework.check.rule import CheckRule, Finding
from framework.spec.words import COMPARISONS, NUMERIC, TEMPORAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.uses import FieldUse
    from framework.check.view import View

_COUNTED = {
    **dict.fromkeys(("min_length", "max_length", "min_items", "max_items"), (0, MOST_ITEMS)),
    "max_digits": (1, MOST_DIGITS),
    "decimal_places": (0, MOST_DIGITS),
}
_LONGEST = {"email": wire.EMAIL_LENGTH, "url": wire.URL_LENGTH}


def bound_range(view: View) -> Iterator[Finding]:
    """Find bounds outside of what their field's type can hold.

    ## Why is this bad?
    Such a bound either excludes nothing or excludes everything; mostly a digit slipped in.

    ## Example
    ```yaml
    count: {type: int32, le: 3000000000}
    ```

    ## Use instead
    ```yaml
    count: {type: int64, le: 3000000000}
    ```
    """
    for field in view.having(*COMPARISONS, "multiple_of", *_COUNTED):
        for key, reason in _faults(field, basis(view, field.keys)):
            yield Finding(
                f"`{key}` of `{field.name}` {reason}",
                field.place.at(key),
                help="write a bound within the type's range, or choose a wider type",
            )


def _faults(field: FieldUse, word: str | None) -> Iterator[tuple[str, str]]:
    for key, (least, widest) in _COUNTED.items():
        count = getattr(field.keys, key)
        most = _LONGEST.get(word or "", widest) if key.endswith("length") else widest
        if count is not None and not least <= count <= most:
            yield key, f"is not between {least} and {most}"
    if word == "decimal" and places_surplus(field.keys):
        key = "decimal_places" if field.keys.has("decimal_places") else "max_digits"
        yield key, "leaves fewer digits in all than behind the point (28 and 10 unless said)"
    if word not in NUMERIC | TEMPORAL:
        return
    step = exact(word, field.keys.multiple_of)
    if step is not None and step <= 0:
        yield "multiple_of", "is not positive"
    within = limits(word, field.keys)
    for key in COMPARISONS:
        number = exact(word, getattr(field.keys, key))
        if number is not None and not within.low <= number <= within.high:
            yield key, f"is outside the range of `{word}`"


RULE = CheckRule("SPEC247", "bound-range", bound_range)
