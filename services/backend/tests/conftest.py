"""A backend on a fresh database, and whoever listens to what it publishes."""

import asyncio
import os
from collections.abc import AsyncGenerator, Generator
from pathlib import Path
from uuid import uuid4

import pytest
from httpx import ASGITransport, AsyncClient
from sqlalchemy.ext.asyncio import create_async_engine

from framework.runtime.events import Consumers, connect
from services.backend import migrate
from services.backend.main import create
from shared.generated.events.channels import USER_REGISTERED
from shared.generated.models.users import UserRegistered

POSTGRES = os.environ.get("TEST_POSTGRES_URL", "postgresql+asyncpg://postgres@127.0.0.1:5432")


@pytest.fixture
def anyio_backend() -> str:
    """Run coroutines on asyncio, as the service does."""
    return "asyncio"


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.slow)])
def database_url(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Generator[str]:
    """Point the service to a database of this test's own, which is empty."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path}/backend.db"
        monkeypatch.setenv("DATABASE_URL", url)
        yield url
        return
    name = f"backend_{uuid4().hex}"
    try:
        asyncio.run(_execute(f"CREATE DATABASE {name}"))
    except OSError as error:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(f"no PostgreSQL at {POSTGRES} (set TEST_POSTGRES_URL): {error}")
    url = f"{POSTGRES}/{name}"
    monkeypatch.setenv("DATABASE_URL", url)
    yield url
    asyncio.run(_execute(f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture
def broker_url(monkeypatch: pytest.MonkeyPatch) -> str:
    """Point the service to a broker of this test's own."""
    url = f"memory://{uuid4().hex}"
    monkeypatch.setenv("BROKER_URL", url)
    return url


@pytest.fixture
async def client(
    database_url: str, broker_url: str, anyio_backend: str
) -> AsyncGenerator[AsyncClient]:
    """Run the backend on a migrated database; give a client of it."""
    del database_url, broker_url, anyio_backend
    await asyncio.to_thread(migrate.main)
    app = create()
    async with (
        app.router.lifespan_context(app),
        AsyncClient(transport=ASGITransport(app), base_url="http://backend") as http,
    ):
        yield http


@pytest.fixture
async def registered(
    broker_url: str, anyio_backend: str
) -> AsyncGenerator[asyncio.Queue[UserRegistered]]:
    """Give the messages of `user_registered`, as they are published."""
    del anyio_backend
    messages = asyncio.Queue[UserRegistered]()
    consumers = Consumers("test")

    @consumers.subscribe(USER_REGISTERED)
    async def listen(message: UserRegistered) -> None:  # pyright: ignore[reportUnusedFunction] - the decorator keeps it
        await messages.put(message)

    broker = connect(broker_url, service="test")
    await broker.start(consumers)
    yield messages
    await broker.stop()


async def _execute(statement: str) -> None:
    engine = create_async_engine(f"{POSTGRES}/postgres", isolation_level="AUTOCOMMIT")
    try:
        async with engine.connect() as connection:
            await connection.exec_driver_sql(statement)
    finally:
        await engine.dispose()
