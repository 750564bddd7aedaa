"""Schemas of parameters, where they are narrower than those of their types."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from framework import wire
from framework.contract import Listed, Location

if TYPE_CHECKING:
    from framework.contract import Parameter
    from framework.emit.document import Document
    from framework.emit.document.schemas import Schemas

_SEGMENT = {"pattern": "^[^/]+$"}


def parameter_schema(parameter: Parameter, schemas: Schemas) -> Document:
    """Return the schema of a parameter; text in a list of a header has no comma in it.

    Nor has an address or base64 a slash in a path: `%2F` ends a segment like the slash itself.
    """
    schema = schemas.field(parameter.field, closed=True)
    type_ = parameter.field.type
    if parameter.location is Location.HEADER and isinstance(type_, Listed):
        schema["items"] = _listed(schemas.of(type_.item, closed=True))
    if parameter.location is Location.PATH and _may_hold_slashes(schema):
        own = cast("list[object]", schema.get("allOf", []))
        schema["allOf"] = [*own, *(each for each in [_SEGMENT] if each not in own)]
    return schema


def _may_hold_slashes(schema: Document) -> bool:
    return schema.get("format") == "email" or schema.get("contentEncoding") == "base64"


def _listed(item: Document) -> Document:
    """Return the schema of an item; a pattern that says more than the own one takes its place."""
    if item.get("type") != "string":
        return item
    if item.get("pattern") == wire.NUL_FREE:
        return {**item, "pattern": wire.LISTED_TEXT}
    own = cast("list[object]", item.get("allOf", []))
    return {**item, "allOf": [*own, {"pattern": wire.LISTED_TEXT}]}
