"""The consumers of one group, as they are declared: which coroutine takes which event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from framework.runtime.events.policy import RetryPolicy

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from pydantic import BaseModel

    from framework.runtime.events.event import Event, M, Retention

P = ParamSpec("P")
_DEFAULT = RetryPolicy()


@dataclass(frozen=True, slots=True)
class Subscription:
    """The name of an event, what reads its messages, and the coroutine function that takes them.

    `policy` says what happens to a message that fails.
    """

    event: str
    read: Callable[[bytes], BaseModel]
    consume: Callable[..., Awaitable[None]]
    policy: RetryPolicy = _DEFAULT
    retention: Retention | None = None


class Consumers:
    """The subscriptions of one consumer group: each message goes to one member of the group."""

    def __init__(self, group: str) -> None:
        """Declare consumers for `group`; by convention that is the name of the service."""
        self.group = group
        self.subscriptions: list[Subscription] = []

    def subscribe(
        self, event: Event[M], policy: RetryPolicy = _DEFAULT
    ) -> Callable[
        [Callable[Concatenate[M, P], Awaitable[None]]],
        Callable[Concatenate[M, P], Awaitable[None]],
    ]:
        """Give each message of `event` to the decorated coroutine function.

        Its first parameter is the message; each other one is a dependency (FastStream's `Depends`).
        """

        def register(
            consume: Callable[Concatenate[M, P], Awaitable[None]],
        ) -> Callable[Concatenate[M, P], Awaitable[None]]:
            self.subscriptions.append(
                Subscription(event.name, event.reader(), consume, policy, event.retention)
            )
            return consume

        return register
