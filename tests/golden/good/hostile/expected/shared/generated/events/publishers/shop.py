# Generated from the events of shop. Do not edit: change the spec, then run `make generate`.
"""The events that `shop` may publish, and no others."""

from framework.runtime.events import Publisher
from shared.generated.events.channels import HAPPENED
from shared.generated.models.m import M


class ShopPublisher(Publisher):
    """Publishes the events of `shop`."""

    async def happened(self, message: M) -> None:
        """\"\"\"\\"""
        await self.publish(HAPPENED, message)
