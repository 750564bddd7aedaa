"""The services of `shop/`, compiled, imported and driven over HTTP in this process."""

from __future__ import annotations

from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import text

from framework.runtime.database import create_engine
from tests.behaviour.projects import compiled, composed, importing

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from starlette.applications import Starlette

SHOP = Path(__file__).parent / "shop"


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    """Run on what uvicorn runs on."""
    return "asyncio"


@pytest.fixture(scope="session")
def shop_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Compile the shop once."""
    return compiled(SHOP, tmp_path_factory.mktemp("shop"))


@pytest.fixture(scope="module")
def shop(shop_root: Path) -> Iterator[Path]:
    """Import `services` and `shared.generated` from the shop while a module of tests runs."""
    with importing(shop_root):
        yield shop_root


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Import `services` and `shared.generated` of the golden case of streams."""
    root = composed("streams", "news", tmp_path_factory.mktemp("news"))
    with importing(root):
        yield root


@pytest.fixture(scope="module")
async def desk(shop: Path, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Starlette]:
    """Run `shop-desk` on a SQLite file and a broker of its own."""
    del shop
    url = f"sqlite:///{tmp_path_factory.mktemp('database')}/shop.db"
    engine = create_engine(url, service="test")
    async with engine.begin() as connection:
        await connection.execute(
            text("CREATE TABLE items (id INTEGER PRIMARY KEY, name TEXT UNIQUE)")
        )
    await engine.dispose()
    settings = import_module("services.shop_desk.settings").Settings(
        database_url=url, broker_url=f"memory://{uuid4().hex}"
    )
    app: Starlette = import_module("services.shop_desk.main").create(settings)
    async with app.router.lifespan_context(app):
        yield app


@pytest.fixture(scope="module")
async def client(desk: Starlette) -> AsyncIterator[httpx.AsyncClient]:
    """Give a client of `shop-desk`."""
    async with client_of(desk) as client:
        yield client


@asynccontextmanager
async def client_of(app: Any) -> AsyncIterator[httpx.AsyncClient]:  # noqa: ANN401 - any ASGI app
    """Give a client of an ASGI application that raises nothing by itself."""
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        yield client
