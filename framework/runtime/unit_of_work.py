"""One request, one transaction: committed before the answer leaves; events leave after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from types import TracebackType
    from typing import Self

    from sqlalchemy.ext.asyncio import AsyncEngine

    from framework.runtime.events.event import Event, M
    from framework.runtime.ports import Sink

log = structlog.stdlib.get_logger(__name__)
UNIT = "framework.unit_of_work"  # where a request holds its own


class UndeclaredEventError(RuntimeError):
    """An operation publishes what its spec does not list under `emits`."""


class UnitOfWork:
    """A session that opens when it is asked for, and messages held back until the commit.

    As a context manager it commits when the body ends and rolls back when the body raises;
    `release` then publishes. A message that cannot be published after the commit is logged and
    lost: the work is done and the answer stands.
    """

    def __init__(
        self, engine: AsyncEngine | None, sink: Sink | None, emits: frozenset[str] = frozenset()
    ) -> None:
        """Work on `engine`, and let the events named in `emits` go to `sink`."""
        self._engine = engine
        self._sink = sink
        self._emits = emits
        self._session: AsyncSession | None = None
        self._held: list[tuple[str, Callable[[], Awaitable[None]]]] = []

    async def __aenter__(self) -> Self:
        """Begin; nothing is opened yet."""
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Commit if nothing was raised; closing rolls back what is not committed."""
        if self._session is None:
            return
        async with self._session as session:
            if error is None:
                await session.commit()

    def session(self) -> AsyncSession:
        """Return the session of this unit; raise RuntimeError if the service has no database."""
        if self._engine is None:
            message = (
                "a controller asks for a session: list `database` under `access` in services.yml"
            )
            raise RuntimeError(message)
        if self._session is None:
            self._session = AsyncSession(self._engine, expire_on_commit=False)
        return self._session

    async def publish(self, event: Event[M], message: M) -> None:
        """Hold `message` back until the commit.

        Raises UndeclaredEventError if the operation does not list the event, RuntimeError if the
        service has no broker.
        """
        if event.name not in self._emits:
            text = f"undeclared event `{event.name}`: list it under `emits` of the operation"
            raise UndeclaredEventError(text)
        sink = self._sink
        if sink is None:
            text = (
                f"event `{event.name}` has no way out: list `broker` under `access` in services.yml"
            )
            raise RuntimeError(text)
        self._held.append((event.name, lambda: sink.publish(event, message)))

    async def release(self) -> None:
        """Publish what was held back, in order."""
        for name, publish in self._held:
            try:
                await publish()
            except Exception:
                log.exception("event is lost: publishing failed after the commit", lost=name)
