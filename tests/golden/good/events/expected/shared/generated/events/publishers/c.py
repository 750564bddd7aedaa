# Generated from the events of c. Do not edit: change the spec, then run `make generate`.
"""The events that `c` may publish, and no others."""

from framework.runtime.events import Publisher
from shared.generated.events.channels import TOLD
from shared.generated.models.m import Told


class CPublisher(Publisher):
    """Publishes the events of `c`."""

    async def told(self, message: Told) -> None:
        """Publish `told`."""
        await self.publish(TOLD, message)
