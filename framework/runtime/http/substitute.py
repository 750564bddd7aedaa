"""Say what is answered to what was raised, and log what the contract does not foresee."""

from __future__ import annotations

from typing import TYPE_CHECKING

import structlog
from fastapi.exceptions import (
    RequestValidationError,
    ResponseValidationError,
    WebSocketRequestValidationError,
)
from starlette.exceptions import HTTPException

from framework.runtime.auth.problems import Refusal
from framework.runtime.http.faults import parameter_faults
from framework.runtime.problems import FrameworkProblem, InternalError, Problem, ValidationFailed

if TYPE_CHECKING:
    from framework.runtime.http.operation import Operation

log = structlog.stdlib.get_logger(__name__)


def answerable(error: Exception, listed: Operation) -> Problem:
    """Return `error` if it is a problem that the operation may answer with, else what to answer."""
    known = isinstance(error, (FrameworkProblem, *listed.errors))
    if isinstance(error, Refusal) and listed.auth is None:
        known = False  # its document says that anybody may call
    return error if isinstance(error, Problem) and known else _substitute(error)


def _substitute(error: Exception) -> Problem:
    """Return the problem to answer with instead; log what the contract does not foresee."""
    match error:
        case RequestValidationError() | WebSocketRequestValidationError():
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
