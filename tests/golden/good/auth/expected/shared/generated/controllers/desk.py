# Generated from the routers and events of desk. Do not edit: change the spec, then run `make generate`.
"""The controllers of `desk`: what is written by hand fulfils these Protocols."""

from typing import Protocol

from framework.runtime.http import Stream
from shared.generated.models.models import NoteCreate, NoteId, NoteRead


class NotesController(Protocol):
    """Answers the operations of `specs/routers/desk/notes.yaml`."""

    async def list_notes(self, *, limit: int) -> list[NoteRead]:
        """List notes."""
        ...

    async def add_note(self, *, payload: NoteCreate) -> NoteRead:
        """Add note."""
        ...

    async def purge_notes(self) -> None:
        """Purge notes."""
        ...

    def watch_notes(self, *, limit: int, last_event_id: str | None) -> Stream[NoteRead]:
        """Watch notes."""
        ...

    async def about(self) -> NoteRead:
        """About."""
        ...

    async def read_note(self, *, id: NoteId) -> NoteRead:
        """Read note.

        May raise `NoteLocked`, `StoreBusy`.
        """
        ...
