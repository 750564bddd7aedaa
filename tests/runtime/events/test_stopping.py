"""What stopping promises: the message in hand is finished, and one cut short is not lost."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

import pytest

from framework.runtime.events import Consumers, Pace, RetryPolicy
from tests.runtime.events.bus import until

if TYPE_CHECKING:
    from tests.runtime.events.bus import Bus, Happened

pytestmark = pytest.mark.anyio


def waiting(bus: Bus, finished: list[int], seconds: float) -> tuple[Consumers, asyncio.Event]:
    """Declare a consumer that works for `seconds`, and tell when it has begun."""
    consumers = Consumers("group")
    begun = asyncio.Event()

    @consumers.subscribe(bus.event)
    async def happened(message: Happened) -> None:
        begun.set()
        await asyncio.sleep(seconds)
        finished.append(message.number)

    return consumers, begun


async def test_the_messages_in_hand_are_finished_and_no_other_begun(bus: Bus) -> None:
    """`stop` returns after the consumer did, its messages acknowledged."""
    finished: list[int] = []
    consumers, begun = waiting(bus, finished, 0.3)
    broker = await bus.start(consumers, pace=Pace(concurrency=1, block=0.04))
    await bus.publish(1, 2)
    await begun.wait()

    await broker.stop()

    assert finished == [1]
    assert await bus.pending("group") == 0


async def test_a_message_that_outlasts_the_grace_is_given_back(bus: Bus) -> None:
    """`stop` returns soon after the grace; another process has the message at once, unblemished."""
    finished: list[int] = []
    consumers, begun = waiting(bus, finished, 30)
    broker = await bus.start(consumers)
    await bus.publish(1)
    await begun.wait()

    started = time.monotonic()
    await broker.stop(grace=0.1)

    assert time.monotonic() - started < 5
    assert finished == []
    (other,) = await waiting_for(bus)
    assert (other["times_delivered"], other["consumer"]) == (0, b"~retry")
    quick, _ = waiting(bus, finished, 0)
    await bus.start(quick)
    await until(lambda: finished == [1])
    await bus.settled("group")


async def test_whatever_a_consumer_makes_of_its_cancellation_is_no_failure(bus: Bus) -> None:
    """A driver may turn it into an error of its own: the message is given back all the same."""
    consumers = Consumers("group")
    begun = asyncio.Event()

    @consumers.subscribe(bus.event, RetryPolicy(attempts=1))
    async def happened(message: Happened) -> None:
        begun.set()
        try:
            await asyncio.sleep(30)
        except asyncio.CancelledError:
            raise LookupError(message.number) from None

    broker = await bus.start(consumers)
    await bus.publish(1)
    await begun.wait()

    await broker.stop(grace=0)

    (other,) = await waiting_for(bus)
    assert (other["times_delivered"], other["consumer"]) == (0, b"~retry")
    assert await bus.letters() == []


async def waiting_for(bus: Bus) -> list[dict[str, object]]:
    """Read who holds the messages that are pending."""
    return await bus.client.xpending_range(bus.event.name, "group", "-", "+", 10)


async def test_an_idle_broker_stops_within_a_second(bus: Bus) -> None:
    """A blocking read does not hold up a stop."""
    consumers, _ = waiting(bus, [], 0)
    broker = await bus.start(consumers)
    await asyncio.sleep(0.1)

    started = time.monotonic()
    await broker.stop()

    assert time.monotonic() - started < 1


async def test_an_idle_consumer_rests(bus: Bus) -> None:
    """Waiting for messages takes next to no CPU, on a fake that does not block too."""
    consumers, _ = waiting(bus, [], 0)
    await bus.start(consumers)
    await asyncio.sleep(0.1)

    before = time.process_time()
    await asyncio.sleep(0.5)

    assert time.process_time() - before < 0.2
