# Generated from the events of shop. Do not edit: change the spec, then run `make generate`.
"""The events that `shop` may publish, and no others."""

from framework.runtime.events import Publisher
from shared.generated.events.channels import MADE
from shared.generated.models.m import ThingRead


class ShopPublisher(Publisher):
    """Publishes the events of `shop`."""

    async def made(self, message: ThingRead) -> None:
        """Publish `made`."""
        await self.publish(MADE, message)
