"""Decimals: exact numbers that travel as a JSON string."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from framework import wire
from framework.runtime.types.codec import TextCodec

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core.core_schema import CoreSchema


@dataclass(frozen=True, slots=True)
class DecimalText:
    """Metadata for `Annotated[Decimal, ...]`: how many digits, how many of them after the point."""

    max_digits: int = wire.DECIMAL_DIGITS
    decimal_places: int = wire.DECIMAL_PLACES
    signed: bool = True

    def _codec(self) -> TextCodec[Decimal]:
        pattern = wire.decimal_pattern(self.max_digits, self.decimal_places, signed=self.signed)
        return TextCodec(
            name="decimal in plain notation",
            python=Decimal,
            pattern=pattern,
            read=Decimal,
            write=_plain,
            accept=self._accept,
            schema={"type": "string", "format": "decimal", "pattern": pattern},
        )

    def _accept(self, value: Decimal) -> Decimal:
        """Return `value` without digits that say nothing; refuse what the pattern cannot spell."""
        if not value.is_finite():
            message = "not finite"
            raise ValueError(message)
        value = _without_zeros_behind(value, self.decimal_places)
        _, digits, exponent = value.as_tuple()
        assert isinstance(exponent, int)  # noqa: S101 - of finite decimals it is: for type checkers
        places = max(0, -exponent)
        whole = max(0, len(digits) + exponent) if any(digits) else 0
        if places > self.decimal_places or whole > self.max_digits - self.decimal_places:
            message = "too many digits"
            raise ValueError(message)
        if value.is_signed() and not self.signed:
            if value:
                message = "negative"
                raise ValueError(message)
            return value.copy_abs()
        return value

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Validate with the codec of these digits."""
        return self._codec().__get_pydantic_core_schema__(source, handler)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Publish the pattern of these digits."""
        return self._codec().__get_pydantic_json_schema__(schema, handler)


def _without_zeros_behind(value: Decimal, places: int) -> Decimal:
    """Return `value` with no zeros behind `places`: databases fill up to the scale of a column."""
    sign, digits, exponent = value.as_tuple()
    surplus = -int(exponent) - places
    if surplus <= 0 or any(digits[-surplus:]):
        return value
    return Decimal((sign, digits[:-surplus] or (0,), -places))


def _plain(value: Decimal) -> str:
    return format(value, "f")
