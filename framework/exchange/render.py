"""Write shapes down as the keys of fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.exchange.identities import EXTERNAL
from framework.exchange.nodes import Shape
from framework.spec.models import FieldKeys
from framework.spec.words import BOUNDS, COUNTS

if TYPE_CHECKING:
    from framework.exchange.nodes import ModelNode, Property
    from framework.syntax import Json

_ORDER = {key: index for index, key in enumerate(FieldKeys.model_fields)}
_NARROWING = frozenset(BOUNDS) - frozenset(COUNTS)
_IDS = frozenset({"int", "int32", "int64", "uuid", "string"})


def field_of(name: str, field: Property, wire: str) -> Json:
    """Return a field of a model named `name`, as short as it can be written."""
    keys = keys_of(field.shape)
    if field.refers:
        keys = _reference(keys, *field.refers)
    keys.update(field.keys)
    if name != wire:
        keys["alias"] = wire
    if name.endswith("_id") and keys.get("type") in {*_IDS, *(f"{word}?" for word in _IDS)}:
        keys["external"] = True
        if keys.get(EXTERNAL) is True:
            del keys[EXTERNAL]
    return short(keys)


def _reference(keys: dict[str, Json], node: ModelNode, field: Property) -> dict[str, Json]:
    """Return the type as that of a field of another model, with the bounds that narrow it."""
    mark = "?" if str(keys["type"]).endswith("?") else ""
    narrowing = {key: value for key, value in keys.items() if field.shape.keys.get(key) != value}
    return {**narrowing, "type": f"{node.name}.{field.wire}{mark}"}


def short(keys: dict[str, Json]) -> Json:
    """Return the keys of a field in the order of the language; only a type, if that is all."""
    ordered = {key: keys[key] for key in sorted(keys, key=_place)}
    return ordered["type"] if ordered.keys() == {"type"} else ordered


def keys_of(shape: Shape) -> dict[str, Json]:
    """Return the keys that say a type and its bounds."""
    if shape.item is not None:
        return _container(shape, shape.item)
    named = expression(Shape(shape.at, shape.word, shape.node))
    keys: dict[str, Json] = {} if shape.is_free else dict(shape.keys)
    mark = "?" if shape.nullable and not shape.is_free else ""
    if named is not None:
        return {"type": f"{named}{mark}", **keys}
    return {**keys, "nullable": True} if shape.nullable else keys


def expression(shape: Shape) -> str | None:
    """Return the type expression that says all of a shape, or None if none does."""
    if shape.is_free:
        return "json"
    if shape.keys:
        return None
    mark = "?" if shape.nullable else ""
    if shape.item is not None:
        inner = expression(shape.item)
        if inner is None:
            return None
        return f"{shape.word}[{'string, ' if shape.word == 'dict' else ''}{inner}]{mark}"
    if shape.target is not None:
        return f"{shape.target.name}{mark}"
    return f"{shape.word}{mark}" if shape.word else None


def _container(shape: Shape, item: Shape) -> dict[str, Json]:
    mark = "?" if shape.nullable else ""
    whole = expression(Shape(shape.at, shape.word, item=item))
    if whole is not None:
        return {"type": f"{whole}{mark}", **shape.keys}
    bare = Shape(item.at, item.word, item.node, item.item, nullable=item.nullable)
    inner = expression(bare) if item.item is None else None
    narrowing = item.keys.keys() <= _NARROWING
    if inner is not None and (narrowing or shape.word == "dict"):
        named = expression(Shape(shape.at, shape.word, item=bare))
        bounds = {key: value for key, value in item.keys.items() if key in _NARROWING}
        return {"type": f"{named}{mark}", **shape.keys, "items": bounds}
    if shape.word == "dict":
        return {"type": f"dict[string, json]{mark}", **shape.keys}
    elements = keys_of(item)
    return {"type": f"{shape.word}{mark}", **shape.keys, "items": short_inside(elements)}


def short_inside(keys: dict[str, Json]) -> Json:
    """Return the keys of elements in the order of the language."""
    return {key: keys[key] for key in sorted(keys, key=_place)}


def _place(key: str) -> tuple[int, str]:
    return (_ORDER.get(key, len(_ORDER)), key)
