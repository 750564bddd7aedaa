# Generated from the events of b. Do not edit: change the spec, then run `make generate`.
"""The events that `b` takes."""

from collections.abc import Callable
from typing import Annotated

from faststream import Depends

from framework.runtime.events import Consumers
from shared.generated.controllers.b import EventsController
from shared.generated.events.channels import THING_MADE, TOLD
from shared.generated.models.m import ThingRead, Told


def create_consumers(provide: Callable[..., EventsController]) -> Consumers:
    """Hand each message to the controller that `provide` gives for it."""
    consumers = Consumers("b")

    @consumers.subscribe(THING_MADE)
    async def thing_made(
        message: ThingRead, controller: Annotated[EventsController, Depends(provide)]
    ) -> None:
        """A thing was made."""
        await controller.thing_made(message=message)

    @consumers.subscribe(TOLD)
    async def told(
        message: Told, controller: Annotated[EventsController, Depends(provide)]
    ) -> None:
        """Take `told`."""
        await controller.told(message=message)

    return consumers
