"""Bounds as exact numbers, so that they can be compared whatever their type is."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from framework import wire
from framework.spec.words import BOUNDS, INTEGRAL, TEMPORAL

if TYPE_CHECKING:
    from framework.spec import FieldKeys

Bound: TypeAlias = int | float | str
MOST_ITEMS = 2**31 - 1
MOST_DIGITS = 1_000
_DECIMAL = re.compile(r"-?[0-9]{1,1000}(\.[0-9]{1,1000})?")
_DURATION = re.compile(
    r"P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d+))?S)?)?"
)
_MICRO = timedelta(microseconds=1)
_EPOCH = datetime(1000, 1, 1, tzinfo=UTC)
_GET = attrgetter(*BOUNDS)
_LIMITS = {
    "int": (wire.INT_MIN, wire.INT_MAX),
    "int32": (wire.INT32_MIN, wire.INT32_MAX),
    "int64": (wire.INT64_MIN, wire.INT64_MAX),
    "float": (-wire.FLOAT_MAX, wire.FLOAT_MAX),
    "datetime": (0, (datetime(3000, 1, 1, tzinfo=UTC) - _EPOCH) // _MICRO - 1),
    "date": (date(1000, 1, 1).toordinal(), date(2999, 12, 31).toordinal()),
    "time": (0, timedelta(days=1) // _MICRO - 1),
    "duration": (0, timedelta(days=1_000_000) // _MICRO - 1),
}


class Bounds(NamedTuple):
    """The bounds of one field, apart from the rest of its keys."""

    ge: Bound | None
    gt: Bound | None
    le: Bound | None
    lt: Bound | None
    multiple_of: Bound | None
    min_length: int | None
    max_length: int | None
    pattern: str | None
    min_items: int | None
    max_items: int | None
    max_digits: int | None
    decimal_places: int | None


def bounds_of(keys: FieldKeys) -> Bounds:
    """Return the bounds of a field."""
    return Bounds._make(_GET(keys))


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers from `low` to `high`, without an end that is open; on a grid unless it is 0."""

    low: Fraction
    high: Fraction
    low_open: bool = False
    high_open: bool = False
    grid: Fraction = Fraction(0)

    def admits(self, number: Fraction) -> bool:
        """Tell whether `number` is between the ends; the grid is not looked at."""
        above = self.low < number or (self.low == number and not self.low_open)
        return above and (number < self.high or (number == self.high and not self.high_open))

    def has_any(self) -> bool:
        """Tell whether a number is within it."""
        if not self.grid:
            return self.low < self.high or self.admits(self.low)
        steps = math.ceil(self.low / self.grid)
        first = steps * self.grid
        if first == self.low and self.low_open:
            first += self.grid
        return self.admits(first)

    def count(self) -> int:
        """Return how many numbers of the grid, which is not 0, are within it."""
        first, last = math.ceil(self.low / self.grid), math.floor(self.high / self.grid)
        first += self.low_open and first * self.grid == self.low
        last -= self.high_open and last * self.grid == self.high
        return max(last - first + 1, 0)


def exact(word: str, value: object) -> Fraction | None:
    """Return a value of the type `word` as a number; None if it is no value of that type.

    Dates count days, other times microseconds. The type's own range is not looked at.
    """
    if isinstance(value, bool):
        return None
    if word in INTEGRAL or isinstance(value, int):
        numeric = word in INTEGRAL or word in {"float", "decimal"}
        return Fraction(value) if isinstance(value, int) and numeric else None
    if word == "float":
        finite = isinstance(value, float) and math.isfinite(value)
        return Fraction(repr(value)) if finite else None  # 0.1 is a tenth, as it is written
    if not isinstance(value, str):
        return None
    if word == "decimal":
        return Fraction(value) if _DECIMAL.fullmatch(value) else None
    return _moment(word, value) if word in TEMPORAL and matches(word, value) else None


def matches(word: str, text: str) -> bool:
    """Tell whether `text` is a value of `word` as it travels."""
    return _pattern(str(wire.SCHEMAS[word]["pattern"])).fullmatch(text) is not None


def limits(word: str, bounds: Bounds) -> Interval:
    """Return the range of the type `word` and the grid that its values lie on."""
    if word == "decimal":
        whole, places = digits(bounds)
        grid = Fraction(1, 10**places)
        most = 10**whole - grid
        return Interval(-most, most, grid=grid)
    low, high = _LIMITS[word]
    return Interval(Fraction(low), Fraction(high), grid=Fraction(0 if word == "float" else 1))


def digits(bounds: Bounds) -> tuple[int, int]:
    """Return how many digits a decimal has before and behind its point, at most."""
    most = bounds.max_digits if bounds.max_digits is not None else wire.DECIMAL_DIGITS
    places = bounds.decimal_places if bounds.decimal_places is not None else wire.DECIMAL_PLACES
    most = min(max(most, 1), MOST_DIGITS)
    places = min(max(places, 0), most)
    return most - places, places


@lru_cache(maxsize=4096, typed=True)  # the same few bounds stand at thousands of fields
def admitted(word: str, *said: Bound | None) -> Interval:
    """Return what all bounds of a field, spelt out, leave of the type `word`."""
    bounds = Bounds._make(said)
    return narrowed(word, bounds, limits(word, bounds))


def places_surplus(bounds: Bounds) -> bool:
    """Tell whether a decimal has more digits behind its point than in all, with the defaults."""
    most = wire.DECIMAL_DIGITS if bounds.max_digits is None else bounds.max_digits
    places = wire.DECIMAL_PLACES if bounds.decimal_places is None else bounds.decimal_places
    return places > most > 0


def narrowed(word: str, bounds: Bounds, within: Interval) -> Interval:
    """Return what the bounds of a field leave of `within`; bounds that cannot be read leave all."""
    low, low_open = within.low, within.low_open
    high, high_open = within.high, within.high_open
    for bound, is_open in ((bounds.ge, False), (bounds.gt, True)):
        number = exact(word, bound)
        if number is not None and (number, is_open) > (low, low_open):
            low, low_open = number, is_open
    for bound, is_open in ((bounds.le, False), (bounds.lt, True)):
        number = exact(word, bound)
        if number is not None and (number, not is_open) < (high, not high_open):
            high, high_open = number, is_open
    step = exact(word, bounds.multiple_of)
    grid = _joint_grid(within.grid, step) if step and step > 0 else within.grid
    return Interval(low, high, low_open, high_open, grid)


def _joint_grid(one: Fraction, other: Fraction) -> Fraction:
    if not one:
        return other
    bottom = one.denominator * other.denominator
    return Fraction(
        math.lcm(one.numerator * other.denominator, other.numerator * one.denominator), bottom
    )


def _moment(word: str, text: str) -> Fraction | None:
    if word == "datetime":
        return Fraction((datetime.fromisoformat(text) - _EPOCH) // _MICRO)
    if word == "date":
        return Fraction(date.fromisoformat(text).toordinal())
    if word == "time":
        clock = time.fromisoformat(text)
        seconds = clock.hour * 3600 + clock.minute * 60 + clock.second
        return Fraction(seconds * 1_000_000 + clock.microsecond)
    found = _DURATION.fullmatch(text)
    if found is None:
        return None
    weeks, days, hours, minutes, seconds_, fraction = (found[i] or "0" for i in range(1, 7))
    span = timedelta(weeks=int(weeks), days=int(days), hours=int(hours), minutes=int(minutes))
    micro = int(seconds_) * 1_000_000 + int(fraction.ljust(6, "0"))
    return Fraction(span // _MICRO + micro)


@lru_cache(maxsize=64)
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text[1:-1])
