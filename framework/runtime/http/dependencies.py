"""What a controller may ask for: the session and the publisher of its request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeVar

from fastapi import Depends, Request
from sqlalchemy.ext.asyncio import AsyncSession

from framework.runtime.http.route import unit_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from framework.runtime.ports import Sink

P = TypeVar("P")


async def session(request: Request) -> AsyncSession:
    """Return the session of the request: it commits before the response leaves."""
    return unit_of(request).session()


def publisher(kind: Callable[[Sink], P]) -> Callable[[Request], Awaitable[P]]:
    """Give the dependency that is a `kind` of publisher: its events leave after the commit."""

    async def provide(request: Request) -> P:
        return kind(unit_of(request))

    return provide


Session = Annotated[AsyncSession, Depends(session)]
"""The database session of the request: committed before the response leaves."""
