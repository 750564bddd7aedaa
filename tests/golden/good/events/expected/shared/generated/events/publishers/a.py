# Generated from the events of a. Do not edit: change the spec, then run `make generate`.
"""The events that `a` may publish, and no others."""

from framework.runtime.events import Publisher
from shared.generated.events.channels import THING_MADE, TOLD
from shared.generated.models.m import ThingRead, Told


class APublisher(Publisher):
    """Publishes the events of `a`."""

    async def thing_made(self, message: ThingRead) -> None:
        """A thing was made."""
        await self.publish(THING_MADE, message)

    async def told(self, message: Told) -> None:
        """Publish `told`."""
        await self.publish(TOLD, message)
