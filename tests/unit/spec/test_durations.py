"""Durations as people write them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framework.spec.durations import milliseconds

UNITS = {"ms": "milliseconds", "s": "seconds", "m": "minutes", "h": "hours", "d": "days"}


@given(st.integers(0, 999_999), st.sampled_from([*UNITS]))
def test_a_duration_is_what_it_says(number: int, unit: str) -> None:
    """In every unit, exactly."""
    exact = timedelta(**{UNITS[unit]: number}) // timedelta(milliseconds=1)

    assert milliseconds(f"{number}{unit}") == exact


@pytest.mark.parametrize(
    ("text", "found"),
    [("1.5s", 1500), ("0.25h", 900_000), ("0.001s", 1), ("0.0m", 0), ("0.000001d", None)],
)
def test_a_fraction_is_whole_milliseconds(text: str, found: int | None) -> None:
    """What is finer is refused, not rounded."""
    assert milliseconds(text) == found


@given(st.text())
def test_any_text_is_a_duration_or_none(text: str) -> None:
    """Nothing raises, and nothing is negative."""
    found = milliseconds(text)

    assert found is None or found >= 0


@pytest.mark.parametrize(
    "text",
    [
        *("", "s", "1", "1 s", "1S", "+1s", "-1s", "1e3s", ".5s", "1.s", "1s\n", "٣s", "1h30m"),
        *("1000000s", "1us", "1w", "PT1S", "1,5s", "0x1s", "nans"),
    ],
)
def test_other_spellings_are_refused(text: str) -> None:
    """One spelling, and numbers that fit."""
    assert milliseconds(text) is None
