# Generated from the events of b. Do not edit: change the spec, then run `make generate`.
"""The events that `b` may publish, and no others."""

from framework.runtime.events import Publisher
from shared.generated.events.channels import TOLD
from shared.generated.models.m import Told


class BPublisher(Publisher):
    """Publishes the events of `b`."""

    async def told(self, message: Told) -> None:
        """Publish `told`."""
        await self.publish(TOLD, message)
