"""What a client does when the other side is slow, away, broken, or says no."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

import httpx
import pytest
from pydantic import BaseModel
from starlette.requests import cookie_parser

from framework.runtime.clients import (
    Call,
    CallError,
    CircuitOpenError,
    Client,
    Retry,
    UnexpectedAnswerError,
    UnreachableError,
    cookie,
    open_client,
    path,
    query,
)
from framework.runtime.clients.breaker import FAILURES, REST, Breaker
from framework.runtime.context import correlation_id
from framework.runtime.problems import Problem

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Coroutine, Mapping

    Answering = Callable[[httpx.Request], Coroutine[None, None, httpx.Response]]

pytestmark = pytest.mark.anyio

QUICK = Retry(attempts=3, base=0.001, max=0.002)
PROBLEM = {"content-type": "application/problem+json"}


class Thing(BaseModel):
    """What is read."""

    id: int


class Gone(Problem):
    """It is not there; it never was there under `known_as`."""

    type: ClassVar[str] = "urn:problem:gone"
    title: ClassVar[str] = "Gone"
    status: ClassVar[int] = 404
    aliases: ClassVar[Mapping[str, str]] = {"known_as": "knownAs"}

    def __init__(self, *, known_as: int, detail: str | None = None) -> None:
        """Say what it was known as."""
        super().__init__(detail, known_as=known_as)
        self.known_as = known_as


class Busy(Problem):
    """Nothing was done; ask again."""

    type: ClassVar[str] = "urn:problem:busy"
    title: ClassVar[str] = "Busy"
    status: ClassVar[int] = 409
    retryable: ClassVar[bool] = True


READ = Call[Thing](
    "shop.read",
    "GET",
    "/things/{id}",
    200,
    parameters=[path("id", str), query("q", str)],
    result=Thing,
    errors=[Gone],
    timeout=0.2,
    retry=QUICK,
)
STORE = Call[Thing](
    "shop.store", "POST", "/things", 201, body=Thing, result=Thing, errors=[Busy], retry=QUICK
)


class ShopClient(Client):
    """What a generated client looks like."""

    async def read(self, *, id: str, q: str | None = None) -> Thing:  # noqa: A002 - as specs say
        """Read."""
        return await self._call(READ, id=id, q=q)

    async def store(self, *, payload: Thing) -> Thing:
        """Store."""
        return await self._call(STORE, payload)


class Shop:
    """Answers what it is told to, one after the other, and then the last for ever."""

    def __init__(self, *answers: httpx.Response | Exception) -> None:
        """Hold the answers."""
        self.answers = list(answers)
        self.asked: list[httpx.Request] = []

    async def __call__(self, request: httpx.Request) -> httpx.Response:
        """Answer."""
        self.asked.append(request)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        return answer


async def read(shop: Answering, id: str = "1", q: str | None = None) -> Thing:  # noqa: A002 - as specs say
    """Read from `shop`."""
    async with open_client(ShopClient, "http://shop", httpx.MockTransport(shop)) as client:
        return await client.read(id=id, q=q)


async def store(shop: Answering) -> Thing:
    """Store in `shop`."""
    async with open_client(ShopClient, "http://shop", httpx.MockTransport(shop)) as client:
        return await client.store(payload=Thing(id=1))


def thing(status: int = 200) -> httpx.Response:
    """Give what both operations answer with."""
    return httpx.Response(status, json={"id": 1, "added_later": True})


async def test_what_is_new_is_let_pass() -> None:
    """A field that this side does not know yet breaks nothing."""
    assert await read(Shop(thing())) == Thing(id=1)


async def test_values_are_escaped() -> None:
    """No value leads to another path, parameter or header."""
    shop = Shop(thing())

    await read(shop, id="a/../b?c#d%2F é", q="x&y=1 +")

    url = shop.asked[0].url
    assert url.raw_path == b"/things/a%2F..%2Fb%3Fc%23d%252F%20%C3%A9?q=x%26y%3D1+%2B"


@pytest.mark.parametrize("text", ["a;b=c", 'say "hi"', "a\\b", "plain", "a, b"])
def test_cookies_are_quoted(text: str) -> None:
    """What would end a value, or start another cookie, comes out as it went in."""
    call = Call[None]("shop.enter", "GET", "/", 204, parameters=[cookie("name", str)])

    ((name, written),) = call.sent({"name": text}, None).headers

    assert (name, cookie_parser(written)) == ("cookie", {"name": text})


async def test_the_correlation_id_goes_along() -> None:
    """One id follows a piece of work through all services."""
    shop = Shop(thing())
    token = correlation_id.set("abc-123")
    try:
        await read(shop)
    finally:
        correlation_id.reset(token)

    assert shop.asked[0].headers["x-correlation-id"] == "abc-123"


async def test_a_listed_problem_is_raised_again() -> None:
    """With its members, under their Python names."""
    document = {**Gone(known_as=7, detail="sold").to_document(), "instance": "urn:request:1"}
    shop = Shop(httpx.Response(404, json=document, headers=PROBLEM))

    with pytest.raises(Gone) as caught:
        await read(shop)

    assert (caught.value.known_as, caught.value.detail) == (7, "sold")
    assert len(shop.asked) == 1


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (httpx.Response(500, text="<html>"), "answered with 500: Internal Server Error"),
        (httpx.Response(404, json={"type": "urn:problem:gone"}), "answered with 404: Not Found"),
        (
            httpx.Response(404, json={"type": "urn:problem:gone", "title": "T"}, headers=PROBLEM),
            "answered with 404: T",
        ),
        (httpx.Response(404, content=b"{", headers=PROBLEM), "answered with 404: Not Found"),
        (httpx.Response(404, content=b"[1]", headers=PROBLEM), "answered with 404: Not Found"),
        (httpx.Response(204), "answered with 204: No Content"),
        (httpx.Response(200, content=b"{"), "the body` is not what the contract says"),
        (httpx.Response(200, json={"id": "x"}), "`id` is not what the contract says: int_parsing"),
        (httpx.Response(302, headers={"location": "/x"}), "answered with 302: Found"),
    ],
)
async def test_what_the_contract_does_not_list_is_unexpected(
    answer: httpx.Response, sentence: str
) -> None:
    """Whatever comes, callers catch one class, and it says what came; never a value."""
    shop = Shop(answer)

    with pytest.raises(UnexpectedAnswerError, match=sentence) as caught:
        await read(shop)

    assert caught.value.operation == "shop.read"
    assert caught.value.status == answer.status_code
    assert len(shop.asked) == 1


async def test_what_may_be_repeated_is() -> None:
    """A read survives two failures of which each may pass."""
    shop = Shop(httpx.Response(503), httpx.ReadError("reset"), thing())

    assert await read(shop) == Thing(id=1)
    assert len(shop.asked) == 3


async def test_the_attempts_are_counted() -> None:
    """Then the last failure is what the caller sees."""
    shop = Shop(httpx.Response(503))

    with pytest.raises(UnexpectedAnswerError, match="503"):
        await read(shop)

    assert len(shop.asked) == 3


@pytest.mark.parametrize("failure", [httpx.Response(503), httpx.ReadError("reset")])
async def test_what_may_have_been_done_is_not_done_twice(
    failure: httpx.Response | Exception,
) -> None:
    """A POST that may have arrived is not sent again."""
    shop = Shop(failure, thing(201))

    with pytest.raises(CallError):
        await store(shop)

    assert len(shop.asked) == 1


@pytest.mark.parametrize(
    "failure",
    [
        httpx.ConnectError("refused"),
        httpx.Response(409, json=Busy().to_document(), headers=PROBLEM),
    ],
)
async def test_what_was_not_done_is_done_later(failure: httpx.Response | Exception) -> None:
    """A POST is sent again if it never left, or if its problem says that nothing was done."""
    shop = Shop(failure, thing(201))

    assert await store(shop) == Thing(id=1)
    assert len(shop.asked) == 2


async def test_slowness_ends() -> None:
    """The time limit is over the whole answer, not over each piece of it."""

    async def drip(_: httpx.Request) -> httpx.Response:
        async def pieces() -> AsyncIterator[bytes]:
            while True:
                yield b" "
                await asyncio.sleep(0.05)

        return httpx.Response(200, content=pieces())

    async with asyncio.timeout(3):
        with pytest.raises(UnreachableError, match=r"not answered within 0\.2 s"):
            await read(drip)


async def test_size_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer that is larger than the limit is not kept."""
    monkeypatch.setattr("framework.runtime.clients.client.LARGEST", 10)

    with pytest.raises(UnexpectedAnswerError, match="longer than 10 bytes"):
        await read(Shop(thing()))


