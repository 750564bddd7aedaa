# Generated from the routers and events of c. Do not edit: change the spec, then run `make generate`.
"""The controllers of `c`: what is written by hand fulfils these Protocols."""

from typing import Protocol

from shared.generated.models.m import Told


class EventsController(Protocol):
    """Takes the events of `c`."""

    async def told(self, *, message: Told) -> None:
        """Take `told`."""
        ...
