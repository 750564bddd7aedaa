"""How work that fails is attempted again, and how long what is done is kept; times are in ms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Backoff = Literal["exponential", "constant"]


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """Attempts, the first one included, with pauses that start at `base` and end at `max`."""

    attempts: int = 4
    backoff: Backoff = "exponential"
    base: int = 1000
    max: int = 3_600_000


DEFAULT_RETRY = RetryPolicy()
"""What holds for every event that says nothing."""

DEFAULT_CALL_RETRY = RetryPolicy(attempts=3, base=200, max=2000)
"""What holds for what the retry of a consumed operation leaves out."""


@dataclass(frozen=True, slots=True)
class Retention:
    """What is kept of a stream at most; None where there is no bound."""

    max_len: int | None = None
    max_age: int | None = None
