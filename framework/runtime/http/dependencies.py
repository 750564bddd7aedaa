"""What a controller may ask for: the session and the publisher of its request, or more sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeVar

from fastapi import Depends
from fastapi.requests import HTTPConnection  # noqa: TC002 - FastAPI reads annotations
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from framework.runtime.apart import sessions_of
from framework.runtime.clients import Client
from framework.runtime.http.route import engine_of, unit_of
from framework.runtime.resources import resources_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from framework.runtime.ports import Sink

P = TypeVar("P")
C = TypeVar("C", bound=Client)


async def session(connection: HTTPConnection) -> AsyncSession:
    """Return the session of the request: it commits before the response leaves."""
    return unit_of(connection).session()


async def sessions(connection: HTTPConnection) -> async_sessionmaker[AsyncSession]:
    """Return what opens sessions that are nobody's but the controller's."""
    return sessions_of(engine_of(connection))


def publisher(kind: Callable[[Sink], P]) -> Callable[[HTTPConnection], Awaitable[P]]:
    """Give the dependency that is a `kind` of publisher: its events leave after the commit."""

    async def provide(connection: HTTPConnection) -> P:
        return kind(unit_of(connection))

    return provide


def client(kind: type[C]) -> Callable[[HTTPConnection], Awaitable[C]]:
    """Give the dependency that is a `kind` of client, which the service consumes."""

    async def provide(connection: HTTPConnection) -> C:
        return resources_of(connection).clients.of(kind)

    return provide


Session = Annotated[AsyncSession, Depends(session)]
"""The database session of the request: committed before the response leaves."""

Sessions = Annotated[async_sessionmaker[AsyncSession], Depends(sessions)]
"""Opens sessions for what outlives its request: each `async with sessions.begin() as session` is a
transaction, committed when its block ends."""
