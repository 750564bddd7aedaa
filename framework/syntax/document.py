"""A file that was read: plain values beside the position of every key and value in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from framework.diagnostics import Span

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"
Path: TypeAlias = tuple[str | int, ...]
Mark: TypeAlias = tuple[int, int, int, int]
"""Line, column, end line, end column; from 0, as libyaml counts."""


@dataclass(slots=True)
class Collection:
    """The positions of a mapping or a sequence, its keys and what it holds."""

    mark: Mark
    keys: dict[str | int, Mark]
    items: dict[str | int, Collection | Mark]


Position: TypeAlias = Collection | Mark


@dataclass(frozen=True, slots=True)
class Document:
    """One YAML file: `path` relative to the root, its text, plain values, and positions."""

    path: str
    text: str
    content: Json
    positions: Position

    def span(
        self, path: Path = (), *, key: bool = False, part: tuple[int, int] | None = None
    ) -> Span:
        """Return where the value at `path` stands; the nearest ancestor if there is none.

        `key` asks for the place of its key instead. `part` narrows the place of a scalar to a
        stretch of its characters, where the scalar is written in one line and without escapes.
        """
        key_mark, position = self._find(path)
        if key and key_mark:
            return self._span(key_mark)
        if isinstance(position, Collection):
            return self._span(key_mark or position.mark)
        return self._span(self._narrow(position, part) if part else position)

    def lines(self) -> list[str]:
        """Return the lines of the text, without their ends."""
        return _lines(self.text)

    def _find(self, path: Path) -> tuple[Mark | None, Position]:
        key_mark, position = None, self.positions
        for step in path:
            if not isinstance(position, Collection) or step not in position.items:
                break
            key_mark, position = position.keys.get(step), position.items[step]
        return key_mark, position

    def _narrow(self, mark: Mark, part: tuple[int, int]) -> Mark:
        line, column, end_line, end_column = mark
        if line != end_line:
            return mark
        written = _lines(self.text)[line][column:end_column]
        quoted = written[:1] in {'"', "'"}
        start = column + quoted
        if "\\" in written or start + part[1] + quoted > end_column:
            return mark
        return line, start + part[0], line, start + max(part[1], part[0] + 1)

    def _span(self, mark: Mark) -> Span:
        line, column, end_line, end_column = mark
        return Span(self.path, line + 1, column + 1, end_line + 1, end_column + 1)


@lru_cache(maxsize=16)
def _lines(text: str) -> list[str]:
    """Split a text once, however many findings stand in it."""
    return text.split("\n")
