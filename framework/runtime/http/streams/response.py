"""A stream as a response: server-sent events, held to what the operation lists."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, cast

import structlog
from pydantic import BaseModel
from starlette.responses import Response

from framework import wire
from framework.runtime.http.methods import HEAD
from framework.runtime.http.responses import problem_document
from framework.runtime.http.streams.frames import HEARTBEAT, RETRY, message_frame, problem_frame
from framework.runtime.http.streams.messages import Stream, Streamed, written
from framework.runtime.http.streams.pump import Pump
from framework.runtime.http.substitute import answerable

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from typing import Self

    from pydantic import TypeAdapter
    from starlette.types import Receive, Scope, Send

    from framework.runtime.http.operation import Operation
    from framework.runtime.resources import Resources

log = structlog.stdlib.get_logger(__name__)
PATIENCE = 1.0  # seconds for a first message or a problem, before a quiet stream begins
STOP_SECONDS = 5.0  # that a client has to read what is left when the service stops
_Item = BaseModel | Streamed[BaseModel]
_HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}


class EventStream(Response):
    """Sends what a controller yields, and a comment where it is silent.

    What is raised before the first message is answered as a problem with its status. What is raised
    later ends the stream with an event `problem`. A client that leaves ends the controller.
    """

    media_type = wire.EVENT_STREAM

    def __init__(self, messages: Stream[Any]) -> None:
        """Send `messages`; they are not asked for before the response is sent."""
        self._messages = messages
        self.status_code = 200
        self.background = None
        self.init_headers(_HEADERS)

    def held_to(self, listed: Operation, resources: Resources) -> Self:
        """Return this stream, with what its operation lists and its service holds."""
        self._listed, self._resources = listed, resources
        self._adapter = cast("TypeAdapter[Any]", listed.stream)
        return self

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the stream, until it ends, the client leaves or the service stops."""
        async with Pump(self._messages) as pump, _leaving(receive, pump), self._stopping(pump):
            frames = self._frames(pump)
            frame = await anext(frames)
            start = {"type": "http.response.start", "status": self.status_code}
            await send({**start, "headers": self.raw_headers})
            if not scope.get(HEAD):
                await send(_body(frame))
                async for frame in frames:
                    await send(_body(frame))
            await send({"type": "http.response.body", "body": b""})

    async def _frames(self, pump: Pump[_Item]) -> AsyncGenerator[bytes]:
        """Yield all frames; a problem is raised before the first one, and is one later."""
        opening, heartbeat = RETRY, self._resources.stream_heartbeat
        seconds = min(PATIENCE, heartbeat)
        while True:
            try:
                message = await pump.next(seconds)
                frame = HEARTBEAT if message is None else self._message(message)
            except StopAsyncIteration:
                yield opening
                return
            except Exception as error:
                problem = answerable(error, self._listed)
                if not opening:
                    yield problem_frame(problem_document(problem))
                    return
                if problem is error:
                    raise
                raise problem from error
            yield opening + frame
            opening, seconds = b"", heartbeat

    def _message(self, message: _Item) -> bytes:
        if isinstance(message, Streamed):
            return message_frame(written(self._adapter, message.message), message.id)
        return message_frame(written(self._adapter, message), None)

    @asynccontextmanager
    async def _stopping(self, pump: Pump[_Item]) -> AsyncGenerator[None]:
        """End `pump` when the service stops, and the block soon after that."""
        loop = asyncio.get_running_loop()

        def stop() -> None:
            pump.end()
            limit.reschedule(loop.time() + STOP_SECONDS)

        try:
            async with asyncio.timeout(None) as limit:
                with self._resources.stopping.calling(stop):
                    yield
        except TimeoutError:
            log.warning("a stream was cut off: its client did not read it to the end")


@asynccontextmanager
async def _leaving(receive: Receive, pump: Pump[_Item]) -> AsyncGenerator[None]:
    """End `pump` when the client leaves within the block."""

    async def watch() -> None:
        while (await receive())["type"] != "http.disconnect":
            pass
        pump.end()

    watcher = asyncio.create_task(watch())
    try:
        yield
    finally:
        watcher.cancel()
        await asyncio.wait({watcher})


def _body(frame: bytes) -> dict[str, object]:
    return {"type": "http.response.body", "body": frame, "more_body": True}
