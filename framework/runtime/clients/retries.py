"""How often a call is made, and how long it waits in between."""

from __future__ import annotations

import random
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Retry:
    """At most `attempts` tries; the pause doubles from `base` up to `longest` (seconds).

    With `exponential` false every pause is `base`.
    """

    attempts: int = 3
    base: float = 0.2
    longest: float = 2.0
    exponential: bool = True

    def pause(self, attempt: int, asked: float | None = None) -> float:
        """Return how long to wait after try number `attempt`, counted from 1.

        Half of it is chance: callers that failed together do not come back together. What the
        other side `asked` for is waited for, up to `longest`.
        """
        doubled = self.base * 2.0 ** (attempt - 1) if self.exponential else self.base
        jittered = min(doubled, self.longest) * random.uniform(0.5, 1)  # noqa: S311 - no secret
        return max(jittered, min(asked or 0.0, self.longest))


DEFAULT = Retry()
"""What holds for a consumed operation that says nothing."""
