# Generated from specs/routers/backend/things.yaml. Do not edit: change the spec, then run `make generate`.
"""HTTP operations of `things` in the service `backend`."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends

from framework.runtime.http import ContractRoute, operation
from shared.generated.controllers.backend import ThingsController


def create_things_router(provide: Callable[..., ThingsController]) -> APIRouter:
    """Route each operation to the controller that `provide` gives for a request."""
    router = APIRouter(prefix="/things", tags=["things"], route_class=ContractRoute)

    @router.get("", status_code=204, operation_id="backend.one")
    @operation(auth="bearer")
    async def one(controller: Annotated[ThingsController, Depends(provide)]) -> None:
        """One."""
        await controller.one()

    @router.get("/two", status_code=204, operation_id="backend.two")
    @operation()
    async def two(controller: Annotated[ThingsController, Depends(provide)]) -> None:
        """Two."""
        await controller.two()

    return router
