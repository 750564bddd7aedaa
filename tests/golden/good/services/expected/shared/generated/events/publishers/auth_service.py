# Generated from the events of auth-service. Do not edit: change the spec, then run `make generate`.
"""The events that `auth-service` may publish, and no others."""

from framework.runtime.events import Publisher
from shared.generated.events.channels import PINGED, SIGNED_IN
from shared.generated.models.models import SignedIn


class AuthServicePublisher(Publisher):
    """Publishes the events of `auth-service`."""

    async def pinged(self, message: SignedIn) -> None:
        """Says that somebody is there.
        Nothing more.
        """
        await self.publish(PINGED, message)

    async def signed_in(self, message: SignedIn) -> None:
        """Publish `signed_in`."""
        await self.publish(SIGNED_IN, message)
