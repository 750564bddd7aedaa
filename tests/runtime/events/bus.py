"""What the tests of events share: a message, and brokers of services that talk over one stream."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

from pydantic import BaseModel
from redis.exceptions import ResponseError

from framework.runtime.events import Broker, Event, Pace, connect
from framework.runtime.events.client import open_client
from framework.runtime.events.stream import Place, letters_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.ext.asyncio import AsyncEngine

    from framework.runtime.clients import Clients
    from framework.runtime.events import Consumers


BRISK = Pace(block=0.04)


class Happened(BaseModel):
    """A message."""

    number: int
    note: str = ""


async def until(condition: Callable[[], bool], seconds: float = 5) -> None:
    """Wait for a condition; fail when it does not come true in time."""
    async with asyncio.timeout(seconds):
        while not condition():  # noqa: ASYNC110 - what is waited for is anything at all
            await asyncio.sleep(0.01)


class Bus:
    """Brokers of one backend, and a look at what stands in its streams."""

    def __init__(self, url: str, stream: str) -> None:
        """Use `stream` at `url`."""
        self.url = url
        self.event = Event(stream, Happened)
        self.client = open_client(url)
        self._brokers: list[Broker] = []

    async def start(
        self,
        *consumers: Consumers,
        service: str = "tests",
        engine: AsyncEngine | None = None,
        clients: Clients | None = None,
        pace: Pace = BRISK,
    ) -> Broker:
        """Start a broker as one process would; it is stopped at the end of the test."""
        broker = connect(self.url, service=service, pace=pace)
        self._brokers.append(broker)
        await broker.start(*consumers, engine=engine, clients=clients)
        return broker

    async def publish(self, *numbers: int) -> None:
        """Publish a message for each number."""
        broker = await self.start(service="publisher")
        for number in numbers:
            await broker.publish(self.event, Happened(number=number))

    async def pending(self, group: str) -> int:
        """Count the messages that `group` was given and has not acknowledged; -1 if it is none."""
        with suppress(ResponseError):
            return (await self.client.xpending(self.event.name, group))["pending"]
        return -1

    async def letters(self) -> list[dict[str, str]]:
        """Read the dead letters, without the messages that they hold."""
        found = await self.client.xrange(letters_of(self.event.name))
        return [
            {name.decode(): value.decode() for name, value in fields.items() if name[:4] == b"dlq-"}
            for _, fields in found
        ]

    async def settled(self, group: str, letters: int = 0, seconds: float = 10) -> None:
        """Wait until nothing is pending in `group`, and there are so many dead letters."""
        async with asyncio.timeout(seconds):
            while await self.pending(group) or len(await self.letters()) != letters:  # noqa: ASYNC110 - Redis tells nobody
                await asyncio.sleep(0.02)

    async def remains(self, group: str) -> dict[str, object]:
        """Return what delivery keeps beside the stream for messages of `group`."""
        keys = Place(self.event.name, group, "").keys[1:-1]
        return {key: kind for key in keys if (kind := await self.client.type(key)) != b"none"}

    async def close(self) -> None:
        """Stop all brokers."""
        await asyncio.gather(*(broker.stop() for broker in self._brokers))
        await self.client.aclose()
