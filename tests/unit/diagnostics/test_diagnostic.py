"""Diagnostics are values: comparable, sortable, never said twice."""

from __future__ import annotations

from dataclasses import replace

from framework.diagnostics import Diagnostic, Severity, Span, has_errors, sort_unique

FIRST = Diagnostic("B", "b", "m", Span("a.yaml", 1, 1, 1, 2))


def test_diagnostics_are_sorted_by_place_then_code() -> None:
    """Those without a place come first: they are about the whole project."""
    whole = replace(FIRST, span=None)
    later = replace(FIRST, span=Span("a.yaml", 2, 1, 2, 2))
    wider = replace(FIRST, span=Span("a.yaml", 1, 10, 1, 12))
    other = replace(FIRST, span=Span("b.yaml", 1, 1, 1, 2), code="A")
    same_place = replace(FIRST, code="C")
    expected = (whole, FIRST, same_place, wider, later, other)

    assert sort_unique(reversed(expected)) == expected


def test_the_same_fact_at_the_same_place_is_said_once() -> None:
    """Equal diagnostics collapse; a different message at the same place stays."""
    other = replace(FIRST, message="n")

    assert sort_unique([FIRST, other, replace(FIRST)]) == (FIRST, other)


def test_only_errors_stop_the_compiler() -> None:
    """Warnings alone do not count."""
    warning = replace(FIRST, severity=Severity.WARNING)

    assert has_errors([warning, FIRST])
    assert not has_errors([warning])
