"""The length of what a pattern admits is known without trying texts."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framework.check.patterns import fault_of, found_in
from framework.check.widths import widths


@pytest.mark.parametrize(
    ("pattern", "width"),
    [
        ("", (0, math.inf)),
        ("^$", (0, 0)),
        ("^[a-z]{5}$", (5, 5)),
        ("^(?:a|bb)?c+$", (1, math.inf)),
        ("^(a|b{2,3})$", (1, 3)),
        ("^a|bcd$", (1, math.inf)),
        ("^(a|bcd)$", (1, 3)),
        (r"^\x41\u0042[\]x]\d{2,}\b$", (5, math.inf)),
        (r"^(a*)*\$$", (1, math.inf)),
        (r"a\$", (2, math.inf)),
        ("^(?:){3}$", (0, 0)),
    ],
)
def test_width_follows_from_the_structure(pattern: str, width: tuple[float, float]) -> None:
    """Groups, classes, escapes, alternatives, repetitions; anchors bound the greatest length."""
    assert fault_of(pattern) is None
    assert widths(pattern) == width


PATTERNS = st.from_regex(r"\A\^?([ab]|\[ab\]|\(a\||\)|[*+?]|\{[0-3]\}|\|){0,8}\$?\Z")


@given(PATTERNS, st.text("ab", max_size=8))
def test_no_text_outside_of_the_width_is_admitted(pattern: str, text: str) -> None:
    """What is said to be impossible is."""
    if fault_of(pattern) is None and found_in(pattern, text):
        least, most = widths(pattern)
        assert least <= len(text) <= most
