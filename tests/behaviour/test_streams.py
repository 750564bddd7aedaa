"""Streams over a real socket: what arrives when, what ends them, and what is left behind."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import asynccontextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from structlog.testing import capture_logs

from tests.behaviour.projects import GOOD
from tests.behaviour.sockets import served, until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path
    from types import ModuleType

pytestmark = pytest.mark.anyio
EVENTS = "/v1/reports/events"


@pytest.fixture
def reports(news: Path) -> ModuleType:
    """Give the module of the controller, without any reports."""
    del news
    module = import_module("services.news_desk.controllers.reports")
    module.REPORTS.clear()
    module.SEEN.clear()
    module.NEWS = asyncio.Condition()
    return module


@pytest.fixture
async def client(reports: ModuleType) -> AsyncIterator[httpx.AsyncClient]:
    """Give a client of the running service, whose streams are silent for 0.2 s at most."""
    del reports
    async with running(stream_heartbeat=0.2) as client:
        yield client


@asynccontextmanager
async def running(**settings: Any) -> AsyncIterator[httpx.AsyncClient]:  # noqa: ANN401 - settings of any type
    """Serve the news desk."""
    made = import_module("services.news_desk.settings").Settings(**settings)
    app = import_module("services.news_desk.main").create(made)
    async with (
        served(app) as address,
        httpx.AsyncClient(base_url=f"http://{address}", timeout=5) as client,
    ):
        yield client


async def frames(answer: httpx.Response) -> AsyncIterator[dict[str, str]]:
    """Yield each frame of a stream; a comment is the field ``."""
    fields: dict[str, str] = {}
    async for line in answer.aiter_lines():
        if line:
            name, _, value = line.partition(":")
            fields[name] = value.removeprefix(" ")
        else:
            yield fields
            fields = {}


async def messages(answer: httpx.Response) -> AsyncIterator[dict[str, str]]:
    """Yield the frames that carry something."""
    async for frame in frames(answer):
        if "data" in frame:
            yield frame


async def test_messages_arrive_one_by_one(client: httpx.AsyncClient, reports: ModuleType) -> None:
    """Each as soon as it is there: the second is written after the first was read."""
    await reports.tell("one")
    async with client.stream("GET", EVENTS) as answer:
        arriving = messages(answer)
        first = await anext(arriving)
        await reports.tell("two\nlines")
        second = await anext(arriving)

    assert answer.headers["Content-Type"].startswith("text/event-stream")
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Accel-Buffering"] == "no"
    assert first["id"] == "1"
    assert json.loads(first["data"]) == {"id": 1, "section": "home", "body": "one"}
    assert json.loads(second["data"])["body"] == "two\nlines"


async def test_silence_is_kept_alive(client: httpx.AsyncClient) -> None:
    """A stream without a message begins nevertheless, with a hint when to retry, then comments."""
    async with client.stream("GET", EVENTS) as answer:
        quiet = frames(answer)
        first = [await anext(quiet) for _ in range(4)]

    assert first == [{"retry": "3000"}, {"": ""}, {"": ""}, {"": ""}]


async def test_coming_back_loses_nothing(client: httpx.AsyncClient, reports: ModuleType) -> None:
    """`Last-Event-ID` leads behind the last message that was read, whatever came meanwhile."""
    for number in range(5):
        await reports.tell(str(number))
    got: list[str] = []
    async with client.stream("GET", EVENTS) as answer:
        async for frame in messages(answer):
            got.append(frame["id"])
            if len(got) == 3:
                break
    await reports.tell("5")
    async with client.stream("GET", EVENTS, headers={"Last-Event-ID": got[-1]}) as answer:
        async for frame in messages(answer):
            got.append(frame["id"])
            if len(got) == 6:
                break

    assert got == ["1", "2", "3", "4", "5", "6"]


@pytest.mark.parametrize("given", ["a b", "é", "x" * 129, ""])
async def test_an_id_that_no_message_has_is_refused(client: httpx.AsyncClient, given: str) -> None:
    """422, as the document says of the header."""
    answer = await client.get(EVENTS, headers={"Last-Event-ID": given.encode()})

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "/header/Last-Event-ID"


async def test_leaving_ends_the_controller(client: httpx.AsyncClient, reports: ModuleType) -> None:
    """Its `finally` runs at once, and may wait for what it closes."""
    await reports.tell("one")
    async with client.stream("GET", EVENTS) as answer:
        await anext(messages(answer))
    await until(reports.SEEN, 1)

    assert reports.SEEN == ["closed"]


async def test_a_problem_before_the_first_message_is_an_answer(client: httpx.AsyncClient) -> None:
    """With its status and its fields, as of any other operation."""
    answer = await client.get(EVENTS, params={"section": "world"})

    assert answer.status_code == 404
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["desk"] == "world"


async def test_a_listed_problem_later_is_a_frame(
    client: httpx.AsyncClient, reports: ModuleType
) -> None:
    """The stream ends with the problem document."""
    await reports.tell("one")
    await reports.tell("close")
    with capture_logs() as logs:
        async with client.stream("GET", EVENTS) as answer:
            got = [frame async for frame in messages(answer)]

    assert [frame.get("event") for frame in got] == [None, "problem"]
    assert json.loads(got[1]["data"])["type"] == "urn:problem:desk_closed"
    assert not [entry for entry in logs if entry["log_level"] == "error"]


@pytest.mark.parametrize("fault", ["unlisted", "invalid"])
async def test_a_fault_later_is_a_frame(
    client: httpx.AsyncClient, reports: ModuleType, fault: str
) -> None:
    """What the contract does not foresee is logged, and the client learns that it was no end."""
    await reports.tell("one")
    await reports.tell(fault)
    with capture_logs() as logs:
        async with client.stream("GET", EVENTS) as answer:
            got = [frame async for frame in messages(answer)]

    assert json.loads(got[1]["data"])["type"] == "urn:problem:internal_error"
    assert "secret" not in got[1]["data"]
    assert [entry["log_level"] for entry in logs].count("error") == 1


@pytest.mark.parametrize("fault", ["unlisted", "invalid"])
async def test_a_fault_at_first_is_a_500(
    client: httpx.AsyncClient, reports: ModuleType, fault: str
) -> None:
    """No header of success leaves before there is something to send."""
    await reports.tell(fault)

    assert (await client.get(EVENTS)).status_code == 500


@asynccontextmanager
async def unread(port: int) -> AsyncIterator[None]:
    """Ask for the stream, and read nothing of it."""
    with socket.socket() as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.settimeout(0)
        await asyncio.get_running_loop().sock_connect(connection, ("127.0.0.1", port))
        connection.sendall(f"GET {EVENTS} HTTP/1.1\r\nHost: test\r\n\r\n".encode())
        yield


@pytest.mark.slow
async def test_nothing_piles_up_for_who_does_not_read(reports: ModuleType, news: Path) -> None:
    """A controller is asked for as much as the connection takes, not for all that there is."""
    del news
    for _ in range(100_000):
        reports.REPORTS.append(reports.ReportRead(id=1, section="home", text="x" * 200))
    sent = 0

    def count(report: Any) -> Any:  # noqa: ANN401 - a class of the compiled project
        nonlocal sent
        sent += 1
        return report

    reports.obeyed, obeyed = count, reports.obeyed
    try:
        async with running() as client, unread(client.base_url.port or 0):
            settled = -1
            while sent != settled:  # the kernel takes a few megabytes
                settled = sent
                await asyncio.sleep(0.4)
            assert 0 < sent < 100_000
    finally:
        reports.obeyed = obeyed


async def test_what_is_stored_is_stored_for_itself(
    client: httpx.AsyncClient, reports: ModuleType
) -> None:
    """`Sessions` opens a transaction for each piece of work; a stream may be asked with a body."""
    answer = await client.post("/v1/reports/search", json={"words": ["a", "b"]})

    got = [json.loads(line[6:]) for line in answer.text.splitlines() if line.startswith("data:")]
    assert [report["body"] for report in got] == ["A", "B"]
    assert answer.status_code == 200
    assert reports.SEEN == ["from the start"] * 2


async def test_the_session_of_the_request_is_refused(client: httpx.AsyncClient) -> None:
    """A transaction must not stay open for as long as somebody listens: the log says what to do."""
    with capture_logs() as logs:
        answer = await client.post("/v1/reports/search", json={"words": ["session"]})

    assert answer.status_code == 500
    assert "ask for `Sessions`" in str(logs[0]["exc_info"].__cause__ or logs[0]["exc_info"])


async def test_a_stream_of_a_union_is_asked_for_no_more_than_headers(
    client: httpx.AsyncClient, reports: ModuleType
) -> None:
    """GET sends each kind of message; HEAD ends with the headers, and asks for no second one."""
    whole = await client.get("/v1/reports/matches/2")
    played = len(reports.SEEN)
    head = await client.head("/v1/reports/matches/2")

    got = [json.loads(line[6:]) for line in whole.text.splitlines() if line.startswith("data:")]
    assert [moment["kind"] for moment in got] == ["started", "scored", "scored"]
    assert head.headers["Content-Type"].startswith("text/event-stream")
    assert len(reports.SEEN) == played


@pytest.mark.slow
def test_stopping_the_service_ends_its_streams(news: Path) -> None:
    """SIGTERM: the stream ends as a whole, the process soon after; no flag of the server needed."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        port = int(found.getsockname()[1])
    command = (sys.executable, "-m", "uvicorn", "--factory", "services.news_desk.main:create")
    path = os.pathsep.join((str(news), str(GOOD.parents[2])))
    with subprocess.Popen(
        (*command, "--port", str(port)), cwd=news, env={**os.environ, "PYTHONPATH": path}
    ) as process:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=20) as client:
            while True:
                try:
                    client.get("/health/live")
                    break
                except httpx.ConnectError:
                    assert process.poll() is None
                    time.sleep(0.05)
            with client.stream("GET", EVENTS) as answer:
                process.send_signal(signal.SIGTERM)
                began = time.monotonic()
                text = answer.read().decode()
        assert process.wait(10) in {0, -signal.SIGTERM}

    assert text.startswith("retry:")
    assert time.monotonic() - began < 4
