"""WebSockets over a real socket: models both ways, and what ends a conversation how."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
import time
from contextlib import asynccontextmanager, suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from structlog.testing import capture_logs
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect as connect_now

from framework.runtime.http.sockets import socket as sockets
from tests.behaviour.projects import GOOD, composed, importing
from tests.behaviour.sockets import hosted, served, until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path
    from types import ModuleType

pytestmark = pytest.mark.anyio
ROOM = "/v1/rooms/1?name=ada"


@pytest.fixture(scope="module")
def talk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Import `services` and `shared.generated` of the golden case of sockets."""
    root = composed("sockets", "talk", tmp_path_factory.mktemp("talk"))
    with importing(root):
        yield root


@pytest.fixture
def rooms(talk: Path) -> ModuleType:
    """Give the module of the controller, which has seen nothing."""
    del talk
    module = import_module("services.talk_show.controllers.rooms")
    module.SEEN.clear()
    return module


@pytest.fixture
async def address(rooms: ModuleType) -> AsyncIterator[str]:
    """Serve the talk show; give where."""
    del rooms
    async with running() as address:
        yield address


@asynccontextmanager
async def running(**options: Any) -> AsyncIterator[str]:  # noqa: ANN401 - settings of any type
    """Serve the talk show under these settings."""
    made = import_module("services.talk_show.settings").Settings(**options)
    async with served(import_module("services.talk_show.main").create(made)) as address:
        yield address


def said(words: str, **more: object) -> str:
    """Return a line as its JSON."""
    return json.dumps({"says": words, **more})


async def end_of(client: ClientConnection) -> tuple[list[dict[str, Any]], int, str]:
    """Return what still comes, and how the server closes."""
    frames: list[dict[str, Any]] = []
    with suppress(ConnectionClosed):
        while True:
            frames.append(json.loads(await asyncio.wait_for(client.recv(), 5)))
    return frames, client.close_code or 0, client.close_reason or ""


async def test_models_travel_both_ways(address: str, rooms: ModuleType) -> None:
    """Aliases and defaults as in bodies; parameters of path, query and header as in requests."""
    trace = "00000000-0000-4000-8000-000000000000"
    headers = {"X-Trace": trace}
    async with connect(f"ws://{address}{ROOM}", additional_headers=headers) as client:
        await client.send(said("hello"))
        first = json.loads(await client.recv())
        await client.send(said("store", mood="angry"))
        second = json.loads(await client.recv())
    await until(rooms.SEEN, 1)

    assert first == {"id": 1, "says": "hello", "mood": "calm"}
    assert second == {"id": 2, "says": "stored", "mood": "angry"}
    assert [f"ada left {trace}"] == rooms.SEEN


@pytest.mark.parametrize(
    ("frame", "problem", "code"),
    [
        ("{", "malformed_body", 1008),
        ("", "malformed_body", 1008),
        ('{"says": "a", "says": "b"}', "malformed_body", 1008),
        ('{"says": NaN}', "malformed_body", 1008),
        ('{"says": "\\ud800"}', "malformed_body", 1008),
        ("[" * 5000, "malformed_body", 1008),
        ('{"says": "\\u0000"}', "validation_failed", 1008),
        ('{"says": "a", "more": 1}', "validation_failed", 1008),
        ('{"text": "a"}', "validation_failed", 1008),
        ("[]", "validation_failed", 1008),
        ("x" * 65_537, "payload_too_large", 1009),
    ],
)
async def test_what_is_no_message_ends_the_conversation(
    address: str, rooms: ModuleType, frame: str, problem: str, code: int
) -> None:
    """A problem document says why, then the close code of its kind; the controller just ends."""
    async with connect(f"ws://{address}{ROOM}") as client:
        await client.send(frame)
        frames, closed, _ = await end_of(client)

    assert [answer["type"] for answer in frames] == [f"urn:problem:{problem}"]
    await until(rooms.SEEN, 1)
    assert closed == code
    assert rooms.SEEN == ["ada left None"]


async def test_bytes_are_not_taken(address: str) -> None:
    """1003: messages are text."""
    async with connect(f"ws://{address}{ROOM}") as client:
        await client.send(said("hello").encode())
        frames, closed, _ = await end_of(client)

    assert (frames, closed) == ([], 1003)


