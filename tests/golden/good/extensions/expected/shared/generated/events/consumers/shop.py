# Generated from the events of shop. Do not edit: change the spec, then run `make generate`.
"""The events that `shop` takes."""

from collections.abc import Callable
from typing import Annotated

from faststream import Depends

from framework.runtime.events import Consumers
from shared.generated.controllers.shop import EventsController
from shared.generated.events.channels import MADE
from shared.generated.models.m import ThingRead


def create_consumers(provide: Callable[..., EventsController]) -> Consumers:
    """Hand each message to the controller that `provide` gives for it."""
    consumers = Consumers("shop")

    @consumers.subscribe(MADE)
    async def made(
        message: ThingRead, controller: Annotated[EventsController, Depends(provide)]
    ) -> None:
        """Take `made`."""
        await controller.made(message=message)

    return consumers
