# Generated from the events of backend. Do not edit: change the spec, then run `make generate`.
"""The events that `backend` may publish, and no others."""

from framework.runtime.events import Publisher
from shared.generated.events.channels import USER_REGISTERED
from shared.generated.models.users import UserRegistered


class BackendPublisher(Publisher):
    """Publishes the events of `backend`."""

    async def user_registered(self, message: UserRegistered) -> None:
        """A person has registered."""
        await self.publish(USER_REGISTERED, message)
