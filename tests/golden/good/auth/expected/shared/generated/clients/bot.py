# Generated from services.yml. Do not edit: change the spec, then run `make generate`.
"""What `bot` asks of other services."""

from typing import Annotated

from pydantic import Field

from framework.runtime import clients
from framework.runtime.types import Int
from shared.generated.models.models import NoteRead

_GATE_V1_REVOKE_TOKEN = clients.Call[None]("gate.v1.revoke_token", "DELETE", "/v1/tokens", 204)

_DESK_LIST_NOTES = clients.Call[list[NoteRead]](
    "desk.list_notes",
    "GET",
    "/notes",
    200,
    parameters=[clients.query("limit", Annotated[Int, Field(ge=1, le=9)])],
    result=list[NoteRead],
)

_DESK_PURGE_NOTES = clients.Call[None]("desk.purge_notes", "DELETE", "/notes", 204)

_DESK_ABOUT = clients.Call[NoteRead](
    "desk.about", "GET", "/notes/about/notes", 200, result=NoteRead
)


class GateClient(clients.Client):
    """The operations of `gate` that `bot` consumes."""

    async def revoke_token(self) -> None:
        """Revoke token."""
        await self._call(_GATE_V1_REVOKE_TOKEN)


class DeskClient(clients.Client):
    """The operations of `desk` that `bot` consumes."""

    async def list_notes(self, *, limit: int = 9) -> list[NoteRead]:
        """List notes."""
        return await self._call(_DESK_LIST_NOTES, limit=limit)

    async def purge_notes(self) -> None:
        """Purge notes."""
        await self._call(_DESK_PURGE_NOTES)

    async def about(self) -> NoteRead:
        """About."""
        return await self._call(_DESK_ABOUT)
