"""The route of every generated WebSocket: refused or accepted, and held to what it lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from fastapi.requests import HTTPConnection
from fastapi.routing import APIWebSocketRoute
from pydantic import TypeAdapter

from framework.runtime.apart import Apart
from framework.runtime.auth.check import authenticate, challenge
from framework.runtime.auth.problems import Refusal
from framework.runtime.http.cookies import require_single
from framework.runtime.http.operation import Operation
from framework.runtime.http.sockets.line import Line, SocketClosedError
from framework.runtime.http.sockets.origin import ForeignOrigin, is_foreign
from framework.runtime.http.sockets.socket import Socket
from framework.runtime.http.substitute import answerable
from framework.runtime.resources import resources_of
from framework.runtime.unit_of_work import UNIT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from fastapi import APIRouter
    from starlette.types import Receive, Scope, Send

    from framework.runtime.problems import Problem

F = TypeVar("F", bound="Callable[..., object]")
_SOCKET = "framework.socket"
_NONE: tuple[dict[object, object], ...] = ({}, {})
_RENDERED = "starlette.exception_handlers"


async def socket_of(connection: HTTPConnection) -> Socket[Any, Any]:
    """Return the socket of a connection that a `SocketRoute` answers."""
    socket: Socket[Any, Any] = connection.scope[_SOCKET]
    return socket


def socket_route(
    router: APIRouter,
    path: str,
    *,
    errors: Iterable[type[Problem]] = (),
    auth: str | None = None,
    receives: Any = None,  # noqa: ANN401 - any type expression
    sends: Any = None,  # noqa: ANN401 - any type expression
) -> Callable[[F], F]:
    """Route WebSockets at `path` below `router` to the function; it may raise `errors`."""
    adapters = [kind if kind is None else TypeAdapter(kind) for kind in (receives, sends)]

    def decorate(endpoint: F) -> F:
        listed = Operation(tuple(errors), auth=auth)
        router.routes.append(SocketRoute(router.prefix + path, endpoint, listed, *adapters))
        return endpoint

    return decorate


class SocketRoute(APIWebSocketRoute):
    """Converses with a client once its origin, credential and parameters are what they should be.

    What is raised before the first use of the socket fails the handshake with a problem document;
    what is raised later is sent as one, and closes.
    """

    def __init__(
        self,
        path: str,
        endpoint: Callable[..., object],
        listed: Operation,
        receives: TypeAdapter[Any] | None,
        sends: TypeAdapter[Any] | None,
    ) -> None:
        """Answer at `path` with `endpoint`."""
        super().__init__(path, endpoint)
        self._listed, self._receives, self._sends = listed, receives, sends
        self._cookies = [field.alias for field in self.dependant.cookie_params]
        self._run, self.app = self.app, self._answer

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        await receive()  # the client asks for a handshake
        line = Line(scope, receive, send)
        try:
            await self._converse(line, HTTPConnection(scope))
            await line.close()
        except SocketClosedError:
            pass
        except Exception as error:  # noqa: BLE001 - logged by `answerable`, and told as a problem
            problem = answerable(error, self._listed)
            if isinstance(problem, Refusal):
                challenge(HTTPConnection(scope), problem)
            await line.refuse(problem)

    async def _converse(self, line: Line, connection: HTTPConnection) -> None:
        if is_foreign(connection):
            await line.refuse(ForeignOrigin())
            return
        await authenticate(connection, self._listed.auth)
        require_single(connection, self._cookies)
        resources = resources_of(connection)
        socket = Socket[Any, Any](line, resources, self._receives, self._sends)
        # What is raised comes here as it is: a rendered answer would have nowhere to go.
        own: dict[str, object] = {UNIT: Apart(resources.engine), _SOCKET: socket, _RENDERED: _NONE}
        async with socket.listening():
            await self._run({**connection.scope, **own}, _nothing, _nowhere)


async def _nothing() -> Any:  # noqa: ANN401 - what ASGI gives
    """Stand where FastAPI expects to receive: only the socket does."""
    raise SocketClosedError


async def _nowhere(_: object) -> None:
    """Stand where FastAPI expects to send: only the socket does."""
    raise SocketClosedError
