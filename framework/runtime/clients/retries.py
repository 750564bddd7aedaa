"""How often a call is made, and how long it waits in between."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

from framework.runtime.backoff import pause_after

if TYPE_CHECKING:
    from framework.runtime.backoff import Backoff


@dataclass(frozen=True, slots=True)
class Retry:
    """At most `attempts` tries, with pauses in seconds between them."""

    attempts: int = 3
    backoff: Backoff = "exponential"
    base: float = 0.2
    max: float = 2.0

    def pause(self, attempt: int, asked: float | None = None) -> float:
        """Return how long to wait after try number `attempt`, counted from 1.

        Half of it is chance: callers that failed together do not come back together. What the
        other side `asked` for is waited for, up to `max`.
        """
        full = min(self.max, pause_after(attempt, self.backoff, self.base, self.max))
        jittered = full * random.uniform(0.5, 1)  # noqa: S311 - no secret
        return max(jittered, min(asked or 0.0, self.max))


DEFAULT = Retry()
"""What holds for a consumed operation that says nothing."""