@pytest.mark.parametrize("fault", ["crash", "unlisted", "invalid", "session"])
async def test_a_fault_of_the_service_is_1011(address: str, fault: str) -> None:
    """It is logged, and told without any secret; so is a message that violates its model."""
    with capture_logs() as logs:
        async with connect(f"ws://{address}{ROOM}") as client:
            await client.send(said(fault))
            frames, closed, _ = await end_of(client)

    assert [answer["type"] for answer in frames] == ["urn:problem:internal_error"]
    assert "secret" not in str(frames)
    assert closed == 1011
    assert [entry["log_level"] for entry in logs].count("error") == 1


async def test_a_listed_problem_has_a_code_of_its_own(address: str) -> None:
    """Its document, then 4000 and its status."""
    async with connect(f"ws://{address}{ROOM}") as client:
        await client.send(said("out"))
        frames, closed, reason = await end_of(client)

    assert [answer["type"] for answer in frames] == ["urn:problem:thrown_out"]
    assert (closed, reason) == (4403, "You were thrown out")


async def test_a_controller_closes_as_it_likes(address: str) -> None:
    """With a code from 3000 to 4999; with 1000 if it just returns."""
    async with connect(f"ws://{address}{ROOM}") as client:
        await client.send(said("bye"))
        assert await end_of(client) == ([], 4001, "as you wish")
    ticket = {"Authorization": "Bearer ticket"}
    async with connect(f"ws://{address}/votes", additional_headers=ticket) as client:
        await client.send('{"kind": "joined", "name": "ada"}')
        assert await end_of(client) == ([], 1000, "")
    assert import_module("services.talk_show.controllers.votes").VOTES[-1].name == "ada"


@pytest.mark.parametrize(
    ("path", "headers", "status", "kind"),
    [
        ("/v1/rooms/9?name=ada", {}, 404, "no_such_room"),
        ("/v1/rooms/0?name=ada", {}, 422, "validation_failed"),
        ("/v1/rooms/1", {}, 422, "validation_failed"),
        (ROOM, {"X-Trace": "1"}, 422, "validation_failed"),
        (ROOM, {"Origin": "https://evil.example"}, 403, "foreign_origin"),
        (ROOM, {"Origin": "null"}, 403, "foreign_origin"),
        ("/nowhere", {}, 404, "not_found"),
        ("/votes", {}, 401, "unauthorized"),
        ("/votes", {"Authorization": "Bearer forged"}, 401, "unauthorized"),
        ("/votes/count", {"X-Desk-Key": "forged"}, 401, "unauthorized"),
    ],
)
async def test_a_handshake_is_refused_with_a_problem(
    address: str, path: str, headers: dict[str, str], status: int, kind: str
) -> None:
    """The HTTP answer that any other operation would give."""
    with pytest.raises(InvalidStatus) as refused:
        await connect(f"ws://{address}{path}", additional_headers=headers)

    answer = refused.value.response
    assert answer.status_code == status
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert json.loads(answer.body)["type"] == f"urn:problem:{kind}"


@pytest.mark.parametrize("origin", ["http://{}", "HTTPS://Other.example"])
async def test_own_and_listed_origins_are_let_in(rooms: ModuleType, origin: str) -> None:
    """A page of this host, and of those that the settings name."""
    del rooms
    async with running(socket_origins="https://third.example https://other.example") as address:
        headers = {"Origin": origin.format(address)}
        async with connect(f"ws://{address}{ROOM}", additional_headers=headers) as client:
            await client.send(said("hello"))
            assert json.loads(await client.recv())["id"] == 1


async def test_a_path_may_be_read_beside(address: str) -> None:
    """A GET and a WebSocket share it."""
    async with httpx.AsyncClient(base_url=f"http://{address}") as client:
        assert (await client.get("/v1/rooms/3")).json()[0]["id"] == 3
        assert (await client.get("/v1/rooms/lobby")).status_code == 422


async def test_leaving_cancels_nothing_half_done(address: str, rooms: ModuleType) -> None:
    """What a message has begun is finished; its answer finds nobody, and that is no fault."""
    async with connect(f"ws://{address}{ROOM}") as client:
        await client.send(said("slow"))
        await asyncio.sleep(0.1)
    await until(rooms.SEEN, 1)
    await asyncio.sleep(0.1)

    assert rooms.SEEN == ["finished"]


