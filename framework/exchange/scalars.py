"""Read scalars and constants: their type, their format, their bounds."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from framework import wire
from framework.exchange.keywords import COMPARED, MEASURED, text
from framework.exchange.nodes import Shape, json_shape
from framework.exchange.rules import MALFORMED, NOT_SAID, WIDENED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framework.exchange.losses import Losses
    from framework.syntax import Json, Path

_FORMATS = {
    "date-time": "datetime",
    "date": "date",
    "time-local": "time",
    "duration": "duration",
    "uuid": "uuid",
    "email": "email",
    "uri": "url",
    "url": "url",
    "byte": "bytes",
    "base64": "bytes",
    "decimal": "decimal",
}
_PATTERNS = {
    str(wire.SCHEMAS[word]["pattern"]): word
    for word in ("datetime", "date", "time", "duration", "uuid", "email", "url")
}
_KEYS: dict[str, str] = {
    "minimum": "ge",
    "exclusiveMinimum": "gt",
    "maximum": "le",
    "exclusiveMaximum": "lt",
    "multipleOf": "multiple_of",
    "minLength": "min_length",
    "maxLength": "max_length",
    "pattern": "pattern",
}
_RANGES: dict[str, tuple[float, float]] = {
    "int": (wire.INT_MIN, wire.INT_MAX),
    "int32": (wire.INT32_MIN, wire.INT32_MAX),
    "int64": (wire.INT64_MIN, wire.INT64_MAX),
    "float": (-wire.FLOAT_MAX, wire.FLOAT_MAX),
}
_OWN_LENGTHS = {"email": wire.EMAIL_LENGTH, "url": wire.URL_LENGTH}
_DECIMAL = re.compile(
    r"\^(-\?)?(?:0|\(0\|\[1-9\]\[0-9\]\{0,([0-9]+)\}\))(?:\(\\\.\[0-9\]\{1,([0-9]+)\}\)\?)?\$"
)


def scalar(type_: str, schema: dict[str, Json], at: Path, losses: Losses) -> Shape:
    """Return the shape of a scalar of the JSON type `type_`."""
    if type_ == "boolean":
        return Shape(at, word="bool")
    if type_ == "string":
        return _string(schema, at, losses)
    return _number(type_, schema, at, losses)


def choice(values: Sequence[Json], at: Path, losses: Losses) -> Shape:
    """Return the shape of one of a few constants, none of which is null."""
    unique = list({(type(value), str(value)): value for value in values}.values())
    if len(unique) == 1 and isinstance(unique[0], (str, int)):
        return Shape(at, keys={"const": unique[0]})
    if {*map(type, unique)} == {bool}:
        return Shape(at, word="bool")
    if unique and all(isinstance(value, str) for value in unique):
        if "" not in unique:
            return Shape(at, keys={"values": unique})
        losses.say(WIDENED, at, "an empty text is no value of an enum", "it is a `string`")
        return Shape(at, word="string")
    if unique and all(isinstance(v, (int, float)) and not isinstance(v, bool) for v in unique):
        return _numbers([v for v in unique if isinstance(v, (int, float))], at, losses)
    losses.say(WIDENED, at, "constants of several types are no enum", "it is `json`")
    return json_shape(at)


def _numbers(values: list[int | float], at: Path, losses: Losses) -> Shape:
    word = "int" if all(isinstance(value, int) for value in values) else "float"
    losses.say(WIDENED, at, "an enum of numbers", f"it is {word} from the least to the greatest")
    return Shape(at, word=word, keys={"ge": min(values), "le": max(values)})


def _string(schema: dict[str, Json], at: Path, losses: Losses) -> Shape:
    own = _own(schema, at)
    if own is not None:
        return own
    format_ = text(schema.get("format"))
    word = _FORMATS.get(format_) if format_ else None
    if schema.get("contentEncoding") == "base64":
        word = "bytes"
    keys = _bounds(schema, MEASURED, at, losses)
    if keys.get("min_length") == 0:
        del keys["min_length"]
    if format_ == "password":
        keys["sensitive"] = True
    elif word is None and format_ is not None:
        losses.say(NOT_SAID, (*at, "format"), f"format `{format_[:40]}`", "it is a `string`")
    return Shape(at, word=word or "string", keys=keys)


def _own(schema: dict[str, Json], at: Path) -> Shape | None:
    """Return the shape of what the compiler itself publishes, known by its pattern."""
    pattern = schema.get("pattern")
    if not isinstance(pattern, str):
        return None
    if pattern in {wire.NUL_FREE, wire.LISTED_TEXT} and "format" not in schema:
        return Shape(at, word="string", keys=_lengths(schema))
    word = _PATTERNS.get(pattern)
    if word:
        keys = _lengths(schema)
        if keys.get("max_length") == _OWN_LENGTHS.get(word):
            keys.pop("max_length", None)
        return Shape(at, word=word, keys=keys)
    found = _DECIMAL.fullmatch(pattern) if schema.get("format") == "decimal" else None
    if found:
        return Shape(at, word="decimal", keys=_digits(found))
    if schema.get("contentEncoding") == "base64" and pattern == wire.base64_pattern():
        return Shape(at, word="bytes")
    return None


def _digits(found: re.Match[str]) -> dict[str, Json]:
    places = int(found[3] or 0)
    digits = places + (int(found[2]) + 1 if found[2] else 0)
    keys: dict[str, Json] = {} if found[1] else {"ge": "0"}
    if digits != wire.DECIMAL_DIGITS:
        keys["max_digits"] = digits
    if places != wire.DECIMAL_PLACES:
        keys["decimal_places"] = places
    return keys


def _lengths(schema: dict[str, Json]) -> dict[str, Json]:
    found = {"min_length": schema.get("minLength"), "max_length": schema.get("maxLength")}
    return {key: value for key, value in found.items() if isinstance(value, int)}


def _number(type_: str, schema: dict[str, Json], at: Path, losses: Losses) -> Shape:
    format_ = text(schema.get("format"))
    word = "float"
    if type_ == "integer":
        word = {"int32": "int32", "int64": "int64"}.get(str(format_), "int")
    if format_ and format_ not in {"int32", "int64", "float", "double"}:
        losses.say(NOT_SAID, (*at, "format"), f"format `{format_[:40]}`", f"it is `{word}`")
    keys = _bounds(_exclusive(schema), COMPARED, at, losses)
    for key, value in keys.items():
        if word != "float" and isinstance(value, float) and value.is_integer():
            keys[key] = int(value)
    if word == "int" and any(isinstance(v, int) and abs(v) > wire.INT_MAX for v in keys.values()):
        word = "int64"
    low, high = _RANGES[word]
    said = {"ge": low, "gt": low, "le": high, "lt": high}
    for key, limit in said.items():
        value = keys.get(key)
        if isinstance(value, (int, float)) and _says_nothing(key, value, limit):
            del keys[key]
    return Shape(at, word=word, keys=keys)


def _says_nothing(key: str, value: float, limit: float) -> bool:
    if key == "ge":
        return value <= limit
    if key == "le":
        return value >= limit
    return value < limit if key == "gt" else value > limit


def _exclusive(schema: dict[str, Json]) -> dict[str, Json]:
    """Return the schema with the bounds of OpenAPI 3.0 as 3.1 has them."""
    found = dict(schema)
    for bound, exclusive in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
        flag = found.get(exclusive)
        if isinstance(flag, bool):
            del found[exclusive]
            if flag and bound in found:
                found[exclusive] = found.pop(bound)
    return found


def _bounds(
    schema: dict[str, Json], keywords: tuple[str, ...], at: Path, losses: Losses
) -> dict[str, Json]:
    found: dict[str, Json] = {}
    for keyword in keywords:
        if keyword not in schema:
            continue
        value = schema[keyword]
        if _is_bound(keyword, value):
            found[_KEYS[keyword]] = value
        else:
            losses.say(MALFORMED, (*at, keyword), f"`{keyword}` is of the wrong type", "left out")
    return found


def _is_bound(keyword: str, value: Json) -> bool:
    if keyword == "pattern":
        return isinstance(value, str)
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        return False
    return isinstance(value, int) if keyword in MEASURED else True
