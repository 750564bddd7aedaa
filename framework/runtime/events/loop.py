"""Bring the messages of one source to one consumer, several at a time.

A message in hand is held by a lease: who dies loses it to another process, who is slow does not.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

import structlog

from framework.runtime.events.errors import BrokerUnreachableError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from framework.runtime.events.attempts import Attempts
    from framework.runtime.events.port import Delivery, Source

LONGEST_PAUSE = 5.0  # seconds between two attempts to reach a broker that is away

log = structlog.stdlib.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Pace:
    """How many messages of an event are in hand at once, and for how many seconds each is ours.

    An idle read waits for `block` seconds: the longest that an idle stop takes.
    """

    concurrency: int = 10
    lease: float = 30.0
    block: float = 0.25


class Loop:
    """Takes messages while there is room, and keeps those in hand from being taken by others."""

    def __init__(self, source: Source, attempt: Attempts, pace: Pace, name: str) -> None:
        """Give each message of `source` to `attempt`; `name` is for logs."""
        self._source = source
        self._attempt = attempt
        self._pace = pace
        self._name = name
        self._held: dict[bytes, asyncio.Task[None]] = {}
        self._lost: set[bytes] = set()
        self._room = asyncio.Event()
        self._stopping = asyncio.Event()
        self._rested = 0.0

    async def run(self) -> None:
        """Read until stopped, then finish what is in hand; outages of the broker are waited out.

        What is in hand when this is cancelled is given back to the group at once.
        """
        beat = asyncio.create_task(self._beat())
        try:
            while not self._stopping.is_set():
                await self._turn()
            if self._held:
                await asyncio.wait([*self._held.values()])
        finally:
            await _ended([beat, *self._held.values()])

    def stop(self) -> None:
        """Read no further; `run` returns when the messages in hand are finished."""
        self._stopping.set()
        self._room.set()

    async def leave(self) -> None:
        """Take this process off the group's list."""
        await self._source.leave()

    async def _turn(self) -> None:
        try:
            await self._read()
        except BrokerUnreachableError as error:
            log.warning("the broker is away", reason=str(error), source=self._name)
            await self._rest()
        except Exception:  # a loop that ends is a service that is deaf
            log.exception("reading failed", source=self._name)
            await self._rest()
        else:
            self._rested = 0.0

    async def _read(self) -> None:
        room = self._pace.concurrency - len(self._held)
        if room <= 0:
            self._room.clear()
            await self._room.wait()
            return
        taken = await self._source.take(room, [*self._held])
        for delivery in taken.deliveries:
            self._held[delivery.id] = asyncio.create_task(self._work(delivery))
        if taken.pause:
            await self._source.wait(min(self._pace.block, taken.pause))

    async def _work(self, delivery: Delivery) -> None:
        """Attempt a message, then those that waited for it, one after the other."""
        task = self._held[delivery.id]
        following: Delivery | None = delivery
        while following is not None:
            delivery = following
            self._held[delivery.id] = task
            try:
                following = await self._attempt(delivery, lambda: not self._stopping.is_set())
            except asyncio.CancelledError:
                await self._give_back(delivery)
                raise
            except Exception:  # ours: the message stays pending, and its lease runs out
                log.exception("delivery failed", source=self._name, stream_id=delivery.id.decode())
                return
            finally:
                self._held.pop(delivery.id, None)
                self._lost.discard(delivery.id)
                self._room.set()

    async def _give_back(self, delivery: Delivery) -> None:
        """Let another process have the message at once; it neither failed nor crashed."""
        if delivery.id in self._lost:
            return
        stream_id = delivery.id.decode()
        log.warning("message is cancelled, given back", source=self._name, stream_id=stream_id)
        with suppress(BrokerUnreachableError):
            await self._source.retry(delivery, 0, delivery.failures, delivery.first_failed)

    async def _beat(self) -> None:
        """Say that this process lives; cancel what others have taken because it did not."""
        while True:
            await asyncio.sleep(self._pace.lease / 4)
            try:
                held = [*self._held]
                for id_ in await self._source.hold(held) if held else ():
                    # What is consumed already is being acknowledged, and not pending therefore.
                    if id_ in self._attempt.consuming and id_ not in self._lost:
                        self._lost.add(id_)
                        log.warning("lease lost", source=self._name, stream_id=id_.decode())
                        self._held[id_].cancel()
                await self._source.tend()
            except BrokerUnreachableError as error:
                log.warning("the broker is away", reason=str(error), source=self._name)
            except Exception:  # without it every lease would run out
                log.exception("renewing leases failed", source=self._name)

    async def _rest(self) -> None:
        """Pause, longer each time in a row; a stop ends the pause."""
        self._rested = min(LONGEST_PAUSE, self._rested * 2 or 0.1)
        with suppress(TimeoutError):
            async with asyncio.timeout(self._rested):
                await self._stopping.wait()


async def _ended(tasks: Iterable[asyncio.Task[None]]) -> None:
    """Cancel tasks until they end: before Python 3.12 redis-py may swallow a cancellation."""
    left = {task for task in tasks if not task.done()}
    while left:
        for task in left:
            task.cancel()
        _, left = await asyncio.wait(left, timeout=1)
