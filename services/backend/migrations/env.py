"""Run migrations on the database that the service's settings name."""

import asyncio

from alembic import context
from sqlalchemy import Connection

from framework.runtime.database import create_engine
from framework.runtime.tables import include_name
from services.backend.settings import Settings
from services.backend.storage import Base


def _migrate(connection: Connection) -> None:
    # SQLite alters a table by copying it, which is what a batch does.
    context.configure(
        connection,
        target_metadata=Base.metadata,
        render_as_batch=True,
        include_name=include_name,
    )
    with context.begin_transaction():
        context.run_migrations()


async def _run() -> None:
    engine = create_engine(Settings.load().database_url, service="backend")
    async with engine.begin() as connection:
        await connection.run_sync(_migrate)
    await engine.dispose()


asyncio.run(_run())
