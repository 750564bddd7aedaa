"""Which page a request asks for, and a page as it travels."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from fastapi import Depends, Query, Request
from pydantic import Field

from framework import wire
from framework.runtime.pages import CursorQuery, OffsetQuery
from framework.runtime.resources import resources_of
from framework.runtime.types import CursorText, Int32

if TYPE_CHECKING:
    from collections.abc import Callable

    from framework.runtime.pages import CursorPage, OffsetPage, Position

P = TypeVar("P")
Limit = Annotated[Int32, Field(ge=1, le=wire.PAGE_LIMIT_MAX), Query()]
Offset = Annotated[Int32, Field(ge=0), Query()]


@dataclass(frozen=True)
class CursorRequest(CursorQuery):
    """What is asked for by cursor; `cursor_of` writes where the next page begins."""

    cursor_of: Callable[[Position], str] = field(kw_only=True)

    def answer(self, kind: Callable[..., P], found: CursorPage[Any]) -> P:
        """Return the page as a `kind`."""
        end = None if found.end is None else self.cursor_of(found.end)
        return kind(items=found.items, next_cursor=end)


class OffsetRequest(OffsetQuery):
    """What is asked for by offset."""

    def answer(self, kind: Callable[..., P], found: OffsetPage[Any]) -> P:
        """Return the page as a `kind`."""
        return kind(items=found.items, total=found.total)


def cursor_request(operation: str) -> Any:  # noqa: ANN401 - FastAPI's marker
    """Give the dependency that is the page asked for; `operation` takes its own cursors only."""

    async def read(
        request: Request,
        limit: Limit = wire.PAGE_LIMIT,
        cursor: Annotated[CursorText | None, Query()] = None,
    ) -> CursorRequest:
        cursors = resources_of(request).cursors
        position = None if cursor is None else cursors.read(operation, cursor)
        return CursorRequest(limit, position, cursor_of=partial(cursors.write, operation))

    return Depends(read)


def offset_request() -> Any:  # noqa: ANN401 - likewise
    """Give the dependency that is the page asked for."""

    async def read(limit: Limit = wire.PAGE_LIMIT, offset: Offset = 0) -> OffsetRequest:
        return OffsetRequest(limit, offset)

    return Depends(read)
