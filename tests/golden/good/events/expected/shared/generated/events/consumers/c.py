# Generated from the events of c. Do not edit: change the spec, then run `make generate`.
"""The events that `c` takes."""

from collections.abc import Callable
from typing import Annotated

from faststream import Depends

from framework.runtime.events import Consumers
from shared.generated.controllers.c import EventsController
from shared.generated.events.channels import TOLD
from shared.generated.models.m import Told


def create_consumers(provide: Callable[..., EventsController]) -> Consumers:
    """Hand each message to the controller that `provide` gives for it."""
    consumers = Consumers("c")

    @consumers.subscribe(TOLD)
    async def told(
        message: Told, controller: Annotated[EventsController, Depends(provide)]
    ) -> None:
        """Take `told`."""
        await controller.told(message=message)

    return consumers
