"""Read the schemas of a document into shapes, and objects into models, each once."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from framework import wire
from framework.exchange import own
from framework.exchange.flat import Flattener
from framework.exchange.keywords import (
    COUNTED,
    KNOWN,
    SIZED,
    TOLD,
    extensions_in,
    is_extension,
    mapping,
    sequence,
    text,
    types_of,
)
from framework.exchange.names import type_name
from framework.exchange.nodes import EnumNode, ModelNode, Shape, json_shape
from framework.exchange.properties import property_of
from framework.exchange.rules import BAD_REFERENCE, MALFORMED, NOT_SAID, WIDENED
from framework.exchange.scalars import choice, scalar
from framework.exchange.together import together
from framework.exchange.unions import Alternatives

if TYPE_CHECKING:
    from framework.exchange.losses import Losses
    from framework.exchange.nodes import Node
    from framework.exchange.refs import References
    from framework.syntax import Json, Path

_COMPONENTS = ("components", "schemas")
_DEEPEST = 40
_COUNT_KEYS = {"minItems": "min_items", "maxItems": "max_items", "uniqueItems": "unique"}
_SIZE_KEYS = {"minProperties": "min_items", "maxProperties": "max_items"}


class Schemas:
    """Reads schemas; `nodes` are the models, enums and unions that they declare."""

    def __init__(self, references: References, losses: Losses) -> None:
        """Follow `references`; what the language cannot say is reported to `losses`."""
        self.references = references
        self.losses = losses
        self.flattener = Flattener(references, losses)
        self.nodes: list[Node] = []
        self.alternatives = Alternatives(self)
        self._known: dict[Path, Shape | None] = {}
        self._waiting: deque[tuple[ModelNode, dict[str, Json], Path]] = deque()
        self._depth = 0

    def of(self, schema: Json, at: Path, wanted: str) -> Shape:
        """Return the shape of a schema; `wanted` is the name of a model made of it."""
        if schema is True:
            return json_shape(at)
        if not isinstance(schema, dict):
            self.losses.say(MALFORMED, at, "expected a schema", "it is `json`", key=False)
            return json_shape(at)
        if "$ref" not in schema:
            return self._bounded(schema, at, wanted)
        found = self.references.follow(schema, at)
        if found is None:
            return json_shape(at)
        target, where = found
        shape = self._named(target, where, wanted)
        self._unsaid(schema, at, SIBLINGS)
        nullable = shape.nullable or schema.get("nullable") is True
        return Shape(at, shape.word, shape.node, shape.item, dict(shape.keys), nullable)

    def components(self) -> None:
        """Read every schema among the components, used or not."""
        declared = mapping(mapping(self.references.root.get("components")).get("schemas"))
        for name, schema in declared.items():
            at = (*_COMPONENTS, name)
            if own.is_own(schema) or self.references.has_twin(name):
                continue  # what refers to it knows it
            if isinstance(schema, dict):
                self.of(schema, at, name) if "$ref" in schema else self._named(schema, at, name)
            else:
                self.losses.say(MALFORMED, at, "expected a schema", "left out")

    def finish(self) -> None:
        """Fill in the fields of all models, then settle what tells the members of unions apart."""
        while self._waiting:
            node, schema, at = self._waiting.popleft()
            self._fill(node, schema, at)
        self.alternatives.settle()

    def _named(self, schema: dict[str, Json], at: Path, wanted: str) -> Shape:
        if at in self._known:
            known = self._known[at]
            if known is None:
                self.losses.say(BAD_REFERENCE, at, "a type that is made of itself", "it is `json`")
            return known or json_shape(at)
        self._known[at] = None
        name = str(at[-1]) if at[:-1] == _COMPONENTS else wanted
        shape = self._bounded(schema, at, name)
        self._known[at] = shape
        return shape

    def _bounded(self, schema: dict[str, Json], at: Path, wanted: str) -> Shape:
        if self._depth > _DEEPEST:
            self.losses.say(WIDENED, at, "schemas within schemas, too deep", "it is `json`")
            return json_shape(at)
        self._depth += 1
        try:
            self._unsaid(schema, at, KNOWN)
            shape = own.recognised(schema, at) or self._shape(schema, at, wanted)
        finally:
            self._depth -= 1
        types = types_of(schema)
        null = "enum" in schema and None in sequence(schema["enum"])
        shape.nullable = shape.nullable or schema.get("nullable") is True or null
        if "null" in types and shape.word != "json":
            shape.nullable = True
        return shape

    def _shape(self, schema: dict[str, Json], at: Path, wanted: str) -> Shape:
        if "allOf" in schema:
            return self._all(schema, at, wanted)
        if not mapping(schema.get("properties")):
            for keyword in ("oneOf", "anyOf"):
                if sequence(schema.get(keyword)):
                    return self.alternatives.of(schema, keyword, at, wanted)
        if "const" in schema or "enum" in schema:
            return self._choice(schema, at, wanted)
        types = [type_ for type_ in types_of(schema) if type_ != "null"]
        if len(types) == 1:
            return self._typed(types[0], schema, at, wanted)
        if set(types) == {"integer", "number"}:
            return self._typed("number", schema, at, wanted)
        if types:
            said = f"one of the types {', '.join(types)}"
            self.losses.say(WIDENED, (*at, "type"), said, "it is `json`")
        return json_shape(at)

    def _typed(self, type_: str, schema: dict[str, Json], at: Path, wanted: str) -> Shape:
        if type_ == "object":
            return self._object(schema, at, wanted)
        if type_ == "array":
            return self._array(schema, at, wanted)
        if type_ in {"string", "integer", "number", "boolean"}:
            return scalar(type_, schema, at, self.losses)
        self.losses.say(MALFORMED, (*at, "type"), f"unknown type `{type_[:40]}`", "it is `json`")
        return json_shape(at)

    def _choice(self, schema: dict[str, Json], at: Path, wanted: str) -> Shape:
        said = [schema["const"]] if "const" in schema else sequence(schema.get("enum"))
        values = [value for value in said if value is not None]
        if said and not values:
            self.losses.say(WIDENED, at, "null and nothing else", "it is `json`")
            return json_shape(at)
        if at[:-1] == _COMPONENTS and all(isinstance(v, str) and v for v in values) and values:
            return self.enum(schema, [str(value) for value in values], at, wanted)
        return choice(values, at, self.losses)

    def enum(self, schema: dict[str, Json], values: list[str], at: Path, wanted: str) -> Shape:
        """Declare an enum."""
        description = text(schema.get("description")) or text(schema.get("title"))
        unique = list(dict.fromkeys(values))
        node = EnumNode(type_name(wanted), at, unique, description, extensions_in(schema))
        self.nodes.append(node)
        return Shape(at, node=node)

    def _array(self, schema: dict[str, Json], at: Path, wanted: str) -> Shape:
        where = (*at, "items")
        items = schema.get("items", True)
        if isinstance(items, list):
            self.losses.say(NOT_SAID, where, "a type for each place of a list", "it is `json`")
            items = True
        item = self.of(items, where, f"{wanted} item")
        if item.node is None and isinstance(items, dict) and "$ref" not in items:
            for key in sorted(TOLD & items.keys() - {"nullable", "title"}):
                self.losses.say(NOT_SAID, (*where, key), f"`{key}` of the elements of a list")
        keys = {
            _COUNT_KEYS[k]: schema[k] for k in COUNTED if k in schema and schema[k] is not False
        }
        if keys.get("min_items") == 0:
            del keys["min_items"]
        return Shape(at, word="list", item=item, keys=keys)

    def _object(self, schema: dict[str, Json], at: Path, wanted: str) -> Shape:
        if mapping(schema.get("properties")):
            return self.model(schema, at, wanted)
        said = schema.get("additionalProperties", True)
        where = (*at, "additionalProperties")
        free = said in (True, {}) or not isinstance(said, dict)
        item = json_shape(where) if free else self.of(said, where, f"{wanted} value")
        keys = {_SIZE_KEYS[key]: schema[key] for key in SIZED if key in schema}
        if keys.get("min_items") == 0:
            del keys["min_items"]
        if said is False:
            self.losses.say(WIDENED, where, "an object without keys", "it is a `dict`")
        if schema.get("required"):
            self.losses.say(NOT_SAID, (*at, "required"), "required keys that are no properties")
        return Shape(at, word="dict", item=item, keys=keys)

    def _all(self, schema: dict[str, Json], at: Path, wanted: str) -> Shape:
        parts = self.flattener.meaningful(schema, at)
        plain = {k: v for k, v in schema.items() if k not in {"allOf", *TOLD}}
        alone = not any(not is_extension(key) for key in plain)
        if len(parts) == 1 and (alone or (plain.get("type") == "object" and len(plain) == 1)):
            return self.of(*parts[0], wanted)
        if self.flattener.is_object(schema, at):
            return self.model(schema, at, wanted)
        shapes = [self.of(part, where, wanted) for part, where in parts]
        if not alone:
            shapes.insert(0, self._shape(plain, at, wanted))
        return together(shapes, at, self.losses)

    def model(self, schema: dict[str, Json], at: Path, wanted: str) -> Shape:
        """Declare a model, whose fields are read when all schemas are known."""
        node = ModelNode(type_name(wanted), at)
        self.nodes.append(node)
        self._waiting.append((node, schema, at))
        return Shape(at, node=node)

    def _fill(self, node: ModelNode, schema: dict[str, Json], at: Path) -> None:
        flat = self.flattener.flat(schema, at)
        node.description, node.extensions = flat.description, flat.extensions
        for wire_name, sites in flat.properties.items():
            wanted = f"{node.wanted} {type_name(wire_name)}"
            shapes = [self.of(part, where, wanted) for part, where in sites]
            shape = together(shapes, sites[-1][1], self.losses)
            required = wire_name in flat.required
            node.properties[wire_name] = property_of(
                wire_name, shape, sites, self.losses, required=required
            )
        for name in sorted(flat.required - flat.properties.keys()):
            said = f"`{name}` is required and no property"
            self.losses.say(NOT_SAID, (*at, "required"), said)
        if flat.extra:
            said = "keys beyond the properties have a type"
            self.losses.say(NOT_SAID, flat.extra[1], said, "the properties alone count")
        for key in (*SIZED, "discriminator"):
            if key in schema:
                self.losses.say(NOT_SAID, (*at, key), f"`{key}` of a model")

    def _unsaid(self, schema: dict[str, Json], at: Path, known: frozenset[str]) -> None:
        for key in schema:
            if key not in known and not is_extension(key):
                self.losses.say(NOT_SAID, (*at, key), f"`{key}`")
        names = schema.get("propertyNames")
        if names is not None and names != {"pattern": wire.NUL_FREE}:
            self.losses.say(NOT_SAID, (*at, "propertyNames"), "`propertyNames`")


SIBLINGS = frozenset({"$ref", *TOLD})
"""What may stand beside a reference and is read there."""
