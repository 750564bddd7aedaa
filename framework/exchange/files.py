"""Lay out what was read as the files of a project, and remember where each thing came from."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from framework.check.fields.lone_list_name import PAGES
from framework.check.names import snake
from framework.exchange.names import Names, field_name, tag_name
from framework.exchange.naming import reach, variants
from framework.exchange.nodes import EnumNode, ModelNode, UnionNode
from framework.exchange.render import expression, field_of
from framework.exchange.routers import routers
from framework.exchange.rules import RENAMED

if TYPE_CHECKING:
    from collections.abc import Container

    from framework.exchange.calls import Call, Failure
    from framework.exchange.losses import Losses
    from framework.exchange.nodes import Node, Shape
    from framework.syntax import Json, Path

_MOST_IN_ONE = 100  # nodes of one file of models; more of them are parted by tag
_SECTIONS = ("enums", "models", "unions")
_LISTS = ("list", "set")


@dataclass(slots=True)
class Files:
    """The files of an import as plain values; `origins` maps what stands in them to its source."""

    trees: dict[str, dict[str, Json]] = field(default_factory=dict[str, dict[str, "Json"]])
    origins: dict[tuple[str, Path], Path] = field(default_factory=dict[tuple[str, "Path"], "Path"])

    def origin(self, file: str, path: Path) -> Path:
        """Return where the nearest thing around `path` came from."""
        while (file, path) not in self.origins and path:
            path = path[:-1]
        return self.origins.get((file, path), ())

    def section(self, file: str, key: str) -> dict[str, Json]:
        """Return the mapping under `key` of a file, made if there is none."""
        section = self.trees.setdefault(file, {}).setdefault(key, {})
        assert isinstance(section, dict)  # noqa: S101  # made here, and nowhere else
        return section


@dataclass(frozen=True, slots=True)
class Read:
    """All that was read of a document."""

    service: str
    nodes: list[Node]
    calls: list[Call]
    failures: list[Failure]
    tags: dict[str, dict[str, Json]]
    schemes: bool


def lay_out(read: Read, classes: Container[str], losses: Losses) -> Files:
    """Return the files for what was read, each of its parts named."""
    files = Files()
    stems = _stems(read)
    for node in read.nodes:
        file = f"specs/models/{stems[id(node)]}.yaml"
        key, value = _declared(node, file, files, (classes, losses))
        files.section(file, key)[node.name] = value
        files.origins[file, (key, node.name)] = node.at
    for file, tree in files.trees.items():
        files.trees[file] = {key: tree[key] for key in _SECTIONS if key in tree}
    for failure in read.failures:
        _error(failure, f"specs/errors/{read.service}.yaml", files, classes)
    routers(read, files)
    return files


def _stems(read: Read) -> dict[int, str]:
    """Return the file of each node: that of the only tag that needs it, or one of all."""
    if len(read.nodes) <= _MOST_IN_ONE:
        return {id(node): read.service for node in read.nodes}
    users: dict[int, set[str]] = {}
    by_tag: dict[str, list[Call]] = {}
    for call in read.calls:
        by_tag.setdefault(call.tags[0], []).append(call)
    for tag, calls in by_tag.items():
        shapes = [shape for call in calls for shape in _shapes(call)]
        for node in reach(shapes):
            users.setdefault(id(node), set()).add(tag)
    found: dict[int, str] = {}
    for node in read.nodes:
        tags = users.get(id(node), set())
        stem = tag_name(next(iter(tags))) if len(tags) == 1 else "shared" if tags else "unused"
        found[id(node)] = f"{read.service}/{stem}"
    return found


def _shapes(call: Call) -> list[Shape | None]:
    fields = [f.shape for failure in call.failures for f in failure.fields]
    return [call.body, call.answer.shape, *(p.shape for p in call.parameters), *fields]


def _declared(
    node: Node, file: str, files: Files, scope: tuple[Container[str], Losses]
) -> tuple[str, Json]:
    described: dict[str, Json] = {"description": node.description} if node.description else {}
    match node:
        case EnumNode():
            return "enums", {**described, "values": list(node.values), **node.extensions}
        case UnionNode():
            of: list[Json] = [expression(member) for member in node.members]
            said = {"discriminator": node.discriminator, "of": of}
            return "unions", {**described, **said, **node.extensions}
        case ModelNode():
            fields = _fields(node, file, files, scope)
            value: dict[str, Json] = {**described, "fields": fields}
            projected = _variants(node, fields)
            if projected:
                value["variants"] = projected
            return "models", {**value, **node.extensions}


def _fields(
    node: ModelNode, file: str, files: Files, scope: tuple[Container[str], Losses]
) -> dict[str, Json]:
    classes, losses = scope
    names, wires = Names(), Counter(wire.lower() for wire in node.properties)
    lists = [w for w, f in node.properties.items() if f.shape.word in _LISTS]
    fields: dict[str, Json] = {}
    for wire, found in node.properties.items():
        wanted = field_name(wire, classes)
        if lists == [wire] and wanted in PAGES:
            wanted = f"{snake(node.name)}_{wanted}"
        name = names.take(wanted, mark="_")
        if name != wire and wires[wire.lower()] == 1:
            said = f"field `{wire[:80]}` is `{name}` in Python"
            losses.say(RENAMED, found.at, said)
        found.name = name
        fields[name] = field_of(name, found, wire)
        files.origins[file, ("models", node.name, "fields", name)] = found.at
    return fields


def _variants(node: ModelNode, fields: dict[str, Json]) -> dict[str, Json]:
    found: dict[str, Json] = {}
    for variant in variants(node):
        found[variant] = {}
        defaulted: list[Json] = [
            name for name, keys in fields.items() if isinstance(keys, dict) and "default" in keys
        ]
        read = [n for n in defaulted if "writeonly" not in _keys(fields, n)]
        if variant == "Read" and read:
            found[variant] = {"optional": read}
    return found


def _keys(fields: dict[str, Json], name: Json) -> dict[str, Json]:
    keys = fields.get(str(name))
    return keys if isinstance(keys, dict) else {}


def _error(failure: Failure, file: str, files: Files, classes: Container[str]) -> None:
    value: dict[str, Json] = {"status": failure.status, "title": failure.title}
    if failure.description:
        value["description"] = failure.description
    fields: dict[str, Json] = {}
    names = Names()
    for found in failure.fields:
        wanted = field_name(found.wire, _MEMBERS)
        name = names.take(f"{wanted}_" if wanted in classes else wanted, mark="_")
        keys = field_of(name, found, found.wire)
        if isinstance(keys, dict):
            keys = {k: v for k, v in keys.items() if k not in {"readonly", "external", "default"}}
            if "default" in found.keys:
                keys["optional"] = True
        fields[name] = keys
        files.origins[file, ("errors", failure.name, "fields", name)] = found.at
    if fields:
        value["fields"] = fields
    files.section(file, "errors")[failure.name] = {**value, **failure.extensions}
    files.origins[file, ("errors", failure.name)] = failure.at


_MEMBERS = frozenset(
    {*(name for name in dir(Exception) if not name.startswith("_")), "self", "super", "members"}
    | {"aliases", "headers", "retryable", "to_document"}
)
