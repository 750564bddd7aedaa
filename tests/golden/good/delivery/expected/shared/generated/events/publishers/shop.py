# Generated from the events of shop. Do not edit: change the spec, then run `make generate`.
"""The events that `shop` may publish, and no others."""

from framework.runtime.events import Publisher
from shared.generated.events.channels import (
    ORDER_ARCHIVED,
    ORDER_CANCELLED,
    ORDER_COUNTED,
    ORDER_PACKED,
    ORDER_PLACED,
    ORDER_VIEWED,
)
from shared.generated.models.models import OrderRead


class ShopPublisher(Publisher):
    """Publishes the events of `shop`."""

    async def order_archived(self, message: OrderRead) -> None:
        """Publish `order_archived`."""
        await self.publish(ORDER_ARCHIVED, message)

    async def order_cancelled(self, message: OrderRead) -> None:
        """Publish `order_cancelled`."""
        await self.publish(ORDER_CANCELLED, message)

    async def order_counted(self, message: OrderRead) -> None:
        """Publish `order_counted`."""
        await self.publish(ORDER_COUNTED, message)

    async def order_packed(self, message: OrderRead) -> None:
        """Publish `order_packed`."""
        await self.publish(ORDER_PACKED, message)

    async def order_placed(self, message: OrderRead) -> None:
        """Somebody ordered something."""
        await self.publish(ORDER_PLACED, message)

    async def order_viewed(self, message: OrderRead) -> None:
        """Publish `order_viewed`."""
        await self.publish(ORDER_VIEWED, message)
