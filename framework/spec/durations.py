"""Durations as people write them: a number and `ms`, `s`, `m`, `h` or `d`."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated

from pydantic import PlainValidator
from pydantic_core import PydanticCustomError

_WRITTEN = re.compile(r"([0-9]{1,6}(?:\.[0-9]{1,6})?)(ms|s|m|h|d)")
_MILLISECONDS = {"ms": 1, "s": 1000, "m": 60_000, "h": 3_600_000, "d": 86_400_000}


def milliseconds(text: str) -> int | None:
    """Return how many whole milliseconds `text` is; None if it is no duration."""
    written = _WRITTEN.fullmatch(text)
    if written is None:
        return None
    exact = Decimal(written[1]) * _MILLISECONDS[written[2]]
    return int(exact) if exact == int(exact) else None


def _duration(value: object) -> int:
    found = milliseconds(value) if isinstance(value, str) else None
    if found is None:
        raise PydanticCustomError("duration", "expected a duration such as `500ms`, `30s` or `7d`")
    return found


Duration = Annotated[int, PlainValidator(_duration)]
"""A duration, in milliseconds."""
