"""Clients reach consumers as sessions and publishers do."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Annotated

import pytest
from faststream import Depends

from framework.runtime.access import Access
from framework.runtime.app import compose_worker
from framework.runtime.clients import Client, Clients
from framework.runtime.events import Consumers, RetryPolicy, client
from framework.runtime.settings import ServiceSettings
from tests.runtime.events.bus import Happened, until

if TYPE_CHECKING:
    from collections.abc import Callable

    from structlog.typing import EventDict

    from tests.runtime.events.bus import Bus

pytestmark = pytest.mark.anyio


class ShopClient(Client):
    """A client that the service consumes."""


def asking(bus: Bus, seen: list[tuple[int, Client]]) -> Consumers:
    """Declare a consumer that asks for a client."""
    consumers = Consumers("desk")

    @consumers.subscribe(bus.event, RetryPolicy(attempts=1))
    async def happened(
        message: Happened, shop: Annotated[ShopClient, Depends(client(ShopClient))]
    ) -> None:
        seen.append((message.number, shop))

    return consumers


def settled(seen: list[tuple[int, Client]], count: int) -> Callable[[], bool]:
    """Tell whether so many messages were consumed."""
    return lambda: len(seen) == count


async def test_one_client_serves_all_messages(bus: Bus) -> None:
    """Its connections are shared, and it remembers who fails."""
    seen: list[tuple[int, Client]] = []
    clients = Clients({ShopClient: "http://127.0.0.1:1"})

    await bus.start(asking(bus, seen), clients=clients)
    await bus.publish(1, 2)
    await until(settled(seen, 2))

    shop = clients.of(ShopClient)
    assert sorted(number for number, _ in seen) == [1, 2]
    assert all(given is shop for _, given in seen)
    await clients.close()


async def test_what_is_not_consumed_is_not_there(bus: Bus, logs: list[EventDict]) -> None:
    """The message is given up, and the log says what to add to the spec."""
    seen: list[tuple[int, Client]] = []

    await bus.start(asking(bus, seen))
    await bus.publish(1)
    await until(lambda: any(line["event"] == "message is given up" for line in logs))

    assert not seen
    (failure,) = [line for line in logs if line["log_level"] == "error"]
    assert "list what it asks for under `consumes`" in str(failure["exc_info"])


async def test_a_worker_gives_its_consumers_its_clients(bus: Bus) -> None:
    """What `services.yml` lets it consume is what its controllers get."""
    seen: list[tuple[int, Client]] = []
    app = compose_worker(
        name="desk",
        settings=ServiceSettings(broker_url=bus.url),
        consumers=asking(bus, seen),
        access=Access(broker=True, clients={ShopClient: "http://127.0.0.1:1"}),
    )

    async with asyncio.timeout(10), app.router.lifespan_context(app):
        await bus.publish(1)
        await until(settled(seen, 1))

    assert isinstance(seen[0][1], ShopClient)
