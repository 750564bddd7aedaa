"""How delivery and retries are written: for generated code, and for the AsyncAPI document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.contract import DEFAULT_CALL_RETRY, DEFAULT_RETRY
from framework.emit.python import literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.contract import Consumption, Event, Retention, RetryPolicy
    from framework.emit.document import Document

_UNITS = (("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1000), ("ms", 1))


def policy(event: Event) -> str:
    """Return the call that makes the policy of an event; empty where the defaults hold."""
    arguments = ", ".join(_differences(event))
    return f"RetryPolicy({arguments})" if arguments else ""


def retention(event: Event) -> str:
    """Return the call that makes the retention of an event; empty where everything is kept."""
    kept = event.retention
    if kept is None:
        return ""
    bounds = [
        *([f"max_len={literal(kept.max_len)}"] if kept.max_len is not None else []),
        *([f"max_age={_seconds(kept.max_age)}"] if kept.max_age is not None else []),
        *([f"groups={literal(list(event.subscribers))}"] if event.subscribers else []),
    ]
    return f"Retention({', '.join(bounds)})"


def calling(consumption: Consumption) -> Iterator[str]:
    """Yield the arguments of a call that its service has asked for."""
    if consumption.timeout is not None:
        yield f"timeout={_seconds(consumption.timeout)}"
    if consumption.retry is not None and consumption.retry != DEFAULT_CALL_RETRY:
        yield f"retry=clients.Retry({', '.join(_tries(consumption.retry))})"


def documented(event: Event) -> Document:
    """Return `x-delivery` of a channel; nothing where all is as the language has it."""
    said: Document = {}
    if event.key is not None:
        said["key"] = event.key
    if event.retry != DEFAULT_RETRY:
        said["retry"] = _retry(event.retry)
    if not event.dead_letter:
        said["dead_letter"] = False
    if event.retention is not None:
        said["retention"] = _retention(event.retention)
    return {"x-delivery": said} if said else {}


def _differences(event: Event) -> Iterator[str]:
    said = event.retry
    yield from _attempts(said, DEFAULT_RETRY)
    if said.max != DEFAULT_RETRY.max and said.backoff == "exponential":
        yield f"max={_seconds(said.max)}"
    if not event.dead_letter:
        yield "dead_letter=False"


def _tries(said: RetryPolicy) -> Iterator[str]:
    yield from _attempts(said, DEFAULT_CALL_RETRY)
    if said.max != DEFAULT_CALL_RETRY.max:  # which bounds what the other side asks for, too
        yield f"max={_seconds(said.max)}"


def _attempts(said: RetryPolicy, default: RetryPolicy) -> Iterator[str]:
    if said.attempts != default.attempts:
        yield f"attempts={said.attempts}"
    if said.backoff != default.backoff:
        yield f"backoff={literal(said.backoff)}"
    if said.base != default.base:
        yield f"base={_seconds(said.base)}"


def _retry(said: RetryPolicy) -> Document:
    pauses: Document = {"backoff": said.backoff, "base": _duration(said.base)}
    if said.backoff == "exponential":
        pauses["max"] = _duration(said.max)
    return {"attempts": said.attempts, **(pauses if said.attempts > 1 else {})}


def _retention(kept: Retention) -> Document:
    bounds: Document = {}
    if kept.max_len is not None:
        bounds["max_len"] = kept.max_len
    if kept.max_age is not None:
        bounds["max_age"] = _duration(kept.max_age)
    return bounds


def _seconds(milliseconds: int) -> str:
    whole, rest = divmod(milliseconds, 1000)
    return literal(milliseconds / 1000 if rest else whole)


def _duration(milliseconds: int) -> str:
    """Write a duration as specs do, in the largest unit that leaves no fraction."""
    unit, size = next(
        (unit, size) for unit, size in _UNITS if milliseconds % size == 0 and milliseconds >= size
    )
    return f"{milliseconds // size}{unit}"
