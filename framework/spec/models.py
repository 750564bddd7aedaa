"""`specs/models/**`: enums, models with their variants, unions."""

from __future__ import annotations

from typing import Annotated, Literal, cast

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from framework.spec.base import SpecNode, TypeText, are_texts, short
from framework.syntax import TypeExpr

Bound = int | float | str
Texts = dict[object, object]


def _values(value: object) -> object:
    if _are_described(value) or are_texts(value):
        return value
    raise PydanticCustomError(
        "values", "expected a list of texts, or a mapping of values to descriptions"
    )


def _are_described(value: object) -> bool:
    if not isinstance(value, dict):
        return False
    return all(text is None or isinstance(text, str) for text in cast("Texts", value).values())


def _names_or_all(value: object) -> object:
    if value == "all" or are_texts(value):
        return value
    raise PydanticCustomError("names", "expected `all` or a list of field names")


Values = Annotated[list[str] | dict[str, str | None], BeforeValidator(_values)]
Optional = Annotated[Literal["all"] | list[str], BeforeValidator(_names_or_all)]


class FieldKeys(SpecNode):
    """The keys of a field: its type and bounds, how it is used, what it tells people.

    They stand in the order in which `framework fmt` writes them.
    """

    type: TypeText | None = None
    values: Values | None = None
    const: str | int | bool | None = None
    items: FieldSpec | None = None
    ge: Bound | None = None
    gt: Bound | None = None
    le: Bound | None = None
    lt: Bound | None = None
    multiple_of: Bound | None = None
    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None
    min_items: int | None = None
    max_items: int | None = None
    max_digits: int | None = None
    decimal_places: int | None = None
    unique: bool = False
    nullable: bool = False
    optional: bool = False
    default: object = None
    readonly: bool = False
    writeonly: bool = False
    immutable: bool = False
    external: bool = False
    on_delete: Literal["restrict", "cascade", "set_null"] | None = None
    sensitive: bool = False
    deprecated: bool | str = False
    alias: str | None = None
    example: object = None
    description: str | None = None


FieldSpec = Annotated[FieldKeys, short("type")]
"""A field; `id: int` is short for `id: {type: int}`."""


class VariantSpec(SpecNode):
    """A projection of a model for one use."""

    description: str | None = None
    only: list[str] | None = None
    exclude: list[str] | None = None
    optional: Optional = Field(default_factory=list[str])
    extends: str | None = None


class ModelSpec(SpecNode):
    """A model or a mixin."""

    description: str | None = None
    mixin: bool = False
    mixins: list[str] = Field(default_factory=list[str])
    fields: dict[str, FieldSpec] = Field(default_factory=dict[str, FieldSpec])
    variants: dict[str, VariantSpec] = Field(default_factory=dict[str, VariantSpec])


class EnumSpec(SpecNode):
    """A closed set of texts."""

    description: str | None = None
    values: Values


class UnionSpec(SpecNode):
    """One of several models, told apart by a `const` field."""

    description: str | None = None
    discriminator: str
    of: list[TypeText]


class ErrorSpec(SpecNode):
    """A problem of the catalogue (RFC 9457)."""

    status: int
    title: str
    description: str | None = None
    fields: dict[str, FieldSpec] = Field(default_factory=dict[str, FieldSpec])
    retryable: bool = False


FieldKeys.model_rebuild()

__all__ = [
    "EnumSpec",
    "ErrorSpec",
    "FieldKeys",
    "FieldSpec",
    "ModelSpec",
    "TypeExpr",
    "UnionSpec",
    "VariantSpec",
]
