"""Run coroutine tests of the runtime on asyncio, and give them a shop to talk to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx
import pytest

from tests.runtime.shop import Shop

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@pytest.fixture(scope="module")
def anyio_backend() -> str:
    """Run on what uvicorn runs on."""
    return "asyncio"


@pytest.fixture(scope="module")
async def shop(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Shop]:
    """Give the module a shop on a SQLite file of its own."""
    folder = tmp_path_factory.mktemp("shop")
    shop = await Shop.open(f"sqlite:///{folder}/var/shop.db", folder)
    yield shop
    await shop.close()


@pytest.fixture(scope="module")
async def client(shop: Shop) -> AsyncIterator[httpx.AsyncClient]:
    """Give a client of the shop that raises nothing by itself."""
    transport = httpx.ASGITransport(shop.app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://shop") as client:
        yield client
