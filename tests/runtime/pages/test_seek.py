"""Seeking in databases: every order, every kind of column, whatever happens between two pages."""

from __future__ import annotations

import asyncio
import os
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from sqlalchemy import Enum, Numeric, func, select, true
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import DeclarativeBase, Mapped, aliased, mapped_column

from framework.runtime.database import UtcDateTime, create_engine
from framework.runtime.pages import CursorQuery, OffsetQuery, seek, skip
from framework.runtime.pages.cursors import Cursors
from framework.runtime.problems import InvalidCursor

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence
    from pathlib import Path

pytestmark = [pytest.mark.anyio, pytest.mark.filterwarnings("ignore:Dialect sqlite.*Decimal")]
POSTGRES = os.environ.get("TEST_DATABASE_URL", "postgresql://postgres@127.0.0.1:5432/test")
ROWS = 14
OWN = f"test_things_{os.getpid()}"  # tests of several processes share the database


class Base(DeclarativeBase):
    """The tables of these tests."""


class Size(StrEnum):
    """A text in Python and in the database."""

    SMALL = "s"
    LARGE = "l"


class Thing(Base):
    """A column of each kind that has an order; few values, so that many rows are alike."""

    __tablename__ = OWN

    id: Mapped[int] = mapped_column(primary_key=True)
    part: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]
    whole: Mapped[int]
    real: Mapped[float]
    exact: Mapped[Decimal] = mapped_column(Numeric(10, 2))
    flag: Mapped[bool]
    moment: Mapped[datetime] = mapped_column(UtcDateTime)
    day: Mapped[date]
    clock: Mapped[time]
    key: Mapped[UUID]
    size: Mapped[Size] = mapped_column(Enum(Size, native_enum=False, length=8))
    maybe: Mapped[int | None]


def thing(number: int) -> Thing:
    """Return one of them."""
    few = number % 3
    return Thing(
        id=number // 2,
        part=number % 2,
        text=("a", "A", "é'\"")[few],
        whole=few - 1,
        real=few / 3,
        exact=Decimal(few) / 4,
        flag=bool(few % 2),
        moment=datetime(2026, 1, 1, tzinfo=UTC) + timedelta(microseconds=few),
        day=date(2026, 1, 1 + few),
        clock=time(1, 2, few),
        key=UUID(int=few),
        size=(Size.SMALL, Size.LARGE)[few % 2],
        maybe=None if few else number,
    )


@pytest.fixture(params=["sqlite", "postgresql"])
async def session(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[AsyncSession]:
    """Give a session on each database, with rows."""
    url = f"sqlite:///{tmp_path}/things.db" if request.param == "sqlite" else POSTGRES
    engine = create_engine(url, service="test")
    try:
        async with asyncio.timeout(5), engine.begin() as connection:
            await connection.run_sync(Base.metadata.drop_all)
            await connection.run_sync(Base.metadata.create_all)
    except OSError:
        pytest.skip("no PostgreSQL here")
    async with AsyncSession(engine) as session:
        session.add_all(thing(number) for number in range(ROWS))
        await session.commit()
        yield session
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.drop_all)
    await engine.dispose()


async def walk(session: AsyncSession, limit: int, *order: Any) -> list[tuple[int, int]]:  # noqa: ANN401 - columns
    """Return the keys of the things on all pages; each position travels as a cursor."""
    cursors = Cursors()
    found: list[tuple[int, int]] = []
    page = CursorQuery(limit)
    for _ in range(ROWS + 1):
        things = await seek(session, select(Thing), page, *order)
        found += [(each.id, each.part) for each in things.items]
        if things.end is None:
            return found
        position = cursors.read("test", cursors.write("test", things.end))
        page = CursorQuery(limit, position)
    pytest.fail("the walk does not end")


async def sorted_by(session: AsyncSession, *order: Any) -> list[tuple[int, int]]:  # noqa: ANN401 - likewise
    """Return the keys of all things in an order, by one query."""
    things = await session.scalars(select(Thing).order_by(*order, Thing.id, Thing.part))
    return [(each.id, each.part) for each in things]


COLUMNS = ("text", "whole", "real", "exact", "flag", "moment", "day", "clock", "key", "size")


@pytest.mark.parametrize("name", COLUMNS)
async def test_columns_of_every_kind_order_pages(session: AsyncSession, name: str) -> None:
    """Up and down; what is alike is told apart by the primary key."""
    column = getattr(Thing, name)
    for order in (column, column.asc(), column.desc()):
        assert await walk(session, 5, order) == await sorted_by(session, order)


