"""Problems as responses."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import TYPE_CHECKING, cast

from starlette.exceptions import HTTPException
from starlette.responses import Response

from framework import wire
from framework.runtime.auth.check import challenge
from framework.runtime.auth.problems import Refusal
from framework.runtime.context import request_id
from framework.runtime.problems import NotFound, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.types import Receive, Scope, Send


def problem_response(problem: Problem) -> Response:
    """Render a problem; its `instance` names the request, as the logs do."""
    closing = {"Connection": "close"} if problem.closes else {}
    return _response(problem_document(problem), problem.status, {**problem.headers, **closing})


def problem_document(problem: Problem) -> bytes:
    """Return the document of a problem."""
    return _document(problem.to_document())


def answer_with_problems(app: Starlette) -> None:
    """Render what is raised, by routes and by the router itself, as problems."""
    app.add_exception_handler(Problem, _on_problem)
    app.add_exception_handler(HTTPException, _on_http_exception)
    app.router.default = _on_no_route


async def _on_no_route(scope: Scope, receive: Receive, send: Send) -> None:
    await problem_response(NotFound())(scope, receive, send)


async def _on_problem(request: Request, error: Exception) -> Response:
    if isinstance(error, Refusal):
        challenge(request, error)
    return problem_response(cast("Problem", error))


async def _on_http_exception(_: Request, error: Exception) -> Response:
    failure = cast("HTTPException", error)
    if failure.status_code == HTTPStatus.NOT_FOUND:
        return problem_response(NotFound())
    phrase = HTTPStatus(failure.status_code).phrase
    document = {"type": "about:blank", "title": phrase, "status": failure.status_code}
    return _response(_document(document), failure.status_code, failure.headers or {})


def _response(content: bytes, status: int, headers: Mapping[str, str]) -> Response:
    return Response(content, status, headers, media_type=wire.PROBLEM_MEDIA_TYPE)


def _document(document: Mapping[str, object]) -> bytes:
    named = {"instance": wire.INSTANCE_PREFIX + request_id.get()} if request_id.get() else {}
    # ASCII only: nothing that a client sent can make the answer itself fail.
    return json.dumps({**document, **named}).encode("ascii")
