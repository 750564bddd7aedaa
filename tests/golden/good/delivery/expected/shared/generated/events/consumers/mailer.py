# Generated from the events of mailer. Do not edit: change the spec, then run `make generate`.
"""The events that `mailer` takes."""

from collections.abc import Callable
from typing import Annotated

from faststream import Depends

from framework.runtime.events import Consumers, RetryPolicy
from shared.generated.controllers.mailer import EventsController
from shared.generated.events.channels import ORDER_CANCELLED, ORDER_PACKED, ORDER_PLACED
from shared.generated.models.models import OrderRead


def create_consumers(provide: Callable[..., EventsController]) -> Consumers:
    """Hand each message to the controller that `provide` gives for it."""
    consumers = Consumers("mailer")

    @consumers.subscribe(ORDER_CANCELLED, RetryPolicy(attempts=100, base=7200, max=7200))
    async def order_cancelled(
        message: OrderRead, controller: Annotated[EventsController, Depends(provide)]
    ) -> None:
        """Take `order_cancelled`."""
        await controller.order_cancelled(message=message)

    @consumers.subscribe(ORDER_PACKED, RetryPolicy(backoff="constant", base=0.25))
    async def order_packed(
        message: OrderRead, controller: Annotated[EventsController, Depends(provide)]
    ) -> None:
        """Take `order_packed`."""
        await controller.order_packed(message=message)

    @consumers.subscribe(ORDER_PLACED, RetryPolicy(attempts=5, max=60))
    async def order_placed(
        message: OrderRead, controller: Annotated[EventsController, Depends(provide)]
    ) -> None:
        """Somebody ordered something."""
        await controller.order_placed(message=message)

    return consumers
