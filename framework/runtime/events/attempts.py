"""Attempt one message, and tell the source what came of it: done, again later, or given up."""

from __future__ import annotations

import asyncio
import random
import time
from typing import TYPE_CHECKING, TypeVar

import structlog

from framework.runtime.events.errors import (
    BrokerUnreachableError,
    CrashedError,
    InvalidMessageError,
)
from framework.runtime.events.letters import letter
from framework.runtime.events.policy import Again, verdict

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from framework.runtime.events.consuming import Consuming, Told
    from framework.runtime.events.policy import RetryPolicy
    from framework.runtime.events.port import Delivery, Source

T = TypeVar("T")
LONGEST_PAUSE = 2.0  # seconds between two attempts to tell a broker that is away

log = structlog.stdlib.get_logger(__name__)


class Attempts:
    """Attempts the messages of one source; `consuming` are the ids of those under way."""

    def __init__(
        self, source: Source, consume: Consuming, policy: RetryPolicy, member: tuple[str, str]
    ) -> None:
        """Let `consume` take what `source` gives; `member` is a group and who reads for it."""
        self._source = source
        self._consume = consume
        self._policy = policy
        self._member = member
        self.consuming: set[bytes] = set()

    async def __call__(self, delivery: Delivery, more: Callable[[], bool]) -> Delivery | None:
        """Return the message that waited for this one, if one did and `more` are wanted.

        Raises nothing but CancelledError: of a message that was cancelled nothing is told.
        """
        told = self._consume.told(delivery)
        if delivery.crashes >= self._policy.attempts:
            error = CrashedError(f"{delivery.crashes} attempts ended without an outcome")
            return await self._give_up(delivery, told, error, delivery.failures, more)
        failure = await self._failure(delivery, told)
        if failure is not None:
            return await self._failed(delivery, told, failure, more)
        return await surely(lambda: self._source.ack(delivery, more=more()))

    async def _failure(self, delivery: Delivery, told: Told) -> BaseException | None:
        """Consume the message; return what its consumer raised."""
        self.consuming.add(delivery.id)
        try:
            await self._consume(delivery, told)
        except (Exception, SystemExit, asyncio.CancelledError) as error:
            # A cancellation of the consumer's own making is a failure; what it makes of one of
            # ours is not.
            if _is_cancelled():
                raise asyncio.CancelledError from error
            return error
        finally:
            self.consuming.discard(delivery.id)
        return None

    async def _failed(
        self, delivery: Delivery, told: Told, error: BaseException, more: Callable[[], bool]
    ) -> Delivery | None:
        found = verdict(self._policy, delivery.failures, error, random.random())  # noqa: S311 - spread, no secret
        if not isinstance(found, Again):
            return await self._give_up(delivery, told, error, found.failures, more)
        log.warning(
            "consumer failed, message is attempted again",
            failures=found.failures,
            pause=round(found.pause, 3),
            exc_info=error,
            **_who(delivery, told),
        )
        first = delivery.first_failed or int(time.time() * 1000)
        await surely(lambda: self._source.retry(delivery, found.pause, found.failures, first))
        return None

    async def _give_up(
        self,
        delivery: Delivery,
        told: Told,
        error: BaseException,
        failures: int,
        more: Callable[[], bool],
    ) -> Delivery | None:
        kept = self._policy.dead_letter
        fields = letter(delivery, told, error, (*self._member, failures)) if kept else ()
        following = await surely(lambda: self._source.bury(delivery, fields, more=more()))
        who = _who(delivery, told)
        outcome = "kept as a dead letter" if kept else "dropped"
        if isinstance(error, InvalidMessageError):
            # Where our code noticed it helps nobody.
            log.error("message is invalid", outcome=outcome, reason=str(error), **who)
        else:
            log.error("message is given up", outcome=outcome, exc_info=error, **who)
        return following


async def surely(tell: Callable[[], Awaitable[T]]) -> T:
    """Repeat `tell` until the broker has heard it; a cancellation ends that."""
    pause = 0.05
    while True:
        try:
            return await tell()
        except BrokerUnreachableError as error:
            log.warning("the broker is away", reason=str(error))
        await asyncio.sleep(pause * random.uniform(0.5, 1))  # noqa: S311 - spread, no secret
        pause = min(LONGEST_PAUSE, pause * 2)


def _is_cancelled() -> bool:
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0


def _who(delivery: Delivery, told: Told) -> dict[str, str]:
    return {
        "event_name": delivery.stream,
        "message_id": told.message_id,
        "correlation_id": told.correlation_id,
        "stream_id": delivery.id.decode(),
    }
