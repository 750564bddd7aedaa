"""Recognise what the compiler itself publishes, where the plain reading would say less."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from framework import wire
from framework.exchange.keywords import mapping, text
from framework.exchange.nodes import Shape, json_shape

if TYPE_CHECKING:
    from framework.syntax import Json, Path

_JSON_VALUE = "#/components/schemas/JsonValue"
_FRAMEWORK: tuple[object, ...] = tuple(
    json.loads(json.dumps(schema))
    for schema in (wire.PROBLEM_SCHEMA, wire.VALIDATION_PROBLEM_SCHEMA)
)


def recognised(schema: dict[str, Json], at: Path) -> Shape | None:
    """Return the shape of a schema that has no other source than the compiler."""
    if "anyOf" in schema and schema == wire.json_value(_JSON_VALUE):
        return json_shape(at)
    return None


def is_own(schema: Json) -> bool:
    """Tell whether a component is one that the compiler adds: a problem, or any JSON value."""
    if not isinstance(schema, dict):
        return False
    known = problem_name(schema) is not None or is_framework_problem(schema)
    return known or schema == wire.json_value(_JSON_VALUE)


def is_ours(root: dict[str, Json]) -> bool:
    """Tell whether the compiler wrote a document: the problems of the framework are in it."""
    declared = mapping(mapping(root.get("components")).get("schemas"))
    return any(isinstance(s, dict) and is_framework_problem(s) for s in declared.values())


def is_framework_problem(schema: dict[str, Json]) -> bool:
    """Tell whether a schema is that of the problems which the framework answers by itself."""
    return schema in _FRAMEWORK


def problem_name(schema: dict[str, Json]) -> str | None:
    """Return the name of the declared error that a schema was compiled from, if there is one."""
    urn = text(mapping(mapping(schema.get("properties")).get("type")).get("const"))
    if urn is None or not urn.startswith(wire.PROBLEM_PREFIX) or is_framework_problem(schema):
        return None
    return urn.removeprefix(wire.PROBLEM_PREFIX)
