# Generated from the events of shop. Do not edit: change the spec, then run `make generate`.
"""The events that `shop` may publish, and no others."""

from framework.runtime.events import Publisher
from shared.generated.events.channels import CHANNEL_ADDED, SWITCHED
from shared.generated.models.channels import AnyChannelRead, ContactRead


class ShopPublisher(Publisher):
    """Publishes the events of `shop`."""

    async def channel_added(self, message: AnyChannelRead) -> None:
        """Publish `channel_added`."""
        await self.publish(CHANNEL_ADDED, message)

    async def switched(self, message: ContactRead) -> None:
        """Publish `switched`."""
        await self.publish(SWITCHED, message)