async def test_who_keeps_failing_is_left_alone() -> None:
    """After some failures in a row nothing is sent any more."""
    shop = Shop(httpx.ConnectError("refused"))
    async with open_client(ShopClient, "http://shop", httpx.MockTransport(shop)) as client:
        for _ in range(FAILURES):
            with pytest.raises(UnreachableError):
                await client.store(payload=Thing(id=1))
        with pytest.raises(CircuitOpenError):
            await client.read(id="1")

    assert len(shop.asked) == FAILURES


def test_a_breaker_finds_out_with_one_call() -> None:
    """After its rest it lets one through; that one decides."""
    now = 0.0
    breaker = Breaker(lambda: now)
    for _ in range(FAILURES):
        assert breaker.admits()
        breaker.note(failed=True)
    assert not breaker.admits()

    now = REST
    assert [breaker.admits(), breaker.admits()] == [True, False]
    breaker.note(failed=True)
    assert not breaker.admits()

    now = 2 * REST
    assert breaker.admits()
    breaker.note(failed=False)
    assert [breaker.admits(), breaker.admits()] == [True, True]


def test_pauses_grow_and_end() -> None:
    """They double up to the longest, half of each being chance; what is asked for is waited for."""
    retry = Retry(attempts=9, base=1.0, max=5.0)

    pauses = [retry.pause(attempt) for attempt in (1, 2, 3, 4, 9)]
    assert all(
        full / 2 <= pause <= full for pause, full in zip(pauses, (1, 2, 4, 5, 5), strict=True)
    )
    assert retry.pause(1, asked=3.0) == 3.0
    assert retry.pause(1, asked=3600.0) == 5.0
    assert Retry(base=1.0, backoff="constant").pause(9) <= 1.0


