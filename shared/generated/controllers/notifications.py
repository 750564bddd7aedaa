# Generated from the routers and events of notifications. Do not edit: change the spec, then run `make generate`.
"""The controllers of `notifications`: what is written by hand fulfils these Protocols."""

from typing import Protocol

from shared.generated.models.users import UserRegistered


class EventsController(Protocol):
    """Takes the events of `notifications`."""

    async def user_registered(self, *, message: UserRegistered) -> None:
        """A person has registered."""
        ...
