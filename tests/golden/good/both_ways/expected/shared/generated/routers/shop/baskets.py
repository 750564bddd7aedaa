# Generated from specs/routers/shop/baskets.yaml. Do not edit: change the spec, then run `make generate`.
"""HTTP operations of `baskets` in the service `shop`."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends

from framework.runtime.http import ContractRoute, json_body, operation
from shared.generated.controllers.shop import BasketsController
from shared.generated.models.models import Basket


def create_baskets_router(provide: Callable[..., BasketsController]) -> APIRouter:
    """Route each operation to the controller that `provide` gives for a request."""
    router = APIRouter(prefix="", tags=["baskets"], route_class=ContractRoute)

    @router.post("/baskets", status_code=200, operation_id="shop.price_basket")
    @operation()
    async def price_basket(
        controller: Annotated[BasketsController, Depends(provide)],
        payload: Annotated[Basket, json_body(Basket)],
    ) -> Basket:
        """Price basket."""
        return await controller.price_basket(payload=payload)

    return router
