"""What generated clients inherit: an operation is asked, as often as it is safe to ask."""

from __future__ import annotations

import asyncio
from time import perf_counter
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlencode

import httpx
import structlog

from framework.runtime.clients.answers import LATER, may_repeat, result
from framework.runtime.clients.breaker import Breaker
from framework.runtime.clients.connection import bounded
from framework.runtime.clients.errors import (
    CallError,
    CircuitOpenError,
    UnexpectedAnswerError,
    UnreachableError,
)
from framework.runtime.context import correlation_id
from framework.runtime.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.runtime.clients.call import Call, Sent

T = TypeVar("T")
log = structlog.stdlib.get_logger(__name__)
LARGEST = 16 * 1024 * 1024  # bytes of an answer
_UNSENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)


class Client:
    """Asks one service. Its methods raise what their operation lists, and CallError."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        """Ask through `http`, whose base URL is the service's."""
        self._http = http
        self._breaker = Breaker()

    async def _call(self, call: Call[T], payload: object = None, /, **arguments: object) -> T:
        """Make a call; raises a problem that the operation lists, or CallError."""
        sent = call.sent(arguments, payload)
        attempt = 1
        while True:
            try:
                return await self._once(call, sent)
            except (CallError, Problem) as error:
                if attempt >= call.retry.attempts or not may_repeat(call, sent, error):
                    raise
                asked = error.after if isinstance(error, UnexpectedAnswerError) else None
                pause = call.retry.pause(attempt, asked)
                log.warning("call is repeated", operation=call.operation, attempt=attempt)
            await asyncio.sleep(pause)
            attempt += 1

    async def _once(self, call: Call[T], sent: Sent) -> T:
        if not self._breaker.admits():
            raise CircuitOpenError(call.operation)
        began = perf_counter()
        status = 0
        try:
            answer, content = await self._ask(call, sent)
            status = answer.status_code
            self._breaker.note(failed=status in LATER)
        except CallError:  # whoever stopped waiting says nothing of the other side
            self._breaker.note(failed=True)
            raise
        finally:
            took = round((perf_counter() - began) * 1000, 1)
            log.info("call", operation=call.operation, status=status, duration_ms=took)
        return result(call, answer, content)

    async def _ask(self, call: Call[T], sent: Sent) -> tuple[httpx.Response, bytes]:
        """Send the request and read its answer; raise UnreachableError."""
        request = self._http.build_request(
            call.method,
            sent.path,
            params=urlencode(sent.query),
            headers=[*_headers(sent), *sent.headers],
            content=sent.content,
        )
        try:
            async with asyncio.timeout(call.timeout):
                answer = await self._http.send(request, stream=True)
                try:
                    return answer, await _content(call, answer)
                finally:
                    await answer.aclose()
        except TimeoutError:
            sentence = f"was not answered within {call.timeout:g} s"
            raise UnreachableError(call.operation, sentence, sent=True) from None
        except httpx.RequestError as error:
            sentence = f"could not be asked: {type(error).__name__}"
            unsent = isinstance(error, _UNSENT)
            raise UnreachableError(call.operation, sentence, sent=not unsent) from error


def _headers(sent: Sent) -> Iterator[tuple[str, str]]:
    yield "accept", "application/json"
    if correlation_id.get():
        yield "x-correlation-id", correlation_id.get()
    if sent.content is not None:
        yield "content-type", "application/json"


async def _content(call: Call[T], answer: httpx.Response) -> bytes:
    content = await bounded(answer.aiter_bytes(), LARGEST)
    if content is None:
        sentence = f"the body is longer than {LARGEST} bytes"
        raise UnexpectedAnswerError(call.operation, answer.status_code, sentence)
    return content
