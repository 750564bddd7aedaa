# Generated from services.yml. Do not edit: change the spec, then run `make generate`.
"""What `mailer` asks of other services."""

from framework.runtime import clients
from shared.generated.errors import OrderNotFound
from shared.generated.models.models import OrderId, OrderRead

_SHOP_V1_READ_ORDER = clients.Call[OrderRead](
    "shop.v1.read_order",
    "GET",
    "/v1/orders/{order_id}",
    200,
    parameters=[clients.path("order_id", OrderId)],
    result=OrderRead,
    errors=[OrderNotFound],
    timeout=2,
    retry=clients.Retry(backoff="constant"),
)

_SHOP_V1_CANCEL_ORDER = clients.Call[None](
    "shop.v1.cancel_order",
    "DELETE",
    "/v1/orders/{order_id}",
    204,
    parameters=[clients.path("order_id", OrderId)],
    errors=[OrderNotFound],
    timeout=1.5,
)

_SHOP_V1_LIST_ORDERS = clients.Call[list[OrderRead]](
    "shop.v1.list_orders", "GET", "/v1/orders", 200, result=list[OrderRead]
)


class ShopClient(clients.Client):
    """The operations of `shop` that `mailer` consumes."""

    async def read_order(self, *, order_id: OrderId) -> OrderRead:
        """Read order.

        May raise `OrderNotFound`.
        """
        return await self._call(_SHOP_V1_READ_ORDER, order_id=order_id)

    async def cancel_order(self, *, order_id: OrderId) -> None:
        """Cancel order.

        May raise `OrderNotFound`. May publish `order_cancelled`.
        """
        await self._call(_SHOP_V1_CANCEL_ORDER, order_id=order_id)

    async def list_orders(self) -> list[OrderRead]:
        """List orders."""
        return await self._call(_SHOP_V1_LIST_ORDERS)
