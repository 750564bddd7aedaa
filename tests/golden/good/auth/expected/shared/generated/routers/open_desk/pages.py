# Generated from specs/routers/open-desk/pages.yaml. Do not edit: change the spec, then run `make generate`.
"""HTTP operations of `pages` in the service `open-desk`."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends

from framework.runtime.http import ContractRoute, operation
from shared.generated.controllers.open_desk import PagesController


def create_pages_router(provide: Callable[..., PagesController]) -> APIRouter:
    """Route each operation to the controller that `provide` gives for a request."""
    router = APIRouter(prefix="", tags=["pages"], route_class=ContractRoute)

    @router.get("/", status_code=204, operation_id="open-desk.index")
    @operation()
    async def index(controller: Annotated[PagesController, Depends(provide)]) -> None:
        """Index."""
        await controller.index()

    return router
