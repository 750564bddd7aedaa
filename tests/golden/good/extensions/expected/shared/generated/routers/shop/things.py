# Generated from specs/routers/shop/things.yaml. Do not edit: change the spec, then run `make generate`.
"""Things of the shop."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends, Path

from framework.runtime.http import ContractRoute, json_body, operation
from framework.runtime.types import Int
from shared.generated.controllers.shop import ThingsController
from shared.generated.errors import Gone
from shared.generated.models.m import Either, ThingCreate, ThingRead


def create_things_router(provide: Callable[..., ThingsController]) -> APIRouter:
    """Route each operation to the controller that `provide` gives for a request."""
    router = APIRouter(prefix="/things", tags=["things"], route_class=ContractRoute)

    @router.post("", status_code=204, operation_id="shop.pick")
    @operation()
    async def pick(
        controller: Annotated[ThingsController, Depends(provide)],
        payload: Annotated[Either, json_body(Either)],
    ) -> None:
        """Pick."""
        await controller.pick(payload=payload)

    @router.put("/{id}", status_code=200, operation_id="shop.replace")
    @operation(errors=[Gone])
    async def replace(
        controller: Annotated[ThingsController, Depends(provide)],
        id: Annotated[Int, Path()],
        payload: Annotated[ThingCreate, json_body(ThingCreate)],
    ) -> ThingRead:
        """Replace.

        May raise `Gone`.
        """
        return await controller.replace(id=id, payload=payload)

    return router
