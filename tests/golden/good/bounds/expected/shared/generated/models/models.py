# Generated from specs/models.yaml. Do not edit: change the spec, then run `make generate`.
"""Models of `specs/models.yaml`."""

from __future__ import annotations

import datetime as dt
from base64 import b64decode
from decimal import Decimal
from typing import Annotated, Literal

from annotated_types import MultipleOf
from pydantic import MISSING, Field

from framework.runtime.models import Model
from framework.runtime.types import (
    Bytes,
    Date,
    DateTime,
    DecimalText,
    Duration,
    Email,
    Float,
    Int,
    Int64,
    Pattern,
    String,
    Time,
    UniqueItems,
    Url,
)

__all__ = [
    "Bounds",
]


class Bounds(Model):
    """Each bound on each type that it fits."""

    a: Annotated[Decimal, DecimalText(signed=False), Field(ge=Decimal(7), le=Decimal(9))]
    b: Annotated[
        Decimal,
        DecimalText(decimal_places=1),
        Field(gt=Decimal("-1.5"), lt=Decimal("2.50")),
        MultipleOf(Decimal("0.5")),
    ]
    c: Annotated[Decimal, DecimalText(max_digits=3, decimal_places=3)]
    d: Annotated[Float, Field(gt=-1.0, lt=1.5, multiple_of=0.25)]
    e: Annotated[Int64, Field(ge=-9223372036854775808, multiple_of=5)]
    f: Annotated[Date, Field(ge=dt.date(2020, 1, 1), lt=dt.date(2030, 1, 1))] = dt.date(2025, 6, 1)
    g: Annotated[Time, Field(gt=dt.time(8, 0, 0), le=dt.time(17, 30, 0, 500000))]
    h: Annotated[DateTime, Field(ge=dt.datetime(2019, 12, 31, 23, 0, 0, tzinfo=dt.UTC))] | None
    i: Annotated[Duration, Field(gt=dt.timedelta(seconds=0), le=dt.timedelta(days=1, hours=12))] = (
        dt.timedelta(hours=1, minutes=30)
    )
    j: Annotated[Bytes, Field(min_length=1, max_length=2)] = b64decode("aGk=")
    k: Annotated[Email, Field(min_length=6), Pattern("@example")]
    l: Annotated[Url, Field(max_length=40), Pattern("^https")]
    m: Annotated[
        list[Annotated[Date, Field(ge=dt.date(2020, 1, 1))]], Field(max_length=3), UniqueItems()
    ] = Field(default=[])
    n: Annotated[
        dict[
            String,
            Annotated[
                Decimal,
                DecimalText(max_digits=4, decimal_places=1, signed=False),
                Field(ge=Decimal(0)),
            ],
        ],
        Field(min_length=1),
    ]
    o: Annotated[set[Annotated[Int, Field(le=5)]], Field(min_length=1), UniqueItems()]
    p: list[list[Annotated[String, Field(max_length=2)]]] | MISSING = MISSING
    q: list[Literal["x", "y"] | None] = Field(default=["x", None])
