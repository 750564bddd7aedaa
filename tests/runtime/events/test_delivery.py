"""What consumers are promised: each group gets every message, whoever starts when."""

from __future__ import annotations

import asyncio

import pytest

from framework.runtime.events import Consumers, RetryPolicy
from tests.runtime.events.bus import Bus, Happened, until

pytestmark = pytest.mark.anyio


def recorder(bus: Bus, group: str, seen: list[int]) -> Consumers:
    """Declare a consumer that notes the numbers it was given."""
    consumers = Consumers(group)

    @consumers.subscribe(bus.event)
    async def happened(message: Happened) -> None:
        await asyncio.sleep(0)
        seen.append(message.number)

    return consumers


async def test_what_was_published_before_the_first_start_is_delivered(bus: Bus) -> None:
    """A group begins at the beginning of its stream, not at the moment of its creation."""
    seen: list[int] = []
    await bus.publish(1, 2, 3)

    await bus.start(recorder(bus, "late", seen))

    await until(lambda: sorted(seen) == [1, 2, 3])


async def test_a_consumed_message_is_acknowledged(bus: Bus) -> None:
    """Nothing is pending after success, and the next process does not see it again."""
    seen: list[int] = []
    first = await bus.start(recorder(bus, "group", seen))
    await bus.publish(1)
    await until(lambda: seen == [1])
    await first.stop()
    assert await bus.pending("group") == 0

    await bus.start(recorder(bus, "group", seen))
    await bus.publish(2)

    await until(lambda: seen == [1, 2])


async def test_a_message_may_say_more_than_the_consumer_knows(bus: Bus) -> None:
    """A publisher of a newer version is understood: fields that are unknown are ignored."""
    seen: list[int] = []
    await bus.start(recorder(bus, "group", seen))

    await bus.client.xadd(bus.event.name, {b"__data__": b'{"number": 5, "later": true}'})

    await until(lambda: seen == [5])


async def test_every_group_gets_every_message(bus: Bus) -> None:
    """Groups are independent of each other."""
    one: list[int] = []
    two: list[int] = []
    await bus.start(recorder(bus, "one", one), recorder(bus, "two", two))

    await bus.publish(1, 2)

    await until(lambda: sorted(one) == sorted(two) == [1, 2])


async def test_the_members_of_a_group_share_its_messages(bus: Bus) -> None:
    """Each message goes to exactly one of two processes, and both work."""
    numbers = list(range(20))
    one: list[int] = []
    two: list[int] = []
    await bus.start(slow(bus, one))
    await bus.start(slow(bus, two))

    await bus.publish(*numbers)

    await until(lambda: sorted(one + two) == numbers)
    assert one
    assert two


async def test_a_consumer_without_pending_messages_leaves_no_name_behind(bus: Bus) -> None:
    """Each process has a name of its own: those of the past do not pile up in the group."""
    broker = await bus.start(recorder(bus, "group", []))
    await bus.publish(1)
    await asyncio.sleep(0.05)

    await broker.stop()

    assert await bus.client.xinfo_consumers(bus.event.name, "group") == []


async def test_a_deleted_stream_is_read_again_from_its_beginning(bus: Bus) -> None:
    """When the broker loses its data, the group starts anew and no new message is missed."""
    seen: list[int] = []
    await bus.start(recorder(bus, "group", seen))
    await bus.publish(1)
    await until(lambda: seen == [1])

    await bus.client.delete(bus.event.name)
    await bus.publish(2)

    await until(lambda: seen == [1, 2])


async def test_system_exit_in_a_consumer_ends_nothing(bus: Bus) -> None:
    """One message cannot stop the consumption of all others."""
    seen: list[int] = []
    consumers = Consumers("group")

    @consumers.subscribe(bus.event, RetryPolicy(attempts=1))
    async def happened(message: Happened) -> None:
        await asyncio.sleep(0)
        seen.append(message.number)
        if message.number == 1:
            raise SystemExit(3)

    await bus.start(consumers)
    await bus.publish(1, 2)

    await until(lambda: sorted(seen) == [1, 2])
    await bus.settled("group", letters=1)


def slow(bus: Bus, seen: list[int]) -> Consumers:
    """Declare a consumer that takes a moment for each message."""
    consumers = Consumers("group")

    @consumers.subscribe(bus.event)
    async def happened(message: Happened) -> None:
        await asyncio.sleep(0.01)
        seen.append(message.number)

    return consumers
