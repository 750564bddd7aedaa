# Generated from specs/routers/library/fines.yaml. Do not edit: change the spec, then run `make generate`.
"""HTTP operations of `fines` in the service `library`."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query

from framework.runtime.http import ContractRoute, json_body, operation
from shared.generated.controllers.library import FinesController
from shared.generated.models.loans import Fine, Note, NoteLoanPersonId, NoteState, State


def create_fines_router(provide: Callable[..., FinesController]) -> APIRouter:
    """Route each operation to the controller that `provide` gives for a request."""
    router = APIRouter(prefix="/fines", tags=["fines"], route_class=ContractRoute)

    @router.get("", status_code=200, operation_id="library.list_fines")
    @operation()
    async def list_fines(
        controller: Annotated[FinesController, Depends(provide)],
        state: Annotated[NoteState | None, Query()] = None,
        states: Annotated[list[NoteState], Query()] = [State.OPEN],
    ) -> list[Fine]:
        """List fines."""
        return await controller.list_fines(state=state, states=states)

    @router.put("/{id}", status_code=200, operation_id="library.set_fine")
    @operation()
    async def set_fine(
        controller: Annotated[FinesController, Depends(provide)],
        id: Annotated[NoteLoanPersonId, Path()],
        payload: Annotated[Fine, json_body(Fine)],
    ) -> Note:
        """Set fine."""
        return await controller.set_fine(id=id, payload=payload)

    return router
