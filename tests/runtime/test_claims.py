"""Whose a key is, and what a client does with one."""

from __future__ import annotations

from itertools import combinations

import httpx
import pytest
from starlette.requests import Request

from framework.runtime import clients
from framework.runtime.auth import Identity
from framework.runtime.clients.errors import UnexpectedAnswerError
from framework.runtime.clients.retries import Retry
from framework.runtime.http.once import subject_of
from framework.runtime.idempotency import Claim
from framework.runtime.types import IdempotencyKey

PAY = clients.Call[None](
    "bank.pay",
    "POST",
    "/pay",
    204,
    parameters=[clients.header("idempotency_key", IdempotencyKey, "Idempotency-Key")],
    retry=Retry(attempts=3, base=0.001),
)


class Bank(clients.Client):
    """Asks a bank."""

    async def pay(self, idempotency_key: str | None = None) -> None:
        """Pay."""
        return await self._call(PAY, idempotency_key=idempotency_key)


def test_keys_are_apart_by_operation_and_caller() -> None:
    """No parts of one claim are those of another, however they are cut."""
    claims = [
        Claim(operation, subject, key, "request")
        for operation in ("a", "ab")
        for subject in ("", "b", "bc")
        for key in ("c", "bc", "3:bc")
    ]

    assert not [pair for pair in combinations(claims, 2) if pair[0].id == pair[1].id]
    assert Claim("a", "b", "c", "one").id == Claim("a", "b", "c", "two").id


@pytest.mark.parametrize(("identity", "subject"), [(Identity("ann"), "ann"), (None, "")])
def test_who_calls_is_who_the_check_let_in(identity: Identity | None, subject: str) -> None:
    """Two callers may have the same key; where anybody may call, all are one."""
    scope = {"type": "http", "headers": [], "framework.identity": identity}

    assert subject_of(Request(scope)) == subject


@pytest.mark.anyio
@pytest.mark.parametrize(("key", "calls"), [("a", 2), (None, 1)])
async def test_a_call_with_a_key_may_be_repeated(key: str | None, calls: int) -> None:
    """A POST is sent again with its key, and never without one."""
    seen: list[str | None] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request.headers.get("Idempotency-Key"))
        return httpx.Response(503 if len(seen) == 1 else 204)

    transport = httpx.MockTransport(answer)
    async with httpx.AsyncClient(transport=transport, base_url="http://bank") as http:
        try:
            await Bank(http).pay(key)
        except UnexpectedAnswerError:
            assert key is None

    assert seen == [key] * calls
