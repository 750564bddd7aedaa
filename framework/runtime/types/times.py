"""Moments and spans of time as ISO 8601 text."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated

from framework import wire
from framework.runtime.types.codec import TextCodec

_FIRST = datetime(1000, 1, 1, tzinfo=UTC)
_LAST = datetime(2999, 12, 31, 23, 59, 59, 999999, tzinfo=UTC)
_LONGEST = timedelta(days=999_999, hours=23, minutes=59, seconds=59, microseconds=999_999)
_PARTS = re.compile(
    r"P((?P<weeks>\d+)W)?((?P<days>\d+)D)?"
    r"(T((?P<hours>\d+)H)?((?P<minutes>\d+)M)?((?P<seconds>\d+)(\.(?P<fraction>\d+))?S)?)?"
)


def _utc(value: datetime) -> datetime:
    if value.tzinfo is None:
        message = "without an offset"
        raise ValueError(message)
    moment = value.astimezone(UTC)
    if not _FIRST <= moment <= _LAST:
        message = "out of range"
        raise ValueError(message)
    return moment


def _zulu(value: datetime) -> str:
    return value.astimezone(UTC).isoformat().removesuffix("+00:00") + "Z"


def _calendar_date(value: date) -> date:
    if isinstance(value, datetime) or not _FIRST.date() <= value <= _LAST.date():
        message = "not a date in range"
        raise ValueError(message)
    return value


def _local_time(value: time) -> time:
    if value.tzinfo is not None:
        message = "with an offset"
        raise ValueError(message)
    return value


def _read_duration(text: str) -> timedelta:
    match = _PARTS.fullmatch(text)
    if match is None:
        message = "not a duration"
        raise ValueError(message)
    parts = match.groupdict(default="0")
    micro = int(parts.pop("fraction").ljust(6, "0"))
    return timedelta(microseconds=micro, **{unit: int(count) for unit, count in parts.items()})


def _write_duration(value: timedelta) -> str:
    minutes, seconds = divmod(value.seconds, 60)
    hours, minutes = divmod(minutes, 60)
    fraction = f".{value.microseconds:06}".rstrip("0") if value.microseconds else ""
    units = ((hours, "H", ""), (minutes, "M", ""), (seconds, "S", fraction))
    clock = "".join(f"{count}{part}{unit}" for count, unit, part in units if count or part)
    days = f"{value.days}D" if value.days else ""
    return f"P{days}T{clock}" if clock else f"P{days}" if days else "PT0S"


def _bounded_span(value: timedelta) -> timedelta:
    if not timedelta(0) <= value <= _LONGEST:
        message = "out of range"
        raise ValueError(message)
    return value


DateTime = Annotated[
    datetime,
    TextCodec(
        name="date-time with an offset",
        python=datetime,
        pattern=wire.DATETIME,
        read=datetime.fromisoformat,
        write=_zulu,
        accept=_utc,
        schema=wire.SCHEMAS["datetime"],
    ),
]
Date = Annotated[
    date,
    TextCodec(
        name="date",
        python=date,
        pattern=wire.DATE,
        read=date.fromisoformat,
        write=date.isoformat,
        accept=_calendar_date,
        schema=wire.SCHEMAS["date"],
    ),
]
Time = Annotated[
    time,
    TextCodec(
        name="time without an offset",
        python=time,
        pattern=wire.TIME,
        read=time.fromisoformat,
        write=time.isoformat,
        accept=_local_time,
        schema=wire.SCHEMAS["time"],
    ),
]
Duration = Annotated[
    timedelta,
    TextCodec(
        name="ISO 8601 duration",
        python=timedelta,
        pattern=wire.DURATION,
        read=_read_duration,
        write=_write_duration,
        accept=_bounded_span,
        schema=wire.SCHEMAS["duration"],
    ),
]
