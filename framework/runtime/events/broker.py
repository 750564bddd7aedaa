"""The broker as a service sees it: publish events, run consumers, tell whether it is there."""

from __future__ import annotations

import asyncio
import os
import socket
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING
from uuid import uuid4

import structlog
from redis.exceptions import RedisError

from framework.runtime.context import correlation_id, new_id
from framework.runtime.events.adapter import FastStreamBroker, endpoint
from framework.runtime.events.client import open_client, place
from framework.runtime.events.consuming import Consuming
from framework.runtime.events.errors import BrokerUnreachableError
from framework.runtime.events.reader import Place, Reader

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable

    from redis.asyncio import Redis
    from sqlalchemy.ext.asyncio import AsyncEngine

    from framework.runtime.events.consumers import Consumers
    from framework.runtime.events.event import Event, M
    from framework.runtime.events.unit import P

GRACE = 15.0  # seconds that messages in hand have to finish when the broker stops
PING_TIMEOUT = 1.0  # seconds; a health probe does not wait longer

log = structlog.stdlib.get_logger(__name__)


def connect(url: str, *, service: str) -> Broker:
    """Give the broker at `url` to `service`; nothing connects before `start`.

    Raises BrokerUrlError when the URL is not `redis://...` or `memory://`.
    """
    return Broker(open_client(url), url=url, service=service)


@asynccontextmanager
async def open_publisher(kind: Callable[[Broker], P], url: str, service: str) -> AsyncGenerator[P]:
    """Give a `kind` of publisher that publishes at once, for a service without requests."""
    broker = connect(url, service=service)
    await broker.start()
    try:
        yield kind(broker)
    finally:
        await broker.stop()


class Broker:
    """A connection of one service; itself a sink that publishes at once."""

    def __init__(self, client: Redis, *, url: str, service: str) -> None:
        """Use `connect` instead."""
        self._client = client
        self._place = place(url)
        self._service = service
        self._faststream = FastStreamBroker(client)
        self._running: dict[asyncio.Task[None], Reader] = {}

    async def start(self, *consumers: Consumers, engine: AsyncEngine | None = None) -> None:
        """Run the consumers; `engine` gives the sessions that they ask for.

        A broker that is away is waited for in the background: `ping` tells. Raises ConsumerError
        when a consumer has a parameter that nothing provides.
        """
        await self._faststream.connect()
        for group in consumers:
            for subscription in group.subscriptions:
                call = await endpoint(self._faststream, group.group, subscription)
                where = Place(subscription.event, group.group, _consumer_name())
                self._run(Reader(self._client, where, Consuming(call, self, engine)))

    async def publish(self, event: Event[M], message: M) -> None:
        """Publish `message`; it is in the stream when this returns.

        Raises BrokerUnreachableError when the broker stays away through all retries; the message
        may then be in the stream nevertheless.
        """
        body = message.model_dump_json(by_alias=True, warnings="error").encode()
        try:
            await self._faststream.publish(
                body,
                stream=event.name,
                correlation_id=correlation_id.get() or new_id(),
                headers=self._headers(event),
            )
        except (RedisError, OSError) as error:
            raise self._unreachable(error) from error

    async def ping(self) -> None:
        """Return when the broker answers; raise BrokerUnreachableError when it does not."""
        try:
            async with asyncio.timeout(PING_TIMEOUT):
                await self._client.ping()  # pyright: ignore[reportUnknownMemberType] - redis-py's own
        except (RedisError, OSError) as error:
            raise self._unreachable(error) from error

    async def stop(self, grace: float = GRACE) -> None:
        """Stop reading, let the messages in hand finish within `grace` seconds, and disconnect.

        A message that does not finish in time is cancelled and stays pending.
        """
        for reader in self._running.values():
            reader.stop()
        await self._finish(grace)
        for reader in self._running.values():
            await reader.leave()
        self._running.clear()
        await self._faststream.stop()
        await self._client.aclose()

    def _run(self, reader: Reader) -> None:
        self._running[asyncio.create_task(reader.run())] = reader

    async def _finish(self, grace: float) -> None:
        if not self._running:
            return
        _, late = await asyncio.wait(self._running, timeout=grace)
        while late:
            log.error("messages are cancelled, left pending", service=self._service)
            for task in late:
                task.cancel()
            # Before Python 3.12 a cancellation may be swallowed inside redis-py: cancel again.
            _, late = await asyncio.wait(late, timeout=1)

    def _headers(self, event: Event[M]) -> dict[str, str]:
        return {
            "message_id": new_id(),
            "type": event.name,
            "service": self._service,
            "content-type": "application/json",
        }

    def _unreachable(self, error: Exception) -> BrokerUnreachableError:
        reason = str(error) or type(error).__name__
        return BrokerUnreachableError(f"broker `{self._place}` does not answer: {reason}")


def _consumer_name() -> str:
    """Make a name that no other process has: one that is shared would share pending messages."""
    return f"{socket.gethostname()}-{os.getpid()}-{uuid4().hex[:8]}"
