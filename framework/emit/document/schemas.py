"""JSON Schemas (2020-12) of types, fields and components."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from framework import wire
from framework.contract import (
    Choice,
    Kind,
    Listed,
    Mapped,
    Named,
    Nullable,
    Presence,
    Scalar,
)
from framework.emit.document.scalars import JSON_VALUE, scalar_schema
from framework.emit.references import follow

if TYPE_CHECKING:
    from framework.contract import EnumType, Field, Model, Reference, Type, Union
    from framework.emit.document import Document
    from framework.emit.document.uses import Uses

_PREFIX = "#/components/schemas/"


@dataclass(frozen=True, slots=True)
class Schemas:
    """Writes the schemas of one document.

    `mapped` tells that a discriminator names its values too, as OpenAPI has it; AsyncAPI has its
    field only.
    """

    uses: Uses
    enums: dict[str, EnumType]
    references: dict[str, Reference]
    mapped: bool = True
    # By identity, for variants share their types; held, so that no other type gets its id.
    _known: dict[tuple[int, bool], tuple[Type, Document]] = field(
        default_factory=dict[tuple[int, bool], tuple["Type", "Document"]], init=False
    )

    def of(self, type_: Type, *, closed: bool) -> Document:
        """Return the schema of a type, as a reference where it is declared."""
        known = self._known.get((id(type_), closed))
        if known is None:
            known = self._known[id(type_), closed] = (type_, self._of(type_, closed=closed))
        return known[1].copy()

    def _of(self, type_: Type, *, closed: bool) -> Document:
        match type_:
            case Nullable(inner=inner):
                return _or_null(self.of(inner, closed=closed))
            case Scalar(kind=kind, bounds=bounds):
                return scalar_schema(kind, bounds)
            case Choice(values=values):
                return _choice(values)
            case Named():
                return self._named(type_, closed=closed)
            case Listed():
                return self._listed(type_, closed=closed)
            case Mapped(value=value):
                return self._mapped(type_, self.of(value, closed=closed))

    def field(self, field: Field, *, closed: bool) -> Document:
        """Return the schema of a field with what it tells people."""
        schema = self.of(field.type, closed=closed)
        if field.description:
            schema["description"] = field.description
        if field.presence is Presence.DEFAULTED:
            schema["default"] = field.default
        if field.has_example:
            schema["examples"] = [field.example]
        if field.deprecated is not None:
            schema["deprecated"] = True
        schema.update(field.extensions)
        return schema

    def components(self) -> Document:
        """Return every schema that the document needs, sorted by name."""
        found: Document = {name: _enum(self.enums[name]) for name in self.uses.enums}
        for closed, names in ((True, self.uses.closed), (False, self.uses.open)):
            for name in names:
                component = self.uses.component(name, closed=closed)
                model = self.uses.models.get(name)
                found[component] = (
                    self._model(model, closed=closed)
                    if model
                    else self._union(self.uses.unions[name], closed=closed)
                )
        if self.uses.free_form:
            found[JSON_VALUE] = wire.json_value(_PREFIX + JSON_VALUE)
        return dict(sorted(found.items()))

    def _named(self, type_: Named, *, closed: bool) -> Document:
        if type_.kind is Kind.ENUM:
            return {"$ref": _PREFIX + type_.name}
        if type_.kind is Kind.REFERENCE:
            return self._reference(type_, closed=closed)
        return {"$ref": _PREFIX + self.uses.component(type_.name, closed=closed)}

    def _reference(self, type_: Named, *, closed: bool) -> Document:
        target, bounds = follow(type_, self.references)
        if isinstance(target, Scalar):
            return scalar_schema(target.kind, *bounds)
        return self.of(target, closed=closed)

    def _model(self, model: Model, *, closed: bool) -> Document:
        required = [f.wire for f in model.fields if f.presence is Presence.REQUIRED]
        schema: Document = {"type": "object"}
        if model.description:
            schema["description"] = model.description
        schema["properties"] = {f.wire: self.field(f, closed=closed) for f in model.fields}
        if required:
            schema["required"] = required
        if closed:
            schema["additionalProperties"] = False
        return {**schema, **dict(model.extensions)}

    def _union(self, union: Union, *, closed: bool) -> Document:
        members = [self._named(member, closed=closed) for member in union.members]
        schema: Document = {"oneOf": members}
        if not self.mapped:
            schema["discriminator"] = union.discriminator
        # OpenAPI compares texts, and leaves undefined how a number or a truth value becomes one:
        # some readers then take `true` for "true". The constants of the members say it all.
        elif all(isinstance(tag, str) for tag in union.tags):
            mapping = {
                tag: member["$ref"] for tag, member in zip(union.spelt, members, strict=True)
            }
            schema["discriminator"] = {"propertyName": union.discriminator, "mapping": mapping}
        if union.description:
            schema["description"] = union.description
        return {**schema, **dict(union.extensions)}

    def _listed(self, type_: Listed, *, closed: bool) -> Document:
        schema: Document = {"type": "array", "items": self.of(type_.item, closed=closed)}
        counts = {"minItems": type_.min_items, "maxItems": type_.max_items}
        schema.update({key: count for key, count in counts.items() if count is not None})
        return {**schema, "uniqueItems": True} if type_.unique else schema

    def _mapped(self, type_: Mapped, value: Document) -> Document:
        counts = {"minProperties": type_.min_items, "maxProperties": type_.max_items}
        return {
            "type": "object",
            "propertyNames": {"pattern": wire.NUL_FREE},
            "additionalProperties": value,
            **{key: count for key, count in counts.items() if count is not None},
        }


def _or_null(schema: Document) -> Document:
    plain = isinstance(schema.get("type"), str) and not {"enum", "const"} & schema.keys()
    if plain:
        return {**schema, "type": [schema["type"], "null"]}
    return {"anyOf": [schema, {"type": "null"}]}


def _choice(values: tuple[str | int | bool, ...]) -> Document:
    return {"const": values[0]} if len(values) == 1 else {"enum": list(values)}


def _enum(enum: EnumType) -> Document:
    schema: Document = {"type": "string", "enum": [member.value for member in enum.members]}
    lines = [f"- `{m.value}`: {m.description}" for m in enum.members if m.description]
    text = "\n\n".join(part for part in (enum.description, "\n".join(lines)) if part)
    if text:
        schema["description"] = text
    return {**schema, **dict(enum.extensions)}
