"""Cut the line out of a source that a diagnostic speaks about, with carets below the place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from framework.diagnostics.visible import visible, width

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from framework.diagnostics.span import Span

_LONGEST = 120  # characters of a line that are shown
_BEFORE = 60  # of them before the caret, where the line is longer
_LINE_BREAK = re.compile(r"\r\n|\r|\n")  # those that YAML and Python agree on


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A source line as it is shown, and the row of carets below it."""

    line: str
    carets: str


class Lines:
    """The lines of sources; each source is split once, when it is first asked for."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        """Read from `sources`, which maps a path to its text."""
        self._sources = sources
        self._split: dict[str, Sequence[str]] = {}

    def excerpt(self, span: Span) -> Excerpt | None:
        """Return the first line of `span` with its carets, or None if no source has that line.

        A file that is empty, or was not read, has none.
        """
        line = self.line(span)
        return None if line is None else cut(line, span)

    def line(self, span: Span) -> str | None:
        """Return the first line of `span` as it is written."""
        lines = self._lines(span.path)
        return lines[span.line - 1] if 1 <= span.line <= len(lines) else None

    def _lines(self, path: str) -> Sequence[str]:
        if path not in self._split:
            text = self._sources.get(path)
            self._split[path] = _LINE_BREAK.split(text) if text else []
        return self._split[path]


def cut(line: str, span: Span) -> Excerpt:
    """Show `line` with carets below the part of it that belongs to `span`.

    A span of several lines is clipped to its first one, a place behind the end of the line
    gets one caret, and of a very long line only the surroundings of the place are shown.
    """
    start = min(max(span.column - 1, 0), len(line))
    end = span.end_column - 1 if span.end_line == span.line else len(line.rstrip())
    first, last = _window(len(line), start)
    before, inside, after = line[first:start], line[start : min(end, last)], line[start:last]
    left = "…" if first else ""
    right = "…" if last < len(line) else ""
    indent = " " * width(left + visible(before))
    return Excerpt(
        line=left + visible(before) + visible(after) + right,
        carets=indent + "^" * max(width(visible(inside)), 1),
    )


def _window(length: int, start: int) -> tuple[int, int]:
    if length <= _LONGEST:
        return 0, length
    first = max(0, min(start - _BEFORE, length - _LONGEST))
    return first, first + _LONGEST
