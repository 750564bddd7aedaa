# Generated from the routers and events of desk. Do not edit: change the spec, then run `make generate`.
"""The controllers of `desk`: what is written by hand fulfils these Protocols."""

from typing import Protocol

from shared.generated.models.models import NoteCreate, NoteId, NoteRead


class NotesController(Protocol):
    """Answers the operations of `specs/routers/desk/notes.yaml`."""

    async def list_notes(self) -> list[NoteRead]:
        """List notes."""
        ...

    async def add_note(self, *, payload: NoteCreate) -> NoteRead:
        """Add note.

        Deprecated (since 2026-01-01; use `desk.v1.list_notes`): Notes are kept "elsewhere".
        """
        ...

    async def purge_notes(self) -> None:
        """Purge notes.

        Deprecated (gone after 2028-02-29).
        """
        ...

    async def all_notes(self) -> list[NoteRead]:
        """All notes.

        Lists everything.

        Deprecated (since 2025-12-31; gone after 2028-02-29; use `desk.v1.list_notes`).
        """
        ...

    async def some_notes(self) -> list[NoteRead]:
        """Some notes.

        Deprecated: Use the list.
        """
        ...

    async def no_notes(self) -> None:
        """No notes.

        Deprecated.
        """
        ...

    async def kept_notes(self) -> None:
        """Kept notes."""
        ...

    async def read_note(self, *, id: NoteId) -> NoteRead:
        """Read note.

        May raise `NoteNotFound`.
        """
        ...
