"""What travels with a message: its id, its type, its service, and the correlation id."""

from __future__ import annotations

import asyncio

import pytest

from framework.runtime.context import correlation_id
from framework.runtime.events import Consumers, Publisher, open_publisher
from framework.runtime.events.adapter import SafeBinaryFormat, headers
from tests.runtime.events.bus import Bus, Happened, until

pytestmark = pytest.mark.anyio


async def sent(bus: Bus) -> list[dict[str, str]]:
    """Read the headers of all messages of the stream."""
    return [headers(fields) for _, fields in await bus.client.xrange(bus.event.name)]


async def test_each_message_has_an_id_of_its_own(bus: Bus) -> None:
    """Two publications of equal messages have different ids, and say what and whose they are."""
    await bus.publish(1, 1)

    first, second = await sent(bus)
    assert first["message_id"] != second["message_id"]
    assert first["type"] == bus.event.name
    assert first["service"] == "publisher"
    assert first["content-type"] == "application/json"


async def test_the_correlation_id_of_the_context_travels(bus: Bus) -> None:
    """A consumer works under the correlation id of whoever published."""
    seen: list[str] = []
    consumers = Consumers("group")

    @consumers.subscribe(bus.event)
    async def happened(message: Happened) -> None:
        await asyncio.sleep(0)
        seen.append(f"{message.number} {correlation_id.get()}")

    await bus.start(consumers)
    for number, correlation in enumerate(["request-1", "request-2"]):
        token = correlation_id.set(correlation)
        await bus.publish(number)
        correlation_id.reset(token)

    await until(lambda: sorted(seen) == ["0 request-1", "1 request-2"])


async def test_a_publication_without_a_correlation_starts_one(bus: Bus) -> None:
    """A correlation id is always there to follow."""
    await bus.publish(1)

    (only,) = await sent(bus)
    assert only["correlation_id"]


@pytest.mark.parametrize("told", ["", "two\r\nlines", "заказ"])
async def test_a_consumer_works_under_a_safe_correlation_id(bus: Bus, told: str) -> None:
    """What another program wrote goes no further when it could not stand in a header."""
    seen: list[str] = []
    consumers = Consumers("group")

    @consumers.subscribe(bus.event)
    async def happened(message: Happened) -> None:
        await asyncio.sleep(message.number)
        seen.append(correlation_id.get())

    await bus.start(consumers)
    raw = await SafeBinaryFormat.encode(
        message=b'{"number": 0}', reply_to=None, headers={}, correlation_id=told
    )
    await bus.client.xadd(bus.event.name, {b"__data__": raw})

    await until(lambda: bool(seen))
    assert seen[0]
    assert seen[0] != told


async def test_headers_of_any_alphabet_arrive_whole(bus: Bus) -> None:
    """A name beyond ASCII neither loses letters nor makes the body unreadable."""
    seen: list[int] = []
    consumers = Consumers("group")

    @consumers.subscribe(bus.event)
    async def happened(message: Happened) -> None:
        await asyncio.sleep(0)
        seen.append(message.number)

    await bus.start(consumers)
    token = correlation_id.set("заказ-№7")
    broker = await bus.start(service="уведомления 🔔")
    await broker.publish(bus.event, Happened(number=1))
    correlation_id.reset(token)

    await until(lambda: seen == [1])
    (only,) = await sent(bus)
    assert only["service"] == "уведомления 🔔"
    assert only["correlation_id"] == "заказ-№7"
    assert only["content-type"] == "application/json"


async def test_a_publisher_without_requests_publishes_at_once(bus: Bus) -> None:
    """`open_publisher` gives a typed publisher of which each call is in the stream on return."""

    class Events(Publisher):
        async def happened(self, message: Happened) -> None:
            await self.publish(bus.event, message)

    async with open_publisher(Events, bus.url, "bot") as events:
        await events.happened(Happened(number=1))
        (only,) = await sent(bus)

    assert only["service"] == "bot"
