"""The database: an engine from a URL, with what SQLite and PostgreSQL need to behave alike."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import DateTime, event, make_url, text
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import StaticPool
from sqlalchemy.types import TypeDecorator

if TYPE_CHECKING:
    from sqlalchemy import URL, Connection, Dialect
    from sqlalchemy.engine.interfaces import DBAPIConnection
    from sqlalchemy.ext.asyncio import AsyncEngine
    from sqlalchemy.pool import ConnectionPoolEntry, PoolResetState

_DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+asyncpg",
    "postgresql": "postgresql+asyncpg",
}
_BUSY_SECONDS = 10
_STATEMENT_SECONDS = 30
_READS = "framework_reads"


class DatabaseUrlError(ValueError):
    """The URL names no database that a service can use."""


def create_engine(url: str, *, service: str) -> AsyncEngine:
    """Return the engine of the database at `url`; nothing connects before it is used.

    `sqlite://` and `postgresql://` get their asynchronous drivers. Raises DatabaseUrlError, which
    does not quote the URL: it may hold a password.
    """
    target = normalise(url)
    if target.get_backend_name() == "sqlite":
        return _sqlite(target)
    return create_async_engine(
        target,
        pool_pre_ping=True,
        hide_parameters=True,  # errors are logged, and parameters are what people sent
        connect_args={
            "server_settings": {"application_name": service},
            "command_timeout": _STATEMENT_SECONDS,
        },
    )


def normalise(url: str) -> URL:
    """Return `url` with the driver that the runtime uses; raise DatabaseUrlError for others."""
    try:
        target = make_url(url)
    except (ArgumentError, ValueError):
        target = None
    driver = _DRIVERS.get(target.drivername, target.drivername) if target else ""
    if target is None or driver not in _DRIVERS.values():
        message = (
            "the database URL is not one: use `sqlite:///var/service.db` or "
            "`postgresql://user:password@host:5432/name`"
        )
        raise DatabaseUrlError(message)
    return target.set(drivername=driver)


def reading(engine: AsyncEngine) -> AsyncEngine:
    """Return `engine` for work that mostly reads: on SQLite it does not wait for writers."""
    return engine.execution_options(**{_READS: True})


async def ping(engine: AsyncEngine) -> None:
    """Return when the database answers; raise what its driver raises when it does not."""
    async with reading(engine).connect() as connection:
        await connection.execute(text("SELECT 1"))


class UtcDateTime(TypeDecorator[datetime]):
    """A moment: with an offset in Python, in UTC in the database, whichever database it is."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(
        self,
        value: datetime | None,
        dialect: Dialect,  # noqa: ARG002 - SQLAlchemy passes it
    ) -> datetime | None:
        """Refuse a naive datetime, and normalise the others to UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            message = "a datetime without an offset cannot be stored: use datetime.now(UTC)"
            raise ValueError(message)
        return value.astimezone(UTC)

    def process_result_value(
        self,
        value: datetime | None,
        dialect: Dialect,  # noqa: ARG002 - SQLAlchemy passes it
    ) -> datetime | None:
        """Return the moment in UTC; SQLite forgets the offset."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _sqlite(target: URL) -> AsyncEngine:
    in_memory = target.database in {None, "", ":memory:"}
    if target.database and not in_memory:
        Path(target.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_async_engine(
        target,
        hide_parameters=True,
        connect_args={"timeout": _BUSY_SECONDS},
        **({"poolclass": StaticPool} if in_memory else {}),  # else each connection has its own
    )
    event.listen(engine.sync_engine, "connect", _prepare)
    event.listen(engine.sync_engine, "begin", _begin)
    event.listen(engine.sync_engine, "reset", _end)
    return engine


def _prepare(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    """Hold foreign keys, let readers work beside a writer, and begin nothing by itself."""
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in ("journal_mode = WAL", "foreign_keys = ON", "synchronous = NORMAL"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    """Begin for real: the driver would begin at the first write, after what was read before it.

    IMMEDIATE waits for other writers; a transaction that turned writer later would fail at once.
    """
    reads = connection.get_execution_options().get(_READS, False)
    connection.exec_driver_sql("BEGIN DEFERRED" if reads else "BEGIN IMMEDIATE")


def _end(connection: DBAPIConnection, _: ConnectionPoolEntry, __: PoolResetState) -> None:
    """End what a COMMIT that failed left open: SQLAlchemy takes the transaction for done."""
    connection.rollback()
