"""Clients reach controllers as sessions and publishers do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import httpx
import pytest
from fastapi import APIRouter, Depends

from framework.runtime.access import Access
from framework.runtime.app import compose_app
from framework.runtime.clients import Client
from framework.runtime.http import client
from framework.runtime.settings import ServiceSettings

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.anyio


class ShopClient(Client):
    """A client that the service consumes."""


class OtherClient(Client):
    """One that it does not."""


@pytest.fixture
async def answers(tmp_path: Path) -> list[httpx.Response]:
    """Ask a service for the client that it has, twice, and for one that it has not."""
    router = APIRouter()

    @router.get("/shop")
    async def shop(shop: Annotated[ShopClient, Depends(client(ShopClient))]) -> int:
        return id(shop)

    @router.get("/other")
    async def other(other: Annotated[OtherClient, Depends(client(OtherClient))]) -> int:
        return id(other)

    document = tmp_path / "openapi.json"
    document.write_text("{}")
    app = compose_app(
        name="desk",
        settings=ServiceSettings(),
        routers=[router],
        openapi=document,
        access=Access(clients={ShopClient: "http://127.0.0.1:1"}),
    )
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://desk") as http,
    ):
        return [await http.get(path) for path in ("/shop", "/shop", "/other")]


async def test_one_client_serves_all_requests(answers: list[httpx.Response]) -> None:
    """Its connections are shared, and it remembers who fails."""
    first, second, _ = answers

    assert (first.status_code, second.status_code) == (200, 200)
    assert first.json() == second.json()


async def test_what_is_not_consumed_is_not_there(answers: list[httpx.Response]) -> None:
    """It is a fault of the service, not of who asks it."""
    assert answers[2].status_code == 500
