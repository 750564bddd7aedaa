"""Find a page in a database: by seeking a position in an order, or by skipping rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import func, select

from framework.runtime.pages.answered import CursorPage, OffsetPage, cut
from framework.runtime.pages.order import Order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnExpressionArgument, Row, Select
    from sqlalchemy.ext.asyncio import AsyncSession

    from framework.runtime.pages.asked import CursorQuery, OffsetQuery

R = TypeVar("R")


async def seek(
    session: AsyncSession,
    query: Select[R],
    page: CursorQuery,
    *order: ColumnExpressionArgument[Any],
) -> CursorPage[R]:
    """Return the page of `query` behind the position of `page`, by `order`.

        page = await seek(self._session, select(User), page, User.created_at.desc(), User.id)

    The columns are never NULL, each ascending or `desc()`. What is inserted or deleted meanwhile
    moves no other row to another page. The primary key of a mapped class is added behind `order`,
    so that no two rows stand in one place; elsewhere the columns have to see to that. Raises
    InvalidCursor for a position in another order, TypeError for columns that do not fit.
    """
    ordered = Order.of(query, order)
    found = query.order_by(None).order_by(*ordered.clauses).add_columns(*ordered.keys)
    if page.position is not None:
        found = found.where(ordered.behind(page.position))
    rows: Sequence[Row[Any]] = (await session.execute(found.limit(page.limit + 1))).all()
    return cut(rows, page, lambda row: ordered.position(row[1:])).map(_first)


async def skip(session: AsyncSession, query: Select[R], page: OffsetQuery) -> OffsetPage[R]:
    """Return the page of `query`, which has an order, that `page` asks for, and count all rows.

    page = await skip(self._session, select(User).order_by(User.id), page)
    """
    rows = await session.scalars(query.limit(page.limit).offset(page.offset))
    every = select(func.count()).select_from(query.order_by(None).subquery())
    return OffsetPage(list(rows), await session.scalar(every) or 0)


def _first(row: Row[Any]) -> Any:  # noqa: ANN401 - what the query selects
    return row[0]
