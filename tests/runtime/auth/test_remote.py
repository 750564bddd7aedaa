"""What another service says of a credential: somebody, nobody, or that it cannot tell."""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from framework.runtime.auth import Identity, Unauthorized, verified_by
from framework.runtime.auth.problems import ServiceUnavailable
from framework.runtime.context import correlation_id
from tests.behaviour.serving import serving

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from starlette.types import Receive, Scope, Send

    from framework.runtime.auth.remote import Remote

pytestmark = pytest.mark.anyio
REFUSAL = "urn:problem:token_unknown"
SENT: list[tuple[str, dict[str, str], bytes]] = []


def problem(kind: str) -> bytes:
    """Return a problem document."""
    return json.dumps({"type": kind, "title": "No", "status": 400}).encode()


async def gate(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer what the token says: `status body`, in JSON, after some seconds; stop if left."""
    body = b""
    while True:
        message = await receive()
        body += message.get("body", b"")
        if not message.get("more_body"):
            break
    headers = {name.decode(): value.decode() for name, value in scope["headers"]}
    SENT.append((scope["path"], headers, body))
    asked = json.loads(json.loads(body)["token"])
    if await left(receive, asked.get("sleep")):
        return
    location = [(b"location", b"/elsewhere")] if asked["status"] == 307 else []
    await send({"type": "http.response.start", "status": asked["status"], "headers": location})
    for _ in range(asked.get("times", 1)):
        await send(
            {
                "type": "http.response.body",
                "body": asked["body"].encode("latin-1"),
                "more_body": True,
            }
        )
        if await left(receive, asked.get("pause")):
            return
    await send({"type": "http.response.body"})


async def left(receive: Receive, seconds: float | None) -> bool:
    """Wait; tell whether the caller went away meanwhile."""
    if seconds:
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                return (await receive())["type"] == "http.disconnect"
    return False


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Serve the gate."""
    with serving(gate) as address:
        yield address


@pytest.fixture
async def remote(address: str) -> AsyncIterator[Remote]:
    """Ask it."""
    remote = verified_by(
        address, service="gate", path="/v1/verify", credential="token", refusals=[REFUSAL]
    )
    yield remote
    await remote.aclose()


def token(status: int, body: bytes, **more: float) -> str:
    """Return a credential that makes the gate answer so."""
    return json.dumps({"status": status, "body": body.decode("latin-1"), **more})


async def test_somebody_is_an_identity(remote: Remote) -> None:
    """Subject, roles and scopes by their names; what else is said of them are claims."""
    said = {"subject": "ann", "roles": ["a"], "scopes": ["b", "b"], "tenant": 1, "more": None}

    identity = await remote(token(200, json.dumps(said).encode()))

    claims = {"tenant": 1, "more": None}
    assert identity == Identity("ann", frozenset("a"), frozenset("b"), claims)


async def test_the_credential_travels_in_the_body_with_the_correlation_id(remote: Remote) -> None:
    """Nowhere else: addresses and headers stand in logs."""
    credential = token(200, b'{"subject": "ann"}')
    running = correlation_id.set("c-1")
    try:
        await remote(credential)
    finally:
        correlation_id.reset(running)

    path, headers, body = SENT[-1]
    assert (path, json.loads(body)) == ("/v1/verify", {"token": credential})
    assert headers["x-correlation-id"] == "c-1"
    assert "authorization" not in headers


@pytest.mark.parametrize("kind", [REFUSAL, "urn:problem:validation_failed"])
async def test_nobody_is_unauthorized(remote: Remote, kind: str) -> None:
    """By a problem that the operation lists, or because it can be no credential."""
    with pytest.raises(Unauthorized):
        await remote(token(404, problem(kind)))


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (200, b""),
        (200, b"<html>"),
        (200, b"[]"),
        (200, b"{}"),
        (200, b'{"subject": ""}'),
        (200, b'{"subject": 1}'),
        (200, b'{"subject": null}'),
        (200, b'{"subject": "ann", "roles": "admin"}'),
        (200, b'{"subject": "ann", "roles": [1]}'),
        (200, b'{"subject": "ann", "scopes": null}'),
        (200, b'{"subject": "\xff"}'),
        (200, b"[" * 60_000),
        (204, b""),
        (307, b""),
        (400, b""),
        (404, problem("urn:problem:not_found")),
        (404, b"[1]"),
        (401, problem("about:blank")),
        (500, problem(REFUSAL)),
        (503, problem("urn:problem:service_unavailable")),
        (599, b""),
    ],
)
async def test_whatever_else_is_nobodys_fault_who_calls(
    remote: Remote, status: int, body: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    """503: somebody has to look, and the log says at what; it never says the credential."""
    credential = token(status, body, mark=0.123456)

    with pytest.raises(ServiceUnavailable) as raised:
        await remote(credential)

    assert raised.value.headers == {"Retry-After": "5"}
    assert "123456" not in caplog.text + str(raised.value)


async def test_an_endless_answer_is_left(remote: Remote) -> None:
    """Nobody who answers megabytes fills our memory."""
    with pytest.raises(ServiceUnavailable):
        await remote(token(200, b"x" * 10_000, times=100))


@pytest.mark.parametrize("slow", [{"sleep": 9}, {"times": 100, "pause": 0.2}])
async def test_a_slow_answer_is_not_waited_for(
    remote: Remote, slow: dict[str, float], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither one that does not begin nor one that drips."""
    monkeypatch.setattr("framework.runtime.auth.remote._LONGEST", 0.3)

    with pytest.raises(ServiceUnavailable):
        await remote(token(200, b"x", **slow))


async def test_who_is_away_is_left_alone_for_a_while() -> None:
    """After five failures in a row nobody waits for the next one."""
    remote = verified_by("http://127.0.0.1:9", service="gate", path="/", credential="token")
    for _ in range(5):
        with pytest.raises(ServiceUnavailable):
            await remote("x")
    remote.url = "http://127.0.0.1:9/none"
    await remote.aclose()

    with pytest.raises(ServiceUnavailable):
        await remote("x")
    assert remote._client is None  # noqa: SLF001 - it was not even opened


async def test_answers_never_make_others_wait(remote: Remote) -> None:
    """A credential that makes the other service fail does so for its own caller only."""
    for _ in range(9):
        with pytest.raises(ServiceUnavailable):
            await remote(token(500, b""))

    assert (await remote(token(200, b'{"subject": "ann"}'))).subject == "ann"


async def test_a_secret_subject_is_marked(address: str) -> None:
    """So that it stays out of logs."""
    remote = verified_by(address, service="gate", path="/", credential="token", secret=True)
    identity = await remote(token(200, b'{"subject": "ann"}'))
    await remote.aclose()

    assert identity.secret
