"""What `key` promises: messages of one key are consumed one after another, others go on."""

from __future__ import annotations

import asyncio
import random
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from pydantic import BaseModel

from framework.runtime.events import Consumers, Event, Pace, RetryPolicy
from tests.runtime.events.bus import Bus, Happened, until

if TYPE_CHECKING:
    from framework.runtime.events import Broker

pytestmark = pytest.mark.anyio

QUICK = RetryPolicy(attempts=3, base=0.1, max=0.1)


def keyed(bus: Bus) -> Event[Happened]:
    """Give the event of a bus with its messages' notes as their keys."""
    return Event(bus.event.name, Happened, key="note")


async def publish(broker: Broker, event: Event[Happened], *told: tuple[str, int]) -> None:
    """Publish a message for each key and number."""
    for note, number in told:
        await broker.publish(event, Happened(number=number, note=note))


async def test_messages_of_one_key_keep_their_order_over_several_processes(bus: Bus) -> None:
    """Two processes with ten messages in hand each; consumers of different speed and luck."""
    event, seen = keyed(bus), dict[str, list[int]]()
    busy: set[str] = set()
    luck = random.Random(7)  # noqa: S311 - a test

    def consumers() -> Consumers:
        declared = Consumers("group")

        @declared.subscribe(event, RetryPolicy(attempts=50, base=0.01, max=0.02))
        async def happened(message: Happened) -> None:
            assert message.note not in busy
            busy.add(message.note)
            await asyncio.sleep(luck.random() * 0.005)
            busy.discard(message.note)
            if luck.random() < 0.1:
                raise LookupError
            seen.setdefault(message.note, []).append(message.number)

        return declared

    await bus.start(consumers())
    await bus.start(consumers())
    broker = await bus.start()
    await publish(broker, event, *((f"k{n % 5}", n) for n in range(60)))

    await until(lambda: sum(map(len, seen.values())) == 60, seconds=30)
    await bus.settled("group")
    assert seen == {f"k{k}": [n for n in range(60) if n % 5 == k] for k in range(5)}
    assert await bus.remains("group") == {}


async def test_a_failing_key_waits_alone(bus: Bus) -> None:
    """Its next message is consumed after the first was given up; other keys do not notice."""
    event, seen = keyed(bus), list[tuple[str, int]]()
    consumers = Consumers("group")

    @consumers.subscribe(event, QUICK)
    async def happened(message: Happened) -> None:
        await asyncio.sleep(0)
        seen.append((message.note, message.number))
        if message.number < 0:
            raise LookupError

    await bus.start(consumers, pace=Pace(concurrency=1, block=0.04))
    broker = await bus.start()
    await publish(broker, event, ("bad", -1), ("bad", 2), ("good", 3), ("good", 4))
    await bus.settled("group", letters=1)

    assert [n for note, n in seen if note == "bad"] == [-1, -1, -1, 2]
    assert [n for note, n in seen if note == "good"] == [3, 4]
    assert seen.index(("good", 4)) < seen.index(("bad", 2))
    assert await bus.remains("group") == {}


async def test_what_waits_for_a_dead_process_is_consumed_after_what_it_held(bus: Bus) -> None:
    """The order survives a take-over."""
    event, seen = keyed(bus), list[int]()
    hangs = asyncio.Event()

    def consumers(*, hang: bool) -> Consumers:
        declared = Consumers("group")

        @declared.subscribe(event, QUICK)
        async def happened(message: Happened) -> None:
            if hang:
                hangs.set()
                await asyncio.sleep(60)
            seen.append(message.number)

        return declared

    stuck = await bus.start(consumers(hang=True))
    await publish(await bus.start(), event, ("k", 1), ("k", 2), ("k", 3))
    await hangs.wait()
    await stuck.stop(grace=0)
    await bus.start(consumers(hang=False))

    await until(lambda: len(seen) == 3)
    await bus.settled("group")
    assert seen == [1, 2, 3]


async def test_what_was_acknowledged_by_hand_holds_nobody_up(bus: Bus) -> None:
    """An operator who acknowledges the first message of a key sets the next ones free."""
    event, seen = keyed(bus), list[int]()
    consumers = Consumers("group")

    @consumers.subscribe(event, RetryPolicy(base=60, max=60))
    async def happened(message: Happened) -> None:
        await asyncio.sleep(0)
        seen.append(message.number)
        if message.number < 0:
            raise LookupError

    await bus.start(consumers)
    broker = await bus.start()
    await publish(broker, event, ("k", -1), ("k", 2))
    await until(lambda: seen == [-1])
    await asyncio.sleep(0.2)
    ((first, _), _) = await bus.client.xrange(event.name)

    await bus.client.xack(event.name, "group", first)
    await publish(broker, event, ("k", 3))

    await until(lambda: seen == [-1, 2, 3])
    await bus.settled("group")


async def test_a_deleted_stream_leaves_nothing_to_wait_for(bus: Bus) -> None:
    """What was known of messages that are gone holds up none of the new ones."""
    event, seen = keyed(bus), list[int]()
    consumers = Consumers("group")

    @consumers.subscribe(event, RetryPolicy(base=60, max=60))
    async def happened(message: Happened) -> None:
        await asyncio.sleep(0)
        seen.append(message.number)
        if message.number < 0:
            raise LookupError

    await bus.start(consumers)
    broker = await bus.start()
    await publish(broker, event, ("k", -1), ("k", 2))
    await until(lambda: seen == [-1])
    await asyncio.sleep(0.2)

    await bus.client.delete(event.name)
    await publish(broker, event, ("k", 3))

    await until(lambda: seen == [-1, 3])
    await bus.settled("group")


async def test_messages_without_a_key_wait_for_nobody(bus: Bus) -> None:
    """Another program publishes to the same stream, and knows nothing of keys."""
    seen: list[int] = []
    consumers = Consumers("group")

    @consumers.subscribe(keyed(bus))
    async def happened(message: Happened) -> None:
        await asyncio.sleep(0.2)
        seen.append(message.number)

    await bus.start(consumers)
    for _ in range(3):
        await bus.client.xadd(bus.event.name, {b"__data__": b'{"number": 1}'})

    async with asyncio.timeout(0.55):
        await until(lambda: seen == [1, 1, 1])


class Inner(BaseModel):
    """What a key may lead through."""

    text: str = "ж"
    number: int = -1
    truth: bool = True
    exact: Decimal = Decimal("1.50")
    moment: datetime = datetime(2020, 1, 2, tzinfo=UTC)
    id: UUID = UUID(int=7)


class Outer(BaseModel):
    """A message with something in it."""

    inner: Inner = Inner()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("text", "ж"),
        ("number", "-1"),
        ("truth", "True"),
        ("exact", "1.50"),
        ("moment", "2020-01-02T00:00:00Z"),
        ("id", "00000000-0000-0000-0000-000000000007"),
    ],
)
def test_a_key_of_any_type_is_a_text(name: str, text: str) -> None:
    """Equal values give equal keys, through models."""
    assert Event("told", Outer, key=f"inner.{name}").key_of(Outer()) == text
