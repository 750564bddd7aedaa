"""Kinds of values in words: what a key asks for, what it got, and how to get from one to other."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_EXPECTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "bool_type": "`true` or `false`",
    "list_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
    "float_type": "a number",
}
TAGS = {
    "bool": ("bool_type",),
    "str": ("string_type",),
    "int": ("int_type", "int_from_float"),
    "float": ("float_type",),
}
"""What pydantic puts behind the place of a value for each branch of a union, and what it says."""

_FOUND: dict[type[object], str] = {
    str: "text",
    int: "a number",
    float: "a number",
    list: "a list",
    dict: "a mapping",
}
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_TRUTH = {"true", "yes", "on", "false", "no", "off"}


def expectation(kinds: Sequence[str]) -> str | None:
    """Return what is expected where each of `kinds` would do; None if nobody has words for it."""
    if any(kind not in _EXPECTED for kind in kinds):
        return None
    if "float_type" in kinds:
        kinds = [kind for kind in kinds if not kind.startswith("int_")]
    spoken = ", ".join(dict.fromkeys(_EXPECTED[kind] for kind in kinds))
    words = spoken.replace(" or ", ", ").split(", ")
    return " or ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else words[0]


def kind_of(value: object) -> str:
    """Return what a value is, as a sentence says it."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, float) and not math.isfinite(value):
        return "infinity" if math.isinf(value) else "not-a-number"
    if isinstance(value, float) and not value.is_integer():
        return "a fraction"
    return _FOUND.get(type(value), "something else")


def advice(kinds: Sequence[str], value: object) -> str | None:
    """Return what to do where the spelling is all that is wrong."""
    kind = kinds[0]
    if kind == "string_type" and isinstance(value, bool | int | float):
        return f'quote it: "{str(value).lower() if isinstance(value, bool) else value}"'
    if _EXPECTED.get(kind) == "a mapping" and value is not None:
        return "write `key: value` pairs"
    return _respelt(kind, value) if isinstance(value, str) else None


def _respelt(kind: str, value: str) -> str | None:
    if kind in {"list_type", "names", "values"}:
        return f"write a list: [{value}]"
    if kind in {"int_type", "float_type"} and _NUMBER.fullmatch(value):
        return "remove the quotes"
    if kind == "bool_type" and value.lower() in _TRUTH:
        return "write `true` or `false`, without quotes"
    return None
