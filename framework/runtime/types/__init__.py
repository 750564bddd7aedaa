"""Wire types: what each accepts is what `framework.wire.SCHEMAS` publishes for it.

They take JSON in strict mode, canonical text where there is only text (path, query, header), and
Python objects of their own type (from a database row or a controller).
"""

from framework.runtime.types.commas import CommaSeparated
from framework.runtime.types.constants import Exactly, tag_of
from framework.runtime.types.decimals import DecimalText
from framework.runtime.types.json_value import Json
from framework.runtime.types.numbers import Bool, Float, Int, Int32, Int64
from framework.runtime.types.texts import (
    Bytes,
    CursorText,
    Email,
    IdempotencyKey,
    LastEventId,
    Pattern,
    String,
    Url,
    Uuid,
)
from framework.runtime.types.times import Date, DateTime, Duration, Time
from framework.runtime.types.unique import UniqueItems

__all__ = [
    "Bool",
    "Bytes",
    "CommaSeparated",
    "CursorText",
    "Date",
    "DateTime",
    "DecimalText",
    "Duration",
    "Email",
    "Exactly",
    "Float",
    "IdempotencyKey",
    "Int",
    "Int32",
    "Int64",
    "Json",
    "LastEventId",
    "Pattern",
    "String",
    "Time",
    "UniqueItems",
    "Url",
    "Uuid",
    "tag_of",
]
