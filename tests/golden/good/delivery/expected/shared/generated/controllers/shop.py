# Generated from the routers and events of shop. Do not edit: change the spec, then run `make generate`.
"""The controllers of `shop`: what is written by hand fulfils these Protocols."""

from typing import Protocol

from shared.generated.models.models import OrderCreate, OrderId, OrderRead


class OrdersController(Protocol):
    """Answers the operations of `specs/routers/shop/orders.yaml`."""

    async def list_orders(self) -> list[OrderRead]:
        """List orders."""
        ...

    async def place_order(self, *, payload: OrderCreate) -> OrderRead:
        """Place order.

        May publish `order_placed`.
        """
        ...

    async def read_order(self, *, order_id: OrderId) -> OrderRead:
        """Read order.

        May raise `OrderNotFound`.
        """
        ...

    async def cancel_order(self, *, order_id: OrderId) -> None:
        """Cancel order.

        May raise `OrderNotFound`. May publish `order_cancelled`.
        """
        ...
