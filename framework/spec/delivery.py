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
    """How often it is attempted, the first time included."""
    backoff: Literal["exponential", "constant"] = "exponential"
    """Whether the pauses double (`exponential`, the default) or stay as they are."""
    base: Duration = 0
    """The first pause, such as `1s`."""
    max: Duration = 0
    """The longest pause, such as `5m`."""


class RetentionSpec(SpecNode):
    """How much of what every subscriber has done with is kept."""

    max_len: int = 0
    """How many messages are kept at most."""
    max_age: Duration = 0
    """How long a message is kept at most, such as `30d`."""
