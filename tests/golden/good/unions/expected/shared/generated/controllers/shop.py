# Generated from the routers and events of shop. Do not edit: change the spec, then run `make generate`.
"""The controllers of `shop`: what is written by hand fulfils these Protocols."""

from typing import Protocol

from shared.generated.models.channels import (
    AnyChannelCreate,
    AnyChannelRead,
    AnyChannelUpdate,
    ContactCreate,
    ContactRead,
    ContactUpdate,
    Numbered,
    ReadChannel,
    Switch,
)


class ContactsController(Protocol):
    """Answers the operations of `specs/routers/shop/contacts.yaml`."""

    async def add_contact(self, *, payload: ContactCreate) -> ContactRead:
        """Add contact."""
        ...

    async def change_contact(self, *, payload: ContactUpdate) -> ContactRead:
        """Change contact."""
        ...

    async def add_channel(self, *, payload: AnyChannelCreate) -> AnyChannelRead:
        """Add channel."""
        ...

    async def change_channel(self, *, payload: AnyChannelUpdate) -> list[ReadChannel]:
        """Change channel."""
        ...

    async def send_many(self, *, payload: list[Numbered]) -> list[Numbered]:
        """Send many."""
        ...

    async def toggle(self, *, payload: Switch) -> Switch:
        """Toggle."""
        ...


class EventsController(Protocol):
    """Takes the events of `shop`."""

    async def channel_added(self, *, message: AnyChannelRead) -> None:
        """Take `channel_added`."""
        ...
