"""Run an iterator in a task of its own, and hand over what it yields, one by one."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Generic, TypeVar

import structlog

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from types import TracebackType
    from typing import Self

T = TypeVar("T")
CLOSE_SECONDS = 5.0  # that an iterator has for its `finally`

log = structlog.stdlib.get_logger(__name__)


class Pump(Generic[T]):
    """Asks an iterator for its next item when the last one was sent: nothing piles up.

    One task runs the iterator from begin to end, so that what it opens it closes in the same one.
    As a context manager it cancels what still runs when the block ends, and waits for it.
    """

    def __init__(
        self,
        items: AsyncIterator[T],
        *,
        ahead: bool = False,
        ended: Callable[[], None] | None = None,
    ) -> None:
        """Run `items` within the block of this context manager, and call `ended` at their end.

        With `ahead` the next item is asked for when the last one was taken, not when it was sent:
        one waits at most, and the end is noticed early.
        """
        self._items, self._ahead, self._call = items, ahead, ended
        self._held: list[T] = []
        self._ended = self._lent = self._told = False
        self._woken, self._wanted = asyncio.Event(), asyncio.Event()

    async def __aenter__(self) -> Self:
        """Start."""
        self._task = asyncio.create_task(self._run())
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the iterator; one that does not end in time is logged and left alone."""
        self.end()
        self._task.cancel()
        await asyncio.wait({self._task}, timeout=CLOSE_SECONDS)
        if not self._task.done():
            log.error("a stream does not end: its `finally` takes too long", seconds=CLOSE_SECONDS)
        elif (late := self._error()) is not None and not self._told:
            log.error("a stream failed when nobody read it any more", exc_info=late)

    def end(self) -> None:
        """Let nobody wait for further items."""
        if not self._ended and self._call is not None:
            self._call()
        self._ended = True
        self._woken.set()

    async def next(self, seconds: float) -> T | None:
        """Return the next item, or None after that many seconds of silence.

        Raises StopAsyncIteration at the end, and what the iterator raises.
        """
        if self._lent:
            self._lent = False
            self._wanted.set()
        try:
            async with asyncio.timeout(seconds):
                await self._woken.wait()
        except TimeoutError:
            return None
        if self._held and not self._ended:
            self._woken.clear()
            self._lent = not self._ahead
            if self._ahead:
                self._wanted.set()
            return self._held.pop()
        if (error := self._error()) is not None:
            self._told = True
            raise error
        raise StopAsyncIteration

    def _error(self) -> BaseException | None:
        """Return what the iterator raised, if it ended like that."""
        done = self._task.done() and not self._task.cancelled()
        return self._task.exception() if done else None

    async def _run(self) -> None:
        try:
            async for item in self._items:
                if self._ended:
                    break
                self._held.append(item)
                self._woken.set()
                await self._wanted.wait()
                self._wanted.clear()
        finally:
            try:
                close = getattr(self._items, "aclose", None)
                if close is not None:
                    await close()
            finally:
                asyncio.get_running_loop().call_soon(self.end)  # when this task is done
