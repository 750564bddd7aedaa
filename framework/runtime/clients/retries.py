"""How often a call is made, and how long it waits in between."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Retry:
    """At most `attempts` tries; the pause doubles from `base` up to `max` (seconds), or stays."""

    attempts: int = 3
    backoff: Literal["exponential", "constant"] = "exponential"
    base: float = 0.2
    max: float = 2.0

    def pause(self, attempt: int, asked: float | None = None) -> float:
        """Return how long to wait after try number `attempt`, counted from 1.

        Half of it is chance: callers that failed together do not come back together. What the
        other side `asked` for is waited for, up to `max`.
        """
        doublings = 0 if self.backoff == "constant" else attempt - 1
        pause = min(self.base * 2.0**doublings, self.max)
        jittered = pause * random.uniform(0.5, 1)  # noqa: S311 - no secret
        return asked if asked and jittered < asked <= self.max else jittered


DEFAULT = Retry()
"""What holds for a consumed operation that says nothing."""
