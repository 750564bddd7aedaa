"""The outermost layer: ids of the request, its log line, and an answer whatever happens inside."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect

from framework.runtime.context import correlation_id, new_id, request_id, safe_id, subject
from framework.runtime.http.responses import problem_response
from framework.runtime.problems import InternalError

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

log = structlog.stdlib.get_logger(__name__)
_LONGEST_PATH = 512
_SWITCHING = 101


class RequestContext:
    """ASGI middleware: gives a request its ids, logs it, and answers 500 if nothing else does."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before `app`."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Run the request in a context of its own."""
        if scope["type"] not in {"http", "websocket"}:
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        own = safe_id(headers.get("x-request-id", "")) or new_id()
        shared = safe_id(headers.get("x-correlation-id", "")) or own
        tokens = request_id.set(own), correlation_id.set(shared)
        nobody = subject.set("")
        try:
            await _logged(self._app, scope, receive, _Answer(send, own, shared))
        finally:
            subject.reset(nobody)
            request_id.reset(tokens[0])
            correlation_id.reset(tokens[1])


class _Answer:
    """A `send` that adds the headers of every response and remembers the status."""

    def __init__(self, send: Send, own: str, shared: str) -> None:
        self._send = send
        self._headers = {
            "X-Request-ID": own,
            "X-Correlation-ID": shared,
            "X-Content-Type-Options": "nosniff",
        }
        self.status = 0
        self.code: int | None = None

    async def __call__(self, message: Message) -> None:
        kind: str = message["type"]
        if kind == "websocket.close":
            self.code = message["code"]
        elif kind == "websocket.accept" or kind.endswith("http.response.start"):
            self.status = message.get("status", _SWITCHING)
            message = {**message, "headers": list(message.get("headers", ()))}
            MutableHeaders(scope=message).update(self._headers)
        await self._send(message)


async def _logged(app: ASGIApp, scope: Scope, receive: Receive, send: _Answer) -> None:
    began = perf_counter()
    try:
        await _answered(app, scope, receive, send)
    finally:
        log.info(
            "request",
            method=scope.get("method", "WEBSOCKET"),
            path=scope["path"][:_LONGEST_PATH],
            status=send.status,
            **({} if send.code is None else {"closed": send.code}),
            duration_ms=round((perf_counter() - began) * 1000, 1),
        )


async def _answered(app: ASGIApp, scope: Scope, receive: Receive, send: _Answer) -> None:
    try:
        await app(scope, receive, send)
    except ClientDisconnect:
        log.info("the client left before its answer")
    except Exception:
        log.exception("the request failed")
        if send.status:  # the answer has begun: only a broken connection can tell the client
            raise
        await problem_response(InternalError())(scope, receive, send)
