"""A circuit breaker (Nygard, *Release It!*): who keeps failing is left alone for a while."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

FAILURES = 5
REST = 10.0  # seconds


class Breaker:
    """Opens after failures in a row; after each rest it lets one call through to find out."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        """Begin closed; `clock` tells seconds."""
        self._clock = clock
        self._failures = 0
        self._rests_until = 0.0

    def admits(self) -> bool:
        """Tell whether a call may be made now."""
        if self._failures < FAILURES:
            return True
        if self._clock() < self._rests_until:
            return False
        self._rests_until = self._clock() + REST  # the one that finds out
        return True

    def note(self, *, failed: bool) -> None:
        """Take note of how a call went; an answer of any kind but `later` is no failure."""
        self._failures = self._failures + 1 if failed else 0
        if self._failures == FAILURES:
            self._rests_until = self._clock() + REST
