# Generated from specs/routers/shop/orders.yaml. Do not edit: change the spec, then run `make generate`.
"""HTTP operations of `orders` in the service `shop`."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends, Path

from framework.runtime.http import ContractRoute, json_body, operation
from shared.generated.controllers.shop import OrdersController
from shared.generated.errors import OrderNotFound
from shared.generated.models.models import OrderCreate, OrderId, OrderRead


def create_orders_router(provide: Callable[..., OrdersController]) -> APIRouter:
    """Route each operation to the controller that `provide` gives for a request."""
    router = APIRouter(prefix="/v1/orders", tags=["orders"], route_class=ContractRoute)

    @router.get("", status_code=200, operation_id="shop.v1.list_orders")
    @operation()
    async def list_orders(
        controller: Annotated[OrdersController, Depends(provide)],
    ) -> list[OrderRead]:
        """List orders."""
        return await controller.list_orders()

    @router.post("", status_code=201, operation_id="shop.v1.place_order")
    @operation(emits=["order_placed"], location="/v1/orders/{id}")
    async def place_order(
        controller: Annotated[OrdersController, Depends(provide)],
        payload: Annotated[OrderCreate, json_body(OrderCreate)],
    ) -> OrderRead:
        """Place order.

        May publish `order_placed`.
        """
        return await controller.place_order(payload=payload)

    @router.get("/{order_id}", status_code=200, operation_id="shop.v1.read_order")
    @operation(errors=[OrderNotFound])
    async def read_order(
        controller: Annotated[OrdersController, Depends(provide)],
        order_id: Annotated[OrderId, Path()],
    ) -> OrderRead:
        """Read order.

        May raise `OrderNotFound`.
        """
        return await controller.read_order(order_id=order_id)

    @router.delete("/{order_id}", status_code=204, operation_id="shop.v1.cancel_order")
    @operation(errors=[OrderNotFound], emits=["order_cancelled"])
    async def cancel_order(
        controller: Annotated[OrdersController, Depends(provide)],
        order_id: Annotated[OrderId, Path()],
    ) -> None:
        """Cancel order.

        May raise `OrderNotFound`. May publish `order_cancelled`.
        """
        await controller.cancel_order(order_id=order_id)

    return router
