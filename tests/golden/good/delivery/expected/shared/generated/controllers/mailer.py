# Generated from the routers and events of mailer. Do not edit: change the spec, then run `make generate`.
"""The controllers of `mailer`: what is written by hand fulfils these Protocols."""

from typing import Protocol

from shared.generated.models.models import OrderRead


class EventsController(Protocol):
    """Takes the events of `mailer`."""

    async def order_cancelled(self, *, message: OrderRead) -> None:
        """Take `order_cancelled`."""
        ...

    async def order_packed(self, *, message: OrderRead) -> None:
        """Take `order_packed`."""
        ...

    async def order_placed(self, *, message: OrderRead) -> None:
        """Somebody ordered something."""
        ...
