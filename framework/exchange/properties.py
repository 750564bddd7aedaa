"""Read what a document tells about a property or a parameter beside its type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.exchange.keywords import extensions_in, sequence, text
from framework.exchange.nodes import EnumNode, ModelNode, Property, UnionNode
from framework.exchange.rules import NOT_SAID

if TYPE_CHECKING:
    from framework.exchange.losses import Losses
    from framework.exchange.nodes import Shape
    from framework.syntax import Json, Path


def property_of(
    wire: str, shape: Shape, sites: list[tuple[Json, Path]], losses: Losses, *, required: bool
) -> Property:
    """Return a property; of several schemas the later ones tell."""
    at = sites[-1][1]
    keys: dict[str, Json] = {}
    for schema, where in sites:
        if isinstance(schema, dict):
            keys.update(told(schema, where, shape, losses))
    if "const" in shape.keys and "default" in keys:
        if keys.pop("default") != shape.keys["const"]:
            losses.say(NOT_SAID, (*at, "default"), "`default` of a constant")
    elif required and "default" in keys:
        del keys["default"]
        losses.say(NOT_SAID, (*at, "default"), "`default` of what is required")
    if keys.get("readonly") and keys.get("writeonly"):
        del keys["readonly"], keys["writeonly"]
        losses.say(NOT_SAID, at, "both `readOnly` and `writeOnly`", "neither counts")
    if "default" in keys and keys["default"] is None and not shape.nullable and not shape.is_free:
        del keys["default"]
        losses.say(NOT_SAID, (*at, "default"), "`default` is null, and the value never is")
    if not required and "default" not in keys:
        keys["optional"] = True
    return Property(wire, shape, keys, at)


def told(schema: dict[str, Json], at: Path, shape: Shape, losses: Losses) -> dict[str, Json]:
    """Return the keys of a field that a schema tells, but for its type."""
    keys: dict[str, Json] = {}
    inside = isinstance(shape.node, (ModelNode, EnumNode, UnionNode)) and shape.node.at == at
    if not inside:  # else it is told of what is declared there
        description = text(schema.get("description"))
        keys.update(extensions_in(schema))
        if description:
            keys["description"] = description
        if "title" in schema:
            _title(schema, at, keys, losses)
    if schema.get("deprecated") is True:
        keys["deprecated"] = True
    for key, ours in (("readOnly", "readonly"), ("writeOnly", "writeonly")):
        if schema.get(key) is True:
            keys[ours] = True
    if "default" in schema:
        keys["default"] = schema["default"]
    return keys | _example(schema, at, losses)


def _title(schema: dict[str, Json], at: Path, keys: dict[str, Json], losses: Losses) -> None:
    if "description" not in keys and text(schema["title"]):
        keys["description"] = schema["title"]
    else:
        losses.say(NOT_SAID, (*at, "title"), "`title` beside a description")


def _example(schema: dict[str, Json], at: Path, losses: Losses) -> dict[str, Json]:
    several = sequence(schema.get("examples"))
    if "example" in schema:
        if several:
            losses.say(NOT_SAID, (*at, "examples"), "`examples` beside an example")
        return {"example": schema["example"]}
    if not several:
        return {}
    if len(several) > 1:
        losses.say(NOT_SAID, (*at, "examples"), "examples beyond the first one")
    return {"example": several[0]}
