"""What `retention` promises: streams stay short, and nothing goes that somebody still needs."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from framework.runtime.events import Consumers, Event, Retention, RetryPolicy
from framework.runtime.events.retention import Trimmer
from tests.runtime.events.bus import Bus, Happened, until

if TYPE_CHECKING:
    from structlog.typing import EventDict

pytestmark = pytest.mark.anyio


def noting(bus: Bus, group: str, seen: list[int]) -> Consumers:
    """Declare a consumer that notes numbers, and fails for negative ones."""
    consumers = Consumers(group)

    @consumers.subscribe(bus.event, RetryPolicy(base=60, max=60))
    async def happened(message: Happened) -> None:
        await asyncio.sleep(0)
        seen.append(message.number)
        if message.number < 0:
            raise LookupError

    return consumers


async def trimmed(bus: Bus, retention: Retention) -> list[int]:
    """Trim, and return which messages are left, by the order of their publication."""
    before = [id_ for id_, _ in await bus.client.xrange(bus.event.name)]
    await Trimmer(bus.client).trim(bus.event.name, retention)
    return [before.index(id_) for id_, _ in await bus.client.xrange(bus.event.name)]


async def test_the_newest_messages_are_kept(bus: Bus) -> None:
    """Of what everybody has done with, exactly as many as the spec says."""
    seen: list[int] = []
    await bus.start(noting(bus, "group", seen))
    await bus.publish(*range(10))
    await until(lambda: len(seen) == 10)
    await bus.settled("group")

    assert await trimmed(bus, Retention(max_len=20)) == [*range(10)]
    assert await trimmed(bus, Retention(max_len=3, groups=["group"])) == [7, 8, 9]


async def test_however_many_there_are_too_many(bus: Bus) -> None:
    """A stream that grew for long is short again after one trim."""
    pipeline = bus.client.pipeline()
    for _ in range(2500):
        pipeline.xadd(bus.event.name, {b"__data__": b"{}"})
    await pipeline.execute()

    assert len(await trimmed(bus, Retention(max_len=7))) == 7


async def test_old_messages_go(bus: Bus) -> None:
    """Whatever their number; the last one that was delivered is kept in any case."""
    seen: list[int] = []
    await bus.start(noting(bus, "group", seen))
    await bus.publish(1, 2, 3)
    await bus.settled("group")
    await until(lambda: len(seen) == 3)

    assert await trimmed(bus, Retention(max_age=3600)) == [0, 1, 2]
    await asyncio.sleep(0.01)
    assert await trimmed(bus, Retention(max_age=0.001)) == [2]


async def test_what_is_pending_or_unread_is_kept(bus: Bus) -> None:
    """A message that waits for its next attempt, one that a slow group has not read yet."""
    seen: list[int] = []
    await bus.start(noting(bus, "group", seen))
    await bus.publish(0, 1, -2, 3, 4)
    await until(lambda: len(seen) == 5)
    async with asyncio.timeout(5):
        while await bus.pending("group") != 1:  # noqa: ASYNC110 - Redis tells nobody
            await asyncio.sleep(0.01)
    assert await trimmed(bus, Retention(max_len=1)) == [2, 3, 4]

    await bus.client.xgroup_create(bus.event.name, "slow", id="0")
    assert await trimmed(bus, Retention(max_len=1)) == [0, 1, 2]


async def test_a_subscriber_that_has_never_started_has_finished_nothing(bus: Bus) -> None:
    """The groups that the spec names must exist before anything goes."""
    await bus.publish(1, 2, 3)

    assert await trimmed(bus, Retention(max_len=1, groups=["late"])) == [0, 1, 2]
    assert await trimmed(bus, Retention(max_len=1)) == [2]


async def test_publishing_trims(bus: Bus) -> None:
    """An event that nobody subscribes to stays short by itself."""
    event = Event(bus.event.name, Happened, retention=Retention(max_len=2))
    await bus.publish(1, 2, 3, 4)

    await (await bus.start()).publish(event, Happened(number=5))

    assert await bus.client.xlen(bus.event.name) == 2


async def test_a_stream_that_cannot_be_trimmed_stops_nobody(
    real: Bus, logs: list[EventDict]
) -> None:
    """Trimming is housekeeping: its failure is told, and no more."""
    await real.client.set(real.event.name, "not a stream")

    await Trimmer(real.client).trim(real.event.name, Retention(max_len=1))

    assert [line["event"] for line in logs] == ["a stream was not trimmed"]
