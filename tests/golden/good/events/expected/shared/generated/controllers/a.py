# Generated from the routers and events of a. Do not edit: change the spec, then run `make generate`.
"""The controllers of `a`: what is written by hand fulfils these Protocols."""

from typing import Protocol

from shared.generated.models.m import Told


class EventsController(Protocol):
    """Takes the events of `a`."""

    async def told(self, *, message: Told) -> None:
        """Take `told`."""
        ...
