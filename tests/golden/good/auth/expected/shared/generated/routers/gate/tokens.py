# Generated from specs/routers/gate/tokens.yaml. Do not edit: change the spec, then run `make generate`.
"""HTTP operations of `tokens` in the service `gate`."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends

from framework.runtime.http import ContractRoute, json_body, operation
from shared.generated.controllers.gate import TokensController
from shared.generated.errors import StoreBusy, TokenExpired, TokenUnknown
from shared.generated.models.models import Account, Token


def create_tokens_router(provide: Callable[..., TokensController]) -> APIRouter:
    """Route each operation to the controller that `provide` gives for a request."""
    router = APIRouter(prefix="/v1/tokens", tags=["tokens"], route_class=ContractRoute)

    @router.delete("", status_code=204, operation_id="gate.v1.revoke_token")
    @operation(auth="bearer")
    async def revoke_token(controller: Annotated[TokensController, Depends(provide)]) -> None:
        """Revoke token."""
        await controller.revoke_token()

    @router.post("/verify", status_code=200, operation_id="gate.v1.verify_token")
    @operation(errors=[TokenUnknown, TokenExpired, StoreBusy])
    async def verify_token(
        controller: Annotated[TokensController, Depends(provide)],
        payload: Annotated[Token, json_body(Token)],
    ) -> Account:
        """Verify token.

        May raise `TokenUnknown`, `TokenExpired`, `StoreBusy`.
        """
        return await controller.verify_token(payload=payload)

    return router
