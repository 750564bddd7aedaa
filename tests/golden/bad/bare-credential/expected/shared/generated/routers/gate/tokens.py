# Generated from specs/routers/gate/tokens.yaml. Do not edit: change the spec, then run `make generate`.
"""HTTP operations of `tokens` in the service `gate`."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends

from framework.runtime.http import ContractRoute, json_body, operation
from shared.generated.controllers.gate import TokensController
from shared.generated.models.models import Account, Token


def create_tokens_router(provide: Callable[..., TokensController]) -> APIRouter:
    """Route each operation to the controller that `provide` gives for a request."""
    router = APIRouter(prefix="/things", tags=["tokens"], route_class=ContractRoute)

    @router.post("", status_code=200, operation_id="gate.verify")
    @operation()
    async def verify(
        controller: Annotated[TokensController, Depends(provide)],
        payload: Annotated[Token, json_body(Token)],
    ) -> Account:
        """Verify."""
        return await controller.verify(payload=payload)

    @router.delete("", status_code=204, operation_id="gate.drop")
    @operation(auth="bearer")
    async def drop(controller: Annotated[TokensController, Depends(provide)]) -> None:
        """Drop."""
        await controller.drop()

    return router
