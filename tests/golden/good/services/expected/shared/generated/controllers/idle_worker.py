# Generated from the routers and events of idle-worker. Do not edit: change the spec, then run `make generate`.
"""The controllers of `idle-worker`: what is written by hand fulfils these Protocols."""

from typing import Protocol

from shared.generated.models.models import SignedIn


class EventsController(Protocol):
    """Takes the events of `idle-worker`."""

    async def pinged(self, *, message: SignedIn) -> None:
        """Says that somebody is there.
        Nothing more.
        """
        ...
