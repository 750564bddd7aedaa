"""Resolve what is said about delivery, with the defaults of the language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.contract.delivery import (
    DEFAULT_CALL_RETRY,
    DEFAULT_RETRY,
    Retention,
    RetryPolicy,
)

if TYPE_CHECKING:
    from framework.spec import ConsumedKeys, EventSpec, RetrySpec


def retry_of(spec: EventSpec) -> RetryPolicy:
    """Return the policy of an event."""
    return _policy(spec.retry, DEFAULT_RETRY)


def call_retry_of(spec: ConsumedKeys) -> RetryPolicy | None:
    """Return the policy of a consumed operation; None if it says nothing."""
    return _policy(spec.retry, DEFAULT_CALL_RETRY) if spec.has("retry") else None


def retention_of(spec: EventSpec) -> Retention | None:
    """Return what is kept of an event; None if it says nothing and everything is."""
    said = spec.retention
    if not spec.has("retention"):
        return None
    return Retention(
        said.max_len if said.has("max_len") else None,
        said.max_age if said.has("max_age") else None,
    )


def _policy(said: RetrySpec, default: RetryPolicy) -> RetryPolicy:
    """Fill in what is not said; pauses that start above the default `max` do not shrink to it."""
    base = said.base if said.has("base") else default.base
    return RetryPolicy(
        said.attempts if said.has("attempts") else default.attempts,
        said.backoff,
        base,
        said.max if said.has("max") else max(base, default.max),
    )
