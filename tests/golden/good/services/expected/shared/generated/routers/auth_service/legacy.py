# Generated from specs/routers/auth-service/legacy.yml. Do not edit: change the spec, then run `make generate`.
"""What older clients call."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends

from framework.runtime.http import ContractRoute, operation
from shared.generated.controllers.auth_service import LegacyController


def create_legacy_router(provide: Callable[..., LegacyController]) -> APIRouter:
    """Route each operation to the controller that `provide` gives for a request."""
    router = APIRouter(prefix="/old", tags=["legacy", "sessions"], route_class=ContractRoute)

    @router.post("", status_code=204, operation_id="auth-service.touch")
    @operation()
    async def touch(controller: Annotated[LegacyController, Depends(provide)]) -> None:
        """Touch.

        Deprecated.
        """
        await controller.touch()

    @router.delete("/sessions", status_code=204, operation_id="auth-service.sign_out")
    @operation()
    async def sign_out(controller: Annotated[LegacyController, Depends(provide)]) -> None:
        """End the session

        Ends it at once.

        - on this device
        - on all others

        Deprecated: Use nothing instead.
        """
        await controller.sign_out()

    return router
