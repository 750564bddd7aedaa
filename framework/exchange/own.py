"""Recognise what the compiler itself publishes, where the plain reading would say less."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework import wire
from framework.exchange.nodes import Shape, json_shape

if TYPE_CHECKING:
    from framework.syntax import Json, Path

_JSON_VALUE = "#/components/schemas/JsonValue"


def recognised(schema: dict[str, Json], at: Path) -> Shape | None:
    """Return the shape of a schema that has no other source than the compiler."""
    if "anyOf" in schema and schema == wire.json_value(_JSON_VALUE):
        return json_shape(at)
    return None
