"""How long the texts are that a pattern admits, as far as its structure tells."""

from __future__ import annotations

import math
import re
from functools import lru_cache

_REPEAT = re.compile(r"(?:([*+?])|\{([0-9]+)(,?)([0-9]*)\})\??")
_CLASS = re.compile(r"\[\^?(?:\\.|[^\]\\])*\]", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:x..|u....|.)", re.DOTALL)
_ANCHORS = frozenset("^$")
_EMPTY = frozenset((r"\b", r"\B"))
_MARKS = {"*": (0, math.inf), "+": (1, math.inf), "?": (0, 1)}

Width = tuple[float, float]


@lru_cache(maxsize=4096)
def widths(pattern: str) -> Width:
    """Return the least and the greatest length of a text in which `pattern` is found.

    A pattern that is not anchored at both ends is found in texts of any greater length. The
    pattern is portable: it has groups, classes, alternatives and repetitions, nothing else.
    """
    try:
        least, most = _Reader(pattern).alternatives()
    except RecursionError:
        return 0, math.inf
    return (least, most) if _is_anchored(pattern) else (least, math.inf)


def _is_anchored(pattern: str) -> bool:
    """Tell whether the whole pattern stands between `^` and `$`."""
    inside = _ESCAPE.sub("", _CLASS.sub("", pattern))
    depth = 0
    for mark in inside:
        depth += (mark == "(") - (mark == ")")
        if mark == "|" and depth == 0:
            return False
    return inside.startswith("^") and inside.endswith("$")


class _Reader:
    """Adds widths up while it walks over a pattern."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._at = 0

    def alternatives(self) -> Width:
        found = [self._sequence()]
        while self._pattern.startswith("|", self._at):
            self._at += 1
            found.append(self._sequence())
        return min(least for least, _ in found), max(most for _, most in found)

    def _sequence(self) -> Width:
        least, most = 0.0, 0.0
        while self._at < len(self._pattern) and self._pattern[self._at] not in "|)":
            low, high = self._repeated()
            least, most = least + low, most + high
        return least, most

    def _repeated(self) -> Width:
        least, most = self._atom()
        found = _REPEAT.match(self._pattern, self._at)
        if found is None:
            return least, most
        self._at = found.end()
        low, high = _times(found)
        return least * low, most * high if most and high else 0

    def _atom(self) -> Width:
        mark = self._pattern[self._at]
        if mark == "(":
            self._at += 3 if self._pattern.startswith("?:", self._at + 1) else 1
            inside = self.alternatives()
            self._at += 1
            return inside
        taken = (_CLASS if mark == "[" else _ESCAPE).match(self._pattern, self._at)
        text = taken.group() if taken else mark
        self._at += len(text)
        size = 0 if text in _ANCHORS or text in _EMPTY else 1
        return size, size


def _times(found: re.Match[str]) -> Width:
    if found[1]:
        return _MARKS[found[1]]
    least = int(found[2])
    return least, int(found[4]) if found[4] else (math.inf if found[3] else least)
