"""Delivery works on a node of a Redis Cluster: every step touches one slot only."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from redis.crc import key_slot

from framework.runtime.events import Consumers, Event, Retention, RetryPolicy
from framework.runtime.events.stream import Place
from tests.runtime.events.bus import Bus, Happened
from tests.runtime.events.server import serving

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from pathlib import Path

pytestmark = pytest.mark.anyio

SLOTS = 16384
INFO = ("CLUSTER", "INFO")


def test_all_keys_of_a_stream_share_its_slot() -> None:
    """So that one script may write them all."""
    for stream in ("told", "user_registered", "x"):
        slots = {key_slot(key.encode()) for key in Place(stream, "a-group", "me").keys}
        assert slots == {key_slot(stream.encode())}


@pytest.fixture
async def cluster(tmp_path: Path, stream: str) -> AsyncGenerator[Bus]:
    """Give brokers on a cluster of one node, which refuses what crosses slots."""
    with serving(tmp_path, "--cluster-enabled", "yes") as server:
        bus = Bus(f"redis://127.0.0.1:{server.port}/0", stream)
        await bus.client.execute_command("CLUSTER", "ADDSLOTSRANGE", 0, SLOTS - 1)
        async with asyncio.timeout(10):
            while b"cluster_state:ok" not in await bus.client.execute_command(*INFO):  # noqa: ASYNC110 - Redis tells nobody
                await asyncio.sleep(0.05)
        yield bus
        await bus.close()


@pytest.mark.slow
async def test_retries_letters_order_and_trimming_work_in_a_cluster(cluster: Bus) -> None:
    """Nothing that delivery does is refused as crossing slots."""
    event = Event(cluster.event.name, Happened, key="note", retention=Retention(max_len=5))
    consumers, attempts = Consumers("group"), list[int]()

    @consumers.subscribe(event, RetryPolicy(attempts=2, base=0.05))
    async def happened(message: Happened) -> None:
        await asyncio.sleep(0)
        attempts.append(message.number)
        if message.number < 0:
            raise LookupError

    broker = await cluster.start(consumers)
    for number in (-1, 2, 3):
        await broker.publish(event, Happened(number=number, note="k"))

    await cluster.settled("group", letters=1)
    assert attempts == [-1, -1, 2, 3]
