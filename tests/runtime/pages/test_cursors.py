"""Cursors: every position comes back as it was, and nothing else does."""

from __future__ import annotations

import re
from datetime import UTC, timedelta, timezone
from enum import Enum, StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framework import wire
from framework.runtime.pages.cursors import Cursors
from framework.runtime.problems import InvalidCursor

PATTERN = re.compile(wire.CURSOR[1:-1])
ZONES = st.sampled_from([UTC, timezone(timedelta(hours=-3, minutes=30)), None])
SCALARS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=60),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False),
    st.booleans(),
    st.decimals(allow_nan=False, allow_infinity=False),
    st.datetimes(timezones=ZONES),
    st.dates(),
    st.times(),
    st.uuids(),
)
POSITIONS = st.lists(SCALARS, max_size=5).map(tuple)


class Size(StrEnum):
    """A text that is an enum."""

    SMALL = "s"


class Level(Enum):
    """A number that is an enum."""

    LOW = 1


@given(POSITIONS)
def test_a_position_comes_back_as_it_was(position: tuple[object, ...]) -> None:
    """Values and types alike; the cursor is what the document says."""
    cursors = Cursors()
    cursor = cursors.write("shop.list", position)  # type: ignore[arg-type]  # what strategies draw

    assert PATTERN.fullmatch(cursor)
    back = cursors.read("shop.list", cursor)
    assert [(type(value), value) for value in back] == [(type(value), value) for value in position]


@given(st.from_regex(PATTERN, fullmatch=True))
def test_whatever_the_pattern_allows_is_refused_quietly(cursor: str) -> None:
    """A made-up cursor is the documented problem, never a crash."""
    with pytest.raises(InvalidCursor):
        Cursors().read("shop.list", cursor)


@given(POSITIONS, st.integers(0), st.integers(1, 255))
def test_a_changed_cursor_is_refused(position: tuple[object, ...], place: int, change: int) -> None:
    """Whichever byte it is."""
    cursors = Cursors()
    cursor = bytearray(cursors.write("a", position).encode())  # type: ignore[arg-type]  # likewise
    letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    at = place % len(cursor)
    cursor[at] = letters[(letters.index(cursor[at]) + 1 + change % 63) % 64]
    with pytest.raises(InvalidCursor):
        cursors.read("a", cursor.decode())


def test_operations_and_services_keep_their_cursors_apart() -> None:
    """One of another operation is no better than a forged one; so is one of another key."""
    cursor = Cursors(["one" * 12]).write("shop.list", (1,))
    others = [("shop.find", ["one" * 12]), ("shop.lis", ["one" * 12]), ("shop.list", ["two" * 12])]
    for operation, keys in others:
        with pytest.raises(InvalidCursor):
            Cursors(keys).read(operation, cursor)

    assert Cursors(["two" * 12, "one" * 12]).read("shop.list", cursor) == (1,)
    with pytest.raises(InvalidCursor):
        Cursors().read("shop.list", Cursors().write("shop.list", (1,)))


def test_enums_travel_as_what_they_stand_for() -> None:
    """A position has no types of the service's own."""
    cursors = Cursors()
    assert cursors.read("a", cursors.write("a", (Size.SMALL, Level.LOW))) == ("s", 1)  # type: ignore[arg-type]  # such a column is typed as its enum


@pytest.mark.parametrize("value", [None, b"x", object(), ("x",)])
def test_what_has_no_place_in_an_order_is_refused(value: object) -> None:
    """With a sentence for who wrote the controller."""
    with pytest.raises(TypeError, match="never NULL"):
        Cursors().write("a", (value,))  # type: ignore[arg-type]  # that is the point


def test_a_cursor_has_a_longest_length() -> None:
    """What would not fit the pattern is refused where it is written."""
    cursors = Cursors()
    fits = ("x" * 1500,)
    cursor = cursors.write("a", fits)

    assert PATTERN.fullmatch(cursor)
    assert cursors.read("a", cursor) == fits
    for size in (1516, 1517, 1518, 1519, 5000):
        with pytest.raises(ValueError, match="too long"):
            cursors.write("a", ("x" * size,))
