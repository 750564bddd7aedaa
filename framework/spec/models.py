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
    """What it is: `string`, `int`, `list[User.Read]`, an enum, a model, a union, or a reference
    such as `User.id`. `T?` also takes null.
    """
    values: Values | None = None
    """The texts that the value may be: a list, or a mapping of each to its description."""
    const: str | int | bool | None = None
    """The one text, number or boolean that the value is."""
    items: FieldSpec | None = None
    """The keys of the elements of a list, a set or a mapping, such as their bounds."""
    ge: Bound | None = None
    """The least value."""
    gt: Bound | None = None
    """What the value must be greater than."""
    le: Bound | None = None
    """The greatest value."""
    lt: Bound | None = None
    """What the value must be less than."""
    multiple_of: Bound | None = None
    """What the value must be a multiple of."""
    min_length: int | None = None
    """The least number of characters, or of bytes."""
    max_length: int | None = None
    """The greatest number of characters, or of bytes."""
    pattern: str | None = None
    """A regular expression that the text holds, without look-around and back-references."""
    min_items: int | None = None
    """The least number of items."""
    max_items: int | None = None
    """The greatest number of items."""
    max_digits: int | None = None
    """How many digits a decimal has at most, in all."""
    decimal_places: int | None = None
    """How many of its digits stand behind the point at most."""
    unique: bool = False
    """Of a list: no item twice. Of a scalar: no value twice among those stored (a 409)."""
    nullable: bool = False
    """Whether the value may be null, which is not the same as absent."""
    optional: bool = False
    """Whether the field may be absent, which is not the same as null."""
    default: object = None
    """What stands for an absent value in `Create`; dates, times and decimals are quoted."""
    readonly: bool = False
    """The server decides: not in `Create` and `Update`."""
    writeonly: bool = False
    """Clients may send it and nobody reads it, such as a password: not in `Read`."""
    immutable: bool = False
    """Set once, when the thing is created: not in `Update`."""
    external: bool = False
    """An `..._id` that belongs to another system, so that it is no reference."""
    on_delete: Literal["restrict", "cascade", "set_null"] | None = None
    """What becomes of this when what it refers to is deleted (default: `restrict`)."""
    sensitive: bool = False
    """Keeps the value out of `repr`, logs and traces."""
    deprecated: bool | str = False
    """`true`, or what to use instead."""
    alias: str | None = None
    """The name on the wire, where it cannot be the field's own."""
    example: object = None
    """A value that documents show; it must fit the field."""
    description: str | None = None
    """What the field tells people: in code, in documents and in editors."""


FieldSpec = Annotated[FieldKeys, short("type")]
"""A field; `id: int` is short for `id: {type: int}`."""


class VariantSpec(SpecNode):
    """A projection of a model for one use."""

    description: str | None = None
    """What this variant is for."""
    only: list[str] | None = None
    """The fields that it has, and no others."""
    exclude: list[str] | None = None
    """The fields that it lacks."""
    optional: Optional = Field(default_factory=list[str])
    """The fields that may be absent, or `all`."""
    extends: str | None = None
    """The variant that this one starts from."""


class ModelSpec(SpecNode):
    """A model or a mixin."""

    description: str | None = None
    """What the model stands for."""
    mixin: bool = False
    """Whether it only lends its fields to others, and is no type itself."""
    mixins: list[str] = Field(default_factory=list[str])
    """The mixins whose fields it has beside its own."""
    fields: dict[str, FieldSpec] = Field(default_factory=dict[str, FieldSpec])
    """The fields by name; `id: int` is short for `id: {type: int}`."""
    variants: dict[str, VariantSpec] = Field(default_factory=dict[str, VariantSpec])
    """The projections for each use: `Create`, `Update`, `Read` and your own."""


class EnumSpec(SpecNode):
    """A closed set of texts."""

    description: str | None = None
    """What is chosen here."""
    values: Values
    """The texts: a list, or a mapping of each to its description."""


class UnionSpec(SpecNode):
    """One of several models, told apart by a `const` field."""

    description: str | None = None
    """What the members have in common."""
    discriminator: str
    """The field that tells the members apart: a `const` in each of them."""
    of: list[TypeText]
    """The models, two or more."""


class ErrorSpec(SpecNode):
    """A problem of the catalogue (RFC 9457)."""

    status: int
    """The HTTP status, 4xx or 5xx."""
    title: str
    """What went wrong, the same each time; the `detail` of each case is the controller's."""
    description: str | None = None
    """When this happens, and what a client can do."""
    fields: dict[str, FieldSpec] = Field(default_factory=dict[str, FieldSpec])
    """Members of the problem document that tell programs more."""
    retryable: bool = False
    """Whether the same call may succeed later; consumers then try again."""


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
