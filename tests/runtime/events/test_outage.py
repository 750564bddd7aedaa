"""What an outage of the broker costs: a pause. Run against a Redis that is killed and restarted."""

from __future__ import annotations

import asyncio
import os
import shutil
import socket
import subprocess
from typing import TYPE_CHECKING

import pytest

from framework.runtime.events import BrokerUnreachableError, Consumers
from tests.runtime.events.bus import Bus, Happened, until

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from pathlib import Path

    from structlog.typing import EventDict

pytestmark = [pytest.mark.anyio, pytest.mark.slow]


class Server:
    """A Redis of the test's own, which keeps its data over a SIGKILL."""

    def __init__(self, folder: Path) -> None:
        """Keep the data in `folder`."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        self._command = [
            *("redis-server", "--bind", "127.0.0.1", "--port", str(self.port)),
            *("--dir", str(folder), "--appendonly", "yes", "--appendfsync", "always"),
        ]

    def start(self) -> None:
        """Start it, or start it again."""
        self._running = subprocess.Popen(self._command, stdout=subprocess.DEVNULL)

    def kill(self) -> None:
        """End it as a power cut would."""
        self._running.kill()
        self._running.wait()


@pytest.fixture
async def server(tmp_path: Path) -> AsyncGenerator[Server]:
    """Give a running server; CI must have one on its PATH."""
    if shutil.which("redis-server") is None:
        if os.environ.get("CI") == "true":
            pytest.fail("CI needs redis-server on its PATH")
        pytest.skip("no redis-server on PATH")
    server = Server(tmp_path)
    server.start()
    yield server
    server.kill()


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
