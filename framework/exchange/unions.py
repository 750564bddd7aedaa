"""Read `oneOf` and `anyOf`: what may be null, what is a union, and what has no type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.exchange.keywords import TOLD, extensions_in, mapping, sequence, text
from framework.exchange.names import type_name
from framework.exchange.nodes import ModelNode, Shape, UnionNode, json_shape
from framework.exchange.rules import NOT_SAID, WIDENED
from framework.exchange.tags import tagged

if TYPE_CHECKING:
    from framework.exchange.schemas import Schemas
    from framework.syntax import Json, Path

_NUMBERS = {"int", "int32", "int64", "float"}
_Site = tuple["Json", "Path"]


class Alternatives:
    """Reads alternatives; which unions can be told apart is settled when all models are known."""

    def __init__(self, schemas: Schemas) -> None:
        """Read the alternatives themselves with `schemas`."""
        self._schemas = schemas
        self._unions: list[UnionNode] = []

    def of(self, schema: dict[str, Json], keyword: str, at: Path, wanted: str) -> Shape:
        """Return the shape of what fits one of the alternatives under `keyword`."""
        listed = sequence(schema[keyword])
        sites: list[_Site] = [(part, (*at, keyword, i)) for i, part in enumerate(listed)]
        inner = [site for site in sites if not _is_null(site[0])]
        if keyword == "oneOf" and "anyOf" in schema:
            self._schemas.losses.say(NOT_SAID, (*at, "anyOf"), "`anyOf` beside `oneOf`")
        if not inner:
            self._schemas.losses.say(WIDENED, at, "null and nothing else", "it is `json`")
            return json_shape(at)
        shape = self._one(schema, inner, at, wanted)
        shape.nullable = (shape.nullable or len(inner) < len(sites)) and not shape.is_free
        return shape

    def settle(self) -> None:
        """Find out which unions have a field that tells their members apart."""
        for union in self._unions:
            reason = tagged(union)
            if reason:
                union.open = True
                self._schemas.losses.say(WIDENED, union.at, reason, "it is `json`")
        self._schemas.nodes[:] = [
            node for node in self._schemas.nodes if not (isinstance(node, UnionNode) and node.open)
        ]

    def _one(self, schema: dict[str, Json], sites: list[_Site], at: Path, wanted: str) -> Shape:
        losses = self._schemas.losses
        shapes = [
            self._schemas.of(part, where, _wanted(part, wanted, index, len(sites)))
            for index, (part, where) in enumerate(sites)
        ]
        different = list({_identity(shape): shape for shape in shapes}.values())
        nullable = any(shape.nullable for shape in shapes)
        if len(different) == 1:
            found = different[0]
            keys = dict(found.keys)
            return Shape(at, found.word, found.node, found.item, keys, nullable)
        if all(isinstance(shape.node, (ModelNode, UnionNode)) for shape in different):
            return self._union(schema, different, at, wanted, nullable=nullable)
        joint = _joint(different, at)
        if joint is None:
            losses.say(WIDENED, at, "alternatives that are no models", "it is `json`")
            return json_shape(at)
        if not joint.keys.get("values"):
            losses.say(WIDENED, at, "alternatives of one type", f"it is `{joint.word}`")
        joint.nullable = nullable
        return joint

    def _union(
        self, schema: dict[str, Json], shapes: list[Shape], at: Path, wanted: str, *, nullable: bool
    ) -> Shape:
        said = mapping(schema.get("discriminator"))
        name = said.get("propertyName")
        tags: dict[int, str] = {}
        for tag, target in mapping(said.get("mapping")).items():
            if isinstance(target, str):
                named = target if "/" in target else f"#/components/schemas/{target}"
                shape = self._schemas.of({"$ref": named}, (*at, "discriminator"), wanted)
                if shape.node:
                    if id(shape.node) in tags:
                        said_ = "two values of the discriminator for one member"
                        self._schemas.losses.say(NOT_SAID, (*at, "discriminator"), said_)
                    tags.setdefault(id(shape.node), tag)
        node = UnionNode(
            type_name(wanted),
            at,
            shapes,
            name if isinstance(name, str) else None,
            tags,
            text(schema.get("description")) or text(schema.get("title")),
            extensions_in(schema),
        )
        self._schemas.nodes.append(node)
        self._unions.append(node)
        return Shape(at, node=node, nullable=nullable)


def _is_null(part: Json) -> bool:
    if not isinstance(part, dict):
        return False
    only = part.keys() - TOLD
    return (
        (only == {"type"} and part["type"] == "null")
        or (only <= {"enum", "type"} and part.get("enum") == [None])
        or ("const" in part and part["const"] is None)
    )


def _wanted(part: Json, wanted: str, index: int, number: int) -> str:
    title = text(part.get("title")) if isinstance(part, dict) else None
    if number == 1:
        return wanted
    return f"{wanted} {title}" if title else f"{wanted} option {index + 1}"


def _identity(shape: Shape) -> object:
    if shape.node is not None:
        return id(shape.node)
    inner = _identity(shape.item) if shape.item else None
    return (shape.word, inner, repr(sorted(shape.keys.items())))


def _joint(shapes: list[Shape], at: Path) -> Shape | None:
    """Return the scalar that all alternatives are, be it wider than they are."""
    if any(shape.node or shape.item or shape.word == "json" for shape in shapes):
        return None
    texts = [_texts(shape) for shape in shapes]
    if all(texts):
        values: list[Json] = [*dict.fromkeys(text for found in texts for text in found)]
        return Shape(at, keys={"values": values})
    words = {("string" if _texts(shape) else shape.word) for shape in shapes}
    if words <= _NUMBERS:
        return Shape(at, word="float" if "float" in words else "int")
    words.discard("string")
    textual = {"email", "url", "uuid", "datetime", "date", "time", "duration", "bytes", "decimal"}
    return Shape(at, word="string") if words <= textual else None


def _texts(shape: Shape) -> list[str]:
    constant, values = shape.keys.get("const"), shape.keys.get("values")
    if isinstance(constant, str):
        return [constant] if constant else []
    return [value for value in values if isinstance(value, str)] if isinstance(values, list) else []
