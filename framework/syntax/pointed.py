"""JSON as it was parsed, with the place of a value found when somebody asks for it.

The parser of the standard library tells no positions. Places are asked for a few values only, so
the text is scanned for those: each container is scanned once, at the speed of the C scanner.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from framework.diagnostics import Span

if TYPE_CHECKING:
    from framework.syntax.document import Json, Path

_DECODER = json.JSONDecoder(strict=False)
_SPACE = re.compile(r"[ \t\r\n]*")
_BREAK = re.compile(r"\n")
_Members = dict[str | int, tuple[int, int]]  # a name or an index, to where its key and value begin


@dataclass(frozen=True, slots=True)
class Pointed:
    """A JSON text: `content` is its value, `span` tells where a part of it stands."""

    path: str
    text: str
    content: Json
    _members: dict[int, _Members] = field(default_factory=dict[int, _Members], init=False)
    _lines: list[int] = field(default_factory=list[int], init=False)

    def span(self, path: Path = (), *, key: bool = False) -> Span:
        """Return where the value at `path` begins, or its key; of the nearest one if it is not."""
        before = start = _SPACE.match(self.text).end()  # type: ignore[union-attr]  # matches nothing, too
        for step in path:
            members = self._members_at(start)
            if step not in members:
                break
            before, start = members[step]
        at = before if key else start
        inside = self.text[at : at + 1]
        end = at + 1
        if inside and inside not in "{[":
            end = _DECODER.raw_decode(self.text, at)[1]
        elif before != start:
            at, end = before, _DECODER.raw_decode(self.text, before)[1]
        return self._span(at, end)

    def _members_at(self, start: int) -> _Members:
        found = self._members.get(start)
        if found is None:
            found = self._members[start] = _members(self.text, start)
        return found

    def _span(self, start: int, end: int) -> Span:
        if not self._lines:
            self._lines.extend([0, *(found.end() for found in _BREAK.finditer(self.text))])
        line = bisect_right(self._lines, start)
        last = bisect_right(self._lines, max(end - 1, start))
        column = start - self._lines[line - 1] + 1
        return Span(self.path, line, column, last, end - self._lines[last - 1] + 1)


def read_json(path: str, text: str, most_depth: int) -> Pointed | tuple[Span, str]:
    """Read a JSON text; return where and why if it is none. Of a repeated key the last counts."""
    depth = _depth(text)
    if depth > most_depth:
        return Span(path, 1, 1, 1, 2), f"nested deeper than {most_depth} levels"
    try:
        content: Json = json.loads(text, strict=False, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        span = Span(path, error.lineno, error.colno, error.lineno, error.colno + 1)
        return span, f"not JSON: {error.msg.lower()}"
    except ValueError as error:  # a number of more digits than Python converts, or `NaN`
        return Span(path, 1, 1, 1, 2), f"not JSON that can be read: {error}"
    return Pointed(path, text, content)


_MARKS = re.compile(r'"(?:[^"\\]|\\.)*"|[\[{]|[\]}]', re.DOTALL)


def _depth(text: str) -> int:
    """Return how deep the text is nested: the scanner recurses, and the stack is finite."""
    deepest = depth = 0
    for found in _MARKS.finditer(text):
        mark = found.group()
        if mark in {"[", "{"}:
            depth += 1
            deepest = max(deepest, depth)
        elif mark in {"]", "}"}:
            depth -= 1
    return deepest


def _refuse(word: str) -> None:
    message = f"`{word}` is no number of JSON"
    raise ValueError(message)


def _members(text: str, start: int) -> _Members:
    opener = text[start : start + 1]
    if opener not in {"{", "["}:
        return {}
    found: _Members = {}
    at = _skip(text, start + 1)
    while text[at] not in "}]":
        if text[at] == ",":
            at = _skip(text, at + 1)
        key_at, name = at, len(found)
        if opener == "{":
            key, at = _DECODER.raw_decode(text, at)
            at = _skip(text, _skip(text, at) + 1)
            found[key] = (key_at, at)
        else:
            found[name] = (at, at)
        at = _skip(text, _DECODER.raw_decode(text, at)[1])
    return found


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at
