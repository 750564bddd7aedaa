"""Databases behave alike: addresses, transactions, moments."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import Column, Integer, MetaData, Table, insert, select, text
from sqlalchemy.exc import IntegrityError, StatementError

from framework.runtime.database import (
    DatabaseUrlError,
    UtcDateTime,
    create_engine,
    normalise,
    ping,
    reading,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from sqlalchemy.ext.asyncio import AsyncEngine

pytestmark = pytest.mark.anyio
MOMENTS = Table("moments", MetaData(), Column("id", Integer), Column("at", UtcDateTime))


@pytest.fixture
async def engine(tmp_path: Path) -> AsyncIterator[AsyncEngine]:
    """Give a SQLite file in a folder that does not exist yet."""
    engine = create_engine(f"sqlite:///{tmp_path}/new/folder/own.db", service="test")
    yield engine
    await engine.dispose()


@pytest.mark.parametrize(
    ("url", "driver"),
    [
        ("sqlite:///a.db", "sqlite+aiosqlite"),
        ("sqlite+aiosqlite:///a.db", "sqlite+aiosqlite"),
        ("postgres://u:p@h/d", "postgresql+asyncpg"),
        ("postgresql://u:p@h/d", "postgresql+asyncpg"),
        ("postgresql+asyncpg://u:p@h/d", "postgresql+asyncpg"),
    ],
)
def test_addresses_get_the_asynchronous_driver(url: str, driver: str) -> None:
    """What people usually write works, and nothing else of the address changes."""
    target = normalise(url)

    assert target.drivername == driver
    assert (
        target.render_as_string(hide_password=False).partition("://")[2] == url.partition("://")[2]
    )


@pytest.mark.parametrize("url", ["", "s3cret", "mysql://u:s3cret@h/d", "postgresql+psycopg2://h/d"])
def test_other_addresses_are_refused_without_quoting_them(url: str) -> None:
    """The sentence shows what an address looks like."""
    with pytest.raises(DatabaseUrlError, match="sqlite:///var/") as error:
        normalise(url)

    assert "s3cret" not in str(error.value)


async def test_sqlite_holds_foreign_keys(engine: AsyncEngine) -> None:
    """As PostgreSQL does; parameters are not in the error."""
    async with engine.begin() as connection:
        await connection.execute(text("CREATE TABLE a (id INTEGER PRIMARY KEY)"))
        await connection.execute(text("CREATE TABLE b (a INTEGER REFERENCES a (id))"))
    with pytest.raises(IntegrityError) as error:
        async with engine.begin() as connection:
            await connection.execute(text("INSERT INTO b VALUES (:secret)"), {"secret": 42})

    assert "42" not in str(error.value)


async def test_sqlite_rolls_back_definitions_too(engine: AsyncEngine) -> None:
    """A transaction begins before its first statement, not before its first write."""
    async with engine.connect() as connection:
        await connection.execute(text("CREATE TABLE a (id INTEGER)"))
        await connection.rollback()
    async with engine.connect() as connection:
        tables = await connection.execute(text("SELECT count(*) FROM sqlite_master"))

    assert tables.scalar_one() == 0


async def test_readers_and_probes_do_not_wait_for_a_writer(engine: AsyncEngine) -> None:
    """While a transaction writes, others read what was before, and the database is alive."""
    async with engine.begin() as connection:
        await connection.execute(text("CREATE TABLE a (id INTEGER)"))
    async with engine.begin() as writer, asyncio.timeout(2):
        await writer.execute(text("INSERT INTO a VALUES (1)"))
        await ping(engine)
        async with reading(engine).begin() as reader:
            rows = await reader.execute(text("SELECT count(*) FROM a"))

    assert rows.scalar_one() == 0


async def test_who_reads_and_then_writes_waits_for_other_writers(engine: AsyncEngine) -> None:
    """Two transactions that both count and then add one end with two, not with an error."""
    async with engine.begin() as connection:
        await connection.execute(text("CREATE TABLE a (n INTEGER)"))

    async def count_and_add() -> None:
        async with engine.begin() as connection:
            count = (await connection.execute(text("SELECT count(*) FROM a"))).scalar_one()
            await asyncio.sleep(0.05)
            await connection.execute(text("INSERT INTO a VALUES (:n)"), {"n": count})

    await asyncio.gather(count_and_add(), count_and_add())
    async with engine.connect() as connection:
        rows = await connection.execute(text("SELECT n FROM a ORDER BY n"))

    assert [*rows.scalars()] == [0, 1]


async def test_memory_is_one_database() -> None:
    """All connections see the same tables."""
    engine = create_engine("sqlite://", service="test")
    async with engine.begin() as connection:
        await connection.execute(text("CREATE TABLE a (id INTEGER)"))
    async with engine.begin() as connection:
        rows = await connection.execute(text("SELECT count(*) FROM a"))
    await engine.dispose()

    assert rows.scalar_one() == 0


async def test_moments_come_back_in_utc(engine: AsyncEngine) -> None:
    """Stored with any offset, read with UTC's; nothing stays nothing."""
    moment = datetime(2024, 1, 1, 12, tzinfo=timezone(timedelta(hours=5)))
    async with engine.begin() as connection:
        await connection.run_sync(MOMENTS.metadata.create_all)
        await connection.execute(insert(MOMENTS), [{"at": moment}, {"at": None}])
        read = [*(await connection.execute(select(MOMENTS.c.at))).scalars()]

    assert read == [moment, None]
    assert read[0].tzinfo is UTC


async def test_a_moment_without_offset_is_not_stored(engine: AsyncEngine) -> None:
    """Nobody could tell later which moment it was."""
    async with engine.begin() as connection:
        await connection.run_sync(MOMENTS.metadata.create_all)
        with pytest.raises(StatementError, match="without an offset"):
            await connection.execute(insert(MOMENTS), {"at": datetime(2024, 1, 1)})  # noqa: DTZ001 - the point
