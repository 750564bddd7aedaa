# Generated from services.yml. Do not edit: change the spec, then run `make generate`.
"""What `open-desk` asks of other services."""

from framework.runtime import clients
from shared.generated.errors import NoteLocked, StoreBusy
from shared.generated.models.models import NoteId, NoteRead

_DESK_READ_NOTE = clients.Call[NoteRead](
    "desk.read_note",
    "GET",
    "/notes/{id}",
    200,
    parameters=[clients.path("id", NoteId)],
    result=NoteRead,
    errors=[NoteLocked, StoreBusy],
)


class DeskClient(clients.Client):
    """The operations of `desk` that `open-desk` consumes."""

    async def read_note(self, *, id: NoteId) -> NoteRead:
        """Read note.

        May raise `NoteLocked`, `StoreBusy`.
        """
        return await self._call(_DESK_READ_NOTE, id=id)
