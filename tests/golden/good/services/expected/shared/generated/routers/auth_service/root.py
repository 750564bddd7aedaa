# Generated from specs/routers/auth-service/root.yaml. Do not edit: change the spec, then run `make generate`.
"""HTTP operations of `root` in the service `auth-service`."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends

from framework.runtime.http import ContractRoute, operation
from shared.generated.controllers.auth_service import RootController
from shared.generated.models.models import Token


def create_root_router(provide: Callable[..., RootController]) -> APIRouter:
    """Route each operation to the controller that `provide` gives for a request."""
    router = APIRouter(prefix="", tags=["root"], route_class=ContractRoute)

    @router.get("/", status_code=200, operation_id="auth-service.home")
    @operation()
    async def home(controller: Annotated[RootController, Depends(provide)]) -> Token:
        """Home."""
        return await controller.home()

    return router
