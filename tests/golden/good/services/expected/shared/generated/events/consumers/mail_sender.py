# Generated from the events of mail_sender. Do not edit: change the spec, then run `make generate`.
"""The events that `mail_sender` takes."""

from collections.abc import Callable
from typing import Annotated

from faststream import Depends

from framework.runtime.events import Consumers
from shared.generated.controllers.mail_sender import EventsController
from shared.generated.events.channels import PINGED, SIGNED_IN
from shared.generated.models.models import SignedIn


def create_consumers(provide: Callable[..., EventsController]) -> Consumers:
    """Hand each message to the controller that `provide` gives for it."""
    consumers = Consumers("mail_sender")

    @consumers.subscribe(PINGED)
    async def pinged(
        message: SignedIn, controller: Annotated[EventsController, Depends(provide)]
    ) -> None:
        """Says that somebody is there.
        Nothing more.
        """
        await controller.pinged(message=message)

    @consumers.subscribe(SIGNED_IN)
    async def signed_in(
        message: SignedIn, controller: Annotated[EventsController, Depends(provide)]
    ) -> None:
        """Take `signed_in`."""
        await controller.signed_in(message=message)

    return consumers
