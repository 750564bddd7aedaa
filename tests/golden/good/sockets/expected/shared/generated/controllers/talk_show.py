# Generated from the routers and events of talk-show. Do not edit: change the spec, then run `make generate`.
"""The controllers of `talk-show`: what is written by hand fulfils these Protocols."""

from typing import Never, Protocol
from uuid import UUID

from framework.runtime.http import Socket
from shared.generated.models.talk import Change, LineCreate, LineRead, Mood


class RoomsController(Protocol):
    """Answers the operations of `specs/routers/talk-show/rooms.yaml`."""

    async def list_lines(self, *, room: int) -> list[LineRead]:
        """List lines."""
        ...

    async def lobby(self, *, socket: Socket[Never, Change]) -> None:
        """Lobby."""
        ...

    async def talk(
        self,
        *,
        room: int,
        name: str,
        mood: Mood | None,
        trace: UUID | None,
        socket: Socket[LineCreate, LineRead],
    ) -> None:
        """Talk to the people in a room.

        May raise `NoSuchRoom`, `ThrownOut`.
        """
        ...


class VotesController(Protocol):
    """Answers the operations of `specs/routers/talk-show/votes.yaml`."""

    async def vote(self, *, socket: Socket[Change, Never]) -> None:
        """Vote."""
        ...

    async def count(self, *, socket: Socket[Never, Change]) -> None:
        """Count."""
        ...
