"""A stream of Redis as a source of messages: groups, leases, pauses and dead letters."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

import structlog
from redis.exceptions import RedisError, ResponseError

from framework.runtime.events import scripts
from framework.runtime.events.errors import BrokerUnreachableError
from framework.runtime.events.port import Delivery, Taken

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

    from redis.asyncio import Redis

    from framework.runtime.events.port import Letter

PARKED = "~retry"  # the name in whose hands messages are that wait; no process has it
FAKE_BLOCK = 0.02  # seconds to wait instead where BLOCK is ignored, as the fake in memory does
FORGET_AFTER = 3600  # seconds after which the name of a dead process is removed
_FIRST = "-"
_DELETED = -1

log = structlog.stdlib.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Place:
    """Who reads what: the stream, the group, and this process's name within the group."""

    stream: str
    group: str
    consumer: str

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of Redis that delivery needs, all in the slot of the stream."""
        ours = f"{{{self.stream}}}:{self.group}"
        names = ("due", "failed", "order", "keyed")
        return (self.stream, *(f"{ours}:{name}" for name in names), letters_of(self.stream))


def letters_of(stream: str) -> str:
    """Return the stream of dead letters; the braces put it in the slot of `stream`."""
    return f"{{{stream}}}:dlq"


class RedisSource:
    """Messages that fail or wait stay pending in their group, so that nothing is ever copied."""

    def __init__(
        self, client: Redis, place: Place, lease: float, tend: Callable[[], Awaitable[None]]
    ) -> None:
        """Read for `place`; who is not heard of for `lease` seconds is dead. `tend` trims."""
        self._client = client
        self._place = place
        self._lease = lease
        self._trim = tend
        self._joined = False
        self._last = "0-0"
        self._cursor = _FIRST
        self._suspects: set[bytes] = set()
        self._next_sweep = 0.0
        self._next_forget = 0.0

    async def take(self, most: int, held: Iterable[bytes]) -> Taken:
        """Take messages, and join the group when this is the first time."""
        if not self._joined:
            await self._run(scripts.JOIN)
            self._joined = True
        if not self._cursor and time.monotonic() >= self._next_sweep:
            self._cursor = _FIRST
        sweeping = bool(self._cursor)
        mine = set(held)
        self._suspects &= mine
        reply = await self._run(
            scripts.TAKE,
            *(int(self._lease * 1000), most, self._cursor, int(bool(self._suspects))),
            *(mine if sweeping else ()),
        )
        if reply is None:
            return Taken((), 0)
        pause, cursor, last, read, items = reply
        self._cursor, self._last = cursor.decode(), last.decode()
        if sweeping and not self._cursor:
            self._next_sweep = time.monotonic() + self._lease / 4
        found = [self._delivery(*item) for item in items if item[3] is not None]
        self._suspects.update(each.id for each in found if each.crashes > 1)
        for item in items:
            if item[3] is None:
                self._tell_deleted(item[0])
        at_once = bool(self._cursor or read or items)
        return Taken(tuple(found), 0 if at_once else int(pause) / 1000)

    async def wait(self, seconds: float) -> None:
        """Wait in Redis, which tells at once when something is published."""
        end = time.monotonic() + seconds
        while (rest := end - time.monotonic()) > 0:
            asked = time.monotonic()
            block = max(1, int(rest * 1000))
            if await self._reached(
                self._client.xread({self._place.stream: self._last}, count=1, block=block)
            ):
                return
            if time.monotonic() - asked < rest / 2:
                await asyncio.sleep(min(rest, FAKE_BLOCK))

    async def ack(self, delivery: Delivery, *, more: bool) -> Delivery | None:
        """Acknowledge a message, whoever has it now: it is done."""
        return self._following(await self._run(scripts.ACK, delivery.id, int(more)))

    async def retry(
        self, delivery: Delivery, delay: float, failures: int, first_failed: int | None
    ) -> None:
        """Park a message until its time; without effect if somebody else has taken it."""
        history = "" if first_failed is None else f"{failures} {first_failed}"
        reply = await self._run(scripts.RETRY, delivery.id, int(delay * 1000), history)
        if reply == _DELETED:
            self._tell_deleted(delivery.id)

    async def bury(self, delivery: Delivery, letter: Letter, *, more: bool) -> Delivery | None:
        """Write the letter and acknowledge in one step, unless somebody else has the message."""
        reply = await self._run(scripts.BURY, delivery.id, int(more), *letter)
        return self._following(reply[1] if reply else None)

    async def hold(self, held: Iterable[bytes]) -> set[bytes]:
        """Renew the leases."""
        return set(await self._run(scripts.HOLD, *held) or ())

    async def tend(self) -> None:
        """Trim the stream, and remove the names of dead processes."""
        await self._trim()
        if time.monotonic() >= self._next_forget:
            self._next_forget = time.monotonic() + FORGET_AFTER / 4
            await self._run(scripts.FORGET, FORGET_AFTER * 1000)

    async def leave(self) -> None:
        """Take this process off the group's list."""
        with suppress(BrokerUnreachableError):
            await self._run(scripts.FORGET, 0)

    async def _run(self, script: str, *arguments: str | bytes | int) -> Any:  # noqa: ANN401 - each script has its own reply
        """Run a script; None when the stream was deleted, which ends all that was about it."""
        place = self._place
        registered = self._client.register_script(script)
        try:
            return await self._reached(
                cast(
                    "Awaitable[Any]",
                    registered(
                        keys=[*place.keys],
                        args=[place.group, place.consumer, PARKED, *arguments],
                        client=self._client,
                    ),
                )
            )
        except ResponseError as error:
            if "NOGROUP" not in str(error):
                raise BrokerUnreachableError(str(error)) from error
            if self._joined:
                self._joined = False
                log.critical("the stream was deleted: its group starts anew", **self._where())
            return None

    async def _reached(self, reply: Awaitable[Any]) -> Any:  # noqa: ANN401 - what redis-py gives
        try:
            return await reply
        except ResponseError:
            raise
        except (RedisError, OSError) as error:
            raise BrokerUnreachableError(repr(error)) from error

    def _following(self, item: list[Any] | None) -> Delivery | None:
        if not item:
            return None
        if item[3] is None:
            self._tell_deleted(item[0])
            return None
        return self._delivery(*item)

    def _tell_deleted(self, id_: bytes) -> None:
        stream_id = id_.decode()
        log.critical("message was deleted, not done", stream_id=stream_id, **self._where())

    def _where(self) -> dict[str, str]:
        return {"stream": self._place.stream, "group": self._place.group}

    def _delivery(self, id_: bytes, count: int, history: bytes, flat: list[bytes]) -> Delivery:
        failures, _, first = history.partition(b" ")
        return Delivery(
            self._place.stream,
            id_,
            dict(zip(flat[::2], flat[1::2], strict=True)),
            failures=int(failures or 0),
            crashes=count - 1,
            first_failed=int(first) if first else None,
        )
