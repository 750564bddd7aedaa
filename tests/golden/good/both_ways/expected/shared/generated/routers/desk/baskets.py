# Generated from specs/routers/desk/baskets.yaml. Do not edit: change the spec, then run `make generate`.
"""HTTP operations of `baskets` in the service `desk`."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends

from framework.runtime.http import ContractRoute, operation
from shared.generated.controllers.desk import BasketsController
from shared.generated.models.models import Line


def create_baskets_router(provide: Callable[..., BasketsController]) -> APIRouter:
    """Route each operation to the controller that `provide` gives for a request."""
    router = APIRouter(prefix="", tags=["baskets"], route_class=ContractRoute)

    @router.get("/lines", status_code=200, operation_id="desk.list_lines")
    @operation()
    async def list_lines(controller: Annotated[BasketsController, Depends(provide)]) -> list[Line]:
        """List lines."""
        return await controller.list_lines()

    return router
