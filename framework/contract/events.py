"""Events: what is told, by whom, to whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from framework.contract.delivery import DEFAULT_RETRY

if TYPE_CHECKING:
    from framework.contract.delivery import Retention, RetryPolicy
    from framework.contract.types import Extensions, Named


@dataclass(frozen=True, slots=True)
class Event:
    """An event; publishers and subscribers are names of services.

    A message that failed all attempts is kept as a dead letter, or dropped; without `retention`
    the stream keeps everything.
    """

    name: str
    constant: str
    description: str
    message: Named
    key: str | None
    publishers: tuple[str, ...]
    subscribers: tuple[str, ...]
    origin: str
    retry: RetryPolicy = DEFAULT_RETRY
    dead_letter: bool = True
    retention: Retention | None = None
    extensions: Extensions = ()
    message_extensions: Extensions = ()
