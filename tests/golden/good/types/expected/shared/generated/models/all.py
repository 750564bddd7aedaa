# Generated from specs/models/all.yaml. Do not edit: change the spec, then run `make generate`.
"""Models of `specs/models/all.yaml`."""

from __future__ import annotations

import datetime as dt
from base64 import b64decode
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import MISSING, Field

from framework.runtime.models import Model
from framework.runtime.types import (
    Bool,
    Bytes,
    Date,
    DateTime,
    DecimalText,
    Duration,
    Email,
    Exactly,
    Float,
    Int,
    Int32,
    Int64,
    Json,
    Pattern,
    String,
    Time,
    UniqueItems,
    Url,
    Uuid,
)

__all__ = [
    "Color",
    "Every",
    "Leaf",
]


class Color(StrEnum):
    """The values of `Color`."""

    RED = "red"
    DARK_BLUE = "dark blue"
    VALUE_2ND = "2nd"
    VALUE_2ND_2 = "2ND"
    VALUE = "%"


class Every(Model):
    """One field of each type, with the bounds that fit it."""

    text: Annotated[String, Field(min_length=1, max_length=10), Pattern("^[a-z]+$")] = "abc"
    mail: Annotated[Email, Field(max_length=100)]
    link: Url
    whole: Annotated[Int, Field(ge=1, lt=10, multiple_of=3)] = 3
    small: Annotated[Int32, Field(gt=-5)]
    large: Annotated[Int64, Field(le=9223372036854775807)]
    ratio: Annotated[Float, Field(ge=0.0, le=1.0)] = 0.5
    price: Annotated[
        Decimal, DecimalText(max_digits=12, decimal_places=2, signed=False), Field(ge=Decimal(0))
    ] = Decimal("9.90")
    flag: Bool = False
    at: DateTime = dt.datetime(2026, 1, 2, 1, 4, 5, 6, tzinfo=dt.UTC)
    day: Date = dt.date(2026, 1, 2)
    clock: Time = dt.time(3, 4, 5)
    span: Duration = dt.timedelta(days=1, hours=2)
    key: Uuid = UUID("00000000-0000-4000-8000-000000000000")
    blob: Annotated[Bytes, Field(max_length=30)] = b64decode("aGk=")
    free: Json
    color: Color = Color.DARK_BLUE
    kind: Literal["a", "b"] = "a"
    version: Annotated[Literal[1], Exactly()]
    list_of: Annotated[list[String], Field(min_length=1, max_length=3), UniqueItems()]
    bounded: list[Annotated[Int, Field(ge=1)]] = Field(default=[1, 2])
    set_of: Annotated[set[Color], UniqueItems()] = Field(default={Color.RED})
    map_of: Annotated[dict[String, Int | None], Field(max_length=5)] = Field(
        default={"a": 1, "b": None}
    )
    nested: list[dict[String, Leaf]] = Field(default=[])
    maybe: Leaf | None = None
    class_: Annotated[String, Field(alias="class", deprecated="Use kind instead.")]
    secret: Annotated[String | MISSING, Field(repr=False)] = MISSING


class Leaf(Model):
    """The model `Leaf`."""

    tree: Every | MISSING = MISSING
    at: Annotated[list[Leaf], Field(max_length=3)] = Field(default=[])
