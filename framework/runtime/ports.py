"""What a unit of work and an application need of the outside: databases and brokers fit in here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

    from framework.runtime.clients import Clients
    from framework.runtime.events import Consumers
    from framework.runtime.events.event import Event, M


class Sink(Protocol):
    """Takes messages: a broker at once, a unit of work after its commit."""

    async def publish(self, event: Event[M], message: M) -> None:
        """Take `message`, to be published as `event`."""
        ...


class Broker(Sink, Protocol):
    """A sink that also runs consumers."""

    async def start(
        self,
        *consumers: Consumers,
        engine: AsyncEngine | None = None,
        clients: Clients | None = None,
    ) -> None:
        """Connect and run the consumers; they may ask for sessions of `engine`, and `clients`."""
        ...

    async def ping(self) -> None:
        """Return when the broker answers, raise when it does not."""
        ...

    async def stop(self) -> None:
        """Let what is in hand finish, and disconnect."""
        ...
