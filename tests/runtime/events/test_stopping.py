"""What stopping promises: the message in hand is finished, and one cut short is not lost."""

from __future__ import annotations

import asyncio
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from framework.runtime.events import Consumers

if TYPE_CHECKING:
    from tests.runtime.events.bus import Bus, Happened

pytestmark = pytest.mark.anyio

CONSUMER = """
import asyncio, sys
from framework.runtime.events import Consumers, Event, connect
from tests.runtime.events.bus import Happened

consumers = Consumers("group")

@consumers.subscribe(Event(sys.argv[2], Happened))
async def happened(message: Happened) -> None:
    print("in hand", flush=True)
    await asyncio.sleep(60)

async def main() -> None:
    await connect(sys.argv[1], service="victim").start(consumers)
    await asyncio.sleep(60)

asyncio.run(main())
"""


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


async def test_the_message_in_hand_is_finished_and_no_other_begun(bus: Bus) -> None:
    """`stop` returns after the consumer did, its message acknowledged."""
    finished: list[int] = []
    consumers, begun = waiting(bus, finished, 0.3)
    broker = await bus.start(consumers)
    await bus.publish(1, 2)
    await begun.wait()

    await broker.stop()

    assert finished == [1]
    assert await bus.pending("group") == 0


async def test_a_message_that_outlasts_the_grace_stays_pending(bus: Bus) -> None:
    """`stop` returns soon after the grace; the consumer is cancelled and nothing acknowledged."""
    finished: list[int] = []
    consumers, begun = waiting(bus, finished, 30)
    broker = await bus.start(consumers)
    await bus.publish(1)
    await begun.wait()

    started = time.monotonic()
    await broker.stop(grace=0.1)

    assert time.monotonic() - started < 5
    assert finished == []
    assert await bus.pending("group") == 1


async def test_an_idle_broker_stops_within_a_second(bus: Bus) -> None:
    """A blocking read does not hold up a stop."""
    consumers, _ = waiting(bus, [], 0)
    broker = await bus.start(consumers)
    await asyncio.sleep(0.1)

    started = time.monotonic()
    await broker.stop()

    assert time.monotonic() - started < 1


async def test_a_message_of_a_killed_process_stays_pending(real: Bus, tmp_path: Path) -> None:
    """SIGKILL in the middle of a message loses nothing: it was not acknowledged."""
    script = tmp_path / "victim.py"
    script.write_text(CONSUMER)
    victim = await asyncio.create_subprocess_exec(
        *(sys.executable, script, real.url, real.event.name),
        stdout=asyncio.subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(Path.cwd())},
    )
    try:
        await real.publish(1)
        assert victim.stdout is not None
        assert await victim.stdout.readline() == b"in hand\n"
    finally:
        victim.kill()
        await victim.communicate()

    assert await real.pending("group") == 1


async def test_an_idle_consumer_rests(bus: Bus) -> None:
    """Waiting for messages takes next to no CPU, on a fake that does not block too."""
    consumers, _ = waiting(bus, [], 0)
    await bus.start(consumers)
    await asyncio.sleep(0.1)

    before = time.process_time()
    await asyncio.sleep(0.5)

    assert time.process_time() - before < 0.2
