"""Idempotency keys over HTTP: a request that comes again is answered again, and done once."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Annotated, Any, Literal, ParamSpec, TypeVar, cast

from fastapi import Depends, Header, Request
from fastapi.exceptions import RequestValidationError
from starlette.responses import Response

from framework import wire
from framework.runtime.auth.check import identity_of
from framework.runtime.idempotency import Answer, Claim
from framework.runtime.resources import resources_of
from framework.runtime.types import IdempotencyKey
from framework.runtime.unit_of_work import UNIT

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.types import Message

    from framework.runtime.idempotency import Keys
    from framework.runtime.unit_of_work import UnitOfWork

P = ParamSpec("P")
R = TypeVar("R")
Key = Annotated[IdempotencyKey | None, Header(alias=wire.IDEMPOTENCY_HEADER)]
_DIGEST, _CLAIM = "framework.digest", "framework.claim"
_KEPT = ("content-type", "location")


class Replay(Exception):  # noqa: N818 - no fault: the work has been done before
    """The answer that was given when the work was done."""

    def __init__(self, answer: Answer) -> None:
        """Carry `answer` past the controller."""
        super().__init__()
        self.answer = answer

    def response(self) -> Response:
        """Return the answer, marked as what it is."""
        again = {wire.REPLAYED_HEADER: "true"}
        return Response(self.answer.body, self.answer.status, {**self.answer.headers, **again})


@dataclass(frozen=True)
class Once:
    """Calls a controller once for a key, however often the request comes; each time without one."""

    request: Request
    operation: str
    key: str | None

    async def __call__(
        self, call: Callable[P, Awaitable[R]], /, *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Return what `call` does; raise Replay if it was done before under this key."""
        if self.key is not None:
            asked = _asked(self.request)  # all of the body was read by now
            claim = Claim(self.operation, subject_of(self.request), self.key, asked)
            answer = await _keys(self.request).claim(_unit(self.request).session(), claim)
            if answer is not None:
                raise Replay(answer)
            self.request.scope[_CLAIM] = claim
        return await call(*args, **kwargs)


def idempotent(operation: str, kind: Literal["optional", "required"]) -> Any:  # noqa: ANN401 - FastAPI's marker
    """Give the dependency that calls the controller of `operation` once for a key.

    The header has to be there if it is `required`, and one request has one key.
    """

    async def read(request: Request, key: Key = None) -> Once:
        if len(request.headers.getlist(wire.IDEMPOTENCY_HEADER)) > 1:
            raise _fault("repeated", "One request has one key")
        if key is None and kind == "required":
            raise _fault("missing", "Field required")
        return Once(request, operation, key)

    return Depends(read)


def subject_of(request: Request) -> str:
    """Return who calls: keys of one caller mean nothing to another."""
    identity = identity_of(request)
    return "" if identity is None else identity.subject


def watched(request: Request) -> Request:
    """Return the same request, of whose body a digest is made as it is read."""
    digest = request.scope[_DIGEST] = sha256()
    receive = request.receive

    async def received() -> Message:
        message = await receive()
        digest.update(message.get("body", b""))
        return message

    return Request(request.scope, received)


async def keep(request: Request, response: Response) -> None:
    """Keep what is answered, if the request has a key."""
    claim = cast("Claim | None", request.scope.get(_CLAIM))
    if claim is not None:
        headers = {name: response.headers[name] for name in _KEPT if name in response.headers}
        answer = Answer(response.status_code, headers, bytes(response.body))
        await _keys(request).keep(_unit(request).session(), claim, answer)


def _asked(request: Request) -> str:
    """Return a digest of what is asked for: method, path, query and body."""
    scope = request.scope
    head = (scope["method"].encode(), scope["path"].encode(), scope["query_string"])
    whole = sha256(b"".join(b"%d:%b" % (len(part), part) for part in head))
    whole.update(scope[_DIGEST].digest())
    return whole.hexdigest()


def _keys(request: Request) -> Keys:
    return cast("Keys", resources_of(request).keys)


def _unit(request: Request) -> UnitOfWork:
    return cast("UnitOfWork", request.scope[UNIT])


def _fault(code: str, sentence: str) -> RequestValidationError:
    place = ("header", wire.IDEMPOTENCY_HEADER)
    return RequestValidationError([{"type": code, "loc": place, "msg": sentence}])