@pytest.mark.parametrize(
    "order",
    [
        (),
        (Thing.id,),
        (Thing.part, Thing.id),
        (Thing.whole.desc(), Thing.text),
        (Thing.whole, Thing.text.desc(), Thing.flag),
        (Thing.whole.desc(), Thing.id.desc(), Thing.part.desc()),
        (func.lower(Thing.text), Thing.whole.desc()),
        (func.coalesce(Thing.maybe, -1).desc(),),
    ],
)
async def test_orders_of_every_shape(session: AsyncSession, order: Sequence[Any]) -> None:
    """One direction or several, expressions, parts of the primary key or all of it."""
    for limit in (1, 5, ROWS, ROWS + 1):
        assert await walk(session, limit, *order) == await sorted_by(session, *order)


async def test_an_order_of_the_query_gives_way(session: AsyncSession) -> None:
    """`seek` sorts, whatever the query said; its conditions stay."""
    query = select(Thing).where(Thing.whole == 0).order_by(Thing.id.desc())
    found = await seek(session, query, CursorQuery(3), Thing.whole)

    assert [(each.id, each.part) for each in found.items] == [(0, 1), (2, 0), (3, 1)]


async def test_columns_and_aliases_are_rows_like_any_other(session: AsyncSession) -> None:
    """The primary key of what they belong to is added all the same."""
    column = await seek(session, select(Thing.text), CursorQuery(1), Thing.whole)
    other = aliased(Thing)
    alias = await seek(session, select(other), CursorQuery(2), other.whole.desc())
    assert alias.end
    behind = await seek(session, select(other), CursorQuery(2, alias.end), other.whole.desc())

    assert column.items == ["a"]
    assert [(e.id, e.part) for e in (*alias.items, *behind.items)] == [
        (1, 0),
        (2, 1),
        (4, 0),
        (5, 1),
    ]


async def test_deleted_and_inserted_rows_move_no_other(session: AsyncSession) -> None:
    """Not even when the row at the position itself is gone."""
    order = (Thing.id, Thing.part)
    first = await seek(session, select(Thing), CursorQuery(4), *order)
    assert first.end
    for each in first.items:
        await session.delete(each)
    session.add(Thing(**{**vars_of(thing(0)), "id": -1}))
    await session.flush()
    second = await seek(session, select(Thing), CursorQuery(4, first.end), *order)

    assert [(e.id, e.part) for e in second.items] == [(2, 0), (2, 1), (3, 0), (3, 1)]


def vars_of(one: Thing) -> dict[str, object]:
    """Return the columns of a thing."""
    return {column.key: getattr(one, column.key) for column in Thing.__table__.columns}


async def test_what_may_be_null_orders_nothing(session: AsyncSession) -> None:
    """NULL has no place: it is refused before it could lose rows, with what to do."""
    with pytest.raises(TypeError, match=r"may be NULL.*coalesce"):
        await seek(session, select(Thing), CursorQuery(1), Thing.maybe)
    with pytest.raises(TypeError, match="never NULL"):
        await seek(session, select(Thing), CursorQuery(1), Thing.whole.desc().nulls_last())
    with pytest.raises(TypeError, match="name the columns"):
        await seek(session, select(Thing.__table__.c.text), CursorQuery(1))


async def test_a_position_belongs_to_its_order(session: AsyncSession) -> None:
    """Of another column, another direction, or of none at all, it is no longer good."""
    page = await seek(session, select(Thing), CursorQuery(1), Thing.whole)
    assert page.end
    orders: list[tuple[Any, ...]] = [(Thing.text,), (Thing.whole.desc(),), ()]
    for order in (*orders, (Thing.whole, Thing.text)):
        with pytest.raises(InvalidCursor):
            await seek(session, select(Thing), CursorQuery(1, page.end), *order)
    for position in [(), ("x",), page.end[:-1]]:
        with pytest.raises(InvalidCursor):
            await seek(session, select(Thing), CursorQuery(1, position), Thing.whole)


async def test_skipping_counts_what_the_query_finds(session: AsyncSession) -> None:
    """The total is that of all pages; beyond the last one there is nothing."""
    query = select(Thing).where(Thing.whole == 0).order_by(Thing.id, Thing.part)
    page = await skip(session, query, OffsetQuery(2, 1))
    beyond = await skip(session, query, OffsetQuery(2, 2**31 - 1))
    none = await skip(session, query.where(~true()), OffsetQuery(2))

    assert ([(e.id, e.part) for e in page.items], page.total) == ([(2, 0), (3, 1)], 5)
    assert (beyond.items, beyond.total) == ([], 5)
    assert (none.items, none.total) == ([], 0)
