# Generated from specs/routers/desk/notes.yaml. Do not edit: change the spec, then run `make generate`.
"""HTTP operations of `notes` in the service `desk`."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Path, Query
from pydantic import Field

from framework.runtime.http import ContractRoute, EventStream, json_body, operation
from framework.runtime.types import Int, LastEventId
from shared.generated.controllers.desk import NotesController
from shared.generated.errors import NoteLocked, StoreBusy
from shared.generated.models.models import NoteCreate, NoteId, NoteRead


def create_notes_router(provide: Callable[..., NotesController]) -> APIRouter:
    """Route each operation to the controller that `provide` gives for a request."""
    router = APIRouter(prefix="/notes", tags=["notes"], route_class=ContractRoute)

    @router.get("", status_code=200, operation_id="desk.list_notes")
    @operation(auth="bearer")
    async def list_notes(
        controller: Annotated[NotesController, Depends(provide)],
        limit: Annotated[Int, Field(ge=1, le=9), Query()] = 9,
    ) -> list[NoteRead]:
        """List notes."""
        return await controller.list_notes(limit=limit)

    @router.post("", status_code=201, operation_id="desk.add_note")
    @operation(auth="bearer", location="/notes/{id}")
    async def add_note(
        controller: Annotated[NotesController, Depends(provide)],
        payload: Annotated[NoteCreate, json_body(NoteCreate)],
    ) -> NoteRead:
        """Add note."""
        return await controller.add_note(payload=payload)

    @router.delete("", status_code=204, operation_id="desk.purge_notes")
    @operation(auth="machine-key")
    async def purge_notes(controller: Annotated[NotesController, Depends(provide)]) -> None:
        """Purge notes."""
        await controller.purge_notes()

    @router.get("/watch/notes", status_code=200, operation_id="desk.watch_notes")
    @operation(auth="bearer", stream=NoteRead)
    async def watch_notes(
        controller: Annotated[NotesController, Depends(provide)],
        limit: Annotated[Int, Field(ge=1, le=9), Query()] = 9,
        last_event_id: Annotated[LastEventId | None, Header(alias="Last-Event-ID")] = None,
    ) -> EventStream:
        """Watch notes."""
        return EventStream(controller.watch_notes(limit=limit, last_event_id=last_event_id))

    @router.get("/about/notes", status_code=200, operation_id="desk.about")
    @operation()
    async def about(controller: Annotated[NotesController, Depends(provide)]) -> NoteRead:
        """About."""
        return await controller.about()

    @router.get("/{id}", status_code=200, operation_id="desk.read_note")
    @operation(errors=[NoteLocked, StoreBusy], auth="bearer")
    async def read_note(
        controller: Annotated[NotesController, Depends(provide)], id: Annotated[NoteId, Path()]
    ) -> NoteRead:
        """Read note.

        May raise `NoteLocked`, `StoreBusy`.
        """
        return await controller.read_note(id=id)

    return router
