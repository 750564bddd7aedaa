"""Two generated services talk to each other over `memory://`."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from sqlalchemy import text

from framework.runtime.database import create_engine
from tests.behaviour.conftest import client_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    import httpx

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("shop")]


@asynccontextmanager
async def running(folder: Path) -> AsyncIterator[tuple[httpx.AsyncClient, httpx.AsyncClient, str]]:
    """Run `shop-desk` and `mailer` on one broker; give their clients and the broker's address."""
    url, broker = f"sqlite:///{folder}/shop.db", f"memory://{uuid4().hex}"
    engine = create_engine(url, service="test")
    async with engine.begin() as connection:
        await connection.execute(text("CREATE TABLE items (id INTEGER PRIMARY KEY, name TEXT)"))
    await engine.dispose()
    modules = {name: import_module(f"services.{name}.settings") for name in ("shop_desk", "mailer")}
    desk_settings = modules["shop_desk"].Settings(database_url=url, broker_url=broker)
    desk = import_module("services.shop_desk.main").create(desk_settings)
    mailer = import_module("services.mailer.main").create(
        modules["mailer"].Settings(broker_url=broker)
    )
    async with (
        desk.router.lifespan_context(desk),
        mailer.router.lifespan_context(mailer),
        client_of(desk) as first,
        client_of(mailer) as second,
    ):
        yield first, second, broker


async def until(condition: Callable[[], object]) -> None:
    """Wait until `condition` holds."""
    async with asyncio.timeout(10):
        while not condition():  # noqa: ASYNC110 - nothing tells when a controller is done
            await asyncio.sleep(0.01)


def mails() -> list[Any]:
    """Return what `mailer` has taken."""
    return import_module("services.mailer.controllers.events").MAILS


def counts() -> list[int]:
    """Return what `shop-desk` has taken."""
    return import_module("services.shop_desk.controllers.events").COUNTS


@pytest.fixture(autouse=True)
def empty(shop: Path) -> None:
    """Forget what earlier tests sent."""
    del shop
    mails().clear()
    counts().clear()


async def test_what_a_request_emits_reaches_the_consumer_and_comes_back(tmp_path: Path) -> None:
    """Publisher, channel, consumer, controller, and what the consumer publishes in turn."""
    async with running(tmp_path) as (desk, _, __):
        answer = await desk.post("/v1/items", json={"name": "told", "itemColor": "green"})
        await until(lambda: len(mails()) == 2 and counts())

    item, contact = sorted(mails(), key=lambda mail: type(mail).__name__)
    assert answer.status_code == 201
    assert (item.item_id, item.name, item.color) == (answer.json()["id"], "told", "green")
    assert (type(contact).__name__, contact.address) == ("Mail", "a@example.com")
    assert counts()[0] in {1, 2}


async def test_nothing_leaves_before_the_commit(tmp_path: Path) -> None:
    """A problem after the publishing call means that nothing was published."""
    async with running(tmp_path) as (desk, _, __):
        refused = await desk.post("/v1/items", json={"name": "taken"})
        await desk.post("/v1/items", json={"name": "kept"})
        await until(lambda: len(mails()) == 2)

    assert refused.status_code == 409
    assert "taken" not in [getattr(mail, "name", None) for mail in mails()]


async def test_a_script_publishes_what_it_may(tmp_path: Path) -> None:
    """A plain `python` service opens a publisher; its events leave at once."""
    till = import_module("shared.generated.services.till")
    settings = import_module("services.mailer.settings").Settings
    message = import_module("shared.generated.models.items").Counted(count=42)
    async with running(tmp_path) as (_, __, broker):
        async with till.open_publisher(settings(broker_url=broker)) as publisher:
            await publisher.counted(message)
        await until(counts)

    assert counts() == [42]


async def test_a_worker_tells_its_health_and_nothing_else(tmp_path: Path) -> None:
    """An orchestrator sees a worker as it sees an application."""
    async with running(tmp_path) as (_, mailer, __):
        ready = await mailer.get("/health/ready")
        other = await mailer.get("/openapi.json")

    assert ready.json() == {"status": "ok", "checks": {"broker": "ok"}}
    assert other.status_code == 404


def test_a_publisher_has_what_its_service_may_publish_and_no_more() -> None:
    """Each service has a class of its own."""
    module = import_module("shared.generated.events.publishers.shop_desk")
    own = {name for name in vars(module.ShopDeskPublisher) if not name.startswith("_")}

    assert own == {"item_stored", "contact_added"}
