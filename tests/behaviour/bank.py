"""The golden case `idempotency` with the services of `bank/`, on databases of their own."""

from __future__ import annotations

import os
import shutil
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from sqlalchemy import text

from framework.runtime.database import create_engine
from tests.behaviour.projects import GOOD, compiled

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

BANK = Path(__file__).parent / "bank"
POSTGRES = os.environ.get("TEST_DATABASE_URL", "postgresql://postgres@127.0.0.1:5432/test")


def bank(root: Path) -> Path:
    """Compile the case below `root`, put its services beside it, and return `root`."""
    compiled(GOOD / "idempotency", root)
    shutil.copytree(BANK, root, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    return root


@asynccontextmanager
async def postgres() -> AsyncIterator[str]:
    """Give the address of a database that is dropped afterwards; raise OSError without a server."""
    name = f"bank_{uuid4().hex}"
    server = create_engine(POSTGRES, service="test").execution_options(isolation_level="AUTOCOMMIT")
    async with server.connect() as connection:
        await connection.execute(text(f"CREATE DATABASE {name}"))
    try:
        yield POSTGRES.rpartition("/")[0] + f"/{name}"
    finally:
        async with server.connect() as connection:
            await connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
        await server.dispose()


async def migrate(url: str) -> None:
    """Make the tables of the bank; those of the framework are its own affair."""
    metadata = import_module("services.bank.storage").Base.metadata
    engine = create_engine(url, service="test")
    async with engine.begin() as connection:
        await connection.run_sync(metadata.create_all)
    await engine.dispose()


@asynccontextmanager
async def running(url: str, **settings: object) -> AsyncIterator[Any]:
    """Give the application on the database at `url`; its project has to be imported."""
    app = composed(url, **settings)
    async with app.router.lifespan_context(app):
        yield app


def composed(url: str, **settings: object) -> Any:  # noqa: ANN401 - of the imported project
    """Compose the application on the database at `url`."""
    read = import_module("services.bank.settings").Settings
    given = {"database_url": url, "broker_url": f"memory://{uuid4().hex}", **settings}
    return import_module("services.bank.main").create(read(**given))
