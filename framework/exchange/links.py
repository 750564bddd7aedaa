"""Read links: a parameter that takes a field of what was created refers to that field."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framework.exchange.keywords import mapping
from framework.exchange.nodes import ModelNode

if TYPE_CHECKING:
    from collections.abc import Iterable

    from framework.exchange.calls import Call, Parameter
    from framework.exchange.nodes import Property
    from framework.syntax import Json

_SOURCE = re.compile(r"\$response\.body#/([^/~]+)")
_CREATED = 201


def follow_links(calls: Iterable[Call]) -> None:
    """Let parameters of paths refer to fields, where a creating operation links to them."""
    known = {call.id: call for call in calls if call.id}
    for call in known.values():
        node = call.answer.shape.node if call.answer.shape else None
        if call.answer.status == _CREATED and isinstance(node, ModelNode):
            for link in call.answer.links.values():
                _follow(mapping(link), node, known)


def _follow(said: dict[str, Json], node: ModelNode, known: dict[str, Call]) -> None:
    target = known.get(str(said.get("operationId")))
    for name, source in mapping(said.get("parameters")).items():
        found = _SOURCE.fullmatch(source) if isinstance(source, str) else None
        field = node.properties.get(found[1]) if found else None
        for parameter in target.parameters if target and field else ():
            fits = parameter.group == "params" and parameter.wire == name
            if fits and field and _are_alike(parameter, field):
                parameter.refers = (node, field)


def _are_alike(parameter: Parameter, field: Property) -> bool:
    """Tell whether a parameter has the type and the bounds of a field that may be referred to."""
    one, other = parameter.shape, field.shape
    scalar = other.word not in {"list", "dict", "json", None} and not other.nullable
    same = (one.word, one.keys) == (other.word, other.keys)
    return scalar and same and "optional" not in field.keys
