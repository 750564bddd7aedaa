"""Read which fields name another model: in a document of ours `person_id` is `Person.id`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.names import pascal
from framework.exchange.nodes import ModelNode

if TYPE_CHECKING:
    from collections.abc import Iterable

    from framework.exchange.nodes import Node, Property
    from framework.syntax import Json

EXTERNAL = "x-external-id"
_ENDING = "_id"
_ID = "id"
_LEAST = frozenset({"ge", "gt", "min_length"})
_MOST = frozenset({"le", "lt", "max_length"})
_WORDS = frozenset({"int", "int32", "int64", "uuid", "string"})


def refer(nodes: Iterable[Node]) -> None:
    """Let fields refer to ids: the compiler marks those that name something elsewhere."""
    models = [node for node in nodes if isinstance(node, ModelNode)]
    known = {node.wanted: node for node in models}
    for node in models:
        for field in node.properties.values():
            named = field.wire.endswith(_ENDING) and EXTERNAL not in field.keys
            target = known.get(pascal(field.wire.removesuffix(_ENDING))) if named else None
            identity = target.properties.get(_ID) if target else None
            if target and identity and _narrows(field, identity):
                field.refers = target, identity


def _narrows(field: Property, identity: Property) -> bool:
    """Tell whether a field takes nothing that an id cannot be."""
    one, other = field.shape, identity.shape
    if one.word != other.word or other.word not in _WORDS:
        return False
    if other.nullable or "optional" in identity.keys:
        return False
    return all(_within(key, one.keys.get(key), limit) for key, limit in other.keys.items())


def _within(key: str, bound: Json, limit: Json) -> bool:
    if bound == limit or not isinstance(bound, int) or not isinstance(limit, int):
        return bound == limit
    return (key in _LEAST and bound > limit) or (key in _MOST and bound < limit)
