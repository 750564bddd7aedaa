"""The route of every generated operation: one unit of work, held to what the contract lists."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, cast

from fastapi.routing import APIRoute
from starlette.requests import ClientDisconnect

from framework.runtime.apart import Apart
from framework.runtime.auth.check import authenticate
from framework.runtime.database import reading
from framework.runtime.http.cookies import require_single
from framework.runtime.http.location import locate
from framework.runtime.http.once import Once, Replay, keep, watched
from framework.runtime.http.operation import Operation, operation_of, takes
from framework.runtime.http.substitute import answerable
from framework.runtime.resources import resources_of
from framework.runtime.unit_of_work import UNIT, UnitOfWork

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine
    from starlette.requests import HTTPConnection, Request
    from starlette.responses import Response

    from framework.runtime.http.streams import EventStream


Endpoint = Callable[["Request"], Coroutine[Any, Any, "Response"]]


class ContractRoute(APIRoute):
    """Runs an operation in a transaction that commits before the response leaves.

    Whatever raises rolls back: a problem that the operation lists is answered as it is; one that it
    does not list, an invalid return value or a failing commit is logged and answered with 500.
    """

    def get_route_handler(self) -> Endpoint:
        """Wrap FastAPI's own."""
        run = super().get_route_handler()
        listed = operation_of(self.endpoint)
        idempotent = takes(self.endpoint, Once)
        cookies = [field.alias for field in self.dependant.cookie_params]

        async def answer(request: Request) -> Response:
            try:
                await authenticate(request, listed.auth)
                require_single(request, cookies)
                if listed.stream is not None:
                    return await _streamed(request, run, listed)
                if idempotent:
                    request = watched(request)
                return await _in_unit_of_work(request, run, listed)
            except ClientDisconnect:
                raise
            except Exception as error:
                problem = answerable(error, listed)
                if problem is error:
                    raise
                raise problem from error

        return answer


def unit_of(connection: HTTPConnection) -> UnitOfWork:
    """Return the unit of work of a request that a `ContractRoute` answers."""
    return cast("UnitOfWork", connection.scope[UNIT])


def engine_of(connection: HTTPConnection) -> AsyncEngine | None:
    """Return the database of the service, for reading where the method says no more."""
    engine = resources_of(connection).engine
    reads = connection.scope.get("method") == "GET"
    return reading(engine) if engine is not None and reads else engine


async def _in_unit_of_work(request: Request, run: Endpoint, listed: Operation) -> Response:
    unit = UnitOfWork(engine_of(request), resources_of(request).broker, listed.emits)
    request.scope[UNIT] = unit
    async with unit:
        response = await _answered(request, run, listed)
        response.headers.update(listed.headers)
    await unit.release()
    return response


async def _answered(request: Request, run: Endpoint, listed: Operation) -> Response:
    try:
        response = await run(request)
        if listed.location is not None:
            response.headers["Location"] = locate(listed.location, bytes(response.body))
        await keep(request, response)
    except Replay as found:
        return found.response()
    return response


async def _streamed(request: Request, run: Endpoint, listed: Operation) -> Response:
    """Return the response that runs the controller: nothing is committed before it begins."""
    request.scope[UNIT] = Apart(engine_of(request))
    stream = cast("EventStream", await run(request))
    stream.headers.update(listed.headers)
    return stream.held_to(listed, resources_of(request))
