"""What an outage of the broker costs: a pause. Run against a Redis that is killed and restarted."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from framework.runtime.events import BrokerUnreachableError, Consumers, RetryPolicy
from tests.runtime.events.bus import Bus, Happened, until
from tests.runtime.events.server import Server, serving

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Generator
    from pathlib import Path

    from structlog.typing import EventDict

pytestmark = [pytest.mark.anyio, pytest.mark.slow]


@pytest.fixture
def server(tmp_path: Path) -> Generator[Server]:
    """Give a running server."""
    with serving(tmp_path) as server:
        yield server


@pytest.fixture
async def bus(server: Server, stream: str) -> AsyncGenerator[Bus]:
    """Give brokers on that server."""
    bus = Bus(f"redis://127.0.0.1:{server.port}/0", stream)
    async with asyncio.timeout(5):
        await bus.client.ping()
    yield bus
    await bus.close()


def noting(bus: Bus, seen: list[int]) -> Consumers:
    """Declare a consumer that notes numbers."""
    consumers = Consumers("group")

    @consumers.subscribe(bus.event)
    async def happened(message: Happened) -> None:
        await asyncio.sleep(0)
        seen.append(message.number)

    return consumers


async def test_publishing_and_consuming_ride_over_a_restart(bus: Bus, server: Server) -> None:
    """A publication during a short outage waits for its end; the consumer goes on by itself."""
    seen: list[int] = []
    await bus.start(noting(bus, seen))
    publisher = await bus.start()
    await publisher.publish(bus.event, Happened(number=1))
    await until(lambda: seen == [1])

    server.kill()
    during = asyncio.create_task(publisher.publish(bus.event, Happened(number=2)))
    await asyncio.sleep(0.5)
    server.start()

    await during
    await until(lambda: seen == [1, 2], seconds=15)


async def test_a_consumer_may_start_before_its_broker(
    bus: Bus, server: Server, logs: list[EventDict]
) -> None:
    """A service whose broker is away starts, says so, and consumes once it is there."""
    seen: list[int] = []
    server.kill()
    await bus.start(noting(bus, seen))
    await until(lambda: any(line["event"] == "the broker is away" for line in logs), seconds=15)

    server.start()
    await bus.publish(1)

    await until(lambda: seen == [1], seconds=15)


async def test_publishing_to_a_broker_that_stays_away_fails(bus: Bus, server: Server) -> None:
    """After its retries, `publish` raises and names the place."""
    publisher = await bus.start()
    server.kill()

    with pytest.raises(BrokerUnreachableError, match=f"127.0.0.1:{server.port}"):
        async with asyncio.timeout(30):
            await publisher.publish(bus.event, Happened(number=1))


async def test_what_was_done_during_an_outage_is_acknowledged_after_it(
    bus: Bus, server: Server
) -> None:
    """A message whose broker dies while it is consumed is neither lost nor consumed twice."""
    seen: list[int] = []
    consumers = Consumers("group")

    @consumers.subscribe(bus.event)
    async def happened(message: Happened) -> None:
        seen.append(message.number)
        await asyncio.sleep(0.5)

    await bus.start(consumers)
    await bus.publish(1)
    await until(lambda: seen == [1])
    server.kill()
    await asyncio.sleep(1)
    server.start()

    await bus.settled("group", seconds=20)
    assert seen == [1]


async def test_pauses_and_letters_survive_the_death_of_the_broker(bus: Bus, server: Server) -> None:
    """A message that waits for its next attempt is attempted after the restart, and counted."""
    attempts: list[int] = []
    consumers = Consumers("group")

    @consumers.subscribe(bus.event, RetryPolicy(attempts=2, base=1.5))
    async def happened(message: Happened) -> None:
        await asyncio.sleep(0)
        attempts.append(message.number)
        raise LookupError

    await bus.start(consumers)
    await bus.publish(1)
    await until(lambda: attempts == [1])
    await asyncio.sleep(0.2)
    server.kill()
    server.start()

    async with asyncio.timeout(20):
        await until(lambda: attempts == [1, 1], seconds=20)
    await bus.settled("group", letters=1)
    (letter,) = await bus.letters()
    assert letter["dlq-attempts"] == "2"
