"""Constants that are no text: Python takes 1, 1.0 and True for equal, JSON does not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from pydantic_core import PydanticCustomError, core_schema

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import GetCoreSchemaHandler


@dataclass(frozen=True, slots=True)
class Exactly:
    """Metadata for `Annotated[Literal[1], Exactly()]`: true is not 1, and 1 is not true."""

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        """Compare kinds first, for the literal itself compares values only."""
        inner = handler(source)
        (constant,) = cast("core_schema.LiteralSchema", inner)["expected"]

        def same_kind(value: object, info: core_schema.ValidationInfo) -> object:
            if isinstance(value, str) and info.mode == "python" and value == spelt(constant):
                return cast("object", constant)
            if isinstance(value, bool) is not isinstance(constant, bool):
                code = "literal_error"
                message = "Input should be {expected}"
                raise PydanticCustomError(code, message, {"expected": spelt(constant)})
            return value

        return core_schema.with_info_before_validator_function(same_kind, inner)


def tag_of(field: str) -> Callable[[object], str | None]:
    """Return what reads the tag of a union's member: the constant in `field`, as JSON spells it."""

    def read(value: object) -> str | None:
        if isinstance(value, dict):
            return spelt(cast("dict[str, object]", value).get(field))
        return spelt(getattr(value, field, None))

    return read


def spelt(constant: object) -> str | None:
    """Return a number or a truth value as JSON spells it, and None for all that is neither."""
    if isinstance(constant, bool):
        return "true" if constant else "false"
    if isinstance(constant, float) and constant.is_integer():
        return str(int(constant))
    return str(constant) if isinstance(constant, int) else None
