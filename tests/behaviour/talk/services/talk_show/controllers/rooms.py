"""What `talk-show` does in its rooms; what somebody says decides how it goes on."""

import asyncio
from datetime import UTC, datetime
from typing import Never
from uuid import UUID

from sqlalchemy import text

from framework.runtime.http import Session, Sessions, Socket
from shared.generated.errors import NoSuchRoom, ThrownOut
from shared.generated.models.talk import Change, Joined, Left, LineCreate, LineRead, Mood

SEEN: list[str] = []


class RoomsController:
    """Answers each line with itself, and remembers in `SEEN` what happened."""

    def __init__(self, session: Session, sessions: Sessions) -> None:
        """Work with transactions of its own where it converses."""
        self.session = session
        self.sessions = sessions

    async def list_lines(self, *, room: int) -> list[LineRead]:
        """Return one."""
        return [LineRead(id=room, text="said", mood=Mood.CALM)]

    async def lobby(self, *, socket: Socket[Never, Change]) -> None:
        """Tell of two, then wait for a third that never comes."""
        await socket.send(Joined(kind="joined", name="ada"))
        await socket.send(Left(kind="left", at=datetime(2026, 1, 2, tzinfo=UTC)))
        try:
            await asyncio.Event().wait()
        finally:
            SEEN.append("cancelled")

    async def talk(
        self,
        *,
        room: int,
        name: str,
        mood: Mood | None,
        trace: UUID | None,
        socket: Socket[LineCreate, LineRead],
    ) -> None:
        """Echo, until the client leaves or says something special."""
        if room == 9:
            raise NoSuchRoom(room=str(room))
        number = 0
        async for line in socket:
            number += 1
            said = await self.obey(line.text, socket)
            await socket.send(LineRead(id=number, text=said, mood=mood or line.mood))
        SEEN.append(f"{name} left {trace}")

    async def obey(self, said: str, socket: Socket[LineCreate, LineRead]) -> str:
        """Return what to answer, or do what is said."""
        match said:
            case "out":
                raise ThrownOut
            case "crash":
                raise LookupError("a secret")
            case "unlisted":
                raise NotImplementedError
            case "invalid":
                await socket.send(LineRead.model_construct(id=0, text="", mood=Mood.CALM))
            case "bye":
                await socket.close(4001, "as you wish")
            case "slow":
                await asyncio.sleep(0.4)
                SEEN.append("finished")
            case "session":
                await self.session.execute(text("SELECT 1"))
            case "store":
                async with self.sessions.begin() as session:
                    return str((await session.execute(text("SELECT 'stored'"))).scalar_one())
            case _:
                pass
        return said
