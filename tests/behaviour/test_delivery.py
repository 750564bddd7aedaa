"""Generated consumers and clients do what their specs say about failing."""

from __future__ import annotations

import asyncio
from importlib import import_module
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from framework.runtime.clients import Retry
from framework.runtime.events import RetryPolicy, connect
from framework.runtime.events.client import open_client
from tests.behaviour.projects import GOOD, compiled, importing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from framework.runtime.events import Consumers

pytestmark = pytest.mark.anyio


class Failing:
    """A controller that takes nothing."""

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - any event
        """Return a method that fails."""

        async def fail(*, message: object) -> None:
            del message
            raise LookupError(name)

        return fail


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Import what the case `delivery` compiles to."""
    root = compiled(GOOD / "delivery", tmp_path_factory.mktemp("delivery"))
    with importing(root):
        yield root


def policies(service: str) -> dict[str, RetryPolicy]:
    """Return the policy of each event that a service takes."""
    module = import_module(f"shared.generated.events.consumers.{service}")
    consumers: Consumers = module.create_consumers(Failing)
    return {each.event: each.policy for each in consumers.subscriptions}


@pytest.mark.usefixtures("project")
def test_consumers_carry_the_policies_of_their_events() -> None:
    """Seconds where the spec has units, the language's defaults where it says nothing."""
    assert policies("audit") == {
        "order_counted": RetryPolicy(),
        "order_placed": RetryPolicy(attempts=5, base=1, max=60),
        "order_viewed": RetryPolicy(attempts=1, dead_letter=False),
    }
    assert policies("mailer") == {
        "order_cancelled": RetryPolicy(attempts=100, base=7200, max=7200),
        "order_packed": RetryPolicy(backoff="constant", base=0.25),
        "order_placed": RetryPolicy(attempts=5, base=1, max=60),
    }


@pytest.mark.usefixtures("project")
def test_clients_carry_what_is_said_of_the_operations_they_consume() -> None:
    """The others have the client's own time limit and tries."""
    module = import_module("shared.generated.clients.mailer")
    calls = {name: vars(module)[f"_SHOP_V1_{name}"] for name in ("READ_ORDER", "LIST_ORDERS")}

    assert (calls["READ_ORDER"].timeout, calls["LIST_ORDERS"].timeout) == (2, 5.0)
    assert calls["READ_ORDER"].retry == Retry(attempts=3, base=0.2, backoff="constant")
    assert calls["LIST_ORDERS"].retry == Retry()


@pytest.mark.usefixtures("project")
async def test_a_failing_controller_leaves_a_dead_letter_where_the_spec_keeps_one() -> None:
    """An event of constant pauses fails four times; one without dead letters leaves nothing."""
    url = f"memory://{uuid4().hex}"
    channels = import_module("shared.generated.events.channels")
    order = import_module("shared.generated.models.models").OrderRead(id=7, note="")
    consumers = [
        import_module(f"shared.generated.events.consumers.{name}").create_consumers(Failing)
        for name in ("audit", "mailer")
    ]
    broker = connect(url, service="shop")
    await broker.start(*consumers)
    client = open_client(url)

    await broker.publish(channels.ORDER_PACKED, order)
    await broker.publish(channels.ORDER_VIEWED, order)
    async with asyncio.timeout(10):
        while not await client.xlen("{order_packed}:dlq"):  # noqa: ASYNC110 - the fake tells nobody
            await asyncio.sleep(0.02)
    await broker.stop()

    ((_, letter),) = await client.xrange("{order_packed}:dlq")
    assert (letter[b"dlq-group"], letter[b"dlq-attempts"]) == (b"mailer", b"4")
    assert await client.exists("{order_viewed}:dlq") == 0
    assert (await client.xpending("order_viewed", "audit"))["pending"] == 0
    await client.aclose()
