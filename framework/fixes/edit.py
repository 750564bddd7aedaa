"""Apply edits to a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from framework.diagnostics import Edit, Fix, Span


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return the text after edits of which no two overlap; their places are those in `text`."""
    starts = _starts(text)
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        start, end = _offsets(starts, edit.span)
        text = text[:start] + edit.text + text[end:]
    return text


def apart(fixes: Iterable[Fix]) -> list[Fix]:
    """Return the fixes that can be applied at once: of those that overlap, the first."""
    chosen: list[Fix] = []
    taken: list[Span] = []
    for fix in fixes:
        if not any(_overlap(edit.span, span) for edit in fix.edits for span in taken):
            chosen.append(fix)
            taken += [edit.span for edit in fix.edits]
    return chosen


def _overlap(one: Span, other: Span) -> bool:
    if one.path != other.path:
        return False
    first, then = sorted((one, other))
    begins = (then.line, then.column)
    return begins < (first.end_line, first.end_column) or begins == (first.line, first.column)


def _starts(text: str) -> list[int]:
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return starts


def _offsets(starts: Sequence[int], span: Span) -> tuple[int, int]:
    return starts[span.line - 1] + span.column - 1, starts[span.end_line - 1] + span.end_column - 1
