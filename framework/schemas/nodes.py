"""The schema of each spec class: its keys with their texts, and nothing else."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from framework.schemas.snippets import SNIPPETS
from framework.schemas.texts import texts_of
from framework.schemas.values import Schema, classes_of, key_schema
from framework.spec.base import EXTENSION, SpecNode

if TYPE_CHECKING:
    from collections.abc import Iterable


def node_schemas(classes: Iterable[type[SpecNode]]) -> dict[str, Schema]:
    """Return the schemas of spec classes and of all within them, by name."""
    found: dict[type[SpecNode], Schema] = {}
    waiting = list(classes)
    while waiting:
        cls = waiting.pop(0)
        if cls not in found:
            found[cls] = _node(cls)
            waiting += [c for f in cls.model_fields.values() for c in classes_of(f.annotation)]
    return {cls.__name__: schema for cls, schema in found.items()}


@cache
def _node(cls: type[SpecNode]) -> Schema:
    texts = texts_of(cls)
    schema: Schema = {
        "type": "object",
        "markdownDescription": cls.__doc__,
        "properties": {
            field.alias or key: _described(cls, key, texts.get(key))
            for key, field in cls.model_fields.items()
        },
        "patternProperties": {EXTENSION: {}},
        "additionalProperties": False,
    }
    required = [key for key, field in cls.model_fields.items() if field.is_required()]
    if required:
        schema["required"] = required
    if cls in SNIPPETS:
        schema["defaultSnippets"] = SNIPPETS[cls]
    return schema


def _described(cls: type[SpecNode], key: str, text: str | None) -> Schema:
    schema = key_schema(cls, key)
    if text is None:
        return schema
    if "$ref" in schema:  # what stands beside a reference is ignored
        schema = {"allOf": [schema]}
    return {"markdownDescription": text, **schema}
