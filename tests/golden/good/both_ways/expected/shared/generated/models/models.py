# Generated from specs/models.yaml. Do not edit: change the spec, then run `make generate`.
"""Models of `specs/models.yaml`."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import MISSING, Field

from framework.runtime.models import Model
from framework.runtime.types import DecimalText, String

__all__ = [
    "Amount",
    "Basket",
    "Line",
    "Unit",
]


class Unit(StrEnum):
    """The values of `Unit`."""

    KG = "kg"
    PIECE = "piece"


class Amount(Model):
    """The model `Amount`."""

    count: Annotated[Decimal, DecimalText(max_digits=6, decimal_places=2)]
    unit: Unit = Unit.PIECE


class Line(Model):
    """A line of a basket."""

    amount: Amount
    note: String | MISSING = MISSING
    parts: list[Line] = Field(default=[])


class Basket(Model):
    """The model `Basket`."""

    lines: Annotated[dict[String, Line], Field(max_length=3)]
    gift: Line | None = None
