"""The ASGI side of a WebSocket, with a server that is only a list."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from framework.runtime.http.sockets.line import Line, SocketClosedError
from framework.runtime.problems import InternalError, NotFound

if TYPE_CHECKING:
    from starlette.types import Message

pytestmark = pytest.mark.anyio


class Server:
    """Remembers what it is sent; a client that is `gone` makes sending fail, as uvicorn has it."""

    def __init__(self, *, extended: bool = True) -> None:
        """Know the extension that answers handshakes, or not."""
        self.sent: list[Message] = []
        self.gone = False
        extensions: dict[str, object] = {"websocket.http.response": {}} if extended else {}
        scope = {"type": "websocket", "extensions": extensions}
        self.line = Line(scope, self.receive, self.send)

    async def receive(self) -> Message:
        """Tell that the client left."""
        return {"type": "websocket.disconnect", "code": 1005}

    async def send(self, message: Message) -> None:
        """Take a message."""
        if self.gone:
            raise OSError
        await asyncio.sleep(0)
        self.sent.append(message)

    @property
    def kinds(self) -> list[str]:
        """What was sent, without `websocket.`."""
        return [message["type"].removeprefix("websocket.") for message in self.sent]


async def test_the_first_use_accepts_once() -> None:
    """However many tasks use it at the same time."""
    server = Server()
    await asyncio.gather(*(server.line.write(str(number)) for number in range(3)))
    await server.line.close()
    await server.line.close()

    assert server.kinds == ["accept", "send", "send", "send", "close"]


async def test_a_handshake_is_refused_with_a_document_or_at_all() -> None:
    """A server that cannot answer with a document closes: the client sees 403."""
    able, unable = Server(), Server(extended=False)
    await able.line.refuse(NotFound())
    await unable.line.refuse(NotFound())

    assert able.kinds == ["http.response.start", "http.response.body"]
    assert able.sent[0]["status"] == 404
    assert unable.kinds == ["close"]


async def test_a_problem_after_the_handshake_is_a_message_and_the_end() -> None:
    """Nothing is sent behind it."""
    server = Server()
    await server.line.accept()
    await server.line.refuse(InternalError())
    await server.line.refuse(InternalError())

    assert server.kinds == ["accept", "send", "close"]
    assert server.sent[-1]["code"] == 1011
    with pytest.raises(SocketClosedError):
        await server.line.write("more")


@pytest.mark.parametrize("accepted", [False, True])
async def test_a_client_that_left_is_noticed(accepted: bool) -> None:  # noqa: FBT001 - both
    """By reading and by writing; saying goodbye to nobody is no fault."""
    server = Server()
    if accepted:
        await server.line.accept()
    server.gone = True
    with pytest.raises(SocketClosedError):
        await server.line.write("hello")
    await server.line.close()
    await server.line.refuse(InternalError())

    left = Server()
    assert [frame async for frame in left.line.frames(wanted=True)] == []
    with pytest.raises(SocketClosedError):
        await left.line.accept()
    assert left.sent == []
