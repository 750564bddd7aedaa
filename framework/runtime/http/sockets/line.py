"""The ASGI side of a WebSocket: accepted once, written in order, closed once, or refused."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from framework.runtime.http.responses import problem_document, problem_response
from framework.runtime.http.sockets.codes import NORMAL, UNSUPPORTED, close_code, reason_of

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from starlette.types import Message, Receive, Scope, Send

    from framework.runtime.problems import Problem


class SocketClosedError(Exception):
    """The conversation is over: the client left, was told to, or broke its contract."""


class Line:
    """Frames of one connection; whatever is done after its end does nothing or says that it ended.

    It is accepted when it is first used, so that a problem that is raised before is answered as
    such: the handshake fails with the problem's status.
    """

    def __init__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Speak over an ASGI connection, whose client has asked for a handshake."""
        self._scope, self._receive, self._send = scope, receive, send
        self._lock = asyncio.Lock()
        self._accepted = False
        self.closed = False

    async def accept(self) -> None:
        """Finish the handshake, if nobody did; raise SocketClosedError if it is too late."""
        async with self._lock:
            if not self._accepted and not self.closed:
                await self._put({"type": "websocket.accept"})
                self._accepted = True
        self._require_open()

    async def write(self, text: str) -> None:
        """Send a text frame; raise SocketClosedError if nobody would read it."""
        await self.accept()
        async with self._lock:
            self._require_open()
            await self._put({"type": "websocket.send", "text": text})

    async def close(self, code: int = NORMAL, reason: str = "") -> None:
        """Say goodbye, once."""
        try:
            await self.accept()
            async with self._lock:
                self._require_open()
                self.closed = True
                await self._put({"type": "websocket.close", "code": code, "reason": reason})
        except SocketClosedError:
            pass

    async def refuse(self, problem: Problem) -> None:
        """Answer the handshake with a problem, or end the conversation with it."""
        if self._accepted:
            try:
                await self.write(problem_document(problem).decode())
            except SocketClosedError:
                return
            await self.close(close_code(problem), reason_of(problem))
        elif not self.closed:
            self.closed = True
            if "websocket.http.response" in self._scope.get("extensions", {}):
                await problem_response(problem)(self._scope, self._receive, self._send)
            else:
                await self._put({"type": "websocket.close", "code": close_code(problem)})

    async def frames(self, *, wanted: bool) -> AsyncGenerator[Message]:
        """Yield what the client sends, until it leaves, or sends although nothing is `wanted`."""
        while (frame := await self._receive())["type"] != "websocket.disconnect":
            if not wanted:
                await self.close(UNSUPPORTED, "nothing is received here")
                return
            yield frame
        self.closed = True

    def _require_open(self) -> None:
        if self.closed:
            raise SocketClosedError

    async def _put(self, message: Message) -> None:
        try:
            await self._send(message)
        except OSError:  # what a server raises when the client has gone
            self.closed = True
            raise SocketClosedError from None
