"""What outlives its request - a stream, a WebSocket - has instead of one unit of work."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from framework.runtime.unit_of_work import UndeclaredEventError, UnitOfWork

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

    from framework.runtime.events.event import Event, M


class Apart(UnitOfWork):
    """Refuses the session and the publisher of the request, when they are used.

    A transaction that is open for as long as somebody listens holds a connection and old rows; one
    that ended before the first message would lose what comes after it. What is stored goes through
    `sessions`, a transaction for each piece of work.
    """

    def __init__(self, engine: AsyncEngine | None) -> None:
        """Open sessions on `engine`."""
        super().__init__(engine, None)

    def session(self) -> AsyncSession:
        """Return a session that says where to get another one as soon as it is used."""
        refused = super().session()
        event.listen(refused.sync_session, "after_transaction_create", _refuse)
        return refused

    async def publish(self, event: Event[M], message: M) -> None:  # noqa: ARG002 - none is taken
        """Raise UndeclaredEventError: nothing commits that an event could wait for."""
        text = f"event `{event.name}` cannot leave: streams and WebSockets publish nothing"
        raise UndeclaredEventError(text)


def sessions_of(engine: AsyncEngine | None) -> async_sessionmaker[AsyncSession]:
    """Return what opens sessions on `engine`; raise RuntimeError if there is no database."""
    if engine is None:
        message = "a controller asks for sessions: list `database` under `access` in services.yml"
        raise RuntimeError(message)
    return async_sessionmaker(engine, expire_on_commit=False)


def _refuse(*_: object) -> NoReturn:
    message = (
        "a stream or a WebSocket has no session of its request: ask for `Sessions`, and open one "
        "for each piece of work, `async with self._sessions.begin() as session`"
    )
    raise RuntimeError(message)
