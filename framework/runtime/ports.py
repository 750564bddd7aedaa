"""What an application needs of a broker, whichever it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from framework.runtime.events.event import Sink

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

    from framework.runtime.events import Consumers


class Broker(Sink, Protocol):
    """A sink that also runs consumers."""

    async def start(self, *consumers: Consumers, engine: AsyncEngine | None = None) -> None:
        """Connect and run the consumers; `engine` gives the sessions that they ask for."""
        ...

    async def ping(self) -> None:
        """Return when the broker answers, raise when it does not."""
        ...

    async def stop(self) -> None:
        """Let what is in hand finish, and disconnect."""
        ...
