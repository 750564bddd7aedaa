# Generated from specs/routers/web-shop/status.yaml. Do not edit: change the spec, then run `make generate`.
"""HTTP operations of `status` in the service `web-shop`."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends

from framework.runtime.http import ContractRoute, operation
from shared.generated.controllers.web_shop import StatusController
from shared.generated.models.items import Label


def create_status_router(provide: Callable[..., StatusController]) -> APIRouter:
    """Route each operation to the controller that `provide` gives for a request."""
    router = APIRouter(prefix="", tags=["status", "public"], route_class=ContractRoute)

    @router.get("/", status_code=200, operation_id="web-shop.status")
    @operation()
    async def status(controller: Annotated[StatusController, Depends(provide)]) -> Label:
        """Tell how it goes."""
        return await controller.status()

    @router.post("/touch", status_code=204, operation_id="web-shop.touch")
    @operation()
    async def touch(controller: Annotated[StatusController, Depends(provide)]) -> None:
        """Touch."""
        await controller.touch()

    return router
