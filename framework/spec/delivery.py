"""What happens to work that fails, and how long what is done is kept."""

from __future__ import annotations

from typing import Literal

from framework.spec.base import SpecNode
from framework.spec.durations import Duration


class RetrySpec(SpecNode):
    """How often something is attempted, and how long the pauses are.

    What is left out depends on what is retried: ask `has` before reading a number.
    """

    attempts: int = 0
    backoff: Literal["exponential", "constant"] = "exponential"
    base: Duration = 0
    max: Duration = 0


class RetentionSpec(SpecNode):
    """How much of what every subscriber has done with is kept."""

    max_len: int = 0
    max_age: Duration = 0
