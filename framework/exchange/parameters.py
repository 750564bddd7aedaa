"""Read the parameters of operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.contract.names import header
from framework.exchange.calls import Parameter
from framework.exchange.keywords import TOLD, is_extension, sequence
from framework.exchange.media import json_schema
from framework.exchange.names import Names, parameter_name, word_name
from framework.exchange.nodes import EnumNode, Shape
from framework.exchange.properties import property_of
from framework.exchange.rules import MALFORMED, PARAMETER, RENAMED

if TYPE_CHECKING:
    from framework.exchange.schemas import Schemas
    from framework.syntax import Json, Path

_GROUPS = {"path": "params", "query": "query", "header": "headers", "cookie": "cookies"}
_ORDER = {group: index for index, group in enumerate(_GROUPS.values())}
_SINGLE = frozenset({"params", "cookies"})
_OF_HTTP = frozenset({"accept", "content-type", "authorization"})
_STYLES = {"path": "simple", "query": "form", "header": "simple", "cookie": "form"}
_TEXT: dict[str, Json] = {"type": "string"}
_KNOWN = frozenset(
    {"name", "in", "required", "schema", "content", "style", "explode", *TOLD, "$ref"}
)
_Site = tuple[dict[str, "Json"], "Path"]


def parameters_of(
    item: dict[str, Json], operation: dict[str, Json], places: tuple[Path, Path], schemas: Schemas
) -> list[Parameter]:
    """Return the parameters of an operation and of its path, those of the operation first."""
    found: dict[tuple[str, str], _Site] = {}
    for holder, at in zip((item, operation), places, strict=True):
        for index, listed in enumerate(sequence(holder.get("parameters"))):
            site = schemas.references.follow(listed, (*at, "parameters", index))
            if site:
                name, place = site[0].get("name"), site[0].get("in")
                if isinstance(name, str) and isinstance(place, str) and name:
                    found[name, place] = site
                else:
                    said = "a parameter without `name` or `in`"
                    schemas.losses.say(MALFORMED, site[1], said, "left out", key=False)
    names = Names()
    parameters = [_parameter(site, name, place, schemas) for (name, place), site in found.items()]
    known = sorted((p for p in parameters if p), key=lambda p: _ORDER[p.group])
    for parameter in known:
        _name(parameter, names, schemas)
    return known


def _parameter(site: _Site, name: str, place: str, schemas: Schemas) -> Parameter | None:
    said, at = site
    losses = schemas.losses
    group = _GROUPS.get(place)
    if group is None or (group == "headers" and name.lower() in _OF_HTTP):
        what = f"{place[:20]} `{name[:80]}`"
        losses.say(PARAMETER, at, what, "the operation does not take it", key=False)
        return None
    for key in said:
        if key not in _KNOWN and not is_extension(key):
            losses.say(PARAMETER, (*at, key), f"`{key}` of a parameter")
    style = said.get("style", _STYLES[place])
    if style != _STYLES[place]:
        losses.say(
            PARAMETER, (*at, "style"), f"style `{str(style)[:40]}`", f"it is `{_STYLES[place]}`"
        )
    schema, where = said.get("schema", True), (*at, "schema")
    if "content" in said:
        chosen = json_schema(said["content"], (*at, "content"), losses)
        losses.say(PARAMETER, (*at, "content"), "a parameter that is a document", "it is a text")
        schema = _TEXT if chosen else schema
    shape = _fitting(schemas.of(schema, where, f"{name} parameter"), group, schemas)
    if shape.word == "list" and said.get("explode", place == "query") is not (place == "query"):
        losses.say(PARAMETER, (*at, "explode"), "a list in one text", "it is repeated")
    required = group == "params" or said.get("required") is True
    told = {key: value for key, value in said.items() if key in TOLD or key.startswith("x-")}
    if isinstance(told.get("examples"), dict):
        losses.say(PARAMETER, (*at, "examples"), "`examples` of a parameter")
        del told["examples"]
    sites: list[tuple[Json, Path]] = [(schema, where), (told, at)]
    found = property_of(name, shape, sites, losses, required=required)
    for key in ("readonly", "writeonly", "sensitive"):
        found.keys.pop(key, None)
    return Parameter(group, "", name, shape, found.keys, at)


def _fitting(shape: Shape, group: str, schemas: Schemas) -> Shape:
    """Return a scalar, an enum, or a list of those: what a parameter can be."""
    if shape.nullable:
        shape.nullable = False
        schemas.losses.say(PARAMETER, shape.at, "a parameter that may be null", "it never is")
    shape.keys.pop("sensitive", None)
    item = shape.item if shape.word == "list" and group not in _SINGLE else None
    if item is not None and _is_scalar(item):
        item.nullable = False
        item.keys.pop("sensitive", None)
        return shape
    if _is_scalar(shape):
        return shape
    schemas.losses.say(PARAMETER, shape.at, "a parameter that is no scalar", "it is a `string`")
    if item is not None:
        return Shape(shape.at, word="list", item=Shape(shape.at, word="string"), keys=shape.keys)
    return Shape(shape.at, word="string")


def _is_scalar(shape: Shape) -> bool:
    if shape.node is not None:
        return isinstance(shape.node, EnumNode)
    return shape.word not in {"list", "dict", "json"}


def _name(parameter: Parameter, names: Names, schemas: Schemas) -> None:
    wire = parameter.wire
    if parameter.group == "headers":
        short = wire[2:] if wire.lower().startswith("x-") else wire
        parameter.name = names.take(parameter_name(word_name(short, "header")), mark="_")
        if header(parameter.name).lower() != wire.lower():
            parameter.keys["alias"] = wire
        return
    parameter.name = names.take(parameter_name(wire), mark="_")
    if parameter.name != wire:
        said = f"parameter `{wire[:80]}` is `{parameter.name}`"
        schemas.losses.say(RENAMED, parameter.at, said, key=False)
        if parameter.group != "params":
            parameter.keys["alias"] = wire


def plain_parameter(name: str, at: Path, schemas: Schemas) -> Parameter:
    """Return the parameter for a template that nothing is said about."""
    schemas.losses.say(MALFORMED, at, f"`{{{name}}}` is no parameter", "it is a `string`")
    shape = Shape(at, word="string")
    return Parameter("params", parameter_name(name), name, shape, {}, at)
