"""The keywords of a schema, by what an import does with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from framework.syntax import Json

TOLD = frozenset(
    {"title", "description", "default", "example", "examples", "deprecated", "readOnly"}
    | {"writeOnly", "nullable", "$comment", "$id", "$schema", "$anchor", "$defs", "definitions"}
)
"""What is said about a value, rather than which values there are."""

COMPARED = ("minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf")
MEASURED = ("minLength", "maxLength", "pattern")
COUNTED = ("minItems", "maxItems", "uniqueItems")
SIZED = ("minProperties", "maxProperties")
SHAPING = frozenset(
    {"$ref", "type", "format", "enum", "const", "allOf", "oneOf", "anyOf", "items", "properties"}
    | {"required", "additionalProperties", "discriminator", *COMPARED, *MEASURED, *COUNTED}
    | {*SIZED, "contentEncoding", "propertyNames"}
)
KNOWN = TOLD | SHAPING


def is_extension(key: str) -> bool:
    """Tell whether a key is an `x-...` one."""
    return key.startswith("x-") and len(key) > len("x-")


def extensions_in(value: dict[str, Json]) -> dict[str, Json]:
    """Return the `x-...` keys of a mapping, but for those that an export of ours wrote."""
    return {k: v for k, v in value.items() if is_extension(k) and not k.startswith("x-spec-")}


def mapping(value: Json) -> dict[str, Json]:
    """Return a mapping, or an empty one if `value` is none."""
    return value if isinstance(value, dict) else {}


def sequence(value: Json) -> list[Json]:
    """Return a list, or an empty one if `value` is none."""
    return value if isinstance(value, list) else []


def text(value: Json) -> str | None:
    """Return a text that says something, or None."""
    return value if isinstance(value, str) and value.strip() else None


def texts(value: Json) -> list[str]:
    """Return the texts of a list."""
    return [item for item in sequence(value) if isinstance(item, str)]


def types_of(schema: dict[str, Json]) -> list[str]:
    """Return the types that a schema names, or those that its other keywords tell of."""
    said = schema.get("type")
    if isinstance(said, str):
        return [said]
    if isinstance(said, list):
        return list(dict.fromkeys(texts(said)))
    for keywords, type_ in _TELLING:
        if not keywords.isdisjoint(schema):
            return [type_]
    return []


_TELLING = (
    (frozenset({"properties", "additionalProperties", *SIZED}), "object"),
    (frozenset({"items", *COUNTED}), "array"),
    (frozenset({*MEASURED, "format"}), "string"),
    (frozenset(COMPARED), "number"),
)
