# Generated from the events of backend. Do not edit: change the spec, then run `make generate`.
"""The events that `backend` may publish, and no others."""

from framework.runtime.events import Publisher
from shared.generated.events.channels import KEPT, TOLD
from shared.generated.models.models import User


class BackendPublisher(Publisher):
    """Publishes the events of `backend`."""

    async def kept(self, message: User) -> None:
        """Publish `kept`."""
        await self.publish(KEPT, message)

    async def told(self, message: User) -> None:
        """Publish `told`."""
        await self.publish(TOLD, message)
