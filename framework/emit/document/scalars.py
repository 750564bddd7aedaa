"""The JSON Schema of the language's own types with their bounds: what the runtime accepts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework import wire
from framework.emit.references import is_unsigned, narrowed

if TYPE_CHECKING:
    from framework.contract import Bounds
    from framework.emit.document import Document

JSON_VALUE = "JsonValue"
_NUMERIC = {"int", "int32", "int64", "float"}
_TIGHTER = {"minimum": max, "maximum": min, "maxLength": min}


def scalar_schema(kind: str, *all_bounds: Bounds) -> Document:
    """Return the schema of the scalar `kind` within bounds of which later ones narrow earlier."""
    bounds = narrowed(all_bounds)
    if kind == "json":
        return {"$ref": f"#/components/schemas/{JSON_VALUE}"}
    schema = dict(wire.SCHEMAS[kind])
    if kind == "decimal":
        schema["pattern"] = _decimal(bounds)
    elif kind == "bytes":
        schema["pattern"] = wire.base64_pattern(bounds.min_length or 0, bounds.max_length)
    elif kind in _NUMERIC:
        _merge(schema, _compared(bounds))
    else:
        _merge(schema, {"minLength": bounds.min_length, "maxLength": bounds.max_length})
        patterns = dict.fromkeys(each.pattern for each in all_bounds if each.pattern is not None)
        if patterns:
            schema["allOf"] = [{"pattern": pattern} for pattern in patterns]
    return schema


def _compared(bounds: Bounds) -> dict[str, object]:
    return {
        "minimum": bounds.ge,
        "exclusiveMinimum": bounds.gt,
        "maximum": bounds.le,
        "exclusiveMaximum": bounds.lt,
        "multipleOf": bounds.multiple_of,
    }


def _merge(schema: Document, keywords: dict[str, object]) -> None:
    """Add keywords; where the type has one of its own, the tighter of the two stays."""
    for keyword, value in keywords.items():
        if value is None:
            continue
        own = schema.get(keyword)
        if isinstance(own, (int, float)) and isinstance(value, (int, float)):
            schema[keyword] = _TIGHTER[keyword](own, value)
        else:
            schema[keyword] = value


def _decimal(bounds: Bounds) -> str:
    return wire.decimal_pattern(
        wire.DECIMAL_DIGITS if bounds.max_digits is None else bounds.max_digits,
        wire.DECIMAL_PLACES if bounds.decimal_places is None else bounds.decimal_places,
        signed=not is_unsigned(bounds),
    )
