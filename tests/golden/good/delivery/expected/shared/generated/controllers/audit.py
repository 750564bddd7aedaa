# Generated from the routers and events of audit. Do not edit: change the spec, then run `make generate`.
"""The controllers of `audit`: what is written by hand fulfils these Protocols."""

from typing import Protocol

from shared.generated.models.models import OrderRead


class EventsController(Protocol):
    """Takes the events of `audit`."""

    async def order_counted(self, *, message: OrderRead) -> None:
        """Take `order_counted`."""
        ...

    async def order_placed(self, *, message: OrderRead) -> None:
        """Somebody ordered something."""
        ...

    async def order_viewed(self, *, message: OrderRead) -> None:
        """Take `order_viewed`."""
        ...
