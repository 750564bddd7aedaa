"""What is done with a message that failed: when it is attempted again, and when no more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from framework.runtime.backoff import pause_after
from framework.runtime.events.errors import InvalidMessageError, NoRetry, RetryLater

if TYPE_CHECKING:
    from framework.runtime.backoff import Backoff

SPREAD = 0.2  # pauses are up to this much shorter, so that what failed together returns apart


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """Attempts, the first one included, with pauses in seconds between them.

    What failed all of them is kept as a dead letter, or dropped without `dead_letter`. Failures
    and crashes of the whole service are counted apart, each against `attempts`.
    """

    attempts: int = 4
    backoff: Backoff = "exponential"
    base: float = 1.0
    max: float = 3600.0
    dead_letter: bool = True

    def pause(self, failures: int, chance: float = 0.0) -> float:
        """Return the pause after so many failures; `chance` is from 0 to 1 and shortens it."""
        full = pause_after(failures, self.backoff, self.base, self.max)
        return full * (1 - SPREAD * chance)


@dataclass(frozen=True, slots=True)
class Again:
    """The message is attempted again after `pause` seconds, having failed `failures` times."""

    pause: float
    failures: int


@dataclass(frozen=True, slots=True)
class Never:
    """The message is given up, having failed `failures` times."""

    failures: int


def verdict(
    policy: RetryPolicy, failures: int, error: BaseException, chance: float
) -> Again | Never:
    """Return what is done with a message that had failed `failures` times before `error`."""
    later = error if isinstance(error, RetryLater) else None
    counted = later is None or later.count
    failures += counted
    if isinstance(error, InvalidMessageError | NoRetry):
        return Never(failures)
    if counted and failures >= policy.attempts:
        return Never(failures)
    if later is not None and later.delay is not None:
        return Again(later.delay, failures)
    return Again(policy.pause(max(1, failures), chance), failures)
