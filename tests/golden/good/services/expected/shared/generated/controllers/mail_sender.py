# Generated from the routers and events of mail_sender. Do not edit: change the spec, then run `make generate`.
"""The controllers of `mail_sender`: what is written by hand fulfils these Protocols."""

from typing import Protocol

from shared.generated.models.models import SignedIn


class EventsController(Protocol):
    """Takes the events of `mail_sender`."""

    async def pinged(self, *, message: SignedIn) -> None:
        """Says that somebody is there.
        Nothing more.
        """
        ...

    async def signed_in(self, *, message: SignedIn) -> None:
        """Take `signed_in`."""
        ...