async def test_a_controller_that_waits_for_others_is_cancelled(
    address: str, rooms: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some time after its client has left: nothing waits for ever."""
    monkeypatch.setattr(sockets, "LEAVE_SECONDS", 0.2)
    async with connect(f"ws://{address}/v1/rooms/lobby") as client:
        kinds = [json.loads(await client.recv())["kind"] for _ in range(2)]
    assert rooms.SEEN == []
    await until(rooms.SEEN, 1)

    assert kinds == ["joined", "left"]
    assert rooms.SEEN == ["cancelled"]


async def test_nothing_is_received_where_nothing_travels(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """1003 for whatever is sent to a WebSocket without `receive`."""
    monkeypatch.setattr(sockets, "LEAVE_SECONDS", 0.1)
    async with connect(f"ws://{address}/v1/rooms/lobby") as client:
        await client.send("{}")
        _, closed, _ = await end_of(client)

    assert closed == 1003


async def test_silence_ends(talk: Path) -> None:
    """1001 after as long as the settings say."""
    del talk
    async with running(socket_idle=0.2) as address, connect(f"ws://{address}{ROOM}") as client:
        _, closed, _ = await end_of(client)

    assert closed == 1001


@pytest.mark.slow
async def test_what_is_said_is_no_silence(rooms: ModuleType) -> None:
    """Whoever says it, the time begins anew."""
    async with running(socket_idle=1.2) as address, connect(f"ws://{address}{ROOM}") as client:
        for _ in range(3):
            await asyncio.sleep(0.5)
            await client.send(said("hello"))
            await client.recv()
        _, closed, _ = await end_of(client)

    await until(rooms.SEEN, 1)
    assert closed == 1001
    assert rooms.SEEN == ["ada left None"]


async def test_many_converse_at_once(address: str) -> None:
    """200 clients, each with its own answers."""

    async def converse(number: int) -> list[str]:
        async with connect(f"ws://{address}{ROOM}", open_timeout=30) as client:
            for turn in range(3):
                await client.send(said(f"{number}-{turn}"))
            return [json.loads(await client.recv())["says"] for _ in range(3)]

    answers = await asyncio.gather(*(converse(number) for number in range(200)))

    assert answers == [[f"{number}-{turn}" for turn in range(3)] for number in range(200)]


async def test_stopping_the_service_says_goodbye(talk: Path) -> None:
    """SIGTERM: 1001, and the process ends, though a controller waits for something else."""
    path = os.pathsep.join((str(talk), str(GOOD.parents[2])))
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "uvicorn", "--factory", "services.talk_show.main:create"),
        *("--port", "0"),
        cwd=talk,
        env={**os.environ, "PYTHONPATH": path},
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    while b"http://127.0.0.1:" not in (line := await process.stdout.readline()):
        assert line
    port = int(line.split(b"http://127.0.0.1:")[1].split()[0])
    async with connect(f"ws://127.0.0.1:{port}{ROOM}") as client:
        process.send_signal(signal.SIGTERM)
        began = time.monotonic()
        _, closed, _ = await end_of(client)
    await process.communicate()

    assert closed == 1001
    assert time.monotonic() - began < 4


@pytest.fixture(scope="module")
def hall(talk: Path) -> Iterator[str]:
    """Serve the talk show in a thread, for clients that block."""
    del talk
    made = import_module("services.talk_show.settings").Settings(log_level="error")
    app = import_module("services.talk_show.main").create(made)
    with hosted(app) as address:
        yield f"ws://{address}"


SPECIAL = {"out", "crash", "unlisted", "invalid", "bye", "slow", "session", "store"}
WORDS = st.text(st.characters(exclude_characters="\0", codec="utf-8"), min_size=1, max_size=100)


@settings(deadline=None)
@given(st.one_of(st.text(max_size=50), st.binary(max_size=50)))
def test_no_frame_is_a_fault_of_the_service(hall: str, frame: str | bytes) -> None:
    """Whatever is sent that is no message: 1003 or 1008, never 1011."""
    with connect_now(f"{hall}{ROOM}") as client:
        client.send(frame)
        with suppress(ConnectionClosed):
            while True:
                assert json.loads(client.recv(5))["status"] in {400, 422}
    assert client.protocol.close_code == (1003 if isinstance(frame, bytes) else 1008)


@settings(deadline=None)
@given(st.lists(WORDS.filter(lambda words: words not in SPECIAL), min_size=1, max_size=5))
def test_every_message_gets_its_reply(hall: str, words: list[str]) -> None:
    """Any text that the model allows comes back as it went."""
    with connect_now(f"{hall}{ROOM}") as client:
        for number, word in enumerate(words, start=1):
            client.send(said(word))
            assert json.loads(client.recv(5)) == {"id": number, "says": word, "mood": "calm"}
