# Generated from the routers and events of shop. Do not edit: change the spec, then run `make generate`.
"""The controllers of `shop`: what is written by hand fulfils these Protocols."""

from typing import Protocol

from shared.generated.models.m import Either, ThingCreate, ThingRead


class ThingsController(Protocol):
    """Answers the operations of `specs/routers/shop/things.yaml`."""

    async def pick(self, *, payload: Either) -> None:
        """Pick."""
        ...

    async def replace(self, *, id: int, payload: ThingCreate) -> ThingRead:
        """Replace.

        May raise `Gone`.
        """
        ...


class EventsController(Protocol):
    """Takes the events of `shop`."""

    async def made(self, *, message: ThingRead) -> None:
        """Take `made`."""
        ...
