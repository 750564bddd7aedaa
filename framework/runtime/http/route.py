"""The route of every generated operation: one unit of work, held to what the contract lists."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, cast

import structlog
from fastapi.exceptions import RequestValidationError, ResponseValidationError
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from framework.runtime.database import reading
from framework.runtime.http.cookies import require_single
from framework.runtime.http.faults import parameter_faults
from framework.runtime.http.location import locate
from framework.runtime.http.operation import Operation, operation_of
from framework.runtime.problems import FrameworkProblem, InternalError, Problem, ValidationFailed
from framework.runtime.resources import resources_of
from framework.runtime.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

log = structlog.stdlib.get_logger(__name__)
_UNIT = "framework.unit_of_work"

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
        cookies = [field.alias for field in self.dependant.cookie_params]

        async def answer(request: Request) -> Response:
            try:
                require_single(request, cookies)
                return await _in_unit_of_work(request, run, listed)
            except (FrameworkProblem, ClientDisconnect):
                raise
            except Exception as error:
                if isinstance(error, listed.errors):
                    raise
                raise _substitute(error) from error

        return answer


def unit_of(request: Request) -> UnitOfWork:
    """Return the unit of work of a request that a `ContractRoute` answers."""
    return cast("UnitOfWork", request.scope[_UNIT])


async def _in_unit_of_work(request: Request, run: Endpoint, listed: Operation) -> Response:
    resources = resources_of(request)
    engine = resources.engine
    if engine is not None and request.method == "GET":
        engine = reading(engine)
    unit = UnitOfWork(engine, resources.broker, listed.emits)
    request.scope[_UNIT] = unit
    async with unit:
        response = await run(request)
        if listed.location is not None:
            response.headers["Location"] = locate(listed.location, bytes(response.body))
        response.headers.update(listed.headers)
    await unit.release()
    return response


def _substitute(error: Exception) -> Problem:
    """Return the problem to answer with instead; log what the contract does not foresee."""
    match error:
        case RequestValidationError():
            return ValidationFailed(parameter_faults(error.errors()))
        case ResponseValidationError():
            faults = [(".".join(map(str, fault["loc"])), fault["type"]) for fault in error.errors()]
            log.error("the controller returned what its contract forbids", faults=faults)
        case Problem() | HTTPException():
            log.error(
                "undeclared problem: list it under `errors` of the operation",
                problem=type(error).__name__,
                exc_info=error,
            )
        case _:
            log.error("the operation failed", exc_info=error)
    return InternalError()
