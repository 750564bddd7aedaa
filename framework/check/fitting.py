"""Tell whether a value that stands in a spec is one that its field would accept."""

from __future__ import annotations

import json
import math
from base64 import b64decode
from decimal import Decimal
from typing import TYPE_CHECKING, cast

from framework import wire
from framework.check.basis import ENUM, basis, is_nullable, settle
from framework.check.bounds import (
    Bounds,
    admitted,
    bounds_of,
    exact,
    limits,
    matches,
    narrowed,
)
from framework.check.patterns import fault_of, found_in
from framework.spec.words import COMPARISONS, NUMERIC, TEMPORAL

if TYPE_CHECKING:
    from fractions import Fraction

    from framework.check.bounds import Bound
    from framework.check.view import View
    from framework.spec import FieldKeys
    from framework.syntax import Path, TypeExpr

_MOST_CHOICES = 8
_QUOTED = TEMPORAL | {"decimal", "uuid", "email", "url", "bytes"}


def unfit(view: View, keys: FieldKeys, value: object) -> str | None:
    """Return why a field would refuse `value`; None if it accepts it, or if nobody can tell."""
    settled = settle(view, keys)
    word = basis(view, keys)
    if settled is None or word is None:
        return None
    if value is None:
        return None if is_nullable(keys) or word == "json" else "is null"
    if settled.const is not None:
        same = type(value) is type(settled.const) and value == settled.const
        return None if same else f"is not `{settled.const}`"
    return _unfit(view, keys, settled, word, value)


def where(view: View, keys: FieldKeys, value: object) -> Path:
    """Return the steps to the part of `value` that is to blame: none, or those to an item."""
    element = element_of(keys)
    if element is None or not isinstance(value, list | dict):
        return ()
    listed = cast("list[object] | dict[str, object]", value)
    items = listed.items() if isinstance(listed, dict) else enumerate(listed)
    for step, item in items:
        if unfit(view, element, item):
            return (step, *where(view, element, item))
    return ()


def _unfit(view: View, keys: FieldKeys, settled: FieldKeys, word: str, value: object) -> str | None:
    if word == ENUM:
        return _choice(view, settled, value)
    if word in {"list", "set", "dict"}:
        return _collection(view, keys, word, value)
    if word in NUMERIC | TEMPORAL:
        return _number(word, keys, settled, value)
    if word in {"model", "union"}:
        return "cannot be written in a spec: it is a model's"
    return _scalar(word, keys, value) or _scalar(word, settled, value)


def _choice(view: View, keys: FieldKeys, value: object) -> str | None:
    if keys.values is not None:
        values = dict.fromkeys(keys.values)
    else:
        values = view.choices_of(cast("TypeExpr", keys.type).name)
    if isinstance(value, str) and value in values:
        return None
    more = f", … ({len(values):,} in all)" if len(values) > _MOST_CHOICES else ""
    return f"is none of {', '.join([*values][:_MOST_CHOICES])}{more}"


def _number(word: str, keys: FieldKeys, settled: FieldKeys, value: object) -> str | None:
    number = exact(word, value)
    if number is None:
        return f"is no `{word}`" + (", which is text in quotes" if _is_bare(word, value) else "")
    within = admitted(word, *bounds_of(settled))
    within = within if settled is keys else narrowed(word, bounds_of(keys), within)
    if not within.admits(number):
        broken = _broken(word, keys, number) or _broken(word, settled, number)
        return f"violates {broken}" if broken else f"is outside the range of `{word}`"
    if within.grid and number % within.grid:
        return _off_grid(word, within.grid)
    return None


def _broken(word: str, keys: FieldKeys, number: Fraction) -> str | None:
    """Return the bound of `keys` that excludes `number`, as it is written."""
    whole = limits(word, Bounds._make([None] * len(Bounds._fields)))
    for key in COMPARISONS:
        bound: Bound | None = getattr(keys, key)
        alone = Bounds._make(bound if name == key else None for name in Bounds._fields)
        if bound is not None and not narrowed(word, alone, whole).admits(number):
            return f"`{key}: {bound}`"
    return None


