# Generated from specs/routers/auth-service/sessions.yaml. Do not edit: change the spec, then run `make generate`.
"""HTTP operations of `sessions` in the service `auth-service`."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends

from framework.runtime.http import ContractRoute, json_body, operation
from shared.generated.controllers.auth_service import SessionsController
from shared.generated.models.models import Credentials, Token


def create_sessions_router(provide: Callable[..., SessionsController]) -> APIRouter:
    """Route each operation to the controller that `provide` gives for a request."""
    router = APIRouter(prefix="/v1", tags=["sessions"], route_class=ContractRoute)

    @router.post("/sessions", status_code=201, operation_id="auth-service.v1.sign_in")
    @operation(emits=["signed_in", "pinged"])
    async def sign_in(
        controller: Annotated[SessionsController, Depends(provide)],
        payload: Annotated[Credentials, json_body(Credentials)],
    ) -> Token:
        """Sign in.

        May publish `signed_in`, `pinged`.
        """
        return await controller.sign_in(payload=payload)

    return router
