"""Read one stream of Redis for one consumer group, and acknowledge what was consumed.

Delivery guarantees stand on this seam: a consumer says whether a message is done; one that is not
stays in the group's list of pending messages, where nothing is lost.
"""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import structlog
from redis.exceptions import RedisError, ResponseError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from redis.asyncio import Redis

BLOCK_MS = 250  # how long an idle read waits: the longest that an idle stop takes
FAKE_BLOCK = 0.02  # seconds to wait instead where BLOCK is ignored, as the fake in memory does
LONGEST_PAUSE = 5.0  # seconds between two attempts to reach a broker that is away

log = structlog.stdlib.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Place:
    """Who reads what: the stream, the group, and this process's name within the group."""

    stream: str
    group: str
    consumer: str


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message as it stands in its stream."""

    stream: str
    id: bytes
    fields: Mapping[bytes, bytes]


class Reader:
    """Reads a stream, one message at a time, in order."""

    def __init__(
        self, client: Redis, place: Place, consume: Callable[[Delivery], Awaitable[bool]]
    ) -> None:
        """Give each message to `consume`, which returns whether it is done and never raises."""
        self._client = client
        self._place = place
        self._consume = consume
        self._stopping = asyncio.Event()
        self._joined = False
        self._pause = 0.0

    async def run(self) -> None:
        """Read until stopped; outages of the broker are waited out."""
        while not self._stopping.is_set():
            try:
                await self._turn()
            except (RedisError, OSError) as error:
                self._tell(error)
                await self._rest()
            except Exception:  # a reader that ends is a service that is deaf
                log.exception("reading failed", **self._where())
                await self._rest()
            else:
                self._pause = 0.0

    def stop(self) -> None:
        """Read no further; `run` returns when the message in hand is finished."""
        self._stopping.set()

    async def leave(self) -> None:
        """Take this consumer off the group's list, unless messages are pending in its name."""
        stream, group, me = self._place.stream, self._place.group, self._place.consumer
        with suppress(RedisError, OSError):
            # Deleting a consumer deletes its list of pending messages: that would lose them.
            if not await self._client.xpending_range(stream, group, "-", "+", 1, consumername=me):
                await self._client.xgroup_delconsumer(stream, group, me)

    async def _turn(self) -> None:
        if not self._joined:
            await self._join()
        for delivery in await self._read():
            if await self._consume(delivery):
                await self._client.xack(self._place.stream, self._place.group, delivery.id)

    async def _join(self) -> None:
        """Create the group at the beginning, so that what was published before it is read too."""
        try:
            await self._client.xgroup_create(
                self._place.stream, self._place.group, id="0", mkstream=True
            )
        except ResponseError as error:
            if not str(error).startswith("BUSYGROUP"):
                raise
        self._joined = True

    async def _read(self) -> list[Delivery]:
        """Read one message at most: more would be stranded when this process is killed."""
        asked = time.monotonic()
        reply = await self._client.xreadgroup(
            self._place.group,
            self._place.consumer,
            {self._place.stream: ">"},
            count=1,
            block=BLOCK_MS,
        )
        if not reply and time.monotonic() - asked < BLOCK_MS / 2000:
            await asyncio.sleep(FAKE_BLOCK)
        streams = cast("list[tuple[bytes, list[tuple[bytes, dict[bytes, bytes]]]]]", reply)
        return [
            Delivery(self._place.stream, id_, fields)
            for _, entries in streams
            for id_, fields in entries
        ]

    def _tell(self, error: Exception) -> None:
        if isinstance(error, ResponseError) and str(error).startswith("NOGROUP"):
            log.critical("the stream was deleted: its group starts anew", **self._where())
            self._joined = False
        else:
            log.warning("the broker is away", reason=repr(error), **self._where())

    async def _rest(self) -> None:
        """Pause, longer each time in a row; a stop ends the pause."""
        self._pause = min(LONGEST_PAUSE, self._pause * 2 or 0.1)
        with suppress(TimeoutError):
            async with asyncio.timeout(self._pause):
                await self._stopping.wait()

    def _where(self) -> dict[str, str]:
        return {"stream": self._place.stream, "group": self._place.group}
