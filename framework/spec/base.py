"""What all spec classes share: closed, frozen, strict, with `x-...` keys as the only open door."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeGuard, cast

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator
from pydantic_core import PydanticCustomError

from framework.syntax import TypeExpr, TypeSyntaxError, parse_type

if TYPE_CHECKING:
    from collections.abc import Mapping

EXTENSION = "^x-"


class SpecNode(BaseModel):
    """A mapping with a closed vocabulary."""

    model_config = ConfigDict(
        extra="allow",
        frozen=True,
        strict=True,
        protected_namespaces=(),
        defer_build=True,  # most classes are only parts of others and need no validator
    )
    __pydantic_extra__: dict[  # pyright: ignore[reportIncompatibleVariableOverride]  # pydantic's own way to close the keys
        Annotated[str, Field(pattern=EXTENSION)], object
    ]

    def has(self, key: str) -> bool:
        """Tell whether the spec says something under `key`, be it null."""
        return key in self.model_fields_set

    @property
    def extensions(self) -> Mapping[str, object]:
        """The `x-...` keys, passed on to the OpenAPI and AsyncAPI documents."""
        return self.__pydantic_extra__ or {}


def _type_expression(value: object) -> TypeExpr:
    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "expected a type expression")
    try:
        return parse_type(value)
    except TypeSyntaxError as error:
        place = {"start": error.start, "end": error.end}
        raise PydanticCustomError(
            "type_syntax", "{problem}", {"problem": str(error), **place}
        ) from None


def are_texts(value: object) -> TypeGuard[list[str]]:
    """Tell whether `value` is a list of texts."""
    return isinstance(value, list) and all(
        isinstance(item, str) for item in cast("list[object]", value)
    )


def _all_or_names(value: object) -> object:
    if value is True or are_texts(value):
        return value
    raise PydanticCustomError("names", "expected `true` or a list of names")


TypeText = Annotated[TypeExpr, PlainValidator(_type_expression)]
"""A type expression, parsed."""

AllOrNames = Annotated[bool | list[str], BeforeValidator(_all_or_names)]
"""`true` for every service with access to the broker, or a list of services."""


def short(key: str) -> BeforeValidator:
    """Let a mapping be written as the bare text of its key `key`."""
    return BeforeValidator(lambda value: {key: value} if isinstance(value, str) else value)
