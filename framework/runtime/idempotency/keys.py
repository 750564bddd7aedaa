"""Claim a key, keep the answer, find it again: all within the transaction of the work itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import structlog
from sqlalchemy import delete, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import SQLAlchemyError

from framework.runtime.idempotency.table import KEYS
from framework.runtime.problems import IdempotencyKeyReused
from framework.runtime.tables import create_tables

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Row
    from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

log = structlog.stdlib.get_logger(__name__)

MOST_BYTES = 1024 * 1024
_SWEPT = 16  # expired answers that are deleted when one is kept: more than come in
_ATTEMPTS = 5
_INSERTS = {"postgresql": postgresql.insert, "sqlite": sqlite.insert}


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered when the work was done."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Claim:
    """Work that is to be done once: `request` is a digest of what was asked for."""

    operation: str
    subject: str
    key: str
    request: str

    @property
    def id(self) -> str:
        """What nobody else has: another operation, caller or key gives another one."""
        parts = (self.operation, self.subject, self.key)
        return sha256(b"".join(b"%d:%b" % (len(p), p) for p in map(str.encode, parts))).hexdigest()


class Keys:
    """The keys of a service; their answers are kept for `window`."""

    def __init__(self, engine: AsyncEngine, window: timedelta) -> None:
        """Keep them in the database of `engine`, whose table `prepare` makes."""
        self._engine = engine
        self._window = window
        self._insert: Any = _INSERTS[engine.dialect.name]
        self._prepared = False

    async def prepare(self) -> None:
        """Make the table if it is missing; a database that is away is asked again when needed."""
        try:
            await self._create()
        except (OSError, SQLAlchemyError) as error:
            log.warning(
                "no table for idempotency keys yet: it is made when the database lets the service",
                table=KEYS.name,
                reason=type(error).__name__,
            )

    async def claim(self, session: AsyncSession, claim: Claim) -> Answer | None:
        """Return None if the work is to be done now, and the answer if it has been done.

        A claim of the same key that is not committed yet is waited for. Raises
        IdempotencyKeyReused if the key stands for another request.
        """
        if not self._prepared:
            await self._create()
        for _ in range(_ATTEMPTS):
            if await self._inserted(session, claim):
                return None
            # A new statement sees what the transaction that was waited for has committed.
            found = (await session.execute(select(KEYS).where(KEYS.c.id == claim.id))).first()
            if found is None:
                continue
            if found.expires_at > _now():
                return _answer(found, claim)
            same = KEYS.c.expires_at == found.expires_at
            await session.execute(delete(KEYS).where(KEYS.c.id == claim.id, same))
        message = f"an idempotency key of `{claim.operation}` cannot be claimed"
        raise RuntimeError(message)

    async def keep(self, session: AsyncSession, claim: Claim, answer: Answer) -> None:
        """Keep the answer until the window ends; it is committed with the work."""
        if len(answer.body) > MOST_BYTES:
            message = (
                f"`{claim.operation}` answers {len(answer.body)} bytes: under an idempotency key "
                f"no more than {MOST_BYTES} can be kept"
            )
            raise RuntimeError(message)
        values = {
            "status": answer.status,
            "headers": dict(answer.headers),
            "body": answer.body,
            "expires_at": _now() + self._window,
        }
        kept = update(KEYS).where(KEYS.c.id == claim.id).values(values).returning(KEYS.c.id)
        if (await session.execute(kept)).first() is None:
            # The controller has rolled back what was done before it began anew, the claim too.
            await self._inserted(session, claim, **values)
        await self._sweep(session)

    async def _create(self) -> None:
        async with self._engine.begin() as connection:
            await connection.run_sync(create_tables, [KEYS])
        self._prepared = True

    async def _inserted(self, session: AsyncSession, claim: Claim, **values: object) -> bool:
        row = {
            "id": claim.id,
            "operation": claim.operation,
            "request": claim.request,
            "expires_at": _now() + self._window,
            **values,
        }
        statement = self._insert(KEYS).values(row).on_conflict_do_nothing(index_elements=["id"])
        return (await session.execute(statement.returning(KEYS.c.id))).first() is not None

    async def _sweep(self, session: AsyncSession) -> None:
        """Delete some of what has expired, and wait for nobody who does the same."""
        old = select(KEYS.c.id).where(KEYS.c.expires_at <= _now()).order_by(KEYS.c.expires_at)
        some = old.limit(_SWEPT).with_for_update(skip_locked=True)
        await session.execute(delete(KEYS).where(KEYS.c.id.in_(some)))


def _answer(found: Row[Any], claim: Claim) -> Answer:
    if found.request != claim.request:
        raise IdempotencyKeyReused
    if found.status is None:
        message = (
            f"`{claim.operation}` has committed its session by itself and failed afterwards: what "
            "it did under this idempotency key is not known, and not done again"
        )
        raise RuntimeError(message)
    return Answer(found.status, found.headers, found.body)


def _now() -> datetime:
    return datetime.now(UTC)
