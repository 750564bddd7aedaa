"""Any JSON value, within bounds that a store can hold."""

from __future__ import annotations

from typing import Annotated, cast

from pydantic import AfterValidator, JsonValue
from pydantic_core import PydanticCustomError

from framework import wire


def _bounded(value: JsonValue) -> JsonValue:
    """Return `value`; raise when anything in it breaks what `wire.json_value` publishes."""
    left: list[object] = [value]
    while left:
        item = left.pop()
        if not _fits(item):
            code = "json_bounds"
            raise PydanticCustomError(code, "Input should be a JSON value within the bounds")
        if isinstance(item, dict):
            left += cast("dict[object, object]", item).values()
        elif isinstance(item, list):
            left += cast("list[object]", item)
    return value


def _fits(item: object) -> bool:
    """Tell whether `item` itself, not what is inside it, is within the bounds."""
    match item:
        case None | bool():
            return True
        case int() | float():
            return -wire.JSON_NUMBER <= item <= wire.JSON_NUMBER
        case str():
            return len(item) <= wire.JSON_STRING_LENGTH and "\0" not in item
        case list():
            return len(cast("list[object]", item)) <= wire.JSON_ITEMS
        case dict():
            members = cast("dict[object, object]", item)
            return len(members) <= wire.JSON_ITEMS and all(map(_fits_key, members))
        case _:
            return False


def _fits_key(key: object) -> bool:
    return isinstance(key, str) and len(key) <= wire.JSON_KEY_LENGTH and "\0" not in key


Json = Annotated[JsonValue, AfterValidator(_bounded)]
