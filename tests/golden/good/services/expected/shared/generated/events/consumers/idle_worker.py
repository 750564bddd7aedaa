# Generated from the events of idle-worker. Do not edit: change the spec, then run `make generate`.
"""The events that `idle-worker` takes."""

from collections.abc import Callable
from typing import Annotated

from faststream import Depends

from framework.runtime.events import Consumers
from shared.generated.controllers.idle_worker import EventsController
from shared.generated.events.channels import PINGED
from shared.generated.models.models import SignedIn


def create_consumers(provide: Callable[..., EventsController]) -> Consumers:
    """Hand each message to the controller that `provide` gives for it."""
    consumers = Consumers("idle-worker")

    @consumers.subscribe(PINGED)
    async def pinged(
        message: SignedIn, controller: Annotated[EventsController, Depends(provide)]
    ) -> None:
        """Says that somebody is there.
        Nothing more.
        """
        await controller.pinged(message=message)

    return consumers
