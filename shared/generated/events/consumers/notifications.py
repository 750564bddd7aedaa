# Generated from the events of notifications. Do not edit: change the spec, then run `make generate`.
"""The events that `notifications` takes."""

from collections.abc import Callable
from typing import Annotated

from faststream import Depends

from framework.runtime.events import Consumers
from shared.generated.controllers.notifications import EventsController
from shared.generated.events.channels import USER_REGISTERED
from shared.generated.models.users import UserRegistered


def create_consumers(provide: Callable[..., EventsController]) -> Consumers:
    """Hand each message to the controller that `provide` gives for it."""
    consumers = Consumers("notifications")

    @consumers.subscribe(USER_REGISTERED)
    async def user_registered(
        message: UserRegistered, controller: Annotated[EventsController, Depends(provide)]
    ) -> None:
        """A person has registered."""
        await controller.user_registered(message=message)

    return consumers
