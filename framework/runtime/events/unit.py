"""What consuming one message does: a database session, and events that leave after its commit."""

from __future__ import annotations

from contextlib import AsyncExitStack, asynccontextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, TypeVar

from faststream import Depends
from sqlalchemy.ext.asyncio import AsyncSession

from framework.runtime.clients import Client
from framework.runtime.events.event import Event, M, Publisher

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable

    from sqlalchemy.ext.asyncio import AsyncEngine

    from framework.runtime.clients import Clients
    from framework.runtime.ports import Sink

P = TypeVar("P", bound=Publisher)
C = TypeVar("C", bound=Client)


@dataclass(frozen=True, slots=True)
class Supplies:
    """What the consumers of a service may ask for: sessions of its database, its clients."""

    engine: AsyncEngine | None
    clients: Clients


class Unit:
    """A unit of work: opens a session when asked for one, holds back what is published."""

    def __init__(self, sink: Sink, supplies: Supplies, stack: AsyncExitStack) -> None:
        """Publish to `sink` after the commit; `stack` closes what this opens."""
        self._sink = sink
        self._supplies = supplies
        self._stack = stack
        self._session: AsyncSession | None = None
        self._held: list[Callable[[], Awaitable[None]]] = []

    async def session(self) -> AsyncSession:
        """Give the session of this unit; the first call opens it."""
        if self._supplies.engine is None:
            message = "a consumer asks for a session, but its service has no database"
            raise RuntimeError(message)
        if self._session is None:
            session = AsyncSession(self._supplies.engine, expire_on_commit=False)
            self._session = await self._stack.enter_async_context(session)
        return self._session

    def client(self, kind: type[C]) -> C:
        """Give the client of this kind; raise RuntimeError if the service consumes none of it."""
        return self._supplies.clients.of(kind)

    async def publish(self, event: Event[M], message: M) -> None:
        """Hold `message` back until the commit."""
        self._held.append(lambda: self._sink.publish(event, message))

    async def commit(self) -> None:
        """Commit the session, then publish what was held back, in order."""
        if self._session is not None:
            await _commit(self._session)
        for send in self._held:
            await send()


@asynccontextmanager
async def unit_of_work(sink: Sink, supplies: Supplies) -> AsyncGenerator[None]:
    """Make the body one unit: committed when it ends, rolled back when it raises."""
    async with AsyncExitStack() as stack:
        unit = Unit(sink, supplies, stack)
        token = _current.set(unit)
        try:
            yield
            await unit.commit()
        finally:
            _current.reset(token)


def publisher(kind: Callable[[Sink], P]) -> Callable[[], P]:
    """Give the dependency that is a `kind` of publisher: its events leave after the commit."""

    def provide() -> P:
        return kind(_current.get())

    return provide


def client(kind: type[C]) -> Callable[[], C]:
    """Give the dependency that is a `kind` of client, which the service consumes."""

    def provide() -> C:
        return _current.get().client(kind)

    return provide


async def _commit(session: AsyncSession) -> None:
    try:
        await session.commit()
    except BaseException:
        # Without it a refused COMMIT goes back to the pool inside its transaction, and the next
        # message on that connection commits, or fails with, what this one left.
        await session.rollback()
        raise


async def _session() -> AsyncSession:
    return await _current.get().session()


_current: ContextVar[Unit] = ContextVar("unit")

Session = Annotated[AsyncSession, Depends(_session)]
"""The database session of the message in hand: committed before the message is acknowledged."""
