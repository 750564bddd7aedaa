"""Numbers and truth values: strict about what they are, in JSON and in text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from pydantic_core import PydanticCustomError, core_schema

from framework import wire

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue

_INTEGER = re.compile(wire.INTEGER_TEXT[1:-1])
_NUMBER = re.compile(wire.NUMBER_TEXT[1:-1])
_TRUTH = {"true": True, "false": False}


@dataclass(frozen=True, slots=True, eq=False)
class _Scalar:
    """Metadata: convert what is the same value in another spelling, then validate strictly."""

    convert: Callable[[object, core_schema.ValidationInfo], object]
    core: core_schema.CoreSchema
    schema: wire.Schema

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.with_info_before_validator_function(self.convert, self.core)

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return dict(self.schema)


def _integer(value: object, info: core_schema.ValidationInfo) -> object:
    """Take 1.0, which JSON Schema calls an integer, and outside JSON canonical decimal text."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, str) and info.mode == "python":
        if not _INTEGER.fullmatch(value):
            code = "int_parsing"
            raise PydanticCustomError(code, "Input should be an integer in decimal digits")
        return int(value)
    return value


def _number(value: object, info: core_schema.ValidationInfo) -> object:
    if isinstance(value, str) and info.mode == "python":
        if not _NUMBER.fullmatch(value):
            code = "float_parsing"
            raise PydanticCustomError(code, "Input should be a number in decimal digits")
        return float(value)
    if isinstance(value, int) and not -wire.FLOAT_MAX <= value <= wire.FLOAT_MAX:
        code = "finite_number"
        raise PydanticCustomError(code, "Input should be a finite number")
    return value


def _truth(value: object, info: core_schema.ValidationInfo) -> object:
    if isinstance(value, str) and info.mode == "python":
        return _TRUTH.get(value, value)
    return value


def _int(name: str, least: int, most: int) -> _Scalar:
    core = core_schema.int_schema(strict=True, ge=least, le=most)
    return _Scalar(_integer, core, wire.SCHEMAS[name])


Int = Annotated[int, _int("int", wire.INT_MIN, wire.INT_MAX)]
Int32 = Annotated[int, _int("int32", wire.INT32_MIN, wire.INT32_MAX)]
Int64 = Annotated[int, _int("int64", wire.INT64_MIN, wire.INT64_MAX)]
Float = Annotated[
    float,
    _Scalar(
        _number,
        core_schema.float_schema(strict=True, allow_inf_nan=False),
        wire.SCHEMAS["float"],
    ),
]
Bool = Annotated[bool, _Scalar(_truth, core_schema.bool_schema(strict=True), wire.SCHEMAS["bool"])]
