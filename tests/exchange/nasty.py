"""Make a large document in which everything that is hard to import occurs, the same each time."""

from __future__ import annotations

from random import Random

Schema = dict[str, object]

_SCALARS: tuple[Schema, ...] = (
    {"type": "string", "format": "date-time"},
    {"type": "string", "pattern": "(?=a)b", "example": 5},
    {"type": ["integer", "null"], "minimum": 1, "exclusiveMaximum": 9},
    {"type": "number", "multipleOf": 0.1, "default": 0.3},
    {"type": "string", "enum": ["a", "b c", "", None]},
    {"enum": [1, 2, 3]},
    {"const": "fixed"},
    {"type": "string", "format": "uuid", "readOnly": True},
    {"type": "string", "format": "password", "writeOnly": True},
    {"type": "object", "additionalProperties": {"type": "integer"}},
    {"oneOf": [{"type": "string"}, {"type": "null"}]},
    {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
    {"type": "boolean", "default": None},
    {},
)
_KEYS = ("id", "class", "items", "model_config", "copy", "+1", "@type", "schéma", "a b", "owner_id")


def nasty_document(size: int) -> Schema:
    """Return a document with `size` schemas and an operation for each."""
    random = Random(7)  # noqa: S311  # the same document each time is the point
    names = [f"{random.choice(['user', 'User', 'a-b', 'x'])}_{n}" for n in range(size)]
    schemas = {name: _schema(random, names, index) for index, name in enumerate(names)}
    paths = {f"/{name}/{{id}}": _item(random, name, names) for name in names}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Nasty", "version": "1"},
        "paths": paths,
        "components": {"schemas": schemas},
    }


def _ref(random: Random, names: list[str]) -> Schema:
    return {"$ref": f"#/components/schemas/{random.choice(names)}"}


def _schema(random: Random, names: list[str], index: int) -> Schema:
    own: dict[str, object] = {
        f"{key}{number or ''}": _value(random, names)
        for number, key in enumerate(random.sample(_KEYS, 5))
    }
    schema: Schema = {"type": "object", "properties": own, "required": list(own)[::2]}
    if index % 5 == 0:
        return {"allOf": [_ref(random, names), schema], "description": "Merged.\nOf two."}
    if index % 7 == 0:
        return {"oneOf": [_ref(random, names), _ref(random, names)]}
    return schema


def _value(random: Random, names: list[str]) -> Schema:
    kind = random.random()
    if kind < 0.5:  # half of them are scalars
        return random.choice(_SCALARS)
    if kind < 0.8:  # most others are references
        return _ref(random, names)
    inner = _ref(random, names) if random.random() < 0.5 else random.choice(_SCALARS)  # either
    return {"type": "array", "items": inner, "uniqueItems": random.random() < 0.5}  # either


def _item(random: Random, name: str, names: list[str]) -> Schema:
    content = {"application/json": {"schema": _ref(random, names)}}
    answer = {"description": "Here.", "content": content}
    wrong = {"description": f"No {random.randrange(9)}.", "content": content}
    key = {"name": "id", "in": "path", "required": True, "schema": random.choice(_SCALARS)}
    return {
        "parameters": [key],
        "put": {
            "operationId": f"put {name}",
            "tags": [random.choice(["a", "b", "c-d"])],
            "requestBody": {"required": True, "content": content},
            "responses": {"200": answer, "404": wrong, "default": wrong},
        },
    }
