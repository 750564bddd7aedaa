"""Find the field that tells the members of a union apart, and make its values constants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.exchange.nodes import ModelNode, Property, Shape, UnionNode

if TYPE_CHECKING:
    from framework.syntax import Json

_Constant = str | int | bool


def tagged(union: UnionNode) -> str | None:
    """Give each member of the union its constant; return why that cannot be done, if it cannot."""
    members = _members(union)
    if members is None:
        return "alternatives that are no models"
    field = union.discriminator or _shared(members)
    if field is None:
        return "no field tells the alternatives apart"
    tags = [_tag(union, member, field) for member in members]
    if any(tag is None for tag in tags):
        return f"`{field}` has no constant in each of the alternatives"
    if len({(type(tag), tag) for tag in tags}) < len(tags):
        return f"`{field}` has the same value in two of the alternatives"
    union.discriminator = field
    for member, tag in zip(members, tags, strict=True):
        _fix(member, field, tag)
    return None


def _members(union: UnionNode) -> list[ModelNode] | None:
    """Return the members, those of unions within it too, each once."""
    found: dict[int, ModelNode] = {}
    shapes: dict[int, Shape] = {}
    waiting, seen = list(reversed(union.members)), {id(union)}
    while waiting:
        shape = waiting.pop()
        if isinstance(shape.node, ModelNode):
            found.setdefault(id(shape.node), shape.node)
            shapes.setdefault(id(shape.node), shape)
        elif isinstance(shape.node, UnionNode) and id(shape.node) not in seen:
            seen.add(id(shape.node))
            union.tags = {**shape.node.tags, **union.tags}
            waiting.extend(reversed(shape.node.members))
        elif not isinstance(shape.node, UnionNode):
            return None
    union.members = list(shapes.values())
    return list(found.values()) if len(found) > 1 else None


def _shared(members: list[ModelNode]) -> str | None:
    """Return the first required field that has another constant in each of the members."""
    for name in members[0].properties:
        constants = [_constant(member.properties.get(name)) for member in members]
        known = {(type(value), value) for value in constants if value is not None}
        if len(known) == len(members):
            return name
    return None


def _constant(field: Property | None) -> _Constant | None:
    if (
        field is None
        or field.shape.nullable
        or not {"optional", "readonly", "writeonly"}.isdisjoint(field.keys)
    ):
        return None
    value = field.shape.keys.get("const")
    return value if isinstance(value, (str, int)) else None


def _tag(union: UnionNode, member: ModelNode, field: str) -> _Constant | None:
    known = member.properties.get(field)
    constant = known.shape.keys.get("const") if known else None
    said = union.tags.get(id(member))
    if isinstance(constant, (str, int)):
        spelt = constant if isinstance(constant, str) else str(constant).lower()
        return constant if said is None or said == spelt else None
    tag = said or (str(member.at[-1]) if union.discriminator and len(member.at) == 3 else None)  # noqa: PLR2004  # components, schemas, name
    if known is None or tag is None:
        return tag
    return tag if _admits(known.shape, tag) else None


def _admits(shape: Shape, tag: str) -> bool:
    node_values = getattr(shape.node, "values", None)
    values: Json = shape.keys.get("values", node_values)
    if isinstance(values, list):
        return tag in values
    return shape.word == "string"


def _fix(member: ModelNode, field: str, tag: _Constant | None) -> None:
    known = member.properties.get(field)
    at = known.at if known else member.at
    keys = dict(known.keys) if known else {}
    for key in ("optional", "readonly", "writeonly", "default", "example"):
        keys.pop(key, None)
    shape = Shape(at, keys={"const": tag})
    member.properties[field] = Property(field, shape, keys, at)
