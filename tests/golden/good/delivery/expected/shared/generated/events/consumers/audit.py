# Generated from the events of audit. Do not edit: change the spec, then run `make generate`.
"""The events that `audit` takes."""

from collections.abc import Callable
from typing import Annotated

from faststream import Depends

from framework.runtime.events import Consumers, RetryPolicy
from shared.generated.controllers.audit import EventsController
from shared.generated.events.channels import ORDER_COUNTED, ORDER_PLACED, ORDER_VIEWED
from shared.generated.models.models import OrderRead


def create_consumers(provide: Callable[..., EventsController]) -> Consumers:
    """Hand each message to the controller that `provide` gives for it."""
    consumers = Consumers("audit")

    @consumers.subscribe(ORDER_COUNTED)
    async def order_counted(
        message: OrderRead, controller: Annotated[EventsController, Depends(provide)]
    ) -> None:
        """Take `order_counted`."""
        await controller.order_counted(message=message)

    @consumers.subscribe(ORDER_PLACED, RetryPolicy(attempts=5, max=60))
    async def order_placed(
        message: OrderRead, controller: Annotated[EventsController, Depends(provide)]
    ) -> None:
        """Somebody ordered something."""
        await controller.order_placed(message=message)

    @consumers.subscribe(ORDER_VIEWED, RetryPolicy(attempts=1, dead_letter=False))
    async def order_viewed(
        message: OrderRead, controller: Annotated[EventsController, Depends(provide)]
    ) -> None:
        """Take `order_viewed`."""
        await controller.order_viewed(message=message)

    return consumers
