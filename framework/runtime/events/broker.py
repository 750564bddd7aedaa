"""The broker as a service sees it: publish events, run consumers, tell whether it is there."""

from __future__ import annotations

import asyncio
import os
import socket
from contextlib import asynccontextmanager
from functools import partial
from typing import TYPE_CHECKING
from uuid import uuid4

import structlog
from redis.exceptions import RedisError

from framework.runtime.clients import Clients
from framework.runtime.context import correlation_id, new_id
from framework.runtime.events.adapter import FastStreamBroker, endpoint, envelope
from framework.runtime.events.attempts import Attempts
from framework.runtime.events.client import open_client, place
from framework.runtime.events.consuming import Consuming
from framework.runtime.events.errors import BrokerUnreachableError
from framework.runtime.events.loop import Loop, Pace
from framework.runtime.events.retention import Trimmer
from framework.runtime.events.stream import Place, RedisSource
from framework.runtime.events.unit import Supplies

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable

    from redis.asyncio import Redis
    from redis.typing import EncodableT, FieldT
    from sqlalchemy.ext.asyncio import AsyncEngine

    from framework.runtime.events.consumers import Consumers, Subscription
    from framework.runtime.events.event import Event, M
    from framework.runtime.events.unit import P

GRACE = 15.0  # seconds that messages in hand have to finish when the broker stops
HANDOVER = 3.0  # seconds that messages which did not finish have to be given back
PING_TIMEOUT = 1.0  # seconds; a health probe does not wait longer

_PACE = Pace()

log = structlog.stdlib.get_logger(__name__)


def connect(url: str, *, service: str, pace: Pace = _PACE) -> Broker:
    """Give the broker at `url` to `service`; nothing connects before `start`.

    `pace` is how many messages its consumers have in hand, and how long.

    Raises BrokerUrlError when the URL is not `redis://...` or `memory://`.
    """
    return Broker(open_client(url), url=url, service=service, pace=pace)


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

    def __init__(self, client: Redis, *, url: str, service: str, pace: Pace) -> None:
        """Use `connect` instead."""
        self._client = client
        self._place = place(url)
        self._service = service
        self._pace = pace
        self._trimmer = Trimmer(client)
        self._faststream = FastStreamBroker(client)
        self._running: dict[asyncio.Task[None], Loop] = {}

    async def start(
        self,
        *consumers: Consumers,
        engine: AsyncEngine | None = None,
        clients: Clients | None = None,
    ) -> None:
        """Run the consumers; `engine` gives the sessions that they ask for, `clients` the clients.

        A broker that is away is waited for in the background: `ping` tells. Raises ConsumerError
        when a consumer has a parameter that nothing provides.
        """
        supplies = Supplies(engine, clients or Clients({}))
        await self._faststream.connect()
        for group in consumers:
            for subscription in group.subscriptions:
                call = await endpoint(self._faststream, group.group, subscription)
                loop = self._loop(group.group, subscription, Consuming(call, self, supplies))
                self._running[asyncio.create_task(loop.run())] = loop

    async def publish(self, event: Event[M], message: M) -> None:
        """Publish `message`; it is in the stream when this returns.

        Raises BrokerUnreachableError when the broker stays away through all retries; the message
        may then be in the stream nevertheless.
        """
        body = message.model_dump_json(by_alias=True, warnings="error").encode()
        correlation = correlation_id.get() or new_id()
        name, value = await envelope(body, correlation, self._headers(event))
        fields: dict[FieldT, EncodableT] = {name: value}
        if (key := event.key_of(message)) is not None:
            fields["key"] = key
        try:
            await self._client.xadd(event.name, fields)
        except (RedisError, OSError) as error:
            raise self._unreachable(error) from error
        await self._trimmer.trim(event.name, event.retention)

    async def ping(self) -> None:
        """Return when the broker answers; raise BrokerUnreachableError when it does not."""
        try:
            async with asyncio.timeout(PING_TIMEOUT):
                await self._client.ping()  # pyright: ignore[reportUnknownMemberType] - redis-py's own
        except (RedisError, OSError) as error:
            raise self._unreachable(error) from error

    async def stop(self, grace: float = GRACE) -> None:
        """Stop reading, let the messages in hand finish within `grace` seconds, and disconnect.

        A message that does not finish in time is cancelled and given back to its group.
        """
        for loop in self._running.values():
            loop.stop()
        await self._finish(grace)
        for loop in self._running.values():
            await loop.leave()
        self._running.clear()
        await self._faststream.stop()
        await self._client.aclose()

    def _loop(self, group: str, subscription: Subscription, consume: Consuming) -> Loop:
        where = Place(subscription.event, group, _consumer_name())
        tend = partial(self._trimmer.trim, subscription.event, subscription.retention)
        source = RedisSource(self._client, where, self._pace.lease, tend)
        attempt = Attempts(source, consume, subscription.policy, (group, where.consumer))
        return Loop(source, attempt, self._pace, f"{subscription.event} for {group}")

    async def _finish(self, grace: float) -> None:
        if not self._running:
            return
        _, late = await asyncio.wait(self._running, timeout=grace)
        while late:
            for task in late:
                task.cancel()
            # Before Python 3.12 a cancellation may be swallowed inside redis-py: cancel again.
            _, late = await asyncio.wait(late, timeout=HANDOVER)

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
