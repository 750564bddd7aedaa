# Generated from specs/routers/desk/notes.yaml. Do not edit: change the spec, then run `make generate`.
"""HTTP operations of `notes` in the service `desk`."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends, Path

from framework.runtime.http import ContractRoute, json_body, operation
from shared.generated.controllers.desk import NotesController
from shared.generated.errors import NoteNotFound
from shared.generated.models.models import NoteCreate, NoteId, NoteRead


def create_notes_router(provide: Callable[..., NotesController]) -> APIRouter:
    """Route each operation to the controller that `provide` gives for a request."""
    router = APIRouter(prefix="/v1/notes", tags=["notes"], route_class=ContractRoute)

    @router.get("", status_code=200, operation_id="desk.v1.list_notes")
    @operation()
    async def list_notes(
        controller: Annotated[NotesController, Depends(provide)],
    ) -> list[NoteRead]:
        """List notes."""
        return await controller.list_notes()

    @router.post("", status_code=201, operation_id="desk.v1.add_note")
    @operation(location="/v1/notes/{id}", headers={"Deprecation": "@1767225600"})
    async def add_note(
        controller: Annotated[NotesController, Depends(provide)],
        payload: Annotated[NoteCreate, json_body(NoteCreate)],
    ) -> NoteRead:
        """Add note.

        Deprecated (since 2026-01-01; use `desk.v1.list_notes`): Notes are kept "elsewhere".
        """
        return await controller.add_note(payload=payload)

    @router.delete("", status_code=204, operation_id="desk.v1.purge_notes")
    @operation(headers={"Sunset": "Tue, 29 Feb 2028 23:59:59 GMT"})
    async def purge_notes(controller: Annotated[NotesController, Depends(provide)]) -> None:
        """Purge notes.

        Deprecated (gone after 2028-02-29).
        """
        await controller.purge_notes()

    @router.get("/all/of/them", status_code=200, operation_id="desk.v1.all_notes")
    @operation(headers={"Deprecation": "@1767139200", "Sunset": "Tue, 29 Feb 2028 23:59:59 GMT"})
    async def all_notes(controller: Annotated[NotesController, Depends(provide)]) -> list[NoteRead]:
        """All notes.

        Lists everything.

        Deprecated (since 2025-12-31; gone after 2028-02-29; use `desk.v1.list_notes`).
        """
        return await controller.all_notes()

    @router.get("/some/of/them", status_code=200, operation_id="desk.v1.some_notes")
    @operation()
    async def some_notes(
        controller: Annotated[NotesController, Depends(provide)],
    ) -> list[NoteRead]:
        """Some notes.

        Deprecated: Use the list.
        """
        return await controller.some_notes()

    @router.get("/none/of/them", status_code=204, operation_id="desk.v1.no_notes")
    @operation()
    async def no_notes(controller: Annotated[NotesController, Depends(provide)]) -> None:
        """No notes.

        Deprecated.
        """
        await controller.no_notes()

    @router.get("/kept/of/them", status_code=204, operation_id="desk.v1.kept_notes")
    @operation()
    async def kept_notes(controller: Annotated[NotesController, Depends(provide)]) -> None:
        """Kept notes."""
        await controller.kept_notes()

    @router.get("/{id}", status_code=200, operation_id="desk.v1.read_note")
    @operation(errors=[NoteNotFound])
    async def read_note(
        controller: Annotated[NotesController, Depends(provide)], id: Annotated[NoteId, Path()]
    ) -> NoteRead:
        """Read note.

        May raise `NoteNotFound`.
        """
        return await controller.read_note(id=id)

    return router
