# Generated from specs/models/import-me.v2.yaml. Do not edit: change the spec, then run `make generate`.
"""Models of `specs/models/import-me.v2.yaml`."""

from __future__ import annotations

import datetime as dt
from base64 import b64decode
from decimal import Decimal
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import Field

from framework.runtime.models import Model
from framework.runtime.types import (
    Bool,
    Bytes,
    Date,
    DateTime,
    DecimalText,
    Float,
    Int,
    String,
    Time,
    Uuid,
)

__all__ = [
    "Kind",
    "Names",
]


class Kind(StrEnum):
    """The values of `Kind`."""

    VALUE = " "
    VALUE_2 = "é"
    NONE = "None"
    NONE_2 = "none"
    NONE_2_2 = "NONE_2"
    VALUE_1 = "1"
    VALUE_01 = "01"
    A_B = "a-b"
    A_B_2 = "a b"
    CLASS = "class"
    MRO = "mro"


class Names(Model):
    """The model `Names`."""

    date: Date
    time: Time = dt.time(1, 2, 3)
    datetime: DateTime = dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.UTC)
    decimal: Annotated[Decimal, DecimalText()] = Decimal(1)
    uuid: Uuid = UUID("00000000-0000-4000-8000-000000000000")
    bool: Bool = True
    int: Int = 1
    str: String = "x"
    float: Float
    bytes: Bytes = b64decode("aGk=")
    kind: Kind = Kind.NONE_2
    type: String
    id: String
    from_: Annotated[String, Field(alias="from")]
    schema_: Annotated[String, Field(alias="schema")]
    camel_case: Annotated[String, Field(alias="camelCase")]
    odd: Annotated[String, Field(alias='a/b~c"d')]
    after_date: Date = dt.date(2026, 1, 2)
    after_time: list[Time] = Field(default=[dt.time(1, 2, 3)])
    mixedCase: String = "x"
    UPPER: String = "x"
    PascalCase: String = "x"
    l: Int = 1
    O: Int = 1
