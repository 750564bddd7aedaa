"""What `talk-show` does with votes."""

from typing import Never

from framework.runtime.http import Socket
from shared.generated.models.talk import Change

VOTES: list[Change] = []


class VotesController:
    """Remembers them in `VOTES`."""

    async def vote(self, *, socket: Socket[Change, Never]) -> None:
        """Take one, and leave."""
        VOTES.append(await socket.receive())

    async def count(self, *, socket: Socket[Never, Change]) -> None:
        """Tell them all."""
        for change in VOTES:
            await socket.send(change)
