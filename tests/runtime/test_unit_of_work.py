"""The transaction of a request: what is answered happened, and nothing else did."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING

import httpx
import pytest
from sqlalchemy import text
from structlog.testing import capture_logs

from framework.runtime.database import create_engine
from tests.runtime.shop import Shop

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

pytestmark = pytest.mark.anyio
POSTGRES = os.environ.get("TEST_DATABASE_URL", "postgresql://postgres@127.0.0.1:5432/test")


async def _reachable(url: str) -> bool:
    engine = create_engine(url, service="probe")
    try:
        async with asyncio.timeout(2), engine.connect():
            return True
    except OSError:
        return False
    finally:
        await engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
async def shop(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Shop]:
    """Give a shop on each database."""
    url = f"sqlite:///{tmp_path}/shop.db" if request.param == "sqlite" else POSTGRES
    if not await _reachable(url):
        pytest.skip("no PostgreSQL here")
    shop = await Shop.open(url, tmp_path)
    yield shop
    async with shop.engine.begin() as connection:
        await connection.execute(text("DROP TABLE items"))
    await shop.close()


@pytest.fixture
async def client(shop: Shop) -> AsyncIterator[httpx.AsyncClient]:
    """Give a client of that shop."""
    transport = httpx.ASGITransport(shop.app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://shop") as client:
        yield client


async def test_events_leave_after_the_commit(shop: Shop, client: httpx.AsyncClient) -> None:
    """When the event is out, others already see the row."""
    response = await client.post("/v1/items", json={"name": "a"})

    assert response.status_code == 201
    assert shop.broker.published == [("item_stored", "a", 1)]


@pytest.mark.parametrize(
    ("name", "status", "kind", "logged"),
    [
        ("orphan", 500, "internal_error", "the operation failed"),  # its COMMIT fails
        ("crash", 500, "internal_error", "the operation failed"),
        ("hidden", 500, "internal_error", "the operation failed"),
        ("unlisted", 500, "internal_error", "undeclared problem"),
        ("forbidden", 500, "internal_error", "undeclared problem"),
        ("taken", 409, "name_taken", None),
    ],
)
async def test_what_fails_leaves_nothing_behind(
    shop: Shop, client: httpx.AsyncClient, name: str, status: int, kind: str, logged: str | None
) -> None:
    """No row, no event and no 2xx when anything raises, COMMIT itself included."""
    with capture_logs() as lines:
        response = await client.post("/v1/items", json={"name": name})

    assert response.status_code == status
    assert response.json()["type"] == f"urn:problem:{kind}"
    assert "secret" not in response.text
    assert (await shop.rows(), shop.broker.published) == (0, [])
    errors = [line["event"] for line in lines if line["log_level"] == "error"]
    assert len(errors) == (1 if logged else 0)
    assert all(error.startswith(logged or "") for error in errors)


async def test_a_broker_that_is_away_does_not_undo_the_work(
    shop: Shop, client: httpx.AsyncClient
) -> None:
    """After the commit the answer stands; the log names the event that is lost."""
    shop.broker.broken = True
    with capture_logs() as lines:
        response = await client.post("/v1/items", json={"name": "a"})

    assert (response.status_code, await shop.rows()) == (201, 1)
    assert [line["lost"] for line in lines if line["log_level"] == "error"] == ["item_stored"]


async def test_concurrent_writers_wait_for_each_other(
    shop: Shop, client: httpx.AsyncClient
) -> None:
    """Requests that write at the same time all succeed, on SQLite too."""
    requests = [client.post("/v1/items", json={"name": f"n{n}"}) for n in range(20)]
    statuses = {response.status_code for response in await asyncio.gather(*requests)}

    assert (statuses, await shop.rows()) == ({201}, 20)


async def test_an_invalid_return_value_is_a_fault_of_the_service(
    client: httpx.AsyncClient,
) -> None:
    """It is logged with its place, and neither log nor answer has the value."""
    with capture_logs() as lines:
        response = await client.get("/v1/items/2")

    assert (response.status_code, response.json()["status"]) == (500, 500)
    [error] = [line for line in lines if line["log_level"] == "error"]
    assert error["faults"] == [("response.id", "int_parsing")]
    assert "secret" not in f"{lines}{response.text}"