def _off_grid(word: str, grid: Fraction) -> str:
    if word in TEMPORAL:
        return "is finer than a microsecond"
    if grid.numerator == 1 and word == "decimal":
        return f"has more than {len(str(grid.denominator)) - 1} digits behind the point"
    step = Decimal(grid.numerator) / Decimal(grid.denominator)
    return f"is no multiple of {step.normalize():f}"


def _is_bare(word: str, value: object) -> bool:
    return word in _QUOTED and not isinstance(value, str)


def _scalar(word: str, keys: FieldKeys, value: object) -> str | None:
    if word == "bool":
        return None if isinstance(value, bool) else "is neither `true` nor `false`"
    if word == "json":
        return None if _is_json(value) else "is no JSON value within the bounds"
    return _text(word, keys, value)


def _text(word: str, keys: FieldKeys, value: object) -> str | None:
    if not isinstance(value, str):
        return f"is no `{word}`, which is text in quotes"
    if word != "string" and not matches(word, value):
        return f"is no `{word}`"
    if "\0" in value:
        return "holds NUL"
    length = len(b64decode(value)) if word == "bytes" else len(value)
    most = {"email": wire.EMAIL_LENGTH, "url": wire.URL_LENGTH}.get(word, math.inf)
    if keys.max_length is not None:
        most = min(most, keys.max_length)
    if not (keys.min_length or 0) <= length <= most:
        return f"has a length of {length:,}, not {_counts(keys.min_length, most)}"
    if keys.pattern is not None and not fault_of(keys.pattern):
        return None if found_in(keys.pattern, value) else "does not match the `pattern`"
    return None


def _collection(view: View, keys: FieldKeys, word: str, value: object) -> str | None:
    items = _items(word, value)
    if items is None:
        return f"is no {'mapping' if word == 'dict' else 'list'}"
    most = math.inf if keys.max_items is None else keys.max_items
    if not (keys.min_items or 0) <= len(items) <= most:
        return f"has {len(items):,} items, not {_counts(keys.min_items, most)}"
    element = element_of(keys)
    inner = basis(view, element) if element else None
    if (word == "set" or keys.unique) and len({_same(inner, i) for i in items}) < len(items):
        return "has equal items"
    reasons = (unfit(view, element, item) for item in items) if element else ()
    return next((f"has an item that {reason}" for reason in reasons if reason), None)


def _counts(least: int | None, most: float) -> str:
    if most == math.inf:
        return f"{least or 0:,} or more"
    return f"{least:,} to {most:,}" if least else f"{most:,} or fewer"


def _items(word: str, value: object) -> list[object] | None:
    if word == "dict":
        mapping = isinstance(value, dict)
        return [*cast("dict[str, object]", value).values()] if mapping else None
    return cast("list[object]", value) if isinstance(value, list) else None


def element_of(keys: FieldKeys) -> FieldKeys | None:
    """Return the keys of the elements of a list, a set or a dict; None if it has none."""
    argument = keys.type.arguments[-1] if keys.type and keys.type.arguments else None
    if keys.items is not None:
        return keys.items.model_copy(update={"type": argument}) if argument else keys.items
    return type(keys).model_validate({"type": str(argument)}) if argument else None


def _same(word: str | None, item: object) -> object:
    """Return what is equal for equal items: of numbers and times, the value."""
    number = exact(word, item) if word in NUMERIC | TEMPORAL else None
    return json.dumps(item, sort_keys=True, default=str) if number is None else number


def _is_json(value: object) -> bool:
    waiting = [value]
    while waiting:
        item = waiting.pop()
        inner = _items("dict", item) or _items("list", item) or []
        if len(inner) > wire.JSON_ITEMS or not _is_plain_json(item):
            return False
        waiting += inner
    return True


def _is_plain_json(item: object) -> bool:
    if isinstance(item, int | float):
        return math.isfinite(item) and abs(item) <= wire.JSON_NUMBER
    return not isinstance(item, str) or ("\0" not in item and len(item) <= wire.JSON_STRING_LENGTH)
