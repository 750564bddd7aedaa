"""What a controller may ask for: the session and the publisher of its request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeVar

from fastapi import Depends, Request
from fastapi.requests import HTTPConnection  # noqa: TC002 - FastAPI reads annotations
from sqlalchemy.ext.asyncio import AsyncSession

from framework.runtime.clients import Client
from framework.runtime.http.route import unit_of
from framework.runtime.resources import resources_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from framework.runtime.ports import Sink

P = TypeVar("P")
C = TypeVar("C", bound=Client)


async def session(request: Request) -> AsyncSession:
    """Return the session of the request: it commits before the response leaves."""
    return unit_of(request).session()


def publisher(kind: Callable[[Sink], P]) -> Callable[[Request], Awaitable[P]]:
    """Give the dependency that is a `kind` of publisher: its events leave after the commit."""

    async def provide(request: Request) -> P:
        return kind(unit_of(request))

    return provide


def client(kind: type[C]) -> Callable[[HTTPConnection], Awaitable[C]]:
    """Give the dependency that is a `kind` of client, which the service consumes."""

    async def provide(connection: HTTPConnection) -> C:
        return resources_of(connection).clients.of(kind)

    return provide


Session = Annotated[AsyncSession, Depends(session)]
"""The database session of the request: committed before the response leaves."""
