"""HEAD, OPTIONS and 405: what HTTP asks of every path, whatever its operations."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from fastapi.routing import iter_route_contexts
from starlette.responses import Response

from framework.runtime.http.paths import PathTable
from framework.runtime.http.responses import problem_response
from framework.runtime.problems import MethodNotAllowed

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEAD = "framework.head"
"""Tells in the scope of a GET that only its headers are asked for."""

_IMPLIED = frozenset({"HEAD", "OPTIONS"})


class MethodGate:
    """ASGI middleware: GET answers HEAD, OPTIONS tells `Allow`, 405 tells it in full."""

    def __init__(self, app: ASGIApp, *, routes_of: Starlette) -> None:
        """Stand before `app`; the paths are read from `routes_of` at the first request."""
        self._app = app
        self._routes_of = routes_of

    @cached_property
    def _table(self) -> PathTable:
        contexts = iter_route_contexts(self._routes_of.routes)
        return PathTable(
            (c.path_format, c.methods) for c in contexts if c.path_format and c.methods
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer what needs no operation, and pass on the rest."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        path: str = scope["path"].removeprefix(scope.get("root_path", ""))
        answer = _answer(scope["method"], self._table.methods(path))
        if answer is not None:
            await answer(scope, receive, send)
        elif scope["method"] == "HEAD":
            scope = {**scope, "method": "GET", HEAD: True}
            await self._app(scope, receive, _without_body(send))
        else:
            await self._app(scope, receive, send)


def _answer(method: str, methods: frozenset[str]) -> Response | None:
    """Return the answer that needs no operation; unknown paths are left to the application."""
    if not methods:
        return None
    allowed = methods | _IMPLIED if "GET" in methods else methods | {"OPTIONS"}
    if method == "OPTIONS" and method not in methods:
        return Response(status_code=204, headers={"Allow": ", ".join(sorted(allowed))})
    return None if method in allowed else problem_response(MethodNotAllowed(allowed))


def _without_body(send: Send) -> Send:
    async def headers_only(message: Message) -> None:
        if message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await send(message)

    return headers_only
