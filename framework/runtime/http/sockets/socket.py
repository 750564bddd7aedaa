"""A conversation over a WebSocket, in models."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Generic, TypeVar, cast

import structlog

from framework.runtime.http.body import validate
from framework.runtime.http.sockets.codes import GOING_AWAY, NORMAL, UNSUPPORTED, require_own
from framework.runtime.http.sockets.line import Line, SocketClosedError
from framework.runtime.http.streams.messages import written
from framework.runtime.http.streams.pump import Pump
from framework.runtime.problems import FrameworkProblem, PayloadTooLarge

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator

    from pydantic import TypeAdapter
    from starlette.types import Message

    from framework.runtime.resources import Resources

R = TypeVar("R")
S = TypeVar("S")
LEAVE_SECONDS = 10.0  # that a controller has to finish what it does when the client has left

log = structlog.stdlib.get_logger(__name__)


class Socket(Generic[R, S]):
    """Receives an `R`, sends an `S`: `async for message in socket: await socket.send(reply)`.

    The iteration ends when the client leaves or breaks its contract, and when the service stops;
    the controller then has ten seconds to finish. `receive` and `send` raise SocketClosedError.
    """

    def __init__(
        self,
        line: Line,
        resources: Resources,
        receives: TypeAdapter[R] | None,
        sends: TypeAdapter[S] | None,
    ) -> None:
        """Speak over `line`, within the limits of a service."""
        self._line, self._resources = line, resources
        self._receives, self._sends = receives, sends
        self._used = 0.0

    async def __aiter__(self) -> AsyncIterator[R]:
        """Yield what the client sends, for as long as it stays."""
        while True:
            try:
                message = await self.receive()
            except SocketClosedError:
                return
            yield message

    async def accept(self) -> None:
        """Accept the client; `receive` and `send` do so by themselves."""
        await self._line.accept()

    async def receive(self) -> R:
        """Return the next message; raise SocketClosedError when there will be none."""
        await self._line.accept()
        frame = await self._next()
        text: str | None = frame.get("text")
        if text is None:
            await self._line.close(UNSUPPORTED, "messages are text")
        else:
            try:
                return self._read(text.encode())
            except FrameworkProblem as problem:
                await self._line.refuse(problem)
        self._pump.end()
        raise SocketClosedError

    async def send(self, message: S) -> None:
        """Send a message when the client is ready for it; raise SocketClosedError if it left."""
        self._used = asyncio.get_running_loop().time()
        adapter = cast("TypeAdapter[S]", self._sends)
        await self._line.write(written(adapter, message).decode())

    async def close(self, code: int = NORMAL, reason: str = "") -> None:
        """End the conversation: with 1000, or with a code of one's own from 3000 to 4999."""
        require_own(code, reason)
        await self._line.close(code, reason)
        self._pump.end()

    @asynccontextmanager
    async def listening(self) -> AsyncGenerator[None]:
        """Hear the client within the block, which ends soon after it left or the service stops."""
        loop = asyncio.get_running_loop()
        self._used = loop.time()
        closing: list[asyncio.Task[None]] = []
        limit = asyncio.timeout(None)

        def leave() -> None:
            limit.reschedule(loop.time() + LEAVE_SECONDS)

        def stop() -> None:
            closing.append(loop.create_task(self._line.close(GOING_AWAY, "the service stops")))
            self._pump.end()

        frames = self._line.frames(wanted=self._receives is not None)
        self._pump: Pump[Message] = Pump(frames, ahead=True, ended=leave)
        try:
            async with limit, self._pump:
                with self._resources.stopping.calling(stop):
                    yield
        except TimeoutError:
            if not limit.expired():
                raise
            log.warning("a controller was cancelled: its client left, and it did not end")
        finally:
            await asyncio.gather(*closing)

    async def _next(self) -> Message:
        loop = asyncio.get_running_loop()
        while (left := self._used + self._resources.socket_idle - loop.time()) > 0:
            try:
                frame = await self._pump.next(left)
            except StopAsyncIteration:
                raise SocketClosedError from None
            if frame is not None:
                self._used = loop.time()
                return frame
        await self._line.close(GOING_AWAY, "nothing was said for too long")
        self._pump.end()
        raise SocketClosedError

    def _read(self, raw: bytes) -> R:
        """Return the message in `raw`; raise what the body of a request would raise."""
        limit = self._resources.max_message_size
        if len(raw) > limit:
            raise PayloadTooLarge(limit)
        return cast("R", validate(cast("TypeAdapter[R]", self._receives), raw))
