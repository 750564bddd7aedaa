# Generated from the routers and events of b. Do not edit: change the spec, then run `make generate`.
"""The controllers of `b`: what is written by hand fulfils these Protocols."""

from typing import Protocol

from shared.generated.models.m import ThingRead, Told


class EventsController(Protocol):
    """Takes the events of `b`."""

    async def thing_made(self, *, message: ThingRead) -> None:
        """A thing was made."""
        ...

    async def told(self, *, message: Told) -> None:
        """Take `told`."""
        ...
