"""Carry a Python type through JSON as a string of an exact pattern."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from pydantic_core import PydanticCustomError, core_schema

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue

    from framework.wire import Schema

T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class TextCodec(Generic[T]):
    """Metadata for `Annotated`: read a `T` from text of `pattern` or from a `T`, write it as text.

    `accept` returns the `T` as it is kept, and raises ValueError where the pattern could not say
    that it is out of range.
    """

    name: str
    python: type[T]
    pattern: str
    read: Callable[[str], T]
    write: Callable[[T], str]
    accept: Callable[[T], T]
    schema: Schema
    matches: Callable[[str], object] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Compile the pattern once; `fullmatch` because Python's `$` lets a line feed follow."""
        object.__setattr__(self, "matches", re.compile(self.pattern[1:-1]).fullmatch)

    def validate(self, value: object) -> T:
        """Return the value that `value` is or spells."""
        if isinstance(value, str):
            if not self.matches(value):
                raise self._refusal()
            value = self.read(value)
        if not isinstance(value, self.python):
            raise self._refusal()
        try:
            return self.accept(value)
        except ValueError as error:
            raise self._refusal() from error

    def _refusal(self) -> PydanticCustomError:
        return PydanticCustomError(
            "wire_format", "Input should be a valid {name}", {"name": self.name}
        )

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        """Validate with `validate`; write text in JSON only, so that Python code sees the `T`."""
        return core_schema.no_info_plain_validator_function(
            self.validate,
            serialization=core_schema.plain_serializer_function_ser_schema(
                self.write, return_schema=core_schema.str_schema(), when_used="json"
            ),
        )

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Publish the wire fragment."""
        return dict(self.schema)