async def test_what_cannot_be_unpacked_is_a_failed_call() -> None:
    """Callers catch CallError whatever the other side sends, a broken encoding too."""
    answer = httpx.Response(200, headers={"content-encoding": "gzip"}, stream=Pieces(b"no gzip"))

    with pytest.raises(UnreachableError, match="DecodingError"):
        await store(Shop(answer))


class Pieces(httpx.AsyncByteStream):
    """A body as it comes off the network."""

    def __init__(self, *pieces: bytes) -> None:
        """Hold the pieces."""
        self._pieces = pieces

    async def __aiter__(self) -> AsyncIterator[bytes]:
        """Yield them."""
        for piece in self._pieces:
            yield piece


async def test_who_stops_waiting_says_nothing_of_the_other_side() -> None:
    """Requests whose own clients leave never shut the door to a service that works."""
    waits = asyncio.Event()

    async def answer(request: httpx.Request) -> httpx.Response:
        if request.method == "POST":
            await waits.wait()
        return thing()

    async with open_client(ShopClient, "http://shop", httpx.MockTransport(answer)) as client:
        for _ in range(FAILURES):
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(client.store(payload=Thing(id=1)), 0.01)
        assert await client.read(id="1") == Thing(id=1)


async def test_no_proxy_is_told_of_a_credential(monkeypatch: pytest.MonkeyPatch) -> None:
    """Calls go to the service itself, whatever the environment says."""
    proxied: list[bytes] = []

    async def listen(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        proxied.append(await reader.readuntil(b"\r\n\r\n"))
        writer.close()

    server = await asyncio.start_server(listen, "127.0.0.1")
    host, port = server.sockets[0].getsockname()
    monkeypatch.setenv("HTTP_PROXY", f"http://{host}:{port}")
    monkeypatch.setenv("ALL_PROXY", f"http://{host}:{port}")
    secret = {"Authorization": "Bearer secret"}
    async with server, open_client(ShopClient, "http://127.0.0.1:1", credentials=secret) as client:
        with pytest.raises(UnreachableError):
            await client.store(payload=Thing(id=1))

    assert not proxied
